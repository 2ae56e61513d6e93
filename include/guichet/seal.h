/* The seal of a document: a compact JWS (RFC 7515), header {"alg":"EdDSA","kid":…}, Ed25519 (RFC 8037). The secret key lives in
 * a process of its own, the signer, without network or files: whoever holds the web process can ask for seals, never take the
 * key away. Anybody verifies with /.well-known/jwks.json and any JOSE library. */
#ifndef GUICHET_SEAL_H
#define GUICHET_SEAL_H
#include "guichet/arena.h"
#include "guichet/config.h"

#define SEAL_KEY 32

/* Starts the signer; once a process, before any thread. Keys are files <var>/keys/<kid>.key (32 bytes of seed, mode 0600);
 * the newest that is not retired seals. The first one is made when there is none. False, with a sentence on standard
 * error, when it cannot. */
bool seal_begin(const struct config *config);
void seal_end(void);
/* The key that seals: its name, and its public part. False before seal_begin. */
bool seal_key(str *kid, unsigned char public_key[SEAL_KEY]);

/* The compact JWS of `payload` (JSON, signed byte for byte), in the arena; absent when the signer does not answer. Any thread. */
str  seal_sign(struct arena *arena, str payload);

enum seal_verdict { SEAL_GOOD, SEAL_MALFORMED, SEAL_UNKNOWN_KEY, SEAL_FORGED };
/* The name of the key of a JWS, without trusting it; absent when malformed. */
str  seal_kid_of(struct arena *arena, str jws);
/* `payload` is set (in the arena) only when SEAL_GOOD. */
enum seal_verdict seal_open(struct arena *arena, str jws, const unsigned char public_key[SEAL_KEY], str *payload);
#endif
