/* The staircase of a career: lines of acts to points, points to geometry. What must rise rises, what is missing has its
 * place, and a drawing never leaves its frame. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "career/own.h"
#include "career/stair.h"
#include "db/shape.h"

#define TODAY ((struct date){ 2026, 11, 24 })

static struct arena *arena;
static PGresult     *result;
static struct rows   rows;

static const char *const COLUMNS[] = { "at_date", "end_date", "kind_code", "category", "scale", "step", "position_code",
	"position_label", "is_firm", "gap_code", "expected_date", "grade" };
enum { AT, END, KIND, CATEGORY, SCALE, STEP, POSITION, POSITION_LABEL, FIRM, GAP, EXPECTED, GRADE, COLUMN_COUNT };

static int
begin(void **state)
{
	PGresAttDesc columns[COLUMN_COUNT] = { 0 };
	size_t i;

	(void)state;
	arena = arena_new();
	for (i = 0; i < COLUMN_COUNT; i++) {
		columns[i].name = (char *)(uintptr_t)COLUMNS[i];
		columns[i].typid = TYPE_TEXT;
	}
	result = PQmakeEmptyPGresult(NULL, PGRES_TUPLES_OK);
	PQsetResultAttrs(result, COLUMN_COUNT, columns);
	rows = (struct rows){ result, 0, shape_of(result) };
	return 0;
}

static int
end(void **state)
{
	(void)state;
	shape_free(rows.shape);
	PQclear(result);
	arena_free(arena);
	return 0;
}

static void
put(size_t column, const char *value)
{
	char text[64];

	snprintf(text, sizeof(text), "%s", value);
	PQsetvalue(result, (int)rows.count - 1, (int)column, text, (int)strlen(text));
}

static void
line(const char *at, const char *category, const char *scale, const char *step)
{
	size_t i;

	rows.count++;
	for (i = 0; i < COLUMN_COUNT; i++)
		PQsetvalue(result, (int)rows.count - 1, (int)i, NULL, -1);
	put(AT, at);
	put(FIRM, "t");
	if (category != NULL)
		put(CATEGORY, category);
	if (scale != NULL)
		put(SCALE, scale);
	if (step != NULL)
		put(STEP, step);
}

static void
gap(const char *at, const char *expected, const char *grade)
{
	line(at, NULL, NULL, NULL);
	put(GAP, "missing_step");
	put(EXPECTED, expected);
	put(GRADE, grade);
}

static void
assert_point(const struct stair *stair, size_t i, const char *label, int level, enum stair_kind kind)
{
	assert_true(i < stair->count);
	assert_true(str_is(stair->points[i].label, label));
	assert_int_equal(stair->points[i].level, level);
	assert_int_equal(stair->points[i].kind, kind);
}

static void
a_step_after_the_other(void **state)
{
	struct stair *stair;

	(void)state;
	line("2010-01-04", "B", "1", "1");
	line("2012-01-04", NULL, NULL, "2");
	put(FIRM, "f");
	line("2012-06-01", NULL, NULL, "2");
	line("2014-01-04", "A", "3", "1");
	stair = stair_read(arena, &rows, TODAY);
	assert_int_equal(stair->count, 3);
	assert_point(stair, 0, "B1-1", 0, STAIR_PROVED);
	assert_point(stair, 1, "B1-2", 1, STAIR_DECLARED);
	assert_point(stair, 2, "A3-1", 2, STAIR_PROVED);
	assert_true(stair->points[0].major && !stair->points[1].major && stair->points[2].major);
}

static void
a_missing_step_has_its_place(void **state)
{
	struct stair *stair;

	(void)state;
	line("2010-01-04", "B", "1", "1");
	line("2011-01-04", "B", "1", "1");
	line("2016-01-04", "B", "1", "4");
	gap("2011-01-04", "2013-01-04", "B1-2");
	gap("2011-01-04", "2019-01-04", "B1-3");
	stair = stair_read(arena, &rows, TODAY);
	assert_int_equal(stair->count, 4);
	assert_point(stair, 1, "B1-2", 1, STAIR_MISSING);
	assert_point(stair, 2, "B1-3", 2, STAIR_MISSING);
	assert_int_equal(date_compare(stair->points[2].at, (struct date){ 2016, 1, 4 }), 0);
	assert_point(stair, 3, "B1-4", 3, STAIR_PROVED);
}

static void
a_step_down_never_goes_below_the_ground(void **state)
{
	struct stair *stair;

	(void)state;
	line("2010-01-04", "B", "1", "3");
	line("2012-01-04", NULL, NULL, "2");
	line("2014-01-04", NULL, NULL, "4");
	stair = stair_read(arena, &rows, TODAY);
	assert_point(stair, 1, "B1-2", 0, STAIR_PROVED);
	assert_point(stair, 2, "B1-4", 1, STAIR_PROVED);
}

static void
nothing_gives_nothing(void **state)
{
	(void)state;
	assert_int_equal(stair_read(arena, NULL, TODAY)->count, 0);
	line("2010-01-04", "B", NULL, NULL);
	assert_int_equal(stair_read(arena, &rows, TODAY)->count, 0);
	gap("2010-01-04", "2012-01-04", "B1-2");
	assert_int_equal(stair_read(arena, &rows, TODAY)->count, 0);
}

static void
too_many_points_lose_the_oldest(void **state)
{
	struct stair *stair;
	int i;

	(void)state;
	for (i = 0; i < STAIR_POINTS + 7; i++) {
		char at[16], step[8];

		snprintf(at, sizeof(at), "%d-01-01", 1900 + i);
		snprintf(step, sizeof(step), "%d", 1 + i);
		line(at, "B", "1", step);
	}
	stair = stair_read(arena, &rows, TODAY);
	assert_int_equal(stair->count, STAIR_POINTS);
	assert_true(str_is(stair->points[0].label, "B1-8"));
}

static void
what_is_expected_comes_after(void **state)
{
	struct stair *stair;

	(void)state;
	line("2010-01-04", "B", "1", "1");
	stair = stair_read(arena, &rows, TODAY);
	stair_expect(stair, (struct date){ 0, 0, 0 }, STR("B1-2"));
	stair_expect(stair, (struct date){ 2009, 1, 1 }, STR("B1-2"));
	assert_int_equal(stair->count, 1);
	stair_expect(stair, (struct date){ 2027, 1, 4 }, STR("B1-2"));
	assert_point(stair, 1, "B1-2", 1, STAIR_EXPECTED);
}

static void
a_time_elsewhere_ends(void **state)
{
	struct stair *stair;

	(void)state;
	line("2010-10-01", NULL, NULL, NULL);
	put(KIND, "mise_stage");
	put(END, "2012-09-30");
	line("2011-10-01", NULL, NULL, NULL);
	put(KIND, "retour_stage");
	line("2020-01-01", NULL, NULL, NULL);
	put(KIND, "detachement");
	put(POSITION, "detachement");
	put(POSITION_LABEL, "Détachement");
	stair = stair_read(arena, &rows, TODAY);
	assert_int_equal(stair->band_count, 2);
	assert_int_equal(date_compare(stair->bands[0].to, (struct date){ 2011, 10, 1 }), 0);
	assert_true(str_is(stair->bands[1].label, "Détachement"));
	assert_int_equal(date_compare(stair->bands[1].to, TODAY), 0);
}

/* Everything drawn, one number a line, so that a frame can be checked. */
static const char DRAWING[] = "{{%AUTOESCAPE context=\"HTML\"}}\n{{#NO_STAIR}}nothing{{/NO_STAIR}}{{#STAIR}}{{STAIR_FIRST}}>{{STAIR_LAST}} "
	"{{#STAIR_MISSES}}missing {{MISSES}} {{/STAIR_MISSES}}{{#STAIR_POINT}}<i title=\"{{X}} {{Y}}\"></i>{{/STAIR_POINT}}"
	"{{#STAIR_LEAVE}}{{#LEAVING}}leaving{{/LEAVING}}{{#LEFT}}left{{/LEFT}}{{/STAIR_LEAVE}}{{#STAIR_DOTS}} dots{{/STAIR_DOTS}}{{/STAIR}}\n";

