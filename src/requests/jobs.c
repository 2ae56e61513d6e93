/* The jobs of the service: sealing a reply, and what requests do by themselves every quarter of an hour (reminders, escalation, figures; that job
 * puts the next one). */
#include "requests.h"

static bool
tick(struct job *job)
{
	struct work *work = job_work(job);

	if (!work_run(work, "begin") || WORK_QUERY(work, "select requests_api.tick() where $1", ARG(true)) == NULL) {
		work_run(work, "rollback");
		return job_fail(job, "job.failed", false);
	}
	return job_commit(job);
}

const struct job_kind requests_jobs[] = { { "requests.tick", tick, .alone = false }, { "requests.seal", request_seal, .alone = false }, { .kind = NULL } };
