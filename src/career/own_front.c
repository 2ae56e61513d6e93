/* "Ma carrière": the page most asked for. Four statements in one trip; the file's gaps cost nothing to who has none. */
#include "career/own.h"

#define LATEST 20
#define ALERTS 3

const struct query OWN_FRONT = { "select * from career_api.my_front()" };
const struct query OWN_LATEST = { "select * from career_api.my_latest_acts($1)" };
const struct query OWN_PATH = { "select * from career_api.my_path()" };
const struct query OWN_SEEN_LATEST = { "select * from career_api.my_consultations($1, $2)" };

struct problem
own_front_ask(const struct request *req, const void *input, struct batch *batch)
{
	(void)req;
	(void)input;
	ASK_PLAIN(batch, &OWN_FRONT);
	ASK(batch, &OWN_LATEST, ARG(LATEST));
	ASK_PLAIN(batch, &OWN_PATH);
	ASK(batch, &OWN_SEEN_LATEST, ARG(3), ARG(0));
	return NO_PROBLEM;
}

static struct date
gap_date(const struct rows *path, size_t row)
{
	struct date due = rows_date(path, row, "expected_date");

	return date_there(due) ? due : rows_date(path, row, "at_date");
}

/* Only an act that is nowhere in the file has a line of its own; what is wrong with a known act is told above. */
static bool
lacks_act(const struct rows *path, size_t row)
{
	str code = rows_text(path, row, "gap_code");

	return str_is(code, "missing_step") || str_is(code, "missing_entry");
}

static void
show_missing_between(const struct request *req, const struct rows *path, struct date before, struct date after, struct page *page)
{
	size_t i;

	for (i = rows_count(path); i > 0; i--) {
		struct date at = gap_date(path, i - 1);
		struct page *row;

		if (!lacks_act(path, i - 1) || !date_there(at) || (date_there(before) && date_compare(at, before) >= 0) ||
		    date_compare(at, after) < 0)
			continue;
		row = page_row(page, MARK("ACTS"));
		page_show(row, MARK("MISSING_ACT"));
		page_bind_row(row, req->arena, path, i - 1);
	}
}

/* What entered the file is news, unless it is the whole file that has just been opened. */
static size_t
count_new(const struct rows *acts)
{
	size_t i, count = 0;

	for (i = 0; i < rows_count(acts); i++)
		count += rows_bool(acts, i, "is_new");
	return count == rows_count(acts) && count > 1 ? 0 : count;
}

/* Acts from the last to the first, the missing ones in their place. */
static void
show_acts(const struct request *req, const struct rows *acts, const struct rows *path, struct page *page)
{
	size_t count = rows_count(acts), fresh = count_new(acts), i;
	struct date before = { 0, 0, 0 };

	page_show(page, count > 0 ? MARK("HAS_ACTS") : MARK("NO_ACTS"));
	for (i = 0; i < count; i++) {
		struct date at = rows_date(acts, i, "effect_date");
		struct page *row;

		show_missing_between(req, path, before, at, page);
		row = page_row(page, MARK("ACTS"));
		page_show(row, MARK("ACT"));
		page_bind_row(row, req->arena, acts, i);
		if (fresh == 0)
			page_hide(row, MARK("IS_NEW"));
		before = at;
	}
	if (count < LATEST)
		show_missing_between(req, path, before, (struct date){ 1, 1, 1 }, page);
	if (fresh > 0) {
		page = page_row(page, MARK("NEWS"));
		page_int(page, MARK("NEW_COUNT"), (int64_t)fresh);
		page_show(page, fresh > 1 ? MARK("NEW_MANY") : MARK("NEW_ONE"));
	}
}

static void
show_alerts(const struct request *req, const struct rows *path, struct page *page)
{
	size_t i, count = 0;
	struct page *alerts = NULL;

	for (i = 0; i < rows_count(path); i++) {
		if (rows_text(path, i, "gap_code").at == NULL)
			continue;
		if (alerts == NULL)
			alerts = page_row(page, MARK("ALERTS"));
		if (count++ < ALERTS)
			page_bind_row(page_row(alerts, MARK("GAP")), req->arena, path, i);
	}
	if (count == 0)
		return;
	page_int(alerts, MARK("ALERT_COUNT"), (int64_t)count);
	page_show(alerts, count > 1 ? MARK("ALERT_MANY") : MARK("ALERT_ONE"));
	if (count > ALERTS)
		page_int(page_row(alerts, MARK("ALERT_REST")), MARK("REST"), (int64_t)(count - ALERTS));
}

static void
show_dates(const struct request *req, const struct rows *agent, struct page *page)
{
	struct date retirement = rows_date(agent, 0, "retirement_date"), left = rows_date(agent, 0, "left_on");
	struct date first = rows_date(agent, 0, "first_service_date"), until = date_there(left) ? left : req->today;

	page_text(page, MARK("SERVICE_LAPSE"), own_lapse(req->arena, first, until));
	if (date_there(left) || !date_there(retirement))
		return;
	page_text(page, MARK("RETIREMENT_LAPSE"), own_lapse(req->arena, req->today, retirement));
	page_show(page, date_compare(retirement, req->today) < 0 ? MARK("RETIREMENT_PAST") : MARK("RETIREMENT_AHEAD"));
	if (date_compare(retirement, req->today) >= 0 && date_compare(retirement, date_add_years(req->today, 1)) <= 0)
		page_show(page, MARK("RETIREMENT_SOON"));
}

struct reply
own_front_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *agent = results_of(got, &OWN_FRONT), *path = results_of(got, &OWN_PATH);

	(void)input;
	if (!own_agent_show(req, agent, page))
		return reply_page();
	show_dates(req, agent, page);
	show_alerts(req, path, page);
	show_acts(req, results_of(got, &OWN_LATEST), path, page);
	own_stairs_show(req, agent, path, page);
	page_bind(page, req->arena, "SEEN", results_of(got, &OWN_SEEN_LATEST));
	return reply_page();
}
