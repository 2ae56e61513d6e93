/* Invented people and careers, to show and to judge the portal: never loaded beside real agents. */
#ifndef GUICHET_DEMO_DEMO_H
#define GUICHET_DEMO_DEMO_H
#include "guichet/config.h"

/* Loads the scale "demo" (a few hundred persons with telling stories) or "national" (125,000 careers, 1.5 million lines of
 * acts) into a migrated database, all in one transaction, and writes the accounts to <var>/demo/accounts.csv. Loading the
 * same scale again only rewrites that file. `keep_quiet` prints neither progress nor the table of accounts.
 * Returns the exit status of the process: 0 when the data are there. */
int demo_run(const struct config *config, str scale, bool keep_quiet);
#endif
