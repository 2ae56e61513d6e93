/* What can be verified or told from the table of routes alone, and from the database behind it. */
#ifndef GUICHET_APP_CHECK_H
#define GUICHET_APP_CHECK_H
#include "app/app.h"

/* Every statement prepares under its permission's role; its parameters have the types of the fields it takes; its
 * columns are known to the page; permissions in C and in SQL are the same. Complaints go to standard error. */
bool check_statements(const struct app *app, const char *owner_dsn);
/* method, path, permission, service, flags: separated by tabs. */
void check_print_routes(const struct app *app);
/* role, permission, method, path, statement: what each role reaches. */
bool check_print_audit(const struct app *app, const char *owner_dsn);
#endif
