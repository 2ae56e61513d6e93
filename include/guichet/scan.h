/* Scans: what a stranger's file is by its bytes, whether it may be kept, its pages as images and as text.
 *
 * scan_look is pure: it reads headers and decodes nothing. The rest runs Debian's own tools (qpdf, poppler, libtiff, libjpeg,
 * tesseract) in the inspector's cage, a process a step: what such a tool does when a file attacks it stays in the cage. */
#ifndef GUICHET_SCAN_H
#define GUICHET_SCAN_H
#include "guichet/arena.h"

enum scan_type { SCAN_NONE, SCAN_PDF, SCAN_JPEG, SCAN_TIFF };
enum {
	SCAN_MOST_BYTES = 40 * 1024 * 1024,
	SCAN_MOST_PAGES = 200,
	SCAN_MOST_PIXELS = 100 * 1000 * 1000,      /* of one image: A0 at 300 dpi is 139 million, A3 at 600 dpi 70 million */
	SCAN_MOST_POINTS = 3400,                   /* side of a PDF's page in points: A0 is 3370 */
};

struct scan {
	enum scan_type type;
	unsigned       pages;             /* 0 = not known yet (PDF before scan_check) */
	uint32_t       width, height;     /* in pixels, of the first image of a JPEG or TIFF */
	const char    *why;               /* sentence key of the refusal; NULL = good so far */
	str            detail;            /* completes the sentence */
};

/* By the first bytes and the headers, never by the name. */
struct scan scan_look(struct arena *arena, str bytes);
/* Sentence key of the first thing that a PDF must not hold (script, action, attachment, encryption…), or NULL. Reads names
 * outside of strings, comments and streams, with their #xx undone; a PDF whose objects are compressed must be laid open first. */
const char *scan_pdf_refused(str bytes);
const char *scan_type_name(enum scan_type type);    /* "pdf", "jpeg", "tiff" */

/* Where the tools are: "/usr/bin" unless said otherwise (tests: a folder without any). `folder` must stay. */
void scan_tools_in(const char *folder);

enum scan_end {
	SCAN_DONE,
	SCAN_REFUSED,     /* the file is at fault: scan.why says how */
	SCAN_FAILED,      /* a tool was killed, was late, or crashed on a file that was good before */
	SCAN_ABSENT,      /* a tool is not installed */
};

/* A file being worked on: sealed in memory, as the tools see it. */
struct scan_file {
	struct scan about;
	int         fd;       /* the file; -1 when closed */
	int         pages;    /* a PDF of its pages: the file itself, or what a TIFF became; -1 for a JPEG */
};
/* Looks, then has the file opened by the tools: pages counted and measured, nothing active inside, images of a reasonable size.
 * scan_close must follow whatever the end. */
enum scan_end scan_open(struct scan_file *file, struct arena *arena, str bytes);
void          scan_close(struct scan_file *file);
/* Page 1.. as a JPEG of at most 1,600 pixels a side, for people to read. `jpeg` lives in the arena. */
enum scan_end scan_page_image(struct scan_file *file, struct arena *arena, unsigned page, str *jpeg);
/* Page 1.. as text in French, by tesseract; valid UTF-8 without control characters but line feeds. */
enum scan_end scan_page_text(struct scan_file *file, struct arena *arena, unsigned page, str *text);
#endif
