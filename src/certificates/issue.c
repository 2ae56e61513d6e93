/* Issuing a certificate: judge again, number, seal, PDF, write; one transaction. Run twice, it finds the first one and does nothing.
 * The file goes to the store before the commit: a crash between the two leaves a file that nothing names, never a name without file. */
#include "issue.h"
#include "guichet/sealed.h"

/* The date in the job's input: of the history of a demonstration only (certificates_api.issue_begin refuses it elsewhere). */
static struct value
day_of(struct job *job)
{
	const int64_t days = job_number(job, "days_ago");
	const struct rows *rows = WORK_QUERY(job_work(job), "select current_date - $1::int as day", ARG(days));

	return ARG(rows_date(rows, 0, "day"));
}

static bool
seal_and_write(struct job *job, struct value request, struct value day, const struct rows *begun)
{
	struct sealed made;

	return job_seal(job, begun, &made)
		&& WORK_QUERY(job_work(job), "select certificates_api.issue_end($1, $2::date, $3, $4, $5, $6, $7, $8::int)", request, day,
		              ARG(rows_text(begun, 0, "code")), ARG(rows_text(begun, 0, "content")), ARG(made.kid), ARG(made.jws), ARG(made.name), ARG(made.size)) != NULL
		&& job_commit(job);
}

bool
certificate_issue(struct job *job)
{
	const struct value request = ARG(job_number(job, "request")), day = day_of(job);
	const struct rows *begun;

	if (!work_run(job_work(job), "begin"))
		return false;
	begun = WORK_QUERY(job_work(job), "select * from certificates_api.issue_begin($1, $2::date)", request, day);
	if (rows_count(begun) != 1)
		return false;
	if (!str_is(rows_text(begun, 0, "state_code"), "emission"))      /* issued already, or handed to a desk just now */
		return job_commit(job);
	return seal_and_write(job, request, day, begun);
}
