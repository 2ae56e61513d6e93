/* A string becomes shaped lines: pango finds the lines, we keep the glyphs and let its objects go. */
#define _GNU_SOURCE
#include "paper_pango.h"

/* Pango drops the space where a line ends; who reads the words one after the other needs it. */
static uint32_t
glyph_seen(const PangoGlyphInfo *g, char first, uint32_t space)
{
	if (g->glyph == PANGO_GLYPH_EMPTY)
		return first == ' ' ? space : 0;
	return g->glyph & PANGO_GLYPH_UNKNOWN_FLAG ? 0 : g->glyph;
}

static void
run_fill(struct maker *m, struct paper_run *run, PangoGlyphItem *item, const char *text, double *at)
{
	const PangoGlyphString *glyphs = item->glyphs;
	const size_t count = (size_t)glyphs->num_glyphs;
	struct paper_mark *marks = arena_array(m->arena, count + 1, sizeof *marks);
	struct paper_cluster *clusters = arena_array(m->arena, count + 1, sizeof *clusters);
	const uint16_t font = font_number(m->fonts, item->item->analysis.font);
	const char *own = text + item->item->offset;
	PangoGlyphItemIter iter;
	uint32_t mark_count = 0, cluster_count = 0;

	for (bool more = pango_glyph_item_iter_init_start(&iter, item, text); more; more = pango_glyph_item_iter_next_cluster(&iter)) {
		const int step = iter.start_glyph < iter.end_glyph ? 1 : -1;
		uint32_t here = 0;

		for (int i = iter.start_glyph; i != iter.end_glyph; i += step)
			here += glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY || own[glyphs->log_clusters[i]] == ' ';
		clusters[cluster_count++] = (struct paper_cluster){ .bytes = (uint32_t)(iter.end_index - iter.start_index), .marks = here };
	}
	for (size_t i = 0; i < count; i++) {
		const PangoGlyphInfo *g = &glyphs->glyphs[i];
		const char first = own[glyphs->log_clusters[i]];

		if (g->glyph != PANGO_GLYPH_EMPTY || first == ' ')
			marks[mark_count++] = (struct paper_mark){
				.glyph = glyph_seen(g, first, m->fonts->spaces[font]),
				.x = (float)(*at + (double)g->geometry.x_offset / PANGO_SCALE),
				.y = (float)((double)g->geometry.y_offset / PANGO_SCALE),
			};
		*at += (double)g->geometry.width / PANGO_SCALE;
	}
	*run = (struct paper_run){ .marks = marks, .clusters = clusters, .text = own, .mark_count = mark_count, .cluster_count = cluster_count,
		.text_len = (uint32_t)item->item->length, .font = font, .backward = (item->item->analysis.level & 1) != 0 };
}

/* The end of a line was in the text: a space for who reads on. There is room for it, and `text` has a space there. */
static void
run_end(struct maker *m, struct paper_run *run, double at)
{
	struct paper_mark *marks = (struct paper_mark *)(uintptr_t)run->marks;
	struct paper_cluster *clusters = (struct paper_cluster *)(uintptr_t)run->clusters;

	marks[run->mark_count++] = (struct paper_mark){ .glyph = m->fonts->spaces[run->font], .x = (float)at };
	clusters[run->cluster_count++] = (struct paper_cluster){ .bytes = 1, .marks = 1 };
	run->text_len++;
}

static void
line_fill(struct maker *m, struct paper_line *line, PangoLayoutIter *iter, const char *text, bool more)
{
	PangoLayoutLine *from = pango_layout_iter_get_line_readonly(iter);
	struct paper_run *runs = arena_array(m->arena, g_slist_length(from->runs), sizeof *runs);
	PangoRectangle box;
	double at = 0;

	pango_layout_iter_get_line_extents(iter, NULL, &box);
	*line = (struct paper_line){ .runs = runs, .x = (float)box.x / PANGO_SCALE, .width = (float)box.width / PANGO_SCALE };
	for (GSList *l = from->runs; l != NULL; l = l->next)
		run_fill(m, &runs[line->run_count++], l->data, text, &at);
	struct paper_run *last = line->run_count > 0 ? &runs[line->run_count - 1] : NULL;

	if (last != NULL && !last->backward && (last->text[last->text_len] == '\n' || (more && last->text[last->text_len] == '\0')))
		run_end(m, last, at);
}

