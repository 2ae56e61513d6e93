/* Requests, the person's side: filing step by step, following, completing, contesting. */
#include "guichet/app.h"

static const struct route routes[] = {
	ROUTES_END,
};
const struct service requests_service = { "requests", routes };
