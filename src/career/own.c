/* Parts of the agent's own pages: who he is, the staircase, durations in words, paging. */
#include "career/own.h"
#include "career/stair.h"

static const char *
plural(int64_t n)
{
	return n > 1 ? "s" : "";
}

str
own_span(struct arena *arena, int64_t years, int64_t months, int64_t days)
{
	int y = (int)years, m = (int)months, d = (int)days;

	if (y > 0 && m > 0)
		return arena_format(arena, "%d\u00a0an%s, %d\u00a0mois", y, plural(y), m);
	if (y > 0)
		return arena_format(arena, "%d\u00a0an%s", y, plural(y));
	if (m > 0)
		return arena_format(arena, "%d\u00a0mois", m);
	return arena_format(arena, "%d\u00a0jour%s", d, plural(d));
}

str
own_lapse(struct arena *arena, struct date from, struct date to)
{
	int months;

	if (!date_there(from) || !date_there(to) || date_compare(to, from) < 0)
		return NO_STR;
	months = 12 * (to.year - from.year) + to.month - from.month - (to.day < from.day);
	return own_span(arena, months / 12, months % 12, date_days(to) - date_days(from));
}

bool
own_agent_show(const struct request *req, const struct rows *agent, struct page *page)
{
	if (rows_count(agent) == 0) {
		page_show(page, MARK("NO_AGENT"));
		return false;
	}
	page_show(page, MARK("AGENT"));
	page_bind_row(page, req->arena, agent, 0);
	page_text(page, MARK("TODAY"), date_french(req->arena, req->today));
	return true;
}

void
own_stairs_show(const struct request *req, const struct rows *agent, const struct rows *path, struct page *page)
{
	struct stair *stair = stair_read(req->arena, path, req->today);
	struct date left = rows_date(agent, 0, "left_on");
	bool ended = date_there(left) && date_compare(left, req->today) <= 0;

	if (!ended)
		stair_expect(stair, rows_date(agent, 0, "next_step_date"),
		             arena_format(req->arena, "%.*s%.*s-%d", STR_ARGS(rows_text(agent, 0, "category")), STR_ARGS(rows_text(agent, 0, "scale")),
		                          (int)rows_int(agent, 0, "next_step")));
	stair_end(stair, date_there(left) ? left : rows_date(agent, 0, "retirement_date"), ended);
	stair_draw(stair, req->arena, page);
}

void
own_paged_show(const struct request *req, const char *section, const struct rows *rows, int64_t page_number, struct page *page)
{
	struct marker row = marker_named(req->arena, str_of(section));
	size_t count = rows_count(rows), shown = count > OWN_PAGE_SIZE ? OWN_PAGE_SIZE : count, i;
	int64_t first = (page_number - 1) * OWN_PAGE_SIZE;
	struct marker about = marker_named(req->arena, arena_format(req->arena, "%s_%s", count > 0 ? "HAS" : "NO", section));

	page_show(page, &about);
	for (i = 0; i < shown; i++)
		page_bind_row(page_row(page, &row), req->arena, rows, i);
	page_int(page, MARK("FIRST"), first + 1);
	page_int(page, MARK("LAST"), first + (int64_t)shown);
	page_neighbours(page, page_number, count > OWN_PAGE_SIZE);
}
