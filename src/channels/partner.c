/* What the national portal pushes: a request as JSON and its pieces in a ZIP, under the headers of the UXP. Who pushes is asked
 * of the database first; what is wrong is told all at once, each fault at its place; the pieces are unpacked by the inspector, kept by
 * their hash, and the request comes in by one function. The same code with the same content is the same receipt. */
#include <jansson.h>
#include <sodium.h>
#include <stdio.h>

#include "channels.h"
#include "guichet/pieces.h"
#include "guichet/store.h"

#define JSON_MOST  (256u * 1024)
#define ZIP_MOST   (20u * 1024 * 1024)
#define DEPTH_MOST 12
#define FAULTS_MOST 30

struct push { struct upload demande, documents; };
static const struct field PUSH[] = { FIELD_FILE(struct push, demande, JSON_MOST), OPTIONAL_FILE(struct push, documents, ZIP_MOST), FIELDS_END };

struct contacts { str email, phone; };
static const struct field CONTACTS[] = { OPTIONAL_EMAIL(struct contacts, email), OPTIONAL_PHONE(struct contacts, phone), FIELDS_END };

static const struct query PARTNER = { "select * from channels_api.partner($1, $2, $3, $4)" };
static const struct query INTAKE = { "select * from channels_api.intake($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)" };

/* What was understood of a push, and every fault of it. */
struct reading {
	struct arena *arena;
	const struct request *req;
	str           code, prestation, email, phone, steps;
	str           faults;          /* members of a JSON array */
	size_t        fault_count;
};

static void
fault(struct reading *r, const char *kind, str where, const char *sentence_key, str detail)
{
	if (r->fault_count++ >= FAULTS_MOST)
		return;
	r->faults = arena_format(r->arena, "%.*s%s{\"%s\":\"%.*s\",\"detail\":\"%.*s\"}", STR_ARGS(r->faults), r->faults.len > 0 ? "," : "", kind,
	                         STR_ARGS(json_quoted(r->arena, where)),
	                         STR_ARGS(json_quoted(r->arena, sentence_with(r->req->sentences, r->arena, sentence_key, detail))));
}

static void
read_headers(struct reading *r)
{
	static const char *const NEEDED[] = { "uxp-client", "uxp-service", "application-id", "response-token" };
	size_t i;

	for (i = 0; i < sizeof(NEEDED) / sizeof(NEEDED[0]); i++) {
		const str value = request_header(r->req, NEEDED[i]);

		if (str_empty(str_trim(value)))
			fault(r, "header", str_of(NEEDED[i]), "channels.missing", NO_STR);
		else if (value.len > 255 || !utf8_valid(value))
			fault(r, "header", str_of(NEEDED[i]), "field.too_long", STR("255"));
	}
}

static bool
code_good(str code)
{
	size_t i;

	for (i = 0; i < code.len; i++) {
		const char c = code.at[i];

		if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == '/' || c == ':'))
			return false;
	}
	return code.len >= 1 && code.len <= 80;
}

static str
text_at(struct reading *r, const json_t *object, const char *name, const char *pointer, bool required)
{
	const json_t *value = json_object_get(object, name);

	if (value == NULL || (json_is_null(value) && !required)) {
		if (required)
			fault(r, "pointer", str_of(pointer), "channels.missing", NO_STR);
		return NO_STR;
	}
	if (!json_is_string(value)) {
		fault(r, "pointer", str_of(pointer), "channels.not_a_string", NO_STR);
		return NO_STR;
	}
	return arena_copy(r->arena, (str){ json_string_value(value), json_string_length(value) });
}

static bool
shallow(const json_t *value, int left)
{
	const char *key;
	json_t *item;
	size_t i;

	if (left == 0)
		return false;
	if (json_is_object(value)) {
		void *at;

		for (at = json_object_iter((json_t *)(uintptr_t)value); at != NULL; at = json_object_iter_next((json_t *)(uintptr_t)value, at)) {
			key = json_object_iter_key(at);
			item = json_object_iter_value(at);
			if (strlen(key) > 200 || !shallow(item, left - 1))
				return false;
		}
	} else if (json_is_array(value)) {
		for (i = 0; i < json_array_size(value); i++)
			if (!shallow(json_array_get(value, i), left - 1))
				return false;
	}
	return true;
}

