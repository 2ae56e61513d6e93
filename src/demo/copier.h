/* Rows on their way to COPY: values are appended to one buffer, sent a megabyte at a time. */
#ifndef GUICHET_DEMO_COPIER_H
#define GUICHET_DEMO_COPIER_H
#include "guichet/work.h"

struct copier {
	struct work *work;
	char        *bytes;
	size_t       used;
	bool         ok, row_begun;
};
bool copier_begin(struct copier *copier, struct work *work, struct arena *arena, const char *copy_statement);
void copier_text(struct copier *copier, str text);          /* escaped; absent is NULL; at most 64 kB */
void copier_int(struct copier *copier, int64_t number);
void copier_id(struct copier *copier, int64_t number);      /* 0 is NULL */
void copier_day(struct copier *copier, int32_t day);        /* NO_DAY is NULL */
void copier_row(struct copier *copier);                     /* ends the row */
bool copier_end(struct copier *copier);
#endif
