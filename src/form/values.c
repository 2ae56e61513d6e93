/* Values of every kind of form: numbers, text, choices, dates, codes, files. */
#include "form.h"

/* "192 000", grouped by narrow no-break spaces. */
static str
number_french(struct arena *arena, int64_t value)
{
	char     text[48];
	size_t   at = sizeof text;
	uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;

	for (int digits = 1; digits == 1 || rest > 0; digits++, rest /= 10) {
		if (digits > 1 && digits % 3 == 1) {
			at -= 3;
			memcpy(text + at, "\xE2\x80\xAF", 3);
		}
		text[--at] = (char)('0' + rest % 10);
	}
	if (value < 0)
		text[--at] = '-';
	return arena_copy(arena, (str){ .at = text + at, .len = sizeof text - at });
}

static bool
all_digits(str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.at[i] < '0' || s.at[i] > '9')
			return false;
	return s.len > 0;
}

const char *
value_int(struct arena *arena, const struct field *field, str s, int64_t *value, str *detail)
{
	const str  tight = text_without_spaces(arena, s, "");
	const bool negative = str_starts(tight, STR("-"));
	int64_t    read = 0;

	if (!all_digits(str_skip(tight, negative)))
		return "field.not_a_number";
	/* Digits that do not fit 64 bits are beyond the limit on their side. */
	const bool fits = str_to_int(tight, &read);

	if (fits ? read < field->least : negative) {
		*detail = number_french(arena, field->least);
		return "field.too_small";
	}
	if (!fits || read > field->most) {
		*detail = number_french(arena, field->most);
		return "field.too_big";
	}
	*value = read;
	return NULL;
}

/* CR LF, and CR alone, become LF. */
static str
unix_lines(struct arena *arena, str s)
{
	if (s.len == 0 || memchr(s.at, '\r', s.len) == NULL)
		return s;
	char  *out = arena_alloc(arena, s.len + 1);
	size_t len = 0;

	for (size_t i = 0; i < s.len; i++) {
		if (s.at[i] == '\r' && i + 1 < s.len && s.at[i + 1] == '\n')
			continue;
		out[len++] = s.at[i] == '\r' ? '\n' : s.at[i];
	}
	return (str){ .at = out, .len = len };
}

const char *
value_text(struct arena *arena, const struct field *field, str s, str *value, str *detail)
{
	if (field->type == FIELD_TYPE_LINES)
		s = unix_lines(arena, s);
	if (field->type != FIELD_TYPE_SECRET && !text_printable(s, field->type == FIELD_TYPE_LINES))
		return "field.control";

	const int64_t count = (int64_t)utf8_count(s);
	if (count > field->most) {
		*detail = number_french(arena, field->most);
		return "field.too_long";
	}
	if (count < field->least) {
		*detail = number_french(arena, field->least);
		return "field.too_short";
	}
	*value = s;
	return NULL;
}

const char *
value_choice(const struct field *field, str s, str *value)
{
	str choices = str_of(field->choices);

	while (choices.at != NULL)
		if (str_eq(str_cut(&choices, '|'), s)) {
			*value = s;
			return NULL;
		}
	return "field.not_a_choice";
}

const char *
value_bool(str s, bool *value)
{
	const bool yes = str_is(s, "on") || str_is(s, "oui") || str_is(s, "1");

	if (!yes && !str_is(s, "off") && !str_is(s, "non") && !str_is(s, "0"))
		return "field.not_a_choice";
	*value = yes;
	return NULL;
}

/* One text, or day, month and year apart: a part may not smuggle in another. */
const char *
value_date(struct arena *arena, const str parts[3], struct date *value)
{
	str text = parts[0];

	if (parts[1].at != NULL || parts[2].at != NULL) {
		if (str_empty(parts[0]) || str_empty(parts[1]) || str_empty(parts[2]))
			return "field.date_incomplete";
		for (size_t i = 0; i < 3; i++)
			for (size_t j = 0; j < parts[i].len; j++)
				if (strchr(" \t/-", parts[i].at[j]) != NULL)
					return "field.not_a_date";
		const str spaced[] = { parts[0], STR(" "), parts[1], STR(" "), parts[2] };
		text = arena_join(arena, spaced, 5);
	}
	return date_parse_french(text, value) ? NULL : "field.not_a_date";
}

const char *
value_code(struct arena *arena, const struct field *field, str s, str *value, str *detail)
{
	const str code = text_without_spaces(arena, s, "");

	if (!all_digits(code) || (int64_t)code.len != field->most) {
		*detail = number_french(arena, field->most);
		return "field.not_a_code";
	}
	*value = code;
	return NULL;
}

const char *
value_file(struct arena *arena, const struct field *field, const struct parameter *from, struct upload *value,
           str *detail)
{
	const int64_t kilo = 1024, mega = kilo * kilo;

	if (from->file_name.at == NULL)
		return "field.not_a_file";
	if (str_empty(from->value))
		return "field.file_empty";
	if ((int64_t)from->value.len > field->most) {
		const bool big = field->most >= mega;

		*detail = arena_format(arena, "%.*s\xC2\xA0%s",
		                       STR_ARGS(number_french(arena, field->most / (big ? mega : kilo))),
		                       big ? "Mo" : "ko");
		return "field.file_too_large";
	}
	*value = (struct upload){ .name = from->file_name, .type = from->file_type, .bytes = from->value };
	return NULL;
}
