/* Procedures in three pages: who are you · the code that was sent · a password. Activation of an agent's account,
 * registration of a citizen, lost password.
 *
 * The pages follow each other without an address of their own: what links them is a number and a secret half (`cle`), both
 * in the form, so that a code serves only the browser that asked for it. The first page answers the same to everybody. */
#include "accounts/screens.h"

struct activation { str matricule; struct date prise_de_service; };
struct registration { str nom, prenoms, courriel, telephone; };
struct recovery { str identifiant; };
struct step { int64_t demande; str cle, code, mot_de_passe; };

static const struct field ACTIVATION[] = { FIELD_MATRICULE(struct activation, matricule), FIELD_DATE(struct activation, prise_de_service), FIELDS_END };
static const struct field REGISTRATION[] = { FIELD_TEXT(struct registration, nom, 80), FIELD_TEXT(struct registration, prenoms, 120),
	OPTIONAL_EMAIL(struct registration, courriel), OPTIONAL_PHONE(struct registration, telephone), FIELDS_END };
static const struct field RECOVERY[] = { FIELD_TEXT(struct recovery, identifiant, 254), FIELDS_END };
static const struct field GIVE_CODE[] = { FIELD_ID(struct step, demande), FIELD_TEXT(struct step, cle, 64), FIELD_CODE(struct step, code, 6), FIELDS_END };
static const struct field GIVE_PASSWORD[] = { FIELD_ID(struct step, demande), FIELD_TEXT(struct step, cle, 64),
	FIELD_SECRET(struct step, mot_de_passe, 1, 256), FIELDS_END };

static const struct query START_ACTIVATION = { "select * from accounts_api.start_activation($1, $2, $3, $4, $5)" };
static const struct query START_REGISTRATION = { "select * from accounts_api.start_registration($1, $2, $3, $4, $5, $6)" };
static const struct query START_RECOVERY = { "select * from accounts_api.start_recovery($1, $2, $3, $4, $5)" };
static const struct query PROVE = { "select * from accounts_api.prove_code($1, $2, $3, $4)" };
static const struct query PROVED = { "select * from accounts_api.proved_code($1, $2, $3)" };
static const struct query FINISH_ACTIVATION = { "select * from accounts_api.finish_activation($1, $2, $3, $4, $5, $6, $7)" };
static const struct query FINISH_REGISTRATION = { "select * from accounts_api.finish_registration($1, $2, $3, $4, $5, $6, $7)" };
static const struct query FINISH_RECOVERY = { "select * from accounts_api.finish_recovery($1, $2, $3, $4, $5, $6, $7)" };

struct procedure {
	const char         *path, *purpose;
	const struct query *start, *finish;
};
static const struct procedure PROCEDURES[] = {
	{ "/activation", "activation", &START_ACTIVATION, &FINISH_ACTIVATION },
	{ "/inscription", "inscription", &START_REGISTRATION, &FINISH_REGISTRATION },
	{ "/mot-de-passe", "mot_de_passe", &START_RECOVERY, &FINISH_RECOVERY },
};

static const struct procedure *
procedure_of(const struct request *req)
{
	size_t i;

	for (i = 0; i < 2; i++)
		if (str_starts(str_of(req->route->path), str_of(PROCEDURES[i].path)))
			break;
	return &PROCEDURES[i];
}

/* ---- who are you ---- */

static struct problem
activation_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct activation *in = input;

	ASK(batch, &START_ACTIVATION, ARG(in->matricule), ARG(in->prise_de_service), ARG(req->address), ARG(fresh_half(req->arena, req->fresh)),
	    ARG(fresh_code(req->arena, req->fresh)));
	return NO_PROBLEM;
}

static struct problem
registration_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct registration *in = input;
	str contact = str_empty(in->telephone) ? in->courriel : in->telephone;

	if (str_empty(contact))
		return problem_input("telephone", "accounts.contact_needed");
	ASK(batch, &START_REGISTRATION, ARG(in->nom), ARG(in->prenoms), ARG(contact), ARG(req->address), ARG(fresh_half(req->arena, req->fresh)),
	    ARG(fresh_code(req->arena, req->fresh)));
	return NO_PROBLEM;
}

static struct problem
recovery_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct recovery *in = input;

	ASK(batch, &START_RECOVERY, ARG(in->identifiant), ARG(req->address), ARG(req->visit), ARG(fresh_half(req->arena, req->fresh)),
	    ARG(fresh_code(req->arena, req->fresh)));
	return NO_PROBLEM;
}

static struct problem
start_then(const struct request *req, const void *input, const struct results *got, struct batch *batch)
{
	(void)input;
	(void)batch;
	return wait_problem(req, results_of(got, procedure_of(req)->start));
}

static void
show_place(const struct procedure *procedure, struct page *page)
{
	page_text(page, MARK("PLACE"), str_of(procedure->path));
	if (procedure->start == &START_ACTIVATION)
		page_show(page, MARK("OF_ACTIVATION"));
	else if (procedure->start == &START_REGISTRATION)
		page_show(page, MARK("OF_REGISTRATION"));
	else
		page_show(page, MARK("OF_RECOVERY"));
}

