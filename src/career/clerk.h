/* The clerk's pages: search the agents of the structures he serves, open a file for a reason, read it, export a list.
 * No name and no matricule ever stands in an address: a search is posted, kept, and known by its opaque number. */
#ifndef GUICHET_CAREER_CLERK_H
#define GUICHET_CAREER_CLERK_H
#include "guichet/app.h"

#define CLERK_SORTS   "nom|matricule|retraite"
#define CLERK_REASONS "demande|acte|controle|pension|archives|autre"
#define CLERK_PAGE    50      /* agents of a list; the same in career_api.search_head */
#define CLERK_ACTS    100

/* A page of a file, and the list it was reached from: search, order, place in it. */
struct clerk_file_input {
	int64_t agent, acte;
	int64_t recherche, rang;
	int64_t page;
	str     tri, vue;
	str     motif, precision;
};

struct clerk_list_input {
	int64_t recherche, page;
	str     tri;
	str     format, motif, precision;
};

extern const struct reasons CLERK_MOTIVES;

ask_fn    clerk_search_ask, clerk_list_ask, clerk_cover_ask, clerk_open_ask, clerk_file_ask, clerk_export_ask;
answer_fn clerk_search_answer, clerk_list_answer, clerk_keep_answer, clerk_cover_answer, clerk_file_answer, clerk_act_answer,
	clerk_service_answer, clerk_export_answer;

struct clerk_search_input {
	str     q, statut, categorie, position;
	int64_t structure, corps;
	bool    lacunes, retraite;
};
struct clerk_keep_input {
	int64_t recherche;
	str     geste;
};

extern const struct field CLERK_SEARCH_FIELDS[], CLERK_LIST_FIELDS[], CLERK_KEEP_FIELDS[], CLERK_COVER_FIELDS[], CLERK_OPEN_FIELDS[],
	CLERK_FILE_FIELDS[], CLERK_ACT_FIELDS[], CLERK_SERVICE_FIELDS[], CLERK_EXPORT_PAGE_FIELDS[], CLERK_EXPORT_FIELDS[];
extern const struct query CLERK_HEAD, CLERK_FOUND, CLERK_RECENT, CLERK_STRUCTURES, CLERK_CORPS, CLERK_CODES, CLERK_KEEP, CLERK_MARK;
extern const struct query CLERK_COVER, CLERK_OPEN, CLERK_RECEIPT, CLERK_ENTER, CLERK_FILE, CLERK_PATH, CLERK_GAPS,
	CLERK_SITUATIONS, CLERK_RETIREMENT, CLERK_FILE_ACTS, CLERK_AROUND, CLERK_ACT, CLERK_LINES, CLERK_REACH, CLERK_OTHERS, CLERK_PAPER, CLERK_SERVICE,
	CLERK_TOTALS;
extern const struct query CLERK_EXPORT_HEAD, CLERK_ALLOW_EXPORT, CLERK_EXPORT;
#endif
