#!/bin/bash
# make bench: prepares clusters of its own with national and small demo data, sessions and the peer, measures, and writes the
# results into docs/performance.md. Loopback only; nothing else should run meanwhile.
#   QUICK=1      one short round, to see that it works (the document is left alone)
#   ROUNDS=5     rounds, each of every server in turn; medians are told
#   LENGTH=4     seconds of one measurement
#   BIN=path     measures this binary instead of building one
#   PEER=0       without the peer (no npm)
#   ACTS=0       without papers, seals and the national campaign; REQUESTS, FILINGS, COUNTRY, PENSIONS likewise
set -euo pipefail
cd "$(dirname "$0")/../.."
BIN=${BIN:-}
if [ -z "$BIN" ]; then
	make --no-print-directory build MODE=release
	BIN=build/release/guichet
fi
make --no-print-directory build/release/tests/load/paper_bench build/release/tests/load/seal build/release/tests/load/pension_bench
for tool in wrk pgbench psql python3; do
	command -v $tool >/dev/null || PATH=$PATH:$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
	command -v $tool >/dev/null || { echo "$tool is missing: make bench-deps" >&2; exit 1; }
done
export PATH

NATIONAL=build/bench-var SMALL=build/bench-small NODE=build/bench-node
mkdir -p $NATIONAL $SMALL
trap 'sql/cluster.sh stop $NATIONAL; sql/cluster.sh stop $SMALL' EXIT

# An applied migration that has changed since makes the cluster useless: it is ours, and made again.
migrate() { # folder
	local dsn data
	sql/cluster.sh start "$1"
	dsn=$(sql/cluster.sh dsn "$1")
	GUICHET_DSN=$dsn GUICHET_OWNER_DSN="$dsn user=guichet_admin" GUICHET_VAR=$1 "$BIN" migrate && return
	data=$(psql "$dsn user=guichet_admin" -XAtqc "show data_directory")
	sql/cluster.sh stop "$1"
	rm -rf "${data:?}"
	sql/cluster.sh start "$1"
	GUICHET_DSN=$dsn GUICHET_OWNER_DSN="$dsn user=guichet_admin" GUICHET_VAR=$1 "$BIN" migrate
}

# Demo data are loaded once a cluster: those of another version lack what this one measures, and are made again.
prepare() { # folder scale
	local dsn version
	version=$(cat src/demo/*.c sql/*/demo*.sql | sha256sum)
	[ "$(cat "$1/demo.version" 2>/dev/null)" = "$version" ] || { sql/cluster.sh stop "$1" 2>/dev/null || true; rm -rf "${1:?}/pg"; }
	echo "$version" >"$1/demo.version"
	migrate "$1"
	dsn=$(sql/cluster.sh dsn "$1")
	GUICHET_DSN=$dsn GUICHET_OWNER_DSN="$dsn user=guichet_admin" GUICHET_VAR=$1 "$BIN" demo --scale "$2" >"$1/demo.log" 2>&1 ||
		{ cat "$1/demo.log" >&2; exit 1; }
	psql "$dsn user=guichet_admin" -Xqc "vacuum analyze" -c "checkpoint"
}
prepare $SMALL demo
prepare $NATIONAL national

if [ "${PEER:-1}" != 0 ]; then
	mkdir -p $NODE
	cp tests/load/peer/*.js tests/load/peer/package.json $NODE/
	[ -d $NODE/node_modules/postgres ] ||
		(cd $NODE && npm install --no-package-lock --no-audit --no-fund --ignore-scripts --loglevel=error)
fi
python3 tests/load/bench.py "$BIN" $NATIONAL $SMALL $NODE
