/* Fuzzes seals. The first byte chooses: the rest is a JWS as it came, or a header and a payload
 * which are then signed with the right key, as a forger who stole it would. Whatever opens is, byte for byte, what our signer
 * would have written. */
#include <stdlib.h>

#include "seal/jws.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static unsigned char public_key[SEAL_KEY], secret[crypto_sign_SECRETKEYBYTES];

static size_t
encode(char *at, const uint8_t *data, size_t size)
{
	sodium_bin2base64(at, BASE64(size), data, size, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
	return strlen(at);
}

static str
sign(struct arena *arena, const uint8_t *data, size_t size)
{
	const size_t head = size == 0 ? 0 : data[0] % size;
	char *text = arena_alloc(arena, 4 * size + 200);
	unsigned char signature[crypto_sign_BYTES];
	size_t length = encode(text, data, head);

	text[length++] = '.';
	length += encode(text + length, data + head, size - head);
	crypto_sign_detached(signature, NULL, (const unsigned char *)text, length, secret);
	text[length++] = '.';
	length += encode(text + length, signature, sizeof(signature));
	return (str){ text, length };
}

static void
examine(struct arena *arena, str jws)
{
	char input[JWS_INPUT];
	str payload, kid = seal_kid_of(arena, jws);
	const enum seal_verdict verdict = seal_open(arena, jws, public_key, &payload);

	if ((kid.at == NULL) != (verdict == SEAL_MALFORMED) || (payload.at == NULL) != (verdict != SEAL_GOOD))
		abort();
	if (seal_open(arena, jws, NULL, &payload) == SEAL_GOOD)
		abort();
	if (verdict != SEAL_GOOD)
		return;
	(void)seal_open(arena, jws, public_key, &payload);
	const size_t length = jws_input(input, arena_copy(arena, kid).at, payload.at, payload.len);

	if (!str_starts(jws, (str){ input, length }) || jws.len != length + 1 + BASE64(crypto_sign_BYTES) - 1)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const unsigned char seed[SEAL_KEY] = { 7 };
	static struct arena *arena;

	if (arena == NULL) {
		if (sodium_init() < 0)
			abort();
		crypto_sign_seed_keypair(public_key, secret, seed);
		arena = arena_new();
	}
	if (size > 0) {
		if (data[0] % 2 == 0)
			examine(arena, (str){ (const char *)data + 1, size - 1 });
		else
			examine(arena, sign(arena, data + 1, size - 1));
	}
	arena_reset(arena);
	return 0;
}
