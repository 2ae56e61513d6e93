/* Secrets of an account: passwords, codes of the telephone, codes sent, recovery codes. Pure: what is random comes from
 * the request's `fresh`, what depends on time takes it. */
#ifndef GUICHET_ACCOUNTS_SECRET_H
#define GUICHET_ACCOUNTS_SECRET_H
#include "guichet/arena.h"
#include "guichet/qr.h"

#define RECOVERY_CODES 10

/* Argon2id, 64 MiB, two passes: about 150 ms (docs/decisions.md, passwords). Absent when there is no memory. */
str  secret_hash(struct arena *arena, str password);
bool secret_fits(str hash, str password);

/* NULL when the password may be chosen, else a sentence key. `names` are words of the person and his logins. */
const char *secret_refusal(str password, str names, bool staff);

/* The step of the clock (RFC 6238, 30 s) of a six-digit code, now or one step away and after `last_step`; 0 when it fits none.
 * `secret_hex` is the shared secret; `now` in seconds. */
int64_t totp_step(str secret_hex, str code, int64_t last_step, int64_t now);
/* "JBSW Y3DP …" to be copied by hand, and the address that a QR holds. Absent on a malformed secret. */
str  totp_grouped(struct arena *arena, str secret_hex);
str  totp_address(struct arena *arena, str secret_hex, str account);

/* Derived from 32 fresh bytes in hex, one name each: a code to send (6 digits) and the browser's half of it (64 hex). */
str  fresh_code(struct arena *arena, str fresh);
str  fresh_half(struct arena *arena, str fresh);
/* A session's token (64 hex) where recovery codes come of the same `fresh`: who steals the cookie must not know the codes. */
str  fresh_token(struct arena *arena, str fresh);
/* The n-th recovery code, "ABCD-EFGH-JKMN-PQRS": 80 bits. */
str  recovery_code(struct arena *arena, str fresh, size_t n);
/* Hash in hex of a recovery code as typed (case, spaces and hyphens do not count); absent when it cannot be one. */
str  recovery_hash(struct arena *arena, str typed);
/* "{hash,hash,…}" of the ten codes, as PostgreSQL takes an array. */
str  recovery_hashes(struct arena *arena, str fresh);

/* An own path to go back to: begins with one slash, visible ASCII without backslash, at most 300 bytes; else `otherwise`. */
str  own_path(str path, str otherwise);
#endif
