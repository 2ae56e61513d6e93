/* A survivor's claim, from the claimant's side or a centre's: who died, who is left, which papers, sent and followed. */
#include "pages.h"

enum { LIST_LINES = 20 };
#define LINKS "conjoint|enfant|tuteur|mandataire"
const struct field PENSIONER_CLAIMS_FIELDS[] = { OPTIONAL_INT(struct claims_input, page, 1, 100000), FIELDS_END };
const struct field PENSIONER_BEGIN_FIELDS[] = { FIELD_MATRICULE(struct begin_input, matricule), FIELD_DATE(struct begin_input, naissance),
	FIELD_DATE(struct begin_input, deces),
	FIELD_CHOICE(struct begin_input, lien, LINKS), FIELDS_END };
const struct field PENSIONER_BEGIN_CENTRE_FIELDS[] = { FIELD_MATRICULE(struct begin_input, matricule), FIELD_DATE(struct begin_input, naissance),
	FIELD_DATE(struct begin_input, deces),
	FIELD_CHOICE(struct begin_input, lien, LINKS), FIELD_TEXT(struct begin_input, nom, 100), OPTIONAL_PHONE(struct begin_input, telephone),
		FIELDS_END };
const struct field PENSIONER_CLAIM_FIELDS[] = { FIELD_ID(struct claim_input, demande), FIELDS_END };
const struct field PENSIONER_CLAIM_SURVIVOR_FIELDS[] = { FIELD_ID(struct claim_input, demande), FIELD_ID(struct claim_input, survivant), FIELDS_END };
const struct field PENSIONER_CLAIM_PAPER_FIELDS[] = { FIELD_ID(struct claim_input, demande), FIELD_ID(struct claim_input, papier), FIELDS_END };
const struct field PENSIONER_SURVIVOR_FIELDS[] = { FIELD_ID(struct survivor_input, demande), FIELD_CHOICE(struct survivor_input, lien,
	"conjoint|enfant"), FIELD_TEXT(struct survivor_input, nom, 80),
	OPTIONAL_TEXT(struct survivor_input, prenoms, 100), FIELD_DATE(struct survivor_input, naissance), OPTIONAL_TEXT(struct survivor_input, acte,
		120), FIELDS_END };
const struct field PENSIONER_SEND_FIELDS[] = { FIELD_ID(struct send_input, demande), FIELD_BOOL(struct send_input, accord),
	OPTIONAL_LINES(struct send_input, reponse, 1500), FIELDS_END };

const struct query PENSIONER_MY_CLAIMS = { "select * from pensioners_api.my_claims($1, $2)" };
const struct query PENSIONER_IDENTIFY = { "select * from pensioners_api.identify($1, $2, $3)" };
const struct query PENSIONER_BEGIN_CLAIM = { "select * from pensioners_api.begin_claim($1, $2, $3, $4, $5, $6, $7)" };
const struct query PENSIONER_CLAIM = { "select * from pensioners_api.claim($1)", .takes = "demande", .shows = "." };
const struct query PENSIONER_CLAIM_SURVIVORS = { "select * from pensioners_api.claim_survivors($1)", .takes = "demande", .shows = "SURVIVORS" };
const struct query PENSIONER_CLAIM_PAPERS = { "select * from pensioners_api.claim_papers($1)", .takes = "demande", .shows = "PAPERS" };
const struct query PENSIONER_CLAIM_THREAD = { "select * from pensioners_api.claim_thread($1)", .takes = "demande", .shows = "THREAD" };
const struct query PENSIONER_SHARE_VALUES = { "select * from pensioners_api.share_values($1)", .takes = "demande" };
const struct query PENSIONER_SHARE_BASE = { "select * from pensioners_api.share_base($1)", .takes = "demande" };
const struct query PENSIONER_ADD_SURVIVOR = { "select * from pensioners_api.add_survivor($1, $2, $3, $4, $5, $6, $7)" };
const struct query PENSIONER_DROP_SURVIVOR = { "select * from pensioners_api.drop_survivor($1, $2, $3)" };
const struct query PENSIONER_FILE_CLAIM = { "select * from pensioners_api.file_claim($1, $2, $3, $4)" };
const struct query PENSIONER_DROP_CLAIM = { "select * from pensioners_api.drop_claim($1, $2)" };

static bool
at_centre(const struct request *req)
{
	return req->route->permission == &LIFE_DESK;
}

const char *
pensioner_claim_base(const struct request *req)
{
	return at_centre(req) ? "/retraites/reversion" : "/pensions-reversion";
}

static void
show_side(const struct request *req, struct page *page)
{
	page_text(page, MARK("BASE"), str_of(pensioner_claim_base(req)));
	page_text(page, MARK("HERE"), at_centre(req) ? STR("retraites") : STR("pensions-reversion"));
	page_show(page, at_centre(req) ? MARK("AT_CENTRE") : MARK("BY_HEIR"));
}

