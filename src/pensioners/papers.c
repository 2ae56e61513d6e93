/* The papers of a claim: kept in the store once the claim may take one, then named in the database; given back to who may read the claim. */
#include "pages.h"

#include "guichet/store.h"

const struct field PENSIONER_PAPER_FIELDS[] = { FIELD_ID(struct paper_input, demande), FIELD_TEXT(struct paper_input, nature, 30),
	FIELD_FILE(struct paper_input, fichier, PAPER_MOST), FIELDS_END };

const struct query PENSIONER_CLAIM_PAPER_KINDS = { "select * from pensioners_api.claim_paper_kinds()", .shows = "KINDS", .keeps = "nature KINDS.KIND_CODE" };
const struct query PENSIONER_MAY_ADD_PAPER = { "select * from pensioners_api.may_add_paper($1)" };
const struct query PENSIONER_ADD_PAPER = { "select * from pensioners_api.add_paper($1, $2, $3, $4, $5, $6, $7)" };
const struct query PENSIONER_DROP_PAPER = { "select * from pensioners_api.drop_paper($1, $2, $3)" };
const struct query PENSIONER_CLAIM_PAPER_FILE = { "select * from pensioners_api.claim_paper_file($1, $2)", .takes = "demande papier" };

static str
place_of(const struct request *req, int64_t claim, const char *after)
{
	return arena_format(req->arena, "%s/%.*s%s", pensioner_claim_base(req), STR_ARGS(opaque_text(req->arena, claim)), after);
}

struct problem
pensioner_paper_ask(const struct request *req, const void *input, struct batch *batch)
{
	(void)req;
	ASK(batch, &PENSIONER_MAY_ADD_PAPER, ARG(((const struct paper_input *)input)->demande));
	return NO_PROBLEM;
}

/* What the bytes are decides, never the name. Sent twice, the same bytes are kept once. */
struct problem
pensioner_paper_then(const struct request *req, const void *input, const struct results *got, struct batch *batch)
{
	static const struct form_field any_paper = { .type = FORM_FILE, .file_types = FORM_PDF | FORM_JPEG | FORM_PNG, .file_most = PAPER_MOST };
	const struct paper_input *in = input;
	const char *wrong;
	str type = NO_STR, name;

	(void)got;
	wrong = form_file_type(&any_paper, in->fichier.bytes, &type);
	if (wrong != NULL)
		return (struct problem){ .kind = PROBLEM_INPUT, .field = "fichier", .text = wrong, .detail = STR("5 Mo") };
	name = store_name(req->arena, in->fichier.bytes);
	if (!store_put(req->arena, name, in->fichier.bytes))
		return problem_of(PROBLEM_BUSY, "problem.storage_full");
	ASK(batch, &PENSIONER_ADD_PAPER, ARG(in->demande), ARG(in->nature), ARG(name), ARG((int64_t)in->fichier.bytes.len), ARG(type),
		ARG(in->fichier.name),
	    ARG(place_of(req, in->demande, "?fait=papier_ajoute")));
	return NO_PROBLEM;
}

struct problem
pensioner_drop_paper_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct claim_input *in = input;

	ASK(batch, &PENSIONER_DROP_PAPER, ARG(in->demande), ARG(in->papier), ARG(place_of(req, in->demande, "")));
	return NO_PROBLEM;
}

struct reply
pensioner_claim_file_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *file = results_of(got, &PENSIONER_CLAIM_PAPER_FILE);

	(void)input;
	(void)page;
	if (rows_count(file) == 0)
		return reply_problem(problem_of(PROBLEM_MISSING, "problem.missing"));
	return reply_stored(req, rows_text(file, 0, "sha256"), rows_text(file, 0, "type"), rows_text(file, 0, "name"));
}
