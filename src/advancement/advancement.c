/* Step advancement by batch: campaigns of a quarter, their lists and acts, and the overdue ones. Every route of the service. */
#include "pages.h"

#define RUN &ADVANCEMENT_RUN
#define LISTS      "dus|retards|verifier|ecartes|main|tous"
#define CATEGORIES "A|B|C|D|E"
#define STATUSES   "FE|ACDPE|AME|OCC"
#define LENGTHS    "court|moyen|long|circuit|verifier"

#define LIST_FIELDS(T)                                                                                                        \
	FIELD_ID(T, campagne), OPTIONAL_CHOICE(T, liste, LISTS), OPTIONAL_TEXT(T, motif, 30), OPTIONAL_ID(T, structure),     \
	OPTIONAL_CHOICE(T, categorie, CATEGORIES), OPTIONAL_CHOICE(T, statut, STATUSES)
#define OVERDUE_FIELDS(T)                                                                                                     \
	OPTIONAL_DATE(T, mois), OPTIONAL_ID(T, structure), OPTIONAL_CHOICE(T, categorie, CATEGORIES), OPTIONAL_CHOICE(T, duree, LENGTHS)

const struct field STEP_CAMPAIGNS_INPUT[] = { OPTIONAL_INT(struct campaigns_input, page, 1, 10000), FIELDS_END };
const struct field STEP_OPEN_INPUT[] = {
	FIELD_TEXT(struct open_input, trimestre, 6), FIELD_CHOICE(struct open_input, regroupement, "structure|ministere|unique"),
	OPTIONAL_ID(struct open_input, structure), FIELDS_END };
const struct field STEP_CAMPAIGN_ALONE[] = { FIELD_ID(struct campaign_input, campagne), FIELDS_END };
const struct field STEP_CAMPAIGN_PAGE[] = {
	FIELD_ID(struct campaign_input, campagne), OPTIONAL_TEXT(struct campaign_input, etat, 20), OPTIONAL_INT(struct campaign_input, page, 1, 10000),
	FIELDS_END };
const struct field STEP_LIST_INPUT[] = {
	LIST_FIELDS(struct campaign_input), OPTIONAL_ID(struct campaign_input, recherche), OPTIONAL_INT(struct campaign_input, page, 1, 10000), FIELDS_END };
const struct field STEP_SEARCH_INPUT[] = { LIST_FIELDS(struct campaign_input), OPTIONAL_TEXT(struct campaign_input, q, 100), FIELDS_END };
const struct field STEP_EXPORT_INPUT[] = {
	LIST_FIELDS(struct campaign_input), OPTIONAL_ID(struct campaign_input, recherche), FIELD_CHOICE(struct campaign_input, format, "xlsx|csv"), FIELDS_END };
const struct field STEP_LINE_INPUT[] = { FIELD_ID(struct campaign_input, campagne), FIELD_ID(struct campaign_input, agent), FIELDS_END };
const struct field STEP_DECIDE_INPUT[] = {
	FIELD_ID(struct decide_input, campagne), FIELD_ID(struct decide_input, agent), FIELD_CHOICE(struct decide_input, decision, "ecarter|retenir"),
	OPTIONAL_TEXT(struct decide_input, motif, 300), FIELDS_END };
const struct field STEP_OVERDUE_INPUT[] = { OVERDUE_FIELDS(struct overdue_input), OPTIONAL_INT(struct overdue_input, page, 1, 10000), FIELDS_END };
const struct field STEP_OVERDUE_EXPORT_INPUT[] = { OVERDUE_FIELDS(struct overdue_input), FIELD_CHOICE(struct overdue_input, format, "xlsx|csv"), FIELDS_END };

const struct query STEP_CAMPAIGNS = { "select * from advancement_api.campaigns($1, $2)" };
const struct query STEP_CAMPAIGN = { "select * from advancement_api.campaign($1)", .takes = "campagne", .shows = "." };
const struct query STEP_REASONS = { "select * from advancement_api.reasons($1)", .takes = "campagne" };
const struct query STEP_ACT_SUMS = { "select state_code as circuit_code, label as circuit_label, is_over, acts as circuit_acts, agents as circuit_agents"
	" from advancement_api.acts_sums($1)", .takes = "campagne", .shows = "CIRCUIT" };
