/* Which passwords may be chosen: long enough, and not what a stranger tries first. Nothing is asked about their letters. */
#include "accounts/secret.h"

#define LEAST       8
#define LEAST_STAFF 12
#define MOST        256

/* Passwords that people choose, in French and English, on keyboards of both kinds. */
static const char *const COMMON[] = {
#include "accounts/common.inc"
};

/* Words of the place: a password that is one of them with a few digits around is the second thing a stranger tries. */
static const char *const PLACE[] = { "guichet", "ministere", "benin", "matricule", "mtfp", "fonctionpublique", "fonction", "publique",
	"travail", "cotonou", "portonovo", "parakou", "administration", "motdepasse", "password", "agent", "bonjour", "azerty", "qwerty" };

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

/* Lower case, accents off for the letters of French, nothing but letters and digits. */
static size_t
bare(str s, char *out, size_t room)
{
	static const struct { const char *from; char to; } accents[] = { { "à", 'a' }, { "â", 'a' }, { "ç", 'c' }, { "é", 'e' }, { "è", 'e' },
		{ "ê", 'e' }, { "ë", 'e' }, { "î", 'i' }, { "ï", 'i' }, { "ô", 'o' }, { "ù", 'u' }, { "û", 'u' }, { "É", 'e' }, { "È", 'e' } };
	size_t i, a, n = 0;

	for (i = 0; i < s.len && n + 1 < room; i++) {
		char c = s.at[i];

		if (c >= 'A' && c <= 'Z')
			c = (char)(c + 32);
		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
			out[n++] = c;
		for (a = 0; a < COUNT(accents) && (unsigned char)c == 0xC3 && i + 1 < s.len; a++)
			if (memcmp(s.at + i, accents[a].from, 2) == 0)
				out[n++] = accents[a].to;
	}
	out[n] = '\0';
	return n;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Without digits at both ends. */
static str
core(const char *text, size_t length)
{
	while (length > 0 && is_digit(text[length - 1]))
		length--;
	while (length > 0 && is_digit(*text)) {
		text++;
		length--;
	}
	return (str){ text, length };
}

static bool
listed(str word, const char *const *list, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (str_is(word, list[i]))
			return true;
	return false;
}

/* The same sign over and over, or signs that follow each other: "aaaaaaaa", "12345678", "hgfedcba". */
static bool
monotone(const char *text, size_t length)
{
	int step = length > 1 ? text[1] - text[0] : 2;
	size_t i;

	if (step < -1 || step > 1)
		return false;
	for (i = 1; i < length; i++)
		if (text[i] - text[i - 1] != step)
			return false;
	return true;
}

/* Nothing but words of the place, one after another. */
static bool
only_place(str word)
{
	if (str_empty(word))
		return false;
	while (word.len > 0) {
		size_t i, longest = 0;

		for (i = 0; i < COUNT(PLACE); i++)
			if (str_starts(word, str_of(PLACE[i])) && strlen(PLACE[i]) > longest)
				longest = strlen(PLACE[i]);
		if (longest == 0)
			return false;
		word = str_skip(word, longest);
	}
	return true;
}

static bool
is_name(str word, str whole, str names)
{
	while (names.at != NULL) {
		char text[300];
		str name = str_cut(&names, ' ');
		size_t length = bare(name, text, sizeof(text));

		if (length >= 3 && (str_eq(word, (str){ text, length }) || str_eq(whole, (str){ text, length })))
			return true;
	}
	return false;
}

const char *
secret_refusal(str password, str names, bool staff)
{
	size_t count = password.at == NULL ? 0 : utf8_count(password), length;
	char text[4 * MOST + 1];
	str whole, word;

	if (count > MOST)
		return "accounts.password_long";
	if (count < (staff ? LEAST_STAFF : LEAST))
		return staff ? "accounts.password_short_staff" : "accounts.password_short";
	length = bare(password, text, sizeof(text));
	whole = (str){ text, length };
	word = core(text, length);
	if (length == 0 && count < 15)
		return "accounts.password_common";
	if (listed(whole, COMMON, COUNT(COMMON)) || (word.len >= 3 && listed(word, COMMON, COUNT(COMMON))) || monotone(text, length))
		return "accounts.password_common";
	if (is_name(word, whole, names))
		return "accounts.password_name";
	if (only_place(word))
		return "accounts.password_place";
	return NULL;
}
