/* The shares on a page: each survivor's part and why, or the values that are missing and that nothing is computed without them. */
#include "pages.h"

#include "shares.h"

static str
percent(struct arena *arena, int64_t millionths)
{
	const long long whole = (long long)millionths / 10000, rest = (long long)millionths / 100 % 100;

	return rest == 0 ? arena_format(arena, "%lld\u00a0%%", whole) : arena_format(arena, "%lld,%02lld\u00a0%%", whole, rest);
}

static str
money(struct arena *arena, int64_t francs)
{
	const long long n = (long long)francs;

	if (n >= 1000000)
		return arena_format(arena, "%lld\u00a0%03lld\u00a0%03lld\u00a0FCFA", n / 1000000, n / 1000 % 1000, n % 1000);
	return n >= 1000 ? arena_format(arena, "%lld\u00a0%03lld\u00a0FCFA", n / 1000, n % 1000) : arena_format(arena, "%lld\u00a0FCFA", n);
}

/* The three values; false when one has no row: it is named. */
static bool
read_rules(const struct request *req, const struct rows *values, struct share_rules *rules, struct page *section)
{
	int64_t *const into[] = { &rules->spouse, &rules->orphan, &rules->age };
	static const char *const WHAT[] = { "la part des conjoints", "la part de chaque orphelin", "l’âge jusqu’auquel un orphelin y a droit" };
	struct page *missing;
	bool all = rows_count(values) == 3;
	size_t i;

	for (i = 0; i < rows_count(values) && i < 3; i++) {
		if (rows_text(values, i, "amount").at != NULL) {
			*into[i] = rows_int(values, i, "amount");
			if (rows_bool(values, i, "is_demo"))
				page_show(section, MARK("IS_DEMO"));
			continue;
		}
		missing = page_row(section, MARK("MISSING"));
		page_text(missing, MARK("WHAT"), str_of(WHAT[i]));
		page_text(missing, MARK("NAME"), arena_format(req->arena, "pension.%.*s", STR_ARGS(rows_text(values, i, "name"))));
		all = false;
	}
	return all;
}

static void
show_one(const struct request *req, const struct rows *rows, size_t i, const struct share *share, bool in_francs, struct page *section)
{
	struct page *row = page_row(section, MARK("SHARE"));

	page_bind_row(row, req->arena, rows, i);
	page_show(row, share->verdict == SHARE_ENTITLED ? MARK("ENTITLED") : share->verdict == SHARE_TOO_OLD ? MARK("TOO_OLD") : MARK("NOT_BORN"));
	page_text(row, MARK("PART"), percent(req->arena, share->millionths));
	if (in_francs)
		page_text(page_row(row, MARK("FRANCS")), MARK("AMOUNT"), money(req->arena, share->francs));
}

void
pensioner_show_shares(const struct request *req, const struct results *got, struct page *page)
{
	const struct rows *rows = results_of(got, &PENSIONER_CLAIM_SURVIVORS), *base = results_of(got, &PENSIONER_SHARE_BASE);
	const struct date died = rows_date(results_of(got, &PENSIONER_CLAIM), 0, "died_on");
	struct page *section = page_row(page, MARK("SHARES"));
	struct survivor survivors[SURVIVORS_MOST];
	struct share shares[SURVIVORS_MOST];
	struct share_rules rules = { 0 };
	const size_t count = rows_count(rows) < SURVIVORS_MOST ? rows_count(rows) : SURVIVORS_MOST;
	const bool in_francs = rows_count(base) > 0;
	int64_t told = 0;
	size_t i;

	if (!read_rules(req, results_of(got, &PENSIONER_SHARE_VALUES), &rules, section)) {
		page_show(section, MARK("UNKNOWN"));
		return;
	}
	for (i = 0; i < count; i++)
		survivors[i] = (struct survivor){ str_is(rows_text(rows, i, "link_code"), "conjoint") ? SURVIVOR_SPOUSE : SURVIVOR_CHILD,
			rows_date(rows, i, "birth_date"),
			arena_format(req->arena, "%.*s %.*s", STR_ARGS(rows_text(rows, i, "family_name")), STR_ARGS(rows_text(rows, i,
				"given_names"))) };
	if (!shares_of(survivors, count, &rules, in_francs ? rows_int(base, 0, "pension_fcfa") : 0, date_of_days(date_days(died) + 1), shares)) {
		page_show(section, MARK("BEYOND"));
		return;
	}
	page_show(section, MARK("COMPUTED"));
	for (i = 0; i < count; i++) {
		show_one(req, rows, i, &shares[i], in_francs, section);
		told += shares[i].francs;
	}
	if (in_francs) {
		struct page *sum = page_row(section, MARK("SUM"));

		page_text(sum, MARK("TOTAL"), money(req->arena, told));
		page_text(sum, MARK("WHOLE"), money(req->arena, rows_int(base, 0, "pension_fcfa")));
	}
}
