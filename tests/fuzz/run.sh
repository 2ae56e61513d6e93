#!/bin/bash
# tests/fuzz/run.sh SECONDS NAME…: each fuzzer for so long, with its corpus; a finding is kept beside the corpus.
# New inputs that reach new code go to build/fuzz/<name>/corpus, not into the committed corpus.
set -u
cd "$(dirname "$0")/../.."
seconds=$1; shift
failed=0 ran=0
mkdir -p build/fuzz
common="src/base/*.c src/form/*.c src/net/wire*.c src/page/build.c src/page/expand*.c src/page/markup*.c src/acts/rows.c src/seal/jws.c src/seal/keys.c
	$(echo $(grep -LE '<(cairo|pango|qrencode)|"paper_|guichet/(paper|qr).h' src/document/*.c))"
for name in "$@"; do
	work=build/fuzz/$name; mkdir -p "$work/corpus"
	# shellcheck disable=SC2086
	if ! clang -std=gnu17 -D_GNU_SOURCE= -O1 -g -fsanitize=fuzzer,address,undefined -Iinclude -Isrc -Isrc/net -Isrc/page \
		"tests/fuzz/fuzz_$name.c" $common -lsodium -licuuc -lxlsxwriter -ljansson -lz -lpthread -o "$work/fuzz" 2>"$work/build.log"; then
		echo "not ok - $name ne se compile pas (voir $work/build.log)"; failed=$((failed + 1)); continue
	fi
	if "$work/fuzz" -max_total_time="$seconds" -timeout=5 -rss_limit_mb=2048 -artifact_prefix="$work/" "$work/corpus" "tests/fuzz/corpus/$name" >"$work/run.log" 2>&1; then
		echo "ok - $name : $(grep -oE 'Done [0-9]+ runs' "$work/run.log")"; ran=$((ran + 1))
	else
		echo "not ok - $name"; grep -E 'ERROR|SUMMARY|Test unit' "$work/run.log" | head -n 5; failed=$((failed + 1))
	fi
done
echo "$ran passed, $failed failed"
[ "$failed" = 0 ] && [ "$ran" -gt 0 ]
