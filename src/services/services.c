/* The catalogue: services by theme, by event of life and by words, their sheets, and who publishes them. */
#include "guichet/app.h"

static const struct route routes[] = {
	ROUTES_END,
};
const struct service services_service = { "services", routes };
