/* Atoms become pages: as many as fit, cut where nothing asks to stay together. Then each becomes marks, in reading order. */
#include "paper_private.h"

struct op *
op_put(struct maker *m, struct ops *ops, enum op_kind kind)
{
	if (ops->count == ops->room) {
		struct op *before = ops->at;

		ops->room = ops->room == 0 ? 32 : ops->room * 2;
		ops->at = arena_array(m->arena, ops->room, sizeof *before);
		if (before != NULL)
			memcpy(ops->at, before, ops->count * sizeof *before);
	}
	struct op *op = &ops->at[ops->count++];

	*op = (struct op){ .kind = (uint8_t)kind };
	return op;
}

void
ops_fill(struct maker *m, struct ops *ops, float x, float y, float w, float h, enum paper_colour colour)
{
	struct op *op = op_put(m, ops, OP_FILL);

	op->x = x;
	op->y = y;
	op->w = w;
	op->h = h;
	op->colour = (uint8_t)colour;
}

void
ops_set(struct maker *m, struct ops *ops, const struct set *set, uint32_t first, uint32_t count, float x, float y, enum paper_colour colour)
{
	for (uint32_t i = first; i < set->count && i < first + count; i++) {
		struct op *op = op_put(m, ops, OP_LINE);

		op->what = &set->lines[i];
		op->x = x;
		op->y = y + (float)(i - first) * style_line(set->style) + style_baseline(set->style);
		op->colour = (uint8_t)colour;
	}
}

static void
ops_name(struct maker *m, struct ops *ops, enum op_kind kind, const char *tag)
{
	op_put(m, ops, kind)->what = tag;
}

void
ops_tag(struct maker *m, struct ops *ops, const char *tag)
{
	ops_name(m, ops, OP_TAG, tag);
}

void
ops_tag_end(struct maker *m, struct ops *ops, const char *tag)
{
	ops_name(m, ops, OP_TAG_END, tag);
}

/* ---- where pages end ---- */

/* What atom `i` takes of a page that began with atom `first`. */
static float
taken(const struct maker *m, size_t first, size_t i)
{
	const struct atom *a = &m->atoms.at[i];
	const bool head = a->kind == ATOM_ROW && (i == first || a->opens);

	return (i == first ? 0 : a->gap) + a->height + (head ? ((const struct table *)a->what)->head_height : 0);
}

/* The first atom of the next page. */
static size_t
page_end(const struct maker *m, size_t first)
{
	float used = 0;
	size_t i = first, cut = first;

	for (; i < m->atoms.count; i++) {
		used += taken(m, first, i);
		if (used > BODY_HEIGHT + 0.01f)
			break;
		if (!m->atoms.at[i].keep)
			cut = i + 1;
	}
	if (i == m->atoms.count)
		return i;
	/* Things that want to stay together but fill more than a page are cut where the page ends. */
	return cut > first ? cut : i > first ? i : first + 1;
}

/* ---- what stands on them ---- */

/* Lines of a cell, each at the right end of its column when it holds numbers. */
static void
cell_draw(struct maker *m, const struct table *t, size_t column, const struct set *set, uint32_t first, uint32_t count, float y)
{
	const float x = SIDE + t->x[column] + PAD_X, room = t->width[column] - 2 * PAD_X;

	for (uint32_t i = first; i < set->count && i < first + count; i++)
		ops_set(m, &m->ops, set, i, 1, x + (t->columns[column].right && !t->empty ? room - set->lines[i].width : 0),
			y + (float)(i - first) * style_line(set->style), INK);
}

static void
head_draw(struct maker *m, const struct table *t, float y, bool tagged)
{
	if (tagged)
		ops_tag(m, &m->ops, "TR");
	ops_fill(m, &m->ops, SIDE, y, BODY_WIDTH, 0.9f, INK);
	for (size_t i = 0; i < t->column_count; i++) {
		if (tagged)
			ops_tag(m, &m->ops, "TH");
		cell_draw(m, t, i, t->heads[i], 0, t->heads[i]->count, y + PAD_Y + 1);
		if (tagged)
			ops_tag_end(m, &m->ops, "TH");
	}
	ops_fill(m, &m->ops, SIDE, y + t->head_height - 0.6f, BODY_WIDTH, 0.6f, INK);
	if (tagged)
		ops_tag_end(m, &m->ops, "TR");
}

