/* The lists: acts of my structures by state, models to draft from, what waits for my visa or signature. */
#include "pages.h"

static int64_t
page_number(int64_t asked)
{
	return asked < 1 ? 1 : asked;
}

struct problem
act_list_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct act_list_input *in = input;

	(void)req;
	ASK_PLAIN(batch, &ACT_BASKETS);
	ASK(batch, &ACT_LIST, ARG(in->etat), ARG(in->q), ARG(ACTS_PAGE), ARG((page_number(in->page) - 1) * ACTS_PAGE));
	return NO_PROBLEM;
}

/* The tabs: a state, its name in the plural, how many acts stand there. */
static void
show_baskets(const struct rows *baskets, str chosen, struct page *page)
{
	static const struct { const char *state, *label; } TABS[] = { { "projet", "Projets" }, { "visa", "En attente de visa" }, { "signature", "À signer" },
		{ "scellement", "Signature en cours" }, { "publie", "Signés" } };
	size_t i, r;

	if (str_empty(chosen))
		page_show(page, MARK("ALL_ON"));
	for (i = 0; i < sizeof(TABS) / sizeof(TABS[0]); i++) {
		int64_t count = 0;
		struct page *row;

		for (r = 0; r < rows_count(baskets); r++)
			if (str_is(rows_text(baskets, r, "basket"), TABS[i].state))
				count = rows_int(baskets, r, "count_");
		if (count == 0 && str_is(str_of("scellement"), TABS[i].state) && !str_is(chosen, "scellement"))
			continue;
		row = page_row(page, MARK("BASKETS"));
		page_text(row, MARK("BASKET"), str_of(TABS[i].state));
		page_text(row, MARK("BASKET_LABEL"), str_of(TABS[i].label));
		page_int(row, MARK("BASKET_COUNT"), count);
		page_show(row, str_is(chosen, TABS[i].state) ? MARK("IS_ON") : MARK("IS_OFF"));
	}
}

struct reply
act_list_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct act_list_input *in = input;
	const struct rows *rows = results_of(got, &ACT_LIST);

	show_baskets(results_of(got, &ACT_BASKETS), in->etat, page);
	page_bind(page, req->arena, "ACTS", rows);
	page_text(page, MARK("Q_VALUE"), str_empty(in->q) ? STR("") : in->q);
	page_text(page, MARK("ETAT_VALUE"), str_empty(in->etat) ? STR("") : in->etat);
	page_show(page, str_empty(in->q) ? MARK("NO_IS_SEARCH") : MARK("IS_SEARCH"));
	page_range(page, page_number(in->page), ACTS_PAGE, rows_int(rows, 0, "total"));
	return reply_page();
}

struct reply
act_new_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct act_new_input *in = input;
	const struct problem problem = page_bind_all(req, got, page);

	if (!str_empty(in->matricule) && in->effet.year > 0) {
		struct page *agent = page_row(page, MARK("FOR_AGENT"));

		page_text(agent, MARK("MATRICULE"), in->matricule);
		page_text(agent, MARK("EFFET"), date_french(req->arena, in->effet));
		page_text(agent, MARK("EFFET_ISO"), date_iso(req->arena, in->effet));
	}
	return problem.kind == PROBLEM_NONE ? reply_page() : reply_problem(problem);
}

struct problem
act_waiting_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct act_list_input *in = input;

	(void)req;
	ASK(batch, &ACT_WAITING, ARG(ACTS_PAGE), ARG((page_number(in->page) - 1) * ACTS_PAGE));
	return NO_PROBLEM;
}

struct reply
act_waiting_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct act_list_input *in = input;
	const struct rows *rows = results_of(got, &ACT_WAITING);
	bool visas = false, signatures = false;
	size_t i;

	page_show(page, rows_count(rows) > 0 ? MARK("HAS_WAITING") : MARK("NO_WAITING"));
	for (i = 0; i < rows_count(rows); i++) {
		struct page *row = page_row(page, MARK("WAITING"));
		const bool signs = str_is(rows_text(rows, i, "move_code"), "signature");

		page_bind_row(row, req->arena, rows, i);
		page_text(row, MARK("TICK"), arena_format(req->arena, "%.*s.%.*s", STR_ARGS(opaque_text(req->arena, rows_int(rows, i, "draft_id"))),
		                                          STR_ARGS(rows_text(rows, i, "content_hash"))));
		visas = visas || !signs;
		signatures = signatures || signs;
	}
	if (visas)
		page_show(page, MARK("HAS_VISAS"));
	if (signatures)
		page_show(page, MARK("HAS_SIGNATURES"));
	page_range(page, page_number(in->page), ACTS_PAGE, rows_int(rows, 0, "total"));
	return reply_page();
}

/* Each tick says an act and the content that the list showed: "<act>.<hash>". */
struct problem
act_many_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct act_many_input *in = input;
	str drafts = STR("{"), hashes = STR("{");
	size_t i;

	for (i = 0; i < in->actes.count; i++) {
		str hash = in->actes.list[i];
		const str name = str_cut(&hash, '.');
		int64_t draft;
		size_t c;

		if (!opaque_read(name, &draft) || hash.len != 64)
			return problem_input("actes", "acts.tick_unreadable");
		for (c = 0; c < hash.len; c++)
			if (strchr("0123456789abcdef", hash.at[c]) == NULL)
				return problem_input("actes", "acts.tick_unreadable");
		drafts = arena_format(req->arena, "%.*s%s%lld", STR_ARGS(drafts), i > 0 ? "," : "", (long long)draft);
		hashes = arena_format(req->arena, "%.*s%s%.*s", STR_ARGS(hashes), i > 0 ? "," : "", STR_ARGS(hash));
	}
	ASK(batch, &ACT_MANY, ARG(in->geste), ARG(arena_format(req->arena, "%.*s}", STR_ARGS(drafts))), ARG(arena_format(req->arena, "%.*s}", STR_ARGS(hashes))));
	return NO_PROBLEM;
}

struct reply
act_many_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct act_many_input *in = input;
	const struct rows *rows = results_of(got, &ACT_MANY);
	const str why = rows_text(rows, 0, "why");

	(void)page;
	if (rows_int(rows, 0, "done") == 0)
		return reply_problem((struct problem){ .kind = PROBLEM_CONFLICT, .text = str_empty(why) ? "problem.conflict" : arena_copy(req->arena, why).at });
	if (rows_int(rows, 0, "refused") > 0)
		return reply_see_other(req, "/parapheur?fait=lot-en-partie");
	return reply_see_other(req, "/parapheur?fait=%s", str_is(in->geste, "visa") ? "visas-donnes" : "signatures-donnees");
}
