/* Segments over one pipelined connection: sent back to back, read strictly in order.
 *
 * Order of a segment on the wire:   set token and read-only · take the role · [write once] · statements… · Sync
 * A statement is prepared on a connection the first time a segment needs it, in a segment of its own before. */
#include <libpq-fe.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>

#include "db/shape.h"
#include "guichet/log.h"

#define RETRY_AFTER (150 * 1000)   /* microseconds between two attempts to connect */

struct db {
	PGconn  *conn;
	int64_t  patience;      /* microseconds for one run: PostgreSQL's own time limits do not end every silence */
	int64_t  deadline;
	bool     late;          /* the last run ended at its deadline */
	bool     doubt;         /* PostgreSQL warned while committing: a standby may not have what was written */
	char    *dsn;
	int64_t  tried;
	size_t   statements;
	bool    *prepared;
	bool     warned;
};

/* The engine's own statements, prepared when a connection opens. They run as the gate role, which may read nothing else. */
static const struct { const char *name, *sql; } OWN[] = {
	{ "begin", "select set_config('guichet.sid', $1, true), set_config('transaction_read_only', $2, true)" },
	/* Who may not enter takes a role that does not exist: the error ends the segment here. Were the statements behind it
	 * run as the gate role, they would be planned for it (functions not inlined, for want of the right to call them), and
	 * such a plan, which depends on no row security, would serve everybody on this connection from then on. */
	{ "enter", "select set_config('role', coalesce(g.db_role::text, 'guichet_nobody'), true), g.person_id, g.person_name, "
		   "g.permission_bits, g.stale from (values (1)) one(x) left join base.my_grant g on g.permission = $1" },
	{ "enter_open", "select set_config('role', $1, true), s.person_id, s.person_name, s.permission_bits, "
			"s.seen_at < now() - interval '1 minute' from (values (1)) one(x) left join base.my_session s on true" },
	{ "once", "select base_api.once($1::uuid, $2::bytea)" },
	{ "session", "select second_factor, person_id, permission_bits, person_name from base.my_session" },
	/* Losing it in a crash costs a minute of idle time: it need not wait for the disk. */
	{ "touch", "select base_api.touch(), set_config('synchronous_commit', 'off', true)" },
	/* A transaction that writes nothing waits for nobody: this one writes, so that its commit waits as a form's does. */
	{ "settle", "select pg_catalog.pg_logical_emit_message(true, 'guichet', '')" },
};

/* "canceling wait for synchronous replication": committed here, perhaps nowhere else. */
static void
heed_notice(void *context, const PGresult *result)
{
	struct db *db = context;
	str code = str_of(PQresultErrorField(result, PG_DIAG_SQLSTATE));

	if (str_is(code, "01000") || str_is(code, "57P01"))
		db->doubt = true;
}

struct db *
db_new(const char *dsn, size_t statements, int seconds)
{
	struct db *db = calloc(1, sizeof(*db));

	if (db == NULL)
		return NULL;
	/* A host that does not answer must not hold a worker; of two same keywords libpq takes the last, so a DSN may say more. */
	if (asprintf(&db->dsn, "connect_timeout=3 %s", dsn) < 0)
		db->dsn = NULL;
	db->statements = statements;
	db->patience = (int64_t)seconds * 1000 * 1000;
	db->prepared = calloc(statements + 1, sizeof(bool));
	if (db->dsn == NULL || db->prepared == NULL) {
		db_free(db);
		return NULL;
	}
	return db;
}

static void
disconnect(struct db *db)
{
	if (db->conn != NULL)
		PQfinish(db->conn);
	db->conn = NULL;
	memset(db->prepared, 0, db->statements + 1);
}

void
db_free(struct db *db)
{
	if (db == NULL)
		return;
	if (db->prepared != NULL)
		disconnect(db);
	free(db->prepared);
	free(db->dsn);
	free(db);
}

static bool
open_connection(struct db *db)
{
	size_t i;

	db->conn = PQconnectdb(db->dsn);
	if (PQstatus(db->conn) != CONNECTION_OK)
		return false;
	PQsetNoticeReceiver(db->conn, heed_notice, db);
	for (i = 0; i < sizeof(OWN) / sizeof(OWN[0]); i++) {
		PGresult *result = PQprepare(db->conn, OWN[i].name, OWN[i].sql, 0, NULL);
		bool ok = PQresultStatus(result) == PGRES_COMMAND_OK;

		PQclear(result);
		if (!ok)
			return false;
	}
	return PQenterPipelineMode(db->conn) == 1;
}

