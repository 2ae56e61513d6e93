/* From parameters to the struct of a handler, by its table. Every field is looked at before anything is answered. */
#include "form.h"
#include "guichet/opaque.h"

#define MOST_PROBLEMS 50u
#define MOST_SHOWN    60u

struct reading {
	const struct parameters *from;
	struct arena            *arena;
	struct problem          *problems;
	size_t                   room, count;
};

static void
complain(struct reading *reading, const char *field, const char *text, str detail)
{
	if (reading->count < reading->room)
		reading->problems[reading->count++] =
			(struct problem){ .kind = PROBLEM_INPUT, .field = field, .text = text, .detail = detail };
}

/* "<name><suffix>" */
static bool
is_named(str s, const char *name, const char *suffix)
{
	const str start = str_of(name);

	return str_starts(s, start) && str_is(str_skip(s, start.len), suffix);
}

static const char *const DATE_PARTS[3] = { "-jour", "-mois", "-annee" };

static bool
field_names(const struct field *field, str name)
{
	if (is_named(name, field->name, ""))
		return true;
	for (size_t i = 0; i < 3 && field->type == FIELD_TYPE_DATE; i++)
		if (is_named(name, field->name, DATE_PARTS[i]))
			return true;
	return false;
}

/* The parameter of that name, or NULL; counts all of them into `*count`. */
static const struct parameter *
find_named(const struct parameters *from, const char *name, const char *suffix, size_t *count)
{
	const struct parameter *found = NULL;

	for (size_t i = 0; i < from->count; i++)
		if (is_named(from->list[i].name, name, suffix)) {
			found = found != NULL ? found : &from->list[i];
			++*count;
		}
	return found;
}

/* The text of a parameter in NFC, trimmed except for a secret; false when it is not text. */
static bool
text_of(struct reading *reading, const struct field *field, const struct parameter *parameter, str *text)
{
	if (parameter->file_name.at != NULL || !text_nfc(reading->arena, parameter->value, text))
		return false;
	if (field->type != FIELD_TYPE_SECRET)
		*text = str_trim(*text);
	return true;
}

static const char *
read_id(str s, int64_t *id)
{
	return opaque_read(s, id) ? NULL : "field.not_an_id";
}

static const char *
read_value(struct reading *reading, const struct field *field, str s, void *member, str *detail)
{
	struct arena *arena = reading->arena;

	switch (field->type) {
	case FIELD_TYPE_ID:        return read_id(s, member);
	case FIELD_TYPE_INT:       return value_int(arena, field, s, member, detail);
	case FIELD_TYPE_TEXT:
	case FIELD_TYPE_LINES:
	case FIELD_TYPE_SECRET:    return value_text(arena, field, s, member, detail);
	case FIELD_TYPE_CHOICE:    return value_choice(field, s, member);
	case FIELD_TYPE_BOOL:      return value_bool(s, member);
	case FIELD_TYPE_EMAIL:     return value_email(arena, s, member);
	case FIELD_TYPE_PHONE:     return value_phone(arena, s, member);
	case FIELD_TYPE_MATRICULE: return value_matricule(arena, field, s, member, detail);
	case FIELD_TYPE_CODE:      return value_code(arena, field, s, member, detail);
	case FIELD_TYPE_DATE:
	case FIELD_TYPE_FILE:
	case FIELD_TYPE_REST:
	case FIELD_TYPE_FILES:
	case FIELD_TYPE_TEXTS:
	case FIELD_TYPE_END:       break;
	}
	return "field.not_text";
}

static void
read_plain(struct reading *reading, const struct field *field, void *member)
{
	size_t                  count = 0;
	const struct parameter *parameter = find_named(reading->from, field->name, "", &count);
	const char             *wrong = NULL;
	str                     text = NO_STR, detail = NO_STR;

	if (count > 1)
		wrong = "field.repeated";
	else if (parameter != NULL && !text_of(reading, field, parameter, &text))
		wrong = "field.not_text";
	else if (str_empty(text))
		wrong = field->required ? "field.required" : NULL;
	else
		wrong = read_value(reading, field, text, member, &detail);
	if (wrong != NULL)
		complain(reading, field->name, wrong, detail);
}

