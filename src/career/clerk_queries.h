/* What the clerk's pages ask: every statement, beside the routes that use it. */
#ifndef CAREER_CLERK_QUERIES_H
#define CAREER_CLERK_QUERIES_H
#include "guichet/app.h"

struct search_input {
	str     q, statut, categorie, position;
	int64_t structure, corps;
	bool    lacunes, retraite;
};
struct keep_input {
	int64_t recherche;
	str     geste;
};

extern const struct field CLERK_SEARCH_FIELDS[];
extern const struct query CLERK_HEAD, CLERK_FOUND, CLERK_RECENT, CLERK_STRUCTURES, CLERK_CORPS, CLERK_CODES, CLERK_KEEP, CLERK_MARK;
extern const struct query CLERK_COVER, CLERK_OPEN, CLERK_RECEIPT, CLERK_ENTER, CLERK_FILE, CLERK_CONTACTS, CLERK_GAPS,
	CLERK_SITUATIONS, CLERK_RETIREMENT, CLERK_FILE_ACTS, CLERK_AROUND, CLERK_ACT, CLERK_LINES, CLERK_REACH, CLERK_OTHERS, CLERK_SERVICE;
extern const struct query CLERK_EXPORT_HEAD, CLERK_EXPORT;
#endif
