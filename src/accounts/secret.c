/* Secrets of an account, as libsodium and OATH Toolkit make them; nothing of it is invented here. */
#include <liboath/oath.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>

#include "accounts/secret.h"

#define HASH_PASSES 2ULL
#define HASH_MEMORY ((size_t)64 * 1024 * 1024)
#define STEP        30
#define TOTP_BYTES  20

_Static_assert(crypto_pwhash_STRBYTES == 128, "room of a password hash");

str
secret_hash(struct arena *arena, str password)
{
	char *hash = arena_alloc(arena, crypto_pwhash_STRBYTES);

	if (crypto_pwhash_str_alg(hash, password.at, password.len, HASH_PASSES, HASH_MEMORY, crypto_pwhash_ALG_ARGON2ID13) != 0)
		return NO_STR;
	return str_of(hash);
}

bool
secret_fits(str hash, str password)
{
	char text[crypto_pwhash_STRBYTES] = { 0 };

	if (hash.at == NULL || password.at == NULL || hash.len >= sizeof(text))
		return false;
	memcpy(text, hash.at, hash.len);
	return crypto_pwhash_str_verify(text, password.at, password.len) == 0;
}

static bool
secret_bytes(str hex, unsigned char bytes[TOTP_BYTES])
{
	size_t length = 0;

	return hex.at != NULL && sodium_hex2bin(bytes, TOTP_BYTES, hex.at, hex.len, NULL, &length, NULL) == 0 && length == TOTP_BYTES;
}

int64_t
totp_step(str secret_hex, str code, int64_t last_step, int64_t now)
{
	unsigned char secret[TOTP_BYTES];
	int64_t step = now / STEP, found = 0, i;

	if (code.len != 6 || now < STEP || !secret_bytes(secret_hex, secret))
		return 0;
	for (i = step - 1; i <= step + 1; i++) {
		char wanted[7];

		if (oath_totp_generate((const char *)secret, sizeof(secret), (time_t)(i * STEP), STEP, 0, 6, wanted) == OATH_OK &&
		    sodium_memcmp(wanted, code.at, 6) == 0 && i > last_step)
			found = i;
	}
	sodium_memzero(secret, sizeof(secret));
	return found;
}

/* 20 bytes are exactly 32 letters, without padding. */
static bool
base32(str secret_hex, char letters[33])
{
	unsigned char secret[TOTP_BYTES];
	char *made = NULL;
	size_t length = 0;
	bool ok = secret_bytes(secret_hex, secret) && oath_base32_encode((const char *)secret, sizeof(secret), &made, &length) == OATH_OK && length == 32;

	if (ok)
		memcpy(letters, made, 33);
	free(made);
	return ok;
}

str
totp_grouped(struct arena *arena, str secret_hex)
{
	char letters[33];
	char *out;
	size_t i, n = 0;

	if (!base32(secret_hex, letters))
		return NO_STR;
	out = arena_alloc(arena, 40);
	for (i = 0; i < 32; i++) {
		if (i > 0 && i % 4 == 0)
			out[n++] = ' ';
		out[n++] = letters[i];
	}
	return (str){ out, n };
}

/* Letters and digits stay, the rest is percent-encoded: a login is an address, a number or a matricule. */
static str
address_quoted(struct arena *arena, str text)
{
	char *out = arena_alloc(arena, 3 * text.len + 1);
	size_t i, n = 0;

	for (i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.at[i];
		bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';

		n += (size_t)snprintf(out + n, 4, plain ? "%c" : "%%%02X", c);
	}
	return (str){ out, n };
}

str
totp_address(struct arena *arena, str secret_hex, str account)
{
	char letters[33];

	if (!base32(secret_hex, letters))
		return NO_STR;
	return arena_format(arena, "otpauth://totp/Guichet:%.*s?secret=%s&issuer=Guichet", STR_ARGS(address_quoted(arena, account)), letters);
}

