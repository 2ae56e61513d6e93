/* The clerk's pages: what their files share. */
#ifndef CAREER_CLERK_H
#define CAREER_CLERK_H
#include "guichet/app.h"

#define CLERK_SORTS   "nom|matricule|retraite"
#define CLERK_REASONS "demande|acte|controle|pension|archives|autre"
#define CLERK_PAGE    50      /* agents of a list; the same in career_api.search_head */
#define CLERK_ACTS    100

/* A page of a file, and the list it was reached from: search, order, place in it. */
struct file_input {
	int64_t agent, acte;
	int64_t recherche, rang;
	int64_t page;
	str     tri, vue;
	str     motif, precision;
};

struct list_input {
	int64_t recherche, page;
	str     tri;
	str     format, motif, precision;
};

/* The reason in words, as the person will read it: "Contrôle : rapprochement avec la solde". */
struct problem clerk_reason(const struct request *req, str motif, str precision, str *reason);

ask_fn    clerk_search_ask, clerk_list_ask, clerk_cover_ask, clerk_open_ask, clerk_file_ask, clerk_export_ask;
answer_fn clerk_search_answer, clerk_list_answer, clerk_keep_answer, clerk_cover_answer, clerk_file_answer, clerk_act_answer,
	clerk_service_answer, clerk_export_answer;
#endif
