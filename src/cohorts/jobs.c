/* "cohorts.estimate": every night, the pension of each agent at his limit date. Careers are read by blocks, in bulk; a block is computed by two
 * threads and written with one statement; memory is that of a block, whatever the size of the country. One transaction: the pages show the
 * figures of the night before until all of these are there. Safe to run twice. */
#include <pthread.h>

#include "estimate.h"
#include "guichet/job.h"
#include "guichet/log.h"

extern const struct job_kind cohorts_jobs[];

enum { BLOCK = 2000, THREADS = 2 };

struct part {                         /* what one thread computes of a block */
	const struct career *careers;
	const struct tables *tables;
	struct estimate     *out;
	size_t               count;
};

static void *
compute_part(void *context)
{
	const struct part *part = context;
	struct arena *arena = arena_new();
	size_t i;

	for (i = 0; i < part->count; i++) {
		part->out[i] = estimate_career(arena, &part->careers[i], part->tables);
		arena_reset(arena);
	}
	arena_free(arena);
	return NULL;
}

/* The halves of a block; a thread that cannot be made leaves its half to this one. */
static void
compute_block(const struct career *careers, size_t count, const struct tables *tables, struct estimate *out)
{
	struct part parts[THREADS];
	pthread_t threads[THREADS];
	bool made[THREADS] = { false };
	size_t i, from = 0;

	for (i = 0; i < THREADS; i++) {
		const size_t share = (count - from) / (THREADS - i);

		parts[i] = (struct part){ careers + from, tables, out + from, share };
		from += share;
		made[i] = i + 1 < THREADS && pthread_create(&threads[i], NULL, compute_part, &parts[i]) == 0;
	}
	for (i = THREADS; i-- > 0;)
		if (!made[i])
			(void)compute_part(&parts[i]);
	for (i = 0; i < THREADS; i++)
		if (made[i])
			(void)pthread_join(threads[i], NULL);
}

/* ---- reading ---- */

static bool
read_tables(struct work *work, struct arena *arena, struct tables *t)
{
	const struct rows *funds = work_query(work, "select * from cohorts_api.funds()", NULL, 0);
	const struct rows *standings = work_query(work, "select * from cohorts_api.positions()", NULL, 0);
	const struct rows *values = work_query(work, "select * from pensions_api.parameters()", NULL, 0);
	struct fund *f = arena_array(arena, rows_count(funds) + 1, sizeof *f);
	struct standing *s = arena_array(arena, rows_count(standings) + 1, sizeof *s);
	struct dated_value *v = arena_array(arena, rows_count(values) + 1, sizeof *v);
	size_t i;

	for (i = 0; i < rows_count(funds); i++) {
		const str fund = rows_text(funds, i, "pension_code");

		f[i] = (struct fund){ arena_copy(arena, rows_text(funds, i, "status_code")), fund.at != NULL, str_is(fund, "CNSS") ? REGIME_CNSS : REGIME_FNRB };
	}
	for (i = 0; i < rows_count(standings); i++)
		s[i] = (struct standing){ arena_copy(arena, rows_text(standings, i, "position_code")),
			rows_text(standings, i, "counts").at == NULL ? COUNTS_UNKNOWN : rows_bool(standings, i, "counts") ? COUNTS_YES : COUNTS_NO, rows_bool(standings, i, "is_demo") };
	for (i = 0; i < rows_count(values); i++)
		v[i] = (struct dated_value){ arena_copy(arena, rows_text(values, i, "name")), rows_date(values, i, "valid_from"), rows_date(values, i, "valid_to"),
			rows_int(values, i, "amount"), rows_text(values, i, "amount").at != NULL, rows_bool(values, i, "is_demo"),
			arena_copy(arena, rows_text(values, i, "source")), arena_copy(arena, rows_text(values, i, "certainty_code")) };
	*t = (struct tables){ f, rows_count(funds), s, rows_count(standings), v, rows_count(values) };
	return funds != NULL && standings != NULL && values != NULL;
}

static int16_t
fund_at(const struct tables *t, str code)
{
	size_t i;

	for (i = 0; code.at != NULL && i < t->fund_count; i++)
		if (str_eq(t->funds[i].code, code))
			return (int16_t)(i + 1);
	return 0;
}

