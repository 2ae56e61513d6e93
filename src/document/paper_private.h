/* How a paper is made, in four steps, each in its file:
 *   paper_words.c, paper_text.c, paper_fonts.c
 *                   a string in a style and a width becomes shaped lines (`set`); the last two alone know pango
 *   paper_blocks.c, paper_table.c, paper_boxes.c
 *                   what the caller gave becomes atoms: lines, rows, boxes, things that no page cuts
 *   paper_flow.c    atoms become pages, pages become marks to draw (`op`)
 *   paper_draw.c    the marks go to cairo, the only file that knows it; paper_pack_read.c and paper_pack.c finish the bytes
 * Lengths are points (1/72 inch), y grows downwards from the top of the page. */
#ifndef GUICHET_PAPER_PRIVATE_H
#define GUICHET_PAPER_PRIVATE_H
#include "guichet/paper.h"

#define PAGE_WIDTH  595.276f
#define PAGE_HEIGHT 841.89f
#define SIDE        60.0f
#define BODY_TOP    50.0f
#define BODY_BOTTOM 778.0f
#define BODY_WIDTH  (PAGE_WIDTH - 2 * SIDE)
#define BODY_HEIGHT (BODY_BOTTOM - BODY_TOP)
#define PAGES_MAX   2000
#define PAD_X       4.0f     /* beside the text of a cell */
#define PAD_Y       2.75f    /* above and below it */

enum paper_style {
	STYLE_STATE, STYLE_MOTTO, STYLE_STAMP_FIRST, STYLE_STAMP, STYLE_FORM, STYLE_REFERENCE, STYLE_TITLE, STYLE_AUTHORITY,
	STYLE_BODY, STYLE_VISA, STYLE_CENTRED, STYLE_HEADING, STYLE_LABEL, STYLE_VALUE, STYLE_HEAD, STYLE_CELL, STYLE_NOTE,
	STYLE_PLACE, STYLE_QUALITY, STYLE_SIGNED, STYLE_NAME, STYLE_COPIES_HEAD, STYLE_COPIES,
	STYLE_SEAL_HEAD, STYLE_CODE, STYLE_SEAL, STYLE_SEAL_LABEL, STYLE_FOOT, STYLE_DEMO, STYLE_DRAFT, STYLE_COUNT,
};
enum paper_align { ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT, ALIGN_BOTH, ALIGN_CUT /* one line, shortened with … */ };
enum paper_colour { INK, MUTED, GREEN, WARN, FLAG_GREEN, FLAG_YELLOW, FLAG_RED, RULE, PALE, COLOUR_COUNT };

/* Shaped text. Positions are from the left end of the first line's baseline; a set is never changed, and drawn as often as wanted. */
struct paper_mark { uint32_t glyph; float x, y; };
struct paper_cluster { uint32_t bytes, marks; };
struct paper_run {
	const struct paper_mark    *marks;
	const struct paper_cluster *clusters;
	const char                 *text;
	uint32_t mark_count, cluster_count, text_len;
	uint16_t font;          /* in paper_fonts */
	bool     backward;      /* right to left */
};
struct paper_line { const struct paper_run *runs; uint32_t run_count; float x, width; };
struct set {
	const struct paper_line *lines;
	uint32_t                 count;
	enum paper_style         style;
};

/* Marks, in reading order. */
enum op_kind { OP_LINE, OP_FILL, OP_QR, OP_TAG, OP_TAG_END, OP_LINK, OP_LINK_END, OP_PAGE };
struct op {
	uint8_t     kind, colour;
	float       x, y, w, h;    /* LINE: x and y of its baseline */
	const void *what;          /* LINE: struct paper_line · TAG, TAG_END: const char * · LINK, LINK_END: const char *, may be NULL · QR: struct paper_qr */
};
struct ops { struct op *at; size_t count, room; };

/* A thing no page cuts. */
enum atom_kind { ATOM_LINE, ATOM_ROW, ATOM_BOX };
struct atom {
	uint8_t kind;
	bool    keep;                       /* stays with the next */
	bool    opens, closes;              /* LINE, ROW: the first, the last of its block */
	uint8_t colour;
	float   gap, height, x;             /* gap: white before it, dropped at the top of a page */
	const char *tag;                    /* LINE: opened by the first, closed by the last */
	const void *what;                   /* LINE: struct set · ROW: struct table · BOX: struct box */
	uint32_t first, count;              /* LINE: which line · ROW: which row… */
	uint32_t row;                       /* ROW: …and which of its lines, `first` to `first + count` */
};
struct atoms { struct atom *at; size_t count, room; };
struct box { struct ops ops; };             /* y from its top, x from the left of the page */

