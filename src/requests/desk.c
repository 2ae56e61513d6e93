/* Requests, the desk's side: baskets, one file, and every gesture on it. */
#include "desk.h"
#include "own.h"

#define DESK &REQUESTS_DESK
#define ONE_FILE QUERIES(&OPEN_FILE, &NEIGHBOURS, &DESK_THREAD, &DESK_PATH, &DESK_COMPLEMENTS, &DESK_OPINIONS, &REASONS, &TARGETS, &DESK_PIECES, &DESK_LINES, &DESK_CLOCK, &PAPERED_ACTS)
#define HERE "/corbeilles/{demande}"
#define BACK_HERE .on_problem = HERE, .done = HERE

static const struct route routes[] = {
	{ METHOD_GET, "/corbeilles", DESK, INPUT(struct basket_input, BASKET_INPUT), basket_ask, QUERIES(&BASKETS, &BASKET, &BASKET_SERVICES, &MY_STRUCTURES, &KEPT), .answer = basket_answer,
	  .page = "requests/basket", .queue = QUEUE_SEARCH },
	{ METHOD_GET, "/corbeilles/liste", DESK, INPUT(struct basket_input, BASKET_INPUT), export_ask, QUERIES(&BASKET), .answer = export_answer, .queue = QUEUE_SLOW },
	{ METHOD_POST, "/corbeilles/lot", DESK, INPUT(struct batch_input, BATCH_INPUT), batch_ask, QUERIES(&BATCH), .done = "/corbeilles" },
	{ METHOD_POST, "/corbeilles/filtres", DESK, INPUT(struct keep_input, KEEP_INPUT), keep_ask, QUERIES(&KEEP), .on_problem = "/corbeilles", .done = "/corbeilles" },
	{ METHOD_POST, "/corbeilles/filtres/{filtre}/oublier", DESK, INPUT(struct unkeep_input, UNKEEP_INPUT), unkeep_ask, QUERIES(&UNKEEP), .done = "/corbeilles" },
	{ METHOD_GET, "/corbeilles/absence", DESK, QUERIES(&ABSENCES, &COLLEAGUES), .page = "requests/absence" },
	{ METHOD_POST, "/corbeilles/absence", DESK, INPUT(struct away_input, AWAY_INPUT), away_ask, QUERIES(&BE_AWAY), .on_problem = "/corbeilles/absence", .done = "/corbeilles/absence" },
	{ METHOD_POST, "/corbeilles/absence/{absence}/finir", DESK, INPUT(struct back_input, BACK_INPUT), be_back_ask, QUERIES(&BE_BACK), .done = "/corbeilles/absence" },
	{ METHOD_GET, "/corbeilles/insatisfaits", DESK, QUERIES(&CASES), .page = "requests/cases" },
	{ METHOD_POST, "/corbeilles/insatisfaits/{cas}", DESK, INPUT(struct case_input, CASE_INPUT), case_ask, QUERIES(&CLOSE_CASE), .on_problem = "/corbeilles/insatisfaits",
	  .done = "/corbeilles/insatisfaits" },

	{ METHOD_GET, HERE, DESK, INPUT(struct desk_input, DESK_INPUT), ONE_FILE, .answer = desk_answer, .page = "requests/file", .flags = ROUTE_RECORDS, .queue = QUEUE_SEARCH },
	{ METHOD_GET, HERE "/pieces/{piece}", DESK, INPUT(struct piece_input, PIECE_INPUT), QUERIES(&DESK_FILE_OF), .answer = piece_answer, .flags = ROUTE_RECORDS, .queue = QUEUE_SLOW },
	{ METHOD_GET, HERE "/pieces/{piece}/voir", DESK, INPUT(struct piece_input, PIECE_PAGE_INPUT), QUERIES(&DESK_FILE_OF), .answer = piece_view_answer, .page = "requests/desk-piece",
	  .flags = ROUTE_RECORDS, .queue = QUEUE_SLOW },
	{ METHOD_GET, HERE "/pieces/{piece}/image", DESK, INPUT(struct piece_input, PIECE_PAGE_INPUT), QUERIES(&DESK_FILE_OF), .answer = piece_image_answer, .flags = ROUTE_RECORDS,
	  .queue = QUEUE_SLOW },
	{ METHOD_POST, HERE "/attestation", DESK, INPUT(struct desk_input, TAKE_INPUT), hand_ask, QUERIES(&HAND), BACK_HERE },
	{ METHOD_POST, HERE "/joindre", DESK, INPUT(struct join_input, JOIN_INPUT), join_ask, QUERIES(&JOIN_ACT), BACK_HERE },
	{ METHOD_POST, HERE "/prendre", DESK, INPUT(struct desk_input, TAKE_INPUT), take_ask, QUERIES(&TAKE), BACK_HERE },
	{ METHOD_POST, HERE "/affecter", DESK, INPUT(struct assign_input, ASSIGN_INPUT), assign_ask, QUERIES(&ASSIGN), .on_problem = HERE, .done = "/corbeilles" },
	{ METHOD_POST, HERE "/demander", DESK, INPUT(struct ask_input, ASK_INPUT), ask_piece_ask, QUERIES(&ASK_PIECE), BACK_HERE },
	{ METHOD_POST, HERE "/avis", DESK, INPUT(struct opinion_input, OPINION_INPUT), opinion_ask, QUERIES(&ASK_OPINION), BACK_HERE },
	{ METHOD_POST, HERE "/avis/{avis}", DESK, INPUT(struct verdict_input, VERDICT_INPUT), verdict_ask, QUERIES(&GIVE_OPINION), BACK_HERE },
	{ METHOD_POST, HERE "/reponse", DESK, INPUT(struct propose_input, PROPOSE_INPUT), propose_ask, QUERIES(&PROPOSE), BACK_HERE },
	{ METHOD_POST, HERE "/viser", DESK, INPUT(struct approve_input, APPROVE_INPUT), visa_ask, QUERIES(&APPROVE), BACK_HERE },
	{ METHOD_POST, HERE "/signer", DESK, INPUT(struct approve_input, APPROVE_INPUT), sign_ask, QUERIES(&APPROVE), BACK_HERE },
	{ METHOD_POST, HERE "/renvoyer", DESK, INPUT(struct words_input, WORDS_INPUT), back_ask, QUERIES(&SEND_BACK), BACK_HERE },
	{ METHOD_POST, HERE "/note", DESK, INPUT(struct note_input, NOTE_INPUT), note_ask, QUERIES(&WRITE_NOTE), BACK_HERE },
	{ METHOD_POST, HERE "/contestation", DESK, INPUT(struct words_input, WORDS_INPUT), judge_ask, QUERIES(&JUDGE), BACK_HERE },
	{ METHOD_POST, HERE "/rouvrir", DESK, INPUT(struct words_input, WORDS_INPUT), reopen_ask, QUERIES(&REOPEN), BACK_HERE },
	ROUTES_END,
};
const struct service requests_desk_service = { "requests", routes };
