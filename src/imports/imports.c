/* Imports of personnel files: send a file, say what its columns are, read what is wrong in it, then write it. A file is always
 * checked before it can be written; what takes long is a job (jobs.c). */
#include "pages.h"

#define PART &IMPORT_PERSONNEL
#define PAY  &PAYROLL_COMPARE
#define FILE_MOST (200u * 1024 * 1024)

const struct field IMPORT_INPUT[] = {
	FIELD_ID(struct import_input, import), OPTIONAL_INT(struct import_input, page, 1, 100000), FIELD_BOOL(struct import_input, revoir), FIELDS_END };
static const struct field IMPORT_ALONE[] = { FIELD_ID(struct import_input, import), FIELDS_END };
const struct field SEND_INPUT[] = {
	FIELD_CHOICE(struct send_input, nature, "personnel|acts"), FIELD_FILE(struct send_input, fichier, FILE_MOST), FIELDS_END };

const struct field PAY_INPUT[] = {
	FIELD_CHOICE(struct send_input, nature, "paye"), OPTIONAL_TEXT(struct send_input, mois, 30), FIELD_FILE(struct send_input, fichier, FILE_MOST), FIELDS_END };

const struct query IMPORT_LIST = { "select * from imports_api.my_imports($1, $2)", .shows = "IMPORTS" };
const struct query IMPORT_ONE = { "select * from imports_api.one($1)", .shows = "." };
const struct query IMPORT_SUMS = { "select * from imports_api.sums_of($1)" };
const struct query IMPORT_PROBLEMS = { "select * from imports_api.problems_of($1, $2, $3)" };
const struct query IMPORT_REPORT = { "select * from imports_api.problems_of($1, 200000, 0)" };
const struct query IMPORT_COLUMNS = { "select * from imports_api.columns_of($1)" };
const struct query IMPORT_CHOICES = { "select * from imports_api.choices_of($1)" };
const struct query IMPORT_PROFILE = { "select * from imports_api.profiles_for($1)", .shows = "PROFILE" };
const struct query MAY_SEND = { "select * from imports_api.may_send()" };
const struct query SEND = { "select * from imports_api.send($1, $2, $3, $4, $5::text::jsonb, null)" };
const struct query CHOOSE = { "select * from imports_api.choose($1, $2::text::jsonb, $3, $4, $5, $6)" };
const struct query DECIDE = { "select * from imports_api.decide($1, $2, $3)" };
const struct query DROP = { "select * from imports_api.drop_it($1, $2)" };
const struct query AGAIN = { "select * from imports_api.check_again($1, $2)" };

static const struct field LIST_INPUT[] = { OPTIONAL_INT(struct import_input, page, 1, 100000), FIELDS_END };

/* The pages of an import, the same for the personnel and for the payer: only the address and the permission differ. */
#define IMPORT_PAGES(base, part, send_fields) \
	{ METHOD_GET, base, part, INPUT(struct import_input, LIST_INPUT), list_ask, QUERIES(&IMPORT_LIST), .answer = list_answer, .page = "imports/list" }, \
	/* The body is a file: asked first whether the person may, then read and kept. Sending it twice is sending it once. */ \
	{ METHOD_POST, base, part, INPUT(struct send_input, send_fields), send_ask, QUERIES(&MAY_SEND, &SEND), send_then, send_answer, \
	  .on_problem = base "/nouveau", .flags = ROUTE_NO_KEY, .queue = QUEUE_SLOW, .body_most = FILE_MOST + 64 * 1024 }, \
	{ METHOD_GET, base "/{import}", part, INPUT(struct import_input, IMPORT_INPUT), import_ask, QUERIES(&IMPORT_ONE, &IMPORT_SUMS, &IMPORT_PROBLEMS), \
	  .answer = import_answer, .page = "imports/one" }, \
	{ METHOD_GET, base "/{import}/colonnes", part, INPUT(struct import_input, IMPORT_INPUT), columns_ask, \
	  QUERIES(&IMPORT_ONE, &IMPORT_COLUMNS, &IMPORT_CHOICES, &IMPORT_PROFILE), .answer = columns_answer, .page = "imports/columns" }, \
	{ METHOD_POST, base "/{import}/colonnes", part, .fields = CHOOSE_INPUT, .input_size = sizeof(struct choose_input), .ask = choose_ask, \
	  QUERIES(&CHOOSE), .on_problem = base "/{import}/colonnes", .done = base }, \
	{ METHOD_POST, base "/{import}/importer", part, INPUT(struct decide_input, DECIDE_INPUT), decide_ask, QUERIES(&DECIDE), \
	  .on_problem = base "/{import}", .done = base }, \
	{ METHOD_POST, base "/{import}/controler", part, INPUT(struct import_input, IMPORT_ALONE), again_ask, QUERIES(&AGAIN), .done = base }, \
	{ METHOD_POST, base "/{import}/abandonner", part, INPUT(struct import_input, IMPORT_ALONE), drop_ask, QUERIES(&DROP), .done = base }, \
	{ METHOD_GET, base "/{import}/rapport", part, INPUT(struct import_input, IMPORT_ALONE), report_ask, QUERIES(&IMPORT_ONE, &IMPORT_REPORT), \
	  .answer = report_answer, .queue = QUEUE_SLOW }

static const struct route routes[] = {
	IMPORT_PAGES("/imports", PART, SEND_INPUT),
	{ METHOD_GET, "/imports/nouveau", PART, .page = "imports/new" },
	{ METHOD_GET, "/imports/modele-personnel", PART, .answer = model_answer },
	{ METHOD_GET, "/imports/modele-actes", PART, .answer = model_answer },
	IMPORT_PAGES("/paye/imports", PAY, PAY_INPUT),
	{ METHOD_GET, "/paye/imports/nouveau", PAY, .answer = pay_new_answer, .page = "imports/pay" },
	{ METHOD_GET, "/paye/imports/modele-paye", PAY, .answer = model_answer },
	ROUTES_END,
};
const struct service imports_service = { "imports", routes };
