/* The plain, blocking connection of jobs, imports, migrations and the demo's data (guichet/work.h). */
#include <libpq-fe.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>

#include "db/shape.h"
#include "guichet/work.h"

struct kept {
	struct kept  *next;
	struct rows   rows;
};

struct work {
	PGconn       *conn;
	struct arena *arena;
	struct kept  *kept;
	str           error, code;
};

static void
ignore_notice(void *context, const PGresult *result)
{
	(void)context;
	(void)result;
}

struct work *
work_open(const char *dsn, struct arena *arena)
{
	struct work *work = calloc(1, sizeof(*work));

	if (work == NULL)
		return NULL;
	work->arena = arena;
	work->conn = PQconnectdb(dsn);
	PQsetNoticeReceiver(work->conn, ignore_notice, NULL);
	if (PQstatus(work->conn) != CONNECTION_OK)
		work->error = arena_copy(arena, str_trim(str_of(PQerrorMessage(work->conn))));
	return work;
}

bool
work_alive(struct work *work)
{
	return PQstatus(work->conn) == CONNECTION_OK;
}

void
work_forget(struct work *work)
{
	while (work->kept != NULL) {
		struct kept *next = work->kept->next;

		PQclear(work->kept->rows.result);
		shape_free(work->kept->rows.shape);
		free(work->kept);
		work->kept = next;
	}
}

void
work_close(struct work *work)
{
	if (work == NULL)
		return;
	work_forget(work);
	PQfinish(work->conn);
	free(work);
}

str
work_error(const struct work *work)
{
	return work->error;
}

str
work_error_code(const struct work *work)
{
	return work->code;
}

/* Keeps the error of a result that is not what was hoped for; true when it is. */
static bool
judged(struct work *work, PGresult *result, ExecStatusType wanted)
{
	ExecStatusType got = PQresultStatus(result);

	if (got == wanted)
		return true;
	work->error = arena_copy(work->arena, str_trim(str_of(result != NULL && PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY) != NULL
	                                                         ? PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY)
	                                                         : PQerrorMessage(work->conn))));
	work->code = arena_copy(work->arena, str_of(PQresultErrorField(result, PG_DIAG_SQLSTATE)));
	return false;
}

const struct rows *
work_query(struct work *work, const char *sql, const struct value *values, size_t count)
{
	const char *sent[32];
	PGresult *result;
	struct kept *kept;
	size_t i;

	if (count > sizeof(sent) / sizeof(sent[0]))
		return NULL;
	for (i = 0; i < count; i++)
		sent[i] = value_sent(work->arena, values[i]);
	result = PQexecParams(work->conn, sql, (int)count, NULL, sent, NULL, NULL, 0);
	if (PQresultStatus(result) != PGRES_COMMAND_OK && !judged(work, result, PGRES_TUPLES_OK)) {
		PQclear(result);
		return NULL;
	}
	kept = calloc(1, sizeof(*kept));
	if (kept == NULL || (kept->rows.shape = shape_of(result)) == NULL) {
		free(kept);
		PQclear(result);
		return NULL;
	}
	kept->rows.result = result;
	kept->rows.count = (size_t)PQntuples(result);
	kept->next = work->kept;
	work->kept = kept;
	return &kept->rows;
}

bool
work_run(struct work *work, const char *sql)
{
	PGresult *result = PQexec(work->conn, sql);
	bool ok = PQresultStatus(result) == PGRES_TUPLES_OK || judged(work, result, PGRES_COMMAND_OK);

	PQclear(result);
	return ok;
}

bool
work_copy_begin(struct work *work, const char *copy_statement)
{
	PGresult *result = PQexec(work->conn, copy_statement);
	bool ok = judged(work, result, PGRES_COPY_IN);

	PQclear(result);
	return ok;
}

bool
work_copy_put(struct work *work, str bytes)
{
	while (bytes.len > 0) {
		size_t part = bytes.len < (1u << 20) ? bytes.len : 1u << 20;

		if (PQputCopyData(work->conn, bytes.at, (int)part) != 1)
			return false;
		bytes = str_skip(bytes, part);
	}
	return true;
}

static bool
copy_finish(struct work *work, const char *why)
{
	PGresult *result;
	bool ok = PQputCopyEnd(work->conn, why) == 1;

	while ((result = PQgetResult(work->conn)) != NULL) {
		ok = judged(work, result, PGRES_COMMAND_OK) && ok;
		PQclear(result);
	}
	return ok;
}

bool
work_copy_end(struct work *work)
{
	return copy_finish(work, NULL);
}

bool
work_copy_abort(struct work *work, const char *why)
{
	return !copy_finish(work, why);
}

str
copy_text(struct arena *arena, str value)
{
	char *out;
	size_t i, n = 0;

	if (value.at == NULL)
		return STR("\\N");
	out = arena_alloc(arena, 2 * value.len + 1);
	for (i = 0; i < value.len; i++) {
		char c = value.at[i];

		if (c == '\\' || c == '\t' || c == '\n' || c == '\r')
			out[n++] = '\\';
		out[n++] = c == '\t' ? 't' : c == '\n' ? 'n' : c == '\r' ? 'r' : c;
	}
	return (str){ out, n };
}

bool
work_wait(struct work *work, int milliseconds)
{
	struct pollfd fd = { .fd = PQsocket(work->conn), .events = POLLIN };
	PGnotify *notify;
	bool came = false;

	if (poll(&fd, 1, milliseconds) > 0 && PQconsumeInput(work->conn) == 0)
		return false;
	while ((notify = PQnotifies(work->conn)) != NULL) {
		came = true;
		PQfreemem(notify);
	}
	return came;
}

bool
work_describe(struct work *work, struct arena *arena, const char *role, const char *sql, struct described *found)
{
	PGresult *result;
	bool ok;
	size_t i;

	if (!work_run(work, "begin") || !work_run(work, arena_format(arena, "set local role %s", role).at)) {
		work_run(work, "rollback");
		return false;
	}
	result = PQprepare(work->conn, "", sql, 0, NULL);
	ok = judged(work, result, PGRES_COMMAND_OK);
	PQclear(result);
	if (ok) {
		result = PQdescribePrepared(work->conn, "");
		ok = judged(work, result, PGRES_COMMAND_OK);
		found->parameters = (size_t)PQnparams(result);
		for (i = 0; i < found->parameters && i < 12; i++)
			found->parameter_types[i] = PQparamtype(result, (int)i);
		found->columns = (size_t)PQnfields(result);
		found->list = arena_array(arena, found->columns + 1, sizeof(*found->list));
		for (i = 0; i < found->columns; i++) {
			snprintf(found->list[i].name, sizeof(found->list[i].name), "%s", PQfname(result, (int)i));
			found->list[i].type = PQftype(result, (int)i);
		}
		PQclear(result);
	}
	work_run(work, "rollback");
	return ok;
}
