/* From the points of a staircase to the geometry of its drawing (stair.h). */
#include "career/stair.h"

#include <stdarg.h>
#include <stdio.h>

#define TOP    66.0            /* of the highest step */
#define BOTTOM 268.0           /* the axis */
#define BASE   242.0           /* of the first step: its label stands below */
#define LEFT   3.0             /* per cent */
#define RIGHT  97.0

struct frame {
	struct arena *arena;
	double        first, span;     /* days */
	double        rise;            /* pixels a level */
};

/* A text that grows; its room is known to be enough before it begins. */
struct text {
	char  *at;
	size_t len, room;
};

/* The digits of a coordinate, to the hundredth: a hundred of them a drawing, so not by printf. `end` is one past the
 * last; returns the first. */
static char *
digits_put(char *end, double value)
{
	long long hundredths = (long long)(value * 100 + (value < 0 ? -0.5 : 0.5));
	bool minus = hundredths < 0;
	int digits = 0;

	if (minus)
		hundredths = -hundredths;
	do {
		*--end = (char)('0' + hundredths % 10);
		hundredths /= 10;
		if (++digits == 2)
			*--end = '.';
	} while (hundredths > 0 || digits < 3);
	if (minus)
		*--end = '-';
	return end;
}

/* One step of a path: its letter and a coordinate. */
static void
text_put(struct text *text, char letter, double value)
{
	char buffer[24], *end = buffer + sizeof(buffer), *at = digits_put(end, value);
	size_t size = (size_t)(end - at);

	if (text->room - text->len < size + 1)
		return;
	text->at[text->len++] = letter;
	memcpy(text->at + text->len, at, size);
	text->len += size;
}

static double
x_of(const struct frame *f, struct date at)
{
	double x = LEFT + (RIGHT - LEFT) * (date_days(at) - f->first) / f->span;

	return x < LEFT ? LEFT : x > RIGHT ? RIGHT : x;
}

static double
y_of(const struct frame *f, int level)
{
	return BASE - f->rise * level;
}

static str
number(const struct frame *f, double value)
{
	char *text = arena_alloc(f->arena, 24), *at = digits_put(text + 24, value);

	return (str){ at, (size_t)(text + 24 - at) };
}

static struct frame
frame_of(const struct stair *stair, struct arena *arena)
{
	int32_t first = date_days(stair->points[0].at), last = date_days(stair->today);
	int highest = 1;
	size_t i;

	if (date_there(stair->end) && (stair->ended || date_days(stair->end) > last))
		last = date_days(stair->end);
	for (i = 0; i < stair->count; i++) {
		highest = stair->points[i].level > highest ? stair->points[i].level : highest;
		last = date_days(stair->points[i].at) > last ? date_days(stair->points[i].at) : last;
	}
	return (struct frame){ arena, first, last - first > 365 ? last - first : 365, (BASE - TOP) / highest };
}

/* The line, solid up to the last act and dotted after it; what it encloses. Coordinates of a frame 1000 wide. */
static void
draw_line(const struct stair *stair, const struct frame *f, struct page *page)
{
	size_t room = 40 * (stair->count + 4), i;
	struct text line = { arena_alloc(f->arena, room), 0, room }, dots = { arena_alloc(f->arena, room), 0, room };
	struct date until = date_there(stair->end) && stair->ended ? stair->end : stair->today;
	double x = 10 * x_of(f, stair->points[0].at), y = y_of(f, stair->points[0].level), last;
	double first = x, here;

	text_put(&line, 'M', x);
	text_put(&line, ' ', y);
	for (i = 1; i < stair->count && stair->points[i].kind != STAIR_EXPECTED; i++) {
		y = y_of(f, stair->points[i].level);
		x = 10 * x_of(f, stair->points[i].at);
		text_put(&line, 'H', x);
		text_put(&line, 'V', y);
	}
	here = 10 * x_of(f, until);
	here = here < x ? x : here;
	text_put(&line, 'H', here);
	page_text(page, MARK("STAIR_LINE"), arena_copy(f->arena, (str){ line.at, line.len }));
	text_put(&line, 'V', BOTTOM);
	text_put(&line, 'H', first);
	page_text(page, MARK("STAIR_AREA"), arena_join(f->arena, (const str[]){ { line.at, line.len }, STR("z") }, 2));
	if (stair->ended)
		return;
	last = i < stair->count && 10 * x_of(f, stair->points[i].at) < here ? 10 * x_of(f, stair->points[i].at) : here;
	text_put(&dots, 'M', last);
	text_put(&dots, ' ', y);
	for (; i < stair->count; i++) {
		text_put(&dots, 'H', 10 * x_of(f, stair->points[i].at));
		text_put(&dots, 'V', y_of(f, stair->points[i].level));
	}
	last = date_there(stair->end) ? 10 * x_of(f, stair->end) : here;
	text_put(&dots, 'H', last > here ? last : here);
	page_text(page_row(page, MARK("STAIR_DOTS")), MARK("DOTS"), (str){ dots.at, dots.len });
}

