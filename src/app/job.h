/* The runner's own view of a job: one thread, one connection, one job at a time. */
#ifndef GUICHET_APP_JOB_H
#define GUICHET_APP_JOB_H
#include <pthread.h>

#include "guichet/job.h"

#define JOB_THREADS_MOST 8

struct job {
	struct job_runner     *runner;
	pthread_t              thread;
	struct work           *work;
	struct arena          *arena;
	const struct job_kind *kind;
	str                    input;
	const char            *why;          /* of job_fail */
	bool                   final;
	bool                   committed;
	/* Read by the pulse while the job's thread writes. */
	int64_t                id;           /* 0 = no job; the last written, the first cleared */
	int                    tries;
	int64_t                backend;      /* of the connection, to interrupt it */
	int64_t                done, total;
	int                    lost;         /* the lease was taken by another */
};

struct job_runner {
	const struct config   *config;
	const struct job_kind *kinds;
	const char            *all, *alone;  /* as PostgreSQL arrays */
	struct arena          *arena;
	struct job             jobs[JOB_THREADS_MOST];
	int                    threads;
	pthread_t              pulse;
	int                    stopping;
	int                    running;      /* threads that have not ended */
};

/* The pulse's thread: says that jobs are alive, interrupts them when the runner stops. */
void *job_pulse(void *runner);
#endif
