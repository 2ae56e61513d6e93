/* Inside requests/: the desk's pages. */
#ifndef GUICHET_REQUESTS_DESK_H
#define GUICHET_REQUESTS_DESK_H
#include "guichet/app.h"

/* What a basket shows: it stands in the address, so that a filter is kept by keeping the address. */
struct basket_input { str corbeille; str bureau; str service; bool retard; bool miennes; str tri; int64_t suite; int64_t lot; int64_t refus; str format; };
struct desk_input { int64_t demande; str onglet; };
struct note_input { int64_t demande; str message; bool interne; };
struct assign_input { int64_t demande; str cible; str note; };
struct ask_input { int64_t demande; str piece; str note; };
struct opinion_input { int64_t demande; str aupres; str question; };
struct verdict_input { int64_t demande; int64_t avis; str verdict; str reponse; };
struct propose_input { int64_t demande; str issue; str texte; str motif; str geste; };
struct approve_input { int64_t demande; int64_t version; };
struct words_input { int64_t demande; str mots; str decision; };
struct batch_input { struct texts d; str geste; str retour; };
struct keep_input { str nom; str filtre; };
struct unkeep_input { int64_t filtre; };
struct away_input { struct date debut; struct date fin; str cible; };
struct back_input { int64_t absence; };
struct join_input { int64_t demande; int64_t acte; };
struct case_input { int64_t cas; str suite; };
extern const struct field BASKET_INPUT[], DESK_INPUT[], TAKE_INPUT[], NOTE_INPUT[], ASSIGN_INPUT[], ASK_INPUT[], OPINION_INPUT[], VERDICT_INPUT[], PROPOSE_INPUT[], APPROVE_INPUT[],
	WORDS_INPUT[], BATCH_INPUT[], KEEP_INPUT[], UNKEEP_INPUT[], AWAY_INPUT[], BACK_INPUT[], CASE_INPUT[], JOIN_INPUT[];
extern const struct query BASKETS, BASKET, BASKET_SERVICES, MY_STRUCTURES, KEPT, KEEP, UNKEEP, OPEN_FILE, NEIGHBOURS, DESK_THREAD, DESK_PATH, DESK_COMPLEMENTS, DESK_OPINIONS, REASONS, TARGETS,
	DESK_PIECES, DESK_LINES, DESK_CLOCK, TAKE, ASSIGN, ASK_PIECE, ASK_OPINION, GIVE_OPINION, PROPOSE, APPROVE, SEND_BACK, WRITE_NOTE, JUDGE, REOPEN, BATCH, ABSENCES, COLLEAGUES,
	BE_AWAY, BE_BACK, CASES, CLOSE_CASE, PAPERED_ACTS, HAND, JOIN_ACT;

/* The address of a basket with its filters, and `more` at its end. */
str basket_query(const struct request *req, const struct basket_input *in);

ask_fn basket_ask, export_ask, take_ask, assign_ask, ask_piece_ask, opinion_ask, verdict_ask, propose_ask, visa_ask, sign_ask, back_ask, note_ask, judge_ask, reopen_ask, batch_ask,
	keep_ask, unkeep_ask, hand_ask, join_ask, away_ask, be_back_ask, case_ask;
answer_fn basket_answer, export_answer, desk_answer;
#endif
