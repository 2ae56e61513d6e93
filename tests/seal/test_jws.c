/* Compact JWS: the vector of RFC 8037 (its key, its mathematics), and every way in which a seal may be wrong. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <sodium.h>
#include <stdio.h>

#include "seal/jws.h"

#define URLSAFE sodium_base64_VARIANT_URLSAFE_NO_PADDING

/* RFC 8037, appendix A.1 to A.4. */
#define RFC_D "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"
#define RFC_X "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"
#define RFC_JWS "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg"

struct key {
	unsigned char public_key[SEAL_KEY], secret[crypto_sign_SECRETKEYBYTES];
};

static struct key
key_of(const char *base64)
{
	unsigned char seed[SEAL_KEY];
	struct key key;
	size_t length;

	assert_int_equal(sodium_base642bin(seed, sizeof(seed), base64, strlen(base64), NULL, &length, NULL, URLSAFE), 0);
	assert_int_equal(length, SEAL_KEY);
	crypto_sign_seed_keypair(key.public_key, key.secret, seed);
	return key;
}

/* A JWS with any header, signed with any key: what a forger could send. */
static str
forge(struct arena *arena, const char *head, const char *payload, const struct key *key)
{
	char *text = arena_alloc(arena, 40000);
	unsigned char signature[crypto_sign_BYTES];
	size_t at;

	sodium_bin2base64(text, 20000, (const unsigned char *)head, strlen(head), URLSAFE);
	at = strlen(text);
	text[at++] = '.';
	sodium_bin2base64(text + at, 20000, (const unsigned char *)payload, strlen(payload), URLSAFE);
	at += strlen(text + at);
	crypto_sign_detached(signature, NULL, (const unsigned char *)text, at, key->secret);
	text[at++] = '.';
	sodium_bin2base64(text + at, 200, signature, sizeof(signature), URLSAFE);
	return str_of(text);
}

#define HEAD "{\"alg\":\"EdDSA\",\"kid\":\"2026-7f3a\"}"
#define PAYLOAD "{\"v\":1,\"c\":\"7K3M9QXTB2WD\",\"k\":\"Arrêté\"}"

static enum seal_verdict
verdict(struct arena *arena, str jws, const struct key *key)
{
	str payload;
	const enum seal_verdict said = seal_open(arena, jws, key == NULL ? NULL : key->public_key, &payload);

	assert_true((payload.at != NULL) == (said == SEAL_GOOD));
	return said;
}

static void
the_rfc_s_key_and_signature(void **state)
{
	struct arena *arena = arena_new();
	const struct key key = key_of(RFC_D);
	char x[64];

	(void)state;
	sodium_bin2base64(x, sizeof(x), key.public_key, SEAL_KEY, URLSAFE);
	assert_string_equal(x, RFC_X);
	assert_string_equal(forge(arena, "{\"alg\":\"EdDSA\"}", "Example of Ed25519 signing", &key).at, RFC_JWS);
	/* Right for the RFC, not ours: no kid. */
	assert_int_equal(verdict(arena, str_of(RFC_JWS), &key), SEAL_MALFORMED);
	arena_free(arena);
}

static void
a_good_one_opens(void **state)
{
	struct arena *arena = arena_new();
	const struct key key = key_of(RFC_D);
	const str jws = forge(arena, HEAD, PAYLOAD, &key);
	char input[JWS_INPUT];
	str payload;

	(void)state;
	assert_int_equal(seal_open(arena, jws, key.public_key, &payload), SEAL_GOOD);
	assert_true(str_is(payload, PAYLOAD));
	assert_true(str_is(seal_kid_of(arena, jws), "2026-7f3a"));
	/* What the signer signs is the same, byte for byte. */
	const size_t length = jws_input(input, "2026-7f3a", PAYLOAD, strlen(PAYLOAD));

	assert_true(str_starts(jws, (str){ input, length }));
	assert_int_equal(jws.at[length], '.');
	/* The longest. */
	char *most = arena_alloc(arena, SEAL_PAYLOAD + 2);

	memset(most, 'a', SEAL_PAYLOAD);
	assert_int_equal(verdict(arena, forge(arena, HEAD, most, &key), &key), SEAL_GOOD);
	most[SEAL_PAYLOAD] = 'a';
	assert_int_equal(verdict(arena, forge(arena, HEAD, most, &key), &key), SEAL_MALFORMED);
	arena_free(arena);
}