static void
read_steps(struct reading *r, const json_t *root)
{
	const json_t *steps = json_object_get(root, "steps");
	size_t i;
	char *text;

	if (!json_is_array(steps)) {
		fault(r, "pointer", STR("/steps"), steps == NULL ? "channels.missing" : "channels.not_an_array", NO_STR);
		return;
	}
	if (json_array_size(steps) == 0 || json_array_size(steps) > 100)
		fault(r, "pointer", STR("/steps"), "channels.steps_count", NO_STR);
	for (i = 0; i < json_array_size(steps) && i < 100; i++)
		if (!json_is_object(json_array_get(steps, i)))
			fault(r, "pointer", arena_format(r->arena, "/steps/%zu", i), "channels.not_an_object", NO_STR);
		else if (!shallow(json_array_get(steps, i), DEPTH_MOST))
			fault(r, "pointer", arena_format(r->arena, "/steps/%zu", i), "channels.too_deep", NO_STR);
	if (r->fault_count > 0)
		return;
	text = json_dumps(steps, JSON_COMPACT);
	r->steps = arena_copy(r->arena, str_of(text));
	free(text);
}

/* The portal's own rules of addresses and telephones. */
static void
read_contacts(struct reading *r, bool any)
{
	struct parameters given = { .count = 0 };
	struct contacts read = { NO_STR, NO_STR };
	struct problem problems[4];
	size_t i, count;

	if (!str_empty(r->email))
		parameters_add(&given, r->arena, (struct parameter){ .name = STR("email"), .value = r->email });
	if (!str_empty(r->phone))
		parameters_add(&given, r->arena, (struct parameter){ .name = STR("phone"), .value = r->phone });
	count = fields_read(CONTACTS, &given, &read, r->arena, problems, 4, true);
	for (i = 0; i < count; i++)
		fault(r, "pointer", arena_format(r->arena, "/%s", problems[i].field), problems[i].text, problems[i].detail);
	if (!any)
		fault(r, "pointer", STR("/email"), "channels.contact_needed", NO_STR);
	r->email = read.email;
	r->phone = read.phone;
}

/* There, and not null: what is wrong with it is told elsewhere. */
static bool
told(const json_t *root, const char *name)
{
	const json_t *value = json_object_get(root, name);

	return value != NULL && !json_is_null(value) && !(json_is_string(value) && json_string_length(value) == 0);
}

static bool
prestation_good(str code)
{
	size_t i;

	for (i = 2; i < code.len; i++)
		if (code.at[i] < '0' || code.at[i] > '9')
			return false;
	return code.len >= 3 && code.len <= 8 && str_starts(code, STR("PS"));
}

static void
read_json(struct reading *r, str text)
{
	json_error_t error;
	json_t *root = json_loadb(text.at, text.len, JSON_REJECT_DUPLICATES, &error);
	const json_t *meta = json_object_get(root, "meta");

	if (!json_is_object(root)) {
		fault(r, "pointer", STR(""), root == NULL ? "channels.not_json" : "channels.not_an_object",
		      arena_format(r->arena, "%d, %d", error.line, error.column));
		json_decref(root);
		return;
	}
	if (!json_is_object(meta))
		fault(r, "pointer", STR("/meta"), meta == NULL ? "channels.missing" : "channels.not_an_object", NO_STR);
	else
		r->code = text_at(r, meta, "code", "/meta/code", true);
	if (r->code.at != NULL && !code_good(r->code))
		fault(r, "pointer", STR("/meta/code"), "channels.code_form", NO_STR);
	r->prestation = text_at(r, root, "prestation_code", "/prestation_code", true);
	if (r->prestation.at != NULL && !prestation_good(r->prestation))
		fault(r, "pointer", STR("/prestation_code"), "channels.prestation_form", NO_STR);
	r->email = text_at(r, root, "email", "/email", false);
	r->phone = text_at(r, root, "phone", "/phone", false);
	read_contacts(r, told(root, "email") || told(root, "phone"));
	read_steps(r, root);
	json_decref(root);
}

/* Pure, so that the answer tells again what `then` has found. */
static struct reading
read_push(const struct request *req, const struct push *in)
{
	struct reading r = { .arena = req->arena, .req = req, .faults = STR("") };

	read_headers(&r);
	read_json(&r, in->demande.bytes);
	if (in->documents.bytes.at != NULL) {
		size_t count;
		const struct problem problem = pieces_look(req->arena, in->documents.bytes, &count);

		if (problem.kind != PROBLEM_NONE)
			fault(&r, "pointer", STR("/documents"), problem.text, problem.detail);
	}
	return r;
}

static str
bearer(const struct request *req)
{
	const str value = request_header(req, "authorization");

	return value.len > 7 && str_same((str){ value.at, 7 }, STR("Bearer ")) ? str_trim(str_skip(value, 7)) : NO_STR;
}

static str
header_text(const struct request *req, const char *name)
{
	const str value = str_trim(request_header(req, name));

	return value.len > 255 || !utf8_valid(value) || value.at == NULL ? STR("") : value;
}

