#!/bin/bash
# Every test, on a throw-away cluster: called by `make check` once what it needs is installed.
# Each runner prints its own closing line; the last line adds them up. Exit status 0 only when nothing failed and
# every runner ran something.
set -u
cd "$(dirname "$0")/.."
VAR=$PWD/build/check-var
OUT=build/check
PORT=$(python3 -c 'import socket; s=socket.socket(); s.bind(("127.0.0.1",0)); print(s.getsockname()[1])')
BASE=http://localhost:$PORT
passed=0 failed=0 started=$SECONDS
mkdir -p "$OUT"
export LSAN_OPTIONS=suppressions=$PWD/tests/lsan.supp:print_suppressions=0      # libraries that keep what they took once

say() { printf '\n== %s (%d s)\n' "$*" $((SECONDS - started)); }
count() { passed=$((passed + $1)); failed=$((failed + $2)); }
# A step that either works or fails: counts as one test.
step() {
	local name=$1; shift
	if "$@" >"$OUT/$name.log" 2>&1; then echo "ok - $name"; count 1 0
	else echo "not ok - $name (voir $OUT/$name.log)"; tail -n 15 "$OUT/$name.log"; count 0 1; return 1; fi
}
# A runner that ends with "N passed, N failed".
runner() {
	local name=$1; shift
	"$@" >"$OUT/$name.log" 2>&1
	local status=$? line p f
	line=$(grep -E '^[0-9]+ passed, [0-9]+ failed' "$OUT/$name.log" | tail -n 1)
	p=$(sed -nE 's/^([0-9]+) passed.*/\1/p' <<<"$line"); f=$(sed -nE 's/^[0-9]+ passed, ([0-9]+) failed.*/\1/p' <<<"$line")
	if [ -z "$line" ] || [ "${p:-0}" = 0 ] || { [ $status -ne 0 ] && [ "${f:-0}" = 0 ]; }; then
		echo "not ok - $name n'a rien essayé ou s'est arrêté (état $status, voir $OUT/$name.log)"; tail -n 15 "$OUT/$name.log"; count 0 1; return 1
	fi
	echo "$name: $line"; count "$p" "$f"
	[ "$f" = 0 ] || { grep -iE '^(not ok|FAIL|✗|échec)' "$OUT/$name.log" | head -n 20; return 1; }
}

daemon=
stop_daemon() { [ -n "$daemon" ] && kill "$daemon" 2>/dev/null && wait "$daemon" 2>/dev/null; daemon=; }
cleanup() { stop_daemon; sql/cluster.sh stop "$VAR" 2>/dev/null; }
trap cleanup EXIT

say "Compilation (asan, release)"
make --no-print-directory MODE=asan build >"$OUT/build-asan.log" 2>&1 || { tail -n 30 "$OUT/build-asan.log"; echo "La compilation (asan) a échoué."; echo "0 passed, 1 failed"; exit 1; }
make --no-print-directory build >"$OUT/build.log" 2>&1 || { tail -n 30 "$OUT/build.log"; echo "La compilation a échoué."; echo "0 passed, 1 failed"; exit 1; }
make --no-print-directory -j"$(nproc)" MODE=asan unit-binaries >"$OUT/build-unit.log" 2>&1 || { tail -n 30 "$OUT/build-unit.log"; echo "Un essai unitaire ne se compile pas."; count 0 1; }

say "Essais unitaires (ASan, UBSan)"
for unit in build/asan/tests/*/test_*; do
	case $unit in *.d|*.o) continue ;; esac
	[ -x "$unit" ] || continue
	name=unit-$(basename "$(dirname "$unit")")-$(basename "$unit")
	ASAN_OPTIONS=detect_leaks=1 "$unit" >"$OUT/$name.log" 2>&1
	status=$?
	p=$(sed -nE 's/^\[  PASSED  \] ([0-9]+) test.*/\1/p' "$OUT/$name.log" | paste -sd+ | bc 2>/dev/null || true)
	f=$(sed -nE 's/^\[  FAILED  \] ([0-9]+) test\(s\), listed.*/\1/p' "$OUT/$name.log" | paste -sd+ | bc 2>/dev/null || true)
	[ -n "$p" ] || p=$(awk '/PASSED/ {for (i = 1; i <= NF; i++) if ($i ~ /^[0-9]+$/) s += $i} END {print s + 0}' "$OUT/$name.log")
	[ -n "$f" ] || f=0
	if [ $status -ne 0 ] && [ "$f" = 0 ]; then f=1; fi
	if [ "$p" = 0 ] && [ "$f" = 0 ]; then echo "not ok - $name n'a rien essayé"; f=1; fi
	[ "$f" = 0 ] || { echo "not ok - $name"; grep -E 'FAILED|ERROR|runtime error|Sanitizer' "$OUT/$name.log" | head -n 10; }
	count "$p" "$f"
