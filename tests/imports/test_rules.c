/* Rules of one line of a file: each acceptance beside its refusal. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "imports/rules.h"

static struct rules
rules_for(enum column_file file)
{
	struct rules rules = { .file = file, .bounds = { .scale_most = 3, .step_most = 15 }, .today = { 2026, 11, 23 } };

	return rules;
}

/* Reads a line with the given fields in its columns; the texts are literals. */
static struct staged
read_line(enum column_file file, size_t count, const enum column_target targets[], const char *const values[])
{
	struct rules rules = rules_for(file);
	str cells[COLUMN_TARGETS];
	struct sheet_row row = { .cells = cells, .count = count, .line = 7, .number = 7 };
	struct staged staged;

	for (size_t i = 0; i < count; i++) {
		rules.place[targets[i]] = i + 1;
		cells[i] = str_of(values[i]);
	}
	rules_read(&rules, &row, &staged);
	return staged;
}

#define LINE(file, ...)                                                                                          \
	__extension__({                                                                                          \
		const struct { enum column_target target; const char *value; } pairs[] = { { COLUMN_MATRICULE, "M1" }, __VA_ARGS__ }; \
		enum column_target targets[sizeof pairs / sizeof *pairs];                                        \
		const char *values[sizeof pairs / sizeof *pairs];                                                \
		for (size_t k = 0; k < sizeof pairs / sizeof *pairs; k++) {                                      \
			targets[k] = pairs[k].target;                                                            \
			values[k] = pairs[k].value;                                                              \
		}                                                                                                \
		read_line(file, sizeof pairs / sizeof *pairs, targets, values);                                  \
	})
#define PERSON(...) LINE(COLUMN_FILE_PERSONNEL, __VA_ARGS__)
#define ACT(...)    LINE(COLUMN_FILE_ACTS, { COLUMN_ACT_KIND, "nomination" }, __VA_ARGS__)

static void
assert_fault(const struct staged *s, const char *field, const char *why)
{
	for (size_t i = 0; i < s->fault_count; i++)
		if (strcmp(s->faults[i].field, field) == 0 && strcmp(s->faults[i].why, why) == 0)
			return;
	fail_msg("no fault %s %s among %zu (first: %s)", field, why, s->fault_count, s->fault_count > 0 ? s->faults[0].why : "none");
}

static void
assert_good(const struct staged *s)
{
	if (s->fault_count != 0)
		fail_msg("%s: %s", s->faults[0].field, s->faults[0].why);
}

static void
a_matricule_is_there(void **state)
{
	const enum column_target matricule[] = { COLUMN_MATRICULE };
	struct staged s;

	(void)state;
	s = read_line(COLUMN_FILE_PERSONNEL, 1, matricule, (const char *const[]){ " ab 12 " });
	assert_good(&s);
	assert_int_equal(s.matricule.len, 4);                 /* its text is in the room, which was copied */
	assert_memory_equal(s.matricule_room, "AB12", 4);
	assert_int_equal(s.line, 7);
	s = read_line(COLUMN_FILE_PERSONNEL, 1, matricule, (const char *const[]){ "   " });
	assert_fault(&s, "matricule", "imports.matricule_missing");
	s = read_line(COLUMN_FILE_PERSONNEL, 1, matricule, (const char *const[]){ "é1" });
	assert_fault(&s, "matricule", "column.matricule");
	s = read_line(COLUMN_FILE_PERSONNEL, 1, matricule, (const char *const[]){ "123456789012345678901" });
	assert_fault(&s, "matricule", "column.matricule");
}

static void
a_row_may_be_short(void **state)
{
	struct rules rules = rules_for(COLUMN_FILE_PERSONNEL);
	const str cells[] = { STR("M1") };
	const struct sheet_row row = { .cells = cells, .count = 1, .line = 2, .number = 2 };
	struct staged s;

	(void)state;
	rules.place[COLUMN_MATRICULE] = 1;
	rules.place[COLUMN_SEX] = 12;
	rules_read(&rules, &row, &s);
	assert_good(&s);
	assert_int_equal(s.sex, 0);
}

