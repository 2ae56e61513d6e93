/* Loading a folder, filling a page and rendering it: values of people who wish us ill, rows, faults of a folder. */
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "guichet/page.h"

#define PRAGMA "{{%AUTOESCAPE context=\"HTML\"}}\n"

static struct arena *arena;
static char          folder[64];
static str           written[16];
static size_t        written_count;

static void
put_file(const char *name, const char *text)
{
	const str path = arena_format(arena, "%s/%s", folder, name);
	FILE     *file = fopen(path.at, "wb");

	assert_non_null(file);
	fputs(text, file);
	fclose(file);
	written[written_count++] = path;
}

static int
open_folder(void **state)
{
	(void)state;
	arena = arena_new();
	written_count = 0;
	snprintf(folder, sizeof(folder), "/tmp/templates-XXXXXX");
	if (mkdtemp(folder) == NULL)
		return -1;
	mkdir(arena_format(arena, "%s/kit", folder).at, 0700);
	mkdir(arena_format(arena, "%s/acts", folder).at, 0700);
	return 0;
}

static int
close_folder(void **state)
{
	(void)state;
	while (written_count > 0)
		unlink(written[--written_count].at);
	rmdir(arena_format(arena, "%s/kit", folder).at);
	rmdir(arena_format(arena, "%s/acts", folder).at);
	rmdir(folder);
	arena_free(arena);
	return 0;
}

static struct templates *
open_fine(void)
{
	str               complaints = NO_STR;
	struct templates *templates = templates_open(folder, NULL, NULL, &complaints, arena);

	if (templates == NULL)
		fail_msg("%.*s", STR_ARGS(complaints));
	assert_int_equal(complaints.len, 0);
	return templates;
}

static void
assert_renders(struct page *page, const char *expected)
{
	const str got = page_render(page, 16);

	assert_non_null(got.at);
	assert_string_equal(arena_copy(arena, got).at, expected);
	free((void *)(uintptr_t)got.at);
}

/* One page made of one line. */
static struct page *
page_of(struct templates **templates, const char *text)
{
	put_file("one.tpl", arena_join(arena, (const str[]){ STR(PRAGMA), str_of(text) }, 2).at);
	*templates = open_fine();
	return page_begin(templates_find(*templates, "one"), arena);
}

static void
hostile(void **state)
{
	struct templates *templates;
	struct page      *page = page_of(&templates, "<p title=\"{{A}}\">{{A}}</p><a href=\"{{U}}\">x</a>"
	                                             "<a href=\"/r?q={{Q:url_query_escape}}\">y</a>");

	(void)state;
	page_text(page, MARK("A"), STR("\"'><script>alert(1)</script>&{{A}}"));
	page_text(page, MARK("U"), STR("javascript:alert(1)"));
	page_text(page, MARK("Q"), STR("a&b=c d\"é"));
	assert_renders(page, "<p title=\"&quot;&#39;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;{{A}}\">"
	                     "&quot;&#39;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;{{A}}</p>"
	                     "<a href=\"#\">x</a><a href=\"/r?q=a%26b%3Dc+d%22%C3%A9\">y</a>");
	templates_close(templates);
}

static void
lines_kept(void **state)
{
	struct templates *templates;
	struct page      *page = page_of(&templates, "<p>{{V}}</p><textarea>\n{{V:pre_escape}}</textarea>");

	(void)state;
	page_text(page, MARK("V"), STR("a\n </textarea><b>"));
	assert_renders(page, "<p>a  &lt;/textarea&gt;&lt;b&gt;</p>"
	                     "<textarea>\na\n &lt;/textarea&gt;&lt;b&gt;</textarea>");
	templates_close(templates);
}

