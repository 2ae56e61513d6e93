/* Takes the folder of keys out of the daemon's sight. Landlock knows no refusal, only permissions: everything may be read that
 * stands beside a folder on the way from / to the keys, which leaves the keys alone. */
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "guichet/log.h"
#include "keys.h"

/* `folder` holds `name`, which stays in it. A name that cannot be allowed stays unreadable: no harm to the keys. */
static void
allow_one(int rules, int folder, const char *name)
{
	struct landlock_path_beneath_attr rule = { .allowed_access = LANDLOCK_ACCESS_FS_READ_FILE,
		.parent_fd = openat(folder, name, O_PATH | O_NOFOLLOW | O_CLOEXEC) };

	if (rule.parent_fd < 0)
		return;
	(void)syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
	close(rule.parent_fd);
}

static bool
allow_all_but(int rules, const char *folder, const char *hidden)
{
	DIR *list = opendir(folder);
	const struct dirent *entry;

	if (list == NULL)
		return false;
	while ((entry = readdir(list)) != NULL) {
		const str name = str_of(entry->d_name);

		if (!str_is(name, ".") && !str_is(name, "..") && !str_is(name, hidden))
			allow_one(rules, dirfd(list), entry->d_name);
	}
	closedir(list);
	return true;
}

/* `path` is absolute, without links, and is cut to pieces. */
static bool
allow_beside(int rules, char *path)
{
	char *slash = strrchr(path, '/');

	for (; slash != NULL; slash = strrchr(path, '/')) {
		*slash = '\0';
		if (!allow_all_but(rules, *path == '\0' ? "/" : path, slash + 1))
			return false;
	}
	return true;
}

/* Folders that are filled while the daemon runs. */
static void
make_folders(const char *var)
{
	static const char *const names[] = { "files", "spool" };
	char path[512];
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		snprintf(path, sizeof(path), "%s/%s", var, names[i]);
		(void)mkdir(path, 0700);
	}
}

void
seal_hide_keys(const struct config *config)
{
	const struct landlock_ruleset_attr reads = { .handled_access_fs = LANDLOCK_ACCESS_FS_READ_FILE };
	char folder[512];
	char *path;
	int rules;

	make_folders(config->var);
	keys_folder(config->var, folder);
	path = realpath(folder, NULL);
	rules = (int)syscall(SYS_landlock_create_ruleset, &reads, sizeof(reads), 0);
	if (path == NULL || rules < 0 || !allow_beside(rules, path) || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
	    syscall(SYS_landlock_restrict_self, rules, 0) != 0)
		log_event(LOG_WARN, "keys_not_hidden", NULL);
	if (rules >= 0)
		close(rules);
	free(path);
}