static void
another_key_does_not_open_it(void **state)
{
	struct arena *arena = arena_new();
	const struct key key = key_of(RFC_D), other = key_of("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
	const str jws = forge(arena, HEAD, PAYLOAD, &key);

	(void)state;
	assert_int_equal(verdict(arena, jws, &other), SEAL_FORGED);
	assert_int_equal(verdict(arena, jws, NULL), SEAL_UNKNOWN_KEY);
	assert_int_equal(verdict(arena, STR("x.y.z"), NULL), SEAL_MALFORMED);
	/* A point of small order, as a key: libsodium refuses it. */
	const struct key zero = { { 0 }, { 0 } };

	assert_int_equal(verdict(arena, jws, &zero), SEAL_FORGED);
	arena_free(arena);
}

/* Every bit of the text turned, one after the other: not one opens. */
static void
one_bit_is_enough(void **state)
{
	struct arena *arena = arena_new();
	const struct key key = key_of(RFC_D);
	const str jws = forge(arena, HEAD, PAYLOAD, &key);
	char *wrong = (char *)(uintptr_t)arena_copy(arena, jws).at;
	size_t i, forged = 0;
	int bit;

	(void)state;
	for (i = 0; i < jws.len; i++)
		for (bit = 0; bit < 8; bit++) {
			wrong[i] = (char)(jws.at[i] ^ (1 << bit));
			const enum seal_verdict said = verdict(arena, (str){ wrong, jws.len }, &key);

			assert_int_not_equal(said, SEAL_GOOD);
			forged += said == SEAL_FORGED;
			wrong[i] = jws.at[i];
		}
	assert_true(forged > 100);      /* not all of them fell at the parser */
	arena_free(arena);
}

static void
cut_anywhere(void **state)
{
	struct arena *arena = arena_new();
	const struct key key = key_of(RFC_D);
	const str jws = forge(arena, HEAD, PAYLOAD, &key);
	size_t i;

	(void)state;
	for (i = 0; i < jws.len; i++) {
		assert_int_equal(verdict(arena, (str){ jws.at, i }, &key), SEAL_MALFORMED);
		assert_int_equal(verdict(arena, str_skip(jws, i + 1), &key), SEAL_MALFORMED);
	}
	assert_int_equal(verdict(arena, NO_STR, &key), SEAL_MALFORMED);
	arena_free(arena);
}

static void
headers_that_are_not_ours(void **state)
{
	static const char *const heads[] = {
		"{\"alg\":\"none\",\"kid\":\"2026-7f3a\"}",
		"{\"alg\":\"HS256\",\"kid\":\"2026-7f3a\"}",
		"{\"alg\":\"eddsa\",\"kid\":\"2026-7f3a\"}",
		"{\"alg\":\"EdDSA\",\"alg\":\"none\",\"kid\":\"2026-7f3a\"}",
		"{\"alg\":\"EdDSA\",\"kid\":\"2026-7f3a\",\"kid\":\"x\"}",
		"{\"alg\":\"EdDSA\",\"kid\":\"2026-7f3a\",\"crit\":[\"exp\"]}",
		"{\"alg\":\"EdDSA\",\"kid\":\"2026-7f3a\",\"jwk\":{}}",
		"{\"alg\":\"EdDSA\",\"kid\":\"2026-7f3a\",\"b64\":false}",
		"{\"kid\":\"2026-7f3a\",\"alg\":\"EdDSA\"}",
		"{\"alg\":\"EdDSA\", \"kid\":\"2026-7f3a\"}",
		" {\"alg\":\"EdDSA\",\"kid\":\"2026-7f3a\"}",
		"{\"alg\":\"EdDSA\",\"kid\":\"2026-7f3a\"}\n",
		"{\"alg\":\"EdDSA\",\"kid\":\"\"}",
		"{\"alg\":\"EdDSA\",\"kid\":\"2026 7f3a\"}",
		"{\"alg\":\"EdDSA\",\"kid\":\"../../keys\"}",
		"{\"alg\":\"EdDSA\",\"kid\":\"\\u0061\"}",
		"{\"alg\":\"EdDSA\",\"kid\":\"012345678901234567890123456789012\"}",
		"{\"alg\":\"EdDSA\",\"kid\":1}",
		"{\"alg\":\"EdDSA\",\"kid\":\"}",
		"{\"alg\":\"EdDSA\"}", "{}", "[]", "x", "",
	};
	struct arena *arena = arena_new();
	const struct key key = key_of(RFC_D);
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(heads) / sizeof(heads[0]); i++) {
		const str jws = forge(arena, heads[i], PAYLOAD, &key);

		if (verdict(arena, jws, &key) != SEAL_MALFORMED)
			fail_msg("accepted: %s", heads[i]);
		assert_null(seal_kid_of(arena, jws).at);
	}
	arena_free(arena);
}

