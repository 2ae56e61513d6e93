/* What a file is, by its bytes (guichet/scan.h): headers only, nothing is decoded, nothing is trusted. */
#include "guichet/scan.h"

#include "scan_private.h"

static struct scan
refuse(const char *why, str detail)
{
	return (struct scan){ .type = SCAN_NONE, .why = why, .detail = detail };
}

/* What people send by mistake, in words. */
static struct scan
not_a_scan(str bytes)
{
	static const struct { const char *start; size_t len; const char *is; } KNOWN[] = {
		{ "\x89PNG", 4, "une image PNG" }, { "GIF8", 4, "une image GIF" }, { "PK\x03\x04", 4, "une archive ZIP ou un document bureautique" },
		{ "\xD0\xCF\x11\xE0", 4, "un document bureautique" }, { "Rar!", 4, "une archive RAR" }, { "7z\xBC\xAF", 4, "une archive 7z" },
		{ "{\\rtf", 5, "un document RTF" }, { "%!PS", 4, "un document PostScript" }, { "MZ", 2, "un programme" }, { "\x7F" "ELF", 4, "un programme" },
		{ "II+\0", 4, "une image BigTIFF" }, { "MM\0+", 4, "une image BigTIFF" }, { "RIFF", 4, "une image WebP ou un son" },
	};
	str start = bytes;

	for (size_t i = 0; i < sizeof KNOWN / sizeof *KNOWN; i++)
		if (str_starts(bytes, (str){ .at = KNOWN[i].start, .len = KNOWN[i].len }))
			return refuse("archive.scan_other", str_of(KNOWN[i].is));
	start.len = start.len < 64 ? start.len : 64;
	start = str_trim(str_starts(start, STR("\xEF\xBB\xBF")) ? str_skip(start, 3) : start);
	return str_starts(start, STR("<")) ? refuse("archive.scan_other", STR("une page HTML ou XML")) : refuse("archive.scan_unknown", NO_STR);
}

static bool
too_many_pixels(uint32_t width, uint32_t height)
{
	return (uint64_t)width * height > SCAN_MOST_PIXELS;
}

static struct scan
refuse_size(struct arena *arena, uint32_t width, uint32_t height)
{
	return refuse("archive.scan_pixels", arena_format(arena, "%u × %u", width, height));
}

/* ---- JPEG: the segments up to the frame header ---- */

static unsigned
two_bytes(str s, size_t at)
{
	return (unsigned)(unsigned char)s.at[at] << 8 | (unsigned char)s.at[at + 1];
}

static struct scan
look_jpeg(struct arena *arena, str bytes)
{
	size_t at = 2;

	while (at + 4 <= bytes.len && (unsigned char)bytes.at[at] == 0xFF) {
		const unsigned marker = (unsigned char)bytes.at[at + 1];

		if (marker == 0xFF) {    /* filling */
			at++;
			continue;
		}
		if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8)) {    /* without a length */
			at += 2;
			continue;
		}
		const size_t len = two_bytes(bytes, at + 2);

		if (len < 2 || bytes.len - at - 2 < len || marker == 0xD9 || marker == 0xDA)
			break;
		if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
			if (len < 8)
				break;
			const uint32_t height = two_bytes(bytes, at + 5), width = two_bytes(bytes, at + 7);

			if (width == 0 || height == 0)
				break;
			if (too_many_pixels(width, height))
				return refuse_size(arena, width, height);
			return (struct scan){ .type = SCAN_JPEG, .pages = 1, .width = width, .height = height };
		}
		at += 2 + len;
	}
	return refuse("archive.scan_damaged", NO_STR);
}

/* ---- TIFF: the chain of directories ---- */

struct tiff {
	str  bytes;
	bool big_endian;
};

static uint32_t
tiff_number(const struct tiff *t, size_t at, size_t size)
{
	uint32_t n = 0;

	for (size_t i = 0; i < size; i++)
		n = n << 8 | (unsigned char)t->bytes.at[t->big_endian ? at + i : at + size - 1 - i];
	return n;
}

/* Width and height of the directory at `at`, and where the next one is. False when it does not stand in the file. */
static bool
tiff_directory(const struct tiff *t, size_t at, uint32_t sides[2], size_t *next)
{
	if (at < 8 || at > t->bytes.len || t->bytes.len - at < 2)
		return false;
	const size_t count = tiff_number(t, at, 2), room = (t->bytes.len - at - 2) / 12;

	if (count == 0 || count > room || t->bytes.len - at - 2 - count * 12 < 4)
		return false;
	sides[0] = sides[1] = 0;
	for (size_t i = 0; i < count; i++) {
		const size_t entry = at + 2 + i * 12;
		const uint32_t tag = tiff_number(t, entry, 2), type = tiff_number(t, entry + 2, 2);

		if ((tag == 256 || tag == 257) && (type == 3 || type == 4))
			sides[tag - 256] = tiff_number(t, entry + 8, type == 3 ? 2 : 4);
	}
	*next = tiff_number(t, at + 2 + count * 12, 4);
	return sides[0] > 0 && sides[1] > 0;
}

static struct scan
look_tiff(struct arena *arena, str bytes)
{
	const struct tiff t = { .bytes = bytes, .big_endian = bytes.at[0] == 'M' };
	struct scan found = { .type = SCAN_TIFF };
	size_t at = bytes.len >= 8 ? tiff_number(&t, 4, 4) : 0;

	do {
		uint32_t sides[2];

		if (!tiff_directory(&t, at, sides, &at))
			return refuse("archive.scan_damaged", NO_STR);
		if (too_many_pixels(sides[0], sides[1]))
			return refuse_size(arena, sides[0], sides[1]);
		if (found.pages == 0) {
			found.width = sides[0];
			found.height = sides[1];
		}
		if (++found.pages > SCAN_MOST_PAGES)    /* a chain that bites its tail ends here too */
			return refuse("archive.scan_pages", arena_format(arena, "%d", SCAN_MOST_PAGES));
	} while (at != 0);
	return found;
}

/* ---- PDF ---- */

static struct scan
look_pdf(str bytes)
{
	const char *why = scan_pdf_refused(bytes);

	if (why != NULL)
		return refuse(why, NO_STR);
	return (struct scan){ .type = SCAN_PDF };
}

struct scan
scan_look(struct arena *arena, str bytes)
{
	if (bytes.len == 0)
		return refuse("archive.scan_empty", NO_STR);
	if (bytes.len > SCAN_MOST_BYTES)
		return refuse("archive.scan_heavy", arena_format(arena, "%d", SCAN_MOST_BYTES / 1024 / 1024));
	if (str_starts(bytes, STR("%PDF-")))
		return look_pdf(bytes);
	if (str_starts(bytes, STR("\xFF\xD8\xFF")))
		return look_jpeg(arena, bytes);
	if (str_starts(bytes, (str){ .at = "II*\0", .len = 4 }) || str_starts(bytes, (str){ .at = "MM\0*", .len = 4 }))
		return look_tiff(arena, bytes);
	return not_a_scan(bytes);
}

const char *
scan_type_name(enum scan_type type)
{
	return type == SCAN_PDF ? "pdf" : type == SCAN_JPEG ? "jpeg" : type == SCAN_TIFF ? "tiff" : "";
}