static void
dates_exist_and_are_near(void **state)
{
	struct staged s;

	(void)state;
	s = PERSON({ COLUMN_BIRTH_DATE, "03/03/1985" }, { COLUMN_FIRST_SERVICE_DATE, "2010-10-01" });
	assert_good(&s);
	assert_int_equal(s.birth_date.year, 1985);
	s = PERSON({ COLUMN_BIRTH_DATE, "31/02/1985" });
	assert_fault(&s, "birth_date", "column.date_impossible");
	assert_true(str_is(s.faults[0].value, "31/02/1985"));
	assert_false(date_there(s.birth_date));
	s = PERSON({ COLUMN_BIRTH_DATE, "31/12/1899" });
	assert_fault(&s, "birth_date", "imports.date_range");
	s = PERSON({ COLUMN_BIRTH_DATE, "01/01/1900" });
	assert_good(&s);
	s = PERSON({ COLUMN_BIRTH_DATE, "24/11/2026" });
	assert_fault(&s, "birth_date", "imports.born_tomorrow");
	s = ACT({ COLUMN_EFFECT_DATE, "01/01/2101" });
	assert_fault(&s, "effect_date", "imports.date_range");
	s = ACT({ COLUMN_EFFECT_DATE, "01/01/2032" });
	assert_fault(&s, "effect_date", "imports.too_far");
	s = ACT({ COLUMN_EFFECT_DATE, "01/01/2031" });
	assert_good(&s);
}

static void
nobody_is_hired_as_a_child(void **state)
{
	struct staged s;

	(void)state;
	s = PERSON({ COLUMN_BIRTH_DATE, "03/03/1985" }, { COLUMN_FIRST_SERVICE_DATE, "03/03/2001" });
	assert_good(&s);
	s = PERSON({ COLUMN_BIRTH_DATE, "03/03/1985" }, { COLUMN_FIRST_SERVICE_DATE, "02/03/2001" });
	assert_fault(&s, "first_service_date", "imports.hired_too_young");
	s = PERSON({ COLUMN_BIRTH_DATE, "03/03/1950" }, { COLUMN_FIRST_SERVICE_DATE, "04/03/2020" });
	assert_fault(&s, "first_service_date", "imports.hired_too_old");
	s = PERSON({ COLUMN_FIRST_SERVICE_DATE, "24/11/2027" });
	assert_fault(&s, "first_service_date", "imports.too_far");
}

static void
names_agree(void **state)
{
	struct staged s;

	(void)state;
	s = PERSON({ COLUMN_FULL_NAME, "ADJOVI Koffi Jean" });
	assert_good(&s);
	assert_true(str_is(s.family_name, "ADJOVI"));
	assert_true(str_is(s.given_names, "Koffi Jean"));
	s = PERSON({ COLUMN_FULL_NAME, "ADJOVI Koffi" }, { COLUMN_FAMILY_NAME, "Adjovi" }, { COLUMN_GIVEN_NAMES, "Koffi" });
	assert_good(&s);
	s = PERSON({ COLUMN_FULL_NAME, "ADJOVI KOFFI JEAN" }, { COLUMN_FAMILY_NAME, "ADJOVI KOFFI" }, { COLUMN_GIVEN_NAMES, "Jean" });
	assert_good(&s);
	s = PERSON({ COLUMN_FULL_NAME, "ADJOVI Koffi" }, { COLUMN_FAMILY_NAME, "DOSSOU" }, { COLUMN_GIVEN_NAMES, "Koffi" });
	assert_fault(&s, "full_name", "imports.names_disagree");
	s = PERSON({ COLUMN_FULL_NAME, "ADJOVI" });
	assert_fault(&s, "full_name", "column.full_name");
}

static void
sex_is_one_of_two(void **state)
{
	struct staged s;

	(void)state;
	s = PERSON({ COLUMN_SEX, "Féminin" });
	assert_good(&s);
	assert_int_equal(s.sex, 'F');
	s = PERSON({ COLUMN_SEX, "X" });
	assert_fault(&s, "sex", "column.sex");
	assert_int_equal(s.sex, 0);
}

