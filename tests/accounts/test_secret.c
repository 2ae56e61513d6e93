/* Passwords, codes of the telephone (vectors of RFC 6238, appendix B), codes sent, recovery codes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
/* cmocka wants the four above first */
#include <cmocka.h>
#include <sodium.h>

#include "accounts/secret.h"

static const char RFC_SECRET[] = "3132333435363738393031323334353637383930";     /* "12345678901234567890" */
static const char FRESH[] = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
static const char OTHER[] = "10112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

static int
open_arena(void **state)
{
	*state = arena_new();
	return sodium_init() < 0;
}

static int
close_arena(void **state)
{
	arena_free(*state);
	return 0;
}

static void
totp_follows_rfc6238(void **state)
{
	/* The last six of the RFC's eight digits. */
	static const struct { int64_t now; const char *code; } vectors[] = { { 59, "287082" }, { 1111111109, "081804" }, { 1111111111, "050471" },
		{ 1234567890, "005924" }, { 2000000000, "279037" }, { 20000000000, "353130" } };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(vectors) / sizeof(vectors[0]); i++) {
		assert_int_equal(totp_step(str_of(RFC_SECRET), str_of(vectors[i].code), 0, vectors[i].now), vectors[i].now / 30);
		assert_int_equal(totp_step(str_of(RFC_SECRET), STR("000000"), 0, vectors[i].now), 0);
	}
}

static void
totp_takes_one_step_either_side(void **state)
{
	(void)state;
	assert_int_equal(totp_step(str_of(RFC_SECRET), STR("005924"), 0, 1234567890 + 30), 41152263);
	assert_int_equal(totp_step(str_of(RFC_SECRET), STR("005924"), 0, 1234567890 - 30), 41152263);
	assert_int_equal(totp_step(str_of(RFC_SECRET), STR("005924"), 0, 1234567890 + 60), 0);
	assert_int_equal(totp_step(str_of(RFC_SECRET), STR("005924"), 0, 1234567890 - 60), 0);
}

static void
totp_serves_once(void **state)
{
	(void)state;
	assert_int_equal(totp_step(str_of(RFC_SECRET), STR("005924"), 41152262, 1234567890), 41152263);
	assert_int_equal(totp_step(str_of(RFC_SECRET), STR("005924"), 41152263, 1234567890), 0);
}

static void
totp_refuses_what_is_no_code(void **state)
{
	(void)state;
	assert_int_equal(totp_step(str_of(RFC_SECRET), STR("05924"), 0, 1234567890), 0);
	assert_int_equal(totp_step(str_of(RFC_SECRET), STR(""), 0, 1234567890), 0);
	assert_int_equal(totp_step(STR("3132"), STR("005924"), 0, 1234567890), 0);
	assert_int_equal(totp_step(NO_STR, STR("005924"), 0, 1234567890), 0);
}

static void
totp_is_written_for_people_and_phones(void **state)
{
	str text = totp_grouped(*state, str_of(RFC_SECRET)), address = totp_address(*state, str_of(RFC_SECRET), STR("a b@x.bj"));

	assert_true(str_is(text, "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ"));
	assert_true(str_is(address, "otpauth://totp/Guichet:a%20b%40x.bj?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Guichet"));
	assert_null(totp_grouped(*state, STR("zz")).at);
	assert_null(totp_address(*state, STR("3132"), STR("a")).at);
}

static void
qr_is_an_image(void **state)
{
	str svg = qr_svg(STR("otpauth://totp/Guichet:x?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Guichet"));

	(void)state;
	assert_true(str_starts(svg, STR("<svg xmlns=")));
	assert_true(str_ends(svg, STR("</svg>\n")));
	free((void *)(uintptr_t)svg.at);
	assert_null(qr_svg(NO_STR).at);
}

static void
password_fits_its_hash_alone(void **state)
{
	str hash = secret_hash(*state, STR("cheval agrafe pile"));

	assert_true(str_starts(hash, STR("$argon2id$v=19$m=65536,t=2,p=1$")));
	assert_true(secret_fits(hash, STR("cheval agrafe pile")));
	assert_false(secret_fits(hash, STR("cheval agrafe pil")));
	assert_false(secret_fits(hash, STR("Cheval agrafe pile")));
	assert_false(secret_fits(NO_STR, STR("cheval agrafe pile")));
	assert_false(secret_fits(STR("$argon2id$"), STR("")));
}

static void
passwords_that_may_be_chosen(void **state)
{
	static const char *const good[] = { "cheval agrafe pile", "zorglub7", "Tchin-Tchin 2026 !", "Xk4!pQz9", "élève à l’école", "日本語日本語日本語日本語日本語" };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		assert_null(secret_refusal(str_of(good[i]), STR("awa.dossou@exemple.bj Awa DOSSOU"), false));
	assert_null(secret_refusal(STR("cheval agrafe"), STR(""), true));
}

