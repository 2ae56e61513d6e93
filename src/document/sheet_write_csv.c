/* CSV for French spreadsheets: UTF-8 with its mark, ";", CR LF, quotes as in RFC 4180, and no cell that could be taken
 * for a formula (ASVS 1.2.10). */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "sheet_write.h"

/* Spreadsheets also take the full-width forms of = + - @ (U+FF1D, U+FF0B, U+FF0D, U+FF20) as the beginning of a formula. */
static bool
looks_like_formula(str s)
{
	static const str wide[] = { { "\xef\xbc\x9d", 3 }, { "\xef\xbc\x8b", 3 }, { "\xef\xbc\x8d", 3 }, { "\xef\xbc\xa0", 3 } };

	if (s.len > 0 && memchr("=+-@\t\r\n", s.at[0], 8) != NULL)    /* 8: the NUL that ends the list is one of them */
		return true;
	for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
		if (str_starts(s, wide[i]))
			return true;
	return false;
}

static bool
must_quote(str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (memchr(";,\t\"\r\n", s.at[i], 6) != NULL)
			return true;
	return s.len > 0 && (s.at[0] == ' ' || s.at[s.len - 1] == ' ');
}

static void
put_cell(FILE *out, str s, enum sheet_type type)
{
	int64_t value;
	const bool number = (type == SHEET_INT || type == SHEET_MONEY) && str_to_int(s, &value);
	const bool apostrophe = !number && looks_like_formula(s), quote = must_quote(s);

	if (quote)
		(void)putc_unlocked('"', out);
	if (apostrophe)
		(void)putc_unlocked('\'', out);
	for (size_t i = 0; i < s.len; i++) {
		if (s.at[i] == '"')
			(void)putc_unlocked('"', out);
		(void)putc_unlocked(s.at[i], out);
	}
	if (quote)
		(void)putc_unlocked('"', out);
}

bool
csv_row(struct sheet_writer *w, const str *cells, size_t count)
{
	for (size_t i = 0; i < w->count; i++) {
		if (i > 0)
			(void)putc_unlocked(';', w->text);
		if (i < count)
			put_cell(w->text, cells[i], w->columns[i].type);
	}
	(void)fputs("\r\n", w->text);
	return ferror(w->text) == 0;
}

bool
csv_begin(struct sheet_writer *w, int fd)
{
	if (fd < 0) {
		w->text = open_memstream(&w->memory, &w->memory_len);
	} else {
		const int own = fcntl(fd, F_DUPFD_CLOEXEC, 3);

		w->text = own < 0 ? NULL : fdopen(own, "w");
		if (w->text == NULL && own >= 0)
			close(own);
	}
	if (w->text == NULL)
		return false;
	(void)fputs("\xef\xbb\xbf", w->text);
	for (size_t i = 0; i < w->count; i++) {
		if (i > 0)
			(void)putc_unlocked(';', w->text);
		put_cell(w->text, str_of(w->columns[i].title), SHEET_TEXT);
	}
	(void)fputs("\r\n", w->text);
	w->rows = 1;
	return ferror(w->text) == 0;
}

bool
csv_end(struct sheet_writer *w, str *bytes)
{
	if (w->text == NULL)
		return false;
	const bool good = fflush(w->text) == 0 && ferror(w->text) == 0;
	const bool closed = fclose(w->text) == 0;

	w->text = NULL;
	if (w->memory != NULL)
		*bytes = (str){ .at = w->memory, .len = w->memory_len };
	return good && closed;
}

void
csv_abandon(struct sheet_writer *w)
{
	if (w->text != NULL)
		(void)fclose(w->text);
	w->text = NULL;
	free(w->memory);
	w->memory = NULL;
}