static void
grades_are_in_bounds_and_agree(void **state)
{
	struct staged s;

	(void)state;
	s = PERSON({ COLUMN_GRADE, "A1-9" });
	assert_good(&s);
	assert_int_equal(s.category, 'A');
	assert_int_equal(s.step, 9);
	s = PERSON({ COLUMN_GRADE, "A1-9" }, { COLUMN_CATEGORY, "cat. A" }, { COLUMN_STEP, "09" });
	assert_good(&s);
	s = PERSON({ COLUMN_GRADE, "A1-9" }, { COLUMN_STEP, "8" });
	assert_fault(&s, "grade", "imports.grade_disagrees");
	s = PERSON({ COLUMN_SCALE, "3" }, { COLUMN_STEP, "15" });
	assert_good(&s);
	s = PERSON({ COLUMN_SCALE, "4" });
	assert_fault(&s, "scale", "column.grade_scale");
	s = PERSON({ COLUMN_STEP, "16" });
	assert_fault(&s, "step", "column.grade_step");
	s = PERSON({ COLUMN_CATEGORY, "K" });
	assert_fault(&s, "category", "column.grade_category");
}

static void
phones_are_of_benin(void **state)
{
	static const char *const good[] = { "01 97 00 00 01", "97000001", "+229 01 97 00 00 01", "00229 97 00 00 01", "01.97.00.00.01" };
	static const char *const bad[] = { "12", "+33 6 12 34 56 78", "01970000012345678901", "0297000001", "97 00 00 0x" };
	struct staged s;

	(void)state;
	for (size_t i = 0; i < 5; i++) {
		s = PERSON({ COLUMN_PHONE, good[i] });
		assert_good(&s);
		assert_int_equal(s.phone.len, 14);
		assert_memory_equal(s.phone_room, "+2290197000001", 14);
		s = PERSON({ COLUMN_PHONE, bad[i] });
		assert_fault(&s, "phone", "imports.phone");
	}
}

static void
emails_are_whole(void **state)
{
	static const char *const bad[] = { "koffi", "@exemple.bj", "koffi@", "a@b@c.bj", "koffi@exemple", "kof fi@exemple.bj", "koffi@exemple." };
	struct staged s;

	(void)state;
	s = PERSON({ COLUMN_EMAIL, "Koffi@Exemple.BJ" });
	assert_good(&s);
	assert_memory_equal(s.email_room, "koffi@exemple.bj", 16);
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		s = PERSON({ COLUMN_EMAIL, bad[i] });
		assert_fault(&s, "email", "imports.email");
	}
}

static void
an_act_has_a_kind_and_an_effect(void **state)
{
	struct staged s;

	(void)state;
	s = ACT({ COLUMN_EFFECT_DATE, "01/10/2024" }, { COLUMN_SIGNED_ON, "23/11/2026" });
	assert_good(&s);
	s = ACT({ COLUMN_EFFECT_DATE, "" });
	assert_fault(&s, "effect_date", "imports.effect_missing");
	s = LINE(COLUMN_FILE_ACTS, { COLUMN_EFFECT_DATE, "01/10/2024" });
	assert_fault(&s, "act_kind", "imports.kind_missing");
	s = ACT({ COLUMN_EFFECT_DATE, "01/10/2024" }, { COLUMN_SIGNED_ON, "24/11/2026" });
	assert_fault(&s, "signed_on", "imports.signed_tomorrow");
}

static void
all_faults_of_a_line_are_told(void **state)
{
	const struct staged s = PERSON({ COLUMN_SEX, "X" }, { COLUMN_BIRTH_DATE, "hier" }, { COLUMN_PHONE, "1" }, { COLUMN_SCALE, "9" });

	(void)state;
	assert_int_equal(s.fault_count, 4);
}

