/* The lines of a computation as rows of a table, and what stops it as sentences with what to do. */
#include "own.h"

void
pension_show_waits(const struct request *req, const struct liquidation *got, struct page *page)
{
	size_t i, j;

	page_int(page, MARK("WAIT_COUNT"), (int64_t)got->wait_count);
	for (i = 0; i < got->wait_count; i++) {
		const struct wait *w = &got->waits[i];
		struct page *row;

		for (j = 0; j < i; j++)
			if (str_eq(got->waits[j].what, w->what) && date_compare(got->waits[j].from, w->from) == 0)
				break;
		if (j < i)
			continue;
		row = page_row(page, MARK("WAIT"));
		page_text(row, MARK("WAIT_WHAT"), w->what);
		page_text(row, MARK("WAIT_DO"), pension_wait_to_do(w->kind, false));
		if (w->kind == WAIT_OVERLAP && date_compare(w->from, w->until) == 0)
			page_text(page_row(row, MARK("WAIT_ON")), MARK("ON"), date_french(req->arena, w->from));
		else if (w->kind != WAIT_RULE && w->kind != WAIT_LEAVE && w->kind != WAIT_NOTHING && date_there(w->from) && date_compare(w->from, w->until) < 0) {
			struct page *span = page_row(row, MARK("WAIT_SPAN"));

			page_text(span, MARK("FROM"), date_french(req->arena, w->from));
			page_text(span, MARK("TO"), pension_last_day(req->arena, w->until));
		}
		if (w->act.at != NULL && w->act.len > 0)
			page_text(page_row(row, MARK("WAIT_ACT")), MARK("ACT"), w->act);
	}
}

static void
show_source(struct page *row, const struct line *line)
{
	if (line->source.len > 0) {
		struct page *source = page_row(row, MARK("LINE_SOURCE"));

		page_text(source, MARK("SOURCE"), line->source);
		page_show(source, str_is(line->certainty, "loi") ? MARK("LAW") : str_is(line->certainty, "usage") ? MARK("CUSTOM") : str_is(line->certainty, "inconnu") ? MARK("UNSURE") : MARK("TO_CONFIRM"));
	}
	if (line->demo)
		page_show(row, MARK("LINE_DEMO"));
}

void
pension_show_lines(const struct request *req, const struct simulation *sim, const struct liquidation *got, const struct rules *rules, const struct rows *services, struct page *page)
{
	size_t i;

	for (i = 0; i < got->line_count; i++) {
		const struct line *line = &got->lines[i];
		const struct line_words said = pension_line_words(req->arena, sim, line, rules, services);
		struct page *row = page_row(page, MARK("LINES"));

		page_int(row, MARK("LINE_NO"), (int64_t)i + 1);
		page_text(row, MARK("TITLE"), said.title);
		page_text(row, MARK("RULE"), said.rule);
		page_text(row, MARK("VALUE"), said.value);
		page_text(row, MARK("PROOF"), said.proof);
		show_source(row, line);
		if (line->act.len > 0)
			page_text(page_row(row, MARK("LINE_ACT")), MARK("ACT"), line->act);
		if (said.total)
			page_show(row, MARK("ROW_TOTAL"));
		else if (said.missing)
			page_show(row, MARK("ROW_MISSING"));
	}
}