struct table {
	const struct paper_column *columns;
	size_t            column_count;
	float            *x, *width;          /* of each column, from the left margin */
	const struct set **heads, **cells;    /* cells row after row */
	float             head_height;
	bool              empty;
};

#define QR_PLACE 4    /* pixels of the image that keeps the code's place */
struct paper_qr { int side; const unsigned char *bits; };    /* side × side, one byte each, 1 = dark */

/* One paper in the making. */
struct maker {
	struct arena       *arena;        /* scratch, ends with the maker */
	const struct paper *paper;
	struct paper_fonts *fonts;        /* of this thread */
	struct problem      problem;      /* the first; nothing stops before the layout is done */
	struct atoms        atoms;
	struct ops          ops;
	int                 pages;
	const struct paper_qr *qr;        /* drawn as an empty image */
	str                 title, author, subject, created;    /* of the document, plain; created as ISO 8601 in UTC */
	struct { const struct set **at; size_t room, count; } known;    /* sets by what they say */
};

/* paper_fonts.c */
struct paper_fonts *paper_fonts_mine(struct problem *problem);    /* of this thread, made on its first call */
void               *paper_font(const struct paper_fonts *fonts, uint16_t font);    /* a cairo_scaled_font_t */
float               style_line(enum paper_style style);           /* height of a line */
float               style_baseline(enum paper_style style);       /* from the top of a line */
float               set_height(const struct set *set);

/* paper_text.c: shapes clean text. */
const struct set   *set_new(struct maker *m, enum paper_style style, str lead, str text, float width, enum paper_align align);

/* paper_words.c */
/* `lead` in bold before `text`, when present. Text is cleaned of what nobody sees; what is not UTF-8 is the maker's problem. */
const struct set   *set_text(struct maker *m, enum paper_style style, str lead, str text, float width, enum paper_align align);
/* Centred, in lines as equal as can be. */
const struct set   *set_balanced(struct maker *m, enum paper_style style, str text, float width);
/* The width of what no space cuts. */
float               longest_word(struct maker *m, enum paper_style style, str text);
/* Without control characters, invisible direction marks and ends of lines: for metadata and single lines. */
str                 paper_plain(struct maker *m, str s);

/* paper_blocks.c */
void paper_lay(struct maker *m);
struct atom *atom_put(struct maker *m, enum atom_kind kind, float gap, float height);
/* The lines of a set as atoms; two lines at least stay together at both ends. */
void lines_put(struct maker *m, const struct set *set, const char *tag, float x, float gap, enum paper_colour colour);
/* paper_table.c */
void table_put(struct maker *m, const struct paper_block *block);
void facts_put(struct maker *m, const struct paper_block *block);
/* paper_boxes.c */
void letterhead_put(struct maker *m);
void ending_put(struct maker *m);
/* paper_qr.c: NULL when the text is too long for a code that a telephone reads. */
const struct paper_qr *qr_of(struct maker *m, str text);
float                  qr_size(const struct paper_qr *qr);

/* paper_flow.c */
void paper_flow(struct maker *m);
struct op *op_put(struct maker *m, struct ops *ops, enum op_kind kind);
void ops_set(struct maker *m, struct ops *ops, const struct set *set, uint32_t first, uint32_t count, float x, float y, enum paper_colour colour);
void ops_fill(struct maker *m, struct ops *ops, float x, float y, float w, float h, enum paper_colour colour);
void ops_tag(struct maker *m, struct ops *ops, const char *tag);
void ops_tag_end(struct maker *m, struct ops *ops, const char *tag);

/* paper_draw.c: cairo's bytes, to free(). paper_pack.c: the finished ones, in the arena. */
struct bytes { char *at; size_t len, room; };
void bytes_put(struct bytes *b, const void *at, size_t len);
void bytes_format(struct bytes *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
struct problem paper_draw(struct maker *m, struct bytes *bytes);
struct problem paper_pack(struct maker *m, struct arena *arena, str drawn, str *bytes);
#endif
