/* The static macros and the inspection of the expanded page: what they give, and what they refuse. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../../src/page/expand.h"
#include "../../src/page/markup.h"

struct file {
	const char *name;
	const char *text;
};

static const struct file COMPONENTS[] = {
	{ "kit/say", "<b>[[TEXT]]</b>" },
	{ "kit/maybe", "[[?HINT]]<i>[[HINT]]</i>[[/HINT]][[!HINT]]-[[/HINT]]" },
	{ "kit/default", "<p id=\"[[ID|f-[[NAME]]]]\">[[^NAME]] [[TYPE|text]]</p>" },
	{ "kit/box", "<div>[[BODY]]</div>" },
	{ "kit/outer", "{{<kit/box}}<u>[[BODY]]</u>{{<kit/say TEXT=\"[[TITLE]]!\"/}}{{</kit/box}}" },
	{ "kit/field", "<input name=\"[[NAME]]\" value=\"{{[[^NAME]]_VALUE}}\">" },
	{ "kit/self", "{{<kit/self/}}" },
	{ "kit/ping", "{{<kit/pong/}}" },
	{ "kit/pong", "\n{{<kit/box}}{{<kit/ping/}}{{</kit/box}}" },
	{ "kit/icon", "<img alt=\"\" src=\"[[asset:icons/[[NAME]].svg]]\">" },
	{ "kit/logo", "<img alt=\"\" src=\"[[asset:logo.svg]]\">" },
	{ "kit/optional", "<div>[[?BODY]]([[BODY]])[[/BODY]]</div>" },
};

static bool
component(void *context, str name, str *text)
{
	(void)context;
	for (size_t i = 0; i < sizeof(COMPONENTS) / sizeof(COMPONENTS[0]); i++) {
		if (str_is(name, COMPONENTS[i].name)) {
			*text = str_of(COMPONENTS[i].text);
			return true;
		}
	}
	return false;
}

static const char *
asset(void *context, const char *name)
{
	(void)context;
	return strcmp(name, "logo.svg") == 0 ? "/static/logo.1a2b.svg" : NULL;
}

struct made {
	str  text;
	char complaints[4096];
	bool fine;
};

static struct arena *arena;

static void
make(const char *page, bool inspect, struct made *made)
{
	const struct expand_world world = { .component = component, .asset = asset };
	struct complaints         complaints = { .writer = { .arena = arena } };
	struct writer             out = { .arena = arena };
	struct light_page         light;
	struct piece              piece = { .file = STR("p.tpl"), .line = 1, .text = str_of(page) };
	str                       said;

	piece.text = expand_without_comments(piece, &complaints, arena);
	made->fine = expand_page(&world, piece, &complaints, &out) && complaints.count == 0;
	made->text = build_text(&out);
	if (inspect && made->fine) {
		made->fine = markup_page(&out, &complaints, arena, &light);
		made->text = light.text;
	}
	said = build_text(&complaints.writer);
	assert_true(said.len < sizeof(made->complaints));
	memcpy(made->complaints, said.at, said.len);
	made->complaints[said.len] = '\0';
	assert_int_equal(made->fine, said.len == 0);
}

static void
gives(const char *page, const char *expected)
{
	struct made made;

	make(page, false, &made);
	assert_string_equal(made.complaints, "");
	assert_string_equal(arena_copy(arena, made.text).at, expected);
}

static void
light(const char *page, const char *expected)
{
	struct made made;

	make(page, true, &made);
	assert_string_equal(made.complaints, "");
	assert_string_equal(arena_copy(arena, made.text).at, expected);
}

/* The page is refused, and one of the complaints is this line. */
static void
refuses(const char *page, const char *line)
{
	struct made made;

	make(page, true, &made);
	assert_false(made.fine);
	if (strstr(made.complaints, line) == NULL)
		fail_msg("“%s” gave: %s", page, made.complaints);
}

static void
attributes(void **state)
{
	(void)state;
	gives("a {{<kit/say TEXT=\"é {{NOM}}\"/}} z", "a <b>é {{NOM}}</b> z");
	gives("{{<kit/maybe HINT=\"x\"/}}{{<kit/maybe HINT=\"\"/}}{{<kit/maybe/}}", "<i>x</i>--");
	gives("{{<kit/default NAME=\"date-acte\"/}}", "<p id=\"f-date-acte\">DATE_ACTE text</p>");
	gives("{{<kit/default\n  NAME=\"a\"\n  ID=\"b\" TYPE=\"email\" /}}", "<p id=\"b\">A email</p>");
	gives("{{<kit/field NAME=\"nom\"/}}", "<input name=\"nom\" value=\"{{NOM_VALUE}}\">");
	refuses("x\n{{<kit/say/}}", "p.tpl:2: kit/say wants the attribute TEXT\n");
	refuses("{{<kit/say TEXT=\"a\" TXET=\"b\"/}}", "p.tpl:1: kit/say knows no attribute TXET\n");
	refuses("{{<kit/say TEXT=\"a\" TEXT=\"b\"/}}", "p.tpl:1: the same attribute is given twice\n");
	refuses("{{<kit/say TEXT='a'/}}", "p.tpl:1: an attribute is written NAME=\"text\", in double quotes");
	refuses("{{<kit/say text=\"a\"/}}", "the name in capitals");
	refuses("{{<kit/say TEXT=\"a/}}", "is not closed");
	refuses("{{<kit/say TEXT=\"a\"", "the tag is not closed");
	refuses("{{<kit/say TEXT=\"{{<kit/box/}}\"/}}", "no place in an attribute");
	refuses("[[TEXT]]", "p.tpl:1: “[[TEXT]]” has no meaning in a page");
}

