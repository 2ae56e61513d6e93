/* A computation in words (career_rows.h). */
#include "career_rows.h"

str
pension_money(struct arena *arena, int64_t francs)
{
	return arena_format(arena, "%.*s\u00a0FCFA", STR_ARGS(arena_number(arena, francs)));
}

/* To the hundredth, downwards, as the computation rounds; the exact rate is what is multiplied. */
str
pension_percent(struct arena *arena, int64_t millionths)
{
	const long long whole = (long long)millionths / 10000, rest = (long long)millionths / 100 % 100;

	if (rest == 0)
		return arena_format(arena, "%lld\u00a0%%", whole);
	if (rest % 10 == 0)
		return arena_format(arena, "%lld,%lld\u00a0%%", whole, rest / 10);
	return arena_format(arena, "%lld,%02lld\u00a0%%", whole, rest);
}

str
pension_last_day(struct arena *arena, struct date until)
{
	return date_french(arena, date_of_days(date_days(until) - 1));
}

static const struct { const char *title, *rule; } KINDS[] = {
	[LINE_SERVICE] = { "Services effectifs", NULL }, [LINE_NOT_COUNTED] = { "Temps non compté", NULL }, [LINE_BONUS] = { "Bonification", NULL },
	[LINE_TOTAL] = { "Total des annuités", "année de douze mois de trente jours" }, [LINE_OTHER_REGIME] = { "Services de l’autre régime", NULL },
	[LINE_RIGHT] = { "Droit à pension", NULL }, [LINE_RATE] = { "Taux", NULL }, [LINE_PAY] = { "Indice", NULL },
	[LINE_BASE] = { "Base", NULL }, [LINE_SHARE] = { "Part de ce régime", "ses services sur tous les services" },
	[LINE_MINIMUM] = { "Minimum de pension", "relevée au minimum" }, [LINE_PENSION] = { "Pension mensuelle", "base × taux, arrondie au franc inférieur" },
};

/* The grade of the stretch that holds a day: an index alone tells nobody anything. */
static str
grade_on(const struct rows *services, struct date day)
{
	str grade = NO_STR;
	size_t i;

	for (i = 0; i < rows_count(services) && date_compare(rows_date(services, i, "from_date"), day) <= 0; i++)
		grade = rows_text(services, i, "grade");
	return grade;
}

static str
rule_of(struct arena *arena, const struct line *line, const struct rules *rules, const struct rows *services)
{
	str grade;

	switch (line->kind) {
	case LINE_SERVICE:
	case LINE_NOT_COUNTED:
	case LINE_OTHER_REGIME:
		return arena_format(arena, "%.*s, du %.*s au %.*s", STR_ARGS(line->label), STR_ARGS(date_french(arena, line->from)), STR_ARGS(pension_last_day(arena, line->until)));
	case LINE_BONUS:
		return line->label;
	case LINE_RIGHT:
		return arena_format(arena, "%.*s – au moins %.*s", STR_ARGS(line->detail), STR_ARGS(span_text(arena, line->value * 30)));
	case LINE_RATE:
		return arena_format(arena, "%.*s par annuité, %.*s au plus : %.*s", STR_ARGS(pension_percent(arena, rules->annuity_rate.value * 100)),
			STR_ARGS(pension_percent(arena, rules->rate_cap.value * 100)), STR_ARGS(line->detail));
	case LINE_PAY:
		grade = grade_on(services, line->from);
		return arena_format(arena, "%.*s%sdu %.*s au %.*s", STR_ARGS(grade), grade.len > 0 ? ", " : "", STR_ARGS(date_french(arena, line->from)), STR_ARGS(pension_last_day(arena, line->until)));
	case LINE_BASE:
		return arena_format(arena, "moyenne des %lld derniers mois, à %lld,%02lld FCFA le point", (long long)rules->window_months.value,
			(long long)rules->point_value.value / 1000, (long long)rules->point_value.value / 10 % 100);
	case LINE_TOTAL:
	case LINE_SHARE:
	case LINE_MINIMUM:
	case LINE_PENSION:
	default:
		return str_of(KINDS[line->kind].rule);
	}
}

