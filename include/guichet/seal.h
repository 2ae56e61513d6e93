/* The seal of a document: a compact JWS (RFC 7515), header {"alg":"EdDSA","kid":…}, Ed25519 (RFC 8037). The secret key lives in
 * a process of its own, the signer, without network or files: whoever holds the web process can ask for seals, never take the
 * key away. Anybody verifies with /.well-known/jwks.json and any JOSE library.
 *
 * Keys are files of <var>/keys, a folder that nobody else may read: <kid>.key, the 32 bytes of the seed of the one key that
 * seals, and <kid>.public, the 32 bytes of each key that sealed before: its seed is destroyed when it retires. */
#ifndef GUICHET_SEAL_H
#define GUICHET_SEAL_H
#include "guichet/arena.h"
#include "guichet/config.h"

#define SEAL_KEY 32
#define SEAL_KID 32           /* most characters of a name: letters, digits, "-" and "_" */
#define SEAL_PAYLOAD 8192     /* most bytes of a payload */

struct seal_name {
	char          kid[SEAL_KID + 1];
	unsigned char public_key[SEAL_KEY];
};

/* Starts the signer; once a process, before any thread. The first key is made when there is none; daemons that share a folder
 * agree on it. False, with a sentence on standard error, when it cannot, or when a key could be read by somebody else. */
bool seal_begin(const struct config *config);
/* From now on neither this process nor what it starts can read the folder of keys, where the kernel has Landlock (5.13). What
 * is still to be read later must stand in a folder that exists now beside the keys or above. Before any thread, after
 * seal_begin. */
void seal_hide_keys(const struct config *config);
void seal_end(void);
/* The key that seals: its name, and its public part. False before seal_begin. */
bool seal_key(str *kid, unsigned char public_key[SEAL_KEY]);

/* The compact JWS of `payload` (JSON, signed byte for byte), in the arena; absent when the signer does not answer within five
 * seconds, when there is none, or when the payload is too long. Any thread. A signer that dies is started again once a second
 * at most; what was asked meanwhile waits for it. */
str  seal_sign(struct arena *arena, str payload);

enum seal_verdict { SEAL_GOOD, SEAL_MALFORMED, SEAL_UNKNOWN_KEY, SEAL_FORGED };
/* The name of the key of a JWS, without trusting it; absent when malformed. Only what our signer makes is well formed: the
 * header is {"alg":"EdDSA","kid":"…"} to the byte, base64url is canonical and without padding. */
str  seal_kid_of(struct arena *arena, str jws);
/* `payload` is set (in the arena) only when SEAL_GOOD. The caller looked the public key up by seal_kid_of; without one (NULL)
 * the verdict is SEAL_UNKNOWN_KEY, or SEAL_MALFORMED. */
enum seal_verdict seal_open(struct arena *arena, str jws, const unsigned char *public_key, str *payload);

/* For `guichet keys` and the start of a daemon. Keys that retired, in the arena; false, with a sentence, when a file is wrong.
 * Before seal_begin, or in a process that does not call it. */
bool seal_retired(const struct config *config, struct arena *arena, const struct seal_name **names, size_t *count);
/* The key that seals, read from its file; false, with a sentence, when there is none or it is wrong. */
bool seal_current(const struct config *config, struct seal_name *name);
/* Makes a new key and retires the former, whose seed is destroyed. Daemons that run seal with the former until they are
 * started again. False, with a sentence, when it could not. */
bool seal_rotate(const struct config *config);
#endif
