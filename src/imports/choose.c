/* Which column is which field: proposed by the guesser or by an earlier choice, decided by the clerk. */
#include "pages.h"

#define PLACE(m) OPTIONAL_INT(struct choose_input, m, 1, 512)
const struct field CHOOSE_INPUT[] = {
	FIELD_ID(struct choose_input, import), FIELD_CHOICE(struct choose_input, nature, "personnel|acts|paye"), OPTIONAL_TEXT(struct choose_input, profil, 60),
	PLACE(matricule), PLACE(full_name), PLACE(family_name), PLACE(given_names), PLACE(sex), PLACE(birth_date), PLACE(first_service_date),
	PLACE(act_kind), PLACE(act_reference), PLACE(signed_on), PLACE(effect_date), PLACE(status), PLACE(corps), PLACE(grade), PLACE(category),
	PLACE(scale), PLACE(step), PLACE(structure), PLACE(position), PLACE(phone), PLACE(email), PLACE(note),
	PLACE(pay_month), PLACE(pay_index), PLACE(index_pay), FIELDS_END };

static bool
required(const struct import_field *field, enum column_file file)
{
	return (field->required & 1u << file) != 0;
}

/* The place chosen for each field of this kind of file; 0 = none. */
static void
places_of(const struct choose_input *in, enum column_file file, int64_t places[])
{
	const struct field *f;
	size_t i;

	for (i = 0; i < IMPORT_FIELD_COUNT; i++) {
		places[i] = 0;
		for (f = CHOOSE_INPUT; f->type != FIELD_TYPE_END; f++)
			if (f->type == FIELD_TYPE_INT && str_is(str_of(f->name), column_target_name(IMPORT_FIELDS[i].target)))
				places[i] = *(const int64_t *)(const void *)((const char *)in + f->offset);
		if (!column_target_allowed(file, IMPORT_FIELDS[i].target))
			places[i] = 0;
	}
}

/* The sentence about field i, or NULL: a compulsory field without a column, a column taken by two fields. */
static const char *
fault_of(const int64_t places[], enum column_file file, size_t i)
{
	size_t j;

	if (places[i] == 0)
		return required(&IMPORT_FIELDS[i], file) && column_target_allowed(file, IMPORT_FIELDS[i].target) ? "imports.field_missing" : NULL;
	for (j = 0; j < i; j++)
		if (places[j] == places[i])
			return "imports.column_twice";
	return NULL;
}

struct problem
choose_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct choose_input *in = input;
	const enum column_file file = import_file(in->nature);
	int64_t places[COLUMN_TARGETS];
	str json = STR("{");
	bool complete = true;
	size_t i;

	places_of(in, file, places);
	for (i = 0; i < IMPORT_FIELD_COUNT; i++) {
		complete = complete && fault_of(places, file, i) == NULL;
		if (places[i] != 0)
			json = arena_format(req->arena, "%.*s%s\"%s\":%lld", STR_ARGS(json), json.len > 1 ? "," : "", column_target_name(IMPORT_FIELDS[i].target),
			                    (long long)places[i]);
	}
	json = arena_format(req->arena, "%.*s}", STR_ARGS(json));
	ASK(batch, &CHOOSE, ARG(in->import), ARG(json), ARG(in->profil), ARG(complete), ARG(import_place(req, in->import, "")),
	    ARG(import_place(req, in->import, "/colonnes?revoir=oui")));
	return NO_PROBLEM;
}

struct problem
columns_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct import_input *in = input;

	(void)req;
	ASK(batch, &IMPORT_ONE, ARG(in->import));
	ASK(batch, &IMPORT_COLUMNS, ARG(in->import));
	ASK(batch, &IMPORT_CHOICES, ARG(in->import));
	ASK(batch, &IMPORT_PROFILE, ARG(in->import));
	return NO_PROBLEM;
}

/* "A", … "Z", "AA": how a spreadsheet names the column. */
static str
letters(struct arena *arena, size_t place)
{
	char text[4];
	size_t n = sizeof text;

	for (; place > 0; place = (place - 1) / 26)
		text[--n] = (char)('A' + (place - 1) % 26);
	return arena_copy(arena, (str){ text + n, sizeof text - n });
}

static void
show_options(const struct request *req, struct page *row, const struct rows *columns, int64_t chosen)
{
	size_t i;

	for (i = 0; i < rows_count(columns); i++) {
		struct page *option = page_row(row, MARK("OPTIONS"));
		const int64_t place = rows_int(columns, i, "place");
		const str header = rows_text(columns, i, "header");

		page_int(option, MARK("PLACE"), place);
		page_text(option, MARK("OPTION_LABEL"), arena_format(req->arena, "%.*s – %.*s", STR_ARGS(letters(req->arena, (size_t)place)),
		          STR_ARGS(str_empty(header) ? STR("(sans en-tête)") : header)));
		if (place == chosen)
			page_show(option, MARK("CHOSEN"));
	}
}

