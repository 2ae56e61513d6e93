/* The styles of a paper and the fonts they are set in. Each thread has its own font map (pango's are not to be shared) and one
 * layout a style. */
#define _GNU_SOURCE
#include <cairo-ft.h>
#include <pthread.h>
#include <stdlib.h>

#include "paper_pango.h"

#define SERIF "Noto Serif"
#define SANS  "Noto Sans"

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

#ifdef __SANITIZE_ADDRESS__
/* Fontconfig's patterns hold their parts by offsets instead of pointers: LeakSanitizer takes for lost what is only hidden from it.
 * Memory stays level over threads that come and go. */
const char *__lsan_default_suppressions(void);
const char *
__lsan_default_suppressions(void)
{
	return "leak:libfontconfig.so\n";
}
#endif

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

uint16_t
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
