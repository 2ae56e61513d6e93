/* Departures: what is asked for, from whom, and the list of agents. Everything is in the address, so a page can be sent to a colleague, who
 * sees the agents of his own structures. */
#include "departs.h"

#define FILTERS(T) OPTIONAL_INT(T, annee, 2000, 2200), OPTIONAL_INT(T, trimestre, 1, 4), OPTIONAL_CHOICE(T, categorie, "A|B|C|D|E"), OPTIONAL_ID(T, corps), \
	OPTIONAL_ID(T, structure), OPTIONAL_CHOICE(T, sexe, "F|M"), OPTIONAL_CHOICE(T, vue, DEPARTS_VIEWS)
const struct field DEPARTS_FIELDS[] = { FILTERS(struct departs_input), OPTIONAL_INT(struct departs_input, page, 1, 4000), FIELDS_END };

const struct query DEPARTS_COUNTS = { "select * from cohorts_api.departures($1, $2, $3, $4, $5, $6)" };
const struct query DEPARTS_HEAD = { "select * from cohorts_api.departures_head($1, $2, $3, $4)" };
const struct query DEPARTS_LIST = { "select * from cohorts_api.leaving($1, $2, $3, $4, $5, $6, $7, $8, $9)" };
const struct query DEPARTS_TOTAL = { "select * from cohorts_api.leaving_total($1, $2, $3, $4, $5, $6, $7)" };
const struct query DEPARTS_CHOICES = { "select * from cohorts_api.choices($1, $2)" };

int64_t
departs_year(const struct request *req, const struct departs_input *in)
{
	return in->annee >= req->today.year && in->annee < req->today.year + DEPARTS_YEARS ? in->annee : 0;
}

static int64_t
quarter_of(const struct request *req, const struct departs_input *in)
{
	return departs_year(req, in) != 0 ? in->trimestre : 0;
}

static str
view_of(const struct departs_input *in)
{
	return str_empty(in->vue) ? STR("dates") : in->vue;
}

struct problem
departs_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct departs_input *in = input;
	const struct value year = ARG_ID(departs_year(req, in)), quarter = ARG_ID(quarter_of(req, in)), corps = ARG_ID(in->corps), structure = ARG_ID(in->structure);
	const int64_t page = in->page > 0 ? in->page : 1;

	ASK(batch, &DEPARTS_HEAD, ARG(in->categorie), corps, structure, ARG(in->sexe));
	ASK(batch, &DEPARTS_COUNTS, year, quarter, ARG(in->categorie), corps, structure, ARG(in->sexe));
	if (!str_is(view_of(in), "dates"))          /* the counts know how many those are */
		ASK(batch, &DEPARTS_TOTAL, ARG(view_of(in)), year, quarter, ARG(in->categorie), corps, structure, ARG(in->sexe));
	ASK(batch, &DEPARTS_LIST, ARG(view_of(in)), year, quarter, ARG(in->categorie), corps, structure, ARG(in->sexe), ARG((int64_t)DEPARTS_PAGE),
	    ARG((page - 1) * DEPARTS_PAGE));
	ASK(batch, &DEPARTS_CHOICES, corps, structure);
	return NO_PROBLEM;
}

struct problem
departs_then(const struct request *req, const void *input, const struct results *got, struct batch *batch)
{
	const struct departs_input *in = input;
	struct problem wrong = { .kind = PROBLEM_INPUT, .field = "annee", .text = "cohorts.year_out" };

	(void)got;
	(void)batch;
	if (in->annee != 0 && departs_year(req, in) == 0) {
		wrong.detail = arena_format(req->arena, "%d à %d", req->today.year, req->today.year + DEPARTS_YEARS - 1);
		return wrong;
	}
	return in->trimestre != 0 && in->annee == 0 ? problem_input("trimestre", "cohorts.quarter_alone") : NO_PROBLEM;
}

/* ---- addresses ---- */

static str
joined(struct arena *arena, str query, const char *name, str value)
{
	if (str_empty(value))
		return query;
	return arena_format(arena, "%.*s%s%s=%.*s", STR_ARGS(query), query.len == 0 ? "?" : "&", name, STR_ARGS(value));
}

static str
number(struct arena *arena, int64_t n)
{
	return n == 0 ? STR("") : arena_format(arena, "%lld", (long long)n);
}

static str
opaque(struct arena *arena, int64_t id)
{
	return id == 0 ? STR("") : opaque_text(arena, id);
}

str
departs_query(struct arena *arena, const struct departs_input *in)
{
	str query = STR("");

	query = joined(arena, query, "annee", number(arena, in->annee));
	query = joined(arena, query, "trimestre", number(arena, in->trimestre));
	query = joined(arena, query, "categorie", in->categorie);
	query = joined(arena, query, "corps", opaque(arena, in->corps));
	query = joined(arena, query, "structure", opaque(arena, in->structure));
	query = joined(arena, query, "sexe", in->sexe);
	query = joined(arena, query, "vue", in->vue);
	return joined(arena, query, "page", number(arena, in->page > 1 ? in->page : 0));
}