static void
long_texts_are_refused(void **state)
{
	char text[400];
	struct staged s;

	(void)state;
	memset(text, 'a', sizeof text - 1);
	text[sizeof text - 1] = '\0';
	s = PERSON({ COLUMN_FAMILY_NAME, text });
	assert_fault(&s, "family_name", "imports.too_long");
	text[300] = '\0';
	s = PERSON({ COLUMN_FAMILY_NAME, text });
	assert_good(&s);
}

#define PAID(...) LINE(COLUMN_FILE_PAY, __VA_ARGS__)
static void
a_line_of_pay_has_an_index(void **state)
{
	struct staged s;

	(void)state;
	s = PAID({ COLUMN_PAY_INDEX, "713" }, { COLUMN_INDEX_PAY, "213 900" }, { COLUMN_CATEGORY, "A" }, { COLUMN_SCALE, "3" }, { COLUMN_STEP, "7" },
	         { COLUMN_POSITION, "Activité" }, { COLUMN_PAY_MONTH, "10/2026" });
	assert_good(&s);
	assert_int_equal(s.pay_index, 713);
	assert_int_equal(s.index_pay, 213900);
	assert_int_equal(s.step, 7);
	assert_int_equal(s.pay_month.month, 10);
	s = PAID({ COLUMN_PAY_INDEX, "713" });
	assert_good(&s);
	assert_true(s.index_pay == -1);                       /* not said is not zero */
	s = PAID({ COLUMN_PAY_INDEX, "713" }, { COLUMN_INDEX_PAY, "0" });
	assert_good(&s);
	assert_int_equal(s.index_pay, 0);
	s = PAID({ COLUMN_PAY_INDEX, "" });
	assert_fault(&s, "pay_index", "payroll.index_missing");
	s = PAID({ COLUMN_PAY_INDEX, "0" });
	assert_fault(&s, "pay_index", "payroll.index_missing");
	s = PAID({ COLUMN_PAY_INDEX, "-713" }, { COLUMN_INDEX_PAY, "-213900" });
	assert_fault(&s, "pay_index", "column.whole_negative");
	assert_fault(&s, "index_pay", "column.whole_negative");
	s = PAID({ COLUMN_PAY_INDEX, "10000" });
	assert_fault(&s, "pay_index", "column.whole_most");
}

static void
a_month_of_pay_is_possible(void **state)
{
	struct staged s;

	(void)state;
	s = PAID({ COLUMN_PAY_INDEX, "713" }, { COLUMN_PAY_MONTH, "11/2026" });
	assert_good(&s);
	s = PAID({ COLUMN_PAY_INDEX, "713" }, { COLUMN_PAY_MONTH, "01/1900" });
	assert_fault(&s, "pay_month", "payroll.month_range");
	s = PAID({ COLUMN_PAY_INDEX, "713" }, { COLUMN_PAY_MONTH, "10/2200" });
	assert_fault(&s, "pay_month", "payroll.month_range");
	assert_int_equal(s.pay_month.year, 0);
	s = PAID({ COLUMN_PAY_INDEX, "713" }, { COLUMN_PAY_MONTH, "12/2026" });
	assert_fault(&s, "pay_month", "payroll.month_range");
	s = PAID({ COLUMN_PAY_INDEX, "713" }, { COLUMN_PAY_MONTH, "13/2026" });
	assert_fault(&s, "pay_month", "column.month_form");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_line_of_pay_has_an_index), cmocka_unit_test(a_month_of_pay_is_possible),
		cmocka_unit_test(a_matricule_is_there), cmocka_unit_test(a_row_may_be_short), cmocka_unit_test(dates_exist_and_are_near),
		cmocka_unit_test(nobody_is_hired_as_a_child), cmocka_unit_test(names_agree), cmocka_unit_test(sex_is_one_of_two),
		cmocka_unit_test(grades_are_in_bounds_and_agree), cmocka_unit_test(phones_are_of_benin), cmocka_unit_test(emails_are_whole),
		cmocka_unit_test(an_act_has_a_kind_and_an_effect), cmocka_unit_test(all_faults_of_a_line_are_told), cmocka_unit_test(long_texts_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
