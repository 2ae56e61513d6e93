/* Rows to markers: the column's name is the marker, its type says how it is written (docs/templates.md). The names are
 * worked out once a statement and kept with its shape. */
#include <stdlib.h>

#include "app/app.h"

enum how { HOW_TEXT, HOW_CODE, HOW_BOOL, HOW_DATE, HOW_INSTANT, HOW_ID, HOW_GROUPED, HOW_PLAIN };

struct column_binding {
	enum how      how;
	struct marker name, has, no, iso;
};
struct binding {
	struct column_binding columns[1];
};

static str
marker_name(char *buffer, const char *before, const char *column, const char *after)
{
	size_t n = 0;
	const char *parts[3] = { before, column, after };
	size_t i;

	for (i = 0; i < 3; i++) {
		const char *p;

		for (p = parts[i]; *p != '\0' && n < 95; p++)
			buffer[n++] = (char)(*p >= 'a' && *p <= 'z' ? *p - 32 : *p);
	}
	buffer[n] = '\0';
	return (str){ buffer, n };
}

static struct marker
marker_kept(const char *before, const char *column, const char *after)
{
	char buffer[96], *kept;
	str name = marker_name(buffer, before, column, after);
	struct marker marker = { .name = "", .len = 0, .id = 0 };

	kept = strdup(buffer);          /* as long as the statement's shape: the life of the process */
	if (kept == NULL)
		return marker;
	marker.name = kept;
	marker.len = name.len;
	marker_prepare(&marker);
	return marker;
}

static enum how
how_of(const struct column *column)
{
	str name = str_of(column->name);

	if (column->type == TYPE_BOOL)
		return HOW_BOOL;
	if (column->type == TYPE_DATE)
		return HOW_DATE;
	if (column->type == TYPE_TIMESTAMPTZ)
		return HOW_INSTANT;
	if (column->type == TYPE_INT8)
		return str_is(name, "id") || str_ends(name, STR("_id")) ? HOW_ID : HOW_GROUPED;
	if (column->type == TYPE_INT4 || column->type == TYPE_INT2)
		return HOW_PLAIN;
	return str_ends(name, STR("_code")) ? HOW_CODE : HOW_TEXT;
}

static struct binding *
binding_of(struct shape *shape)
{
	struct binding *known = __atomic_load_n(&shape->binding, __ATOMIC_ACQUIRE), *made;
	void *none = NULL;
	size_t i;

	if (known != NULL)
		return known;
	made = calloc(1, sizeof(*made) + shape->count * sizeof(made->columns[0]));
	if (made == NULL)
		return NULL;
	for (i = 0; i < shape->count; i++) {
		struct column_binding *b = &made->columns[i];
		const char *column = shape->columns[i].name;

		b->how = how_of(&shape->columns[i]);
		b->name = marker_kept("", column, "");
		b->has = marker_kept("HAS_", column, "");
		b->no = marker_kept("NO_", column, "");
		b->iso = marker_kept("", column, "_ISO");
	}
	if (!__atomic_compare_exchange_n(&shape->binding, &none, made, false, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE))
		return none;                /* another thread was first; ours is leaked once a statement at most */
	return made;
}

/* "192000" → "192 000", with narrow no-break spaces. */
static str
grouped(struct arena *arena, str digits)
{
	static const char space[] = "\xe2\x80\xaf";
	size_t sign = digits.len > 0 && digits.at[0] == '-', count = digits.len - sign, n = 0, i;
	char *out;

	if (count <= 3)
		return digits;
	out = arena_alloc(arena, digits.len + count);
	for (i = 0; i < digits.len; i++) {
		if (i > sign && (digits.len - i) % 3 == 0) {
			memcpy(out + n, space, 3);
			n += 3;
		}
		out[n++] = digits.at[i];
	}
	return (str){ out, n };
}

