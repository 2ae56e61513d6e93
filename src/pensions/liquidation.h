/* The computation of a pension, pure: a career, dated rules and their sources come in; lines that explain every figure go out.
 * Integers only. Time is counted in days of a year of twelve months of thirty days (Y·360 + M·30 + D), so that a whole
 * year of service is one annuity wherever it begins; an interval ends on the day before `until`.
 *
 * What the law is not known to say is a rule that is not known: the computation then waits, naming what it waits for, and
 * gives no amount. Order of the input never changes the result; one more day of service never lowers it (tested). */
#ifndef GUICHET_PENSIONS_LIQUIDATION_H
#define GUICHET_PENSIONS_LIQUIDATION_H
#include "guichet/arena.h"
#include "guichet/clock.h"

enum regime { REGIME_FNRB, REGIME_CNSS, REGIMES };
enum counts { COUNTS_YES, COUNTS_NO, COUNTS_UNKNOWN };

/* What the acts say of one stretch of time. */
struct stretch {
	struct date from, until;
	enum counts counts;         /* of its position, for the pension */
	enum regime regime;
	int64_t     index;          /* pay index; 0 = not known */
	str         what, act;      /* "Activité, B1-12"; reference of the act behind it */
	bool        proven;
};
/* What the payer says of one stretch of time: monthly index pay. Given, it is compared, never mixed in. */
struct bonus {
	int64_t days;               /* of 360 a year */
	str     what, act, source;
	bool    proven;
};

struct rule {
	bool    known, demo;
	int64_t value;
	str     source, certainty;
};
struct rules {
	struct rule annuity_rate;   /* hundredths of a percent an annuity: 200 = 2 % */
	struct rule rate_cap;       /* hundredths of a percent: 8000 */
	struct rule least_months;   /* of effective service for a right: 180 */
	struct rule least_children; /* with least_months and this number of children a woman has a right before the age: 3 */
	struct rule window_months;  /* of the average pay: 60 */
	struct rule point_value;    /* thousandths of franc a point and a month */
	struct rule minimum;        /* francs a month; not known: no minimum is applied, and that is said */
};

struct person {
	struct date birth, leave;   /* leave: first day without service = first day of the pension */
	struct date limit;          /* day on which the age limit takes effect; absent = not known */
	struct date early;          /* day from which one may ask to leave before it; absent = no such rule */
	char        sex;
	int         children;
	bool        unfit;          /* the reform commission said so */
};

struct liquidation_input {
	struct person  person;
	const struct stretch *services; size_t service_count;
	const struct bonus   *bonuses;  size_t bonus_count;
	struct rules   rules;
};

enum line_kind {
	LINE_SERVICE,               /* a stretch that counts: days */
	LINE_NOT_COUNTED,           /* one that does not: days, 0 of them count */
	LINE_BONUS,
	LINE_TOTAL,                 /* days of all */
	LINE_OTHER_REGIME,          /* days that the other fund pays for */
	LINE_RIGHT,                 /* the condition that gives the right */
	LINE_RATE,                  /* millionths */
	LINE_PAY,                   /* a stretch of the last years: index, days */
	LINE_BASE,                  /* francs a month */
	LINE_SHARE,                 /* pro rata of this fund, millionths */
	LINE_MINIMUM,
	LINE_PENSION,               /* francs a month */
};
struct line {
	enum line_kind kind;
	str         label, detail;
	struct date from, until;
	int64_t     days, value;    /* value: what the kind says */
	str         act, source, certainty;
	bool        demo, unproven;
};

enum wait_kind { WAIT_DATES, WAIT_OVERLAP, WAIT_POSITION, WAIT_INDEX, WAIT_RULE, WAIT_LEAVE, WAIT_NOTHING };
/* One thing that stops the computation, named. */
struct wait {
	enum wait_kind kind;
	str         what;           /* "Indice inconnu", "Taux par annuité"… */
	struct date from, until;
	str         act;
};

struct liquidation {
	const struct line *lines; size_t line_count;
	const struct wait *waits; size_t wait_count;
	bool    complete;           /* nothing is waited for */
	bool    entitled;           /* a right to a pension; false: refund of contributions, never an amount here */
	bool    capped, raised;     /* by the cap; to the minimum */
	int64_t service_days, bonus_days, other_days;      /* of this fund, bonuses, of the other fund */
	int64_t rate;               /* millionths: 640000 = 64 % */
	int64_t base;               /* francs a month, rounded down */
	int64_t pension;            /* francs a month of this fund, rounded down; 0 unless complete and entitled */
};

/* Days of [from, until) in years of 360 days; 0 when empty. */
int64_t days_360(struct date from, struct date until);
/* "30 ans, 2 mois, 14 jours" */
str     span_text(struct arena *arena, int64_t days);
/* The pension that `regime` owes. Memory: the arena. */
struct liquidation liquidate(struct arena *arena, const struct liquidation_input *input, enum regime regime);
#endif
