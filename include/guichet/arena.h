/* Memory that lives as long as one request. Nobody frees a piece of it; the owner frees the whole.
 * Pieces not handed out are poisoned under AddressSanitizer. An arena belongs to one thread at a time.
 * When the system has no memory left the process logs one line and aborts: every write is idempotent and
 * the supervisor starts it again (docs/decisions.md). */
#ifndef GUICHET_ARENA_H
#define GUICHET_ARENA_H
#include <stdarg.h>

#include "guichet/str.h"

struct arena;

struct arena *arena_new(void);
void          arena_free(struct arena *arena);   /* runs the deferred calls, last first; NULL is allowed */
void          arena_reset(struct arena *arena);  /* the same, and keeps the first block for the next request */

/* Zeroed, aligned on 16 bytes, never NULL. */
void *arena_alloc(struct arena *arena, size_t size);
/* `count` things of `size` bytes; aborts on overflow. */
void *arena_array(struct arena *arena, size_t count, size_t size);
/* Copies end with a NUL that is not counted in len. A copy of an absent string is absent. */
str   arena_copy(struct arena *arena, str s);
str   arena_format(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3), nonnull(2)));
/* As French writes it: "12 345 678", with no-break spaces; a minus before a negative one. */
str arena_number(struct arena *arena, int64_t n);
str   arena_vformat(struct arena *arena, const char *format, va_list args) __attribute__((format(printf, 2, 0), nonnull(2)));
/* Joins the parts; absent parts count as empty. */
str   arena_join(struct arena *arena, const str *parts, size_t count);
/* release(thing) is called when the arena is reset or freed. */
void  arena_defer(struct arena *arena, void (*release)(void *), void *thing);
size_t arena_used(const struct arena *arena);    /* bytes handed out, for tests and metrics */
#endif
