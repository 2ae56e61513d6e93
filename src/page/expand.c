/* Resolves the static macros of a page into one text (expand.h, docs/templates.md).
 * A component is expanded in a scope of its own: its attributes, already resolved where they were written, and its
 * body, which is resolved where it is placed but with the scope it was written in. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE   /* memmem */
#endif
#include "expand.h"

#include "expand_tag.h"

enum {
	DEEPEST = 8,              /* components in components */
	NESTED_MOST = 64,         /* bodies, conditions and defaults in one another: bounds the recursion */
	USES_MOST = 20000,        /* in one page; bounds the time */
	TEXT_MOST = 1 << 20,      /* bytes of one page */
};

struct attribute {
	str          name;
	struct piece value;
};

struct scope {
	const struct scope *written_in;     /* where the tag stands; NULL for the page */
	struct piece        tag;            /* for complaints */
	str                 component;
	struct attribute   *attributes;
	size_t              count;
	struct piece        body;           /* text absent: the tag closed itself */
};

struct expander {
	const struct expand_world *world;
	struct complaints         *complaints;
	struct writer             *out;
	struct arena              *arena;
	unsigned                   deep;
	unsigned                   nested;
	unsigned                   uses;
	bool                       in_value;     /* resolving an attribute's text */
	bool                       stop;         /* the rest makes no sense any more */
};

static void expand_piece(struct expander *x, struct piece rest, const struct scope *scope);

#define REFUSE(x, where, ...) build_complain((x)->complaints, (where), __VA_ARGS__)
#define STOP(x, where, ...) (REFUSE(x, where, __VA_ARGS__), (x)->stop = true, (void)0)

static void
put(struct expander *x, struct piece piece)
{
	if (x->out->len + piece.text.len > TEXT_MOST)
		STOP(x, piece, "the page is larger than %d bytes once expanded", TEXT_MOST);
	else
		build_put_piece(x->out, piece);
}

/* What `piece` gives in this scope, apart from the page's text. */
static str
resolve(struct expander *x, struct piece piece, const struct scope *scope, bool as_value)
{
	struct writer  apart = { .arena = x->arena };
	struct writer *page = x->out;
	const bool     was_in_value = x->in_value;

	x->out = &apart;
	x->in_value = was_in_value || as_value;
	expand_piece(x, piece, scope);
	x->in_value = was_in_value;
	x->out = page;
	return build_text(&apart);
}

static const struct attribute *
find_attribute(const struct scope *scope, str name)
{
	for (size_t i = 0; i < scope->count; i++)
		if (str_eq(scope->attributes[i].name, name))
			return &scope->attributes[i];
	return NULL;
}

static str
upper(struct arena *arena, str text)
{
	char *at = arena_alloc(arena, text.len + 1);

	for (size_t i = 0; i < text.len; i++) {
		const char c = text.at[i];

		at[i] = c == '-' ? '_' : c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
	}
	return (str){ .at = at, .len = text.len };
}

static void
put_asset(struct expander *x, struct piece macro, str name)
{
	const str   copy = arena_copy(x->arena, name);
	const char *address = copy.at;

	if (x->world->asset != NULL)
		address = name.len > 0 ? x->world->asset(x->world->assets, copy.at) : NULL;
	if (address == NULL)
		REFUSE(x, macro, "there is no asset called “%.*s”", STR_ARGS(name));
	else
		put(x, (struct piece){ .file = macro.file, .line = macro.line, .text = arena_copy(x->arena, str_of(address)) });
}

static void
put_body(struct expander *x, struct piece macro, const struct scope *scope)
{
	if (x->in_value)
		REFUSE(x, macro, "[[BODY]] has no place in an attribute");
	else if (scope->body.text.at == NULL)
		REFUSE(x, scope->tag, "%.*s wants a body: {{<%.*s …}} … {{</%.*s}}", STR_ARGS(scope->component),
		       STR_ARGS(scope->component), STR_ARGS(scope->component));
	else
		expand_piece(x, scope->body, scope->written_in);
}

