/* The signer: seals that open, from many threads; its death; what it cannot do; its files and who may read them. */
#define _GNU_SOURCE
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <pthread.h>
#include <signal.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ptrace.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "guichet/log.h"
#include "guichet/seal.h"

static char var[64], keys[80];
static struct config config = { .var = var };

static int
fresh_var(void **state)
{
	(void)state;
	snprintf(var, sizeof(var), "/tmp/guichet-seal-XXXXXX");
	if (mkdtemp(var) == NULL)
		return -1;
	snprintf(keys, sizeof(keys), "%s/keys", var);
	return 0;
}

static void
each_file(void (*meet)(const char *path, void *thing), void *thing)
{
	DIR *list = opendir(keys);
	const struct dirent *entry;

	while (list != NULL && (entry = readdir(list)) != NULL) {
		char path[400];

		snprintf(path, sizeof(path), "%s/%s", keys, entry->d_name);
		if (entry->d_name[0] != '.')
			meet(path, thing);
	}
	if (list != NULL)
		closedir(list);
}

static void
remove_one(const char *path, void *thing)
{
	(void)thing;
	(void)unlink(path);
}

static int
drop_var(void **state)
{
	char path[96];

	(void)state;
	seal_end();
	each_file(remove_one, NULL);
	(void)rmdir(keys);
	snprintf(path, sizeof(path), "%s/files", var);
	(void)rmdir(path);
	snprintf(path, sizeof(path), "%s/spool", var);
	(void)rmdir(path);
	return rmdir(var);
}

static void
count_one(const char *path, void *thing)
{
	struct stat about;
	int *count = thing;

	assert_int_equal(stat(path, &about), 0);
	assert_int_equal(about.st_mode & 0777, 0600);
	assert_int_equal(about.st_size, SEAL_KEY);
	++*count;
}

static int
files_count(void)
{
	int count = 0;

	each_file(count_one, &count);
	return count;
}

/* A seal of this payload opens with the key that the signer named. */
static bool
seals(str payload)
{
	struct arena *arena = arena_new();
	unsigned char public_key[SEAL_KEY];
	const str jws = seal_sign(arena, payload);
	str kid, opened = NO_STR;
	const bool good = jws.at != NULL && seal_key(&kid, public_key) && str_eq(seal_kid_of(arena, jws), kid) &&
	                  seal_open(arena, jws, public_key, &opened) == SEAL_GOOD && str_eq(opened, payload);

	arena_free(arena);
	return good;
}

/* Children of `parent` by /proc: the signer is a grandchild, the keeper a child. */
static pid_t
child_of(pid_t parent)
{
	char path[80], text[40] = "";
	int fd;

	snprintf(path, sizeof(path), "/proc/%d/task/%d/children", (int)parent, (int)parent);
	fd = open(path, O_RDONLY);
	assert_true(fd >= 0 && read(fd, text, sizeof(text) - 1) >= 0);
	close(fd);
	return (pid_t)strtol(text, NULL, 10);
}

static void
makes_a_key_and_seals(void **state)
{
	static char most[SEAL_PAYLOAD + 1];
	unsigned char public_key[SEAL_KEY];
	struct arena *arena = arena_new();
	struct stat about;
	str kid;

	(void)state;
	assert_false(seal_key(&kid, public_key));
	assert_null(seal_sign(arena, STR("{}")).at);
	assert_true(seal_begin(&config));
	assert_int_equal(stat(keys, &about), 0);
	assert_int_equal(about.st_mode & 0777, 0700);
	assert_int_equal(files_count(), 1);
	assert_true(seals(STR("{\"v\":1,\"c\":\"7K3M9QXTB2WD\"}")));
	assert_true(seals(STR("")));
	memset(most, 'x', sizeof(most));
	assert_true(seals((str){ most, SEAL_PAYLOAD }));
	assert_null(seal_sign(arena, (str){ most, SEAL_PAYLOAD + 1 }).at);
	assert_null(seal_sign(arena, NO_STR).at);
	assert_false(seal_begin(&config));
	seal_end();
	assert_null(seal_sign(arena, STR("{}")).at);
	/* Started again: the same key. */
	struct seal_name name;

	assert_true(seal_current(&config, &name));
	assert_true(seal_begin(&config));
	assert_true(seal_key(&kid, public_key));
	assert_true(str_is(kid, name.kid));
	assert_memory_equal(public_key, name.public_key, SEAL_KEY);
	assert_int_equal(files_count(), 1);
	arena_free(arena);
}

