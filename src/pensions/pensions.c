/* Routes of the service. */
#include "guichet/app.h"

static const struct route routes[] = {
	ROUTES_END,
};
const struct service pensions_service = { "pensions", routes };
