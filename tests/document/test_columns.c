/* The column guesser on the headers that administrations write, and the parsing of values: each acceptance beside its refusal. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "guichet/columns.h"

static const struct grade_bounds BOUNDS = { .scale_most = 3, .step_most = 15 };

static void
headers_are_folded(void **state)
{
	static const struct {
		const char *header, *folded;
	} cases[] = {
		{ "N° Matricule", "n matricule" }, { "Né(e)  le", "ne e le" }, { "NOM & PRÉNOMS", "nom et prenoms" },
		{ " Réf. acte : ", "ref acte" }, { "Œuvre&cœur", "oeuvre et coeur" }, { "Date\nd’effet", "date d effet" },
		{ "Pre\u0301noms", "prenoms" }, { "Şexe", "sexe" }, { "***", "" }, { "", "" }, { "\xff\xc3", "" },
	};
	struct arena *arena = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const str got = column_fold(arena, str_of(cases[i].header));

		if (!str_is(got, cases[i].folded))
			fail_msg("\"%s\" gives \"%.*s\"", cases[i].header, STR_ARGS(got));
	}
	arena_free(arena);
}

struct column_case {
	const char        *header;
	const char        *value;     /* in each of the rows; NULL = blank */
	enum column_target target;
};

#define ROWS 5

/* Guesses a whole table at once; each column has the same value in each row. */
static void
assert_guessed(enum column_file file, const struct column_case *cases, size_t count)
{
	struct arena *arena = arena_new();
	str *headers = arena_array(arena, count, sizeof *headers), *values = arena_array(arena, count, sizeof *values);
	struct column_guess *guesses = arena_array(arena, count, sizeof *guesses);
	struct sheet_row rows[ROWS];

	for (size_t i = 0; i < count; i++) {
		headers[i] = str_of(cases[i].header);
		values[i] = cases[i].value != NULL ? str_of(cases[i].value) : STR("");
	}
	for (size_t i = 0; i < ROWS; i++)
		rows[i] = (struct sheet_row){ .cells = values, .count = count, .line = i + 2, .number = i + 2 };
	columns_guess(arena, file, headers, count, rows, ROWS, guesses);
	for (size_t i = 0; i < count; i++) {
		if (guesses[i].target != cases[i].target)
			fail_msg("\"%s\" gives %s (%d), not %s", cases[i].header, column_target_name(guesses[i].target),
			         guesses[i].confidence, column_target_name(cases[i].target));
		assert_non_null(guesses[i].reason);
		assert_true(guesses[i].confidence <= 100);
		assert_true(guesses[i].target == COLUMN_NONE ? guesses[i].confidence == 0 : guesses[i].confidence >= 40);
	}
	arena_free(arena);
}
#define ASSERT_GUESSED(file, cases) assert_guessed((file), (cases), sizeof(cases) / sizeof *(cases))

