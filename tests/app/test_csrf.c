/* The token of forms, cookies, keys: what is accepted, and the neighbours that are not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <sodium.h>

#include "app/app.h"

static void
token_fits_its_secret_alone(void **state)
{
	struct arena *arena = arena_new();
	str mine = random_hex(arena, 32), other = random_hex(arena, 32);
	str token = csrf_mask(arena, mine), again = csrf_mask(arena, mine);
	char *changed = arena_alloc(arena, token.len + 1);

	(void)state;
	assert_true(csrf_fits(token, mine));
	assert_true(csrf_fits(again, mine));
	assert_false(str_eq(token, again));            /* masked anew on every page */
	assert_false(csrf_fits(token, other));
	assert_false(csrf_fits(NO_STR, mine));
	assert_false(csrf_fits(token, NO_STR));
	assert_false(csrf_fits((str){ token.at, token.len - 1 }, mine));
	memcpy(changed, token.at, token.len);
	changed[token.len - 1] = changed[token.len - 1] == '0' ? '1' : '0';
	assert_false(csrf_fits((str){ changed, token.len }, mine));
	arena_free(arena);
}

static void
cookies_are_found_by_their_whole_name(void **state)
{
	str cookies = STR("autre=1; guichet=abc; guichet_visite=def;vide=");

	(void)state;
	assert_true(str_is(cookie_find(cookies, "guichet"), "abc"));
	assert_true(str_is(cookie_find(cookies, "guichet_visite"), "def"));
	assert_true(str_is(cookie_find(cookies, "vide"), ""));
	assert_null(cookie_find(cookies, "guich").at);
	assert_null(cookie_find(NO_STR, "guichet").at);
}

static void
keys_are_uuids_in_lower_case(void **state)
{
	struct arena *arena = arena_new();

	(void)state;
	assert_true(uuid_valid(random_uuid(arena)));
	assert_true(uuid_valid(STR("9b2d7c1e-0d7a-4a51-8c55-2f6a6cf6d0aa")));
	assert_false(uuid_valid(STR("9B2D7C1E-0D7A-4A51-8C55-2F6A6CF6D0AA")));
	assert_false(uuid_valid(STR("9b2d7c1e00d7a-4a51-8c55-2f6a6cf6d0aa")));
	assert_false(uuid_valid(STR("")));
	assert_true(hex_token(STR("00ff"), 4));
	assert_false(hex_token(STR("00fg"), 4));
	assert_false(hex_token(STR("00f"), 4));
	arena_free(arena);
}

static void
devices_have_a_name_people_know(void **state)
{
	struct arena *arena = arena_new();

	(void)state;
	assert_true(str_is(device_of(arena, STR("Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36")), "Chrome, Android"));
	assert_true(str_is(device_of(arena, STR("Mozilla/5.0 (X11; Linux x86_64; rv:109.0) Gecko/20100101 Firefox/115.0")), "Firefox, Linux"));
	assert_true(str_is(device_of(arena, NO_STR), "Navigateur, appareil inconnu"));
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(token_fits_its_secret_alone),
		cmocka_unit_test(cookies_are_found_by_their_whole_name),
		cmocka_unit_test(keys_are_uuids_in_lower_case),
		cmocka_unit_test(devices_have_a_name_people_know),
	};

	return sodium_init() < 0 ? 1 : cmocka_run_group_tests(tests, NULL, NULL);
}
