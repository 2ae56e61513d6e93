/* The payer's first page: how much differs and why, which months are known, the agents concerned; the search by matricule and the export. */
#include "payroll.h"

#include "guichet/export.h"

enum { PAGE_LINES = 50, MONTHS_SHOWN = 12 };

const struct field PAY_LIST_FIELDS[] = {
	OPTIONAL_CHOICE(struct pay_list_input, nature, PAY_KINDS), OPTIONAL_TEXT(struct pay_list_input, cause, 40),
	OPTIONAL_CHOICE(struct pay_list_input, etat, PAY_STATES), OPTIONAL_INT(struct pay_list_input, page, 1, 100000), FIELDS_END };
const struct field PAY_EXPORT_FIELDS[] = {
	OPTIONAL_CHOICE(struct pay_list_input, nature, PAY_KINDS), OPTIONAL_TEXT(struct pay_list_input, cause, 40),
	OPTIONAL_CHOICE(struct pay_list_input, etat, PAY_STATES), FIELD_CHOICE(struct pay_list_input, format, "xlsx|csv"),
	OPTIONAL_CHOICE(struct pay_list_input, motif, PAY_MOTIVES), OPTIONAL_TEXT(struct pay_list_input, precision, 200), FIELDS_END };
const struct field PAY_FIND_FIELDS[] = { FIELD_MATRICULE(struct pay_find_input, matricule), FIELDS_END };

const struct query PAY_OVERVIEW = { "select * from payroll_api.overview()", .shows = "." };
const struct query PAY_TALLY = { "select * from payroll_api.tally()", .shows = "TALLY" };
const struct query PAY_MONTHS = { "select * from payroll_api.months_known()" };
const struct query PAY_LISTED = { "select * from payroll_api.listed($1, $2, $3, $4, $5)" };
const struct query PAY_CHOICES = { "select * from payroll_api.filter_choices($1, $2)" };
const struct query PAY_EXPORT = { "select * from payroll_api.export($1, $2, $3, $4)" };
const struct query PAY_FIND = { "select * from payroll_api.find($1)", .takes = "matricule" };
const struct query PAY_COMPARE_ALL = { "select * from payroll_api.compare_all($1)" };

static int64_t
number_of(const struct pay_list_input *in)
{
	return in->page > 0 ? in->page : 1;
}

struct problem
pay_list_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct pay_list_input *in = input;

	(void)req;
	ASK_PLAIN(batch, &PAY_OVERVIEW);
	ASK_PLAIN(batch, &PAY_TALLY);
	ASK_PLAIN(batch, &PAY_MONTHS);
	ASK(batch, &PAY_CHOICES, ARG(in->nature), ARG(in->cause));
	ASK(batch, &PAY_LISTED, ARG(in->nature), ARG(in->cause), ARG(in->etat), ARG(PAGE_LINES + 1), ARG((number_of(in) - 1) * PAGE_LINES));
	return NO_PROBLEM;
}

static void
show_choices(const struct rows *choices, struct page *page)
{
	size_t i;

	for (i = 0; i < rows_count(choices); i++) {
		struct page *row = page_row(page, str_is(rows_text(choices, i, "list"), "kind") ? MARK("KINDS") : MARK("CAUSES"));

		page_text(row, MARK("CODE"), rows_text(choices, i, "code"));
		page_text(row, MARK("CHOICE"), rows_text(choices, i, "label"));
		if (!rows_bool(choices, i, "is_on"))
			continue;
		page_show(row, MARK("CHOSEN"));
		page_text(page_row(page, MARK("FILTER")), MARK("FILTER_LABEL"), rows_text(choices, i, "label"));
	}
}

static void
show_months(const struct request *req, const struct rows *months, struct page *page)
{
	size_t i;

	page_show(page, rows_count(months) > 0 ? MARK("HAS_MONTHS") : MARK("NO_MONTHS"));
	if (rows_count(months) > MONTHS_SHOWN)
		page_show(page, MARK("HAS_OLDER"));
	for (i = 0; i < rows_count(months); i++)
		page_bind_row(page_row(page, i < MONTHS_SHOWN ? MARK("MONTHS") : MARK("OLDER")), req->arena, months, i);
}

