/* Sealing a booklet: what follows the chief's signature. Number, seal, PDF, document, hand-over, notice and journal are one transaction;
 * the file goes to the store before the commit: a crash between the two leaves a file that nothing names, and no number is lost. Run
 * twice, it finds a file that is handed over already and does nothing. */
#include "circuit.h"
#include "guichet/sealed.h"

/* Opens the transaction and leaves it open when it is sealed, now or before; false: to be tried again. `arena` is of this file alone, `days_ago` of
 * the history of a demonstration only. */
static bool
seal_file(struct job *job, struct arena *arena, int64_t file, int64_t days_ago)
{
	struct work *work = job_work(job);
	const struct rows *begun;
	struct sealed made;

	if (!work_run(work, "begin"))
		return false;
	begun = WORK_QUERY(work, "select * from pensions_api.seal_begin($1, $2::int)", ARG(file), ARG(days_ago));
	if (begun == NULL)
		return false;
	if (rows_count(begun) == 0)
		return true;
	if (seal_content(arena, job_config(job), begun, &made) != NULL ||
	    WORK_QUERY(work, "select pensions_api.seal_end($1, $2::int, $3, $4, $5, $6, $7, $8, $9::int)", ARG(file), ARG(days_ago), ARG(rows_text(begun, 0, "code")),
	               ARG(rows_text(begun, 0, "reference")), ARG(rows_text(begun, 0, "content")), ARG(made.kid), ARG(made.jws), ARG(made.name), ARG(made.size)) == NULL)
		return false;
	return days_ago <= 20 || WORK_QUERY(work, "select pensions_api.demo_paid($1)", ARG(file)) != NULL;
}

bool
circuit_seal_one(struct job *job)
{
	if (!seal_file(job, job_arena(job), job_number(job, "file"), job_number(job, "days_ago")))
		return job_fail(job, "pensions.seal_failed", false);
	return job_commit(job);
}

static bool
seal_each(struct job *job, struct arena *arena, int64_t file)
{
	return seal_file(job, arena, file, 0);
}

bool
circuit_seal_many(struct job *job)
{
	return job_each(job, WORK_QUERY(job_work(job), "select f.id::bigint from jsonb_array_elements_text($1::jsonb -> 'files') f (id)", ARG(job_input(job))), seal_each,
	                "pensions.seal_failed");
}
