/* Scans: what is taken, and above all what is refused, each beside the other. Tools run as the server runs them. */
#define _GNU_SOURCE
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "guichet/clock.h"
#include "guichet/facsimile.h"
#include "guichet/scan.h"

#include "document/scan_private.h"

/* fontconfig keeps what it read of the fonts until the program ends. */
const char *__lsan_default_suppressions(void);
const char *
__lsan_default_suppressions(void)
{
	return "leak:libfontconfig";
}

static struct arena *arena;

static int
start(void **state)
{
	(void)state;
	arena = arena_new();
	return 0;
}

static int
stop(void **state)
{
	(void)state;
	scan_tools_in("/usr/bin");
	arena_free(arena);
	return 0;
}

static str
bytes_of(const char *at, size_t len)
{
	return arena_copy(arena, (str){ .at = at, .len = len });
}
#define BYTES(literal) bytes_of(literal, sizeof(literal) - 1)

#define REFUSED(bytes, key)                                         \
	do {                                                        \
		const struct scan look = scan_look(arena, (bytes)); \
		assert_non_null(look.why);                          \
		assert_string_equal(look.why, key);                 \
		assert_int_equal(look.type, SCAN_NONE);             \
	} while (0)

static void
names_say_nothing_bytes_do(void **state)
{
	(void)state;
	REFUSED(STR(""), "archive.scan_empty");
	REFUSED(STR("<html><script>alert(1)</script>%PDF-1.4"), "archive.scan_other");
	REFUSED(STR("\xEF\xBB\xBF \n<!doctype html>"), "archive.scan_other");
	REFUSED(BYTES("\x89PNG\r\n\x1a\n"), "archive.scan_other");
	REFUSED(BYTES("PK\x03\x04 word"), "archive.scan_other");
	REFUSED(BYTES("GIF89a%PDF-1.7"), "archive.scan_other");
	REFUSED(BYTES(" %PDF-1.7"), "archive.scan_unknown");
	REFUSED(BYTES("bonjour"), "archive.scan_unknown");
	assert_true(str_is(scan_look(arena, BYTES("\x89PNG\r\n")).detail, "une image PNG"));
	REFUSED(((str){ .at = "%PDF-1.4", .len = (size_t)SCAN_MOST_BYTES + 1 }), "archive.scan_heavy");
}

static str
jpeg_header(unsigned width, unsigned height)
{
	const char head[] = { '\xFF', '\xD8', '\xFF', '\xE0', 0, 4, 'x', 'x', '\xFF', '\xC0', 0, 11, 8, (char)(height >> 8), (char)height,
		(char)(width >> 8), (char)width, 1, 1, 0x11, 0, '\xFF', '\xDA' };

	return bytes_of(head, sizeof head);
}

static void
jpeg_headers(void **state)
{
	const struct scan good = scan_look(arena, jpeg_header(2480, 3508));

	(void)state;
	assert_null(good.why);
	assert_int_equal(good.type, SCAN_JPEG);
	assert_int_equal(good.width, 2480);
	assert_int_equal(good.height, 3508);
	assert_null(scan_look(arena, jpeg_header(10000, 10000)).why);
	REFUSED(jpeg_header(30000, 30000), "archive.scan_pixels");
	assert_true(str_is(scan_look(arena, jpeg_header(30000, 30000)).detail, "30000 × 30000"));
	REFUSED(jpeg_header(0, 10), "archive.scan_damaged");
	for (size_t cut = 3; cut < 20; cut++) {    /* cut anywhere before the end of the frame header */
		str head = jpeg_header(10, 10);

		head.len = cut;
		REFUSED(head, "archive.scan_damaged");
	}
	REFUSED(BYTES("\xFF\xD8\xFF\xE0\xFF\xFF"), "archive.scan_damaged");
	REFUSED(BYTES("\xFF\xD8\xFF\xE0\x00\x01"), "archive.scan_damaged");
}

