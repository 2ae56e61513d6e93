/* What paper_fonts.c and paper_text.c know of pango, and nobody else. */
#ifndef GUICHET_PAPER_PANGO_H
#define GUICHET_PAPER_PANGO_H
#include <pango/pangocairo.h>

#include "paper_private.h"

#define FONTS_MAX 64    /* different fonts in a thread's papers: six of ours, the rest for foreign letters */
#define U(points) ((int)((points) * PANGO_SCALE))

struct paper_fonts {
	PangoFontMap        *map;
	PangoContext        *context;
	PangoLayout         *layouts[STYLE_COUNT];
	PangoAttrList       *attributes[STYLE_COUNT];
	cairo_scaled_font_t *fonts[FONTS_MAX];
	uint32_t             spaces[FONTS_MAX];    /* the glyph of a space */
	uint16_t             font_count;
};

/* Its place in `fonts`, where it is put on first sight. */
uint16_t font_number(struct paper_fonts *fonts, PangoFont *font);
#endif
