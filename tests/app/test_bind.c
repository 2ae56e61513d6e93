/* Rows to markers: a result made by hand, a real template, the bytes that come out. Each kind of column, each section,
 * and what a row must not take from the page around it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "app/app.h"
#include "db/shape.h"

#define PRAGMA "{{%AUTOESCAPE context=\"HTML\"}}\n"
#define CELLS_MOST 8

struct cell { const char *name; Oid type; const char *value; };

static struct arena     *arena;
static struct templates *templates;
static struct statement  statements[8];
static size_t            statement_count;
static char              folder[64], file[80];

static int
open_all(void **state)
{
	(void)state;
	arena = arena_new();
	templates = NULL;
	statement_count = 0;
	opaque_key((const unsigned char *)"sixteen bytes ok");
	snprintf(folder, sizeof(folder), "/tmp/bind-XXXXXX");
	if (mkdtemp(folder) == NULL)
		return -1;
	snprintf(file, sizeof(file), "%s/page.tpl", folder);
	return 0;
}

static int
close_all(void **state)
{
	(void)state;
	while (statement_count > 0)
		statement_forget(&statements[--statement_count], binding_free);
	if (templates != NULL)
		templates_close(templates);
	unlink(file);
	rmdir(folder);
	arena_free(arena);
	return 0;
}

static struct page *
page_with(const char *text)
{
	FILE *out = fopen(file, "wb");
	str complaints = NO_STR;

	assert_non_null(out);
	fputs(PRAGMA, out);
	fputs(text, out);
	fclose(out);
	templates = templates_open(folder, NULL, NULL, &complaints, arena);
	if (templates == NULL)
		fail_msg("%.*s", STR_ARGS(complaints));
	return page_begin(templates_find(templates, "page"), arena);
}

static void
clear_result(void *result)
{
	PQclear(result);
}

/* `cells` is a table of `count` rows and `columns` columns; a NULL value is an SQL null. */
static const struct rows *
rows_of(const struct cell *cells, int columns, int count)
{
	PGresult *result = PQmakeEmptyPGresult(NULL, PGRES_TUPLES_OK);
	PGresAttDesc about[CELLS_MOST] = { { .name = NULL } };
	struct statement *statement = &statements[statement_count++];
	struct rows *rows = arena_alloc(arena, sizeof(*rows));
	int row, column;

	assert_true(columns <= CELLS_MOST);
	for (column = 0; column < columns; column++)
		about[column] = (PGresAttDesc){ .name = (char *)(uintptr_t)cells[column].name, .typid = cells[column].type, .typlen = -1, .atttypmod = -1 };
	assert_true(PQsetResultAttrs(result, columns, about));
	for (row = 0; row < count; row++)
		for (column = 0; column < columns; column++) {
			const char *value = cells[row * columns + column].value;

			assert_true(PQsetvalue(result, row, column, (char *)(uintptr_t)value, value == NULL ? -1 : (int)strlen(value)));
		}
	arena_defer(arena, clear_result, result);
	memset(statement, 0, sizeof(*statement));
	statement->shape = shape_of(result);
	*rows = (struct rows){ result, (size_t)count, statement->shape };
	return rows;
}

#define ONE_ROW(...) rows_of((const struct cell[]){ __VA_ARGS__ }, (int)(sizeof((const struct cell[]){ __VA_ARGS__ }) / sizeof(struct cell)), 1)

static void
assert_shows(struct page *page, const char *expected)
{
	const str got = page_render(page, 16);

	assert_non_null(got.at);
	assert_string_equal(arena_copy(arena, got).at, expected);
	free((void *)(uintptr_t)got.at);
}

/* One row at the root of one template. */
static void
assert_row_shows(const struct rows *rows, const char *template, const char *expected)
{
	struct page *page = page_with(template);

	page_bind_row(page, arena, rows, 0);
	assert_shows(page, expected);
}

