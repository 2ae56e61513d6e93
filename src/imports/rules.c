/* Rules of one line: every value is read by the rule of its field, then those that must agree are compared. Nothing here
 * knows the database: unknown codes, unknown agents and lines given twice are found there, for all lines at once. */
#include "rules.h"

enum { YEAR_LEAST = 1900, YEAR_MOST = 2100, AGE_LEAST = 16, AGE_MOST = 70, TEXT_MOST = 300, NOTE_MOST = 1000, PAY_YEAR_LEAST = 1960,
	INDEX_MOST = 9999, AMOUNT_MOST = 99999999 };

struct reading {
	const struct rules     *rules;
	const struct sheet_row *row;
	struct staged          *into;
};

static str
cell(const struct reading *r, enum column_target target)
{
	const size_t place = r->rules->place[target];

	return place == 0 || place > r->row->count ? NO_STR : str_trim(r->row->cells[place - 1]);
}

static void
blame_with(const struct reading *r, enum column_target target, const char *why, str value, str detail)
{
	struct staged *s = r->into;

	if (s->fault_count < FAULTS_MOST)
		s->faults[s->fault_count++] = (struct fault){ column_target_name(target), why, value, detail };
}

static void
blame(const struct reading *r, enum column_target target, const char *why)
{
	blame_with(r, target, why, cell(r, target), NO_STR);
}

/* True when the problem is one; it is then noted. */
static bool
wrong(const struct reading *r, enum column_target target, struct problem problem)
{
	if (problem.kind == PROBLEM_NONE)
		return false;
	blame_with(r, target, problem.text, cell(r, target), problem.detail);
	return true;
}

static str
read_text(const struct reading *r, enum column_target target, size_t most)
{
	const str text = cell(r, target);

	if (str_empty(text))
		return NO_STR;
	if (utf8_count(text) > most) {
		blame(r, target, "imports.too_long");
		return NO_STR;
	}
	return text;
}

static struct date
read_date(const struct reading *r, enum column_target target)
{
	const str text = cell(r, target);
	struct date date = { .year = 0 };

	if (str_empty(text) || wrong(r, target, column_date(text, &date)))
		return (struct date){ .year = 0 };
	if (date.year < YEAR_LEAST || date.year > YEAR_MOST) {
		blame(r, target, "imports.date_range");
		return (struct date){ .year = 0 };
	}
	return date;
}

static void
read_matricule(const struct reading *r)
{
	const str text = cell(r, COLUMN_MATRICULE);
	struct staged *s = r->into;

	if (str_empty(text))
		blame(r, COLUMN_MATRICULE, "imports.matricule_missing");
	else if (wrong(r, COLUMN_MATRICULE, column_matricule(text, s->matricule_room, &s->matricule)))
		s->matricule = NO_STR;
}

/* "ADJOVI Koffi" in one cell; beside it, family and given names must say the same. */
static void
read_names(const struct reading *r)
{
	struct staged *s = r->into;
	const str full = read_text(r, COLUMN_FULL_NAME, TEXT_MOST);
	str family = NO_STR, given = NO_STR;
	bool sure = false;

	s->family_name = read_text(r, COLUMN_FAMILY_NAME, TEXT_MOST);
	s->given_names = read_text(r, COLUMN_GIVEN_NAMES, TEXT_MOST);
	if (str_empty(full) || wrong(r, COLUMN_FULL_NAME, column_full_name(full, &family, &given, &sure)))
		return;
	if (s->family_name.at != NULL && (!str_same(s->family_name, family) || (s->given_names.at != NULL && !str_same(s->given_names, given)))) {
		/* A name in several words in capitals may be cut elsewhere: the whole is what must agree. */
		const size_t both = s->family_name.len + 1 + s->given_names.len;

		if (s->given_names.at == NULL || full.len != both || !str_same((str){ full.at, s->family_name.len }, s->family_name) ||
		    !str_same(str_skip(full, s->family_name.len + 1), s->given_names))
			blame(r, COLUMN_FULL_NAME, "imports.names_disagree");
		return;
	}
	if (s->family_name.at == NULL)
		s->family_name = family;
	if (s->given_names.at == NULL)
		s->given_names = given;
}

static int
read_number(const struct reading *r, enum column_target target, int most, const char *over)
{
	const str text = cell(r, target);
	int number = 0;

	if (str_empty(text) || wrong(r, target, column_small_number(text, 99, &number)))
		return 0;
	if (number <= most)
		return number;
	blame(r, target, over);
	return 0;
}

