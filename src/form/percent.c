/* Percent decoding, done once: what comes out is text and is never decoded again. */
#include "form.h"

static int
hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

static bool
needs_decoding(str s, bool plus)
{
	return s.len > 0 && (memchr(s.at, '%', s.len) != NULL || (plus && memchr(s.at, '+', s.len) != NULL));
}

bool
percent_decode(struct arena *arena, str s, bool plus, str *text)
{
	if (needs_decoding(s, plus)) {
		char  *out = arena_alloc(arena, s.len + 1);
		size_t len = 0;

		for (size_t i = 0; i < s.len; i++) {
			char c = s.at[i];

			if (c == '%') {
				const int high = i + 2 < s.len ? hex_digit(s.at[i + 1]) : -1;
				const int low = i + 2 < s.len ? hex_digit(s.at[i + 2]) : -1;

				if (high < 0 || low < 0)
					return false;
				c = (char)(high * 16 + low);
				i += 2;
			} else if (c == '+' && plus) {
				c = ' ';
			}
			out[len++] = c;
		}
		s = (str){ .at = out, .len = len };
	}
	if (!utf8_valid(s))
		return false;
	*text = s;
	return true;
}