static void
a_text_is_escaped_and_said_to_be_there(void **state)
{
	(void)state;
	assert_row_shows(ONE_ROW({ "nom", TYPE_TEXT, "<b>Adjovi & fils" }, { "note", TYPE_TEXT, NULL }, { "vide", TYPE_TEXT, "" }),
	                 "{{NOM}}{{#HAS_NOM}} oui{{/HAS_NOM}}{{#NO_NOM}} non{{/NO_NOM}}|"
	                 "{{NOTE}}{{#HAS_NOTE}} oui{{/HAS_NOTE}}{{#NO_NOTE}} non{{/NO_NOTE}}|"
	                 "{{VIDE}}{{#HAS_VIDE}} oui{{/HAS_VIDE}}{{#NO_VIDE}} non{{/NO_VIDE}}",
	                 "&lt;b&gt;Adjovi &amp; fils oui| non| non");
}

static void
a_text_is_no_section(void **state)
{
	(void)state;
	assert_row_shows(ONE_ROW({ "actes", TYPE_TEXT, "douze" }), "{{ACTES}}{{#ACTES}} (liste){{/ACTES}}", "douze");
}

static void
a_bool_is_a_section_or_its_contrary(void **state)
{
	(void)state;
	assert_row_shows(ONE_ROW({ "actif", TYPE_BOOL, "t" }, { "clos", TYPE_BOOL, "f" }, { "su", TYPE_BOOL, NULL }),
	                 "{{#ACTIF}}actif{{/ACTIF}}{{#NO_ACTIF}}inactif{{/NO_ACTIF}} {{#CLOS}}clos{{/CLOS}}{{#NO_CLOS}}ouvert{{/NO_CLOS}} "
	                 "{{#SU}}su{{/SU}}{{#NO_SU}}inconnu{{/NO_SU}}",
	                 "actif ouvert inconnu");
}

static void
dates_are_french_and_iso(void **state)
{
	(void)state;
	assert_row_shows(ONE_ROW({ "effet", TYPE_DATE, "2026-03-01" }, { "recu", TYPE_TIMESTAMPTZ, "2026-03-03 14:08:59.123456+00" },
	                         { "fin", TYPE_DATE, NULL }, { "toujours", TYPE_DATE, "infinity" }),
	                 "<time datetime=\"{{EFFET_ISO}}\">{{EFFET}}</time> {{RECU}}, {{FIN}}{{#NO_FIN}}sans fin{{/NO_FIN}}{{FIN_ISO}} {{TOUJOURS}}",
	                 "<time datetime=\"2026-03-01\">1er mars 2026</time> 3 mars 2026, 15\u00a0h\u00a008, sans fin infinity");
}

static void
keys_are_opaque(void **state)
{
	const struct rows *rows = ONE_ROW({ "id", TYPE_INT8, "42" }, { "person_id", TYPE_INT8, "43" }, { "paid", TYPE_INT8, "4200" });
	const char *expected = arena_format(arena, "%.*s %.*s 4\u202f200", STR_ARGS(opaque_text(arena, 42)), STR_ARGS(opaque_text(arena, 43))).at;

	(void)state;
	assert_null(strstr(expected, "42 "));
	assert_row_shows(rows, "{{ID}} {{PERSON_ID}} {{PAID}}", expected);
}

static void
big_numbers_are_grouped_and_small_ones_are_not(void **state)
{
	(void)state;
	assert_row_shows(ONE_ROW({ "solde_fcfa", TYPE_INT8, "192000" }, { "dette", TYPE_INT8, "-1234567" }, { "trois", TYPE_INT8, "-999" },
	                         { "exercice", TYPE_INT4, "2026" }, { "rang", TYPE_INT2, "12345" }, { "nul", TYPE_INT8, NULL }),
	                 "{{SOLDE_FCFA}}|{{DETTE}}|{{TROIS}}|{{EXERCICE}}|{{RANG}}|{{NUL}}{{#NO_NUL}}rien{{/NO_NUL}}",
	                 "192\u202f000|-1\u202f234\u202f567|-999|2026|12345|rien");
}

