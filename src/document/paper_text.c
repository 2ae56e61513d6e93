/* Strings become shaped lines: pango finds the lines, we keep the glyphs and let its objects go. Each thread has its own font
 * map (pango's are not to be shared) and one layout a style; what is said twice in a paper is shaped once. */
#define _GNU_SOURCE
#include <cairo-ft.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <pthread.h>
#include <stdlib.h>

#include "paper_private.h"

#define SERIF "Noto Serif"
#define SANS  "Noto Sans"
#define FONTS_MAX 64    /* different fonts in a thread's papers: six of ours, the rest for foreign letters */
#define TEXT_MAX ((size_t)128 * 1024)    /* bytes of one string */
#define U(points) ((int)((points) * PANGO_SCALE))

static const struct style {
	const char *family;
	float       size, line;
	short       weight;
	bool        italic;
	float       spacing;    /* between letters */
	float       indent;     /* negative: all lines but the first */
} STYLES[STYLE_COUNT] = {
	[STYLE_STATE]       = { SERIF, 10.5f, 14.0f, 700, false, 0.5f, 0 },
	[STYLE_MOTTO]       = { SERIF, 8.5f, 12.0f, 400, true, 0, 0 },
	[STYLE_STAMP_FIRST] = { SERIF, 8.5f, 11.5f, 700, false, 0, 0 },
	[STYLE_STAMP]       = { SERIF, 8.0f, 11.0f, 400, false, 0, 0 },
	[STYLE_FORM]        = { SERIF, 15.0f, 21.0f, 700, false, 1.2f, 0 },
	[STYLE_REFERENCE]   = { SERIF, 10.5f, 15.0f, 700, false, 0.2f, 0 },
	[STYLE_TITLE]       = { SERIF, 11.5f, 16.0f, 700, false, 0, 0 },
	[STYLE_AUTHORITY]   = { SERIF, 10.0f, 14.5f, 700, false, 0, 0 },
	[STYLE_BODY]        = { SERIF, 10.0f, 14.5f, 400, false, 0, 0 },
	[STYLE_VISA]        = { SERIF, 9.5f, 13.5f, 400, false, 0, -18.0f },
	[STYLE_CENTRED]     = { SERIF, 11.0f, 16.0f, 700, false, 1.2f, 0 },
	[STYLE_HEADING]     = { SERIF, 10.5f, 15.0f, 700, false, 0, 0 },
	[STYLE_LABEL]       = { SERIF, 9.5f, 13.5f, 400, false, 0, 0 },
	[STYLE_VALUE]       = { SERIF, 9.5f, 13.5f, 700, false, 0, 0 },
	[STYLE_HEAD]        = { SANS, 7.5f, 10.5f, 700, false, 0, 0 },
	[STYLE_CELL]        = { SANS, 8.0f, 11.0f, 400, false, 0, 0 },
	[STYLE_NOTE]        = { SERIF, 8.0f, 11.5f, 400, false, 0, 0 },
	[STYLE_PLACE]       = { SERIF, 10.0f, 14.5f, 400, false, 0, 0 },
	[STYLE_QUALITY]     = { SERIF, 10.0f, 14.0f, 700, false, 0, 0 },
	[STYLE_SIGNED]      = { SERIF, 8.5f, 12.0f, 400, true, 0, 0 },
	[STYLE_NAME]        = { SERIF, 10.5f, 14.5f, 700, false, 0, 0 },
	[STYLE_COPIES_HEAD] = { SANS, 6.5f, 9.5f, 700, false, 0.6f, 0 },
	[STYLE_COPIES]      = { SANS, 7.0f, 9.5f, 400, false, 0, 0 },
	[STYLE_SEAL_HEAD]   = { SANS, 6.5f, 9.5f, 700, false, 0.8f, 0 },
	[STYLE_CODE]        = { SANS, 16.0f, 21.0f, 700, false, 1.0f, 0 },
	[STYLE_SEAL]        = { SANS, 7.5f, 10.5f, 400, false, 0, 0 },
	[STYLE_SEAL_LABEL]  = { SANS, 7.5f, 10.5f, 400, false, 0, 0 },
	[STYLE_FOOT]        = { SANS, 7.0f, 9.5f, 400, false, 0, 0 },
	[STYLE_DEMO]        = { SANS, 7.0f, 9.5f, 700, false, 0.4f, 0 },
	[STYLE_DRAFT]       = { SANS, 128.0f, 150.0f, 700, false, 6.0f, 0 },
};

