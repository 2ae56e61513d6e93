/* The inspector: runs one program that reads a stranger's file, with nothing around it.
 *
 * The child gets the file as standard input, one pipe as standard output, no environment, no other descriptor, its own
 * process group, limits of processor time and memory, no network, no process of its own, nothing to write to (on kernels with
 * Landlock it cannot even make an empty file), and no privilege (user nobody when the server is root). It is killed when it
 * is late, and when the thread that started it ends. */
#ifndef GUICHET_INSPECT_H
#define GUICHET_INSPECT_H
#include <sys/types.h>

#include "guichet/str.h"

struct inspect_limits {
	unsigned cpu_seconds;
	unsigned wall_seconds;
	size_t   memory;          /* bytes of address space */
	size_t   output;          /* bytes of standard output */
};

enum inspect_end {
	INSPECT_OK,
	INSPECT_FAILED,           /* exit status other than 0, or killed by a limit of memory */
	INSPECT_LATE,             /* processor or wall time */
	INSPECT_FLOOD,            /* more output than allowed */
	INSPECT_ABSENT,           /* the program could not be started */
};

struct inspect {
	pid_t   pid;              /* 0 = not running */
	int     out;              /* read end of the pipe, -1 = closed */
	int64_t deadline;         /* monotonic microseconds */
	size_t  left;             /* bytes of output still allowed */
	bool    late, flood;
};

/* `argv[0]` is an absolute path, never searched, never given to a shell. `in_fd` must be readable by anybody when the
 * program opens /dev/stdin (a memfd is). False when no process could be made. */
bool             inspect_start(struct inspect *child, const char *const *argv, int in_fd, const struct inspect_limits *limits);
/* Bytes read, 0 at the end of output, or when the child was late or flooded: inspect_finish tells. */
size_t           inspect_read(struct inspect *child, char *into, size_t room);
/* Waits for the end (kills it if output is left or time is over) and collects it. Once. */
enum inspect_end inspect_finish(struct inspect *child);
/* All of it: runs the program and copies its output to `out_fd`. */
enum inspect_end inspect_run(const char *const *argv, int in_fd, int out_fd, const struct inspect_limits *limits);
#endif
