#!/bin/bash
# Faults on purpose: on a throw-away cluster and with the release build, over loopback alone. Called by `make fault`, once what
# it needs is built.   tests/fault/run.sh [phase …]   (the phases are those of faults.py; all of them without any)
set -u
cd "$(dirname "$0")/../.."
VAR=${FAULT_VAR:-$PWD/build/fault-var}
export GUICHET_BINARY=${GUICHET_BINARY:-$PWD/build/release/guichet} GUICHET_VAR=$VAR GUICHET_DSN GUICHET_OWNER_DSN FAULT_LOG FAULT_JOURNAL
pg=

cleanup() { sql/cluster.sh stop "$VAR" 2>/dev/null; }
trap cleanup EXIT

sql/cluster.sh stop "$VAR" 2>/dev/null
if [ -d "$VAR" ]; then      # the cluster may live elsewhere, where PostgreSQL's own user can walk to
	pg=$(sql/cluster.sh dsn "$VAR" | sed -nE 's/host=([^ ]*)\/run .*/\1\/pg/p')
	rm -rf "$VAR" ${pg:+"$pg"}
fi
mkdir -p "$VAR"
FAULT_LOG=$VAR/serve.log FAULT_JOURNAL=$VAR/journal.tsv
GUICHET_SHARED_BUFFERS=128MB sql/cluster.sh start "$VAR" || { echo "0 passed, 1 failed"; exit 1; }
GUICHET_DSN=$(sql/cluster.sh dsn "$VAR")
GUICHET_OWNER_DSN="$GUICHET_DSN user=guichet_admin"
{ "$GUICHET_BINARY" migrate && "$GUICHET_BINARY" demo --scale demo; } >"$VAR/setup.log" 2>&1 ||
	{ tail -n 15 "$VAR/setup.log"; echo "La base de données jetable n'a pas pu être préparée."; echo "0 passed, 1 failed"; exit 1; }
python3 tests/fault/faults.py "$@"
