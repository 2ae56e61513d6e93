/* Pensioners, the routes: the pensioner's own page, the desk that sees him alive, the survivors' claims on both sides of the desk. */
#include "pages.h"

#define OWN &CAREER_OWN
#define DESK &LIFE_DESK

/* The same pages for who claims and for a centre that claims for him. */
#define CLAIM_ROUTES(base, permission, begins) \
	{ METHOD_GET, base, permission, INPUT(struct claims_input, PENSIONER_CLAIMS_FIELDS), pensioner_claims_ask, QUERIES(&PENSIONER_MY_CLAIMS), \
	  .answer = pensioner_claims_answer, .page = "pensioners/claims" }, \
	{ METHOD_GET, base "/nouvelle", permission, .answer = pensioner_begin_page_answer, .page = "pensioners/claim-begin" }, \
	{ METHOD_POST, base "/nouvelle", permission, INPUT(struct begin_input, begins), pensioner_begin_ask, QUERIES(&PENSIONER_IDENTIFY, \
	  &PENSIONER_BEGIN_CLAIM), pensioner_begin_then, pensioner_begin_answer, .on_problem = base "/nouvelle", .done = base }, \
	{ METHOD_GET, base "/{demande}", permission, INPUT(struct claim_input, PENSIONER_CLAIM_FIELDS), \
	  QUERIES(&PENSIONER_CLAIM, &PENSIONER_CLAIM_SURVIVORS, &PENSIONER_CLAIM_PAPERS, &PENSIONER_CLAIM_THREAD, &PENSIONER_SHARE_VALUES, \
	  &PENSIONER_SHARE_BASE), .answer = pensioner_claim_answer, .page = "pensioners/claim" }, \
	{ METHOD_GET, base "/{demande}/survivant", permission, INPUT(struct claim_input, PENSIONER_CLAIM_FIELDS), QUERIES(&PENSIONER_CLAIM), \
	  .answer = pensioner_claim_form_answer, .page = "pensioners/claim-survivor" }, \
	{ METHOD_POST, base "/{demande}/survivant", permission, INPUT(struct survivor_input, PENSIONER_SURVIVOR_FIELDS), pensioner_survivor_ask, \
	  QUERIES(&PENSIONER_ADD_SURVIVOR), .on_problem = base "/{demande}/survivant", .done = base "/{demande}" }, \
	{ METHOD_POST, base "/{demande}/survivant/{survivant}/retirer", permission, INPUT(struct claim_input, PENSIONER_CLAIM_SURVIVOR_FIELDS), \
	  pensioner_drop_survivor_ask, QUERIES(&PENSIONER_DROP_SURVIVOR), .done = base "/{demande}" }, \
	{ METHOD_GET, base "/{demande}/papier", permission, INPUT(struct claim_input, PENSIONER_CLAIM_FIELDS), QUERIES(&PENSIONER_CLAIM, \
	  &PENSIONER_CLAIM_PAPER_KINDS), .answer = pensioner_claim_form_answer, .page = "pensioners/claim-paper" }, \
	{ METHOD_POST, base "/{demande}/papier", permission, INPUT(struct paper_input, PENSIONER_PAPER_FIELDS), pensioner_paper_ask, \
	  QUERIES(&PENSIONER_MAY_ADD_PAPER, &PENSIONER_ADD_PAPER), pensioner_paper_then, \
	  .on_problem = base "/{demande}/papier", .done = base "/{demande}", .queue = QUEUE_SLOW, .body_most = PAPER_MOST + 256 * 1024 }, \
	{ METHOD_GET, base "/{demande}/papier/{papier}", permission, INPUT(struct claim_input, PENSIONER_CLAIM_PAPER_FIELDS), \
	  QUERIES(&PENSIONER_CLAIM_PAPER_FILE), .answer = pensioner_claim_file_answer, .queue = QUEUE_SLOW }, \
	{ METHOD_POST, base "/{demande}/papier/{papier}/retirer", permission, INPUT(struct claim_input, PENSIONER_CLAIM_PAPER_FIELDS), \
	  pensioner_drop_paper_ask, QUERIES(&PENSIONER_DROP_PAPER), .done = base "/{demande}" }, \
	{ METHOD_POST, base "/{demande}/envoyer", permission, INPUT(struct send_input, PENSIONER_SEND_FIELDS), pensioner_send_ask, \
	  QUERIES(&PENSIONER_FILE_CLAIM), .on_problem = base "/{demande}", .done = base "/{demande}" }, \
	{ METHOD_POST, base "/{demande}/effacer", permission, INPUT(struct claim_input, PENSIONER_CLAIM_FIELDS), pensioner_drop_claim_ask, \
	  QUERIES(&PENSIONER_DROP_CLAIM), .done = base }

