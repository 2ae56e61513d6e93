/* What the steps of building a page share: text that grows, where each piece of it was written, and the list of
 * complaints. Private to src/page; used at start-up only. */
#ifndef GUICHET_PAGE_BUILD_H
#define GUICHET_PAGE_BUILD_H
#include "guichet/arena.h"

/* A piece of a file: `line` is the line of its first byte. */
struct piece {
	str    file;
	size_t line;
	str    text;
};

/* From byte `at` of the written text on, the text comes from this file and line. */
struct origin {
	size_t at;
	str    file;
	size_t line;
};

struct writer {
	struct arena  *arena;
	char          *at;
	size_t         len;
	size_t         room;
	struct origin *origins;
	size_t         origin_count;
	size_t         origin_room;
};

void build_put(struct writer *writer, str text);
/* The same, and remembers where the piece was written. */
void build_put_piece(struct writer *writer, struct piece piece);
str  build_text(const struct writer *writer);
/* Where byte `at` of the text was written; the text of the answer is not set. */
struct piece build_origin(const struct writer *writer, size_t at);

/* The first `n` bytes of the piece, which then begins after them. */
struct piece build_take(struct piece *rest, size_t n);

/* One sentence a fault, each on a line "file:line: sentence". The same sentence is kept once: a fault of a component
 * is met in every page that uses it. */
struct complaints {
	struct writer writer;
	size_t        count;
};

void build_complain(struct complaints *complaints, struct piece where, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
#endif
