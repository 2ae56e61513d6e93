/* A PDF laid open and measured (guichet/scan.h): qpdf undoes compressed objects so that nothing active hides in them, poppler
 * counts and measures the pages and lists the images without drawing any. */
#define _GNU_SOURCE
#include "scan_private.h"

#define MEGA ((size_t)1024 * 1024)

static enum scan_end
refuse(struct scan *about, const char *why, str detail)
{
	about->why = why;
	about->detail = detail;
	return SCAN_REFUSED;
}

/* A tool that cannot read the file tells of the file; one that is missing or late tells of us. */
static enum scan_end
end_on(struct scan *about, enum inspect_end end)
{
	return end == INSPECT_FAILED || end == INSPECT_FLOOD ? refuse(about, "archive.scan_damaged", NO_STR) : scan_end_of(end);
}

static enum scan_end
lay_open(int fd, struct arena *arena, struct scan *about)
{
	static const char *const OPEN[] = { "qpdf", "--no-warn", "--warning-exit-0", "--deterministic-id", "--stream-data=preserve",
		"--object-streams=disable", "/dev/stdin", "-", NULL };
	str bytes;
	const enum inspect_end end = scan_tool_bytes(OPEN, fd, arena, 2 * (size_t)SCAN_MOST_BYTES, &bytes);
	const char *why = end == INSPECT_OK ? scan_pdf_refused(bytes) : NULL;

	if (end != INSPECT_OK)
		return end_on(about, end);
	return why != NULL ? refuse(about, why, NO_STR) : SCAN_DONE;
}

/* The next word of a line of a table. */
static str
take_word(str *line)
{
	str word;

	while (line->len > 0 && line->at[0] == ' ')
		*line = str_skip(*line, 1);
	word = (str){ .at = line->at, .len = 0 };
	while (word.len < line->len && line->at[word.len] != ' ')
		word.len++;
	*line = str_skip(*line, word.len);
	return word;
}

/* "1190.55" → 1190; -1 when it is no such number. */
static int64_t
whole_part(str word)
{
	int64_t n = -1;

	return str_to_int(str_cut(&word, '.'), &n) ? n : -1;
}

/* "Pages:          2" and "Page    1 size:  612 x 792 pts (letter)" */
static enum scan_end
measure(int fd, struct arena *arena, struct scan *about)
{
	static const char *const INFO[] = { "pdfinfo", "-f", "1", "-l", "201", "-", NULL };
	str text, line;
	const enum inspect_end end = scan_tool_bytes(INFO, fd, arena, MEGA, &text);
	int64_t pages = 0;

	if (end != INSPECT_OK)
		return end_on(about, end);
	while (text.at != NULL && !str_empty(text)) {
		line = str_cut(&text, '\n');
		const str first = take_word(&line);

		if (str_is(first, "Pages:"))
			(void)str_to_int(take_word(&line), &pages);
		if (!str_is(first, "Page"))
			continue;
		(void)take_word(&line);
		if (!str_is(take_word(&line), "size:"))
			continue;
		const int64_t width = whole_part(take_word(&line));
		(void)take_word(&line);
		const int64_t height = whole_part(take_word(&line));

		if (width < 1 || height < 1 || width > SCAN_MOST_POINTS || height > SCAN_MOST_POINTS)
			return refuse(about, "archive.scan_page_size", NO_STR);
	}
	if (pages < 1)
		return refuse(about, "archive.scan_damaged", NO_STR);
	if (pages > SCAN_MOST_PAGES)
		return refuse(about, "archive.scan_pages", arena_format(arena, "%d", SCAN_MOST_PAGES));
	about->pages = (unsigned)pages;
	return SCAN_DONE;
}

/* "   1     0 image    1275  1650  gray …", below two lines of titles. */
static enum scan_end
look_at_images(int fd, struct arena *arena, struct scan *about)
{
	static const char *const LIST[] = { "pdfimages", "-list", "-", NULL };
	str text, line;
	const enum inspect_end end = scan_tool_bytes(LIST, fd, arena, 4 * MEGA, &text);

	if (end != INSPECT_OK)
		return end_on(about, end);
	while (text.at != NULL && !str_empty(text)) {
		int64_t width = 0, height = 0;

		line = str_cut(&text, '\n');
		(void)take_word(&line);
		(void)take_word(&line);
		(void)take_word(&line);
		if (!str_to_int(take_word(&line), &width) || !str_to_int(take_word(&line), &height))
			continue;
		if (width > 0 && height > 0 && (width > UINT16_MAX * 4 || height > UINT16_MAX * 4 || width * height > SCAN_MOST_PIXELS))
			return refuse(about, "archive.scan_pixels", arena_format(arena, "%lld × %lld", (long long)width, (long long)height));
	}
	return SCAN_DONE;
}

enum scan_end
scan_pdf_check(int fd, struct arena *arena, struct scan *about)
{
	enum scan_end end = lay_open(fd, arena, about);

	if (end == SCAN_DONE)
		end = measure(fd, arena, about);
	return end == SCAN_DONE ? look_at_images(fd, arena, about) : end;
}
