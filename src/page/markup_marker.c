/* A marker is checked against the place where it stands (markup.h). What ctemplate escapes by itself was measured:
 * text, quoted attributes and href/src/action are safe; the places refused here are not. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE   /* memmem */
#endif
#include "markup.h"

#define REFUSE(x, ...) build_complain((x)->complaints, markup_here(x), __VA_ARGS__)

static bool
is_one_of(const struct name *name, const char *const *list)
{
	for (; *list != NULL; list++)
		if (markup_name_is(name, *list))
			return true;
	return false;
}

/* Plain text to ctemplate, code or addresses to a browser. */
static bool
is_banned_attribute(const struct name *name)
{
	static const char *const banned[] = { "formaction", "poster", "srcset", "imagesrcset", "xlink:href",
		                              "srcdoc", "style", "ping", "background", NULL };

	return is_one_of(name, banned) || (name->len > 2 && memcmp(name->at, "on", 2) == 0) ||
	       (name->len > 3 && memcmp(name->at, "hx-", 3) == 0);
}

static bool
is_address(const struct name *name)
{
	static const char *const addresses[] = { "href", "src", "action", NULL };

	return is_one_of(name, addresses);
}

static bool
is_marker_name(str name)
{
	static const str separator = { "_separator", sizeof("_separator") - 1 };

	if (str_ends(name, separator))
		name.len -= separator.len;
	if (name.len == 0 || (name.at[0] >= '0' && name.at[0] <= '9'))
		return false;
	for (size_t i = 0; i < name.len; i++)
		if (!((name.at[i] >= 'A' && name.at[i] <= 'Z') || (name.at[i] >= '0' && name.at[i] <= '9') ||
		      name.at[i] == '_'))
			return false;
	return true;
}

static bool
has_modifier(str modifiers, const char *wanted)
{
	while (modifiers.at != NULL)
		if (str_is(str_cut(&modifiers, ':'), wanted))
			return true;
	return false;
}

static void
check_modifiers(struct markup *x, str modifiers)
{
	static const char *const known[] = { "h", "html_escape", "p", "pre_escape", "u", "url_query_escape", NULL };

	while (modifiers.at != NULL) {
		const str modifier = str_cut(&modifiers, ':');
		bool      found = false;

		if (str_is(modifier, "none")) {
			REFUSE(x, ":none prints a value without escaping it");
			continue;
		}
		for (size_t i = 0; known[i] != NULL; i++)
			found = found || str_is(modifier, known[i]);
		if (!found)
			REFUSE(x, "“:%.*s” is not a modifier of ours (pre_escape, url_query_escape)", STR_ARGS(modifier));
	}
}

static void
check_in_value(struct markup *x, str name, str modifiers)
{
	const bool query_escaped = has_modifier(modifiers, "url_query_escape") || has_modifier(modifiers, "u");

	if (is_banned_attribute(&x->attribute))
		REFUSE(x, "{{%.*s}} in the attribute %.*s is not made safe by escaping", STR_ARGS(name),
		       (int)x->attribute.len, x->attribute.at);
	if (is_address(&x->attribute) && x->query && !query_escaped)
		REFUSE(x, "a value after ? could add parameters to the address: write {{%.*s:url_query_escape}}",
		       STR_ARGS(name));
}

static void
check_variable(struct markup *x, str name, str modifiers)
{
	const bool lines = markup_name_is(&x->raw, "textarea") || x->pre > 0;

	check_modifiers(x, modifiers);
	switch (x->state) {
	case HTML_RAW:
		if (markup_name_is(&x->raw, "script") || markup_name_is(&x->raw, "style")) {
			REFUSE(x, "{{%.*s}} inside <%.*s>", STR_ARGS(name), (int)x->raw.len, x->raw.at);
			break;
		}
		__attribute__((fallthrough));
	case HTML_TEXT:
		if (lines && !has_modifier(modifiers, "pre_escape") && !has_modifier(modifiers, "p"))
			REFUSE(x, "line ends would be lost here: write {{%.*s:pre_escape}}", STR_ARGS(name));
		break;
	case HTML_QUOTED:
		check_in_value(x, name, modifiers);
		break;
	case HTML_EQUALS:
	case HTML_BARE:
		REFUSE(x, "{{%.*s}} in the attribute %.*s, which is not quoted", STR_ARGS(name), (int)x->attribute.len,
		       x->attribute.at);
		break;
	case HTML_TAG_NAME:
	case HTML_TAG:
	case HTML_ATTRIBUTE:
	case HTML_DECLARATION:
	default:
		REFUSE(x, "{{%.*s}} stands inside a tag but in no quoted attribute", STR_ARGS(name));
		break;
	}
}