/* A connection that PostgreSQL closed while idle shows as readable; then it is opened anew before anything is sent. */
static bool
went_away(struct db *db)
{
	struct pollfd fd = { .fd = PQsocket(db->conn), .events = POLLIN };
	int reads;

	/* First its last words, then the end of the stream. */
	for (reads = 0; reads < 4 && poll(&fd, 1, 0) != 0; reads++)
		if (PQconsumeInput(db->conn) == 0 || PQstatus(db->conn) != CONNECTION_OK)
			return true;
	return reads == 4;
}

bool
db_connect(struct db *db)
{
	int64_t now = clock_monotonic();

	if (db->conn != NULL && PQstatus(db->conn) == CONNECTION_OK && !went_away(db))
		return true;
	if (db->conn != NULL) {
		disconnect(db);
		db->tried = 0;
	}
	if (db->tried != 0 && now - db->tried < RETRY_AFTER)
		return false;
	if (open_connection(db)) {
		if (db->warned)
			log_event(LOG_INFO, "database_back", NULL);
		db->warned = false;
		return true;
	}
	if (!db->warned)
		log_event(LOG_ERROR, "database_down", "why", str_trim(str_of(PQerrorMessage(db->conn))), NULL);
	db->warned = true;
	disconnect(db);
	db->tried = clock_monotonic();
	return false;
}

/* ---- preparing ---- */

struct preparation {
	size_t numbers[64];     /* in the order sent */
	size_t count;
};

static bool
send_preparations(struct db *db, const struct segment *segment, struct preparation *sent)
{
	size_t i;

	for (i = 0; i < segment->batch->count; i++) {
		const struct statement *s = segment->statements[i];

		if (db->prepared[s->number] || sent->count == sizeof(sent->numbers) / sizeof(sent->numbers[0]))
			continue;
		if (!PQsendPrepare(db->conn, s->name, s->query->sql, 0, NULL))
			return false;
		db->prepared[s->number] = true;
		sent->numbers[sent->count++] = s->number;
	}
	return true;
}

/* ---- sending ---- */

static bool
send_one(struct db *db, const struct segment *segment)
{
	const char *begin[2] = { segment->token, segment->read_only ? "on" : "off" };
	const char *enter[1] = { segment->permission != NULL ? segment->permission : segment->role };
	const char *once[2] = { segment->key, segment->body_hash };
	size_t i;

	if (!PQsendQueryPrepared(db->conn, "begin", 2, begin, NULL, NULL, 0) ||
	    !PQsendQueryPrepared(db->conn, segment->permission != NULL ? "enter" : "enter_open", 1, enter, NULL, NULL, 0))
		return false;
	if (segment->key != NULL && !PQsendQueryPrepared(db->conn, "once", 2, once, NULL, NULL, 0))
		return false;
	for (i = 0; i < segment->batch->count; i++) {
		const struct asked *asked = &segment->batch->asked[i];

		if (!PQsendQueryPrepared(db->conn, segment->statements[i]->name, (int)asked->count, asked->values, NULL, NULL, 0))
			return false;
	}
	return PQpipelineSync(db->conn) == 1;
}

/* ---- reading ---- */

static void
note_error(struct segment *segment, const PGresult *result)
{
	if (segment->state == SEGMENT_ERROR)
		return;
	segment->state = SEGMENT_ERROR;
	segment->code = arena_copy(segment->arena, str_of(PQresultErrorField(result, PG_DIAG_SQLSTATE)));
	segment->message = arena_copy(segment->arena, str_of(PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY)));
	segment->column = arena_copy(segment->arena, str_of(PQresultErrorField(result, PG_DIAG_COLUMN_NAME)));
	segment->detail = arena_copy(segment->arena, str_of(PQresultErrorField(result, PG_DIAG_MESSAGE_DETAIL)));
}

/* PQgetResult that does not wait for ever; NULL when the connection is lost or the deadline has come. */
static PGresult *
get_result(struct db *db)
{
	while (PQisBusy(db->conn)) {
		int64_t left = (db->deadline - clock_monotonic()) / 1000;
		int unsent = PQflush(db->conn);
		struct pollfd fd = { .fd = PQsocket(db->conn), .events = (short)(unsent == 1 ? POLLIN | POLLOUT : POLLIN) };

		if (left <= 0 || unsent < 0) {
			db->late = left <= 0;
			return NULL;
		}
		if (poll(&fd, 1, (int)left) > 0 && (fd.revents & (POLLIN | POLLERR | POLLHUP)) != 0 && PQconsumeInput(db->conn) == 0)
			return NULL;
	}
	return PQgetResult(db->conn);
}

