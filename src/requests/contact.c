/* A visitor's contact: what he answered as his telephone or e-mail proves itself by a code before his request is filed. */
#include "filing.h"

const struct field PROVE_INPUT[] = { FIELD_TEXT(struct prove_input, service, 60), FIELD_CODE(struct prove_input, code, 6), FIELDS_END };

const struct query VISITOR_SENDS = { "select requests_api.visitor_sends($1)" };
const struct query CONTACT_OF = { "select * from requests_api.contact_of($1, $2)" };
const struct query SEND_CONTACT_CODE = { "select * from requests_api.send_contact_code($1, $2, $3, $4, $5, $6)" };
const struct query PROVE_CONTACT = { "select * from requests_api.prove_contact($1, $2, $3)" };

str
filing_contact(const struct request *req, const struct filing *filing, const char **kind)
{
	size_t s, f;

	for (s = 0; req->route->permission == &PUBLIC && s < filing->shown_count; s++)
		for (f = 0; !filing->shown[s]->repeated && f < filing->shown[s]->field_count; f++) {
			const struct form_field *field = &filing->shown[s]->fields[f];
			const str typed = answers_get(filing->answers, filing->shown[s], 0, field);

			if ((field->type != FORM_PHONE && field->type != FORM_EMAIL) || str_empty(typed) ||
			    !form_shows(&field->rule, filing->form, filing->answers, filing->facts, filing->shown[s], 0))
				continue;
			*kind = field->type == FORM_PHONE ? "phone" : "email";
			return typed;
		}
	return NO_STR;
}

bool
draw_contact(const struct request *req, const struct filing *filing, const struct rows *check, struct page *page)
{
	const char *kind;
	const str typed = filing_contact(req, filing, &kind);
	const bool same = rows_count(check) > 0 && str_eq(rows_text(check, 0, "typed"), typed);

	if (str_empty(typed))
		return true;
	page_text(page, MARK("CONTACT"), typed);
	if (same && rows_bool(check, 0, "is_verified")) {
		page_show(page, MARK("CONTACT_VERIFIED"));
		return true;
	}
	page_show(page, same && rows_bool(check, 0, "is_sent") ? MARK("CONTACT_SENT") : MARK("CONTACT_TO_SEND"));
	return false;
}

struct problem
contact_ask(const struct request *req, const void *input, struct batch *batch)
{
	filing_ask_named(req, ((const struct step_input *)input)->service, batch);
	return NO_PROBLEM;
}

struct problem
contact_then(const struct request *req, const void *input, const struct results *got, struct batch *batch)
{
	const struct step_input *in = input;
	struct filing *filing = arena_alloc(req->arena, sizeof *filing);
	const struct problem problem = filing_read(req, got, in->service, filing);
	const char *kind = NULL;
	str typed;

	if (problem.kind != PROBLEM_NONE)
		return problem;
	typed = filing_contact(req, filing, &kind);
	if (str_empty(typed))
		return problem_of(PROBLEM_CONFLICT, "requests.draft_gone");
	ASK(batch, &SEND_CONTACT_CODE, ARG(in->service), ARG(req->visit), ARG(kind), ARG(typed), ARG(req->address),
	    ARG(arena_format(req->arena, "%.*s/relire?fait=code-envoye", STR_ARGS(filing_base(req, in->service)))));
	return NO_PROBLEM;
}

struct problem
prove_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct prove_input *in = input;

	ASK(batch, &PROVE_CONTACT, ARG(in->service), ARG(req->visit), ARG(in->code));
	return NO_PROBLEM;
}

/* A wrong code is told on the page that asks for it; the try is counted already, its segment has committed. */
struct problem
prove_then(const struct request *req, const void *input, const struct results *got, struct batch *batch)
{
	const str outcome = rows_text(results_of(got, &PROVE_CONTACT), 0, "outcome");

	(void)req;
	(void)input;
	(void)batch;
	if (str_is(outcome, "ok"))
		return NO_PROBLEM;
	return problem_input("code", str_is(outcome, "requests.code_wrong") ? "requests.code_wrong" : "requests.code_dead");
}

struct reply
prove_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	(void)got;
	(void)page;
	return reply_see_other(req, "%.*s/relire?fait=contact-verifie", STR_ARGS(filing_base(req, ((const struct prove_input *)input)->service)));
}