static struct problem
push_ask(const struct request *req, const void *input, struct batch *batch)
{
	const str token = bearer(req);

	(void)input;
	if (token.len < 32 || token.len > 200 || !utf8_valid(token))
		return problem_of(PROBLEM_SIGNED_OUT, "channels.machine_unknown");
	ASK(batch, &PARTNER, ARG(token), ARG(header_text(req, "uxp-client")), ARG(header_text(req, "uxp-service")), ARG(header_text(req, "application-id")));
	return NO_PROBLEM;
}

/* [{"name","type","size","sha256"}], each kept under its hash. */
static struct problem
keep_pieces(const struct request *req, str zip, str *list)
{
	struct piece *pieces = arena_array(req->arena, PIECES_MOST, sizeof(*pieces));
	size_t count, i;
	struct problem problem = pieces_unpack(req->arena, zip, pieces, &count);

	*list = STR("");
	for (i = 0; problem.kind == PROBLEM_NONE && i < count; i++) {
		const str name = store_name(req->arena, pieces[i].bytes);

		if (!store_put(req->arena, name, pieces[i].bytes))
			return problem_of(PROBLEM_BUSY, "problem.storage_full");
		*list = arena_format(req->arena, "%.*s%s{\"name\":\"%.*s\",\"type\":\"%s\",\"size\":%zu,\"sha256\":\"%.*s\"}", STR_ARGS(*list), i > 0 ? "," : "",
		                     STR_ARGS(json_quoted(req->arena, pieces[i].name)), pieces[i].type, pieces[i].bytes.len, STR_ARGS(name));
	}
	*list = arena_format(req->arena, "[%.*s]", STR_ARGS(*list));
	return problem;
}

/* What "the same content" means: the bytes of both parts. */
static str
content_hash(const struct request *req, const struct push *in)
{
	unsigned char parts[2 * crypto_hash_sha256_BYTES] = { 0 };

	crypto_hash_sha256(parts, (const unsigned char *)in->demande.bytes.at, in->demande.bytes.len);
	if (in->documents.bytes.at != NULL)
		crypto_hash_sha256(parts + crypto_hash_sha256_BYTES, (const unsigned char *)in->documents.bytes.at, in->documents.bytes.len);
	return store_name(req->arena, (str){ (const char *)parts, sizeof(parts) });
}

static struct problem
push_then(const struct request *req, const void *input, const struct results *got, struct batch *batch)
{
	const struct push *in = input;
	const struct rows *partner = results_of(got, &PARTNER);
	struct reading r;
	struct problem problem;
	str list = STR("[]");

	if (rows_count(partner) == 0)
		return problem_of(PROBLEM_SIGNED_OUT, "channels.machine_unknown");
	if (rows_int(partner, 0, "wait") > 0) {
		problem = problem_of(PROBLEM_TOO_MANY, "channels.too_fast");
		problem.detail = arena_format(req->arena, "%lld", (long long)rows_int(partner, 0, "wait"));
		return problem;
	}
	r = read_push(req, in);
	if (r.fault_count > 0)
		return NO_PROBLEM;
	if (!rows_bool(partner, 0, "fits"))
		return problem_of(PROBLEM_FORBIDDEN, "channels.partner_headers");
	if (in->documents.bytes.at != NULL) {
		problem = keep_pieces(req, in->documents.bytes, &list);
		if (problem.kind != PROBLEM_NONE)
			return problem;
	}
	ASK(batch, &INTAKE, ARG(bearer(req)), ARG(content_hash(req, in)), ARG(r.code), ARG(r.prestation), ARG(r.email), ARG(r.phone), ARG(r.steps),
	    ARG(header_text(req, "response-token")), ARG(in->documents.bytes.at == NULL ? NO_STR : store_name(req->arena, in->documents.bytes)), ARG(list));
	return NO_PROBLEM;
}

static struct reply
push_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *made = results_of(got, &INTAKE);
	struct reading r;

	(void)page;
	if (rows_count(made) == 1) {
		const bool again = rows_bool(made, 0, "is_again");

		return reply_text(again ? 200 : 201, "application/json",
		                  arena_format(req->arena, "{\"number\":\"%.*s\",\"meta_code\":\"%.*s\",\"received_at\":\"%.*s\",\"documents\":%lld,\"repeated\":%s,\"content_sha256\":\"%.*s\",\"follow_code\":\"%.*s\",\"follow\":\"%s/suivi\"}\n",
		                               STR_ARGS(rows_text(made, 0, "number")), STR_ARGS(json_quoted(req->arena, rows_text(made, 0, "meta_code_said"))),
		                               STR_ARGS(rows_text(made, 0, "received")), (long long)rows_int(made, 0, "documents"), again ? "true" : "false",
		                               STR_ARGS(rows_text(made, 0, "content_hash")), STR_ARGS(rows_text(made, 0, "follow_code")), req->origin));
	}
	r = read_push(req, input);
	return reply_text(422, "application/problem+json",
	                  arena_format(req->arena, "{\"status\":422,\"title\":\"refused\",\"detail\":\"%.*s\",\"errors\":[%.*s]}\n",
	                               STR_ARGS(json_quoted(req->arena, sentence(req->sentences, "channels.push_wrong"))), STR_ARGS(r.faults)));
}

