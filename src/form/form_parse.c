/* A form from its JSON: sections, path, what comes out; and what no single part can say: ids that stand twice, conditions on
 * fields that do not exist. */
#include <stdlib.h>

#include "form_parse.h"

static const char *const STEP_KINDS[] = { "reception", "instruction", "visa", "signature", "remise", NULL };

static void
section_read(struct form_reading *r, const json_t *json, struct form_section *section)
{
	static const char *const keys[] = { "id", "titre", "aide", "champs", "groupe", "si", NULL }, *const group_keys[] = { "nom", "min", "max", NULL };
	const json_t *list, *group;
	struct form_field *fields;
	size_t i;

	if (!reading_only(r, json, keys))
		return;
	section->id = reading_text(r, json, "id", true, 40);
	if (!str_empty(section->id) && !form_id_good(section->id))
		reading_complain(r, "id", "« %.*s » : un identifiant est fait de minuscules sans accent, de chiffres et de _", STR_ARGS(section->id));
	section->title = reading_text(r, json, "titre", true, 120);
	section->hint = reading_text(r, json, "aide", false, 600);
	form_rule_read(r, json, &section->rule);
	group = json_object_get(json, "groupe");
	if (group != NULL) {
		reading_enter(r, "groupe");
		section->repeated = reading_only(r, group, group_keys);
		section->item = reading_text(r, group, "nom", true, 40);
		section->least = (size_t)reading_int(r, group, "min", 1, 1, FORM_ITEMS);
		section->most = (size_t)reading_int(r, group, "max", 10, 1, FORM_ITEMS);
		if (section->least > section->most)
			reading_complain(r, "min", "« min » dépasse « max »");
		reading_leave(r);
	}
	list = reading_list(r, json, "champs", true, FORM_FIELDS);
	if (list == NULL)
		return;
	fields = arena_array(r->arena, json_array_size(list), sizeof *fields);
	reading_enter(r, "champs");
	for (i = 0; i < json_array_size(list); i++) {
		reading_enter_at(r, i);
		form_field_read(r, json_array_get(list, i), &fields[i]);
		reading_leave(r);
	}
	reading_leave(r);
	section->fields = fields;
	section->field_count = json_array_size(list);
}

static void
steps_read(struct form_reading *r, const json_t *json, struct form *form)
{
	static const char *const keys[] = { "etape", "titre", "bureau", "jours", NULL };
	const json_t *list = reading_list(r, json, "parcours", true, 12);
	struct form_step *steps;
	size_t i, k;

	if (list == NULL)
		return;
	steps = arena_array(r->arena, json_array_size(list), sizeof *steps);
	reading_enter(r, "parcours");
	for (i = 0; i < json_array_size(list); i++) {
		const json_t *one = json_array_get(list, i);

		reading_enter_at(r, i);
		if (reading_only(r, one, keys)) {
			steps[i].kind = reading_text(r, one, "etape", true, 20);
			steps[i].label = reading_text(r, one, "titre", true, 120);
			steps[i].desk = reading_text(r, one, "bureau", true, 40);
			steps[i].days = (int)reading_int(r, one, "jours", 0, 0, 200);
			for (k = 0; STEP_KINDS[k] != NULL && !str_is(steps[i].kind, STEP_KINDS[k]); k++)
				continue;
			if (STEP_KINDS[k] == NULL && steps[i].kind.at != NULL)
				reading_complain(r, "etape", "étape « %.*s » inconnue : reception, instruction, visa, signature ou remise", STR_ARGS(steps[i].kind));
		}
		reading_leave(r);
	}
	reading_leave(r);
	form->steps = steps;
	form->step_count = json_array_size(list);
}

static const struct form_field *
field_named(const struct form *form, const struct form_section *here, str id)
{
	size_t s, f;

	for (s = 0; s < form->section_count; s++) {
		const struct form_section *section = &form->sections[s];

		for (f = 0; f < section->field_count; f++)
			if ((!section->repeated || section == here) && str_eq(section->fields[f].id, id))
				return &section->fields[f];
	}
	return NULL;
}

