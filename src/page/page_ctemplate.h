/* The border with ctemplate: what page.c and templates.c ask of it, and what it asks of a page being rendered.
 * No exception crosses it. Private to src/page. */
#ifndef GUICHET_PAGE_CTEMPLATE_H
#define GUICHET_PAGE_CTEMPLATE_H
#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

struct compiled;     /* a ctemplate::Template: read-only once made, shared by all threads */
struct page;

/* NULL when ctemplate refuses the text; it writes its reason on standard error. */
struct compiled *compiled_new(const char *text, size_t len);
void             compiled_free(struct compiled *compiled);

/* Bytes from malloc; `at` is NULL when there was no memory. */
struct output {
	char  *at;
	size_t len;
	size_t room;
	bool   failed;
};

/* False when the rendering failed; the caller frees output->at in both cases. */
bool compiled_render(const struct compiled *compiled, const struct page *page, struct output *output);

/* -- answered by page.c -- */

/* The value of a marker in this page or row, or around it; an empty text when nobody set it. */
void               page_value(const struct page *page, const char *name, size_t len, const char **at, size_t *value_len);
/* Called when compiled templates go away. */
void               page_forget_names(void);
bool               page_section_shown(const struct page *page, const char *name, size_t len);
/* The first row of a section, NULL when it is shown once with the page's own values. */
const struct page *page_section_rows(const struct page *page, const char *name, size_t len);
const struct page *page_next_row(const struct page *row);

#ifdef __cplusplus
}
#endif
#endif
