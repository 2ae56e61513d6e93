/* Fuzzes the wire: the same bytes, whole and cut at places that depend on the input, must get the same verdict, hand on
 * every complete request before the fault, and nothing behind it. The first byte of the input seeds the cuts.
 *
 * With clang: -fsanitize=fuzzer,address,undefined. Without a fuzzer, build with -DFUZZ_REPLAY: the program then reads
 * the files named as arguments, which is how the corpus is kept as a test. */
#include "../../src/net/wire.h"
#include <stdio.h>
#include <stdlib.h>

#define CHECK(truth) do { if (!(truth)) { fprintf(stderr, "failed: %s\n", #truth); abort(); } } while (0)

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n);

static void
sound(const struct wire *wire)
{
	CHECK(wire->refusal < WIRE_REFUSALS);
	CHECK((wire->refusal != WIRE_ACCEPTED) == (wire->state == WIRE_REFUSED));
	CHECK(wire->header_count <= WIRE_HEADERS_MAX && wire->header_bytes <= WIRE_HEADER_BYTES_MAX + 1);
	CHECK(wire->target_length <= WIRE_TARGET_MAX + 1 && wire->held_length <= WIRE_HELD_MAX + 1);
	CHECK(wire->body_got <= wire->body_length);
	CHECK(wire->state != WIRE_BODY || wire->body_got < wire->body_length);
}

int
LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n)
{
	struct wire whole, cut;
	uint32_t    seed;
	size_t      passed, cut_passed = 0, at = 0;

	if (n == 0)
		return 0;
	seed = bytes[0];
	bytes++;
	n--;
	wire_start(&whole);
	wire_start(&cut);
	passed = wire_scan(&whole, bytes, n, 1);
	sound(&whole);
	while (at < n) {
		size_t piece, taken;

		seed = seed * 1664525 + 1013904223;
		piece = 1 + (seed >> 16) % ((seed & 1) != 0 ? 3 : 60);
		if (piece > n - at)
			piece = n - at;
		taken = wire_scan(&cut, bytes + at, piece, 1);
		sound(&cut);
		CHECK(taken == piece || cut.refusal != WIRE_ACCEPTED);
		CHECK(cut_passed == at || taken == 0);
		cut_passed += taken;
		at += piece;
	}
	CHECK(cut.refusal == whole.refusal && cut.state == whole.state && cut.requests == whole.requests);
	CHECK(whole.refusal != WIRE_ACCEPTED || passed == n);
	CHECK(cut_passed >= passed);
	/* What was handed on before a fault is complete requests, which a fresh machine accepts to the last byte. */
	wire_start(&cut);
	CHECK(wire_scan(&cut, bytes, passed, 1) == passed);
	CHECK(cut.refusal == WIRE_ACCEPTED && (whole.refusal == WIRE_ACCEPTED || wire_idle(&cut)));
	CHECK(cut.requests == whole.requests);
	return 0;
}

#ifdef FUZZ_REPLAY
int
main(int argc, char **argv)
{
	static unsigned char room[1 << 20];

	for (int i = 1; i < argc; i++) {
		FILE *file = fopen(argv[i], "rb");

		if (file == NULL) {
			perror(argv[i]);
			return 1;
		}
		LLVMFuzzerTestOneInput(room, fread(room, 1, sizeof room, file));
		fclose(file);
	}
	printf("%d inputs\n", argc - 1);
	return argc > 1 ? 0 : 1;
}
#endif