static void
a_number_tells_one_from_many(void **state)
{
	(void)state;
	assert_row_shows(ONE_ROW({ "a", TYPE_INT4, "0" }, { "b", TYPE_INT8, "1" }, { "c", TYPE_INT2, "2" }, { "d", TYPE_INT4, "-3" }, { "e", TYPE_INT4, NULL }, { "f", TYPE_TEXT, "2" }),
	                 "{{#ONE_A}}a{{/ONE_A}}{{#MANY_A}}aa{{/MANY_A}} {{#ONE_B}}b{{/ONE_B}}{{#MANY_B}}bb{{/MANY_B}} {{#ONE_C}}c{{/ONE_C}}{{#MANY_C}}cc{{/MANY_C}} "
	                 "{{#ONE_D}}d{{/ONE_D}}{{#MANY_D}}dd{{/MANY_D}} {{#ONE_E}}e{{/ONE_E}}{{#MANY_E}}ee{{/MANY_E}}{{#MANY_F}}ff{{/MANY_F}}", "a b cc dd ");
}

static void
a_code_lights_the_section_of_its_value_alone(void **state)
{
	(void)state;
	assert_row_shows(ONE_ROW({ "preuve_code", TYPE_TEXT, "copie-certifiée" }, { "etat_code", TYPE_TEXT, NULL }),
	                 "{{#PREUVE_CODE_COPIE}}courte{{/PREUVE_CODE_COPIE}}{{#PREUVE_CODE_COPIE_CERTIFI__E}}juste{{/PREUVE_CODE_COPIE_CERTIFI__E}}"
	                 "{{#PREUVE_CODE_ORIGINAL}}autre{{/PREUVE_CODE_ORIGINAL}}{{#ETAT_CODE_X}}nul{{/ETAT_CODE_X}} {{PREUVE_CODE}}",
	                 "juste copie-certifiée");
}

static void
a_list_is_counted_and_shown_row_by_row(void **state)
{
	struct page *page = page_with("{{#HAS_ACTES}}{{ACTES_COUNT}} : {{#ACTES}}[{{REFERENCE}}]{{/ACTES}}{{/HAS_ACTES}}{{#NO_ACTES}}aucun{{/NO_ACTES}}");

	(void)state;
	page_bind(page, arena, "ACTES", rows_of((const struct cell[]){ { "reference", TYPE_TEXT, "A" }, { "reference", TYPE_TEXT, "B" } }, 1, 2));
	assert_shows(page, "2 : [A][B]");
}

static void
an_empty_list_says_so(void **state)
{
	struct page *page = page_with("{{ACTES_COUNT}}{{#HAS_ACTES}}des actes{{/HAS_ACTES}}{{#ACTES}}[{{REFERENCE}}]{{/ACTES}}{{#NO_ACTES}} aucun{{/NO_ACTES}}");

	(void)state;
	page_bind(page, arena, "ACTES", rows_of((const struct cell[]){ { "reference", TYPE_TEXT, NULL } }, 1, 0));
	assert_shows(page, "0 aucun");
}

/* The page has a note and is closed; its second row has no note and is not: it must not say what the page says. */
static void
a_row_does_not_inherit_what_it_denies(void **state)
{
	struct page *page = page_with("{{#ACTES}}[{{NOTE}}{{#HAS_NOTE}}+{{/HAS_NOTE}}{{#NO_NOTE}}-{{/NO_NOTE}}{{#CLOS}} clos{{/CLOS}}"
	                              "{{#NO_CLOS}} ouvert{{/NO_CLOS}}{{#KIND_CODE_A}} a{{/KIND_CODE_A}} {{TITRE}}]{{/ACTES}}");

	(void)state;
	page_bind_row(page, arena, ONE_ROW({ "note", TYPE_TEXT, "page" }, { "clos", TYPE_BOOL, "t" }, { "kind_code", TYPE_TEXT, "a" },
	                                   { "titre", TYPE_TEXT, "T" }), 0);
	page_bind(page, arena, "ACTES", rows_of((const struct cell[]){ { "note", TYPE_TEXT, "rang" }, { "clos", TYPE_BOOL, "t" }, { "kind_code", TYPE_TEXT, "a" },
	                                                               { "note", TYPE_TEXT, NULL }, { "clos", TYPE_BOOL, "f" }, { "kind_code", TYPE_TEXT, "b" } }, 3, 2));
	assert_shows(page, "[rang+ clos a T][- ouvert T]");
}

