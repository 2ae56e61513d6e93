/* One agent's pension at his limit date, from the raw lines of his acts, pure. The lines come as the database keeps them; the situation is
 * carried along here as career_api.timeline_of carries it for one agent, so that a country is read in bulk. */
#ifndef GUICHET_COHORTS_ESTIMATE_H
#define GUICHET_COHORTS_ESTIMATE_H
#include "pensions/simulation.h"

/* What a status and a position say, by their codes. */
struct fund {
	str         code;
	bool        known;
	enum regime regime;
};
struct standing {
	str         code;
	enum counts counts;
	bool        demo;
};
struct tables {
	const struct fund        *funds;      size_t fund_count;
	const struct standing    *standings;  size_t standing_count;
	const struct dated_value *parameters; size_t parameter_count;
};

/* A line in force: what it sets; an absent code or a zero leaves that alone. */
struct career_line {
	struct date effect;
	bool        ends;             /* retirement, removal */
	int16_t     fund, standing;   /* index in the tables plus one; 0: the line does not say */
	int32_t     index;
};
struct career_fact { str kind; int64_t value; };
struct career {
	int64_t     agent;
	struct date birth, leave;
	char        sex;
	int16_t     status;           /* of today, as `fund` above */
	struct fund own;              /* his own fund, which may differ from that of his status */
	int         doubts;           /* contradictions between acts: they stop any computation */
	const struct career_line *lines; size_t line_count;
	const struct career_fact *facts; size_t fact_count;
};

struct estimate {
	bool    complete, entitled, demo;
	bool    owed[REGIMES];        /* this fund's part could be computed */
	bool    has[REGIMES];         /* time of this fund counts, or may count */
	int64_t pension[REGIMES];     /* francs a month */
	int     waits, liquidations;
	const char *wait_code;        /* of cohorts.estimates; NULL when complete */
};

/* Memory: the arena. */
struct simulation career_simulation(struct arena *arena, const struct career *career, const struct tables *tables);
struct estimate   estimate_career(struct arena *arena, const struct career *career, const struct tables *tables);
#endif
