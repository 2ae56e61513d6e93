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

str
rows_text(const struct rows *rows, size_t row, const char *column)
{
	size_t i;

	if (rows == NULL || row >= rows->count)
		return NO_STR;
	/* Names differ in their first two letters, mostly: strcmp is for those that do not. */
	for (i = 0; i < rows->shape->count; i++) {
		const char *name = rows->shape->columns[i].name;

		if (name[0] == column[0] && name[1] == column[1] && strcmp(name, column) == 0)
			return rows_cell(rows, row, i);
	}
	return NO_STR;
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
