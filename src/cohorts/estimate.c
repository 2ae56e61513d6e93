/* From the lines of a career to what each fund will owe at the limit date (estimate.h). */
#include "estimate.h"

/* What holds after a line: three things, each since the last line that said it. */
struct state { int16_t fund, standing; int32_t index; };

static struct stretch
stretch_of(const struct career *c, const struct tables *t, const struct state *s, struct date from)
{
	const struct fund *fund = s->fund == 0 ? NULL : s->fund == c->status ? &c->own : &t->funds[s->fund - 1];
	const bool known = fund != NULL && fund->known;
	const enum counts counts = s->standing == 0 ? COUNTS_UNKNOWN : t->standings[s->standing - 1].counts;

	return (struct stretch){ .from = from, .until = SIMULATION_OPEN, .counts = known ? counts : COUNTS_UNKNOWN, .regime = known ? fund->regime : REGIME_FNRB,
		.index = s->index, .what = s->standing == 0 ? STR("Position non précisée") : t->standings[s->standing - 1].code, .proven = true };
}

/* Of several lines of one day the last one stands; a departure ends what was and begins nothing. */
static void
lay_services(struct arena *arena, const struct career *c, const struct tables *t, struct simulation *sim)
{
	struct stretch *list = arena_array(arena, c->line_count + 1, sizeof *list);
	struct state now = { 0, 0, 0 };
	size_t i, count = 0;
	bool open = false;

	for (i = 0; i < c->line_count; i++) {
		const struct career_line *line = &c->lines[i];

		now.fund = line->fund != 0 ? line->fund : now.fund;
		now.standing = line->standing != 0 ? line->standing : now.standing;
		now.index = line->index != 0 ? line->index : now.index;
		if (!line->ends && i + 1 < c->line_count && date_compare(c->lines[i + 1].effect, line->effect) == 0)
			continue;
		if (open)
			list[count - 1].until = line->effect;
		open = !line->ends;
		if (open)
			list[count++] = stretch_of(c, t, &now, line->effect);
	}
	sim->in.services = list;
	sim->in.service_count = count;
}

static void
lay_facts(struct arena *arena, const struct career *c, struct simulation *sim)
{
	struct bonus *bonuses = arena_array(arena, c->fact_count + 1, sizeof *bonuses);
	size_t i;

	for (i = 0; i < c->fact_count; i++) {
		const struct career_fact *f = &c->facts[i];

		if (str_is(f->kind, "enfants"))
			sim->in.person.children = (int)f->value;
		else if (str_is(f->kind, "inaptitude"))
			sim->in.person.unfit = sim->in.person.unfit || f->value > 0;
		else
			bonuses[sim->in.bonus_count++] = (struct bonus){ .days = f->value, .what = STR("Bonification"), .proven = true };
	}
	sim->in.bonuses = bonuses;
}

struct simulation
career_simulation(struct arena *arena, const struct career *c, const struct tables *t)
{
	struct simulation sim = { .in = { .person = { .birth = c->birth, .limit = c->leave, .sex = c->sex } }, .parameters = t->parameters, .parameter_count = t->parameter_count };
	struct wait *doubts = arena_array(arena, (size_t)c->doubts + 1, sizeof *doubts);
	int i;

	for (i = 0; i < c->doubts; i++)
		doubts[i] = (struct wait){ .kind = WAIT_OVERLAP, .what = STR("Actes contradictoires") };
	sim.doubts = doubts;
	sim.doubt_count = (size_t)c->doubts;
	lay_services(arena, c, t, &sim);
	lay_facts(arena, c, &sim);
	return sim;
}

static const char *
code_of(enum wait_kind kind)
{
	switch (kind) {
	case WAIT_DATES: return "dates";
	case WAIT_OVERLAP: return "contradiction";
	case WAIT_POSITION: return "position";
	case WAIT_INDEX: return "indice";
	case WAIT_RULE: return "regle";
	case WAIT_LEAVE: return "depart";
	case WAIT_NOTHING: break;
	}
	return "rien";
}

static bool
stands_on_demo(const struct liquidation *got)
{
	size_t i;

	for (i = 0; i < got->line_count; i++)
		if (got->lines[i].demo)
			return true;
	return false;
}

static void
add_fund(struct estimate *out, const struct liquidation *got, enum regime regime)
{
	out->has[regime] = true;
	out->liquidations++;
	out->complete = out->complete && got->complete;
	out->waits += (int)got->wait_count;
	if (!got->complete) {
		out->wait_code = out->wait_code != NULL ? out->wait_code : code_of(got->waits[0].kind);
		return;
	}
	out->entitled = out->entitled || got->entitled;
	out->owed[regime] = got->entitled;
	out->pension[regime] = got->entitled ? got->pension : 0;
	out->demo = out->demo || stands_on_demo(got);
}

struct estimate
estimate_career(struct arena *arena, const struct career *c, const struct tables *t)
{
	const struct simulation sim = career_simulation(arena, c, t);
	struct estimate out = { .complete = true };
	struct liquidation got;
	bool none = true;
	int r;
	size_t i;

	for (r = 0; r < REGIMES; r++) {
		if (!regime_counts(&sim, (enum regime)r, c->leave))
			continue;
		got = simulate(arena, &sim, (enum regime)r, c->leave);
		add_fund(&out, &got, (enum regime)r);
		none = false;
	}
	if (none) {
		const enum regime own = c->own.known ? c->own.regime : REGIME_FNRB;

		got = simulate(arena, &sim, own, c->leave);
		add_fund(&out, &got, own);
	}
	for (i = 0; i < c->line_count; i++)
		out.demo = out.demo || (out.complete && c->lines[i].standing != 0 && t->standings[c->lines[i].standing - 1].demo);
	return out;
}
