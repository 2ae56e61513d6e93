/* Fuzzes the values of an import: grades, dates, numbers, sex, staff numbers, names, headers. What is accepted is within its
 * bounds and, written plainly, reads the same. */
#include <stdlib.h>

#include "guichet/columns.h"

static const struct grade_bounds BOUNDS = { .scale_most = 3, .step_most = 15 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check_grade(struct arena *arena, str text)
{
	struct grade g, again;

	if (column_grade(text, &BOUNDS, &g).kind != PROBLEM_NONE)
		return;
	if (g.category < 'A' || g.category > 'E' || g.scale < 1 || g.scale > 3 || g.step < 1 || g.step > 15)
		abort();
	const str plain = arena_format(arena, "%c%d-%d", g.category, g.scale, g.step);

	if (column_grade(plain, &BOUNDS, &again).kind != PROBLEM_NONE || again.category != g.category ||
	    again.scale != g.scale || again.step != g.step)
		abort();
}

static void
check_date(struct arena *arena, str text)
{
	struct date d, again;

	if (column_date(text, &d).kind != PROBLEM_NONE)
		return;
	if (!date_valid(d.year, d.month, d.day))
		abort();
	if (column_date(date_iso(arena, d), &again).kind != PROBLEM_NONE || date_compare(d, again) != 0)
		abort();
}

static void
check_matricule(str text)
{
	char into[20], twice[20];
	str got, again;

	if (column_matricule(text, into, &got).kind != PROBLEM_NONE)
		return;
	if (got.len == 0 || got.len > 20 || column_matricule(got, twice, &again).kind != PROBLEM_NONE || !str_eq(got, again))
		abort();
}

static void
check_name(str text)
{
	str family, given;
	bool sure;

	if (column_full_name(text, &family, &given, &sure).kind != PROBLEM_NONE)
		return;
	if (family.len == 0 || family.len + given.len >= text.len)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const str text = { .at = (const char *)data, .len = size };
	struct arena *arena = arena_new();
	struct column_guess guess;
	struct sheet_row row = { .cells = &text, .count = 1 };
	char letter;
	int number = 1;

	check_grade(arena, text);
	check_date(arena, text);
	check_matricule(text);
	check_name(text);
	if (column_small_number(text, 9, &number).kind == PROBLEM_NONE && (number < 1 || number > 9))
		abort();
	if (column_sex(text, &letter).kind == PROBLEM_NONE && letter != 'M' && letter != 'F')
		abort();
	columns_guess(arena, COLUMN_FILE_PERSONNEL, &text, 1, &row, 1, &guess);
	if (guess.reason == NULL || guess.confidence < 0 || guess.confidence > 100)
		abort();
	arena_free(arena);
	return 0;
}
