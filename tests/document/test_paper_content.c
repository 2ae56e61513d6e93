/* From the content of a certificate to a paper: every style of block, and what is not a content at all. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "guichet/paper_content.h"

static struct arena *arena;

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

static void
is(str got, const char *want)
{
	assert_string_equal(arena_copy(arena, got.at != NULL ? got : STR("(absent)")).at, want);
}

#define HEAD "\"form\":\"ÉTAT DES SERVICES\",\"reference\":\"0001/X\",\"title\":\"Madame X\",\"name\":\"État des services\",\"person\":\"Madame X\"," \
	"\"stamp\":[\"Ministère\",\"Direction\"],\"place_date\":\"Cotonou, le 1er août 2027\",\"quality\":\"Le Chef\",\"signatory\":\"\",\"note\":\"Scellé.\""

static void
a_whole_content(void **state)
{
	static const char TEXT[] = "{" HEAD ",\"blocks\":[{\"style\":\"texte\",\"text\":\"Un texte.\"},{\"style\":\"faits\",\"rows\":[[\"Corps\",\"AAS\"],[\"Grade\",\"A3-9\"]]},"
		"{\"style\":\"tableau\",\"rows\":[[\"1\",\"a\",\"b\",\"c\",\"d\"]]},{\"style\":\"centre\",\"text\":\"Au milieu\"},{\"style\":\"note\",\"text\":\"Une note.\"}]}";
	struct paper paper;

	(void)state;
	assert_true(paper_of_content(arena, str_of(TEXT), &paper));
	is(paper.form, "ÉTAT DES SERVICES");
	is(paper.reference, "0001/X");
	is(paper.title, "Madame X");
	is(paper.subject, "État des services – Madame X");
	is(paper.name, "(absent)");                       /* no name: the quality alone signs */
	assert_int_equal(paper.stamp_count, 2);
	is(paper.stamp[1], "Direction");
	assert_int_equal(paper.block_count, 5);
	assert_int_equal(paper.blocks[0].kind, PAPER_TEXT);
	assert_int_equal(paper.blocks[1].kind, PAPER_FACTS);
	assert_int_equal(paper.blocks[1].row_count, 2);
	is(paper.blocks[1].cells[3], "A3-9");
	assert_int_equal(paper.blocks[2].kind, PAPER_TABLE);
	assert_int_equal(paper.blocks[2].column_count, 5);
	is(paper.blocks[2].cells[4], "d");
	assert_int_equal(paper.blocks[3].kind, PAPER_CENTRED);
	assert_int_equal(paper.blocks[4].kind, PAPER_NOTE);
}

static void
not_a_content(void **state)
{
	static const char *const WRONG[] = {
		"", "null", "[]", "{", "{" HEAD "}", "{" HEAD ",\"blocks\":[]}", "{" HEAD ",\"blocks\":[{\"style\":\"texte\"}]}",
		"{" HEAD ",\"blocks\":[{\"style\":\"faits\"}]}", "{" HEAD ",\"blocks\":[{\"style\":\"faits\",\"rows\":[[\"un seul\"]]}]}",
		"{" HEAD ",\"blocks\":[{\"style\":\"tableau\",\"rows\":[[\"1\",\"a\",\"b\",\"c\"]]}]}", "{" HEAD ",\"blocks\":[{\"style\":\"tableau\",\"rows\":\"x\"}]}",
		"{\"form\":\"\",\"reference\":\"0001/X\",\"title\":\"x\",\"blocks\":[{\"style\":\"texte\",\"text\":\"x\"}]}",
	};
	struct paper paper;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(WRONG) / sizeof(WRONG[0]); i++)
		assert_false(paper_of_content(arena, str_of(WRONG[i]), &paper));
}

static void
no_rows_are_rows(void **state)
{
	struct paper paper;

	(void)state;
	assert_true(paper_of_content(arena, str_of("{" HEAD ",\"blocks\":[{\"style\":\"faits\",\"rows\":[]}]}"), &paper));
	assert_int_equal(paper.blocks[0].row_count, 0);
}

static void
the_seal(void **state)
{
	unsigned char hash[32];
	const struct paper_seal *seal;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(hash); i++)
		hash[i] = (unsigned char)(i * 8);
	seal = paper_seal_of(arena, STR("https://guichet.example.bj"), STR("aa.bb.cc"), STR("K7QM2HTX9PRA"), STR("2026-1"), hash, 1795620000000000);
	is(seal->url, "https://guichet.example.bj/v#aa.bb.cc");
	is(seal->code, "K7QM 2HTX 9PRA");
	is(seal->where, "guichet.example.bj/verifier");
	is(seal->key, "2026-1");
	is(seal->fingerprint, "0008 1018 2028 3038 4048 5058 6068 7078 8088 9098 a0a8 b0b8 c0c8 d0d8 e0e8 f0f8");
	is(seal->sealed, "25 novembre 2026 à 16\xc2\xa0" "h\xc2\xa0" "20");
	is(paper_seal_of(arena, STR("http://localhost:8080"), STR("a"), STR("K7QM2HTX9PRA"), STR("k"), hash, 0)->where, "localhost:8080/verifier");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_whole_content, open_arena, close_arena),
		cmocka_unit_test_setup_teardown(not_a_content, open_arena, close_arena),
		cmocka_unit_test_setup_teardown(no_rows_are_rows, open_arena, close_arena),
		cmocka_unit_test_setup_teardown(the_seal, open_arena, close_arena),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
