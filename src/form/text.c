/* Text as people typed it, made comparable: one form for each accent (Unicode NFC), no control character. */
#include <limits.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "form.h"

/* Characters below U+0300 are NFC by themselves; their bytes are all below 0xCC. French hardly ever leaves them. */
static bool
plainly_nfc(str s)
{
	for (size_t i = 0; i < s.len; i++)
		if ((unsigned char)s.at[i] >= 0xCC)
			return false;
	return true;
}

bool
text_nfc(struct arena *arena, str s, str *text)
{
	UErrorCode status = U_ZERO_ERROR;
	int32_t    wide_len = 0, nfc_len = 0, len = 0;

	if (!utf8_valid(s) || s.len > INT32_MAX / 4)
		return false;
	*text = s;
	if (plainly_nfc(s))
		return true;

	const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
	UChar              *wide = arena_array(arena, s.len, sizeof *wide);

	u_strFromUTF8(wide, (int32_t)s.len, &wide_len, s.at, (int32_t)s.len, &status);
	if (unorm2_isNormalized(nfc, wide, wide_len, &status) && U_SUCCESS(status))
		return true;

	/* NFC makes UTF-16 three times longer at most, and UTF-8 three bytes of each unit at most. */
	const int32_t room = 3 * wide_len;
	UChar        *normal = arena_array(arena, (size_t)room, sizeof *normal);

	nfc_len = unorm2_normalize(nfc, wide, wide_len, normal, room, &status);
	if (U_FAILURE(status))
		return false;
	u_strToUTF8(NULL, 0, &len, normal, nfc_len, &status);
	if (status != U_BUFFER_OVERFLOW_ERROR)
		return false;
	status = U_ZERO_ERROR;

	char *out = arena_alloc(arena, (size_t)len + 1);

	u_strToUTF8(out, len + 1, &len, normal, nfc_len, &status);
	if (U_FAILURE(status))
		return false;
	*text = (str){ .at = out, .len = (size_t)len };
	return true;
}

/* Line and paragraph separators, and the marks that turn the writing direction and make a name read otherwise. */
static bool
is_treacherous(unsigned char second, unsigned char third)
{
	if (second == 0x80)
		return third >= 0xA8 && third <= 0xAE;    /* U+2028..U+202E */
	return second == 0x81 && third >= 0xA6 && third <= 0xA9;    /* U+2066..U+2069 */
}

bool
text_printable(str s, bool lines)
{
	const unsigned char *p = (const unsigned char *)s.at;

	for (size_t i = 0; i < s.len; i++) {
		if (p[i] < 0x20 && !(lines && (p[i] == '\n' || p[i] == '\t')))
			return false;
		if (p[i] == 0x7F || (p[i] == 0xC2 && i + 1 < s.len && p[i + 1] < 0xA0))
			return false;
		if (p[i] == 0xE2 && i + 2 < s.len && is_treacherous(p[i + 1], p[i + 2]))
			return false;
	}
	return true;
}

/* Bytes of the space that begins `s`, 0 when it is none: U+00A0, U+2000..U+200A and U+202F besides ASCII. */
static size_t
space_length(str s)
{
	const unsigned char *p = (const unsigned char *)s.at;

	if (p[0] == ' ' || (p[0] >= '\t' && p[0] <= '\r'))
		return 1;
	if (s.len >= 2 && p[0] == 0xC2 && p[1] == 0xA0)
		return 2;
	if (s.len >= 3 && p[0] == 0xE2 && p[1] == 0x80 && (p[2] <= 0x8A || p[2] == 0xAF))
		return 3;
	return 0;
}

str
text_without_spaces(struct arena *arena, str s, const char *also)
{
	char  *out = arena_alloc(arena, s.len + 1);
	size_t len = 0;

	while (s.len > 0) {
		const size_t space = space_length(s);

		if (space == 0 && strchr(also, s.at[0]) == NULL)
			out[len++] = s.at[0];
		s = str_skip(s, space > 0 ? space : 1);
	}
	return (str){ .at = out, .len = len };
}
