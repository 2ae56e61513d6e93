/* Claims as the pension service treats them: the list by state with its deadlines, one claim with what must be seen before deciding. */
#include "pages.h"

enum { LIST_LINES = 30 };
#define STATES "recu|incomplet|admis|rejete"
const struct field PENSIONER_DESK_CLAIMS_FIELDS[] = { OPTIONAL_CHOICE(struct desk_claims_input, etat, STATES),
	OPTIONAL_INT(struct desk_claims_input, page, 1, 100000), FIELDS_END };
const struct field PENSIONER_DESK_CLAIMS_EXPORT_FIELDS[] = { OPTIONAL_CHOICE(struct desk_claims_input, etat, STATES),
	FIELD_CHOICE(struct desk_claims_input, format, "xlsx|csv"), FIELDS_END };
const struct field PENSIONER_COMPLEMENT_FIELDS[] = { FIELD_ID(struct decide_input, demande), FIELD_LINES(struct decide_input, demande_texte, 1000),
	FIELDS_END };
const struct field PENSIONER_REJECT_FIELDS[] = { FIELD_ID(struct decide_input, demande), FIELD_TEXT(struct decide_input, motif, 30),
	FIELD_LINES(struct decide_input, explication, 1500), FIELDS_END };

const struct query PENSIONER_DESK_CLAIM_COUNTS = { "select * from pensioners_api.desk_counts()" };
const struct query PENSIONER_DESK_CLAIMS = { "select * from pensioners_api.desk_claims($1, $2, $3)" };
const struct query PENSIONER_EXPORT_CLAIMS = { "select * from pensioners_api.export_claims($1)" };
const struct query PENSIONER_OPEN_CLAIM = { "select * from pensioners_api.open_claim($1)", .takes = "demande", .shows = "." };
const struct query PENSIONER_CLAIM_WARNINGS = { "select * from pensioners_api.claim_warnings($1)", .takes = "demande", .shows = "WARNINGS" };
const struct query PENSIONER_CLAIM_REASONS = { "select * from pensioners_api.claim_reasons()", .shows = "REASONS", .keeps = "motif REASONS.REASON_CODE" };
const struct query PENSIONER_ASK_COMPLEMENT = { "select * from pensioners_api.ask_complement($1, $2)", .takes = "demande demande_texte" };
const struct query PENSIONER_REJECT_CLAIM = { "select * from pensioners_api.reject_claim($1, $2, $3)", .takes = "demande motif explication" };
const struct query PENSIONER_ADMIT_CLAIM = { "select * from pensioners_api.admit_claim($1)", .takes = "demande" };

static str
state_of(const struct desk_claims_input *in)
{
	return str_empty(in->etat) ? STR("recu") : in->etat;
}

struct problem
pensioner_desk_claims_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct desk_claims_input *in = input;

	(void)req;
	ASK_PLAIN(batch, &PENSIONER_DESK_CLAIM_COUNTS);
	ASK(batch, &PENSIONER_DESK_CLAIMS, ARG(state_of(in)), ARG(LIST_LINES + 1), ARG(((in->page < 1 ? 1 : in->page) - 1) * LIST_LINES));
	return NO_PROBLEM;
}

struct reply
pensioner_desk_claims_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct desk_claims_input *in = input;
	const struct rows *counts = results_of(got, &PENSIONER_DESK_CLAIM_COUNTS);
	size_t i;

	for (i = 0; i < rows_count(counts); i++) {
		struct page *row = page_row(page, MARK("STATES"));

		page_bind_row(row, req->arena, counts, i);
		page_show(row, str_eq(rows_text(counts, i, "state_code"), state_of(in)) ? MARK("ON") : MARK("OFF"));
	}
	page_text(page, MARK("ETAT"), state_of(in));
	page_show(page, str_is(state_of(in), "recu") || str_is(state_of(in), "incomplet") ? MARK("OPEN") : MARK("OVER"));
	pensioners_paged(req, "ROWS", results_of(got, &PENSIONER_DESK_CLAIMS), LIST_LINES, in->page, page);
	return reply_page();
}

struct problem
pensioner_export_claims_ask(const struct request *req, const void *input, struct batch *batch)
{
	(void)req;
	ASK(batch, &PENSIONER_EXPORT_CLAIMS, ARG(state_of(input)));
	return NO_PROBLEM;
}

struct reply
pensioner_export_claims_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	static const struct export_column COLUMNS[] = {
		{ "number", { "Numéro", SHEET_TEXT, 14 } },
		{ "deceased_name", { "Défunt", SHEET_TEXT, 30 } },
		{ "matricule", { "Matricule", SHEET_TEXT, 12 } },
		{ "died_on", { "Décédé le", SHEET_DATE, 0 } },
		{ "claimant_name", { "Demandeur", SHEET_TEXT, 30 } },
		{ "state_label", { "État", SHEET_TEXT, 24 } },
		{ "filed_on", { "Envoyée le", SHEET_DATE, 0 } },
		{ "due_on", { "Échéance", SHEET_DATE, 0 } },
		{ "days", { "Jours restants", SHEET_INT, 0 } },
		{ "survivors", { "Survivants", SHEET_INT, 0 } },
	};

	(void)page;
	return export_rows(req, results_of(got, &PENSIONER_EXPORT_CLAIMS), COLUMNS, sizeof(COLUMNS) / sizeof(COLUMNS[0]), "Demandes de réversion",
	                   export_dated(req, STR("demandes-de-reversion")), export_kind(((const struct desk_claims_input *)input)->format));
}

struct reply
pensioner_desk_claim_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *opened = results_of(got, &PENSIONER_OPEN_CLAIM), *it = results_of(got, &PENSIONER_CLAIM);
	const struct problem problem = page_bind_all(req, got, page);
	const str state = rows_text(it, 0, "state_code");

	(void)input;
	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem);
	if (rows_bool(opened, 0, "may_decide") && !rows_bool(opened, 0, "is_mine")) {
		if (str_is(state, "recu"))
			page_show(page, MARK("CAN_ADMIT"));
		if (str_is(state, "recu") || str_is(state, "incomplet"))
			page_show(page, MARK("CAN_REJECT"));
	} else if (str_is(state, "recu") || str_is(state, "incomplet")) {
		page_show(page, rows_bool(opened, 0, "is_mine") ? MARK("OWN_CLAIM") : MARK("READS_ONLY"));
	}
	pensioner_show_shares(req, got, page);
	return reply_page();
}
