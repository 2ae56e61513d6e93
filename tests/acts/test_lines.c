/* Lists of agents, pasted or in a spreadsheet, to the rows that the database reads: each usual shape, and hostile text. No
 * row is ever dropped in silence; only blank ones are nothing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "acts/rows.h"

static struct arena *arena;

static int
begin(void **state)
{
	(void)state;
	arena = arena_new();
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static str
said_by(const struct act_agents_input *in, str pasted, str sheet, struct problem *problem)
{
	struct act_rows rows = act_rows_new(arena, in);
	str json = NO_STR;

	*problem = act_rows_pasted(&rows, pasted);
	if (problem->kind == PROBLEM_NONE && sheet.len > 0)
		*problem = act_rows_sheet(&rows, sheet);
	act_rows_end(&rows, problem->kind == PROBLEM_NONE ? &json : NULL);
	return json;
}

static void
pastes(const char *text, const char *want)
{
	const struct act_agents_input in = { .effet = { 0 } };
	struct problem problem;
	const str got = said_by(&in, str_of(text), NO_STR, &problem);

	assert_int_equal(problem.kind, PROBLEM_NONE);
	assert_string_equal(arena_format(arena, "%.*s", STR_ARGS(got)).at, want);
}

static void
one_a_line(void **state)
{
	(void)state;
	pastes("16620\n18932\n", "[{\"n\":1,\"m\":\"16620\",\"said\":\"16620\"},{\"n\":2,\"m\":\"18932\",\"said\":\"18932\"}]");
	pastes("\r\n  16620 \r\n\r\n\t\r\n00042\r\n", "[{\"n\":1,\"m\":\"16620\",\"said\":\"16620\"},{\"n\":2,\"m\":\"00042\",\"said\":\"00042\"}]");
	pastes("\xef\xbb\xbf" "ab-12/c.3", "[{\"n\":1,\"m\":\"AB-12/C.3\",\"said\":\"ab-12/c.3\"}]");
	pastes("", "[]");
	pastes(" \n;;,,\n\xc2\xa0\n", "[]");
}

static void
date_and_grade(void **state)
{
	static const char *const SAME[] = { "16620 ; 01/10/2026 ; A1-9", "16620;01/10/2026;A1-9;", "16620\t01/10/2026\tA1-9", "16620,2026-10-01,a1/09", "16620 01.10.2026 A1-9",
		"16620\xc2\xa0" "01/10/2026\xe2\x80\xaf" "A1-9", "16620 | 1er octobre 2026 | A1-9", "\"16620\";\"01/10/2026\";\"A1-9\"", "16620 01102026 A1-9", "16620 A1-9 01/10/2026",
		"16620;DOSSOU Afi;01/10/2026;A1-9", "16620\tN\xe2\x80\x99" "DAH S\xc3\xa8kp\xc3\xa8\t01/10/2026\t\tA1-9" };
	const struct act_agents_input in = { .effet = { 0 } };
	struct problem problem;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(SAME) / sizeof(SAME[0]); i++) {
		const str got = said_by(&in, str_of(SAME[i]), NO_STR, &problem);
		json_t *rows = json_loadb(got.at, got.len, 0, NULL), *row = json_array_get(rows, 0);

		assert_int_equal(json_array_size(rows), 1);
		assert_string_equal(json_string_value(json_object_get(row, "m")), "16620");
		assert_string_equal(json_string_value(json_object_get(row, "e")), "2026-10-01");
		assert_string_equal(json_string_value(json_object_get(row, "cat")), "A");
		assert_int_equal(json_integer_value(json_object_get(row, "sc")), 1);
		assert_int_equal(json_integer_value(json_object_get(row, "stp")), 9);
		assert_null(json_object_get(row, "fault"));
		json_decref(rows);
	}
}

static void
many_on_one_line(void **state)
{
	(void)state;
	pastes("16620, 18932;11208 15506", "[{\"n\":1,\"m\":\"16620\",\"said\":\"16620,\"},{\"n\":2,\"m\":\"18932\",\"said\":\"18932;\"},{\"n\":3,\"m\":\"11208\",\"said\":\"11208\"},{\"n\":4,\"m\":\"15506\",\"said\":\"15506\"}]");
}

static void
what_cannot_be_read(void **state)
{
	(void)state;
	pastes("16620 31/02/2026", "[{\"n\":1,\"m\":\"16620\",\"fault\":\"acts.date_unreadable\",\"said\":\"16620 31/02/2026\"}]");
	pastes("16620 Z9-99", "[{\"n\":1,\"m\":\"16620\",\"fault\":\"acts.grade_unreadable\",\"said\":\"16620 Z9-99\"}]");
	pastes("123456789012345678901", "[{\"n\":1,\"fault\":\"acts.matricule_unreadable\",\"said\":\"123456789012345678901\"}]");
	pastes("<script>", "[{\"n\":1,\"fault\":\"acts.matricule_unreadable\",\"said\":\"<script>\"}]");
	{
		const struct act_agents_input in = { .effet = { 0 } };
		struct problem problem;
		const str got = said_by(&in, (str){ "16620 A\0B9\n17", 14 }, NO_STR, &problem);

		assert_null(memchr(got.at, 0, got.len));
		assert_null(strstr(arena_format(arena, "%.*s", STR_ARGS(got)).at, "\\u0000"));
	}
	pastes("' or 1=1 --", "[{\"n\":1,\"fault\":\"acts.matricule_unreadable\",\"said\":\"' or 1=1 --\"}]");
}

static void
what_the_form_says_of_all(void **state)
{
	const struct act_agents_input in = { .effet = { 2026, 10, 1 }, .fin = { 2027, 1, 1 }, .echelon = 4, .structure = STR("DRSC"), .observation = STR("vu") };
	struct problem problem;
	const str got = said_by(&in, STR("1\n2 ; 02/10/2026"), NO_STR, &problem);

	(void)state;
	assert_string_equal(arena_format(arena, "%.*s", STR_ARGS(got)).at,
	                    "[{\"n\":1,\"e\":\"2026-10-01\",\"x\":\"2027-01-01\",\"stp\":4,\"stru\":\"DRSC\",\"note\":\"vu\",\"m\":\"1\",\"said\":\"1\"},"
	                    "{\"n\":2,\"e\":\"2026-10-02\",\"x\":\"2027-01-01\",\"stp\":4,\"stru\":\"DRSC\",\"note\":\"vu\",\"m\":\"2\",\"said\":\"2 ; 02/10/2026\"}]");
}

/* 20,000 are read; one more is said, on one line or on many. */
static void
too_many(void **state)
{
	const struct act_agents_input in = { .effet = { 0 } };
	char *text = arena_alloc(arena, 2 * ((size_t)ACT_ROWS_MOST + 1) + 1);
	struct problem problem;
	size_t i;

	(void)state;
	for (i = 0; i <= (size_t)ACT_ROWS_MOST; i++)
		memcpy(text + 2 * i, "7\n", 2);
	(void)said_by(&in, (str){ text, 2 * (size_t)ACT_ROWS_MOST }, NO_STR, &problem);
	assert_int_equal(problem.kind, PROBLEM_NONE);
	(void)said_by(&in, (str){ text, 2 * ((size_t)ACT_ROWS_MOST + 1) }, NO_STR, &problem);
	assert_string_equal(problem.text, "acts.too_many_lines");
	assert_string_equal(problem.field, "liste");
	for (i = 0; i <= (size_t)ACT_ROWS_MOST; i++)
		text[2 * i + 1] = ' ';
	(void)said_by(&in, (str){ text, 2 * ((size_t)ACT_ROWS_MOST + 1) }, NO_STR, &problem);
	assert_string_equal(problem.text, "acts.too_many_lines");
}