/* `bytes` of the secret `fresh` for one use, told apart by its purpose and number. */
static void
derive(str fresh, const char *purpose, size_t number, unsigned char *bytes, size_t count)
{
	crypto_generichash_state state;
	uint64_t n = number;

	crypto_generichash_init(&state, (const unsigned char *)fresh.at, fresh.len < 64 ? fresh.len : 64, count);
	crypto_generichash_update(&state, (const unsigned char *)purpose, strlen(purpose));
	crypto_generichash_update(&state, (const unsigned char *)&n, sizeof(n));
	crypto_generichash_final(&state, bytes, count);
}

str
fresh_code(struct arena *arena, str fresh)
{
	unsigned char bytes[16];
	uint64_t number;

	derive(fresh, "guichet code sent", 0, bytes, sizeof(bytes));
	memcpy(&number, bytes, sizeof(number));         /* 2^64 against 10^6: the bias is below 10^-13 */
	return arena_format(arena, "%06u", (unsigned)(number % 1000000));
}

static str
hex(struct arena *arena, const unsigned char *bytes, size_t count)
{
	char *text = arena_alloc(arena, 2 * count + 1);

	sodium_bin2hex(text, 2 * count + 1, bytes, count);
	return (str){ text, 2 * count };
}

str
fresh_half(struct arena *arena, str fresh)
{
	unsigned char bytes[32];

	derive(fresh, "guichet browser half", 0, bytes, sizeof(bytes));
	return hex(arena, bytes, sizeof(bytes));
}

str
fresh_token(struct arena *arena, str fresh)
{
	unsigned char bytes[32];

	derive(fresh, "guichet session token", 0, bytes, sizeof(bytes));
	return hex(arena, bytes, sizeof(bytes));
}

static const char LETTERS[33] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";      /* Crockford: no I, L, O, U */

str
recovery_code(struct arena *arena, str fresh, size_t n)
{
	unsigned char bytes[16];
	char *out = arena_alloc(arena, 20);
	size_t i, length = 0;

	derive(fresh, "guichet recovery", n, bytes, sizeof(bytes));
	for (i = 0; i < 16; i++) {
		if (i > 0 && i % 4 == 0)
			out[length++] = '-';
		out[length++] = LETTERS[bytes[i] & 31];
	}
	return (str){ out, length };
}

/* What people read as I or L is 1, as O is 0. */
static char
recovery_letter(char c)
{
	if (c >= 'a' && c <= 'z')
		c = (char)(c - 32);
	return c == 'I' || c == 'L' ? '1' : c == 'O' ? '0' : c;
}

str
recovery_hash(struct arena *arena, str typed)
{
	unsigned char hash[32];
	char code[16];
	size_t i, n = 0;

	for (i = 0; i < typed.len; i++) {
		char c = recovery_letter(typed.at[i]);

		if (c == ' ' || c == '-')
			continue;
		if (n == sizeof(code) || strchr(LETTERS, c) == NULL)
			return NO_STR;
		code[n++] = c;
	}
	if (n != sizeof(code))
		return NO_STR;
	crypto_hash_sha256(hash, (const unsigned char *)code, sizeof(code));
	return hex(arena, hash, sizeof(hash));
}

str
recovery_hashes(struct arena *arena, str fresh)
{
	str parts[2 * RECOVERY_CODES + 1];
	size_t i;

	for (i = 0; i < RECOVERY_CODES; i++) {
		parts[2 * i] = i == 0 ? STR("{") : STR(",");
		parts[2 * i + 1] = recovery_hash(arena, recovery_code(arena, fresh, i));
	}
	parts[2 * RECOVERY_CODES] = STR("}");
	return arena_join(arena, parts, 2 * RECOVERY_CODES + 1);
}

str
own_path(str path, str otherwise)
{
	size_t i;

	if (path.len < 1 || path.len > 300 || path.at[0] != '/' || (path.len > 1 && path.at[1] == '/'))
		return otherwise;
	for (i = 0; i < path.len; i++)
		if (path.at[i] <= ' ' || path.at[i] > '~' || path.at[i] == '\\')
			return otherwise;
	return path;
}