static void
personnel_files_are_understood(void **state)
{
	static const struct column_case one[] = {
		{ "N°", "12", COLUMN_NONE }, { "Mle", "0012345", COLUMN_MATRICULE }, { "Nom & prénoms", "ADJOVI Koffi", COLUMN_FULL_NAME },
		{ "SEXE", "M", COLUMN_SEX }, { "Date naiss.", "03/03/1978", COLUMN_BIRTH_DATE },
		{ "Cat/Ech", "A1-9", COLUMN_GRADE }, { "Corps", "Attaché des services financiers", COLUMN_CORPS },
		{ "Date 1ère prise de service", "28000", COLUMN_FIRST_SERVICE_DATE }, { "Tél.", "01 97 00 00 00", COLUMN_PHONE },
		{ "Adresse e-mail", "a@b.bj", COLUMN_EMAIL }, { "NPI", "1234567890", COLUMN_NPI }, { "Statut", "FE", COLUMN_STATUS },
		{ "Lieu d’affectation", "DGFP", COLUMN_STRUCTURE }, { "Position", "En activité", COLUMN_POSITION },
		{ "Observations", "rien", COLUMN_NONE },
	};
	static const struct column_case two[] = {
		{ "MATRICULE", "12345", COLUMN_MATRICULE }, { "NOM", "ADJOVI", COLUMN_FAMILY_NAME },
		{ "Prénom(s)", "Koffi", COLUMN_GIVEN_NAMES }, { "Né(e) le", "1978-03-03", COLUMN_BIRTH_DATE },
		{ "Catégorie", "A", COLUMN_CATEGORY }, { "Échelle", "1", COLUMN_SCALE }, { "Échelon", "9", COLUMN_STEP },
		{ "Ministère", "MTFP", COLUMN_STRUCTURE }, { "Genre", "Féminin", COLUMN_SEX },
	};
	static const struct column_case three[] = {
		{ "N° matricule", "12345", COLUMN_MATRICULE }, { "Nom", "ADJOVI Koffi", COLUMN_FULL_NAME },
		{ "Date de naissance de l'agent", "1978-03-03", COLUMN_BIRTH_DATE }, { "Ech.", "A1-9", COLUMN_GRADE },
		{ "Grade", "Attaché principal", COLUMN_NONE },
	};
	static const struct column_case bare[] = {
		{ "", "a@b.bj", COLUMN_EMAIL }, { "?", "A3/9", COLUMN_GRADE }, { "col 3", "F", COLUMN_SEX },
		{ "col 4", "1978-03-03", COLUMN_NONE }, { "col 5", NULL, COLUMN_NONE }, { "Salaire", "192000", COLUMN_NONE },
		{ "col 7", "0197000000", COLUMN_NONE },
	};

	(void)state;
	ASSERT_GUESSED(COLUMN_FILE_PERSONNEL, one);
	ASSERT_GUESSED(COLUMN_FILE_PERSONNEL, two);
	ASSERT_GUESSED(COLUMN_FILE_PERSONNEL, three);
	ASSERT_GUESSED(COLUMN_FILE_PERSONNEL, bare);
}

static void
act_files_are_understood(void **state)
{
	static const struct column_case one[] = {
		{ "Matricule", "12345", COLUMN_MATRICULE }, { "Nature de l’acte", "Avancement d’échelon", COLUMN_ACT_KIND },
		{ "Réf acte", "009/MTFP/DC/SGM/SA/006SGG25", COLUMN_ACT_REFERENCE }, { "Signé le", "11/04/2025", COLUMN_SIGNED_ON },
		{ "Date effet", "2025-01-01", COLUMN_EFFECT_DATE }, { "Nouveau grade", "A1-9", COLUMN_GRADE },
		{ "Ancien grade", "A1-8", COLUMN_NONE }, { "Obs.", NULL, COLUMN_NOTE },
		{ "Nom et prénoms", "ADJOVI Koffi", COLUMN_NONE },
	};
	static const struct column_case two[] = {
		{ "MLE", "12345", COLUMN_MATRICULE }, { "Acte", "Titularisation", COLUMN_ACT_KIND },
		{ "p/c du", "1er avril 2025", COLUMN_EFFECT_DATE }, { "Date", "11/04/2025", COLUMN_SIGNED_ON },
		{ "x", "2664/MFPTRA/DGCAE/SR/D3", COLUMN_ACT_REFERENCE },
	};

	(void)state;
	ASSERT_GUESSED(COLUMN_FILE_ACTS, one);
	ASSERT_GUESSED(COLUMN_FILE_ACTS, two);
}

static void
values_can_contradict_a_header(void **state)
{
	static const struct column_case swapped[] = {
		{ "Sexe", "03/03/1978", COLUMN_NONE }, { "Date de naissance", "M", COLUMN_SEX },
	};
	static const struct column_case twice[] = {
		{ "Matricule solde", "111", COLUMN_NONE }, { "Matricule", "222", COLUMN_MATRICULE },
	};

	(void)state;
	ASSERT_GUESSED(COLUMN_FILE_PERSONNEL, swapped);
	ASSERT_GUESSED(COLUMN_FILE_PERSONNEL, twice);
}

