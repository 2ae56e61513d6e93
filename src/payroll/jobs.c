/* The comparisons: after the payer's file came and every night, of those of whom something may have changed; of the whole country when
 * somebody asks. One transaction: a runner that dies leaves nothing half done, and running it twice gives the same rows. */
#include "guichet/job.h"

enum { SLICE = 1000 };

static bool
run(struct job *job, const char *scope)
{
	struct work *work = job_work(job);
	const struct rows *begun;
	int64_t run_id, agents, at;

	if (!work_run(work, "begin"))
		return false;
	begun = WORK_QUERY(work, "select * from payroll_api.run_begin(null, null, $1)", ARG(scope));
	if (begun == NULL)
		return false;
	run_id = rows_int(begun, 0, "run_id");
	agents = rows_int(begun, 0, "agents");
	for (at = 1; at <= agents; at += SLICE) {
		if (job_stopping(job) || WORK_QUERY(work, "select payroll_api.run_slice($1, $2)", ARG(at), ARG(at + SLICE - 1)) == NULL)
			return false;
		job_progress(job, at + SLICE - 1 < agents ? at + SLICE - 1 : agents, agents);
	}
	return WORK_QUERY(work, "select payroll_api.run_end($1)", ARG(run_id)) != NULL && job_commit(job);
}

static bool
compare(struct job *job)
{
	return run(job, "change");
}

static bool
recompare(struct job *job)
{
	return run(job, "pays");
}

extern const struct job_kind payroll_jobs[];
const struct job_kind payroll_jobs[] = {
	{ "payroll.compare", compare, .alone = false },
	{ "payroll.nightly", compare, .alone = false },
	{ "payroll.recompare", recompare, .alone = false },
	{ .kind = NULL },
};
