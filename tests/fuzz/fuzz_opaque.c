/* Fuzzes opaque identifiers. What is read is positive and is written back as the same text, but for case. */
#include <stdlib.h>

#include "guichet/opaque.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const str text = { .at = (const char *)data, .len = size };
	char      again[OPAQUE_LENGTH + 1];
	int64_t   id = 0, back = 0;

	if (opaque_read(text, &id)) {
		opaque_write(id, again);
		if (id <= 0 || !str_same(text, str_of(again)))
			abort();
	} else if (id != 0) {
		abort();
	}
	if (size >= sizeof id) {
		memcpy(&id, data, sizeof id);
		opaque_write(id, again);
		if (opaque_read(str_of(again), &back) != (id > 0) || (id > 0 && back != id))
			abort();
	}
	return 0;
}
