/* Answers as people read them: on the review page, and kept with the request exactly so. */
#include <jansson.h>
#include <stdlib.h>

#include "form.h"
#include "guichet/form.h"

static str
grouped(struct arena *arena, int64_t value)
{
	const str digits = arena_format(arena, "%lld", (long long)value);
	char *out = arena_alloc(arena, 4 * digits.len + 1);
	size_t n = 0, i;

	for (i = 0; i < digits.len; i++) {
		if (i > 0 && (digits.len - i) % 3 == 0) {
			memcpy(out + n, "\xE2\x80\xAF", 3);
			n += 3;
		}
		out[n++] = digits.at[i];
	}
	return (str){ out, n };
}

static str
shown_number(struct arena *arena, const struct form_field *field, str value)
{
	const struct field any = { .least = 0, .most = INT64_MAX };
	int64_t number;
	str detail;

	if (value_int(arena, &any, value, &number, &detail) != NULL)
		return value;
	return field->type == FORM_MONEY ? arena_join(arena, (const str[]){ grouped(arena, number), STR("\xC2\xA0" "FCFA") }, 2) : grouped(arena, number);
}

static str
shown_phone(struct arena *arena, str value)
{
	str e164;

	if (value_phone(arena, value, &e164) != NULL || e164.len != 14)
		return value;
	return arena_format(arena, "%.2s %.2s %.2s %.2s %.2s", e164.at + 4, e164.at + 6, e164.at + 8, e164.at + 10, e164.at + 12);
}

str
form_shown(struct arena *arena, const struct form_field *field, str value)
{
	struct date date;
	size_t i;

	if (field->type == FORM_DATE && date_parse_french(value, &date))
		return date_french(arena, date);
	if (field->type == FORM_NUMBER || field->type == FORM_MONEY)
		return shown_number(arena, field, value);
	if (field->type == FORM_PHONE)
		return shown_phone(arena, value);
	for (i = 0; field->type == FORM_CHOICE && i < field->choice_count; i++)
		if (str_eq(field->choices[i].value, value))
			return field->choices[i].label;
	return value;
}

static json_t *
text(str s)
{
	return json_stringn(s.at != NULL ? s.at : "", s.len);
}

static void
put_line(json_t *list, str section, str label, str value, bool known, str file)
{
	json_t *line = json_object();

	json_object_set_new(line, "section", text(section));
	json_object_set_new(line, "label", text(label));
	json_object_set_new(line, "value", text(value));
	if (known)
		json_object_set_new(line, "known", json_true());
	if (file.at != NULL)
		json_object_set_new(line, "file", text(file));
	json_array_append_new(list, line);
}

static void
review_field(struct arena *arena, const struct form_section *section, size_t item, const struct form_field *field, const struct answers *answers,
             const struct answers *facts, str heading, json_t *list)
{
	const str fact = form_fact(field, facts), value = answers_get(answers, section, item, field);
	struct form_file file;

	if (fact.at != NULL)
		put_line(list, heading, field->label, form_shown(arena, field, fact), true, NO_STR);
	else if (field->type == FORM_FILE && answers_file(answers, section, item, field, &file))
		put_line(list, heading, field->label, file.name, false, form_name(arena, section, item, field));
	else if (field->type != FORM_FILE && !str_empty(value))
		put_line(list, heading, field->label, form_shown(arena, field, value), false, NO_STR);
}

str
form_review(struct arena *arena, const struct form *form, const struct answers *answers, const struct answers *facts)
{
	json_t *list = json_array();
	size_t s, i, f;

	for (s = 0; s < form->section_count; s++) {
		const struct form_section *section = &form->sections[s];

		if (!form_shows(&section->rule, form, answers, facts, NULL, 0))
			continue;
		for (i = 0; i < answers_items(answers, section); i++) {
			const str heading = section->repeated ? arena_format(arena, "%.*s, %.*s %zu", STR_ARGS(section->title), STR_ARGS(section->item), i + 1)
			                                      : section->title;

			for (f = 0; f < section->field_count; f++)
				if (form_shows(&section->fields[f].rule, form, answers, facts, section, i))
					review_field(arena, section, i, &section->fields[f], answers, facts, heading, list);
		}
	}
	char *dumped = json_dumps(list, JSON_COMPACT);
	const str kept = arena_copy(arena, str_of(dumped));

	free(dumped);
	json_decref(list);
	return kept;
}