static void
read_file(struct reading *reading, const struct field *field, struct upload *member)
{
	size_t                  count = 0;
	const struct parameter *parameter = find_named(reading->from, field->name, "", &count);
	const char             *wrong = NULL;
	str                     detail = NO_STR;

	/* Browsers send an empty name and no byte when no file was chosen. */
	const bool chosen = parameter != NULL && (!str_empty(parameter->file_name) || !str_empty(parameter->value));

	if (count > 1)
		wrong = "field.repeated";
	else if (chosen)
		wrong = value_file(reading->arena, field, parameter, member, &detail);
	else if (field->required)
		wrong = "field.file_required";
	if (wrong != NULL)
		complain(reading, field->name, wrong, detail);
}

/* Every file of that name. A file input left empty sends one nameless file without a byte: that is none. */
static void
read_files(struct reading *reading, const struct field *field, struct uploads *member)
{
	const struct parameters *from = reading->from;
	struct uploads           got = { .list = arena_array(reading->arena, from->count + 1, sizeof(struct upload)), .count = 0 };
	const char              *wrong = NULL;

	for (size_t i = 0; i < from->count && wrong == NULL; i++) {
		const struct parameter *p = &from->list[i];

		if (!is_named(p->name, field->name, "") || (str_empty(p->file_name) && str_empty(p->value)))
			continue;
		if (p->file_name.at == NULL)
			wrong = "field.not_a_file";
		else
			got.list[got.count++] = (struct upload){ .name = p->file_name, .type = p->file_type, .bytes = p->value };
	}
	if (wrong == NULL && got.count == 0 && field->required)
		wrong = "field.file_required";
	if (wrong == NULL && got.count > (size_t)field->most)
		wrong = "field.too_many";
	if (wrong != NULL)
		complain(reading, field->name, wrong, arena_format(reading->arena, "%lld", (long long)field->most));
	else
		*member = got;
}

/* Every value of that name, in order. */
static void
read_texts(struct reading *reading, const struct field *field, struct texts *member)
{
	const struct parameters *from = reading->from;
	struct field             one = { .type = FIELD_TYPE_TEXT, .name = field->name, .most = field->most };
	struct texts             got = { .list = arena_array(reading->arena, (size_t)field->least + 1, sizeof(str)), .count = 0 };
	const char              *wrong = NULL;
	str                      detail = NO_STR;
	bool                     any = false;

	for (size_t i = 0; i < from->count && wrong == NULL; i++) {
		str text = NO_STR;

		if (!is_named(from->list[i].name, field->name, ""))
			continue;
		if (got.count == (size_t)field->least) {
			wrong = "field.too_many";
			detail = arena_format(reading->arena, "%lld", (long long)field->least);
		} else if (!text_of(reading, &one, &from->list[i], &text)) {
			wrong = "field.not_text";
		} else if (str_empty(text)) {
			got.list[got.count++] = STR("");
		} else {
			wrong = value_text(reading->arena, &one, text, &got.list[got.count++], &detail);
			any = true;
		}
	}
	if (wrong == NULL && !any && field->required)
		wrong = "field.required";
	if (wrong != NULL)
		complain(reading, field->name, wrong, detail);
	else
		*member = got;
}

static void
read_date(struct reading *reading, const struct field *field, struct date *member)
{
	size_t                  whole = 0, apart = 0;
	const struct parameter *one = find_named(reading->from, field->name, "", &whole);
	str                     parts[3] = { NO_STR, NO_STR, NO_STR };
	const char             *wrong = NULL;
	bool                    text = one == NULL || text_of(reading, field, one, &parts[0]);
	bool                    repeated = whole > 1;

	for (size_t i = 0; i < 3; i++) {
		size_t                  count = 0;
		const struct parameter *part = find_named(reading->from, field->name, DATE_PARTS[i], &count);

		repeated = repeated || count > 1 || (count > 0 && whole > 0);
		apart += count;
		if (part != NULL && !text_of(reading, field, part, &parts[i]))
			text = false;
	}
	if (repeated)
		wrong = "field.repeated";
	else if (!text)
		wrong = "field.not_text";
	else if (str_empty(parts[0]) && str_empty(parts[1]) && str_empty(parts[2]))
		wrong = field->required ? "field.required" : NULL;
	else if (apart > 0 && apart < 3)
		wrong = "field.date_incomplete";
	else
		wrong = value_date(reading->arena, parts, member);
	if (wrong != NULL)
		complain(reading, field->name, wrong, NO_STR);
}

