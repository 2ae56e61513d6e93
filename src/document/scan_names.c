/* The names of a PDF (guichet/scan.h): a small tokeniser that knows strings, comments and streams, to find what may act. */
#include "guichet/scan.h"

#define LONGEST 24    /* of the names looked for, and one more */

static const struct { const char *name, *why; } REFUSED[] = {
	{ "Encrypt", "archive.pdf_encrypted" },
	{ "JavaScript", "archive.pdf_script" }, { "JS", "archive.pdf_script" },
	{ "OpenAction", "archive.pdf_action" }, { "AA", "archive.pdf_action" }, { "Launch", "archive.pdf_action" },
	{ "SubmitForm", "archive.pdf_action" }, { "ImportData", "archive.pdf_action" }, { "GoToR", "archive.pdf_action" }, { "GoToE", "archive.pdf_action" },
	{ "EmbeddedFile", "archive.pdf_attachment" }, { "EmbeddedFiles", "archive.pdf_attachment" }, { "FileAttachment", "archive.pdf_attachment" },
	{ "RichMedia", "archive.pdf_media" }, { "Movie", "archive.pdf_media" }, { "Sound", "archive.pdf_media" }, { "Rendition", "archive.pdf_media" },
	{ "XFA", "archive.pdf_form" },
};

static bool
is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static bool
is_regular(char c)
{
	return !is_space(c) && c != '(' && c != ')' && c != '<' && c != '>' && c != '[' && c != ']' && c != '{' && c != '}' && c != '/' && c != '%';
}

static int
hex_digit(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The name that begins behind the slash; `*at` goes on behind it. */
static const char *
read_name(str bytes, size_t *at)
{
	char name[LONGEST];
	size_t len = 0, i = *at;

	for (; i < bytes.len && is_regular(bytes.at[i]); i++) {
		char c = bytes.at[i];

		if (c == '#' && i + 2 < bytes.len && hex_digit(bytes.at[i + 1]) >= 0 && hex_digit(bytes.at[i + 2]) >= 0) {
			c = (char)(hex_digit(bytes.at[i + 1]) * 16 + hex_digit(bytes.at[i + 2]));
			i += 2;
		}
		if (len < LONGEST)
			name[len++] = c;
	}
	*at = i;
	for (size_t k = 0; k < sizeof REFUSED / sizeof *REFUSED; k++)
		if (str_is((str){ .at = name, .len = len }, REFUSED[k].name))
			return REFUSED[k].why;
	return NULL;
}

/* Behind the string that begins at `at` with "("; behind the end when it never closes. */
static size_t
skip_string(str bytes, size_t at)
{
	size_t depth = 0;

	for (; at < bytes.len; at++) {
		if (bytes.at[at] == '\\')
			at++;
		else if (bytes.at[at] == '(')
			depth++;
		else if (bytes.at[at] == ')' && --depth == 0)
			return at + 1;
	}
	return bytes.len;
}

/* Behind "endstream", when the word at `at` opens a stream. */
static size_t
skip_stream(str bytes, size_t at)
{
	const char *end = memmem(bytes.at + at, bytes.len - at, "endstream", 9);

	return end == NULL ? bytes.len : (size_t)(end - bytes.at) + 9;
}

const char *
scan_pdf_refused(str bytes)
{
	const char *why = NULL;
	size_t at = 0;

	while (at < bytes.len && why == NULL) {
		const char c = bytes.at[at];

		if (c == '/') {
			at++;
			why = read_name(bytes, &at);
		} else if (c == '(') {
			at = skip_string(bytes, at);
		} else if (c == '%') {
			while (at < bytes.len && bytes.at[at] != '\n' && bytes.at[at] != '\r')
				at++;
		} else if (is_regular(c)) {
			const size_t from = at;

			while (at < bytes.len && is_regular(bytes.at[at]))
				at++;
			if (at - from == 6 && memcmp(bytes.at + from, "stream", 6) == 0)
				at = skip_stream(bytes, at);
		} else {
			at++;
		}
	}
	return why;
}
