/* Leaves out the comments of a template before anything else is read in it (expand.h). */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE   /* memmem */
#endif
#include "expand.h"

str
expand_without_comments(struct piece rest, struct complaints *complaints, struct arena *arena)
{
	struct writer out = { .arena = arena };

	while (rest.text.len > 0) {
		const char  *html = memmem(rest.text.at, rest.text.len, "<!--", 4);
		const char  *mark = memmem(rest.text.at, rest.text.len, "{{!", 3);
		const bool   is_html = html != NULL && (mark == NULL || html < mark);
		const char  *start = is_html ? html : mark;
		const char  *end;
		struct piece comment;
		size_t       len;

		if (start == NULL) {
			build_put(&out, rest.text);
			break;
		}
		build_put(&out, build_take(&rest, (size_t)(start - rest.text.at)).text);
		end = memmem(rest.text.at, rest.text.len, is_html ? "-->" : "}}", is_html ? 3 : 2);
		if (end == NULL) {
			build_complain(complaints, rest, "this comment is not closed");
			break;
		}
		len = (size_t)(end - rest.text.at) + (is_html ? 3 : 2);
		comment = build_take(&rest, len);
		for (size_t i = comment.line; i < rest.line; i++)
			build_put(&out, STR("\n"));
	}
	return build_text(&out);
}
