/* Fuzzes dates and instants. What is read exists, and reads back from what is written. */
#include <stdlib.h>

#include "guichet/clock.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check(struct arena *arena, struct date d)
{
	struct date again = { 0 };

	if (!date_valid(d.year, d.month, d.day) || date_compare(date_of_days(date_days(d)), d) != 0)
		abort();
	if (!date_parse_iso(date_iso(arena, d), &again) || date_compare(again, d) != 0)
		abort();
	if (d.year >= 1000 && (!date_parse_french(date_french(arena, d), &again) || date_compare(again, d) != 0))
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new();
	const str     text = { .at = (const char *)data, .len = size };
	struct date   d = { 0 };
	int64_t       instant = 0;

	if (date_parse_french(text, &d))
		check(arena, d);
	if (date_parse_iso(text, &d))
		check(arena, d);
	if (clock_parse(text, &instant) && date_there(clock_date(instant)))
		check(arena, clock_date(instant));
	if (size >= sizeof instant) {
		memcpy(&instant, data, sizeof instant);
		d = clock_date(instant);
		(void)clock_french(arena, instant);
		if (date_there(d)) {
			check(arena, d);
			d = date_add_months(d, (int)instant);
			if (date_there(d))
				check(arena, d);
		}
	}
	arena_free(arena);
	return 0;
}
