/* The two parts of a paper that are set like a picture: the letterhead, and the ending (who got a copy, who signed, how to
 * check). Each is a box that no page cuts. */
#include "paper_private.h"

#define STAMP_WIDTH  225.0f
#define STATE_WIDTH  190.0f
#define COPIES_MAX   14       /* more than these are a paragraph after the signature, not a column beside it */
#define SIGN_WIDTH   245.0f
#define SEAL_PAD     10.0f
#define LABEL_WIDTH  52.0f
#define SHORT_RULE   26.0f

struct column { struct maker *m; struct ops *ops; float x, width, y; };

/* A set at the column's height, which it moves. */
static void
column_set(struct column *c, const char *tag, const struct set *set, float gap, enum paper_colour colour)
{
	c->y += gap;
	if (tag != NULL)
		ops_tag(c->m, c->ops, tag);
	ops_set(c->m, c->ops, set, 0, set->count, c->x, c->y, colour);
	if (tag != NULL)
		ops_tag_end(c->m, c->ops, tag);
	c->y += set_height(set);
}

static void
column_text(struct column *c, const char *tag, enum paper_style style, str lead, str text, enum paper_align align, float gap, enum paper_colour colour)
{
	if (!str_empty(text))
		column_set(c, tag, set_text(c->m, style, lead, text, c->width, align), gap, colour);
}

static struct atom *
box_put(struct maker *m, struct box *box, float gap, float height)
{
	struct atom *atom = atom_put(m, ATOM_BOX, gap, height);

	atom->what = box;
	if (height > BODY_HEIGHT && m->problem.kind == PROBLEM_NONE)
		m->problem = problem_of(PROBLEM_TOO_LARGE, "paper.too_long");
	return atom;
}

void
letterhead_put(struct maker *m)
{
	static const enum paper_colour FLAG[] = { FLAG_GREEN, FLAG_YELLOW, FLAG_RED };
	struct box *box = arena_alloc(m->arena, sizeof *box);
	struct column left = { m, &box->ops, SIDE, STAMP_WIDTH, 0 };
	struct column right = { m, &box->ops, PAGE_WIDTH - SIDE - STATE_WIDTH, STATE_WIDTH, 0 };

	for (size_t i = 0; i < m->paper->stamp_count; i++) {
		if (i > 0) {
			ops_fill(m, &box->ops, left.x + (left.width - SHORT_RULE) / 2, left.y + 3.5f, SHORT_RULE, 0.5f, INK);
			left.y += 7;
		}
		column_set(&left, "P", set_balanced(m, i == 0 ? STYLE_STAMP_FIRST : STYLE_STAMP, m->paper->stamp[i], left.width), 0, INK);
	}
	column_text(&right, "P", STYLE_STATE, NO_STR, STR("RÉPUBLIQUE DU BÉNIN"), ALIGN_CENTRE, 0, INK);
	for (size_t i = 0; i < 3; i++)
		ops_fill(m, &box->ops, right.x + right.width / 2 - 36 + (float)i * 24, right.y + 3, 24, 2.2f, FLAG[i]);
	right.y += 7;
	column_text(&right, "P", STYLE_MOTTO, NO_STR, STR("Fraternité – Justice – Travail"), ALIGN_CENTRE, 0, INK);
	box_put(m, box, 0, left.y > right.y ? left.y : right.y)->keep = true;
}

/* ---- the ending ---- */

static float
copies_draw(struct maker *m, struct ops *ops, float y)
{
	const struct paper *p = m->paper;
	struct column c = { m, ops, SIDE, BODY_WIDTH - SIGN_WIDTH - 30, y };

	if (p->copy_count == 0 || p->copy_count > COPIES_MAX)
		return y;
	column_text(&c, "P", STYLE_COPIES_HEAD, NO_STR, STR("AMPLIATIONS"), ALIGN_LEFT, 0, MUTED);
	c.y += 2;
	ops_tag(m, ops, "L");
	for (size_t i = 0; i < p->copy_count; i++) {
		ops_tag(m, ops, "LI");
		column_text(&c, "LBody", STYLE_COPIES, NO_STR, p->copies[i], ALIGN_LEFT, 0, INK);
		ops_tag_end(m, ops, "LI");
	}
	ops_tag_end(m, ops, "L");
	return c.y;
}