/* Why that column was proposed, and a few of its values. */
static void
show_chosen(const struct request *req, struct page *row, const struct rows *columns, enum column_target target, int64_t chosen)
{
	static const char *const examples[] = { "example_1", "example_2", "example_3" };
	const size_t i = (size_t)chosen - 1;
	struct page *about;
	str shown = NO_STR;
	size_t e;

	if (chosen < 1 || i >= rows_count(columns))
		return;
	about = page_row(row, MARK("ABOUT"));
	for (e = 0; e < 3; e++) {
		const str value = rows_text(columns, i, examples[e]);

		if (!str_empty(value))
			shown = shown.at == NULL ? value : arena_format(req->arena, "%.*s · %.*s", STR_ARGS(shown), STR_ARGS(value));
	}
	page_text(about, MARK("EXAMPLES"), shown.at != NULL ? shown : STR("aucune valeur dans les premières lignes"));
	if (str_is(rows_text(columns, i, "guess"), column_target_name(target))) {
		struct page *guess = page_row(about, MARK("GUESS"));

		page_text(guess, MARK("WHY"), sentence_with(req->sentences, req->arena, arena_copy(req->arena, rows_text(columns, i, "why")).at,
		          rows_text(columns, i, "detail")));
		page_int(guess, MARK("CONFIDENCE"), rows_int(columns, i, "confidence"));
		page_show(guess, rows_int(columns, i, "confidence") >= 70 ? MARK("IS_SURE") : MARK("IS_UNSURE"));
	} else {
		page_show(about, MARK("BY_HAND"));
	}
}

static void
show_fault(const struct request *req, struct page *summary, struct page *row, const struct import_field *field, const char *why)
{
	const str text = sentence_with(req->sentences, req->arena, why, str_of(field->label));
	struct page *problem = page_row(summary, MARK("PROBLEM"));

	page_text(problem, MARK("PROBLEM_TEXT"), text);
	page_text(problem, MARK("PROBLEM_FIELD"), str_of(column_target_name(field->target)));
	page_text(page_row(row, MARK("FIELD_ERROR")), MARK("FIELD_ERROR_TEXT"), text);
}

static void
show_left(const struct request *req, struct page *page, const struct rows *columns)
{
	size_t i;
	bool any = false;

	for (i = 0; i < rows_count(columns); i++) {
		struct page *left;

		if (!str_empty(rows_text(columns, i, "field")))
			continue;
		any = true;
		left = page_row(page, MARK("LEFT"));
		page_bind_row(left, req->arena, columns, i);
		page_text(left, MARK("LETTER"), letters(req->arena, (size_t)rows_int(columns, i, "place")));
	}
	if (any)
		page_show(page, MARK("HAS_LEFT"));
}

struct reply
columns_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct import_input *in = input;
	const struct rows *columns = results_of(got, &IMPORT_COLUMNS), *choices = results_of(got, &IMPORT_CHOICES);
	const struct problem problem = page_bind_all(req, got, page);
	const enum column_file file = import_file(rows_text(results_of(got, &IMPORT_ONE), 0, "kind_code"));
	int64_t places[COLUMN_TARGETS] = { 0 };
	struct page *summary = NULL;
	size_t i, c;

	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem);
	for (i = 0; i < IMPORT_FIELD_COUNT; i++)
		for (c = 0; c < rows_count(choices); c++)
			if (str_is(rows_text(choices, c, "field"), column_target_name(IMPORT_FIELDS[i].target)))
				places[i] = rows_int(choices, c, "place");
	for (i = 0; i < IMPORT_FIELD_COUNT; i++) {
		const struct import_field *field = &IMPORT_FIELDS[i];
		const char *why = in->revoir ? fault_of(places, file, i) : NULL;
		struct page *row;

		if (!column_target_allowed(file, field->target))
			continue;
		row = page_row(page, MARK("FIELDS"));
		page_text(row, MARK("FIELD"), str_of(column_target_name(field->target)));
		page_text(row, MARK("FIELD_LABEL"), str_of(field->label));
		if (field->hint != NULL)
			page_text(page_row(row, MARK("FIELD_HINT")), MARK("FIELD_HINT_TEXT"), str_of(field->hint));
		if (!required(field, file))
			page_show(row, MARK("FIELD_OPTIONAL"));
		show_options(req, row, columns, places[i]);
		show_chosen(req, row, columns, field->target, places[i]);
		if (why == NULL)
			continue;
		if (summary == NULL)
			summary = page_row(page, MARK("PROBLEMS"));
		show_fault(req, summary, row, field, why);
	}
	show_left(req, page, columns);
	import_show_base(req, page);
	page_text(page, MARK("PROFIL_VALUE"), rows_text(results_of(got, &IMPORT_PROFILE), 0, "name"));
	return reply_page();
}
