/* The inspector (guichet/inspect.h): fork, lock the child down, exec, read its pipe against a deadline. */
#define _GNU_SOURCE
#include "guichet/inspect.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/pidfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include "guichet/clock.h"
#include "inspect_cage.h"

#define ABSENT 127        /* exit status of a child that could not become the program */

/* In the child, after fork: only async-signal-safe calls. */
static _Noreturn void
become(const char *const *argv, int in_fd, int out_fd, const struct inspect_limits *limits)
{
	static const char *const nothing[] = { NULL };
	const int in = fcntl(in_fd, F_DUPFD, 3), out = fcntl(out_fd, F_DUPFD, 3);
	const int null = open("/dev/null", O_WRONLY);
	sigset_t none;

	sigemptyset(&none);
	if (in < 0 || out < 0 || null < 0 || dup2(in, 0) < 0 || dup2(out, 1) < 0 || dup2(null, 2) < 0 ||
	    close_range(3, ~0U, 0) != 0 || setpgid(0, 0) != 0 || chdir("/") != 0)
		_exit(ABSENT);
	(void)signal(SIGPIPE, SIG_DFL);
	(void)signal(SIGXCPU, SIG_DFL);
	(void)sigprocmask(SIG_SETMASK, &none, NULL);
	if (!inspect_cage(limits))
		_exit(ABSENT);
	/* execve takes no const for historical reasons and changes nothing. */
	(void)execve(argv[0], (char *const *)(uintptr_t)argv, (char *const *)(uintptr_t)nothing);
	_exit(ABSENT);
}

bool
inspect_start(struct inspect *child, const char *const *argv, int in_fd, const struct inspect_limits *limits)
{
	int ends[2];

	*child = (struct inspect){ .out = -1 };
	if (pipe2(ends, O_CLOEXEC) != 0)
		return false;
	child->pid = fork();
	if (child->pid == 0)
		become(argv, in_fd, ends[1], limits);
	close(ends[1]);
	if (child->pid < 0) {
		close(ends[0]);
		child->pid = 0;
		return false;
	}
	(void)setpgid(child->pid, child->pid);    /* both sides do it: whoever is first */
	child->out = ends[0];
	child->left = limits->output;
	child->deadline = clock_monotonic() + (int64_t)limits->wall_seconds * 1000000;
	return true;
}

/* Waits until `fd` is ready or the deadline; false when late. */
static bool
wait_ready(const struct inspect *child, int fd)
{
	struct pollfd one = { .fd = fd, .events = POLLIN };

	for (;;) {
		const int64_t left = (child->deadline - clock_monotonic()) / 1000;

		if (left <= 0)
			return false;
		const int got = poll(&one, 1, left > 3600000 ? 3600000 : (int)left);

		if (got > 0)
			return true;
		if (got < 0 && errno != EINTR)
			return false;
	}
}

size_t
inspect_read(struct inspect *child, char *into, size_t room)
{
	if (child->out < 0 || child->late || child->flood || room == 0)
		return 0;
	for (;;) {
		if (!wait_ready(child, child->out)) {
			child->late = true;
			return 0;
		}
		const ssize_t got = read(child->out, into, room);

		if (got < 0 && (errno == EINTR || errno == EAGAIN))
			continue;
		if (got > 0 && (size_t)got > child->left) {
			child->flood = true;
			return 0;
		}
		if (got <= 0) {
			close(child->out);
			child->out = -1;
			return 0;
		}
		child->left -= (size_t)got;
		return (size_t)got;
	}
}

static enum inspect_end
end_of(const struct inspect *child, int status)
{
	if (child->flood)
		return INSPECT_FLOOD;
	if (child->late || (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU))
		return INSPECT_LATE;
	if (WIFEXITED(status) && WEXITSTATUS(status) == ABSENT)
		return INSPECT_ABSENT;
	return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? INSPECT_OK : INSPECT_FAILED;
}

enum inspect_end
inspect_finish(struct inspect *child)
{
	const bool abandoned = child->out >= 0;
	int status = 0, watch;

	if (child->pid <= 0)
		return INSPECT_FAILED;
	if (child->out >= 0)
		close(child->out);
	child->out = -1;
	watch = abandoned ? -1 : pidfd_open(child->pid, 0);
	if (watch >= 0) {
		(void)fcntl(watch, F_SETFD, FD_CLOEXEC);
		if (!wait_ready(child, watch))
			child->late = true;
		close(watch);
	}
	/* The child is still ours until waitpid: its number cannot belong to anybody else. */
	if (watch < 0 || child->late) {
		(void)kill(-child->pid, SIGKILL);
		(void)kill(child->pid, SIGKILL);
	}
	pid_t got;

	do
		got = waitpid(child->pid, &status, 0);
	while (got < 0 && errno == EINTR);
	child->pid = 0;
	/* Somebody else collected it (or SIGCHLD is ignored): how it ended is unknown. */
	return got < 0 ? INSPECT_FAILED : end_of(child, status);
}

static bool
write_all(int fd, const char *at, size_t len)
{
	while (len > 0) {
		const ssize_t put = write(fd, at, len);

		if (put < 0 && errno == EINTR)
			continue;
		if (put <= 0)
			return false;
		at += put;
		len -= (size_t)put;
	}
	return true;
}

enum inspect_end
inspect_run(const char *const *argv, int in_fd, int out_fd, const struct inspect_limits *limits)
{
	struct inspect child;
	char piece[16384];
	bool kept = true;
	size_t got;

	if (!inspect_start(&child, argv, in_fd, limits))
		return INSPECT_ABSENT;
	while (kept && (got = inspect_read(&child, piece, sizeof piece)) > 0)
		kept = write_all(out_fd, piece, got);
	const enum inspect_end end = inspect_finish(&child);

	return kept ? end : INSPECT_FAILED;
}