static void
titles_above_the_headers_are_passed(void **state)
{
	const str title[] = { STR("Liste des agents du service"), STR("") }, heads[] = { STR("Mle"), STR("Nom"), STR("Prénoms") },
	          body[] = { STR("1"), STR("ADJOVI"), STR("Koffi") };
	const struct sheet_row rows[] = { { title, 2, 1, 1 }, { heads, 3, 3, 3 }, { body, 3, 4, 4 } };
	struct arena *arena = arena_new();

	(void)state;
	assert_int_equal(columns_header_row(arena, COLUMN_FILE_PERSONNEL, rows, 3), 1);
	assert_int_equal(columns_header_row(arena, COLUMN_FILE_PERSONNEL, rows + 1, 2), 0);
	assert_int_equal(columns_header_row(arena, COLUMN_FILE_PERSONNEL, rows + 2, 1), 0);
	arena_free(arena);
}

static void
targets_have_names(void **state)
{
	(void)state;
	for (enum column_target t = COLUMN_NONE; t < COLUMN_TARGETS; t++)
		assert_int_equal(column_target_of(str_of(column_target_name(t))), t);
	assert_int_equal(column_target_of(STR("salary")), COLUMN_NONE);
	assert_true(column_target_allowed(COLUMN_FILE_ACTS, COLUMN_EFFECT_DATE));
	assert_false(column_target_allowed(COLUMN_FILE_PERSONNEL, COLUMN_EFFECT_DATE));
	assert_false(column_target_allowed(COLUMN_FILE_ACTS, COLUMN_PHONE));
}

static void
assert_problem(struct problem got, const char *want, const char *text)
{
	if (got.kind == PROBLEM_NONE ? want != NULL : want == NULL || strcmp(got.text, want) != 0)
		fail_msg("\"%s\" gives %s, not %s", text, got.kind == PROBLEM_NONE ? "no problem" : got.text,
		         want != NULL ? want : "no problem");
}

