/* One section of a form as a page: every field is a row of it, drawn by one template from the kit's forms. */
#include <stdio.h>

#include "filing.h"

struct drawing {
	const struct request *req;
	const struct filing *filing;
	const struct form_section *section;
	struct form_fault faults[FAULTS_MOST];
	size_t fault_count;
	struct page *page;
};

struct problem
step_ask(const struct request *req, const void *input, struct batch *batch)
{
	filing_ask(req, ((const struct step_input *)input)->service, batch);
	return NO_PROBLEM;
}

static const struct form_fault *
fault_of(const struct drawing *d, size_t item, const struct form_field *field)
{
	size_t i;

	for (i = 0; i < d->fault_count; i++)
		if (d->faults[i].field == field && d->faults[i].item == item)
			return &d->faults[i];
	return NULL;
}

static void
draw_option(const struct drawing *d, struct page *row, const struct marker *section, str id, str value, str label, str chosen)
{
	struct page *option = page_row(row, section);

	(void)d;
	page_text(option, MARK("OPTION_ID"), id);
	page_text(option, MARK("OPTION_VALUE"), value);
	page_text(option, MARK("OPTION_LABEL"), label);
	page_show(option, str_eq(value, chosen) && !str_empty(value) ? MARK("OPTION_ON") : MARK("OPTION_OFF"));
}

static void
draw_choices(const struct drawing *d, struct page *row, const struct form_field *field, str name, str value)
{
	const bool radios = field->choice_count <= 6;
	size_t i;

	page_show(row, radios ? MARK("F_RADIOS") : MARK("F_SELECT"));
	for (i = 0; i < field->choice_count; i++)
		draw_option(d, row, radios ? MARK("RADIOS") : MARK("OPTIONS"), i == 0 && radios ? name : arena_format(d->req->arena, "%.*s-%zu", STR_ARGS(name), i + 1),
		            field->choices[i].value, field->choices[i].label, value);
}

static void
draw_places(const struct drawing *d, struct page *row, const struct form_field *field, str name, str value)
{
	const struct form_places *places = &d->filing->places;
	const bool communes = field->type == FORM_COMMUNE;
	const size_t count = communes ? places->commune_count : places->structure_count;
	size_t i;

	(void)name;
	page_show(row, MARK("F_SELECT"));
	for (i = 0; i < count; i++) {
		const str place = communes ? places->communes[i] : places->structures[i];

		draw_option(d, row, MARK("OPTIONS"), place, place, place, value);
	}
}

static void
draw_file(const struct drawing *d, struct page *row, const struct form_field *field, size_t item)
{
	const unsigned types = field->file_types;
	struct form_file file;

	page_show(row, MARK("F_FILE"));
	page_text(row, MARK("ACCEPT"), arena_format(d->req->arena, "%s%s%s", (types & FORM_PDF) != 0 ? ".pdf,application/pdf," : "",
	                                            (types & FORM_JPEG) != 0 ? ".jpg,.jpeg,image/jpeg," : "", (types & FORM_PNG) != 0 ? ".png,image/png" : ""));
	page_text(row, MARK("FILE_LIMITS"), arena_format(d->req->arena, "%s%s%s%s%lld\xC2\xA0Mo au plus.", (types & FORM_JPEG) != 0 ? "JPEG" : "",
	                                                 (types & FORM_PNG) != 0 ? ", PNG" : "", (types & FORM_PDF) != 0 ? (types & ~(unsigned)FORM_PDF) != 0 ? " ou PDF" : "PDF" : "", ", ",
	                                                 (long long)(field->file_most / (1024 * 1024))));
	if (answers_file(d->filing->answers, d->section, item, field, &file)) {
		struct page *there = page_row(row, MARK("FILE_THERE"));

		page_text(there, MARK("FILE_NAME"), file.name);
		page_text(there, MARK("FILE_SIZE"), arena_format(d->req->arena, "%lld\xC2\xA0ko", (long long)((file.size + 1023) / 1024)));
	}
}

