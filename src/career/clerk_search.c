/* Searching: the form is posted, the search is kept under its number, and the list is read by that number. */
#include "career/clerk.h"

const struct field CLERK_SEARCH_FIELDS[] = {
	OPTIONAL_TEXT(struct clerk_search_input, q, 100), OPTIONAL_ID(struct clerk_search_input, structure),
	OPTIONAL_ID(struct clerk_search_input, corps),
	OPTIONAL_TEXT(struct clerk_search_input, statut, 20), OPTIONAL_TEXT(struct clerk_search_input, categorie, 5),
	OPTIONAL_TEXT(struct clerk_search_input, position, 30), FIELD_BOOL(struct clerk_search_input, lacunes),
	FIELD_BOOL(struct clerk_search_input, retraite), FIELDS_END };

const struct field CLERK_LIST_FIELDS[] = {
	OPTIONAL_ID(struct clerk_list_input, recherche), OPTIONAL_CHOICE(struct clerk_list_input, tri, CLERK_SORTS),
	OPTIONAL_INT(struct clerk_list_input, page, 1, 400), FIELDS_END };
const struct field CLERK_KEEP_FIELDS[] = {
	FIELD_ID(struct clerk_keep_input, recherche), FIELD_CHOICE(struct clerk_keep_input, geste, "garder|oublier"), FIELDS_END };

const struct query CLERK_HEAD = { "select * from career_api.search_head($1, $2, $3)", .shows = "." };
const struct query CLERK_FOUND = { "select * from career_api.found($1, $2, $3, $4)", .shows = "AGENTS" };
const struct query CLERK_RECENT = { "select search_id as recent_id, label as recent_label, made_at, is_kept as recent_is_kept"
	" from career_api.recent_searches()",
	.shows = "RECENTES" };
const struct query CLERK_STRUCTURES = { "select * from career_api.choice_structures($1)", .shows = "STRUCTURES" };
const struct query CLERK_CORPS = { "select * from career_api.choice_corps($1)", .shows = "CORPS" };
const struct query CLERK_CODES = { "select * from career_api.choice_codes($1)" };
const struct query CLERK_KEEP = { "select * from career_api.keep_search($1, $2, $3, $4, $5, $6, $7, $8)" };
const struct query CLERK_MARK = { "select career_api.mark_search($1, $2 = 'garder')", .takes = "recherche geste" };

struct problem
clerk_search_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct clerk_search_input *in = input;

	(void)req;
	ASK(batch, &CLERK_KEEP, ARG(in->q), ARG_ID(in->structure), ARG_ID(in->corps), ARG(in->statut), ARG(in->categorie), ARG(in->position),
	    ARG(in->lacunes), ARG(in->retraite));
	return NO_PROBLEM;
}

struct reply
clerk_search_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const str search = opaque_text(req->arena, rows_int(results_of(got, &CLERK_KEEP), 0, "search_id"));

	(void)input;
	(void)page;
	return reply_see_other(req, "/agents?recherche=%.*s", STR_ARGS(search));
}

struct reply
clerk_keep_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct clerk_keep_input *in = input;
	const str search = opaque_text(req->arena, in->recherche);

	(void)got;
	(void)page;
	return reply_see_other(req, "/agents?recherche=%.*s&fait=%s", STR_ARGS(search),
	                       str_is(in->geste, "garder") ? "recherche_gardee" : "recherche_oubliee");
}

struct problem
clerk_list_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct clerk_list_input *in = input;
	const int64_t page = in->page > 0 ? in->page : 1;
	const struct value search = ARG_ID(in->recherche);

	(void)req;
	if (in->recherche != 0) {
		ASK(batch, &CLERK_HEAD, search, ARG(in->tri), ARG(page));
		ASK(batch, &CLERK_FOUND, search, ARG(in->tri), ARG(CLERK_PAGE), ARG((page - 1) * CLERK_PAGE));
	}
	ASK_PLAIN(batch, &CLERK_RECENT);
	ASK(batch, &CLERK_STRUCTURES, search);
	ASK(batch, &CLERK_CORPS, search);
	ASK(batch, &CLERK_CODES, search);
	return NO_PROBLEM;
}

/* One query, three lists: statuses, categories, positions. */
static void
show_codes(const struct request *req, struct page *page, const struct rows *rows)
{
	size_t i;

	for (i = 0; i < rows_count(rows); i++) {
		const str list = rows_text(rows, i, "list");
		struct page *row = page_row(page, str_is(list, "statut") ? MARK("STATUTS")
		                                  : str_is(list, "categorie") ? MARK("CATEGORIES") : MARK("POSITIONS"));

		page_bind_row(row, req->arena, rows, i);
	}
}

struct reply
clerk_list_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct clerk_list_input *in = input;
	const struct problem problem = page_bind_all(req, got, page);

	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem);
	show_codes(req, page, results_of(got, &CLERK_CODES));
	if (in->recherche == 0)
		page_show(page, MARK("NO_SEARCH"));
	return reply_page();
}