static void
grades_are_read(void **state)
{
	static const struct {
		const char *text, *problem;
		char        category;
		int         scale, step;
	} cases[] = {
		{ "A1-9", NULL, 'A', 1, 9 }, { "a3/09", NULL, 'A', 3, 9 }, { " B 2 - 12 ", NULL, 'B', 2, 12 },
		{ "A1 éch. 9", NULL, 'A', 1, 9 }, { "A-1-9", NULL, 'A', 1, 9 }, { "C3.1", NULL, 'C', 3, 1 },
		{ "catégorie A, échelle 1, échelon 9", NULL, 'A', 1, 9 }, { "Cat. D échelle 2 échelon 15", NULL, 'D', 2, 15 },
		{ "CATÉGORIE E ÉCHELLE 3 ÉCHELON 01", NULL, 'E', 3, 1 }, { "A1 – 9", NULL, 'A', 1, 9 },
		{ "", "column.grade_form", 0, 0, 0 }, { "A", "column.grade_form", 0, 0, 0 }, { "A1", "column.grade_form", 0, 0, 0 },
		{ "A19", "column.grade_form", 0, 0, 0 }, { "A1-", "column.grade_form", 0, 0, 0 },
		{ "A1-9x", "column.grade_form", 0, 0, 0 }, { "A1-9-2", "column.grade_form", 0, 0, 0 },
		{ "Attaché", "column.grade_form", 0, 0, 0 }, { "F1-9", "column.grade_category", 0, 0, 0 },
		{ "A4-9", "column.grade_scale", 0, 0, 0 }, { "A0-9", "column.grade_scale", 0, 0, 0 },
		{ "A1-16", "column.grade_step", 0, 0, 0 }, { "A1-0", "column.grade_step", 0, 0, 0 },
		{ "A1-123", "column.grade_step", 0, 0, 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct grade grade = { .category = 0 };

		assert_problem(column_grade(str_of(cases[i].text), &BOUNDS, &grade), cases[i].problem, cases[i].text);
		assert_int_equal(grade.category, cases[i].category);
		assert_int_equal(grade.scale, cases[i].scale);
		assert_int_equal(grade.step, cases[i].step);
	}
}

static void
dates_are_read(void **state)
{
	static const struct {
		const char *text, *problem;
		int         year, month, day;
	} cases[] = {
		{ "1998-03-03", NULL, 1998, 3, 3 }, { "1998-03-03 00:00:00", NULL, 1998, 3, 3 }, { "1998-03-03T08:00", NULL, 1998, 3, 3 },
		{ "03/03/1998", NULL, 1998, 3, 3 }, { "3/3/1998 08:00", NULL, 1998, 3, 3 }, { "31.12.1999", NULL, 1999, 12, 31 },
		{ "3 mars 1998", NULL, 1998, 3, 3 }, { "1er avril 2027", NULL, 2027, 4, 1 }, { "35857", NULL, 1998, 3, 3 },
		{ "35857.0", NULL, 1998, 3, 3 }, { "7306", NULL, 1920, 1, 1 }, { "73050", NULL, 2099, 12, 31 },
		{ "36585", NULL, 2000, 2, 29 }, { "03031998", NULL, 1998, 3, 3 }, { "19980303", NULL, 1998, 3, 3 },
		{ "20101112", NULL, 2010, 11, 12 }, { "", "column.date_form", 0, 0, 0 }, { "hier", "column.date_form", 0, 0, 0 },
		{ "1998", "column.date_year_only", 0, 0, 0 }, { "7305", "column.date_form", 0, 0, 0 },
		{ "73051", "column.date_form", 0, 0, 0 }, { "-35857", "column.date_form", 0, 0, 0 },
		{ "03/03/98", "column.date_short_year", 0, 0, 0 }, { "30/02/1998", "column.date_impossible", 0, 0, 0 },
		{ "03/15/1998", "column.date_impossible", 0, 0, 0 }, { "1998-02-30", "column.date_impossible", 0, 0, 0 },
		{ "32031998", "column.date_impossible", 0, 0, 0 }, { "3/3", "column.date_form", 0, 0, 0 },
		{ "99999999999999999999", "column.date_form", 0, 0, 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct date date = { .year = 0 };

		assert_problem(column_date(str_of(cases[i].text), &date), cases[i].problem, cases[i].text);
		if (cases[i].problem == NULL) {
			assert_int_equal(date.year, cases[i].year);
			assert_int_equal(date.month, cases[i].month);
			assert_int_equal(date.day, cases[i].day);
		}
	}
}

static void
small_values_are_read(void **state)
{
	static const struct {
		const char *text;
		char        sex;
	} sexes[] = { { "M", 'M' }, { "h", 'M' }, { " F ", 'F' }, { "Masculin", 'M' }, { "FÉMININ", 'F' }, { "Mme", 'F' },
		{ "M.", 'M' }, { "1", 0 }, { "", 0 }, { "X", 0 }, { "MF", 0 } };
	static const struct {
		const char *text;
		int         number;
	} numbers[] = { { "3", 3 }, { "03", 3 }, { "échelle 3", 3 }, { "éch. 3", 3 }, { "3e échelon", 3 }, { "1er échelon", 1 },
		{ "2ème", 2 }, { "Échelon 12", 12 }, { "0", 0 }, { "16", 0 }, { "-3", 0 }, { "3,5", 0 }, { "", 0 }, { "trois", 0 } };
	char letter;
	int number;

	(void)state;
	for (size_t i = 0; i < sizeof sexes / sizeof *sexes; i++) {
		assert_problem(column_sex(str_of(sexes[i].text), &letter), sexes[i].sex != 0 ? NULL : "column.sex", sexes[i].text);
		assert_true(sexes[i].sex == 0 || letter == sexes[i].sex);
	}
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		assert_problem(column_small_number(str_of(numbers[i].text), 15, &number),
		               numbers[i].number != 0 ? NULL : "column.small_number", numbers[i].text);
		assert_true(numbers[i].number == 0 || number == numbers[i].number);
	}
	assert_problem(column_category(STR("Catégorie B"), &letter), NULL, "Catégorie B");
	assert_int_equal(letter, 'B');
	assert_problem(column_category(STR("c"), &letter), NULL, "c");
	assert_int_equal(letter, 'C');
	assert_problem(column_category(STR("F"), &letter), "column.grade_category", "F");
	assert_problem(column_category(STR("A1"), &letter), "column.grade_category", "A1");
}

static void
matricules_are_read(void **state)
{
	char into[20];
	str got;

	(void)state;
	assert_problem(column_matricule(STR(" 00 123\u00a0b/x "), into, &got), NULL, "00 123 b/x");
	assert_true(str_is(got, "00123B/X"));
	assert_problem(column_matricule(STR("12345678901234567890"), into, &got), NULL, "20 digits");
	assert_problem(column_matricule(STR("123456789012345678901"), into, &got), "column.matricule", "21 digits");
	assert_problem(column_matricule(STR("12é"), into, &got), "column.matricule", "12é");
	assert_problem(column_matricule(STR("  "), into, &got), "column.matricule", "blank");
	assert_problem(column_matricule(NO_STR, into, &got), "column.matricule", "absent");
}

static void
names_are_split(void **state)
{
	static const struct {
		const char *text, *family, *given;
		bool        sure;
	} cases[] = {
		{ "ADJOVI Koffi Jean", "ADJOVI", "Koffi Jean", true }, { "D’ALMEIDA  Aïcha", "D’ALMEIDA", "Aïcha", true },
		{ "DA SILVA Épiphane", "DA SILVA", "Épiphane", true }, { "ADJOVI KOFFI JEAN", "ADJOVI", "KOFFI JEAN", false },
		{ "Adjovi Koffi", "Adjovi", "Koffi", false }, { "AÏVO Zoë", "AÏVO", "Zoë", true },
	};
	str family, given;
	bool sure;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_problem(column_full_name(str_of(cases[i].text), &family, &given, &sure), NULL, cases[i].text);
		if (!str_is(family, cases[i].family) || !str_is(given, cases[i].given) || sure != cases[i].sure)
			fail_msg("\"%s\" gives \"%.*s\" and \"%.*s\"", cases[i].text, STR_ARGS(family), STR_ARGS(given));
	}
	assert_problem(column_full_name(STR("ADJOVI"), &family, &given, &sure), "column.full_name", "ADJOVI");
	assert_problem(column_full_name(STR("  "), &family, &given, &sure), "column.full_name", "blank");
	assert_problem(column_full_name(NO_STR, &family, &given, &sure), "column.full_name", "absent");
}