/* A label stands above its point, at the left; below where the line comes from above, or where there is no room. */
static void
draw_point(const struct frame *f, const struct stair_point *point, bool below, double free_from, struct page *page)
{
	struct page *row = page_row(page, MARK("STAIR_POINT"));
	double x = x_of(f, point->at), y = y_of(f, point->level);

	page_text(row, MARK("X"), number(f, x));
	page_text(row, MARK("Y"), number(f, y));
	page_show(row, point->kind == STAIR_MISSING    ? MARK("MISSING")
	               : point->kind == STAIR_DECLARED ? MARK("DECLARED")
	               : point->kind == STAIR_EXPECTED ? MARK("EXPECTED")
	               : point->major                  ? MARK("MAJOR")
	                                               : MARK("MINOR"));
	if (!point->major && x < free_from)
		return;
	row = page_row(row, MARK("LABEL"));
	page_text(row, MARK("TEXT"), point->label);
	page_text(row, MARK("TEXT_Y"), number(f, below ? y + 19 : y - 11));
	page_show(row, point->major ? MARK("TEXT_MAJOR") : MARK("TEXT_MINOR"));
	page_show(row, below || x < 9 ? MARK("TEXT_START") : MARK("TEXT_END"));
}

/* Two labels at less than this many per cent would touch on a screen of 1000 pixels. */
#define LABEL_ROOM 4.6

static void
draw_points(const struct stair *stair, const struct frame *f, struct page *page)
{
	double free_from = 0;
	size_t i;

	for (i = 0; i < stair->count; i++) {
		double x = x_of(f, stair->points[i].at);
		bool below = i == 0 || stair->points[i].level < stair->points[i - 1].level;

		draw_point(f, &stair->points[i], below, free_from, page);
		if (stair->points[i].major || x >= free_from)
			free_from = x + LABEL_ROOM;
	}
}

static void
draw_years(const struct stair *stair, const struct frame *f, struct page *page)
{
	struct date at = { (int16_t)(stair->points[0].at.year / 5 * 5 + 5), 1, 1 };

	for (; date_days(at) <= f->first + f->span; at.year = (int16_t)(at.year + 5)) {
		struct page *row = page_row(page, MARK("STAIR_YEAR"));

		page_text(row, MARK("X"), number(f, x_of(f, at)));
		page_int(row, MARK("YEAR"), at.year);
		page_show(row, at.year % 10 == 0 ? MARK("DECADE") : MARK("HALF"));
	}
}

static void
draw_bands(const struct stair *stair, const struct frame *f, struct page *page)
{
	size_t i;

	for (i = 0; i < stair->band_count; i++) {
		struct page *row = page_row(page, MARK("STAIR_BAND"));
		double x = x_of(f, stair->bands[i].from), to = x_of(f, stair->bands[i].to);

		page_text(row, MARK("X"), number(f, x));
		page_text(row, MARK("WIDTH"), number(f, to > x ? to - x : 0.3));
		if (to - x > 0.72 * (double)utf8_count(stair->bands[i].label)) {      /* it has room on a screen of 1000 pixels */
			row = page_row(row, MARK("LABEL"));
			page_text(row, MARK("TEXT_X"), number(f, (x + to) / 2));
			page_text(row, MARK("TEXT"), stair->bands[i].label);
		}
	}
}

static void
draw_end(const struct stair *stair, const struct frame *f, struct page *page)
{
	double today = x_of(f, stair->today);
	struct page *row;

	if (!date_there(stair->end))
		return;
	if (!stair->ended && x_of(f, stair->end) > today) {
		row = page_row(page, MARK("STAIR_AHEAD"));
		page_text(row, MARK("X"), number(f, today));
		page_text(row, MARK("WIDTH"), number(f, x_of(f, stair->end) - today));
	}
	row = page_row(page, MARK("STAIR_LEAVE"));
	page_text(row, MARK("X"), number(f, x_of(f, stair->end)));
	page_text(row, MARK("LEAVE_DATE"), date_french(f->arena, stair->end));
	page_show(row, stair->ended ? MARK("LEFT") : MARK("LEAVING"));
}

/* The drawing in one sentence, for who does not see it. */
static void
tell(const struct stair *stair, struct page *page)
{
	size_t i, missing = 0, last = 0;

	for (i = 0; i < stair->count; i++) {
		missing += stair->points[i].kind == STAIR_MISSING;
		last = stair->points[i].kind == STAIR_EXPECTED ? last : i;
	}
	page_int(page, MARK("STAIR_FROM"), stair->points[0].at.year);
	page_text(page, MARK("STAIR_FIRST"), stair->points[0].label);
	page_text(page, MARK("STAIR_LAST"), stair->points[last].label);
	if (missing > 0)
		page_int(page_row(page, MARK("STAIR_MISSES")), MARK("MISSES"), (int64_t)missing);
}

void
stair_draw(const struct stair *stair, struct arena *arena, struct page *page)
{
	struct frame f;
	struct page *drawing;

	if (stair->count == 0) {
		page_show(page, MARK("NO_STAIR"));
		return;
	}
	drawing = page_row(page, MARK("STAIR"));
	f = frame_of(stair, arena);
	tell(stair, drawing);
	draw_bands(stair, &f, drawing);
	draw_end(stair, &f, drawing);
	draw_years(stair, &f, drawing);
	draw_line(stair, &f, drawing);
	draw_points(stair, &f, drawing);
}