struct reply
pay_list_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct pay_list_input *in = input;
	const struct rows *rows = results_of(got, &PAY_LISTED);
	const struct problem problem = page_bind_all(req, got, page);
	size_t i;

	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem);
	show_choices(results_of(got, &PAY_CHOICES), page);
	show_months(req, results_of(got, &PAY_MONTHS), page);
	page_text(page, MARK("NATURE"), str_empty(in->nature) ? STR("") : in->nature);
	page_text(page, MARK("CAUSE_CODE"), str_empty(in->cause) ? STR("") : in->cause);
	page_text(page, MARK("ETAT"), str_empty(in->etat) ? STR("") : in->etat);
	page_show(page, str_is(in->etat, "resolu") ? MARK("ETAT_RESOLU_ON") : MARK("ETAT_OUVERT_ON"));
	page_show(page, rows_count(rows) > 0 ? MARK("HAS_ROWS") : MARK("NO_ROWS"));
	for (i = 0; i < rows_count(rows) && i < PAGE_LINES; i++) {
		struct page *row = page_row(page, MARK("ROWS"));

		page_bind_row(row, req->arena, rows, i);
		if (rows_int(rows, i, "many") > 1)
			page_show(row, MARK("IS_MANY"));
	}
	page_pages(page, number_of(in), rows_count(rows) > PAGE_LINES);
	return reply_page();
}

struct reply
pay_find_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	(void)input;
	(void)page;
	return reply_see_other(req, "/paye/agents/%.*s", STR_ARGS(opaque_text(req->arena, rows_int(results_of(got, &PAY_FIND), 0, "agent_id"))));
}

struct problem
pay_compare_all_ask(const struct request *req, const void *input, struct batch *batch)
{
	(void)req;
	(void)input;
	ASK(batch, &PAY_COMPARE_ALL, ARG(STR("/paye")));
	return NO_PROBLEM;
}

struct problem
pay_export_page_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct pay_list_input *in = input;

	(void)req;
	ASK(batch, &PAY_CHOICES, ARG(in->nature), ARG(in->cause));
	ASK(batch, &PAY_LISTED, ARG(in->nature), ARG(in->cause), ARG(in->etat), ARG(1), ARG(0));
	return NO_PROBLEM;
}

struct problem
pay_export_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct pay_list_input *in = input;
	str reason = NO_STR;
	const struct problem problem = reason_said(req, &PAY_SAID, in->motif, in->precision, &reason);

	if (problem.kind != PROBLEM_NONE)
		return problem;
	ASK(batch, &PAY_EXPORT, ARG(in->nature), ARG(in->cause), ARG(in->etat), ARG(reason));
	return NO_PROBLEM;
}

static const struct export_column COLUMNS[] = {
	{ "matricule", { "Matricule", SHEET_TEXT, 12 } },
	{ "family_name", { "Nom", SHEET_TEXT, 22 } },
	{ "given_names", { "Prénoms", SHEET_TEXT, 24 } },
	{ "structure_name", { "Structure", SHEET_TEXT, 40 } },
	{ "kind_label", { "Différence", SHEET_TEXT, 20 } },
	{ "from_month", { "Premier mois", SHEET_DATE, 0 } },
	{ "until_month", { "Dernier mois", SHEET_DATE, 0 } },
	{ "career_says", { "D’après les actes", SHEET_TEXT, 24 } },
	{ "payroll_says", { "D’après la solde", SHEET_TEXT, 24 } },
	{ "cause", { "Cause probable", SHEET_TEXT, 60 } },
	{ "who", { "Qui s’en occupe", SHEET_TEXT, 30 } },
	{ "state_label", { "État", SHEET_TEXT, 12 } },
	{ "reason_label", { "Raison", SHEET_TEXT, 30 } },
};

struct reply
pay_export_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct pay_list_input *in = input;

	(void)page;
	return export_rows(req, results_of(got, &PAY_EXPORT), COLUMNS, sizeof(COLUMNS) / sizeof(COLUMNS[0]), "Paye et carrière", export_dated(req, STR("paye-carriere")),
	                   export_kind(in->format));
}
