/* The computation of a pension (liquidation.h): checks, time, right, rate, base, amount; each step leaves its line. */
#include "liquidation.h"

#include <stdlib.h>

#define MILLION 1000000

struct making {
	struct arena *arena;
	const struct liquidation_input *in;
	enum regime   regime;
	struct stretch *services;              /* sorted, cut at the day of leaving */
	size_t        count;
	struct line  *lines;
	struct wait  *waits;
	struct liquidation out;
};

static struct line *
add_line(struct making *m, enum line_kind kind, str label)
{
	struct line *line = &m->lines[m->out.line_count++];

	*line = (struct line){ .kind = kind, .label = label };
	return line;
}

static void
add_wait(struct making *m, enum wait_kind kind, str what, struct date from, struct date until, str act)
{
	m->waits[m->out.wait_count++] = (struct wait){ kind, what, from, until, act };
}

static void
say_rule(struct line *line, const struct rule *rule)
{
	line->source = rule->source;
	line->certainty = rule->certainty;
	line->demo = line->demo || rule->demo;
}

/* By date, then by everything else, so that the order in which acts came never shows. */
static int
compare_services(const void *a, const void *b)
{
	const struct stretch *x = a, *y = b;
	const int first = date_compare(x->from, y->from), last = date_compare(x->until, y->until);
	size_t shared;
	int acts;

	if (first != 0 || last != 0)
		return first != 0 ? first : last;
	if (x->counts != y->counts || x->regime != y->regime)
		return x->counts != y->counts ? (x->counts < y->counts ? -1 : 1) : (x->regime < y->regime ? -1 : 1);
	if (x->index != y->index)
		return x->index < y->index ? -1 : 1;
	shared = x->act.len < y->act.len ? x->act.len : y->act.len;
	acts = shared == 0 ? 0 : memcmp(x->act.at, y->act.at, shared);
	return acts != 0 ? acts : x->act.len < y->act.len ? -1 : x->act.len > y->act.len;
}

static bool
year_possible(struct date d)
{
	return date_there(d) && d.year >= 1930 && d.year <= 2120;
}

/* Keeps what lies before the day of leaving; names dates that cannot be and stretches that contradict each other. */
static void
take_services(struct making *m)
{
	const struct person *who = &m->in->person;
	size_t i;

	m->services = arena_array(m->arena, m->in->service_count + 1, sizeof *m->services);
	for (i = 0; i < m->in->service_count; i++) {
		struct stretch s = m->in->services[i];

		if (!year_possible(s.from) || !year_possible(s.until) || date_compare(s.from, s.until) > 0 ||
		    (date_there(who->birth) && date_compare(s.from, who->birth) <= 0)) {
			add_wait(m, WAIT_DATES, STR("Dates impossibles"), s.from, s.until, s.act);
			continue;
		}
		if (date_compare(s.from, who->leave) >= 0 || date_compare(s.from, s.until) == 0)
			continue;
		if (date_compare(s.until, who->leave) > 0)
			s.until = who->leave;
		m->services[m->count++] = s;
	}
	if (m->count > 1)
		qsort(m->services, m->count, sizeof *m->services, compare_services);
	for (i = 1; i < m->count; i++)
		if (date_compare(m->services[i].from, m->services[i - 1].until) < 0)
			add_wait(m, WAIT_OVERLAP, STR("Deux situations se chevauchent"), m->services[i].from,
			         date_compare(m->services[i].until, m->services[i - 1].until) < 0 ? m->services[i].until : m->services[i - 1].until, m->services[i].act);
	if (m->count == 0 && m->out.wait_count == 0)
		add_wait(m, WAIT_NOTHING, STR("Aucun service connu"), who->birth, who->leave, NO_STR);
}

/* Stretches that follow each other without a gap and count alike are one line: thirty years are thirty annuities however many
 * acts tell them. */
static bool
follows(const struct stretch *a, const struct stretch *b)
{
	return date_compare(a->until, b->from) == 0 && a->counts == b->counts && a->regime == b->regime && str_eq(a->what, b->what);
}