static void
bodies(void **state)
{
	(void)state;
	gives("{{<kit/box}}a{{<kit/box}}b{{</kit/box}}{{</kit/box}}", "<div>a<div>b</div></div>");
	gives("{{<kit/outer TITLE=\"t\"}}z{{</kit/outer}}", "<div><u>z</u><b>t!</b></div>");
	gives("{{<kit/optional/}}{{<kit/optional}}a{{</kit/optional}}", "<div></div><div>(a)</div>");
	refuses("{{<kit/box}}{{<kit/say TEXT=\"{{</kit/box}}\"/}}{{</kit/box}}", "no place in an attribute");
	refuses("{{<kit/box/}}", "p.tpl:1: kit/box wants a body");
	refuses("{{<kit/say TEXT=\"a\"}}b{{</kit/say}}", "p.tpl:1: kit/say has no place for a body");
	refuses("\n\n{{<kit/box}}a", "p.tpl:3: {{<kit/box}} is not closed by {{</kit/box}}");
	refuses("a{{</kit/box}}", "p.tpl:1: {{</kit/box}} closes nothing");
}

static void
conditions(void **state)
{
	(void)state;
	refuses("{{<kit/nothing/}}", "p.tpl:1: there is no component called “kit/nothing”\n");
	refuses("{{<../../etc/passwd/}}", "followed by the name of a component");
	refuses("{{<kit/self/}}", "kit/self.tpl:1: the component kit/self uses itself\n");
	refuses("{{<kit/ping/}}", "kit/pong.tpl:2: the component kit/ping uses itself\n");
	gives("{{<kit/logo/}}[[asset:logo.svg]]", "<img alt=\"\" src=\"/static/logo.1a2b.svg\">/static/logo.1a2b.svg");
	refuses("\n[[asset:none.css]]", "p.tpl:2: there is no asset called “none.css”\n");
	refuses("[[asset:logo.svg", "p.tpl:1: [[ is not closed");
}

static void
too_deep(void **state)
{
	char page[4096];
	int  used = 0;

	(void)state;
	for (int i = 0; i < 8; i++)
		used += snprintf(page + used, sizeof(page) - (size_t)used, "{{<kit/box}}");
	for (int i = 0; i < 8; i++)
		used += snprintf(page + used, sizeof(page) - (size_t)used, "{{</kit/box}}");
	gives(page, "<div><div><div><div><div><div><div><div></div></div></div></div></div></div></div></div>");
	used = 0;
	for (int i = 0; i < 9; i++)
		used += snprintf(page + used, sizeof(page) - (size_t)used, "{{<kit/box}}");
	for (int i = 0; i < 9; i++)
		used += snprintf(page + used, sizeof(page) - (size_t)used, "{{</kit/box}}");
	refuses(page, "too many components in one another");
}

static void
comments(void **state)
{
	(void)state;
	light("<p>a</p><!-- {{<kit/none/}} [[X]]\n {{! -->\n<p>b</p>{{! note }}", "<p>a</p>\n<p>b</p>");
	refuses("<!-- a\n-->\n\n<p>{{V:none}}</p>", "p.tpl:4: :none prints");
	refuses("a\n<!-- b", "p.tpl:2: this comment is not closed");
}

static void
blanks(void **state)
{
	(void)state;
	light("\n\n<ul>\n\t<li>a   b</li>\n\n\t<li\n\t\tclass=\"x  y\">c</li>\n</ul>\n",
	      "<ul>\n<li>a b</li>\n<li class=\"x  y\">c</li>\n</ul>\n");
	light("<pre>\n  a\n\n  b</pre>\n\n<p>", "<pre>\n  a\n\n  b</pre>\n<p>");
	light("<textarea id=\"t\">\n\n  a</textarea>  b", "<textarea id=\"t\">\n\n  a</textarea> b");
	light("a {{#X}} b {{/X}} c", "a {{#X}} b {{/X}} c");
	light("<p>1 < 2 & 3 > 2</p>", "<p>1 < 2 & 3 > 2</p>");
}

