/* Growing text with its origins, and the list of complaints (build.h). */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE   /* memmem */
#endif
#include "build.h"

enum { COMPLAINTS_MOST = 200 };

/* Room for one more thing of `size` bytes: the array doubles, and the arena keeps the old one until it is freed. */
static void *
grow(struct arena *arena, const void *old, size_t count, size_t *room, size_t needed, size_t size)
{
	size_t wanted = *room == 0 ? 64 : *room;
	void  *new;

	while (wanted < needed)
		wanted *= 2;
	new = arena_array(arena, wanted, size);
	if (count > 0)
		memcpy(new, old, count * size);
	*room = wanted;
	return new;
}

void
build_put(struct writer *writer, str text)
{
	if (text.len == 0)
		return;
	if (writer->len + text.len > writer->room)
		writer->at = grow(writer->arena, writer->at, writer->len, &writer->room, writer->len + text.len, 1);
	memcpy(writer->at + writer->len, text.at, text.len);
	writer->len += text.len;
}

void
build_put_piece(struct writer *writer, struct piece piece)
{
	if (piece.text.len == 0)
		return;
	if (writer->origin_count == writer->origin_room)
		writer->origins = grow(writer->arena, writer->origins, writer->origin_count, &writer->origin_room,
		                       writer->origin_count + 1, sizeof(struct origin));
	writer->origins[writer->origin_count++] =
		(struct origin){ .at = writer->len, .file = piece.file, .line = piece.line };
	build_put(writer, piece.text);
}

str
build_text(const struct writer *writer)
{
	return (str){ .at = writer->at != NULL ? writer->at : "", .len = writer->len };
}

static size_t
lines_in(const char *at, size_t len)
{
	size_t      count = 0;
	const char *end = at + len;

	while (at < end && (at = memchr(at, '\n', (size_t)(end - at))) != NULL) {
		count++;
		at++;
	}
	return count;
}

struct piece
build_origin(const struct writer *writer, size_t at)
{
	size_t               low = 0, high = writer->origin_count;
	const struct origin *origin;

	if (high == 0)
		return (struct piece){ .file = STR("?"), .line = 0 };
	while (high - low > 1) {
		const size_t middle = low + (high - low) / 2;

		if (writer->origins[middle].at <= at)
			low = middle;
		else
			high = middle;
	}
	origin = &writer->origins[low];
	if (at > writer->len)
		at = writer->len;
	return (struct piece){ .file = origin->file,
		               .line = origin->line + lines_in(writer->at + origin->at, at - origin->at) };
}

struct piece
build_take(struct piece *rest, size_t n)
{
	struct piece taken = *rest;

	if (n > rest->text.len)
		n = rest->text.len;
	if (n == 0) {
		taken.text.len = 0;
		return taken;
	}
	taken.text.len = n;
	rest->line += lines_in(rest->text.at, n);
	rest->text.at += n;
	rest->text.len -= n;
	return taken;
}

void
build_complain(struct complaints *complaints, struct piece where, const char *format, ...)
{
	struct arena *arena = complaints->writer.arena;
	const str     before = build_text(&complaints->writer);
	va_list       args;
	str           sentence, line;

	complaints->count++;
	if (complaints->count > COMPLAINTS_MOST)
		return;
	va_start(args, format);
	sentence = arena_vformat(arena, format, args);
	va_end(args);
	line = where.line > 0
	               ? arena_format(arena, "%.*s:%zu: %.*s\n", STR_ARGS(where.file), where.line, STR_ARGS(sentence))
	               : arena_format(arena, "%.*s: %.*s\n", STR_ARGS(where.file), STR_ARGS(sentence));
	if (before.len == 0 || memmem(before.at, before.len, line.at, line.len) == NULL)
		build_put(&complaints->writer, line);
}
