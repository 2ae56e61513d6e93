/* An invented old act drawn as a scan (guichet/facsimile.h). */
#include "guichet/facsimile.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#define WIDE 1000
#define HIGH 1414
#define EDGE 110

struct sink {
	struct arena *arena;
	char         *at;
	size_t        len, room;
};

static cairo_status_t
take(void *context, const unsigned char *bytes, unsigned len)
{
	struct sink *sink = context;

	if (sink->len + len > sink->room) {
		const size_t room = 2 * (sink->room + len) + 65536;
		char *more = arena_alloc(sink->arena, room);

		if (sink->len > 0)
			memcpy(more, sink->at, sink->len);
		sink->at = more;
		sink->room = room;
	}
	memcpy(sink->at + sink->len, bytes, len);
	sink->len += len;
	return CAIRO_STATUS_SUCCESS;
}

/* Text below `*top`, which moves down. */
static void
put(cairo_t *cr, str text, const char *font, PangoAlignment align, double *top)
{
	PangoLayout *layout = pango_cairo_create_layout(cr);
	PangoFontDescription *face = pango_font_description_from_string(font);
	int height;

	pango_layout_set_font_description(layout, face);
	pango_layout_set_width(layout, (WIDE - 2 * EDGE) * PANGO_SCALE);
	pango_layout_set_alignment(layout, align);
	pango_layout_set_spacing(layout, 6 * PANGO_SCALE);
	pango_layout_set_text(layout, text.at, (int)text.len);
	pango_layout_get_pixel_size(layout, NULL, &height);
	cairo_move_to(cr, EDGE, *top);
	pango_cairo_show_layout(cr, layout);
	*top += height + 26;
	pango_font_description_free(face);
	g_object_unref(layout);
}

static void
write_act(cairo_t *cr, const struct facsimile *act)
{
	double top = 90;

	put(cr, STR("RÉPUBLIQUE DU BÉNIN\nFraternité – Justice – Travail"), "Noto Serif Bold 15", PANGO_ALIGN_CENTER, &top);
	put(cr, STR("MINISTÈRE DU TRAVAIL ET DE LA FONCTION PUBLIQUE"), "Noto Serif 14", PANGO_ALIGN_CENTER, &top);
	top += 30;
	put(cr, act->reference, "Noto Serif 16", PANGO_ALIGN_LEFT, &top);
	put(cr, act->title, "Noto Serif Bold 17", PANGO_ALIGN_CENTER, &top);
	top += 14;
	put(cr, act->body, "Noto Serif 15", PANGO_ALIGN_LEFT, &top);
	top += 24;
	put(cr, act->signed_at, "Noto Serif 15", PANGO_ALIGN_RIGHT, &top);
	top += 120;
	put(cr, act->signatory, "Noto Serif Bold 15", PANGO_ALIGN_RIGHT, &top);
	/* The stamp. */
	cairo_set_line_width(cr, 3);
	cairo_set_source_rgb(cr, 0.45, 0.45, 0.45);
	cairo_new_path(cr);
	cairo_arc(cr, WIDE - 330, top - 130, 74, 0, 6.2832);
	cairo_stroke(cr);
	cairo_arc(cr, WIDE - 330, top - 130, 54, 0, 6.2832);
	cairo_stroke(cr);
}

/* Specks of dust, and sixteen grays: what a cheap scanner leaves, and a small file. */
static void
weather(cairo_surface_t *image, unsigned seed, bool faded)
{
	unsigned char *data;
	const int stride = cairo_image_surface_get_stride(image);
	uint32_t dice = seed * 2654435761u + 1;

	cairo_surface_flush(image);
	data = cairo_image_surface_get_data(image);
	for (int y = 0; y < HIGH; y++)
		for (int x = 0; x < WIDE; x++) {
			uint32_t *pixel = (uint32_t *)(void *)(data + y * stride + x * 4);
			unsigned gray = *pixel & 0xFF;

			dice = dice * 1664525u + 1013904223u;
			if (faded)
				gray = 216 + gray / 12;
			if (dice >> 18 == 0)
				gray = gray > 120 ? 120 : gray;
			gray = gray >= 228 ? 232 : gray / 24 * 24;
			*pixel = 0xFF000000u | gray << 16 | gray << 8 | gray;
		}
	cairo_surface_mark_dirty(image);
}

bool
facsimile_draw(struct arena *arena, const struct facsimile *act, str *png, str *pdf)
{
	cairo_surface_t *image = cairo_image_surface_create(CAIRO_FORMAT_RGB24, WIDE, HIGH);
	struct sink pixels = { .arena = arena }, paper = { .arena = arena };
	cairo_t *cr = cairo_create(image);

	cairo_set_source_rgb(cr, 0.95, 0.95, 0.95);
	cairo_paint(cr);
	cairo_set_source_rgb(cr, 0.1, 0.1, 0.1);
	cairo_rotate(cr, ((double)(act->seed % 7) - 3) * 0.0025);
	write_act(cr, act);
	bool good = cairo_status(cr) == CAIRO_STATUS_SUCCESS;
	cairo_destroy(cr);
	weather(image, act->seed, act->faded);
	good = good && cairo_surface_write_to_png_stream(image, take, &pixels) == CAIRO_STATUS_SUCCESS;

	cairo_surface_t *page = cairo_pdf_surface_create_for_stream(take, &paper, 595.3, 841.9);

	cairo_pdf_surface_set_metadata(page, CAIRO_PDF_METADATA_CREATE_DATE, "2020-01-01T00:00:00Z");
	cr = cairo_create(page);
	cairo_scale(cr, 595.3 / WIDE, 841.9 / HIGH);
	cairo_set_source_surface(cr, image, 0, 0);
	cairo_paint(cr);
	good = good && cairo_status(cr) == CAIRO_STATUS_SUCCESS;
	cairo_destroy(cr);
	cairo_surface_finish(page);
	cairo_surface_destroy(page);
	cairo_surface_destroy(image);
	*png = (str){ .at = pixels.at, .len = pixels.len };
	*pdf = (str){ .at = paper.at, .len = paper.len };
	return good;
}