struct paper_fonts {
	PangoFontMap        *map;
	PangoContext        *context;
	PangoLayout         *layouts[STYLE_COUNT];
	PangoAttrList       *attributes[STYLE_COUNT];
	cairo_scaled_font_t *fonts[FONTS_MAX];
	uint32_t             spaces[FONTS_MAX];    /* the glyph of a space */
	uint16_t             font_count;
};

static pthread_key_t mine;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void
fonts_free(void *thing)
{
	struct paper_fonts *f = thing;

	for (uint16_t i = 0; i < f->font_count; i++)
		cairo_scaled_font_destroy(f->fonts[i]);
	for (size_t i = 0; i < STYLE_COUNT; i++) {
		g_clear_object(&f->layouts[i]);
		g_clear_pointer(&f->attributes[i], pango_attr_list_unref);
	}
	g_clear_object(&f->context);
	g_clear_object(&f->map);
	free(f);
}

static void
begin(void)
{
	/* Without a key there are no papers: paper_fonts_mine then finds nothing to keep them in. */
	if (pthread_key_create(&mine, fonts_free) != 0)
		abort();
}

/* The family asked for is the family found: a paper in a font of chance is no official paper. */
static bool
style_ready(struct paper_fonts *f, enum paper_style style)
{
	const struct style *s = &STYLES[style];
	PangoFontDescription *want = pango_font_description_new();

	pango_font_description_set_family_static(want, s->family);
	pango_font_description_set_weight(want, (PangoWeight)s->weight);
	pango_font_description_set_style(want, s->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
	pango_font_description_set_size(want, U(s->size));
	PangoFont *font = pango_font_map_load_font(f->map, f->context, want);
	PangoFontDescription *got = font == NULL ? NULL : pango_font_describe(font);
	const bool good = got != NULL && str_is(str_of(pango_font_description_get_family(got)), s->family) &&
		pango_font_description_get_weight(got) == (PangoWeight)s->weight;

	f->layouts[style] = pango_layout_new(f->context);
	pango_layout_set_font_description(f->layouts[style], want);
	pango_layout_set_wrap(f->layouts[style], PANGO_WRAP_WORD_CHAR);
	pango_layout_set_auto_dir(f->layouts[style], FALSE);
	pango_layout_set_indent(f->layouts[style], U(s->indent));
	f->attributes[style] = pango_attr_list_new();
	/* No ligature: who searches "modifiée" must find it. No hyphen that the text does not have. */
	pango_attr_list_insert(f->attributes[style], pango_attr_font_features_new("liga=0,clig=0"));
	pango_attr_list_insert(f->attributes[style], pango_attr_insert_hyphens_new(FALSE));
	if (s->spacing > 0)
		pango_attr_list_insert(f->attributes[style], pango_attr_letter_spacing_new(U(s->spacing)));
	/* Set here, once: a layout whose attributes change throws its breaks away. */
	pango_layout_set_attributes(f->layouts[style], f->attributes[style]);
	pango_font_description_free(got);
	pango_font_description_free(want);
	g_clear_object(&font);
	return good;
}

static struct paper_fonts *
fonts_new(struct problem *problem)
{
	struct paper_fonts *f = calloc(1, sizeof *f);

	if (f == NULL)
		abort();
	f->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
	pango_cairo_font_map_set_resolution((PangoCairoFontMap *)f->map, 72);
	f->context = pango_font_map_create_context(f->map);
	cairo_font_options_t *options = cairo_font_options_create();

	/* For paper, not for a screen: no hints, no rounding. */
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
	pango_cairo_context_set_font_options(f->context, options);
	cairo_font_options_destroy(options);
	pango_context_set_round_glyph_positions(f->context, FALSE);
	pango_context_set_language(f->context, pango_language_from_string("fr"));
	for (size_t i = 0; i < STYLE_COUNT; i++)
		if (!style_ready(f, (enum paper_style)i)) {
			*problem = (struct problem){ .kind = PROBLEM_BROKEN, .text = "paper.failed", .detail = STR("font missing: install fonts-noto-core") };
			fonts_free(f);
			return NULL;
		}
	return f;
}

struct paper_fonts *
paper_fonts_mine(struct problem *problem)
{
	(void)pthread_once(&once, begin);
	struct paper_fonts *f = pthread_getspecific(mine);

	if (f != NULL)
		return f;
	if ((f = fonts_new(problem)) == NULL)
		return NULL;
	if (pthread_setspecific(mine, f) != 0)
		abort();
	return f;
}

void *
paper_font(const struct paper_fonts *fonts, uint16_t font)
{
	return fonts->fonts[font];
}

float
style_line(enum paper_style style)
{
	return STYLES[style].line;
}

float
style_baseline(enum paper_style style)
{
	/* Noto stands 1.069 above its line and 0.293 below. */
	return (STYLES[style].line - 1.362f * STYLES[style].size) / 2 + 1.069f * STYLES[style].size;
}

float
set_height(const struct set *set)
{
	return (float)set->count * STYLES[set->style].line;
}

static uint32_t
space_of(cairo_scaled_font_t *font)
{
	cairo_glyph_t *glyphs = NULL;
	int count = 0;
	uint32_t found = 0;

	if (cairo_scaled_font_text_to_glyphs(font, 0, 0, " ", 1, &glyphs, &count, NULL, NULL, NULL) == CAIRO_STATUS_SUCCESS && count == 1)
		found = (uint32_t)glyphs[0].index;
	cairo_glyph_free(glyphs);
	return found;
}

static uint16_t
font_number(struct paper_fonts *f, PangoFont *font)
{
	cairo_scaled_font_t *scaled = pango_cairo_font_get_scaled_font((PangoCairoFont *)font);

	for (uint16_t i = 0; i < f->font_count; i++)
		if (f->fonts[i] == scaled)
			return i;
	if (f->font_count == FONTS_MAX)
		return 0;    /* boxes instead of the letters of a sixtieth script */
	f->fonts[f->font_count] = cairo_scaled_font_reference(scaled);
	f->spaces[f->font_count] = space_of(scaled);
	return f->font_count++;
}

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

/* Where invisible or controlling characters begin; 0 for what is printed. The rest of the sequence has `*len` bytes. */
static bool
unseen(const unsigned char *s, size_t *len)
{
	*len = s[0] < 0x80 ? 1 : s[0] < 0xE0 ? 2 : s[0] < 0xF0 ? 3 : 4;
	if (*len == 1)
		return s[0] < 0x20 || s[0] == 0x7F;
	if (*len == 2)
		return s[0] == 0xC2 && (s[1] < 0xA0 || s[1] == 0xAD);                      /* C1, soft hyphen */
	if (*len == 3 && s[0] == 0xE2 && s[1] == 0x80)
		return s[2] == 0x8B || s[2] == 0x8E || s[2] == 0x8F || (s[2] >= 0xA8 && s[2] <= 0xAE);    /* ZWSP, marks, LS PS, embeddings */
	if (*len == 3 && s[0] == 0xE2 && s[1] == 0x81)
		return s[2] >= 0xA0 && s[2] <= 0xAF;                                       /* word joiner, isolates */
	if (*len == 3 && s[0] == 0xEF)
		return (s[1] == 0xBB && s[2] == 0xBF) || (s[1] == 0xBF && s[2] >= 0xB9);    /* BOM, specials */
	return *len == 4 && s[0] == 0xF3 && s[1] == 0xA0;                                  /* tags and selectors */
}

static str
clean(struct maker *m, str s, bool lines)
{
	const unsigned char *at = (const unsigned char *)s.at;
	size_t n = 0, step;
	char *out = arena_alloc(m->arena, s.len + 1);

	for (size_t i = 0; i < s.len; i += step) {
		const bool end = at[i] == '\n' || (at[i] == 0xE2 && at[i + 1] == 0x80 && (at[i + 2] == 0xA8 || at[i + 2] == 0xA9));

		if (!unseen(&at[i], &step)) {
			memcpy(&out[n], &at[i], step);
			n += step;
		} else if (end && lines)
			out[n++] = '\n';
		else if (end || at[i] == '\t')
			out[n++] = ' ';
	}
	return (str){ .at = out, .len = n };
}

static bool
readable(struct maker *m, str s)
{
	if (s.len <= TEXT_MAX && (str_empty(s) || utf8_valid(s)))
		return true;
	if (m->problem.kind == PROBLEM_NONE)
		m->problem = s.len > TEXT_MAX ? problem_of(PROBLEM_TOO_LARGE, "paper.too_long") : problem_of(PROBLEM_INPUT, "paper.text");
	return false;
}

str
paper_plain(struct maker *m, str s)
{
	return readable(m, s) ? str_trim(clean(m, s, false)) : STR("");
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

static const struct set *
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

/* ---- what was said before ---- */

struct known_set {
	struct set       set;    /* first: what the table points at */
	str              lead, text;
	float            width;
	enum paper_align align;
	uint64_t         hash;
};

static uint64_t
hash_of(uint64_t hash, str s)
{
	for (size_t i = 0; i < s.len; i++)
		hash = (hash ^ (unsigned char)s.at[i]) * 0x100000001b3u;
	return hash * 31 + s.len;
}

static void
known_grow(struct maker *m)
{
	const struct set **before = m->known.at;
	const size_t room = m->known.room;

	m->known.room = room == 0 ? 256 : room * 2;
	m->known.at = arena_array(m->arena, m->known.room, sizeof *m->known.at);
	for (size_t i = 0; i < room; i++)
		if (before[i] != NULL) {
			size_t at = ((const struct known_set *)before[i])->hash & (m->known.room - 1);

			while (m->known.at[at] != NULL)
				at = (at + 1) & (m->known.room - 1);
			m->known.at[at] = before[i];
		}
}

const struct set *
set_text(struct maker *m, enum paper_style style, str lead, str text, float width, enum paper_align align)
{
	const uint64_t hash = hash_of(hash_of(0xcbf29ce484222325u + (uint64_t)style * 64 + align + (uint64_t)(width * 256) * 4096, lead), text);

	if (m->known.count * 2 >= m->known.room)
		known_grow(m);
	size_t at = hash & (m->known.room - 1);

	for (; m->known.at[at] != NULL; at = (at + 1) & (m->known.room - 1)) {
		const struct known_set *k = (const struct known_set *)m->known.at[at];

		if (k->hash == hash && k->set.style == style && k->align == align && !(k->width < width) && !(k->width > width) &&
		    str_eq(k->lead, lead) && str_eq(k->text, text))
			return &k->set;
	}
	struct known_set *k = arena_alloc(m->arena, sizeof *k);

	*k = (struct known_set){ .lead = lead, .text = text, .width = width, .align = align, .hash = hash };
	if (!readable(m, lead) || !readable(m, text))
		k->set = (struct set){ .style = style };
	else
		k->set = *set_new(m, style, clean(m, lead, true), clean(m, text, true), width, align);
	m->known.at[at] = &k->set;
	m->known.count++;
	return &k->set;
}

const struct set *
set_balanced(struct maker *m, enum paper_style style, str text, float width)
{
	const struct set *set = set_text(m, style, NO_STR, text, width, ALIGN_CENTRE);
	float least = width / 2, most = width;

	if (set->count < 2 || set->count > 4)
		return set;
	for (int i = 0; i < 5; i++) {
		const float middle = (least + most) / 2;

		if (set_text(m, style, NO_STR, text, middle, ALIGN_CENTRE)->count > set->count)
			least = middle;
		else
			most = middle;
	}
	/* The same breaks, centred in the whole width. */
	const struct set *narrow = set_text(m, style, NO_STR, text, most, ALIGN_CENTRE);
	struct set *centred = arena_alloc(m->arena, sizeof *centred);
	struct paper_line *lines = arena_array(m->arena, narrow->count, sizeof *lines);

	for (uint32_t i = 0; i < narrow->count; i++) {
		lines[i] = narrow->lines[i];
		lines[i].x += (width - most) / 2;
	}
	*centred = (struct set){ .lines = lines, .count = narrow->count, .style = style };
	return centred;
}

float
longest_word(struct maker *m, enum paper_style style, str text)
{
	float most = 0;

	for (size_t i = 0, from = 0; i <= text.len; i++)
		if (i == text.len || text.at[i] == ' ' || text.at[i] == '\n') {
			const struct set *word = set_text(m, style, NO_STR, (str){ .at = text.at + from, .len = i - from }, BODY_WIDTH, ALIGN_LEFT);

			if (word->count > 0 && word->lines[0].width > most)
				most = word->lines[0].width;
			from = i + 1;
		}
	return most;
}