static void
draw_input(struct page *row, const struct form_field *field, str value)
{
	const char *type = "text", *mode = "text", *complete = "off", *width = "govuk-input--width-30";

	switch (field->type) {
	case FORM_NUMBER:
	case FORM_MONEY:     mode = "numeric"; width = "govuk-input--width-10"; break;
	case FORM_DATE:      width = "govuk-input--width-10"; break;
	case FORM_PHONE:     type = "tel"; mode = "tel"; complete = "tel"; width = "govuk-input--width-20"; break;
	case FORM_EMAIL:     type = "email"; mode = "email"; complete = "email"; break;
	case FORM_NPI:
	case FORM_IFU:       mode = "numeric"; width = "govuk-input--width-20"; break;
	case FORM_MATRICULE: width = "govuk-input--width-10"; break;
	case FORM_TEXT:      width = field->most > 80 || field->most == 0 ? "" : "govuk-input--width-30"; break;
	case FORM_LINES:
	case FORM_COMMUNE:
	case FORM_STRUCTURE:
	case FORM_CHOICE:
	case FORM_FILE:
	case FORM_TYPES:     break;
	}
	page_show(row, MARK("F_INPUT"));
	page_text(row, MARK("INPUT_TYPE"), str_of(type));
	page_text(row, MARK("INPUT_MODE"), str_of(mode));
	page_text(row, MARK("INPUT_COMPLETE"), str_of(complete));
	page_text(row, MARK("INPUT_WIDTH"), str_of(width));
	page_text(row, MARK("VALUE"), value);
	if (field->type == FORM_MONEY)
		page_show(row, MARK("IN_FRANCS"));
}

/* A condition on a field of the same section is said in words, and the field stays in sight: without a script, nothing is hidden that
 * may have to be filled. */
static const struct form_field *
asked_beside(const struct drawing *d, const struct form_field *field)
{
	size_t f;

	for (f = 0; f < d->section->field_count; f++)
		if (str_eq(d->section->fields[f].id, field->rule.field) && form_fact(&d->section->fields[f], d->filing->facts).at == NULL)
			return &d->section->fields[f];
	return NULL;
}

static void
draw_condition(const struct drawing *d, struct page *row, const struct form_field *field, const struct form_field *on, size_t item)
{
	str words = NO_STR, values = NO_STR;
	struct page *si = page_row(row, MARK("CONDITION"));
	size_t v;

	for (v = 0; v < field->rule.count; v++) {
		words = arena_format(d->req->arena, "%.*s%s«\xC2\xA0%.*s\xC2\xA0»", STR_ARGS(words), v > 0 ? " ou " : "",
		                     STR_ARGS(form_shown(d->req->arena, on, field->rule.values[v])));
		values = arena_format(d->req->arena, "%.*s%s%.*s", STR_ARGS(values), v > 0 ? "|" : "", STR_ARGS(field->rule.values[v]));
	}
	page_text(si, MARK("CONDITION_WORDS"), words);
	page_text(row, MARK("CONDITION_ON"), form_name(d->req->arena, d->section, item, on));
	page_text(row, MARK("CONDITION_VALUES"), values);
}