/* Column "preuve_code" with value "scelle" lights the section PREUVE_CODE_SCELLE. */
static void
show_code(struct page *page, struct arena *arena, const struct marker *name, str value)
{
	char *text = arena_alloc(arena, name->len + value.len + 2);
	size_t n = name->len, i;
	struct marker section;

	memcpy(text, name->name, n);
	text[n++] = '_';
	for (i = 0; i < value.len; i++) {
		char c = value.at[i];

		text[n++] = (char)(c >= 'a' && c <= 'z' ? c - 32 : (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ? c : '_');
	}
	section = (struct marker){ .name = text, .len = n, .id = 0 };
	marker_prepare(&section);
	page_show(page, &section);
}

static void
bind_cell(struct page *page, struct arena *arena, const struct column_binding *b, str value)
{
	struct date date;
	int64_t number;
	bool yes = b->how == HOW_BOOL ? str_is(value, "t") : !str_empty(value);

	/* A row inherits the sections of the page around it, so what is not so is hidden. */
	page_show(page, !yes ? &b->no : b->how == HOW_BOOL ? &b->name : &b->has);
	page_hide(page, yes ? &b->no : b->how == HOW_BOOL ? &b->name : &b->has);
	if (!yes || b->how == HOW_BOOL)
		return;
	switch (b->how) {
	case HOW_DATE:
		if (date_parse_iso(value, &date))
			page_text(page, &b->name, date_french(arena, date));
		page_text(page, &b->iso, value);
		return;
	case HOW_INSTANT:
		if (clock_parse(value, &number))
			page_text(page, &b->name, clock_french(arena, number));
		page_text(page, &b->iso, value);
		return;
	case HOW_ID:
		if (str_to_int(value, &number))
			page_text(page, &b->name, opaque_text(arena, number));
		return;
	case HOW_GROUPED:
		page_text(page, &b->name, grouped(arena, value));
		return;
	case HOW_CODE:
		show_code(page, arena, &b->name, value);
		page_text(page, &b->name, value);
		return;
	case HOW_TEXT:
	case HOW_PLAIN:
	case HOW_BOOL:
		page_text(page, &b->name, value);
		return;
	}
}

void
page_bind_row(struct page *page, struct arena *arena, const struct rows *rows, size_t row)
{
	const struct binding *binding;
	size_t i;

	if (rows == NULL || row >= rows->count || (binding = binding_of(rows->shape)) == NULL)
		return;
	for (i = 0; i < rows->shape->count; i++)
		bind_cell(page, arena, &binding->columns[i], rows_cell(rows, row, i));
}

void
page_bind(struct page *page, struct arena *arena, const char *section, const struct rows *rows)
{
	char buffer[96];
	struct marker name = marker_named(arena, str_of(section));
	struct marker about = marker_named(arena, marker_name(buffer, rows_count(rows) > 0 ? "HAS_" : "NO_", section, ""));
	struct marker count = marker_named(arena, marker_name(buffer, "", section, "_COUNT"));
	size_t i;

	page_show(page, &about);
	page_int(page, &count, (int64_t)rows_count(rows));
	for (i = 0; i < rows_count(rows); i++)
		page_bind_row(page_row(page, &name), arena, rows, i);
}

struct problem
page_bind_all(const struct request *req, const struct results *got, struct page *page)
{
	const struct query *const *queries = req->route->queries;
	size_t i;

	for (i = 0; queries != NULL && queries[i] != NULL; i++) {
		const struct rows *rows = results_of(got, queries[i]);

		if (queries[i]->shows == NULL || rows == NULL)
			continue;
		if (strcmp(queries[i]->shows, ".") != 0)
			page_bind(page, req->arena, queries[i]->shows, rows);
		else if (rows_count(rows) == 0)
			return problem_of(PROBLEM_MISSING, "problem.missing");
		else
			page_bind_row(page, req->arena, rows, 0);
	}
	return NO_PROBLEM;
}
