/* Values of the payer's file: a month, and whole numbers as a spreadsheet or a program of the payer writes them. */
#include "columns_private.h"

enum { MONTH_ROOM = 40 };

/* `before`, the text, `after`, read as a day. */
static bool
read_with(const char *before, str text, const char *after, struct date *date)
{
	char room[MONTH_ROOM];
	size_t n = 0;
	const str parts[] = { str_of(before), text, str_of(after) };

	for (size_t i = 0; i < 3; i++) {
		if (n + parts[i].len > sizeof room)
			return false;
		if (parts[i].len > 0)
			memcpy(room + n, parts[i].at, parts[i].len);
		n += parts[i].len;
	}
	return date_parse_iso((str){ room, n }, date) || date_parse_french((str){ room, n }, date);
}

static bool
only_digits(str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.at[i] < '0' || s.at[i] > '9')
			return false;
	return s.len > 0;
}

struct problem
column_month(str text, struct date *month)
{
	const str s = str_trim(text);
	char iso[10];
	struct date day = { .year = 0 };
	bool read = false;

	if (s.len == 6 && only_digits(s)) {                 /* 202610 */
		memcpy(iso, s.at, 4);
		iso[4] = iso[7] = '-';
		memcpy(iso + 5, s.at + 4, 2);
		memcpy(iso + 8, "01", 2);
		read = date_parse_iso((str){ iso, sizeof iso }, &day);
	} else {
		read = read_with("", s, "-01", &day) || read_with("1/", s, "", &day) || read_with("1-", s, "", &day) || read_with("1 ", s, "", &day) ||
		       column_date(s, &day).kind == PROBLEM_NONE;
	}
	if (!read)
		return problem_input(NULL, "column.month_form");
	day.day = 1;
	*month = day;
	return NO_PROBLEM;
}

/* A blank, of which a no-break one has two or three bytes; 0 when it is none. */
static size_t
blank_at(str s)
{
	if (s.at[0] == ' ')
		return 1;
	if (s.len >= 2 && memcmp(s.at, "\xc2\xa0", 2) == 0)
		return 2;
	return s.len >= 3 && memcmp(s.at, "\xe2\x80\xaf", 3) == 0 ? 3 : 0;
}

/* ",00", ".0": decimals that say nothing. Three digits after a mark are thousands. */
static str
without_decimals(str s)
{
	size_t n = s.len, zeros = 0;

	while (n > 0 && s.at[n - 1] == '0' && zeros < 3) {
		n--;
		zeros++;
	}
	if (zeros > 0 && zeros < 3 && n > 1 && (s.at[n - 1] == ',' || s.at[n - 1] == '.'))
		return (str){ s.at, n - 1 };
	return s;
}

struct problem
column_whole(str text, int64_t most, int64_t *number)
{
	str s = str_trim(text);
	bool minus = false;
	int64_t value = 0;
	size_t digits = 0, mark;

	if (str_ends(s, STR("FCFA")))
		s = str_trim((str){ s.at, s.len - 4 });
	if (s.len > 0 && s.at[0] == '-') {
		minus = true;
		s = str_skip(s, 1);
	}
	s = without_decimals(s);
	while (s.len > 0) {
		const char c = s.at[0];

		mark = blank_at(s);
		if (c >= '0' && c <= '9') {
			if (++digits > 15)
				return problem_input(NULL, "column.whole_most");
			value = value * 10 + (c - '0');
			mark = 1;
		} else if (mark == 0 && c == '.' && digits > 0) {
			mark = 1;
			if (s.len < 4 || !only_digits((str){ s.at + 1, 3 }))
				return problem_input(NULL, "column.whole_form");
		} else if (mark == 0 || digits == 0) {
			return problem_input(NULL, "column.whole_form");
		}
		s = str_skip(s, mark);
	}
	if (digits == 0)
		return problem_input(NULL, "column.whole_form");
	if (minus && value > 0)
		return problem_input(NULL, "column.whole_negative");
	if (value > most)
		return problem_input(NULL, "column.whole_most");
	*number = value;
	return NO_PROBLEM;
}
