/* Acts in the making: every route of the service. Drafting (acts.work), visas and signatures (acts.sign), the agent's sealed
 * copy (career.own). What may be done of an act is decided by the functions of acts_api; pages only show what they answered. */
#include "pages.h"

#define WORK &ACTS_WORK
#define SIGN &ACTS_SIGN
#define LINE_FIELDS(T) OPTIONAL_INT(struct T, echelle, 1, 3), OPTIONAL_INT(struct T, echelon, 1, 30), OPTIONAL_INT(struct T, indice, 1, 9999), OPTIONAL_ID(struct T, corps), \
	OPTIONAL_DATE(struct T, fin), OPTIONAL_CHOICE(struct T, categorie, "A|B|C|D|E"), OPTIONAL_TEXT(struct T, structure, 120), OPTIONAL_TEXT(struct T, statut, 20), \
	OPTIONAL_TEXT(struct T, position, 30), OPTIONAL_TEXT(struct T, observation, 300)

const struct field ACT_INPUT[] = { FIELD_ID(struct act_input, projet), OPTIONAL_INT(struct act_input, page, 1, 10000), OPTIONAL_CHOICE(struct act_input, vue, "tous|reserves"), FIELDS_END };
const struct field ACT_ALONE[] = { FIELD_ID(struct act_input, projet), FIELDS_END };
const struct field ACT_LIST_INPUT[] = { OPTIONAL_CHOICE(struct act_list_input, etat, "projet|visa|signature|scellement|publie|abandonne"), OPTIONAL_TEXT(struct act_list_input, q, 100),
	OPTIONAL_INT(struct act_list_input, page, 1, 10000), FIELDS_END };
const struct field ACT_NEW_INPUT[] = { FIELD_TEXT(struct act_new_input, modele, 60), FIELD_ID(struct act_new_input, structure), OPTIONAL_TEXT(struct act_new_input, objet, 300),
	OPTIONAL_TEXT(struct act_new_input, matricule, 20), OPTIONAL_DATE(struct act_new_input, effet), FIELDS_END };
const struct field ACT_NEW_PAGE_INPUT[] = { OPTIONAL_TEXT(struct act_new_input, matricule, 20), OPTIONAL_DATE(struct act_new_input, effet), FIELDS_END };
const struct field ACT_SUBMIT_INPUT[] = { FIELD_ID(struct act_submit_input, projet), FIELD_INT(struct act_submit_input, version, 1, INT32_MAX), FIELDS_END };
const struct field ACT_TEXT_INPUT[] = { FIELD_ID(struct act_subject_input, projet), FIELD_INT(struct act_subject_input, version, 1, INT32_MAX), FIELD_TEXT(struct act_subject_input, objet, 300), OPTIONAL_LINES(struct act_subject_input, visas, 20000),
	FIELD_LINES(struct act_subject_input, articles, 20000), OPTIONAL_LINES(struct act_subject_input, ampliations, 4000), FIELDS_END };
const struct field ACT_WHY_INPUT[] = { FIELD_ID(struct act_why_input, projet), FIELD_LINES(struct act_why_input, motif, 500), FIELDS_END };
const struct field ACT_ABANDON_INPUT[] = { FIELD_ID(struct act_why_input, projet), OPTIONAL_LINES(struct act_why_input, motif, 500), FIELDS_END };
const struct field ACT_APPROVE_INPUT[] = { FIELD_ID(struct act_approve_input, projet), FIELD_TEXT(struct act_approve_input, empreinte, 64), FIELDS_END };
const struct field ACT_CORRECT_INPUT[] = { FIELD_ID(struct act_correct_input, projet), FIELD_ID(struct act_correct_input, acte),
	FIELD_CHOICE(struct act_correct_input, correction, "remplace|annule"), FIELDS_END };
