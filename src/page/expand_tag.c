/* Reading component tags and finding where they close (expand_tag.h). */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE   /* memmem */
#endif
#include "expand_tag.h"

static bool
at_literal(str text, size_t at, str literal)
{
	return at <= text.len && str_starts(str_skip(text, at), literal);
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static size_t
skip_space(str text, size_t at)
{
	while (at < text.len && is_space(text.at[at]))
		at++;
	return at;
}

static bool
is_component_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

/* File names of components: kit/text-field. No dot, so no way out of the folder; no / at the end. */
static size_t
component_name_length(str text, size_t at)
{
	const size_t start = at;

	while (at < text.len && (is_component_letter(text.at[at]) ||
	                         (text.at[at] == '/' && at + 1 < text.len && is_component_letter(text.at[at + 1]))))
		at++;
	return at - start;
}

static size_t
macro_name_length(str text, size_t at)
{
	const size_t start = at;

	while (at < text.len && ((text.at[at] >= 'A' && text.at[at] <= 'Z') || text.at[at] == '_' ||
	                         (at > start && text.at[at] >= '0' && text.at[at] <= '9')))
		at++;
	return at - start;
}

bool
macro_name_valid(str name)
{
	return name.len > 0 && name.at[0] != '_' && macro_name_length(name, 0) == name.len;
}

static const char *
read_attribute(str text, size_t *at, struct tag *tag)
{
	struct tag_attribute attribute = { .name = NO_STR };
	const char          *quote;

	attribute.name = (str){ .at = text.at + *at, .len = macro_name_length(text, *at) };
	if (!macro_name_valid(attribute.name))
		return "an attribute is written NAME=\"text\", the name in capitals";
	*at += attribute.name.len;
	if (!at_literal(text, *at, STR("=\"")))
		return "an attribute is written NAME=\"text\", in double quotes and without spaces around =";
	*at += 2;
	quote = memchr(text.at + *at, '"', text.len - *at);
	if (quote == NULL)
		return "the double quote of an attribute is not closed";
	attribute.at = *at;
	attribute.text = (str){ .at = text.at + *at, .len = (size_t)(quote - text.at) - *at };
	*at += attribute.text.len + 1;
	for (size_t i = 0; i < tag->count; i++)
		if (str_eq(tag->attributes[i].name, attribute.name))
			return "the same attribute is given twice";
	if (tag->count == TAG_ATTRIBUTES_MOST)
		return "too many attributes";
	tag->attributes[tag->count++] = attribute;
	return NULL;
}

const char *
macro_tag(str text, struct tag *tag)
{
	size_t at = sizeof("{{<") - 1;

	tag->count = 0;
	tag->name = (str){ .at = text.at + at, .len = component_name_length(text, at) };
	if (tag->name.len == 0)
		return "{{< is followed by the name of a component, in small letters";
	at += tag->name.len;
	for (;;) {
		const size_t before = at;
		const char  *why;

		at = skip_space(text, at);
		tag->closes_itself = at_literal(text, at, STR("/}}"));
		if (tag->closes_itself || at_literal(text, at, STR("}}"))) {
			tag->len = at + (tag->closes_itself ? 3 : 2);
			return NULL;
		}
		if (at >= text.len)
			return "the tag is not closed by }} or /}}";
		if (at == before)
			return "a space is missing in the tag";
		why = read_attribute(text, &at, tag);
		if (why != NULL)
			return why;
	}
}

size_t
macro_tag_close(str text, str *name)
{
	const size_t at = sizeof("{{</") - 1;

	*name = (str){ .at = text.at + at, .len = component_name_length(text, at) };
	if (name->len == 0 || !at_literal(text, at + name->len, STR("}}")))
		return 0;
	return at + name->len + 2;
}

bool
macro_tag_find_close(str text, str name, size_t *before)
{
	size_t     deep = 1, at = 0;
	struct tag tag;
	str        closed;

	while (at < text.len) {
		const char *next = memmem(text.at + at, text.len - at, "{{<", 3);

		if (next == NULL)
			return false;
		at = (size_t)(next - text.at);
		if (at_literal(text, at, STR("{{</"))) {
			const size_t len = macro_tag_close(str_skip(text, at), &closed);

			if (len > 0 && str_eq(closed, name) && --deep == 0) {
				*before = at;
				return true;
			}
			at += len > 0 ? len : 3;
		} else if (macro_tag(str_skip(text, at), &tag) == NULL) {
			deep += !tag.closes_itself && str_eq(tag.name, name) ? 1 : 0;
			at += tag.len;
		} else {
			at += 3;
		}
	}
	return false;
}

bool
macro_find_condition(str text, str name, size_t *before)
{
	size_t deep = 1, at = 0;

	while (at < text.len) {
		const char *next = memmem(text.at + at, text.len - at, "[[", 2);
		char        kind;

		if (next == NULL)
			return false;
		at = (size_t)(next - text.at);
		kind = at + 2 < text.len ? text.at[at + 2] : '\0';
		if ((kind == '?' || kind == '!' || kind == '/') && at_literal(text, at + 3, name) &&
		    at_literal(text, at + 3 + name.len, STR("]]"))) {
			if (kind == '/' && --deep == 0) {
				*before = at;
				return true;
			}
			deep += kind != '/' ? 1 : 0;
		}
		at += 2;
	}
	return false;
}
