/* Row keys as they stand in addresses: a permutation of the 64-bit numbers by a four-round Feistel network with
 * SipHash-2-4 as round function, written in the 32 digits of Crockford. */
#include <sodium.h>

#include "guichet/opaque.h"

#define ROUNDS 4u

static const char DIGITS[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

static unsigned char secret[crypto_shorthash_KEYBYTES];

_Static_assert(sizeof secret == 16, "the key of SipHash has 16 bytes");
_Static_assert(crypto_shorthash_BYTES == 8, "a round takes 4 of 8 bytes");

void
opaque_key(const unsigned char key[16])
{
	memcpy(secret, key, sizeof secret);
}

static uint32_t
round_of(unsigned round, uint32_t half)
{
	const unsigned char in[5] = { (unsigned char)round, (unsigned char)half, (unsigned char)(half >> 8),
		                      (unsigned char)(half >> 16), (unsigned char)(half >> 24) };
	unsigned char out[crypto_shorthash_BYTES];

	(void)crypto_shorthash(out, in, sizeof in, secret);
	return (uint32_t)out[0] | (uint32_t)out[1] << 8 | (uint32_t)out[2] << 16 | (uint32_t)out[3] << 24;
}

static uint64_t
mix(uint64_t plain)
{
	uint32_t left = (uint32_t)(plain >> 32), right = (uint32_t)plain;

	for (unsigned round = 0; round < ROUNDS; round++) {
		const uint32_t next = left ^ round_of(round, right);

		left = right;
		right = next;
	}
	return (uint64_t)left << 32 | right;
}

static uint64_t
unmix(uint64_t mixed)
{
	uint32_t left = (uint32_t)(mixed >> 32), right = (uint32_t)mixed;

	for (unsigned round = ROUNDS; round-- > 0;) {
		const uint32_t before = right ^ round_of(round, left);

		right = left;
		left = before;
	}
	return (uint64_t)left << 32 | right;
}

void
opaque_write(int64_t id, char text[OPAQUE_LENGTH + 1])
{
	uint64_t mixed = mix((uint64_t)id);

	for (size_t i = OPAQUE_LENGTH; i-- > 0; mixed >>= 5)
		text[i] = DIGITS[mixed & 31];
	text[OPAQUE_LENGTH] = '\0';
}

str
opaque_text(struct arena *arena, int64_t id)
{
	char text[OPAQUE_LENGTH + 1];

	opaque_write(id, text);
	return arena_copy(arena, (str){ .at = text, .len = OPAQUE_LENGTH });
}

/* Value of a digit, 32 when it is none: I, L, O and U are not digits. */
static unsigned
digit_of(char c)
{
	if (c >= 'a' && c <= 'z')
		c = (char)(c - 'a' + 'A');
	for (unsigned i = 0; i < 32; i++)
		if (DIGITS[i] == c)
			return i;
	return 32;
}

bool
opaque_read(str text, int64_t *id)
{
	uint64_t mixed = 0;

	if (text.len != OPAQUE_LENGTH)
		return false;
	for (size_t i = 0; i < text.len; i++) {
		const unsigned digit = digit_of(text.at[i]);

		/* 13 digits carry 65 bits: the first holds 4. */
		if (digit > 31 || (i == 0 && digit > 15))
			return false;
		mixed = mixed << 5 | digit;
	}
	const uint64_t plain = unmix(mixed);
	if (plain == 0 || plain > INT64_MAX)
		return false;
	*id = (int64_t)plain;
	return true;
}
