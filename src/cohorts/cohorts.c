/* Routes of the service: departures of the years ahead, and the indicators of pensions. */
#include "guichet/app.h"

static const struct route routes[] = {
	ROUTES_END,
};
extern const struct service cohorts_service;
const struct service cohorts_service = { "cohorts", routes };
