/* Tables: columns by their shares, heads that come again on each page, rows that no page cuts (a row higher than a page is cut
 * between its lines, there is no other way). And facts: what on the left, its value on the right. */
#include "paper_private.h"

#define COLUMNS_MAX 24
#define ROWS_MAX    ((size_t)PAGES_MAX * 50)    /* more cannot fit: refused before they are shaped */
#define LABEL_WIDTH 150.0f

static float
widest(const struct set *set)
{
	float most = 0;

	for (uint32_t i = 0; i < set->count; i++)
		if (set->lines[i].width > most)
			most = set->lines[i].width;
	return most;
}

/* What each column may be given so that nobody gets more than he misses and all together `spare`: small wants come first. */
static float
fair_part(const float *missing, size_t count, float spare)
{
	float low = 0, high = BODY_WIDTH;

	for (int step = 0; step < 24; step++) {
		const float middle = (low + high) / 2;
		float given = 0;

		for (size_t i = 0; i < count; i++)
			given += missing[i] < middle ? missing[i] : middle;
		if (given <= spare)
			low = middle;
		else
			high = middle;
	}
	return low;
}

/* By the shares; then columns that have more than their texts need give to those that have less. */
static void
columns_place(struct maker *m, struct table *t, size_t cells)
{
	float *need = arena_array(m->arena, t->column_count, sizeof *need), *missing = arena_array(m->arena, t->column_count, sizeof *missing);
	float all = 0, spare = 0, given = 0, at = 0;

	for (size_t i = 0; i < t->column_count; i++) {
		all += t->columns[i].width > 0 ? (float)t->columns[i].width : 1;
		need[i] = longest_word(m, STYLE_HEAD, t->columns[i].title);
	}
	for (size_t i = 0; i < cells; i++)
		if (widest(t->cells[i]) > need[i % t->column_count])
			need[i % t->column_count] = widest(t->cells[i]);
	for (size_t i = 0; i < t->column_count; i++) {
		t->width[i] = BODY_WIDTH * (t->columns[i].width > 0 ? (float)t->columns[i].width : 1) / all;
		need[i] += 2 * PAD_X + 0.5f;
		if (t->width[i] < need[i])
			missing[i] = need[i] - t->width[i];
		else
			spare += t->width[i] - need[i];
	}
	const float part = fair_part(missing, t->column_count, spare);

	for (size_t i = 0; i < t->column_count; i++)
		given += missing[i] < part ? missing[i] : part;
	for (size_t i = 0; i < t->column_count; i++) {
		if (missing[i] > 0)
			t->width[i] += missing[i] < part ? missing[i] : part;
		else if (spare > 0)
			t->width[i] -= (t->width[i] - need[i]) * given / spare;
		t->x[i] = at;
		at += t->width[i];
	}
}

/* Cells were shaped as wide as the page: those that fit their column stay as they are. */
static void
cells_fit(struct maker *m, struct table *t, const str *texts, size_t cells)
{
	for (size_t i = 0; i < cells; i++) {
		const float room = t->width[i % t->column_count] - 2 * PAD_X;

		if (widest(t->cells[i]) > room)
			t->cells[i] = set_text(m, STYLE_CELL, NO_STR, texts[i], room, ALIGN_LEFT);
	}
}

static uint32_t
most_lines(const struct set *const *sets, size_t count)
{
	uint32_t most = 1;

	for (size_t i = 0; i < count; i++)
		if (sets[i]->count > most)
			most = sets[i]->count;
	return most;
}

/* A row's atoms: one, or several when it is higher than what a page has room for. */
static void
row_put(struct maker *m, struct table *t, size_t row, size_t rows, float gap)
{
	const float line = style_line(STYLE_CELL);
	const uint32_t lines = t->empty ? 1 : most_lines(&t->cells[row * t->column_count], t->column_count);
	const uint32_t room = (uint32_t)((BODY_HEIGHT - t->head_height - 2 * PAD_Y) / line);
	const size_t from = m->atoms.count;

	for (uint32_t first = 0; first < lines; first += room) {
		const uint32_t count = lines - first < room ? lines - first : room;
		struct atom *atom = atom_put(m, ATOM_ROW, first == 0 ? gap : 0, (float)count * line + 2 * PAD_Y);

		atom->what = t;
		atom->row = (uint32_t)row;
		atom->first = first;
		atom->count = count;
	}
	m->atoms.at[from].opens = row == 0;
	m->atoms.at[m->atoms.count - 1].closes = row + 1 == rows;
	/* No head with a single row at the foot of a page, no last row alone on the next. */
	if (m->atoms.count - from == 1 && rows > 1 && (row == 0 || row + 2 == rows))
		m->atoms.at[from].keep = true;
}

