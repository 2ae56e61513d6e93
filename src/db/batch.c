/* What a request asks, gathered before anything is sent; and its values in the text form libpq takes. */
#include <stdio.h>

#include "db/db.h"

static const char *
bytes_sent(struct arena *arena, str bytes)
{
	static const char digits[] = "0123456789abcdef";
	char *text = arena_alloc(arena, 2 * bytes.len + 3);
	size_t i;

	text[0] = '\\';
	text[1] = 'x';
	for (i = 0; i < bytes.len; i++) {
		text[2 + 2 * i] = digits[(unsigned char)bytes.at[i] >> 4];
		text[3 + 2 * i] = digits[(unsigned char)bytes.at[i] & 15];
	}
	return text;
}

const char *
value_sent(struct arena *arena, struct value value)
{
	switch (value.type) {
	case VALUE_NULL:
		return NULL;
	case VALUE_TEXT:
		return arena_copy(arena, value.text).at;
	case VALUE_INT:
		return arena_format(arena, "%lld", (long long)value.number).at;
	case VALUE_BOOL:
		return value.number != 0 ? "t" : "f";
	case VALUE_DATE:
		return date_iso(arena, value.date).at;
	case VALUE_BYTES:
		return bytes_sent(arena, value.text);
	}
	return NULL;
}

void
batch_put(struct batch *batch, const struct query *query, const struct value *values, size_t count)
{
	struct asked *asked;
	size_t i;

	if (batch->count == BATCH_MOST || count > sizeof(asked->values) / sizeof(asked->values[0])) {
		batch->overflow = true;
		return;
	}
	asked = &batch->asked[batch->count++];
	asked->query = query;
	asked->count = count;
	for (i = 0; i < count; i++)
		asked->values[i] = value_sent(batch->arena, values[i]);
}
