/* Spreadsheets: what is read, what is refused and why, what is written and read again. Runs from the root of the tree. */
#define _GNU_SOURCE
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <fcntl.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#include "guichet/sheet.h"

static const char FOLDER[] = "tests/data/sheets/";

static str
file_bytes(struct arena *arena, const char *name)
{
	const str path = arena_format(arena, "%s%s", FOLDER, name);
	const int fd = open(path.at, O_RDONLY | O_CLOEXEC);
	char *at = arena_alloc(arena, 1 << 20);
	const ssize_t got = fd < 0 ? -1 : read(fd, at, 1 << 20);

	if (got < 0)
		fail_msg("%s cannot be read", path.at);
	(void)close(fd);
	return (str){ .at = at, .len = (size_t)got };
}

/* The whole table as "1:a|b\n2:c|d\n", then "!key detail" when it ends with a problem. */
static str
table_of(struct arena *arena, struct sheet_reader *reader)
{
	str all = STR("");
	struct sheet_row row;

	while (sheet_next(reader, &row)) {
		all = arena_format(arena, "%.*s%zu:", STR_ARGS(all), row.line);
		for (size_t i = 0; i < row.count; i++)
			all = arena_format(arena, "%.*s%s%.*s", STR_ARGS(all), i > 0 ? "|" : "", STR_ARGS(row.cells[i]));
		all = arena_format(arena, "%.*s\n", STR_ARGS(all));
	}
	const struct problem problem = sheet_problem(reader);

	if (problem.kind != PROBLEM_NONE)
		all = arena_format(arena, "%.*s!%s %.*s", STR_ARGS(all), problem.text, STR_ARGS(problem.detail));
	assert_false(sheet_next(reader, &row));
	return all;
}

static str
read_bytes(struct arena *arena, str bytes)
{
	struct problem problem;
	struct sheet_reader *reader = sheet_open(arena, bytes, &problem);

	if (reader == NULL)
		return arena_format(arena, "refused %s", problem.text);
	return table_of(arena, reader);
}

static void
assert_str(str got, const char *want)
{
	if (!str_is(got, want))
		fail_msg("got  \"%.*s\"\nwant \"%s\"", STR_ARGS(got), want);
}

