/* The counts as charts and tables. The charts show what the tables beside them say; whoever does not see them loses nothing. */
#include <stdio.h>
#include <stdlib.h>

#include "departs.h"

enum { CATEGORIES = 5, TOP = 30, BOTTOM = 210, CORPS_SHOWN = 10 };

struct bar {
	str     label, href;
	int64_t n, parts[CATEGORIES], rest;      /* rest: category not known */
	bool    odd;
};

/* '{1,2,3}' */
static void
read_parts(str text, struct bar *bar)
{
	size_t at = 1, i;

	bar->rest = bar->n;
	for (i = 0; i < CATEGORIES && at < text.len; i++) {
		int64_t n = 0;

		for (; at < text.len && text.at[at] >= '0' && text.at[at] <= '9'; at++)
			n = n * 10 + (text.at[at] - '0');
		at++;
		bar->parts[i] = n;
		bar->rest -= n;
	}
}

static str
coordinate(struct arena *arena, double value)
{
	return arena_format(arena, "%.2f", value);
}

static void
draw_segment(struct arena *arena, struct page *bar, const struct marker *paint, double *y, int64_t n, double scale)
{
	struct page *row;

	if (n <= 0)
		return;
	*y -= (double)n * scale;
	row = page_row(bar, MARK("SEGMENT"));
	page_show(row, paint);
	page_text(row, MARK("Y"), coordinate(arena, *y));
	page_text(row, MARK("HEIGHT"), coordinate(arena, (double)n * scale));
}

/* Stacked bars, abscissas in per cent. `amount` bars are of one paint. */
static void
draw_bar(const struct request *req, size_t i, size_t count, const struct bar *b, int64_t most, str top, bool stacked, struct page *chart)
{
	const double step = 98.0 / (double)count, width = step * (count > 4 ? 0.68 : 0.5), x = 1 + step * (double)i + (step - width) / 2;
	const double scale = most == 0 ? 0 : (double)(BOTTOM - TOP) / (double)most;
	struct page *bar = page_row(chart, MARK("BAR"));
	double y = BOTTOM;

	page_text(bar, MARK("X"), coordinate(req->arena, x));
	page_text(bar, MARK("WIDTH"), coordinate(req->arena, width));
	page_text(bar, MARK("MIDDLE"), coordinate(req->arena, x + width / 2));
	page_text(bar, MARK("BAR_LABEL"), b->label);
	page_text(bar, MARK("TOP_LABEL"), top);
	page_show(bar, b->odd ? MARK("ODD") : MARK("EVEN"));
	if (stacked) {
		draw_segment(req->arena, bar, MARK("PAINT_A"), &y, b->parts[0], scale);
		draw_segment(req->arena, bar, MARK("PAINT_B"), &y, b->parts[1], scale);
		draw_segment(req->arena, bar, MARK("PAINT_C"), &y, b->parts[2], scale);
		draw_segment(req->arena, bar, MARK("PAINT_D"), &y, b->parts[3] + b->parts[4] + b->rest, scale);
	} else {
		draw_segment(req->arena, bar, MARK("PAINT_A"), &y, b->n, scale);
	}
	page_text(bar, MARK("TOP_Y"), coordinate(req->arena, y - 7));
}

static str
address(const struct request *req, const struct departs_input *in)
{
	return arena_format(req->arena, "/pensions/departs%.*s", STR_ARGS(departs_query(req->arena, in)));
}

static void
show_bar_row(const struct request *req, const struct bar *b, struct page *table)
{
	static const char *const NAMES[] = { "N_A", "N_B", "N_C" };
	struct page *row = page_row(table, MARK("PERIOD_ROW"));
	size_t i;

	page_text(row, MARK("ROW_LABEL"), b->label);
	page_text(row, MARK("ROW_HREF"), b->href);
	page_text(row, MARK("ROW_N"), arena_number(req->arena, b->n));
	for (i = 0; i < 3; i++) {
		struct marker name = marker_named(req->arena, str_of(NAMES[i]));

		page_text(row, &name, arena_number(req->arena, b->parts[i]));
	}
	page_text(row, MARK("N_D"), arena_number(req->arena, b->parts[3] + b->parts[4] + b->rest));
}