static void
draw_field(const struct drawing *d, struct page *holder, size_t item, const struct form_field *field)
{
	const struct form_field *on = str_empty(field->rule.field) ? NULL : asked_beside(d, field);
	const str name = form_name(d->req->arena, d->section, item, field), value = answers_get(d->filing->answers, d->section, item, field);
	const struct form_fault *fault = fault_of(d, item, field);
	struct page *row;

	if (form_fact(field, d->filing->facts).at != NULL ||
	    (on == NULL && !form_shows(&field->rule, d->filing->form, d->filing->answers, d->filing->facts, d->section, item)))
		return;
	row = page_row(holder, MARK("FIELDS"));
	page_text(row, MARK("NAME"), name);
	page_text(row, MARK("LABEL"), field->label);
	if (!field->required)
		page_show(row, MARK("OPTIONAL"));
	if (field->type == FORM_DATE || !str_empty(field->hint))
		page_text(page_row(row, MARK("HINTED")), MARK("HINT"), str_empty(field->hint) ? STR("Par exemple 3 mars 1998 ou 03/03/1998") : field->hint);
	if (on != NULL)
		draw_condition(d, row, field, on, item);
	if (fault != NULL)
		page_text(page_row(row, MARK("ERROR")), MARK("ERROR_TEXT"), sentence_with(d->req->sentences, d->req->arena, fault->text, fault->detail));
	page_show(row, fault != NULL ? MARK("IS_WRONG") : MARK("IS_RIGHT"));
	if (field->type == FORM_CHOICE)
		draw_choices(d, row, field, name, value);
	else if (field->type == FORM_COMMUNE || field->type == FORM_STRUCTURE)
		draw_places(d, row, field, name, value);
	else if (field->type == FORM_FILE)
		draw_file(d, row, field, item);
	else if (field->type == FORM_LINES)
		page_text(page_row(row, MARK("F_LINES")), MARK("VALUE"), value);
	else
		draw_input(row, field, value);
}

static void
draw_known(const struct drawing *d)
{
	size_t f;
	bool any = false;

	for (f = 0; f < d->section->field_count; f++) {
		const struct form_field *field = &d->section->fields[f];
		const str fact = form_fact(field, d->filing->facts);
		struct page *row;

		if (fact.at == NULL || (asked_beside(d, field) == NULL && !form_shows(&field->rule, d->filing->form, d->filing->answers, d->filing->facts, d->section, 0)))
			continue;
		row = page_row(d->page, MARK("KNOWN"));
		page_text(row, MARK("KNOWN_LABEL"), field->label);
		page_text(row, MARK("KNOWN_VALUE"), form_shown(d->req->arena, field, fact));
		any = true;
	}
	if (any)
		page_show(d->page, MARK("HAS_KNOWN"));
}

static void
draw_items(const struct drawing *d)
{
	const struct form_section *section = d->section;
	const size_t count = answers_items(d->filing->answers, section);
	size_t i, f;

	for (i = 0; i < count; i++) {
		struct page *item = page_row(d->page, MARK("ITEMS"));

		page_show(item, section->repeated ? MARK("ONE_OF_MANY") : MARK("ALONE"));
		if (section->repeated) {
			page_text(item, MARK("ITEM"), section->item);
			page_int(item, MARK("ITEM_NO"), (int64_t)i + 1);
			if (count > section->least)
				page_show(item, MARK("CAN_DROP"));
		}
		for (f = 0; f < section->field_count; f++)
			draw_field(d, item, i, &section->fields[f]);
	}
	if (section->repeated && count < section->most) {
		struct page *more = page_row(d->page, MARK("CAN_ADD"));

		page_text(more, MARK("ITEM"), section->item);
		page_int(more, MARK("ITEM_MOST"), (int64_t)section->most);
	}
}

/* A file that was refused is told beside its field; what was typed with it is kept. */
static void
add_file_fault(struct drawing *d, const struct step_input *in)
{
	size_t i, f;

	for (i = 0; !str_empty(in->fichier) && i < answers_items(d->filing->answers, d->section); i++)
		for (f = 0; f < d->section->field_count; f++) {
			const struct form_field *field = &d->section->fields[f];

			if (field->type != FORM_FILE || !str_eq(form_name(d->req->arena, d->section, i, field), in->fichier))
				continue;
			memmove(d->faults + 1, d->faults, (d->fault_count < FAULTS_MOST ? d->fault_count : FAULTS_MOST - 1) * sizeof d->faults[0]);
			d->faults[0] = (struct form_fault){ d->section, i, field, str_is(in->cause, "poids") ? "field.file_too_large" : str_is(in->cause, "vide") ? "field.file_empty"
				: "form.file_type", arena_format(d->req->arena, "%lld\xC2\xA0Mo", (long long)(field->file_most / (1024 * 1024))) };
			d->fault_count += d->fault_count < FAULTS_MOST;
			return;
		}
}