/* The payer's file: what its headers are called, whichever words and order. */
static void
pay_files_are_understood(void **state)
{
	static const struct column_case usual[] = {
		{ "Matricule", "123456", COLUMN_MATRICULE }, { "Catégorie", "A", COLUMN_CATEGORY }, { "Échelle", "3", COLUMN_SCALE },
		{ "Échelon", "7", COLUMN_STEP }, { "Indice", "713", COLUMN_PAY_INDEX }, { "Traitement indiciaire", "213900", COLUMN_INDEX_PAY },
		{ "Position", "Activité", COLUMN_POSITION }, { "Mois", "10/2026", COLUMN_PAY_MONTH }, { "Nom et prénoms", "ADJOVI Koffi", COLUMN_NONE },
	};
	static const struct column_case other[] = {
		{ "SOLDE DE BASE", "213 900", COLUMN_INDEX_PAY }, { "MLE", "123456", COLUMN_MATRICULE }, { "Grade", "A3-7", COLUMN_GRADE },
		{ "Indice de solde", "713", COLUMN_PAY_INDEX }, { "Période de paye", "octobre 2026", COLUMN_PAY_MONTH }, { "Téléphone", "97000001", COLUMN_NONE },
	};

	(void)state;
	assert_guessed(COLUMN_FILE_PAY, usual, sizeof usual / sizeof *usual);
	assert_guessed(COLUMN_FILE_PAY, other, sizeof other / sizeof *other);
}

