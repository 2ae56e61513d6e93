/* The inspectorate's journals: who opened which file, and what was done. */
#ifndef GUICHET_PORTAL_JOURNAL_H
#define GUICHET_PORTAL_JOURNAL_H
#include "guichet/app.h"

struct journal_input {
	int64_t avant;      /* rows before this one; absent: the latest */
	str     qui;        /* words of a name, of the viewer or of the person; absent: everybody */
};
extern const struct field JOURNAL_FIELDS[];
extern const struct query JOURNAL_VIEWS, JOURNAL_DEEDS;
answer_fn journal_answer;
#endif
