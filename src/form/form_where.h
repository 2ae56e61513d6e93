/* Inside form/: where a value stands in a JSON text that is known to be valid, so that a fault can be told with its line. */
#ifndef GUICHET_FORM_WHERE_H
#define GUICHET_FORM_WHERE_H
#include "guichet/str.h"

struct form_at {
	const char *key;      /* NULL: an element of a list */
	size_t      index;
};
/* 1-based line of the value at the path; of the last part of the path that exists, when it does not. */
size_t form_line(str text, const struct form_at *path, size_t depth);
#endif