static void
a_spreadsheet(void **state)
{
	const struct act_agents_input in = { .effet = { 2026, 10, 1 } };
	struct problem problem;
	str got = said_by(&in, NO_STR, STR("Matricule;Nom;Date d\xe2\x80\x99" "effet;\xc3\x89" "chelon\n00042;DOSSOU Afi;02/10/2026;4\n;;;\n;SANS;02/10/2026;4\n17;KOSSI;31/02/2026;99\n"), &problem);
	json_t *rows = json_loadb(got.at, got.len, 0, NULL), *row;

	(void)state;
	assert_int_equal(problem.kind, PROBLEM_NONE);
	assert_int_equal(json_array_size(rows), 3);
	row = json_array_get(rows, 0);
	assert_string_equal(json_string_value(json_object_get(row, "m")), "00042");
	assert_string_equal(json_string_value(json_object_get(row, "e")), "2026-10-02");
	assert_int_equal(json_integer_value(json_object_get(row, "stp")), 4);
	assert_string_equal(json_string_value(json_object_get(row, "said")), "00042, ligne 2 du fichier");
	assert_string_equal(json_string_value(json_object_get(json_array_get(rows, 1), "fault")), "acts.matricule_missing");
	assert_string_equal(json_string_value(json_object_get(json_array_get(rows, 2), "fault")), "acts.date_unreadable");
	json_decref(rows);
	(void)said_by(&in, NO_STR, STR("Nom;Pr\xc3\xa9nom\nDOSSOU;Afi\nKOSSI;Ama\n"), &problem);
	assert_string_equal(problem.text, "acts.sheet_no_matricule");
	(void)said_by(&in, NO_STR, STR("Matricule\n"), &problem);
	assert_string_equal(problem.text, "acts.sheet_empty");
	(void)said_by(&in, NO_STR, STR("PK\x03\x04 not a workbook"), &problem);
	assert_int_not_equal(problem.kind, PROBLEM_NONE);
}