static void
csv_is_read(void **state)
{
	static const struct {
		const char *file, *table;
	} cases[] = {
		{ "utf8-semicolon.csv", "1:Matricule|Nom & prénoms|Né(e) le|Grade|Salaire\n"
		                        "2:0012345|ADJOVI Koffi Désiré|03/03/1978|A1-9|192 000\n"
		                        "3:0012346|D’ALMEIDA Aïcha|1er avril 1981|B3-4|154 500,50\n" },
		{ "utf8-bom-comma.csv", "1:matricule|nom|prénoms\n2:00123|HOUNSOU|Cécile, Marie\n3:00124|KPOSSOU|Œdipe\n" },
		{ "windows-1252-tab.csv", "1:Mle|Prénoms|Note\n2:001|Aïcha|100 € – œuvre\n3:002|Zoë|«\u00a0bien\u00a0»\n" },
		{ "quotes.csv", "1:a|b|c\n2:dit \"oui\"; puis|ligne 1\r\nligne 2\nligne 3|5\" de long\n5:|\"|x\n6:fin|avant|z\n" },
		{ "lone-cr.csv", "1:a|b\n2:1|2\n4:3|4\n" },
		{ "sep-line.csv", "2:a|b;c\n3:1|2;3\n" },
		{ "blank-lines.csv", "3:a|b\n5:1|2\n" },
		{ "decimal-comma.csv", "1:a|b\n2:1,5|2,5\n3:3,5|4,5\n" },
		{ "dates-1900.xlsx", "1:1998-03-03\n" },
		{ "dates-1904.xlsx", "1:1998-03-03\n" },
		{ "plain.xlsx", "1:Nom & prénoms|N\n3:deux\nlignes\r; \"x\"|7\n" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct arena *arena = arena_new();

		assert_str(read_bytes(arena, file_bytes(arena, cases[i].file)), cases[i].table);
		arena_free(arena);
	}
}

static void
damage_is_told_with_its_place(void **state)
{
	static const struct {
		const char *file, *end;
	} cases[] = {
		{ "open-quote.csv", "!sheet.quote_open ligne 3, colonne 2 (B)" },
		{ "stray-quote.csv", "!sheet.quote_stray ligne 2, colonne 2 (B)" },
		{ "nul.csv", "!sheet.nul ligne 3, colonne 2 (B)" },
		{ "undefined-1252.csv", "!sheet.bad_character ligne 2, colonne 2 (B)" },
		{ "damaged-utf8.csv", "!sheet.bad_character ligne 22, colonne 1 (A)" },
		{ "bad-xml.xlsx", "!sheet.unreadable " },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct arena *arena = arena_new();
		const str got = read_bytes(arena, file_bytes(arena, cases[i].file));

		if (!str_ends(got, str_of(cases[i].end)))
			fail_msg("%s: \"%.*s\"", cases[i].file, STR_ARGS(got));
		arena_free(arena);
	}
}

static void
other_files_are_refused_by_their_bytes(void **state)
{
	static const struct {
		const char *file, *why;
	} cases[] = {
		{ "empty.csv", "sheet.empty" }, { "spaces.csv", "sheet.empty" }, { "utf16.csv", "sheet.utf16" },
		{ "page.xlsx", "sheet.html" }, { "xml-2003.xls", "sheet.xml" }, { "old.xls", "sheet.old_xls" },
		{ "password.xlsx", "sheet.encrypted" }, { "encrypted-entry.xlsx", "sheet.encrypted" }, { "paper.csv", "sheet.pdf" },
		{ "picture.csv", "sheet.image" }, { "binary.csv", "sheet.binary" }, { "macros.xlsx", "sheet.macros" },
		{ "bomb.xlsx", "sheet.bomb" }, { "declared-huge.xlsx", "sheet.bomb" }, { "no-workbook.zip", "sheet.no_workbook" },
		{ "open-document.ods", "sheet.ods" }, { "binary-book.xlsb", "sheet.xlsb" }, { "climbing.xlsx", "sheet.broken_zip" },
		{ "truncated.xlsx", "sheet.broken_zip" }, { "hidden-entry.xlsx", "sheet.broken_zip" },
	};
	struct problem problem;
	struct arena *arena = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const str bytes = file_bytes(arena, cases[i].file);

		assert_int_equal(sheet_kind_of(bytes, &problem), SHEET_REFUSED);
		assert_int_equal(problem.kind, PROBLEM_INPUT);
		if (strcmp(problem.text, cases[i].why) != 0)
			fail_msg("%s: %s", cases[i].file, problem.text);
		assert_null(sheet_open(arena, bytes, &problem));
	}
	assert_int_equal(sheet_kind_of(file_bytes(arena, "plain.xlsx"), &problem), SHEET_XLSX);
	assert_int_equal(sheet_kind_of(file_bytes(arena, "quotes.csv"), &problem), SHEET_CSV);
	assert_int_equal(problem.kind, PROBLEM_NONE);
	assert_int_equal(sheet_kind_of(STR("RIFF\x24\0\0\0WEBPVP8 "), &problem), SHEET_REFUSED);
	assert_string_equal(problem.text, "sheet.image");
	assert_int_equal(sheet_kind_of(STR("nom;no\r\nWEBP;1\r\n"), &problem), SHEET_CSV);      /* a word of a text */
	assert_int_equal(sheet_kind_of(STR("nom;ftypheic;1\r\n"), &problem), SHEET_CSV);
	arena_free(arena);
}

/* "a;b\n1;" then `count` times `c`, then `tail`. */
static str
long_text(struct arena *arena, const char *head, char c, size_t count, const char *tail)
{
	const size_t h = strlen(head), t = strlen(tail);
	char *at = arena_alloc(arena, h + count + t);

	memcpy(at, head, h);
	memset(at + h, c, count);
	memcpy(at + h + count, tail, t);
	return (str){ .at = at, .len = h + count + t };
}