static str
value_of(struct arena *arena, const struct line *line)
{
	switch (line->kind) {
	case LINE_NOT_COUNTED:
		return STR("0 jour");
	case LINE_RIGHT:
		return span_text(arena, line->days);
	case LINE_RATE:
	case LINE_SHARE:
		return pension_percent(arena, line->value);
	case LINE_PAY:
		return line->value > 0 ? arena_format(arena, "%lld", (long long)line->value) : STR("non connu");
	case LINE_BASE:
	case LINE_MINIMUM:
	case LINE_PENSION:
		return pension_money(arena, line->value);
	case LINE_SERVICE:
	case LINE_BONUS:
	case LINE_TOTAL:
	case LINE_OTHER_REGIME:
	default:
		return span_text(arena, line->days);
	}
}

static str
proof_of(struct arena *arena, const struct simulation *sim, const struct line *line)
{
	size_t i, acts = 0, loose = 0;
	const bool told = line->kind == LINE_SERVICE || line->kind == LINE_OTHER_REGIME || line->kind == LINE_NOT_COUNTED || line->kind == LINE_BONUS || line->kind == LINE_PAY;

	if (!told)
		return STR("calcul");
	for (i = 0; i < sim->in.service_count && line->kind != LINE_BONUS && line->kind != LINE_PAY; i++)
		if (date_compare(sim->in.services[i].from, line->from) >= 0 && date_compare(sim->in.services[i].from, line->until) < 0) {
			acts++;
			loose += !sim->in.services[i].proven;
		}
	if (acts <= 1)
		return line->unproven ? STR("pièce manquante") : STR("un acte");
	return loose == 0 ? arena_format(arena, "%zu actes, sans trou", acts) : arena_format(arena, "%zu actes, dont %zu sans pièce", acts, loose);
}

struct line_words
pension_line_words(struct arena *arena, const struct simulation *sim, const struct line *line, const struct rules *rules, const struct rows *services)
{
	return (struct line_words){ .title = str_of(KINDS[line->kind].title), .rule = rule_of(arena, line, rules, services), .proof = proof_of(arena, sim, line),
		.value = value_of(arena, line), .total = line->kind == LINE_PENSION, .missing = line->unproven };
}

/* What the person can do of each kind of wait; where it is the ministry's turn, that is said. */
static const char *const TO_DO[] = {
	[WAIT_DATES] = "Faites corriger cette date par le service du personnel de votre ministère.",
	[WAIT_OVERLAP] = "Le service des carrières doit dire lequel des actes vaut : montrez-lui votre parcours.",
	[WAIT_POSITION] = "Le ministère doit charger la règle. Rien ne vous est demandé.",
	[WAIT_INDEX] = "Si vous avez l’acte qui donne votre indice, remettez-le au service du personnel.",
	[WAIT_RULE] = "Le ministère doit charger cette règle. Rien ne vous est demandé.",
	[WAIT_LEAVE] = "Vérifiez votre date de naissance et votre statut ; sinon, le ministère doit charger la règle de votre situation.",
	[WAIT_NOTHING] = "Demandez au service du personnel de verser vos actes au dossier.",
};

/* The same, said to the desk. */
static const char *const DESK_TO_DO[] = {
	[WAIT_DATES] = "Faire corriger cette date par un acte rectificatif, ou rendre le dossier à la fonction publique.",
	[WAIT_OVERLAP] = "Rendre le dossier à la fonction publique : elle dit lequel des actes vaut.",
	[WAIT_POSITION] = "Charger la règle de cette position, avec son texte.",
	[WAIT_INDEX] = "Retrouver l’acte qui donne l’indice, aux archives ou chez l’agent.",
	[WAIT_RULE] = "Charger cette règle, avec son texte et sa date.",
	[WAIT_LEAVE] = "Vérifier la date de naissance et le statut ; sinon, charger la règle de cette situation.",
	[WAIT_NOTHING] = "Rendre le dossier à la fonction publique : aucun acte n’y est.",
};

str
pension_wait_to_do(enum wait_kind kind, bool desk)
{
	return str_of(desk ? DESK_TO_DO[kind] : TO_DO[kind]);
}
