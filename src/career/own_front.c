/* "Ma carrière": the page most asked for. Three statements in one trip: the lines are read once, for the list and for the
 * drawing, and the file's gaps cost nothing to who has none. */
#include "career/own.h"

#define LATEST 20
#define ALERTS 3

const struct query OWN_FRONT = { "select * from career_api.my_front()" };
const struct query OWN_LINES_ALL = { "select * from career_api.my_file()" };
const struct query OWN_PATH = { "select * from career_api.my_path()" };
const struct query OWN_SEEN_LATEST = { "select * from career_api.my_consultations($1, $2)" };
const struct query OWN_CAMPAIGN = { "select quarter as campaign_quarter, step as campaign_step, effect_date as campaign_date, is_late as campaign_late"
	" from advancement_api.my_campaign()" };

struct problem
own_front_ask(const struct request *req, const void *input, struct batch *batch)
{
	(void)req;
	(void)input;
	ASK_PLAIN(batch, &OWN_FRONT);
	ASK_PLAIN(batch, &OWN_LINES_ALL);
	ASK(batch, &OWN_SEEN_LATEST, ARG(3), ARG(0));
	ASK_PLAIN(batch, &OWN_CAMPAIGN);
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
		struct date at;
		struct page *row;

		if (!lacks_act(path, i - 1))          /* nearly always: no need to read its dates */
			continue;
		at = gap_date(path, i - 1);
		if (!date_there(at) || (date_there(before) && date_compare(at, before) >= 0) ||
		    date_compare(at, after) < 0)
			continue;
		row = page_row(page, MARK("ACTS"));
		page_show(row, MARK("MISSING_ACT"));
		page_bind_row(row, req->arena, path, i - 1);
	}
}

/* Lines come first, oldest to latest; gaps after them. */
static size_t
count_lines(const struct rows *file)
{
	size_t count = rows_count(file);

	while (count > 0 && rows_text(file, count - 1, "act_id").at == NULL)
		count--;
	return count;
}

/* What entered the file is news, unless it is the whole file that has just been opened. */
static size_t
count_new(const struct rows *file, size_t count)
{
	size_t shown = count < LATEST ? count : LATEST, fresh = 0, i;

	for (i = 0; i < shown; i++)
		fresh += rows_bool(file, count - 1 - i, "is_new");
	return fresh == shown && fresh > 1 ? 0 : fresh;
}

/* Acts from the last to the first, the missing ones in their place. */
static void
show_acts(const struct request *req, const struct rows *file, struct page *page)
{
	size_t count = count_lines(file), shown = count < LATEST ? count : LATEST, fresh = count_new(file, count), i;
	bool lacks = count < rows_count(file);
	struct date before = { 0, 0, 0 };

	page_show(page, count > 0 ? MARK("HAS_ACTS") : MARK("NO_ACTS"));
	for (i = count; i > count - shown; i--) {
		struct date at = rows_date(file, i - 1, "effect_date");
		struct page *row;

		if (lacks)
			show_missing_between(req, file, before, at, page);
		row = page_row(page, MARK("ACTS"));
		page_show(row, MARK("ACT"));
		page_bind_row(row, req->arena, file, i - 1);
		if (fresh == 0)
			page_hide(row, MARK("IS_NEW"));
		before = at;
	}
	if (lacks && shown == count)
		show_missing_between(req, file, before, (struct date){ 1, 1, 1 }, page);
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

	for (i = count_lines(path); i < rows_count(path); i++) {
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
	const struct rows *agent = results_of(got, &OWN_FRONT), *file = results_of(got, &OWN_LINES_ALL);

	(void)input;
	if (!own_agent_show(req, agent, page))
		return reply_page();
	show_dates(req, agent, page);
	show_alerts(req, file, page);
	show_acts(req, file, page);
	own_stairs_show(req, agent, file, page);
	page_bind(page, req->arena, "SEEN", results_of(got, &OWN_SEEN_LATEST));
	if (rows_count(results_of(got, &OWN_CAMPAIGN)) > 0)
		page_bind_row(page_row(page, MARK("CAMPAIGN")), req->arena, results_of(got, &OWN_CAMPAIGN), 0);
	return reply_page();
}
