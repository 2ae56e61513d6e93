/* Fuzzes a list of agents as people paste it: whatever it is, a JSON text of at most the rows that an act may have comes out,
 * each row with a staff number or the reason why it has none, and dates that exist. */
#include <stdlib.h>
#include <string.h>

#include "acts/rows.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new();
	const struct act_agents_input in = { .effet = { 2026, 10, 1 }, .observation = STR("vu") };
	struct act_rows rows = act_rows_new(arena, &in);
	str json = NO_STR;

	if (act_rows_pasted(&rows, (str){ (const char *)data, size }).kind == PROBLEM_NONE) {
		json_t *read;
		size_t i;

		act_rows_end(&rows, &json);
		read = json_loadb(json.at, json.len, 0, NULL);
		if (read == NULL || json_array_size(read) > ACT_ROWS_MOST)
			abort();
		for (i = 0; i < json_array_size(read); i++) {
			const json_t *row = json_array_get(read, i), *m = json_object_get(row, "m"), *e = json_object_get(row, "e");

			if ((m == NULL) == (json_object_get(row, "fault") == NULL) && m == NULL)
				abort();
			if (m != NULL && (json_string_length(m) == 0 || json_string_length(m) > 20))
				abort();
			if (e == NULL || json_string_length(e) != 10)
				abort();
		}
		json_decref(read);
	} else {
		act_rows_end(&rows, NULL);
	}
	arena_free(arena);
	return 0;
}