/* By year, or by quarter of the year that is asked for: every one of them, the empty ones too. */
static void
show_periods(const struct request *req, const struct departs_input *in, const struct rows *counts, struct page *page)
{
	const int64_t year = departs_year(req, in);
	const size_t count = year != 0 ? 4 : DEPARTS_YEARS;
	struct bar *bars = arena_array(req->arena, count, sizeof *bars), all = { .n = 0 };
	struct page *block = page_row(page, MARK("PERIODS"));
	int64_t most = 0;
	size_t i, r, c;

	for (i = 0; i < count; i++) {
		struct departs_input to = *in;

		to.page = 0;
		to.vue = NO_STR;
		if (year != 0)
			to.trimestre = (int64_t)i + 1;
		else
			to.annee = req->today.year + (int64_t)i;
		bars[i].href = address(req, &to);
		bars[i].odd = year == 0 && i % 2 == 1;
		bars[i].label = year != 0 ? arena_format(req->arena, "%zu%s trimestre", i + 1, i == 0 ? "er" : "e") : arena_format(req->arena, "%d", req->today.year + (int)i);
	}
	for (r = 0; r < rows_count(counts); r++) {
		const bool here = str_is(rows_text(counts, r, "kind"), year != 0 ? "trimestre" : "annee");
		const int64_t at = rows_int(counts, r, "place") - (year != 0 ? year * 10 + 1 : req->today.year);

		if (!here || at < 0 || at >= (int64_t)count)
			continue;
		bars[at].n = rows_int(counts, r, "n");
		read_parts(rows_text(counts, r, "parts"), &bars[at]);
		most = bars[at].n > most ? bars[at].n : most;
	}
	for (i = 0; i < count; i++) {
		draw_bar(req, i, count, &bars[i], most, arena_number(req->arena, bars[i].n), true, block);
		show_bar_row(req, &bars[i], block);
		all.n += bars[i].n;
		all.rest += bars[i].rest;
		for (c = 0; c < CATEGORIES; c++)
			all.parts[c] += bars[i].parts[c];
	}
	page_show(block, year != 0 ? MARK("BY_QUARTER") : MARK("BY_YEAR"));
	page_text(page, MARK("TOTAL"), arena_number(req->arena, all.n));
	if (all.n == 0)
		page_show(page, MARK("NOBODY"));
	else
		page_show(page, MARK("SOMEBODY"));
	page_text(block, MARK("SUM_A"), arena_number(req->arena, all.parts[0]));
	page_text(block, MARK("SUM_B"), arena_number(req->arena, all.parts[1]));
	page_text(block, MARK("SUM_C"), arena_number(req->arena, all.parts[2]));
	page_text(block, MARK("SUM_D"), arena_number(req->arena, all.parts[3] + all.parts[4] + all.rest));
}

/* ---- the breakdowns ---- */

struct share { str label, href; int64_t n; };

static int
by_label(const void *a, const void *b)
{
	const struct share *x = a, *y = b;
	const size_t shared = x->label.len < y->label.len ? x->label.len : y->label.len;
	const int order = shared == 0 ? 0 : memcmp(x->label.at, y->label.at, shared);

	return order != 0 ? order : (x->label.len > y->label.len) - (x->label.len < y->label.len);
}

static int
larger(const void *a, const void *b)
{
	const struct share *x = a, *y = b;

	return x->n != y->n ? (x->n < y->n ? 1 : -1) : by_label(a, b);
}

