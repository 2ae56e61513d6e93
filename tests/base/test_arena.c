/* Request memory: zeroed, aligned, released in reverse, poisoned where nobody may write. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "guichet/arena.h"

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/asan_interface.h>
#endif

static void
pieces_are_zeroed_and_aligned(void **state)
{
	struct arena *arena = arena_new();

	(void)state;
	for (int turn = 0; turn < 2; turn++) {
		for (size_t size = 0; size < 3000; size += 7) {
			unsigned char *piece = arena_alloc(arena, size);

			assert_int_equal((uintptr_t)piece % 16, 0);
			for (size_t i = 0; i < size; i++)
				assert_int_equal(piece[i], 0);
			memset(piece, 0xAA, size);
		}
		assert_true(arena_used(arena) > 600000);
		arena_reset(arena);
		assert_int_equal(arena_used(arena), 0);
	}
	arena_free(arena);
	arena_free(NULL);
}

static void
big_things_stand_alone(void **state)
{
	struct arena *arena = arena_new();
	char         *small = arena_alloc(arena, 10);
	char         *big = arena_alloc(arena, 5000000);
	const char   *next = arena_alloc(arena, 10);

	(void)state;
	memset(big, 1, 5000000);
	memset(small, 2, 10);
	assert_true(next > small && next < small + 100);    /* the block in use is still the first */
	arena_reset(arena);
	assert_ptr_equal(arena_alloc(arena, 10), small);
	arena_free(arena);
}

static void
copies_formats_joins(void **state)
{
	struct arena *arena = arena_new();
	const str     parts[] = { STR("a"), NO_STR, STR(""), STR("bc") };
	const str     copy = arena_copy(arena, STR("reçu"));
	const str     joined = arena_join(arena, parts, 4);
	const str     text = arena_format(arena, "%d-%s", 7, "x");

	(void)state;
	assert_true(str_is(copy, "reçu"));
	assert_int_equal(copy.at[copy.len], '\0');
	assert_null(arena_copy(arena, NO_STR).at);
	assert_non_null(arena_copy(arena, STR("")).at);
	assert_true(str_is(joined, "abc"));
	assert_int_equal(joined.at[joined.len], '\0');
	assert_non_null(arena_join(arena, parts, 0).at);
	assert_true(str_is(text, "7-x"));
	assert_int_equal(arena_format(arena, "%5000d", 1).len, 5000);
	arena_free(arena);
}

static char   order[8];
static size_t ordered;

static void
note(void *thing)
{
	order[ordered++] = *(const char *)thing;
}

static void
releases_last_first_once(void **state)
{
	struct arena *arena = arena_new();

	(void)state;
	arena_defer(arena, note, &(char){ 'a' });
	arena_defer(arena, note, &(char){ 'b' });
	arena_reset(arena);
	assert_memory_equal(order, "ba", 2);
	arena_defer(arena, note, &(char){ 'c' });
	arena_free(arena);
	assert_int_equal(ordered, 3);
	assert_int_equal(order[2], 'c');
}

/* Runs `act` in a child whose standard error is shut; true when it aborted. */
static bool
aborts(void (*act)(struct arena *))
{
	const pid_t child = fork();
	int         status = 0;

	assert_true(child >= 0);
	if (child == 0) {
		(void)signal(SIGABRT, SIG_DFL);
		(void)close(STDERR_FILENO);
		act(arena_new());
		_exit(0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

static void
overflowing_array(struct arena *arena)
{
	volatile size_t many = SIZE_MAX / 8;

	(void)arena_array(arena, many, 16);
}

static void
boundless_piece(struct arena *arena)
{
	volatile size_t many = SIZE_MAX - 8;

	(void)arena_alloc(arena, many);
}

static void
fair_array(struct arena *arena)
{
	(void)arena_array(arena, 8, 16);
	arena_free(arena);
}

static void
overflow_aborts(void **state)
{
	(void)state;
	assert_true(aborts(overflowing_array));
	assert_true(aborts(boundless_piece));
	assert_false(aborts(fair_array));
}

static void
outside_is_poisoned(void **state)
{
	(void)state;
#ifdef __SANITIZE_ADDRESS__
	struct arena *arena = arena_new();
	char         *piece = arena_alloc(arena, 13);

	assert_false(__asan_address_is_poisoned(piece));
	assert_false(__asan_address_is_poisoned(piece + 12));
	assert_true(__asan_address_is_poisoned(piece + 13));
	assert_true(__asan_address_is_poisoned(piece + 31));
	assert_false(__asan_address_is_poisoned((char *)arena_alloc(arena, 1)));
	arena_reset(arena);
	assert_true(__asan_address_is_poisoned(piece));
	arena_free(arena);
#else
	skip();
#endif
}

static void
numbers_are_written_as_in_french(void **state)
{
	static const struct { int64_t n; const char *said; } cases[] = {
		{ 0, "0" }, { 999, "999" }, { 1000, "1\u00a0000" }, { 1002003, "1\u00a0002\u00a0003" }, { 4993071286, "4\u00a0993\u00a0071\u00a0286" },
		{ -12500, "−\u00a012\u00a0500" }, { INT64_MIN, "−\u00a09\u00a0223\u00a0372\u00a0036\u00a0854\u00a0775\u00a0808" },
	};
	struct arena *arena = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_true(str_is(arena_number(arena, cases[i].n), cases[i].said));
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_are_written_as_in_french),
		cmocka_unit_test(pieces_are_zeroed_and_aligned), cmocka_unit_test(big_things_stand_alone),
		cmocka_unit_test(copies_formats_joins), cmocka_unit_test(releases_last_first_once),
		cmocka_unit_test(overflow_aborts), cmocka_unit_test(outside_is_poisoned),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
