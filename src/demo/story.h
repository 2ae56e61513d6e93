/* A career as a story: who, when, and the lines of acts that tell it. Pure: no database, no clock; the same plan and seed
 * give the same lines. Days are days since 1970-01-01 (date_days); NO_DAY is no day. */
#ifndef GUICHET_DEMO_STORY_H
#define GUICHET_DEMO_STORY_H
#include "demo/names.h"
#include "guichet/clock.h"

#define NO_DAY INT32_MIN

/* What the database knows, by number: 0 = not said, n = places[n - 1] or corps[n - 1]. */
struct place {
	int64_t     id;
	const char *code, *name;
	uint16_t    top;              /* the ministry or institution it belongs to */
};
struct corps {
	int64_t     id;
	const char *code;
	uint8_t     category, scale;  /* category: 1 = A … 5 = E */
	uint8_t     age_limit;        /* 0 = that of the category */
	uint16_t    weight;           /* how many agents bear it */
	uint16_t    ministry;         /* place it belongs to, 0 = any */
};
struct world {
	struct arena       *arena;
	const struct place *places;   /* sorted by ministry */
	size_t              place_count;
	const struct corps *corps;
	size_t              corps_count;
	struct ministry {
		uint16_t place, first, count, weight;   /* its places are first … first + count - 1 */
	} ministries[64];
	size_t              ministry_count;
	int32_t             today;
};
/* Fills `ministries` from `places`; `home` is the weight of the MTFP in thousandths. */
void     world_index(struct world *world, int home);
uint16_t world_place(const struct world *world, const char *code);   /* 0 when there is none */
uint16_t world_corps(const struct world *world, const char *code);
/* Weight and ministry of a corps, by its code. */
void     corps_habits(const struct world *world, struct corps *corps);

enum status { STATUS_UNSAID, STATUS_FE, STATUS_ACDPE, STATUS_AME, STATUS_OCC };
enum position { POSITION_UNSAID, POSITION_ACTIVITE, POSITION_DETACHEMENT, POSITION_MISE_DISPOSITION, POSITION_DISPONIBILITE,
	POSITION_SOUS_DRAPEAUX };
enum kind { KIND_NOMINATION, KIND_CONTRAT, KIND_CDI, KIND_REVERSEMENT, KIND_TITULARISATION, KIND_AVANCEMENT, KIND_AVENANT,
	KIND_GRADE, KIND_PROMOTION, KIND_RECLASSEMENT, KIND_RECONSTITUTION, KIND_BONIFICATION, KIND_AFFECTATION, KIND_MUTATION,
	KIND_PRISE_SERVICE, KIND_MISE_STAGE, KIND_RETOUR_STAGE, KIND_DETACHEMENT, KIND_MISE_DISPOSITION, KIND_DISPONIBILITE,
	KIND_REINTEGRATION, KIND_CONGE, KIND_SANCTION, KIND_RADIATION, KIND_NOTIFICATION, KIND_RETRAITE, KIND_PRESENCE, KIND_AUTRE,
	KINDS };
enum proof { PROOF_SCELLE, PROOF_ORIGINAL, PROOF_COPIE, PROOF_DECLARE, PROOF_INTROUVABLE };
enum act_state { ACT_EN_VIGUEUR, ACT_REMPLACE, ACT_ANNULE };
extern const char *const STATUS_CODES[], *const POSITION_CODES[], *const KIND_CODES[], *const PROOF_CODES[], *const STATE_CODES[];

/* 0 = unsaid in every member. */
struct situation {
	uint8_t  status, category, scale, step, position;
	uint16_t index, corps, place;
};
struct story_line {
	int32_t          effect, end;
	int32_t          act, line_no;       /* given by country_add */
	uint8_t          kind, proof, state;
	bool             alone;              /* an act of its own; otherwise shared with everybody it concerns that day */
	uint16_t         ministry;           /* place of the ministry it was issued for */
	uint8_t          status, category;   /* held then: acts are issued by status, those of advancement by category */
	struct situation before, after;
	const char      *note;
};

enum broken { BROKEN_NOT, BROKEN_MISSING, BROKEN_TWICE, BROKEN_LOWERED, BROKEN_BEFORE_HIRE, BROKEN_AFTER_RETIREMENT,
	BROKEN_OVERDUE, BROKEN_PROOF, BROKEN_KINDS };

/* What will happen, decided before it is told. */
struct plan {
	uint8_t     status;
	uint16_t    corps, place;
	int32_t     birth, hire;
	uint16_t    new_corps;               /* reclassified into it … */
	int32_t     reclass;                 /* … that day, after a training begun two years before */
	uint8_t     away;                    /* a position other than activité … */
	int32_t     away_from, away_to;      /* … from, and first day back (NO_DAY: still away) */
	int32_t     away_end;                /* last day written on the act; NO_DAY: none */
	int32_t     cdi, reversal;           /* a contract that becomes permanent; into the civil service */
	int32_t     died;
	bool        retires;                 /* the act of retirement is there when its day has come */
	bool        moves;                   /* posted elsewhere now and then */
	enum broken broken;
};
struct career_story {
	str                family, given;
	char               sex;
	int32_t            birth, died;      /* birth NO_DAY: not known */
	const char        *matricule;        /* NULL: made from the number of the agent */
	int32_t            hire;
	uint8_t            status;           /* declared at entry */
	uint16_t           place;
	int32_t            retirement;       /* NO_DAY: not known */
	bool               is_retired;
	enum broken        broken;
	struct story_line *lines;            /* room for STORY_MOST while it is being told */
	size_t             count;
};
#define STORY_MOST 96

/* Rules, the same as the reference rows of the database (demonstration values where the law is not known). */
#define STEP_MONTHS 24
int     step_most(int32_t day);                                                /* 12, then 15 since September 2017 */
int     age_limit(const struct world *world, uint8_t status, uint8_t category, uint16_t corps);   /* 0: not known */
int32_t retirement_day(int32_t birth, int age);                                /* first day of the next quarter */
int     pay_index(uint8_t category, uint8_t scale, uint8_t step);              /* invented grid */
int32_t day_of(int year, int month, int day);
int32_t day_add_months(int32_t day, int months);
int32_t quarter_after(int32_t day);                                            /* first day of the following quarter */

/* An agent in post, or one who retired in the last twenty years. */
struct plan plan_invent(struct random *random, const struct world *world, bool retired);
/* Tells the plan up to today, in the order of effect; story->lines must have room for STORY_MOST lines. */
void story_tell(struct career_story *story, struct random *random, const struct world *world, const struct plan *plan);
/* A line as that kind of act writes it for somebody whose situation is `now`. */
struct story_line story_line_make(const struct world *world, struct situation now, enum kind kind, int32_t effect, struct situation after);
void situation_change(struct situation *now, struct situation after);
/* Adds a line that sets `after`, at its place in the order of effect; what it states as before is the situation there. */
struct story_line *story_insert(struct career_story *story, const struct world *world, enum kind kind, int32_t effect,
	struct situation after);
void story_remove(struct career_story *story, size_t line);
struct situation story_situation(const struct career_story *story, size_t lines);   /* after so many lines */
/* Breaks a rule, as the plan said; where the story does not lend itself to it, it stays as it is (broken = BROKEN_NOT). */
void story_break(struct career_story *story, struct random *random, const struct world *world, enum broken broken);
#endif
