/* The files of the keys. One lock on the folder, held for the few milliseconds of each step, makes daemons and commands that
 * share it take turns; each file appears under its name only when it is whole and on the disk. */
#include "keys.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define SECRET ".key"
#define PUBLIC ".public"

struct folder {
	char path[512];
	int  fd;
};

bool
keys_name_valid(str kid)
{
	size_t i;

	for (i = 0; i < kid.len; i++) {
		const char c = kid.at[i];

		if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_'))
			return false;
	}
	return kid.len > 0 && kid.len <= SEAL_KID;
}

void
keys_folder(const char *var, char path[512])
{
	snprintf(path, 512, "%s/keys", var);
}

static bool
refuse(const struct folder *folder, const char *name, const char *why)
{
	fprintf(stderr, "Clés du sceau : %s%s%s %s\n", folder->path, *name == '\0' ? "" : "/", name, why);
	return false;
}

static bool
refuse_errno(const struct folder *folder, const char *name, const char *what)
{
	char why[256];

	snprintf(why, sizeof(why), "%s (%s).", what, strerror(errno));
	return refuse(folder, name, why);
}

/* Opens and locks the folder, made when it does not exist: ours alone, or nothing. */
static bool
folder_open(struct folder *folder, const char *var)
{
	struct stat about;

	keys_folder(var, folder->path);
	(void)mkdir(var, 0755);
	if (mkdir(folder->path, 0700) != 0 && errno != EEXIST)
		return refuse_errno(folder, "", "ne peut pas être créé");
	folder->fd = open(folder->path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (folder->fd < 0)
		return refuse_errno(folder, "", "ne peut pas être lu");
	if (fstat(folder->fd, &about) == 0 && about.st_uid == geteuid() && (about.st_mode & 077) == 0 && flock(folder->fd, LOCK_EX) == 0)
		return true;
	close(folder->fd);
	return refuse(folder, "", "doit appartenir au compte du portail et n’être lisible que par lui (mode 0700).");
}

/* A file of 32 bytes, ours alone: a descriptor, or -1 with a sentence. */
static int
file_open(const struct folder *folder, const char *name)
{
	struct stat about;
	const int fd = openat(folder->fd, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);

	if (fd < 0) {
		refuse_errno(folder, name, "ne peut pas être lu");
		return -1;
	}
	if (fstat(fd, &about) != 0 || !S_ISREG(about.st_mode) || about.st_uid != geteuid() || (about.st_mode & 077) != 0)
		refuse(folder, name, "doit appartenir au compte du portail et n’être lisible que par lui (mode 0600).");
	else if (about.st_size != SEAL_KEY)
		refuse(folder, name, "doit contenir 32 octets exactement.");
	else
		return fd;
	close(fd);
	return -1;
}

static bool
file_read_key(const struct folder *folder, const char *name, unsigned char bytes[SEAL_KEY])
{
	const int fd = file_open(folder, name);
	const bool whole = fd >= 0 && read(fd, bytes, SEAL_KEY) == SEAL_KEY;

	if (fd >= 0)
		close(fd);
	return whole;
}

static bool
file_write_key(const struct folder *folder, const char *name, const unsigned char bytes[SEAL_KEY])
{
	static const char beside[] = "new";      /* what a crash left there is nobody's: we hold the lock */
	int fd;
	bool written;

	(void)unlinkat(folder->fd, beside, 0);
	fd = openat(folder->fd, beside, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (fd < 0)
		return refuse_errno(folder, name, "ne peut pas être écrit");
	written = write(fd, bytes, SEAL_KEY) == SEAL_KEY && fsync(fd) == 0;
	close(fd);
	if (written && renameat(folder->fd, beside, folder->fd, name) == 0 && fsync(folder->fd) == 0)
		return true;
	return refuse_errno(folder, name, "ne peut pas être écrit");
}

/* Every file that ends so, one call a name; false as soon as a call is. */
static bool
each(const struct folder *folder, const char *suffix, bool (*meet)(void *thing, const struct folder *folder, str kid), void *thing)
{
	const int fd = openat(folder->fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *list = fd < 0 ? NULL : fdopendir(fd);
	const struct dirent *entry;
	bool ok = list != NULL;

	if (list == NULL)
		return refuse_errno(folder, "", "ne peut pas être lu");
	while (ok && (entry = readdir(list)) != NULL) {
		str name = str_of(entry->d_name);

		if (!str_ends(name, str_of(suffix)))
			continue;
		name.len -= strlen(suffix);
		ok = keys_name_valid(name) ? meet(thing, folder, name) : refuse(folder, entry->d_name, "n’a pas un nom de clé.");
	}
	closedir(list);
	return ok;
}

static bool
meet_current(void *thing, const struct folder *folder, str kid)
{
	char *found = thing;

	if (*found != '\0')
		return refuse(folder, "", "contient plusieurs clés qui scellent (.key) : n’en laissez qu’une.");
	snprintf(found, SEAL_KID + 1, "%.*s", STR_ARGS(kid));
	return true;
}

/* The name of the one key that seals; empty when there is none. */
static bool
find_current(const struct folder *folder, char kid[SEAL_KID + 1])
{
	*kid = '\0';
	return each(folder, SECRET, meet_current, kid);
}

static const char *
file_name(char name[64], const char *kid, const char *suffix)
{
	snprintf(name, 64, "%s%s", kid, suffix);
	return name;
}

static bool
make_key(const struct folder *folder, char kid[SEAL_KID + 1])
{
	unsigned char seed[SEAL_KEY];
	const time_t now = time(NULL);
	struct tm day;
	char name[64];
	bool made;

	gmtime_r(&now, &day);
	do
		snprintf(kid, SEAL_KID + 1, "%d-%04x", day.tm_year + 1900, randombytes_uniform(0x10000));
	while (faccessat(folder->fd, file_name(name, kid, PUBLIC), F_OK, 0) == 0);
	randombytes_buf(seed, sizeof(seed));
	made = file_write_key(folder, file_name(name, kid, SECRET), seed);
	sodium_memzero(seed, sizeof(seed));
	return made;
}

bool
keys_open(const char *var, char kid[SEAL_KID + 1], int *seed)
{
	struct folder folder;
	char name[64];
	bool ok;

	*seed = -1;
	if (!folder_open(&folder, var))
		return false;
	ok = find_current(&folder, kid) && (*kid != '\0' || make_key(&folder, kid));
	if (ok)
		*seed = file_open(&folder, file_name(name, kid, SECRET));
	close(folder.fd);
	return *seed >= 0;
}

static bool
read_current(const struct folder *folder, struct seal_name *key)
{
	unsigned char seed[SEAL_KEY], secret[crypto_sign_SECRETKEYBYTES];
	char name[64];
	bool ok;

	if (!find_current(folder, key->kid))
		return false;
	if (*key->kid == '\0')
		return refuse(folder, "", "ne contient aucune clé : le premier démarrage du portail en fait une.");
	ok = file_read_key(folder, file_name(name, key->kid, SECRET), seed);
	if (ok)
		crypto_sign_seed_keypair(key->public_key, secret, seed);
	sodium_memzero(seed, sizeof(seed));
	sodium_memzero(secret, sizeof(secret));
	return ok;
}

bool
seal_current(const struct config *config, struct seal_name *key)
{
	struct folder folder;
	bool ok;

	if (!folder_open(&folder, config->var))
		return false;
	ok = read_current(&folder, key);
	close(folder.fd);
	return ok;
}

struct retired {
	struct arena     *arena;
	struct seal_name *names;
	size_t            count;
};

static bool
meet_retired(void *thing, const struct folder *folder, str kid)
{
	struct retired *all = thing;
	struct seal_name *more = arena_array(all->arena, all->count + 1, sizeof(*more));
	char name[64];

	if (all->count > 0)
		memcpy(more, all->names, all->count * sizeof(*more));
	all->names = more;
	snprintf(more[all->count].kid, sizeof(more->kid), "%.*s", STR_ARGS(kid));
	/* A rotation that was cut short: the seed is still there, the key still seals. */
	if (faccessat(folder->fd, file_name(name, more[all->count].kid, SECRET), F_OK, 0) == 0)
		return true;
	return file_read_key(folder, file_name(name, more[all->count].kid, PUBLIC), more[all->count].public_key) && ++all->count > 0;
}

bool
seal_retired(const struct config *config, struct arena *arena, const struct seal_name **names, size_t *count)
{
	struct retired all = { .arena = arena };
	struct folder folder;
	bool ok;

	if (!folder_open(&folder, config->var))
		return false;
	ok = each(&folder, PUBLIC, meet_retired, &all);
	close(folder.fd);
	*names = all.names;
	*count = all.count;
	return ok;
}

/* In this order a crash leaves either the former key as it was, or none, and then the next start makes one. */
bool
seal_rotate(const struct config *config)
{
	struct seal_name former;
	struct folder folder;
	char name[64], kid[SEAL_KID + 1];
	bool ok;

	if (!folder_open(&folder, config->var))
		return false;
	ok = read_current(&folder, &former) && file_write_key(&folder, file_name(name, former.kid, PUBLIC), former.public_key);
	if (ok && (unlinkat(folder.fd, file_name(name, former.kid, SECRET), 0) != 0 || fsync(folder.fd) != 0))
		ok = refuse_errno(&folder, name, "ne peut pas être retirée");
	ok = ok && make_key(&folder, kid);
	close(folder.fd);
	return ok;
}