static int16_t
standing_at(const struct tables *t, str code)
{
	size_t i;

	for (i = 0; code.at != NULL && i < t->standing_count; i++)
		if (str_eq(t->standings[i].code, code))
			return (int16_t)(i + 1);
	return 0;
}

static struct career
career_at(const struct tables *t, const struct rows *rows, size_t i)
{
	const str sex = rows_text(rows, i, "sex"), fund = rows_text(rows, i, "pension_code");

	return (struct career){ .agent = rows_int(rows, i, "agent_id"), .birth = rows_date(rows, i, "birth_date"), .leave = rows_date(rows, i, "retirement_date"),
		.sex = sex.len > 0 ? sex.at[0] : '\0', .status = fund_at(t, rows_text(rows, i, "status_code")),
		.own = { NO_STR, fund.at != NULL, str_is(fund, "CNSS") ? REGIME_CNSS : REGIME_FNRB }, .doubts = (int)rows_int(rows, i, "doubts") };
}

/* The agents of a block with their lines and facts: three lists in the same order, walked together. Returns how many, SIZE_MAX on failure. */
static size_t
read_block(struct work *work, struct arena *arena, const struct tables *t, int64_t first, int64_t last, struct career **careers)
{
	const struct rows *agents = WORK_QUERY(work, "select * from cohorts_api.block_agents($1, $2)", ARG(first), ARG(last));
	const struct rows *lines = WORK_QUERY(work, "select * from cohorts_api.block_lines($1, $2)", ARG(first), ARG(last));
	const struct rows *facts = WORK_QUERY(work, "select * from cohorts_api.block_facts($1, $2)", ARG(first), ARG(last));
	struct career_line *line = arena_array(arena, rows_count(lines) + 1, sizeof *line);
	struct career_fact *fact = arena_array(arena, rows_count(facts) + 1, sizeof *fact);
	struct career *list = arena_array(arena, rows_count(agents) + 1, sizeof *list);
	size_t i, l = 0, f = 0;

	if (agents == NULL || lines == NULL || facts == NULL)
		return SIZE_MAX;
	for (i = 0; i < rows_count(agents); i++) {
		struct career *c = &list[i];

		*c = career_at(t, agents, i);
		c->lines = &line[l];
		for (; l < rows_count(lines) && rows_int(lines, l, "agent_id") <= c->agent; l++) {
			if (rows_int(lines, l, "agent_id") < c->agent) {       /* of somebody who is not asked for */
				c->lines = &line[l + 1];
				continue;
			}
			line[l] = (struct career_line){ rows_date(lines, l, "effect_date"), rows_bool(lines, l, "ends"), fund_at(t, rows_text(lines, l, "status_code")),
				standing_at(t, rows_text(lines, l, "position_code")), (int32_t)rows_int(lines, l, "pay_index") };
			c->line_count++;
		}
		c->facts = &fact[f];
		for (; f < rows_count(facts) && rows_int(facts, f, "agent_id") <= c->agent; f++) {
			if (rows_int(facts, f, "agent_id") < c->agent) {
				c->facts = &fact[f + 1];
				continue;
			}
			fact[f] = (struct career_fact){ arena_copy(arena, rows_text(facts, f, "kind_code")), rows_int(facts, f, "value") };
			c->fact_count++;
		}
	}
	*careers = list;
	return rows_count(agents);
}

/* ---- writing: one literal of PostgreSQL's arrays a column ---- */

enum { COLUMNS = 9 };

static str
francs(struct arena *arena, const struct estimate *e, enum regime regime)
{
	return e->owed[regime] ? arena_format(arena, "%lld", (long long)e->pension[regime]) : STR("NULL");
}