static void
count_time(struct making *m)
{
	int64_t part[REGIMES] = { 0, 0 };
	size_t i = 0, j;

	while (i < m->count) {
		const struct stretch *s = &m->services[i];
		struct date until = s->until;
		bool proven = s->proven;
		str act = s->act;                      /* the first one, or the first that nothing proves */
		struct line *line;

		for (j = i + 1; j < m->count && follows(&m->services[j - 1], &m->services[j]); j++) {
			until = m->services[j].until;
			if (proven && !m->services[j].proven)
				act = m->services[j].act;
			proven = proven && m->services[j].proven;
		}
		if (s->counts == COUNTS_UNKNOWN)
			add_wait(m, WAIT_POSITION, arena_format(m->arena, "%.*s : aucun texte chargé ne dit si ce temps compte", STR_ARGS(s->what)), s->from, until, s->act);
		line = add_line(m, s->counts != COUNTS_YES ? LINE_NOT_COUNTED : s->regime == m->regime ? LINE_SERVICE : LINE_OTHER_REGIME, s->what);
		line->from = s->from;
		line->until = until;
		line->act = act;
		line->unproven = !proven;
		line->days = days_360(s->from, until);
		if (s->counts == COUNTS_YES)
			part[s->regime] += line->days;
		i = j;
	}
	m->out.service_days = part[m->regime];
	m->out.other_days = part[m->regime == REGIME_FNRB ? REGIME_CNSS : REGIME_FNRB];
	for (i = 0; i < m->in->bonus_count; i++) {
		const struct bonus *b = &m->in->bonuses[i];
		struct line *line;

		if (b->days <= 0) {
			add_wait(m, WAIT_DATES, arena_format(m->arena, "%.*s : durée impossible", STR_ARGS(b->what)), m->in->person.leave, m->in->person.leave, b->act);
			continue;
		}
		line = add_line(m, LINE_BONUS, b->what);
		line->days = b->days;
		line->act = b->act;
		line->source = b->source;
		line->unproven = !b->proven;
		m->out.bonus_days += b->days;
	}
	add_line(m, LINE_TOTAL, STR("Total"))->days = m->out.service_days + m->out.other_days + m->out.bonus_days;
}

static bool
need(struct making *m, const struct rule *rule, const char *name)
{
	if (rule->known)
		return true;
	add_wait(m, WAIT_RULE, str_of(name), m->in->person.leave, m->in->person.leave, NO_STR);
	return false;
}

/* A right needs the least time of service, and a reason to leave: age, unfitness, or the children of a woman. */
static void
judge_right(struct making *m)
{
	const struct person *who = &m->in->person;
	const struct rules *r = &m->in->rules;
	const int64_t effective = m->out.service_days + m->out.other_days;
	const bool long_enough = effective >= r->least_months.value * 30;
	const bool of_age = date_there(who->limit) && date_compare(who->leave, who->limit) >= 0;
	const bool asks = date_there(who->early) && date_compare(who->leave, who->early) >= 0;
	const bool mother = who->sex == 'F' && r->least_children.known && who->children >= r->least_children.value;
	struct line *line;

	if (!need(m, &r->least_months, "Durée minimale de services"))
		return;
	if (!date_there(who->limit) && !who->unfit && !mother && !asks)
		add_wait(m, WAIT_LEAVE, STR("Limite d’âge inconnue : la règle n’est pas chargée pour cette situation"), who->leave, who->leave, NO_STR);
	line = add_line(m, LINE_RIGHT, STR("Droit à pension"));
	line->days = effective;
	line->value = r->least_months.value;
	say_rule(line, &r->least_months);
	if (who->unfit)
		line->detail = STR("Inaptitude reconnue par la commission de réforme");
	else if (!long_enough)
		line->detail = arena_format(m->arena, "Moins de %.*s de services : pas de pension, remboursement des cotisations", STR_ARGS(span_text(m->arena, r->least_months.value * 30)));
	else if (of_age)
		line->detail = STR("Limite d’âge atteinte et durée de services suffisante");
	else if (asks)
		line->detail = STR("Départ à la demande : l’âge est atteint, la durée de services suffit");
	else if (mother)
		line->detail = arena_format(m->arena, "Femme ayant %d enfants et la durée de services", who->children);
	else
		line->detail = STR("La limite d’âge n’est pas atteinte à cette date");
	m->out.entitled = who->unfit || (long_enough && (of_age || asks || mother));
}

static void
find_rate(struct making *m)
{
	const struct rules *r = &m->in->rules;
	const int64_t days = m->out.service_days + m->out.other_days + m->out.bonus_days;
	struct line *line;

	const bool rate = need(m, &r->annuity_rate, "Taux par annuité"), cap = need(m, &r->rate_cap, "Plafond du taux");

	if (!rate || !cap)
		return;
	/* Hundredths of a percent are a hundred millionths; an annuity is 360 days. */
	m->out.rate = days * r->annuity_rate.value * 100 / 360;
	m->out.capped = m->out.rate > r->rate_cap.value * 100;
	if (m->out.capped)
		m->out.rate = r->rate_cap.value * 100;
	line = add_line(m, LINE_RATE, STR("Taux"));
	line->value = m->out.rate;
	line->days = days;
	line->detail = m->out.capped ? STR("plafond atteint") : STR("plafond non atteint");
	say_rule(line, m->out.capped ? &r->rate_cap : &r->annuity_rate);
	line->demo = r->annuity_rate.demo || r->rate_cap.demo;
}

