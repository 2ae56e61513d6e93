/* The staircase of a career as a drawing: dates and levels in, geometry of an SVG out (templates/career/layout-stairs.tpl).
 * Abscissas are percentages, so that one drawing fits a phone and a desk with letters of the same size; ordinates are
 * pixels of a drawing STAIR_HEIGHT high. */
#ifndef GUICHET_CAREER_STAIR_H
#define GUICHET_CAREER_STAIR_H
#include "guichet/page.h"
#include "guichet/query.h"

#define STAIR_HEIGHT 304
#define STAIR_POINTS 120      /* a career has some twenty; what is over is left out, oldest first */
#define STAIR_BANDS  16

enum stair_kind { STAIR_PROVED, STAIR_DECLARED, STAIR_MISSING, STAIR_EXPECTED };

struct stair_point {
	struct date     at;
	int             level;      /* the first step is 0 */
	enum stair_kind kind;
	bool            major;      /* its label is kept on a phone */
	str             label;      /* "A3-9" */
};

struct stair_band {                 /* a time spent elsewhere than in one's post */
	struct date from, to;
	str         label;
};

struct stair {
	struct stair_point points[STAIR_POINTS];
	size_t             count;
	struct stair_band  bands[STAIR_BANDS];
	size_t             band_count;
	struct date        today;
	struct date        end;     /* departure, done or probable; absent when it is not known */
	bool               ended;   /* it is behind */
};

/* Reads the rows of career_api.my_path: levels rise with the steps, and by one when the ladder changes. */
struct stair *stair_read(struct arena *arena, const struct rows *path, struct date today);
/* The next step and the departure, when they are known; after stair_read. */
void          stair_expect(struct stair *stair, struct date next_step, str label);
void          stair_end(struct stair *stair, struct date end, bool ended);
/* Fills the section STAIR, or NO_STAIR when not one step is known. */
void          stair_draw(const struct stair *stair, struct arena *arena, struct page *page);
#endif
