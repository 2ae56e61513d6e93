/* Routes of the service: a pensioner's life with his pension: certificates of life, changes, claims of survivors. */
#include "guichet/app.h"

static const struct route routes[] = {
	ROUTES_END,
};
extern const struct service pensioners_service;
const struct service pensioners_service = { "pensioners", routes };