const struct field ACT_LINE_PAGE_INPUT[] = { FIELD_ID(struct act_line_input, projet), FIELD_ID(struct act_line_input, ligne), FIELDS_END };
const struct field ACT_LINE_INPUT[] = { FIELD_ID(struct act_line_input, projet), FIELD_ID(struct act_line_input, ligne), FIELD_DATE(struct act_line_input, effet), LINE_FIELDS(act_line_input),
	FIELDS_END };
const struct field ACT_AGENTS_INPUT[] = { FIELD_ID(struct act_agents_input, projet), OPTIONAL_DATE(struct act_agents_input, effet), OPTIONAL_LINES(struct act_agents_input, liste, 400000),
	OPTIONAL_TEXTS(struct act_agents_input, coches, 30, 50), OPTIONAL_FILE(struct act_agents_input, fichier, ACTS_FILE_MOST), LINE_FIELDS(act_agents_input), FIELDS_END };
const struct field ACT_SEARCH_INPUT[] = { FIELD_ID(struct act_search_input, projet), FIELD_TEXT(struct act_search_input, q, 100), FIELDS_END };
const struct field ACT_WAITING_INPUT[] = { OPTIONAL_INT(struct act_list_input, page, 1, 10000), FIELDS_END };
const struct field ACT_MANY_INPUT[] = { FIELD_CHOICE(struct act_many_input, geste, "visa|signature"), FIELD_TEXTS(struct act_many_input, actes, 100, 200), FIELDS_END };
const struct field ACT_DELEGATE_INPUT[] = { FIELD_TEXT(struct act_delegate_input, a_qui, 254), FIELD_TEXT(struct act_delegate_input, reference, 200), FIELD_DATE(struct act_delegate_input, debut),
	FIELD_DATE(struct act_delegate_input, fin), FIELDS_END };
const struct field ACT_DELEGATION_INPUT[] = { FIELD_ID(struct act_delegation_input, delegation), FIELDS_END };
const struct field ACT_COPY_INPUT[] = { FIELD_ID(struct act_copy_input, acte), FIELDS_END };