void
table_put(struct maker *m, const struct paper_block *b)
{
	struct table *t = arena_alloc(m->arena, sizeof *t);
	const size_t columns = b->column_count, cells = columns * b->row_count;

	if (b->row_count > ROWS_MAX) {
		m->problem = problem_of(PROBLEM_TOO_LARGE, "paper.too_long");
		return;
	}
	if (columns == 0 || columns > COLUMNS_MAX) {
		if (m->problem.kind == PROBLEM_NONE)
			m->problem = problem_of(PROBLEM_INPUT, "paper.table");
		return;
	}
	*t = (struct table){ .columns = b->columns, .column_count = columns, .empty = b->row_count == 0 };
	t->x = arena_array(m->arena, columns, sizeof *t->x);
	t->width = arena_array(m->arena, columns, sizeof *t->width);
	t->heads = arena_array(m->arena, columns, sizeof(const struct set *));
	t->cells = arena_array(m->arena, t->empty ? 1 : cells, sizeof(const struct set *));
	for (size_t i = 0; i < cells; i++)
		t->cells[i] = set_text(m, STYLE_CELL, NO_STR, b->cells[i], BODY_WIDTH - 2 * PAD_X, ALIGN_LEFT);
	columns_place(m, t, cells);
	cells_fit(m, t, b->cells, cells);
	for (size_t i = 0; i < columns; i++)
		t->heads[i] = set_text(m, STYLE_HEAD, NO_STR, b->columns[i].title, t->width[i] - 2 * PAD_X, ALIGN_LEFT);
	t->head_height = (float)most_lines(t->heads, columns) * style_line(STYLE_HEAD) + 2 * PAD_Y + 2;
	if (t->head_height > BODY_HEIGHT / 3) {
		m->problem = problem_of(PROBLEM_INPUT, "paper.table");
		return;
	}
	if (t->empty)
		t->cells[0] = set_text(m, STYLE_CELL, NO_STR, STR("Néant"), BODY_WIDTH - 2 * PAD_X, ALIGN_LEFT);
	for (size_t row = 0; row < (t->empty ? 1 : b->row_count); row++)
		row_put(m, t, row, t->empty ? 1 : b->row_count, row == 0 ? 10 : 0);
}

/* A fact is a box: its label and its value begin on the same line. Long values are cut between lines into more boxes. */
static void
fact_put(struct maker *m, const struct set *label, const struct set *value, float gap, bool opens, bool closes)
{
	const uint32_t lines = value->count > label->count ? value->count : label->count;
	const uint32_t room = (uint32_t)(BODY_HEIGHT / 2 / style_line(STYLE_VALUE));

	for (uint32_t first = 0; first < lines; first += room) {
		const uint32_t count = lines - first < room ? lines - first : room;
		struct box *box = arena_alloc(m->arena, sizeof *box);
		const float height = (float)count * style_line(STYLE_VALUE) + 5;
		struct atom *atom = atom_put(m, ATOM_BOX, first == 0 ? gap : 0, height);

		if (opens && first == 0)
			ops_tag(m, &box->ops, "L");
		ops_tag(m, &box->ops, "LI");
		ops_tag(m, &box->ops, "Lbl");
		ops_set(m, &box->ops, label, first, count, SIDE, 2, MUTED);
		ops_tag_end(m, &box->ops, "Lbl");
		ops_tag(m, &box->ops, "LBody");
		ops_set(m, &box->ops, value, first, count, SIDE + LABEL_WIDTH, 2, INK);
		ops_tag_end(m, &box->ops, "LBody");
		ops_tag_end(m, &box->ops, "LI");
		if (closes && first + count == lines)
			ops_tag_end(m, &box->ops, "L");
		ops_fill(m, &box->ops, SIDE, height - 0.4f, BODY_WIDTH, 0.4f, RULE);
		atom->what = box;
		atom->keep = opens && !closes;
	}
}

void
facts_put(struct maker *m, const struct paper_block *b)
{
	if (b->row_count > ROWS_MAX)
		m->problem = problem_of(PROBLEM_TOO_LARGE, "paper.too_long");
	for (size_t i = 0; i < b->row_count && b->row_count <= ROWS_MAX; i++)
		fact_put(m, set_text(m, STYLE_LABEL, NO_STR, b->cells[2 * i], LABEL_WIDTH - 10, ALIGN_LEFT),
			set_text(m, STYLE_VALUE, NO_STR, b->cells[2 * i + 1], BODY_WIDTH - LABEL_WIDTH, ALIGN_LEFT), i == 0 ? 12 : 0, i == 0, i + 1 == b->row_count);
}
