/* Reads the expanded page as a browser would, once, at start-up: refuses what automatic escaping does not make safe,
 * makes the text lighter, and lists the markers. Private to src/page. */
#ifndef GUICHET_PAGE_MARKUP_H
#define GUICHET_PAGE_MARKUP_H
#include "build.h"

struct light_page {
	str    text;         /* blanks squeezed; what is compiled */
	str   *markers;      /* sorted, each once */
	size_t count;
};

/* False when there was something to complain about. */
bool markup_page(const struct writer *expanded, struct complaints *complaints, struct arena *arena,
                  struct light_page *light);

/* -- between markup.c and markup_marker.c -- */
enum html_state {
	HTML_TEXT,
	HTML_TAG_NAME,       /* after < or </ */
	HTML_TAG,            /* between attributes */
	HTML_ATTRIBUTE,      /* in the name of one */
	HTML_EQUALS,         /* after =, before the value */
	HTML_QUOTED,         /* in a quoted value */
	HTML_BARE,           /* in a value without quotes */
	HTML_RAW,            /* in script, style, textarea, title */
	HTML_DECLARATION,    /* <!doctype … */
};

struct name {            /* in small letters, cut when too long */
	char   at[40];
	size_t len;
};

struct open_section {
	str             name;
	size_t          at;
	enum html_state state;
	struct name     raw, attribute;
};

enum { SECTIONS_DEEPEST = 32 };

struct markup {
	const struct writer *in;
	struct complaints   *complaints;
	struct writer        out;
	size_t               at;
	size_t               start;         /* of the page proper in `out`, after the line of the pragma */
	enum html_state      state;
	struct name          tag, attribute;
	struct name          raw;           /* the element whose text is not markup, when state is HTML_RAW */
	bool                 closing;       /* in </… */
	bool                 has_src;
	bool                 query;         /* a ? was met in the value */
	char                 quote;
	size_t               pre;           /* depth of <pre> */
	struct open_section  sections[SECTIONS_DEEPEST];
	size_t               section_count;
	str                 *markers;
	size_t               marker_count, marker_room;
};

/* At "{{": checks the marker where it stands, copies it, and moves past it. */
void         markup_marker(struct markup *x);
void         markup_sections_closed(struct markup *x);
struct piece markup_here(const struct markup *x);
bool         markup_name_is(const struct name *name, const char *z);
#endif
