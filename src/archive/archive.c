/* Old acts: batches of scans, their double keying, the search, reports of agents, and the paper behind an act. */
#include "archive.h"

#define PART &ARCHIVE_WORK
#define OWN  &CAREER_OWN
#define DESK_OF &CAREER_CONSULT

static const struct field RECEIVED_FIELDS[] = { FIELD_ID(struct received_input, signalement), OPTIONAL_CHOICE(struct received_input, recu, "oui"), FIELDS_END };

static const struct route routes[] = {
	{ METHOD_GET, "/archives", PART, INPUT(struct done_input, ARCHIVE_DESK_FIELDS), QUERIES(&ARCHIVE_DESK, &ARCHIVE_REPORTS_TALLY), .answer = archive_desk_answer, .page = "archive/desk",
	  .queue = QUEUE_SEARCH },
	{ METHOD_POST, "/archives/prendre", PART, INPUT(struct take_input, ARCHIVE_TAKE_FIELDS), QUERIES(&ARCHIVE_TAKE), .answer = archive_take_answer, .on_problem = "/archives",
	  .flags = ROUTE_NO_KEY },

	{ METHOD_GET, "/archives/lots", PART, INPUT(struct lot_input, ARCHIVE_LOTS_FIELDS), archive_lots_ask, QUERIES(&ARCHIVE_LOTS), .answer = archive_lots_answer, .page = "archive/lots" },
	{ METHOD_GET, "/archives/lots/nouveau", PART, QUERIES(&ARCHIVE_LOT_STRUCTURES), .page = "archive/new-lot" },
	{ METHOD_POST, "/archives/lots", PART, INPUT(struct make_lot_input, ARCHIVE_MAKE_LOT_FIELDS), QUERIES(&ARCHIVE_MAKE_LOT), .answer = archive_make_lot_answer,
	  .on_problem = "/archives/lots/nouveau", .done = "/archives/lots" },
	{ METHOD_GET, "/archives/lots/{lot}", PART, INPUT(struct lot_input, ARCHIVE_LOT_FIELDS), archive_lot_ask, QUERIES(&ARCHIVE_LOT, &ARCHIVE_LOT_SCANS), .answer = archive_lot_answer,
	  .page = "archive/lot" },
	/* The body is files: asked first whether the person may, then each is looked at and kept. Sending twice is sending once. */
	{ METHOD_POST, "/archives/lots/{lot}", PART, INPUT(struct send_input, ARCHIVE_SEND_FIELDS), archive_send_ask, QUERIES(&ARCHIVE_MAY_SEND, &ARCHIVE_SEND), archive_send_then, archive_send_answer,
	  .on_problem = "/archives/lots/{lot}", .flags = ROUTE_NO_KEY, .queue = QUEUE_SLOW, .body_most = SEND_MOST_BYTES },
	{ METHOD_POST, "/archives/lots/{lot}/pieces/{piece}/relancer", PART, INPUT(struct lot_input, ARCHIVE_RELAUNCH_FIELDS), QUERIES(&ARCHIVE_RELAUNCH),
	  .on_problem = "/archives/lots/{lot}", .done = "/archives/lots/{lot}" },

	{ METHOD_GET, "/archives/pieces/{piece}", PART, INPUT(struct page_input, ARCHIVE_PIECE_FIELDS), QUERIES(&ARCHIVE_SCAN_ONE, &ARCHIVE_SCAN_PAGES, &ARCHIVE_SCAN_AGENTS, &ARCHIVE_OPEN_SCAN),
	  .answer = archive_scan_answer, .page = "archive/scan", .flags = ROUTE_RECORDS },
	{ METHOD_GET, "/archives/pieces/{piece}/pages/{page}", PART, INPUT(struct page_input, ARCHIVE_PAGE_FIELDS), QUERIES(&ARCHIVE_SCAN_PAGE), .answer = archive_scan_page_answer,
	  .queue = QUEUE_SLOW },
	{ METHOD_GET, "/archives/pieces/{piece}/original", PART, INPUT(struct page_input, ARCHIVE_PIECE_FIELDS), QUERIES(&ARCHIVE_SCAN_ORIGINAL, &ARCHIVE_OPEN_SCAN),
	  .answer = archive_scan_original_answer, .flags = ROUTE_RECORDS, .queue = QUEUE_SLOW },
	{ METHOD_GET, "/archives/pieces/{piece}/saisie", PART, INPUT(struct done_input, ARCHIVE_KEYING_FIELDS), QUERIES(&ARCHIVE_KEYING_PAGE, &ARCHIVE_SCAN_PAGES, &ARCHIVE_KEYING_WORDS),
	  .answer = archive_keying_answer, .page = "archive/keying" },
	{ METHOD_POST, "/archives/pieces/{piece}/saisie", PART, .fields = ARCHIVE_KEY_FIELDS, .input_size = sizeof(struct key_input), .ask = archive_key_ask,
	  QUERIES(&ARCHIVE_KEY_SCAN, &ARCHIVE_TAKE_NEXT), .answer = archive_key_answer, .on_problem = "/archives/pieces/{piece}/saisie", .done = "/archives" },
	{ METHOD_POST, "/archives/pieces/{piece}/rendre", PART, INPUT(struct page_input, ARCHIVE_PIECE_FIELDS), QUERIES(&ARCHIVE_GIVE_UP), .done = "/archives" },
	{ METHOD_GET, "/archives/pieces/{piece}/comparaison", PART, INPUT(struct done_input, ARCHIVE_KEYING_FIELDS),
	  QUERIES(&ARCHIVE_COMPARISON_PAGE, &ARCHIVE_SCAN_PAGES, &ARCHIVE_DIFFERENCES, &ARCHIVE_AGREEMENTS), .answer = archive_comparison_answer, .page = "archive/comparison" },
	{ METHOD_POST, "/archives/pieces/{piece}/comparaison", PART, INPUT(struct decide_input, ARCHIVE_DECIDE_FIELDS), archive_decide_ask, QUERIES(&ARCHIVE_DECIDE, &ARCHIVE_TAKE_NEXT),
	  .answer = archive_decide_answer, .on_problem = "/archives/pieces/{piece}/comparaison", .done = "/archives" },

	{ METHOD_GET, "/archives/recherche", PART, INPUT(struct search_input, ARCHIVE_SEARCH_FIELDS), archive_search_ask, QUERIES(&ARCHIVE_SEARCH, &ARCHIVE_SEARCH_STATES, &ARCHIVE_KIND_WORDS),
	  .answer = archive_search_answer, .page = "archive/search", .queue = QUEUE_SEARCH },
	{ METHOD_GET, "/archives/statistiques", PART, QUERIES(&ARCHIVE_STATS, &ARCHIVE_STATS_DAYS, &ARCHIVE_STATS_PEOPLE), .answer = archive_stats_answer, .page = "archive/stats",
	  .queue = QUEUE_SEARCH },

	{ METHOD_GET, "/archives/signalements", PART, INPUT(struct reports_input, ARCHIVE_REPORTS_FIELDS), archive_reports_ask, QUERIES(&ARCHIVE_REPORTS_TALLY, &ARCHIVE_REPORTS),
	  .answer = archive_reports_answer, .page = "archive/reports" },
	{ METHOD_GET, "/archives/signalements/{signalement}", PART, INPUT(struct report_input, ARCHIVE_REPORT_FIELDS),
	  QUERIES(&ARCHIVE_REPORT_OF, &ARCHIVE_REPORT_AGENT, &ARCHIVE_REPORT_STEPS, &ARCHIVE_REPORT_COPIES, &ARCHIVE_REPORT_MOVES), .answer = archive_report_answer, .page = "archive/report" },
	{ METHOD_POST, "/archives/signalements/{signalement}", PART, INPUT(struct handle_input, ARCHIVE_HANDLE_FIELDS), QUERIES(&ARCHIVE_HANDLE_REPORT),
	  .on_problem = "/archives/signalements/{signalement}", .done = "/archives/signalements/{signalement}" },

	{ METHOD_GET, "/carriere/signalements", OWN, INPUT(struct reports_input, ARCHIVE_REPORTS_FIELDS), archive_my_reports_ask, QUERIES(&ARCHIVE_MY_REPORTS, &ARCHIVE_REPORT_DAYS),
	  .answer = archive_my_reports_answer, .page = "archive/my-reports" },
	{ METHOD_GET, "/carriere/signalements/nouveau", OWN, INPUT(struct start_input, ARCHIVE_START_FIELDS), archive_start_ask, QUERIES(&ARCHIVE_REPORT_DAYS, &ARCHIVE_KIND_WORDS, &ARCHIVE_REPORT_START),
	  .answer = archive_start_answer, .page = "archive/tell" },
	{ METHOD_POST, "/carriere/signalements", OWN, INPUT(struct tell_input, ARCHIVE_TELL_FIELDS), archive_tell_ask, QUERIES(&ARCHIVE_REPORT_MAKE), .answer = archive_tell_answer,
	  .on_problem = "/carriere/signalements/nouveau", .done = "/carriere/signalements", .queue = QUEUE_SLOW, .body_most = 13 * 1024 * 1024 },
	{ METHOD_GET, "/carriere/signalements/{signalement}", OWN, INPUT(struct received_input, RECEIVED_FIELDS), QUERIES(&ARCHIVE_REPORT_OF, &ARCHIVE_REPORT_STEPS, &ARCHIVE_REPORT_COPIES),
	  .answer = archive_my_report_answer, .page = "archive/my-report" },

	{ METHOD_GET, "/carriere/actes/{acte}/piece", OWN, INPUT(struct paper_input, ARCHIVE_MY_PAPER_FIELDS), QUERIES(&ARCHIVE_MY_ACT, &ARCHIVE_ACT_PAPERS, &ARCHIVE_ACT_PAPER_PAGES),
	  .answer = archive_paper_answer, .page = "archive/my-paper" },
	{ METHOD_GET, "/carriere/actes/{acte}/piece/{piece}/{page}", OWN, INPUT(struct paper_input, ARCHIVE_MY_PAGE_FIELDS), QUERIES(&ARCHIVE_ACT_PAGE),
	  .answer = archive_paper_page_answer, .queue = QUEUE_SLOW },
	{ METHOD_GET, "/carriere/actes/{acte}/piece/{piece}", OWN, INPUT(struct paper_input, ARCHIVE_MY_ORIGINAL_FIELDS), QUERIES(&ARCHIVE_ACT_ORIGINAL),
	  .answer = archive_paper_original_answer, .queue = QUEUE_SLOW },
	{ METHOD_GET, "/agents/{agent}/actes/{acte}/piece", DESK_OF, INPUT(struct paper_input, ARCHIVE_PAPER_FIELDS), QUERIES(&ARCHIVE_ENTER, &ARCHIVE_ACT_PAPERS, &ARCHIVE_ACT_PAPER_PAGES),
	  .answer = archive_paper_answer, .page = "archive/paper" },
	{ METHOD_GET, "/agents/{agent}/actes/{acte}/piece/{piece}/{page}", DESK_OF, INPUT(struct paper_input, ARCHIVE_PAPER_PAGE_FIELDS), QUERIES(&ARCHIVE_ENTER, &ARCHIVE_ACT_PAGE),
	  .answer = archive_paper_page_answer, .queue = QUEUE_SLOW },
	{ METHOD_GET, "/agents/{agent}/actes/{acte}/piece/{piece}", DESK_OF, INPUT(struct paper_input, ARCHIVE_PAPER_ORIGINAL_FIELDS), QUERIES(&ARCHIVE_ENTER, &ARCHIVE_ACT_ORIGINAL),
	  .answer = archive_paper_original_answer, .queue = QUEUE_SLOW },
	ROUTES_END,
};
const struct service archive_service = { "archive", routes };
