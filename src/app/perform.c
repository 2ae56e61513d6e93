/* Requests performed by a worker: ask, one segment each sent back to back, answer. */
#include <libdeflate.h>
#include <stdio.h>
#include <stdlib.h>

#include "app/turn.h"
#include "guichet/log.h"

#define COMPRESS_FROM 1200

struct worker {
	const struct app              *app;
	struct db                     *db;
	struct libdeflate_compressor  *compressor;
	struct turn                    turns[8];
	struct segment                 segments[8];
};

struct worker *
worker_new(const struct app *app, enum queue queue)
{
	struct worker *worker = calloc(1, sizeof(*worker));

	if (worker == NULL)
		return NULL;
	worker->app = app;
	worker->db = db_new(app->config->dsn, app->statement_count, queue == QUEUE_SLOW ? 70 : 9);
	worker->compressor = libdeflate_alloc_compressor(1);
	return worker;
}

void
worker_free(struct worker *worker)
{
	if (worker == NULL)
		return;
	db_free(worker->db);
	libdeflate_free_compressor(worker->compressor);
	free(worker);
}

static void
compress(struct worker *worker, struct exchange *ex)
{
	size_t room, got;
	char *out;

	if (!ex->accepts_gzip || ex->bytes.len < COMPRESS_FROM || ex->status == 303)
		return;
	room = libdeflate_gzip_compress_bound(worker->compressor, ex->bytes.len);
	out = malloc(room);
	if (out == NULL)
		return;
	got = libdeflate_gzip_compress(worker->compressor, ex->bytes.at, ex->bytes.len, out, room);
	if (got == 0 || got >= ex->bytes.len) {
		free(out);
		return;
	}
	free((void *)(uintptr_t)ex->bytes.at);
	ex->bytes = (str){ out, got };
	ex->gzip = true;
}

static void
turn_open(struct turn *turn, const struct app *app, struct exchange *ex, const struct ready *ready)
{
	memset(turn, 0, sizeof(*turn));
	turn->app = app;
	turn->exchange = ex;
	turn->ready = ready;
}

static void
run_segment(struct worker *worker, struct turn *turn)
{
	if (!turn_fill_segment(turn)) {
		turn->segment.state = SEGMENT_ERROR;
		turn->segment.code = STR("handler");
		turn->segment.message = STR("statement not declared, or batch overflow");
		return;
	}
	db_run(worker->db, &turn->segment, 1);
}

static void turn_finish(struct worker *worker, struct turn *turn);

/* The page of a refused form again, with its problems and what was typed: the GET route beside it is performed. */
static bool
show_again(struct worker *worker, struct turn *turn)
{
	struct turn *again;
	const struct ready *ready = turn->ready->on_problem;

	if (ready == NULL || turn->refused != NULL)
		return false;
	again = arena_alloc(turn->exchange->arena, sizeof(*again));
	turn_open(again, turn->app, turn->exchange, ready);
	again->refused = turn;
	turn_begin(again);
	if (again->needs_database)
		run_segment(worker, again);
	turn_finish(worker, again);
	return true;
}

static void
fail(struct worker *worker, struct turn *turn, struct problem problem)
{
	if (turn->problem_count == 0)
		turn->problems[turn->problem_count++] = problem;
	if (problem.kind == PROBLEM_INPUT && show_again(worker, turn))
		return;
	turn_show_problem(turn, problem);
}

static struct problem
refusal_of(struct worker *worker, struct turn *turn)
{
	struct problem problem = problem_of(PROBLEM_SIGNED_OUT, "problem.signed_out");

	if (turn->session.at == NULL || !db_session_lives(worker->db, &turn->segment))
		return problem;
	if (turn->segment.second_factor_owed) {
		problem.detail = STR("second");
		return problem;
	}
	turn_note_who(turn);          /* he keeps his name and his menu on the page that refuses */
	return problem_of(PROBLEM_FORBIDDEN, "problem.forbidden");
}

