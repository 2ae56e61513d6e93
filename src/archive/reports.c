/* Reports as the archive treats them, and as their authors follow them. */
#include "archive.h"

enum { REPORTS_PAGE = 25 };
#define STATES "nouveau|recherche|trouve|introuvable|sans_objet"

const struct field ARCHIVE_REPORTS_FIELDS[] = { OPTIONAL_CHOICE(struct reports_input, etat, STATES), OPTIONAL_INT(struct reports_input, page, 1, 100000), FIELDS_END };
const struct field ARCHIVE_REPORT_FIELDS[] = { FIELD_ID(struct report_input, signalement), FIELDS_END };
const struct field ARCHIVE_HANDLE_FIELDS[] = { FIELD_ID(struct handle_input, signalement), FIELD_CHOICE(struct handle_input, vers, "recherche|trouve|introuvable|sans_objet"),
	OPTIONAL_LINES(struct handle_input, reponse, 1500), FIELDS_END };

const struct query ARCHIVE_REPORTS = { "select * from archive_api.reports($1, $2, $3)" };
const struct query ARCHIVE_MY_REPORTS = { "select * from archive_api.my_reports($1, $2)" };
const struct query ARCHIVE_REPORT_OF = { "select * from archive_api.report_of($1)", .takes = "signalement", .shows = "." };
const struct query ARCHIVE_REPORT_STEPS = { "select * from archive_api.report_steps($1)", .takes = "signalement", .shows = "STEPS" };
const struct query ARCHIVE_REPORT_COPIES = { "select * from archive_api.report_copies($1)", .takes = "signalement" };
const struct query ARCHIVE_REPORT_AGENT = { "select * from archive_api.report_agent($1)", .takes = "signalement", .shows = "AGENT" };
const struct query ARCHIVE_REPORT_MOVES = { "select * from archive_api.report_moves($1)", .takes = "signalement", .shows = "MOVES", .keeps = "vers MOVES.TO_CODE" };
const struct query ARCHIVE_HANDLE_REPORT = { "select archive_api.handle_report($1, $2, $3)", .takes = "signalement vers reponse" };

struct problem
archive_reports_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct reports_input *in = input;

	(void)req;
	ASK_PLAIN(batch, &ARCHIVE_REPORTS_TALLY);
	ASK(batch, &ARCHIVE_REPORTS, str_empty(in->etat) ? ARG_NULL : ARG(in->etat), ARG(REPORTS_PAGE + 1), ARG(((in->page < 1 ? 1 : in->page) - 1) * REPORTS_PAGE));
	return NO_PROBLEM;
}

struct reply
archive_reports_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct reports_input *in = input;
	const struct rows *tally = results_of(got, &ARCHIVE_REPORTS_TALLY);

	for (size_t i = 0; i < rows_count(tally); i++) {
		struct page *row = page_row(page, MARK("TALLY"));

		page_bind_row(row, req->arena, tally, i);
		page_show(row, str_eq(rows_text(tally, i, "state_code"), in->etat) ? MARK("ON") : MARK("OFF"));
	}
	page_show(page, str_empty(in->etat) ? MARK("WAITING_ON") : MARK("WAITING_OFF"));
	page_text(page, MARK("ETAT_ASKED"), str_empty(in->etat) ? STR("") : in->etat);
	archive_paged(req, "REPORTS", results_of(got, &ARCHIVE_REPORTS), REPORTS_PAGE, in->page, page);
	return reply_page();
}

struct problem
archive_my_reports_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct reports_input *in = input;

	(void)req;
	ASK(batch, &ARCHIVE_MY_REPORTS, ARG(REPORTS_PAGE + 1), ARG(((in->page < 1 ? 1 : in->page) - 1) * REPORTS_PAGE));
	ASK_PLAIN(batch, &ARCHIVE_REPORT_DAYS);
	return NO_PROBLEM;
}

struct reply
archive_my_reports_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct reports_input *in = input;

	archive_paged(req, "REPORTS", results_of(got, &ARCHIVE_MY_REPORTS), REPORTS_PAGE, in->page, page);
	page_bind(page, req->arena, "DELAY", results_of(got, &ARCHIVE_REPORT_DAYS));
	return reply_page();
}

/* Both sides: the report, its steps, its copies with what became of them in words. */
struct reply
archive_report_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *copies = results_of(got, &ARCHIVE_REPORT_COPIES), *report = results_of(got, &ARCHIVE_REPORT_OF);
	const struct problem problem = page_bind_all(req, got, page);

	(void)input;
	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem_of(PROBLEM_MISSING, "archive.report_missing"));
	if (!rows_bool(report, 0, "is_over"))
		page_show(page, MARK("IS_OPEN"));
	for (size_t i = 0; i < rows_count(copies); i++) {
		struct page *row = page_row(page, MARK("COPIES"));
		const str why = rows_text(copies, i, "why");

		page_bind_row(row, req->arena, copies, i);
		if (why.at != NULL)
			page_text(page_row(row, MARK("REFUSED")), MARK("WHY_TEXT"), sentence_with(req->sentences, req->arena, arena_copy(req->arena, why).at,
				rows_text(copies, i, "why_detail")));
		else
			page_show(row, MARK("GOOD"));
	}
	if (rows_count(copies) > 0)
		page_show(page, MARK("HAS_COPIES"));
	return reply_page();
}

struct reply
archive_my_report_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct received_input *in = input;

	if (str_is(in->recu, "oui"))
		page_show(page, MARK("RECEIVED"));
	return archive_report_answer(req, input, got, page);
}
