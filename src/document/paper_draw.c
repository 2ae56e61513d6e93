/* Marks to cairo: every page with its foot, tags around what is read aloud, the metadata. Cairo gives the bytes, which
 * paper_pack.c then finishes. Feet, rules and repeated heads stand outside the tags: nobody wants them read twice. */
#include <cairo-pdf.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "paper_private.h"

#define FOOT_TOP 792.0f
#define DEMO_TOP 24.0f

static const double COLOURS[COLOUR_COUNT][3] = {
	[INK] = { 0.07, 0.07, 0.07 }, [MUTED] = { 0.33, 0.34, 0.33 }, [GREEN] = { 0.043, 0.353, 0.243 }, [WARN] = { 0.62, 0.16, 0.05 },
	[FLAG_GREEN] = { 0, 0.529, 0.318 }, [FLAG_YELLOW] = { 0.988, 0.82, 0.086 }, [FLAG_RED] = { 0.91, 0.067, 0.176 },
	[RULE] = { 0.72, 0.73, 0.72 }, [PALE] = { 0.925, 0.925, 0.92 },
};

struct drawing {
	struct maker         *m;
	cairo_surface_t      *surface;
	cairo_t              *cr;
	int                   colour, page;
	cairo_glyph_t        *glyphs;
	cairo_text_cluster_t *clusters;
	size_t                glyph_room, cluster_room;
	const struct set     *reference, *code, *demo, *draft;
};

void
bytes_put(struct bytes *b, const void *at, size_t len)
{
	if (len > b->room - b->len) {
		const size_t room = (b->room + len) * 2;
		char *more = realloc(b->at, room);

		if (more == NULL)
			abort();
		b->at = more;
		b->room = room;
	}
	memcpy(b->at + b->len, at, len);
	b->len += len;
}

void
bytes_format(struct bytes *b, const char *format, ...)
{
	char line[256];
	va_list args;

	va_start(args, format);
	const int n = vsnprintf(line, sizeof line, format, args);
	va_end(args);
	if (n < 0 || (size_t)n >= sizeof line)
		abort();
	bytes_put(b, line, (size_t)n);
}

static cairo_status_t
written(void *closure, const unsigned char *data, unsigned int length)
{
	bytes_put(closure, data, length);
	return CAIRO_STATUS_SUCCESS;
}

static void
colour_set(struct drawing *d, int colour)
{
	if (d->colour != colour)
		cairo_set_source_rgb(d->cr, COLOURS[colour][0], COLOURS[colour][1], COLOURS[colour][2]);
	d->colour = colour;
}

static void
glyphs_place(struct drawing *d, const struct paper_run *run, double x, double y)
{
	if (run->mark_count > d->glyph_room) {
		d->glyph_room = run->mark_count * 2 + 256;
		d->glyphs = arena_array(d->m->arena, d->glyph_room, sizeof *d->glyphs);
	}
	for (uint32_t i = 0; i < run->mark_count; i++)
		d->glyphs[i] = (cairo_glyph_t){ .index = run->marks[i].glyph, .x = x + (double)run->marks[i].x, .y = y + (double)run->marks[i].y };
	cairo_set_scaled_font(d->cr, paper_font(d->m->fonts, run->font));
}