/* The result of one statement, without the NULL that ends it; NULL when the connection is lost. */
static PGresult *
next_result(struct db *db)
{
	PGresult *result = get_result(db), *end;

	if (result == NULL || PQresultStatus(result) == PGRES_PIPELINE_SYNC)
		return result;
	end = get_result(db);
	if (end != NULL) {          /* cannot be: a statement gives one result */
		PQclear(end);
		PQclear(result);
		return NULL;
	}
	return result;
}

static void
clear_result(void *result)
{
	PQclear(result);
}

static bool
keep_rows(struct segment *segment, size_t i, PGresult *result)
{
	struct statement *statement = segment->statements[i];
	struct shape *shape = __atomic_load_n(&statement->shape, __ATOMIC_ACQUIRE);
	struct results *results = segment->results;

	if (shape == NULL || !shape_fits(shape, result)) {
		struct shape *made = shape_of(result), *none = NULL;

		if (made == NULL)
			return false;
		/* Another thread may have been first; a changed shape after an upgrade is leaked once, on purpose. */
		if (shape == NULL && !__atomic_compare_exchange_n(&statement->shape, &none, made, false, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE)) {
			shape_free(made);
			shape = none;
		} else {
			__atomic_store_n(&statement->shape, made, __ATOMIC_RELEASE);
			shape = made;
		}
	}
	if (results->count == RESULTS_MOST)
		return false;
	arena_defer(segment->arena, clear_result, result);
	results->list[results->count].query = statement->query;
	results->list[results->count].rows = (struct rows){ result, (size_t)PQntuples(result), shape };
	results->count++;
	return true;
}

static void
note_entry(struct segment *segment, const PGresult *result)
{
	int64_t number;

	if (PQntuples(result) == 0 || PQgetisnull(result, 0, 1))
		return;
	segment->signed_in = true;
	segment->person = str_to_int(str_of(PQgetvalue(result, 0, 1)), &number) ? number : 0;
	segment->person_name = arena_copy(segment->arena, str_of(PQgetvalue(result, 0, 2)));
	segment->permissions = str_to_int(str_of(PQgetvalue(result, 0, 3)), &number) ? number : 0;
	segment->stale = PQgetvalue(result, 0, 4)[0] == 't';
}

/* Reads one segment through its Sync. `position` 0 = begin, 1 = enter, then once if any, then the batch. */
static bool
receive_one(struct db *db, struct segment *segment)
{
	size_t first = segment->key != NULL ? 3 : 2, position;

	segment->state = SEGMENT_DONE;
	for (position = 0;; position++) {
		PGresult *result = next_result(db);
		ExecStatusType status = result == NULL ? PGRES_FATAL_ERROR : PQresultStatus(result);

		if (result == NULL || PQstatus(db->conn) != CONNECTION_OK) {
			PQclear(result);
			return false;
		}
		if (status == PGRES_PIPELINE_SYNC) {
			PQclear(result);
			if (db->doubt && !segment->read_only && segment->state == SEGMENT_DONE) {
				segment->state = SEGMENT_LOST;
				segment->late = true;
			}
			db->doubt = false;
			return true;
		}
		if (status == PGRES_TUPLES_OK && position == 1)
			note_entry(segment, result);
		else if (status == PGRES_FATAL_ERROR && position == 1 && segment->permission != NULL &&
		         str_is(str_of(PQresultErrorField(result, PG_DIAG_SQLSTATE)), "22023"))
			segment->state = SEGMENT_REFUSED;
		else if (status == PGRES_FATAL_ERROR && segment->state != SEGMENT_REFUSED)
			note_error(segment, result);
		else if (status == PGRES_TUPLES_OK && position >= first && segment->state == SEGMENT_DONE) {
			if (keep_rows(segment, position - first, result))
				continue;
			segment->state = SEGMENT_LOST;      /* no memory for the rows: what was asked may be committed all the same */
			segment->late = true;
		}
		PQclear(result);
	}
}

/* A statement that could not be prepared is unmarked; the segment that asks it will fail by itself and say so. */
static bool
receive_preparations(struct db *db, const struct preparation *sent)
{
	size_t position;

	for (position = 0;; position++) {
		PGresult *result = next_result(db);
		ExecStatusType status = result == NULL ? PGRES_FATAL_ERROR : PQresultStatus(result);

		if (result == NULL || PQstatus(db->conn) != CONNECTION_OK) {
			PQclear(result);
			return false;
		}
		if (status == PGRES_FATAL_ERROR && !str_starts(str_of(PQresultErrorField(result, PG_DIAG_SQLSTATE)), STR("57")))   /* 57: going down */
			log_event(LOG_ERROR, "prepare_failed", "why", str_of(PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY)), NULL);
		if (status != PGRES_COMMAND_OK && position < sent->count)
			db->prepared[sent->numbers[position]] = false;
		PQclear(result);
		if (status == PGRES_PIPELINE_SYNC)
			return true;
	}
}

