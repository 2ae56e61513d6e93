/* Rows as handlers read them: by column name, in the types of the house. */
#include <libpq-fe.h>

#include "db/db.h"

size_t
rows_count(const struct rows *rows)
{
	return rows == NULL ? 0 : rows->count;
}

str
rows_cell(const struct rows *rows, size_t row, size_t column)
{
	const PGresult *result = rows->result;

	if (PQgetisnull(result, (int)row, (int)column))
		return NO_STR;
	return (str){ PQgetvalue(result, (int)row, (int)column), (size_t)PQgetlength(result, (int)row, (int)column) };
}

/* The number of a column, or SIZE_MAX. Asked for every cell of a drawing, so it remembers. */
static size_t
column_number(struct shape *shape, const char *column)
{
	uint64_t name = (uint64_t)(uintptr_t)column;
	uint64_t *hint = &shape->hints[(name >> 2 ^ name >> 9) % 64];
	uint64_t known = __atomic_load_n(hint, __ATOMIC_RELAXED);
	size_t i = known & 255;

	/* A name on the stack or the heap may change behind its address: the letters are compared all the same. */
	if (known >> 8 == (name & (UINT64_MAX >> 8)) && i < shape->count && strcmp(shape->columns[i].name, column) == 0)
		return i;
	for (i = 0; i < shape->count; i++)
		if (strcmp(shape->columns[i].name, column) == 0) {
			if (i < 256)
				__atomic_store_n(hint, name << 8 | i, __ATOMIC_RELAXED);
			return i;
		}
	return SIZE_MAX;
}

str
rows_text(const struct rows *rows, size_t row, const char *column)
{
	size_t i;

	if (rows == NULL || row >= rows->count)
		return NO_STR;
	i = column_number(rows->shape, column);
	return i == SIZE_MAX ? NO_STR : rows_cell(rows, row, i);
}

int64_t
rows_int(const struct rows *rows, size_t row, const char *column)
{
	int64_t value;

	return str_to_int(rows_text(rows, row, column), &value) ? value : 0;
}

bool
rows_bool(const struct rows *rows, size_t row, const char *column)
{
	return str_is(rows_text(rows, row, column), "t");
}

struct date
rows_date(const struct rows *rows, size_t row, const char *column)
{
	struct date date = { 0, 0, 0 };

	return date_parse_iso(rows_text(rows, row, column), &date) ? date : (struct date){ 0, 0, 0 };
}

int64_t
rows_instant(const struct rows *rows, size_t row, const char *column)
{
	int64_t instant;

	return clock_parse(rows_text(rows, row, column), &instant) ? instant : 0;
}

const struct rows *
results_of(const struct results *results, const struct query *query)
{
	size_t i;

	for (i = results == NULL ? 0 : results->count; i > 0; i--)
		if (results->list[i - 1].query == query)
			return &results->list[i - 1].rows;
	return NULL;
}
