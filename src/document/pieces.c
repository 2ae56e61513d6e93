/* A partner's ZIP (guichet/pieces.h). What the directory declares is judged here; the content is unpacked by Python's zipfile in the
 * inspector's cage, which writes each entry behind its length: an entry that unpacks to more than it declared ends it. */
#define _GNU_SOURCE
#include "guichet/pieces.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "guichet/inspect.h"
#include "zipdir.h"

#define WHOLE_MOST (60u * 1024 * 1024)
#define RATIO_MOST 200u
#define SMALL      (256u * 1024)

static const char PROGRAM[] =
	"import io, sys, zipfile\n"
	"out = sys.stdout.buffer\n"
	"archive = zipfile.ZipFile(io.BytesIO(open('/dev/stdin', 'rb').read()))\n"
	"for entry in archive.infolist():\n"
	"\tif entry.filename.endswith('/'):\n"
	"\t\tcontinue\n"
	"\tdata = archive.open(entry).read(entry.file_size + 1)\n"
	"\tif len(data) != entry.file_size:\n"
	"\t\tsys.exit(3)\n"
	"\tout.write(len(data).to_bytes(8, 'little') + data)\n";
static const char *const UNPACKER[] = { "/usr/bin/python3", "-I", "-S", "-B", "-X", "utf8", "-c", PROGRAM, NULL };
static const struct inspect_limits LIMITS = { .cpu_seconds = 8, .wall_seconds = 10, .memory = 512UL << 20, .output = WHOLE_MOST + 16 * PIECES_MOST };

static struct problem
fault(const char *text, str name)
{
	struct problem problem = problem_input("documents", text);

	problem.detail = name;
	return problem;
}

/* As it may be shown: its last part, in UTF-8, 120 bytes at most. */
static str
shown(struct arena *arena, str path)
{
	str name = path;
	size_t i;

	for (i = 0; i < path.len; i++)
		if (path.at[i] == '/')
			name = (str){ path.at + i + 1, path.len - i - 1 };
	if (!utf8_valid(name) || memchr(name.at, '\0', name.len) != NULL)
		return STR("piece");
	while (name.len > 120 || (name.len > 0 && name.len < path.len && ((unsigned char)name.at[name.len] & 0xc0) == 0x80 && name.at + name.len < path.at + path.len))
		name.len--;
	char *copy = arena_alloc(arena, name.len + 1);

	for (i = 0; i < name.len; i++)
		copy[i] = (unsigned char)name.at[i] < 0x20 || name.at[i] == 0x7f ? ' ' : name.at[i];
	return (str){ copy, name.len };
}

static const char *
kind_of(str name, str bytes)
{
	static const struct { const char *type, *magic; size_t size; const char *ends[2]; } KINDS[] = {
		{ "application/pdf", "%PDF-", 5, { ".pdf", ".pdf" } },
		{ "image/jpeg", "\xff\xd8\xff", 3, { ".jpg", ".jpeg" } },
		{ "image/png", "\x89PNG\r\n\x1a\n", 8, { ".png", ".png" } },
	};
	size_t i, e;

	for (i = 0; i < sizeof(KINDS) / sizeof(KINDS[0]); i++)
		for (e = 0; e < 2 && bytes.len >= KINDS[i].size && memcmp(bytes.at, KINDS[i].magic, KINDS[i].size) == 0; e++) {
			const str end = str_of(KINDS[i].ends[e]);

			if (name.len > end.len && str_same(str_skip(name, name.len - end.len), end))
				return KINDS[i].type;
		}
	return NULL;
}

static struct problem
look_entry(struct arena *arena, const struct zip_entry *e, uint64_t *whole)
{
	const str name = shown(arena, e->name);

	if (e->crypt)
		return fault("pieces.encrypted", name);
	if (e->strange)
		return fault("pieces.name", name);
	if (e->whole > WHOLE_MOST || (*whole += e->whole) > WHOLE_MOST || (e->whole > SMALL && e->whole / RATIO_MOST > e->packed))
		return fault("pieces.bomb", name);
	return NO_PROBLEM;
}

