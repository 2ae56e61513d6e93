/* The text of an SMS: alphabet, folding, parts, and an answer that fits in one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>
#include <sodium.h>

#include "guichet/sms.h"

static struct arena *arena;

static int
open_arena(void **context)
{
	(void)context;
	arena = arena_new();
	return 0;
}

static int
close_arena(void **context)
{
	(void)context;
	arena_free(arena);
	return 0;
}

static str
times(const char *letter, size_t count)
{
	char *out = arena_alloc(arena, count * strlen(letter) + 1);
	size_t i;

	for (i = 0; i < count; i++)
		memcpy(out + i * strlen(letter), letter, strlen(letter));
	return (str){ out, count * strlen(letter) };
}

static void
expect(const char *letter, size_t count, bool wide, int parts)
{
	const struct sms_text sms = sms_measure(arena, times(letter, count));

	if (sms.wide != wide || sms.parts != parts)
		fail_msg("%zu × %s: %s %d, wanted %s %d", count, letter, sms.wide ? "ucs2" : "gsm7", sms.parts, wide ? "ucs2" : "gsm7", parts);
}

static void
test_parts(void **context)
{
	(void)context;
	expect("a", 1, false, 1);
	expect("a", 160, false, 1);
	expect("a", 161, false, 2);
	expect("a", 306, false, 2);
	expect("a", 307, false, 3);
	expect("a", 1530, false, 10);
	expect("a", 1531, false, 11);
	expect("é", 160, false, 1);
	expect("€", 80, false, 1);
	expect("€", 81, false, 2);
	expect("€", 152, false, 2);        /* 76 a part: the 153rd place cannot hold half of one */
	expect("€", 153, false, 3);
	expect("ɔ", 70, true, 1);
	expect("ɔ", 71, true, 2);
	expect("ɔ", 134, true, 2);
	expect("ɔ", 135, true, 3);
	expect("🙂", 35, true, 1);
	expect("🙂", 36, true, 2);
	expect("🙂", 66, true, 2);         /* 33 a part */
	expect("🙂", 67, true, 3);
}

static void
test_fold(void **context)
{
	static const struct { const char *from, *to; bool wide; } CASES[] = {
		{ "L’année « prête » – ça coûte 2\302\240000 F… n° 3", "L'année \"prete\" - ca coute 2 000 F... no 3", false },
		{ "Éléphant à œillères, Ça va ?", "Éléphant à oeillères, Ça va ?", false },
		{ "@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ ÄÖÑÜ§¿äöñüà ^{}\\[~]|€", "@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ ÄÖÑÜ§¿äöñüà ^{}\\[~]|€", false },
		{ "Kɔ́jó Ɖɛgbé", "Kɔ́jó Ɖɛgbé", true },
		{ "une\r\nautre\tligne", "une\nautre ligne", false },
		{ "`code`", "'code'", false },
	};
	size_t i;

	(void)context;
	for (i = 0; i < sizeof(CASES) / sizeof(CASES[0]); i++) {
		const struct sms_text sms = sms_measure(arena, str_of(CASES[i].from));

		if (!str_is(sms.text, CASES[i].to) || sms.wide != CASES[i].wide)
			fail_msg("%s -> %.*s", CASES[i].from, STR_ARGS(sms.text));
	}
}

static void
test_refusals(void **context)
{
	(void)context;
	assert_int_equal(sms_measure(arena, NO_STR).parts, 0);
	assert_int_equal(sms_measure(arena, STR("")).parts, 0);
	assert_int_equal(sms_measure(arena, STR("a\377")).parts, 0);
	assert_int_equal(sms_measure(arena, (str){ "a\000b", 3 }).parts, 0);
	assert_int_equal(sms_measure(arena, times("a", 9000)).parts, 0);
}

static void
test_answer(void **context)
{
	str said;

	(void)context;
	assert_true(str_is(sms_answer(arena, STR("Réponse prête")), "Réponse prete"));
	assert_true(str_is(sms_answer(arena, STR("Kɔjo 🙂")), "K?jo ?"));
	assert_int_equal(sms_answer(arena, NO_STR).len, 0);
	assert_int_equal(sms_answer(arena, STR("\xff")).len, 0);
	assert_int_equal(sms_answer(arena, times("a", 160)).len, 160);
	said = sms_answer(arena, times("mot ", 60));
	assert_true(said.len <= 160 && str_ends(said, STR("mot...")));
	said = sms_answer(arena, times("é", 200));
	assert_int_equal(sms_measure(arena, said).parts, 1);
	assert_true(str_ends(said, STR("...")));
	said = sms_answer(arena, times("€", 200));
	assert_int_equal(sms_measure(arena, said).parts, 1);
}

static void
test_secrets(void **context)
{
	str key = sms_receipt_key(arena, "un-secret-assez-long-pour-cela", 42);

	(void)context;
	assert_int_equal(key.len, 32);
	assert_true(str_eq(key, sms_receipt_key(arena, "un-secret-assez-long-pour-cela", 42)));
	assert_false(str_eq(key, sms_receipt_key(arena, "un-secret-assez-long-pour-cela", 43)));
	assert_false(str_eq(key, sms_receipt_key(arena, "un-secret-assez-long-pour-celA", 42)));
	assert_true(sms_secret_fits(STR("abc"), STR("abc")));
	assert_false(sms_secret_fits(STR("abd"), STR("abc")));
	assert_false(sms_secret_fits(STR("abcd"), STR("abc")));
	assert_false(sms_secret_fits(STR(""), STR("")));
	assert_false(sms_secret_fits(NO_STR, STR("")));
	assert_false(sms_secret_fits(NO_STR, STR("abc")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_parts), cmocka_unit_test(test_fold), cmocka_unit_test(test_refusals),
		cmocka_unit_test(test_answer), cmocka_unit_test(test_secrets) };

	return sodium_init() < 0 ? 1 : cmocka_run_group_tests(tests, open_arena, close_arena);
}
