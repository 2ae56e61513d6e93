/* What pensions cost, as one line of JSON: one liquidation of a long career, and the whole country's, each agent at his probable date.
 * The country is read by two processes, each its half, through a cursor ordered by agent; the running situation of each career is kept
 * in C as the lines come, so that memory does not grow with the country. GUICHET_OWNER_DSN says where; without it only the first. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "guichet/work.h"
#include "pensions/simulation.h"

#define STRETCHES 400
#define FETCH     20000

static double
now(clockid_t clock)
{
	struct timespec t;

	(void)clock_gettime(clock, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static const struct dated_value VALUES[] = {
	{ { "annuity_rate", 12 }, { 1986, 2, 26 }, { 0, 0, 0 }, 200, true, false, { "", 0 }, { "presse", 6 } },
	{ { "rate_cap", 8 }, { 1986, 2, 26 }, { 0, 0, 0 }, 8000, true, false, { "", 0 }, { "presse", 6 } },
	{ { "window_months", 13 }, { 1986, 2, 26 }, { 0, 0, 0 }, 60, true, false, { "", 0 }, { "presse", 6 } },
	{ { "least_months", 12 }, { 1986, 2, 26 }, { 0, 0, 0 }, 180, true, false, { "", 0 }, { "presse", 6 } },
	{ { "point_value", 11 }, { 1986, 2, 26 }, { 0, 0, 0 }, 300000, true, true, { "", 0 }, { "inconnu", 7 } },
};

/* Microseconds of processor for one liquidation of forty stretches. */
static double
one_liquidation(void)
{
	struct stretch services[40];
	const struct simulation sim = { .in = { .person = { .birth = { 1967, 3, 22 }, .limit = { 2027, 4, 1 }, .sex = 'M' }, .services = services, .service_count = 40 },
		.parameters = VALUES, .parameter_count = sizeof VALUES / sizeof VALUES[0] };
	struct arena *arena = arena_new();
	struct date from = { 1993, 4, 1 };
	double begin;
	int64_t sum = 0;
	int i, made = 0;

	for (i = 0; i < 40; i++) {
		const struct date until = date_add_months(from, 11);

		services[i] = (struct stretch){ from, i == 39 ? SIMULATION_OPEN : until, COUNTS_YES, REGIME_FNRB, 300 + 10 * i, STR("Activité"), STR("A"), true };
		from = until;
	}
	begin = now(CLOCK_PROCESS_CPUTIME_ID);
	while (now(CLOCK_PROCESS_CPUTIME_ID) - begin < 0.5)
		for (i = 0; i < 100; i++, made++) {
			sum += simulate(arena, &sim, REGIME_FNRB, sim.in.person.limit).pension;
			arena_reset(arena);
		}
	arena_free(arena);
	if (sum == 0)
		exit(1);
	return (now(CLOCK_PROCESS_CPUTIME_ID) - begin) * 1e6 / made;
}

/* One row a line of an act in force, with what it changes; the agent's facts stand on each. */
static const char COUNTRY[] =
	"declare country no scroll cursor for select l.agent_id, p.birth_date, a.retirement_date, l.effect_date, l.after_index, po.counts_as_service as counts,"
	" l.after_position_code is not null as moves, coalesce(st.pension_code, sa.pension_code) as fund, t.kind_code in ('retraite', 'radiation') as ends"
	" from career.act_lines l join career.acts t on t.act_id = l.act_id and t.state_code = 'en_vigueur'"
	" join career.agents a on a.agent_id = l.agent_id join base.persons p on p.person_id = a.person_id"
	" join career.statuses sa on sa.status_code = a.status_code left join career.statuses st on st.status_code = l.after_status_code"
	" left join career.positions po on po.position_code = l.after_position_code"
	" where l.agent_id % 2 = $1 and a.left_on is null order by l.agent_id, l.effect_date, l.act_line_id";

struct tally { int64_t agents, complete, francs, peak_kb; };

struct career {
	int64_t agent;
	struct date birth, leave;
	struct stretch list[STRETCHES];
	size_t  count;
};

