/* Requests, the person's side: filing step by step, following, completing, contesting; and, for anybody, by number and code. */
#include "filing.h"
#include "own.h"

#define MINE &REQUESTS_OWN
#define DRAFT_AND_PLACES QUERIES(&DRAFT, &PLACES)
#define STEP_PAGE .answer = step_answer, .page = "requests/step"
#define REVIEW_PAGE .answer = review_answer, .page = "requests/review"
#define FOLLOWED QUERIES(&FOLLOW, &FOLLOW_THREAD, &FOLLOW_PAPERS, &FOLLOW_COMPLEMENTS)
/* A body of files; who may not save is told before anything of it is kept, and sending it twice is sending it once. */
#define SAVING QUERIES(&DRAFT, &PLACES, &SAVE), save_then, save_answer

static const struct field CODE_INPUT[] = { OPTIONAL_TEXT(struct code_input, numero, 30), OPTIONAL_TEXT(struct code_input, code, 30), OPTIONAL_ID(struct code_input, complement), FIELDS_END };

static const struct route routes[] = {
	{ METHOD_GET, "/demarches/{service}/demande", MINE, INPUT(struct step_input, RESUME_INPUT), step_ask, DRAFT_AND_PLACES, STEP_PAGE },
	{ METHOD_GET, "/demarches/{service}/demande/{etape}", MINE, INPUT(struct step_input, STEP_INPUT), step_ask, DRAFT_AND_PLACES, STEP_PAGE },
	{ METHOD_POST, "/demarches/{service}/demande/{etape}", MINE, INPUT(struct save_input, SAVE_INPUT), save_ask, SAVING,
	  .on_problem = "/demarches/{service}/demande/{etape}", .done = "/demarches/{service}/demande", .queue = QUEUE_SLOW, .body_most = FILING_BODY_MOST },
	{ METHOD_GET, "/demarches/{service}/demande/relire", MINE, INPUT(struct step_input, RESUME_INPUT), review_ask, DRAFT_AND_PLACES, REVIEW_PAGE },
	{ METHOD_POST, "/demarches/{service}/demande/deposer", MINE, INPUT(struct file_input, FILE_INPUT), file_ask, QUERIES(&DRAFT, &NAMED_PLACES, &FILE_IT), file_then,
	  .on_problem = "/demarches/{service}/demande/relire", .done = "/demandes" },
	{ METHOD_GET, "/demarches/{service}/demande/effacer", MINE, INPUT(struct step_input, SERVICE_INPUT), review_ask, DRAFT_AND_PLACES, .answer = erase_answer, .page = "requests/erase" },
	{ METHOD_POST, "/demarches/{service}/demande/effacer", MINE, INPUT(struct step_input, SERVICE_INPUT), drop_draft_ask, QUERIES(&DROP_DRAFT), .done = "/demandes" },

	{ METHOD_GET, "/sans-compte/{service}", &PUBLIC, INPUT(struct step_input, RESUME_INPUT), step_ask, DRAFT_AND_PLACES, STEP_PAGE },
	{ METHOD_GET, "/sans-compte/{service}/{etape}", &PUBLIC, INPUT(struct step_input, STEP_INPUT), step_ask, DRAFT_AND_PLACES, STEP_PAGE },
	{ METHOD_POST, "/sans-compte/{service}/{etape}", &PUBLIC, INPUT(struct save_input, SAVE_INPUT), save_ask, QUERIES(&VISITOR_SENDS, &DRAFT, &PLACES, &SAVE),
	  save_then, save_answer, .on_problem = "/sans-compte/{service}/{etape}", .done = "/sans-compte/{service}", .queue = QUEUE_SLOW, .body_most = VISITOR_BODY_MOST },
	{ METHOD_GET, "/sans-compte/{service}/relire", &PUBLIC, INPUT(struct step_input, RESUME_INPUT), review_ask, QUERIES(&DRAFT, &PLACES, &CONTACT_OF), REVIEW_PAGE },
	{ METHOD_POST, "/sans-compte/{service}/code", &PUBLIC, INPUT(struct step_input, SERVICE_INPUT), contact_ask, QUERIES(&DRAFT, &NAMED_PLACES, &SEND_CONTACT_CODE), contact_then,
	  .on_problem = "/sans-compte/{service}/relire", .done = "/sans-compte/{service}/relire" },
	{ METHOD_POST, "/sans-compte/{service}/verifier", &PUBLIC, INPUT(struct prove_input, PROVE_INPUT), prove_ask, QUERIES(&PROVE_CONTACT), prove_then, prove_answer,
	  .on_problem = "/sans-compte/{service}/relire", .done = "/sans-compte/{service}/relire", .flags = ROUTE_NO_KEY },
	{ METHOD_POST, "/sans-compte/{service}/deposer", &PUBLIC, INPUT(struct file_input, FILE_INPUT), file_ask, QUERIES(&DRAFT, &NAMED_PLACES, &FILE_IT), file_then,
	  .on_problem = "/sans-compte/{service}/relire", .done = "/suivi" },

	{ METHOD_GET, "/suivi", &PUBLIC, INPUT(struct code_input, CODE_INPUT), follow_ask, FOLLOWED, .answer = follow_answer, .page = "requests/follow",
	  .flags = ROUTE_RECORDS },
	{ METHOD_GET, "/suivi/depot", &PUBLIC, INPUT(struct code_input, CODE_INPUT), follow_ask, FOLLOWED, .answer = filed_answer, .page = "requests/filed",
	  .flags = ROUTE_RECORDS },
	{ METHOD_POST, "/suivi/completer", &PUBLIC, INPUT(struct complete_input, COMPLETE_OPEN_INPUT), complete_open_ask, QUERIES(&VISITOR_SENDS, &MAY_COMPLETE_OPEN, &COMPLETE_OPEN),
	  complete_open_then, .on_problem = "/suivi", .done = "/suivi", .queue = QUEUE_SLOW, .body_most = VISITOR_BODY_MOST },
	{ METHOD_GET, "/suivi/recepisse", &PUBLIC, INPUT(struct code_input, CODE_INPUT), receipt_ask, QUERIES(&FOLLOW, &RECEIPT_LINES), .answer = receipt_answer,
	  .flags = ROUTE_RECORDS, .queue = QUEUE_SLOW },
	{ METHOD_GET, "/suivi/document", &PUBLIC, INPUT(struct follow_file_input, FOLLOW_FILE_INPUT), follow_file_ask, QUERIES(&FOLLOW_FILE), .answer = follow_file_answer,
	  .flags = ROUTE_RECORDS, .queue = QUEUE_SLOW },
	{ METHOD_GET, "/formulaires/schema.json", &PUBLIC, .answer = schema_answer },

	{ METHOD_GET, "/demandes", MINE, INPUT(struct page_input, PAGE_INPUT), list_own_ask, QUERIES(&MY_REQUESTS, &MY_DRAFTS), .answer = list_own_answer, .page = "requests/list" },
	{ METHOD_GET, "/demandes/{demande}", MINE, INPUT(struct one_input, ONE_INPUT), QUERIES(&MY_REQUEST, &THREAD, &COMPLEMENTS, &PIECES, &LINES, &CLOCK, &CONTEST), .answer = own_answer,
	  .page = "requests/one" },
	{ METHOD_POST, "/demandes/{demande}/completer", MINE, INPUT(struct complete_input, COMPLETE_INPUT), complete_ask, QUERIES(&MAY_COMPLETE, &COMPLETE), complete_then,
	  .on_problem = "/demandes/{demande}", .done = "/demandes", .queue = QUEUE_SLOW, .body_most = FILING_BODY_MOST },
	{ METHOD_POST, "/demandes/{demande}/message", MINE, INPUT(struct say_input, SAY_INPUT), say_ask, QUERIES(&SAY), .on_problem = "/demandes/{demande}", .done = "/demandes/{demande}" },
	{ METHOD_GET, "/demandes/{demande}/retirer", MINE, INPUT(struct own_input, OWN_INPUT), QUERIES(&MY_REQUEST), .page = "requests/withdraw" },
	{ METHOD_POST, "/demandes/{demande}/retirer", MINE, INPUT(struct own_input, OWN_INPUT), withdraw_ask, QUERIES(&WITHDRAW), .done = "/demandes/{demande}" },
	{ METHOD_POST, "/demandes/{demande}/reprendre", MINE, INPUT(struct own_input, OWN_INPUT), resume_ask, QUERIES(&RESUME), .done = "/demandes/{demande}" },
	{ METHOD_GET, "/demandes/{demande}/contester", MINE, INPUT(struct own_input, OWN_INPUT), QUERIES(&MY_REQUEST), .page = "requests/contest" },
	{ METHOD_POST, "/demandes/{demande}/contester", MINE, INPUT(struct contest_input, CONTEST_INPUT), contest_ask, QUERIES(&CONTEST_IT), .on_problem = "/demandes/{demande}/contester",
	  .done = "/demandes/{demande}" },
	{ METHOD_GET, "/demandes/{demande}/pieces/{piece}", MINE, INPUT(struct piece_input, PIECE_INPUT), QUERIES(&FILE_OF), .answer = piece_answer, .queue = QUEUE_SLOW },
	{ METHOD_GET, "/demandes/{demande}/pieces/{piece}/voir", MINE, INPUT(struct piece_input, PIECE_PAGE_INPUT), QUERIES(&FILE_OF), .answer = piece_view_answer, .page = "requests/piece",
	  .queue = QUEUE_SLOW },
	{ METHOD_GET, "/demandes/{demande}/pieces/{piece}/image", MINE, INPUT(struct piece_input, PIECE_PAGE_INPUT), QUERIES(&FILE_OF), .answer = piece_image_answer, .queue = QUEUE_SLOW },

	{ METHOD_GET, "/delais", &PUBLIC, QUERIES(&DELAYS, &DESK_DELAYS, &SATISFACTION), .answer = delays_answer, .page = "requests/delays" },
	{ METHOD_GET, "/avis/{jeton}", &PUBLIC, INPUT(struct survey_input, SURVEY_INPUT), QUERIES(&SURVEY), .page = "requests/survey" },
	{ METHOD_POST, "/avis/{jeton}", &PUBLIC, INPUT(struct scores_input, SCORES_INPUT), QUERIES(&ANSWER_SURVEY), .on_problem = "/avis/{jeton}", .done = "/avis/merci" },
	{ METHOD_GET, "/avis/merci", &PUBLIC, .page = "requests/thanks" },
	ROUTES_END,
};
const struct service requests_service = { "requests", routes };
