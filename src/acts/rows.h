/* The rows of a list of agents, as acts_api.add_lines reads them: ticked, pasted or from a spreadsheet, to one JSON text. No
 * clock, no database: what a stranger wrote goes in, and a row that cannot be read says why instead of being dropped. */
#ifndef GUICHET_ACTS_ROWS_H
#define GUICHET_ACTS_ROWS_H
#include <jansson.h>

#include "pages.h"

enum { ACT_ROWS_MOST = 20000 };

struct act_rows {
	struct arena *arena;
	const struct act_agents_input *in;   /* what the form says of everybody */
	json_t *rows;
	int64_t n;
};

struct act_rows act_rows_new(struct arena *arena, const struct act_agents_input *in);
void            act_rows_tick(struct act_rows *list, str matricule);
/* One agent a line: "16620", "16620 ; 01/10/2026 ; A1-9", a table copied from elsewhere (names between are passed over), or
 * several numbers on one line. PROBLEM_INPUT acts.too_many_lines. */
struct problem  act_rows_pasted(struct act_rows *list, str text);
/* CSV or XLSX; columns recognised by their titles and values. PROBLEM_INPUT without a column of staff numbers. */
struct problem  act_rows_sheet(struct act_rows *list, str bytes);
/* Writes the text in the arena unless `json` is NULL, and frees. */
void            act_rows_end(struct act_rows *list, str *json);
#endif
