/* What would change the amount: a missing act, unproven lines, another day of leaving. Each is one more computation. */
#include "own.h"

static str
difference(struct arena *arena, int64_t by)
{
	return arena_format(arena, "%s%.*s", by > 0 ? "+\u00a0" : "", STR_ARGS(pension_money(arena, by)));
}

static bool
repair_of(const struct simulation *sim, const struct rows *gaps, size_t row, struct date leave, struct repair *repair)
{
	const str code = rows_text(gaps, row, "gap_code");
	const struct date due = rows_date(gaps, row, "expected_date"), next = rows_date(gaps, row, "effect_date");
	const bool step = str_is(code, "missing_step"), late = str_is(code, "overdue_step"), entry = str_is(code, "missing_entry");

	*repair = (struct repair){ .from = date_there(due) ? due : rows_date(gaps, row, "at_date"), .adds_time = entry };
	if (step)
		repair->until = next;
	if (entry && sim->in.service_count > 0)
		repair->until = sim->in.services[0].from;
	if (!date_there(repair->from) || date_compare(repair->from, leave) >= 0 || (date_there(repair->until) && date_compare(repair->from, repair->until) >= 0))
		return false;
	return step || late || entry;
}

static void
show_gap(const struct request *req, const struct simulation *sim, const struct liquidation *now, enum regime regime, struct date leave, const struct repair *repair, struct page *row)
{
	const struct liquidation low = simulate_repaired(req->arena, sim, regime, leave, repair, false);
	const struct liquidation high = simulate_repaired(req->arena, sim, regime, leave, repair, true);

	if (!now->complete || !low.complete || !high.complete)
		page_show(row, MARK("UNTOLD"));
	else if (!repair->adds_time && !date_there(repair->until))
		page_show(row, MARK("INDEX_UNKNOWN"));
	else if (low.pension == now->pension && high.pension == now->pension)
		page_show(row, MARK("NOTHING_MORE"));
	else if (low.pension == high.pension)
		page_text(page_row(row, MARK("EXACTLY")), MARK("MORE"), difference(req->arena, low.pension - now->pension));
	else {
		struct page *between = page_row(row, MARK("BETWEEN"));

		page_text(between, MARK("LEAST"), difference(req->arena, low.pension - now->pension));
		page_text(between, MARK("MOST"), difference(req->arena, high.pension - now->pension));
	}
}

void
pension_show_changes(const struct request *req, const struct simulation *sim, const struct liquidation *got, enum regime regime, struct date leave, const struct rows *gaps, struct page *page)
{
	size_t i, left_out = 0;
	struct liquidation proven;

	for (i = 0; i < rows_count(gaps); i++) {
		struct repair repair;
		struct page *row;

		if (!repair_of(sim, gaps, i, leave, &repair))
			continue;
		row = page_row(page, MARK("CHANGES"));
		page_bind_row(row, req->arena, gaps, i);
		show_gap(req, sim, got, regime, leave, &repair, row);
		page_show(page, MARK("HAS_CHANGES"));
	}
	proven = simulate_proven(req->arena, sim, regime, leave, &left_out);
	if (left_out == 0) {
		page_show(page, MARK("ALL_PROVEN"));
		return;
	}
	page = page_row(page, MARK("LOOSE"));
	page_int(page, MARK("LOOSE_COUNT"), (int64_t)left_out);
	page_show(page, left_out > 1 ? MARK("LOOSE_MANY") : MARK("LOOSE_ONE"));
	if (got->complete && got->entitled && proven.complete && proven.entitled) {
		if (got->pension == proven.pension) {
			page_show(page, MARK("LOOSE_SAME"));
			return;
		}
		page = page_row(page, MARK("LOOSE_WORTH"));
		page_text(page, MARK("WITHOUT"), pension_money(req->arena, proven.pension));
		if (got->pension > proven.pension)
			page_text(page_row(page, MARK("GAIN")), MARK("WORTH"), pension_money(req->arena, got->pension - proven.pension));
	} else if (got->complete && proven.complete) {
		page_show(page, MARK("LOOSE_RIGHT"));
	} else {
		page_show(page, MARK("LOOSE_UNTOLD"));
	}
}

#define CHART_TOP  34
#define CHART_BASE 200

static str
per_cent(struct arena *arena, double x)
{
	const long long hundredths = (long long)(x * 100 + 0.5);

	return arena_format(arena, "%lld.%02lld", hundredths / 100, hundredths % 100);
}

