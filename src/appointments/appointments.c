/* Appointments: a place at a desk, at an hour. */
#include "guichet/app.h"

static const struct route routes[] = {
	ROUTES_END,
};
const struct service appointments_service = { "appointments", routes };
