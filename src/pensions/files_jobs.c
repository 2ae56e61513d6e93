/* The daily job of pension files: it opens those whose day has come and lets go on those whose acts came in. One transaction; running it twice
 * opens nothing twice. */
#include "files_jobs.h"

bool
files_daily(struct job *job)
{
	struct work *work = job_work(job);
	const struct rows *rows;

	if (!work_run(work, "begin"))
		return false;
	rows = WORK_QUERY(work, "select opened, moved, settled from pensions_api.daily() where $1", ARG(true));
	if (rows == NULL)
		return false;
	job_progress(job, rows_int(rows, 0, "opened"), rows_int(rows, 0, "opened"));
	return job_commit(job);
}
