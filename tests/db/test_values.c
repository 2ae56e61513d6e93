/* Values in the form libpq sends, and batches that do not overflow in silence. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "db/db.h"
#include "guichet/work.h"

static void
values_are_sent_as_postgresql_reads_them(void **state)
{
	struct arena *arena = arena_new();
	str bytes = { "\x00\xff", 2 };

	(void)state;
	assert_null(value_sent(arena, ARG_NULL));
	assert_null(value_sent(arena, ARG(NO_STR)));
	assert_null(value_sent(arena, ARG(((struct date){ 0, 0, 0 }))));
	assert_null(value_sent(arena, ARG_ID((int64_t)0)));
	assert_string_equal(value_sent(arena, ARG(STR(""))), "");
	assert_string_equal(value_sent(arena, ARG((int64_t)-42)), "-42");
	assert_string_equal(value_sent(arena, ARG((bool)true)), "t");
	assert_string_equal(value_sent(arena, ARG(((struct date){ 2024, 2, 29 }))), "2024-02-29");
	assert_string_equal(value_sent(arena, ARG_BYTES(bytes)), "\\x00ff");
	arena_free(arena);
}

static void
a_batch_says_when_it_is_full(void **state)
{
	static const struct query query = { "select 1" };
	struct batch batch = { .arena = arena_new() };
	int i;

	(void)state;
	for (i = 0; i < BATCH_MOST; i++)
		ASK_PLAIN(&batch, &query);
	assert_false(batch.overflow);
	ASK_PLAIN(&batch, &query);
	assert_true(batch.overflow);
	assert_int_equal(batch.count, BATCH_MOST);
	arena_free(batch.arena);
}

static void
copy_escapes_what_would_end_a_cell(void **state)
{
	struct arena *arena = arena_new();

	(void)state;
	assert_true(str_is(copy_text(arena, STR("a\tb\\c\nd")), "a\\tb\\\\c\\nd"));
	assert_true(str_is(copy_text(arena, NO_STR), "\\N"));
	assert_true(str_is(copy_text(arena, STR("")), ""));
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_are_sent_as_postgresql_reads_them),
		cmocka_unit_test(a_batch_says_when_it_is_full),
		cmocka_unit_test(copy_escapes_what_would_end_a_cell),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
