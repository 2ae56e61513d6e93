/* Opaque identifiers: there and back, and nothing else is read. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "guichet/opaque.h"

static const unsigned char KEY[16] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 };

static int
set_key(void **state)
{
	(void)state;
	opaque_key(KEY);
	return 0;
}

static void
goes_there_and_back(void **state)
{
	static const int64_t ids[] = { 1, 2, 3, 1000, 4294967296, INT64_MAX };
	struct arena        *arena = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
		const str text = opaque_text(arena, ids[i]);
		int64_t   id = 0;

		assert_int_equal(text.len, OPAQUE_LENGTH);
		assert_true(opaque_read(text, &id));
		assert_int_equal(id, ids[i]);
		for (size_t j = 0; j < text.len; j++)
			((char *)(uintptr_t)text.at)[j] |= (char)(text.at[j] >= 'A' ? 0x20 : 0);
		id = 0;
		assert_true(opaque_read(text, &id));
		assert_int_equal(id, ids[i]);
	}
	arena_free(arena);
}

static void
refuses_the_rest(void **state)
{
	char    text[OPAQUE_LENGTH + 1];
	int64_t id = 42;

	(void)state;
	opaque_write(0, text);
	assert_false(opaque_read(str_of(text), &id));
	opaque_write(-1, text);
	assert_false(opaque_read(str_of(text), &id));
	opaque_write(INT64_MIN, text);
	assert_false(opaque_read(str_of(text), &id));

	opaque_write(7, text);
	assert_true(opaque_read(str_of(text), &id) && id == 7);
	id = 42;
	assert_false(opaque_read((str){ .at = text, .len = OPAQUE_LENGTH - 1 }, &id));
	assert_false(opaque_read(STR("00000000000000"), &id));
	assert_false(opaque_read(NO_STR, &id));
	assert_false(opaque_read(STR("12"), &id));
	assert_false(opaque_read(STR("IIIIIIIIIIIII"), &id));
	assert_false(opaque_read(STR("0000000000-00"), &id));
	text[0] = (char)(text[0] >= '0' && text[0] <= '9' ? text[0] - '0' + 'G' : text[0]);
	if (text[0] >= 'G')    /* a 65th bit */
		assert_false(opaque_read(str_of(text), &id));
	assert_int_equal(id, 42);
}

/* Neighbours look unlike, and another key gives another text. */
static void
hides_order(void **state)
{
	static const unsigned char other[16] = { 99 };
	char a[OPAQUE_LENGTH + 1], b[OPAQUE_LENGTH + 1];
	int  same = 0;

	(void)state;
	opaque_write(1, a);
	opaque_write(2, b);
	for (size_t i = 0; i < OPAQUE_LENGTH; i++)
		same += a[i] == b[i];
	assert_true(same < 6);
	opaque_key(other);
	opaque_write(1, b);
	assert_string_not_equal(a, b);
	opaque_key(KEY);
	opaque_write(1, b);
	assert_string_equal(a, b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(goes_there_and_back),
		cmocka_unit_test(refuses_the_rest),
		cmocka_unit_test(hides_order),
	};
	return cmocka_run_group_tests(tests, set_key, NULL);
}
