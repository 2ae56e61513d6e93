/* Instants and legal dates: the calendar, and how French writes it.
 * Reading is forgiving about the manner of writing (3/3/2026, 1er mars 2026) and never about the day itself. */
#include <time.h>

#include "guichet/clock.h"

#define SECOND INT64_C(1000000)
#define DAY    (86400 * SECOND)
/* Africa/Porto-Novo: UTC+1 all the year. */
#define LOCAL_OFFSET (3600 * SECOND)

static const char *const MONTHS[12] = { "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août",
	                                "septembre", "octobre", "novembre", "décembre" };

static int
days_in(int year, int month)
{
	static const uint8_t days[12] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	const bool           leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	return days[month - 1] + (month == 2 && leap);
}

bool
date_valid(int year, int month, int day)
{
	return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= days_in(year, month);
}

static struct date
date_of(int year, int month, int day)
{
	return (struct date){ .year = (int16_t)year, .month = (uint8_t)month, .day = (uint8_t)day };
}

/* Days from 1 March of year 0 to the first of this month: counting from March puts the leap day last. */
int32_t
date_days(struct date d)
{
	const int32_t year = d.year - (d.month <= 2);
	const int32_t month = (d.month + 9) % 12;
	const int32_t from_march = (153 * month + 2) / 5 + d.day - 1;

	return 365 * year + year / 4 - year / 100 + year / 400 + from_march - 719468;
}

struct date
date_of_days(int32_t days)
{
	/* 0001-01-01 and 9999-12-31 */
	if (days < -719162 || days > 2932896)
		return (struct date){ 0 };

	const int32_t n = days + 719468;
	const int32_t era = n / 146097;
	const int32_t of_era = n % 146097;
	const int32_t year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	const int32_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	const int32_t month = (5 * of_year + 2) / 153;
	const int32_t day = of_year - (153 * month + 2) / 5 + 1;

	return date_of(400 * era + year_of_era + (month >= 10), month < 10 ? month + 3 : month - 9, day);
}

/* The last day of the month stands for a day that the month does not have; no date outside the years 1..9999. */
struct date
date_add_months(struct date d, int months)
{
	if (!date_there(d))
		return d;
	const int64_t count = (int64_t)d.year * 12 + d.month - 1 + months;

	if (count < 12 || count >= 10000 * 12)
		return (struct date){ 0 };
	const int year = (int)(count / 12), month = (int)(count % 12) + 1;
	const int last = days_in(year, month);

	return date_of(year, month, d.day < last ? d.day : last);
}

struct date
date_add_years(struct date d, int years)
{
	if (years < -10000 || years > 10000)
		return (struct date){ 0 };
	return date_add_months(d, 12 * years);
}

int
date_compare(struct date a, struct date b)
{
	const int x = a.year * 512 + a.month * 32 + a.day;
	const int y = b.year * 512 + b.month * 32 + b.day;

	return (x > y) - (x < y);
}

/* Takes between `least` and `most` digits from the front of `*s`. */
static bool
take_digits(str *s, size_t least, size_t most, int *value)
{
	size_t n = 0;

	*value = 0;
	while (n < s->len && n < most && s->at[n] >= '0' && s->at[n] <= '9')
		*value = *value * 10 + (s->at[n++] - '0');
	*s = str_skip(*s, n);
	return n >= least;
}

static bool
take(str *s, str what)
{
	if (!str_starts(*s, what))
		return false;
	*s = str_skip(*s, what.len);
	return true;
}

/* Takes white space, the non-breaking kinds included; true when there was some. */
static bool
take_spaces(str *s)
{
	const char *start = s->at;

	while (take(s, STR(" ")) || take(s, STR("\t")) || take(s, STR("\xC2\xA0")) || take(s, STR("\xE2\x80\xAF")))
		;
	return s->at != start;
}

static bool
take_iso(str *s, struct date *d)
{
	int year, month, day;

	if (!take_digits(s, 4, 4, &year) || !take(s, STR("-")) || !take_digits(s, 2, 2, &month) ||
	    !take(s, STR("-")) || !take_digits(s, 2, 2, &day) || !date_valid(year, month, day))
		return false;
	*d = date_of(year, month, day);
	return true;
}

bool
date_parse_iso(str s, struct date *d)
{
	struct date read;

	if (!take_iso(&s, &read) || !str_empty(s))
		return false;
	*d = read;
	return true;
}

/* The next letter in lower case without its accent; 0 when it is no letter of a French month. */
static char
take_letter(str *s)
{
	if (take(s, STR("é")) || take(s, STR("É")))
		return 'e';
	if (take(s, STR("û")) || take(s, STR("Û")))
		return 'u';
	if (s->len == 0)
		return 0;
	const char c = s->at[0];
	const char lower = (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);

	if (lower < 'a' || lower > 'z')
		return 0;
	*s = str_skip(*s, 1);
	return lower;
}

/* A month by its name, or by the beginning of its name when that is enough ("févr.", not "jui"). */
static bool
take_month_name(str *s, int *month)
{
	char   word[12];
	size_t len = 0;
	int    found = 0;

	for (char c; len < sizeof word && (c = take_letter(s)) != 0;)
		word[len++] = c;
	if (len < 3 || len == sizeof word)
		return false;
	for (int i = 0; i < 12; i++) {
		str    name = str_of(MONTHS[i]);
		size_t same = 0;

		while (same < len && take_letter(&name) == word[same])
			same++;
		if (same < len)
			continue;
		if (found != 0)
			return false;
		found = i + 1;
	}
	if (found == 0)
		return false;
	(void)take(s, STR("."));
	*month = found;
	return true;
}

