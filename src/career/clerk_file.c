/* One file: asked for with a reason, read for half an hour, an act at a time or as an état des services. */
#include "career/clerk.h"
#include "career/own.h"

const struct field CLERK_COVER_FIELDS[] = {
	FIELD_ID(struct clerk_file_input, agent), OPTIONAL_ID(struct clerk_file_input, recherche),
	OPTIONAL_CHOICE(struct clerk_file_input, tri, CLERK_SORTS), OPTIONAL_INT(struct clerk_file_input, rang, 1, 100000),
	OPTIONAL_ID(struct clerk_file_input, acte), OPTIONAL_CHOICE(struct clerk_file_input, vue, "etat"), FIELDS_END };
const struct field CLERK_OPEN_FIELDS[] = {
	FIELD_ID(struct clerk_file_input, agent), OPTIONAL_ID(struct clerk_file_input, recherche),
	OPTIONAL_CHOICE(struct clerk_file_input, tri, CLERK_SORTS), OPTIONAL_INT(struct clerk_file_input, rang, 1, 100000),
	OPTIONAL_ID(struct clerk_file_input, acte), OPTIONAL_CHOICE(struct clerk_file_input, vue, "etat"),
	OPTIONAL_CHOICE(struct clerk_file_input, motif, CLERK_REASONS), OPTIONAL_TEXT(struct clerk_file_input, precision, 200), FIELDS_END };
const struct field CLERK_FILE_FIELDS[] = {
	FIELD_ID(struct clerk_file_input, agent), OPTIONAL_ID(struct clerk_file_input, recherche),
	OPTIONAL_CHOICE(struct clerk_file_input, tri, CLERK_SORTS), OPTIONAL_INT(struct clerk_file_input, rang, 1, 100000),
	OPTIONAL_INT(struct clerk_file_input, page, 1, 1000), FIELDS_END };
const struct field CLERK_ACT_FIELDS[] = {
	FIELD_ID(struct clerk_file_input, agent), FIELD_ID(struct clerk_file_input, acte), FIELDS_END };
const struct field CLERK_SERVICE_FIELDS[] = { FIELD_ID(struct clerk_file_input, agent), FIELDS_END };

const struct reasons CLERK_MOTIVES = { .list = "clerk.reason", .choose = "clerk.reason_choose", .precise = "clerk.precision_missing" };
const struct query CLERK_COVER = { "select * from career_api.file_cover($1)", .takes = "agent", .shows = "." };
const struct query CLERK_OPEN = { "select * from career_api.open_file($1, $2)" };
const struct query CLERK_RECEIPT = { "select base_api.receipt($1) as location" };
/* First of every page of a file: it says whether the file is open, and opens row security for this one. */
const struct query CLERK_ENTER = { "select is_open, opened_at, opened_reason from career_api.enter_file($1)", .takes = "agent" };
const struct query CLERK_FILE = { "select f.*, f.sex as sex_code, c.phones, c.emails from career_api.agent_file($1) f"
	" cross join career_api.agent_contacts($1) c", .takes = "agent", .shows = "." };
const struct query CLERK_PATH = { "select * from career_api.agent_path($1)" };
const struct query CLERK_GAPS = { "select * from career_api.agent_gaps($1)", .shows = "LACUNES" };
const struct query CLERK_SITUATIONS = { "select * from career_api.agent_situations($1) order by from_date desc", .shows = "SITUATIONS" };
const struct query CLERK_RETIREMENT = { "select * from career_api.agent_retirement($1)" };
const struct query CLERK_FILE_ACTS = { "select * from career_api.agent_acts($1, $2, $3)", .shows = "ACTES" };
const struct query CLERK_AROUND = { "select * from career_api.around($1, $2, $3)", .shows = "AUTOUR" };
const struct query CLERK_ACT = { "select * from career_api.agent_line($1, $2) limit 1", .takes = "agent acte", .shows = "." };
const struct query CLERK_LINES = { "select * from career_api.agent_line($1, $2)", .takes = "agent acte", .shows = "LIGNES" };
const struct query CLERK_REACH = { "select * from career_api.act_reach($1, $2)", .takes = "agent acte", .shows = "." };
const struct query CLERK_OTHERS = { "select * from career_api.act_others($1, $2)", .takes = "agent acte", .shows = "AUTRES" };
const struct query CLERK_PAPER = { "select scan_id from archive_api.act_papers($1) limit 1", .takes = "acte", .shows = "PAPER" };
const struct query CLERK_SERVICE = { "select * from career_api.agent_service_state($1)", .takes = "agent", .shows = "SERVICES" };
const struct query CLERK_TOTALS = { "select * from career_api.agent_service_totals($1)", .takes = "agent" };

