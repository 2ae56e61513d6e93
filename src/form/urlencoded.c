/* "a=1&b=2", as a query or as a body, and the list that every reader of parameters fills. */
#include "form.h"

#define MOST_PARAMETERS 500u

void
parameters_add(struct parameters *into, struct arena *arena, struct parameter parameter)
{
	if (into->count == into->room) {
		const size_t      room = into->room > 0 ? 2 * into->room : 16;
		struct parameter *list = arena_array(arena, room, sizeof *list);

		if (into->count > 0)
			memcpy(list, into->list, into->count * sizeof *list);
		into->list = list;
		into->room = room;
	}
	into->list[into->count++] = parameter;
}

const struct parameter *
parameters_find(const struct parameters *in, str name)
{
	for (size_t i = 0; i < in->count; i++)
		if (str_eq(in->list[i].name, name))
			return &in->list[i];
	return NULL;
}

struct problem
parameters_read_urlencoded(struct parameters *into, struct arena *arena, str text, bool from_body)
{
	size_t count = 0;

	while (text.at != NULL) {
		str              value = str_cut(&text, '&');
		struct parameter parameter = { .from_body = from_body };

		if (str_empty(value))
			continue;
		if (++count > MOST_PARAMETERS)
			return problem_of(PROBLEM_TOO_LARGE, "problem.too_large");

		const str name = str_cut(&value, '=');
		if (value.at == NULL)
			value = STR("");    /* "a" alone is "a=" */
		if (!percent_decode(arena, name, true, &parameter.name) ||
		    !percent_decode(arena, value, true, &parameter.value) || str_empty(parameter.name))
			return problem_of(PROBLEM_MALFORMED, "problem.malformed");
		parameters_add(into, arena, parameter);
	}
	return NO_PROBLEM;
}
