/* The static macros of templates: components, attributes, body, assets (docs/templates.md). Pure: text in, text out,
 * the other files come through a function. Private to src/page. */
#ifndef GUICHET_PAGE_EXPAND_H
#define GUICHET_PAGE_EXPAND_H
#include "build.h"

struct expand_world {
	/* The text of a component ("kit/text-field"), comments left out already; false when there is none. */
	bool (*component)(void *context, str name, str *text);
	void *components;
	/* The address of an asset, or NULL when there is none. A NULL function leaves the names as they are. */
	const char *(*asset)(void *context, const char *name);
	void *assets;
};

/* The text without its comments, <!-- --> and {{! }}; line ends in them stay, so that lines keep their number. */
str  expand_without_comments(struct piece file, struct complaints *complaints, struct arena *arena);
/* Writes the page with every macro resolved. False when there was something to complain about. */
bool expand_page(const struct expand_world *world, struct piece page, struct complaints *complaints,
                 struct writer *out);
#endif
