/* What the values of an import say: grades, dates, sex, staff numbers, names. People write them in many ways; what is
 * ambiguous is refused, never guessed. */
#include "columns_private.h"

#define FOLDED 96    /* room for any value that these functions can accept */

#define SERIAL_FIRST 7306     /* 1 January 1920 as days of a spreadsheet's 1900 system */
#define SERIAL_LAST  73050    /* 31 December 2099 */
#define SERIAL_EPOCH 25569    /* 1 January 1970 */

/* Walks a folded value. */
struct walk {
	const char *at, *end;
};

static struct walk
walk_of(str text, char folded[FOLDED])
{
	const str trimmed = str_trim(text);
	const size_t len = trimmed.len * 4 + 4 <= FOLDED * 2 ? column_fold_into(trimmed, folded, FOLDED) : 0;

	return (struct walk){ .at = folded, .end = folded + len };
}

static void
skip_blank(struct walk *w)
{
	while (w->at < w->end && *w->at == ' ')
		w->at++;
}

/* Steps over a whole word that begins with `stem`. */
static bool
skip_word(struct walk *w, const char *stem)
{
	const size_t len = strlen(stem);
	const char *p = w->at;

	if ((size_t)(w->end - p) < len || memcmp(p, stem, len) != 0)
		return false;
	for (p += len; p < w->end && *p >= 'a' && *p <= 'z';)
		p++;
	w->at = p;
	skip_blank(w);
	return true;
}

/* One or two digits that no digit follows; 0 when there are none. */
static int
take_number(struct walk *w)
{
	int value = 0, digits = 0;

	for (; w->at < w->end && *w->at >= '0' && *w->at <= '9'; w->at++, digits++)
		value = digits < 3 ? value * 10 + (*w->at - '0') : value;
	return digits == 0 || digits > 2 ? 0 : value;
}

static bool
take_category(struct walk *w, char *category)
{
	if (w->end - w->at > 1)
		(void)skip_word(w, "cat");
	if (w->at == w->end || *w->at < 'a' || *w->at > 'e' ||
	    (w->at + 1 < w->end && w->at[1] >= 'a' && w->at[1] <= 'z'))
		return false;
	*category = (char)(*w->at++ - 32);
	skip_blank(w);
	return true;
}

struct problem
column_grade(str text, const struct grade_bounds *bounds, struct grade *grade)
{
	char folded[FOLDED];
	struct walk w = walk_of(text, folded);
	struct grade g = { .category = 0 };

	if (!take_category(&w, &g.category))
		return problem_input(NULL, w.end - w.at >= 2 && w.at[1] >= '0' && w.at[1] <= '9' ? "column.grade_category"
		                                                                                 : "column.grade_form");
	(void)skip_word(&w, "ech");
	g.scale = take_number(&w);
	if (w.at == w.end || *w.at != ' ')
		return problem_input(NULL, "column.grade_form");
	skip_blank(&w);
	(void)skip_word(&w, "ech");
	const char *step_at = w.at;

	g.step = take_number(&w);
	if (w.at != w.end || step_at == w.end)
		return problem_input(NULL, "column.grade_form");
	if (g.scale < 1 || g.scale > bounds->scale_most)
		return problem_input(NULL, "column.grade_scale");
	if (g.step < 1 || g.step > bounds->step_most)
		return problem_input(NULL, "column.grade_step");
	*grade = g;
	return NO_PROBLEM;
}

struct problem
column_category(str text, char *category)
{
	char folded[FOLDED], got;
	struct walk w = walk_of(text, folded);

	if (!take_category(&w, &got) || w.at != w.end)
		return problem_input(NULL, "column.grade_category");
	*category = got;
	return NO_PROBLEM;
}

struct problem
column_small_number(str text, int most, int *number)
{
	char folded[FOLDED];
	struct walk w = walk_of(text, folded);
	int got;

	if (str_starts(str_trim(text), STR("-")))
		return problem_input(NULL, "column.small_number");
	(void)skip_word(&w, "ech");
	got = take_number(&w);
	/* "3e échelon", "1er échelon", "2eme" */
	if (!skip_word(&w, "e"))
		skip_blank(&w);
	(void)skip_word(&w, "ech");
	if (w.at != w.end || got < 1 || got > most)
		return problem_input(NULL, "column.small_number");
	*number = got;
	return NO_PROBLEM;
}

struct problem
column_sex(str text, char *sex)
{
	static const struct {
		const char *word;
		char        sex;
	} words[] = { { "m", 'M' }, { "h", 'M' }, { "f", 'F' }, { "masculin", 'M' }, { "feminin", 'F' }, { "homme", 'M' },
		{ "femme", 'F' }, { "masc", 'M' }, { "fem", 'F' }, { "mr", 'M' }, { "monsieur", 'M' }, { "mme", 'F' },
		{ "madame", 'F' }, { "mlle", 'F' }, { "mademoiselle", 'F' } };
	char folded[FOLDED];
	const struct walk w = walk_of(text, folded);
	const str word = { .at = w.at, .len = (size_t)(w.end - w.at) };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_is(word, words[i].word)) {
			*sex = words[i].sex;
			return NO_PROBLEM;
		}
	return problem_input(NULL, "column.sex");
}

