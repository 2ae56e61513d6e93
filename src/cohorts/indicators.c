/* Indicators of pensions over a period. Five years unless asked otherwise: a booklet may take three, and a shorter look would not see those who
 * still wait. A figure of fewer than five files is not told: its sample is. */
#include "indicators.h"

#include "guichet/export.h"

const struct field INDICATORS_FIELDS[] = { OPTIONAL_DATE(struct indicators_input, du), OPTIONAL_DATE(struct indicators_input, au),
	OPTIONAL_CHOICE(struct indicators_input, chiffre, FIGURES), FIELDS_END };
const struct field INDICATORS_EXPORT_FIELDS[] = { OPTIONAL_DATE(struct indicators_input, du), OPTIONAL_DATE(struct indicators_input, au),
	FIELD_CHOICE(struct indicators_input, format, "xlsx|csv"), FIELDS_END };

const struct query INDICATORS_FIGURES = { "select * from cohorts_api.indicators($1, $2)" };
const struct query INDICATORS_LATE = { "select * from cohorts_api.late_desks()", .shows = "DESKS" };
const struct query INDICATORS_ROWS = { "select * from cohorts_api.figure_list($1, $2, $3)", .shows = "FILES" };

enum { ENOUGH = 5 };
enum figure_kind { DELAY, SHARE, PIECES };
static const struct figure { const char *code; enum figure_kind kind; const char *title, *words, *definition; } LIST[] = {
	{ "livret", DELAY, "Du départ au livret", "pour la moitié des retraités",
	  "Jours de calendrier entre le premier jour de la pension et la remise du livret, des agents partis dans la période ; 0 quand il est remis le jour du départ ou avant. "
	  "Un livret qui manque encore compte pour le temps déjà attendu, comme « pas encore fini » (méthode de Kaplan et Meier)." },
	{ "jour", SHARE, "Livret en main le jour du départ", "des agents partis dans la période",
	  "Part des agents partis dans la période dont le livret était remis le premier jour de la pension (loi 86-014, art. 53)." },
	{ "notification", DELAY, "De la signature à la notification", "pour la moitié des pensions signées",
	  "Jours de calendrier entre la signature de la concession et sa notification à l’agent, des concessions signées dans la période ; celles qui ne sont pas notifiées comptent "
	  "pour le temps déjà attendu." },
	{ "pieces", PIECES, "Pièces demandées à l’agent", "pièces par dossier, en moyenne",
	  "Actes que le dossier n’a pas trouvés aux archives et qui ont été demandés à l’agent, par dossier ouvert dans la période. Le but est zéro." },
	{ "systeme", SHARE, "Dossiers ouverts sans demande", "des dossiers ouverts dans la période",
	  "Part des dossiers de la période que le portail a ouverts de lui-même, avant que l’agent ou son service ne le demande." },
	{ "automatique", SHARE, "Liquidés automatiquement", "des pensions liquidées dans la période",
	  "Part des dossiers dont la première liquidation complète date de la période et s’est faite sans saisie, carrière et paye concordant." },
};
enum { COUNT = sizeof(LIST) / sizeof(LIST[0]) };

static struct date
first_day(const struct request *req, const struct indicators_input *in)
{
	return date_there(in->du) ? in->du : date_add_years(req->today, -5);
}

static struct date
last_day(const struct request *req, const struct indicators_input *in)
{
	return date_there(in->au) ? in->au : req->today;
}

static struct problem
judge_period(const struct request *req, const struct indicators_input *in)
{
	if (date_there(in->au) && date_compare(in->au, req->today) > 0)
		return problem_input("au", "cohorts.period_ahead");
	if (date_compare(last_day(req, in), first_day(req, in)) < 0)
		return problem_input(date_there(in->au) ? "au" : "du", "cohorts.period_backwards");
	return NO_PROBLEM;
}

struct problem
indicators_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct indicators_input *in = input;

	ASK(batch, &INDICATORS_FIGURES, ARG(first_day(req, in)), ARG(last_day(req, in)));
	ASK_PLAIN(batch, &INDICATORS_LATE);
	if (!str_empty(in->chiffre))
		ASK(batch, &INDICATORS_ROWS, ARG(in->chiffre), ARG(first_day(req, in)), ARG(last_day(req, in)));
	return NO_PROBLEM;
}

struct problem
indicators_then(const struct request *req, const void *input, const struct results *got, struct batch *batch)
{
	(void)got;
	(void)batch;
	return judge_period(req, input);
}

/* What a figure says; absent when its sample is too small, or when more than half are still running. */
struct said { str big, unit, also; int64_t n, open; bool few; int share; };