/* Bytes of every kind: a JSON text always comes out, or a problem. */
static void
hostile(void **state)
{
	static const char ALPHABET[] = "0123456789/-.;, \t\nAa1\xc2\xa0\xe2\x80\xaf\xff\xef\xbb\xbf\x01'\"\\<";
	const struct act_agents_input in = { .effet = { 0 } };
	uint32_t seed = 20261001;
	int round;

	(void)state;
	for (round = 0; round < 3000; round++) {
		char text[200];
		const size_t len = (seed = seed * 1664525u + 1013904223u) % sizeof text;
		struct problem problem;
		json_t *rows;
		str got;
		size_t i;

		for (i = 0; i < len; i++)
			text[i] = ALPHABET[(seed = seed * 1664525u + 1013904223u) / 65536u % (sizeof ALPHABET - 1)];
		got = said_by(&in, (str){ text, len }, NO_STR, &problem);
		assert_int_equal(problem.kind, PROBLEM_NONE);
		rows = json_loadb(got.at, got.len, 0, NULL);
		assert_non_null(rows);
		for (i = 0; i < json_array_size(rows); i++)
			assert_true(json_object_get(json_array_get(rows, i), "m") != NULL || json_object_get(json_array_get(rows, i), "fault") != NULL);
		json_decref(rows);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(one_a_line, begin, end), cmocka_unit_test_setup_teardown(date_and_grade, begin, end),
		cmocka_unit_test_setup_teardown(many_on_one_line, begin, end), cmocka_unit_test_setup_teardown(what_cannot_be_read, begin, end),
		cmocka_unit_test_setup_teardown(what_the_form_says_of_all, begin, end), cmocka_unit_test_setup_teardown(too_many, begin, end),
		cmocka_unit_test_setup_teardown(a_spreadsheet, begin, end), cmocka_unit_test_setup_teardown(hostile, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