struct problem
column_matricule(str text, char into[20], str *matricule)
{
	size_t n = 0;

	for (size_t i = 0; i < text.len; i++) {
		const char c = text.at[i];
		const bool no_break = c == '\xc2' && i + 1 < text.len && text.at[i + 1] == '\xa0';

		i += no_break;
		if (c == ' ' || no_break)
			continue;
		const char upper = c >= 'a' && c <= 'z' ? (char)(c - 32) : c;

		if (n == 20 || !((upper >= 'A' && upper <= 'Z') || (c >= '0' && c <= '9') || c == '/' || c == '-' || c == '.'))
			return problem_input(NULL, "column.matricule");
		into[n++] = upper;
	}
	if (n == 0)
		return problem_input(NULL, "column.matricule");
	*matricule = (str){ .at = into, .len = n };
	return NO_PROBLEM;
}

/* Only digits, whole: 5 digits are days of a spreadsheet, 8 are ddmmyyyy or yyyymmdd, of which one only can be a date
 * between 1900 and 2099. */
static struct problem
date_of_digits(int64_t value, size_t digits, struct date *date)
{
	const int v = (int)value;
	const struct date a = { .year = (int16_t)(v % 10000), .month = (uint8_t)(v / 10000 % 100), .day = (uint8_t)(v / 1000000) };
	const struct date b = { .year = (int16_t)(v / 10000), .month = (uint8_t)(v / 100 % 100), .day = (uint8_t)(v % 100) };

	if (digits == 8) {
		*date = a.year >= 1900 && a.year <= 2099 && date_valid(a.year, a.month, a.day) ? a : b;
		if (date->year >= 1900 && date->year <= 2099 && date_valid(date->year, date->month, date->day))
			return NO_PROBLEM;
		return problem_input(NULL, "column.date_impossible");
	}
	if (digits == 4 && v >= 1900 && v <= 2099)
		return problem_input(NULL, "column.date_year_only");
	if (v < SERIAL_FIRST || v > SERIAL_LAST)
		return problem_input(NULL, "column.date_form");
	*date = date_of_days(v - SERIAL_EPOCH);
	return NO_PROBLEM;
}

/* Three numbers between marks: the form of a date, whether or not the day exists. */
static const char *
why_not_date(str text)
{
	int numbers[3] = { 0, 0, 0 };
	size_t lengths[3] = { 0, 0, 0 }, n = 0;

	for (size_t i = 0; i < text.len; i++) {
		const char c = text.at[i];

		if (c >= '0' && c <= '9') {
			numbers[n] = lengths[n] < 4 ? numbers[n] * 10 + (c - '0') : 10000;
			lengths[n]++;
		} else if ((c == '/' || c == '-' || c == '.') && n < 2 && lengths[n] > 0) {
			n++;
		} else {
			return "column.date_form";
		}
	}
	if (n == 2 && lengths[2] == 2 && lengths[0] <= 2)
		return "column.date_short_year";
	if (n == 2 && (lengths[2] == 4 || lengths[0] == 4))
		return "column.date_impossible";
	return "column.date_form";
}

struct problem
column_date(str text, struct date *date)
{
	str s = str_trim(text);
	int64_t value;

	/* A time after the day says nothing about a legal date: "2026-03-03 00:00:00", "03/03/2026 08:00". */
	const char *colon = s.len > 0 ? memchr(s.at, ':', s.len) : NULL;

	if (colon != NULL)
		for (size_t i = (size_t)(colon - s.at); i-- > 0;)
			if (s.at[i] == ' ' || s.at[i] == 'T') {
				s.len = i;
				break;
			}
	/* A spreadsheet's day may come with decimals: "36000.0", "36000.5" */
	const char *dot = s.len > 6 && s.len < 20 && s.at[5] == '.' ? s.at + 5 : NULL;
	const str whole = dot != NULL ? (str){ .at = s.at, .len = 5 } : s;

	if (whole.len > 0 && whole.len <= 8 && whole.at[0] != '-' && str_to_int(whole, &value))
		return date_of_digits(value, whole.len, date);
	if (date_parse_iso(s, date) || date_parse_french(s, date))
		return NO_PROBLEM;
	return problem_input(NULL, why_not_date(s));
}

/* A word without any small letter: "ADJOVI", "D’ALMEIDA", "N’DAH-2". Accented capitals are C3 80..C3 9E in UTF-8. */
static bool
in_capitals(str word)
{
	bool letter = false;

	for (size_t i = 0; i < word.len; i++) {
		const unsigned char c = (unsigned char)word.at[i];
		const unsigned char next = i + 1 < word.len ? (unsigned char)word.at[i + 1] : 0;

		if ((c >= 'a' && c <= 'z') || (c == 0xC3 && next >= 0x9F))
			return false;
		letter |= (c >= 'A' && c <= 'Z') || c == 0xC3;
	}
	return letter;
}

struct problem
column_full_name(str text, str *family, str *given, bool *sure)
{
	const str all = str_trim(text);
	str rest = all;
	size_t first = 0, capitals = 0;

	while (rest.at != NULL) {
		const str word = str_cut(&rest, ' ');
		const size_t end = (size_t)(word.at + word.len - all.at);

		if (word.len == 0)
			continue;
		if (first == 0)
			first = end;
		if (!in_capitals(word))
			break;
		capitals = end;
	}
	*sure = capitals > 0 && capitals < all.len;
	const size_t cut = *sure ? capitals : first;

	if (cut == 0 || cut >= all.len)
		return problem_input(NULL, "column.full_name");
	*family = (str){ .at = all.at, .len = cut };
	*given = str_trim(str_skip(all, cut));
	return NO_PROBLEM;
}
