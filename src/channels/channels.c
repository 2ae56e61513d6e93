/* Channels, the pages: what was sent to me and how I want it; texts of notices, figures and cost for administrators. */
#include "channels.h"

static const struct route routes[] = {
	ROUTES_END,
};
const struct service channels_service = { "channels", routes };
