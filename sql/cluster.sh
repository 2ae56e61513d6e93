#!/bin/sh
# A PostgreSQL cluster of the project's own: unix socket only, never run as root, never touching another cluster.
#   sql/cluster.sh start DIR     makes it when there is none, starts it when it is stopped, says nothing when it runs
#   sql/cluster.sh stop DIR      stops it
#   sql/cluster.sh dsn DIR       prints the libpq connection string of its database "guichet", without a user
#   sql/cluster.sh owner DIR     prints the name of the system user that runs it
set -eu
verb=${1:-} dir=${2:-}
[ -n "$verb" ] && [ -n "$dir" ] || { echo "usage: sql/cluster.sh start|stop|dsn|owner DIR" >&2; exit 2; }
mkdir -p "$dir"
dir=$(cd "$dir" && pwd)

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$bin" ] || { echo "PostgreSQL n'est pas installé : lancez make deps." >&2; exit 1; }

user=$(id -un)
as() { "$@"; }
if [ "$(id -u)" = 0 ]; then
	user=postgres
	as() { (cd / && exec runuser -u postgres -- "$@"); }
	# PostgreSQL must be able to walk to its folder; a clone below /root cannot be walked by others.
	if ! runuser -u postgres -- test -x "$dir"; then
		far=/var/lib/guichet/$(printf %s "$dir" | sha256sum | cut -c1-12)
		mkdir -p "$far"; chmod 711 /var/lib/guichet
		chown postgres: "$far"; dir=$far
	fi
fi
pg=$dir/pg run=$dir/run
# A unix socket's path has at most 107 bytes.
if [ ${#run} -gt 80 ]; then
	run=/tmp/guichet-$(printf %s "$dir" | sha256sum | cut -c1-12)
fi

case $verb in
owner) echo "$user" ;;
dsn) echo "host=$run dbname=guichet" ;;
stop)
	if [ -f "$pg/postmaster.pid" ] && as "$bin/pg_ctl" -D "$pg" status >/dev/null 2>&1; then
		as "$bin/pg_ctl" -D "$pg" -m fast -w stop >/dev/null
	fi ;;
start)
	if [ "$user" = postgres ] && [ "$(id -u)" = 0 ]; then
		mkdir -p "$pg" "$run"; chown postgres: "$pg" "$run"
	else
		mkdir -p "$pg" "$run"
	fi
	chmod 700 "$pg" "$run"
	if [ ! -s "$pg/PG_VERSION" ]; then
		echo "  cluster PostgreSQL privé : $pg"
		as "$bin/initdb" -D "$pg" -U guichet_admin --auth=trust -E UTF8 --locale=C.UTF-8 --data-checksums >"$dir/initdb.log" 2>&1 ||
			{ cat "$dir/initdb.log" >&2; exit 1; }
		as sh -c "cat >> '$pg/postgresql.conf'" <<-CONF
			listen_addresses = ''
			unix_socket_directories = '$run'
			unix_socket_permissions = 0700
			max_connections = 60
			shared_buffers = '${GUICHET_SHARED_BUFFERS:-512MB}'
			effective_cache_size = '4GB'
			maintenance_work_mem = '256MB'
			work_mem = '16MB'
			max_wal_size = '4GB'
			checkpoint_timeout = '15min'
			random_page_cost = 1.1
			jit = off
			timezone = 'UTC'
			log_timezone = 'UTC'
			lc_messages = 'C.UTF-8'
			log_min_error_statement = error
			log_parameter_max_length = 0
			log_parameter_max_length_on_error = 0
			client_connection_check_interval = '2s'
		CONF
	fi
	if ! as "$bin/pg_ctl" -D "$pg" status >/dev/null 2>&1; then
		as sh -c "cd / && '$bin/pg_ctl' -D '$pg' -l '$pg/server.log' -w -t 60 start" >/dev/null ||
			{ echo "PostgreSQL n'a pas démarré : voir $pg/server.log" >&2; tail -n 5 "$pg/server.log" >&2; exit 1; }
	fi
	as "$bin/psql" -h "$run" -U guichet_admin -d postgres -Atqc "select 1 from pg_database where datname = 'guichet'" | grep -q 1 ||
		as "$bin/createdb" -h "$run" -U guichet_admin guichet ;;
*) echo "usage: sql/cluster.sh start|stop|dsn|owner DIR" >&2; exit 2 ;;
esac