static void *
many(void *thing)
{
	int *good = thing;
	char payload[80];
	int i;

	for (i = 0; i < 200; i++) {
		snprintf(payload, sizeof(payload), "{\"n\":%d,\"t\":\"%p\"}", i, thing);
		*good += seals(str_of(payload));
	}
	return NULL;
}

static void
many_threads_at_once(void **state)
{
	pthread_t threads[8];
	int good[8] = { 0 };
	size_t i;

	(void)state;
	assert_true(seal_begin(&config));
	for (i = 0; i < 8; i++)
		assert_int_equal(pthread_create(&threads[i], NULL, many, &good[i]), 0);
	for (i = 0; i < 8; i++) {
		pthread_join(threads[i], NULL);
		assert_int_equal(good[i], 200);
	}
}

static void
a_signer_that_dies_is_replaced(void **state)
{
	pid_t keeper, first;

	(void)state;
	assert_true(seal_begin(&config));
	keeper = child_of(getpid());
	first = child_of(keeper);
	assert_true(first > 0);
	assert_int_equal(kill(first, SIGKILL), 0);
	/* The question is put to the next signer, a second away, whether the first took it with it or not. */
	assert_true(seals(STR("{\"after\":1}")));
	assert_int_not_equal(child_of(keeper), first);
	/* The key's file gone meanwhile (a rotation): the signer that runs and the ones after it keep theirs. */
	each_file(remove_one, NULL);
	assert_int_equal(kill(child_of(keeper), SIGKILL), 0);
	assert_true(seals(STR("{\"after\":2}")));
	/* The keeper dies, the signer with it: absent, never a wrong seal. */
	assert_int_equal(kill(keeper, SIGKILL), 0);
	usleep(100000);
	assert_false(seals(STR("{\"after\":3}")));
}

/* Ours dies without a word: so do they. */
static void
they_die_with_the_daemon(void **state)
{
	int ends[2];
	pid_t child, both[2] = { 0, 0 };
	int tries, left = 2;

	(void)state;
	assert_int_equal(pipe(ends), 0);
	child = fork();
	if (child == 0) {
		pid_t mine[2];

		if (!seal_begin(&config))
			_exit(1);
		mine[0] = child_of(getpid());
		mine[1] = child_of(mine[0]);
		(void)!write(ends[1], mine, sizeof(mine));
		pause();
		_exit(0);
	}
	assert_int_equal(read(ends[0], both, sizeof(both)), sizeof(both));
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
	for (tries = 0; tries < 100 && left > 0; tries++) {
		left = 0;
		for (size_t i = 0; i < 2; i++) {
			char path[40], text[200] = "";

			/* One that nobody collects (this process is not its parent) stays as a zombie: dead all the same. */
			snprintf(path, sizeof(path), "/proc/%d/stat", (int)both[i]);
			const int fd = open(path, O_RDONLY);

			if (fd >= 0 && read(fd, text, sizeof(text) - 1) > 0 && strstr(text, ") Z") == NULL && strstr(text, ") X") == NULL)
				left++;
			if (fd >= 0)
				close(fd);
		}
		usleep(20000);
	}
	assert_int_equal(left, 0);
	close(ends[0]);
	close(ends[1]);
}

/* No signal of the supervisor stops it before the daemon: only the end of the socket does. */
static void
it_seals_until_the_daemon_ends(void **state)
{
	pid_t keeper, child;

	(void)state;
	assert_true(seal_begin(&config));
	keeper = child_of(getpid());
	child = child_of(keeper);
	kill(keeper, SIGTERM);
	kill(child, SIGTERM);
	kill(child, SIGINT);
	kill(keeper, SIGINT);
	assert_true(seals(STR("{\"still\":1}")));
	assert_int_equal(child_of(keeper), child);
	seal_end();
	assert_int_equal(kill(keeper, 0), -1);
}

static void
status_says(pid_t pid, const char *line)
{
	char path[40], text[4000] = "";
	int fd;

	snprintf(path, sizeof(path), "/proc/%d/status", (int)pid);
	fd = open(path, O_RDONLY);
	assert_true(fd >= 0 && read(fd, text, sizeof(text) - 1) > 0);
	close(fd);
	if (strstr(text, line) == NULL)
		fail_msg("%s does not say %s", path, line);
}

static int
descriptors_of(pid_t pid)
{
	char path[40];
	DIR *list;
	int count = 0;

	snprintf(path, sizeof(path), "/proc/%d/fd", (int)pid);
	list = opendir(path);
	while (list != NULL && readdir(list) != NULL)
		count++;
	if (list != NULL)
		closedir(list);
	return count - 2;
}

