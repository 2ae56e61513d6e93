/* Routes of the service. */
#include "files.h"
#include "own.h"

#define DESK &PENSIONS_DESK

static const struct route routes[] = {
	/* Files: the desk, then the agent. */
	{ METHOD_GET, "/pensions", DESK, INPUT(struct files_list_input, FILES_LIST_FIELDS), files_list_ask,
	  QUERIES(&FILES_TALLY, &FILES_QUARTERS, &FILES_UNKNOWN, &FILES_TRAYS, &FILES_BASKET), .answer = files_list_answer, .page = "pensions/files", .queue = QUEUE_SEARCH },
	{ METHOD_POST, "/pensions/recherche", DESK, INPUT(struct files_find_input, FILES_FIND_FIELDS), QUERIES(&FILES_FIND), .answer = files_find_answer,
	  .page = "pensions/file-found", .on_problem = "/pensions", .flags = ROUTE_NO_KEY, .queue = QUEUE_SEARCH },
	{ METHOD_GET, "/pensions/liste", DESK, INPUT(struct files_list_input, FILES_EXPORT_FIELDS), files_export_ask, QUERIES(&FILES_EXPORT), .answer = files_export_answer,
	  .flags = ROUTE_RECORDS, .queue = QUEUE_SLOW },
	{ METHOD_GET, "/pensions/ouvrir", DESK, .page = "pensions/file-open" },
	{ METHOD_POST, "/pensions/ouvrir", DESK, INPUT(struct files_open_input, FILES_OPEN_FIELDS), QUERIES(&FILES_OPEN), .answer = files_open_answer,
	  .on_problem = "/pensions/ouvrir", .done = "/pensions" },
	{ METHOD_GET, "/pensions/dossiers/{dossier}", DESK, INPUT(struct files_one_input, FILES_ONE_FIELDS),
	  QUERIES(&FILES_ENTER, &FILES_HEAD, &FILES_TRACK, &FILES_MISSING, &FILES_EVENTS, &FILES_MOVES, &FILES_MAY, &FILES_SERVICES, &FILES_FACTS),
	  .answer = files_one_answer, .page = "pensions/file", .flags = ROUTE_RECORDS },
	{ METHOD_GET, "/pensions/dossiers/{dossier}/faits/{fait}", DESK, INPUT(struct files_one_input, FILES_PAPER_FIELDS), QUERIES(&FILES_PAPER),
	  .answer = files_paper_answer, .queue = QUEUE_SLOW },
	{ METHOD_POST, "/pensions/dossiers/{dossier}/etape", DESK, INPUT(struct files_step_input, FILES_STEP_FIELDS), QUERIES(&FILES_STEP),
	  .on_problem = "/pensions/dossiers/{dossier}", .done = "/pensions/dossiers/{dossier}?fait=pension_deplace" },
	{ METHOD_POST, "/pensions/dossiers/{dossier}/actes", DESK, INPUT(struct files_act_input, FILES_ACT_FIELDS), QUERIES(&FILES_ASK_ACT),
	  .on_problem = "/pensions/dossiers/{dossier}", .done = "/pensions/dossiers/{dossier}?fait=pension_demande" },
	{ METHOD_POST, "/pensions/dossiers/{dossier}/decision", DESK, INPUT(struct files_decision_input, FILES_DECISION_FIELDS), files_decision_ask, QUERIES(&FILES_SEEN, &FILES_DECIDE),
	  .then = files_decision_then, .on_problem = "/pensions/dossiers/{dossier}", .done = "/pensions/dossiers/{dossier}?fait=pension_decision", .queue = QUEUE_SLOW,
	  .body_most = FILE_BODY_MOST },
	{ METHOD_GET, "/carriere/pension/dossier", &CAREER_OWN, QUERIES(&FILES_MY_FILE, &FILES_MY_TRACK, &FILES_MY_MISSING, &FILES_MY_EVENTS, &FILES_MY_DOORS),
	  .answer = files_own_answer, .page = "pensions/file-own" },
	{ METHOD_GET, "/carriere/pension/dossier/actes/{acte}", &CAREER_OWN, INPUT(struct files_answer_input, FILES_ACT_ONE_FIELDS), QUERIES(&FILES_MAY_ANSWER),
	  .answer = files_act_answer, .page = "pensions/file-answer" },
	{ METHOD_POST, "/carriere/pension/dossier/actes/{acte}", &CAREER_OWN, INPUT(struct files_answer_input, FILES_ANSWER_FIELDS), files_answer_ask,
	  QUERIES(&FILES_MAY_ANSWER, &FILES_ANSWER), .then = files_answer_then, .on_problem = "/carriere/pension/dossier/actes/{acte}", .done = "/carriere/pension/dossier?fait=pension_reponse",
	  .queue = QUEUE_SLOW, .body_most = FILE_BODY_MOST },
	{ METHOD_GET, "/carriere/pension/dossier/demande", &CAREER_OWN, INPUT(struct files_door_input, FILES_DOOR_FIELDS), QUERIES(&FILES_MY_DOORS), .answer = files_door_answer,
	  .page = "pensions/file-ask" },
	{ METHOD_POST, "/carriere/pension/dossier/demande", &CAREER_OWN, INPUT(struct files_leave_input, FILES_LEAVE_FIELDS), files_leave_ask, QUERIES(&FILES_ASK_LEAVE),
	  .on_problem = "/carriere/pension/dossier/demande", .done = "/carriere/pension/dossier?fait=pension_depart", .queue = QUEUE_SLOW, .body_most = FILE_BODY_MOST },
	{ METHOD_GET, "/carriere/pension", &CAREER_OWN, INPUT(struct pension_input, PENSION_FIELDS),
	  QUERIES(&PENSION_PERSON, &PENSION_SERVICES, &PENSION_FACTS, &PENSION_PARAMETERS, &PENSION_GAPS), .then = pension_then, .answer = pension_answer,
	  .page = "pensions/own", .on_problem = "/carriere/pension" },
	ROUTES_END,
};
const struct service pensions_service = { "pensions", routes };
