/* The clerk's desk: search the agents of the structures he serves, open a file for a reason, read it, export a list.
 * No name and no matricule ever stands in an address: a search is posted, kept, and known by its opaque number. */
#include "clerk.h"
#include "clerk_queries.h"

static const struct field LIST_FIELDS[] = {
	OPTIONAL_ID(struct list_input, recherche), OPTIONAL_CHOICE(struct list_input, tri, CLERK_SORTS),
	OPTIONAL_INT(struct list_input, page, 1, 400), FIELDS_END };
static const struct field KEEP_FIELDS[] = {
	FIELD_ID(struct keep_input, recherche), FIELD_CHOICE(struct keep_input, geste, "garder|oublier"), FIELDS_END };
static const struct field COVER_FIELDS[] = {
	FIELD_ID(struct file_input, agent), OPTIONAL_ID(struct file_input, recherche),
	OPTIONAL_CHOICE(struct file_input, tri, CLERK_SORTS), OPTIONAL_INT(struct file_input, rang, 1, 100000),
	OPTIONAL_ID(struct file_input, acte), OPTIONAL_CHOICE(struct file_input, vue, "etat"), FIELDS_END };
static const struct field OPEN_FIELDS[] = {
	FIELD_ID(struct file_input, agent), OPTIONAL_ID(struct file_input, recherche),
	OPTIONAL_CHOICE(struct file_input, tri, CLERK_SORTS), OPTIONAL_INT(struct file_input, rang, 1, 100000),
	OPTIONAL_ID(struct file_input, acte), OPTIONAL_CHOICE(struct file_input, vue, "etat"),
	FIELD_CHOICE(struct file_input, motif, CLERK_REASONS), OPTIONAL_TEXT(struct file_input, precision, 200), FIELDS_END };
static const struct field FILE_FIELDS[] = {
	FIELD_ID(struct file_input, agent), OPTIONAL_ID(struct file_input, recherche),
	OPTIONAL_CHOICE(struct file_input, tri, CLERK_SORTS), OPTIONAL_INT(struct file_input, rang, 1, 100000),
	OPTIONAL_INT(struct file_input, page, 1, 1000), FIELDS_END };
static const struct field ACT_FIELDS[] = {
	FIELD_ID(struct file_input, agent), FIELD_ID(struct file_input, acte), FIELDS_END };
static const struct field SERVICE_FIELDS[] = { FIELD_ID(struct file_input, agent), FIELDS_END };
static const struct field EXPORT_PAGE_FIELDS[] = {
	FIELD_ID(struct list_input, recherche), OPTIONAL_CHOICE(struct list_input, tri, CLERK_SORTS), FIELDS_END };
static const struct field EXPORT_FIELDS[] = {
	FIELD_ID(struct list_input, recherche), OPTIONAL_CHOICE(struct list_input, tri, CLERK_SORTS),
	FIELD_CHOICE(struct list_input, format, "xlsx|csv"), FIELD_CHOICE(struct list_input, motif, CLERK_REASONS),
	OPTIONAL_TEXT(struct list_input, precision, 200), FIELDS_END };

static const struct route routes[] = {
	{ METHOD_GET, "/agents", &CAREER_CONSULT, INPUT(struct list_input, LIST_FIELDS), .ask = clerk_list_ask,
	  QUERIES(&CLERK_HEAD, &CLERK_FOUND, &CLERK_RECENT, &CLERK_STRUCTURES, &CLERK_CORPS, &CLERK_CODES),
	  .answer = clerk_list_answer, .page = "career/clerk/list", .queue = QUEUE_SLOW },
	{ METHOD_POST, "/agents", &CAREER_CONSULT, INPUT(struct search_input, CLERK_SEARCH_FIELDS), .ask = clerk_search_ask,
	  QUERIES(&CLERK_KEEP), .answer = clerk_search_answer, .on_problem = "/agents", .flags = ROUTE_NO_KEY, .queue = QUEUE_SLOW },
	{ METHOD_POST, "/agents/recherches/{recherche}", &CAREER_CONSULT, INPUT(struct keep_input, KEEP_FIELDS),
	  QUERIES(&CLERK_MARK), .answer = clerk_keep_answer, .flags = ROUTE_NO_KEY },
	{ METHOD_GET, "/agents/export", &CAREER_EXPORT, INPUT(struct list_input, EXPORT_PAGE_FIELDS),
	  QUERIES(&CLERK_EXPORT_HEAD), .page = "career/clerk/export" },
	{ METHOD_POST, "/agents/export", &CAREER_EXPORT, INPUT(struct list_input, EXPORT_FIELDS), .ask = clerk_export_ask,
	  QUERIES(&CLERK_EXPORT), .answer = clerk_export_answer, .on_problem = "/agents/export", .flags = ROUTE_NO_KEY,
	  .queue = QUEUE_SLOW },
	{ METHOD_GET, "/agents/{agent}/motif", &CAREER_CONSULT, INPUT(struct file_input, COVER_FIELDS), .ask = clerk_cover_ask,
	  QUERIES(&CLERK_COVER), .answer = clerk_cover_answer, .page = "career/clerk/reason" },
	{ METHOD_POST, "/agents/{agent}", &CAREER_CONSULT, INPUT(struct file_input, OPEN_FIELDS), .ask = clerk_open_ask,
	  QUERIES(&CLERK_OPEN, &CLERK_RECEIPT), .done = "/agents", .on_problem = "/agents/{agent}/motif" },
	{ METHOD_GET, "/agents/{agent}", &CAREER_CONSULT, INPUT(struct file_input, FILE_FIELDS), .ask = clerk_file_ask,
	  QUERIES(&CLERK_ENTER, &CLERK_FILE, &CLERK_CONTACTS, &CLERK_GAPS, &CLERK_SITUATIONS, &CLERK_RETIREMENT, &CLERK_FILE_ACTS, &CLERK_AROUND),
	  .answer = clerk_file_answer, .page = "career/clerk/file" },
	{ METHOD_GET, "/agents/{agent}/actes/{acte}", &CAREER_CONSULT, INPUT(struct file_input, ACT_FIELDS),
	  QUERIES(&CLERK_ENTER, &CLERK_FILE, &CLERK_ACT, &CLERK_LINES, &CLERK_REACH, &CLERK_OTHERS),
	  .answer = clerk_act_answer, .page = "career/clerk/act" },
	{ METHOD_GET, "/agents/{agent}/etat-des-services", &CAREER_CONSULT, INPUT(struct file_input, SERVICE_FIELDS),
	  QUERIES(&CLERK_ENTER, &CLERK_FILE, &CLERK_SERVICE), .answer = clerk_service_answer, .page = "career/clerk/service" },
	ROUTES_END,
};
const struct service clerk_service = { "clerk", routes };