static void
run_draw(struct drawing *d, const struct paper_run *run, double x, double y)
{
	glyphs_place(d, run, x, y);
	if (run->cluster_count > d->cluster_room) {
		d->cluster_room = run->cluster_count * 2 + 256;
		d->clusters = arena_array(d->m->arena, d->cluster_room, sizeof *d->clusters);
	}
	for (uint32_t i = 0; i < run->cluster_count; i++)
		d->clusters[i] = (cairo_text_cluster_t){ .num_bytes = (int)run->clusters[i].bytes, .num_glyphs = (int)run->clusters[i].marks };
	cairo_show_text_glyphs(d->cr, run->text, (int)run->text_len, d->glyphs, (int)run->mark_count, d->clusters, (int)run->cluster_count,
		run->backward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
}

static void
line_draw(struct drawing *d, const struct paper_line *line, double x, double y, int colour)
{
	colour_set(d, colour);
	for (uint32_t i = 0; i < line->run_count; i++)
		run_draw(d, &line->runs[i], x + (double)line->x, y);
}

/* The first line of a set, placed by the top of its line. */
static void
set_draw(struct drawing *d, const struct set *set, float x, float y, int colour)
{
	if (set->count > 0)
		line_draw(d, &set->lines[0], (double)x, (double)(y + style_baseline(set->style)), colour);
}

/* The place of the square code: an image, which paper_pack.c replaces by the squares themselves. Cairo would take a third of the
 * time of a paper, and of its bytes, to write two thousand rectangles. */
static void
qr_draw(struct drawing *d, const struct op *op)
{
	cairo_surface_t *image = cairo_image_surface_create(CAIRO_FORMAT_RGB24, QR_PLACE, QR_PLACE);

	cairo_save(d->cr);
	cairo_translate(d->cr, (double)op->x, (double)op->y);
	cairo_scale(d->cr, (double)op->w / QR_PLACE, (double)op->h / QR_PLACE);
	cairo_set_source_surface(d->cr, image, 0, 0);
	cairo_paint(d->cr);
	cairo_restore(d->cr);
	cairo_surface_destroy(image);
	d->m->qr = op->what;
}

/* Across the page, as a drawing: slanted letters would be strewn among the words of who copies the text. The foot says it in words. */
static void
draft_draw(struct drawing *d, const struct paper_line *line)
{
	cairo_save(d->cr);
	cairo_translate(d->cr, (double)PAGE_WIDTH / 2, (double)PAGE_HEIGHT / 2);
	cairo_rotate(d->cr, -0.96);
	colour_set(d, PALE);
	for (uint32_t i = 0; i < line->run_count; i++) {
		glyphs_place(d, &line->runs[i], (double)(-line->width / 2), 44);
		cairo_glyph_path(d->cr, d->glyphs, (int)line->runs[i].mark_count);
	}
	cairo_fill(d->cr);
	cairo_restore(d->cr);
	d->colour = -1;
}

static void
page_begin(struct drawing *d)
{
	const struct paper *p = d->m->paper;

	if (d->draft != NULL)
		draft_draw(d, &d->draft->lines[0]);
	if (p->demo) {
		if (d->page == 0)
			cairo_tag_begin(d->cr, "P", NULL);
		set_draw(d, d->demo, SIDE, DEMO_TOP, WARN);
		if (d->page == 0)
			cairo_tag_end(d->cr, "P");
	}
}

static void
page_finish(struct drawing *d)
{
	struct maker *m = d->m;
	const str number = arena_format(m->arena, "Page %d / %d", d->page + 1, m->pages);
	const struct set *set = set_text(m, STYLE_FOOT, NO_STR, number, 100, ALIGN_RIGHT);

	colour_set(d, RULE);
	cairo_rectangle(d->cr, (double)SIDE, (double)FOOT_TOP, (double)BODY_WIDTH, 0.5);
	cairo_fill(d->cr);
	set_draw(d, d->reference, SIDE, FOOT_TOP + 4, INK);
	set_draw(d, d->code, SIDE, FOOT_TOP + 14, MUTED);
	set_draw(d, set, PAGE_WIDTH - SIDE - 100, FOOT_TOP + 4, INK);
	cairo_show_page(d->cr);
	d->page++;
	if (d->page < m->pages)
		page_begin(d);
}

static void
op_draw(struct drawing *d, const struct op *op)
{
	switch ((enum op_kind)op->kind) {
	case OP_LINE:
		line_draw(d, op->what, (double)op->x, (double)op->y, op->colour);
		break;
	case OP_FILL:
		colour_set(d, op->colour);
		cairo_rectangle(d->cr, (double)op->x, (double)op->y, (double)op->w, (double)op->h);
		cairo_fill(d->cr);
		break;
	case OP_QR:
		qr_draw(d, op);
		break;
	case OP_TAG:
		cairo_tag_begin(d->cr, op->what, NULL);
		break;
	case OP_TAG_END:
		cairo_tag_end(d->cr, op->what);
		break;
	case OP_LINK:
		if (op->what != NULL)
			cairo_tag_begin(d->cr, CAIRO_TAG_LINK, op->what);
		break;
	case OP_LINK_END:
		if (op->what != NULL)
			cairo_tag_end(d->cr, CAIRO_TAG_LINK);
		break;
	case OP_PAGE:
		page_finish(d);
		break;
	}
}

static void
metadata_set(struct drawing *d)
{
	const struct maker *m = d->m;

	/* The arena's strings end with NUL. */
	cairo_pdf_surface_set_metadata(d->surface, CAIRO_PDF_METADATA_TITLE, m->title.at);
	cairo_pdf_surface_set_metadata(d->surface, CAIRO_PDF_METADATA_CREATE_DATE, m->created.at);
	if (!str_empty(m->author))
		cairo_pdf_surface_set_metadata(d->surface, CAIRO_PDF_METADATA_AUTHOR, m->author.at);
	if (!str_empty(m->subject))
		cairo_pdf_surface_set_metadata(d->surface, CAIRO_PDF_METADATA_SUBJECT, m->subject.at);
	cairo_pdf_surface_set_metadata(d->surface, CAIRO_PDF_METADATA_CREATOR, "Guichet");
}

static void
furniture_set(struct drawing *d)
{
	struct maker *m = d->m;
	const struct paper *p = m->paper;
	const str form = paper_plain(m, p->form), reference = paper_plain(m, p->reference);

	d->reference = set_text(m, STYLE_FOOT, NO_STR, arena_format(m->arena, "%.*s%s%.*s", STR_ARGS(form), str_empty(reference) ? "" : " N° ", STR_ARGS(reference)),
		BODY_WIDTH - 110, ALIGN_CUT);
	if (p->seal != NULL)
		d->code = set_text(m, STYLE_FOOT, NO_STR, arena_format(m->arena, "%s %.*s%s%.*s", str_empty(p->seal->key) ? "Suivi" : "Sceau",
			STR_ARGS(p->seal->code), str_empty(p->seal->where) ? "" : str_empty(p->seal->key) ? " · sur " : " · à vérifier sur ", STR_ARGS(p->seal->where)), BODY_WIDTH, ALIGN_CUT);
	else {
		d->code = set_text(m, STYLE_FOOT, NO_STR, STR("PROJET : sans valeur tant qu’il n’est ni signé ni scellé"), BODY_WIDTH, ALIGN_CUT);
		d->draft = set_text(m, STYLE_DRAFT, NO_STR, STR("PROJET"), 2000, ALIGN_LEFT);
	}
	d->demo = set_text(m, STYLE_DEMO, NO_STR, STR("DÉMONSTRATION : acte sans valeur"), BODY_WIDTH, ALIGN_CENTRE);
}

struct problem
paper_draw(struct maker *m, struct bytes *bytes)
{
	struct drawing d = { .m = m, .colour = -1 };

	furniture_set(&d);
	d.surface = cairo_pdf_surface_create_for_stream(written, bytes, (double)PAGE_WIDTH, (double)PAGE_HEIGHT);
	/* 1.4 has a plain table of objects, which paper_pack_read.c reads. */
	cairo_pdf_surface_restrict_to_version(d.surface, CAIRO_PDF_VERSION_1_4);
	metadata_set(&d);
	d.cr = cairo_create(d.surface);
	cairo_tag_begin(d.cr, "Document", NULL);
	page_begin(&d);
	for (size_t i = 0; i < m->ops.count; i++)
		op_draw(&d, &m->ops.at[i]);
	cairo_tag_end(d.cr, "Document");
	const cairo_status_t drawn = cairo_status(d.cr);

	cairo_destroy(d.cr);
	cairo_surface_finish(d.surface);
	const cairo_status_t finished = drawn != CAIRO_STATUS_SUCCESS ? drawn : cairo_surface_status(d.surface);

	cairo_surface_destroy(d.surface);
	if (finished != CAIRO_STATUS_SUCCESS)
		return (struct problem){ .kind = PROBLEM_BROKEN, .text = "paper.failed", .detail = str_of(cairo_status_to_string(finished)) };
	return m->problem;
}