struct problem
pieces_look(struct arena *arena, str zip, size_t *count)
{
	struct zip_walk walk;
	struct zip_entry e;
	uint64_t whole = 0;

	*count = 0;
	if (!zip_begin(&walk, zip))
		return fault("pieces.broken", NO_STR);
	if (walk.entries > 4 * PIECES_MOST)
		return fault("pieces.too_many", NO_STR);
	while (zip_next(&walk, &e)) {
		const struct problem problem = look_entry(arena, &e, &whole);

		if (problem.kind != PROBLEM_NONE)
			return problem;
		if (!str_ends(e.name, STR("/")) && ++*count > PIECES_MOST)
			return fault("pieces.too_many", NO_STR);
	}
	if (!zip_whole(&walk))
		return fault("pieces.broken", NO_STR);
	return *count == 0 ? fault("pieces.none", NO_STR) : NO_PROBLEM;
}

static int
sealed_copy(str bytes)
{
	const int fd = memfd_create("pieces", MFD_CLOEXEC | MFD_ALLOW_SEALING);
	size_t done = 0;

	while (fd >= 0 && done < bytes.len) {
		const ssize_t put = write(fd, bytes.at + done, bytes.len - done);

		if (put <= 0) {
			close(fd);
			return -1;
		}
		done += (size_t)put;
	}
	if (fd >= 0)
		(void)fcntl(fd, F_ADD_SEALS, F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE);
	return fd;
}

static void
unmap(void *thing)
{
	str *map = thing;

	munmap((void *)(uintptr_t)map->at, map->len);
}

/* What the unpacker wrote, mapped from memory that nobody else has. */
static enum inspect_end
run(struct arena *arena, str zip, str *out)
{
	const int in = sealed_copy(zip), to = memfd_create("unpacked", MFD_CLOEXEC);
	enum inspect_end end = in < 0 || to < 0 ? INSPECT_ABSENT : inspect_run(UNPACKER, in, to, &LIMITS);
	const off_t size = to < 0 ? -1 : lseek(to, 0, SEEK_END);
	void *map = end == INSPECT_OK && size > 0 ? mmap(NULL, (size_t)size, PROT_READ, MAP_PRIVATE, to, 0) : MAP_FAILED;

	if (in >= 0)
		close(in);
	if (to >= 0)
		close(to);
	if (map == MAP_FAILED)
		return end == INSPECT_OK ? INSPECT_FAILED : end;
	str *kept = arena_alloc(arena, sizeof(*kept));

	*out = *kept = (str){ map, (size_t)size };
	arena_defer(arena, unmap, kept);
	return end;
}

static bool
next_length(str *out, size_t *length)
{
	uint64_t value = 0;
	size_t i;

	if (out->len < 8)
		return false;
	for (i = 0; i < 8; i++)
		value |= (uint64_t)(unsigned char)out->at[i] << (8 * i);
	*out = str_skip(*out, 8);
	*length = (size_t)value;
	return value <= out->len;
}

struct problem
pieces_unpack(struct arena *arena, str zip, struct piece *pieces, size_t *count)
{
	struct zip_walk walk;
	struct zip_entry e;
	size_t expected, n = 0, length;
	struct problem problem = pieces_look(arena, zip, &expected);
	str out = NO_STR;

	*count = 0;
	if (problem.kind != PROBLEM_NONE)
		return problem;
	switch (run(arena, zip, &out)) {
	case INSPECT_OK:
		break;
	case INSPECT_ABSENT:
		return problem_of(PROBLEM_BUSY, "problem.busy");
	case INSPECT_FLOOD:
	case INSPECT_LATE:
		return fault("pieces.bomb", NO_STR);
	case INSPECT_FAILED:
		return fault("pieces.broken", NO_STR);
	}
	zip_begin(&walk, zip);
	while (zip_next(&walk, &e)) {
		if (str_ends(e.name, STR("/")))
			continue;
		if (n == expected || !next_length(&out, &length) || length != e.whole)
			return fault("pieces.broken", shown(arena, e.name));
		pieces[n] = (struct piece){ shown(arena, e.name), NULL, { out.at, length } };
		pieces[n].type = kind_of(pieces[n].name, pieces[n].bytes);
		if (pieces[n].type == NULL)
			return fault("pieces.kind", pieces[n].name);
		out = str_skip(out, length);
		n++;
	}
	*count = n;
	return out.len == 0 && n == expected ? NO_PROBLEM : fault("pieces.broken", NO_STR);
}
