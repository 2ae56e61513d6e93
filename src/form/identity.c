/* How a person is reached and named: e-mail address, telephone of Benin, matricule. */
#include "form.h"

#define MOST_ADDRESS 254u    /* RFC 5321 4.5.3.1.3, less the two angle brackets */
#define MOST_LOCAL   64u
#define MOST_LABEL   63u

static bool
is_alnum(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* A dot-atom of RFC 5322: no quoted form, no dot at an end, no two dots together. */
static bool
local_good(str local)
{
	if (local.len < 1 || local.len > MOST_LOCAL)
		return false;
	while (local.at != NULL) {
		const str atom = str_cut(&local, '.');

		if (str_empty(atom))
			return false;
		for (size_t i = 0; i < atom.len; i++)
			if (!is_alnum(atom.at[i]) && strchr("!#$%&'*+-/=?^_`{|}~", atom.at[i]) == NULL)
				return false;
	}
	return true;
}

/* A host name of at least two labels; the last is not a number. */
static bool
domain_good(str domain)
{
	size_t labels = 0;
	bool   letter = false;

	while (domain.at != NULL) {
		const str label = str_cut(&domain, '.');

		if (label.len < 1 || label.len > MOST_LABEL || label.at[0] == '-' || label.at[label.len - 1] == '-')
			return false;
		letter = false;
		for (size_t i = 0; i < label.len; i++) {
			if (!is_alnum(label.at[i]) && label.at[i] != '-')
				return false;
			letter = letter || label.at[i] > '9';
		}
		labels++;
	}
	return labels >= 2 && letter;
}

const char *
value_email(struct arena *arena, str s, str *value)
{
	str       domain = s;
	const str local = str_cut(&domain, '@');

	if (s.len > MOST_ADDRESS || !local_good(local) || domain.at == NULL || !domain_good(domain))
		return "field.not_an_email";

	char *out = arena_alloc(arena, s.len + 1);

	memcpy(out, s.at, s.len);
	for (size_t i = local.len; i < s.len; i++)
		if (out[i] >= 'A' && out[i] <= 'Z')
			out[i] = (char)(out[i] - 'A' + 'a');
	*value = (str){ .at = out, .len = s.len };
	return NULL;
}

/* A number has ten digits that begin with 01; the eight of before follow the 01 now. Eight digits that begin with 0
 * are a new number whose end is missing. */
const char *
value_phone(struct arena *arena, str s, str *value)
{
	static const str prefixes[] = { STR("+229"), STR("00229"), STR("229") };
	str              number = text_without_spaces(arena, s, ".-/()");
	bool             foreign = str_starts(number, STR("+")) || str_starts(number, STR("00"));

	for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
		if (str_starts(number, prefixes[i])) {
			foreign = false;
			if (number.len > 10)
				number = str_skip(number, prefixes[i].len);
			break;
		}
	if (foreign)
		return "field.foreign_phone";
	for (size_t i = 0; i < number.len; i++)
		if (number.at[i] < '0' || number.at[i] > '9')
			return "field.not_a_phone";

	const bool now = number.len == 10 && str_starts(number, STR("01"));
	const bool old = number.len == 8 && number.at[0] != '0';

	if (!now && !old)
		return "field.not_a_phone";
	const str parts[] = { STR("+229"), old ? STR("01") : STR(""), number };
	*value = arena_join(arena, parts, 3);
	return NULL;
}

/* No rule of its form is published: letters and digits, as printed on a payslip, in capitals. */
const char *
value_matricule(struct arena *arena, const struct field *field, str s, str *value, str *detail)
{
	const str tight = text_without_spaces(arena, s, "");
	char     *out = arena_alloc(arena, tight.len + 1);

	for (size_t i = 0; i < tight.len; i++) {
		char c = tight.at[i];

		if (c >= 'a' && c <= 'z')
			c = (char)(c - 'a' + 'A');
		if (!is_alnum(c) && strchr("/-.", c) == NULL)
			return "field.not_a_matricule";
		out[i] = c;
	}
	if ((int64_t)tight.len > field->most) {
		*detail = arena_format(arena, "%lld", (long long)field->most);
		return "field.too_long";
	}
	if (str_empty(tight))
		return "field.not_a_matricule";
	*value = (str){ .at = out, .len = tight.len };
	return NULL;
}
