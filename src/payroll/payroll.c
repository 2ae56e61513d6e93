/* Routes of the service: the payer's files beside the careers. */
#include "guichet/app.h"

static const struct route routes[] = {
	ROUTES_END,
};
extern const struct service payroll_service;
const struct service payroll_service = { "payroll", routes };
