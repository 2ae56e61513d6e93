/* What the pages of the archive share. */
#ifndef GUICHET_ARCHIVE_ARCHIVE_H
#define GUICHET_ARCHIVE_ARCHIVE_H
#include "guichet/app.h"
#include "guichet/scan.h"

/* One scan's file, or the image of a page, read from the store: an image to be shown, an original to be saved. A file that
 * is not there is a 404. `title` names the saved file. */
struct reply archive_image(const struct request *req, const struct rows *rows);
struct reply archive_original(const struct request *req, const struct rows *rows, str title);
/* Looks at a file, keeps it when it may be kept; its name in the store, and its refusal in `look`. False: the disk is full. */
bool archive_keep(const struct request *req, str bytes, struct scan *look, str *name);
/* Rows of `size` of which one more was asked: binds them and shows HAS_PAGES, HAS_PREVIOUS, HAS_NEXT, PAGE_NUMBER. */
void archive_paged(const struct request *req, const char *section, const struct rows *rows, size_t size, int64_t page, struct page *at);

struct lot_input { int64_t lot, piece, page; };
struct make_lot_input { str nom, origine; int64_t structure; };
struct send_input { int64_t lot; struct uploads fichiers; };
struct page_input { int64_t piece, page; };
struct take_input { str file; };
struct done_input { int64_t piece; str fait; };
enum { KEY_LINES = 10 };
struct key_line { str matricule, grade, corps, position, structure; struct date effet, fin; };
struct key_input {
	int64_t piece;
	str rejet, nature, reference, preuve, suite;
	struct date signature;
	struct key_line lines[KEY_LINES];
};
struct decide_input { int64_t piece; str rejet, refaire, suite; struct texts choix; };
struct search_input { str q, matricule, nature, reference, etat; struct date du, au; int64_t page; };
struct reports_input { str etat; int64_t page; };
struct report_input { int64_t signalement; };
struct received_input { int64_t signalement; str recu; };
struct handle_input { int64_t signalement; str vers, reponse; };
struct start_input { int64_t acte; str quoi, nature; struct date date; };
struct tell_input { int64_t acte; str quoi, nature, texte; struct date date; struct upload copie; };
struct paper_input { int64_t agent, acte, piece, page; };

/* lots.c */
extern const struct field ARCHIVE_LOTS_FIELDS[], ARCHIVE_LOT_FIELDS[], ARCHIVE_LOT_ALONE[], ARCHIVE_MAKE_LOT_FIELDS[], ARCHIVE_SEND_FIELDS[], ARCHIVE_RELAUNCH_FIELDS[];
extern const struct query ARCHIVE_LOTS, ARCHIVE_LOT, ARCHIVE_LOT_SCANS, ARCHIVE_LOT_STRUCTURES, ARCHIVE_MAKE_LOT, ARCHIVE_MAY_SEND, ARCHIVE_SEND, ARCHIVE_RELAUNCH;
ask_fn archive_lots_ask, archive_lot_ask, archive_send_ask;
then_fn archive_send_then;
answer_fn archive_lots_answer, archive_lot_answer, archive_make_lot_answer, archive_send_answer;
enum { SEND_MOST_FILES = 150, SEND_MOST_BYTES = 200 * 1024 * 1024 };

/* keying.c, key_form.c, compare.c */
extern const struct field ARCHIVE_DESK_FIELDS[], ARCHIVE_KEYING_FIELDS[], ARCHIVE_TAKE_FIELDS[], ARCHIVE_PIECE_FIELDS[], ARCHIVE_KEY_FIELDS[], ARCHIVE_DECIDE_FIELDS[], ARCHIVE_PAGE_FIELDS[];
extern const struct query ARCHIVE_DESK, ARCHIVE_TAKE, ARCHIVE_TAKE_NEXT, ARCHIVE_GIVE_UP, ARCHIVE_KEYING_PAGE, ARCHIVE_KEYING_WORDS, ARCHIVE_KEY_SCAN, ARCHIVE_SCAN_PAGES, ARCHIVE_COMPARISON_PAGE, ARCHIVE_DIFFERENCES, ARCHIVE_AGREEMENTS, ARCHIVE_DECIDE, ARCHIVE_SCAN_ONE,
	ARCHIVE_SCAN_PAGE, ARCHIVE_SCAN_ORIGINAL, ARCHIVE_SCAN_AGENTS, ARCHIVE_OPEN_SCAN, ARCHIVE_REPORTS_TALLY;
ask_fn archive_key_ask, archive_decide_ask;
void archive_done_show(const struct request *req, str fait, struct page *page);
answer_fn archive_desk_answer, archive_take_answer, archive_keying_answer, archive_key_answer, archive_comparison_answer, archive_decide_answer, archive_scan_answer, archive_scan_page_answer, archive_scan_original_answer;

/* search.c */
extern const struct field ARCHIVE_SEARCH_FIELDS[];
extern const struct query ARCHIVE_SEARCH, ARCHIVE_SEARCH_STATES, ARCHIVE_KIND_WORDS, ARCHIVE_STATS, ARCHIVE_STATS_DAYS, ARCHIVE_STATS_PEOPLE;
ask_fn archive_search_ask;
answer_fn archive_search_answer, archive_stats_answer;

/* reports.c, tell.c */
extern const struct field ARCHIVE_REPORTS_FIELDS[], ARCHIVE_REPORT_FIELDS[], ARCHIVE_HANDLE_FIELDS[], ARCHIVE_START_FIELDS[], ARCHIVE_TELL_FIELDS[];
extern const struct query ARCHIVE_REPORTS, ARCHIVE_REPORT_OF, ARCHIVE_REPORT_STEPS, ARCHIVE_REPORT_COPIES, ARCHIVE_REPORT_AGENT, ARCHIVE_REPORT_MOVES, ARCHIVE_HANDLE_REPORT, ARCHIVE_MY_REPORTS, ARCHIVE_REPORT_DAYS,
	ARCHIVE_REPORT_START, ARCHIVE_REPORT_MAKE;
ask_fn archive_reports_ask, archive_my_reports_ask, archive_start_ask, archive_tell_ask;
answer_fn archive_reports_answer, archive_report_answer, archive_my_report_answer, archive_my_reports_answer, archive_start_answer, archive_tell_answer;

/* papers.c: behind an act */
extern const struct field ARCHIVE_MY_PAPER_FIELDS[], ARCHIVE_MY_PAGE_FIELDS[], ARCHIVE_MY_ORIGINAL_FIELDS[], ARCHIVE_PAPER_FIELDS[], ARCHIVE_PAPER_PAGE_FIELDS[], ARCHIVE_PAPER_ORIGINAL_FIELDS[];
extern const struct query ARCHIVE_ENTER, ARCHIVE_ACT_PAPERS, ARCHIVE_ACT_PAPER_PAGES, ARCHIVE_ACT_PAGE, ARCHIVE_ACT_ORIGINAL, ARCHIVE_MY_ACT_PAPER, ARCHIVE_MY_ACT;
answer_fn archive_paper_answer, archive_paper_page_answer, archive_paper_original_answer;
#endif