done
echo "unitaires : $passed passed, $failed failed"

say "Règles de l'arbre"
runner lint python3 tests/lint/lint.py

say "Base de données jetable"
sql/cluster.sh stop "$VAR" 2>/dev/null; rm -rf "$VAR"
far=$(sql/cluster.sh dsn "$VAR" | sed -nE 's/host=([^ ]*).*/\1/p'); [ -n "$far" ] && rm -rf "$(dirname "$far")/pg"
GUICHET_SHARED_BUFFERS=128MB sql/cluster.sh start "$VAR" || { echo "0 passed, 1 failed"; exit 1; }
export GUICHET_DSN GUICHET_OWNER_DSN GUICHET_VAR=$VAR GUICHET_METRICS_PORT=0 GUICHET_DEMO=1 PORT
GUICHET_DSN=$(sql/cluster.sh dsn "$VAR")
GUICHET_OWNER_DSN="$GUICHET_DSN user=guichet_admin"
G=build/asan/guichet
step migrate $G migrate
step migrate-again bash -c "$G migrate | grep -q 'déjà à jour'"
step demo $G demo --scale demo
step check $G check
for golden in routes audit; do
	$G $golden >"$OUT/$golden.txt" 2>"$OUT/$golden.log"
	step "golden-$golden" diff -u tests/app/golden/$golden.txt "$OUT/$golden.txt"
done

say "SQL (pgTAP)"
host=$(sed -nE 's/.*host=([^ ]*).*/\1/p' <<<"$GUICHET_DSN")
# A database of its own, without the demo's people: what these tests count, they made.
createdb -h "$host" -U guichet_admin essais_sql
GUICHET_OWNER_DSN="host=$host dbname=essais_sql user=guichet_admin" $G migrate >"$OUT/pgtap.log" 2>&1
psql -qX -h "$host" -U guichet_admin -d essais_sql -c 'create extension if not exists pgtap' >>"$OUT/pgtap.log" 2>&1
if compgen -G 'tests/sql/*.sql' >/dev/null; then
	pg_prove -h "$host" -U guichet_admin -d essais_sql tests/sql/*.sql >"$OUT/sql.log" 2>&1
	status=$?
	tail -n 4 "$OUT/sql.log"
	n=$(sed -nE 's/^Files=[0-9]+, Tests=([0-9]+),.*/\1/p' "$OUT/sql.log")
	f=$(grep -cE '^#   Failed test|Non-zero exit|Dubious' "$OUT/sql.log")
	if [ $status -ne 0 ] && [ "$f" = 0 ]; then f=1; fi
	[ "$f" = 0 ] || grep -E 'Failed test|psql:.*ERROR|Dubious|not ok' "$OUT/sql.log" | head -n 20
	count $(( ${n:-0} > f ? ${n:-0} - f : 0 )) "$f"
fi

serve() { # binary
	mkdir -p "$VAR/spool" "$VAR/files"
	ASAN_OPTIONS=detect_leaks=1 UBSAN_OPTIONS=print_stacktrace=1 "$1" serve >>"$OUT/serve.log" 2>&1 &
	daemon=$!
	for _ in $(seq 100); do
		[ "$(curl -s -o /dev/null -w '%{http_code}' "$BASE/healthz")" = 200 ] && return 0
		kill -0 $daemon 2>/dev/null || break
		sleep 0.1
	done
	echo "not ok - le portail ne démarre pas"; tail -n 20 "$OUT/serve.log"; count 0 1
	return 1
}

say "HTTP, boîte noire (portail compilé avec ASan et UBSan)"
: >"$OUT/serve.log"
if serve $G; then
	for test in tests/*/test_*.py; do
		runner "http-$(basename "$(dirname "$test")")-$(basename "$test" .py)" python3 "$test" "$BASE" "$VAR"
	done
	runner http-malformed python3 tests/net/malformed.py localhost "$PORT" --post-path /connexion
	kill -TERM "$daemon"; wait "$daemon"; status=$?; daemon=
	step stops-cleanly test $status -eq 0
	step no-sanitizer-report bash -c "! grep -E 'Sanitizer|runtime error' $OUT/serve.log"
	step no-sql-error bash -c "! grep -E '\"event\":\"(sql_error|prepare_failed)\"' $OUT/serve.log"
fi

say "Navigateur (Chromium, axe)"
if serve build/release/guichet; then
	for test in tests/*/*.test.mjs; do
		[ -f "$test" ] || { echo "not ok - aucun essai dans le navigateur"; count 0 1; break; }
		runner "browser-$(basename "$(dirname "$test")")-$(basename "$test" .test.mjs)" node "$test" "$BASE" "$VAR"
	done
	stop_daemon
fi

say "Bilan"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