static void
rows(void **state)
{
	struct templates *templates;
	struct page      *page = page_of(&templates, "{{#NO}}none{{/NO}}{{#ROW}}[{{N}}{{#BIG}}!{{/BIG}}{{WHO}}"
	                                             "{{#IN}}({{N}}{{K}}){{/IN}}]{{/ROW}}");

	(void)state;
	page_text(page, MARK("WHO"), STR("é"));
	page_text(page, MARK("K"), STR("k"));
	page_text(page, MARK("N"), STR("root"));
	page_show(page, MARK("BIG"));
	for (int i = 1; i <= 3; i++) {
		struct page *row = page_row(page, MARK("ROW"));

		page_int(row, MARK("N"), i * -1000);
		if (i == 2)
			page_hide(row, MARK("BIG"));
		if (i == 3)
			page_text(page_row(row, MARK("IN")), MARK("K"), STR("7"));
		if (i == 3)
			page_text(page_row(row, MARK("IN")), MARK("N"), NO_STR);
	}
	assert_renders(page, "[-1000!é][-2000é][-3000!é(-30007)(k)]");
	templates_close(templates);
}

static void
shown_once(void **state)
{
	struct templates     *templates;
	struct page          *page = page_of(&templates, "{{#A}}a{{V}}{{/A}}{{#B}}b{{/B}}{{#C}}c{{/C}}{{V}}{{W}}");
	const struct marker   made = marker_named(arena, STR("V"));

	(void)state;
	page_show(page, MARK("A"));
	page_show(page, MARK("A"));
	page_row(page, MARK("C"));
	page_hide(page, MARK("C"));
	page_text(page, MARK("V"), STR("1"));
	page_text(page, &made, STR("2"));
	page_text(page, &made, (str){ .at = "34", .len = 1 });
	assert_renders(page, "a33");
	templates_close(templates);
}

static void
folder_of_pages(void **state)
{
	struct templates      *templates;
	const struct template *page;

	(void)state;
	put_file("layout.tpl", PRAGMA "<title>[[TITLE]]</title><main>[[BODY]]</main>");
	put_file("kit/field.tpl", "<input value=\"{{[[^NAME]]_VALUE}}\">");
	put_file("acts/index.tpl", PRAGMA "{{<layout TITLE=\"Actes\"}}\n  {{#ROWS}}<b>{{A_NAME}}</b>{{/ROWS}}\n"
	                                  "  {{<kit/field NAME=\"du-jour\"/}}\n{{</layout}}\n");
	put_file("home.tpl", PRAGMA "<p>x [[asset:a.css]]</p>");
	put_file("notes.txt", "{{");
	templates = open_fine();
	assert_int_equal(templates_count(templates), 2);
	assert_string_equal(templates_name(templates, 0), "acts/index");
	assert_string_equal(templates_name(templates, 1), "home");
	assert_null(templates_name(templates, 2));
	assert_null(templates_find(templates, "layout"));
	assert_null(templates_find(templates, "kit/field"));
	page = templates_find(templates, "acts/index");
	assert_true(template_knows(page, "ROWS"));
	assert_true(template_knows(page, "A_NAME"));
	assert_true(template_knows(page, "DU_JOUR_VALUE"));
	assert_false(template_knows(page, "ROW"));
	assert_false(template_knows(page, "DU_JOUR"));
	assert_renders(page_begin(page, arena), "<title>Actes</title><main>\n\n<input value=\"\">\n</main>\n");
	assert_renders(page_begin(templates_find(templates, "home"), arena), "<p>x a.css</p>");
	templates_close(templates);
}

static void
choices(void **state)
{
	struct templates *templates;
	struct page      *page = page_of(&templates, "<select>{{#ROWS}}<option value=\"{{CODE}}\"{{#KIND_ON}} selected{{/KIND_ON}}></option>{{/ROWS}}</select>");

	(void)state;
	page_text(page_row(page, MARK("ROWS")), MARK("CODE"), STR("a"));
	page_text(page_row(page, MARK("ROWS")), MARK("CODE"), STR("b"));
	page_row(page, MARK("ROWS"));
	page_choose(page, MARK("ROWS"), MARK("CODE"), STR("b"), MARK("KIND_ON"));
	page_choose(page, MARK("ROWS"), MARK("CODE"), STR("nobody"), MARK("KIND_ON"));
	page_choose(page, MARK("ELSEWHERE"), MARK("CODE"), STR("a"), MARK("KIND_ON"));
	assert_renders(page, "<select><option value=\"a\"></option><option value=\"b\" selected></option><option value=\"\"></option></select>");
	templates_close(templates);
}