/* The signer as the kernel sees it: filtered calls, no gain, nothing open but the socket. */
static void
the_cage_is_closed(void **state)
{
	pid_t keeper, child;

	(void)state;
	assert_true(seal_begin(&config));
	keeper = child_of(getpid());
	child = child_of(keeper);
	status_says(child, "NoNewPrivs:\t1");
	status_says(child, "Seccomp:\t2");
	status_says(keeper, "NoNewPrivs:\t1");
	if (geteuid() == 0) {                              /* not even its own account looks into it: root does */
		assert_int_equal(descriptors_of(child), 1);
		assert_int_equal(descriptors_of(keeper), 2);
	} else
		assert_int_equal(descriptors_of(child), -2);
}

static bool
begins(void)
{
	const bool yes = seal_begin(&config);

	seal_end();
	return yes;
}

static void
loosen(const char *path, void *thing)
{
	assert_int_equal(chmod(path, *(const mode_t *)thing), 0);
}

static void
cut_short(const char *path, void *thing)
{
	(void)thing;
	assert_int_equal(truncate(path, 31), 0);
}

static void
a_key_that_others_may_read_is_refused(void **state)
{
	static const mode_t modes[] = { 0640, 0604, 0660, 0644 }, right = 0600;
	size_t i;

	(void)state;
	assert_true(begins());
	for (i = 0; i < sizeof(modes) / sizeof(modes[0]); i++) {
		each_file(loosen, (void *)(uintptr_t)&modes[i]);
		assert_false(begins());
	}
	each_file(loosen, (void *)(uintptr_t)&right);
	assert_true(begins());
	assert_int_equal(chmod(keys, 0755), 0);
	assert_false(begins());
	assert_int_equal(chmod(keys, 0700), 0);
	each_file(cut_short, NULL);
	assert_false(begins());
}

static void
two_keys_that_seal_are_refused(void **state)
{
	char path[120];
	int fd;

	(void)state;
	assert_true(begins());
	snprintf(path, sizeof(path), "%s/zz.key", keys);
	fd = open(path, O_WRONLY | O_CREAT, 0600);
	assert_int_equal(write(fd, "01234567890123456789012345678901", SEAL_KEY), SEAL_KEY);
	close(fd);
	assert_false(begins());
	assert_int_equal(unlink(path), 0);
	/* A link is not a key. */
	assert_true(begins());
	each_file(remove_one, NULL);
	assert_int_equal(symlink("/dev/zero", path), 0);
	assert_false(begins());
	assert_int_equal(unlink(path), 0);
	snprintf(path, sizeof(path), "%s/a b.key", keys);
	fd = open(path, O_WRONLY | O_CREAT, 0600);
	close(fd);
	assert_false(begins());
}

/* Eight daemons at once on an empty folder. */
static void
daemons_agree_on_the_first_key(void **state)
{
	pid_t children[8];
	struct seal_name name;
	int ends[2], status;
	size_t i;

	(void)state;
	assert_int_equal(pipe(ends), 0);
	for (i = 0; i < 8; i++) {
		children[i] = fork();
		if (children[i] == 0) {
			unsigned char public_key[SEAL_KEY];
			str kid;
			const bool ok = seal_begin(&config) && seal_key(&kid, public_key) && write(ends[1], public_key, SEAL_KEY) == SEAL_KEY;

			seal_end();
			_exit(ok ? 0 : 1);
		}
	}
	for (i = 0; i < 8; i++) {
		assert_int_equal(waitpid(children[i], &status, 0), children[i]);
		assert_int_equal(status, 0);
	}
	assert_int_equal(files_count(), 1);
	assert_true(seal_current(&config, &name));
	for (i = 0; i < 8; i++) {
		unsigned char public_key[SEAL_KEY];

		assert_int_equal(read(ends[0], public_key, SEAL_KEY), SEAL_KEY);
		assert_memory_equal(public_key, name.public_key, SEAL_KEY);
	}
	close(ends[0]);
	close(ends[1]);
}

