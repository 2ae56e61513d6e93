/* The beginning of a file: its columns, a few of their values, and what each one probably is. */
#ifndef GUICHET_IMPORTS_HEAD_H
#define GUICHET_IMPORTS_HEAD_H
#include "guichet/columns.h"

/* What imports_api.send takes as `about`, in JSON; `month` of a payer's file, else absent. PROBLEM_INPUT for a file that cannot be read as a table. */
struct problem head_read(struct arena *arena, enum column_file file, str bytes, struct date month, str *about);
#endif