static void
read_grade(const struct reading *r)
{
	struct staged *s = r->into;
	const str whole = cell(r, COLUMN_GRADE), category = cell(r, COLUMN_CATEGORY);
	struct grade grade = { .category = 0 };

	if (!str_empty(category) && wrong(r, COLUMN_CATEGORY, column_category(category, &s->category)))
		s->category = 0;
	s->scale = read_number(r, COLUMN_SCALE, r->rules->bounds.scale_most, "column.grade_scale");
	s->step = read_number(r, COLUMN_STEP, r->rules->bounds.step_most, "column.grade_step");
	if (str_empty(whole) || wrong(r, COLUMN_GRADE, column_grade(whole, &r->rules->bounds, &grade)))
		return;
	if ((s->category != 0 && s->category != grade.category) || (s->scale != 0 && s->scale != grade.scale) || (s->step != 0 && s->step != grade.step)) {
		blame(r, COLUMN_GRADE, "imports.grade_disagrees");
		return;
	}
	s->category = grade.category;
	s->scale = grade.scale;
	s->step = grade.step;
}

/* The ten digits of Benin, the old eight, with or without 229; as E.164. */
static void
read_phone(const struct reading *r)
{
	const str text = cell(r, COLUMN_PHONE);
	char digits[16];
	size_t n = 0, i;

	if (str_empty(text))
		return;
	for (i = 0; i < text.len; i++) {
		const char c = text.at[i];

		if (c >= '0' && c <= '9' && n < sizeof digits)
			digits[n++] = c;
		else if (c >= '0' && c <= '9')
			n = sizeof digits + 1;
		else if (strchr(" +.-/()\xc2\xa0\xe2\x80\xaf", c) == NULL)
			n = sizeof digits + 1;
		if (n > sizeof digits) {
			blame(r, COLUMN_PHONE, "imports.phone");
			return;
		}
	}
	i = n > 5 && memcmp(digits, "00229", 5) == 0 ? 5 : n > 10 && memcmp(digits, "229", 3) == 0 ? 3 : 0;
	if (n - i == 10 && digits[i] == '0' && digits[i + 1] == '1') {
		memcpy(r->into->phone_room, "+229", 4);
		memcpy(r->into->phone_room + 4, digits + i, 10);
	} else if (n - i == 8) {
		memcpy(r->into->phone_room, "+22901", 6);
		memcpy(r->into->phone_room + 6, digits + i, 8);
	} else {
		blame(r, COLUMN_PHONE, "imports.phone");
		return;
	}
	r->into->phone = (str){ r->into->phone_room, 14 };
}

static void
read_email(const struct reading *r)
{
	const str text = cell(r, COLUMN_EMAIL);
	const char *sign = str_empty(text) ? NULL : memchr(text.at, '@', text.len);
	const size_t before = sign == NULL ? 0 : (size_t)(sign - text.at);
	size_t i;

	if (str_empty(text))
		return;
	bool good = sign != NULL && before > 0 && text.len <= 254 && memchr(sign + 1, '@', text.len - before - 1) == NULL &&
	            memchr(sign + 1, '.', text.len - before - 1) != NULL && text.at[text.len - 1] != '.' && sign[1] != '.';

	for (i = 0; i < text.len && good; i++) {
		const char c = text.at[i];

		good = c > ' ' && c < 0x7f && strchr("\",;<>()", c) == NULL;
		r->into->email_room[i] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
	}
	if (good)
		r->into->email = (str){ r->into->email_room, text.len };
	else
		blame(r, COLUMN_EMAIL, "imports.email");
}

static void
compare_dates(const struct reading *r)
{
	struct staged *s = r->into;

	if (date_there(s->birth_date) && date_compare(s->birth_date, r->rules->today) > 0)
		blame(r, COLUMN_BIRTH_DATE, "imports.born_tomorrow");
	else if (date_there(s->birth_date) && date_there(s->first_service_date)) {
		if (date_compare(s->first_service_date, date_add_years(s->birth_date, AGE_LEAST)) < 0)
			blame(r, COLUMN_FIRST_SERVICE_DATE, "imports.hired_too_young");
		else if (date_compare(s->first_service_date, date_add_years(s->birth_date, AGE_MOST)) > 0)
			blame(r, COLUMN_FIRST_SERVICE_DATE, "imports.hired_too_old");
	}
	if (date_there(s->first_service_date) && date_compare(s->first_service_date, date_add_years(r->rules->today, 1)) > 0)
		blame(r, COLUMN_FIRST_SERVICE_DATE, "imports.too_far");
	if (date_there(s->signed_on) && date_compare(s->signed_on, r->rules->today) > 0)
		blame(r, COLUMN_SIGNED_ON, "imports.signed_tomorrow");
	if (date_there(s->effect_date) && date_compare(s->effect_date, date_add_years(r->rules->today, 5)) > 0)
		blame(r, COLUMN_EFFECT_DATE, "imports.too_far");
}