static struct share
share_of(const struct request *req, const struct departs_input *in, const struct rows *counts, size_t r)
{
	const str kind = rows_text(counts, r, "kind"), code = rows_text(counts, r, "code");
	struct share s = { .label = rows_text(counts, r, "label"), .n = rows_int(counts, r, "n") };
	const int64_t id = rows_int(counts, r, "id");
	struct departs_input to = *in;

	to.page = 0;
	to.vue = NO_STR;
	if (str_is(kind, "sexe")) {
		s.label = str_is(code, "F") ? STR("Femmes") : str_is(code, "M") ? STR("Hommes") : STR("Non connu");
		to.sexe = code;
	} else if (str_is(kind, "categorie")) {
		s.label = code.at != NULL ? arena_format(req->arena, "Catégorie %.*s", STR_ARGS(code)) : STR("Catégorie non connue");
		to.categorie = code;
	} else if (str_is(kind, "corps")) {
		s.label = id != 0 ? s.label : STR("Corps non connu");
		to.corps = id;
	} else {
		if (!str_is(code, "siege"))
			to.structure = id;
		else
			s.label = arena_format(req->arena, "%.*s, sans autre précision", STR_ARGS(s.label));
	}
	s.href = str_eq(to.sexe, in->sexe) && str_eq(to.categorie, in->categorie) && to.corps == in->corps && to.structure == in->structure ? NO_STR : address(req, &to);
	return s;
}

static void
show_shares(const struct request *req, const struct departs_input *in, const struct rows *counts, const char *kind, bool sorted, size_t shown, const struct marker *section, struct page *page)
{
	struct share *list = arena_array(req->arena, rows_count(counts) + 1, sizeof *list);
	int64_t most = 0, total = 0;
	size_t r, count = 0, i;
	struct page *block, *more = NULL;

	for (r = 0; r < rows_count(counts); r++) {
		if (!str_is(rows_text(counts, r, "kind"), kind))
			continue;
		list[count] = share_of(req, in, counts, r);
		total += list[count].n;
		most = list[count].n > most ? list[count].n : most;
		count++;
	}
	if (count == 0)
		return;
	qsort(list, count, sizeof *list, sorted ? larger : by_label);
	block = page_row(page, section);
	for (i = 0; i < count; i++) {
		struct page *row;

		if (i == shown) {
			more = page_row(block, MARK("MORE"));
			page_int(more, MARK("MORE_COUNT"), (int64_t)(count - shown));
		}
		row = i < shown ? page_row(block, MARK("SHARE")) : page_row(more, MARK("SHARE_MORE"));
		page_text(row, MARK("SHARE_LABEL"), list[i].label);
		page_text(row, MARK("SHARE_N"), arena_number(req->arena, list[i].n));
		page_text(row, MARK("SHARE_WIDTH"), coordinate(req->arena, most == 0 ? 0 : 100.0 * (double)list[i].n / (double)most));
		page_text(row, MARK("SHARE_PART"), arena_format(req->arena, "%.0f", total == 0 ? 0 : 100.0 * (double)list[i].n / (double)total));
		if (list[i].href.at != NULL)
			page_text(page_row(row, MARK("SHARE_LINK")), MARK("SHARE_HREF"), list[i].href);
		else
			page_show(row, MARK("SHARE_PLAIN"));
	}
	page_text(block, MARK("SHARE_TOTAL"), arena_number(req->arena, total));
}

/* ---- what it will cost ---- */

static const struct { const char *code, *label; } WAITS[] = {
	{ "regle", "Une règle de pension n’est pas chargée (taux et moyenne de la CNSS, surtout)" },
	{ "contradiction", "Des actes de la carrière se contredisent" },
	{ "position", "Aucun texte chargé ne dit si une position compte" },
	{ "indice", "L’indice des dernières années n’est pas connu" },
	{ "dates", "Des dates sont impossibles" },
	{ "depart", "La limite d’âge n’est pas connue" },
	{ "rien", "Aucun acte de service au dossier" },
	{ "attendue", "Le calcul de la nuit ne l’a pas encore vu" },
};

static void
show_waits(const struct request *req, const struct rows *counts, struct page *charge)
{
	size_t w, r;

	for (w = 0; w < sizeof(WAITS) / sizeof(WAITS[0]); w++)
		for (r = 0; r < rows_count(counts); r++)
			if (str_is(rows_text(counts, r, "kind"), "attente") && str_is(rows_text(counts, r, "code"), WAITS[w].code)) {
				struct page *row = page_row(charge, MARK("WAIT"));

				page_text(row, MARK("WAIT_LABEL"), str_of(WAITS[w].label));
				page_text(row, MARK("WAIT_N"), arena_number(req->arena, rows_int(counts, r, "n")));
			}
}

