/* The jobs of step advancement. Each is one transaction: a runner that dies leaves nothing half done, and running it twice
 * gives the same rows. Agents are looked at by slices of their numbers, so that the page can say how far it is. */
#include "guichet/job.h"

enum { SLICE = 5000 };

/* A campaign that is not in the state the job wants was given up, or treated by another runner: nothing to try again. */
static bool
refuse(struct job *job)
{
	return job_fail(job, "job.failed", str_is(work_error_code(job_work(job)), "GU409"));
}

/* Runs `sql` (campaign, first, last) over every slice; progress between the two parts of a hundred. */
static bool
each_slice(struct job *job, const char *sql, int64_t campaign, const struct rows *range, int64_t part, int64_t parts)
{
	const int64_t from = rows_int(range, 0, "from_agent"), to = rows_int(range, 0, "to_agent");
	int64_t at;

	for (at = from; at <= to; at += SLICE) {
		if (job_stopping(job) || WORK_QUERY(job_work(job), sql, ARG(campaign), ARG(at), ARG(at + SLICE - 1 < to ? at + SLICE - 1 : to)) == NULL)
			return false;
		job_progress(job, part * (at + SLICE - 1 < to ? at + SLICE - from : to - from + 1) / (to - from + 1), parts);
	}
	return true;
}

static bool
compute(struct job *job)
{
	struct work *work = job_work(job);
	const int64_t campaign = job_number(job, "campaign");
	const struct rows *range;

	if (!work_run(work, "begin"))
		return false;
	range = WORK_QUERY(work, "select * from advancement_api.run_begin($1)", ARG(campaign));
	if (range == NULL)
		return refuse(job);
	return each_slice(job, "select advancement_api.run_slice($1, $2, $3)", campaign, range, 95, 100)
		&& WORK_QUERY(work, "select advancement_api.run_end($1)", ARG(campaign)) != NULL && job_commit(job);
}

static bool
draft(struct job *job)
{
	struct work *work = job_work(job);
	const int64_t campaign = job_number(job, "campaign");
	const struct rows *range;

	if (!work_run(work, "begin"))
		return false;
	range = WORK_QUERY(work, "select * from advancement_api.draft_begin($1)", ARG(campaign));
	if (range == NULL)
		return refuse(job);
	return each_slice(job, "select advancement_api.draft_check($1, $2, $3)", campaign, range, 60, 100)
		&& WORK_QUERY(work, "select advancement_api.draft_write($1)", ARG(campaign)) != NULL && job_commit(job);
}

static bool
submit(struct job *job)
{
	struct work *work = job_work(job);

	if (!work_run(work, "begin"))
		return false;
	if (WORK_QUERY(work, "select advancement_api.run_submit($1)", ARG(job_number(job, "campaign"))) == NULL)
		return str_is(work_error_code(work), "GU409") ? job_fail(job, "advancement.no_circuit", true) : false;
	return job_commit(job);
}

static bool
picture(struct job *job, const struct rows *months, size_t i)
{
	const bool rebuilt = rows_bool(months, i, "is_rebuilt");
	const struct date month = rows_date(months, i, "month"), day = rows_date(months, i, "day");
	const int64_t to = rows_int(months, i, "to_agent");
	const struct value known = rebuilt ? ARG(date_of_days(date_days(day) - 1)) : ARG_NULL;
	int64_t at;

	for (at = 1; at <= to; at += SLICE)
		if (job_stopping(job) || WORK_QUERY(job_work(job), "select advancement_api.overdue_slice($1, $2, $3, $4, $5)", ARG(month), ARG(day), known,
		                                    ARG(at), ARG(at + SLICE - 1)) == NULL)
			return false;
	return WORK_QUERY(job_work(job), "select advancement_api.overdue_end($1, $2)", ARG(month), ARG(rebuilt)) != NULL;
}

static bool
overdue(struct job *job)
{
	struct work *work = job_work(job);
	const struct rows *months;
	size_t i;

	if (!work_run(work, "begin"))
		return false;
	months = WORK_QUERY(work, "select * from advancement_api.overdue_begin() where $1", ARG(true));
	if (months == NULL)
		return false;
	for (i = 0; i < rows_count(months); i++) {
		if (!picture(job, months, i))
			return false;
		job_progress(job, (int64_t)i + 1, (int64_t)rows_count(months));
	}
	return job_commit(job);
}

extern const struct job_kind advancement_jobs[];
const struct job_kind advancement_jobs[] = {
	{ "advancement.compute", compute, .alone = false },
	{ "advancement.draft", draft, .alone = false },
	{ "advancement.submit", submit, .alone = false },
	{ "advancement.overdue", overdue, .alone = true },
	{ .kind = NULL },
};
