/* Memory of one request: blocks handed out from front to back, wiped and given back all at once.
 *
 * The first block (16 kB) holds the arena itself and is kept by arena_reset, so that a usual request calls the
 * allocator not once. Following blocks double up to 256 kB; a big thing gets a block of its own. Blocks are zero when
 * they come and what was handed out is wiped when it goes: a password does not outlive its request. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "guichet/arena.h"
#include "guichet/log.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_POISON 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__)
#define ARENA_POISON 1
#endif

#ifdef ARENA_POISON
#include <sanitizer/asan_interface.h>
#define POISON(at, size)   ASAN_POISON_MEMORY_REGION((at), (size))
#define UNPOISON(at, size) ASAN_UNPOISON_MEMORY_REGION((at), (size))
#define GAP 16u    /* poisoned bytes between two pieces */
#else
#define POISON(at, size)   ((void)(at), (void)(size))
#define UNPOISON(at, size) ((void)(at), (void)(size))
#define GAP 0u
#endif

#define ALIGN       16u
#define FIRST_BLOCK ((size_t)16 * 1024)
#define MOST_BLOCK  ((size_t)256 * 1024)

struct block {
	struct block *before;
	size_t        size, used;    /* of `bytes` */
	_Alignas(ALIGN) unsigned char bytes[];
};

struct deferred {
	struct deferred *before;
	void           (*release)(void *);
	void            *thing;
};

struct arena {
	struct block    *block;    /* the one being handed out; `before` leads to the first */
	struct block    *first;
	struct deferred *deferred;
	size_t           next_size, handed_out;
};

_Static_assert(sizeof(struct block) % ALIGN == 0, "pieces are aligned");

static size_t
round_up(size_t size)
{
	return (size + (ALIGN - 1)) & ~(size_t)(ALIGN - 1);
}

static const size_t FIRST_USED = (sizeof(struct arena) + ALIGN - 1) / ALIGN * ALIGN;

static _Noreturn void
out_of_memory(void)
{
	log_event(LOG_ERROR, "out_of_memory", NULL);
	abort();
}

static struct block *
block_new(size_t size)
{
	struct block *block = calloc(1, sizeof *block + size);

	if (block == NULL)
		out_of_memory();
	block->size = size;
	POISON(block->bytes, size);
	return block;
}

static void
block_wipe(struct block *block, size_t keep)
{
	UNPOISON(block->bytes, block->size);
	explicit_bzero(block->bytes + keep, block->used - keep);
	block->used = keep;
}

struct arena *
arena_new(void)
{
	struct block *first = block_new(FIRST_BLOCK - sizeof *first);
	struct arena *arena = (struct arena *)(void *)first->bytes;

	UNPOISON(first->bytes, FIRST_USED);
	first->used = FIRST_USED;
	*arena = (struct arena){ .block = first, .first = first, .next_size = 2 * FIRST_BLOCK };
	return arena;
}

/* Leaves the first block alone, with nothing handed out. */
static void
arena_empty(struct arena *arena)
{
	while (arena->deferred != NULL) {
		const struct deferred last = *arena->deferred;

		arena->deferred = last.before;
		last.release(last.thing);
	}
	while (arena->block != NULL) {
		struct block *block = arena->block;

		arena->block = block->before;
		if (block == arena->first)
			continue;
		block_wipe(block, 0);
		free(block);
	}
	block_wipe(arena->first, FIRST_USED);
	POISON(arena->first->bytes + FIRST_USED, arena->first->size - FIRST_USED);
	arena->first->before = NULL;
	arena->block = arena->first;
	arena->next_size = 2 * FIRST_BLOCK;
	arena->handed_out = 0;
}

void
arena_reset(struct arena *arena)
{
	arena_empty(arena);
}

void
arena_free(struct arena *arena)
{
	if (arena == NULL)
		return;
	arena_empty(arena);
	struct block *first = arena->first;
	UNPOISON(first->bytes, first->size);
	free(first);
}

