/* A section posted: what was typed is kept whatever it is worth, files once their bytes are what they say; then the next section, or
 * the same one with what is wrong. The handler that keeps bytes outside of the database: the same content twice changes nothing. */
#include <jansson.h>
#include <stdlib.h>

#include "filing.h"
#include "guichet/store.h"

struct problem
save_ask(const struct request *req, const void *input, struct batch *batch)
{
	if (req->route->permission == &PUBLIC)
		ASK(batch, &VISITOR_SENDS, ARG(req->address));
	filing_ask(req, ((const struct save_input *)input)->service, batch);
	return NO_PROBLEM;
}

/* Keeps the files of a section; `list` is what the database is told of them. `refused` says where to show the first that is not what it
 * should be: the rest of what was sent is kept all the same. */
static struct problem
keep_files(const struct request *req, const struct form_section *section, struct answers *answers, const struct form_posted *posted, json_t *list,
           str *refused)
{
	size_t i;

	for (i = 0; i < posted->count; i++) {
		const struct form_upload *one = &posted->files[i];
		const str name = form_name(req->arena, section, one->item, one->field);
		struct form_file file = { .name = one->upload.name, .size = (int64_t)one->upload.bytes.len };
		const char *wrong = form_file_type(one->field, one->upload.bytes, &file.type);

		if (wrong != NULL) {
			if (refused->at == NULL)
				*refused = arena_format(req->arena, "fichier=%.*s&cause=%s", STR_ARGS(name), strcmp(wrong, "field.file_too_large") == 0 ? "poids" :
				                        strcmp(wrong, "field.file_empty") == 0 ? "vide" : "type");
			continue;
		}
		file.sha256 = store_name(req->arena, one->upload.bytes);
		if (!store_put(req->arena, file.sha256, one->upload.bytes))
			return problem_of(PROBLEM_BUSY, "problem.storage_full");
		answers_put_file(answers, section, one->item, one->field, &file);
		json_array_append_new(list, json_pack("{s:s%,s:s%,s:I,s:s%,s:s%}", "field", name.at, name.len, "sha256", file.sha256.at, file.sha256.len, "size",
		                                      (json_int_t)file.size, "type", file.type.at, file.type.len, "name", file.name.at, file.name.len));
	}
	return NO_PROBLEM;
}

/* "retirer.2", "oter.contrats.2.contrat": false when it is neither of these nor "ajouter". */
static bool
do_gesture(const struct request *req, const struct form_section *section, struct answers *answers, str gesture)
{
	int64_t number;
	size_t i, f;

	if (str_is(gesture, "ajouter"))
		return answers_add_item(answers, section);
	if (str_starts(gesture, STR("retirer.")) && str_to_int(str_skip(gesture, 8), &number) && number > 0) {
		answers_drop_item(answers, section, (size_t)number - 1);
		return true;
	}
	for (i = 0; str_starts(gesture, STR("oter.")) && i < answers_items(answers, section); i++)
		for (f = 0; f < section->field_count; f++)
			if (section->fields[f].type == FORM_FILE && str_eq(form_name(req->arena, section, i, &section->fields[f]), str_skip(gesture, 5))) {
				answers_drop_file(answers, section, i, &section->fields[f]);
				return true;
			}
	return false;
}

/* Where the person goes now: the answers are the new ones. */
static str
next_place(const struct request *req, const struct filing *filing, const struct form_section *section, size_t number, bool stays, str gesture)
{
	struct form_fault fault;
	size_t s, shown = 0;

	if (str_is(gesture, "plus_tard"))
		return STR("/demandes?fait=brouillon-garde");
	if (stays)
		return arena_format(req->arena, "/%zu", number);
	if (form_check(filing->form, section, filing->answers, filing->facts, &filing->places, req->arena, &fault, 1) > 0)
		return arena_format(req->arena, "/%zu?revoir=oui", number);
	for (s = 0; s < filing->form->section_count; s++)
		shown += form_shows(&filing->form->sections[s].rule, filing->form, filing->answers, filing->facts, NULL, 0);
	return number < shown ? arena_format(req->arena, "/%zu", number + 1) : STR("/relire");
}

static str
dumped(struct arena *arena, json_t *list)
{
	char *text = json_dumps(list, JSON_COMPACT);
	const str kept = arena_copy(arena, str_of(text));

	free(text);
	json_decref(list);
	return kept;
}

struct problem
save_then(const struct request *req, const void *input, const struct results *got, struct batch *batch)
{
	const struct save_input *in = input;
	struct filing *filing = arena_alloc(req->arena, sizeof *filing);
	struct form_posted *posted = arena_alloc(req->arena, sizeof *posted);
	struct problem problem = filing_read(req, got, in->service, filing);
	const struct form_section *section;
	str refused = NO_STR;
	json_t *list;
	bool stays;

	if (problem.kind != PROBLEM_NONE)
		return problem;
	if ((size_t)in->etape > filing->shown_count || (in->etape > 1 && !filing->there))
		return problem_of(PROBLEM_CONFLICT, "requests.wrong_step");
	section = filing->shown[in->etape - 1];
	problem = form_merge(section, filing->answers, &in->reponses, req->arena, posted);
	if (problem.kind != PROBLEM_NONE)
		return problem;
	list = json_array();
	problem = keep_files(req, section, filing->answers, posted, list, &refused);
	if (problem.kind != PROBLEM_NONE) {
		json_decref(list);
		return problem;
	}
	stays = do_gesture(req, section, filing->answers, in->geste);
	const str place = refused.at != NULL ? arena_format(req->arena, "/%zu?%.*s", (size_t)in->etape, STR_ARGS(refused))
	                                     : next_place(req, filing, section, (size_t)in->etape, stays, in->geste);
	const str location = str_starts(place, STR("/demandes?")) ? place : arena_join(req->arena, (const str[]){ filing_base(req, in->service), place }, 2);

	ASK(batch, &SAVE, ARG(in->service), ARG(req->visit), ARG(filing->version), ARG(filing->form->code), ARG(filing->form->revision),
	    ARG(answers_write(req->arena, filing->answers)), ARG(in->etape), ARG(dumped(req->arena, list)), ARG(location));
	return NO_PROBLEM;
}

struct reply
save_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const str location = rows_text(results_of(got, &SAVE), 0, "location");

	(void)input;
	(void)page;
	return reply_see_other(req, "%.*s", STR_ARGS(location));
}

struct problem
drop_draft_ask(const struct request *req, const void *input, struct batch *batch)
{
	ASK(batch, &DROP_DRAFT, ARG(((const struct step_input *)input)->service), ARG(req->visit));
	return NO_PROBLEM;
}
