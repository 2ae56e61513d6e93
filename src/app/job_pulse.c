/* The pulse of running jobs: one connection of its own that says every second that they are alive and how far they are,
 * and interrupts their statements when the runner is asked to stop. Once a minute it sees to the job of every hour. */
#include "app/job.h"

#include <unistd.h>

#define LOAD(x)     __atomic_load_n(&(x), __ATOMIC_ACQUIRE)
#define STORE(x, v) __atomic_store_n(&(x), (v), __ATOMIC_RELEASE)

enum { PULSE_MS = 500, KEEP_ALIVE = 10, LOOK_AT_HOUR = 120 };

struct seen {
	int64_t id, done;
	int     silent;      /* pulses since the last word */
};

/* A job that ends has its row locked by its own transaction: the pulse does not wait for it. */
static void
beat(struct work *work, struct job *job, struct seen *seen)
{
	const int64_t id = LOAD(job->id), done = LOAD(job->done);
	const struct rows *rows;

	if (id == 0 || (id == seen->id && done == seen->done && seen->silent++ < KEEP_ALIVE))
		return;
	*seen = (struct seen){ .id = id, .done = done };
	rows = WORK_QUERY(work, "select job_api.beat($1, $2::int, $3, $4) as lives", ARG(id), ARG(job->tries), ARG(done), ARG(LOAD(job->total)));
	if (rows_count(rows) == 1 && !rows_bool(rows, 0, "lives") && LOAD(job->id) == id)
		STORE(job->lost, 1);
}

static void
interrupt(struct work *work, struct job *job)
{
	if (LOAD(job->id) != 0)
		(void)WORK_QUERY(work, "select job_api.stop($1::int)", ARG(LOAD(job->backend)));
}

void *
job_pulse(void *context)
{
	struct job_runner *runner = context;
	struct arena *arena = arena_new();
	struct work *work = NULL;
	struct seen seen[JOB_THREADS_MOST] = { { 0 } };
	int i, pulses = 0;

	while (LOAD(runner->running) > 0) {
		const bool stopping = LOAD(runner->stopping) != 0;

		if (work == NULL || !work_alive(work) || arena_used(arena) > (4u << 20)) {
			work_close(work);
			arena_reset(arena);
			work = work_open(runner->config->worker_dsn, arena);
			if (work != NULL && work_alive(work))
				(void)work_run(work, "set lock_timeout = '300ms'");
		}
		for (i = 0; work != NULL && work_alive(work) && i < runner->threads; i++) {
			if (stopping)
				interrupt(work, &runner->jobs[i]);
			else
				beat(work, &runner->jobs[i], &seen[i]);
		}
		if (!stopping && pulses++ % LOOK_AT_HOUR == 0 && work != NULL && work_alive(work))
			(void)work_run(work, "select job_api.every_hour()");
		if (work != NULL)
			work_forget(work);
		usleep((stopping ? 100 : PULSE_MS) * 1000);
	}
	work_close(work);
	arena_free(arena);
	return NULL;
}
