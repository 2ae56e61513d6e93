/* Requests, the desk's side: baskets, files, what a desk does with them. */
#include "guichet/app.h"

static const struct route routes[] = {
	ROUTES_END,
};
const struct service requests_desk_service = { "requests", routes };