const struct query ACT_BASKETS = { "select * from acts_api.baskets()" };
const struct query ACT_LIST = { "select * from acts_api.acts_of_mine($1, $2, $3, $4)" };
const struct query ACT_MODELS = { "select * from acts_api.models_for()", .shows = "MODELS", .keeps = "modele MODELS.MODEL_CODE" };
const struct query ACT_ISSUERS = { "select * from acts_api.issuers_for()", .shows = "ISSUERS", .keeps = "structure ISSUERS.STRUCTURE_ID" };
const struct query ACT_NEW = { "select * from acts_api.new_draft($1, $2, $3, $4, $5)", .takes = "modele structure objet matricule effet" };
const struct query ACT_ONE = { "select * from acts_api.one($1)", .takes = "projet", .shows = "." };
const struct query ACT_PARTS = { "select * from acts_api.parts_of($1)", .takes = "projet" };
const struct query ACT_LINES = { "select * from acts_api.lines_of($1, $2, $3, $4)" };
const struct query ACT_REJECTS = { "select * from acts_api.rejects_of($1)" };
const struct query ACT_THREAD = { "select * from acts_api.thread_of($1)", .shows = "THREAD" };
const struct query ACT_STEPS = { "select * from acts_api.steps_of($1)", .shows = "STEPS" };
const struct query ACT_MINE = { "select * from acts_api.mine_to_approve($1)" };
const struct query ACT_SUBJECT = { "select acts_api.set_subject($1, $2, $3::int)" };
const struct query ACT_SET_PARTS = { "select acts_api.set_parts($1, $2, $3, $4)" };
const struct query ACT_ADD = { "select * from acts_api.add_lines($1, $2::text::jsonb)" };
const struct query ACT_FIND = { "select * from acts_api.find_agents($1)" };
const struct query ACT_LINE = { "select * from acts_api.line_one($1, $2)", .takes = "projet ligne" };
const struct query ACT_SET_LINE = { "select acts_api.set_line($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)" };
const struct query ACT_DROP_LINE = { "select acts_api.drop_line($1, $2)", .takes = "projet ligne" };
const struct query ACT_DROP_REFUSED = { "select * from acts_api.drop_refused($1)", .takes = "projet" };
const struct query ACT_DISMISS = { "select acts_api.dismiss_rejects($1)", .takes = "projet" };
const struct query ACT_ABANDON = { "select acts_api.abandon($1, $2)", .takes = "projet motif" };
const struct query ACT_SUBMIT = { "select acts_api.submit($1, $2::int)", .takes = "projet version" };
const struct query ACT_WITHDRAW = { "select acts_api.withdraw($1)", .takes = "projet" };
const struct query ACT_AGAIN = { "select acts_api.seal_again($1)", .takes = "projet" };
const struct query ACT_CORRECT = { "select * from acts_api.new_correction($1, $2)", .takes = "acte correction" };
const struct query ACT_CORPS = { "select * from acts_api.corps_choices()" };
const struct query ACT_STATUSES = { "select * from acts_api.status_choices()" };
const struct query ACT_POSITIONS = { "select * from acts_api.position_choices()" };
const struct query ACT_EXPORT = { "select * from acts_api.lines_of($1, false, 20000, 0)", .takes = "projet" };
const struct query ACT_WAITING = { "select * from acts_api.waiting_for_me($1, $2)" };
const struct query ACT_VISA = { "select acts_api.visa($1, $2)", .takes = "projet empreinte" };
const struct query ACT_SIGN = { "select acts_api.sign($1, $2)", .takes = "projet empreinte" };
const struct query ACT_BACK = { "select acts_api.send_back($1, $2)", .takes = "projet motif" };
const struct query ACT_MANY = { "select * from acts_api.approve_many($1, $2::text::bigint[], $3::text::text[])" };
const struct query ACT_DELEGATIONS = { "select * from acts_api.my_delegations()", .shows = "DELEGATIONS" };
const struct query ACT_DELEGATE = { "select acts_api.delegate($1, $2, $3, $4)", .takes = "a_qui reference debut fin" };
const struct query ACT_END_DELEGATION = { "select acts_api.end_delegation($1)", .takes = "delegation" };
const struct query ACT_PREVIEW = { "select * from acts_api.preview($1)", .takes = "projet" };
const struct query ACT_PREVIEW_PARTS = { "select * from acts_api.preview_parts($1)", .takes = "projet" };
const struct query ACT_PREVIEW_LINES = { "select * from acts_api.preview_lines($1)", .takes = "projet" };
const struct query ACT_COPY = { "select * from acts_api.my_copy($1)", .takes = "acte" };
const struct query ACT_COPY_PARTS = { "select * from acts_api.my_copy_parts($1)", .takes = "acte" };
const struct query ACT_COPY_LINES = { "select * from acts_api.my_copy_lines($1)", .takes = "acte" };
const struct query ACT_KEEP_COPY = { "select * from acts_api.keep_copy($1, $2, $3::int)" };

