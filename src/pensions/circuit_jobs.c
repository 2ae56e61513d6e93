/* Computing the files of a quarter, or one, outside of a page. Each file is one transaction of its own: what was read, computed and
 * kept belongs together, and a daemon that dies in the middle leaves files that are computed and files that are not. */
#include "circuit.h"

enum kept { KEPT, REFUSED, FAILED };

struct outcome {
	enum kept kept;
	str       code, note;      /* for the list of a batch */
};

static struct outcome
outcome_of(struct work *work, int64_t file, const struct rows *kept)
{
	const bool complete = rows_bool(kept, 0, "is_complete"), entitled = rows_bool(kept, 0, "is_entitled"), fresh = rows_bool(kept, 0, "is_new");
	const struct rows *alone, *waits;

	if (!complete) {
		waits = WORK_QUERY(work, "select pensions_api.waits_text($1) as waits", ARG(file));
		return (struct outcome){ waits == NULL ? FAILED : KEPT, STR("attente"), rows_text(waits, 0, "waits") };
	}
	if (!entitled)
		return (struct outcome){ KEPT, STR("sans_droit"), NO_STR };
	alone = WORK_QUERY(work, "select pensions_api.approve_alone($1) as alone", ARG(file));
	if (alone == NULL)
		return (struct outcome){ FAILED, STR("echec"), NO_STR };
	return (struct outcome){ KEPT, rows_bool(alone, 0, "alone") ? STR("automatique") : fresh ? STR("calcule") : STR("inchange"), NO_STR };
}

/* Inside an open transaction. */
static struct outcome
compute_file(struct work *work, struct arena *arena, int64_t file)
{
	const struct rows *input = WORK_QUERY(work, "select * from pensions_api.computation_input($1)", ARG(file)), *kept;
	struct career_rows rows;
	str computed;

	if (input == NULL)
		return (struct outcome){ FAILED, STR("echec"), NO_STR };
	if (!str_is(rows_text(input, 0, "state_code"), "liquidation") && !str_is(rows_text(input, 0, "state_code"), "controle") && !str_is(rows_text(input, 0, "state_code"), "signature"))
		return (struct outcome){ KEPT, STR("ailleurs"), NO_STR };
	rows.who = WORK_QUERY(work, "select * from pensions_api.file_person($1)", ARG(file));
	rows.services = WORK_QUERY(work, "select * from pensions_api.file_services($1)", ARG(file));
	rows.facts = WORK_QUERY(work, "select * from pensions_api.file_facts($1)", ARG(file));
	rows.gaps = WORK_QUERY(work, "select * from pensions_api.file_gaps($1)", ARG(file));
	rows.parameters = work_query(work, "select * from pensions_api.parameters()", NULL, 0);
	if (rows.who == NULL || rows.services == NULL || rows.facts == NULL || rows.gaps == NULL || rows.parameters == NULL)
		return (struct outcome){ FAILED, STR("echec"), NO_STR };
	computed = circuit_computed(arena, &rows, rows_text(input, 0, "funds"), rows_date(input, 0, "leave_on"));
	kept = WORK_QUERY(work, "select * from pensions_api.keep_liquidation($1, $2, $3::text::jsonb)", ARG(file), ARG(rows_text(input, 0, "input_hash")), ARG(computed));
	if (kept == NULL)
		return (struct outcome){ str_starts(work_error_code(work), STR("GU")) ? REFUSED : FAILED, STR("echec"), NO_STR };
	return outcome_of(work, file, kept);
}

bool
circuit_liquidate(struct job *job)
{
	const int64_t file = job_number(job, "file");
	struct outcome got;

	/* What is kept must show the hash of what was read: a career that changes meanwhile refuses it. */
	if (!work_run(job_work(job), "begin"))
		return false;
	got = compute_file(job_work(job), job_arena(job), file);
	if (got.kept == REFUSED)
		return job_fail(job, "pensions.changed_meanwhile", false);
	/* What a demonstration says of its past; nothing elsewhere. */
	return got.kept == KEPT && WORK_QUERY(job_work(job), "select pensions_api.demo_advance($1::text::jsonb)", ARG(job_input(job))) != NULL && job_commit(job);
}

/* One file of a batch in its transaction; what was done of it is written there too. */
static bool
batch_one(struct job *job, int64_t batch, int64_t file)
{
	struct arena *arena = arena_new();
	struct work *work = job_work(job);
	struct outcome got = { FAILED, STR("echec"), NO_STR };
	bool done = false;

	if (work_run(work, "begin")) {
		got = compute_file(work, arena, file);
		done = got.kept == KEPT && WORK_QUERY(work, "select pensions_api.batch_did($1, $2, $3, $4)", ARG(batch), ARG(file), ARG(got.code), ARG(got.note)) != NULL && work_run(work, "commit");
	}
	if (!done) {
		const str why = got.kept == REFUSED ? STR("Le dossier a changé pendant le calcul : relancez le lot.") : STR("Panne pendant le calcul : relancez le lot.");

		(void)work_run(work, "rollback");
		if (!job_stopping(job))
			(void)WORK_QUERY(work, "select pensions_api.batch_did($1, $2, 'echec', $3)", ARG(batch), ARG(file), ARG(why));
	}
	work_forget(work);
	arena_free(arena);
	return done;
}

bool
circuit_liquidate_many(struct job *job)
{
	const int64_t batch = job_number(job, "batch");
	const struct rows *list = WORK_QUERY(job_work(job), "select * from pensions_api.batch_list($1)", ARG(batch));
	const size_t count = rows_count(list);
	int64_t *files = arena_array(job_arena(job), count + 1, sizeof *files);
	size_t i;

	if (list == NULL)
		return false;
	for (i = 0; i < count; i++)
		files[i] = rows_int(list, i, "file_id");
	for (i = 0; i < count; i++) {
		if (job_stopping(job))
			return false;
		(void)batch_one(job, batch, files[i]);
		job_progress(job, (int64_t)i + 1, (int64_t)count);
	}
	return work_run(job_work(job), "begin") && WORK_QUERY(job_work(job), "select pensions_api.batch_end($1)", ARG(batch)) != NULL && job_commit(job);
}