/* [[NAME]] [[^NAME]] [[NAME|default]]; `inside` is what stands between the brackets. */
static void
put_attribute(struct expander *x, struct piece macro, struct piece inside, const struct scope *scope)
{
	const struct attribute *attribute;
	struct piece            value, name = inside;
	const bool              raised = str_starts(inside.text, STR("^"));
	const char             *bar;

	if (raised)
		build_take(&name, 1);
	bar = memchr(name.text.at, '|', name.text.len);
	inside = name;
	if (bar != NULL)
		name.text.len = (size_t)(bar - name.text.at);
	if (!macro_name_valid(name.text)) {
		REFUSE(x, macro, "“[[%.*s]]” is not a macro", STR_ARGS(inside.text));
		return;
	}
	attribute = find_attribute(scope, name.text);
	if (attribute != NULL && attribute->value.text.len > 0) {
		value = attribute->value;
	} else if (bar != NULL) {
		build_take(&inside, name.text.len + 1);
		value = inside;
		value.text = resolve(x, inside, scope, true);
	} else if (attribute != NULL) {
		return;
	} else {
		REFUSE(x, scope->tag, "%.*s wants the attribute %.*s", STR_ARGS(scope->component), STR_ARGS(name.text));
		return;
	}
	if (raised)
		value.text = upper(x->arena, value.text);
	put(x, value);
}

/* [[?NAME]]…[[/NAME]] and [[!NAME]]…[[/NAME]]; `rest` begins after the first macro. */
static void
put_condition(struct expander *x, struct piece macro, struct piece inside, struct piece *rest, const struct scope *scope)
{
	const struct attribute *attribute;
	const str               name = str_skip(inside.text, 1);
	struct piece            content;
	bool                    given;
	size_t                  before;

	if (!macro_name_valid(name)) {
		REFUSE(x, macro, "“[[%.*s]]” is not a macro", STR_ARGS(inside.text));
		return;
	}
	if (!macro_find_condition(rest->text, name, &before)) {
		STOP(x, macro, "[[%.*s]] is not closed by [[/%.*s]]", STR_ARGS(inside.text), STR_ARGS(name));
		return;
	}
	content = build_take(rest, before);
	build_take(rest, name.len + 5);
	attribute = find_attribute(scope, name);
	given = str_eq(name, STR("BODY")) ? scope->body.text.at != NULL
	                                  : attribute != NULL && attribute->value.text.len > 0;
	if (given == (inside.text.at[0] == '?'))
		expand_piece(x, content, scope);
}

/* The bytes of "[[…]]", brackets in it counted; 0 when it is not closed. */
static size_t
macro_length(str text)
{
	size_t deep = 0, at = 0;

	while (at + 1 < text.len) {
		if (text.at[at] == '[' && text.at[at + 1] == '[') {
			deep++;
			at += 2;
		} else if (text.at[at] == ']' && text.at[at + 1] == ']') {
			at += 2;
			if (--deep == 0)
				return at;
		} else if (text.at[at] == '\n') {
			return 0;
		} else {
			at++;
		}
	}
	return 0;
}

static void
expand_macro(struct expander *x, struct piece *rest, const struct scope *scope)
{
	const size_t       len = macro_length(rest->text);
	const struct piece macro = build_take(rest, len > 0 ? len : 2);
	struct piece       inside = macro;

	if (len == 0) {
		REFUSE(x, macro, "[[ is not closed by ]] on its line");
		return;
	}
	build_take(&inside, 2);
	inside.text.len -= 2;
	if (str_starts(inside.text, STR("asset:")))
		put_asset(x, macro, str_skip(inside.text, sizeof("asset:") - 1));
	else if (scope == NULL)
		REFUSE(x, macro, "“[[%.*s]]” has no meaning in a page: it is not a component", STR_ARGS(inside.text));
	else if (str_is(inside.text, "BODY"))
		put_body(x, macro, scope);
	else if (str_starts(inside.text, STR("?")) || str_starts(inside.text, STR("!")))
		put_condition(x, macro, inside, rest, scope);
	else if (str_starts(inside.text, STR("/")))
		REFUSE(x, macro, "[[%.*s]] closes nothing", STR_ARGS(inside.text));
	else
		put_attribute(x, macro, inside, scope);
}

/* Whether a component says [[NAME…, with any sign before the name. */
static bool
mentions(str text, str name)
{
	while (text.len > 0) {
		const char *next = memmem(text.at, text.len, "[[", 2);
		char        after;

		if (next == NULL)
			return false;
		text = str_skip(text, (size_t)(next - text.at) + 2);
		if (text.len > 0 && (text.at[0] == '?' || text.at[0] == '!' || text.at[0] == '^'))
			text = str_skip(text, 1);
		after = text.len > name.len ? text.at[name.len] : '\0';
		if (str_starts(text, name) && (after == ']' || after == '|'))
			return true;
	}
	return false;
}

