/* Routes of the service. */
#include "own.h"

static const struct route routes[] = {
	{ METHOD_GET, "/carriere/pension", &CAREER_OWN, INPUT(struct pension_input, PENSION_FIELDS),
	  QUERIES(&PENSION_PERSON, &PENSION_SERVICES, &PENSION_FACTS, &PENSION_PARAMETERS, &PENSION_GAPS), .then = pension_then, .answer = pension_answer,
	  .page = "pensions/own", .on_problem = "/carriere/pension" },
	ROUTES_END,
};
const struct service pensions_service = { "pensions", routes };
