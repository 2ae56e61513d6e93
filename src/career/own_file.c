/* The file told at length: the path, the state of services, the retirement date, one day, and who looked at it. */
#include "career/own.h"

const struct field OWN_SITUATION_FIELDS[] = { OPTIONAL_DATE(struct own_situation_input, le), FIELDS_END };
const struct field OWN_SEEN_FIELDS[] = { OPTIONAL_INT(struct own_seen_input, page, 1, 10000), FIELDS_END };

const struct query OWN_AGENT = { "select * from career_api.my_agent()" };
const struct query OWN_SITUATIONS = { "select * from career_api.my_situations()" };
const struct query OWN_GAPS = { "select * from career_api.my_gaps()" };
const struct query OWN_SERVICE = { "select * from career_api.my_service_state()" };
const struct query OWN_TOTALS = { "select * from career_api.my_service_totals()" };
const struct query OWN_RETIREMENT = { "select * from career_api.my_retirement()" };
const struct query OWN_SITUATION = { "select * from career_api.my_situation($1)" };
const struct query OWN_SEEN = { "select * from career_api.my_consultations($1, $2)" };

/* Gaps are sorted by date, as intervals are: each stands before the interval that follows it. */
static size_t
put_gaps_until(const struct request *req, const struct rows *gaps, size_t from, struct date until, struct page *page)
{
	for (; from < rows_count(gaps); from++) {
		struct date due = rows_date(gaps, from, "expected_date"), at = date_there(due) ? due : rows_date(gaps, from, "at_date");
		struct page *row;

		if (date_there(until) && date_there(at) && date_compare(at, until) > 0)
			break;
		row = page_row(page, MARK("STEPS"));
		page_show(row, MARK("GAP"));
		page_bind_row(row, req->arena, gaps, from);
	}
	return from;
}

struct reply
own_path_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *situations = results_of(got, &OWN_SITUATIONS), *gaps = results_of(got, &OWN_GAPS);
	size_t i, put = 0;

	(void)input;
	if (!own_agent_show(req, results_of(got, &OWN_AGENT), page))
		return reply_page();
	own_stairs_show(req, results_of(got, &OWN_AGENT), results_of(got, &OWN_PATH), page);
	page_show(page, rows_count(situations) > 0 ? MARK("HAS_STEPS") : MARK("NO_STEPS"));
	for (i = 0; i < rows_count(situations); i++) {
		struct page *row;

		put = put_gaps_until(req, gaps, put, rows_date(situations, i, "from_date"), page);
		row = page_row(page, MARK("STEPS"));
		page_show(row, MARK("SITUATION"));
		page_bind_row(row, req->arena, situations, i);
	}
	put_gaps_until(req, gaps, put, (struct date){ 0, 0, 0 }, page);
	page_bind(page, req->arena, "GAPS", gaps);
	return reply_page();
}

static void
show_totals(const struct request *req, const struct rows *totals, struct page *page)
{
	size_t i;

	for (i = 0; i < rows_count(totals); i++) {
		struct page *row = page_row(page, MARK("TOTALS"));
		bool known = rows_text(totals, i, "counts_as_service").at != NULL;

		page_bind_row(row, req->arena, totals, i);
		page_text(row, MARK("SPAN"), own_span(req->arena, rows_int(totals, i, "years"), rows_int(totals, i, "months"), rows_int(totals, i, "days")));
		page_show(row, !known ? MARK("COUNTS_UNKNOWN") : rows_bool(totals, i, "counts_as_service") ? MARK("COUNTS") : MARK("COUNTS_NOT"));
		if (rows_bool(totals, i, "is_demo"))
			page_show(page, MARK("TOTALS_DEMO"));
	}
	if (rows_count(totals) > 0)
		page_show(page, MARK("HAS_TOTALS"));
}

struct reply
own_service_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *service = results_of(got, &OWN_SERVICE), *agent = results_of(got, &OWN_AGENT);
	size_t i, loose = 0;

	(void)input;
	if (!own_agent_show(req, agent, page))
		return reply_page();
	page_bind(page, req->arena, "SERVICES", service);
	for (i = 0; i < rows_count(service); i++)
		loose += !rows_bool(service, i, "is_firm");
	if (loose > 0) {
		struct page *row = page_row(page, MARK("LOOSE"));

		page_int(row, MARK("LOOSE_COUNT"), (int64_t)loose);
		page_show(row, loose > 1 ? MARK("LOOSE_MANY") : MARK("LOOSE_ONE"));
	}
	if (rows_int(agent, 0, "gaps_count") > 0)
		page_show(page, rows_int(agent, 0, "gaps_count") > 1 ? MARK("GAPS_MANY") : MARK("GAPS_ONE"));
	show_totals(req, results_of(got, &OWN_TOTALS), page);
	return reply_page();
}

/* The sum and what is told beside it: two rules that decide nothing here are set apart. */
struct reply
own_retirement_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *lines = results_of(got, &OWN_RETIREMENT), *agent = results_of(got, &OWN_AGENT);
	str lapse;
	size_t i;

	(void)input;
	if (!own_agent_show(req, agent, page))
		return reply_page();
	for (i = 0; i < rows_count(lines); i++) {
		str code = rows_text(lines, i, "line_code");
		bool aside = str_is(code, "trente_ans") || str_is(code, "anticipe");
		struct page *row = page_row(page, str_is(code, "trente_ans") ? MARK("THIRTY") : aside ? MARK("EARLY") : MARK("LINES"));

		page_bind_row(row, req->arena, lines, i);
		if (str_is(code, "anticipe") && date_compare(rows_date(lines, i, "value_date"), req->today) <= 0)
			page_show(row, MARK("SINCE"));
		if (!aside && rows_bool(lines, i, "is_demo"))
			page_show(page, MARK("SUM_DEMO"));
	}
	lapse = own_lapse(req->arena, req->today, rows_date(agent, 0, "retirement_date"));
	if (lapse.at != NULL)
		page_text(page_row(page, MARK("AHEAD")), MARK("RETIREMENT_LAPSE"), lapse);
	return reply_page();
}

struct problem
own_situation_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct own_situation_input *in = input;

	ASK_PLAIN(batch, &OWN_AGENT);
	ASK(batch, &OWN_SITUATION, ARG(date_there(in->le) ? in->le : req->today));
	return NO_PROBLEM;
}

struct reply
own_situation_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct own_situation_input *in = input;
	const struct rows *found = results_of(got, &OWN_SITUATION);
	struct date day = date_there(in->le) ? in->le : req->today;

	if (!own_agent_show(req, results_of(got, &OWN_AGENT), page) || req->problem_count > 0)
		return reply_page();
	page_text(page, MARK("LE_VALUE"), date_french(req->arena, day));
	page_text(page, MARK("DAY"), date_french(req->arena, day));
	if (rows_count(found) == 0)
		page_show(page, MARK("NO_SITUATION"));
	else
		page_bind_row(page_row(page, MARK("SITUATION")), req->arena, found, 0);
	if (date_compare(day, req->today) > 0)
		page_show(page, MARK("AHEAD"));
	return reply_page();
}

struct problem
own_seen_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct own_seen_input *in = input;
	int64_t number = in->page < 1 ? 1 : in->page;

	(void)req;
	ASK(batch, &OWN_SEEN, ARG(OWN_PAGE_SIZE + 1), ARG((number - 1) * OWN_PAGE_SIZE));
	return NO_PROBLEM;
}

struct reply
own_seen_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct own_seen_input *in = input;

	own_paged_show(req, "SEEN", results_of(got, &OWN_SEEN), in->page < 1 ? 1 : in->page, page);
	return reply_page();
}
