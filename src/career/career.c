/* The careers of State agents: every route of the service. An agent's own pages, then a clerk's. */
#include "career/own.h"

static const struct route routes[] = {
	{ METHOD_GET, "/carriere", &CAREER_OWN, .ask = own_front_ask, QUERIES(&OWN_FRONT, &OWN_LATEST, &OWN_PATH, &OWN_SEEN_LATEST),
	  .answer = own_front_answer, .page = "career/front" },
	{ METHOD_GET, "/carriere/parcours", &CAREER_OWN, QUERIES(&OWN_AGENT, &OWN_PATH, &OWN_SITUATIONS, &OWN_GAPS),
	  .answer = own_path_answer, .page = "career/path" },
	{ METHOD_GET, "/carriere/actes", &CAREER_OWN, INPUT(struct own_acts_input, OWN_ACTS_FIELDS), .ask = own_acts_ask,
	  QUERIES(&OWN_AGENT, &OWN_KINDS, &OWN_ACTS), .answer = own_acts_answer, .page = "career/acts", .on_problem = "/carriere/actes" },
	{ METHOD_GET, "/carriere/actes/{acte}", &CAREER_OWN, INPUT(struct own_act_input, OWN_ACT_FIELDS), QUERIES(&OWN_LINES, &OWN_LINKS),
	  .answer = own_act_answer, .page = "career/act" },
	{ METHOD_GET, "/carriere/etat-des-services", &CAREER_OWN, QUERIES(&OWN_AGENT, &OWN_SERVICE, &OWN_TOTALS),
	  .answer = own_service_answer, .page = "career/service" },
	{ METHOD_GET, "/carriere/retraite", &CAREER_OWN, QUERIES(&OWN_AGENT, &OWN_RETIREMENT), .answer = own_retirement_answer,
	  .page = "career/retirement" },
	{ METHOD_GET, "/carriere/situation", &CAREER_OWN, INPUT(struct own_situation_input, OWN_SITUATION_FIELDS), .ask = own_situation_ask,
	  QUERIES(&OWN_AGENT, &OWN_SITUATION), .answer = own_situation_answer, .page = "career/situation",
	  .on_problem = "/carriere/situation" },
	{ METHOD_GET, "/carriere.csv", &CAREER_OWN, .ask = own_export_ask, QUERIES(&OWN_EXPORT), .answer = own_export_answer,
	  .queue = QUEUE_SLOW },
	{ METHOD_GET, "/carriere.xlsx", &CAREER_OWN, .ask = own_export_ask, QUERIES(&OWN_EXPORT), .answer = own_export_answer,
	  .queue = QUEUE_SLOW },
	{ METHOD_GET, "/consultations", &CAREER_OWN, INPUT(struct own_seen_input, OWN_SEEN_FIELDS), .ask = own_seen_ask, QUERIES(&OWN_SEEN),
	  .answer = own_seen_answer, .page = "career/seen", .on_problem = "/consultations" },

	ROUTES_END,
};
const struct service career_service = { "career", routes };