static void
what_the_handler_says_goes_before_the_row(void **state)
{
	struct page *page = page_with("{{NOM}}{{#NO_NOM}} sans{{/NO_NOM}}");

	(void)state;
	page_bind_row(page, arena, ONE_ROW({ "nom", TYPE_TEXT, NULL }), 0);
	page_text(page, MARK("NOM"), STR("dit"));
	page_hide(page, MARK("NO_NOM"));
	assert_shows(page, "dit");
}

static const struct query ONE = { "select 1", .shows = "." }, LIST = { "select 2", .shows = "ACTES" }, SILENT = { "select 3" };

static struct problem
bind_all(struct page *page, size_t one_rows)
{
	static const struct query *const queries[] = { &ONE, &LIST, &SILENT, NULL };
	static const struct route route = { .queries = queries };
	const struct request req = { .route = &route, .arena = arena };
	const struct cell cell = { "nom", TYPE_TEXT, "x" };
	struct results *results = arena_alloc(arena, sizeof(*results));      /* rows are asked while the page is rendered */

	results->count = 3;
	results->list[0].query = &ONE;
	results->list[0].rows = *rows_of(&cell, 1, (int)one_rows);
	results->list[1].query = &LIST;
	results->list[1].rows = *rows_of(&cell, 1, 1);
	results->list[2].query = &SILENT;
	results->list[2].rows = *rows_of((const struct cell[]){ { "secret", TYPE_TEXT, "s" } }, 1, 1);
	return page_bind_all(&req, results, page);
}

static void
every_query_that_shows_is_bound(void **state)
{
	struct page *page = page_with("{{NOM}} {{#ACTES}}[{{NOM}}]{{/ACTES}} {{SECRET}}.");

	(void)state;
	assert_int_equal(bind_all(page, 1).kind, PROBLEM_NONE);
	assert_shows(page, "x [x] .");
}

static void
a_thing_that_is_not_there_is_missing(void **state)
{
	struct page *page = page_with("{{NOM}}{{#ACTES}}{{/ACTES}}");

	(void)state;
	assert_int_equal(bind_all(page, 0).kind, PROBLEM_MISSING);
	free((void *)(uintptr_t)page_render(page, 16).at);
}

static void
no_rows_change_nothing(void **state)
{
	struct page *page = page_with("{{NOM}}.");

	(void)state;
	page_bind_row(page, arena, NULL, 0);
	page_bind_row(page, arena, ONE_ROW({ "nom", TYPE_TEXT, "x" }), 1);
	assert_shows(page, ".");
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, open_all, close_all)
	const struct CMUnitTest tests[] = {
		TEST(a_text_is_escaped_and_said_to_be_there), TEST(a_text_is_no_section), TEST(a_bool_is_a_section_or_its_contrary),
		TEST(dates_are_french_and_iso), TEST(keys_are_opaque), TEST(big_numbers_are_grouped_and_small_ones_are_not),
		TEST(a_number_tells_one_from_many), TEST(a_code_lights_the_section_of_its_value_alone), TEST(a_list_is_counted_and_shown_row_by_row), TEST(an_empty_list_says_so),
		TEST(a_row_does_not_inherit_what_it_denies), TEST(what_the_handler_says_goes_before_the_row), TEST(every_query_that_shows_is_bound),
		TEST(a_thing_that_is_not_there_is_missing), TEST(no_rows_change_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