/* A block with room for `need` bytes. One for a big thing goes behind the current block, which stays in use. */
static struct block *
block_for(struct arena *arena, size_t need)
{
	if (need <= arena->block->size - arena->block->used)
		return arena->block;
	if (need > MOST_BLOCK / 4) {
		struct block *alone = block_new(need);

		alone->before = arena->block->before;
		arena->block->before = alone;
		return alone;
	}
	while (arena->next_size - sizeof(struct block) < need)
		arena->next_size *= 2;

	struct block *block = block_new(arena->next_size - sizeof(struct block));

	block->before = arena->block;
	arena->block = block;
	if (arena->next_size < MOST_BLOCK)
		arena->next_size *= 2;
	return block;
}

void *
arena_alloc(struct arena *arena, size_t size)
{
	if (size > SIZE_MAX / 4)
		out_of_memory();
	const size_t  need = round_up(size > 0 ? size : 1) + GAP;
	struct block *block = block_for(arena, need);
	unsigned char *piece = block->bytes + block->used;

	block->used += need;
	arena->handed_out += size;
	UNPOISON(piece, size);
	return piece;
}

void *
arena_array(struct arena *arena, size_t count, size_t size)
{
	size_t total;

	if (__builtin_mul_overflow(count, size, &total))
		out_of_memory();
	return arena_alloc(arena, total);
}

str
arena_copy(struct arena *arena, str s)
{
	if (s.at == NULL)
		return NO_STR;
	char *copy = arena_alloc(arena, s.len + 1);

	memcpy(copy, s.at, s.len);
	return (str){ .at = copy, .len = s.len };
}

str
arena_vformat(struct arena *arena, const char *format, va_list args)
{
	char    near[256];      /* most texts are short: formatted once */
	va_list again;

	va_copy(again, args);
	const int len = vsnprintf(near, sizeof near, format, args);
	if (len < 0)
		out_of_memory();
	char *text = arena_alloc(arena, (size_t)len + 1);
	if ((size_t)len < sizeof near)
		memcpy(text, near, (size_t)len + 1);
	else
		(void)vsnprintf(text, (size_t)len + 1, format, again);
	va_end(again);
	return (str){ .at = text, .len = (size_t)len };
}

str
arena_format(struct arena *arena, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	const str text = arena_vformat(arena, format, args);
	va_end(args);
	return text;
}

str
arena_join(struct arena *arena, const str *parts, size_t count)
{
	size_t total = 0;

	for (size_t i = 0; i < count; i++)
		if (__builtin_add_overflow(total, parts[i].len, &total))
			out_of_memory();

	char  *text = arena_alloc(arena, total + 1);
	size_t at = 0;

	for (size_t i = 0; i < count; i++) {
		if (parts[i].len > 0)
			memcpy(text + at, parts[i].at, parts[i].len);
		at += parts[i].len;
	}
	return (str){ .at = text, .len = total };
}

void
arena_defer(struct arena *arena, void (*release)(void *), void *thing)
{
	struct deferred *deferred = arena_alloc(arena, sizeof *deferred);

	*deferred = (struct deferred){ .before = arena->deferred, .release = release, .thing = thing };
	arena->deferred = deferred;
}

size_t
arena_used(const struct arena *arena)
{
	return arena->handed_out;
}

static str
number_of(struct arena *arena, uint64_t n)
{
	return n < 1000 ? arena_format(arena, "%" PRIu64, n) : arena_format(arena, "%.*s\u00a0%03" PRIu64, STR_ARGS(number_of(arena, n / 1000)), n % 1000);
}

str
arena_number(struct arena *arena, int64_t n)
{
	return n < 0 ? arena_format(arena, "−\u00a0%.*s", STR_ARGS(number_of(arena, -(uint64_t)n))) : number_of(arena, (uint64_t)n);
}
