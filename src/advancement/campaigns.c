/* Campaigns: their list, a new one, one with its numbers, and its acts. */
#include "pages.h"

void
step_paged_show(const struct request *req, const char *section, const struct rows *rows, int64_t page_number, struct page *page)
{
	const int64_t number = page_of(page_number), count = (int64_t)rows_count(rows), total = count > 0 ? rows_int(rows, 0, "total") : 0;
	const int64_t first = skip_of(number) + 1;

	page_bind(page, req->arena, section, rows);
	page_int(page, MARK("TOTAL"), total);
	page_int(page, MARK("FIRST"), first);
	page_int(page, MARK("LAST"), first + count - 1);
	page_neighbours(page, number, first + count - 1 < total);
	if (total == 1)
		page_show(page, MARK("IS_ONE"));
	else
		page_show(page, MARK("NO_IS_ONE"));
}

void
step_choice_show(const struct request *req, struct page *page, const char *name, str value)
{
	char *upper;
	struct marker marker;
	size_t i;

	if (str_empty(value))
		return;
	upper = arena_alloc(req->arena, value.len + 1);
	for (i = 0; i < value.len; i++)
		upper[i] = (char)(value.at[i] >= 'a' && value.at[i] <= 'z' ? value.at[i] - 32 : value.at[i]);
	marker = marker_named(req->arena, arena_format(req->arena, "%s_%.*s_ON", name, (int)value.len, upper));
	page_show(page, &marker);
}

static str
campaign_place(const struct request *req, int64_t campaign, const char *after)
{
	return arena_format(req->arena, "/avancements/%.*s%s", STR_ARGS(opaque_text(req->arena, campaign)), after);
}

struct problem
step_campaigns_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct campaigns_input *in = input;

	(void)req;
	ASK(batch, &STEP_CAMPAIGNS, ARG(PAGE_ROWS + 1), ARG(skip_of(in->page)));
	ASK_PLAIN(batch, &STEP_OVERDUE_NOW);
	return NO_PROBLEM;
}

struct reply
step_campaigns_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct campaigns_input *in = input;
	const struct rows *rows = results_of(got, &STEP_CAMPAIGNS), *head = results_of(got, &STEP_OVERDUE_NOW);
	size_t i;

	page_show(page, rows_count(rows) > 0 ? MARK("HAS_CAMPAIGNS") : MARK("NO_CAMPAIGNS"));
	for (i = 0; i < rows_count(rows) && i < PAGE_ROWS; i++)
		page_bind_row(page_row(page, MARK("CAMPAIGNS")), req->arena, rows, i);
	page_neighbours(page, page_of(in->page), rows_count(rows) > PAGE_ROWS);
	if (rows_count(head) > 0 && rows_int(head, 0, "total") > 0)
		page_bind_row(page_row(page, MARK("OVERDUE")), req->arena, head, 0);
	return reply_page();
}

struct problem
step_new_ask(const struct request *req, const void *input, struct batch *batch)
{
	(void)req;
	(void)input;
	ASK(batch, &STEP_QUARTERS, ARG_NULL);
	ASK_PLAIN(batch, &STEP_STRUCTURES);
	return NO_PROBLEM;
}

struct problem
step_open_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct open_input *in = input;

	(void)req;
	ASK(batch, &STEP_OPEN, ARG(in->trimestre), ARG_ID(in->structure), ARG(in->regroupement));
	return NO_PROBLEM;
}

struct reply
step_open_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const str campaign = opaque_text(req->arena, rows_int(results_of(got, &STEP_OPEN), 0, "campaign_id"));

	(void)input;
	(void)page;
	return reply_see_other(req, "/avancements/%.*s", STR_ARGS(campaign));
}

/* Doubts come first, since they are the reader's turn; then what a rule or a person has settled. */
struct reply
step_campaign_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *reasons = results_of(got, &STEP_REASONS), *one = results_of(got, &STEP_CAMPAIGN);
	const struct problem problem = page_bind_all(req, got, page);
	const str error = rows_text(one, 0, "job_error");
	size_t i;

	(void)input;
	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem);
	for (i = 0; i < rows_count(reasons); i++) {
		const bool settled = rows_bool(reasons, i, "is_hard") || str_is(rows_text(reasons, i, "reason_code"), "ecarte");

		page_show(page, settled ? MARK("HAS_RULES") : MARK("HAS_DOUBTS"));
		page_bind_row(page_row(page, settled ? MARK("RULES") : MARK("DOUBTS")), req->arena, reasons, i);
	}
	if (rows_bool(one, 0, "is_failed") || rows_bool(one, 0, "is_submit_failed"))
		page_text(page_row(page, MARK("STOPPED")), MARK("STOPPED_TEXT"),
		          sentence(req->sentences, str_empty(error) ? "job.lost" : arena_copy(req->arena, error).at));
	return reply_page();
}

struct problem
step_again_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct campaign_input *in = input;

	ASK(batch, &STEP_AGAIN, ARG(in->campagne), ARG(campaign_place(req, in->campagne, "")));
	return NO_PROBLEM;
}

struct problem
step_drop_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct campaign_input *in = input;

	(void)req;
	ASK(batch, &STEP_DROP_IT, ARG(in->campagne), ARG(STR("/avancements?fait=campagne_abandonnee")));
	return NO_PROBLEM;
}

struct problem
step_prepare_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct campaign_input *in = input;

	ASK(batch, &STEP_PREPARE, ARG(in->campagne), ARG(campaign_place(req, in->campagne, "")));
	return NO_PROBLEM;
}

struct problem
step_submit_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct campaign_input *in = input;

	ASK(batch, &STEP_SUBMIT, ARG(in->campagne), ARG(campaign_place(req, in->campagne, "")));
	return NO_PROBLEM;
}

struct problem
step_acts_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct campaign_input *in = input;

	(void)req;
	ASK(batch, &STEP_CAMPAIGN, ARG(in->campagne));
	ASK(batch, &STEP_ACT_SUMS, ARG(in->campagne));
	ASK(batch, &STEP_PREVIEW, ARG(in->campagne), ARG(PAGE_ROWS), ARG(skip_of(in->page)));
	ASK(batch, &STEP_ACTS, ARG(in->campagne), ARG(in->etat), ARG(PAGE_ROWS), ARG(skip_of(in->page)));
	return NO_PROBLEM;
}

/* Before the acts are made: what they would be. Afterwards: what they are. */
struct reply
step_acts_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct campaign_input *in = input;
	const struct problem problem = page_bind_all(req, got, page);
	const bool made = rows_bool(results_of(got, &STEP_CAMPAIGN), 0, "is_done");

	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem);
	page_text(page, MARK("ETAT"), in->etat.at == NULL ? STR("") : in->etat);
	if (!str_empty(in->etat))
		page_show(page, MARK("IS_FILTERED"));
	step_paged_show(req, made ? "ACTS" : "GROUPS", results_of(got, made ? &STEP_ACTS : &STEP_PREVIEW), in->page, page);
	return reply_page();
}
