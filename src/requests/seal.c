/* The document of a signed reply: number, seal, PDF and delivery in one transaction. Run twice, it finds the first one and does nothing. */
#include "requests.h"
#include "guichet/sealed.h"

bool
request_seal(struct job *job)
{
	const struct value request = ARG(job_number(job, "request"));
	const struct rows *begun;
	struct sealed made;

	if (!work_run(job_work(job), "begin"))
		return false;
	begun = WORK_QUERY(job_work(job), "select * from requests_api.seal_begin($1)", request);
	if (begun == NULL)
		return false;
	if (rows_count(begun) == 0)
		return job_commit(job);
	return job_seal(job, begun, &made)
		&& WORK_QUERY(job_work(job), "select requests_api.seal_end($1, $2, $3, $4, $5, $6, $7::int)", request, ARG(rows_text(begun, 0, "code")),
		              ARG(rows_text(begun, 0, "content")), ARG(made.kid), ARG(made.jws), ARG(made.name), ARG(made.size)) != NULL
		&& job_commit(job);
}
