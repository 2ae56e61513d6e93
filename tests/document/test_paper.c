/* Papers: the same bytes each time and in each thread, what is refused, what hostile text does. What the PDF says to other
 * programs is test_paper_tools.py's part. */
#define _GNU_SOURCE
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <pthread.h>
#include <stdlib.h>

#include "paper_samples.h"

static str
made(struct arena *arena, const struct paper *paper, int *pages)
{
	int count;
	str bytes;
	const struct problem problem = paper_pdf(arena, paper, &bytes, pages != NULL ? pages : &count);

	if (problem.kind != PROBLEM_NONE)
		fail_msg("%s %.*s", problem.text, STR_ARGS(problem.detail));
	assert_true(str_starts(bytes, STR("%PDF-1.7\n")));
	assert_true(str_ends(bytes, STR("%%EOF\n")));
	return bytes;
}

static bool
holds(str bytes, const char *what)
{
	return memmem(bytes.at, bytes.len, what, strlen(what)) != NULL;
}

static void
refused(const struct paper *paper, enum problem_kind kind, const char *key)
{
	struct arena *arena = arena_new();
	int pages = 7;
	str bytes = STR("before");
	const struct problem problem = paper_pdf(arena, paper, &bytes, &pages);

	assert_int_equal(problem.kind, kind);
	assert_string_equal(problem.text, key);
	assert_int_equal(pages, 0);
	assert_null(bytes.at);
	arena_free(arena);
}

static void
fonts_are_there(void **state)
{
	(void)state;
	assert_int_equal(paper_warm().kind, PROBLEM_NONE);
	assert_int_equal(paper_warm().kind, PROBLEM_NONE);
}

static void
a_certificate_is_one_page(void **state)
{
	struct arena *arena = arena_new();
	int pages;
	const str bytes = made(arena, sample_certificate(arena, 500), &pages);

	(void)state;
	assert_int_equal(pages, 1);
	assert_true(bytes.len > 20000 && bytes.len < 90000);
	/* The metadata stand unpacked. */
	assert_true(holds(bytes, "<xmp:CreateDate>2026-11-25T15:20:00Z</xmp:CreateDate>"));
	assert_true(holds(bytes, "CERTIFICAT DE NON-RADIATION n° 1284/MTFP/DC/SGM/DGFP/DRSC/SA</rdf:li>"));
	assert_false(holds(bytes, "pdfaid") || holds(bytes, "pdfuaid"));
	arena_free(arena);
}

static void
pages_follow_the_lines(void **state)
{
	static const struct { size_t lines; int least, most; } CASES[] = { { 0, 1, 2 }, { 1, 1, 2 }, { 40, 2, 3 }, { 300, 8, 14 } };

	(void)state;
	for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
		struct arena *arena = arena_new();
		int pages;

		(void)made(arena, sample_order(arena, CASES[i].lines, 500), &pages);
		assert_in_range(pages, CASES[i].least, CASES[i].most);
		arena_free(arena);
	}
}

static void
same_data_same_bytes(void **state)
{
	struct arena *arena = arena_new();
	const str order = made(arena, sample_order(arena, 60, 500), NULL);
	const str certificate = made(arena, sample_certificate(arena, 500), NULL);

	(void)state;
	/* What was made between does not matter. */
	(void)made(arena, sample_hostile(arena), NULL);
	assert_true(str_eq(order, made(arena, sample_order(arena, 60, 500), NULL)));
	assert_true(str_eq(certificate, made(arena, sample_certificate(arena, 500), NULL)));
	assert_false(str_eq(certificate, made(arena, sample_certificate(arena, 501), NULL)));

	struct paper later = *sample_certificate(arena, 500);

	later.created += 1000000;
	assert_false(str_eq(certificate, made(arena, &later, NULL)));
	arena_free(arena);
}

struct job { pthread_t thread; str order, certificate; struct arena *arena; int turn; };

