/* Imports of personnel files: send a file, say what its columns are, read what is wrong in it, then write it. A file is always
 * checked before it can be written; what takes long is a job (jobs.c). */
#include "pages.h"

#define PART &IMPORT_PERSONNEL
#define FILE_MOST (200u * 1024 * 1024)

const struct field IMPORT_INPUT[] = {
	FIELD_ID(struct import_input, import), OPTIONAL_INT(struct import_input, page, 1, 100000), FIELD_BOOL(struct import_input, revoir), FIELDS_END };
static const struct field IMPORT_ALONE[] = { FIELD_ID(struct import_input, import), FIELDS_END };
const struct field SEND_INPUT[] = {
	FIELD_CHOICE(struct send_input, nature, "personnel|acts"), FIELD_FILE(struct send_input, fichier, FILE_MOST), FIELDS_END };

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

static const struct route routes[] = {
	{ METHOD_GET, "/imports", PART, INPUT(struct import_input, LIST_INPUT), list_ask, QUERIES(&IMPORT_LIST), .answer = list_answer, .page = "imports/list" },
	{ METHOD_GET, "/imports/nouveau", PART, .page = "imports/new" },
	{ METHOD_GET, "/imports/modele-personnel", PART, .answer = model_answer },
	{ METHOD_GET, "/imports/modele-actes", PART, .answer = model_answer },
	/* The body is a file: asked first whether the person may, then read and kept. Sending it twice is sending it once. */
	{ METHOD_POST, "/imports", PART, INPUT(struct send_input, SEND_INPUT), send_ask, QUERIES(&MAY_SEND, &SEND), send_then, send_answer,
	  .on_problem = "/imports/nouveau", .flags = ROUTE_NO_KEY, .queue = QUEUE_SLOW, .body_most = FILE_MOST + 64 * 1024 },
	{ METHOD_GET, "/imports/{import}", PART, INPUT(struct import_input, IMPORT_INPUT), import_ask, QUERIES(&IMPORT_ONE, &IMPORT_SUMS, &IMPORT_PROBLEMS),
	  .answer = import_answer, .page = "imports/one" },
	{ METHOD_GET, "/imports/{import}/colonnes", PART, INPUT(struct import_input, IMPORT_INPUT), columns_ask,
	  QUERIES(&IMPORT_ONE, &IMPORT_COLUMNS, &IMPORT_CHOICES, &IMPORT_PROFILE), .answer = columns_answer, .page = "imports/columns" },
	{ METHOD_POST, "/imports/{import}/colonnes", PART, .fields = CHOOSE_INPUT, .input_size = sizeof(struct choose_input), .ask = choose_ask,
	  QUERIES(&CHOOSE), .on_problem = "/imports/{import}/colonnes", .done = "/imports" },
	{ METHOD_POST, "/imports/{import}/importer", PART, INPUT(struct decide_input, DECIDE_INPUT), decide_ask, QUERIES(&DECIDE),
	  .on_problem = "/imports/{import}", .done = "/imports" },
	{ METHOD_POST, "/imports/{import}/controler", PART, INPUT(struct import_input, IMPORT_ALONE), again_ask, QUERIES(&AGAIN), .done = "/imports" },
	{ METHOD_POST, "/imports/{import}/abandonner", PART, INPUT(struct import_input, IMPORT_ALONE), drop_ask, QUERIES(&DROP), .done = "/imports" },
	{ METHOD_GET, "/imports/{import}/rapport", PART, INPUT(struct import_input, IMPORT_ALONE), report_ask, QUERIES(&IMPORT_ONE, &IMPORT_REPORT),
	  .answer = report_answer, .queue = QUEUE_SLOW },
	ROUTES_END,
};
const struct service imports_service = { "imports", routes };
