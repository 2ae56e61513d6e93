/* The job runner (guichet/job.h): takes rows of base.jobs, runs them, ends them. What says that they are alive is in
 * job_pulse.c: a job's own connection may be busy for minutes in one statement. */
#include "app/job.h"

#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "guichet/log.h"

#define LOAD(x)     __atomic_load_n(&(x), __ATOMIC_ACQUIRE)
#define STORE(x, v) __atomic_store_n(&(x), (v), __ATOMIC_RELEASE)

enum { WAIT_MS = 1000, SLICE_MS = 100 };

struct work *
job_work(struct job *job)
{
	return job->work;
}

struct arena *
job_arena(struct job *job)
{
	return job->arena;
}

const struct config *
job_config(const struct job *job)
{
	return job->runner->config;
}

str
job_input(struct job *job)
{
	return job->input;
}

int64_t
job_number(struct job *job, const char *name)
{
	const struct rows *rows = WORK_QUERY(job->work, "select ($1::jsonb ->> $2)::bigint as n", ARG(job->input), ARG(name));

	return rows_count(rows) == 1 ? rows_int(rows, 0, "n") : 0;
}

void
job_progress(struct job *job, int64_t done, int64_t total)
{
	STORE(job->total, total);
	STORE(job->done, done);
}

bool
job_stopping(const struct job *job)
{
	return LOAD(job->runner->stopping) != 0 || LOAD(job->lost) != 0;
}

bool
job_commit(struct job *job)
{
	/* The pulse writes the same row: it must not wait for this transaction, nor this for it after the end. */
	const bool ended = WORK_QUERY(job->work, "select job_api.done($1, $2::int, '{}')", ARG(job->id), ARG(job->tries)) != NULL;

	job->committed = ended && work_run(job->work, "commit");
	return job->committed;
}

bool
job_fail(struct job *job, const char *why, bool final)
{
	job->why = why;
	job->final = final;
	return false;
}

bool
job_each(struct job *job, const struct rows *list, job_one *one, const char *why)
{
	const size_t count = rows_count(list);
	int64_t *ids = arena_array(job->arena, count + 1, sizeof(*ids));
	size_t i, left = 0;

	for (i = 0; i < count; i++)
		ids[i] = rows_int(list, i, "id");
	for (i = 0; i < count; i++) {
		struct arena *arena = arena_new();
		const bool done = !job_stopping(job) && one(job, arena, ids[i]) && work_run(job->work, "commit");

		if (!done) {
			(void)work_run(job->work, "rollback");
			left++;
		}
		work_forget(job->work);
		arena_free(arena);
		if (job_stopping(job))
			return false;
		job_progress(job, (int64_t)i + 1, (int64_t)count);
	}
	if (left > 0)
		return job_fail(job, why, false);
	return work_run(job->work, "begin") && job_commit(job);
}

static const struct job_kind *
kind_of(const struct job_runner *runner, str name)
{
	const struct job_kind *k;

	for (k = runner->kinds; k->kind != NULL; k++)
		if (str_is(name, k->kind))
			return k;
	return NULL;
}

static void
give_back(struct job *job, int64_t id)
{
	const bool counts = !job_stopping(job);

	log_event(counts ? LOG_ERROR : LOG_INFO, counts ? "job_failed" : "job_given_back", "kind", str_of(job->kind->kind), "why", str_of(job->why),
	          "code", work_error_code(job->work), "message", str_starts(work_error_code(job->work), STR("22")) ? STR("") : work_error(job->work), NULL);
	STORE(job->id, 0);                        /* no pulse interrupts what follows */
	(void)work_run(job->work, "rollback");
	(void)WORK_QUERY(job->work, "select job_api.give_back($1, $2::int, $3, $4, $5)", ARG(id), ARG(job->tries),
	                 ARG(job->why != NULL ? job->why : "job.failed"), ARG(job->final), ARG(counts));
}

static void
run_one(struct job *job, const struct rows *taken)
{
	const int64_t id = rows_int(taken, 0, "job_id"), started = clock_monotonic();

	job->kind = kind_of(job->runner, rows_text(taken, 0, "kind"));
	job->input = arena_copy(job->arena, rows_text(taken, 0, "input"));
	job->tries = (int)rows_int(taken, 0, "tries");
	job->why = NULL;
	job->final = job->committed = false;
	STORE(job->lost, 0);
	job_progress(job, 0, 0);
	STORE(job->id, id);
	if (!job->kind->run(job) || !job->committed)
		give_back(job, id);
	else
		log_event(LOG_INFO, "job_done", "kind", str_of(job->kind->kind), "ms",
		          arena_format(job->arena, "%lld", (long long)((clock_monotonic() - started) / 1000)), NULL);
	STORE(job->id, 0);
}

