/* The page of departures: filters kept in the address, counts and charts, the list behind them, its export. */
#ifndef GUICHET_COHORTS_DEPARTS_H
#define GUICHET_COHORTS_DEPARTS_H
#include "guichet/app.h"

#define DEPARTS_VIEWS "dates|passee|inconnue"
#define DEPARTS_PAGE  25      /* agents of a list */
#define DEPARTS_YEARS 10

struct departs_input {
	int64_t annee, trimestre, corps, structure, page;
	str     categorie, sexe, vue;
	str     format, motif, precision;
};
extern const struct field DEPARTS_FIELDS[], DEPARTS_EXPORT_PAGE_FIELDS[], DEPARTS_EXPORT_FIELDS[];
extern const struct query DEPARTS_COUNTS, DEPARTS_HEAD, DEPARTS_LIST, DEPARTS_TOTAL, DEPARTS_CHOICES, DEPARTS_ALLOW, DEPARTS_EXPORT;
ask_fn    departs_ask, departs_export_page_ask, departs_export_ask;
then_fn   departs_then;          /* a year that the page does not show is refused, in words */
answer_fn departs_answer, departs_export_page_answer, departs_export_answer;

/* The year that is asked for, if the page shows it; else 0. */
int64_t departs_year(const struct request *req, const struct departs_input *in);
/* "?annee=2027&categorie=A" of these filters, empty when there are none. */
str     departs_query(struct arena *arena, const struct departs_input *in);
/* "2026 à 2035", "2028", "3e trimestre 2028" */
str     departs_period(const struct request *req, const struct departs_input *in);
/* The chips of the filters in force, each with the address without it. */
void    departs_show_filters(const struct request *req, const struct departs_input *in, const struct rows *head, struct page *page);

/* Charts and tables of the counts (departs_counts.c). */
void    departs_show_counts(const struct request *req, const struct departs_input *in, const struct rows *counts, struct page *page);
#endif