/* "?recherche=…&tri=…&rang=…": the list that a file was reached from; empty when it was reached otherwise. */
static str
list_query(const struct request *req, const struct clerk_file_input *in)
{
	if (in->recherche == 0)
		return STR("");
	return arena_format(req->arena, "?recherche=%.*s&tri=%.*s&rang=%lld", STR_ARGS(opaque_text(req->arena, in->recherche)),
	                    STR_ARGS(str_empty(in->tri) ? STR("nom") : in->tri), (long long)(in->rang > 0 ? in->rang : 1));
}

static str
file_address(const struct request *req, const struct clerk_file_input *in)
{
	const str agent = opaque_text(req->arena, in->agent);

	if (in->acte != 0)
		return arena_format(req->arena, "/agents/%.*s/actes/%.*s", STR_ARGS(agent), STR_ARGS(opaque_text(req->arena, in->acte)));
	if (str_is(in->vue, "etat"))
		return arena_format(req->arena, "/agents/%.*s/etat-des-services", STR_ARGS(agent));
	return arena_format(req->arena, "/agents/%.*s%.*s", STR_ARGS(agent), STR_ARGS(list_query(req, in)));
}

/* Where a page of a file that is not open leads: the reason first, then back here. */
static struct reply
ask_reason(const struct request *req, const struct clerk_file_input *in, const char *view)
{
	const str list = list_query(req, in), agent = opaque_text(req->arena, in->agent);
	const str act = in->acte != 0 ? arena_format(req->arena, "acte=%.*s", STR_ARGS(opaque_text(req->arena, in->acte))) : str_of(view);

	if (str_empty(act))
		return reply_see_other(req, "/agents/%.*s/motif%.*s", STR_ARGS(agent), STR_ARGS(list));
	return reply_see_other(req, "/agents/%.*s/motif?%.*s", STR_ARGS(agent), STR_ARGS(act));
}

struct problem
clerk_cover_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct clerk_file_input *in = input;

	(void)req;
	ASK(batch, &CLERK_COVER, ARG(in->agent));
	return NO_PROBLEM;
}

/* The form's address carries where to go on, so that a refused form still knows it. */
struct reply
clerk_cover_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct clerk_file_input *in = input;
	const struct problem problem = page_bind_all(req, got, page);

	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem);
	if (in->recherche != 0) {
		struct page *from = page_row(page, MARK("FROM_LIST"));

		page_text(from, MARK("RECHERCHE"), opaque_text(req->arena, in->recherche));
		page_text(from, MARK("TRI"), str_empty(in->tri) ? STR("nom") : in->tri);
		page_int(from, MARK("RANG"), in->rang > 0 ? in->rang : 1);
	}
	if (in->acte != 0)
		page_text(page_row(page, MARK("FROM_ACT")), MARK("ACTE"), opaque_text(req->arena, in->acte));
	if (str_is(in->vue, "etat"))
		page_show(page, MARK("FROM_SERVICE"));
	return reply_page();
}

struct problem
clerk_open_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct clerk_file_input *in = input;
	str reason = NO_STR;
	const struct problem problem = reason_said(req, &CLERK_MOTIVES, in->motif, in->precision, &reason);

	if (problem.kind != PROBLEM_NONE)
		return problem;
	ASK(batch, &CLERK_OPEN, ARG(in->agent), ARG(reason));
	ASK(batch, &CLERK_RECEIPT, ARG(file_address(req, in)));
	return NO_PROBLEM;
}

