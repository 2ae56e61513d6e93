/* The shares of survivors: entitled or not, the part asked, its reduction to the whole, the francs left over. */
#include "shares.h"

#include <stdlib.h>
#include <string.h>

enum { PERCENT_WHOLE = 10000 };

/* A part is asked / (PERCENT_WHOLE * scale) of the pension: with `scale` the number of entitled spouses, every part is a whole number. */
struct parts {
	int64_t asked[SURVIVORS_MOST];
	int64_t sum;
	int64_t scale;
};

static enum share_verdict
verdict_of(const struct survivor *one, const struct share_rules *rules, struct date on)
{
	if (one->kind == SURVIVOR_SPOUSE)
		return SHARE_ENTITLED;
	if (date_compare(one->birth, on) > 0)
		return SHARE_NOT_BORN;
	return date_compare(on, date_add_years(one->birth, (int)rules->age)) < 0 ? SHARE_ENTITLED : SHARE_TOO_OLD;
}

static struct parts
parts_of(const struct survivor *survivors, size_t count, const struct share_rules *rules, const struct share *out)
{
	struct parts parts = { .scale = 1 };
	int64_t spouses = 0;
	size_t i;

	for (i = 0; i < count; i++)
		spouses += survivors[i].kind == SURVIVOR_SPOUSE;
	if (spouses > 0)
		parts.scale = spouses;
	for (i = 0; i < count; i++) {
		parts.asked[i] = out[i].verdict != SHARE_ENTITLED ? 0 : survivors[i].kind == SURVIVOR_SPOUSE ? rules->spouse : rules->orphan * parts.scale;
		parts.sum += parts.asked[i];
	}
	return parts;
}

/* The elder first; then the name; then the kind: two who are alike in all three may be exchanged, and get the same. */
static int
elder(const struct survivor *a, const struct survivor *b)
{
	const int by_age = date_compare(a->birth, b->birth);
	const size_t least = a->name.len < b->name.len ? a->name.len : b->name.len;
	const int by_name = least > 0 ? memcmp(a->name.at, b->name.at, least) : 0;

	if (by_age != 0)
		return by_age;
	if (by_name != 0)
		return by_name;
	if (a->name.len != b->name.len)
		return a->name.len < b->name.len ? -1 : 1;
	return (int)a->kind - (int)b->kind;
}

static bool
in_reason(size_t count, const struct share_rules *rules, int64_t pension)
{
	return count <= SURVIVORS_MOST && rules->spouse >= 0 && rules->spouse <= PERCENT_WHOLE && rules->orphan >= 0 && rules->orphan <= PERCENT_WHOLE &&
	       rules->age >= 0 && rules->age <= 100 && pension >= 0 && pension <= INT64_C(1000000000000);
}

/* One franc each, from the eldest, to those whose part was cut. */
static void
give_rest(const struct survivor *survivors, size_t count, const bool *cut, int64_t rest, struct share *out)
{
	bool given[SURVIVORS_MOST] = { false };

	for (; rest > 0; rest--) {
		size_t best = count, i;

		for (i = 0; i < count; i++)
			if (cut[i] && !given[i] && (best == count || elder(&survivors[i], &survivors[best]) < 0))
				best = i;
		if (best == count)
			return;
		given[best] = true;
		out[best].francs++;
	}
}

bool
shares_of(const struct survivor *survivors, size_t count, const struct share_rules *rules, int64_t pension, struct date on, struct share *out)
{
	bool cut[SURVIVORS_MOST] = { false };
	struct parts parts;
	int64_t whole, told = 0;
	size_t i;

	if (!in_reason(count, rules, pension))
		return false;
	for (i = 0; i < count; i++)
		out[i] = (struct share){ .verdict = verdict_of(&survivors[i], rules, on) };
	parts = parts_of(survivors, count, rules, out);
	whole = PERCENT_WHOLE * parts.scale > parts.sum ? PERCENT_WHOLE * parts.scale : parts.sum;
	for (i = 0; i < count; i++) {
		out[i].millionths = (int64_t)((__int128)SHARE_WHOLE * parts.asked[i] / whole);
		out[i].francs = (int64_t)((__int128)pension * parts.asked[i] / whole);
		cut[i] = (__int128)pension * parts.asked[i] % whole != 0;
		told += out[i].francs;
	}
	give_rest(survivors, count, cut, (int64_t)((__int128)pension * parts.sum / whole) - told, out);
	return true;
}
