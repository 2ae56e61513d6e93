/* What the pages of step advancement share. */
#ifndef GUICHET_ADVANCEMENT_PAGES_H
#define GUICHET_ADVANCEMENT_PAGES_H
#include "guichet/app.h"
#include "guichet/export.h"

enum { PAGE_ROWS = 50, TREND_MONTHS = 13 };

struct campaigns_input { int64_t page; };
struct open_input { str trimestre, regroupement; int64_t structure; };
/* A campaign, and the part of its list that is looked at. */
struct campaign_input {
	int64_t campagne, agent, structure, recherche, page;
	str     liste, motif, categorie, statut, format, q, etat;
};
struct decide_input { int64_t campagne, agent; str decision, motif; };
struct overdue_input {
	struct date mois;
	int64_t     structure, page;
	str         categorie, duree, format;
};
extern const struct field STEP_CAMPAIGNS_INPUT[], STEP_OPEN_INPUT[], STEP_CAMPAIGN_ALONE[], STEP_CAMPAIGN_PAGE[], STEP_LIST_INPUT[],
	STEP_SEARCH_INPUT[], STEP_EXPORT_INPUT[], STEP_LINE_INPUT[], STEP_DECIDE_INPUT[], STEP_OVERDUE_INPUT[], STEP_OVERDUE_EXPORT_INPUT[];

extern const struct query STEP_CAMPAIGNS, STEP_CAMPAIGN, STEP_REASONS, STEP_ACT_SUMS, STEP_QUARTERS, STEP_STRUCTURES, STEP_OPEN, STEP_AGAIN,
	STEP_DROP_IT, STEP_PREPARE, STEP_SUBMIT, STEP_FOUND, STEP_WORDS, STEP_LINE, STEP_DECIDE, STEP_KEEP_WORDS, STEP_ALLOW_EXPORT, STEP_EXPORT_ROWS, STEP_PREVIEW,
	STEP_ACTS, STEP_OVERDUE_NOW, STEP_OVERDUE_HEAD, STEP_OVERDUE_TREND, STEP_OVERDUE_STRUCTURES, STEP_OVERDUE_CATEGORIES, STEP_OVERDUE_FOUND, STEP_OVERDUE_EXPORT;

ask_fn    step_campaigns_ask, step_open_ask, step_new_ask, step_again_ask, step_drop_ask, step_prepare_ask, step_submit_ask, step_list_ask,
	step_decide_ask, step_acts_ask, step_overdue_ask;
answer_fn step_campaigns_answer, step_open_answer, step_campaign_answer, step_list_answer, step_search_answer, step_line_answer,
	step_acts_answer, step_export_answer, step_overdue_answer, step_overdue_export_answer;

/* Binds at most PAGE_ROWS rows whose column `total` counts them all, and the markers of kit/pagination. */
void step_paged_show(const struct request *req, const char *section, const struct rows *rows, int64_t page_number, struct page *page);
/* "CATEGORIE" and "A" light CATEGORIE_A_ON: a list given again with what was chosen. */
void step_choice_show(const struct request *req, struct page *page, const char *name, str value);
static inline int64_t page_of(int64_t page) { return page > 0 ? page : 1; }
static inline int64_t skip_of(int64_t page) { return (page_of(page) - 1) * PAGE_ROWS; }
#endif