static float
signature_draw(struct maker *m, struct ops *ops, float y)
{
	const struct paper *p = m->paper;
	struct column c = { m, ops, PAGE_WIDTH - SIDE - SIGN_WIDTH, SIGN_WIDTH, y };

	column_text(&c, "P", STYLE_PLACE, NO_STR, p->place_date, ALIGN_CENTRE, 0, INK);
	column_text(&c, "P", STYLE_QUALITY, NO_STR, p->quality, ALIGN_CENTRE, 8, INK);
	if (!str_empty(p->signature_note))
		column_text(&c, "P", STYLE_SIGNED, NO_STR, p->signature_note, ALIGN_CENTRE, 12, MUTED);
	if (!str_empty(p->name)) {
		const struct set *name = set_text(m, STYLE_NAME, NO_STR, p->name, c.width, ALIGN_CENTRE);

		column_text(&c, "P", STYLE_NAME, NO_STR, p->name, ALIGN_CENTRE, str_empty(p->signature_note) ? 44 : 12, INK);
		if (name->count > 0) {
			const struct paper_line *line = &name->lines[name->count - 1];

			ops_fill(m, ops, c.x + line->x, c.y - style_line(STYLE_NAME) + style_baseline(STYLE_NAME) + 1.8f, line->width, 0.7f, INK);
		}
	}
	return c.y;
}

/* "K7QM2HTX9PRA" as "K7QM 2HTX 9PRA"; what has spaces already stays. */
static str
in_fours(struct maker *m, str s)
{
	char *out = arena_alloc(m->arena, s.len + s.len / 4 + 1);
	size_t n = 0;

	if (str_empty(s) || memchr(s.at, ' ', s.len) != NULL)
		return s;
	for (size_t i = 0; i < s.len; i++) {
		if (i > 0 && i % 4 == 0)
			out[n++] = ' ';
		out[n++] = s.at[i];
	}
	return (str){ .at = out, .len = n };
}

static void
seal_fact(struct column *c, const char *label, str value)
{
	struct column l = *c;

	if (str_empty(value))
		return;
	column_text(&l, "P", STYLE_SEAL_LABEL, NO_STR, str_of(label), ALIGN_LEFT, 0, MUTED);
	c->x += LABEL_WIDTH;
	c->width -= LABEL_WIDTH;
	column_text(c, "P", STYLE_SEAL, NO_STR, value, ALIGN_LEFT, 0, INK);
	c->x -= LABEL_WIDTH;
	c->width += LABEL_WIDTH;
}

static void
frame_draw(struct maker *m, struct ops *ops, float y, float height)
{
	ops_fill(m, ops, SIDE, y, BODY_WIDTH, 0.6f, RULE);
	ops_fill(m, ops, SIDE, y + height - 0.6f, BODY_WIDTH, 0.6f, RULE);
	ops_fill(m, ops, PAGE_WIDTH - SIDE - 0.6f, y, 0.6f, height, RULE);
	ops_fill(m, ops, SIDE, y, 2.5f, height, GREEN);
}

/* On a screen the code is touched, not seen by a camera. NULL for an address that cairo's syntax could not hold. */
static const char *
link_of(struct maker *m, str url)
{
	for (size_t i = 0; i < url.len; i++)
		if (url.at[i] <= ' ' || url.at[i] > '~' || url.at[i] == '\'' || url.at[i] == '\\')
			return NULL;
	return arena_format(m->arena, "uri='%.*s'", STR_ARGS(url)).at;
}

