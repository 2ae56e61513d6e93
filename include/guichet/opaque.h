/* Identifiers as they stand in addresses: 13 characters of Crockford base 32, made of the 64-bit key of a row by a
 * keyed four-round Feistel network (SipHash-2-4 as round function). They hide counts and order, nothing more:
 * what a person may see is decided by row security, never by the difficulty of guessing. */
#ifndef GUICHET_OPAQUE_H
#define GUICHET_OPAQUE_H
#include "guichet/arena.h"

#define OPAQUE_LENGTH 13
/* Once at start, before any thread: 16 bytes, the same on every daemon of a portal. */
void opaque_key(const unsigned char key[16]);
void opaque_write(int64_t id, char text[OPAQUE_LENGTH + 1]);
str  opaque_text(struct arena *arena, int64_t id);
/* Upper or lower case. False unless `text` is exactly what opaque_write gives for a positive id. */
bool opaque_read(str text, int64_t *id);
#endif