static str
drawn(const struct stair *stair)
{
	char folder[] = "/tmp/stair-XXXXXX";
	str complaints = NO_STR, bytes, kept, path;
	struct templates *templates;
	struct page *page;
	FILE *file;

	assert_non_null(mkdtemp(folder));
	path = arena_format(arena, "%s/drawing.tpl", folder);
	file = fopen(path.at, "wb");
	assert_non_null(file);
	fputs(DRAWING, file);
	fclose(file);
	templates = templates_open(folder, NULL, NULL, &complaints, arena);
	unlink(path.at);
	rmdir(folder);
	assert_non_null(templates);
	page = page_begin(templates_find(templates, "drawing"), arena);
	stair_draw(stair, arena, page);
	bytes = page_render(page, 1024);
	assert_non_null(bytes.at);
	kept = arena_copy(arena, bytes);
	free((void *)(uintptr_t)bytes.at);
	templates_close(templates);
	return kept;
}

static bool
says(str text, const char *words)
{
	return memmem(text.at, text.len, words, strlen(words)) != NULL;
}

static void
assert_in_frame(str text)
{
	const char *at = text.at;
	size_t points = 0;

	while ((at = memmem(at, text.len - (size_t)(at - text.at), "title=\"", 7)) != NULL) {
		char *next;
		double x = strtod(at + 7, &next), y = strtod(next, NULL);

		assert_true(x >= 0 && x <= 100 && y >= 0 && y <= STAIR_HEIGHT);
		at += 7;
		points++;
	}
	assert_true(points > 0);
}