static const struct route routes[] = {
	{ METHOD_GET, "/ma-pension", OWN, QUERIES(&PENSIONER_MY_PENSION, &PENSIONER_MY_BOOKLET, &PENSIONER_MY_AMOUNTS, &PENSIONER_MY_ACCOUNTS,
	  &PENSIONER_MY_LIFE, &PENSIONER_MY_ADDRESSES, &PENSIONER_MY_NOTICES), .answer = pensioner_own_pension_answer, .page = "pensioners/own" },
	{ METHOD_GET, "/ma-pension/livret", OWN, QUERIES(&PENSIONER_MY_BOOKLET), .answer = pensioner_booklet_answer, .queue = QUEUE_SLOW },
	{ METHOD_GET, "/ma-pension/certificats/{certificat}", OWN, INPUT(struct one_input, PENSIONER_RECEIPT_FIELDS),
	  QUERIES(&PENSIONER_MY_LIFE_RECEIPT), .page = "pensioners/receipt" },
	{ METHOD_GET, "/ma-pension/adresse", OWN, QUERIES(&PENSIONER_MY_ADDRESSES, &PENSIONER_COMMUNES), .answer = pensioner_address_answer,
	  .page = "pensioners/address" },
	{ METHOD_POST, "/ma-pension/adresse", OWN, INPUT(struct address_input, PENSIONER_ADDRESS_FIELDS), QUERIES(&PENSIONER_CHANGE_ADDRESS),
	  .on_problem = "/ma-pension/adresse", .done = "/ma-pension" },
	{ METHOD_GET, "/ma-pension/compte", OWN, INPUT(struct account_input, PENSIONER_ACCOUNT_CHOICE_FIELDS), QUERIES(&PENSIONER_MY_FRESH),
	  .answer = pensioner_account_answer, .page = "pensioners/account" },
	{ METHOD_GET, "/ma-pension/compte/{nature}", OWN, INPUT(struct account_input, PENSIONER_ACCOUNT_KIND_FIELDS), QUERIES(&PENSIONER_MY_FRESH),
	  .answer = pensioner_account_answer, .page = "pensioners/account" },
	{ METHOD_POST, "/ma-pension/compte/{nature}", OWN, INPUT(struct account_input, PENSIONER_ACCOUNT_FIELDS), pensioner_account_ask,
	  QUERIES(&PENSIONER_ASK_ACCOUNT), .on_problem = "/ma-pension/compte/{nature}", .done = "/ma-pension" },
	{ METHOD_POST, "/ma-pension/arreter-changement", OWN, INPUT(struct one_input, PENSIONER_STOP_MINE_FIELDS), QUERIES(&PENSIONER_STOP_MINE),
	  .done = "/ma-pension" },
	{ METHOD_GET, "/pension/arreter/{jeton}", &PUBLIC, INPUT(struct token_input, PENSIONER_TOKEN_FIELDS), QUERIES(&PENSIONER_STOP_PAGE),
	  .answer = pensioner_stop_page_answer, .page = "pensioners/stop" },
	{ METHOD_POST, "/pension/arreter/{jeton}", &PUBLIC, INPUT(struct token_input, PENSIONER_TOKEN_FIELDS), QUERIES(&PENSIONER_STOP_BY_LINK),
	  .on_problem = "/pension/arreter/{jeton}", .done = "/pension/arreter/{jeton}" },

	{ METHOD_GET, "/retraites", DESK, QUERIES(&PENSIONER_MY_DAY), .answer = pensioner_counter_answer, .page = "pensioners/counter" },
	{ METHOD_POST, "/retraites/recherche", DESK, INPUT(struct find_input, PENSIONER_FIND_FIELDS), pensioner_find_ask, QUERIES(&PENSIONER_FIND),
	  pensioner_find_then, pensioner_find_answer, .page = "pensioners/found",
	  .on_problem = "/retraites", .flags = ROUTE_NO_KEY, .queue = QUEUE_SEARCH },
	{ METHOD_GET, "/retraites/echeances", DESK, INPUT(struct due_input, PENSIONER_DUE_FIELDS), pensioner_due_ask, QUERIES(&PENSIONER_DUE_COUNTS,
	  &PENSIONER_DUE_LIST), .answer = pensioner_due_answer, .page = "pensioners/due", .queue = QUEUE_SEARCH },
	{ METHOD_GET, "/retraites/echeances/export", DESK, INPUT(struct due_input, PENSIONER_DUE_EXPORT_FIELDS), pensioner_due_export_ask,
	  QUERIES(&PENSIONER_DUE_EXPORT), .answer = pensioner_due_export_answer, .flags = ROUTE_RECORDS, .queue = QUEUE_SLOW },
	{ METHOD_GET, "/retraites/{agent}", DESK, INPUT(struct person_input, PENSIONER_PERSON_FIELDS), QUERIES(&PENSIONER_OPEN_PERSON,
	  &PENSIONER_PERSON_CERTIFICATES, &PENSIONER_WAITING_ACCOUNT),
	  .answer = pensioner_person_answer, .page = "pensioners/person", .flags = ROUTE_RECORDS },
	{ METHOD_POST, "/retraites/{agent}/vie", DESK, INPUT(struct life_input, PENSIONER_LIFE_FIELDS), pensioner_life_ask,
	  QUERIES(&PENSIONER_RECORD_LIFE), .answer = pensioner_life_answer, .on_problem = "/retraites/{agent}", .done = "/retraites" },
	{ METHOD_POST, "/retraites/{agent}/compte", DESK, INPUT(struct stop_input, PENSIONER_ACCOUNT_STOP_FIELDS),
	  QUERIES(&PENSIONER_STOP_ACCOUNT_AT_DESK), .on_problem = "/retraites/{agent}", .done = "/retraites" },
	{ METHOD_GET, "/retraites/vie/{certificat}", DESK, INPUT(struct stop_input, PENSIONER_LIFE_ONE_FIELDS), QUERIES(&PENSIONER_LIFE_RECEIPT),
	  .page = "pensioners/receipt" },
	{ METHOD_POST, "/retraites/vie/{certificat}/retirer", DESK, INPUT(struct stop_input, PENSIONER_LIFE_STOP_FIELDS),
	  QUERIES(&PENSIONER_STOP_LIFE), .on_problem = "/retraites/vie/{certificat}", .done = "/retraites" },

	CLAIM_ROUTES("/pensions-reversion", &PENSIONS_CLAIM, PENSIONER_BEGIN_FIELDS),
	CLAIM_ROUTES("/retraites/reversion", &LIFE_DESK, PENSIONER_BEGIN_CENTRE_FIELDS),

	{ METHOD_GET, "/retraites/demandes", &PENSIONS_DESK, INPUT(struct desk_claims_input, PENSIONER_DESK_CLAIMS_FIELDS),
	  pensioner_desk_claims_ask, QUERIES(&PENSIONER_DESK_CLAIM_COUNTS, &PENSIONER_DESK_CLAIMS),
	  .answer = pensioner_desk_claims_answer, .page = "pensioners/desk-claims", .queue = QUEUE_SEARCH },
	{ METHOD_GET, "/retraites/demandes/export", &PENSIONS_DESK, INPUT(struct desk_claims_input, PENSIONER_DESK_CLAIMS_EXPORT_FIELDS),
	  pensioner_export_claims_ask, QUERIES(&PENSIONER_EXPORT_CLAIMS),
	  .answer = pensioner_export_claims_answer, .flags = ROUTE_RECORDS, .queue = QUEUE_SLOW },
	{ METHOD_GET, "/retraites/demandes/{demande}", &PENSIONS_DESK, INPUT(struct claim_input, PENSIONER_CLAIM_FIELDS),
	  QUERIES(&PENSIONER_OPEN_CLAIM, &PENSIONER_CLAIM, &PENSIONER_CLAIM_SURVIVORS, &PENSIONER_CLAIM_PAPERS, &PENSIONER_CLAIM_THREAD,
	  &PENSIONER_CLAIM_WARNINGS, &PENSIONER_CLAIM_REASONS, &PENSIONER_SHARE_VALUES, &PENSIONER_SHARE_BASE), .answer = pensioner_desk_claim_answer,
	  .page = "pensioners/desk-claim", .flags = ROUTE_RECORDS },
	{ METHOD_GET, "/retraites/demandes/{demande}/papier/{papier}", &PENSIONS_DESK, INPUT(struct claim_input, PENSIONER_CLAIM_PAPER_FIELDS),
	  QUERIES(&PENSIONER_CLAIM_PAPER_FILE), .answer = pensioner_claim_file_answer, .queue = QUEUE_SLOW },
	{ METHOD_POST, "/retraites/demandes/{demande}/complement", &PENSIONS_DESK, INPUT(struct decide_input, PENSIONER_COMPLEMENT_FIELDS),
	  QUERIES(&PENSIONER_ASK_COMPLEMENT), .on_problem = "/retraites/demandes/{demande}", .done = "/retraites/demandes" },
	{ METHOD_POST, "/retraites/demandes/{demande}/admettre", &PENSIONS_DESK, INPUT(struct claim_input, PENSIONER_CLAIM_FIELDS),
	  QUERIES(&PENSIONER_ADMIT_CLAIM), .on_problem = "/retraites/demandes/{demande}", .done = "/retraites/demandes" },
	{ METHOD_POST, "/retraites/demandes/{demande}/rejeter", &PENSIONS_DESK, INPUT(struct decide_input, PENSIONER_REJECT_FIELDS),
	  QUERIES(&PENSIONER_REJECT_CLAIM), .on_problem = "/retraites/demandes/{demande}", .done = "/retraites/demandes" },
	ROUTES_END,
};
extern const struct service pensioners_service;
const struct service pensioners_service = { "pensioners", routes };