static void *
job_run(void *thing)
{
	struct job *j = thing;
	int pages;

	for (int i = 0; i < 4; i++) {
		/* Half of them begin with the other paper. */
		if ((i + j->turn) % 2 == 0)
			(void)paper_pdf(j->arena, sample_certificate(j->arena, 500), &j->certificate, &pages);
		else
			(void)paper_pdf(j->arena, sample_order(j->arena, 30, 500), &j->order, &pages);
	}
	return NULL;
}

static void
threads_make_the_same(void **state)
{
	struct job jobs[4] = { { .turn = 0 } };

	(void)state;
	for (int i = 0; i < 4; i++) {
		jobs[i].turn = i;
		jobs[i].arena = arena_new();
		assert_int_equal(pthread_create(&jobs[i].thread, NULL, job_run, &jobs[i]), 0);
	}
	for (int i = 0; i < 4; i++)
		assert_int_equal(pthread_join(jobs[i].thread, NULL), 0);
	const str order = made(jobs[0].arena, sample_order(jobs[0].arena, 30, 500), NULL);

	for (int i = 0; i < 4; i++) {
		assert_true(str_eq(jobs[i].order, order));
		assert_true(str_eq(jobs[i].certificate, jobs[0].certificate));
		assert_true(jobs[i].certificate.len > 0);
	}
	for (int i = 0; i < 4; i++)
		arena_free(jobs[i].arena);
}

static void
hostile_text_is_printed_or_left_out(void **state)
{
	struct arena *arena = arena_new();
	int pages;
	const str bytes = made(arena, sample_hostile(arena), &pages);

	(void)state;
	assert_true(pages > 3);
	assert_true(holds(bytes, "ARRÊTÉ n° 1 2 &lt;/rdf:li&gt; &amp; (\\)</rdf:li>"));
	assert_false(holds(bytes, "<dc:creator>"));
	assert_true(holds(bytes, "1969-12-31T23:59:59Z"));
	arena_free(arena);
}

static void
nothing_is_a_page(void **state)
{
	struct arena *arena = arena_new();
	const struct paper nothing = { .block_count = 0 };
	int pages;

	(void)state;
	(void)made(arena, &nothing, &pages);
	assert_int_equal(pages, 1);
	arena_free(arena);
}

static void
bad_utf8_is_refused_wherever_it_is(void **state)
{
	static const str BAD = STR("caf\xC3");
	struct arena *arena = arena_new();
	str *cells = arena_array(arena, SAMPLE_COLUMNS, sizeof *cells);
	struct paper_block table = { .kind = PAPER_TABLE, .columns = SAMPLE_HEADS, .column_count = SAMPLE_COLUMNS, .cells = cells, .row_count = 1 };
	const struct paper_block visa = { .kind = PAPER_VISA, .text = BAD }, lead = { .kind = PAPER_TEXT, .lead = BAD, .text = STR("x") };
	const struct paper_block facts = { .kind = PAPER_FACTS, .cells = (const str[]){ STR("x"), BAD }, .row_count = 1 };
	struct paper_seal seal = *sample_seal(arena, 500);
	const struct paper good = *sample_certificate(arena, 500);
	struct paper p;

	(void)state;
	cells[3] = BAD;
#define REFUSED(...) do { p = good; __VA_ARGS__; refused(&p, PROBLEM_INPUT, "paper.text"); } while (0)
	REFUSED(p.form = BAD);
	REFUSED(p.reference = BAD);
	REFUSED(p.title = BAD);
	REFUSED(p.authority = BAD);
	REFUSED(p.author = BAD);
	REFUSED(p.subject = BAD);
	REFUSED(p.name = BAD);
	REFUSED(p.stamp = &BAD, p.stamp_count = 1);
	REFUSED(p.copies = &BAD, p.copy_count = 1);
	REFUSED(p.blocks = &visa, p.block_count = 1);
	REFUSED(p.blocks = &lead, p.block_count = 1);
	REFUSED(p.blocks = &facts, p.block_count = 1);
	REFUSED(p.blocks = &table, p.block_count = 1);
	REFUSED(seal.code = BAD, p.seal = &seal);
	REFUSED(p.title = STR("a\0b"));
	REFUSED(p.title = STR("\xED\xA0\x80"));
#undef REFUSED
	cells[3] = STR("good");
	p = good;
	p.blocks = &table;
	p.block_count = 1;
	(void)made(arena, &p, NULL);
	arena_free(arena);
}