static void
read_personnel(const struct reading *r)
{
	struct staged *s = r->into;
	const str sex = cell(r, COLUMN_SEX);

	read_names(r);
	if (!str_empty(sex) && wrong(r, COLUMN_SEX, column_sex(sex, &s->sex)))
		s->sex = 0;
	s->birth_date = read_date(r, COLUMN_BIRTH_DATE);
	s->first_service_date = read_date(r, COLUMN_FIRST_SERVICE_DATE);
	read_phone(r);
	read_email(r);
}

static void
read_act(const struct reading *r)
{
	struct staged *s = r->into;

	s->act_kind = read_text(r, COLUMN_ACT_KIND, TEXT_MOST);
	s->reference = read_text(r, COLUMN_ACT_REFERENCE, TEXT_MOST);
	s->signed_on = read_date(r, COLUMN_SIGNED_ON);
	s->effect_date = read_date(r, COLUMN_EFFECT_DATE);
	s->note = read_text(r, COLUMN_NOTE, NOTE_MOST);
	if (str_empty(cell(r, COLUMN_ACT_KIND)))
		blame(r, COLUMN_ACT_KIND, "imports.kind_missing");
	if (str_empty(cell(r, COLUMN_EFFECT_DATE)))
		blame(r, COLUMN_EFFECT_DATE, "imports.effect_missing");
}

/* The payer's line: a month if the file says it, an index always, the amount it gives. */
static void
read_pay(const struct reading *r)
{
	struct staged *s = r->into;
	const str month = cell(r, COLUMN_PAY_MONTH), amount = cell(r, COLUMN_INDEX_PAY);
	int64_t number = 0;

	if (str_empty(cell(r, COLUMN_PAY_INDEX)))
		blame(r, COLUMN_PAY_INDEX, "payroll.index_missing");
	else if (!wrong(r, COLUMN_PAY_INDEX, column_whole(cell(r, COLUMN_PAY_INDEX), INDEX_MOST, &number))) {
		if (number == 0)
			blame(r, COLUMN_PAY_INDEX, "payroll.index_missing");
		s->pay_index = (int)number;
	}
	if (!str_empty(amount) && !wrong(r, COLUMN_INDEX_PAY, column_whole(amount, AMOUNT_MOST, &number)))
		s->index_pay = number;
	if (str_empty(month) || wrong(r, COLUMN_PAY_MONTH, column_month(month, &s->pay_month)))
		return;
	if (s->pay_month.year < PAY_YEAR_LEAST || date_compare(s->pay_month, r->rules->today) > 0) {
		blame(r, COLUMN_PAY_MONTH, "payroll.month_range");
		s->pay_month = (struct date){ .year = 0 };
	}
}

void
rules_read(const struct rules *rules, const struct sheet_row *row, struct staged *into)
{
	const struct reading r = { .rules = rules, .row = row, .into = into };

	/* Not memset: the rooms and the list of faults are large, and read only as far as they were written. */
	into->line = row->line;
	into->matricule = into->family_name = into->given_names = into->status = into->corps = into->structure = into->position = into->phone =
		into->email = into->act_kind = into->reference = into->note = NO_STR;
	into->sex = into->category = 0;
	into->scale = into->step = into->pay_index = 0;
	into->index_pay = -1;
	into->birth_date = into->first_service_date = into->signed_on = into->effect_date = into->pay_month = (struct date){ .year = 0 };
	into->fault_count = 0;
	read_matricule(&r);
	if (rules->file == COLUMN_FILE_PERSONNEL)
		read_personnel(&r);
	else if (rules->file == COLUMN_FILE_ACTS)
		read_act(&r);
	else
		read_pay(&r);
	into->status = read_text(&r, COLUMN_STATUS, TEXT_MOST);
	into->corps = read_text(&r, COLUMN_CORPS, TEXT_MOST);
	into->structure = read_text(&r, COLUMN_STRUCTURE, TEXT_MOST);
	into->position = read_text(&r, COLUMN_POSITION, TEXT_MOST);
	read_grade(&r);
	compare_dates(&r);
}
