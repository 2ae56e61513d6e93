/* What a sealed paper costs. Without arguments: one line of JSON, measured on one core. With "acte|certificat|projet|hostile|adresse [lines
 * [bytes of the seal's address]]": that sample on standard output, for eyes and for test_paper_tools.py. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#include "../document/paper_samples.h"

static double
cpu_seconds(void)
{
	struct timespec t;

	(void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Milliseconds of processor a paper, over at least `least` seconds. */
static double
measure(const char *kind, size_t lines, double least, size_t *size, int *pages)
{
	const double begin = cpu_seconds();
	double now;
	int made = 0;

	do {
		struct arena *arena = arena_new();
		str bytes;

		if (paper_pdf(arena, str_is(str_of(kind), "acte") ? sample_order(arena, lines, 500) : sample_certificate(arena, 500), &bytes, pages).kind != PROBLEM_NONE)
			exit(1);
		*size = bytes.len;
		arena_free(arena);
		made++;
	} while ((now = cpu_seconds()) - begin < least);
	return (now - begin) * 1000 / made;
}

static int
write_sample(struct arena *arena, const char *kind, size_t lines, size_t url)
{
	struct paper p = *(str_is(str_of(kind), "certificat") ? sample_certificate(arena, url) :
		str_is(str_of(kind), "hostile") ? sample_hostile(arena) : sample_order(arena, lines, url));
	int pages;
	str bytes;

	if (str_is(str_of(kind), "projet")) {
		p.seal = NULL;
		p.reference = p.signature_note = NO_STR;
	}
	if (str_is(str_of(kind), "adresse"))
		return printf("%.*s\n", STR_ARGS(p.seal->url)) < 0;
	const struct problem problem = paper_pdf(arena, &p, &bytes, &pages);

	if (problem.kind != PROBLEM_NONE)
		(void)fprintf(stderr, "%s %.*s\n", problem.text, STR_ARGS(problem.detail));
	return problem.kind != PROBLEM_NONE || fwrite(bytes.at, 1, bytes.len, stdout) != bytes.len;
}

int
main(int argc, char **argv)
{
	static const size_t LINES[] = { 8, 300, 9000 };
	size_t size;
	int pages;

	if (argc > 1) {
		struct arena *arena = arena_new();
		const int status = write_sample(arena, argv[1], argc > 2 ? strtoul(argv[2], NULL, 10) : 40, argc > 3 ? strtoul(argv[3], NULL, 10) : 500);

		arena_free(arena);
		return status;
	}
	double begin = cpu_seconds();

	if (paper_warm().kind != PROBLEM_NONE)
		return 1;
	printf("{\"paper_warm_ms\": %.1f", (cpu_seconds() - begin) * 1000);
	begin = measure("certificat", 0, 2, &size, &pages);
	printf(", \"paper_certificate_ms\": %.2f, \"paper_certificates_per_second_core\": %.0f, \"paper_certificate_bytes\": %zu", begin, 1000 / begin, size);
	for (size_t i = 0; i < sizeof LINES / sizeof LINES[0]; i++) {
		const double ms = measure("acte", LINES[i], 2, &size, &pages);

		printf(", \"paper_%zu_lines_ms\": %.1f, \"paper_%zu_lines_pages\": %d, \"paper_%zu_lines_bytes\": %zu", LINES[i], ms, LINES[i], pages, LINES[i], size);
	}
	struct rusage usage;

	(void)getrusage(RUSAGE_SELF, &usage);
	printf(", \"paper_maxrss_kb\": %ld}\n", usage.ru_maxrss);
	return 0;
}
