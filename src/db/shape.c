/* The columns of a result: names and types, copied out of the first result a statement gives. */
#include <stdio.h>
#include <stdlib.h>

#include "db/shape.h"

struct shape *
shape_of(const PGresult *result)
{
	size_t count = (size_t)PQnfields(result), i;
	struct shape *shape = calloc(1, sizeof(*shape));

	if (shape == NULL)
		return NULL;
	shape->columns = calloc(count + 1, sizeof(*shape->columns));
	if (shape->columns == NULL) {
		free(shape);
		return NULL;
	}
	shape->count = count;
	for (i = 0; i < count; i++) {
		snprintf(shape->columns[i].name, sizeof(shape->columns[i].name), "%s", PQfname(result, (int)i));
		shape->columns[i].type = PQftype(result, (int)i);
	}
	return shape;
}

void
shape_free(struct shape *shape)
{
	if (shape == NULL)
		return;
	free(shape->columns);
	free(shape);
}

bool
shape_fits(const struct shape *shape, const PGresult *result)
{
	size_t i;

	if (shape->count != (size_t)PQnfields(result))
		return false;
	for (i = 0; i < shape->count; i++)
		if (shape->columns[i].type != PQftype(result, (int)i) || strcmp(shape->columns[i].name, PQfname(result, (int)i)) != 0)
			return false;
	return true;
}

void
statement_forget(struct statement *statement, void (*release)(void *binding))
{
	if (statement->shape != NULL && statement->shape->binding != NULL)
		release(statement->shape->binding);
	shape_free(statement->shape);
	statement->shape = NULL;
}
