/* The agent's own page of the service: a simulation to the page. Who asks is the session. */
#ifndef GUICHET_PENSIONS_OWN_H
#define GUICHET_PENSIONS_OWN_H
#include "guichet/app.h"
#include "career_rows.h"

struct pension_input { struct date le; };
extern const struct field PENSION_FIELDS[];
extern const struct query PENSION_PERSON, PENSION_SERVICES, PENSION_FACTS, PENSION_PARAMETERS, PENSION_GAPS;
then_fn pension_then;      /* judges the day that was asked, by the person's own dates */
answer_fn pension_answer;


/* Parts of the page. */
void pension_show_waits(const struct request *req, const struct liquidation *got, struct page *page);
void pension_show_lines(const struct request *req, const struct simulation *sim, const struct liquidation *got, const struct rules *rules, const struct rows *services, struct page *page);
void pension_show_changes(const struct request *req, const struct simulation *sim, const struct liquidation *got, enum regime regime, struct date leave, const struct rows *gaps, struct page *page);
/* The chart and the table of the possible dates; `chosen` stands out. */
void pension_show_dates(const struct request *req, const struct simulation *sim, enum regime regime, struct date chosen, struct page *page);
#endif
