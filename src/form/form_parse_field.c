/* One field of a form's JSON: its type, its limits, its choices, its condition. */
#include "form_parse.h"

static const char *const TYPE_NAMES[FORM_TYPES] = { "texte", "texte_long", "nombre", "montant", "date", "telephone", "courriel", "matricule",
	"npi", "ifu", "commune", "structure", "choix", "fichier" };
/* What the State knows of a person (requests_api.known_facts). */
static const char *const FACTS[] = { "nom", "prenoms", "naissance", "matricule", "corps", "grade", "structure", "statut", "prise_service", "telephone",
	"courriel", NULL };
static const struct { const char *name; unsigned bit; } FILE_TYPES[] = { { "pdf", FORM_PDF }, { "jpeg", FORM_JPEG }, { "png", FORM_PNG } };
#define MEGA (1024 * 1024)
#define FILE_MOST_MEGA 10

static bool
listed(str name, const char *const *names)
{
	for (; *names != NULL; names++)
		if (str_is(name, *names))
			return true;
	return false;
}

static const str *
texts_read(struct form_reading *r, const json_t *list, const char *key, size_t *count)
{
	str *texts = arena_array(r->arena, json_array_size(list), sizeof *texts);
	size_t i;

	*count = json_array_size(list);
	for (i = 0; i < *count; i++) {
		const json_t *one = json_array_get(list, i);

		if (!json_is_string(one) || json_string_length(one) == 0)
			reading_complain(r, key, "« %s » doit être une liste de textes", key);
		else
			texts[i] = arena_copy(r->arena, (str){ json_string_value(one), json_string_length(one) });
	}
	return texts;
}

void
form_rule_read(struct form_reading *r, const json_t *object, struct form_rule *rule)
{
	static const char *const keys[] = { "champ", "vaut", NULL };
	const json_t *json = json_object_get(object, "si"), *values;

	if (json == NULL)
		return;
	reading_enter(r, "si");
	if (reading_only(r, json, keys)) {
		rule->field = reading_text(r, json, "champ", true, 40);
		values = json_object_get(json, "vaut");
		if (json_is_string(values)) {
			str *one = arena_alloc(r->arena, sizeof *one);

			*one = reading_text(r, json, "vaut", true, 80);
			rule->values = one;
			rule->count = 1;
		} else if ((values = reading_list(r, json, "vaut", true, 20)) != NULL) {
			rule->values = texts_read(r, values, "vaut", &rule->count);
		}
	}
	reading_leave(r);
}

static void
choices_read(struct form_reading *r, const json_t *json, struct form_field *field)
{
	static const char *const keys[] = { "valeur", "titre", NULL };
	const json_t *list = reading_list(r, json, "choix", field->type == FORM_CHOICE, 40);
	struct form_choice *choices;
	size_t i, j;

	if (list == NULL)
		return;
	if (field->type != FORM_CHOICE)
		reading_complain(r, "choix", "seul un champ de type « choix » a des choix");
	choices = arena_array(r->arena, json_array_size(list), sizeof *choices);
	reading_enter(r, "choix");
	for (i = 0; i < json_array_size(list); i++) {
		const json_t *one = json_array_get(list, i);

		reading_enter_at(r, i);
		if (reading_only(r, one, keys)) {
			choices[i].value = reading_text(r, one, "valeur", true, 40);
			choices[i].label = reading_text(r, one, "titre", true, 150);
		}
		for (j = 0; j < i; j++)
			if (!str_empty(choices[i].value) && str_eq(choices[i].value, choices[j].value))
				reading_complain(r, "valeur", "la valeur « %.*s » est déjà celle d’un autre choix", STR_ARGS(choices[i].value));
		reading_leave(r);
	}
	reading_leave(r);
	field->choices = choices;
	field->choice_count = json_array_size(list);
}

static void
file_read_limits(struct form_reading *r, const json_t *json, struct form_field *field)
{
	const json_t *list = reading_list(r, json, "formats", false, 3);
	size_t count = 0, i, j;
	const str *names = list != NULL ? texts_read(r, list, "formats", &count) : NULL;

	field->file_most = reading_int(r, json, "poids_mo", 5, 1, FILE_MOST_MEGA) * MEGA;
	for (i = 0; i < count; i++) {
		for (j = 0; j < 3 && !str_is(names[i], FILE_TYPES[j].name); j++)
			continue;
		if (j == 3)
			reading_complain(r, "formats", "format « %.*s » inconnu : pdf, jpeg ou png", STR_ARGS(names[i]));
		else
			field->file_types |= FILE_TYPES[j].bit;
	}
	if (field->file_types == 0)
		field->file_types = FORM_PDF | FORM_JPEG | FORM_PNG;
}

static void
type_read(struct form_reading *r, const json_t *json, struct form_field *field)
{
	const str name = reading_text(r, json, "type", true, 20);
	size_t i;

	for (i = 0; i < FORM_TYPES && !str_is(name, TYPE_NAMES[i]); i++)
		continue;
	if (i == FORM_TYPES && name.at != NULL)
		reading_complain(r, "type", "type « %.*s » inconnu : texte, texte_long, nombre, montant, date, telephone, courriel, matricule, npi, ifu, "
		                 "commune, structure, choix ou fichier", STR_ARGS(name));
	field->type = i < FORM_TYPES ? (enum form_type)i : FORM_TEXT;
}

void
form_field_read(struct form_reading *r, const json_t *json, struct form_field *field)
{
	static const char *const keys[] = { "id", "type", "titre", "aide", "facultatif", "min", "max", "choix", "connu", "etait", "si", "formats", "poids_mo",
		NULL };

	if (!reading_only(r, json, keys))
		return;
	field->id = reading_text(r, json, "id", true, 40);
	if (!str_empty(field->id) && !form_id_good(field->id))
		reading_complain(r, "id", "« %.*s » : un identifiant est fait de minuscules sans accent, de chiffres et de _", STR_ARGS(field->id));
	type_read(r, json, field);
	field->label = reading_text(r, json, "titre", true, 200);
	field->hint = reading_text(r, json, "aide", false, 400);
	field->required = !reading_bool(r, json, "facultatif", false);
	field->least = reading_int(r, json, "min", 0, 0, 1000000000000);
	field->most = reading_int(r, json, "max", 0, 1, 1000000000000);
	if (field->most != 0 && field->least > field->most)
		reading_complain(r, "min", "« min » dépasse « max »");
	field->was = reading_text(r, json, "etait", false, 40);
	field->known = reading_text(r, json, "connu", false, 40);
	if (!str_empty(field->known) && !listed(field->known, FACTS))
		reading_complain(r, "connu", "« %.*s » n’est pas une donnée que l’administration connaît", STR_ARGS(field->known));
	choices_read(r, json, field);
	if (field->type == FORM_FILE)
		file_read_limits(r, json, field);
	else if (json_object_get(json, "formats") != NULL || json_object_get(json, "poids_mo") != NULL)
		reading_complain(r, json_object_get(json, "formats") != NULL ? "formats" : "poids_mo", "seul un fichier a des formats et un poids");
	form_rule_read(r, json, &field->rule);
}
