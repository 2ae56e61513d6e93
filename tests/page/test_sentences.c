/* The table of sentences: what it gives, and the files it refuses. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "guichet/page.h"

static struct arena *arena;

static struct sentences *
open_text(const char *text, str *complaints)
{
	char              path[] = "/tmp/sentences-XXXXXX";
	const int         file = mkstemp(path);
	struct sentences *sentences;

	assert_true(file >= 0);
	assert_int_equal(write(file, text, strlen(text)), (ssize_t)strlen(text));
	close(file);
	sentences = sentences_open(path, complaints, arena);
	unlink(path);
	return sentences;
}

static void
refuses(const char *text, const char *line)
{
	str complaints = NO_STR;

	assert_null(open_text(text, &complaints));
	if (strstr(arena_copy(arena, complaints).at, line) == NULL)
		fail_msg("“%s” gave: %.*s", text, STR_ARGS(complaints));
}

static void
assert_sentence(str got, const char *expected)
{
	assert_string_equal(arena_copy(arena, got).at, expected);
}

static void
known(void **state)
{
	str               complaints = NO_STR;
	struct sentences *s = open_text("# compte\n\nb.two = Le champ « %s » est requis.\n"
	                                "a.one = Égal à = x\r\n  c_3-x=fin", &complaints);

	(void)state;
	assert_non_null(s);
	assert_int_equal(complaints.len, 0);
	assert_sentence(sentence(s, "a.one"), "Égal à = x");
	assert_sentence(sentence(s, "c_3-x"), "fin");
	assert_sentence(sentence_with(s, arena, "b.two", STR("Nom")), "Le champ « Nom » est requis.");
	assert_sentence(sentence_with(s, arena, "b.two", STR("%s")), "Le champ « %s » est requis.");
	assert_sentence(sentence_with(s, arena, "b.two", NO_STR), "Le champ «  » est requis.");
	assert_sentence(sentence_with(s, arena, "a.one", STR("Nom")), "Égal à = x");
	assert_true(sentence_known(s, "a.one"));
	sentences_close(s);
}

static void
missing(void **state)
{
	str               complaints = NO_STR;
	struct sentences *s = open_text("a = b\n", &complaints);
	const str         once = sentence(s, "no.such");

	(void)state;
	assert_sentence(once, "‹no.such›");
	assert_ptr_equal(sentence(s, "no.such").at, once.at);
	assert_sentence(sentence(s, "<script>"), "‹…›");
	assert_sentence(sentence(s, NULL), "‹…›");
	assert_false(sentence_known(s, "no.such"));
	assert_false(sentence_known(s, NULL));
	for (int i = 0; i < 400; i++)
		sentence(s, arena_format(arena, "k%d", i).at);
	assert_sentence(sentence(s, "k399"), "‹…›");
	assert_sentence(sentence(s, "a"), "b");
	sentences_close(s);
}

static void
faults(void **state)
{
	str complaints = NO_STR;

	(void)state;
	refuses("a = b\nnothing\n", ":2: a line is written: key = sentence");
	refuses("Clé = b\n", ":1: a line is written");
	refuses("a =\n", ":1: the sentence of a is empty");
	refuses("a = b\nb = c\na = d\n", ":3: a is given twice (also on line 1)");
	refuses("a = %s %s\n", "a says %s more than once");
	refuses("a = \xff\n", "not valid UTF-8");
	assert_null(sentences_open("/nonexistent/sentences.txt", &complaints, arena));
	assert_true(complaints.len > 0);
	sentences_close(NULL);
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
		cmocka_unit_test_setup_teardown(known, open_arena, close_arena),
		cmocka_unit_test_setup_teardown(missing, open_arena, close_arena),
		cmocka_unit_test_setup_teardown(faults, open_arena, close_arena),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
