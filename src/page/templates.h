/* What page.c knows of a template. Private to src/page. */
#ifndef GUICHET_PAGE_TEMPLATES_H
#define GUICHET_PAGE_TEMPLATES_H
#include "guichet/str.h"
#include "page_ctemplate.h"

struct template {
	const char      *name;         /* "career/index" */
	struct compiled *compiled;
	str             *markers;      /* sorted */
	size_t           marker_count;
};
#endif