/* One directory of two entries. `next` is where the next one is said to be. */
static str
tiff_header(bool big, uint32_t width, uint32_t height, uint32_t next)
{
	char out[64];
	size_t at = 0;
	const struct { uint32_t value; size_t size; } parts[] = { { 42, 2 }, { 8, 4 }, { 2, 2 }, { 256, 2 }, { 4, 2 }, { 1, 4 }, { width, 4 },
		{ 257, 2 }, { 4, 2 }, { 1, 4 }, { height, 4 }, { next, 4 } };

	out[at++] = big ? 'M' : 'I';
	out[at++] = big ? 'M' : 'I';
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		for (size_t k = 0; k < parts[i].size; k++)
			out[at++] = (char)(parts[i].value >> 8 * (big ? parts[i].size - 1 - k : k));
	return bytes_of(out, at);
}

static void
tiff_headers(void **state)
{
	(void)state;
	for (int big = 0; big < 2; big++) {
		const struct scan good = scan_look(arena, tiff_header(big, 1275, 1650, 0));

		assert_null(good.why);
		assert_int_equal(good.type, SCAN_TIFF);
		assert_int_equal(good.pages, 1);
		assert_int_equal(good.width, 1275);
		REFUSED(tiff_header(big, 30000, 30000, 0), "archive.scan_pixels");
		REFUSED(tiff_header(big, 4000000000u, 4000000000u, 0), "archive.scan_pixels");
		REFUSED(tiff_header(big, 0, 5, 0), "archive.scan_damaged");
		REFUSED(tiff_header(big, 5, 5, 8), "archive.scan_pages");         /* bites its tail */
		REFUSED(tiff_header(big, 5, 5, 0x7fffffff), "archive.scan_damaged");
		for (size_t cut = 4; cut < 38; cut++) {
			str head = tiff_header(big, 5, 5, 0);

			head.len = cut;
			REFUSED(head, "archive.scan_damaged");
		}
	}
	REFUSED(BYTES("II+\0\x08\0\0\0"), "archive.scan_other");
}