static void
a_drawing_stays_in_its_frame(void **state)
{
	struct stair *stair;
	str text;

	(void)state;
	assert_true(says(drawn(stair_read(arena, NULL, TODAY)), "nothing"));
	line("2026-11-24", "B", "1", "1");
	stair = stair_read(arena, &rows, TODAY);
	assert_in_frame(drawn(stair));
	stair_expect(stair, (struct date){ 9999, 1, 1 }, STR("B1-2"));
	stair_end(stair, (struct date){ 2060, 1, 1 }, false);
	text = drawn(stair);
	assert_in_frame(text);
	assert_true(says(text, "B1-1&gt;B1-1") || says(text, "B1-1>B1-1"));
	assert_true(says(text, "leaving") && says(text, "dots"));
	assert_false(says(text, "missing"));
}

static void
a_career_that_is_over_expects_nothing(void **state)
{
	struct stair *stair;
	str text;

	(void)state;
	line("1985-02-01", "C", "1", "1");
	line("1991-02-01", "C", "1", "4");
	gap("1985-02-01", "1987-02-01", "C1-2");
	stair = stair_read(arena, &rows, TODAY);
	stair_end(stair, (struct date){ 2015, 7, 1 }, true);
	text = drawn(stair);
	assert_in_frame(text);
	assert_true(says(text, "left") && says(text, "missing 1"));
	assert_false(says(text, "dots"));
}

static void
durations_in_words(void **state)
{
	static const struct { struct date from, to; const char *words; } CASES[] = {
		{ { 1998, 10, 3 }, { 2026, 11, 24 }, "28\u00a0ans, 1\u00a0mois" },
		{ { 2025, 11, 24 }, { 2026, 11, 24 }, "1\u00a0an" },
		{ { 2025, 11, 25 }, { 2026, 11, 24 }, "11\u00a0mois" },
		{ { 2026, 11, 23 }, { 2026, 11, 24 }, "1\u00a0jour" },
		{ { 2026, 11, 24 }, { 2026, 11, 24 }, "0\u00a0jour" },
		{ { 2024, 1, 31 }, { 2024, 2, 29 }, "29\u00a0jours" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(CASES) / sizeof(CASES[0]); i++)
		assert_true(str_is(own_lapse(arena, CASES[i].from, CASES[i].to), CASES[i].words));
	assert_null(own_lapse(arena, TODAY, (struct date){ 2026, 11, 23 }).at);
	assert_null(own_lapse(arena, (struct date){ 0, 0, 0 }, TODAY).at);
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, begin, end)
	const struct CMUnitTest tests[] = { TEST(a_step_after_the_other), TEST(a_missing_step_has_its_place),
		TEST(a_step_down_never_goes_below_the_ground), TEST(nothing_gives_nothing), TEST(too_many_points_lose_the_oldest),
		TEST(what_is_expected_comes_after), TEST(a_time_elsewhere_ends), TEST(a_drawing_stays_in_its_frame),
		TEST(a_career_that_is_over_expects_nothing), TEST(durations_in_words) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