static void
close_career(struct arena *arena, struct career *c, struct tally *tally)
{
	struct simulation sim = { .in = { .person = { .birth = c->birth, .limit = c->leave }, .services = c->list, .service_count = c->count },
		.parameters = VALUES, .parameter_count = sizeof VALUES / sizeof VALUES[0] };
	struct liquidation got;

	if (c->agent == 0)
		return;
	got = simulate(arena, &sim, REGIME_FNRB, c->leave);
	tally->agents++;
	tally->complete += got.complete;
	tally->francs += got.pension;
	arena_reset(arena);
}

static void
take_line(struct career *c, const struct rows *rows, size_t i)
{
	struct stretch *last = c->count == 0 ? NULL : &c->list[c->count - 1];
	const struct date from = rows_date(rows, i, "effect_date");
	struct stretch next = last != NULL ? *last : (struct stretch){ .counts = COUNTS_UNKNOWN, .regime = REGIME_FNRB, .what = STR("Services"), .proven = true };

	if (last != NULL)
		last->until = from;
	if (rows_bool(rows, i, "ends") || c->count == STRETCHES)
		return;
	next.from = from;
	next.until = SIMULATION_OPEN;
	if (rows_bool(rows, i, "moves"))
		next.counts = rows_text(rows, i, "counts").at == NULL ? COUNTS_UNKNOWN : rows_bool(rows, i, "counts") ? COUNTS_YES : COUNTS_NO;
	if (rows_int(rows, i, "after_index") > 0)
		next.index = rows_int(rows, i, "after_index");
	next.regime = str_is(rows_text(rows, i, "fund"), "CNSS") ? REGIME_CNSS : REGIME_FNRB;
	c->list[c->count++] = next;
}

static struct tally
half_country(const char *dsn, int64_t half)
{
	struct arena *read = arena_new(), *arena = arena_new();
	struct work *work = work_open(dsn, read);
	struct career *c = calloc(1, sizeof *c);
	struct tally tally = { 0, 0, 0, 0 };
	struct rusage used;
	const struct rows *rows;
	size_t i, count;

	if (c == NULL || work == NULL || !work_alive(work) || !work_run(work, "begin; set local cursor_tuple_fraction = 1; set local work_mem = '128MB'") || WORK_QUERY(work, COUNTRY, value_int(half)) == NULL)
		exit(1);
	do {
		rows = work_query(work, "fetch 20000 from country", NULL, 0);
		if (rows == NULL)
			exit(1);
		count = rows_count(rows);
		for (i = 0; i < count; i++) {
			const int64_t agent = rows_int(rows, i, "agent_id");

			if (agent != c->agent) {
				close_career(arena, c, &tally);
				*c = (struct career){ .agent = agent, .birth = rows_date(rows, i, "birth_date"), .leave = rows_date(rows, i, "retirement_date") };
			}
			take_line(c, rows, i);
		}
		work_forget(work);
		arena_reset(read);
	} while (count == FETCH);
	close_career(arena, c, &tally);
	(void)getrusage(RUSAGE_SELF, &used);
	tally.peak_kb = used.ru_maxrss;
	free(c);
	return tally;
}

int
main(void)
{
	const char *dsn = getenv("GUICHET_OWNER_DSN");
	const double one = one_liquidation(), begin = now(CLOCK_MONOTONIC);
	struct tally all = { 0, 0, 0, 0 }, part;
	int ends[2], half;

	(void)printf("{\"microseconds\":%.2f", one);
	(void)fflush(stdout);
	if (dsn == NULL)
		return printf("}\n") < 0;
	if (pipe(ends) != 0)
		return 1;
	for (half = 0; half < 2; half++)
		if (fork() == 0) {
			part = half_country(dsn, half);
			_exit(write(ends[1], &part, sizeof part) != (ssize_t)sizeof part);
		}
	(void)close(ends[1]);
	for (half = 0; half < 2 && read(ends[0], &part, sizeof part) == (ssize_t)sizeof part; half++) {
		all.agents += part.agents;
		all.complete += part.complete;
		all.francs += part.francs;
		all.peak_kb = part.peak_kb > all.peak_kb ? part.peak_kb : all.peak_kb;
	}
	while (wait(NULL) > 0)
		continue;
	return printf(",\"agents\":%lld,\"complete\":%lld,\"country_seconds\":%.2f,\"peak_kb\":%lld,\"francs\":%lld}\n", (long long)all.agents, (long long)all.complete,
		now(CLOCK_MONOTONIC) - begin, (long long)all.peak_kb, (long long)all.francs) < 0 || half != 2;
}
