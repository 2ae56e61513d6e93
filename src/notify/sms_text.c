/* Alphabet, folding and counting of SMS (guichet/sms.h). Pure. */
#include <sodium.h>
#include <stdio.h>

#include "guichet/sms.h"

/* Of the GSM alphabet beside ASCII; the last line takes two places each. */
static const char ONE[] = "£¥èéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà";
static const char ASCII_NOT[] = "`^{}[]~|\\";          /* not in the basic table */
static const char TWO[] = "^{}[]~|\\€";

/* What French has and GSM has not, or writes otherwise. */
static const struct { const char *from, *to; } FOLDS[] = {
	{ "’", "'" }, { "‘", "'" }, { "`", "'" }, { "ʼ", "'" }, { "“", "\"" }, { "”", "\"" }, { "«\xc2\xa0", "\"" }, { "\xc2\xa0»", "\"" }, { "« ", "\"" }, { " »", "\"" }, { "«\xe2\x80\xaf", "\"" }, { "\xe2\x80\xaf»", "\"" }, { "«", "\"" },
	{ "»", "\"" }, { "–", "-" }, { "—", "-" }, { "‑", "-" }, { "−", "-" }, { "…", "..." }, { "•", "-" }, { "·", "." }, { "°", "o" }, { "\xc2\xa0", " " },
	{ "\xe2\x80\xaf", " " }, { "\xe2\x80\x89", " " }, { "\t", " " }, { "\r", "" }, { "œ", "oe" }, { "Œ", "OE" }, { "ç", "c" }, { "ê", "e" }, { "ë", "e" },
	{ "È", "E" }, { "Ê", "E" }, { "Ë", "E" }, { "À", "A" }, { "Â", "A" }, { "â", "a" }, { "î", "i" }, { "ï", "i" }, { "Î", "I" }, { "Ï", "I" }, { "ô", "o" },
	{ "Ô", "O" }, { "û", "u" }, { "Û", "U" }, { "Ù", "U" }, { "ÿ", "y" }, { "á", "a" }, { "í", "i" }, { "ó", "o" }, { "ú", "u" },
};

static size_t
letter_size(unsigned char first)
{
	return first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

static bool
within(const char *set, str letter)
{
	return memmem(set, strlen(set), letter.at, letter.len) != NULL;
}

/* Places that a letter takes in the GSM alphabet, 0 when it has none. */
static unsigned
places(str letter)
{
	if (letter.len == 1) {
		if (letter.at[0] == '\n' || (letter.at[0] >= 0x20 && letter.at[0] < 0x7f && strchr(ASCII_NOT, letter.at[0]) == NULL))
			return 1;
		return within(TWO, letter) ? 2 : 0;
	}
	return within(TWO, letter) ? 2 : within(ONE, letter) ? 1 : 0;
}

static str
fold(struct arena *arena, str text)
{
	char *out = arena_alloc(arena, 3 * text.len + 1);
	size_t i = 0, f, n = 0;

	while (i < text.len) {
		const str rest = str_skip(text, i);

		for (f = 0; f < sizeof(FOLDS) / sizeof(FOLDS[0]); f++)
			if (str_starts(rest, str_of(FOLDS[f].from)))
				break;
		if (f < sizeof(FOLDS) / sizeof(FOLDS[0])) {
			memcpy(out + n, FOLDS[f].to, strlen(FOLDS[f].to));
			n += strlen(FOLDS[f].to);
			i += strlen(FOLDS[f].from);
			continue;
		}
		const size_t size = letter_size((unsigned char)text.at[i]);

		memcpy(out + n, text.at + i, size);
		n += size;
		i += size;
	}
	return (str){ out, n };
}

/* Parts of a text whose letters take these places; a letter is never cut between two parts. */
static int
count_parts(str text, bool wide)
{
	const unsigned alone = wide ? 70 : 160, each = wide ? 67 : 153;
	unsigned total = 0, in_part = 0;
	int parts = 1;
	size_t i, size;

	for (i = 0; i < text.len; i += size) {
		unsigned taken;

		size = letter_size((unsigned char)text.at[i]);
		taken = wide ? (size == 4 ? 2 : 1) : places((str){ text.at + i, size });
		total += taken;
		if (in_part + taken > each) {
			parts++;
			in_part = 0;
		}
		in_part += taken;
	}
	return total <= alone ? 1 : parts;
}

struct sms_text
sms_measure(struct arena *arena, str text)
{
	struct sms_text sms = { .wide = false };
	size_t i, size;

	if (str_empty(text) || text.len > 8000 || !utf8_valid(text) || memchr(text.at, '\0', text.len) != NULL)
		return sms;
	sms.text = fold(arena, text);
	for (i = 0; i < sms.text.len; i += size) {
		size = letter_size((unsigned char)sms.text.at[i]);
		sms.wide |= places((str){ sms.text.at + i, size }) == 0;
	}
	if (sms.wide)                      /* folding would gain nothing any more */
		sms.text = text;
	sms.parts = count_parts(sms.text, sms.wide);
	return sms;
}

str
sms_answer(struct arena *arena, str text)
{
	const str folded = str_empty(text) || !utf8_valid(text) ? STR("") : fold(arena, text);
	char *out = arena_alloc(arena, folded.len + 4);
	size_t i, size, n = 0, end = 0, word = 0;
	unsigned total = 0;

	for (i = 0; i < folded.len; i += size) {
		str letter = { folded.at + i, size = letter_size((unsigned char)folded.at[i]) };
		unsigned taken = places(letter);

		if (taken == 0)
			letter = STR("?");
		total += taken == 0 ? 1 : taken;
		if (total > 160)
			break;
		if (letter.at[0] == ' ' && total <= 157)
			word = n;
		memcpy(out + n, letter.at, letter.len);
		n += letter.len;
		if (total <= 157)
			end = n;
	}
	if (i >= folded.len)
		return (str){ out, n };
	n = word > end / 2 ? word : end;
	memcpy(out + n, "...", 3);
	return (str){ out, n + 3 };
}

str
sms_receipt_key(struct arena *arena, const char *secret, int64_t message)
{
	unsigned char hash[16];
	char number[40], *hex = arena_alloc(arena, 33);
	const int length = snprintf(number, sizeof(number), "guichet sms %lld", (long long)message);
	const size_t key = strlen(secret);

	crypto_generichash(hash, sizeof(hash), (const unsigned char *)number, (unsigned long long)length, (const unsigned char *)secret,
	                   key < crypto_generichash_KEYBYTES_MAX ? key : crypto_generichash_KEYBYTES_MAX);
	sodium_bin2hex(hex, 33, hash, sizeof(hash));
	return (str){ hex, 32 };
}

bool
sms_secret_fits(str given, str secret)
{
	return !str_empty(secret) && given.len == secret.len && sodium_memcmp(given.at, secret.at, secret.len) == 0;
}
