/* Time as pensions count it: twelve months of thirty days. */
#include "liquidation.h"

static int64_t
day_number(struct date d)
{
	return (int64_t)d.year * 360 + (int64_t)(d.month - 1) * 30 + (d.day > 30 ? 30 : d.day);
}

/* The last day of February is the thirtieth of its month when a stretch ends with the month; `until` being the first day
 * after, only the thirty-first needs care: the first of a month is thirty days after the first of the one before. */
int64_t
days_360(struct date from, struct date until)
{
	const int64_t days = day_number(until) - day_number(from);

	return date_compare(from, until) >= 0 || days < 0 ? 0 : days;
}

static str
part(struct arena *arena, str before, int64_t count, const char *one, const char *many)
{
	if (count == 0)
		return before;
	return arena_format(arena, "%.*s%s%lld %s", STR_ARGS(before), before.len > 0 ? ", " : "", (long long)count, count == 1 ? one : many);
}

str
span_text(struct arena *arena, int64_t days)
{
	str text = part(arena, STR(""), days / 360, "an", "ans");

	text = part(arena, text, days % 360 / 30, "mois", "mois");
	text = part(arena, text, days % 30, "jour", "jours");
	return text.len > 0 ? text : STR("0 jour");
}