const struct query STEP_QUARTERS = { "select * from advancement_api.quarters($1)", .shows = "TRIMESTRES" };
const struct query STEP_STRUCTURES = { "select structure_id as choice_id, label as choice_label from advancement_api.structures()", .shows = "STRUCTURES", .keeps = "structure STRUCTURES.CHOICE_ID" };
const struct query STEP_OPEN = { "select * from advancement_api.open($1, $2, $3)" };
const struct query STEP_AGAIN = { "select * from advancement_api.again($1, $2)" };
const struct query STEP_DROP_IT = { "select * from advancement_api.drop_it($1, $2)" };
const struct query STEP_PREPARE = { "select * from advancement_api.prepare($1, $2)" };
const struct query STEP_SUBMIT = { "select * from advancement_api.submit($1, $2)" };
const struct query STEP_FOUND = { "select * from advancement_api.found($1, $2, $3, $4, $5, $6, $7, $8, $9)" };
const struct query STEP_WORDS = { "select advancement_api.words_of($1) as words" };
const struct query STEP_LINE = { "select * from advancement_api.line($1, $2)", .takes = "campagne agent", .shows = "." };
const struct query STEP_DECIDE = { "select * from advancement_api.decide($1, $2, $3, $4, $5)" };
const struct query STEP_KEEP_WORDS = { "select * from advancement_api.keep_words($1)", .takes = "q" };
const struct query STEP_ALLOW_EXPORT = { "select advancement_api.allow_export()" };
const struct query STEP_EXPORT_ROWS = { "select * from advancement_api.export($1, $2, $3, $4, $5, $6, $7)",
	.takes = "campagne liste motif structure categorie statut recherche" };
const struct query STEP_PREVIEW = { "select * from advancement_api.preview($1, $2, $3)" };
const struct query STEP_ACTS = { "select * from advancement_api.acts($1, $2, $3, $4)" };
const struct query STEP_OVERDUE_HEAD = { "select * from advancement_api.overdue_head($1, $2, $3, $4)", .takes = "mois structure categorie duree" };
const struct query STEP_OVERDUE_NOW = { "select * from advancement_api.overdue_head(null, null, null, null)" };
const struct query STEP_OVERDUE_TREND = { "select * from advancement_api.overdue_trend($1)", .takes = "structure" };
const struct query STEP_OVERDUE_STRUCTURES = { "select structure_id as place_id, name as place_name, agents as place_agents, worst as place_worst, has_below"
	" from advancement_api.overdue_structures($1, $2)", .takes = "mois structure", .shows = "PLACES" };
const struct query STEP_OVERDUE_CATEGORIES = { "select category as group_category, label as group_label, agents as group_agents, worst as group_worst"
	" from advancement_api.overdue_categories($1, $2)", .takes = "mois structure", .shows = "GROUPS" };
const struct query STEP_OVERDUE_FOUND = { "select * from advancement_api.overdue_found($1, $2, $3, $4, $5, $6)" };
const struct query STEP_OVERDUE_EXPORT = { "select * from advancement_api.overdue_export($1, $2, $3, $4)", .takes = "mois structure categorie duree" };

