/* The state of a filing: the form, the answers so far, what is known of the person, which sections show. */
#include "filing.h"

const struct field STEP_INPUT[] = {
	FIELD_TEXT(struct step_input, service, 60), FIELD_INT(struct step_input, etape, 1, SECTIONS_MOST), FIELD_BOOL(struct step_input, revoir),
	OPTIONAL_TEXT(struct step_input, fichier, 90), OPTIONAL_CHOICE(struct step_input, cause, "type|poids|vide"), FIELDS_END };
const struct field RESUME_INPUT[] = { FIELD_TEXT(struct step_input, service, 60), FIELDS_END };
const struct field SERVICE_INPUT[] = { FIELD_TEXT(struct step_input, service, 60), FIELDS_END };
const struct field SAVE_INPUT[] = {
	FIELD_TEXT(struct save_input, service, 60), FIELD_INT(struct save_input, etape, 1, SECTIONS_MOST), OPTIONAL_TEXT(struct save_input, geste, 90),
	FIELD_REST(struct save_input, reponses), FIELDS_END };
const struct field FILE_INPUT[] = { FIELD_TEXT(struct file_input, service, 60), FIELD_BOOL(struct file_input, accord), FIELDS_END };

const struct query DRAFT = { "select * from requests_api.draft($1, $2)" };
const struct query PLACES = { "select * from requests_api.places()" };
const struct query NAMED_PLACES = { "select * from requests_api.named_places($1, $2)" };
const struct query SAVE = { "select * from requests_api.save($1, $2, $3::int, $4, $5::int, $6, $7::int, $8, $9)" };
const struct query FILE_IT = { "select * from requests_api.file($1, $2, $3::int, $4, $5, $6, $7, $8::int, $9, $10)" };
const struct query DROP_DRAFT = { "select * from requests_api.drop_draft($1, $2)" };

str
filing_base(const struct request *req, str service)
{
	return arena_format(req->arena, req->route->permission == &PUBLIC ? "/sans-compte/%.*s" : "/demarches/%.*s/demande", STR_ARGS(service));
}

void
filing_ask(const struct request *req, str service, struct batch *batch)
{
	const struct form *form = forms_find(req->forms, service);

	ASK(batch, &DRAFT, ARG(service), ARG(req->visit));
	if (form != NULL && (form->has_communes || form->has_structures))
		ASK_PLAIN(batch, &PLACES);
}

/* To file, the places that the draft names are enough: there are hundreds of them, and a page alone offers them all. */
void
filing_ask_named(const struct request *req, str service, struct batch *batch)
{
	const struct form *form = forms_find(req->forms, service);

	ASK(batch, &DRAFT, ARG(service), ARG(req->visit));
	if (form != NULL && (form->has_communes || form->has_structures))
		ASK(batch, &NAMED_PLACES, ARG(service), ARG(req->visit));
}

static void
read_places(const struct request *req, const struct rows *rows, struct form_places *places)
{
	str *communes = arena_array(req->arena, PLACES_MOST, sizeof *communes), *structures = arena_array(req->arena, PLACES_MOST, sizeof *structures);
	size_t i;

	for (i = 0; i < rows_count(rows); i++) {
		const bool commune = str_is(rows_text(rows, i, "kind_code"), "commune");

		if (commune && places->commune_count < PLACES_MOST)
			communes[places->commune_count++] = rows_text(rows, i, "value");
		if (!commune && places->structure_count < PLACES_MOST)
			structures[places->structure_count++] = rows_text(rows, i, "value");
	}
	places->communes = communes;
	places->structures = structures;
}

struct problem
filing_read(const struct request *req, const struct results *got, str service, struct filing *filing)
{
	const struct rows *row = results_of(got, &DRAFT);
	size_t s;

	memset(filing, 0, sizeof *filing);
	filing->form = forms_find(req->forms, service);
	if (rows_count(row) == 0 || filing->form == NULL)
		return problem_of(PROBLEM_MISSING, "problem.missing");
	if (rows_bool(row, 0, "is_out"))
		return problem_of(PROBLEM_MISSING, "requests.service_out");
	if (req->route->permission == &PUBLIC && !filing->form->open)
		return problem_of(PROBLEM_SIGNED_OUT, "problem.signed_out");
	filing->there = rows_bool(row, 0, "draft_there");
	filing->version = rows_int(row, 0, "version");
	filing->newer = filing->there && rows_int(row, 0, "form_revision") != filing->form->revision;
	filing->answers = answers_read(req->arena, rows_text(row, 0, "answers"));
	filing->facts = answers_read(req->arena, rows_text(row, 0, "facts"));
	answers_carry(filing->answers, filing->form);
	read_places(req, results_of(got, &PLACES) != NULL ? results_of(got, &PLACES) : results_of(got, &NAMED_PLACES), &filing->places);
	for (s = 0; s < filing->form->section_count && filing->shown_count < SECTIONS_MOST; s++)
		if (form_shows(&filing->form->sections[s].rule, filing->form, filing->answers, filing->facts, NULL, 0))
			filing->shown[filing->shown_count++] = &filing->form->sections[s];
	return NO_PROBLEM;
}
