/* Time: instants are microseconds since 1970-01-01 UTC; legal dates are days of the Gregorian calendar in
 * Africa/Porto-Novo (UTC+1 all the year, no summer time). */
#ifndef GUICHET_CLOCK_H
#define GUICHET_CLOCK_H
#include "guichet/arena.h"

struct date {
	int16_t year;    /* 0 = no date; otherwise 1..9999 */
	uint8_t month;   /* 1..12 */
	uint8_t day;     /* 1..31 */
};

static inline bool
date_there(struct date d)
{
	return d.year != 0;
}

bool        date_valid(int year, int month, int day);
int32_t     date_days(struct date d);                 /* days since 1970-01-01 */
struct date date_of_days(int32_t days);
struct date date_add_months(struct date d, int months);   /* 31 January + 1 month = 28 or 29 February */
struct date date_add_years(struct date d, int years);
int         date_compare(struct date a, struct date b);
/* "2026-03-03"; false on anything else or a day that does not exist. */
bool        date_parse_iso(str s, struct date *d);
/* What people type: "3/3/2026", "03-03-2026", "03.03.2026", "3 mars 2026", "1er mars 2026", "2026-03-03". */
bool        date_parse_french(str s, struct date *d);
str         date_iso(struct arena *arena, struct date d);
str         date_french(struct arena *arena, struct date d);        /* "3 mars 2026", "1er avril 2027" */

int64_t     clock_now(void);                           /* the real time; only the engine calls it */
int64_t     clock_monotonic(void);                     /* microseconds, for deadlines */
struct date clock_date(int64_t instant);               /* legal date of an instant */
str         clock_french(struct arena *arena, int64_t instant);      /* "3 mars 2026, 15 h 08", the hour without a line break */
/* PostgreSQL's text form of timestamptz in UTC: "2026-03-03 14:08:11.123456+00". */
bool        clock_parse(str s, int64_t *instant);
#endif
