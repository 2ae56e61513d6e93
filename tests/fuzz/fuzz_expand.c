/* Feeds the template expander and the inspection behind it. The input is several files: lines "=== name" separate the
 * components; what stands before the first of them is the page.
 * What must hold: no fault of memory, a bounded time, and a page that passed holds no macro any more. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE   /* memmem */
#endif
#include <stdint.h>
#include <stdlib.h>

#include "../../src/page/expand.h"
#include "../../src/page/markup.h"

enum { FILES_MOST = 8 };

struct files {
	str    names[FILES_MOST];
	str    texts[FILES_MOST];
	size_t count;
};

static bool
component(void *context, str name, str *text)
{
	const struct files *files = context;

	for (size_t i = 0; i < files->count; i++) {
		if (str_eq(files->names[i], name)) {
			*text = files->texts[i];
			return true;
		}
	}
	return false;
}

static const char *
asset(void *context, const char *name)
{
	(void)context;
	return name[0] == 'a' ? "/static/a.css" : NULL;
}

static str
cut_file(str *rest)
{
	const char *next = rest->len > 0 ? memmem(rest->at, rest->len, "\n=== ", 5) : NULL;
	str         file = *rest;

	if (next == NULL) {
		*rest = NO_STR;
		return file;
	}
	file.len = (size_t)(next - rest->at);
	*rest = str_skip(*rest, file.len + 5);
	return file;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena             *arena = arena_new();
	struct files              files = { .count = 0 };
	const struct expand_world world = { .component = component, .components = &files, .asset = asset };
	struct complaints         complaints = { .writer = { .arena = arena } };
	struct writer             out = { .arena = arena };
	struct light_page         light;
	str                       rest = arena_copy(arena, (str){ .at = (const char *)data, .len = size });
	struct piece              page = { .file = STR("page.tpl"), .line = 1, .text = cut_file(&rest) };

	page.text = expand_without_comments(page, &complaints, arena);
	while (rest.at != NULL && files.count < FILES_MOST) {
		str          text = cut_file(&rest);
		const str    name = str_cut(&text, '\n');
		struct piece piece = { .file = name, .line = 1, .text = text };

		files.names[files.count] = name;
		files.texts[files.count++] = expand_without_comments(piece, &complaints, arena);
	}
	if (expand_page(&world, page, &complaints, &out) && markup_page(&out, &complaints, arena, &light)) {
		if (light.text.len > 0 && memmem(light.text.at, light.text.len, "{{<", 3) != NULL)
			abort();
		if (light.text.len > out.len)
			abort();
	}
	arena_free(arena);
	return 0;
}
