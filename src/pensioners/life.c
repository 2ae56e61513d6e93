/* The desk that sees pensioners: finding who stands there, recording that he lives, taking back a mistake. */
#include "pages.h"

const struct field PENSIONER_FIND_FIELDS[] = { OPTIONAL_MATRICULE(struct find_input, matricule), OPTIONAL_DATE(struct find_input, naissance),
	OPTIONAL_TEXT(struct find_input, nom, 60), FIELDS_END };
const struct field PENSIONER_PERSON_FIELDS[] = { FIELD_ID(struct person_input, agent), FIELDS_END };
const struct field PENSIONER_LIFE_FIELDS[] = { FIELD_ID(struct life_input, agent), OPTIONAL_CHOICE(struct life_input, comment, "presence|agent"),
	OPTIONAL_TEXT(struct life_input, lieu, 120),
	OPTIONAL_DATE(struct life_input, vu_le), FIELD_CHOICE(struct life_input, piece, "cip|cni|passeport|autre"), FIELD_TEXT(struct life_input,
		fin, 4), FIELD_BOOL(struct life_input, vu),
	FIELDS_END };
const struct field PENSIONER_LIFE_ONE_FIELDS[] = { FIELD_ID(struct stop_input, certificat), FIELDS_END };
const struct field PENSIONER_LIFE_STOP_FIELDS[] = { FIELD_ID(struct stop_input, certificat), FIELD_TEXT(struct stop_input, motif, 300), FIELDS_END };
const struct field PENSIONER_ACCOUNT_STOP_FIELDS[] = { FIELD_ID(struct stop_input, agent), FIELD_ID(struct stop_input, compte),
	FIELD_TEXT(struct stop_input, motif, 300), FIELDS_END };

const struct query PENSIONER_MY_DAY = { "select * from pensioners_api.my_day()", .shows = "DAY" };
const struct query PENSIONER_FIND = { "select * from pensioners_api.find($1, $2, $3)" };
const struct query PENSIONER_OPEN_PERSON = { "select * from pensioners_api.open_person($1)", .takes = "agent", .shows = "." };
const struct query PENSIONER_PERSON_CERTIFICATES = { "select * from pensioners_api.person_certificates($1)", .takes = "agent",
	.shows = "CERTIFICATES" };
const struct query PENSIONER_WAITING_ACCOUNT = { "select * from pensioners_api.waiting_account($1)", .takes = "agent", .shows = "ACCOUNT" };
const struct query PENSIONER_RECORD_LIFE = { "select * from pensioners_api.record_life($1, $2, $3, $4, $5, $6)" };
const struct query PENSIONER_LIFE_RECEIPT = { "select * from pensioners_api.life_receipt($1)", .takes = "certificat", .shows = "." };
const struct query PENSIONER_STOP_LIFE = { "select * from pensioners_api.stop_life($1, $2)", .takes = "certificat motif" };
const struct query PENSIONER_STOP_ACCOUNT_AT_DESK = { "select * from pensioners_api.stop_account_at_desk($1, $2, $3)",
	.takes = "agent compte motif" };

/* Who serves structures has lists and may look for a name; the bit of career.consult is what gives him any. */
static bool
serves(const struct request *req)
{
	return req->who != NULL && (req->who->permissions >> CAREER_CONSULT.bit & 1) != 0;
}

struct reply
pensioner_counter_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	(void)input;
	page_bind(page, req->arena, "DAY", results_of(got, &PENSIONER_MY_DAY));
	page_show(page, serves(req) ? MARK("OFFICER") : MARK("CENTRE"));
	return reply_page();
}

struct problem
pensioner_find_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct find_input *in = input;

	(void)req;
	if (!str_empty(in->matricule) && !date_there(in->naissance))
		return problem_input("naissance", "field.required");
	if (date_there(in->naissance) && str_empty(in->matricule))
		return problem_input("matricule", "field.required");
	if (str_empty(in->matricule) && str_empty(in->nom))
		return problem_input("matricule", "field.required");
	if (str_empty(in->matricule) && in->nom.len < 3)
		return problem_input("nom", "pensioners.name_short");
	ASK(batch, &PENSIONER_FIND, ARG(in->matricule), ARG(in->naissance), str_empty(in->matricule) ? ARG(in->nom) : ARG_NULL);
	return NO_PROBLEM;
}

/* A wrong pair is told as an unknown one; the try stays counted. */
struct problem
pensioner_find_then(const struct request *req, const void *input, const struct results *got, struct batch *batch)
{
	const struct find_input *in = input;
	const struct rows *rows = results_of(got, &PENSIONER_FIND);

	(void)req;
	(void)batch;
	if (rows_count(rows) > 0 && rows_int(rows, 0, "wait") > 0)
		return problem_input("matricule", "pensioners.too_many_tries");
	if (rows_count(rows) == 0 && str_empty(in->matricule))
		return problem_input("nom", "pensioners.name_unknown");
	return rows_count(rows) == 0 ? problem_input("matricule", "pensioners.pair_unknown") : NO_PROBLEM;
}

/* One exact person is opened at once; names give a list. */
struct reply
pensioner_find_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	enum { NAMES_MOST = 30 };
	const struct find_input *in = input;
	const struct rows *rows = results_of(got, &PENSIONER_FIND);
	size_t i;

	if (rows_bool(rows, 0, "is_exact"))
		return reply_see_other(req, "/retraites/%.*s", STR_ARGS(opaque_text(req->arena, rows_int(rows, 0, "agent_id"))));
	page_text(page, MARK("ASKED"), in->nom);
	for (i = 0; i < rows_count(rows) && i < NAMES_MOST; i++)
		page_bind_row(page_row(page, MARK("FOUND")), req->arena, rows, i);
	page_int(page, MARK("FOUND_COUNT"), (int64_t)i);
	if (rows_count(rows) > NAMES_MOST)
		page_show(page, MARK("MORE"));
	return reply_page();
}

struct reply
pensioner_person_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *who = results_of(got, &PENSIONER_OPEN_PERSON);
	const struct problem problem = page_bind_all(req, got, page);

	(void)input;
	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem_of(PROBLEM_MISSING, "pensioners.not_before_you"));
	if (rows_bool(who, 0, "is_retired") && rows_text(who, 0, "died_on").at == NULL && !rows_bool(who, 0, "is_me"))
		page_show(page, MARK("MAY_RECORD"));
	return reply_page();
}

struct problem
pensioner_life_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct life_input *in = input;

	(void)req;
	if (!in->vu)
		return problem_input("vu", "pensioners.not_seen");
	ASK(batch, &PENSIONER_RECORD_LIFE, ARG(in->agent), str_empty(in->comment) ? ARG("presence") : ARG(in->comment), ARG(in->vu_le),
		ARG(in->lieu), ARG(in->piece), ARG(in->fin));
	return NO_PROBLEM;
}

struct reply
pensioner_life_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	(void)input;
	(void)page;
	return reply_see_other(req, "/retraites/vie/%.*s?fait=vie_enregistree", STR_ARGS(opaque_text(req->arena, rows_int(results_of(got,
		&PENSIONER_RECORD_LIFE), 0, "id"))));
}
