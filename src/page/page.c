/* A page being filled, and its rendering (guichet/page.h).
 * A page and each row of its sections is a small table of names in the request's arena, beside sources (rows of the
 * database) that are asked only for the names the template mentions. A name that a row does not know is looked for in
 * the page around it. */
#include "guichet/page.h"

#include <stdlib.h>

#include "page_ctemplate.h"
#include "templates.h"

enum { SLOTS_OF_PAGE = 64, SLOTS_OF_ROW = 8 };

struct attached {
	const struct attached    *next;
	const struct page_source *source;
	const void               *thing;
};

/* What was said of one name: it may be a value, a section, or both. */
struct entry {
	struct entry *next;        /* in the same slot */
	uint64_t      id;
	const char   *name;
	size_t        len;
	bool          has_value;
	bool          shown;
	bool          hidden;
	str           value;
	struct page  *first_row;
	struct page  *last_row;
};

struct page {
	const struct template *template;
	struct arena          *arena;
	const struct page     *around;       /* NULL for the page itself */
	struct page           *next_row;
	const struct attached *sources;
	size_t                 slot_count;   /* of `slots` once something was said */
	struct entry         **slots;        /* NULL: nothing was said but by the sources */
};

/* Eight bytes at a time: names are short and looked up often. Never 0. */
static uint64_t
name_id(const char *name, size_t len)
{
	uint64_t id = len * UINT64_C(0x9E3779B97F4A7C15) + 1;
	uint64_t word = 0;

	for (; len >= sizeof(word); name += sizeof(word), len -= sizeof(word)) {
		memcpy(&word, name, sizeof(word));
		id = (id ^ word) * UINT64_C(0xFF51AFD7ED558CCD);
		id ^= id >> 32;
	}
	word = 0;
	memcpy(&word, name, len);
	id = (id ^ word) * UINT64_C(0xFF51AFD7ED558CCD);
	id ^= id >> 32;
	return id == 0 ? 1 : id;
}

/* How often templates were closed: the names in compiled templates move only then. */
static unsigned closed;

void
page_forget_names(void)
{
	__atomic_add_fetch(&closed, 1, __ATOMIC_RELAXED);
}

/* The id of a name that stands in a compiled template: hashed once a thread. */
static uint64_t
template_name_id(const char *name, size_t len)
{
	static __thread struct { const char *name; size_t len; uint64_t id; unsigned closed; } known[1024];
	const size_t   at = ((uintptr_t)name >> 3) % 1024;
	const unsigned now = __atomic_load_n(&closed, __ATOMIC_RELAXED);

	if (known[at].name != name || known[at].len != len || known[at].closed != now || known[at].id == 0) {
		known[at].name = name;
		known[at].len = len;
		known[at].closed = now;
		known[at].id = name_id(name, len);
	}
	return known[at].id;
}

void
marker_prepare(struct marker *marker)
{
	__atomic_store_n(&marker->id, name_id(marker->name, marker->len), __ATOMIC_RELEASE);
}

struct marker
marker_named(struct arena *arena, str name)
{
	const str copy = arena_copy(arena, str_empty(name) ? STR("") : name);

	return (struct marker){ .name = copy.at, .len = copy.len, .id = name_id(copy.at, copy.len) };
}

static struct page *
page_new(const struct template *template, struct arena *arena, const struct page *around, size_t slots)
{
	struct page *page = arena_alloc(arena, sizeof(*page));

	page->template = template;
	page->arena = arena;
	page->around = around;
	page->slot_count = slots;
	return page;
}

struct page *
page_begin(const struct template *template, struct arena *arena)
{
	return page_new(template, arena, NULL, SLOTS_OF_PAGE);
}

static struct entry *
entry_find(const struct page *page, uint64_t id, const char *name, size_t len)
{
	struct entry *entry = page->slots == NULL ? NULL : page->slots[id & (page->slot_count - 1)];

	while (entry != NULL && !(entry->id == id && entry->len == len && memcmp(entry->name, name, len) == 0))
		entry = entry->next;
	return entry;
}

static struct entry *
entry_of(struct page *page, const struct marker *marker)
{
	const uint64_t known = __atomic_load_n(&marker->id, __ATOMIC_RELAXED);
	const uint64_t id = known != 0 ? known : name_id(marker->name, marker->len);
	struct entry  *entry = entry_find(page, id, marker->name, marker->len);

	if (entry != NULL)
		return entry;
	entry = arena_alloc(page->arena, sizeof(*entry));
	entry->id = id;
	entry->name = marker->name;
	entry->len = marker->len;
	if (page->slots == NULL)
		page->slots = arena_array(page->arena, page->slot_count, sizeof(*page->slots));
	entry->next = page->slots[id & (page->slot_count - 1)];
	page->slots[id & (page->slot_count - 1)] = entry;
	return entry;
}

void
page_text(struct page *page, const struct marker *marker, str value)
{
	struct entry *entry = entry_of(page, marker);

	entry->has_value = true;
	entry->value = value.at != NULL ? value : STR("");
}

void
page_int(struct page *page, const struct marker *marker, int64_t value)
{
	page_text(page, marker, arena_format(page->arena, "%lld", (long long)value));
}

