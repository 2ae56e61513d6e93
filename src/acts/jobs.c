/* The sealing of acts: what follows a signature. One act is one transaction: number, lines of careers, seals, PDF, notices,
 * journal; either all of it is there or none. Files are kept before the commit: one that no row names harms nobody. Safe to
 * run twice: an act that is sealed already has nothing to do. */
#include <stdlib.h>

#include "guichet/job.h"
#include "guichet/log.h"
#include "guichet/seal.h"
#include "guichet/store.h"
#include "paper.h"

extern const struct job_kind acts_jobs[];

enum outcome { SEALED, NOTHING, TRY_AGAIN, FAILED };

struct sealing {
	struct work *work;
	struct arena *arena;                 /* of this act alone */
	const struct config *config;
	int64_t draft;
	const struct rows *head;
	str jws, kid, agents, codes, seals;  /* the last three are literals of PostgreSQL's arrays */
};

/* Each agent's copy has a seal of its own. */
static bool
seal_copies(struct sealing *s)
{
	const struct rows *copies = WORK_QUERY(s->work, "select * from acts_api.seal_copies($1)", ARG(s->draft));
	const size_t count = rows_count(copies);
	str *agents = arena_array(s->arena, 2 * count + 2, sizeof *agents), *codes = arena_array(s->arena, 2 * count + 2, sizeof *codes),
	    *seals = arena_array(s->arena, 2 * count + 2, sizeof *seals);
	size_t i;

	for (i = 0; i < count; i++) {
		const str jws = seal_sign(s->arena, rows_text(copies, i, "payload")), before = i == 0 ? STR("{") : STR(",");

		if (jws.at == NULL)
			return false;
		agents[2 * i] = codes[2 * i] = seals[2 * i] = before;
		agents[2 * i + 1] = rows_text(copies, i, "agent_id");
		codes[2 * i + 1] = rows_text(copies, i, "code");
		seals[2 * i + 1] = jws;
	}
	agents[2 * count] = codes[2 * count] = seals[2 * count] = count == 0 ? STR("{}") : STR("}");
	s->agents = arena_join(s->arena, agents, 2 * count + 1);
	s->codes = arena_join(s->arena, codes, 2 * count + 1);
	s->seals = arena_join(s->arena, seals, 2 * count + 1);
	return copies != NULL;
}

static bool
make_file(struct sealing *s, str *name, int64_t *size)
{
	const struct rows *parts = WORK_QUERY(s->work, "select * from acts_api.paper_parts($1)", ARG(s->draft));
	const struct rows *lines = WORK_QUERY(s->work, "select * from acts_api.paper_lines($1)", ARG(s->draft));
	const int64_t sealed_at = rows_instant(s->head, 0, "sealed_at");
	const struct paper_seal seal = act_seal(s->arena, s->head, s->config->origin, s->jws, s->kid, sealed_at);
	const str for_text = rows_text(s->head, 0, "for_text");
	const struct act_paper about = { .head = s->head, .parts = parts, .lines = lines, .reference = rows_text(s->head, 0, "reference"),
		.quality = rows_text(s->head, 0, "quality"), .name = rows_text(s->head, 0, "signer"),
		.note = for_text.at == NULL ? STR("Signé électroniquement") : arena_format(s->arena, "Signé électroniquement, %.*s", STR_ARGS(for_text)),
		.signed_on = rows_date(s->head, 0, "signed_on"), .seal = &seal, .demo = s->config->demo, .lines_count = rows_int(s->head, 0, "lines_count"), .created = sealed_at };
	struct paper paper;
	struct problem problem;
	str bytes;
	int pages;

	if (parts == NULL || lines == NULL)
		return false;
	paper = act_paper(s->arena, &about);
	problem = paper_pdf(s->arena, &paper, &bytes, &pages);
	if (problem.kind != PROBLEM_NONE) {
		log_event(LOG_ERROR, "paper_failed", "why", str_of(problem.text), "detail", problem.detail, NULL);
		return false;
	}
	*name = store_name(s->arena, bytes);
	*size = (int64_t)bytes.len;
	return store_put(s->arena, *name, bytes);
}

/* Everything of one act inside the open transaction. */
static enum outcome
seal_inside(struct sealing *s)
{
	unsigned char key[SEAL_KEY];
	int64_t size = 0;
	str name;

	s->head = WORK_QUERY(s->work, "select * from acts_api.seal_begin($1)", ARG(s->draft));
	if (s->head == NULL)
		return FAILED;
	if (rows_count(s->head) == 0)
		return NOTHING;
	s->jws = seal_key(&s->kid, key) ? seal_sign(s->arena, rows_text(s->head, 0, "payload")) : NO_STR;
	if (s->jws.at == NULL || !seal_copies(s) || !make_file(s, &name, &size))
		return TRY_AGAIN;
	return WORK_QUERY(s->work, "select acts_api.seal_end($1, $2, $3, $4, decode($5, 'hex'), $6::int, $7::text::bigint[], $8::text::text[], $9::text::text[])", ARG(s->draft),
	                  ARG(rows_text(s->head, 0, "code")), ARG(s->kid), ARG(s->jws), ARG(name), ARG(size), ARG(s->agents), ARG(s->codes), ARG(s->seals)) == NULL
	               ? FAILED
	               : SEALED;
}

/* Opens the transaction and leaves it open when SEALED or NOTHING. A refusal of the database's own rules voids the signature. */
static enum outcome
seal_one(struct sealing *s)
{
	enum outcome outcome;

	if (!work_run(s->work, "begin"))
		return TRY_AGAIN;
	outcome = seal_inside(s);
	if (outcome == SEALED || outcome == NOTHING)
		return outcome;
	if (outcome == FAILED && str_is(work_error_code(s->work), "GU409")) {
		(void)work_run(s->work, "rollback");
		if (work_run(s->work, "begin") &&
		    WORK_QUERY(s->work, "select acts_api.refuse_seal($1, $2)", ARG(s->draft), ARG("L’acte ne peut pas prendre effet : il a changé, ou l’acte qu’il corrige n’est plus en vigueur.")) != NULL)
			return NOTHING;
	}
	return TRY_AGAIN;
}

static bool
seal_single(struct job *job)
{
	struct sealing s = { .work = job_work(job), .arena = job_arena(job), .config = job_config(job), .draft = job_number(job, "draft") };

	if (seal_one(&s) == TRY_AGAIN)
		return job_fail(job, "acts.seal_failed", false);
	return job_commit(job);
}

static bool
seal_each(struct job *job, struct arena *arena, int64_t draft)
{
	struct sealing s = { .work = job_work(job), .arena = arena, .config = job_config(job), .draft = draft };

	return seal_one(&s) != TRY_AGAIN;
}

static bool
seal_many(struct job *job)
{
	return job_each(job, WORK_QUERY(job_work(job), "select d.id::bigint from jsonb_array_elements_text($1::jsonb -> 'drafts') d (id)", ARG(job_input(job))), seal_each,
	                "acts.seal_failed");
}

const struct job_kind acts_jobs[] = {
	{ "acts.seal", seal_single, .alone = false },
	{ "acts.seal_many", seal_many, .alone = false },
	{ .kind = NULL },
};
