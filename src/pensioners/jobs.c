/* What comes back once a day: reminders of certificates of life, and what is kept for a time only (pensioners_api.daily). */
#include "guichet/job.h"

static bool
daily(struct job *job)
{
	struct work *work = job_work(job);

	if (!work_run(work, "begin") || WORK_QUERY(work, "select pensioners_api.daily() where $1", ARG(true)) == NULL) {
		work_run(work, "rollback");
		return job_fail(job, "job.failed", false);
	}
	return job_commit(job);
}

extern const struct job_kind pensioners_jobs[];
const struct job_kind pensioners_jobs[] = { { .kind = "pensioners.daily", .run = daily }, { .kind = NULL } };