static void
refuses(const char *line)
{
	str complaints = NO_STR;

	assert_null(templates_open(folder, NULL, NULL, &complaints, arena));
	if (strstr(arena_copy(arena, complaints).at, line) == NULL)
		fail_msg("expected “%s”, got: %.*s", line, STR_ARGS(complaints));
}

static void
faults(void **state)
{
	str complaints = NO_STR;

	(void)state;
	refuses("there is no page in this folder");
	put_file("fine.tpl", PRAGMA "<p>x</p>");
	put_file("one.tpl", "<p>x</p>");
	refuses("one.tpl:1: the first line of a page is exactly {{%AUTOESCAPE context=\"HTML\"}}\n");
	put_file("one.tpl", "{{%AUTOESCAPE context=\"HTML\"}}<p>x</p>");
	refuses("one.tpl:1: the first line");
	put_file("one.tpl", PRAGMA "<p>{{V:none}}</p>\n<p>{{<kit/x/}}</p>");
	refuses("one.tpl:3: there is no component called “kit/x”");
	put_file("one.tpl", PRAGMA "<p>\xe9</p>");
	refuses("one.tpl: is not valid UTF-8");
	put_file("one.tpl", PRAGMA "<p>{{<kit/f NAME=\"{{V}}\"/}}</p>");
	put_file("kit/f.tpl", "\n\n<a title=[[NAME]]></a>");
	refuses("one.tpl:2: {{V}} in the attribute title, which is not quoted");
	put_file("kit/f.tpl", "\n\n<a title={{[[NAME]]}}></a>");
	put_file("one.tpl", PRAGMA "<p>{{<kit/f NAME=\"V\"/}}</p>");
	refuses("kit/f.tpl:3: {{V}} in the attribute title, which is not quoted");
	assert_null(templates_open("/nonexistent", NULL, NULL, &complaints, arena));
	assert_true(complaints.len > 0);
	templates_close(NULL);
}

static void *
render_many(void *context)
{
	const struct template *template = context;
	struct arena          *own = arena_new();

	for (int i = 0; i < 200; i++) {
		struct page *page = page_begin(template, own);
		str          got;

		for (int64_t n = 0; n < 5; n++)
			page_int(page_row(page, MARK("ROW")), MARK("N"), n);
		page_text(page, MARK("V"), STR("<"));
		got = page_render(page, 64);
		if (!str_is(got, "01234&lt;"))
			abort();
		free((void *)(uintptr_t)got.at);
		arena_reset(own);
	}
	arena_free(own);
	return NULL;
}

static void
threads(void **state)
{
	struct templates *templates;
	pthread_t         list[4];

	(void)state;
	page_of(&templates, "{{#ROW}}{{N}}{{/ROW}}{{V}}");
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(pthread_create(&list[i], NULL, render_many,
		                                (void *)(uintptr_t)templates_find(templates, "one")), 0);
	for (size_t i = 0; i < 4; i++)
		pthread_join(list[i], NULL);
	templates_close(templates);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(hostile, open_folder, close_folder),
		cmocka_unit_test_setup_teardown(lines_kept, open_folder, close_folder),
		cmocka_unit_test_setup_teardown(rows, open_folder, close_folder),
		cmocka_unit_test_setup_teardown(choices, open_folder, close_folder),
		cmocka_unit_test_setup_teardown(shown_once, open_folder, close_folder),
		cmocka_unit_test_setup_teardown(folder_of_pages, open_folder, close_folder),
		cmocka_unit_test_setup_teardown(faults, open_folder, close_folder),
		cmocka_unit_test_setup_teardown(threads, open_folder, close_folder),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
