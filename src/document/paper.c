/* From data to the bytes of a PDF: lay out, flow over pages, draw, finish. */
#include <stdlib.h>

#include "guichet/clock.h"
#include "paper_private.h"

struct problem
paper_warm(void)
{
	struct problem problem = NO_PROBLEM;

	(void)paper_fonts_mine(&problem);
	return problem;
}

#define DAY 86400000000    /* microseconds */

static void
metadata_say(struct maker *m)
{
	const struct paper *p = m->paper;
	const str form = paper_plain(m, p->form), reference = paper_plain(m, p->reference), title = paper_plain(m, p->title);
	const int64_t days = p->created / DAY - (p->created % DAY < 0), second = (p->created - days * DAY) / 1000000;
	const struct date day = date_of_days((int32_t)days);

	m->title = arena_copy(m->arena, str_trim(arena_format(m->arena, "%.*s%s%.*s %.*s", STR_ARGS(form), str_empty(reference) ? "" : " n° ", STR_ARGS(reference),
		STR_ARGS(title))));
	m->author = arena_copy(m->arena, paper_plain(m, p->author));
	m->subject = arena_copy(m->arena, paper_plain(m, p->subject));
	m->created = arena_format(m->arena, "%04d-%02d-%02dT%02d:%02d:%02dZ", day.year, day.month, day.day, (int)(second / 3600), (int)(second / 60 % 60), (int)(second % 60));
}

static struct problem
make(struct maker *m, struct arena *arena, str *bytes)
{
	struct bytes drawn = { .at = NULL };
	struct problem problem;

	metadata_say(m);
	paper_lay(m);
	if (m->problem.kind == PROBLEM_NONE)
		paper_flow(m);
	if (m->problem.kind != PROBLEM_NONE)
		return m->problem;
	problem = paper_draw(m, &drawn);
	if (problem.kind == PROBLEM_NONE)
		problem = paper_pack(m, arena, (str){ .at = drawn.at, .len = drawn.len }, bytes);
	free(drawn.at);
	return problem;
}

struct problem
paper_pdf(struct arena *arena, const struct paper *paper, str *bytes, int *pages)
{
	struct maker m = { .paper = paper };
	struct problem problem = NO_PROBLEM;

	*bytes = NO_STR;
	*pages = 0;
	m.fonts = paper_fonts_mine(&problem);
	if (m.fonts == NULL)
		return problem;
	m.arena = arena_new();
	problem = make(&m, arena, bytes);
	problem.detail = arena_copy(arena, problem.detail);
	*pages = problem.kind == PROBLEM_NONE ? m.pages : 0;
	arena_free(m.arena);
	return problem;
}
