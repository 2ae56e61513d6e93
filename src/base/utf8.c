/* UTF-8 as the Unicode standard allows it (table 3-7): what is longer than needed, a surrogate or beyond U+10FFFF
 * is refused. NUL is refused too: PostgreSQL and C strings cannot carry it. */
#include "guichet/str.h"

/* Eight bytes at once: true when all are in 0x01..0x7F. */
static bool
ascii_word(const unsigned char *p)
{
	const uint64_t ones = UINT64_C(0x0101010101010101);
	const uint64_t tops = UINT64_C(0x8080808080808080);
	uint64_t       w;

	memcpy(&w, p, sizeof w);
	return ((w | (w - ones)) & tops) == 0;
}

/* Length of the character that begins at `p`, 0 when it is not one. */
static size_t
utf8_length(const unsigned char *p, size_t left)
{
	size_t        length;
	unsigned char low = 0x80, high = 0xBF;    /* what the second byte may be */

	if (p[0] < 0x80)
		return p[0] != 0;
	if (p[0] < 0xC2)
		return 0;
	if (p[0] < 0xE0) {
		length = 2;
	} else if (p[0] < 0xF0) {
		length = 3;
		low = p[0] == 0xE0 ? 0xA0 : 0x80;
		high = p[0] == 0xED ? 0x9F : 0xBF;
	} else if (p[0] < 0xF5) {
		length = 4;
		low = p[0] == 0xF0 ? 0x90 : 0x80;
		high = p[0] == 0xF4 ? 0x8F : 0xBF;
	} else {
		return 0;
	}
	if (left < length || p[1] < low || p[1] > high)
		return 0;
	for (size_t i = 2; i < length; i++)
		if ((p[i] & 0xC0) != 0x80)
			return 0;
	return length;
}

bool
utf8_valid(str s)
{
	const unsigned char *p = (const unsigned char *)s.at;
	size_t               left = s.len;

	while (left > 0) {
		size_t length = left >= 8 && ascii_word(p) ? 8 : utf8_length(p, left);

		if (length == 0)
			return false;
		p += length;
		left -= length;
	}
	return true;
}

size_t
utf8_count(str s)
{
	size_t count = 0;

	for (size_t i = 0; i < s.len; i++)
		count += ((unsigned char)s.at[i] & 0xC0) != 0x80;
	return count;
}
