/* Imports of personnel files: what main.c wires. */
#ifndef GUICHET_IMPORTS_IMPORTS_H
#define GUICHET_IMPORTS_IMPORTS_H
#include "guichet/job.h"

/* The kinds of job of this service, ended by an entry without name. */
extern const struct job_kind imports_jobs[];
/* guichet import --kind personnel|acts|paye [--month AAAA-MM, of a payer's file] FILE [--profile NAME] [--dry-run] [--yes] [--good-lines]
 * Exit status: 0 all is well, 1 lines are wrong or nothing could be written, 2 wrong use. */
int import_command(const struct config *config, int argc, char **argv);
#endif
