/* Encoded words and quoted-printable: what carries French through mail servers that know ASCII only. */
#include <sodium.h>

#include "notify/encode.h"

#define PLAIN_MOST 60      /* characters of a header left unencoded and unfolded */
#define WORD_BYTES 39      /* bytes of UTF-8 in one encoded word: 52 of base64, 12 around, 9 for "Subject: ": below the 76 of a line */
#define LINE_MOST  75      /* characters of a quoted-printable line, before its soft break */

static bool
is_plain(str text)
{
	size_t i;

	for (i = 0; i < text.len; i++)
		if (text.at[i] < 0x20 || text.at[i] > 0x7e)
			return false;
	return text.len <= PLAIN_MOST && memmem(text.at, text.len, "=?", 2) == NULL && str_eq(str_trim(text), text);
}

/* The longest start of `text` of at most `most` bytes that cuts no character. */
static size_t
whole_characters(str text, size_t most)
{
	size_t n = text.len < most ? text.len : most;

	if (n == text.len)
		return n;
	while (n > 1 && ((unsigned char)text.at[n] & 0xc0) == 0x80)
		n--;
	return n;
}

str
encode_header(struct arena *arena, str text)
{
	str out = NO_STR;

	if (is_plain(text))
		return text;
	while (text.len > 0) {
		size_t n = whole_characters(text, WORD_BYTES), room = sodium_base64_encoded_len(n, sodium_base64_VARIANT_ORIGINAL);
		char *word = arena_alloc(arena, room);

		sodium_bin2base64(word, room, (const unsigned char *)text.at, n, sodium_base64_VARIANT_ORIGINAL);
		out = arena_format(arena, "%.*s%s=?utf-8?B?%s?=", STR_ARGS(out), out.len > 0 ? "\r\n " : "", word);
		text = str_skip(text, n);
	}
	return out;
}

struct quoted {
	char  *at;
	size_t len, column;
};

static void
put(struct quoted *q, const char *bytes, size_t n)
{
	memcpy(q->at + q->len, bytes, n);
	q->len += n;
	q->column += n;
}

static void
put_character(struct quoted *q, unsigned char c, bool literally)
{
	static const char HEX[] = "0123456789ABCDEF";
	char escaped[3] = { '=', HEX[c >> 4], HEX[c & 15] }, plain = (char)c;

	if (q->column + (literally ? 1 : 3) > LINE_MOST) {
		put(q, "=\r\n", 3);
		q->column = 0;
		literally = literally && c != '.';
	}
	put(q, literally ? &plain : escaped, literally ? 1 : 3);
}

/* One line without its end. A dot that begins a line would end the message for a careless relay, "From " is rewritten
 * by old ones, and white space at the end is lost by some. */
static void
put_line(struct quoted *q, str line)
{
	size_t i;

	q->column = 0;
	for (i = 0; i < line.len; i++) {
		unsigned char c = (unsigned char)line.at[i];
		bool white = c == ' ' || c == '\t', last = i + 1 == line.len;
		bool literally = (c > 0x20 && c < 0x7f && c != '=') || (white && !last);

		if (i == 0 && (c == '.' || str_starts(line, STR("From "))))
			literally = false;
		put_character(q, c, literally);
	}
	put(q, "\r\n", 2);
}

str
encode_body(struct arena *arena, str text)
{
	/* Each byte takes at most 3, a soft break of 3 comes at most every 73, an end of line takes 2. */
	struct quoted q = { arena_array(arena, text.len + 1, 7), 0, 0 };
	size_t i, start = 0;

	for (i = 0; i < text.len; i++) {
		if (text.at[i] != '\n' && text.at[i] != '\r')
			continue;
		put_line(&q, (str){ text.at + start, i - start });
		if (text.at[i] == '\r' && i + 1 < text.len && text.at[i + 1] == '\n')
			i++;
		start = i + 1;
	}
	if (start < text.len || text.len == 0)
		put_line(&q, (str){ text.len > 0 ? text.at + start : "", text.len - start });
	return (str){ q.at, q.len };
}