static str
claim_place(const struct request *req, int64_t claim, const char *after)
{
	return arena_format(req->arena, "%s/%.*s%s", pensioner_claim_base(req), STR_ARGS(opaque_text(req->arena, claim)), after);
}

struct problem
pensioner_claims_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct claims_input *in = input;

	(void)req;
	ASK(batch, &PENSIONER_MY_CLAIMS, ARG(LIST_LINES + 1), ARG(((in->page < 1 ? 1 : in->page) - 1) * LIST_LINES));
	return NO_PROBLEM;
}

struct reply
pensioner_claims_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	show_side(req, page);
	pensioners_paged(req, "ROWS", results_of(got, &PENSIONER_MY_CLAIMS), LIST_LINES, ((const struct claims_input *)input)->page, page);
	return reply_page();
}

struct reply
pensioner_begin_page_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	(void)input;
	(void)got;
	show_side(req, page);
	return reply_page();
}

struct problem
pensioner_begin_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct begin_input *in = input;

	if (date_compare(in->deces, req->today) > 0)
		return problem_input("deces", "pensioners.death_ahead");
	ASK(batch, &PENSIONER_IDENTIFY, ARG(in->matricule), ARG(in->naissance), ARG(at_centre(req)));
	return NO_PROBLEM;
}

/* The try is counted and kept even when it was wrong; an unknown matricule and a wrong birth date are told in the same words. */
struct problem
pensioner_begin_then(const struct request *req, const void *input, const struct results *got, struct batch *batch)
{
	const struct begin_input *in = input;
	const struct rows *found = results_of(got, &PENSIONER_IDENTIFY);

	if (rows_int(found, 0, "wait") > 0)
		return problem_input("matricule", "pensioners.too_many_tries");
	if (!rows_bool(found, 0, "is_right"))
		return problem_input("matricule", "pensioners.pair_unknown");
	ASK(batch, &PENSIONER_BEGIN_CLAIM, ARG(in->matricule), ARG(in->naissance), ARG(in->deces), ARG(in->lien), ARG(in->nom), ARG(in->telephone),
		ARG(at_centre(req)));
	return NO_PROBLEM;
}

struct reply
pensioner_begin_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	(void)input;
	(void)page;
	return reply_see_other(req, "%.*s", STR_ARGS(claim_place(req, rows_int(results_of(got, &PENSIONER_BEGIN_CLAIM), 0, "claim_id"), "")));
}

/* One claim: to complete, or to follow. */
struct reply
pensioner_claim_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *it = results_of(got, &PENSIONER_CLAIM);
	const struct problem problem = page_bind_all(req, got, page);
	const str state = rows_text(it, 0, "state_code");

	(void)input;
	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem);
	show_side(req, page);
	page_show(page, rows_bool(it, 0, "may_edit") ? MARK("EDITING") : MARK("FOLLOWING"));
	if (rows_int(it, 0, "survivors_count") < 30)
		page_show(page, MARK("MORE_SURVIVORS"));
	if (!str_is(state, "brouillon"))
		page_show(page, MARK("SENT"));
	if (str_is(state, "admis"))
		pensioner_show_shares(req, got, page);
	return reply_page();
}

/* The forms that add to it. */
struct reply
pensioner_claim_form_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct problem problem = page_bind_all(req, got, page);

	(void)input;
	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem);
	if (!rows_bool(results_of(got, &PENSIONER_CLAIM), 0, "may_edit"))
		return reply_problem(problem_of(PROBLEM_CONFLICT, "pensioners.claim_sent"));
	show_side(req, page);
	return reply_page();
}

struct problem
pensioner_survivor_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct survivor_input *in = input;

	ASK(batch, &PENSIONER_ADD_SURVIVOR, ARG(in->demande), ARG(in->lien), ARG(in->nom), ARG(in->prenoms), ARG(in->naissance), ARG(in->acte),
	    ARG(claim_place(req, in->demande, "?fait=survivant_ajoute")));
	return NO_PROBLEM;
}

struct problem
pensioner_drop_survivor_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct claim_input *in = input;

	ASK(batch, &PENSIONER_DROP_SURVIVOR, ARG(in->demande), ARG(in->survivant), ARG(claim_place(req, in->demande, "")));
	return NO_PROBLEM;
}

struct problem
pensioner_send_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct send_input *in = input;

	ASK(batch, &PENSIONER_FILE_CLAIM, ARG(in->demande), ARG(in->accord), ARG(in->reponse), ARG(claim_place(req, in->demande,
		"?fait=reversion_envoyee")));
	return NO_PROBLEM;
}

struct problem
pensioner_drop_claim_ask(const struct request *req, const void *input, struct batch *batch)
{
	ASK(batch, &PENSIONER_DROP_CLAIM, ARG(((const struct claim_input *)input)->demande), ARG(arena_format(req->arena,
		"%s?fait=reversion_effacee", pensioner_claim_base(req))));
	return NO_PROBLEM;
}