/* One column a day: from zero, so that a small gain looks small. */
static void
draw_bar(const struct request *req, size_t i, size_t count, int64_t amount, int64_t most, bool limit, bool chosen, struct date day, int *told, struct page *chart)
{
	const double step = 96.0 / (double)count, x = 2 + step * (double)i, high = most == 0 ? 0 : (double)(CHART_BASE - CHART_TOP) * (double)amount / (double)most;
	struct page *bar = page_row(chart, MARK("BAR"));

	page_text(bar, MARK("X"), per_cent(req->arena, x + step * 0.12));
	page_text(bar, MARK("WIDTH"), per_cent(req->arena, step * 0.76));
	page_text(bar, MARK("Y"), per_cent(req->arena, CHART_BASE - high));
	page_text(bar, MARK("HEIGHT"), per_cent(req->arena, high));
	page_show(bar, chosen ? MARK("CHOSEN") : limit ? MARK("LIMIT") : MARK("OTHER"));
	if ((chosen || limit || i == 0 || i == count - 1) && day.year != *told) {
		struct page *label = page_row(chart, MARK("TICK"));

		*told = day.year;
		page_int(label, MARK("TICK_YEAR"), day.year);
		page_text(label, MARK("TICK_X"), per_cent(req->arena, x + step / 2));
	}
	if (limit) {
		struct page *mark = page_row(chart, MARK("LIMIT_MARK"));

		page_text(mark, MARK("LIMIT_X"), per_cent(req->arena, x + step / 2));
		page_text(mark, MARK("LIMIT_AMOUNT"), pension_money(req->arena, amount));
		page_show(mark, x > 50 ? MARK("LIMIT_END") : MARK("LIMIT_START"));
	}
}

void
pension_show_dates(const struct request *req, const struct simulation *sim, enum regime regime, struct date chosen, struct page *page)
{
	struct date dates[SIMULATION_DATES];
	struct liquidation *each = arena_array(req->arena, SIMULATION_DATES, sizeof *each);
	const size_t count = simulate_dates(&sim->in.person, req->today, dates);
	struct liquidation limit;
	struct page *block, *chart = NULL;
	int64_t most = 0;
	int told_year = 0;
	size_t i;

	if (count == 0)
		return;
	for (i = 0; i < count; i++) {
		each[i] = simulate(req->arena, sim, regime, dates[i]);
		most = each[i].pension > most ? each[i].pension : most;
	}
	if (most == 0)
		return;
	limit = simulate(req->arena, sim, regime, sim->in.person.limit);
	block = page_row(page, MARK("DATES"));
	page_text(block, MARK("DATES_FIRST"), date_french(req->arena, dates[0]));
	page_text(block, MARK("DATES_LAST"), date_french(req->arena, dates[count - 1]));
	page_text(block, MARK("AMOUNT_FIRST"), pension_money(req->arena, each[0].pension));
	page_text(block, MARK("AMOUNT_LAST"), pension_money(req->arena, each[count - 1].pension));
	chart = page_row(block, MARK("CHART"));
	for (i = 0; i < count; i++) {
		const int order = date_compare(dates[i], sim->in.person.limit);
		const bool told = each[i].complete && each[i].entitled;
		struct page *row = page_row(block, MARK("DATE"));

		draw_bar(req, i, count, each[i].pension, most, order == 0, date_compare(dates[i], chosen) == 0 && order != 0, dates[i], &told_year, chart);
		page_text(row, MARK("DAY"), date_french(req->arena, dates[i]));
		page_text(row, MARK("DAY_ISO"), date_iso(req->arena, dates[i]));
		page_show(row, order == 0 ? MARK("AT_LIMIT") : order < 0 ? MARK("ON_REQUEST") : MARK("AFTER"));
		page_text(row, MARK("DAY_SPAN"), span_text(req->arena, each[i].service_days + each[i].other_days + each[i].bonus_days));
		page_text(row, MARK("DAY_RATE"), pension_percent(req->arena, each[i].rate));
		page_text(row, MARK("DAY_AMOUNT"), told ? pension_money(req->arena, each[i].pension) : each[i].complete ? STR("pas de droit") : STR("à compléter"));
		page_text(row, MARK("DAY_MORE"), !told || !limit.complete || !limit.entitled || order == 0 ? STR("–") : difference(req->arena, each[i].pension - limit.pension));
	}
}
