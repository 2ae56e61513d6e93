/* Compact JWS: making its input, and opening one. There is one way to write each seal, byte for byte, and every other one is
 * malformed: no JSON parser, nothing that two readers could understand differently. */
#include "jws.h"

#include <stdio.h>

#include "keys.h"

#define URLSAFE sodium_base64_VARIANT_URLSAFE_NO_PADDING
static const char HEAD[] = "{\"alg\":\"EdDSA\",\"kid\":\"", TAIL[] = "\"}";

size_t
jws_input(char into[JWS_INPUT], const char *kid, const char *payload, size_t length)
{
	char head[JWS_HEAD];
	const int size = snprintf(head, sizeof(head), "%s%s%s", HEAD, kid, TAIL);
	char *at = into;

	sodium_bin2base64(at, BASE64(JWS_HEAD), (const unsigned char *)head, (size_t)size, URLSAFE);
	at += strlen(at);
	*at++ = '.';
	sodium_bin2base64(at, BASE64(SEAL_PAYLOAD), (const unsigned char *)payload, length, URLSAFE);
	return (size_t)(at - into) + strlen(at);
}

/* Canonical base64url of `most` bytes at most; false when anything else. */
static bool
decode(struct arena *arena, str text, size_t most, str *bytes)
{
	size_t length = 0;
	char *room;

	if (text.at == NULL || text.len > BASE64(most) - 1)
		return false;
	room = arena_alloc(arena, most + 1);
	if (sodium_base642bin((unsigned char *)room, most, text.at, text.len, NULL, &length, NULL, URLSAFE) != 0)
		return false;
	room[length] = '\0';
	*bytes = (str){ room, length };
	return true;
}

struct jws {
	str kid, payload, signature;
	str input;      /* "header.payload" as they came */
};

static bool
parse(struct arena *arena, str text, struct jws *jws)
{
	str rest = text, head, payload, signature;

	if (text.at == NULL || text.len > JWS_INPUT + BASE64(crypto_sign_BYTES))
		return false;
	head = str_cut(&rest, '.');
	payload = str_cut(&rest, '.');
	signature = str_cut(&rest, '.');
	if (signature.at == NULL || rest.at != NULL)
		return false;
	jws->input = (str){ text.at, head.len + 1 + payload.len };
	if (!decode(arena, head, JWS_HEAD, &head) || !decode(arena, payload, SEAL_PAYLOAD, &jws->payload) ||
	    !decode(arena, signature, crypto_sign_BYTES, &jws->signature) || jws->signature.len != crypto_sign_BYTES)
		return false;
	if (!str_starts(head, STR("{\"alg\":\"EdDSA\",\"kid\":\"")) || !str_ends(head, STR("\"}")) || head.len < sizeof(HEAD) + sizeof(TAIL) - 2)
		return false;
	jws->kid = (str){ head.at + sizeof(HEAD) - 1, head.len - (sizeof(HEAD) - 1) - (sizeof(TAIL) - 1) };
	return keys_name_valid(jws->kid);
}

str
seal_kid_of(struct arena *arena, str text)
{
	struct jws jws;

	return parse(arena, text, &jws) ? jws.kid : NO_STR;
}

enum seal_verdict
seal_open(struct arena *arena, str text, const unsigned char *public_key, str *payload)
{
	struct jws jws;

	*payload = NO_STR;
	if (!parse(arena, text, &jws))
		return SEAL_MALFORMED;
	if (public_key == NULL)
		return SEAL_UNKNOWN_KEY;
	if (crypto_sign_verify_detached((const unsigned char *)jws.signature.at, (const unsigned char *)jws.input.at, jws.input.len, public_key) != 0)
		return SEAL_FORGED;
	*payload = jws.payload;
	return SEAL_GOOD;
}