str
departs_period(const struct request *req, const struct departs_input *in)
{
	const int64_t year = departs_year(req, in), quarter = quarter_of(req, in);

	if (year == 0)
		return arena_format(req->arena, "%d à %d", req->today.year, req->today.year + DEPARTS_YEARS - 1);
	if (quarter == 0)
		return number(req->arena, year);
	return arena_format(req->arena, "%lld%s trimestre %lld", (long long)quarter, quarter == 1 ? "er" : "e", (long long)year);
}

static void
show_filter(const struct request *req, const struct departs_input *without, str label, struct page *page)
{
	struct page *row = page_row(page, MARK("FILTER"));

	page_text(row, MARK("FILTER_LABEL"), label);
	page_text(row, MARK("FILTER_HREF"), arena_format(req->arena, "/pensions/departs%.*s", STR_ARGS(departs_query(req->arena, without))));
}

void
departs_show_filters(const struct request *req, const struct departs_input *in, const struct rows *head, struct page *page)
{
	struct departs_input w;

	if (departs_year(req, in) != 0) {
		w = *in, w.page = w.annee = w.trimestre = 0;
		show_filter(req, &w, number(req->arena, in->annee), page);
	}
	if (quarter_of(req, in) != 0) {
		w = *in, w.page = w.trimestre = 0;
		show_filter(req, &w, arena_format(req->arena, "%lld%s trimestre", (long long)in->trimestre, in->trimestre == 1 ? "er" : "e"), page);
	}
	if (!str_empty(in->categorie)) {
		w = *in, w.page = 0, w.categorie = NO_STR;
		show_filter(req, &w, arena_format(req->arena, "Catégorie %.*s", STR_ARGS(in->categorie)), page);
	}
	if (!str_empty(in->sexe)) {
		w = *in, w.page = 0, w.sexe = NO_STR;
		show_filter(req, &w, str_is(in->sexe, "F") ? STR("Femmes") : STR("Hommes"), page);
	}
	if (in->corps != 0) {
		w = *in, w.page = w.corps = 0;
		show_filter(req, &w, rows_text(head, 0, "corps_name"), page);
	}
	if (in->structure != 0) {
		w = *in, w.page = w.structure = 0;
		show_filter(req, &w, rows_text(head, 0, "structure_name"), page);
	}
}

/* ---- the page ---- */

static void
show_head(const struct request *req, const struct departs_input *in, const struct rows *head, struct page *page)
{
	struct departs_input other = *in;

	other.annee = other.trimestre = other.page = 0;
	other.vue = STR("passee");
	page_text(page, MARK("OVERDUE_HREF"), arena_format(req->arena, "/pensions/departs%.*s#liste", STR_ARGS(departs_query(req->arena, &other))));
	other.vue = STR("inconnue");
	page_text(page, MARK("UNKNOWN_HREF"), arena_format(req->arena, "/pensions/departs%.*s#liste", STR_ARGS(departs_query(req->arena, &other))));
	other = *in;
	other.vue = NO_STR;
	other.page = 0;
	page_text(page, MARK("DATES_HREF"), arena_format(req->arena, "/pensions/departs%.*s#liste", STR_ARGS(departs_query(req->arena, &other))));
	page_text(page, MARK("SOON"), arena_number(req->arena, rows_int(head, 0, "soon")));
	page_text(page, MARK("OVERDUE"), arena_number(req->arena, rows_int(head, 0, "overdue")));
	page_text(page, MARK("UNKNOWN"), arena_number(req->arena, rows_int(head, 0, "unknown")));
	page_text(page, MARK("PERIOD"), departs_period(req, in));
	page_text(page, MARK("TODAY"), date_french(req->arena, req->today));
	if (rows_text(head, 0, "structure_name").at != NULL)
		page_text(page_row(page, MARK("OF_STRUCTURE")), MARK("STRUCTURE_CHOSEN"), rows_text(head, 0, "structure_name"));
	if (rows_text(head, 0, "made_at").at != NULL)
		page_text(page_row(page, MARK("ESTIMATED")), MARK("ESTIMATED_AT"), clock_french(req->arena, rows_instant(head, 0, "made_at")));
	else
		page_show(page, MARK("NO_ESTIMATE"));
}

/* Whether one rule gives the day of effect of all of them: it is then said once. */
static void
show_effect(const struct rows *list, struct page *page)
{
	const str first = rows_text(list, 0, "effect_label");
	struct page *same;
	size_t i;

	for (i = 1; i < rows_count(list); i++)
		if (!str_eq(rows_text(list, i, "effect_label"), first)) {
			page_show(page, MARK("EFFECT_VARIES"));
			return;
		}
	if (str_empty(first))
		return;
	same = page_row(page, MARK("EFFECT_SAME"));
	page_text(same, MARK("LIST_EFFECT"), first);
	page_text(same, MARK("LIST_EFFECT_SOURCE"), rows_text(list, 0, "effect_source"));
	if (rows_bool(list, 0, "date_is_demo"))
		page_show(same, MARK("LIST_EFFECT_DEMO"));
}

