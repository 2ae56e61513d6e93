/* The shape that the values of each target have, and how much a shape says when the header says nothing. */
#include "columns_private.h"

static bool
fits_phone(str s)
{
	size_t digits = 0;

	for (size_t i = 0; i < s.len; i++) {
		const char c = s.at[i];

		if (c >= '0' && c <= '9')
			digits++;
		else if (c != ' ' && c != '.' && c != '-' && c != '/' && !(c == '+' && i == 0) && c != '(' && c != ')')
			return false;
	}
	struct date date;

	return digits >= 8 && digits <= 16 && column_date(s, &date).kind != PROBLEM_NONE;
}

static bool
fits_digits(str s, size_t want)
{
	size_t digits = 0;

	for (size_t i = 0; i < s.len; i++) {
		if (s.at[i] >= '0' && s.at[i] <= '9')
			digits++;
		else if (s.at[i] != ' ')
			return false;
	}
	return digits == want;
}

static bool
fits_email(str s)
{
	const char *at = s.len > 0 ? memchr(s.at, '@', s.len) : NULL;

	return at != NULL && at > s.at && memchr(s.at, ' ', s.len) == NULL &&
	       memchr(at, '.', s.len - (size_t)(at - s.at)) != NULL;
}

static bool
has_digit(str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.at[i] >= '0' && s.at[i] <= '9')
			return true;
	return false;
}

static bool
fits_matricule(str s)
{
	char into[20];
	str got;
	struct date date;

	return has_digit(s) && column_matricule(s, into, &got).kind == PROBLEM_NONE &&
	       (memchr(s.at, '/', s.len) == NULL || column_date(s, &date).kind != PROBLEM_NONE);
}

/* "009/MTFP/DC/SGM/…", "CT 2018 N°0046/MESRS/…": a number and a path of services. */
static bool
fits_reference(str s)
{
	const char *slash = memchr(s.at, '/', s.len);
	struct date date;
	bool letter = false;

	for (size_t i = 0; i < s.len; i++)
		letter |= (s.at[i] >= 'A' && s.at[i] <= 'Z') || (s.at[i] >= 'a' && s.at[i] <= 'z');
	return slash != NULL && letter && has_digit(s) && s.len >= 6 && column_date(s, &date).kind != PROBLEM_NONE;
}

bool
column_value_fits(enum column_target target, str value)
{
	static const struct grade_bounds widest = { .scale_most = 9, .step_most = 99 };
	const str s = str_trim(value);
	struct grade grade;
	struct date date;
	char letter;
	int64_t whole = 0;
	int number;

	if (str_empty(s))
		return false;
	switch (target) {
	case COLUMN_MATRICULE:     return fits_matricule(s);
	case COLUMN_SEX:           return column_sex(s, &letter).kind == PROBLEM_NONE;
	case COLUMN_BIRTH_DATE:
	case COLUMN_FIRST_SERVICE_DATE:
	case COLUMN_SIGNED_ON:
	case COLUMN_EFFECT_DATE:   return column_date(s, &date).kind == PROBLEM_NONE;
	case COLUMN_CATEGORY:      return column_category(s, &letter).kind == PROBLEM_NONE;
	case COLUMN_SCALE:         return column_small_number(s, 9, &number).kind == PROBLEM_NONE;
	case COLUMN_STEP:          return column_small_number(s, 99, &number).kind == PROBLEM_NONE;
	case COLUMN_GRADE:         return column_grade(s, &widest, &grade).kind == PROBLEM_NONE;
	case COLUMN_PHONE:         return fits_phone(s);
	case COLUMN_EMAIL:         return fits_email(s);
	case COLUMN_NPI:           return fits_digits(s, 10);
	case COLUMN_ACT_REFERENCE: return fits_reference(s);
	case COLUMN_FULL_NAME:     return memchr(s.at, ' ', s.len) != NULL && !has_digit(s);
	case COLUMN_FAMILY_NAME:
	case COLUMN_GIVEN_NAMES:   return !has_digit(s);
	case COLUMN_PAY_MONTH:     return column_month(s, &date).kind == PROBLEM_NONE;
	case COLUMN_PAY_INDEX:     return column_whole(s, 9999, &whole).kind == PROBLEM_NONE;
	case COLUMN_INDEX_PAY:     return column_whole(s, INT64_C(99999999), &whole).kind == PROBLEM_NONE && whole > 9999;
	case COLUMN_NONE:
	case COLUMN_STATUS:
	case COLUMN_CORPS:
	case COLUMN_STRUCTURE:
	case COLUMN_POSITION:
	case COLUMN_ACT_KIND:
	case COLUMN_NOTE:
	case COLUMN_TARGETS:       break;
	}
	return true;
}

int
column_shape_weight(enum column_target target)
{
	/* 1: a shape that several targets share. Ten digits are a telephone or an NPI, a date is any of four: never proposed
	 * without a header. */
	static const int weight[COLUMN_TARGETS] = { [COLUMN_EMAIL] = 75, [COLUMN_GRADE] = 70, [COLUMN_ACT_REFERENCE] = 60,
		[COLUMN_SEX] = 60, [COLUMN_CATEGORY] = 42, [COLUMN_MATRICULE] = 1, [COLUMN_BIRTH_DATE] = 1,
		[COLUMN_FIRST_SERVICE_DATE] = 1, [COLUMN_SIGNED_ON] = 1, [COLUMN_EFFECT_DATE] = 1, [COLUMN_SCALE] = 1,
		[COLUMN_STEP] = 1, [COLUMN_PHONE] = 1, [COLUMN_NPI] = 1, [COLUMN_PAY_MONTH] = 1, [COLUMN_PAY_INDEX] = 1,
		[COLUMN_INDEX_PAY] = 1 };

	return weight[target];
}
