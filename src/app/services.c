/* The services of this portal, in the order of their names. Adding one = its folders and a line here. */
#include "guichet/app.h"

extern const struct service portal_service;

const struct service *const SERVICES[] = { &portal_service, NULL };
