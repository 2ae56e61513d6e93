/* A file's computations as they are kept: every figure with its words, its source, how sure it is, and the act behind it (circuit.h). */
#include "circuit.h"

static const char *const KIND_NAMES[] = {
	[LINE_SERVICE] = "services", [LINE_NOT_COUNTED] = "non_compte", [LINE_BONUS] = "bonification", [LINE_TOTAL] = "total", [LINE_OTHER_REGIME] = "autre_regime",
	[LINE_RIGHT] = "droit", [LINE_RATE] = "taux", [LINE_PAY] = "indice", [LINE_BASE] = "base", [LINE_SHARE] = "part", [LINE_MINIMUM] = "minimum", [LINE_PENSION] = "pension",
};
static const char *const FUND_NAMES[] = { [REGIME_FNRB] = "FNRB", [REGIME_CNSS] = "CNSS" };

/* ,"name":"text" or nothing. */
static str
text_member(struct arena *arena, const char *name, str text)
{
	const str quoted = json_quoted(arena, text);

	return text.at == NULL || text.len == 0 ? STR("") : arena_format(arena, ",\"%s\":\"%.*s\"", name, STR_ARGS(quoted));
}

static str
date_member(struct arena *arena, const char *name, struct date day)
{
	return date_there(day) ? text_member(arena, name, date_iso(arena, day)) : STR("");
}

static str
line_json(struct arena *arena, const struct simulation *sim, const struct line *line, const struct rules *rules, const struct rows *services)
{
	const struct line_words said = pension_line_words(arena, sim, line, rules, services);
	const str parts[] = {
		arena_format(arena, "{\"kind\":\"%s\",\"days\":%lld,\"number\":%lld,\"total\":%s,\"demo\":%s,\"unproven\":%s", KIND_NAMES[line->kind], (long long)line->days, (long long)line->value,
			said.total ? "true" : "false", line->demo ? "true" : "false", line->unproven ? "true" : "false"),
		text_member(arena, "title", said.title), text_member(arena, "rule", said.rule), text_member(arena, "proof", said.proof), text_member(arena, "value", said.value),
		date_member(arena, "from", line->from), date_member(arena, "until", line->until), text_member(arena, "act", line->act),
		text_member(arena, "source", line->source), text_member(arena, "certainty", line->certainty), STR("}"),
	};

	return arena_join(arena, parts, sizeof parts / sizeof parts[0]);
}

static str
wait_json(struct arena *arena, const struct wait *wait)
{
	const bool on = wait->kind == WAIT_OVERLAP && date_compare(wait->from, wait->until) == 0;
	const bool span = wait->kind != WAIT_RULE && wait->kind != WAIT_LEAVE && wait->kind != WAIT_NOTHING && date_there(wait->from) && date_compare(wait->from, wait->until) < 0;
	const str what = json_quoted(arena, wait->what);
	const str parts[] = {
		arena_format(arena, "{\"what\":\"%.*s\"", STR_ARGS(what)), text_member(arena, "do", pension_wait_to_do(wait->kind, false)),
		text_member(arena, "desk_do", pension_wait_to_do(wait->kind, true)), on || span ? date_member(arena, "from", wait->from) : STR(""),
		span ? date_member(arena, "until", wait->until) : STR(""), text_member(arena, "act", wait->act), STR("}"),
	};

	return arena_join(arena, parts, sizeof parts / sizeof parts[0]);
}

static bool
same_wait(const struct wait *a, const struct wait *b)
{
	return str_eq(a->what, b->what) && date_compare(a->from, b->from) == 0;
}

static str
waits_json(struct arena *arena, const struct liquidation *got)
{
	str *parts = arena_array(arena, 2 * got->wait_count + 1, sizeof *parts);
	size_t i, j, count = 0;

	for (i = 0; i < got->wait_count; i++) {
		for (j = 0; j < i && !same_wait(&got->waits[j], &got->waits[i]); j++)
			continue;
		if (j < i)
			continue;
		parts[count] = count > 0 ? STR(",") : STR("");
		parts[count + 1] = wait_json(arena, &got->waits[i]);
		count += 2;
	}
	return arena_join(arena, parts, count);
}

str
circuit_liquidation_json(struct arena *arena, const struct simulation *sim, const struct liquidation *got, enum regime fund, const struct rules *rules, const struct rows *services)
{
	str *lines = arena_array(arena, 2 * got->line_count + 1, sizeof *lines), all;
	bool demo = false;
	size_t i;

	for (i = 0; i < got->line_count; i++) {
		lines[2 * i] = i > 0 ? STR(",") : STR("");
		lines[2 * i + 1] = line_json(arena, sim, &got->lines[i], rules, services);
		demo = demo || got->lines[i].demo;
	}
	all = arena_join(arena, lines, 2 * got->line_count);
	return arena_format(arena, "{\"regime\":\"%s\",\"complete\":%s,\"entitled\":%s,\"service_days\":%lld,\"bonus_days\":%lld,\"rate\":%lld,\"base\":%lld,\"pension\":%lld,"
		"\"demo\":%s,\"lines\":[%.*s],\"waits\":[%.*s]}", FUND_NAMES[fund], got->complete ? "true" : "false", got->entitled ? "true" : "false", (long long)got->service_days,
		(long long)got->bonus_days, (long long)got->rate, (long long)got->base, (long long)got->pension, demo ? "true" : "false", STR_ARGS(all), STR_ARGS(waits_json(arena, got)));
}

str
circuit_computed(struct arena *arena, const struct career_rows *rows, str funds, struct date leave)
{
	const struct simulation sim = pension_read(arena, rows);
	str text = STR("[");
	str rest = funds;

	while (rest.at != NULL && rest.len > 0) {
		const enum regime fund = str_is(str_cut(&rest, ' '), "CNSS") ? REGIME_CNSS : REGIME_FNRB;
		const struct rules rules = rules_at(sim.parameters, sim.parameter_count, fund, leave);
		const struct liquidation got = simulate(arena, &sim, fund, leave);

		text = arena_format(arena, "%.*s%s%.*s", STR_ARGS(text), text.len > 1 ? "," : "", STR_ARGS(circuit_liquidation_json(arena, &sim, &got, fund, &rules, rows->services)));
	}
	return arena_format(arena, "%.*s]", STR_ARGS(text));
}
