/* The agent's own page of the service: rows to a simulation, a simulation to the page. Who asks is the session. */
#ifndef GUICHET_PENSIONS_OWN_H
#define GUICHET_PENSIONS_OWN_H
#include "guichet/app.h"
#include "simulation.h"

struct pension_input { struct date le; };
extern const struct field PENSION_FIELDS[];
extern const struct query PENSION_PERSON, PENSION_SERVICES, PENSION_FACTS, PENSION_PARAMETERS, PENSION_GAPS;
then_fn pension_then;      /* judges the day that was asked, by the person's own dates */
answer_fn pension_answer;

/* The rows of the queries above and of career_api.my_gaps. */
struct simulation pension_read(struct arena *arena, const struct results *got, const struct rows *gaps);

/* "192 000 FCFA", "64 %", "30 mars 2027" of the day before the first without service. */
str pension_money(struct arena *arena, int64_t francs);
str pension_percent(struct arena *arena, int64_t millionths);
str pension_last_day(struct arena *arena, struct date until);

/* Parts of the page. */
void pension_show_waits(const struct request *req, const struct liquidation *got, struct page *page);
void pension_show_lines(const struct request *req, const struct simulation *sim, const struct liquidation *got, const struct rules *rules, const struct rows *services, struct page *page);
void pension_show_changes(const struct request *req, const struct simulation *sim, const struct liquidation *got, enum regime regime, struct date leave, const struct rows *gaps, struct page *page);
/* The chart and the table of the possible dates; `chosen` stands out. */
void pension_show_dates(const struct request *req, const struct simulation *sim, enum regime regime, struct date chosen, struct page *page);
#endif
