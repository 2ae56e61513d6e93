/* What a file is, by its bytes: a table that we read, or the reason why not. */
#define _GNU_SOURCE    /* memmem */
#include "guichet/sheet.h"
#include "sheet_private.h"
#include "zipdir.h"

#define FEW  8         /* control characters that prove nothing */
#define LOOK 4096      /* bytes looked at, enough for any signature and to tell text from binary */

struct signature {
	size_t      at;
	str         bytes;
	const char *why;
	str         begins;     /* and with these bytes before: four letters in the middle may be a word of a text */
};

static const struct signature SIGNATURES[] = {
	{ 0, { "%PDF-", 5 }, "sheet.pdf" },
	{ 0, { "\x89PNG\r\n\x1a\n", 8 }, "sheet.image" },
	{ 0, { "\xff\xd8\xff", 3 }, "sheet.image" },
	{ 0, { "GIF8", 4 }, "sheet.image" },
	{ 0, { "II*\0", 4 }, "sheet.image" },
	{ 0, { "MM\0*", 4 }, "sheet.image" },
	{ 8, { "WEBP", 4 }, "sheet.image", { "RIFF", 4 } },
	{ 4, { "ftyphei", 7 }, "sheet.image", { "\0\0", 2 } },
	{ 0, { "Rar!", 4 }, "sheet.archive" },
	{ 0, { "7z\xbc\xaf\x27\x1c", 6 }, "sheet.archive" },
	{ 0, { "\x1f\x8b", 2 }, "sheet.archive" },
	{ 0, { "\xff\xfe", 2 }, "sheet.utf16" },
	{ 0, { "\xfe\xff", 2 }, "sheet.utf16" },
	{ 0, { "{\\rtf", 5 }, "sheet.binary" },
	{ 0, { "\x7f" "ELF", 4 }, "sheet.binary" },
	{ 0, { "MZ\x90", 3 }, "sheet.binary" },
};

static bool
has_at(str bytes, size_t at, str what)
{
	return bytes.len >= at + what.len && memcmp(bytes.at + at, what.at, what.len) == 0;
}

static bool
begins(str text, str word)
{
	return text.len >= word.len && str_same((str){ .at = text.at, .len = word.len }, word);
}

/* A workbook with a password, and the old .xls, share the OLE container: the password shows by a stream's name. */
static const char *
ole_kind(str bytes)
{
	static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";

	return memmem(bytes.at, bytes.len, name, sizeof name - 1) != NULL ? "sheet.encrypted" : "sheet.old_xls";
}

/* Pages and XML that other software names .xls or .csv. */
static const char *
markup_kind(str text)
{
	static const str pages[] = { { "<!doctype html", 14 }, { "<html", 5 }, { "<table", 6 }, { "<head", 5 }, { "<meta", 5 },
		{ "<body", 5 }, { "<script", 7 }, { "<!--", 4 } };

	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
		if (begins(text, pages[i]))
			return "sheet.html";
	if (begins(text, STR("<?xml")) || begins(text, STR("<workbook")))
		return "sheet.xml";
	return NULL;
}

/* A stray NUL in a text is told later with its line; many are not a text. */
static const char *
binary_kind(str head)
{
	size_t nul = 0, control = 0;

	for (size_t i = 0; i < head.len; i++) {
		const unsigned char c = (unsigned char)head.at[i];

		nul += c == 0;
		control += c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f';
	}
	if (nul * 5 > head.len && nul * 3 < head.len * 2 && nul == control)
		return "sheet.utf16";
	return control > FEW && control * 10 > head.len ? "sheet.binary" : NULL;
}

static enum sheet_kind
refuse(struct problem *problem, const char *why)
{
	*problem = problem_input(NULL, why);
	return SHEET_REFUSED;
}

enum sheet_kind
sheet_kind_of(str bytes, struct problem *problem)
{
	const str head = { .at = bytes.at, .len = bytes.len < LOOK ? bytes.len : LOOK };
	const char *why;

	*problem = NO_PROBLEM;
	if (has_at(head, 0, (str){ "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8 }))
		return refuse(problem, ole_kind(bytes));
	if (has_at(head, 0, STR("PK\003\004")) || has_at(head, 0, STR("PK\005\006"))) {
		*problem = zipdir_check(bytes);
		return problem->kind == PROBLEM_NONE ? SHEET_XLSX : SHEET_REFUSED;
	}
	for (size_t i = 0; i < sizeof SIGNATURES / sizeof *SIGNATURES; i++)
		if (has_at(head, SIGNATURES[i].at, SIGNATURES[i].bytes) && (str_empty(SIGNATURES[i].begins) || has_at(head, 0, SIGNATURES[i].begins)))
			return refuse(problem, SIGNATURES[i].why);
	const str text = str_trim(has_at(head, 0, STR(UTF8_BOM)) ? str_skip(head, 3) : head);

	if (str_empty(text) && head.len == bytes.len)
		return refuse(problem, "sheet.empty");
	if ((why = markup_kind(text)) != NULL || (why = binary_kind(head)) != NULL)
		return refuse(problem, why);
	return SHEET_CSV;
}
