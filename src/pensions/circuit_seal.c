/* Sealing a booklet: what follows the chief's signature. Number, seal, PDF, document, hand-over, notice and journal are one transaction;
 * the file goes to the store before the commit: a crash between the two leaves a file that nothing names, and no number is lost. Run
 * twice, it finds a file that is handed over already and does nothing. */
#include "circuit.h"
#include "guichet/log.h"
#include "guichet/seal.h"
#include "guichet/store.h"

enum outcome { SEALED, NOTHING, TRY_AGAIN };

struct sealing {
	struct work  *work;
	struct arena *arena;                 /* of this file alone */
	const struct config *config;
	int64_t       file, days_ago;        /* the second in the history of a demonstration only */
};

static bool
make_pdf(struct sealing *s, const struct rows *begun, str jws, str kid, str *pdf)
{
	const str content = rows_text(begun, 0, "content");
	const int64_t sealed = rows_instant(begun, 0, "sealed_at");
	struct paper paper;
	struct problem problem;
	int pages = 0;

	if (!circuit_booklet(s->arena, content, &paper))
		return false;
	paper.created = sealed;
	paper.demo = rows_bool(begun, 0, "is_demo");
	paper.seal = circuit_seal(s->arena, str_of(s->config->origin), jws, rows_text(begun, 0, "code"), kid, content, sealed);
	problem = paper_pdf(s->arena, &paper, pdf, &pages);
	if (problem.kind != PROBLEM_NONE)
		log_event(LOG_ERROR, "paper_failed", "why", str_of(problem.text), "detail", problem.detail, NULL);
	return problem.kind == PROBLEM_NONE;
}

/* Opens the transaction and leaves it open when SEALED or NOTHING. */
static enum outcome
seal_file(struct sealing *s)
{
	unsigned char key[SEAL_KEY];
	const struct rows *begun;
	str kid = NO_STR, jws, pdf = NO_STR, name;

	if (!work_run(s->work, "begin"))
		return TRY_AGAIN;
	begun = WORK_QUERY(s->work, "select * from pensions_api.seal_begin($1, $2::int)", ARG(s->file), ARG(s->days_ago));
	if (begun == NULL)
		return TRY_AGAIN;
	if (rows_count(begun) == 0)
		return NOTHING;
	jws = seal_key(&kid, key) ? seal_sign(s->arena, rows_text(begun, 0, "payload")) : NO_STR;
	if (jws.at == NULL || !make_pdf(s, begun, jws, kid, &pdf))
		return TRY_AGAIN;
	name = store_name(s->arena, pdf);
	if (!store_put(s->arena, name, pdf) ||
	    WORK_QUERY(s->work, "select pensions_api.seal_end($1, $2::int, $3, $4, $5, $6, $7, $8, $9::int)", ARG(s->file), ARG(s->days_ago), ARG(rows_text(begun, 0, "code")),
	               ARG(rows_text(begun, 0, "reference")), ARG(rows_text(begun, 0, "content")), ARG(kid), ARG(jws), ARG(name), ARG((int64_t)pdf.len)) == NULL)
		return TRY_AGAIN;
	return s->days_ago > 20 && WORK_QUERY(s->work, "select pensions_api.demo_paid($1)", ARG(s->file)) == NULL ? TRY_AGAIN : SEALED;
}

bool
circuit_seal_one(struct job *job)
{
	struct sealing s = { job_work(job), job_arena(job), job_config(job), job_number(job, "file"), job_number(job, "days_ago") };

	if (seal_file(&s) == TRY_AGAIN)
		return job_fail(job, "pensions.seal_failed", false);
	return job_commit(job);
}

/* One file after the other, each in its own transaction; the job ends in one of its own. */
bool
circuit_seal_many(struct job *job)
{
	const struct rows *list = WORK_QUERY(job_work(job), "select f.file_id::bigint from jsonb_array_elements_text($1::jsonb -> 'files') f (file_id)", ARG(job_input(job)));
	const size_t count = rows_count(list);
	int64_t *files = arena_array(job_arena(job), count + 1, sizeof *files);
	size_t i, left = 0;

	for (i = 0; i < count; i++)
		files[i] = rows_int(list, i, "file_id");
	for (i = 0; i < count; i++) {
		struct sealing s = { job_work(job), arena_new(), job_config(job), files[i], 0 };
		const bool done = !job_stopping(job) && seal_file(&s) != TRY_AGAIN && work_run(s.work, "commit");

		if (!done) {
			(void)work_run(s.work, "rollback");
			left++;
		}
		work_forget(s.work);
		arena_free(s.arena);
		if (job_stopping(job))
			return false;
		job_progress(job, (int64_t)i + 1, (int64_t)count);
	}
	if (left > 0)
		return job_fail(job, "pensions.seal_failed", false);
	return work_run(job_work(job), "begin") && job_commit(job);
}