/* What stands between the numbers: '/', '-', '.' or only spaces (then ' '); 0 when there is nothing. */
static char
take_separator(str *s)
{
	const bool spaces = take_spaces(s);
	char       mark = spaces ? ' ' : 0;

	if (s->len > 0 && (s->at[0] == '/' || s->at[0] == '-' || s->at[0] == '.')) {
		mark = s->at[0];
		*s = str_skip(*s, 1);
		(void)take_spaces(s);
	}
	return mark;
}

bool
date_parse_french(str s, struct date *d)
{
	int year, month, day;

	s = str_trim(s);
	if (date_parse_iso(s, d))
		return true;
	if (!take_digits(&s, 1, 2, &day))
		return false;
	if (day == 1 && !take(&s, STR("er")))
		(void)take(&s, STR("ER"));

	const char mark = take_separator(&s);
	if (mark == 0)
		return false;
	if (s.len > 0 && s.at[0] >= '0' && s.at[0] <= '9') {
		if (!take_digits(&s, 1, 2, &month) || take_separator(&s) != mark)
			return false;
	} else if (mark == '/' || mark == '.' || !take_month_name(&s, &month) || take_separator(&s) != mark) {
		return false;
	}
	/* Two digits for the year would be a guess between two centuries. */
	if (!take_digits(&s, 4, 4, &year) || !str_empty(s) || !date_valid(year, month, day))
		return false;
	*d = date_of(year, month, day);
	return true;
}

str
date_iso(struct arena *arena, struct date d)
{
	if (!date_there(d))
		return NO_STR;
	return arena_format(arena, "%04d-%02d-%02d", d.year, d.month, d.day);
}

/* 0 to 9999, without leading zeros; how many digits. */
static size_t
put_number(char *text, int number)
{
	char   digits[4];
	size_t count = 0, i;

	do {
		digits[count++] = (char)('0' + number % 10);
		number /= 10;
	} while (number > 0 && count < sizeof digits);
	for (i = 0; i < count; i++)
		text[i] = digits[count - 1 - i];
	return count;
}

str
date_french(struct arena *arena, struct date d)
{
	if (!date_there(d) || d.month < 1 || d.month > 12)
		return NO_STR;
	/* Twenty dates a page: written by hand, not by printf. */
	const str month = str_of(MONTHS[d.month - 1]);
	char     *text = arena_alloc(arena, month.len + 12);
	size_t    n = 0;

	n += put_number(text + n, d.day);
	if (d.day == 1) {
		memcpy(text + n, "er", 2);
		n += 2;
	}
	text[n++] = ' ';
	memcpy(text + n, month.at, month.len);
	n += month.len;
	text[n++] = ' ';
	n += put_number(text + n, d.year);
	return (str){ .at = text, .len = n };
}

static int64_t
clock_read(clockid_t which)
{
	struct timespec now;

	(void)clock_gettime(which, &now);
	return (int64_t)now.tv_sec * SECOND + now.tv_nsec / 1000;
}

int64_t
clock_now(void)
{
	return clock_read(CLOCK_REALTIME);
}

int64_t
clock_monotonic(void)
{
	return clock_read(CLOCK_MONOTONIC);
}

/* Splits an instant into its local day and the microseconds since that midnight. */
static struct date
clock_split(int64_t instant, int64_t *of_day)
{
	int64_t days = instant / DAY, rest = instant % DAY + LOCAL_OFFSET;

	if (rest < 0) {
		rest += DAY;
		days--;
	} else if (rest >= DAY) {
		rest -= DAY;
		days++;
	}
	*of_day = rest;
	if (days < INT32_MIN || days > INT32_MAX)
		return (struct date){ 0 };
	return date_of_days((int32_t)days);
}

struct date
clock_date(int64_t instant)
{
	int64_t of_day;

	return clock_split(instant, &of_day);
}

str
clock_french(struct arena *arena, int64_t instant)
{
	int64_t           of_day;
	const struct date d = clock_split(instant, &of_day);
	const int         minutes = (int)(of_day / (60 * SECOND));

	if (!date_there(d))
		return NO_STR;
	return arena_format(arena, "%.*s, %d\u00a0h\u00a0%02d", STR_ARGS(date_french(arena, d)), minutes / 60, minutes % 60);
}

bool
clock_parse(str s, int64_t *instant)
{
	struct date d;
	int         hour, minute, second, fraction = 0;

	if (!take_iso(&s, &d) || !take(&s, STR(" ")) || !take_digits(&s, 2, 2, &hour) || !take(&s, STR(":")) ||
	    !take_digits(&s, 2, 2, &minute) || !take(&s, STR(":")) || !take_digits(&s, 2, 2, &second))
		return false;
	if (hour > 23 || minute > 59 || second > 59)
		return false;
	if (take(&s, STR("."))) {
		const size_t before = s.len;

		if (!take_digits(&s, 1, 6, &fraction))
			return false;
		for (size_t digits = before - s.len; digits < 6; digits++)
			fraction *= 10;
	}
	if (!str_is(s, "+00"))
		return false;
	*instant = date_days(d) * DAY + ((hour * 60 + minute) * 60 + second) * SECOND + fraction;
	return true;
}