/* How many the list holds. */
static int64_t
total_of(const struct departs_input *in, const struct results *got)
{
	const struct rows *counts = results_of(got, &DEPARTS_COUNTS);
	int64_t total = 0;
	size_t r;

	if (!str_is(view_of(in), "dates"))
		return rows_int(results_of(got, &DEPARTS_TOTAL), 0, "total");
	for (r = 0; r < rows_count(counts); r++)
		total += str_is(rows_text(counts, r, "kind"), "annee") ? rows_int(counts, r, "n") : 0;
	return total;
}

static void
show_other_page(const struct request *req, const struct departs_input *in, int64_t number, const struct marker *section, const struct marker *address, struct page *list)
{
	struct departs_input other = *in;

	other.page = number;
	page_show(list, section);
	page_text(list, address, arena_format(req->arena, "/pensions/departs%.*s#liste", STR_ARGS(departs_query(req->arena, &other))));
}

static void
show_list(const struct request *req, const struct departs_input *in, const struct results *got, struct page *page)
{
	const int64_t total = total_of(in, got), here = in->page > 0 ? in->page : 1, last = here * DEPARTS_PAGE < total ? here * DEPARTS_PAGE : total;
	struct departs_input all = *in;
	struct page *list = page_row(page, MARK("LIST"));

	page_bind(list, req->arena, "AGENTS", results_of(got, &DEPARTS_LIST));
	show_effect(results_of(got, &DEPARTS_LIST), list);
	page_text(list, MARK("LIST_TOTAL"), arena_number(req->arena, total));
	page_text(list, MARK("LIST_FIRST"), arena_number(req->arena, (here - 1) * DEPARTS_PAGE + 1));
	page_text(list, MARK("LIST_LAST"), arena_number(req->arena, last));
	page_show(list, str_is(in->vue, "passee") ? MARK("VIEW_PAST") : str_is(in->vue, "inconnue") ? MARK("VIEW_UNKNOWN") : MARK("VIEW_DATES"));
	if (here > 1)
		show_other_page(req, in, here - 1, MARK("HAS_PREVIOUS"), MARK("PREVIOUS"), list);
	if (last < total)
		show_other_page(req, in, here + 1, MARK("HAS_NEXT"), MARK("NEXT"), list);
	all.page = 0;
	if (total > 0)
		page_text(page_row(list, MARK("EXPORT")), MARK("EXPORT_HREF"), arena_format(req->arena, "/pensions/departs/export%.*s", STR_ARGS(departs_query(req->arena, &all))));
}

static void
show_choices(const struct request *req, const struct departs_input *in, const struct rows *choices, struct page *page)
{
	int i;
	size_t r;

	for (i = 0; i < DEPARTS_YEARS; i++) {
		struct page *row = page_row(page, MARK("YEAR_CHOICE"));

		page_int(row, MARK("YEAR"), req->today.year + i);
		if (departs_year(req, in) == req->today.year + i)
			page_show(row, MARK("IS_ON"));
	}
	for (i = 1; i <= 4; i++) {
		struct page *row = page_row(page, MARK("QUARTER_CHOICE"));

		page_int(row, MARK("QUARTER"), i);
		page_text(row, MARK("NTH"), i == 1 ? STR("er") : STR("e"));
		if (quarter_of(req, in) == i)
			page_show(row, MARK("IS_ON"));
	}
	for (r = 0; r < rows_count(choices); r++) {
		struct page *row = page_row(page, str_is(rows_text(choices, r, "list"), "corps") ? MARK("CORPS_CHOICE") : MARK("STRUCTURE_CHOICE"));

		page_text(row, MARK("ID"), opaque_text(req->arena, rows_int(choices, r, "id")));
		page_text(row, MARK("LABEL"), rows_text(choices, r, "label"));
		if (rows_bool(choices, r, "is_on") && (in->corps != 0 || in->structure != 0))
			page_show(row, MARK("IS_ON"));
	}
	if (!str_empty(in->categorie))
		page_show(page, str_is(in->categorie, "A") ? MARK("CATEGORIE_A_ON") : str_is(in->categorie, "B") ? MARK("CATEGORIE_B_ON") : str_is(in->categorie, "C")
		          ? MARK("CATEGORIE_C_ON") : str_is(in->categorie, "D") ? MARK("CATEGORIE_D_ON") : MARK("CATEGORIE_E_ON"));
	if (!str_empty(in->sexe))
		page_show(page, str_is(in->sexe, "F") ? MARK("SEXE_F_ON") : MARK("SEXE_M_ON"));
}

struct reply
departs_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct departs_input *in = input;
	const struct rows *head = results_of(got, &DEPARTS_HEAD);

	show_head(req, in, head, page);
	departs_show_filters(req, in, head, page);
	departs_show_counts(req, in, results_of(got, &DEPARTS_COUNTS), page);
	show_choices(req, in, results_of(got, &DEPARTS_CHOICES), page);
	show_list(req, in, got, page);
	return reply_page();
}