static void
show_step(const struct request *req, struct page *page, int64_t id, str half)
{
	show_place(procedure_of(req), page);
	page_text(page, MARK("DEMANDE_VALUE"), opaque_text(req->arena, id));
	page_text(page, MARK("CLE_VALUE"), half);
}

static struct reply
start_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	(void)input;
	show_step(req, page, rows_int(results_of(got, procedure_of(req)->start), 0, "code_id"), fresh_half(req->arena, req->fresh));
	return reply_page();
}

/* ---- the code, then the password ---- */

/* These pages are only shown again with their problems: asked by themselves, they have nothing to ask about. */
static struct reply
again_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	(void)input;
	(void)got;
	if (req->problem_count == 0)
		return reply_see_other(req, "%s", procedure_of(req)->path);
	show_place(procedure_of(req), page);
	return reply_page();
}

static struct problem
code_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct step *in = input;

	ASK(batch, &PROVE, ARG(in->demande), ARG(in->cle), ARG(in->code), ARG(procedure_of(req)->purpose));
	return NO_PROBLEM;
}

static struct problem
code_then(const struct request *req, const void *input, const struct results *got, struct batch *batch)
{
	(void)req;
	(void)input;
	(void)batch;
	return code_problem(results_of(got, &PROVE));
}

static struct reply
code_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct step *in = input;

	(void)got;
	show_step(req, page, in->demande, in->cle);
	return reply_page();
}

static struct problem
password_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct step *in = input;

	ASK(batch, &PROVED, ARG(in->demande), ARG(in->cle), ARG(procedure_of(req)->purpose));
	return NO_PROBLEM;
}

static struct problem
password_then(const struct request *req, const void *input, const struct results *got, struct batch *batch)
{
	const struct step *in = input;
	const struct rows *proved = results_of(got, &PROVED);
	const char *refusal;
	str hash;

	if (!rows_bool(proved, 0, "proved"))
		return problem_input("mot_de_passe", "accounts.code_over");
	refusal = secret_refusal(in->mot_de_passe, rows_text(proved, 0, "names"), rows_bool(proved, 0, "staff"));
	if (refusal != NULL)
		return problem_input("mot_de_passe", refusal);
	hash = secret_hash(req->arena, in->mot_de_passe);
	if (hash.at == NULL)
		return problem_of(PROBLEM_BUSY, "problem.busy");
	ASK(batch, procedure_of(req)->finish, ARG(in->demande), ARG(in->cle), ARG(hash), ARG(req->fresh), ARG(req->address), ARG(req->device), ARG(req->visit));
	return NO_PROBLEM;
}

static struct reply
password_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *rows = results_of(got, procedure_of(req)->finish);

	(void)input;
	(void)page;
	if (str_is(rows_text(rows, 0, "next_code"), "connexion"))
		return reply_see_other(req, "/connexion?fait=mot_de_passe");
	return session_reply(req, rows, NO_STR);
}

#define PROCEDURE(place, T, FIRST, first_ask, start, finish, first_page)                                                                    \
	{ METHOD_GET, place, &DOOR, .page = first_page },                                                                                   \
	{ METHOD_POST, place, &DOOR, INPUT(T, FIRST), .ask = first_ask, QUERIES(start), .then = start_then, .answer = start_answer,         \
	  .page = "accounts/code", .on_problem = place, .flags = ROUTE_NO_KEY },                                                            \
	{ METHOD_GET, place "/code", &DOOR, .answer = again_answer, .page = "accounts/code" },                                              \
	{ METHOD_POST, place "/code", &DOOR, INPUT(struct step, GIVE_CODE), .ask = code_ask, QUERIES(&PROVE), .then = code_then,            \
	  .answer = code_answer, .page = "accounts/password", .on_problem = place "/code", .flags = ROUTE_NO_KEY },                         \
	{ METHOD_GET, place "/choix", &DOOR, .answer = again_answer, .page = "accounts/password" },                                         \
	{ METHOD_POST, place "/choix", &DOOR, INPUT(struct step, GIVE_PASSWORD), .ask = password_ask, QUERIES(&PROVED, finish),             \
	  .then = password_then, .answer = password_answer, .on_problem = place "/choix", .flags = ROUTE_NO_KEY, .queue = QUEUE_HASH }

static const struct route routes[] = {
	PROCEDURE("/activation", struct activation, ACTIVATION, activation_ask, &START_ACTIVATION, &FINISH_ACTIVATION, "accounts/activation"),
	PROCEDURE("/inscription", struct registration, REGISTRATION, registration_ask, &START_REGISTRATION, &FINISH_REGISTRATION, "accounts/registration"),
	PROCEDURE("/mot-de-passe", struct recovery, RECOVERY, recovery_ask, &START_RECOVERY, &FINISH_RECOVERY, "accounts/recovery"),
	ROUTES_END,
};
const struct service accounts_steps_service = { "accounts", routes };
