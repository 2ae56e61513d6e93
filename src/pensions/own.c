/* "Ma pension": the amount first, then why, line by line. Amounts only when nothing is waited for; else each wait, and what to do. */
#include "own.h"

const struct query PENSION_PERSON = { "select * from pensions_api.my_person()" };
const struct query PENSION_SERVICES = { "select * from pensions_api.my_services()" };
const struct query PENSION_FACTS = { "select * from pensions_api.my_facts()" };
const struct query PENSION_GAPS = { "select * from career_api.my_gaps()" };
const struct query PENSION_PARAMETERS = { "select * from pensions_api.parameters()" };
const struct field PENSION_FIELDS[] = { OPTIONAL_DATE(struct pension_input, le), FIELDS_END };

/* A day that can be asked is ahead, and not absurdly far; NO_PROBLEM or what is wrong, in words. */
static struct problem
judge_date(const struct request *req, const struct rows *who, struct date day)
{
	const struct date limit = rows_date(who, 0, "effect_date"), hired = rows_date(who, 0, "first_service_date");
	const struct date far = date_there(limit) && date_compare(limit, req->today) > 0 ? date_add_years(limit, 2) : date_add_years(req->today, 45);
	struct problem wrong = { .kind = PROBLEM_INPUT, .field = "le" };

	if (date_there(hired) && date_compare(day, hired) <= 0) {
		wrong.text = "pensions.date_before_hire";
		wrong.detail = date_french(req->arena, hired);
	} else if (date_compare(day, req->today) <= 0) {
		wrong.text = "pensions.date_past";
	} else if (date_compare(day, far) > 0) {
		wrong.text = "pensions.date_too_far";
		wrong.detail = date_french(req->arena, far);
	} else {
		return NO_PROBLEM;
	}
	return wrong;
}

struct problem
pension_then(const struct request *req, const void *input, const struct results *got, struct batch *batch)
{
	const struct pension_input *in = input;
	const struct rows *who = results_of(got, &PENSION_PERSON);

	(void)batch;
	if (!date_there(in->le) || rows_count(who) == 0 || date_there(rows_date(who, 0, "left_on")))
		return NO_PROBLEM;
	return judge_date(req, who, in->le);
}

/* The amount, or why there is none; the sentence of the sum. */
static void
show_answer(const struct request *req, const struct liquidation *got, const struct rules *rules, struct date leave, struct page *page)
{
	struct page *sum;

	if (date_there(leave)) {
		page_text(page, MARK("LEAVE_DATE"), date_french(req->arena, leave));
		page_show(page, MARK("LEAVE"));
	}
	if (!got->complete) {
		page_show(page, MARK("WAITING"));
		pension_show_waits(req, got, page);
		return;
	}
	if (!got->entitled) {
		size_t i;
		struct page *none = page_row(page, MARK("NO_RIGHT"));

		for (i = 0; i < got->line_count; i++)
			if (got->lines[i].kind == LINE_RIGHT)
				page_text(none, MARK("WHY"), got->lines[i].detail);
		return;
	}
	sum = page_row(page, MARK("AMOUNT"));
	page_text(sum, MARK("PENSION"), pension_money(req->arena, got->pension));
	page_text(sum, MARK("BASE"), pension_money(req->arena, got->base));
	page_text(sum, MARK("RATE"), pension_percent(req->arena, got->rate));
	page_text(sum, MARK("SPAN"), span_text(req->arena, got->service_days + got->bonus_days + got->other_days));
	page_text(sum, MARK("EACH"), pension_percent(req->arena, rules->annuity_rate.value * 100));
	if (got->capped)
		page_show(sum, MARK("CAPPED"));
	if (got->raised)
		page_show(sum, MARK("RAISED"));
	if (got->other_days > 0)
		page_show(sum, MARK("SHARED"));
}