/* A lost connection leaves a read to be done again, and a write to be asked again under its key: it acts once. */
static void
retry_lost(struct worker *worker, struct turn *turn)
{
	bool safe = turn->segment.read_only || turn->segment.key != NULL;

	if (!safe || turn->segment.late)
		return;
	turn->results.count = 0;
	turn->segment.signed_in = false;
	run_segment(worker, turn);
}

static struct problem
state_problem(struct worker *worker, struct turn *turn)
{
	switch (turn->segment.state) {
	case SEGMENT_DONE:
		return NO_PROBLEM;
	case SEGMENT_REFUSED:
		return refusal_of(worker, turn);
	case SEGMENT_ERROR: {
		const struct problem problem = turn_sql_problem(turn);

		/* What the first sending wrote may have been committed here alone: its receipt waits as long as its commit should have. */
		if (problem.kind != PROBLEM_REPEATED || db_settle(worker->db))
			return problem;
		break;
	}
	case SEGMENT_LOST:
	case SEGMENT_DOWN:
		break;
	}
	return problem_of(PROBLEM_BUSY, turn->segment.read_only ? "problem.database_down" : "problem.not_confirmed");
}

/* The second stage of a route that computes between a read and a write. */
static struct problem
run_then(struct worker *worker, struct turn *turn)
{
	struct problem problem;

	turn->batch.count = 0;
	turn->second_stage = true;
	problem = turn->ready->route->then(&turn->req, turn->input, &turn->results, &turn->batch);
	if (problem.kind != PROBLEM_NONE || turn->batch.count == 0)
		return problem;
	turn->segment.signed_in = false;
	run_segment(worker, turn);
	return state_problem(worker, turn);
}

static void
turn_finish(struct worker *worker, struct turn *turn)
{
	struct problem problem = NO_PROBLEM;

	if (turn->needs_database) {
		if (turn->segment.state == SEGMENT_LOST)
			retry_lost(worker, turn);
		problem = state_problem(worker, turn);
		if (problem.kind == PROBLEM_BUSY && turn->batch.count == 0 && turn->ready->route->permission->open)
			problem = NO_PROBLEM;             /* a page without data is shown all the same, signed out */
		else if (problem.kind == PROBLEM_NONE)
			turn_note_who(turn);
	} else if (turn->session.at == NULL) {
		turn->req.who = &turn->who;       /* a visitor */
	}
	if (problem.kind == PROBLEM_NONE && turn->problem_count > 0)
		problem = turn->problems[0];
	if (problem.kind == PROBLEM_NONE && turn->ready->route->then != NULL && turn->refused == NULL)
		problem = run_then(worker, turn);
	if (problem.kind != PROBLEM_NONE)
		fail(worker, turn, problem);
	else
		turn_answer(turn);
}

void
app_perform(const struct app *app, struct worker *worker, struct exchange **exchanges, size_t count)
{
	struct segment *segments = worker->segments;
	size_t owner[8], sent = 0, i;

	for (i = 0; i < count; i++) {
		struct turn *turn = &worker->turns[i];

		turn_open(turn, app, exchanges[i], exchanges[i]->ready);
		turn_begin(turn);
		if (!turn->needs_database)
			continue;
		if (!turn_fill_segment(turn)) {
			turn->segment.state = SEGMENT_ERROR;
			turn->segment.code = STR("handler");
			continue;
		}
		segments[sent] = turn->segment;
		owner[sent++] = i;
	}
	if (sent > 0)
		db_run(worker->db, segments, sent);
	for (i = 0; i < sent; i++)
		worker->turns[owner[i]].segment = segments[i];
	for (i = 0; i < count; i++) {
		turn_finish(worker, &worker->turns[i]);
		compress(worker, exchanges[i]);
	}
}

bool
app_touch(const struct app *app, struct worker *worker, str token)
{
	(void)app;
	return db_touch(worker->db, token.at);
}
