/* What machines ask by SMS's gateway: a message that came in, what became of one that left. Kannel calls by GET (get-url,
 * dlr-url), so these GETs write. Both show a secret, compared here in constant time before the database hears of anything. */
#include <stdio.h>

#include "channels.h"
#include "guichet/sms.h"

struct incoming {
	str de, texte, id, secret;
	str vers, quand;               /* said by the gateway, not needed */
};
struct report {
	int64_t message, etat;
	str     cle, raison;
};

static const struct field INCOMING[] = {
	FIELD_TEXT(struct incoming, de, 30), OPTIONAL_LINES(struct incoming, texte, 1600), FIELD_TEXT(struct incoming, id, 80),
	OPTIONAL_TEXT(struct incoming, secret, 128), OPTIONAL_TEXT(struct incoming, vers, 30), OPTIONAL_TEXT(struct incoming, quand, 40), FIELDS_END };
static const struct field REPORT[] = {
	FIELD_INT(struct report, message, 1, INT64_MAX), FIELD_INT(struct report, etat, 1, 16), FIELD_TEXT(struct report, cle, 32),
	OPTIONAL_TEXT(struct report, raison, 300), FIELDS_END };

static const struct query RECEIVE = { "select answer from channels_api.receive($1, $2, $3)" };
static const struct query REPORT_SMS = { "select notify_api.report($1, $2::int, $3)" };

static struct problem
incoming_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct incoming *in = input;
	const str shown = in->secret.at != NULL ? in->secret : request_header(req, "x-guichet-secret");

	if (!sms_secret_fits(shown, str_of(req->sms_secret)))
		return problem_of(PROBLEM_SIGNED_OUT, "channels.machine_unknown");
	ASK(batch, &RECEIVE, ARG(in->id), ARG(in->de), ARG(in->texte.at == NULL ? STR("") : in->texte));
	return NO_PROBLEM;
}

/* An empty body tells Kannel to answer nothing (omit-empty). */
static struct reply
incoming_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	(void)input;
	(void)page;
	return reply_text(200, "text/plain; charset=utf-8", sms_answer(req->arena, rows_text(results_of(got, &RECEIVE), 0, "answer")));
}

static struct problem
report_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct report *in = input;

	if (str_empty(str_of(req->sms_secret)) || !sms_secret_fits(in->cle, sms_receipt_key(req->arena, req->sms_secret, in->message)))
		return problem_of(PROBLEM_SIGNED_OUT, "channels.machine_unknown");
	if (in->etat != 1 && in->etat != 2 && in->etat != 4 && in->etat != 8 && in->etat != 16)
		return problem_input("etat", "channels.report_unknown");
	ASK(batch, &REPORT_SMS, ARG(in->message), ARG(in->etat), ARG(in->raison.at == NULL ? STR("") : in->raison));
	return NO_PROBLEM;
}

static struct reply
report_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	(void)req;
	(void)input;
	(void)got;
	(void)page;
	return reply_text(200, "text/plain; charset=utf-8", STR("noté\n"));
}

#define TEXT_ANSWER(what) "\"responses\":{\"200\":{\"description\":\"" what "\",\"content\":{\"text/plain\":{\"schema\":{\"type\":\"string\",\"maxLength\":160}}}}," \
	"\"4XX\":{\"$ref\":\"#/components/responses/Problem\"},\"5XX\":{\"$ref\":\"#/components/responses/Problem\"}}"
static const char INCOMING_API[] =
	"\"summary\":\"Un SMS reçu par la passerelle (Kannel, get-url)\",\"tags\":[\"sms\"],\"security\":[{\"passerelle\":[]}]," TEXT_ANSWER("La réponse : un SMS en alphabet GSM, vide pour n’en envoyer aucun");
static const char REPORT_API[] =
	"\"summary\":\"Ce que l’opérateur dit d’un SMS envoyé (Kannel, dlr-url)\",\"tags\":[\"sms\"],\"security\":[]," TEXT_ANSWER("Noté");

static const struct route routes[] = {
	{ METHOD_GET, "/api/v1/sms", &MACHINE, INPUT(struct incoming, INCOMING), incoming_ask, QUERIES(&RECEIVE), .answer = incoming_answer,
	  .flags = ROUTE_MACHINE | ROUTE_RECORDS, .api = INCOMING_API },
	{ METHOD_GET, "/api/v1/sms/accuse", &MACHINE, INPUT(struct report, REPORT), report_ask, QUERIES(&REPORT_SMS), .answer = report_answer,
	  .flags = ROUTE_MACHINE | ROUTE_RECORDS, .api = REPORT_API },
	ROUTES_END,
};
const struct service channels_machine_service = { "channels", routes };
