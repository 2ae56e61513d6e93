/* What-ifs over one career (simulation.h). */
#include "simulation.h"

const struct date SIMULATION_OPEN = { 2119, 12, 31 };

static struct rule
rule_at(const struct dated_value *list, size_t count, enum regime regime, const char *name, struct date day)
{
	size_t i;

	for (i = 0; i < count; i++) {
		const struct dated_value *p = &list[i];
		str own = p->name;
		const bool other = own.len > 5 && memcmp(own.at, "cnss_", 5) == 0;

		if (other)
			own = (str){ own.at + 5, own.len - 5 };
		if (other != (regime == REGIME_CNSS) || !str_is(own, name) || date_compare(p->from, day) > 0 ||
		    (date_there(p->until) && date_compare(p->until, day) <= 0))
			continue;
		return (struct rule){ p->known, p->demo, p->value, p->source, p->certainty };
	}
	return (struct rule){ .known = false };
}

struct rules
rules_at(const struct dated_value *list, size_t count, enum regime regime, struct date day)
{
	return (struct rules){
		.annuity_rate = rule_at(list, count, regime, "annuity_rate", day),
		.rate_cap = rule_at(list, count, regime, "rate_cap", day),
		.least_months = rule_at(list, count, regime, "least_months", day),
		.least_children = rule_at(list, count, regime, "least_children", day),
		.window_months = rule_at(list, count, regime, "window_months", day),
		.point_value = rule_at(list, count, regime, "point_value", day),
		.minimum = rule_at(list, count, regime, "minimum", day),
	};
}

struct liquidation
simulate(struct arena *arena, const struct simulation *sim, enum regime regime, struct date leave)
{
	struct liquidation_input in = sim->in;
	struct liquidation out;
	struct wait *waits;
	size_t i;

	in.person.leave = leave;
	in.rules = rules_at(sim->parameters, sim->parameter_count, regime, leave);
	out = liquidate(arena, &in, regime);
	if (sim->doubt_count == 0)
		return out;
	waits = arena_array(arena, sim->doubt_count + out.wait_count, sizeof *waits);
	for (i = 0; i < sim->doubt_count; i++)
		waits[i] = sim->doubts[i];
	for (i = 0; i < out.wait_count; i++)
		waits[sim->doubt_count + i] = out.waits[i];
	out.waits = waits;
	out.wait_count += sim->doubt_count;
	out.complete = false;
	out.pension = 0;
	while (out.line_count > 0 && out.lines[out.line_count - 1].kind >= LINE_MINIMUM)       /* an amount would be a guess */
		out.line_count--;
	return out;
}

static struct date
earlier(struct date a, struct date b)
{
	return date_compare(a, b) < 0 ? a : b;
}

/* Cuts each stretch at the repair's ends, so that only what lies between them takes the other index. */
static size_t
put_index(struct stretch *into, const struct simulation *sim, const struct repair *repair, int64_t index)
{
	const struct date last = date_there(repair->until) ? repair->until : SIMULATION_OPEN;
	size_t i, count = 0;

	for (i = 0; i < sim->in.service_count; i++) {
		const struct stretch s = sim->in.services[i];
		const struct date from = date_compare(s.from, repair->from) > 0 ? s.from : repair->from, until = earlier(s.until, last);

		if (date_compare(from, until) >= 0) {
			into[count++] = s;
			continue;
		}
		if (date_compare(s.from, from) < 0) {
			into[count] = s;
			into[count++].until = from;
		}
		into[count] = s;
		into[count].from = from;
		into[count].until = until;
		into[count++].index = index > s.index ? index : s.index;
		if (date_compare(until, s.until) < 0) {
			into[count] = s;
			into[count++].from = until;
		}
	}
	return count;
}

static int64_t
index_after(const struct simulation *sim, struct date day)
{
	size_t i;

	for (i = 0; i < sim->in.service_count && date_there(day); i++)
		if (date_compare(sim->in.services[i].from, day) >= 0)
			return sim->in.services[i].index;
	return 0;
}

