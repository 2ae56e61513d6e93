/* The columns of a result, kept once a statement. Private to src/db. */
#ifndef GUICHET_DB_SHAPE_H
#define GUICHET_DB_SHAPE_H
#include <libpq-fe.h>

#include "db/db.h"

/* From malloc; NULL without memory. */
struct shape *shape_of(const PGresult *result);
void          shape_free(struct shape *shape);
/* The same columns, names and types. */
bool          shape_fits(const struct shape *shape, const PGresult *result);
#endif