/* "123,4" millions of francs, for the tops of the bars. */
static str
millions(struct arena *arena, int64_t francs)
{
	const long long tenths = ((long long)francs + 50000) / 100000;

	return arena_format(arena, "%lld,%lld\u00a0M", tenths / 10, tenths % 10);
}

static void
show_charge(const struct request *req, const struct departs_input *in, const struct rows *counts, struct page *page)
{
	const int64_t year = departs_year(req, in);
	const size_t count = year != 0 ? 1 : DEPARTS_YEARS;
	struct page *charge = page_row(page, MARK("CHARGE"));
	int64_t most = 0, sum = 0, leaving = 0, complete = 0, incomplete = 0, unentitled = 0;
	struct bar *bars = arena_array(req->arena, count, sizeof *bars);
	bool demo = false;
	size_t r, i;

	for (r = 0; r < rows_count(counts); r++) {
		const int64_t at = rows_int(counts, r, "place") - (year != 0 ? year : req->today.year), cost = rows_int(counts, r, "fnrb_fcfa") + rows_int(counts, r, "cnss_fcfa");

		if (!str_is(rows_text(counts, r, "kind"), "annee") || at < 0 || at >= (int64_t)count)
			continue;
		bars[at].n = cost;
		bars[at].parts[0] = rows_int(counts, r, "n");
		bars[at].parts[1] = rows_int(counts, r, "complete");
		bars[at].parts[2] = rows_int(counts, r, "incomplete");
		bars[at].parts[3] = rows_int(counts, r, "unentitled");
		most = cost > most ? cost : most;
		demo = demo || rows_bool(counts, r, "is_demo");
	}
	for (i = 0; i < count; i++) {
		struct page *row = page_row(charge, MARK("CHARGE_ROW"));

		bars[i].label = arena_format(req->arena, "%d", (int)(year != 0 ? year : req->today.year + (int64_t)i));
		bars[i].odd = i % 2 == 1;
		sum += bars[i].n;
		leaving += bars[i].parts[0];
		complete += bars[i].parts[1];
		incomplete += bars[i].parts[2];
		unentitled += bars[i].parts[3];
		page_text(row, MARK("ROW_LABEL"), bars[i].label);
		page_text(row, MARK("ROW_N"), arena_number(req->arena, bars[i].parts[0]));
		page_text(row, MARK("ROW_COMPLETE"), arena_number(req->arena, bars[i].parts[1]));
		page_text(row, MARK("ROW_INCOMPLETE"), arena_number(req->arena, bars[i].parts[2]));
		page_text(row, MARK("ROW_NONE"), arena_number(req->arena, bars[i].parts[3]));
		page_text(row, MARK("ROW_COST"), arena_number(req->arena, bars[i].n));
		page_text(row, MARK("ROW_SUM"), arena_number(req->arena, sum));
		if (count > 1 && most > 0)
			draw_bar(req, i, count, &bars[i], most, millions(req->arena, bars[i].n), false, charge);
	}
	if (count > 1 && most > 0)
		page_show(charge, MARK("COST_CHART"));
	page_text(charge, MARK("ALL_N"), arena_number(req->arena, leaving));
	page_text(charge, MARK("ALL_COMPLETE"), arena_number(req->arena, complete));
	page_text(charge, MARK("ALL_INCOMPLETE"), arena_number(req->arena, incomplete));
	page_text(charge, MARK("ALL_NONE"), arena_number(req->arena, unentitled));
	page_text(charge, MARK("ALL_COST"), arena_number(req->arena, sum));
	if (demo)
		page_show(charge, MARK("COST_DEMO"));
	show_waits(req, counts, charge);
}

void
departs_show_counts(const struct request *req, const struct departs_input *in, const struct rows *counts, struct page *page)
{
	show_periods(req, in, counts, page);
	show_shares(req, in, counts, "categorie", false, CATEGORIES + 1, MARK("BY_CATEGORY"), page);
	show_shares(req, in, counts, "sexe", true, 3, MARK("BY_SEX"), page);
	show_shares(req, in, counts, "corps", true, CORPS_SHOWN, MARK("BY_CORPS"), page);
	show_shares(req, in, counts, "structure", true, CORPS_SHOWN, MARK("BY_STRUCTURE"), page);
	show_charge(req, in, counts, page);
}
