/* The walk through the expanded page (markup.h): where are we in the HTML? Blanks are squeezed on the way, except in
 * values, <pre>, <textarea> and their like. */
#include "markup.h"

#include <stdlib.h>

#define REFUSE(x, ...) build_complain((x)->complaints, markup_here(x), __VA_ARGS__)

bool
markup_name_is(const struct name *name, const char *z)
{
	return name->len == strlen(z) && memcmp(name->at, z, name->len) == 0;
}

struct piece
markup_here(const struct markup *x)
{
	return build_origin(x->in, x->at);
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static void
name_add(struct name *name, char c)
{
	if (name->len < sizeof(name->at))
		name->at[name->len++] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static char
peek(const struct markup *x, size_t ahead)
{
	return x->at + ahead < x->in->len ? x->in->at[x->at + ahead] : '\0';
}

static void
copy(struct markup *x, size_t n)
{
	build_put(&x->out, (str){ .at = x->in->at + x->at, .len = n });
	x->at += n;
}

/* A run of blanks becomes one line end or one space; nothing at the start. */
static void
squeeze(struct markup *x, bool keep_line_end)
{
	const bool useless = x->out.len == x->start || x->out.at[x->out.len - 1] == '\n';
	bool       line_end = false;

	while (x->at < x->in->len && is_blank(x->in->at[x->at]))
		line_end = x->in->at[x->at++] == '\n' || line_end;
	if (!useless)
		build_put(&x->out, line_end && keep_line_end ? STR("\n") : STR(" "));
}

static void
attribute_named(struct markup *x)
{
	const struct name *name = &x->attribute;

	if (name->len == 0 || x->closing)
		return;
	if (markup_name_is(name, "src"))
		x->has_src = true;
	if (markup_name_is(name, "style"))
		REFUSE(x, "the attribute style is refused by the content security policy: use a class");
	if (name->len > 2 && memcmp(name->at, "on", 2) == 0)
		REFUSE(x, "the attribute %.*s is refused by the content security policy: use a script of static/",
		       (int)name->len, name->at);
}

static void
tag_ended(struct markup *x)
{
	const struct name *tag = &x->tag;

	x->state = HTML_TEXT;
	if (markup_name_is(tag, "pre")) {
		if (!x->closing)
			x->pre++;
		else if (x->pre > 0)
			x->pre--;
	}
	if (x->closing)
		return;
	if (markup_name_is(tag, "style"))
		REFUSE(x, "<style> is refused by the content security policy: use a sheet of static/");
	if (markup_name_is(tag, "script") && !x->has_src)
		REFUSE(x, "<script> without src is refused by the content security policy");
	if (markup_name_is(tag, "script") || markup_name_is(tag, "style") || markup_name_is(tag, "textarea") || markup_name_is(tag, "title")) {
		x->state = HTML_RAW;
		x->raw = *tag;
	}
}

static void
tag_begins(struct markup *x)
{
	x->closing = peek(x, 1) == '/';
	x->tag.len = 0;
	x->attribute.len = 0;
	x->has_src = false;
	x->state = HTML_TAG_NAME;
	copy(x, x->closing ? 2 : 1);
}

static void
step_text(struct markup *x, char c)
{
	const char next = peek(x, 1);

	if (is_blank(c) && x->pre == 0)
		squeeze(x, true);
	else if (c == '<' && (is_letter(next) || (next == '/' && is_letter(peek(x, 2)))))
		tag_begins(x);
	else if (c == '<' && (next == '!' || next == '?')) {
		x->state = HTML_DECLARATION;
		copy(x, 2);
	} else {
		if (c == '<' && (next == '{' || (next == '/' && peek(x, 2) == '{')))
			REFUSE(x, "a marker right after < would make a tag of a value");
		copy(x, 1);
	}
}

/* In the text of script, style, textarea, title: only their own closing tag is markup. */
static void
step_raw(struct markup *x, char c)
{
	bool same = c == '<' && peek(x, 1) == '/';

	for (size_t i = 0; same && i < x->raw.len; i++)
		same = (peek(x, 2 + i) | 0x20) == x->raw.at[i];
	if (same && !is_letter(peek(x, 2 + x->raw.len))) {
		x->raw.len = 0;
		tag_begins(x);
		return;
	}
	copy(x, 1);
}

static void
step_tag(struct markup *x, char c)
{
	if (c == '>' || (x->state != HTML_QUOTED && is_blank(c)) || c == '/') {
		if (x->state == HTML_ATTRIBUTE)
			attribute_named(x);
		x->state = HTML_TAG;
	}
	if (c == '>') {
		copy(x, 1);
		tag_ended(x);
	} else if (is_blank(c)) {
		squeeze(x, false);
	} else if (c == '/') {
		copy(x, 1);
	} else if (x->state == HTML_TAG_NAME) {
		name_add(&x->tag, c);
		copy(x, 1);
	} else if (c == '=' && x->attribute.len > 0) {
		if (x->state == HTML_ATTRIBUTE)
			attribute_named(x);
		x->state = HTML_EQUALS;
		copy(x, 1);
	} else {
		if (c == '"' || c == '\'' || c == '<')
			REFUSE(x, "a stray %c in a tag", c);
		if (x->state == HTML_TAG)
			x->attribute.len = 0;
		x->state = HTML_ATTRIBUTE;
		name_add(&x->attribute, c);
		copy(x, 1);
	}
}

static void
step_value(struct markup *x, char c)
{
	if (x->state == HTML_EQUALS) {
		x->query = false;
		if (is_blank(c)) {
			squeeze(x, false);
			return;
		}
		x->state = c == '"' || c == '\'' ? HTML_QUOTED : HTML_BARE;
		x->quote = c;
		if (x->state == HTML_BARE)
			REFUSE(x, "the attribute %.*s is not quoted", (int)x->attribute.len, x->attribute.at);
		if (c != '>')
			copy(x, 1);
		return;
	}
	if (x->state == HTML_BARE && (c == '>' || is_blank(c))) {
		x->state = HTML_TAG;
		return;
	}
	x->query = x->query || c == '?';
	if (x->state == HTML_QUOTED && c == x->quote) {
		x->state = HTML_TAG;
		x->attribute.len = 0;
	}
	copy(x, 1);
}

static void
step(struct markup *x, char c)
{
	switch (x->state) {
	case HTML_TEXT:
		step_text(x, c);
		break;
	case HTML_RAW:
		step_raw(x, c);
		break;
	case HTML_TAG_NAME:
	case HTML_TAG:
	case HTML_ATTRIBUTE:
		step_tag(x, c);
		break;
	case HTML_EQUALS:
	case HTML_QUOTED:
	case HTML_BARE:
		step_value(x, c);
		break;
	case HTML_DECLARATION:
	default:
		if (c == '>')
			x->state = HTML_TEXT;
		copy(x, 1);
		break;
	}
}

static int
compare_names(const void *a, const void *b)
{
	const str   *left = a, *right = b;
	const size_t least = left->len < right->len ? left->len : right->len;
	const int    order = memcmp(left->at, right->at, least);

	return order != 0 ? order : (left->len > right->len) - (left->len < right->len);
}

static void
sort_markers(struct markup *x, struct light_page *light)
{
	size_t kept = 0;

	if (x->marker_count > 0)
		qsort(x->markers, x->marker_count, sizeof(str), compare_names);
	for (size_t i = 0; i < x->marker_count; i++)
		if (kept == 0 || !str_eq(x->markers[kept - 1], x->markers[i]))
			x->markers[kept++] = x->markers[i];
	light->markers = x->markers;
	light->count = kept;
}

bool
markup_page(const struct writer *expanded, struct complaints *complaints, struct arena *arena,
             struct light_page *light)
{
	const size_t     before = complaints->count;
	struct markup x = { .in = expanded, .complaints = complaints, .out = { .arena = arena } };

	while (x.at < x.in->len) {
		if (x.in->at[x.at] == '{' && peek(&x, 1) == '{')
			markup_marker(&x);
		else
			step(&x, x.in->at[x.at]);
	}
	if (x.state != HTML_TEXT)
		REFUSE(&x, "the page ends inside a tag, a value, or <%.*s>", (int)x.raw.len, x.raw.at);
	markup_sections_closed(&x);
	light->text = build_text(&x.out);
	sort_markers(&x, light);
	return complaints->count == before;
}
