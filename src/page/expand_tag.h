/* The shape of {{<name A="text" B="text"/}}, found without looking at what it means. Private to src/page. */
#ifndef GUICHET_PAGE_EXPAND_TAG_H
#define GUICHET_PAGE_EXPAND_TAG_H
#include "guichet/str.h"

enum { TAG_ATTRIBUTES_MOST = 24 };

struct tag_attribute {
	str    name;
	str    text;
	size_t at;      /* of the text, in bytes from the start of the tag */
};

struct tag {
	str                  name;
	bool                 closes_itself;
	size_t               len;               /* up to and with "}}" */
	struct tag_attribute attributes[TAG_ATTRIBUTES_MOST];
	size_t               count;
};

/* `text` begins with "{{<". Returns NULL, or why it is not a component's tag. */
const char *macro_tag(str text, struct tag *tag);
/* `text` begins with "{{</": the bytes of "{{</name}}", 0 when it is malformed. */
size_t      macro_tag_close(str text, str *name);
/* `text` begins after the opening tag: the bytes before its closing tag, false when there is none. */
bool        macro_tag_find_close(str text, str name, size_t *before);
/* `text` begins after [[?NAME]]: the bytes before its [[/NAME]]. */
bool        macro_find_condition(str text, str name, size_t *before);
bool        macro_name_valid(str name);        /* A-Z, digits, _ ; begins with a letter */
#endif
