/* One agent at the desks: both sides month by month, what differs and why; a difference settled with a reason, or opened again. Before
 * anything is shown, who looks says why, and the agent reads it. */
#include "payroll.h"

const struct field PAY_AGENT_FIELDS[] = { FIELD_ID(struct pay_file_input, agent), FIELDS_END };
const struct field PAY_OPEN_FIELDS[] = {
	FIELD_ID(struct pay_file_input, agent), OPTIONAL_CHOICE(struct pay_file_input, motif, PAY_MOTIVES), OPTIONAL_TEXT(struct pay_file_input, precision, 200),
	FIELDS_END };
const struct field PAY_ECART_FIELDS[] = { FIELD_ID(struct pay_file_input, ecart), FIELDS_END };
const struct field PAY_SETTLE_FIELDS[] = {
	FIELD_ID(struct pay_file_input, ecart), OPTIONAL_TEXT(struct pay_file_input, raison, 40), OPTIONAL_LINES(struct pay_file_input, texte, 500),
	FIELDS_END };
const struct field PAY_REOPEN_FIELDS[] = { FIELD_ID(struct pay_file_input, ecart), OPTIONAL_LINES(struct pay_file_input, texte, 500), FIELDS_END };

const struct query PAY_ENTER = { "select * from payroll_api.enter($1)", .takes = "agent", .shows = "." };
const struct query PAY_OPEN = { "select * from payroll_api.open($1, $2, $3, $4)" };
const struct query PAY_HEAD = { "select * from payroll_api.agent_head($1)", .takes = "agent" };
const struct query PAY_SIDES = { "select * from payroll_api.agent_sides($1)", .takes = "agent" };
const struct query PAY_DIFFERENCES = { "select * from payroll_api.agent_differences($1)", .takes = "agent" };
const struct query PAY_COMPARE_ONE = { "select * from payroll_api.compare_one($1, $2)" };
const struct query PAY_ENTER_ECART = { "select * from payroll_api.enter_difference($1)", .takes = "ecart", .shows = "." };
const struct query PAY_ECART = { "select * from payroll_api.one_difference($1)", .takes = "ecart" };
const struct query PAY_EVENTS = { "select * from payroll_api.events_of($1)", .takes = "ecart", .shows = "EVENTS" };
const struct query PAY_REASONS_OF = { "select * from payroll_api.reason_choices()", .keeps = "raison REASONS.REASON_CODE" };
const struct query PAY_SETTLE = { "select * from payroll_api.settle($1, $2, $3, $4, $5)" };

const struct reasons PAY_SAID = { .list = "payroll.motive", .choose = "payroll.motive_choose", .precise = "payroll.precision_missing" };

static bool
is_pension(const struct request *req)
{
	return req->route->permission == &PENSIONS_DESK;
}

static str
agent_place(const struct request *req, int64_t agent)
{
	return arena_format(req->arena, "%s/%.*s", is_pension(req) ? "/pensions/paye" : "/paye/agents", STR_ARGS(opaque_text(req->arena, agent)));
}

static str
ecart_place(const struct request *req, int64_t ecart, const char *after)
{
	return arena_format(req->arena, "/paye/ecarts/%.*s%s", STR_ARGS(opaque_text(req->arena, ecart)), after);
}

struct problem
pay_open_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct pay_file_input *in = input;
	str reason = NO_STR;
	const struct problem problem = reason_said(req, &PAY_SAID, in->motif, in->precision, &reason);

	if (problem.kind != PROBLEM_NONE)
		return problem;
	ASK(batch, &PAY_OPEN, ARG(in->agent), ARG(reason), ARG(is_pension(req) ? "pensions.desk" : "payroll.compare"), ARG(agent_place(req, in->agent)));
	return NO_PROBLEM;
}

