/* The services of this portal, in the order of their names. Adding one = its folders and a line here. */
#include "guichet/app.h"

extern const struct service accounts_service, career_service, imports_service, portal_service;

const struct service *const SERVICES[] = { &accounts_service, &career_service, &imports_service, &portal_service, NULL };