/* Which of the two funds pays for which time; the other fund's amount is told only when its rules are known. */
static void
show_shares(const struct request *req, const struct simulation *sim, const struct liquidation *got, enum regime regime, struct date leave, struct page *page)
{
	const int64_t all = got->service_days + got->other_days;
	struct page *shares;
	int r;

	if (got->other_days == 0 && regime == REGIME_FNRB)
		return;
	shares = page_row(page, MARK("SHARES"));
	page_show(shares, got->other_days > 0 ? MARK("BOTH") : MARK("CNSS_ONLY"));
	for (r = 0; r < REGIMES; r++) {
		const int64_t days = (enum regime)r == regime ? got->service_days : got->other_days;
		const struct liquidation of = (enum regime)r == regime ? *got : simulate(req->arena, sim, (enum regime)r, leave);
		struct page *row;

		if (days == 0)
			continue;
		row = page_row(shares, MARK("FUND"));
		page_text(row, MARK("FUND_NAME"), r == REGIME_FNRB ? STR("FNRB, agents permanents") : STR("CNSS, agents contractuels"));
		page_text(row, MARK("FUND_SPAN"), span_text(req->arena, days));
		page_text(row, MARK("FUND_SHARE"), pension_percent(req->arena, all == 0 ? 0 : days * 1000000 / all));
		page_text(row, MARK("FUND_AMOUNT"), of.complete && of.entitled ? pension_money(req->arena, of.pension) : STR("pas encore calculable"));
	}
}

/* What a reader must doubt of this figure. */
static void
show_doubts(const struct request *req, const struct liquidation *got, const struct rows *who, const struct rows *services, struct date leave, struct page *page)
{
	size_t i;
	bool demo = false;

	for (i = 0; i < got->line_count; i++)
		demo = demo || (got->lines[i].demo && got->lines[i].kind == LINE_BASE && got->complete && got->entitled);
	if (demo)
		page_show(page, MARK("POINT_DEMO"));
	for (i = 0; i < rows_count(services); i++)
		if (rows_bool(services, i, "counts_is_demo")) {
			page_text(page_row(page, MARK("POSITION_DEMO")), MARK("POSITION"), rows_text(services, i, "label"));
			break;
		}
	if (rows_bool(who, 0, "effect_is_demo") || rows_bool(who, 0, "limit_is_demo"))
		page_show(page, MARK("DATE_DEMO"));
	if (date_there(leave) && date_compare(leave, req->today) > 0)
		page_show(page, MARK("AHEAD"));
	if (date_there(rows_date(who, 0, "early_date")) && date_compare(leave, rows_date(who, 0, "effect_date")) < 0)
		page_show(page, MARK("BEFORE_LIMIT"));
	if (date_there(rows_date(who, 0, "effect_date")) && date_compare(leave, rows_date(who, 0, "effect_date")) > 0)
		page_show(page, MARK("AFTER_LIMIT"));
}

struct reply
pension_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct pension_input *in = input;
	const struct rows *who = results_of(got, &PENSION_PERSON), *gaps = results_of(got, &PENSION_GAPS), *services = results_of(got, &PENSION_SERVICES);
	struct simulation sim;
	struct liquidation main;
	struct rules rules;
	struct date leave;
	enum regime regime;

	if (rows_count(who) == 0) {
		page_show(page, MARK("NO_AGENT"));
		return reply_page();
	}
	page_show(page, MARK("AGENT"));
	page_bind_row(page, req->arena, who, 0);
	if (date_there(rows_date(who, 0, "left_on")))
		return reply_page();
	leave = rows_date(who, 0, "effect_date");
	if (date_there(in->le) && req->problem_count == 0) {
		leave = in->le;
		page_text(page, MARK("LE_VALUE"), date_french(req->arena, in->le));
		page_show(page, MARK("TRIED"));
	}
	sim = pension_read(req->arena, &(struct career_rows){ who, services, results_of(got, &PENSION_FACTS), results_of(got, &PENSION_PARAMETERS), gaps });
	regime = regime_counts(&sim, REGIME_FNRB, date_there(leave) ? leave : SIMULATION_OPEN) || sim.in.service_count == 0 ? REGIME_FNRB : REGIME_CNSS;
	rules = rules_at(sim.parameters, sim.parameter_count, regime, leave);
	main = simulate(req->arena, &sim, regime, leave);
	show_answer(req, &main, &rules, leave, page);
	show_shares(req, &sim, &main, regime, leave, page);
	if (main.line_count > 0) {
		page_show(page, MARK("IN_SERVICE"));
		pension_show_lines(req, &sim, &main, &rules, services, page);
		pension_show_changes(req, &sim, &main, regime, leave, gaps, page);
	}
	pension_show_dates(req, &sim, regime, leave, page);
	show_doubts(req, &main, who, services, leave, page);
	return reply_page();
}