static void
sizes_have_limits(void **state)
{
	struct arena *arena = arena_new();
	struct problem problem;
	struct sheet_row row;

	(void)state;
	struct sheet_reader *r = sheet_open(arena, long_text(arena, "a;b\n1;", 'x', SHEET_CELL_MAX, "\n"), &problem);

	assert_true(sheet_next(r, &row) && sheet_next(r, &row));
	assert_int_equal(row.cells[1].len, SHEET_CELL_MAX);
	assert_false(sheet_next(r, &row));
	assert_int_equal(sheet_problem(r).kind, PROBLEM_NONE);
	assert_int_equal(sheet_progress(r), 100);
	assert_str(read_bytes(arena, long_text(arena, "a;b\n1;", 'x', SHEET_CELL_MAX + 1, "\n")),
	           "1:a|b\n!sheet.cell_too_long ligne 2, colonne 2 (B)");
	assert_str(read_bytes(arena, long_text(arena, "a;b\n1;\"", '\n', SHEET_CELL_MAX + 1, "\"\n")),
	           "1:a|b\n!sheet.cell_too_long ligne 2, colonne 2 (B)");
	assert_str(read_bytes(arena, long_text(arena, "a;b\n", ';', SHEET_COLUMNS_MAX, "\n")),
	           "1:a|b\n!sheet.too_many_columns ligne 2");
	r = sheet_open(arena, long_text(arena, "a;b\nx", ';', SHEET_COLUMNS_MAX - 1, "\n"), &problem);
	assert_true(sheet_next(r, &row) && sheet_next(r, &row));
	assert_int_equal(row.count, SHEET_COLUMNS_MAX);
	/* 30 cells of 30 000 doubled quotes and accents: over a row's limit, inside the scratch. */
	str many = STR("a;b\n");

	for (int i = 0; i < 30; i++)
		many = arena_format(arena, "%.*s\"%.*s\xe9\xe9\"\"\";", STR_ARGS(many),
		                    STR_ARGS(long_text(arena, "", '\x80', 30000, "")));
	assert_true(str_ends(read_bytes(arena, many), STR("!sheet.row_too_long ligne 2")));
	arena_free(arena);
}

static const struct sheet_column COLUMNS[] = {
	{ "Matricule", SHEET_TEXT, 12 },
	{ "Nom & prénoms", SHEET_TEXT, 30 },
	{ "Né(e) le", SHEET_DATE, 0 },
	{ "Rang", SHEET_INT, 0 },
	{ "Salaire", SHEET_MONEY, 14 },
};
#define COUNT (sizeof COLUMNS / sizeof *COLUMNS)

static const struct sheet_document ABOUT = { .title = "Agents", .author = "Guichet", .created = 1772496000000000 };

static str
write_two(struct arena *arena, enum sheet_kind kind)
{
	const str first[COUNT] = { STR("0012345"), STR("ADJOVI \"Koffi\"; Désiré"), STR("1978-03-03"), STR("-3"), STR("192000") };
	const str second[COUNT] = { STR("=1+1"), STR("+229 01"), NO_STR, STR("=A1"), STR("0099999999999999999") };
	struct sheet_writer *w = sheet_write_open(arena, kind, COLUMNS, COUNT, &ABOUT, -1);
	str bytes;

	assert_non_null(w);
	assert_true(sheet_write_row(w, first, COUNT));
	assert_true(sheet_write_row(w, second, COUNT));
	assert_int_equal(sheet_write_close(w, &bytes).kind, PROBLEM_NONE);
	return bytes;
}

static void
csv_is_written_without_formulas(void **state)
{
	struct arena *arena = arena_new();
	const str bytes = write_two(arena, SHEET_CSV);

	(void)state;
	assert_str(bytes, "\xef\xbb\xbfMatricule;Nom & prénoms;Né(e) le;Rang;Salaire\r\n"
	                  "0012345;\"ADJOVI \"\"Koffi\"\"; Désiré\";1978-03-03;-3;192000\r\n"
	                  "'=1+1;'+229 01;;'=A1;0099999999999999999\r\n");
	assert_str(read_bytes(arena, bytes), "1:Matricule|Nom & prénoms|Né(e) le|Rang|Salaire\n"
	                                     "2:0012345|ADJOVI \"Koffi\"; Désiré|1978-03-03|-3|192000\n"
	                                     "3:'=1+1|'+229 01||'=A1|0099999999999999999\n");
	arena_free(arena);
}