static void
spaces_padding_and_other_spellings(void **state)
{
	struct arena *arena = arena_new();
	const struct key key = key_of(RFC_D);
	const str jws = forge(arena, HEAD, PAYLOAD, &key);
	static const struct { const char *before, *after; } around[] = {
		{ " ", "" }, { "", " " }, { "", "\n" }, { "\t", "" }, { "", "." }, { ".", "" }, { "", "=" }, { "", "==" }, { "", ".x" }, { "", "\xC2\xA0" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(around) / sizeof(around[0]); i++) {
		char text[2000];

		snprintf(text, sizeof(text), "%s%s%s", around[i].before, jws.at, around[i].after);
		assert_int_equal(verdict(arena, str_of(text), &key), SEAL_MALFORMED);
	}
	/* 64 bytes end with 4 unused bits: 15 other spellings of the last character mean the same bytes, and are refused. */
	static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
	char *other = (char *)(uintptr_t)arena_copy(arena, jws).at;

	for (i = 0; i < 64; i++) {
		other[jws.len - 1] = alphabet[i];
		assert_true((verdict(arena, (str){ other, jws.len }, &key) == SEAL_GOOD) == (alphabet[i] == jws.at[jws.len - 1]));
	}
	/* The usual alphabet's "+" and "/" are not ours. */
	assert_int_equal(verdict(arena, STR("eyJhbGciOiJFZERTQSIsImtpZCI6IngifQ.+/+/.AA"), &key), SEAL_MALFORMED);
	arena_free(arena);
}

/* S + L in the signature: RFC 8032 forbids it, since one paper could then have two seals. */
static void
a_signature_has_one_form(void **state)
{
	static const unsigned char order[32] = { 0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14,
		0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10 };
	struct arena *arena = arena_new();
	const struct key key = key_of(RFC_D);
	const str jws = forge(arena, HEAD, PAYLOAD, &key);
	const size_t at = jws.len - 86;
	unsigned char signature[64];
	char *other = (char *)(uintptr_t)arena_copy(arena, jws).at;
	unsigned carry = 0;
	size_t length, i;

	(void)state;
	assert_int_equal(sodium_base642bin(signature, sizeof(signature), jws.at + at, 86, NULL, &length, NULL, URLSAFE), 0);
	for (i = 0; i < 32; i++) {
		carry += signature[32 + i] + (unsigned)order[i];
		signature[32 + i] = (unsigned char)carry;
		carry >>= 8;
	}
	sodium_bin2base64(other + at, 87, signature, sizeof(signature), URLSAFE);
	assert_int_equal(verdict(arena, (str){ other, jws.len }, &key), SEAL_FORGED);
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_rfc_s_key_and_signature),
		cmocka_unit_test(a_good_one_opens),
		cmocka_unit_test(another_key_does_not_open_it),
		cmocka_unit_test(one_bit_is_enough),
		cmocka_unit_test(cut_anywhere),
		cmocka_unit_test(headers_that_are_not_ours),
		cmocka_unit_test(spaces_padding_and_other_spellings),
		cmocka_unit_test(a_signature_has_one_form),
	};

	return sodium_init() < 0 ? 1 : cmocka_run_group_tests(tests, NULL, NULL);
}
