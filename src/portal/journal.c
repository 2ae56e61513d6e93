/* The inspectorate's journals, newest first, fifty a page, by name. Reading them writes nothing and opens no file. */
#include "portal/journal.h"

#define SIZE 50

const struct field JOURNAL_FIELDS[] = { OPTIONAL_ID(struct journal_input, avant), OPTIONAL_TEXT(struct journal_input, qui, 80), FIELDS_END };
/* One row more than a page holds tells whether there is a next one. */
const struct query JOURNAL_VIEWS = { "select * from portal_api.views($1, $2)", .takes = "avant qui" };
const struct query JOURNAL_DEEDS = { "select * from portal_api.deeds($1, $2)", .takes = "avant qui" };

struct reply
journal_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct journal_input *in = input;
	const struct rows *views = results_of(got, &JOURNAL_VIEWS), *deeds = results_of(got, &JOURNAL_DEEDS);
	const struct rows *rows = views != NULL ? views : deeds;
	size_t count = rows_count(rows), i;

	page_text(page, MARK("QUI_VALUE"), in->qui.at == NULL ? STR("") : in->qui);
	page_show(page, count == 0 ? MARK("NO_ROWS") : MARK("HAS_ROWS"));
	for (i = 0; i < count && i < SIZE; i++)
		page_bind_row(page_row(page, MARK("ROWS")), req->arena, rows, i);
	if (count > SIZE) {
		page_show(page, MARK("HAS_NEXT"));
		page_text(page, MARK("NEXT"), opaque_text(req->arena, rows_int(rows, SIZE - 1, "id")));
	}
	if (in->avant != 0)
		page_show(page, MARK("HAS_PREVIOUS"));
	return reply_page();
}
