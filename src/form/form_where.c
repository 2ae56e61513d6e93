/* The line of a value in a JSON text (form_where.h). jansson keeps no position; the text is valid, so brackets and strings are
 * enough to walk it. */
#include "form_where.h"

struct walk { str text; size_t at; };

static char
here(const struct walk *walk)
{
	return walk->at < walk->text.len ? walk->text.at[walk->at] : '\0';
}

static void
skip_blank(struct walk *walk)
{
	while (walk->at < walk->text.len && strchr(" \t\r\n,:", here(walk)) != NULL)
		walk->at++;
}

static void
skip_string(struct walk *walk)
{
	for (walk->at++; walk->at < walk->text.len && here(walk) != '"'; walk->at++)
		if (here(walk) == '\\')
			walk->at++;
	walk->at++;
}

static void
skip_value(struct walk *walk)
{
	size_t depth = 0;

	skip_blank(walk);
	do {
		const char c = here(walk);

		if (c == '"') {
			skip_string(walk);
			continue;
		}
		if (c == '{' || c == '[')
			depth++;
		if ((c == '}' || c == ']') && depth > 0)
			depth--;
		walk->at++;
		if (depth == 0 && strchr("}]", c) == NULL)
			while (walk->at < walk->text.len && strchr(",}] \t\r\n", here(walk)) == NULL)
				walk->at++;
	} while (depth > 0 && walk->at < walk->text.len);
}

/* Moves into the object or list at hand, to the value asked; false when it is not there. */
static bool
step_into(struct walk *walk, const struct form_at *wanted)
{
	size_t nth = 0;

	skip_blank(walk);
	if (here(walk) != '{' && here(walk) != '[')
		return false;
	walk->at++;
	for (;; nth++) {
		skip_blank(walk);
		if (here(walk) == '}' || here(walk) == ']' || here(walk) == '\0')
			return false;
		if (wanted->key != NULL) {
			const size_t begin = walk->at + 1;

			skip_string(walk);
			const str key = { walk->text.at + begin, walk->at > begin ? walk->at - begin - 1 : 0 };

			skip_blank(walk);
			if (str_is(key, wanted->key))
				return true;
		} else if (nth == wanted->index) {
			return true;
		}
		skip_value(walk);
	}
}

size_t
form_line(str text, const struct form_at *path, size_t depth)
{
	struct walk walk = { text, 0 };
	size_t found = 0, line = 1, i;

	skip_blank(&walk);
	found = walk.at;
	for (i = 0; i < depth && step_into(&walk, &path[i]); i++)
		found = walk.at;
	for (i = 0; i < found && i < text.len; i++)
		line += text.at[i] == '\n';
	return line;
}