struct problem
clerk_file_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct clerk_file_input *in = input;
	const int64_t page = in->page > 0 ? in->page : 1;

	(void)req;
	ASK(batch, &CLERK_ENTER, ARG(in->agent));
	ASK(batch, &CLERK_FILE, ARG(in->agent));
	ASK(batch, &CLERK_PATH, ARG(in->agent));
	ASK(batch, &CLERK_GAPS, ARG(in->agent));
	ASK(batch, &CLERK_SITUATIONS, ARG(in->agent));
	ASK(batch, &CLERK_RETIREMENT, ARG(in->agent));
	ASK(batch, &CLERK_FILE_ACTS, ARG(in->agent), ARG(CLERK_ACTS), ARG((page - 1) * CLERK_ACTS));
	if (in->recherche != 0 && in->rang > 0)
		ASK(batch, &CLERK_AROUND, ARG(in->recherche), ARG(in->tri), ARG(in->rang));
	return NO_PROBLEM;
}

/* What every page of an open file shows: when and why it was opened. */
static bool
show_open(const struct request *req, const struct results *got, struct page *page)
{
	const struct rows *entered = results_of(got, &CLERK_ENTER);

	if (rows_count(entered) == 0)
		return false;
	page_bind_row(page, req->arena, entered, 0);
	return true;
}

/* The sum, and beside it the rules that decide nothing. */
static void
show_retirement(const struct request *req, const struct rows *lines, struct page *page)
{
	size_t i;

	for (i = 0; i < rows_count(lines); i++) {
		const str code = rows_text(lines, i, "line_code");
		const bool aside = str_is(code, "trente_ans") || str_is(code, "anticipe");

		page_bind_row(page_row(page, aside ? MARK("A_SAVOIR") : MARK("RETRAITE")), req->arena, lines, i);
	}
}

static void
show_acts_pager(const struct clerk_file_input *in, size_t shown, struct page *page)
{
	const int64_t here = in->page > 0 ? in->page : 1;

	page_neighbours(page, here, shown == CLERK_ACTS);
}

struct reply
clerk_file_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct clerk_file_input *in = input;
	struct problem problem;

	if (!show_open(req, got, page))
		return ask_reason(req, in, "");
	problem = page_bind_all(req, got, page);
	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem);
	if (in->recherche != 0) {
		page_text(page, MARK("RECHERCHE"), opaque_text(req->arena, in->recherche));
		page_text(page, MARK("TRI"), str_empty(in->tri) ? STR("nom") : in->tri);
		page_show(page, MARK("HAS_RECHERCHE"));
	}
	show_retirement(req, results_of(got, &CLERK_RETIREMENT), page);
	own_stairs_show(req, results_of(got, &CLERK_FILE), results_of(got, &CLERK_PATH), page);
	page_hide(page, MARK("NO_STAIR"));        /* the drawing's excuse speaks to the agent himself */
	show_acts_pager(in, rows_count(results_of(got, &CLERK_FILE_ACTS)), page);
	return reply_page();
}

static struct reply
answer_part(const struct request *req, const struct clerk_file_input *in, const struct results *got, struct page *page, const char *view)
{
	struct problem problem;

	if (!show_open(req, got, page))
		return ask_reason(req, in, view);
	problem = page_bind_all(req, got, page);
	return problem.kind == PROBLEM_NONE ? reply_page() : reply_problem(problem);
}

struct reply
clerk_act_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	return answer_part(req, input, got, page, "");
}

static void
show_totals(const struct request *req, const struct rows *totals, struct page *page)
{
	size_t i;

	if (rows_count(totals) > 0)
		page_show(page, MARK("HAS_TOTALS"));
	for (i = 0; i < rows_count(totals); i++) {
		struct page *row = page_row(page, MARK("TOTALS"));
		const bool known = rows_text(totals, i, "counts_as_service").at != NULL;

		page_bind_row(row, req->arena, totals, i);
		page_text(row, MARK("SPAN"), own_span(req->arena, rows_int(totals, i, "years"), rows_int(totals, i, "months"),
		                                      rows_int(totals, i, "days")));
		page_show(row, !known ? MARK("COUNTS_UNKNOWN") : rows_bool(totals, i, "counts_as_service") ? MARK("COUNTS") : MARK("COUNTS_NOT"));
	}
}

struct reply
clerk_service_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	show_totals(req, results_of(got, &CLERK_TOTALS), page);
	page_text(page, MARK("TODAY"), date_french(req->arena, req->today));
	return answer_part(req, input, got, page, "vue=etat");
}
