/* Secrets of a browser: cookies, the token of its forms, random names.
 *
 * A form's token is a keyed hash of the session's (or the visit's) cookie, masked anew on every page so that a
 * compressed page does not leak it (BREACH). Nothing is stored: the cookie itself is the proof. */
#include <sodium.h>

#include "app/app.h"

#define TOKEN_BYTES 16

static void
csrf_make(str secret, unsigned char token[TOKEN_BYTES])
{
	static const char purpose[] = "guichet form token";

	crypto_generichash(token, TOKEN_BYTES, (const unsigned char *)purpose, sizeof(purpose), (const unsigned char *)secret.at,
	                   secret.len < 64 ? secret.len : 64);
}

static str
hex(struct arena *arena, const unsigned char *bytes, size_t count)
{
	char *text = arena_alloc(arena, 2 * count + 1);

	sodium_bin2hex(text, 2 * count + 1, bytes, count);
	return (str){ text, 2 * count };
}

str
csrf_mask(struct arena *arena, str secret)
{
	unsigned char token[TOKEN_BYTES], out[2 * TOKEN_BYTES];
	size_t i;

	csrf_make(secret, token);
	randombytes_buf(out, TOKEN_BYTES);
	for (i = 0; i < TOKEN_BYTES; i++)
		out[TOKEN_BYTES + i] = out[i] ^ token[i];
	return hex(arena, out, sizeof(out));
}

bool
csrf_fits(str token, str secret)
{
	unsigned char wanted[TOKEN_BYTES], given[2 * TOKEN_BYTES];
	size_t i, length;

	if (str_empty(secret) || token.len != 4 * TOKEN_BYTES ||
	    sodium_hex2bin(given, sizeof(given), token.at, token.len, NULL, &length, NULL) != 0 || length != sizeof(given))
		return false;
	csrf_make(secret, wanted);
	for (i = 0; i < TOKEN_BYTES; i++)
		given[TOKEN_BYTES + i] ^= given[i];
	return sodium_memcmp(wanted, given + TOKEN_BYTES, TOKEN_BYTES) == 0;
}

str
cookie_find(str cookies, const char *name)
{
	str rest = cookies, wanted = str_of(name);

	while (rest.at != NULL) {
		str pair = str_trim(str_cut(&rest, ';')), value = pair, key = str_cut(&value, '=');

		if (str_eq(key, wanted))
			return value;
	}
	return NO_STR;
}

bool
hex_token(str token, size_t length)
{
	size_t i;

	if (token.len != length)
		return false;
	for (i = 0; i < length; i++)
		if (!((token.at[i] >= '0' && token.at[i] <= '9') || (token.at[i] >= 'a' && token.at[i] <= 'f')))
			return false;
	return true;
}

str
random_hex(struct arena *arena, size_t bytes)
{
	unsigned char *raw = arena_alloc(arena, bytes);

	randombytes_buf(raw, bytes);
	return hex(arena, raw, bytes);
}

str
random_uuid(struct arena *arena)
{
	str h = random_hex(arena, 16);

	return arena_format(arena, "%.8s-%.4s-4%.3s-8%.3s-%.12s", h.at, h.at + 8, h.at + 13, h.at + 17, h.at + 20);
}

bool
uuid_valid(str s)
{
	size_t i;

	if (s.len != 36)
		return false;
	for (i = 0; i < 36; i++) {
		bool dash = i == 8 || i == 13 || i == 18 || i == 23;

		if (dash ? s.at[i] != '-' : !hex_token((str){ s.at + i, 1 }, 1))
			return false;
	}
	return true;
}

static bool
mentions(str text, const char *word)
{
	return memmem(text.at == NULL ? "" : text.at, text.len, word, strlen(word)) != NULL;
}

/* Enough for a person to recognise his own telephone in a list; never used to decide anything. */
str
device_of(struct arena *arena, str agent)
{
	const char *browser = mentions(agent, "Firefox/") ? "Firefox" : mentions(agent, "Edg/") ? "Edge" : mentions(agent, "OPR/") ? "Opera" :
	        mentions(agent, "Chrome/") ? "Chrome" : mentions(agent, "Safari/") ? "Safari" : "Navigateur";
	const char *system = mentions(agent, "Android") ? "Android" : mentions(agent, "iPhone") ? "iPhone" : mentions(agent, "Windows") ? "Windows" :
	        mentions(agent, "Mac OS") ? "Mac" : mentions(agent, "Linux") ? "Linux" : "appareil inconnu";

	return arena_format(arena, "%s, %s", browser, system);
}
