/* Strings that are a pointer and a length: comparison, trimming, cutting, whole numbers.
 * Nothing here allocates: what is returned points into what was given. */
#include "guichet/str.h"

bool
str_starts(str s, str prefix)
{
	return s.len >= prefix.len && (prefix.len == 0 || memcmp(s.at, prefix.at, prefix.len) == 0);
}

bool
str_ends(str s, str suffix)
{
	return s.len >= suffix.len &&
	       (suffix.len == 0 || memcmp(s.at + s.len - suffix.len, suffix.at, suffix.len) == 0);
}

static unsigned char
ascii_lower(char c)
{
	return (unsigned char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

bool
str_same(str a, str b)
{
	if (a.len != b.len)
		return false;
	for (size_t i = 0; i < a.len; i++)
		if (ascii_lower(a.at[i]) != ascii_lower(b.at[i]))
			return false;
	return true;
}

static bool
is_white(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

str
str_trim(str s)
{
	static const str nbsp = { .at = "\xC2\xA0", .len = 2 };

	for (;;) {
		if (s.len > 0 && is_white(s.at[0]))
			s = str_skip(s, 1);
		else if (str_starts(s, nbsp))
			s = str_skip(s, nbsp.len);
		else
			break;
	}
	for (;;) {
		if (s.len > 0 && is_white(s.at[s.len - 1]))
			s.len--;
		else if (str_ends(s, nbsp))
			s.len -= nbsp.len;
		else
			break;
	}
	return s;
}

str
str_skip(str s, size_t n)
{
	if (s.at == NULL)
		return s;
	if (n > s.len)
		n = s.len;
	return (str){ .at = s.at + n, .len = s.len - n };
}

str
str_cut(str *rest, char separator)
{
	const str   all = *rest;
	const char *cut = all.len > 0 ? memchr(all.at, separator, all.len) : NULL;

	if (cut == NULL) {
		*rest = NO_STR;
		return all;
	}
	const str part = { .at = all.at, .len = (size_t)(cut - all.at) };
	*rest = str_skip(all, part.len + 1);
	return part;
}

bool
str_to_int(str s, int64_t *value)
{
	const bool negative = s.len > 0 && s.at[0] == '-';
	int64_t    sum = 0;

	if (negative)
		s = str_skip(s, 1);
	if (s.len == 0)
		return false;
	for (size_t i = 0; i < s.len; i++) {
		const int digit = s.at[i] - '0';

		if (digit < 0 || digit > 9 || __builtin_mul_overflow(sum, 10, &sum) ||
		    __builtin_add_overflow(sum, negative ? -digit : digit, &sum))
			return false;
	}
	*value = sum;
	return true;
}