#define DRAFT INPUT(struct act_input, ACT_ALONE)
#define BACK_TO_DRAFT .done = "/actes/{projet}"
static const struct route routes[] = {
	{ METHOD_GET, "/actes", WORK, INPUT(struct act_list_input, ACT_LIST_INPUT), act_list_ask, QUERIES(&ACT_BASKETS, &ACT_LIST), .answer = act_list_answer, .page = "acts/list",
	  .on_problem = "/actes", .queue = QUEUE_SEARCH },
	{ METHOD_GET, "/actes/nouveau", WORK, INPUT(struct act_new_input, ACT_NEW_PAGE_INPUT), QUERIES(&ACT_MODELS, &ACT_ISSUERS), .answer = act_new_answer, .page = "acts/new" },
	{ METHOD_POST, "/actes/nouveau", WORK, INPUT(struct act_new_input, ACT_NEW_INPUT), QUERIES(&ACT_NEW), .answer = act_correct_answer, .on_problem = "/actes/nouveau", .done = "/actes" },
	{ METHOD_GET, "/actes/{projet}", WORK, INPUT(struct act_input, ACT_INPUT), act_ask,
	  QUERIES(&ACT_ONE, &ACT_PARTS, &ACT_LINES, &ACT_REJECTS, &ACT_THREAD, &ACT_STEPS, &ACT_MINE), .answer = act_answer, .page = "acts/one", .queue = QUEUE_SEARCH },
	{ METHOD_GET, "/actes/{projet}/texte", WORK, DRAFT, QUERIES(&ACT_ONE, &ACT_PARTS), .answer = act_text_answer, .page = "acts/text" },
	{ METHOD_POST, "/actes/{projet}/texte", WORK, INPUT(struct act_subject_input, ACT_TEXT_INPUT), act_text_ask, QUERIES(&ACT_SUBJECT, &ACT_SET_PARTS),
	  .on_problem = "/actes/{projet}/texte", BACK_TO_DRAFT },
	{ METHOD_GET, "/actes/{projet}/agents", WORK, DRAFT, act_agents_page_ask, QUERIES(&ACT_ONE, &ACT_CORPS, &ACT_STATUSES, &ACT_POSITIONS), .answer = act_agents_page_answer,
	  .page = "acts/agents" },
	{ METHOD_POST, "/actes/{projet}/agents/recherche", WORK, INPUT(struct act_search_input, ACT_SEARCH_INPUT), act_search_ask,
	  QUERIES(&ACT_ONE, &ACT_FIND, &ACT_CORPS, &ACT_STATUSES, &ACT_POSITIONS), .answer = act_search_answer, .page = "acts/agents", .on_problem = "/actes/{projet}/agents",
	  .flags = ROUTE_NO_KEY, .queue = QUEUE_SEARCH },
	{ METHOD_POST, "/actes/{projet}/agents", WORK, INPUT(struct act_agents_input, ACT_AGENTS_INPUT), act_agents_ask, QUERIES(&ACT_ONE, &ACT_ADD), act_agents_then, act_agents_answer,
	  .on_problem = "/actes/{projet}/agents", BACK_TO_DRAFT, .queue = QUEUE_SLOW, .body_most = ACTS_FILE_MOST + 512 * 1024 },
	{ METHOD_GET, "/actes/{projet}/lignes/{ligne}", WORK, INPUT(struct act_line_input, ACT_LINE_PAGE_INPUT), act_line_ask,
	  QUERIES(&ACT_ONE, &ACT_LINE, &ACT_CORPS, &ACT_STATUSES, &ACT_POSITIONS), .answer = act_line_answer, .page = "acts/line" },
	{ METHOD_POST, "/actes/{projet}/lignes/{ligne}", WORK, INPUT(struct act_line_input, ACT_LINE_INPUT), act_set_line_ask, QUERIES(&ACT_SET_LINE),
	  .on_problem = "/actes/{projet}/lignes/{ligne}", BACK_TO_DRAFT },
	{ METHOD_POST, "/actes/{projet}/lignes/{ligne}/retirer", WORK, INPUT(struct act_line_input, ACT_LINE_PAGE_INPUT), QUERIES(&ACT_DROP_LINE), BACK_TO_DRAFT },
	{ METHOD_POST, "/actes/{projet}/retirer-refus", WORK, DRAFT, QUERIES(&ACT_DROP_REFUSED), BACK_TO_DRAFT },
	{ METHOD_POST, "/actes/{projet}/oublier-rejets", WORK, DRAFT, QUERIES(&ACT_DISMISS), BACK_TO_DRAFT },
	{ METHOD_POST, "/actes/{projet}/circuit", WORK, INPUT(struct act_submit_input, ACT_SUBMIT_INPUT), QUERIES(&ACT_SUBMIT), BACK_TO_DRAFT },
	{ METHOD_POST, "/actes/{projet}/reprendre", WORK, DRAFT, QUERIES(&ACT_WITHDRAW), BACK_TO_DRAFT },
	{ METHOD_POST, "/actes/{projet}/abandonner", WORK, INPUT(struct act_why_input, ACT_ABANDON_INPUT), QUERIES(&ACT_ABANDON), BACK_TO_DRAFT },
	{ METHOD_POST, "/actes/{projet}/sceller", WORK, DRAFT, QUERIES(&ACT_AGAIN), BACK_TO_DRAFT },
	{ METHOD_POST, "/actes/{projet}/corriger", WORK, INPUT(struct act_correct_input, ACT_CORRECT_INPUT), QUERIES(&ACT_CORRECT), .answer = act_correct_answer, BACK_TO_DRAFT },
	{ METHOD_GET, "/actes/{projet}/projet.pdf", WORK, DRAFT, QUERIES(&ACT_PREVIEW, &ACT_PREVIEW_PARTS, &ACT_PREVIEW_LINES), .answer = act_preview_answer, .queue = QUEUE_SLOW },
	{ METHOD_GET, "/actes/{projet}/acte.pdf", WORK, DRAFT, QUERIES(&ACT_PREVIEW), .answer = act_sealed_answer, .queue = QUEUE_SLOW },
	{ METHOD_GET, "/actes/{projet}/agents.xlsx", WORK, DRAFT, QUERIES(&ACT_ONE, &ACT_EXPORT), .answer = act_export_answer, .queue = QUEUE_SLOW },

	{ METHOD_POST, "/actes/{projet}/viser", SIGN, INPUT(struct act_approve_input, ACT_APPROVE_INPUT), QUERIES(&ACT_VISA), .done = "/parapheur?fait=visa-donne" },
	{ METHOD_POST, "/actes/{projet}/signer", SIGN, INPUT(struct act_approve_input, ACT_APPROVE_INPUT), QUERIES(&ACT_SIGN), BACK_TO_DRAFT },
	{ METHOD_POST, "/actes/{projet}/renvoyer", SIGN, INPUT(struct act_why_input, ACT_WHY_INPUT), QUERIES(&ACT_BACK), .on_problem = "/actes/{projet}", .done = "/parapheur?fait=acte-renvoye" },
	{ METHOD_GET, "/parapheur", SIGN, INPUT(struct act_list_input, ACT_WAITING_INPUT), act_waiting_ask, QUERIES(&ACT_WAITING), .answer = act_waiting_answer, .page = "acts/waiting",
	  .queue = QUEUE_SEARCH },
	{ METHOD_POST, "/parapheur", SIGN, INPUT(struct act_many_input, ACT_MANY_INPUT), act_many_ask, QUERIES(&ACT_MANY), .answer = act_many_answer, .on_problem = "/parapheur",
	  .done = "/parapheur" },
	{ METHOD_GET, "/parapheur/delegations", SIGN, QUERIES(&ACT_DELEGATIONS), .page = "acts/delegations" },
	{ METHOD_POST, "/parapheur/delegations", SIGN, INPUT(struct act_delegate_input, ACT_DELEGATE_INPUT), QUERIES(&ACT_DELEGATE), .on_problem = "/parapheur/delegations",
	  .done = "/parapheur/delegations?fait=delegation-donnee" },
	{ METHOD_POST, "/parapheur/delegations/{delegation}/fin", SIGN, INPUT(struct act_delegation_input, ACT_DELEGATION_INPUT), QUERIES(&ACT_END_DELEGATION),
	  .done = "/parapheur/delegations?fait=delegation-finie" },

	{ METHOD_GET, "/carriere/actes/{acte}/copie.pdf", &CAREER_OWN, INPUT(struct act_copy_input, ACT_COPY_INPUT), act_copy_ask, QUERIES(&ACT_COPY, &ACT_COPY_PARTS, &ACT_COPY_LINES, &ACT_KEEP_COPY),
	  .then = act_copy_then, .answer = act_copy_answer, .flags = ROUTE_RECORDS, .queue = QUEUE_SLOW },
	ROUTES_END,
};
const struct service acts_service = { "acts", routes };