/* The average is of all the window, day by day; a stretch without an index, or without a situation, stops the computation. */
static int64_t
average_pay(struct making *m, int64_t *window_days)
{
	const struct rules *r = &m->in->rules;
	const struct date leave = m->in->person.leave, begin = date_add_months(leave, -(int)r->window_months.value);
	struct date reached = begin;
	int64_t points = 0;
	size_t i;

	*window_days = days_360(begin, leave);
	for (i = 0; i < m->count; i++) {
		const struct stretch *s = &m->services[i];
		const struct date from = date_compare(s->from, begin) < 0 ? begin : s->from;
		struct line *line;

		if (date_compare(s->until, begin) <= 0)
			continue;
		if (date_compare(from, reached) > 0)
			add_wait(m, WAIT_INDEX, STR("Aucune situation connue dans les dernières années"), reached, from, NO_STR);
		reached = s->until;
		if (s->counts == COUNTS_NO) {
			add_wait(m, WAIT_RULE, STR("Temps sans traitement dans les dernières années : aucune règle chargée ne dit comment le moyenner"), from, s->until, s->act);
			continue;
		}
		if (s->index <= 0)
			add_wait(m, WAIT_INDEX, STR("Indice inconnu"), from, s->until, s->act);
		points += s->index * days_360(from, s->until);
		line = add_line(m, LINE_PAY, s->what);
		line->from = from;
		line->until = s->until;
		line->days = days_360(from, s->until);
		line->value = s->index;
		line->act = s->act;
		line->unproven = !s->proven;
	}
	if (date_compare(reached, leave) < 0)
		add_wait(m, WAIT_INDEX, STR("Aucune situation connue dans les dernières années"), reached, leave, NO_STR);
	return points;
}

/* points·days × thousandths of franc × millionths: 128 bits hold it exactly, and only the franc is rounded, downwards. */
static void
find_amount(struct making *m)
{
	const struct rules *r = &m->in->rules;
	const int64_t all = m->out.service_days + m->out.other_days;
	__int128 exact;
	int64_t window, points;
	struct line *line;

	const bool span = need(m, &r->window_months, "Durée de la moyenne"), point = need(m, &r->point_value, "Valeur du point d’indice");

	if (!span || !point)
		return;
	points = average_pay(m, &window);
	if (window == 0)
		return;
	m->out.base = (int64_t)((__int128)points * r->point_value.value / ((__int128)window * 1000));
	line = add_line(m, LINE_BASE, STR("Moyenne du traitement indiciaire"));
	line->value = m->out.base;
	line->days = window;
	say_rule(line, &r->window_months);
	line->demo = line->demo || r->point_value.demo;
	if (!m->out.entitled || m->out.wait_count > 0)
		return;
	exact = (__int128)points * r->point_value.value * m->out.rate;
	if (m->out.other_days > 0) {
		/* Each fund pays for its own time; bonuses are this fund's. */
		line = add_line(m, LINE_SHARE, STR("Part de ce régime"));
		line->days = m->out.service_days;
		line->value = all == 0 ? 0 : m->out.service_days * MILLION / all;
		exact = exact * m->out.service_days / all;
	}
	m->out.pension = (int64_t)(exact / ((__int128)window * 1000 * MILLION));
	if (r->minimum.known && m->out.pension < r->minimum.value && m->out.other_days == 0) {
		m->out.pension = r->minimum.value;
		m->out.raised = true;
		line = add_line(m, LINE_MINIMUM, STR("Relevé au minimum"));
		line->value = r->minimum.value;
		say_rule(line, &r->minimum);
	}
	line = add_line(m, LINE_PENSION, STR("Pension mensuelle"));
	line->value = m->out.pension;
	line->detail = STR("arrondie au franc inférieur");
}

struct liquidation
liquidate(struct arena *arena, const struct liquidation_input *input, enum regime regime)
{
	const size_t room = 2 * input->service_count + input->bonus_count + 16;
	struct making m = { .arena = arena, .in = input, .regime = regime };

	m.lines = arena_array(arena, room, sizeof *m.lines);
	m.waits = arena_array(arena, 4 * input->service_count + input->bonus_count + 16, sizeof *m.waits);
	m.out.lines = m.lines;
	m.out.waits = m.waits;
	if (!year_possible(input->person.leave)) {
		add_wait(&m, WAIT_LEAVE, STR("Date de départ inconnue ou impossible"), input->person.leave, input->person.leave, NO_STR);
		return m.out;
	}
	take_services(&m);
	count_time(&m);
	judge_right(&m);
	find_rate(&m);
	find_amount(&m);
	m.out.complete = m.out.wait_count == 0;
	if (!m.out.complete)
		m.out.pension = 0;
	return m.out;
}
