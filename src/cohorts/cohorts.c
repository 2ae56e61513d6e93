/* Routes of the service: departures of the years ahead, and the indicators of pensions. */
#include "departs.h"
#include "indicators.h"

static const struct route routes[] = {
	{ METHOD_GET, "/pensions/departs", &PENSIONS_DESK, INPUT(struct departs_input, DEPARTS_FIELDS), .ask = departs_ask,
	  QUERIES(&DEPARTS_HEAD, &DEPARTS_COUNTS, &DEPARTS_TOTAL, &DEPARTS_LIST, &DEPARTS_CHOICES), .then = departs_then, .answer = departs_answer, .page = "cohorts/departs",
	  .on_problem = "/pensions/departs", .queue = QUEUE_SEARCH },
	{ METHOD_GET, "/pensions/departs/export", &PENSIONS_DESK, INPUT(struct departs_input, DEPARTS_EXPORT_PAGE_FIELDS), .ask = departs_export_page_ask,
	  QUERIES(&DEPARTS_HEAD, &DEPARTS_TOTAL), .answer = departs_export_page_answer, .page = "cohorts/export" },
	{ METHOD_POST, "/pensions/departs/export", &PENSIONS_DESK, INPUT(struct departs_input, DEPARTS_EXPORT_FIELDS), .ask = departs_export_ask,
	  QUERIES(&DEPARTS_ALLOW, &DEPARTS_EXPORT), .answer = departs_export_answer, .on_problem = "/pensions/departs/export", .flags = ROUTE_NO_KEY, .queue = QUEUE_SLOW },
	{ METHOD_GET, "/pensions/indicateurs", &PENSIONS_DESK, INPUT(struct indicators_input, INDICATORS_FIELDS), .ask = indicators_ask,
	  QUERIES(&INDICATORS_FIGURES, &INDICATORS_LATE, &INDICATORS_ROWS), .then = indicators_then, .answer = indicators_answer, .page = "cohorts/indicators",
	  .on_problem = "/pensions/indicateurs", .queue = QUEUE_SEARCH },
	{ METHOD_GET, "/pensions/indicateurs/export", &PENSIONS_DESK, INPUT(struct indicators_input, INDICATORS_EXPORT_FIELDS), .ask = indicators_export_ask,
	  QUERIES(&INDICATORS_FIGURES, &INDICATORS_LATE), .answer = indicators_export_answer, .queue = QUEUE_SLOW },
	ROUTES_END,
};
extern const struct service cohorts_service;
const struct service cohorts_service = { "cohorts", routes };
