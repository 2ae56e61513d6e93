/* Inside requests/: the person's pages of a request, and what is open to all. */
#ifndef GUICHET_REQUESTS_OWN_H
#define GUICHET_REQUESTS_OWN_H
#include "guichet/app.h"

struct code_input { str numero; str code; int64_t complement; };
struct page_input { int64_t page; };
struct own_input { int64_t demande; };
struct one_input { int64_t demande; int64_t complement; };
/* Signed in, of one of his requests; without an account, by number and code. */
struct complete_input { int64_t demande; str numero; str code; int64_t complement; str reponse; bool perdue; struct upload piece; };
struct say_input { int64_t demande; str message; };
struct contest_input { int64_t demande; str motifs; };
struct piece_input { int64_t demande; int64_t piece; int64_t page; };
struct follow_file_input { str numero; str code; int64_t piece; };
struct survey_input { str jeton; };
struct scores_input { str jeton; int64_t delai; int64_t resultat; int64_t accueil; int64_t organisation; str remarque; };
extern const struct field PAGE_INPUT[], OWN_INPUT[], ONE_INPUT[], COMPLETE_INPUT[], COMPLETE_OPEN_INPUT[], SAY_INPUT[], CONTEST_INPUT[], PIECE_INPUT[], PIECE_PAGE_INPUT[], FOLLOW_FILE_INPUT[], SURVEY_INPUT[], SCORES_INPUT[];
extern const struct query RECEIPT_LINES, FOLLOW, FOLLOW_THREAD, FOLLOW_PAPERS, FOLLOW_COMPLEMENTS, FOLLOW_FILE, MY_REQUESTS, MY_DRAFTS, MY_REQUEST, THREAD, COMPLEMENTS, PIECES, LINES, CLOCK, CONTEST, MAY_COMPLETE, COMPLETE, MAY_COMPLETE_OPEN, COMPLETE_OPEN, SAY,
	WITHDRAW, RESUME, CONTEST_IT, FILE_OF, DESK_FILE_OF, DELAYS, DESK_DELAYS, SATISFACTION, SURVEY, ANSWER_SURVEY;

/* What is asked and has not come: one of them with its form (COMPLEMENT), `chosen` or else the first; the others by name (OTHERS). */
void draw_complements(const struct request *req, const struct rows *asked, int64_t chosen, struct page *page);
/* One square a working day (kind: nous, vous, reste), as rows SQUARES of the page with X and the class PAINT. */
void draw_clock(const struct request *req, const struct rows *days, struct page *page);

ask_fn  receipt_ask, follow_ask, list_own_ask, complete_ask, complete_open_ask, say_ask, withdraw_ask, resume_ask, contest_ask, follow_file_ask;
then_fn complete_then, complete_open_then;
answer_fn receipt_answer, follow_answer, filed_answer, erase_answer, schema_answer, list_own_answer, own_answer, delays_answer;
/* Of the person's pieces and of the desk's (pieces.c). */
answer_fn piece_answer, piece_view_answer, piece_image_answer, follow_file_answer;
#endif
