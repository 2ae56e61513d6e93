/* Fuzzes the reading of "a=1&b=2". Whatever is read is UTF-8 with a name. */
#include <stdlib.h>

#include "guichet/fields.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena        *arena = arena_new();
	struct parameters    got = { 0 };
	const str            text = { .at = (const char *)data, .len = size };
	const struct problem problem = parameters_read_urlencoded(&got, arena, text, true);

	if (got.count > 500)
		abort();
	for (size_t i = 0; i < got.count && problem.kind == PROBLEM_NONE; i++)
		if (str_empty(got.list[i].name) || !utf8_valid(got.list[i].name) || !utf8_valid(got.list[i].value) ||
		    got.list[i].value.at == NULL)
			abort();
	arena_free(arena);
	return 0;
}
