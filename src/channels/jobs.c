/* The job of every hour: what is forgotten, reminded and counted at the hour (base_api.retain). Put by the runners' pulse. */
#include "guichet/job.h"

static bool
hourly(struct job *job)
{
	struct work *work = job_work(job);

	return work_run(work, "begin; select base_api.retain()") && job_commit(job);
}

const struct job_kind channels_jobs[] = { { "base.hourly", hourly, .alone = false }, { .kind = NULL } };