static size_t
row_of(const struct rows *rows, const char *code)
{
	size_t r;

	for (r = 0; r < rows_count(rows); r++)
		if (str_is(rows_text(rows, r, "figure_code"), code))
			return r;
	return SIZE_MAX;
}

/* Tenths, half up. */
static str
tenths(struct arena *arena, int64_t top, int64_t bottom)
{
	const int64_t t = (20 * top + bottom) / (2 * bottom);

	return arena_format(arena, "%lld,%lld", (long long)(t / 10), (long long)(t % 10));
}

static struct said
say_figure(struct arena *arena, const struct figure *f, const struct rows *rows)
{
	const size_t r = row_of(rows, f->code);
	struct said s = { .n = r == SIZE_MAX ? 0 : rows_int(rows, r, "n"), .share = -1 };
	int64_t hits;

	s.few = s.n < ENOUGH;
	if (r == SIZE_MAX || s.few)
		return s;
	hits = rows_int(rows, r, "hits");
	s.open = rows_int(rows, r, "n_open");
	if (f->kind == DELAY && rows_text(rows, r, "median_").at != NULL) {
		s.big = arena_format(arena, "%lld", (long long)rows_int(rows, r, "median_"));
		s.unit = rows_int(rows, r, "median_") > 1 ? STR("jours") : STR("jour");
		s.also = rows_text(rows, r, "p90").at != NULL ? arena_format(arena, "Un sur dix attend plus de %lld jours.", (long long)rows_int(rows, r, "p90"))
		                                              : STR("Un sur dix attend encore.");
	} else if (f->kind == DELAY) {
		s.also = STR("Plus de la moitié attendent encore : aucune durée ne peut être dite.");
	} else if (f->kind == PIECES) {
		s.big = tenths(arena, rows_int(rows, r, "pieces"), s.n);
		s.also = arena_format(arena, "%lld dossiers sur %lld n’ont rien demandé à l’agent.", (long long)hits, (long long)s.n);
	} else {
		s.share = (int)((200 * hits + s.n) / (2 * s.n));
		s.big = arena_format(arena, "%d", s.share);
		s.unit = STR("%");
		s.also = arena_format(arena, "%lld sur %lld.", (long long)hits, (long long)s.n);
	}
	return s;
}

static void
show_figure(const struct request *req, const struct indicators_input *in, const struct figure *f, const struct rows *rows, struct page *page)
{
	const struct said s = say_figure(req->arena, f, rows);
	struct page *card = page_row(page, MARK("FIGURE"));

	page_text(card, MARK("CODE"), str_of(f->code));
	page_text(card, MARK("FIGURE_TITLE"), str_of(f->title));
	page_text(card, MARK("DEFINITION"), str_of(f->definition));
	page_int(card, MARK("N"), s.n);
	page_show(card, s.n == 1 ? MARK("N_ONE") : MARK("N_MANY"));
	if (s.open > 0)
		page_int(page_row(card, MARK("OPEN")), MARK("N_OPEN"), s.open);
	if (s.few)
		page_show(card, MARK("FEW"));
	if (s.big.at != NULL) {
		struct page *big = page_row(card, MARK("BIG"));

		page_text(big, MARK("VALUE"), s.big);
		page_text(big, MARK("UNIT"), s.unit);
		page_text(big, MARK("WORDS"), str_of(f->words));
	}
	if (s.share >= 0)
		page_int(page_row(card, MARK("BAR")), MARK("BAR_WIDTH"), s.share);
	page_text(card, MARK("ALSO"), s.also);
	if (s.n > 0)
		page_text(page_row(card, MARK("BEHIND")), MARK("BEHIND_HREF"), arena_format(req->arena, "/pensions/indicateurs?du=%.*s&au=%.*s&chiffre=%s#lignes",
			STR_ARGS(date_iso(req->arena, first_day(req, in))), STR_ARGS(date_iso(req->arena, last_day(req, in))), f->code));
}

static void
show_rows(const struct request *req, const struct indicators_input *in, const struct results *got, struct page *page)
{
	struct page *lines;
	size_t i;

	if (str_empty(in->chiffre))
		return;
	lines = page_row(page, MARK("LINES"));
	for (i = 0; i < COUNT; i++)
		if (str_is(in->chiffre, LIST[i].code)) {
			page_text(lines, MARK("LINES_TITLE"), str_of(LIST[i].title));
			page_show(lines, LIST[i].kind == SHARE ? MARK("OF_SHARE") : LIST[i].kind == PIECES ? MARK("OF_PIECES") : MARK("OF_DAYS"));
		}
	page_bind(lines, req->arena, "FILES", results_of(got, &INDICATORS_ROWS));
}

