/* The review page, and the filing itself: what the person sees there is what is kept, word for word. */
#include <jansson.h>

#include "filing.h"

struct problem
review_ask(const struct request *req, const void *input, struct batch *batch)
{
	const str service = ((const struct step_input *)input)->service;

	filing_ask(req, service, batch);
	if (req->route->permission == &PUBLIC)
		ASK(batch, &CONTACT_OF, ARG(service), ARG(req->visit));
	return NO_PROBLEM;
}

static str
member(const json_t *line, const char *key)
{
	const json_t *value = json_object_get(line, key);

	return json_is_string(value) ? (str){ json_string_value(value), json_string_length(value) } : NO_STR;
}

static void
release(void *json)
{
	json_decref(json);
}

static json_t *
review_lines(const struct request *req, const struct filing *filing, str *text)
{
	json_t *list;

	*text = form_review(req->arena, filing->form, filing->answers, filing->facts);
	list = json_loadb(text->at, text->len, 0, NULL);
	arena_defer(req->arena, release, list);
	return list;
}

static size_t
step_of(const struct filing *filing, const struct form_section *section)
{
	size_t i;

	for (i = 0; i < filing->shown_count && filing->shown[i] != section; i++)
		continue;
	return i + 1;
}

/* The step a line of the review belongs to: its heading begins with the title of a section. */
static size_t
step_titled(const struct filing *filing, str heading)
{
	size_t i;

	for (i = 0; i < filing->shown_count && !str_starts(heading, filing->shown[i]->title); i++)
		continue;
	return i + 1 > filing->shown_count ? 1 : i + 1;
}

static void
draw_lines(const struct request *req, const struct filing *filing, str base, struct page *page)
{
	str text, before = NO_STR;
	const json_t *list = review_lines(req, filing, &text);
	struct page *section = NULL;
	size_t i;

	for (i = 0; i < json_array_size(list); i++) {
		const json_t *line = json_array_get(list, i);
		const str heading = member(line, "section");
		struct page *row;

		if (section == NULL || !str_eq(heading, before)) {
			section = page_row(page, MARK("SECTIONS"));
			page_text(section, MARK("SECTION"), heading);
			page_text(section, MARK("SECTION_HREF"), arena_format(req->arena, "%.*s/%zu", STR_ARGS(base), step_titled(filing, heading)));
			before = heading;
		}
		row = page_row(section, MARK("LINES"));
		page_text(row, MARK("LINE_LABEL"), member(line, "label"));
		page_text(row, MARK("LINE_VALUE"), member(line, "value"));
		page_show(row, json_is_true(json_object_get(line, "known")) ? MARK("LINE_KNOWN") : MARK("LINE_SAID"));
		page_show(row, member(line, "file").at != NULL ? MARK("LINE_FILE") : MARK("LINE_PLAIN"));
	}
}

struct reply
review_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct step_input *in = input;
	struct filing *filing = arena_alloc(req->arena, sizeof *filing);
	struct form_fault *faults = arena_array(req->arena, FAULTS_MOST, sizeof *faults);
	const struct problem problem = filing_read(req, got, in->service, filing);
	const str base = filing_base(req, in->service);
	size_t count, i;

	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem);
	if (!filing->there)
		return reply_see_other(req, "%.*s", STR_ARGS(base));
	page_bind_row(page, req->arena, results_of(got, &DRAFT), 0);
	page_text(page, MARK("BASE"), base);
	page_int(page, MARK("STEP_COUNT"), (int64_t)filing->shown_count + 1);
	draw_lines(req, filing, base, page);
	count = form_check(filing->form, NULL, filing->answers, filing->facts, &filing->places, req->arena, faults, FAULTS_MOST);
	for (i = 0; i < count && i < FAULTS_MOST; i++) {
		struct page *row = page_row(page, MARK("MISSING"));

		page_text(row, MARK("MISSING_LABEL"), faults[i].field->label);
		page_text(row, MARK("MISSING_TEXT"), sentence_with(req->sentences, req->arena, faults[i].text, faults[i].detail));
		page_text(row, MARK("MISSING_HREF"), arena_format(req->arena, "%.*s/%zu?revoir=oui#%.*s", STR_ARGS(base), step_of(filing, faults[i].section),
		                                                  STR_ARGS(form_name(req->arena, faults[i].section, faults[i].item, faults[i].field))));
	}
	if (count > 0)
		page_show(page, MARK("HAS_MISSING"));
	else if (draw_contact(req, filing, results_of(got, &CONTACT_OF), page))
		page_show(page, MARK("COMPLETE"));
	page_show(page, req->route->permission == &PUBLIC ? MARK("NO_ACCOUNT") : MARK("ACCOUNT"));
	return reply_page();
}

struct problem
file_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct file_input *in = input;

	if (!in->accord)
		return problem_input("accord", "requests.agree");
	filing_ask_named(req, in->service, batch);
	return NO_PROBLEM;
}

/* What a list of requests shows beside the service: the first thing the person said. */
static str
subject_of(const json_t *list)
{
	size_t i;

	for (i = 0; i < json_array_size(list); i++) {
		const json_t *line = json_array_get(list, i);

		if (!json_is_true(json_object_get(line, "known")) && member(line, "file").at == NULL && member(line, "value").len <= 250)
			return member(line, "value");
	}
	return STR("");
}

struct problem
file_then(const struct request *req, const void *input, const struct results *got, struct batch *batch)
{
	const struct file_input *in = input;
	struct filing *filing = arena_alloc(req->arena, sizeof *filing);
	const struct problem problem = filing_read(req, got, in->service, filing);
	static const struct form_field name_field = { .id = { "nom", 3 } };
	struct form_fault fault;
	const char *contact_kind = NULL;
	const json_t *list;
	str content, contact;

	if (problem.kind != PROBLEM_NONE)
		return problem;
	/* Without a draft any more, the database knows whether this is the same form coming twice. */
	if (filing->there && form_check(filing->form, NULL, filing->answers, filing->facts, &filing->places, req->arena, &fault, 1) > 0)
		return problem_of(PROBLEM_CONFLICT, "requests.incomplete");
	list = review_lines(req, filing, &content);
	contact = filing_contact(req, filing, &contact_kind);
	ASK(batch, &FILE_IT, ARG(in->service), ARG(req->visit), ARG(filing->version), ARG(answers_get(filing->answers, NULL, 0, &name_field)), ARG(subject_of(list)),
	    ARG(content), ARG(filing->form->path), ARG(filing->form->days), ARG(contact_kind == NULL ? NO_STR : str_of(contact_kind)), ARG(contact));
	return NO_PROBLEM;
}