/* The names of a tag and of an attribute end where a section begins or ends. */
static void
settle(struct markup *x)
{
	if (x->state == HTML_TAG_NAME || x->state == HTML_ATTRIBUTE)
		x->state = HTML_TAG;
	if (x->state == HTML_EQUALS || x->state == HTML_BARE)
		REFUSE(x, "the attribute %.*s is not quoted, and a section stands in it", (int)x->attribute.len,
		       x->attribute.at);
	else if (x->state == HTML_RAW && (markup_name_is(&x->raw, "script") || markup_name_is(&x->raw, "style")))
		REFUSE(x, "a section inside <%.*s>", (int)x->raw.len, x->raw.at);
}

static bool
same_name(const struct name *a, const struct name *b)
{
	return a->len == b->len && memcmp(a->at, b->at, a->len) == 0;
}

static void
open_section(struct markup *x, str name)
{
	settle(x);
	if (x->section_count == SECTIONS_DEEPEST) {
		REFUSE(x, "too many sections in one another");
		return;
	}
	x->sections[x->section_count++] = (struct open_section){ .name = name, .at = x->at, .state = x->state,
		                                                 .raw = x->raw, .attribute = x->attribute };
}

static void
close_section(struct markup *x, str name)
{
	const struct open_section *open;

	settle(x);
	if (x->section_count == 0 || !str_eq(x->sections[x->section_count - 1].name, name)) {
		REFUSE(x, "{{/%.*s}} closes nothing, or another section was opened since", STR_ARGS(name));
		return;
	}
	open = &x->sections[--x->section_count];
	if (open->state != x->state || (x->state == HTML_RAW && !same_name(&open->raw, &x->raw)) ||
	    (x->state == HTML_QUOTED && !same_name(&open->attribute, &x->attribute)))
		REFUSE(x, "the section %.*s (line %zu) does not end where it began: in a text, a tag or a value",
		       STR_ARGS(name), build_origin(x->in, open->at).line);
}

void
markup_sections_closed(struct markup *x)
{
	for (size_t i = 0; i < x->section_count; i++)
		build_complain(x->complaints, build_origin(x->in, x->sections[i].at), "{{#%.*s}} is not closed",
		         STR_ARGS(x->sections[i].name));
}

static void
remember(struct markup *x, str name)
{
	if (x->marker_count == x->marker_room) {
		const size_t room = x->marker_room == 0 ? 64 : x->marker_room * 2;
		str         *more = arena_array(x->out.arena, room, sizeof(str));

		if (x->marker_count > 0)
			memcpy(more, x->markers, x->marker_count * sizeof(str));
		x->markers = more;
		x->marker_room = room;
	}
	x->markers[x->marker_count++] = name;
}

static void
check_marker(struct markup *x, str inside)
{
	const char kind = inside.len > 0 ? inside.at[0] : '\0';
	str        modifiers = inside;
	str        name;

	if (kind == '#' || kind == '/')
		modifiers = str_skip(inside, 1);
	name = str_cut(&modifiers, ':');
	if (!is_marker_name(name)) {
		REFUSE(x, "“{{%.*s}}” is not a marker of ours", STR_ARGS(inside));
		return;
	}
	remember(x, name);
	if (kind == '#')
		open_section(x, name);
	else if (kind == '/')
		close_section(x, name);
	else
		check_variable(x, name, modifiers);
	if ((kind == '#' || kind == '/') && modifiers.at != NULL)
		REFUSE(x, "a section takes no modifier");
}

void
markup_marker(struct markup *x)
{
	const str   text = str_skip(build_text(x->in), x->at);
	const char *end = memmem(text.at, text.len, "}}", 2);
	str         inside = { .at = text.at + 2, .len = 0 };

	if (end != NULL)
		inside.len = (size_t)(end - inside.at);
	if (end == NULL || memchr(inside.at, '\n', inside.len) != NULL) {
		REFUSE(x, "{{ is not closed by }} on its line");
		build_put(&x->out, (str){ .at = text.at, .len = 2 });
		x->at += 2;
		return;
	}
	if (x->at == 0 && str_is(inside, "%AUTOESCAPE context=\"HTML\""))
		x->start = inside.len + 4;
	else
		check_marker(x, inside);
	build_put(&x->out, (str){ .at = text.at, .len = inside.len + 4 });
	x->at += inside.len + 4;
}