static void
places(void **state)
{
	(void)state;
	light("<a href=\"/x/{{ID}}?q={{Q:url_query_escape}}\" title='{{T}}'>{{T}}</a>",
	      "<a href=\"/x/{{ID}}?q={{Q:url_query_escape}}\" title='{{T}}'>{{T}}</a>");
	light("<input {{#ON}}checked{{/ON}} value=\"a{{#B}} b{{/B}}\">", "<input {{#ON}}checked{{/ON}} value=\"a{{#B}} b{{/B}}\">");
	light("<textarea>{{V:pre_escape}}</textarea>", "<textarea>{{V:pre_escape}}</textarea>");
	light("<script src=\"/a.js\" defer></script><title>{{T}}</title>",
	      "<script src=\"/a.js\" defer></script><title>{{T}}</title>");
	refuses("<p>{{V:none}}</p>", "p.tpl:1: :none prints a value without escaping it\n");
	refuses("<p>{{V:h:none}}</p>", ":none");
	refuses("<p>{{V:javascript_escape}}</p>", "is not a modifier of ours");
	refuses("<script src=\"/a.js\">\nvar a = '{{V}}';</script>", "p.tpl:2: {{V}} inside <script>\n");
	refuses("<SCRIPT src=\"/a.js\"></b>{{V}}</SCRIPT>", "{{V}} inside <script>");
	refuses("<style>p{color:{{V}}}</style>", "{{V}} inside <style>");
	refuses("<script>a()</script>", "<script> without src");
	refuses("<a title={{V}}>x</a>", "p.tpl:1: {{V}} in the attribute title, which is not quoted");
	refuses("<a title=a{{V}}>x</a>", "which is not quoted");
	refuses("<a title={{#V}}a{{/V}}>x</a>", "a section stands in it");
	refuses("<a title=x>x</a>", "the attribute title is not quoted");
	refuses("<a {{V}}>x</a>", "{{V}} stands inside a tag but in no quoted attribute");
	refuses("<{{V}}>x</a>", "a marker right after < would make a tag of a value");
	refuses("<b>x</{{V}}>", "a marker right after <");
	refuses("<button formaction=\"{{V}}\">x</button>", "{{V}} in the attribute formaction is not made safe");
	refuses("<video poster=\"{{V}}\"></video>", "attribute poster");
	refuses("<img srcset=\"{{V}} 2x\">", "attribute srcset");
	refuses("<use xlink:href=\"{{V}}\"/>", "attribute xlink:href");
	refuses("<p onclick=\"{{V}}\">", "attribute onclick");
	refuses("<p OnClick = '{{V}}'>", "attribute onclick");
	refuses("<p style=\"color:{{V}}\">", "{{V}} in the attribute style");
	refuses("<p style=\"color:red\">", "content security policy");
	refuses("<a href=\"/x?a=1&amp;q={{Q}}\">", "write {{Q:url_query_escape}}");
	refuses("<pre>{{V}}</pre>", "write {{V:pre_escape}}");
	refuses("<a href=\"{{V}}>x</a>", "the page ends inside");
}

static void
sections(void **state)
{
	(void)state;
	light("{{#A}}{{#B}}x{{/B}}{{/A}}", "{{#A}}{{#B}}x{{/B}}{{/A}}");
	refuses("\n{{#A}}x", "p.tpl:2: {{#A}} is not closed\n");
	refuses("{{#A}}{{#B}}{{/A}}{{/B}}", "{{/A}} closes nothing");
	refuses("{{#A}}<a href=\"{{/A}}\">", "does not end where it began");
	refuses("{{>INCLUDE}}", "is not a marker of ours");
	refuses("{{=<% %>=}}", "is not a marker of ours");
	refuses("x{{%AUTOESCAPE context=\"JAVASCRIPT\"}}", "is not a marker of ours");
	refuses("{{nom}}", "is not a marker of ours");
	refuses("{{NOM\n}}", "{{ is not closed");
}

static int
open_arena(void **state)
{
	(void)state;
	arena = arena_new();
	return 0;
}

static int
close_arena(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(attributes, open_arena, close_arena),
		cmocka_unit_test_setup_teardown(bodies, open_arena, close_arena),
		cmocka_unit_test_setup_teardown(conditions, open_arena, close_arena),
		cmocka_unit_test_setup_teardown(too_deep, open_arena, close_arena),
		cmocka_unit_test_setup_teardown(comments, open_arena, close_arena),
		cmocka_unit_test_setup_teardown(blanks, open_arena, close_arena),
		cmocka_unit_test_setup_teardown(places, open_arena, close_arena),
		cmocka_unit_test_setup_teardown(sections, open_arena, close_arena),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