static void
tables_have_columns(void **state)
{
	struct arena *arena = arena_new();
	struct paper_column *columns = arena_array(arena, 25, sizeof *columns);
	str *cells = arena_array(arena, 25, sizeof *cells);
	struct paper_block table = { .kind = PAPER_TABLE, .columns = columns, .cells = cells, .row_count = 1 };
	struct paper p = { .blocks = &table, .block_count = 1 };

	(void)state;
	refused(&p, PROBLEM_INPUT, "paper.table");
	table.column_count = 25;
	refused(&p, PROBLEM_INPUT, "paper.table");
	table.column_count = 24;
	(void)made(arena, &p, NULL);
	table.row_count = 0;
	table.cells = NULL;
	(void)made(arena, &p, NULL);
	columns[0].title = sample_url(arena, 4000);
	refused(&p, PROBLEM_INPUT, "paper.table");
	arena_free(arena);
}

static void
a_seal_has_an_address_that_fits(void **state)
{
	struct arena *arena = arena_new();
	struct paper p = *sample_certificate(arena, 1171);
	struct paper_seal seal = *p.seal;

	(void)state;
	(void)made(arena, &p, NULL);
	p.seal = sample_certificate(arena, 1172)->seal;
	refused(&p, PROBLEM_INPUT, "paper.seal");
	seal.url = NO_STR;
	p.seal = &seal;
	refused(&p, PROBLEM_INPUT, "paper.seal");
	/* No link can be made of it, a code can. */
	seal.url = STR("https://guichet.example.bj/v#it's\\");
	(void)made(arena, &p, NULL);
	arena_free(arena);
}

static void
too_long_is_refused(void **state)
{
	const size_t rows = 100000;
	struct arena *arena = arena_new();
	const struct paper_column column = { STR("Nom"), 1, false };
	struct paper_block table = { .kind = PAPER_TABLE, .columns = &column, .column_count = 1, .cells = arena_array(arena, rows, sizeof(str)), .row_count = rows };
	struct paper p = { .blocks = &table, .block_count = 1 };
	char *lines = arena_alloc(arena, 200001);

	(void)state;
	refused(&p, PROBLEM_TOO_LARGE, "paper.too_long");
	table.row_count = SIZE_MAX / 2;
	refused(&p, PROBLEM_TOO_LARGE, "paper.too_long");
	table.kind = PAPER_FACTS;
	refused(&p, PROBLEM_TOO_LARGE, "paper.too_long");
	memset(lines, '\n', 200000);
	p.block_count = 0;
	p.quality = (str){ .at = lines, .len = 200 };
	p.name = STR("Nom");
	refused(&p, PROBLEM_TOO_LARGE, "paper.too_long");
	p.quality = NO_STR;
	p.title = (str){ .at = lines, .len = 200000 };
	refused(&p, PROBLEM_TOO_LARGE, "paper.too_long");
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fonts_are_there),
		cmocka_unit_test(a_certificate_is_one_page),
		cmocka_unit_test(pages_follow_the_lines),
		cmocka_unit_test(same_data_same_bytes),
		cmocka_unit_test(threads_make_the_same),
		cmocka_unit_test(hostile_text_is_printed_or_left_out),
		cmocka_unit_test(nothing_is_a_page),
		cmocka_unit_test(bad_utf8_is_refused_wherever_it_is),
		cmocka_unit_test(tables_have_columns),
		cmocka_unit_test(a_seal_has_an_address_that_fits),
		cmocka_unit_test(too_long_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