static void
months_are_read(void **state)
{
	static const char *const good[] = { "2026-10", "10/2026", "10-2026", "202610", "octobre 2026", "Octobre 2026", "2026-10-31", "31/10/2026", " 2026-10 ", "46296" };
	static const char *const bad[] = { "", "2026", "13/2026", "2026-13", "202613", "octobre", "oct. 26", "10/26", "0/2026", "-1/2026", "abc" };
	struct date month;

	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		month = (struct date){ .year = 0 };
		if (column_month(str_of(good[i]), &month).kind != PROBLEM_NONE || month.year != 2026 || month.month != 10 || month.day != 1)
			fail_msg("\"%s\" gives %d-%d-%d", good[i], month.year, month.month, month.day);
	}
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		const struct problem problem = column_month(str_of(bad[i]), &month);

		if (problem.kind != PROBLEM_INPUT || strcmp(problem.text, "column.month_form") != 0)
			fail_msg("\"%s\" is taken for a month", bad[i]);
	}
}

static void
whole_numbers_are_read(void **state)
{
	static const struct { const char *text; int64_t number; } good[] = {
		{ "713", 713 }, { "213900", 213900 }, { "213 900", 213900 }, { "213\xc2\xa0" "900", 213900 }, { "213\xe2\x80\xaf" "900 FCFA", 213900 }, { "213.900", 213900 },
		{ "713,00", 713 }, { "713.0", 713 }, { "0", 0 }, { "-0", 0 }, { "1.213.900", 1213900 },
	};
	static const struct { const char *text, *why; } bad[] = {
		{ "", "column.whole_form" }, { "abc", "column.whole_form" }, { "713,5", "column.whole_form" }, { "713.5", "column.whole_form" }, { "7 1a", "column.whole_form" },
		{ "-713", "column.whole_negative" }, { "-213 900", "column.whole_negative" }, { "99999999999", "column.whole_most" }, { "1234567890123456789012", "column.whole_most" },
		{ ".900", "column.whole_form" }, { "1.90", "column.whole_form" }, { "FCFA", "column.whole_form" }, { "1e5", "column.whole_form" },
	};
	int64_t number;

	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		number = -1;
		if (column_whole(str_of(good[i].text), 99999999, &number).kind != PROBLEM_NONE || number != good[i].number)
			fail_msg("\"%s\" gives %lld", good[i].text, (long long)number);
	}
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		const struct problem problem = column_whole(str_of(bad[i].text), 99999999, &number);

		if (problem.kind != PROBLEM_INPUT || strcmp(problem.text, bad[i].why) != 0)
			fail_msg("\"%s\": %s", bad[i].text, problem.kind == PROBLEM_NONE ? "taken" : problem.text);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(headers_are_folded),
		cmocka_unit_test(personnel_files_are_understood),
		cmocka_unit_test(act_files_are_understood),
		cmocka_unit_test(values_can_contradict_a_header),
		cmocka_unit_test(titles_above_the_headers_are_passed),
		cmocka_unit_test(targets_have_names),
		cmocka_unit_test(grades_are_read),
		cmocka_unit_test(dates_are_read),
		cmocka_unit_test(small_values_are_read),
		cmocka_unit_test(matricules_are_read),
		cmocka_unit_test(names_are_split),
		cmocka_unit_test(pay_files_are_understood),
		cmocka_unit_test(months_are_read),
		cmocka_unit_test(whole_numbers_are_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
