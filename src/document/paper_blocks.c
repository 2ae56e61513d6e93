/* What the caller gave, in the order of the paper, as things that no page cuts. */
#include "paper_private.h"

struct atom *
atom_put(struct maker *m, enum atom_kind kind, float gap, float height)
{
	if (m->atoms.count == m->atoms.room) {
		struct atom *before = m->atoms.at;

		m->atoms.room = m->atoms.room == 0 ? 128 : m->atoms.room * 2;
		m->atoms.at = arena_array(m->arena, m->atoms.room, sizeof *before);
		if (before != NULL)
			memcpy(m->atoms.at, before, m->atoms.count * sizeof *before);
	}
	struct atom *atom = &m->atoms.at[m->atoms.count++];

	*atom = (struct atom){ .kind = (uint8_t)kind, .gap = gap, .height = height, .x = SIDE };
	return atom;
}

void
lines_put(struct maker *m, const struct set *set, const char *tag, float x, float gap, enum paper_colour colour)
{
	for (uint32_t i = 0; i < set->count; i++) {
		struct atom *atom = atom_put(m, ATOM_LINE, i == 0 ? gap : 0, style_line(set->style));

		atom->what = set;
		atom->first = i;
		atom->x = x;
		atom->tag = tag;
		atom->colour = (uint8_t)colour;
		atom->opens = i == 0;
		atom->closes = i + 1 == set->count;
		/* Neither the first line of a paragraph at the foot of a page, nor its last one at the top of the next. */
		atom->keep = (i == 0 && set->count > 1) || (set->count > 1 && i + 2 == set->count);
	}
}

static void
keep_from(struct maker *m, size_t first)
{
	for (size_t i = first; i < m->atoms.count; i++)
		m->atoms.at[i].keep = true;
}

/* One heading of several strings: "ARRÊTÉ", its number, what it is about. Never parted from what follows. */
static void
title_put(struct maker *m)
{
	const struct paper *p = m->paper;
	const str number = !str_empty(p->reference) ? arena_format(m->arena, "N° %.*s", STR_ARGS(p->reference)) : p->seal == NULL ? STR("N° ……………………") : STR("");
	const struct { enum paper_style style; str text; float gap, side; } parts[] = {
		{ STYLE_FORM, p->form, 30, 0 }, { STYLE_REFERENCE, number, 1, 30 }, { STYLE_TITLE, p->title, 5, 50 },
	};
	const size_t from = m->atoms.count;

	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
		if (!str_empty(parts[i].text))
			lines_put(m, set_balanced(m, parts[i].style, parts[i].text, BODY_WIDTH - 2 * parts[i].side), "H1",
				SIDE + parts[i].side, parts[i].gap, INK);
	for (size_t i = from; i < m->atoms.count; i++) {
		m->atoms.at[i].opens = i == from;
		m->atoms.at[i].closes = i + 1 == m->atoms.count;
	}
	keep_from(m, from);
}

static void
block_put(struct maker *m, const struct paper_block *b, enum paper_kind before, bool first)
{
	static const struct { enum paper_style style; enum paper_align align; float gap, again; const char *tag; bool keep; } KINDS[] = {
		[PAPER_TEXT]    = { STYLE_BODY, ALIGN_BOTH, 9, 9, "P", false },
		[PAPER_VISA]    = { STYLE_VISA, ALIGN_BOTH, 10, 2.5f, "P", false },
		[PAPER_CENTRED] = { STYLE_CENTRED, ALIGN_CENTRE, 15, 4, "P", true },
		[PAPER_HEADING] = { STYLE_HEADING, ALIGN_LEFT, 15, 15, "H2", true },
		[PAPER_NOTE]    = { STYLE_NOTE, ALIGN_BOTH, 8, 3, "P", false },
	};

	if (b->kind == PAPER_TABLE)
		table_put(m, b);
	else if (b->kind == PAPER_FACTS)
		facts_put(m, b);
	else if (!str_empty(b->lead) || !str_empty(b->text)) {
		const size_t from = m->atoms.count;
		const float gap = first && str_empty(m->paper->authority) ? 22 : !first && before == b->kind ? KINDS[b->kind].again : KINDS[b->kind].gap;

		lines_put(m, set_text(m, KINDS[b->kind].style, b->lead, b->text, BODY_WIDTH, KINDS[b->kind].align), KINDS[b->kind].tag, SIDE,
			before == PAPER_CENTRED && !first && gap < 12 ? 12 : gap, b->kind == PAPER_NOTE ? MUTED : INK);
		if (KINDS[b->kind].keep)
			keep_from(m, from);
	}
}

void
paper_lay(struct maker *m)
{
	const struct paper *p = m->paper;

	letterhead_put(m);
	title_put(m);
	if (!str_empty(p->authority)) {
		const size_t from = m->atoms.count;

		lines_put(m, set_text(m, STYLE_AUTHORITY, NO_STR, p->authority, BODY_WIDTH, ALIGN_LEFT), "P", SIDE, 22, INK);
		keep_from(m, from);
	}
	for (size_t i = 0; i < p->block_count; i++)
		block_put(m, &p->blocks[i], i > 0 ? p->blocks[i - 1].kind : PAPER_TEXT, i == 0);
	ending_put(m);
}
