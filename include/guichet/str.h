/* A string is a pointer and a length, in UTF-8, never assumed to end with NUL.
 * `at == NULL` means absent; an empty string that is present has at != NULL and len 0. */
#ifndef GUICHET_STR_H
#define GUICHET_STR_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct str {
	const char *at;
	size_t      len;
} str;

#define STR(literal) ((str){ .at = "" literal, .len = sizeof(literal) - 1 })
#define NO_STR ((str){ .at = NULL, .len = 0 })
/* For printf: printf("%.*s", STR_ARGS(s)) */
#define STR_ARGS(s) (int)(s).len, (s).at != NULL ? (s).at : ""

static inline str
str_of(const char *z)
{
	return z == NULL ? NO_STR : (str){ .at = z, .len = strlen(z) };
}

static inline bool
str_eq(str a, str b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, a.len) == 0);
}

static inline bool
str_is(str a, const char *z)
{
	return str_eq(a, str_of(z));
}

static inline bool
str_empty(str s)
{
	return s.len == 0;
}

bool str_starts(str s, str prefix);
bool str_ends(str s, str suffix);
/* ASCII case-insensitive comparison, for header names and schemes. */
bool str_same(str a, str b);
/* Without ASCII white space and U+00A0 at both ends. */
str  str_trim(str s);
/* The part after the first `n` bytes, empty when there is none. */
str  str_skip(str s, size_t n);
/* Cuts `*rest` at the first `separator`; returns what stood before it. When there is none, returns all and leaves
 * `*rest` absent. Loop: while (rest.at != NULL) { part = str_cut(&rest, ','); … } */
str  str_cut(str *rest, char separator);
/* Decimal digits only, optional leading '-', whole string; false on overflow or anything else. */
bool str_to_int(str s, int64_t *value);

/* UTF-8 */
bool   utf8_valid(str s);            /* no overlong form, no surrogate, no NUL, ≤ U+10FFFF */
size_t utf8_count(str s);            /* code points of a valid string */
#endif
