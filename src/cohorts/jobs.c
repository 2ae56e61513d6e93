/* "cohorts.estimate": every night, the pension of each agent at his limit date. Careers are read by blocks, in bulk; a block is computed by two
 * threads and written with one statement; memory is that of a block, whatever the size of the country. One transaction: the pages show the
 * figures of the night before until all of these are there. Safe to run twice. */
#include <pthread.h>

#include "estimate.h"
#include "guichet/job.h"
#include "guichet/log.h"

extern const struct job_kind cohorts_jobs[];

enum { BLOCK = 2000, THREADS = 2, FETCH = 20000 };
static const char FETCH_LINES[] = "fetch 20000 from country_lines";

/* One sort of all lines in memory, and a plan made for all of them. */
static const char BEGIN[] = "begin; set local work_mem = '96MB'; set local jit = off; set local cursor_tuple_fraction = 1";

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

/* The lines of the country, as they come from one cursor: what was fetched and not yet taken. */
struct feed {
	struct { int64_t agent; struct career_line line; } *list;
	size_t at, count;
	bool   over;
};

static bool
feed_more(struct feed *feed, struct work *work, const struct tables *t)
{
	const struct rows *rows = work_query(work, FETCH_LINES, NULL, 0);
	size_t i;

	feed->at = 0;
	feed->count = rows_count(rows);
	feed->over = feed->count < FETCH;
	for (i = 0; i < feed->count; i++) {
		feed->list[i].agent = rows_int(rows, i, "agent_id");
		feed->list[i].line = (struct career_line){ rows_date(rows, i, "effect_date"), rows_bool(rows, i, "ends"), fund_at(t, rows_text(rows, i, "status_code")),
			standing_at(t, rows_text(rows, i, "position_code")), (int32_t)rows_int(rows, i, "pay_index") };
	}
	work_forget(work);
	return rows != NULL;
}

/* Both lists are in the order of agents: lines of nobody here (he came or left meanwhile) are passed over. */
static bool
take_lines(struct feed *feed, struct work *work, struct arena *arena, const struct tables *t, struct career *careers, size_t count)
{
	size_t room = 32 * count + 64, used = 0, i;
	struct career_line *lines = arena_array(arena, room, sizeof *lines), *moved;

	for (i = 0; i < count;) {
		if (feed->at == feed->count) {
			if (feed->over)
				break;
			if (!feed_more(feed, work, t))
				return false;
			continue;
		}
		if (feed->list[feed->at].agent > careers[i].agent) {
			i++;
			continue;
		}
		if (feed->list[feed->at].agent == careers[i].agent) {
			if (used == room) {
				moved = arena_array(arena, 2 * room, sizeof *moved);
				memcpy(moved, lines, room * sizeof *moved);
				lines = moved;
				room *= 2;
			}
			lines[used++] = feed->list[feed->at].line;
			careers[i].line_count++;
		}
		feed->at++;
	}
	for (i = 0; i < count; i++) {
		careers[i].lines = lines;
		lines += careers[i].line_count;
	}
	return true;
}

/* The agents of a block with their facts, then their lines. Returns how many, SIZE_MAX on failure. */
static size_t
read_block(struct feed *feed, struct work *work, struct arena *arena, const struct tables *t, int64_t first, int64_t last, struct career **careers)
{
	const struct rows *agents = WORK_QUERY(work, "select * from cohorts_api.block_agents($1, $2)", ARG(first), ARG(last));
	const struct rows *facts = WORK_QUERY(work, "select * from cohorts_api.block_facts($1, $2)", ARG(first), ARG(last));
	struct career_fact *fact = arena_array(arena, rows_count(facts) + 1, sizeof *fact);
	struct career *list = arena_array(arena, rows_count(agents) + 1, sizeof *list);
	const size_t count = rows_count(agents);
	size_t i, f = 0;

	if (agents == NULL || facts == NULL)
		return SIZE_MAX;
	for (i = 0; i < count; i++) {
		list[i] = career_at(t, agents, i);
		while (f < rows_count(facts) && rows_int(facts, f, "agent_id") < list[i].agent)
			f++;
		list[i].facts = &fact[f];
		for (; f < rows_count(facts) && rows_int(facts, f, "agent_id") == list[i].agent; f++, list[i].fact_count++)
			fact[f] = (struct career_fact){ arena_copy(arena, rows_text(facts, f, "kind_code")), rows_int(facts, f, "value") };
	}
	work_forget(work);
	*careers = list;
	return take_lines(feed, work, arena, t, list, count) ? count : SIZE_MAX;
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

struct range { int64_t first, last, n; };
struct night { int64_t agents, liquidations, read_us, compute_us, write_us; };

static bool
run_block(struct job *job, struct feed *feed, const struct tables *t, const struct range *range, struct night *night)
{
	struct arena *arena = arena_new();
	struct career *careers = NULL;
	const int64_t begin = clock_monotonic();
	const size_t count = read_block(feed, job_work(job), arena, t, range->first, range->last, &careers);
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

/* The blocks to do, and the cursor of their lines. NULL on failure. */
static struct range *
begin_night(struct job *job, struct tables *tables, size_t *count)
{
	struct work *work = job_work(job);
	const struct rows *blocks;
	struct range *ranges;
	size_t i;

	if (!work_run(work, BEGIN) || !read_tables(work, job_arena(job), tables) || work_query(work, "select cohorts_api.open_lines()", NULL, 0) == NULL)
		return NULL;
	blocks = WORK_QUERY(work, "select * from cohorts_api.blocks($1)", ARG((int64_t)BLOCK));
	*count = rows_count(blocks);
	ranges = arena_array(job_arena(job), *count + 1, sizeof *ranges);
	for (i = 0; i < *count; i++)
		ranges[i] = (struct range){ rows_int(blocks, i, "first_id"), rows_int(blocks, i, "last_id"), rows_int(blocks, i, "n") };
	return blocks == NULL ? NULL : ranges;
}

static bool
end_night(struct job *job, const struct night *night)
{
	return WORK_QUERY(job_work(job), "select cohorts_api.keep_run($1::int, $2::int, $3::int, $4::int, $5::int)", ARG(night->agents), ARG(night->liquidations),
	                  ARG(night->read_us / 1000), ARG(night->compute_us / 1000), ARG(night->write_us / 1000)) != NULL;
}

static bool
estimate_country(struct job *job)
{
	struct night night = { 0, 0, 0, 0, 0 };
	struct feed feed = { .list = arena_array(job_arena(job), FETCH, sizeof *feed.list) };
	const int64_t begin = clock_monotonic();
	struct tables tables;
	size_t i, count = 0;
	const struct range *ranges = begin_night(job, &tables, &count);
	int64_t total = 0;

	night.read_us = clock_monotonic() - begin;
	for (i = 0; ranges != NULL && i < count; i++)
		total += ranges[i].n;
	for (i = 0; ranges != NULL && i < count; i++) {
		if (job_stopping(job))
			return false;
		if (!run_block(job, &feed, &tables, &ranges[i], &night))
			return job_fail(job, "job.failed", false);
		job_progress(job, night.agents, total);
	}
	if (ranges == NULL || !end_night(job, &night))
		return job_fail(job, "job.failed", false);
	return job_commit(job);
}

const struct job_kind cohorts_jobs[] = {
	{ "cohorts.estimate", estimate_country, .alone = false },
	{ .kind = NULL },
};
