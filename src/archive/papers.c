/* The paper behind an act: for the agent, row security shows papers that name him alone; for a clerk, those of the file he opened. */
#include "archive.h"

#define PAGE_NO FIELD_INT(struct paper_input, page, 1, SCAN_MOST_PAGES)

const struct field ARCHIVE_MY_PAPER_FIELDS[] = { FIELD_ID(struct paper_input, acte), FIELDS_END };
const struct field ARCHIVE_MY_PAGE_FIELDS[] = { FIELD_ID(struct paper_input, acte), FIELD_ID(struct paper_input, piece), PAGE_NO, FIELDS_END };
const struct field ARCHIVE_MY_ORIGINAL_FIELDS[] = { FIELD_ID(struct paper_input, acte), FIELD_ID(struct paper_input, piece), FIELDS_END };
const struct field ARCHIVE_PAPER_FIELDS[] = { FIELD_ID(struct paper_input, agent), FIELD_ID(struct paper_input, acte), FIELDS_END };
const struct field ARCHIVE_PAPER_PAGE_FIELDS[] = { FIELD_ID(struct paper_input, agent), FIELD_ID(struct paper_input, acte), FIELD_ID(struct paper_input, piece), PAGE_NO,
	FIELDS_END };
const struct field ARCHIVE_PAPER_ORIGINAL_FIELDS[] = { FIELD_ID(struct paper_input, agent), FIELD_ID(struct paper_input, acte), FIELD_ID(struct paper_input, piece),
	FIELDS_END };

/* First of a clerk's pages: it opens row security for this one file, when he gave a reason less than half an hour ago. */
const struct query ARCHIVE_ENTER = { "select is_open from career_api.enter_file($1)", .takes = "agent" };
const struct query ARCHIVE_ACT_PAPERS = { "select * from archive_api.act_papers($1)", .takes = "acte" };
const struct query ARCHIVE_ACT_PAPER_PAGES = { "select * from archive_api.act_paper_pages($1)", .takes = "acte" };
const struct query ARCHIVE_ACT_PAGE = { "select * from archive_api.act_page($1, $2, $3)", .takes = "acte piece page" };
const struct query ARCHIVE_ACT_ORIGINAL = { "select * from archive_api.act_original($1, $2)", .takes = "acte piece" };
const struct query ARCHIVE_MY_ACT_PAPER = { "select * from archive_api.my_act_paper($1)", .takes = "acte" };
const struct query ARCHIVE_MY_ACT = { "select * from archive_api.report_start($1)", .takes = "acte" };

static bool
closed(const struct request *req, const struct results *got)
{
	const struct rows *entered = results_of(got, &ARCHIVE_ENTER);

	(void)req;
	return entered != NULL && !(rows_count(entered) == 1 && rows_bool(entered, 0, "is_open"));
}

/* The file is not open: the reason first, then the act. */
static struct reply
ask_reason(const struct request *req, const struct paper_input *in)
{
	return reply_see_other(req, "/agents/%.*s/motif?acte=%.*s", STR_ARGS(opaque_text(req->arena, in->agent)), STR_ARGS(opaque_text(req->arena, in->acte)));
}

struct reply
archive_paper_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct paper_input *in = input;
	const struct rows *papers = results_of(got, &ARCHIVE_ACT_PAPERS), *pages = results_of(got, &ARCHIVE_ACT_PAPER_PAGES), *act = results_of(got, &ARCHIVE_MY_ACT);

	if (closed(req, got))
		return ask_reason(req, in);
	if (rows_count(papers) == 0)
		return reply_problem(problem_of(PROBLEM_MISSING, "archive.paper_missing"));
	if (in->agent != 0)
		page_text(page, MARK("AGENT_ID"), opaque_text(req->arena, in->agent));
	page_text(page, MARK("ACT_ID"), opaque_text(req->arena, in->acte));
	if (rows_count(act) == 1)
		page_bind_row(page, req->arena, act, 0);
	for (size_t i = 0; i < rows_count(papers); i++) {
		struct page *row = page_row(page, MARK("PAPERS"));

		page_bind_row(row, req->arena, papers, i);
		for (size_t k = 0; k < rows_count(pages); k++)
			if (rows_int(pages, k, "scan_id") == rows_int(papers, i, "scan_id"))
				page_bind_row(page_row(row, MARK("PAGES")), req->arena, pages, k);
	}
	return reply_page();
}

struct reply
archive_paper_page_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	(void)page;
	return closed(req, got) ? ask_reason(req, input) : archive_image(req, results_of(got, &ARCHIVE_ACT_PAGE));
}

struct reply
archive_paper_original_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct paper_input *in = input;

	(void)page;
	return closed(req, got) ? ask_reason(req, in) : archive_original(req, results_of(got, &ARCHIVE_ACT_ORIGINAL),
		arena_format(req->arena, "acte-%.*s", STR_ARGS(opaque_text(req->arena, in->acte))));
}