/* A name as it may be shown: its first characters. */
static str
shown(str name)
{
	if (name.len > MOST_SHOWN) {
		name.len = MOST_SHOWN;
		while (((unsigned char)name.at[name.len] & 0xC0) == 0x80)
			name.len--;
	}
	return name;
}

static bool
is_listed(const struct field *fields, str name)
{
	for (const struct field *field = fields; field->type != FIELD_TYPE_END; field++)
		if (field->type != FIELD_TYPE_REST && field_names(field, name))
			return true;
	return false;
}

/* What no other field names, as it came: names and values are for who asked. */
static void
read_rest(struct reading *reading, const struct field *fields, struct parameters *member)
{
	for (size_t i = 0; i < reading->from->count; i++) {
		const struct parameter *p = &reading->from->list[i];

		if (p->from_body && !str_starts(p->name, STR("_")) && !is_listed(fields, p->name))
			parameters_add(member, reading->arena, *p);
	}
}

static bool
takes_rest(const struct field *fields)
{
	for (; fields->type != FIELD_TYPE_END; fields++)
		if (fields->type == FIELD_TYPE_REST)
			return true;
	return false;
}

/* Names that the table does not list: repeated, or unknown. Each is complained of once. */
static void
check_others(struct reading *reading, const struct field *fields, bool strict)
{
	const struct parameters *from = reading->from;

	for (size_t i = 0; i < from->count && reading->count < reading->room; i++) {
		const str name = from->list[i].name;
		bool      listed = false;
		size_t    before = 0;

		for (const struct field *field = fields; !listed && field->type != FIELD_TYPE_END; field++)
			listed = field_names(field, name);
		if (listed)
			continue;
		for (size_t j = 0; j < i && before < 2; j++)
			before += str_eq(from->list[j].name, name);
		if (before == 1)
			complain(reading, NULL, "field.repeated", shown(name));
		else if (before == 0 && strict && !str_starts(name, STR("_")))
			complain(reading, NULL, "field.unknown", shown(name));
	}
}

size_t
fields_read(const struct field *fields, const struct parameters *from, void *input, struct arena *arena,
            struct problem *problems, size_t room, bool strict)
{
	struct reading reading = { .from = from, .arena = arena, .problems = problems,
		                   .room = room < MOST_PROBLEMS ? room : MOST_PROBLEMS };

	for (const struct field *field = fields; field->type != FIELD_TYPE_END; field++) {
		void *member = (char *)input + field->offset;

		if (field->type == FIELD_TYPE_DATE)
			read_date(&reading, field, member);
		else if (field->type == FIELD_TYPE_FILE)
			read_file(&reading, field, member);
		else if (field->type == FIELD_TYPE_REST)
			read_rest(&reading, fields, member);
		else if (field->type == FIELD_TYPE_FILES)
			read_files(&reading, field, member);
		else if (field->type == FIELD_TYPE_TEXTS)
			read_texts(&reading, field, member);
		else
			read_plain(&reading, field, member);
	}
	if (!takes_rest(fields))
		check_others(&reading, fields, strict);
	return reading.count;
}

str
texts_json(struct arena *arena, struct texts texts)
{
	size_t room = 3, at = 0;

	for (size_t i = 0; i < texts.count; i++)
		room += 2 * texts.list[i].len + 3;
	char *out = arena_alloc(arena, room);

	out[at++] = '[';
	for (size_t i = 0; i < texts.count; i++) {
		if (i > 0)
			out[at++] = ',';
		out[at++] = '"';
		for (size_t k = 0; k < texts.list[i].len; k++) {    /* a line of text holds no control character */
			const char c = texts.list[i].at[k];

			if (c == '"' || c == '\\')
				out[at++] = '\\';
			out[at++] = c;
		}
		out[at++] = '"';
	}
	out[at++] = ']';
	return (str){ .at = out, .len = at };
}
