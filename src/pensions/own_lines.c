/* The lines of a computation as rows of a table, and what stops it as sentences with what to do. */
#include "own.h"

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

void
pension_show_waits(const struct request *req, const struct liquidation *got, struct page *page)
{
	size_t i, j;

	page_int(page, MARK("WAIT_COUNT"), (int64_t)got->wait_count);
	for (i = 0; i < got->wait_count; i++) {
		const struct wait *w = &got->waits[i];
		struct page *row;

		for (j = 0; j < i; j++)
			if (str_eq(got->waits[j].what, w->what) && date_compare(got->waits[j].from, w->from) == 0)
				break;
		if (j < i)
			continue;
		row = page_row(page, MARK("WAIT"));
		page_text(row, MARK("WAIT_WHAT"), w->what);
		page_text(row, MARK("WAIT_DO"), str_of(TO_DO[w->kind]));
		if (w->kind == WAIT_OVERLAP && date_compare(w->from, w->until) == 0)
			page_text(page_row(row, MARK("WAIT_ON")), MARK("ON"), date_french(req->arena, w->from));
		else if (w->kind != WAIT_RULE && w->kind != WAIT_LEAVE && w->kind != WAIT_NOTHING && date_there(w->from) && date_compare(w->from, w->until) < 0) {
			struct page *span = page_row(row, MARK("WAIT_SPAN"));

			page_text(span, MARK("FROM"), date_french(req->arena, w->from));
			page_text(span, MARK("TO"), pension_last_day(req->arena, w->until));
		}
		if (w->act.at != NULL && w->act.len > 0)
			page_text(page_row(row, MARK("WAIT_ACT")), MARK("ACT"), w->act);
	}
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

static void
show_source(struct page *row, const struct line *line)
{
	if (line->source.len > 0) {
		struct page *source = page_row(row, MARK("LINE_SOURCE"));

		page_text(source, MARK("SOURCE"), line->source);
		page_show(source, str_is(line->certainty, "loi") ? MARK("LAW") : str_is(line->certainty, "usage") ? MARK("CUSTOM") : str_is(line->certainty, "inconnu") ? MARK("UNSURE") : MARK("TO_CONFIRM"));
	}
	if (line->demo)
		page_show(row, MARK("LINE_DEMO"));
}

static void
show_proof(const struct request *req, const struct simulation *sim, struct page *row, const struct line *line)
{
	size_t i, acts = 0, loose = 0;
	const bool told = line->kind == LINE_SERVICE || line->kind == LINE_OTHER_REGIME || line->kind == LINE_NOT_COUNTED || line->kind == LINE_BONUS || line->kind == LINE_PAY;

	if (!told) {
		page_show(row, MARK("COMPUTED"));
		return;
	}
	for (i = 0; i < sim->in.service_count && line->kind != LINE_BONUS && line->kind != LINE_PAY; i++)
		if (date_compare(sim->in.services[i].from, line->from) >= 0 && date_compare(sim->in.services[i].from, line->until) < 0) {
			acts++;
			loose += !sim->in.services[i].proven;
		}
	page_show(row, line->unproven ? MARK("UNPROVEN") : MARK("PROVEN"));
	if (acts > 1)
		page_text(page_row(row, MARK("ACTS")), MARK("ACTS_TOLD"), loose == 0 ? arena_format(req->arena, "%zu actes, sans trou", acts) :
			arena_format(req->arena, "%zu actes, dont %zu sans pièce", acts, loose));
	else
		page_show(row, line->unproven ? MARK("NO_PAPER") : MARK("ONE_ACT"));
	if (line->act.len > 0)
		page_text(page_row(row, MARK("LINE_ACT")), MARK("ACT"), line->act);
}

void
pension_show_lines(const struct request *req, const struct simulation *sim, const struct liquidation *got, const struct rules *rules, const struct rows *services, struct page *page)
{
	size_t i;

	for (i = 0; i < got->line_count; i++) {
		const struct line *line = &got->lines[i];
		struct page *row = page_row(page, MARK("LINES"));

		page_int(row, MARK("LINE_NO"), (int64_t)i + 1);
		page_text(row, MARK("TITLE"), str_of(KINDS[line->kind].title));
		page_text(row, MARK("RULE"), rule_of(req->arena, line, rules, services));
		page_text(row, MARK("VALUE"), value_of(req->arena, line));
		show_source(row, line);
		show_proof(req, sim, row, line);
		if (line->kind == LINE_PENSION)
			page_show(row, MARK("ROW_TOTAL"));
		else if (line->unproven)
			page_show(row, MARK("ROW_MISSING"));
	}
}