static const struct route routes[] = {
	{ METHOD_GET, "/avancements", RUN, INPUT(struct campaigns_input, STEP_CAMPAIGNS_INPUT), step_campaigns_ask, QUERIES(&STEP_CAMPAIGNS, &STEP_OVERDUE_NOW),
	  .answer = step_campaigns_answer, .page = "advancement/list", .queue = QUEUE_SEARCH },
	{ METHOD_GET, "/avancements/nouvelle", RUN, .ask = step_new_ask, QUERIES(&STEP_QUARTERS, &STEP_STRUCTURES), .page = "advancement/new" },
	{ METHOD_POST, "/avancements", RUN, INPUT(struct open_input, STEP_OPEN_INPUT), step_open_ask, QUERIES(&STEP_OPEN), .answer = step_open_answer,
	  .on_problem = "/avancements/nouvelle", .done = "/avancements" },

	{ METHOD_GET, "/avancements/retards", RUN, INPUT(struct overdue_input, STEP_OVERDUE_INPUT), step_overdue_ask,
	  QUERIES(&STEP_OVERDUE_HEAD, &STEP_OVERDUE_TREND, &STEP_OVERDUE_STRUCTURES, &STEP_OVERDUE_CATEGORIES, &STEP_OVERDUE_FOUND), .answer = step_overdue_answer,
	  .page = "advancement/overdue", .queue = QUEUE_SEARCH },
	{ METHOD_GET, "/avancements/retards/export", RUN, INPUT(struct overdue_input, STEP_OVERDUE_EXPORT_INPUT), QUERIES(&STEP_ALLOW_EXPORT, &STEP_OVERDUE_EXPORT),
	  .answer = step_overdue_export_answer, .flags = ROUTE_RECORDS, .queue = QUEUE_SLOW },

	{ METHOD_GET, "/avancements/{campagne}", RUN, INPUT(struct campaign_input, STEP_CAMPAIGN_ALONE), QUERIES(&STEP_CAMPAIGN, &STEP_REASONS, &STEP_ACT_SUMS),
	  .answer = step_campaign_answer, .page = "advancement/campaign", .queue = QUEUE_SEARCH },
	{ METHOD_POST, "/avancements/{campagne}/recalculer", RUN, INPUT(struct campaign_input, STEP_CAMPAIGN_ALONE), step_again_ask, QUERIES(&STEP_AGAIN), .done = "/avancements" },
	{ METHOD_POST, "/avancements/{campagne}/abandonner", RUN, INPUT(struct campaign_input, STEP_CAMPAIGN_ALONE), step_drop_ask, QUERIES(&STEP_DROP_IT), .done = "/avancements" },
	{ METHOD_POST, "/avancements/{campagne}/preparer", RUN, INPUT(struct campaign_input, STEP_CAMPAIGN_ALONE), step_prepare_ask, QUERIES(&STEP_PREPARE), .done = "/avancements" },
	{ METHOD_POST, "/avancements/{campagne}/circuit", RUN, INPUT(struct campaign_input, STEP_CAMPAIGN_ALONE), step_submit_ask, QUERIES(&STEP_SUBMIT), .done = "/avancements" },
	{ METHOD_GET, "/avancements/{campagne}/agents", RUN, INPUT(struct campaign_input, STEP_LIST_INPUT), step_list_ask,
	  QUERIES(&STEP_CAMPAIGN, &STEP_FOUND, &STEP_REASONS, &STEP_STRUCTURES, &STEP_WORDS), .answer = step_list_answer, .page = "advancement/agents", .queue = QUEUE_SEARCH },
	/* Names stay out of addresses: the words are posted, kept a day, and known by their number. */
	{ METHOD_POST, "/avancements/{campagne}/agents", RUN, INPUT(struct campaign_input, STEP_SEARCH_INPUT), QUERIES(&STEP_KEEP_WORDS), .answer = step_search_answer,
	  .flags = ROUTE_NO_KEY, .queue = QUEUE_SEARCH },
	{ METHOD_GET, "/avancements/{campagne}/export", RUN, INPUT(struct campaign_input, STEP_EXPORT_INPUT), QUERIES(&STEP_ALLOW_EXPORT, &STEP_EXPORT_ROWS), .answer = step_export_answer,
	  .flags = ROUTE_RECORDS, .queue = QUEUE_SLOW },
	{ METHOD_GET, "/avancements/{campagne}/agents/{agent}", RUN, INPUT(struct campaign_input, STEP_LINE_INPUT), QUERIES(&STEP_CAMPAIGN, &STEP_LINE),
	  .answer = step_line_answer, .page = "advancement/line" },
	{ METHOD_POST, "/avancements/{campagne}/agents/{agent}", RUN, INPUT(struct decide_input, STEP_DECIDE_INPUT), step_decide_ask, QUERIES(&STEP_DECIDE),
	  .on_problem = "/avancements/{campagne}/agents/{agent}", .done = "/avancements" },
	{ METHOD_GET, "/avancements/{campagne}/actes", RUN, INPUT(struct campaign_input, STEP_CAMPAIGN_PAGE), step_acts_ask,
	  QUERIES(&STEP_CAMPAIGN, &STEP_ACT_SUMS, &STEP_PREVIEW, &STEP_ACTS), .answer = step_acts_answer, .page = "advancement/acts", .queue = QUEUE_SEARCH },
	ROUTES_END,
};
const struct service advancement_service = { "advancement", routes };
