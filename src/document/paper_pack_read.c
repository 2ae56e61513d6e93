/* Reads cairo's own PDF of version 1.4, no stranger's: a plain table of offsets, one object after the other. Anything else than
 * that form is refused, never guessed. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>

#include "paper_pack.h"

#define OBJECTS_MAX 4000000u

bool
pack_number(str s, size_t *at, uint64_t *value)
{
	const size_t first = *at;

	*value = 0;
	while (*at < s.len && s.at[*at] >= '0' && s.at[*at] <= '9' && *at - first < 12)
		*value = *value * 10 + (uint64_t)(s.at[(*at)++] - '0');
	return *at > first;
}

const char *
pack_find(str s, const char *what)
{
	return str_empty(s) ? NULL : memmem(s.at, s.len, what, strlen(what));
}

/* The number after a name: "/Root 48 0 R". */
static bool
number_after(str s, const char *name, uint64_t *value)
{
	const char *at = pack_find(s, name);
	size_t from = at == NULL ? 0 : (size_t)(at - s.at) + strlen(name);

	return at != NULL && pack_number(s, &from, value);
}

/* "xref\n0 <count>\n", then twenty bytes an object. */
static bool
table_read(struct pack *k, size_t table)
{
	static const char HEAD[] = "xref\n0 ";
	size_t at = table + sizeof HEAD - 1;
	uint64_t count, value;

	if (at >= k->from.len || memcmp(k->from.at + table, HEAD, sizeof HEAD - 1) != 0 || !pack_number(k->from, &at, &count) ||
	    count < 2 || count > OBJECTS_MAX || at + 1 + 20 * count > k->from.len)
		return false;
	k->count = (uint32_t)count;
	/* Room for what is added: packs, metadata, the new table. */
	k->objects = arena_array(k->arena, count + count / PACKED + 8, sizeof *k->objects);
	for (uint32_t i = 1; i < k->count; i++) {
		size_t entry = at + 1 + 20 * (size_t)i;

		k->objects[i].free = k->from.at[entry + 17] != 'n';
		if (!pack_number(k->from, &entry, &value) || value >= table)
			return false;
		k->objects[i].at = (size_t)value;
	}
	return true;
}

static int
by_offset(const void *a, const void *b)
{
	const struct object *x = *(struct object *const *)a, *y = *(struct object *const *)b;

	return x->at < y->at ? -1 : x->at > y->at;
}

static bool
body_read(struct pack *k, struct object *o, size_t end)
{
	char head[32];
	const int n = snprintf(head, sizeof head, "%u 0 obj\n", (unsigned)(o - k->objects));
	const str all = { .at = k->from.at + o->at, .len = end - o->at };

	if (!str_starts(all, (str){ .at = head, .len = (size_t)n }) || !str_ends(all, STR("endobj\n")) || all.len < (size_t)n + 7)
		return false;
	o->body = (str){ .at = all.at + n, .len = all.len - (size_t)n - 7 };
	o->stream = str_ends(o->body, STR("endstream\n"));
	return true;
}

static bool
objects_read(struct pack *k, size_t table)
{
	struct object **sorted = arena_array(k->arena, k->count, sizeof *sorted);
	size_t used = 0;

	for (uint32_t i = 1; i < k->count; i++)
		if (!k->objects[i].free)
			sorted[used++] = &k->objects[i];
	qsort(sorted, used, sizeof *sorted, by_offset);
	for (size_t i = 0; i < used; i++)
		if (!body_read(k, sorted[i], i + 1 < used ? sorted[i + 1]->at : table))
			return false;
	return true;
}

static bool
trailer_read(struct pack *k, size_t table)
{
	const str rest = str_skip(k->from, table + 20 * (size_t)k->count);
	const char *at = pack_find(rest, "trailer\n");
	uint64_t root, info;

	if (at == NULL || !number_after((str){ .at = at, .len = rest.len - (size_t)(at - rest.at) }, "/Root ", &root) ||
	    !number_after(rest, "/Info ", &info) || root == 0 || root >= k->count || info == 0 || info >= k->count)
		return false;
	k->root = (uint32_t)root;
	k->info = (uint32_t)info;
	return true;
}

bool
pack_read(struct pack *k)
{
	const str tail = str_skip(k->from, k->from.len > 64 ? k->from.len - 64 : 0);
	uint64_t table;

	return number_after(tail, "startxref\n", &table) && table < k->from.len && table_read(k, (size_t)table) && objects_read(k, (size_t)table) &&
	       trailer_read(k, (size_t)table);
}