static bool
connected(struct job *job)
{
	const struct rows *rows;

	if (job->work != NULL && work_alive(job->work))
		return true;
	work_close(job->work);
	arena_reset(job->arena);
	job->work = work_open(job->runner->config->worker_dsn, job->arena);
	if (job->work == NULL || !work_alive(job->work) || !work_run(job->work, "listen jobs"))
		return false;
	rows = WORK_QUERY(job->work, "select pg_backend_pid()::bigint as pid where $1", ARG(true));
	STORE(job->backend, rows_int(rows, 0, "pid"));
	return true;
}

/* A second at most, less when the runner is asked to stop, or when something comes on `work`. */
static void
rest(struct job_runner *runner, struct work *work)
{
	int waited;

	for (waited = 0; waited < WAIT_MS && LOAD(runner->stopping) == 0; waited += SLICE_MS) {
		if (work == NULL)
			usleep(SLICE_MS * 1000);
		else if (work_wait(work, SLICE_MS))
			return;
	}
}

static void *
work_thread(void *context)
{
	struct job *job = context;
	struct job_runner *runner = job->runner;

	while (LOAD(runner->stopping) == 0) {
		const struct rows *taken;

		if (!connected(job)) {
			rest(runner, NULL);
			continue;
		}
		taken = WORK_QUERY(job->work, "select * from job_api.take($1::text[], $2::text[])", ARG(runner->all), ARG(runner->alone));
		if (rows_count(taken) == 1)
			run_one(job, taken);
		else
			rest(runner, taken != NULL ? job->work : NULL);          /* refused: not at full speed */
		work_forget(job->work);
		/* The arena holds the words of the connection's last error too: a new job begins with a new one. */
		if (arena_used(job->arena) > (1u << 20)) {
			work_close(job->work);
			job->work = NULL;
		}
	}
	work_close(job->work);
	__atomic_sub_fetch(&runner->running, 1, __ATOMIC_ACQ_REL);
	return NULL;
}

static const char *
kinds_array(struct arena *arena, const struct job_kind *kinds, bool alone)
{
	str text = STR("{");

	for (; kinds->kind != NULL; kinds++)
		if (!alone || kinds->alone)
			text = arena_format(arena, "%.*s%s\"%s\"", STR_ARGS(text), text.len > 1 ? "," : "", kinds->kind);
	return arena_format(arena, "%.*s}", STR_ARGS(text)).at;
}

/* Signals are for the thread that waits for them. */
static bool
thread_begin(pthread_t *thread, void *(*run)(void *), void *context)
{
	sigset_t all, before;
	bool begun;

	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	begun = pthread_create(thread, NULL, run, context) == 0;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return begun;
}

struct job_runner *
job_runner_start(const struct config *config, const struct job_kind *kinds, int threads)
{
	struct job_runner *runner = calloc(1, sizeof(*runner));
	int i;

	if (runner == NULL)
		return NULL;
	runner->config = config;
	runner->kinds = kinds;
	runner->arena = arena_new();
	runner->all = kinds_array(runner->arena, kinds, false);
	runner->alone = kinds_array(runner->arena, kinds, true);
	for (i = 0; i < threads && i < JOB_THREADS_MOST; i++) {
		struct job *job = &runner->jobs[runner->threads];

		job->runner = runner;
		job->arena = arena_new();
		__atomic_add_fetch(&runner->running, 1, __ATOMIC_ACQ_REL);
		if (thread_begin(&job->thread, work_thread, job)) {
			runner->threads++;
			continue;
		}
		__atomic_sub_fetch(&runner->running, 1, __ATOMIC_ACQ_REL);
		arena_free(job->arena);
	}
	if (runner->threads > 0 && thread_begin(&runner->pulse, job_pulse, runner))
		return runner;
	STORE(runner->stopping, 1);
	for (i = 0; i < runner->threads; i++)
		pthread_join(runner->jobs[i].thread, NULL);
	arena_free(runner->arena);
	free(runner);
	return NULL;
}

void
job_runner_stop(struct job_runner *runner)
{
	int i;

	if (runner == NULL)
		return;
	STORE(runner->stopping, 1);
	pthread_join(runner->pulse, NULL);
	for (i = 0; i < runner->threads; i++) {
		pthread_join(runner->jobs[i].thread, NULL);
		arena_free(runner->jobs[i].arena);
	}
	arena_free(runner->arena);
	free(runner);
}
