/* The two jobs of an import: to check a file without writing anything, and to write it. */
#include "imports.h"
#include "run.h"

static void
on_progress(void *context, int done)
{
	job_progress(context, done, PROGRESS_WHOLE);
}

static bool
on_stopping(void *context)
{
	return job_stopping(context);
}

static bool
run_job(struct job *job, bool writing)
{
	struct run run = { .work = job_work(job), .arena = job_arena(job), .writing = writing, .progress = on_progress, .stopping = on_stopping,
		.context = job };

	run.import = job_number(job, "import");
	if (run_file(&run))
		return job_commit(job);
	/* Dropped meanwhile, or already done by another runner: nothing to try again. */
	return job_fail(job, "job.failed", str_is(work_error_code(run.work), "GU409"));
}

static bool
check(struct job *job)
{
	return run_job(job, false);
}

static bool
write_file(struct job *job)
{
	return run_job(job, true);
}

const struct job_kind imports_jobs[] = {
	{ "import.check", check, .alone = true },
	{ "import.write", write_file, .alone = true },
	{ .kind = NULL },
};
