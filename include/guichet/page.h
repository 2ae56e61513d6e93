/* Pages: templates compiled once at start, filled by marker, rendered to bytes.
 * The templates are ctemplate's, with our static macros expanded first (docs/templates.md), so that one page is one
 * compiled template: rendering takes no lock and reads no file. */
#ifndef GUICHET_PAGE_H
#define GUICHET_PAGE_H
#include "guichet/arena.h"
#include "guichet/problem.h"

struct templates;    /* all of them */
struct template;     /* one compiled page */
struct page;         /* a page (or a row of a section) being filled */

/* A marker's name with a hash of it, computed once. MARK("NOM") is a constant of the call site. */
struct marker {
	const char *name;
	size_t      len;
	uint64_t    id;      /* 0 = not computed yet */
};

void marker_prepare(struct marker *marker);
#define MARK(literal)                                                                              \
	__extension__({                                                                            \
		static struct marker marker_here = { .name = "" literal, .len = sizeof(literal) - 1 }; \
		if (__atomic_load_n(&marker_here.id, __ATOMIC_ACQUIRE) == 0)                       \
			marker_prepare(&marker_here);                                              \
		(const struct marker *)&marker_here;                                               \
	})

/* Loads and compiles every .tpl below `folder` that is a page (not in kit/ and not layout*.tpl, which are only used by
 * others). `assets` gives the hashed address of an asset name, or NULL when there is none. On failure returns NULL and
 * writes one sentence a fault (file, line, why) to `complaints`: no template that fails to load ever serves.
 * NULL `assets` leaves names as they are (tests). */
struct templates *templates_open(const char *folder, const char *(*assets)(void *context, const char *name), void *context,
                                 str *complaints, struct arena *arena);
void templates_close(struct templates *templates);
/* "career/index", or NULL. */
const struct template *templates_find(const struct templates *templates, const char *name);
/* Whether the page mentions this marker or section: start-up checks and linter. */
bool template_knows(const struct template *template, const char *marker);
size_t templates_count(const struct templates *templates);
const char *templates_name(const struct templates *templates, size_t index);

/* Values are not copied: they must live until the page is rendered (the request's arena does). */
struct page *page_begin(const struct template *template, struct arena *arena);
void         page_text(struct page *page, const struct marker *marker, str value);
void         page_int(struct page *page, const struct marker *marker, int64_t value);
void         page_show(struct page *page, const struct marker *section);            /* once, with the page's own values */
struct page *page_row(struct page *page, const struct marker *section);            /* once more, with values of its own */
/* Shows `mark` in the rows of a section whose `column` reads `value`. */
void         page_choose(struct page *page, const struct marker *section, const struct marker *column, str value, const struct marker *mark);
/* The links of kit/pagination on page `number` of a list, the first being 1: HAS_PREVIOUS with PREVIOUS, and HAS_NEXT with NEXT when there is more. */
void         page_neighbours(struct page *page, int64_t number, bool more);
/* The same with PAGE_NUMBER, in HAS_PAGES that shows only when there is another page. */
void         page_pages(struct page *page, int64_t number, bool more);
/* Of a list whose whole length is known: TOTAL with FIRST and LAST of the page of `size`, and its links in HAS_PAGES. */
void         page_range(struct page *page, int64_t number, int64_t size, int64_t total);
/* A row sees the values and sections of the page around it. This hides one here that the page around may show: say it
 * in a row for a false bool, and for HAS_X or NO_X when the other is shown. */
void         page_hide(struct page *page, const struct marker *section);
/* What a thing (a row of the database) says of names, asked only for those that the template mentions, while the page is
 * rendered. `value` gives at NULL for a name it does not know; `section` gives false for one, else whether it shows. */
struct page_source {
	str  (*value)(const void *thing, struct arena *arena, const struct marker *name);
	bool (*section)(const void *thing, const struct marker *name, bool *shown);
};
/* The latest attached is asked first; what page_text, page_show… said goes before. */
void page_attach(struct page *page, const struct page_source *source, const void *thing);

/* A marker whose name is only known at run time (a column, a field): the name is copied into the arena. */
struct marker marker_named(struct arena *arena, str name);
/* The rendered bytes, in memory from malloc that the caller frees (the network layer hands it to libmicrohttpd).
 * `room` is the expected size; returns at NULL when the template failed, which only a defect can cause. */
str          page_render(struct page *page, size_t room);

/* Sentences: templates/sentences.txt, "key = sentence". */
struct sentences;
struct sentences *sentences_open(const char *file, str *complaints, struct arena *arena);
void              sentences_close(struct sentences *sentences);
/* The sentence, or the key itself in ‹› when it is missing (the linter finds those). */
str               sentence(const struct sentences *sentences, const char *key);
/* With its "%s" replaced by `detail`. */
str               sentence_with(const struct sentences *sentences, struct arena *arena, const char *key, str detail);
bool              sentence_known(const struct sentences *sentences, const char *key);
#endif
