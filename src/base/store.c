/* The store of files (guichet/store.h): written beside, flushed, then renamed, so that a name never stands for half a file. */
#include "guichet/store.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[480] = "var/files";

void
store_begin(const char *var)
{
	snprintf(folder, sizeof(folder), "%s/files", var);
}

str
store_name(struct arena *arena, str bytes)
{
	unsigned char hash[crypto_hash_sha256_BYTES];
	char *hex = arena_alloc(arena, 2 * sizeof(hash) + 1);

	crypto_hash_sha256(hash, (const unsigned char *)bytes.at, bytes.len);
	sodium_bin2hex(hex, 2 * sizeof(hash) + 1, hash, sizeof(hash));
	return (str){ hex, 2 * sizeof(hash) };
}

/* False unless it is a name that store_name gave: it becomes a path. */
static bool
name_valid(str name)
{
	size_t i;

	for (i = 0; i < name.len; i++)
		if (!((name.at[i] >= '0' && name.at[i] <= '9') || (name.at[i] >= 'a' && name.at[i] <= 'f')))
			return false;
	return name.len == 64;
}

static bool
make_folder(const char *path)
{
	return mkdir(path, 0700) == 0 || errno == EEXIST;
}

static bool
write_all(int fd, str bytes, bool sync)
{
	while (bytes.len > 0) {
		const ssize_t put = write(fd, bytes.at, bytes.len < (1u << 24) ? bytes.len : 1u << 24);

		if (put < 0 && errno == EINTR)
			continue;
		if (put <= 0)
			return false;
		bytes = str_skip(bytes, (size_t)put);
	}
	return !sync || fsync(fd) == 0;
}

static bool
sync_folder(const char *path)
{
	const int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	const bool done = fd >= 0 && fsync(fd) == 0;

	if (fd >= 0)
		close(fd);
	return done;
}

static bool
put(struct arena *arena, str name, str bytes, bool sync)
{
	struct stat about;

	if (!name_valid(name))
		return false;
	const char *first = arena_format(arena, "%s/%.2s", folder, name.at).at;
	const char *second = arena_format(arena, "%s/%.2s", first, name.at + 2).at;
	const char *path = arena_format(arena, "%s/%.*s", second, STR_ARGS(name)).at;
	char *beside = (char *)(uintptr_t)arena_format(arena, "%s/new-XXXXXX", second).at;

	if (stat(path, &about) == 0 && (size_t)about.st_size == bytes.len)
		return true;
	if (!make_folder(folder) || !make_folder(first) || !make_folder(second))
		return false;
	const int fd = mkostemp(beside, O_CLOEXEC);

	if (fd < 0)
		return false;
	const bool written = write_all(fd, bytes, sync);

	close(fd);
	if (written && rename(beside, path) == 0)
		return !sync || sync_folder(second);
	unlink(beside);
	return false;
}

bool
store_put(struct arena *arena, str name, str bytes)
{
	return put(arena, name, bytes, true);
}

bool
store_put_soon(struct arena *arena, str name, str bytes)
{
	return put(arena, name, bytes, false);
}

int
store_open(struct arena *arena, str name)
{
	if (!name_valid(name))
		return -1;
	return open(arena_format(arena, "%s/%.2s/%.2s/%.*s", folder, name.at, name.at + 2, STR_ARGS(name)).at, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
}