static bool
write_block(struct work *work, struct arena *arena, const struct career *careers, const struct estimate *e, size_t count)
{
	str *parts[COLUMNS], columns[COLUMNS];
	size_t i, c;

	for (c = 0; c < COLUMNS; c++)
		parts[c] = arena_array(arena, 2 * count + 2, sizeof **parts);
	for (i = 0; i < count; i++) {
		const bool both = e[i].has[REGIME_FNRB] && e[i].has[REGIME_CNSS];
		const str cells[COLUMNS] = { arena_format(arena, "%lld", (long long)careers[i].agent), date_iso(arena, careers[i].leave),
			both ? STR("deux") : e[i].has[REGIME_CNSS] ? STR("CNSS") : STR("FNRB"), francs(arena, &e[i], REGIME_FNRB), francs(arena, &e[i], REGIME_CNSS),
			e[i].entitled ? STR("t") : STR("f"), e[i].demo ? STR("t") : STR("f"), arena_format(arena, "%d", e[i].waits),
			e[i].wait_code == NULL ? STR("NULL") : str_of(e[i].wait_code) };

		for (c = 0; c < COLUMNS; c++) {
			parts[c][2 * i] = i == 0 ? STR("{") : STR(",");
			parts[c][2 * i + 1] = cells[c];
		}
	}
	for (c = 0; c < COLUMNS; c++) {
		parts[c][2 * count] = count == 0 ? STR("{}") : STR("}");
		columns[c] = arena_join(arena, parts[c], 2 * count + 1);
	}
	return WORK_QUERY(work, "select cohorts_api.keep($1::text::bigint[], $2::text::date[], $3::text::text[], $4::text::bigint[], $5::text::bigint[], $6::text::boolean[],"
	                        " $7::text::boolean[], $8::text::int[], $9::text::text[])", ARG(columns[0]), ARG(columns[1]), ARG(columns[2]), ARG(columns[3]), ARG(columns[4]),
	                  ARG(columns[5]), ARG(columns[6]), ARG(columns[7]), ARG(columns[8])) != NULL;
}

/* ---- the night ---- */

struct night { int64_t agents, liquidations, read_us, compute_us, write_us; };

static bool
run_block(struct job *job, const struct tables *t, int64_t first, int64_t last, struct night *night)
{
	struct arena *arena = arena_new();
	struct career *careers = NULL;
	const int64_t begin = clock_monotonic();
	const size_t count = read_block(job_work(job), arena, t, first, last, &careers);
	int64_t read, computed;
	struct estimate *out;
	bool ok = count != SIZE_MAX;
	size_t i;

	if (ok) {
		read = clock_monotonic();
		out = arena_array(arena, count + 1, sizeof *out);
		compute_block(careers, count, t, out);
		computed = clock_monotonic();
		ok = write_block(job_work(job), arena, careers, out, count);
		night->read_us += read - begin;
		night->compute_us += computed - read;
		night->write_us += clock_monotonic() - computed;
		night->agents += (int64_t)count;
		for (i = 0; i < count; i++)
			night->liquidations += out[i].liquidations;
	}
	work_forget(job_work(job));
	arena_free(arena);
	return ok;
}

struct range { int64_t first, last, n; };

static bool
estimate_country(struct job *job)
{
	struct work *work = job_work(job);
	struct night night = { 0, 0, 0, 0, 0 };
	struct tables tables;
	const struct rows *blocks;
	struct range *ranges;
	int64_t total = 0;
	size_t i, count;

	if (!work_run(work, "begin") || !read_tables(work, job_arena(job), &tables))
		return job_fail(job, "job.failed", false);
	blocks = WORK_QUERY(work, "select * from cohorts_api.blocks($1)", ARG((int64_t)BLOCK));
	count = rows_count(blocks);
	ranges = arena_array(job_arena(job), count + 1, sizeof *ranges);
	for (i = 0; i < count; i++) {
		ranges[i] = (struct range){ rows_int(blocks, i, "first_id"), rows_int(blocks, i, "last_id"), rows_int(blocks, i, "n") };
		total += ranges[i].n;
	}
	if (blocks == NULL)
		return job_fail(job, "job.failed", false);
	for (i = 0; i < count; i++) {
		if (job_stopping(job))
			return false;
		if (!run_block(job, &tables, ranges[i].first, ranges[i].last, &night))
			return job_fail(job, "job.failed", false);
		job_progress(job, night.agents, total);
	}
	if (WORK_QUERY(work, "select cohorts_api.keep_run($1::int, $2::int, $3::int, $4::int, $5::int)", ARG(night.agents), ARG(night.liquidations),
	               ARG(night.read_us / 1000), ARG(night.compute_us / 1000), ARG(night.write_us / 1000)) == NULL)
		return job_fail(job, "job.failed", false);
	return job_commit(job);
}

const struct job_kind cohorts_jobs[] = {
	{ "cohorts.estimate", estimate_country, .alone = false },
	{ .kind = NULL },
};
