/* The shape of a bank account, as people copy it from a slip of their bank. */
#include "account.h"

enum { IBAN_LEAST = 15, ACCOUNT_MOST = 34, RIB_LENGTH = 24 };

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* Remainder by 97 of the IBAN read from its fifth character round to its fourth, letters as 10 to 35. */
static int
iban_remainder(str iban)
{
	int rest = 0;
	size_t i;

	for (i = 0; i < iban.len; i++) {
		const char c = iban.at[(i + 4) % iban.len];

		rest = is_digit(c) ? (rest * 10 + (c - '0')) % 97 : (rest * 100 + (c - 'A' + 10)) % 97;
	}
	return rest;
}

static const char *
judge(str got)
{
	const bool named = got.len >= 4 && is_letter(got.at[0]) && is_letter(got.at[1]);

	if (named && is_digit(got.at[2]) && is_digit(got.at[3]) && got.len >= IBAN_LEAST && got.len != RIB_LENGTH)
		return iban_remainder(got) == 1 ? NULL : "pensioners.iban_wrong";
	if (got.len != RIB_LENGTH)
		return "pensioners.account_length";
	if (!is_digit(got.at[RIB_LENGTH - 1]) || !is_digit(got.at[RIB_LENGTH - 2]))
		return "pensioners.rib_key";
	return NULL;
}

const char *
account_of_bank(struct arena *arena, str typed, str *account)
{
	char *out = arena_alloc(arena, ACCOUNT_MOST + 1);
	const char *wrong;
	size_t i, n = 0;

	for (i = 0; i < typed.len; i++) {
		char c = typed.at[i];

		if (c == ' ' || c == '-' || c == '.')
			continue;
		if (c >= 'a' && c <= 'z')
			c = (char)(c - 32);
		if (!is_digit(c) && !is_letter(c))
			return "pensioners.account_letters";
		if (n == ACCOUNT_MOST)
			return "pensioners.account_length";
		out[n++] = c;
	}
	wrong = judge((str){ out, n });
	if (wrong == NULL)
		*account = (str){ out, n };
	return wrong;
}