static void
draw_faults(const struct drawing *d)
{
	struct page *summary = d->fault_count > 0 ? page_row(d->page, MARK("FAULTS")) : NULL;
	size_t i;

	for (i = 0; i < d->fault_count; i++) {
		struct page *row = page_row(summary, MARK("FAULT"));

		page_text(row, MARK("FAULT_FIELD"), form_name(d->req->arena, d->section, d->faults[i].item, d->faults[i].field));
		page_text(row, MARK("FAULT_TEXT"), arena_format(d->req->arena, "%.*s\xC2\xA0: %.*s", STR_ARGS(d->faults[i].field->label),
		                                                STR_ARGS(sentence_with(d->req->sentences, d->req->arena, d->faults[i].text, d->faults[i].detail))));
	}
}

static void
draw_steps(const struct drawing *d, size_t number, str base)
{
	const struct filing *filing = d->filing;
	size_t i;

	for (i = 0; i < filing->shown_count; i++) {
		struct page *row = page_row(d->page, MARK("STEPS"));

		page_text(row, MARK("STEP_TITLE"), filing->shown[i]->title);
		page_text(row, MARK("STEP_HREF"), arena_format(d->req->arena, "%.*s/%zu", STR_ARGS(base), i + 1));
		page_show(row, i + 1 == number ? MARK("STEP_HERE") : filing->there ? MARK("STEP_OPEN") : MARK("STEP_CLOSED"));
	}
	page_int(d->page, MARK("STEP_NO"), (int64_t)number);
	page_int(d->page, MARK("STEP_COUNT"), (int64_t)filing->shown_count + 1);
}

struct reply
step_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct step_input *in = input;
	const struct rows *row = results_of(got, &DRAFT);
	struct filing *filing = arena_alloc(req->arena, sizeof *filing);
	struct drawing *d = arena_alloc(req->arena, sizeof *d);
	const struct problem problem = filing_read(req, got, in->service, filing);
	const str base = filing_base(req, in->service);
	size_t number = in->etape > 0 ? (size_t)in->etape : (size_t)rows_int(row, 0, "section_no");

	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem);
	number = number > filing->shown_count ? filing->shown_count : number == 0 ? 1 : number;
	*d = (struct drawing){ .req = req, .filing = filing, .section = filing->shown[number - 1], .page = page };
	if (in->revoir)
		d->fault_count = form_check(filing->form, d->section, filing->answers, filing->facts, &filing->places, req->arena, d->faults, FAULTS_MOST);
	d->fault_count = d->fault_count > FAULTS_MOST ? FAULTS_MOST : d->fault_count;
	add_file_fault(d, in);
	page_bind_row(page, req->arena, row, 0);
	page_text(page, MARK("BASE"), base);
	page_text(page, MARK("SECTION_TITLE"), d->section->title);
	if (!str_empty(d->section->hint))
		page_text(page_row(page, MARK("HAS_SECTION_HINT")), MARK("SECTION_HINT"), d->section->hint);
	if (filing->there && in->etape == 0)
		page_show(page, MARK("RESUMED"));
	if (filing->newer)
		page_show(page, MARK("FORM_IS_NEWER"));
	page_show(page, filing->form->has_files ? MARK("WITH_FILES") : MARK("WITHOUT_FILES"));
	page_show(page, req->route->permission == &PUBLIC ? MARK("NO_ACCOUNT") : MARK("ACCOUNT"));
	draw_faults(d);
	draw_steps(d, number, base);
	draw_known(d);
	draw_items(d);
	if (number > 1)
		page_text(page_row(page, MARK("BEFORE")), MARK("BEFORE_HREF"), arena_format(req->arena, "%.*s/%zu", STR_ARGS(base), number - 1));
	return reply_page();
}
