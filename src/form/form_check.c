/* The answers of a form judged: every field that shows, by its type; and what a condition hides. */
#include "form.h"
#include "guichet/form.h"

struct judging {
	const struct form *form;
	const struct answers *answers, *facts;
	const struct form_places *places;
	struct arena *arena;
	struct form_fault *faults;
	size_t room, count;
};

str
form_fact(const struct form_field *field, const struct answers *facts)
{
	return str_empty(field->known) ? NO_STR : answers_fact(facts, field->known);
}

/* The answer a condition looks at: in the same item first, then in a plain section; what the State knows counts as said. */
static str
ruled_value(const struct form_rule *rule, const struct form *form, const struct answers *answers, const struct answers *facts,
            const struct form_section *here, size_t item)
{
	size_t s, f;

	for (s = 0; s < form->section_count; s++) {
		const struct form_section *section = &form->sections[s];

		for (f = 0; f < section->field_count; f++) {
			const struct form_field *field = &section->fields[f];

			if (!str_eq(field->id, rule->field) || (section->repeated && section != here))
				continue;
			const str fact = form_fact(field, facts);

			return fact.at != NULL ? fact : answers_get(answers, section, section->repeated ? item : 0, field);
		}
	}
	return NO_STR;
}

bool
form_shows(const struct form_rule *rule, const struct form *form, const struct answers *answers, const struct answers *facts,
           const struct form_section *section, size_t item)
{
	size_t v;

	if (str_empty(rule->field))
		return true;
	const str value = ruled_value(rule, form, answers, facts, section, item);

	for (v = 0; v < rule->count; v++)
		if (!str_empty(value) && str_eq(value, rule->values[v]))
			return true;
	return false;
}

static void
complain(struct judging *j, const struct form_section *section, size_t item, const struct form_field *field, const char *text, str detail)
{
	if (j->count < j->room)
		j->faults[j->count] = (struct form_fault){ section, item, field, text, detail };
	j->count++;
}

static const char *
check_place(str value, const str *known, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (str_eq(known[i], value))
			return NULL;
	return "field.not_a_choice";
}

static const char *
check_digits(struct arena *arena, const struct form_field *field, str value, int64_t otherwise, str *detail)
{
	const str tight = text_without_spaces(arena, value, "");
	const int64_t wanted = field->most != 0 ? field->most : otherwise;
	size_t i;

	for (i = 0; i < tight.len && tight.at[i] >= '0' && tight.at[i] <= '9'; i++)
		continue;
	if (i == tight.len && (int64_t)tight.len == wanted)
		return NULL;
	*detail = arena_format(arena, "%lld", (long long)wanted);
	return "form.digits";
}

static const char *
check_choice(const struct form_field *field, str value)
{
	size_t i;

	for (i = 0; i < field->choice_count; i++)
		if (str_eq(field->choices[i].value, value))
			return NULL;
	return "field.not_a_choice";
}

static const char *
check_number(struct arena *arena, const struct form_field *field, str value, str *detail)
{
	const struct field plain = { .least = field->least, .most = field->most != 0 ? field->most : 1000000000000 };
	int64_t number;

	return value_int(arena, &plain, value, &number, detail);
}

static const char *
check_value(const struct judging *j, const struct form_field *field, str value, str *detail)
{
	const struct field text = { .type = field->type == FORM_LINES ? FIELD_TYPE_LINES : FIELD_TYPE_TEXT, .least = field->least,
		.most = field->most != 0 ? field->most : field->type == FORM_LINES ? 3000 : field->type == FORM_MATRICULE ? 20 : 200 };
	struct date date;
	str read;

	switch (field->type) {
	case FORM_TEXT:
	case FORM_LINES:     return value_text(j->arena, &text, value, &read, detail);
	case FORM_NUMBER:
	case FORM_MONEY:     return check_number(j->arena, field, value, detail);
	case FORM_DATE:      return value_date(j->arena, (const str[3]){ value, NO_STR, NO_STR }, &date);
	case FORM_PHONE:     return value_phone(j->arena, value, &read);
	case FORM_EMAIL:     return value_email(j->arena, value, &read);
	case FORM_MATRICULE: return value_matricule(j->arena, &text, value, &read, detail);
	case FORM_NPI:       return check_digits(j->arena, field, value, 10, detail);
	case FORM_IFU:       return check_digits(j->arena, field, value, 13, detail);
	case FORM_COMMUNE:   return check_place(value, j->places->communes, j->places->commune_count);
	case FORM_STRUCTURE: return check_place(value, j->places->structures, j->places->structure_count);
	case FORM_CHOICE:    return check_choice(field, value);
	case FORM_FILE:
	case FORM_TYPES:     break;
	}
	return "field.not_text";
}

static void
check_field(struct judging *j, const struct form_section *section, size_t item, const struct form_field *field)
{
	struct form_file file;
	str detail = NO_STR;
	const char *wrong;

	if (!form_shows(&field->rule, j->form, j->answers, j->facts, section, item) || form_fact(field, j->facts).at != NULL)
		return;
	if (field->type == FORM_FILE) {
		if (field->required && !answers_file(j->answers, section, item, field, &file))
			complain(j, section, item, field, "field.file_required", NO_STR);
		return;
	}
	const str value = answers_get(j->answers, section, item, field);

	if (str_empty(value))
		wrong = !field->required ? NULL : field->type == FORM_CHOICE ? "field.not_a_choice" : "field.required";
	else
		wrong = check_value(j, field, value, &detail);
	if (wrong != NULL)
		complain(j, section, item, field, wrong, detail);
}

size_t
form_check(const struct form *form, const struct form_section *only, const struct answers *answers, const struct answers *facts,
           const struct form_places *places, struct arena *arena, struct form_fault *faults, size_t room)
{
	static const struct form_places nowhere;
	struct judging j = { form, answers, facts, places != NULL ? places : &nowhere, arena, faults, room, 0 };
	size_t s, i, f;

	for (s = 0; s < form->section_count; s++) {
		const struct form_section *section = &form->sections[s];

		if ((only != NULL && section != only) || !form_shows(&section->rule, form, answers, facts, NULL, 0))
			continue;
		for (i = 0; i < answers_items(answers, section); i++)
			for (f = 0; f < section->field_count; f++)
				check_field(&j, section, i, &section->fields[f]);
	}
	return j.count;
}

const char *
form_file_type(const struct form_field *field, str bytes, str *type)
{
	static const struct { const char *begins; size_t len; unsigned bit; const char *type; } KINDS[] = {
		{ "%PDF-", 5, FORM_PDF, "application/pdf" }, { "\xFF\xD8\xFF", 3, FORM_JPEG, "image/jpeg" },
		{ "\x89PNG\r\n\x1A\n", 8, FORM_PNG, "image/png" } };
	size_t i;

	if (bytes.len == 0)
		return "field.file_empty";
	if ((int64_t)bytes.len > field->file_most)
		return "field.file_too_large";
	for (i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
		if (bytes.len > KINDS[i].len && memcmp(bytes.at, KINDS[i].begins, KINDS[i].len) == 0 && (field->file_types & KINDS[i].bit) != 0) {
			*type = str_of(KINDS[i].type);
			return NULL;
		}
	return "form.file_type";
}