static struct reply
openapi_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	(void)input;
	(void)got;
	(void)page;
	return reply_text(200, "application/json", openapi_text(req->arena, req->origin));
}

#define API_HEADER(name) "{\"name\":\"" name "\",\"in\":\"header\",\"required\":true,\"schema\":{\"type\":\"string\",\"maxLength\":255}}"
static const char PUSH_API[] =
	"\"summary\":\"Déposer une demande venue du portail national\",\"description\":\"Le même meta.code avec le même contenu rend le même reçu (200) ; avec un autre contenu, 409.\","
	"\"tags\":[\"partenaires\"],\"security\":[{\"partenaire\":[]}],"
	"\"parameters\":[" API_HEADER("uxp-client") "," API_HEADER("uxp-service") "," API_HEADER("application-id") "," API_HEADER("response-token") "],"
	"\"requestBody\":{\"required\":true,\"content\":{\"multipart/form-data\":{\"schema\":{\"type\":\"object\",\"required\":[\"demande\"],\"properties\":{"
	"\"demande\":{\"type\":\"object\",\"required\":[\"meta\",\"prestation_code\",\"steps\"],\"properties\":{"
	"\"meta\":{\"type\":\"object\",\"required\":[\"code\"],\"properties\":{\"code\":{\"type\":\"string\",\"pattern\":\"^[A-Za-z0-9._:/-]{1,80}$\"}}},"
	"\"prestation_code\":{\"type\":\"string\",\"pattern\":\"^PS[0-9]{1,6}$\"},\"email\":{\"type\":[\"string\",\"null\"],\"format\":\"email\"},\"phone\":{\"type\":[\"string\",\"null\"]},"
	"\"steps\":{\"type\":\"array\",\"minItems\":1,\"maxItems\":100,\"items\":{\"type\":\"object\"}}}},"
	"\"documents\":{\"type\":\"string\",\"contentMediaType\":\"application/zip\",\"description\":\"PDF, JPEG ou PNG : 50 fichiers, 20 Mo, 60 Mo une fois ouverts, au plus\"}}},"
	"\"encoding\":{\"demande\":{\"contentType\":\"application/json\"},\"documents\":{\"contentType\":\"application/zip\"}}}}},"
	"\"responses\":{\"200\":{\"description\":\"Déjà reçue : le même reçu\"},\"201\":{\"description\":\"Reçue\",\"content\":{\"application/json\":{\"schema\":{\"type\":\"object\","
	"\"required\":[\"number\",\"meta_code\",\"received_at\",\"documents\",\"repeated\",\"content_sha256\"],\"properties\":{\"number\":{\"type\":\"string\"},\"meta_code\":{\"type\":\"string\"},"
	"\"received_at\":{\"type\":\"string\",\"format\":\"date-time\"},\"documents\":{\"type\":\"integer\"},\"repeated\":{\"type\":\"boolean\"},\"content_sha256\":{\"type\":\"string\"},"
	"\"follow_code\":{\"type\":\"string\"},\"follow\":{\"type\":\"string\",\"format\":\"uri\"}}}}}},"
	"\"4XX\":{\"$ref\":\"#/components/responses/Problem\"},\"5XX\":{\"$ref\":\"#/components/responses/Problem\"}}";

static const struct route routes[] = {
	/* Its key is the partner's own code. */
	{ METHOD_POST, "/api/v1/portail-national/demandes", &MACHINE, INPUT(struct push, PUSH), push_ask, QUERIES(&PARTNER, &INTAKE), push_then, push_answer,
	  .flags = ROUTE_MACHINE | ROUTE_NO_KEY, .queue = QUEUE_SLOW, .body_most = JSON_MOST + ZIP_MOST + 16 * 1024, .api = PUSH_API },
	{ METHOD_GET, "/api/v1/openapi.json", &PUBLIC, .answer = openapi_answer, .flags = ROUTE_MACHINE,
	  .api = "\"summary\":\"Cette description\",\"security\":[],\"responses\":{\"200\":{\"description\":\"OpenAPI 3.1\",\"content\":{\"application/json\":{\"schema\":{\"type\":\"object\"}}}},\"4XX\":{\"$ref\":\"#/components/responses/Problem\"}}" },
	ROUTES_END,
};
const struct service channels_partner_service = { "channels", routes };