static void
every_formula_beginning_is_neutralised(void **state)
{
	static const struct sheet_column one[] = { { "t", SHEET_TEXT, 0 } };
	static const struct {
		str         text;
		const char *line;
	} cases[] = {
		{ { "=x", 2 }, "'=x\r\n" }, { { "+x", 2 }, "'+x\r\n" }, { { "-x", 2 }, "'-x\r\n" }, { { "@x", 2 }, "'@x\r\n" },
		{ { "\tx", 2 }, "\"'\tx\"\r\n" }, { { "\nx", 2 }, "\"'\nx\"\r\n" }, { { "\xef\xbc\x9dx", 4 }, "'\xef\xbc\x9dx\r\n" },
		{ { "x=", 2 }, "x=\r\n" }, { { " x", 2 }, "\" x\"\r\n" }, { { "", 0 }, "\r\n" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct arena *arena = arena_new();
		struct sheet_writer *w = sheet_write_open(arena, SHEET_CSV, one, 1, NULL, -1);
		str bytes;

		assert_true(sheet_write_row(w, &cases[i].text, 1));
		assert_int_equal(sheet_write_close(w, &bytes).kind, PROBLEM_NONE);
		assert_str(str_skip(bytes, 6), cases[i].line);
		arena_free(arena);
	}
	struct arena *arena = arena_new();
	struct sheet_writer *w = sheet_write_open(arena, SHEET_CSV, one, 1, NULL, -1);
	str bytes;

	assert_true(sheet_write_row(w, &(str){ "\0x", 2 }, 1));
	(void)sheet_write_close(w, &bytes);
	assert_memory_equal(bytes.at + 6, "'\0x\r\n", 5);
	arena_free(arena);
}

static void
xlsx_is_written_and_read_again(void **state)
{
	struct arena *arena = arena_new();
	const str bytes = write_two(arena, SHEET_XLSX);
	struct problem problem;
	struct sheet_reader *r;

	(void)state;
	assert_int_equal(sheet_kind_of(bytes, &problem), SHEET_XLSX);
	assert_str(read_bytes(arena, bytes), "1:Matricule|Nom & prénoms|Né(e) le|Rang|Salaire\n"
	                                     "2:0012345|ADJOVI \"Koffi\"; Désiré|1978-03-03|-3|192000\n"
	                                     "3:=1+1|+229 01||=A1|0099999999999999999\n");
	/* Left half-way: the converter is stopped with the arena. */
	r = sheet_open(arena, bytes, &problem);
	assert_non_null(r);
	assert_int_equal(sheet_about(r).kind, SHEET_XLSX);
	arena_free(arena);
}

static void
files_are_written_and_read(void **state)
{
	const int fd = memfd_create("sheet", MFD_CLOEXEC);
	struct arena *arena = arena_new();
	const str cells[COUNT] = { STR("007"), STR("A"), STR("2026-03-03"), STR("1"), STR("2") };
	struct problem problem;

	(void)state;
	assert_true(fd >= 0);
	for (int turn = 0; turn < 2; turn++) {
		const enum sheet_kind kind = turn == 0 ? SHEET_CSV : SHEET_XLSX;

		assert_int_equal(ftruncate(fd, 0), 0);
		struct sheet_writer *w = sheet_write_open(arena, kind, COLUMNS, COUNT, NULL, fd);

		assert_non_null(w);
		assert_true(sheet_write_row(w, cells, COUNT));
		assert_int_equal(sheet_write_close(w, NULL).kind, PROBLEM_NONE);
		struct sheet_reader *r = sheet_open_fd(arena, fd, &problem);

		assert_non_null(r);
		assert_int_equal(sheet_about(r).kind, kind);
		assert_true(str_ends(table_of(arena, r), STR("\n2:007|A|2026-03-03|1|2\n")));
		sheet_close(r);
		sheet_close(r);
	}
	assert_int_equal(ftruncate(fd, 0), 0);
	assert_null(sheet_open_fd(arena, fd, &problem));
	assert_string_equal(problem.text, "sheet.empty");
	assert_null(sheet_open_fd(arena, -1, &problem));
	assert_int_equal(problem.kind, PROBLEM_BROKEN);
	(void)close(fd);
	arena_free(arena);
}

static void
bad_rows_are_not_written(void **state)
{
	struct arena *arena = arena_new();
	const str spoiled[] = { { "\xff", 1 } }, nul[] = { { "a\0b", 3 } };
	str bytes = STR("x"), many[COUNT + 1] = { NO_STR };
	struct sheet_writer *w = sheet_write_open(arena, SHEET_XLSX, COLUMNS, COUNT, NULL, -1);

	(void)state;
	assert_false(sheet_write_row(w, spoiled, 1));
	assert_false(sheet_write_row(w, many, 1));
	assert_int_equal(sheet_write_close(w, &bytes).kind, PROBLEM_BROKEN);
	assert_null(bytes.at);
	w = sheet_write_open(arena, SHEET_XLSX, COLUMNS, COUNT, NULL, -1);
	assert_false(sheet_write_row(w, nul, 1));
	w = sheet_write_open(arena, SHEET_CSV, COLUMNS, COUNT, NULL, -1);
	assert_false(sheet_write_row(w, many, COUNT + 1));
	assert_null(sheet_write_open(arena, SHEET_CSV, COLUMNS, 0, NULL, -1));
	assert_null(sheet_write_open(arena, SHEET_REFUSED, COLUMNS, COUNT, NULL, -1));
	arena_free(arena);    /* the two open writers end here */
}

/* Many rows through the window of the converter: the same rows come out. */
static void
long_workbooks_come_whole(void **state)
{
	struct arena *arena = arena_new();
	struct sheet_writer *w = sheet_write_open(arena, SHEET_XLSX, COLUMNS, COUNT, NULL, -1);
	char note_text[12000];
	const str note = { note_text, sizeof note_text };
	struct problem problem;
	struct sheet_row row;
	char number[24];
	size_t rows = 0;
	str bytes;

	(void)state;
	/* No repetition: the archive would look like a bomb. */
	for (uint32_t i = 0, seed = 7; i < sizeof note_text; i++, seed = seed * 1664525u + 1013904223u)
		note_text[i] = (char)('a' + (seed >> 24) % 26);
	for (int i = 0; i < 600; i++) {
		const int len = snprintf(number, sizeof number, "%06d", i);
		const str cells[COUNT] = { { number, (size_t)len }, note, STR("2026-03-03"), { number, (size_t)len } };

		assert_true(sheet_write_row(w, cells, COUNT));
	}
	assert_int_equal(sheet_write_close(w, &bytes).kind, PROBLEM_NONE);
	struct sheet_reader *r = sheet_open(arena, bytes, &problem);

	assert_non_null(r);
	for (; sheet_next(r, &row); rows++) {
		if (rows == 0)
			continue;
		(void)snprintf(number, sizeof number, "%06zu", rows - 1);
		assert_str(row.cells[0], number);
		assert_true(str_eq(row.cells[1], note));
		assert_int_equal(row.line, rows + 1);
	}
	assert_int_equal(sheet_problem(r).kind, PROBLEM_NONE);
	assert_int_equal(rows, 601);
	arena_free(arena);
}

static void
rows_can_be_kept(void **state)
{
	struct arena *arena = arena_new();
	struct problem problem;
	struct sheet_reader *r = sheet_open(arena, STR("a;\"b\"\"\"\n1;2\n"), &problem);
	struct sheet_row row, kept;

	(void)state;
	assert_true(sheet_next(r, &row));
	kept = sheet_row_copy(arena, &row);
	assert_true(sheet_next(r, &row));
	assert_str(kept.cells[0], "a");
	assert_str(kept.cells[1], "b\"");
	assert_int_equal(kept.count, 2);
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(csv_is_read),
		cmocka_unit_test(damage_is_told_with_its_place),
		cmocka_unit_test(other_files_are_refused_by_their_bytes),
		cmocka_unit_test(sizes_have_limits),
		cmocka_unit_test(csv_is_written_without_formulas),
		cmocka_unit_test(every_formula_beginning_is_neutralised),
		cmocka_unit_test(xlsx_is_written_and_read_again),
		cmocka_unit_test(files_are_written_and_read),
		cmocka_unit_test(bad_rows_are_not_written),
		cmocka_unit_test(long_workbooks_come_whole),
		cmocka_unit_test(rows_can_be_kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
