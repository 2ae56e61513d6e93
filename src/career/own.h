/* What the agent's own pages share: who asks is the session, so no address carries an agent. The routes are in career.c. */
#ifndef GUICHET_CAREER_OWN_H
#define GUICHET_CAREER_OWN_H
#include "guichet/app.h"

#define OWN_PAGE_SIZE 50

struct own_acts_input { int64_t page; str type; };
struct own_act_input { int64_t acte; };
struct own_situation_input { struct date le; };
struct own_seen_input { int64_t page; };
extern const struct field OWN_ACTS_FIELDS[], OWN_ACT_FIELDS[], OWN_SITUATION_FIELDS[], OWN_SEEN_FIELDS[];

extern const struct query OWN_FRONT, OWN_LINES_ALL, OWN_PATH, OWN_SEEN_LATEST, OWN_CAMPAIGN;
extern const struct query OWN_AGENT, OWN_SITUATIONS, OWN_GAPS, OWN_SERVICE, OWN_TOTALS, OWN_RETIREMENT, OWN_SITUATION;
extern const struct query OWN_ACTS, OWN_KINDS, OWN_LINES, OWN_LINKS, OWN_SEAL, OWN_PAPER, OWN_EXPORT, OWN_SEEN;

answer_fn own_front_answer, own_path_answer, own_service_answer, own_retirement_answer, own_situation_answer, own_acts_answer,
	own_act_answer, own_seen_answer, own_export_answer;
ask_fn own_front_ask, own_situation_ask, own_acts_ask, own_seen_ask, own_export_ask;

/* Shows AGENT with the row of my_front or my_agent at the root, or NO_AGENT; false when the person is not an agent. */
bool own_agent_show(const struct request *req, const struct rows *agent, struct page *page);
/* Draws the staircase of my_path with what my_front expects. */
void own_stairs_show(const struct request *req, const struct rows *agent, const struct rows *path, struct page *page);
/* "28 ans, 1 mois"; "12 jours" under a month; absent when `to` is before `from`. */
str  own_lapse(struct arena *arena, struct date from, struct date to);
str  own_span(struct arena *arena, int64_t years, int64_t months, int64_t days);
/* Binds at most `size` rows of a page that was asked with one row more, and the markers of kit/pagination. */
void own_paged_show(const struct request *req, const char *section, const struct rows *rows, int64_t page_number, struct page *page);
#endif