static void
check_rule(struct form_reading *r, const struct form *form, const struct form_section *here, const struct form_rule *rule)
{
	const struct form_field *field;
	size_t v, c;

	if (str_empty(rule->field))
		return;
	field = field_named(form, here, rule->field);
	if (field == NULL) {
		reading_complain(r, "si", "la condition nomme le champ « %.*s », qui n’existe pas", STR_ARGS(rule->field));
		return;
	}
	for (v = 0; v < rule->count && field->type == FORM_CHOICE; v++) {
		for (c = 0; c < field->choice_count && !str_eq(field->choices[c].value, rule->values[v]); c++)
			continue;
		if (c == field->choice_count)
			reading_complain(r, "si", "« %.*s » n’est pas un choix du champ « %.*s »", STR_ARGS(rule->values[v]), STR_ARGS(rule->field));
	}
}

/* How many plain fields and sections carry that id. */
static size_t
times_named(const struct form *form, const struct form_section *here, str id)
{
	size_t s, f, times = 0;

	for (s = 0; s < form->section_count; s++) {
		const struct form_section *section = &form->sections[s];

		times += section->repeated && section != here && str_eq(section->id, id);
		for (f = 0; f < section->field_count; f++)
			times += (!section->repeated || section == here) && str_eq(section->fields[f].id, id);
	}
	return times;
}

static void
check_whole(struct form_reading *r, struct form *form)
{
	size_t s, f;

	for (s = 0; s < form->section_count; s++) {
		const struct form_section *section = &form->sections[s];

		reading_enter(r, "sections");
		reading_enter_at(r, s);
		check_rule(r, form, NULL, &section->rule);
		for (f = 0; f < section->field_count; f++) {
			const struct form_field *field = &section->fields[f];

			reading_enter(r, "champs");
			reading_enter_at(r, f);
			check_rule(r, form, section, &field->rule);
			if (!str_empty(field->id) && times_named(form, section, field->id) > 1)
				reading_complain(r, "id", "l’identifiant « %.*s » sert deux fois", STR_ARGS(field->id));
			if (str_eq(field->rule.field, field->id) && !str_empty(field->id))
				reading_complain(r, "si", "un champ ne dépend pas de lui-même");
			form->has_files |= field->type == FORM_FILE;
			form->has_communes |= field->type == FORM_COMMUNE;
			form->has_structures |= field->type == FORM_STRUCTURE;
			reading_leave(r);
			reading_leave(r);
		}
		reading_leave(r);
		reading_leave(r);
	}
}

/* What the reply is sealed as: the fields it takes up must exist, and somebody must sign. */
static void
document_read(struct form_reading *r, const json_t *json, const struct form *form)
{
	static const char *const keys[] = { "forme", "titre", "formule", "validite_jours", "reprend", NULL };
	const json_t *document = json_object_get(json, "document"), *list;
	size_t i, s;
	bool there;

	if (document == NULL)
		return;
	reading_enter(r, "document");
	if (reading_only(r, document, keys)) {
		reading_text(r, document, "forme", true, 40);
		reading_text(r, document, "titre", true, 120);
		reading_text(r, document, "formule", false, 600);
		reading_int(r, document, "validite_jours", 0, 1, 3660);
		list = reading_list(r, document, "reprend", false, 20);
		for (i = 0; i < json_array_size(list); i++) {
			const str id = str_of(json_string_value(json_array_get(list, i)));

			for (s = 0, there = false; s < form->section_count && !there; s++)
				there = field_named(form, &form->sections[s], id) != NULL;
			if (!there)
				reading_complain(r, "reprend", "le document reprend le champ « %.*s », qui n’existe pas", STR_ARGS(id));
		}
	}
	reading_leave(r);
	for (i = 0, there = false; i < form->step_count && !there; i++)
		there = str_is(form->steps[i].kind, "signature");
	if (!there || str_empty(form->signatory))
		reading_complain(r, "document", "un document se signe : il faut « signataire » et une étape « signature »");
}

