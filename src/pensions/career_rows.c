/* From the rows of the database to a simulation: dates, regimes and proofs as the acts say them; contradictions as waits. */
#include "career_rows.h"

/* Time under a status whose fund is not known is time of which no text says whether it counts. */
static void
read_services(struct arena *arena, struct simulation *sim, const struct rows *rows)
{
	struct stretch *services = arena_array(arena, rows_count(rows) + 1, sizeof *services);
	size_t i;

	for (i = 0; i < rows_count(rows); i++) {
		const str fund = rows_text(rows, i, "pension_code");
		const bool said = rows_text(rows, i, "counts").at != NULL;
		const struct date until = rows_date(rows, i, "until_date");

		services[i] = (struct stretch){
			.from = rows_date(rows, i, "from_date"), .until = date_there(until) ? until : SIMULATION_OPEN,
			.counts = !said || fund.at == NULL ? COUNTS_UNKNOWN : rows_bool(rows, i, "counts") ? COUNTS_YES : COUNTS_NO,
			.regime = str_is(fund, "CNSS") ? REGIME_CNSS : REGIME_FNRB, .index = rows_int(rows, i, "pay_index"),
			.what = rows_text(rows, i, "label"), .act = rows_text(rows, i, "reference"), .proven = rows_bool(rows, i, "is_firm"),
		};
		if (fund.at == NULL)
			services[i].what = arena_format(arena, "%.*s, sous un statut sans régime de pension connu", STR_ARGS(services[i].what));
	}
	sim->in.services = services;
	sim->in.service_count = rows_count(rows);
}

static void
read_facts(struct arena *arena, struct simulation *sim, const struct rows *rows)
{
	struct bonus *bonuses = arena_array(arena, rows_count(rows) + 1, sizeof *bonuses);
	size_t i;

	for (i = 0; i < rows_count(rows); i++) {
		const str kind = rows_text(rows, i, "kind_code");

		if (str_is(kind, "enfants"))
			sim->in.person.children = (int)rows_int(rows, i, "value");
		else if (str_is(kind, "inaptitude"))
			sim->in.person.unfit = sim->in.person.unfit || rows_int(rows, i, "value") > 0;
		else
			bonuses[sim->in.bonus_count++] = (struct bonus){ rows_int(rows, i, "value"), rows_text(rows, i, "label"), rows_text(rows, i, "reference"),
				rows_text(rows, i, "source"), rows_bool(rows, i, "is_proven") };
	}
	sim->in.bonuses = bonuses;
}

static void
read_parameters(struct arena *arena, struct simulation *sim, const struct rows *rows)
{
	struct dated_value *list = arena_array(arena, rows_count(rows) + 1, sizeof *list);
	size_t i;

	for (i = 0; i < rows_count(rows); i++)
		list[i] = (struct dated_value){ rows_text(rows, i, "name"), rows_date(rows, i, "valid_from"), rows_date(rows, i, "valid_to"), rows_int(rows, i, "amount"),
			rows_text(rows, i, "amount").at != NULL, rows_bool(rows, i, "is_demo"), rows_text(rows, i, "source"), rows_text(rows, i, "certainty_code") };
	sim->parameters = list;
	sim->parameter_count = rows_count(rows);
}

/* Two acts that cannot both be right stop the computation, save for the place of work, which no pension looks at. So does a position
 * that ended without an act: nobody knows what came after it. */
static void
read_doubts(struct arena *arena, struct simulation *sim, const struct rows *gaps)
{
	struct wait *doubts = arena_array(arena, rows_count(gaps) + 1, sizeof *doubts);
	size_t i;

	for (i = 0; i < rows_count(gaps); i++) {
		const bool expired = str_is(rows_text(gaps, i, "gap_code"), "position_expired"), twisted = rows_bool(gaps, i, "is_contradiction");
		const str stated = rows_text(gaps, i, "stated"), known = rows_text(gaps, i, "known");
		str what = rows_text(gaps, i, "gap_label");

		if ((!twisted && !expired) || str_is(rows_text(gaps, i, "subject_code"), "structure"))
			continue;
		if (stated.at != NULL && known.at != NULL)
			what = arena_format(arena, "%.*s : %.*s, et %.*s", STR_ARGS(what), STR_ARGS(known), STR_ARGS(stated));
		doubts[sim->doubt_count++] = (struct wait){ WAIT_OVERLAP, what, rows_date(gaps, i, "at_date"), rows_date(gaps, i, "at_date"), rows_text(gaps, i, "reference") };
	}
	sim->doubts = doubts;
}

struct simulation
pension_read(struct arena *arena, const struct career_rows *rows)
{
	struct simulation sim = { .parameter_count = 0 };
	const str sex = rows_text(rows->who, 0, "sex_code");

	sim.in.person.birth = rows_date(rows->who, 0, "birth_date");
	sim.in.person.limit = rows_date(rows->who, 0, "effect_date");
	sim.in.person.early = rows_date(rows->who, 0, "early_date");
	sim.in.person.sex = sex.len > 0 ? sex.at[0] : '\0';
	read_services(arena, &sim, rows->services);
	read_facts(arena, &sim, rows->facts);
	read_parameters(arena, &sim, rows->parameters);
	read_doubts(arena, &sim, rows->gaps);
	return sim;
}
