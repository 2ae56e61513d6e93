/* What a person has answered so far: a JSON object by the ids of fields; a repeated section is a list of objects; a file is an
 * object of its own ({"n": name, "h": hash, "t": type, "s": size}). */
#include <jansson.h>
#include <stdlib.h>

#include "guichet/form.h"

enum { ITEMS_MOST = 50 };

struct answers { json_t *root; struct arena *arena; };

static void
release(void *json)
{
	json_decref(json);
}

struct answers *
answers_read(struct arena *arena, str json)
{
	struct answers *answers = arena_alloc(arena, sizeof *answers);

	answers->arena = arena;
	answers->root = str_empty(json) ? NULL : json_loadb(json.at, json.len, JSON_REJECT_DUPLICATES, NULL);
	if (!json_is_object(answers->root)) {
		json_decref(answers->root);
		answers->root = json_object();
	}
	arena_defer(arena, release, answers->root);
	return answers;
}

str
answers_write(struct arena *arena, const struct answers *answers)
{
	char *text = json_dumps(answers->root, JSON_COMPACT);
	const str kept = arena_copy(arena, str_of(text));

	free(text);
	return kept;
}

static const char *
z(const struct answers *answers, str s)
{
	return arena_copy(answers->arena, s).at;
}

/* The object that holds the fields of a section's item; NULL when it is not there and `make` is not asked. */
static json_t *
holder(const struct answers *answers, const struct form_section *section, size_t item, bool make)
{
	json_t *list;

	if (section == NULL || !section->repeated)
		return answers->root;
	list = json_object_get(answers->root, z(answers, section->id));
	if (!json_is_array(list)) {
		if (!make)
			return NULL;
		list = json_array();
		json_object_set_new(answers->root, z(answers, section->id), list);
	}
	while (make && json_array_size(list) <= item && json_array_size(list) < ITEMS_MOST)
		json_array_append_new(list, json_object());
	json_t *one = json_array_get(list, item);

	if (one != NULL && !json_is_object(one) && make) {
		json_array_set_new(list, item, json_object());
		one = json_array_get(list, item);
	}
	return json_is_object(one) ? one : NULL;
}

static json_t *
value_of(const struct answers *answers, const struct form_section *section, size_t item, const struct form_field *field)
{
	json_t *object = holder(answers, section, item, false);

	return object == NULL ? NULL : json_object_get(object, z(answers, field->id));
}

str
answers_get(const struct answers *answers, const struct form_section *section, size_t item, const struct form_field *field)
{
	const json_t *value = value_of(answers, section, item, field);

	return json_is_string(value) ? (str){ json_string_value(value), json_string_length(value) } : NO_STR;
}

str
answers_fact(const struct answers *facts, str name)
{
	const json_t *value = facts == NULL ? NULL : json_object_get(facts->root, z(facts, name));

	return json_is_string(value) && json_string_length(value) > 0 ? (str){ json_string_value(value), json_string_length(value) } : NO_STR;
}

/* Inside form/: used by form_merge.c. */
void answers_put(struct answers *answers, const struct form_section *section, size_t item, const struct form_field *field, str value);

void
answers_put(struct answers *answers, const struct form_section *section, size_t item, const struct form_field *field, str value)
{
	json_t *object = holder(answers, section, item, true);

	if (object == NULL)
		return;
	if (str_empty(value))
		json_object_del(object, z(answers, field->id));
	else
		json_object_set_new(object, z(answers, field->id), json_stringn(value.at, value.len));
}

size_t
answers_items(const struct answers *answers, const struct form_section *section)
{
	const size_t there = section->repeated ? json_array_size(json_object_get(answers->root, z(answers, section->id))) : 1;

	if (!section->repeated)
		return 1;
	return there < section->least ? section->least : there > section->most ? section->most : there;
}

bool
answers_add_item(struct answers *answers, const struct form_section *section)
{
	const size_t there = answers_items(answers, section);

	return section->repeated && there < section->most && holder(answers, section, there, true) != NULL;
}

void
answers_drop_item(struct answers *answers, const struct form_section *section, size_t item)
{
	json_t *list = json_object_get(answers->root, z(answers, section->id));

	if (section->repeated && json_is_array(list))
		json_array_remove(list, item);
}

void
answers_put_file(struct answers *answers, const struct form_section *section, size_t item, const struct form_field *field, const struct form_file *file)
{
	json_t *object = holder(answers, section, item, true);

	if (object != NULL)
		json_object_set_new(object, z(answers, field->id), json_pack("{s:s%,s:s%,s:s%,s:I}", "n", file->name.at, file->name.len, "h", file->sha256.at,
		                    file->sha256.len, "t", file->type.at, file->type.len, "s", (json_int_t)file->size));
}

void
answers_drop_file(struct answers *answers, const struct form_section *section, size_t item, const struct form_field *field)
{
	json_t *object = holder(answers, section, item, false);

	if (object != NULL)
		json_object_del(object, z(answers, field->id));
}

static str
member(const json_t *object, const char *key)
{
	const json_t *value = json_object_get(object, key);

	return json_is_string(value) ? (str){ json_string_value(value), json_string_length(value) } : NO_STR;
}

bool
answers_file(const struct answers *answers, const struct form_section *section, size_t item, const struct form_field *field, struct form_file *file)
{
	const json_t *value = value_of(answers, section, item, field);

	if (!json_is_object(value))
		return false;
	*file = (struct form_file){ member(value, "n"), member(value, "h"), member(value, "t"), json_integer_value(json_object_get(value, "s")) };
	return file->name.at != NULL && file->sha256.len == 64;
}

static void
carry_object(struct answers *answers, json_t *object, const struct form_section *section)
{
	size_t f;

	for (f = 0; f < section->field_count; f++) {
		const struct form_field *field = &section->fields[f];
		json_t *old;

		if (str_empty(field->was) || json_object_get(object, z(answers, field->id)) != NULL)
			continue;
		old = json_object_get(object, z(answers, field->was));
		if (old != NULL)
			json_object_set(object, z(answers, field->id), old);
	}
}

void
answers_carry(struct answers *answers, const struct form *form)
{
	size_t s, i;

	for (s = 0; s < form->section_count; s++) {
		const struct form_section *section = &form->sections[s];
		json_t *list = section->repeated ? json_object_get(answers->root, z(answers, section->id)) : NULL;

		if (!section->repeated)
			carry_object(answers, answers->root, section);
		for (i = 0; json_is_array(list) && i < json_array_size(list); i++)
			if (json_is_object(json_array_get(list, i)))
				carry_object(answers, json_array_get(list, i), section);
	}
}

str
form_name(struct arena *arena, const struct form_section *section, size_t item, const struct form_field *field)
{
	return section->repeated ? arena_format(arena, "%.*s.%zu.%.*s", STR_ARGS(section->id), item + 1, STR_ARGS(field->id)) : field->id;
}