static bool
prepare_all(struct db *db, const struct segment *segments, size_t count)
{
	struct preparation sent = { .count = 0 };
	size_t i;

	for (i = 0; i < count; i++)
		if (!send_preparations(db, &segments[i], &sent))
			return false;
	return sent.count == 0 || (PQpipelineSync(db->conn) && receive_preparations(db, &sent));
}

/* After an upgrade a function may give other columns than this connection's plan: nothing was done, and a new connection
 * will do it. */
static bool
plans_are_stale(struct segment *segments, size_t count)
{
	bool stale = false;
	size_t i;

	for (i = 0; i < count; i++) {
		if (segments[i].state != SEGMENT_ERROR || (!str_is(segments[i].code, "0A000") && !str_is(segments[i].code, "26000")))
			continue;
		segments[i].state = SEGMENT_LOST;
		stale = true;
	}
	return stale;
}

/* False when the connection broke before anything was sent: then all segments are DOWN, and may be tried again. */
static bool
run_once(struct db *db, struct segment *segments, size_t count)
{
	bool alive = prepare_all(db, segments, count) && PQsetnonblocking(db->conn, 1) == 0;
	size_t i;

	for (i = 0; alive && i < count; i++) {
		segments[i].state = SEGMENT_LOST;
		alive = send_one(db, &segments[i]);
	}
	if (i == 0) {
		disconnect(db);
		return false;
	}
	for (i = 0; alive && i < count; i++) {
		alive = receive_one(db, &segments[i]);
		if (!alive)
			segments[i].state = SEGMENT_LOST;
	}
	for (i = 0; i < count; i++)
		segments[i].late = segments[i].late || (db->late && segments[i].state == SEGMENT_LOST);
	if (!alive || plans_are_stale(segments, count))
		disconnect(db);
	return true;
}

void
db_run(struct db *db, struct segment *segments, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++)
		segments[i].state = SEGMENT_DOWN;
	db->deadline = clock_monotonic() + db->patience;
	db->late = false;
	db->doubt = false;
	if (!db_connect(db) || run_once(db, segments, count))
		return;
	db->tried = 0;
	if (!db->late && db_connect(db))
		run_once(db, segments, count);
}

/* One of the engine's own statements, as the gate role, in a transaction of its own. */
static bool
run_own(struct db *db, const char *token, const char *read_only, const char *name, bool (*look)(const PGresult *, void *), void *context)
{
	const char *begin[2] = { token, read_only };
	bool found = false, sync = false;
	size_t position;

	db->deadline = clock_monotonic() + db->patience;
	if (!db_connect(db))
		return false;
	if (!PQsendQueryPrepared(db->conn, "begin", 2, begin, NULL, NULL, 0) ||
	    !PQsendQueryPrepared(db->conn, name, 0, NULL, NULL, NULL, 0) || !PQpipelineSync(db->conn)) {
		disconnect(db);
		return false;
	}
	for (position = 0; !sync; position++) {
		PGresult *result = next_result(db);

		if (result == NULL || PQstatus(db->conn) != CONNECTION_OK) {
			PQclear(result);
			disconnect(db);
			return false;
		}
		sync = PQresultStatus(result) == PGRES_PIPELINE_SYNC;
		if (position == 1 && PQresultStatus(result) == PGRES_TUPLES_OK)
			found = look(result, context);
		PQclear(result);
	}
	return found;
}

static bool
look_at_session(const PGresult *result, void *context)
{
	struct segment *segment = context;

	if (PQntuples(result) != 1)
		return false;
	segment->second_factor_owed = PQgetvalue(result, 0, 0)[0] != 't';
	if (!str_to_int(str_of(PQgetvalue(result, 0, 1)), &segment->person) || !str_to_int(str_of(PQgetvalue(result, 0, 2)), &segment->permissions))
		return false;
	segment->person_name = arena_copy(segment->arena, str_of(PQgetvalue(result, 0, 3)));
	return true;
}

static bool
look_at_nothing(const PGresult *result, void *context)
{
	(void)context;
	return PQntuples(result) == 1;
}

bool
db_session_lives(struct db *db, struct segment *segment)
{
	return run_own(db, segment->token, "on", "session", look_at_session, segment);
}

bool
db_touch(struct db *db, const char *token)
{
	return run_own(db, token, "off", "touch", look_at_nothing, NULL);
}

bool
db_settle(struct db *db)
{
	bool done;

	db->doubt = false;
	done = run_own(db, "", "off", "settle", look_at_nothing, NULL) && !db->doubt;
	db->doubt = false;
	return done;
}
