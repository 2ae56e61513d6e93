/* A career as the database tells it, to a simulation; a computation to words. One piece for the agent's own page, for a file and for the
 * booklet: what a person reads in the simulator is what the service certifies. */
#ifndef GUICHET_PENSIONS_CAREER_ROWS_H
#define GUICHET_PENSIONS_CAREER_ROWS_H
#include "guichet/query.h"
#include "simulation.h"

/* Rows of pensions_api.person_of, services_of, facts_of, parameters and of career_api.gap_rows_of, whoever asked for them. */
struct career_rows {
	const struct rows *who, *services, *facts, *parameters, *gaps;
};
struct simulation pension_read(struct arena *arena, const struct career_rows *rows);

/* One line as people read it. */
struct line_words {
	str  title;              /* "Services effectifs" */
	str  rule;               /* "Activité, du 1er avril 1993 au 31 mars 2027" */
	str  proof;              /* "12 actes, sans trou", "pièce manquante", "calcul" */
	str  value;              /* "34 ans", "64 %", "192 000 FCFA" */
	bool total, missing;     /* the result; nothing proves it */
};
/* `services` may be absent: then no grade is told beside an index. */
struct line_words pension_line_words(struct arena *arena, const struct simulation *sim, const struct line *line, const struct rules *rules, const struct rows *services);
/* What whoever holds the file can do of a wait: the agent himself, or the desk that reads his file. */
str pension_wait_to_do(enum wait_kind kind, bool desk);

/* "192 000 FCFA", "64 %", "30 mars 2027" of the day before the first without service. */
str pension_money(struct arena *arena, int64_t francs);
str pension_percent(struct arena *arena, int64_t millionths);
str pension_last_day(struct arena *arena, struct date until);
#endif