/* A knot or a card whose state is a code: the sections of templates tell them apart. */
void
pay_show_file(const struct request *req, const struct rows *head, const struct rows *sides, const struct rows *differences, struct page *page)
{
	size_t i, open = 0;

	if (rows_count(head) > 0)
		page_bind_row(page, req->arena, head, 0);
	for (i = 0; i < rows_count(differences); i++) {
		struct page *row = page_row(page, MARK("DIFFERENCES"));

		open += str_is(rows_text(differences, i, "state_code"), "ouvert");
		page_bind_row(row, req->arena, differences, i);
		page_show(row, rows_int(differences, i, "months") > 1 ? MARK("IS_LONG") : MARK("IS_ONE"));
	}
	page_show(page, rows_count(differences) > 0 ? MARK("HAS_DIFFERENCES") : MARK("NO_DIFFERENCES"));
	page_int(page, MARK("OPEN_DIFFERENCES"), (int64_t)open);
	page_show(page, open > 0 ? MARK("HAS_OPEN") : MARK("NO_OPEN"));
	if (open > 0)
		page_show(page, open > 1 ? MARK("OPEN_MANY") : MARK("OPEN_ONE"));
	page_show(page, rows_count(sides) > 0 ? MARK("HAS_SIDES") : MARK("NO_SIDES"));
	for (i = 0; i < rows_count(sides); i++) {
		struct page *row = page_row(page, MARK("SIDES"));

		page_bind_row(row, req->arena, sides, i);
		page_show(row, rows_int(sides, i, "months") > 1 ? MARK("IS_LONG") : MARK("IS_ONE"));
	}
}

struct reply
pay_file_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct pay_file_input *in = input;
	const struct rows *entered = results_of(got, &PAY_ENTER);
	const struct problem problem = page_bind_all(req, got, page);

	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem);
	page_text(page, MARK("HERE"), agent_place(req, in->agent));
	page_show(page, is_pension(req) ? MARK("IS_PENSION") : MARK("IS_PAYER"));
	page_text(page, MARK("SECTION"), is_pension(req) ? STR("pensions") : STR("paye"));
	if (rows_bool(entered, 0, "is_open"))
		pay_show_file(req, results_of(got, &PAY_HEAD), results_of(got, &PAY_SIDES), results_of(got, &PAY_DIFFERENCES), page);
	return reply_page();
}

struct problem
pay_compare_one_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct pay_file_input *in = input;

	ASK(batch, &PAY_COMPARE_ONE, ARG(in->agent), ARG(agent_place(req, in->agent)));
	return NO_PROBLEM;
}

/* A difference belongs to its agent: where no reason was given yet, his page asks for it first. */
struct reply
pay_ecart_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct pay_file_input *in = input;
	const struct rows *entered = results_of(got, &PAY_ENTER_ECART), *one = results_of(got, &PAY_ECART);
	const struct problem problem = page_bind_all(req, got, page);

	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem);
	if (!rows_bool(entered, 0, "is_open") || rows_count(one) == 0)
		return reply_see_other(req, "%.*s", STR_ARGS(agent_place(req, rows_int(entered, 0, "agent_id"))));
	page_bind_row(page, req->arena, one, 0);
	page_bind(page, req->arena, "REASONS", results_of(got, &PAY_REASONS_OF));
	page_text(page, MARK("HERE"), ecart_place(req, in->ecart, ""));
	page_show(page, rows_int(one, 0, "months") > 1 ? MARK("IS_LONG") : MARK("IS_ONE"));
	return reply_page();
}

struct problem
pay_settle_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct pay_file_input *in = input;

	ASK(batch, &PAY_SETTLE, ARG(in->ecart), ARG(STR("resolu")), ARG(in->raison), ARG(in->texte), ARG(ecart_place(req, in->ecart, "?fait=ecart-regle")));
	return NO_PROBLEM;
}

struct problem
pay_reopen_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct pay_file_input *in = input;

	ASK(batch, &PAY_SETTLE, ARG(in->ecart), ARG(STR("ouvert")), ARG_NULL, ARG(in->texte), ARG(ecart_place(req, in->ecart, "?fait=ecart-rouvert")));
	return NO_PROBLEM;
}
