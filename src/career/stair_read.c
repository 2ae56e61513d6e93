/* From the lines of a career to the points of its staircase. */
#include "career/stair.h"

struct grade {
	str     category;
	int64_t scale, step;
};

static void
point_put(struct stair *stair, struct stair_point point)
{
	if (stair->count == STAIR_POINTS) {
		memmove(stair->points, stair->points + 1, (STAIR_POINTS - 1) * sizeof(stair->points[0]));
		stair->count--;
	}
	stair->points[stair->count++] = point;
}

/* Missing steps between two dates: each takes a level of its own, on the day it was due or the last day that was left. */
static int
put_missing(struct stair *stair, const struct rows *path, int level, struct date from, struct date to)
{
	size_t i;

	/* Gaps stand after the lines: nearly everybody has none. */
	for (i = rows_count(path); i > 0 && rows_text(path, i - 1, "gap_code").at != NULL; i--)
		continue;
	for (; i < rows_count(path); i++) {
		struct date due = rows_date(path, i, "expected_date"), at = rows_date(path, i, "at_date");

		if (!str_is(rows_text(path, i, "gap_code"), "missing_step") || date_compare(at, from) != 0)
			continue;
		if (!date_there(due) || date_compare(due, to) > 0)
			due = to;
		point_put(stair, (struct stair_point){ due, ++level, STAIR_MISSING, true, rows_text(path, i, "grade") });
	}
	return level;
}

static int
rise(const struct grade *was, const struct grade *now)
{
	if (str_eq(was->category, now->category) && was->scale == now->scale)
		return now->step < was->step ? -1 : now->step > was->step ? 1 : 0;
	return 1;
}

static bool
same(const struct grade *a, const struct grade *b)
{
	return str_eq(a->category, b->category) && a->scale == b->scale && a->step == b->step;
}

/* What a line does not say stays as it was. */
static struct grade
grade_after(const struct rows *path, size_t row, const struct grade *was)
{
	struct grade now = *was;

	if (rows_text(path, row, "category").at != NULL)
		now.category = rows_text(path, row, "category");
	if (rows_text(path, row, "scale").at != NULL)
		now.scale = rows_int(path, row, "scale");
	if (rows_text(path, row, "step").at != NULL)
		now.step = rows_int(path, row, "step");
	return now;
}

static str
grade_label(struct arena *arena, const struct grade *g)
{
	return g->scale == 0 ? arena_format(arena, "%.*s-%d", STR_ARGS(g->category), (int)g->step)
	                     : arena_format(arena, "%.*s%d-%d", STR_ARGS(g->category), (int)g->scale, (int)g->step);
}

static void
read_steps(struct stair *stair, struct arena *arena, const struct rows *path)
{
	struct grade was = { NO_STR, 0, 0 };
	struct date last = { 0, 0, 0 };
	int level = 0;
	size_t i;

	for (i = 0; i < rows_count(path); i++) {
		struct grade now = grade_after(path, i, &was);
		struct date at = rows_date(path, i, "at_date");
		bool first = stair->count == 0, ladder = !str_eq(was.category, now.category) || was.scale != now.scale;

		if (rows_text(path, i, "gap_code").at != NULL || rows_text(path, i, "state_label").at != NULL || now.step == 0)
			continue;                        /* a state other than "in force" moves nothing */
		if (!first && same(&was, &now)) {
			last = rows_text(path, i, "step").at != NULL ? at : last;
			continue;
		}
		if (date_there(last))
			level = put_missing(stair, path, level, last, at);
		level += first ? 0 : rise(&was, &now);
		level = level < 0 ? 0 : level;
		point_put(stair, (struct stair_point){ at, level, rows_bool(path, i, "is_firm") ? STAIR_PROVED : STAIR_DECLARED,
		                                       first || ladder, grade_label(arena, &now) });
		was = now;
		last = at;
	}
	if (stair->count > 0)
		stair->points[stair->count - 1].major = true;
}

static bool
ends_band(str kind, str position)
{
	return str_is(position, "activite") || str_is(kind, "reintegration") || str_is(kind, "retour_stage");
}

/* A position given for a time lasts until its end, or until a line puts an end to it before. */
static void
read_bands(struct stair *stair, const struct rows *path)
{
	struct stair_band open = { .label = NO_STR };
	size_t i;

	for (i = 0; i <= rows_count(path); i++) {
		bool last = i == rows_count(path);
		str kind = rows_text(path, i, "kind_code"), position = rows_text(path, i, "position_code");
		bool stage = str_is(kind, "mise_stage");
		bool begins = stage || (position.at != NULL && !str_is(position, "activite"));
		struct date at = last ? stair->today : rows_date(path, i, "at_date");

		if (!last && (rows_text(path, i, "gap_code").at != NULL || rows_text(path, i, "state_label").at != NULL))
			continue;
		if (open.label.at != NULL && (last || begins || ends_band(kind, position)) && stair->band_count < STAIR_BANDS) {
			if (!date_there(open.to) || date_compare(at, open.to) < 0)
				open.to = at;
			stair->bands[stair->band_count++] = open;
			open.label = NO_STR;
		}
		if (!last && begins) {
			str label = stage ? STR("en stage") : rows_text(path, i, "position_label");

			open = (struct stair_band){ at, rows_date(path, i, "end_date"), label.at != NULL ? label : STR("hors poste") };
		}
	}
}

struct stair *
stair_read(struct arena *arena, const struct rows *path, struct date today)
{
	struct stair *stair = arena_alloc(arena, sizeof(*stair));

	memset(stair, 0, sizeof(*stair));
	stair->today = today;
	read_steps(stair, arena, path);
	read_bands(stair, path);
	return stair;
}

void
stair_expect(struct stair *stair, struct date next_step, str label)
{
	const struct stair_point *last = stair->count == 0 ? NULL : &stair->points[stair->count - 1];

	if (last != NULL && date_there(next_step) && date_compare(next_step, last->at) > 0)
		point_put(stair, (struct stair_point){ next_step, last->level + 1, STAIR_EXPECTED, false, label });
}

void
stair_end(struct stair *stair, struct date end, bool ended)
{
	stair->end = end;
	stair->ended = ended;
}
