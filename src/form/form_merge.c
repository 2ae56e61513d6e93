/* What was posted of one section, into the answers: names are judged, values are kept as they were typed. */
#include "form.h"
#include "guichet/form.h"

#define VALUE_MOST 4000u    /* characters of any one answer */

void answers_put(struct answers *answers, const struct form_section *section, size_t item, const struct form_field *field, str value);

/* "contrats.2.nom" or "nom"; false when this section has no such field. */
static bool
find_field(const struct form_section *section, str name, size_t *item, const struct form_field **field)
{
	str rest = name;
	int64_t number = 1;
	size_t f;

	if (section->repeated) {
		if (!str_eq(str_cut(&rest, '.'), section->id) || rest.at == NULL)
			return false;
		const str digits = str_cut(&rest, '.');

		if (digits.len > 2 || str_starts(digits, STR("0")) || !str_to_int(digits, &number) || number < 1 || (size_t)number > section->most || rest.at == NULL)
			return false;
	}
	for (f = 0; f < section->field_count; f++)
		if (str_eq(section->fields[f].id, rest)) {
			*item = (size_t)number - 1;
			*field = &section->fields[f];
			return true;
		}
	return false;
}

static str
cut_characters(str text, size_t most)
{
	size_t i = 0, n;

	for (n = 0; i < text.len && n < most; n++)
		for (i++; i < text.len && ((unsigned char)text.at[i] & 0xc0) == 0x80;)
			i++;
	return (str){ text.at, i };
}

static struct problem
put_one(const struct form_section *section, struct answers *answers, const struct parameter *posted, struct arena *arena, struct form_posted *files)
{
	const struct form_field *field = NULL;
	str text = NO_STR;
	size_t item = 0;

	if (!find_field(section, posted->name, &item, &field))
		return (struct problem){ .kind = PROBLEM_INPUT, .text = "field.unknown" };
	if (field->type == FORM_FILE) {
		if (posted->file_name.at == NULL && !str_empty(posted->value))
			return (struct problem){ .kind = PROBLEM_INPUT, .text = "field.not_a_file" };
		if (str_empty(posted->file_name) && str_empty(posted->value))
			return NO_PROBLEM;                       /* no file chosen: the one sent before stays */
		if (files->count == FORM_FILES_MOST)
			return problem_of(PROBLEM_TOO_LARGE, "problem.too_large");
		files->files[files->count++] = (struct form_upload){ field, item,
			{ .name = posted->file_name, .type = posted->file_type, .bytes = posted->value } };
		return NO_PROBLEM;
	}
	if (posted->file_name.at != NULL || !text_nfc(arena, posted->value, &text))
		return (struct problem){ .kind = PROBLEM_INPUT, .text = "field.not_text" };
	answers_put(answers, section, item, field, cut_characters(str_trim(text), VALUE_MOST));
	return NO_PROBLEM;
}

struct problem
form_merge(const struct form_section *section, struct answers *answers, const struct parameters *posted, struct arena *arena, struct form_posted *files)
{
	size_t i, j;

	files->count = 0;
	for (i = 0; i < posted->count; i++) {
		const struct parameter *one = &posted->list[i];

		for (j = 0; j < i; j++)
			if (str_eq(posted->list[j].name, one->name))
				return (struct problem){ .kind = PROBLEM_INPUT, .text = "field.repeated" };
		const struct problem problem = put_one(section, answers, one, arena, files);

		if (problem.kind != PROBLEM_NONE)
			return problem;
	}
	return NO_PROBLEM;
}