static str
dumped(struct arena *arena, const json_t *json)
{
	char *text = json_dumps(json, JSON_COMPACT | JSON_ENCODE_ANY);
	const str kept = arena_copy(arena, str_of(text));

	free(text);
	return kept;
}

static void
sections_read(struct form_reading *r, const json_t *json, struct form *form)
{
	const json_t *list = reading_list(r, json, "sections", true, FORM_SECTIONS);
	struct form_section *sections;
	size_t i;

	if (list == NULL)
		return;
	sections = arena_array(r->arena, json_array_size(list), sizeof *sections);
	reading_enter(r, "sections");
	for (i = 0; i < json_array_size(list); i++) {
		reading_enter_at(r, i);
		section_read(r, json_array_get(list, i), &sections[i]);
		reading_leave(r);
	}
	reading_leave(r);
	form->sections = sections;
	form->section_count = json_array_size(list);
}

static void
root_read(struct form_reading *r, const json_t *json, struct form *form)
{
	static const char *const keys[] = { "$schema", "code", "revision", "titre", "sans_compte", "jours", "signataire", "produit", "ensuite", "sections", "parcours",
		"rejets", "document", NULL };
	const json_t *list;
	size_t i;

	if (!reading_only(r, json, keys))
		return;
	form->code = reading_text(r, json, "code", true, 60);
	form->title = reading_text(r, json, "titre", true, 200);
	form->revision = (int)reading_int(r, json, "revision", 0, 1, 100000);
	if (json_object_get(json, "revision") == NULL)
		reading_complain(r, NULL, "il manque « revision »");
	form->open = reading_bool(r, json, "sans_compte", false);
	form->days = (int)reading_int(r, json, "jours", 0, 0, 400);
	form->signatory = reading_text(r, json, "signataire", false, 150);
	form->next = reading_text(r, json, "ensuite", false, 600);
	reading_list(r, json, "produit", false, 10);      /* for the catalogue alone */
	list = reading_list(r, json, "rejets", false, 20);
	if (list != NULL) {
		str *reasons = arena_array(r->arena, json_array_size(list), sizeof *reasons);

		for (i = 0; i < json_array_size(list); i++)
			if (json_is_string(json_array_get(list, i)))
				reasons[form->reason_count++] = arena_copy(r->arena, str_of(json_string_value(json_array_get(list, i))));
			else
				reading_complain(r, "rejets", "« rejets » doit être une liste de codes");
		form->reasons = reasons;
	}
	sections_read(r, json, form);
	steps_read(r, json, form);
	check_whole(r, form);
	document_read(r, json, form);
	form->json = dumped(r->arena, json);
	form->path = dumped(r->arena, json_object_get(json, "parcours"));
}

bool
form_parse(struct arena *arena, str file, str text, struct form *form, str *complaints)
{
	struct form_reading r = { .arena = arena, .file = file, .text = text };
	json_error_t error;
	json_t *json = json_loadb(text.at != NULL ? text.at : "", text.len, JSON_REJECT_DUPLICATES, &error);

	memset(form, 0, sizeof *form);
	if (json == NULL) {
		*complaints = arena_format(arena, "%.*s%.*s:%d: ce n’est pas du JSON (%s)\n", STR_ARGS(*complaints), STR_ARGS(file), error.line, error.text);
		return false;
	}
	root_read(&r, json, form);
	json_decref(json);
	if (r.count > 0)
		*complaints = arena_join(arena, (const str[]){ *complaints, r.complaints }, 2);
	return r.count == 0;
}

const struct form *
forms_find(const struct forms *forms, str code)
{
	const struct form *general = NULL;
	size_t i;

	for (i = 0; forms != NULL && i < forms->count; i++) {
		if (str_eq(forms->list[i].code, code))
			return &forms->list[i];
		if (str_is(forms->list[i].code, "general"))
			general = &forms->list[i];
	}
	return general;
}
