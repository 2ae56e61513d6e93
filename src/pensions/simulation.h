/* What-ifs over one career, pure: the pension at any possible day, what a missing act would change, what unproven lines are worth.
 * Each question is one more liquidation (liquidation.h) of a changed copy; nothing is stored, nothing is guessed. */
#ifndef GUICHET_PENSIONS_SIMULATION_H
#define GUICHET_PENSIONS_SIMULATION_H
#include "liquidation.h"

#define SIMULATION_DATES 64

/* A dated value as base.parameters holds it; `known` is false for a row that says that no value is known. */
struct dated_value {
	str         name;           /* "annuity_rate"; of the other fund: "cnss_annuity_rate" */
	struct date from, until;    /* until: first day on which it no longer holds; absent = it holds */
	int64_t     value;
	bool        known, demo;
	str         source, certainty;
};

struct simulation {
	struct liquidation_input in;            /* all but the day of leaving and the rules */
	const struct dated_value  *parameters; size_t parameter_count;
	const struct wait       *doubts;     size_t doubt_count;   /* contradictions between acts: they stop any computation */
};

/* What a known gap would give once its act is there: time, or an index, over [from, until). */
struct repair {
	struct date from, until;    /* until absent: until the departure */
	bool        adds_time;      /* services begin earlier; false: an index is higher there */
};

/* An end for what has none yet: the computation cuts it at the day of leaving. */
extern const struct date SIMULATION_OPEN;

/* The rules in force on a day; a hole in the dates is a rule that is not known. */
struct rules rules_at(const struct dated_value *list, size_t count, enum regime regime, struct date day);
struct liquidation simulate(struct arena *arena, const struct simulation *sim, enum regime regime, struct date leave);
/* The same with a repair proven. The index that the act would give is not known: `highest` takes the one that follows, else the one
 * that goes before; the truth lies between. */
struct liquidation simulate_repaired(struct arena *arena, const struct simulation *sim, enum regime regime, struct date leave, const struct repair *repair, bool highest);
/* The same as if what no firm paper proves had not been: the situation before such an act goes on, time before any other act is lost.
 * `left_out` counts what was taken away. */
struct liquidation simulate_proven(struct arena *arena, const struct simulation *sim, enum regime regime, struct date leave, size_t *left_out);
/* The days on which one may leave after `today`: each first day of a quarter, from the early departure, else from the limit, until two
 * years after the limit, and the limit itself. 0 when the limit is not known. */
size_t simulate_dates(const struct person *who, struct date today, struct date *dates);
/* The first day of a quarter on that day or after it. */
struct date quarter_from(struct date day);
/* Whether any time of that fund counts before a day. */
bool   regime_counts(const struct simulation *sim, enum regime regime, struct date leave);
#endif
