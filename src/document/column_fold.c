/* Folding: what is left of a header when case, accents and punctuation are taken away. */
#include "columns_private.h"

/* The Latin letters U+00C0..U+017F as ASCII, in order; a space = no letter. "ae" and "oe" are handled apart. */
static const char LATIN1[64] = "aaaaaa ceeeeiiiidnooooo ouuuuy  aaaaaa ceeeeiiiidnooooo ouuuuy y";
static const char EXTENDED[128] = "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooo  "
                                  "rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/* The next code point; 0xFFFD for bytes that are not UTF-8. */
static uint32_t
next_point(str text, size_t *i)
{
	const unsigned char *p = (const unsigned char *)text.at + *i;
	const size_t left = text.len - *i, want = *p < 0x80 ? 1 : *p < 0xE0 ? 2 : *p < 0xF0 ? 3 : 4;
	uint32_t code = *p < 0x80 ? *p : *p < 0xE0 ? *p & 0x1Fu : *p < 0xF0 ? *p & 0x0Fu : *p & 0x07u;

	if (want > left || (*p >= 0x80 && *p < 0xC2)) {
		*i += 1;
		return 0xFFFD;
	}
	for (size_t k = 1; k < want; k++)
		code = code << 6 | (p[k] & 0x3Fu);
	*i += want;
	return code;
}

static char
fold_point(uint32_t c)
{
	if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
		return (char)c;
	if (c >= 'A' && c <= 'Z')
		return (char)(c + 32);
	if (c >= 0xC0 && c <= 0xFF)
		return LATIN1[c - 0xC0];
	if (c >= 0x100 && c <= 0x17F)
		return EXTENDED[c - 0x100];
	return ' ';
}

size_t
column_fold_into(str text, char *into, size_t room)
{
	size_t n = 0;

	for (size_t i = 0; i < text.len && n + 4 <= room;) {
		const uint32_t c = next_point(text, &i);
		const char folded = fold_point(c);

		if (c >= 0x300 && c <= 0x36F)    /* accents of a text that is not composed */
			continue;
		if (c == 0xC6 || c == 0xE6 || c == 0x152 || c == 0x153) {
			into[n++] = c <= 0xFF ? 'a' : 'o';
			into[n++] = 'e';
			continue;
		}
		if (folded != ' ') {
			into[n++] = folded;
			continue;
		}
		if (n > 0 && into[n - 1] != ' ')
			into[n++] = ' ';
		if (c == '&') {
			into[n++] = 'e';
			into[n++] = 't';
			into[n++] = ' ';
		}
	}
	while (n > 0 && into[n - 1] == ' ')
		n--;
	return n;
}

str
column_fold(struct arena *arena, str header)
{
	const size_t room = header.len * 4 + 4;    /* "&" gives four bytes */
	char *into = arena_alloc(arena, room);

	return (str){ .at = into, .len = column_fold_into(header, into, room) };
}
