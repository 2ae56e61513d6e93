/* The pages of a scan (guichet/scan.h), as images for people and as text for searching. */
#define _GNU_SOURCE
#include <stdio.h>
#include <unistd.h>

#include "scan_private.h"

#define MEGA     ((size_t)1024 * 1024)
#define SEEN     1600u    /* pixels of the longer side, for people: an A4 page at 137 dpi */
#define READ     2400u    /* the same for tesseract: 205 dpi */

/* A JPEG is scaled while it is decoded, in eighths: the most that stays within `side`. */
static unsigned
eighths(const struct scan *about, unsigned side)
{
	const uint32_t longer = about->width > about->height ? about->width : about->height;
	unsigned n = 8;

	while (n > 1 && (uint64_t)longer * n / 8 > side)
		n--;
	return n;
}

/* The page as PNM. */
static enum inspect_end
draw(struct scan_file *file, unsigned page, unsigned side, bool gray, int *pnm)
{
	char number[16], scale[16];

	if (file->about.type == SCAN_JPEG) {
		(void)snprintf(scale, sizeof scale, "%u/8", eighths(&file->about, side + side / 4));
		const char *const decode[] = { "djpeg", "-scale", scale, "-pnm", "-maxmemory", "300M", gray ? "-grayscale" : NULL, NULL };

		return scan_tool(decode, file->fd, 64 * MEGA, pnm);
	}
	(void)snprintf(number, sizeof number, "%u", page);
	(void)snprintf(scale, sizeof scale, "%u", side);
	/* "-": from standard input; no name to write to: to standard output. */
	const char *const render[] = { "pdftoppm", "-q", "-f", number, "-l", number, "-scale-to", scale, gray ? "-gray" : "-", gray ? "-" : NULL, NULL };

	return scan_tool(render, file->pages, 64 * MEGA, pnm);
}

enum scan_end
scan_page_image(struct scan_file *file, struct arena *arena, unsigned page, str *jpeg)
{
	static const char *const ENCODE[] = { "cjpeg", "-quality", "68", "-optimize", NULL };
	int pnm;
	enum inspect_end end = draw(file, page, SEEN, false, &pnm);

	if (end == INSPECT_OK) {
		end = scan_tool_bytes(ENCODE, pnm, arena, 16 * MEGA, jpeg);
		close(pnm);
	}
	if (end == INSPECT_FAILED) {
		file->about.why = "archive.scan_damaged";
		return SCAN_REFUSED;
	}
	return scan_end_of(end);
}

/* What tesseract says, as text that may be stored: no control character but line feeds, no run of empty lines. */
static str
clean(struct arena *arena, str said)
{
	char *out = arena_alloc(arena, said.len + 1);
	size_t len = 0, empty = 2;

	for (size_t i = 0; i < said.len; i++) {
		const unsigned char c = (unsigned char)said.at[i];

		if (c == '\n') {
			if (empty < 2)
				out[len++] = '\n';
			empty++;
		} else if (c >= 0x20 && c != 0x7F) {
			out[len++] = (char)c;
			empty = c == ' ' ? empty : 0;
		} else if (c == '\t') {
			out[len++] = ' ';
		}
	}
	while (len > 0 && (out[len - 1] == '\n' || out[len - 1] == ' '))
		len--;
	return (str){ .at = out, .len = len };
}

enum scan_end
scan_page_text(struct scan_file *file, struct arena *arena, unsigned page, str *text)
{
	/* One thread: the cage lets no other be made, and a page is read as fast. */
	static const char *const READER[] = { "env", "OMP_THREAD_LIMIT=1", "tesseract", "stdin", "stdout", "-l", "fra", NULL };
	int pnm;
	str said = NO_STR;
	enum inspect_end end = draw(file, page, READ, true, &pnm);

	if (end != INSPECT_OK)
		return scan_end_of(end);
	end = scan_tool_bytes(READER, pnm, arena, 2 * MEGA, &said);
	close(pnm);
	if (end != INSPECT_OK)
		return scan_end_of(end);
	*text = clean(arena, said);
	return utf8_valid(*text) ? SCAN_DONE : SCAN_FAILED;
}
