/* The files of an act: the preview of a draft, the sealed PDF, an agent's sealed copy. The copy is made the first time it is
 * asked for, from what was sealed that day, and kept: the same bytes for ever. */
#include "guichet/store.h"
#include "pages.h"
#include "paper.h"

struct reply
act_preview_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *head = results_of(got, &ACT_PREVIEW);
	const struct act_paper about = { .head = head, .parts = results_of(got, &ACT_PREVIEW_PARTS), .lines = results_of(got, &ACT_PREVIEW_LINES), .demo = req->demo,
		.created = rows_instant(head, 0, "changed_at") };
	const struct paper paper = act_paper(req->arena, &about);
	struct problem problem;
	str bytes;
	int pages;

	(void)input;
	(void)page;
	if (rows_count(head) == 0)
		return reply_problem(problem_of(PROBLEM_MISSING, "acts.unknown"));
	problem = paper_pdf(req->arena, &paper, &bytes, &pages);
	return problem.kind == PROBLEM_NONE ? reply_copy(bytes, STR("application/pdf"), STR("projet.pdf")) : reply_problem(problem);
}

/* A reference as a file's name: letters and digits, the rest as hyphens. */
static str
file_name(const struct request *req, const char *before, str reference)
{
	const str name = arena_format(req->arena, "%s-%.*s.pdf", before, STR_ARGS(reference));
	char *at = (char *)(uintptr_t)name.at;
	size_t i;

	for (i = 0; i < name.len - 4; i++)
		if (!((at[i] >= '0' && at[i] <= '9') || (at[i] >= 'a' && at[i] <= 'z') || (at[i] >= 'A' && at[i] <= 'Z')))
			at[i] = '-';
	return name;
}

struct reply
act_sealed_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *head = results_of(got, &ACT_PREVIEW);

	(void)input;
	(void)page;
	if (rows_count(head) == 0 || !rows_bool(head, 0, "is_sealed"))
		return reply_problem(problem_of(PROBLEM_MISSING, "acts.not_sealed"));
	return reply_stored(req, rows_text(head, 0, "sha256"), STR("application/pdf"), file_name(req, "acte", rows_text(head, 0, "reference")));
}

static struct problem
make_copy(const struct request *req, const struct results *got, str *bytes)
{
	const struct rows *head = results_of(got, &ACT_COPY);
	const int64_t sealed_at = rows_instant(head, 0, "sealed_at");
	const struct paper_seal seal = act_seal(req->arena, head, req->origin, rows_text(head, 0, "jws"), rows_text(head, 0, "kid"), sealed_at);
	str signatory = rows_text(head, 0, "signatory");
	const str name = str_cut(&signatory, ',');
	const struct act_paper about = { .head = head, .parts = results_of(got, &ACT_COPY_PARTS), .lines = results_of(got, &ACT_COPY_LINES),
		.reference = rows_text(head, 0, "reference"), .name = name, .quality = signatory.at != NULL ? act_quality(req->arena, str_trim(signatory)) : NO_STR,
		.note = STR("Signé électroniquement"), .signed_on = rows_date(head, 0, "signed_on"), .seal = &seal, .demo = req->demo, .copy = true,
		.lines_count = rows_int(head, 0, "lines_count"), .created = sealed_at };
	const struct paper paper = act_paper(req->arena, &about);
	int pages;

	return paper_pdf(req->arena, &paper, bytes, &pages);
}

struct problem
act_copy_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct act_copy_input *in = input;

	(void)req;
	ASK(batch, &ACT_COPY, ARG(in->acte));
	ASK(batch, &ACT_COPY_PARTS, ARG(in->acte));
	ASK(batch, &ACT_COPY_LINES, ARG(in->acte));
	return NO_PROBLEM;
}

struct problem
act_copy_then(const struct request *req, const void *input, const struct results *got, struct batch *batch)
{
	const struct act_copy_input *in = input;
	const struct rows *head = results_of(got, &ACT_COPY);
	struct problem problem;
	str bytes, name;

	if (rows_count(head) == 0 || !str_empty(rows_text(head, 0, "sha256")))
		return NO_PROBLEM;
	problem = make_copy(req, got, &bytes);
	if (problem.kind != PROBLEM_NONE)
		return problem;
	name = store_name(req->arena, bytes);
	if (!store_put(req->arena, name, bytes))
		return problem_of(PROBLEM_BUSY, "problem.storage_full");
	ASK(batch, &ACT_KEEP_COPY, ARG(in->acte), ARG(name), ARG((int64_t)bytes.len));
	return NO_PROBLEM;
}

struct reply
act_copy_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *head = results_of(got, &ACT_COPY), *kept = results_of(got, &ACT_KEEP_COPY);
	const str sha256 = rows_count(kept) > 0 ? rows_text(kept, 0, "kept") : rows_text(head, 0, "sha256");

	(void)input;
	(void)page;
	if (rows_count(head) == 0)
		return reply_problem(problem_of(PROBLEM_MISSING, "acts.no_copy"));
	return reply_stored(req, sha256, STR("application/pdf"), file_name(req, "copie", rows_text(head, 0, "reference")));
}