static void
attribute_put(PangoAttrList *list, PangoAttribute *attribute, size_t from, size_t to)
{
	attribute->start_index = (guint)from;
	attribute->end_index = (guint)to;
	pango_attr_list_insert(list, attribute);
}

/* French does not end a line before ; : ! ? » nor after « or n°. The text keeps its plain spaces: they are what is searched. */
static void
spaces_bind(PangoAttrList *list, str s)
{
	for (size_t i = 1; i + 1 < s.len; i++) {
		if (s.at[i] != ' ')
			continue;
		const str before = { .at = s.at, .len = i }, after = str_skip(s, i + 1);

		if (strchr(";:!?", s.at[i + 1]) != NULL || str_starts(after, STR("»")) || str_ends(before, STR("°")) || str_ends(before, STR("«")))
			attribute_put(list, pango_attr_allow_breaks_new(FALSE), i, i + 2);
	}
}

const struct set *
set_new(struct maker *m, enum paper_style style, str lead, str text, float width, enum paper_align align)
{
	static const PangoAlignment SIDES[] = { [ALIGN_LEFT] = PANGO_ALIGN_LEFT, [ALIGN_CENTRE] = PANGO_ALIGN_CENTER,
		[ALIGN_RIGHT] = PANGO_ALIGN_RIGHT, [ALIGN_BOTH] = PANGO_ALIGN_LEFT, [ALIGN_CUT] = PANGO_ALIGN_LEFT };
	PangoLayout *layout = m->fonts->layouts[style];
	const str all = str_empty(lead) ? text : arena_join(m->arena, (const str[]){ lead, STR(" "), text }, 3);
	struct set *set = arena_alloc(m->arena, sizeof *set);

	const bool marked = !str_empty(lead) || align == ALIGN_BOTH;

	if (marked) {
		PangoAttrList *with = pango_attr_list_copy(m->fonts->attributes[style]);

		if (!str_empty(lead))
			attribute_put(with, pango_attr_weight_new(PANGO_WEIGHT_BOLD), 0, lead.len);
		if (align == ALIGN_BOTH)
			spaces_bind(with, all);
		pango_layout_set_attributes(layout, with);
		pango_attr_list_unref(with);
	}
	pango_layout_set_width(layout, U(width));
	pango_layout_set_alignment(layout, SIDES[align]);
	pango_layout_set_justify(layout, align == ALIGN_BOTH);
	pango_layout_set_ellipsize(layout, align == ALIGN_CUT ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
	pango_layout_set_text(layout, all.at, (int)all.len);
	/* The layout may have shortened its text: the runs speak of its copy, which ends with the next one. */
	char *kept = arena_alloc(m->arena, all.len + 2);
	/* "ARRÊTÉ", its number and its title are three sets and one heading. */
	const bool more = style == STYLE_FORM || style == STYLE_REFERENCE;

	memcpy(kept, pango_layout_get_text(layout), all.len);
	struct paper_line *lines = arena_array(m->arena, (size_t)pango_layout_get_line_count(layout), sizeof *lines);
	PangoLayoutIter *iter = pango_layout_get_iter(layout);

	*set = (struct set){ .lines = lines, .style = style };
	do
		line_fill(m, &lines[set->count++], iter, kept, more);
	while (pango_layout_iter_next_line(iter));
	pango_layout_iter_free(iter);
	/* What ends a line is a space for who copies the text. */
	for (size_t i = 0; i <= all.len; i++)
		kept[i] = kept[i] == '\n' || i == all.len ? ' ' : kept[i];
	if (marked)
		pango_layout_set_attributes(layout, m->fonts->attributes[style]);
	return set;
}
