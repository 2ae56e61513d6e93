/* Jobs: what takes longer than a page. A job is a row of base.jobs; a runner takes it, says every second that it is alive
 * and how far it is, and ends it in the transaction of what it wrote. A job whose runner died is taken again after a
 * minute, three times at most: every job is safe to run twice. */
#ifndef GUICHET_JOB_H
#define GUICHET_JOB_H
#include "guichet/config.h"
#include "guichet/work.h"

struct job;
struct job_kind {
	const char *kind;                        /* "import.check" */
	bool      (*run)(struct job *job);       /* true after job_commit; false: job_fail said why, or the database did */
	bool        alone;                       /* one job at a time among the kinds that say so, on all machines */
};

struct work         *job_work(struct job *job);           /* outside of any transaction when `run` begins */
struct arena        *job_arena(struct job *job);          /* lives as long as this job */
const struct config *job_config(const struct job *job);
str                  job_input(struct job *job);         /* JSON */
int64_t              job_number(struct job *job, const char *name);     /* of the job's input; 0 when it is not there */
/* Seen on the job's page within a second. Total 0: not known. Any thread. */
void job_progress(struct job *job, int64_t done, int64_t total);
/* The runner was asked to stop, or another one has taken the job: return false soon. */
bool job_stopping(const struct job *job);
/* Ends the job and commits the open transaction, both or neither. */
bool job_commit(struct job *job);
/* A job of many things: each `id` of the list in a transaction and an arena of its own, so that one that fails takes no other with it. `one` begins
 * the transaction and leaves it open when there is something to commit, or nothing to do; false: it is rolled back. The job then ends in a
 * transaction of its own, or fails with `why` when any was left. The list is read before anything else is asked. */
typedef bool job_one(struct job *job, struct arena *arena, int64_t id);
bool job_each(struct job *job, const struct rows *list, job_one *one, const char *why);
/* Why it cannot be done, as the key of a sentence. `final`: trying again would not help. Returns false. */
bool job_fail(struct job *job, const char *why, bool final);

struct job_runner;
/* Starts `threads` of them; `kinds` is ended by an entry without name and must stay. NULL when no thread could be made. A database that
 * is down is waited for. */
struct job_runner *job_runner_start(const struct config *config, const struct job_kind *kinds, int threads);
/* Interrupts what runs (it is given back, to be run again), waits for the threads, frees. NULL is allowed. */
void               job_runner_stop(struct job_runner *runner);
#endif