void
page_show(struct page *page, const struct marker *section)
{
	struct entry *entry = entry_of(page, section);

	entry->shown = true;
	entry->hidden = false;
}

void
page_neighbours(struct page *page, int64_t number, bool more)
{
	if (number > 1) {
		page_show(page, MARK("HAS_PREVIOUS"));
		page_int(page, MARK("PREVIOUS"), number - 1);
	}
	if (more) {
		page_show(page, MARK("HAS_NEXT"));
		page_int(page, MARK("NEXT"), number + 1);
	}
}

void
page_pages(struct page *page, int64_t number, bool more)
{
	page_neighbours(page, number, more);
	if (number > 1 || more)
		page_show(page, MARK("HAS_PAGES"));
	page_int(page, MARK("PAGE_NUMBER"), number);
}

void
page_range(struct page *page, int64_t number, int64_t size, int64_t total)
{
	const int64_t last = total == 0 ? 1 : (total + size - 1) / size;

	page_int(page, MARK("TOTAL"), total);
	page_int(page, MARK("FIRST"), total == 0 ? 0 : (number - 1) * size + 1);
	page_int(page, MARK("LAST"), number * size < total ? number * size : total);
	page_neighbours(page, number, number < last);
	if (last > 1)
		page_show(page, MARK("HAS_PAGES"));
}

void
page_hide(struct page *page, const struct marker *section)
{
	struct entry *entry = entry_of(page, section);

	entry->shown = false;
	entry->hidden = true;
	entry->first_row = NULL;
	entry->last_row = NULL;
}

struct page *
page_row(struct page *page, const struct marker *section)
{
	struct entry *entry = entry_of(page, section);
	struct page  *row = page_new(page->template, page->arena, page, SLOTS_OF_ROW);

	entry->shown = true;
	entry->hidden = false;
	if (entry->last_row != NULL)
		entry->last_row->next_row = row;
	else
		entry->first_row = row;
	entry->last_row = row;
	return row;
}

void
page_attach(struct page *page, const struct page_source *source, const void *thing)
{
	struct attached *attached = arena_alloc(page->arena, sizeof(*attached));

	*attached = (struct attached){ .next = page->sources, .source = source, .thing = thing };
	page->sources = attached;
}

/* What this page alone says, absent when it says nothing. */
static str
value_here(const struct page *page, const struct marker *marker)
{
	const struct entry    *entry = entry_find(page, marker->id, marker->name, marker->len);
	const struct attached *attached;
	str                    value = entry != NULL && entry->has_value ? entry->value : NO_STR;

	for (attached = page->sources; value.at == NULL && attached != NULL; attached = attached->next)
		value = attached->source->value(attached->thing, page->arena, marker);
	return value;
}

void
page_choose(struct page *page, const struct marker *section, const struct marker *column, str value, const struct marker *mark)
{
	struct page *row;

	for (row = entry_of(page, section)->first_row; row != NULL; row = row->next_row)
		if (str_eq(value_here(row, column), value))
			page_show(row, mark);
}

void
page_value(const struct page *page, const char *name, size_t len, const char **at, size_t *value_len)
{
	const struct marker marker = { .name = name, .len = len, .id = template_name_id(name, len) };

	for (; page != NULL; page = page->around) {
		const str value = value_here(page, &marker);

		if (value.at != NULL) {
			*at = value.at;
			*value_len = value.len;
			return;
		}
	}
	*at = "";
	*value_len = 0;
}

/* What the nearest page around says of this section: true when it says anything. */
static bool
section_find(const struct page *page, const char *name, size_t len, bool *shown, const struct page **rows)
{
	const struct marker marker = { .name = name, .len = len, .id = template_name_id(name, len) };

	for (; page != NULL; page = page->around) {
		const struct entry    *entry = entry_find(page, marker.id, name, len);
		const struct attached *attached;

		if (entry != NULL && (entry->shown || entry->hidden)) {
			*shown = entry->shown;
			*rows = entry->first_row;
			return true;
		}
		*rows = NULL;
		for (attached = page->sources; attached != NULL; attached = attached->next)
			if (attached->source->section(attached->thing, &marker, shown))
				return true;
	}
	return false;
}

bool
page_section_shown(const struct page *page, const char *name, size_t len)
{
	const struct page *rows;
	bool               shown = false;

	return section_find(page, name, len, &shown, &rows) && shown;
}

const struct page *
page_section_rows(const struct page *page, const char *name, size_t len)
{
	const struct page *rows = NULL;
	bool               shown;

	return section_find(page, name, len, &shown, &rows) ? rows : NULL;
}

const struct page *
page_next_row(const struct page *row)
{
	return row->next_row;
}

str
page_render(struct page *page, size_t room)
{
	struct output output = { .room = room < 256 ? 256 : room };

	output.at = malloc(output.room);
	if (output.at == NULL)
		return NO_STR;
	if (!compiled_render(page->template->compiled, page, &output)) {
		free(output.at);
		return NO_STR;
	}
	return (str){ .at = output.at, .len = output.len };
}