static void
names_in_a_pdf(void **state)
{
	static const struct { const char *text, *why; } TRIED[] = {
		{ "%PDF-1.4\n<< /Type /Catalog /Pages 2 0 R >>", NULL },
		{ "<< /OpenAction [3 0 R /Fit] >>", "archive.pdf_action" },
		{ "<< /S /JavaScript /JS (app.alert(1)) >>", "archive.pdf_script" },
		{ "<< /S/#4aavaScript >>", "archive.pdf_script" },
		{ "<< /J#53 5 0 R >>", "archive.pdf_script" },
		{ "<</AA<</O 4 0 R>>>>", "archive.pdf_action" },
		{ "<</S/Launch/F(calc)>>", "archive.pdf_action" },
		{ "<</Names<</EmbeddedFiles 9 0 R>>>>", "archive.pdf_attachment" },
		{ "<</Subtype/RichMedia>>", "archive.pdf_media" },
		{ "<</AcroForm<</XFA 7 0 R>>>>", "archive.pdf_form" },
		{ "trailer <</Encrypt 8 0 R>>", "archive.pdf_encrypted" },
		/* Where nothing is a name. */
		{ "<< /Title (voir /JavaScript \\) /JS) >>", NULL },
		{ "<< /Title (un (deux /JS) trois) >>", NULL },
		{ "% /JavaScript\n<< /Type /Page >>", NULL },
		{ "<</Length 8>> stream\n/JS /AA \nendstream endobj", NULL },
		{ "<</Length 8>> stream\nx\nendstream <</JS 1>>", "archive.pdf_script" },
		{ "<< /JSON 1 /AAA 2 /OpenActions 3 /Launcher 4 >>", NULL },
		{ "/", NULL }, { "/#", NULL }, { "/J#5", NULL }, { "(", NULL }, { "(\\", NULL }, { "stream", NULL }, { "%", NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof TRIED / sizeof *TRIED; i++) {
		const char *why = scan_pdf_refused(bytes_of(TRIED[i].text, strlen(TRIED[i].text)));

		if (TRIED[i].why == NULL)
			assert_null(why);
		else if (why == NULL)
			fail_msg("taken: %s", TRIED[i].text);
		else
			assert_string_equal(why, TRIED[i].why);
	}
}

static const struct facsimile ACT = { .reference = STR("N° 0412/MFPTRA/DC/SGM/DGFP/DRA"), .title = STR("ARRÊTÉ\nportant avancement d’échelon"),
	.body = STR("Monsieur ADJOVI Comlan, matricule 20417, est élevé au grade A3-8.\nEffet : 1er octobre 2014."),
	.signed_at = STR("Cotonou, le 3 mars 2015"), .signatory = STR("Le Ministre"), .seed = 2 };

static str
pdf_of_an_act(void)
{
	str png, pdf;

	assert_true(facsimile_draw(arena, &ACT, &png, &pdf));
	assert_true(str_starts(png, BYTES("\x89PNG")));
	return pdf;
}

/* What a tool of Debian makes of bytes. */
static str
made_by(const char *const *argv, str bytes)
{
	const int in = scan_sealed(bytes);
	str out = NO_STR;

	assert_int_equal(scan_tool_bytes(argv, in, arena, 64u << 20, &out), INSPECT_OK);
	close(in);
	return out;
}

static enum scan_end
opens(str bytes, struct scan *about)
{
	struct scan_file file;
	const enum scan_end end = scan_open(&file, arena, bytes);

	*about = file.about;
	scan_close(&file);
	return end;
}

static void
a_pdf_is_opened_drawn_and_read(void **state)
{
	struct scan_file file;
	str jpeg, text;
	const int64_t began = clock_monotonic();

	(void)state;
	assert_int_equal(scan_open(&file, arena, pdf_of_an_act()), SCAN_DONE);
	assert_int_equal(file.about.type, SCAN_PDF);
	assert_int_equal(file.about.pages, 1);
	const int64_t opened = clock_monotonic();
	assert_int_equal(scan_page_image(&file, arena, 1, &jpeg), SCAN_DONE);
	const int64_t drawn = clock_monotonic();
	const struct scan image = scan_look(arena, jpeg);
	assert_int_equal(image.type, SCAN_JPEG);
	assert_int_equal(image.height, 1600);
	assert_int_equal(scan_page_text(&file, arena, 1, &text), SCAN_DONE);
	print_message("checked in %lld ms, drawn in %lld ms, read in %lld ms\n", (long long)(opened - began) / 1000,
	              (long long)(drawn - opened) / 1000, (long long)(clock_monotonic() - drawn) / 1000);
	assert_non_null(memmem(text.at, text.len, "matricule 20417", 15));
	assert_non_null(memmem(text.at, text.len, "0412/MFPTRA/DC/SGM/DGFP/DRA", 27));
	assert_int_equal(scan_page_image(&file, arena, 2, &jpeg), SCAN_REFUSED);    /* there is none */
	scan_close(&file);
}

static void
a_jpeg_and_a_tiff_too(void **state)
{
	static const char *const TO_JPEG[] = { "cjpeg", NULL };
	static const char *const TO_PNM[] = { "pdftoppm", "-r", "150", "-gray", "-", NULL };
	struct scan_file file;
	struct scan about;
	str pdf = pdf_of_an_act(), jpeg = made_by(TO_JPEG, made_by(TO_PNM, pdf)), image, text;

	(void)state;
	assert_int_equal(scan_open(&file, arena, jpeg), SCAN_DONE);
	assert_int_equal(scan_page_text(&file, arena, 1, &text), SCAN_DONE);
	assert_non_null(memmem(text.at, text.len, "20417", 5));
	assert_int_equal(scan_page_image(&file, arena, 1, &image), SCAN_DONE);
	scan_close(&file);
	/* Cut: the headers are good, the image is not. */
	assert_int_equal(opens((str){ .at = jpeg.at, .len = jpeg.len / 2 }, &about), SCAN_REFUSED);
	assert_string_equal(about.why, "archive.scan_damaged");
	/* A directory whose strips are nowhere. */
	assert_int_equal(opens(tiff_header(false, 1275, 1650, 0), &about), SCAN_REFUSED);
	assert_string_equal(about.why, "archive.scan_damaged");
}

/* A whole small PDF, objects as given; the cross-reference is left to be rebuilt, as readers do. */
static str
small_pdf(const char *catalog, const char *page)
{
	return arena_format(arena, "%%PDF-1.5\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R %s >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\n"
		"endobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R %s >>\nendobj\ntrailer\n<< /Root 1 0 R /Size 4 >>\n%%%%EOF\n", catalog, page);
}

static void
pdfs_refused_by_the_tools(void **state)
{
	static const char *const HIDE[] = { "qpdf", "--no-warn", "--warning-exit-0", "--object-streams=generate", "/dev/stdin", "-", NULL };
	static const char *const LOCK[] = { "qpdf", "--encrypt", "secret", "secret", "256", "--", "/dev/stdin", "-", NULL };
	static const char *const UNLOCKED[] = { "qpdf", "--encrypt", "", "owner", "256", "--", "/dev/stdin", "-", NULL };
	struct scan about;

	(void)state;
	assert_int_equal(opens(small_pdf("", "/MediaBox [0 0 595 842]"), &about), SCAN_DONE);
	assert_int_equal(opens(small_pdf("", "/MediaBox [0 0 30000 30000]"), &about), SCAN_REFUSED);
	assert_string_equal(about.why, "archive.scan_page_size");
	/* Hidden in a compressed object: the bytes show nothing, the file laid open does. */
	const str hidden = made_by(HIDE, small_pdf("/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>", "/MediaBox [0 0 595 842]"));

	assert_null(scan_pdf_refused(hidden));
	assert_int_equal(opens(hidden, &about), SCAN_REFUSED);
	assert_true(strcmp(about.why, "archive.pdf_script") == 0 || strcmp(about.why, "archive.pdf_action") == 0);
	assert_int_equal(opens(made_by(LOCK, pdf_of_an_act()), &about), SCAN_REFUSED);
	assert_string_equal(about.why, "archive.pdf_encrypted");
	assert_int_equal(opens(made_by(UNLOCKED, pdf_of_an_act()), &about), SCAN_REFUSED);
	assert_string_equal(about.why, "archive.pdf_encrypted");
	assert_int_equal(opens(BYTES("%PDF-1.7\nnothing of the kind\n%%EOF"), &about), SCAN_REFUSED);
	assert_string_equal(about.why, "archive.scan_damaged");
	/* An image of 900 million pixels in a page of ordinary size. */
	assert_int_equal(opens(arena_format(arena, "%%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] "
		"/Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /XObject << /I 4 0 R >> >> >>\n"
		"endobj\n4 0 obj\n<< /Type /XObject /Subtype /Image /Width 30000 /Height 30000 /BitsPerComponent 1 /ColorSpace /DeviceGray /Length 1 >>\n"
		"stream\nx\nendstream\nendobj\n5 0 obj\n<< /Length 5 >>\nstream\n/I Do\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%%%EOF\n"), &about), SCAN_REFUSED);
	assert_string_equal(about.why, "archive.scan_pixels");
}

static void
tools_that_are_not_there(void **state)
{
	struct scan about;
	struct scan_file file;
	str text;

	(void)state;
	assert_int_equal(scan_open(&file, arena, pdf_of_an_act()), SCAN_DONE);
	scan_tools_in("/nonexistent");
	assert_int_equal(scan_page_text(&file, arena, 1, &text), SCAN_ABSENT);
	assert_int_equal(opens(pdf_of_an_act(), &about), SCAN_ABSENT);
	assert_null(about.why);
	scan_tools_in("/usr/bin");
	scan_close(&file);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_say_nothing_bytes_do), cmocka_unit_test(jpeg_headers), cmocka_unit_test(tiff_headers),
		cmocka_unit_test(names_in_a_pdf), cmocka_unit_test(a_pdf_is_opened_drawn_and_read), cmocka_unit_test(a_jpeg_and_a_tiff_too),
		cmocka_unit_test(pdfs_refused_by_the_tools), cmocka_unit_test(tools_that_are_not_there),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
