/* Rows to markers: the column's name is the marker, its type says how it is written (docs/templates.md).
 *
 * Nothing is copied into the page: a row is attached to it, and asked for the names its template mentions. The table
 * from names to columns is made once a statement and kept with its shape. */
#include <stdlib.h>

#include "app/app.h"

enum how { HOW_TEXT, HOW_CODE, HOW_BOOL, HOW_DATE, HOW_INSTANT, HOW_ID, HOW_GROUPED, HOW_PLAIN };
enum role { ROLE_VALUE, ROLE_ISO, ROLE_HAS, ROLE_NO, ROLE_ONE, ROLE_MANY };

struct name {
	char          text[96];
	struct marker marker;
	uint16_t      column;
	enum role     role;
	bool          used;
};

struct binding {
	size_t      count;          /* of columns */
	enum how   *how;
	struct name **code_names;   /* of columns "…_code", NULL-ended: their values light sections too */
	size_t      mask;
	struct name names[];        /* open addressing by the marker's id */
};

struct bound_row {
	const struct rows    *rows;
	const struct binding *binding;
	size_t                row;
};

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

static char
upper(char c)
{
	return (char)(c >= 'a' && c <= 'z' ? c - 32 : (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ? c : '_');
}

static size_t
add_upper(char *buffer, size_t n, size_t room, const char *text)
{
	for (; *text != '\0' && n + 1 < room; text++)
		buffer[n++] = upper(*text);
	buffer[n] = '\0';
	return n;
}

static void
add_name(struct binding *binding, size_t column, enum role role, const char *before, const char *text, const char *after)
{
	struct name made = { .column = (uint16_t)column, .role = role, .used = true };
	size_t at;

	made.marker.len = add_upper(made.text, add_upper(made.text, add_upper(made.text, 0, sizeof(made.text), before), sizeof(made.text), text),
	                            sizeof(made.text), after);
	made.marker.name = made.text;
	marker_prepare(&made.marker);
	for (at = made.marker.id & binding->mask; binding->names[at].used; at = (at + 1) & binding->mask)
		if (strcmp(binding->names[at].text, made.text) == 0)
			return;
	binding->names[at] = made;
	binding->names[at].marker.name = binding->names[at].text;
}

static const struct name *
find_name(const struct binding *binding, const struct marker *marker)
{
	size_t at;

	for (at = marker->id & binding->mask; binding->names[at].used; at = (at + 1) & binding->mask) {
		const struct name *name = &binding->names[at];

		if (name->marker.id == marker->id && name->marker.len == marker->len && memcmp(name->text, marker->name, marker->len) == 0)
			return name;
	}
	return NULL;
}

void
binding_free(void *thing)
{
	struct binding *binding = thing;

	free(binding->how);
	free(binding->code_names);
	free(binding);
}

static struct binding *
binding_new(const struct shape *shape)
{
	size_t room = 16, i, codes = 0;
	struct binding *binding;

	while (room < 12 * shape->count)
		room *= 2;
	binding = calloc(1, sizeof(*binding) + room * sizeof(binding->names[0]));
	if (binding == NULL)
		return NULL;
	binding->mask = room - 1;
	binding->count = shape->count;
	binding->how = calloc(shape->count + 1, sizeof(*binding->how));
	binding->code_names = calloc(shape->count + 1, sizeof(struct name *));
	if (binding->how == NULL || binding->code_names == NULL) {
		binding_free(binding);
		return NULL;
	}
	for (i = 0; i < shape->count; i++) {
		const char *column = shape->columns[i].name;

		binding->how[i] = how_of(&shape->columns[i]);
		add_name(binding, i, ROLE_VALUE, "", column, "");
		add_name(binding, i, ROLE_HAS, "HAS_", column, "");
		add_name(binding, i, ROLE_NO, "NO_", column, "");
		add_name(binding, i, ROLE_ISO, "", column, "_ISO");
		if (binding->how[i] == HOW_GROUPED || binding->how[i] == HOW_PLAIN) {
			add_name(binding, i, ROLE_ONE, "ONE_", column, "");
			add_name(binding, i, ROLE_MANY, "MANY_", column, "");
		}
	}
	for (i = 0; i <= binding->mask; i++) {
		struct name *name = &binding->names[i];

		if (name->used && name->role == ROLE_VALUE && binding->how[name->column] == HOW_CODE)
			binding->code_names[codes++] = name;
	}
	return binding;
}

/* Kept for the life of the process. Another thread may be first; then its own is used, and ours is dropped. */
static const struct binding *
binding_of(struct shape *shape)
{
	struct binding *known = __atomic_load_n(&shape->binding, __ATOMIC_ACQUIRE), *made;
	void *none = NULL;

	if (known != NULL)
		return known;
	made = binding_new(shape);
	if (made == NULL || __atomic_compare_exchange_n(&shape->binding, &none, made, false, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE))
		return made;
	binding_free(made);
	return none;
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

static str
written(struct arena *arena, enum how how, str value)
{
	struct date date;
	int64_t number;

	switch (how) {
	case HOW_DATE:
		return date_parse_iso(value, &date) ? date_french(arena, date) : value;
	case HOW_INSTANT:
		return clock_parse(value, &number) ? clock_french(arena, number) : value;
	case HOW_ID:
		return str_to_int(value, &number) ? opaque_text(arena, number) : value;
	case HOW_GROUPED:
		return grouped(arena, value);
	case HOW_TEXT:
	case HOW_CODE:
	case HOW_PLAIN:
	case HOW_BOOL:
		break;
	}
	return value;
}

static str
row_value(const void *thing, struct arena *arena, const struct marker *marker)
{
	const struct bound_row *bound = thing;
	const struct name *name = find_name(bound->binding, marker);
	str value;

	if (name == NULL || (name->role != ROLE_VALUE && name->role != ROLE_ISO))
		return NO_STR;
	value = rows_cell(bound->rows, bound->row, name->column);
	if (value.at == NULL)
		return STR("");
	return name->role == ROLE_ISO ? value : written(arena, bound->binding->how[name->column], value);
}

/* PREUVE_CODE_SCELLE shows when column "preuve_code" holds "scelle". */
static bool
code_section(const struct bound_row *bound, const struct marker *marker, bool *shown)
{
	struct name *const *code;

	for (code = bound->binding->code_names; *code != NULL; code++) {
		size_t len = (*code)->marker.len, i;
		str value;

		if (marker->len <= len + 1 || marker->name[len] != '_' || memcmp(marker->name, (*code)->text, len) != 0)
			continue;
		value = rows_cell(bound->rows, bound->row, (*code)->column);
		*shown = value.len == marker->len - len - 1;
		for (i = 0; *shown && i < value.len; i++)
			*shown = upper(value.at[i]) == marker->name[len + 1 + i];
		return true;
	}
	return false;
}

/* As French writes: 0 jour, 1 jour, 2 jours. */
static bool
is_many(str value)
{
	int64_t number;

	return str_to_int(value, &number) && (number > 1 || number < -1);
}

static bool
row_section(const void *thing, const struct marker *marker, bool *shown)
{
	const struct bound_row *bound = thing;
	const struct name *name = find_name(bound->binding, marker);
	str value;
	bool is_bool;

	if (name == NULL || name->role == ROLE_ISO)
		return code_section(bound, marker, shown);
	is_bool = bound->binding->how[name->column] == HOW_BOOL;
	value = rows_cell(bound->rows, bound->row, name->column);
	if (name->role == ROLE_VALUE && !is_bool)
		return false;                   /* a section may carry a column's name, as a list does */
	if (name->role == ROLE_HAS && is_bool)
		return false;
	if (name->role == ROLE_ONE || name->role == ROLE_MANY) {
		*shown = value.at != NULL && is_many(value) == (name->role == ROLE_MANY);
		return true;
	}
	*shown = (is_bool ? str_is(value, "t") : !str_empty(value)) == (name->role != ROLE_NO);
	return true;
}

static const struct page_source ROW = { row_value, row_section };

void
page_bind_row(struct page *page, struct arena *arena, const struct rows *rows, size_t row)
{
	struct bound_row *bound;
	const struct binding *binding;

	if (rows == NULL || row >= rows->count || (binding = binding_of(rows->shape)) == NULL)
		return;
	bound = arena_alloc(arena, sizeof(*bound));
	*bound = (struct bound_row){ rows, binding, row };
	page_attach(page, &ROW, bound);
}

static struct marker
section_marker(struct arena *arena, const char *before, const char *section, const char *after)
{
	return marker_named(arena, arena_join(arena, (const str[]){ str_of(before), str_of(section), str_of(after) }, 3));
}

void
page_bind(struct page *page, struct arena *arena, const char *section, const struct rows *rows)
{
	struct marker name = marker_named(arena, str_of(section));
	struct marker about = section_marker(arena, rows_count(rows) > 0 ? "HAS_" : "NO_", section, "");
	struct marker count = section_marker(arena, "", section, "_COUNT");
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