static void
row_draw(struct maker *m, const struct atom *a, float y, bool first)
{
	const struct table *t = a->what;
	const size_t cells = t->empty ? 1 : t->column_count;

	if (!first)
		ops_fill(m, &m->ops, SIDE, y, BODY_WIDTH, 0.35f, RULE);
	ops_tag(m, &m->ops, "TR");
	for (size_t i = 0; i < cells; i++) {
		ops_tag(m, &m->ops, "TD");
		cell_draw(m, t, i, t->cells[a->row * cells + i], a->first, a->count, y + PAD_Y);
		ops_tag_end(m, &m->ops, "TD");
	}
	ops_tag_end(m, &m->ops, "TR");
}

static void
box_draw(struct maker *m, const struct box *box, float y)
{
	for (size_t i = 0; i < box->ops.count; i++) {
		struct op *op = op_put(m, &m->ops, OP_FILL);

		*op = box->ops.at[i];
		op->y += y;
	}
}

/* A paragraph over two pages is one P of two Spans: no mark may be open where a page ends. */
static void
line_draw(struct maker *m, const struct atom *a, float y, bool splits, bool first, bool last)
{
	if (a->opens)
		ops_tag(m, &m->ops, a->tag);
	if (splits && (a->opens || first))
		ops_tag(m, &m->ops, "Span");
	ops_set(m, &m->ops, a->what, a->first, 1, a->x, y, a->colour);
	if (splits && (a->closes || last))
		ops_tag_end(m, &m->ops, "Span");
	if (a->closes)
		ops_tag_end(m, &m->ops, a->tag);
}

/* Whether the block of line `i` goes on after `end` or began before `first`. */
static bool
is_split(const struct maker *m, size_t first, size_t end, size_t i)
{
	const struct atom *at = m->atoms.at;
	size_t from = i, to = i;

	while (from > first && !at[from].opens)
		from--;
	while (to + 1 < end && !at[to].closes)
		to++;
	return !at[from].opens || !at[to].closes;
}

static void
page_draw(struct maker *m, size_t first, size_t end)
{
	float y = BODY_TOP;
	bool splits = false;

	for (size_t i = first; i < end; i++) {
		const struct atom *a = &m->atoms.at[i];
		const struct table *t = a->kind == ATOM_ROW ? a->what : NULL;

		y += i == first ? 0 : a->gap;
		if (t != NULL && a->opens)
			ops_tag(m, &m->ops, "Table");
		if (t != NULL && (i == first || a->opens)) {
			head_draw(m, t, y, a->opens);
			y += t->head_height;
		}
		if (a->kind == ATOM_LINE && (i == first || a->opens))
			splits = is_split(m, first, end, i);
		if (a->kind == ATOM_LINE)
			line_draw(m, a, y, splits, i == first, i + 1 == end);
		else if (t != NULL)
			row_draw(m, a, y, i == first || a->opens);
		else
			box_draw(m, a->what, y);
		y += a->height;
		if (t != NULL && (a->closes || i + 1 == end))
			ops_fill(m, &m->ops, SIDE, y, BODY_WIDTH, 0.9f, INK);
		if (t != NULL && a->closes)
			ops_tag_end(m, &m->ops, "Table");
	}
	op_put(m, &m->ops, OP_PAGE);
}

void
paper_flow(struct maker *m)
{
	size_t first = 0;

	do {
		const size_t end = page_end(m, first);

		if (++m->pages > PAGES_MAX) {
			m->problem = problem_of(PROBLEM_TOO_LARGE, "paper.too_long");
			return;
		}
		page_draw(m, first, end);
		first = end;
	} while (first < m->atoms.count);
}