static void
passwords_that_may_not(void **state)
{
	static const struct { const char *password, *why; } bad[] = { { "", "accounts.password_short" }, { "zorglub", "accounts.password_short" },
		{ "12345678", "accounts.password_common" }, { "Azertyuiop", "accounts.password_common" }, { "motdepasse", "accounts.password_common" },
		{ "Password123", "accounts.password_common" }, { "aaaaaaaaaaaa", "accounts.password_common" }, { "jetaime2024", "accounts.password_common" },
		{ "!!!!????", "accounts.password_common" }, { "Guichet2026", "accounts.password_place" }, { "Ministère-Bénin", "accounts.password_place" },
		{ "matricule1", "accounts.password_place" }, { "DOSSOU1998", "accounts.password_name" }, { "awa.dossou@exemple.bj", "accounts.password_name" } };
	char *long_one = malloc(257);
	size_t i;

	(void)state;
	assert_non_null(long_one);
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		const char *why = secret_refusal(str_of(bad[i].password), STR("awa.dossou@exemple.bj Awa DOSSOU"), false);

		assert_non_null(why);
		assert_string_equal(why, bad[i].why);
	}
	assert_string_equal(secret_refusal(STR("zorglub7"), STR(""), true), "accounts.password_short_staff");
	memset(long_one, 'x', 257);
	long_one[3] = 'y';
	assert_string_equal(secret_refusal((str){ long_one, 257 }, STR(""), false), "accounts.password_long");
	assert_null(secret_refusal((str){ long_one, 256 }, STR(""), false));
	free(long_one);
}

static void
codes_come_from_what_is_fresh(void **state)
{
	str code = fresh_code(*state, str_of(FRESH)), half = fresh_half(*state, str_of(FRESH));

	assert_int_equal(code.len, 6);
	assert_int_equal(half.len, 64);
	assert_true(str_eq(code, fresh_code(*state, str_of(FRESH))));
	assert_false(str_eq(code, fresh_code(*state, str_of(OTHER))));
	assert_false(str_eq(half, fresh_half(*state, str_of(OTHER))));
	assert_false(str_eq(half, str_of(FRESH)));
}

static void
recovery_codes_forgive_how_they_are_typed(void **state)
{
	str code = recovery_code(*state, str_of(FRESH), 3), hash = recovery_hash(*state, code);
	char typed[20];
	size_t i;

	assert_int_equal(code.len, 19);
	assert_int_equal(hash.len, 64);
	for (i = 0; i < 19; i++)
		typed[i] = code.at[i] == '-' ? ' ' : code.at[i] >= 'A' && code.at[i] <= 'Z' ? (char)(code.at[i] + 32) : code.at[i] == '0' ? 'o' : code.at[i] == '1' ? 'l' : code.at[i];
	assert_true(str_eq(recovery_hash(*state, (str){ typed, 19 }), hash));
	assert_false(str_eq(recovery_hash(*state, recovery_code(*state, str_of(FRESH), 4)), hash));
	assert_null(recovery_hash(*state, STR("123456")).at);
	assert_null(recovery_hash(*state, STR("ABCD-EFGH-JKMN-PQRSX")).at);
	assert_null(recovery_hash(*state, STR("ABCD-EFGH-JKMN-PQR!")).at);
	assert_int_equal(recovery_hashes(*state, str_of(FRESH)).len, 10 * 64 + 9 + 2);
}

static void
paths_to_go_back_to(void **state)
{
	static const char *const bad[] = { "//evil.example", "https://evil.example", "/\\evil.example", "javascript:1", "", "/a b", "/a\r\nX: y", "/é" };
	size_t i;

	(void)state;
	assert_true(str_is(own_path(STR("/carriere?page=2"), STR("/")), "/carriere?page=2"));
	assert_true(str_is(own_path(STR("/"), STR("/compte")), "/"));
	assert_true(str_is(own_path(NO_STR, STR("/compte")), "/compte"));
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_true(str_is(own_path(str_of(bad[i]), STR("/compte")), "/compte"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(totp_follows_rfc6238), cmocka_unit_test(totp_takes_one_step_either_side), cmocka_unit_test(totp_serves_once),
		cmocka_unit_test(totp_refuses_what_is_no_code), cmocka_unit_test(totp_is_written_for_people_and_phones), cmocka_unit_test(qr_is_an_image),
		cmocka_unit_test(password_fits_its_hash_alone), cmocka_unit_test(passwords_that_may_be_chosen), cmocka_unit_test(passwords_that_may_not),
		cmocka_unit_test(codes_come_from_what_is_fresh), cmocka_unit_test(recovery_codes_forgive_how_they_are_typed),
		cmocka_unit_test(paths_to_go_back_to),
	};

	return cmocka_run_group_tests_name("accounts/secret", tests, open_arena, close_arena);
}