static float
seal_draw(struct maker *m, struct ops *ops, float y)
{
	const struct paper_seal *s = m->paper->seal;
	const struct paper_qr *qr = qr_of(m, s->url);

	if (qr == NULL)
		return y;
	const float size = qr_size(qr);
	struct column c = { m, ops, SIDE + 2 * SEAL_PAD + size + 8, BODY_WIDTH - size - 3 * SEAL_PAD - 8, y + SEAL_PAD };
	struct op *op;

	ops_tag(m, ops, "Sect");
	op = op_put(m, ops, OP_LINK);
	op->what = link_of(m, s->url);
	ops_tag(m, ops, "Figure");
	op = op_put(m, ops, OP_QR);
	op->what = qr;
	op->x = SIDE + SEAL_PAD + 2.5f;
	op->y = y + SEAL_PAD;
	op->w = op->h = size;
	ops_tag_end(m, ops, "Figure");
	op_put(m, ops, OP_LINK_END)->what = link_of(m, s->url);
	column_text(&c, "P", STYLE_SEAL_HEAD, NO_STR, str_empty(s->key) ? STR("SUIVRE CETTE DEMANDE") : STR("VÉRIFIER CE DOCUMENT"), ALIGN_LEFT, -1, GREEN);
	column_text(&c, "P", STYLE_CODE, NO_STR, in_fours(m, s->code), ALIGN_LEFT, 1, INK);
	column_text(&c, "P", STYLE_SEAL, NO_STR, str_empty(s->where) ? STR("Visez ou touchez le code carré.") :
		arena_format(m->arena, "Visez ou touchez le code carré, ou tapez ce code sur %.*s", STR_ARGS(s->where)), ALIGN_LEFT, 1, INK);
	c.y += 5;
	seal_fact(&c, "Scellé le", s->sealed);
	seal_fact(&c, "Clé", s->key);
	seal_fact(&c, "Empreinte", in_fours(m, s->fingerprint));
	if (!str_empty(s->key))
		column_text(&c, "P", STYLE_SEAL, STR("Ce qui fait foi :"),
			STR("ce qu’affiche la vérification. Comparez-y la référence, la date et le signataire ; s’ils diffèrent, ne vous fiez pas à ce papier."),
			ALIGN_LEFT, 5, INK);
	ops_tag_end(m, ops, "Sect");
	const float bottom = c.y > y + SEAL_PAD + size ? c.y : y + SEAL_PAD + size;

	frame_draw(m, ops, y, bottom + SEAL_PAD - y);
	return bottom + SEAL_PAD;
}

static void
many_copies_put(struct maker *m)
{
	const struct paper *p = m->paper;
	str *parts = arena_array(m->arena, 2 * p->copy_count, sizeof *parts);
	size_t n = 0;

	for (size_t i = 0; i < p->copy_count; i++) {
		if (i > 0)
			parts[n++] = STR(" ; ");
		parts[n++] = p->copies[i];
	}
	lines_put(m, set_text(m, STYLE_NOTE, STR("Ampliations :"), arena_join(m->arena, parts, n), BODY_WIDTH, ALIGN_BOTH), "P", SIDE, 12, INK);
}

void
ending_put(struct maker *m)
{
	const struct paper *p = m->paper;
	struct box *box = arena_alloc(m->arena, sizeof *box);
	float y = 0;

	if (p->copy_count > COPIES_MAX)
		many_copies_put(m);
	const size_t before = m->atoms.count;

	if (!str_empty(p->quality) || !str_empty(p->name) || !str_empty(p->place_date) || p->copy_count > 0) {
		const float signature = signature_draw(m, &box->ops, 0), copies = copies_draw(m, &box->ops, 26);

		y = signature > copies ? signature : copies;
	}
	if (p->seal != NULL)
		y = seal_draw(m, &box->ops, y > 0 ? y + 20 : 0);
	if (y <= 0)
		return;
	box_put(m, box, 20, y);
	/* Never alone on a page: two lines or rows come along. */
	for (size_t i = before > 2 ? before - 2 : 0; i < before; i++)
		m->atoms.at[i].keep = true;
}
