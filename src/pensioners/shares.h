/* Who of the survivors is entitled to which part of the pension of the deceased. Pure, in whole numbers; the three values it needs are
 * dated parameters of the ministry (docs/pensions-parametres.md), none of which was seen in a text of Benin: without all three there is
 * nothing to compute, and the caller says so.
 *
 * The spouses share one part equally; each child under the age has one. Together they never pass the whole: if they would, each is lowered
 * in the same proportion. Francs: each part is rounded down; the francs that are left, fewer than the survivors, go one each to the eldest
 * whose part was cut. The order in which survivors are given never changes what each gets. */
#ifndef GUICHET_PENSIONERS_SHARES_H
#define GUICHET_PENSIONERS_SHARES_H
#include "guichet/arena.h"
#include "guichet/clock.h"

enum { SURVIVORS_MOST = 30, SHARE_WHOLE = 1000000 };
enum survivor_kind { SURVIVOR_SPOUSE, SURVIVOR_CHILD };
enum share_verdict { SHARE_ENTITLED, SHARE_TOO_OLD, SHARE_NOT_BORN };

struct survivor {
	enum survivor_kind kind;
	struct date        birth;
	str                name;       /* breaks ties between people of one age; nothing else */
};
struct share_rules {
	int64_t spouse;            /* of all spouses together, in hundredths of a percent */
	int64_t orphan;            /* of each child, the same */
	int64_t age;               /* a child is entitled before this birthday, in years */
};
struct share {
	enum share_verdict verdict;
	int64_t            millionths;     /* of the pension, rounded down: for reading */
	int64_t            francs;         /* a month */
};

/* `on`: the day of the first payment, on which ages count. `pension` is in francs a month, 0 when it is not known (then francs stay 0).
 * `out` has room for `count`, at most SURVIVORS_MOST. Returns false, and computes nothing, when a value is out of reason: below 0, over a
 * whole, an age over 100, more than SURVIVORS_MOST, a pension below 0 or over 10^12. */
bool shares_of(const struct survivor *survivors, size_t count, const struct share_rules *rules, int64_t pension, struct date on, struct share *out);
#endif