struct liquidation
simulate_repaired(struct arena *arena, const struct simulation *sim, enum regime regime, struct date leave, const struct repair *repair, bool highest)
{
	struct simulation changed = *sim;
	struct stretch *services = arena_array(arena, 3 * sim->in.service_count + 1, sizeof *services);

	if (repair->adds_time && sim->in.service_count > 0) {
		memcpy(services + 1, sim->in.services, sim->in.service_count * sizeof *services);
		services[0] = services[1];
		services[0].from = repair->from;
		services[0].until = repair->until;
		services[0].counts = COUNTS_YES;
		services[0].proven = true;
		changed.in.service_count++;
	} else {
		changed.in.service_count = put_index(services, sim, repair, highest ? index_after(sim, repair->until) : 0);
	}
	changed.in.services = services;
	return simulate(arena, &changed, regime, leave);
}

struct liquidation
simulate_proven(struct arena *arena, const struct simulation *sim, enum regime regime, struct date leave, size_t *left_out)
{
	struct simulation changed = *sim;
	struct stretch *services = arena_array(arena, sim->in.service_count + 1, sizeof *services);
	struct bonus *bonuses = arena_array(arena, sim->in.bonus_count + 1, sizeof *bonuses);
	size_t i, count = 0, bonus_count = 0;

	*left_out = 0;
	for (i = 0; i < sim->in.service_count; i++) {
		const struct stretch *s = &sim->in.services[i];

		if (s->proven || date_compare(s->from, leave) >= 0) {
			services[count++] = *s;
			continue;
		}
		++*left_out;
		if (count > 0 && date_compare(services[count - 1].until, s->from) == 0)
			services[count - 1].until = s->until;
	}
	for (i = 0; i < sim->in.bonus_count; i++)
		if (sim->in.bonuses[i].proven)
			bonuses[bonus_count++] = sim->in.bonuses[i];
	*left_out += sim->in.bonus_count - bonus_count;
	changed.in.services = services;
	changed.in.service_count = count;
	changed.in.bonuses = bonuses;
	changed.in.bonus_count = bonus_count;
	return simulate(arena, &changed, regime, leave);
}

struct date
quarter_from(struct date day)
{
	struct date first = { day.year, (uint8_t)((day.month - 1) / 3 * 3 + 1), 1 };

	return date_compare(first, day) < 0 ? date_add_months(first, 3) : first;
}

size_t
simulate_dates(const struct person *who, struct date today, struct date *dates)
{
	const struct date last = date_there(who->limit) ? date_add_years(who->limit, 2) : who->limit;
	const struct date begin = date_there(who->early) ? who->early : who->limit;
	struct date day;
	size_t count = 0;

	if (!date_there(who->limit))
		return 0;
	day = quarter_from(date_compare(begin, today) > 0 ? begin : date_of_days(date_days(today) + 1));
	/* A career may be simulated long before its end: what stands nearest to the limit is kept. */
	while (date_compare(date_add_months(day, 3 * (SIMULATION_DATES - 2)), last) < 0)
		day = date_add_months(day, 3);
	for (; date_compare(day, last) <= 0; day = date_add_months(day, 3)) {
		const struct date before = date_add_months(day, -3);

		if (date_compare(who->limit, before) > 0 && date_compare(who->limit, day) < 0 && date_compare(who->limit, today) > 0)
			dates[count++] = who->limit;
		dates[count++] = day;
	}
	return count;
}

bool
regime_counts(const struct simulation *sim, enum regime regime, struct date leave)
{
	size_t i;

	for (i = 0; i < sim->in.service_count; i++)
		if (sim->in.services[i].regime == regime && sim->in.services[i].counts != COUNTS_NO && date_compare(sim->in.services[i].from, leave) < 0)
			return true;
	return false;
}
