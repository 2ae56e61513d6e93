/* Fuzzes forms as data: the first half of the input is a form, the rest what a draft holds and what was posted. A form that is read can
 * always be judged, shown and read back; a fault always names a field of it. */
#include <stdlib.h>

#include "guichet/form.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check(bool good)
{
	if (!good)
		abort();
}

static void
play(struct arena *arena, const struct form *form, str draft, str body)
{
	struct answers *answers = answers_read(arena, draft), *facts = answers_read(arena, STR("{\"nom\":\"A\",\"matricule\":\"1\"}"));
	struct parameters posted = { 0 };
	struct form_posted files;
	struct form_fault faults[20];

	answers_carry(answers, form);
	if (parameters_read_urlencoded(&posted, arena, body, true).kind == PROBLEM_NONE)
		for (size_t s = 0; s < form->section_count; s++) {
			form_merge(&form->sections[s], answers, &posted, arena, &files);
			check(answers_items(answers, &form->sections[s]) <= (form->sections[s].repeated ? form->sections[s].most : 1));
		}
	const size_t count = form_check(form, NULL, answers, facts, NULL, arena, faults, 20);

	for (size_t i = 0; i < count && i < 20; i++)
		check(faults[i].field != NULL && faults[i].text != NULL);
	check(utf8_valid(form_review(arena, form, answers, facts)));
	check(utf8_valid(answers_write(arena, answers)));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new();
	str rest = { (const char *)data, size }, complaints = NO_STR;
	const str json = str_cut(&rest, '\x1e'), draft = rest.at != NULL ? str_cut(&rest, '\x1e') : NO_STR;
	struct form form;

	if (form_parse(arena, STR("f.json"), json, &form, &complaints))
		play(arena, &form, draft, rest);
	else
		check(complaints.len > 0 && utf8_valid(complaints));
	arena_free(arena);
	return 0;
}