static void
a_rotation_destroys_the_seed(void **state)
{
	const struct seal_name *retired = NULL;
	struct seal_name first, second;
	struct arena *arena = arena_new();
	char path[120];
	size_t count = 9;
	str payload, jws;

	(void)state;
	assert_false(seal_rotate(&config));                  /* nothing to retire yet */
	assert_true(seal_begin(&config));
	jws = seal_sign(arena, STR("{\"v\":1}"));
	assert_true(seal_current(&config, &first));
	assert_true(seal_retired(&config, arena, &retired, &count));
	assert_int_equal(count, 0);
	assert_true(seal_rotate(&config));
	assert_true(seal_current(&config, &second));
	assert_string_not_equal(first.kid, second.kid);
	assert_true(seal_retired(&config, arena, &retired, &count));
	assert_int_equal(count, 1);
	assert_string_equal(retired[0].kid, first.kid);
	assert_memory_equal(retired[0].public_key, first.public_key, SEAL_KEY);
	snprintf(path, sizeof(path), "%s/%s.key", keys, first.kid);
	assert_int_equal(access(path, F_OK), -1);
	/* What it sealed still opens; the daemon that runs goes on with it until it is started again. */
	assert_int_equal(seal_open(arena, jws, retired[0].public_key, &payload), SEAL_GOOD);
	assert_true(seals(STR("{\"v\":2}")));
	seal_end();
	assert_true(seal_begin(&config));
	assert_true(str_is(seal_kid_of(arena, seal_sign(arena, STR("{}"))), second.kid));
	/* A rotation cut short, with the seed still there: not retired. */
	snprintf(path, sizeof(path), "%s/%s.public", keys, second.kid);
	const int fd = open(path, O_WRONLY | O_CREAT, 0600);

	assert_int_equal(write(fd, second.public_key, SEAL_KEY), SEAL_KEY);
	close(fd);
	assert_true(seal_retired(&config, arena, &retired, &count));
	assert_int_equal(count, 1);
	arena_free(arena);
}

static void
read_one(const char *path, void *thing)
{
	const int fd = open(path, O_RDONLY);

	*(int *)thing += fd >= 0;
	if (fd >= 0)
		close(fd);
}

/* In a process of its own: what is hidden stays hidden. Its status says which step failed. */
static int
hidden(void)
{
	char path[120];
	int readable = 0, fd;

	if (!seal_begin(&config))
		return 1;
	each_file(read_one, &readable);
	if (readable != 1)
		return 2;
	seal_hide_keys(&config);
	readable = 0;
	each_file(read_one, &readable);
	if (readable != 0)
		return 3;
	snprintf(path, sizeof(path), "%s/files/x", var);
	fd = open(path, O_RDWR | O_CREAT, 0600);
	if (fd < 0 || unlink(path) != 0)
		return 4;
	fd = open("/proc/self/status", O_RDONLY);
	if (fd < 0 || close(fd) != 0 || (fd = open("/etc/passwd", O_RDONLY)) < 0 || close(fd) != 0)
		return 5;
	/* Neither through the signer's memory, nor by the file that its keeper holds. */
	const pid_t keeper = child_of(getpid()), child = child_of(keeper);
	char byte;
	struct iovec mine = { &byte, 1 }, theirs = { (void *)(uintptr_t)&config, 1 };

	if (ptrace(PTRACE_ATTACH, child, NULL, NULL) == 0 || process_vm_readv(child, &mine, 1, &theirs, 1, 0) >= 0)
		return 6;
	snprintf(path, sizeof(path), "/proc/%d/fd/1", (int)keeper);
	if (open(path, O_RDONLY) >= 0)
		return 7;
	return seals(STR("{\"hidden\":1}")) ? 0 : 8;
}

static void
the_daemon_loses_sight_of_its_keys(void **state)
{
	const struct landlock_ruleset_attr one = { .handled_access_fs = LANDLOCK_ACCESS_FS_READ_FILE };
	const long rules = syscall(SYS_landlock_create_ruleset, &one, sizeof(one), 0);
	int status;
	pid_t child;

	(void)state;
	if (rules < 0)
		skip();
	close((int)rules);
	child = fork();
	if (child == 0) {
		const int failed = hidden();

		seal_end();
		_exit(failed);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(WEXITSTATUS(status), 0);
	assert_true(WIFEXITED(status));
}

#define CASE(f) cmocka_unit_test_setup_teardown(f, fresh_var, drop_var)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(makes_a_key_and_seals),
		CASE(many_threads_at_once),
		CASE(a_signer_that_dies_is_replaced),
		CASE(they_die_with_the_daemon),
		CASE(it_seals_until_the_daemon_ends),
		CASE(the_cage_is_closed),
		CASE(a_key_that_others_may_read_is_refused),
		CASE(two_keys_that_seal_are_refused),
		CASE(daemons_agree_on_the_first_key),
		CASE(a_rotation_destroys_the_seed),
		CASE(the_daemon_loses_sight_of_its_keys),
	};

	log_open(LOG_ERROR);
	return sodium_init() < 0 ? 1 : cmocka_run_group_tests(tests, NULL, NULL);
}