struct reply
indicators_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct indicators_input *in = input;
	const struct date from = first_day(req, in), to = last_day(req, in);
	static const struct { const char *label; int years; } SPANS[] = { { "Douze mois", 1 }, { "Trois ans", 3 }, { "Cinq ans", 5 } };
	size_t i;

	page_text(page, MARK("FROM"), date_french(req->arena, from));
	page_text(page, MARK("TO"), date_french(req->arena, to));
	page_text(page, MARK("FROM_ISO"), date_iso(req->arena, from));
	page_text(page, MARK("TO_ISO"), date_iso(req->arena, to));
	if (req->problem_count == 0) {
		page_text(page, MARK("DU_VALUE"), date_french(req->arena, from));
		page_text(page, MARK("AU_VALUE"), date_french(req->arena, to));
	}
	for (i = 0; i < sizeof(SPANS) / sizeof(SPANS[0]); i++) {
		const struct date begin = date_add_years(req->today, -SPANS[i].years);
		struct page *span = page_row(page, MARK("SPAN"));

		page_text(span, MARK("SPAN_LABEL"), str_of(SPANS[i].label));
		page_text(span, MARK("SPAN_HREF"), arena_format(req->arena, "/pensions/indicateurs?du=%.*s", STR_ARGS(date_iso(req->arena, begin))));
		if (date_compare(begin, from) == 0 && date_compare(to, req->today) == 0)
			page_show(span, MARK("IS_ON"));
	}
	for (i = 0; i < COUNT; i++)
		show_figure(req, in, &LIST[i], results_of(got, &INDICATORS_FIGURES), page);
	page_bind(page, req->arena, "DESKS", results_of(got, &INDICATORS_LATE));
	show_rows(req, in, got, page);
	return reply_page();
}

/* ---- export: figures only, no person ---- */

struct problem
indicators_export_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct indicators_input *in = input;
	const struct problem problem = judge_period(req, in);

	if (problem.kind != PROBLEM_NONE)
		return problem;
	ASK(batch, &INDICATORS_FIGURES, ARG(first_day(req, in)), ARG(last_day(req, in)));
	ASK_PLAIN(batch, &INDICATORS_LATE);
	return NO_PROBLEM;
}

static void
write_figures(const struct request *req, struct sheet_writer *writer, const struct rows *rows)
{
	size_t i;

	for (i = 0; i < COUNT; i++) {
		const struct said s = say_figure(req->arena, &LIST[i], rows);
		const str cells[6] = { str_of(LIST[i].title), s.big, LIST[i].kind == PIECES ? STR("pièces par dossier") : s.unit,
			s.few ? STR("trop peu pour conclure") : s.also, arena_format(req->arena, "%lld", (long long)s.n), str_of(LIST[i].definition) };

		if (!sheet_write_row(writer, cells, 6))
			return;
	}
}

static void
write_desks(const struct request *req, struct sheet_writer *writer, const struct rows *rows)
{
	size_t i;

	for (i = 0; i < rows_count(rows); i++) {
		const str cells[6] = { arena_format(req->arena, "En retard : %.*s", STR_ARGS(rows_text(rows, i, "label"))), rows_text(rows, i, "late"), STR("dossiers"),
			arena_format(req->arena, "le plus ancien : %lld jours", (long long)rows_int(rows, i, "worst")), rows_text(rows, i, "held"),
			STR("Dossiers que ce bureau tient aujourd’hui, et ceux dont le délai ouvrable est passé.") };

		if (!sheet_write_row(writer, cells, 6))
			return;
	}
}

struct reply
indicators_export_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct indicators_input *in = input;
	const enum sheet_kind kind = export_kind(in->format);
	const struct sheet_document about = { .title = "Indicateurs des pensions", .author = "Guichet", .created = req->now };
	static const struct sheet_column COLUMNS[6] = { { "Indicateur", SHEET_TEXT, 34 }, { "Valeur", SHEET_TEXT, 10 }, { "Unité", SHEET_TEXT, 18 },
		{ "Précision", SHEET_TEXT, 40 }, { "Dossiers comptés", SHEET_INT, 0 }, { "Définition", SHEET_TEXT, 80 } };
	struct sheet_writer *writer = sheet_write_open(req->arena, kind, COLUMNS, 6, &about, -1);

	(void)page;
	if (writer != NULL) {
		write_figures(req, writer, results_of(got, &INDICATORS_FIGURES));
		write_desks(req, writer, results_of(got, &INDICATORS_LATE));
	}
	return export_sheet(req, writer, arena_format(req->arena, "indicateurs-pensions-%.*s-%.*s", STR_ARGS(date_iso(req->arena, first_day(req, in))),
	                    STR_ARGS(date_iso(req->arena, last_day(req, in)))), kind);
}
