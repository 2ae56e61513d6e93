/* Fuzzes multipart/form-data. The first line of the input is the Content-Type, the rest is the body.
 * Whatever is read has a name; its value lies inside the body. */
#include <stdlib.h>

#include "guichet/fields.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena     *arena = arena_new();
	struct parameters got = { 0 };
	str               body = { .at = (const char *)data, .len = size };
	const str         type = str_cut(&body, '\n');

	const struct problem problem = parameters_read_multipart(&got, arena, type, body);

	if (got.count > 200)
		abort();
	for (size_t i = 0; i < got.count && problem.kind == PROBLEM_NONE; i++) {
		const struct parameter *p = &got.list[i];

		if (str_empty(p->name) || !utf8_valid(p->name) || !utf8_valid(p->file_name) ||
		    (p->file_name.at == NULL && !utf8_valid(p->value)) || p->value.at < body.at ||
		    p->value.at + p->value.len > body.at + body.len)
			abort();
	}
	arena_free(arena);
	return 0;
}