static void
read_attributes(struct expander *x, const struct tag *tag, struct scope *scope, str text)
{
	scope->attributes = arena_array(x->arena, tag->count, sizeof(struct attribute));
	scope->count = tag->count;
	for (size_t i = 0; i < tag->count; i++) {
		struct piece value = scope->tag;

		build_take(&value, tag->attributes[i].at);
		value.text = tag->attributes[i].text;
		if (!mentions(text, tag->attributes[i].name))
			REFUSE(x, value, "%.*s knows no attribute %.*s", STR_ARGS(tag->name),
			       STR_ARGS(tag->attributes[i].name));
		value.text = resolve(x, value, scope->written_in, true);
		scope->attributes[i] = (struct attribute){ .name = tag->attributes[i].name, .value = value };
	}
}

static bool
uses_itself(const struct scope *scope, str component)
{
	for (; scope != NULL; scope = scope->written_in)
		if (str_eq(scope->component, component))
			return true;
	return false;
}

static void
expand_component(struct expander *x, const struct tag *tag, struct scope *scope)
{
	struct piece text = { .line = 1 };

	if (uses_itself(scope->written_in, tag->name)) {
		STOP(x, scope->tag, "the component %.*s uses itself", STR_ARGS(tag->name));
		return;
	}
	if (!x->world->component(x->world->components, tag->name, &text.text)) {
		REFUSE(x, scope->tag, "there is no component called “%.*s”", STR_ARGS(tag->name));
		return;
	}
	text.file = arena_join(x->arena, (const str[]){ tag->name, STR(".tpl") }, 2);
	if (x->deep == DEEPEST || ++x->uses > USES_MOST) {
		STOP(x, scope->tag, "too many components in one another, or in all");
		return;
	}
	read_attributes(x, tag, scope, text.text);
	if (scope->body.text.at != NULL && !mentions(text.text, STR("BODY")))
		REFUSE(x, scope->tag, "%.*s has no place for a body", STR_ARGS(tag->name));
	x->deep++;
	expand_piece(x, text, scope);
	x->deep--;
}

/* {{<name …/}}, {{<name …}}…{{</name}} */
static void
expand_use(struct expander *x, struct piece *rest, const struct scope *written_in)
{
	struct scope scope = { .written_in = written_in, .tag = *rest };
	struct tag   tag;
	const char  *why;
	size_t       before;
	str          closed;

	if (x->in_value) {
		REFUSE(x, build_take(rest, 3), "a component has no place in an attribute");
		return;
	}
	if (str_starts(rest->text, STR("{{</"))) {
		const size_t len = macro_tag_close(rest->text, &closed);

		REFUSE(x, *rest, "{{</%.*s}} closes nothing", STR_ARGS(closed));
		build_take(rest, len > 0 ? len : 3);
		return;
	}
	why = macro_tag(rest->text, &tag);
	if (why != NULL) {
		STOP(x, *rest, "%s", why);
		return;
	}
	scope.tag = build_take(rest, tag.len);
	scope.component = tag.name;
	if (!tag.closes_itself) {
		if (!macro_tag_find_close(rest->text, tag.name, &before)) {
			STOP(x, scope.tag, "{{<%.*s}} is not closed by {{</%.*s}}, nor by /}}", STR_ARGS(tag.name),
			     STR_ARGS(tag.name));
			return;
		}
		scope.body = build_take(rest, before);
		build_take(rest, tag.name.len + 6);
	}
	expand_component(x, &tag, &scope);
}

/* The bytes before the next macro. */
static size_t
plain_length(str text)
{
	const char *macro = memmem(text.at, text.len, "[[", 2);
	const char *use = memmem(text.at, macro != NULL ? (size_t)(macro - text.at) : text.len, "{{<", 3);

	return use != NULL ? (size_t)(use - text.at) : macro != NULL ? (size_t)(macro - text.at) : text.len;
}

static void
expand_piece(struct expander *x, struct piece rest, const struct scope *scope)
{
	if (x->nested == NESTED_MOST) {
		STOP(x, rest, "too many macros in one another");
		return;
	}
	x->nested++;
	while (rest.text.len > 0 && !x->stop) {
		put(x, build_take(&rest, plain_length(rest.text)));
		if (rest.text.len == 0 || x->stop)
			break;
		if (rest.text.at[0] == '[')
			expand_macro(x, &rest, scope);
		else
			expand_use(x, &rest, scope);
	}
	x->nested--;
}

bool
expand_page(const struct expand_world *world, struct piece page, struct complaints *complaints, struct writer *out)
{
	const size_t    before = complaints->count;
	struct expander x = { .world = world, .complaints = complaints, .out = out, .arena = out->arena };

	expand_piece(&x, page, NULL);
	return complaints->count == before;
}
