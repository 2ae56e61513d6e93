/* The inspector: what the child may do, and above all what it may not. */
#define _GNU_SOURCE
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include "guichet/clock.h"
#include "guichet/inspect.h"

static const struct inspect_limits LIMITS = { .cpu_seconds = 5, .wall_seconds = 20, .memory = 1UL << 29, .output = 1 << 20 };

/* Runs a few lines of Python on `input`; what they print comes back in `out`. */
static enum inspect_end
run(const char *program, const char *input, const struct inspect_limits *limits, char *out, size_t room)
{
	const char *const argv[] = { "/usr/bin/python3", "-I", "-S", "-c", program, NULL };
	const int in = memfd_create("in", MFD_CLOEXEC), to = memfd_create("out", MFD_CLOEXEC);

	assert_true(in >= 0 && to >= 0);
	assert_int_equal(write(in, input, strlen(input)), strlen(input));
	assert_int_equal(lseek(in, 0, SEEK_SET), 0);
	const enum inspect_end end = inspect_run(argv, in, to, limits);
	const ssize_t got = pread(to, out, room - 1, 0);

	assert_true(got >= 0);
	out[got] = '\0';
	(void)close(in);
	(void)close(to);
	return end;
}

static void
assert_prints(const char *program, const char *input, const char *want)
{
	char out[256];

	assert_int_equal(run(program, input, &LIMITS, out, sizeof out), INSPECT_OK);
	assert_string_equal(out, want);
}

static void
input_goes_in_and_output_comes_out(void **state)
{
	(void)state;
	assert_prints("import sys; print(sys.stdin.read().upper())", "bonjour", "BONJOUR\n");
	assert_prints("print(open('/dev/stdin','rb').read().decode())", "relu", "relu\n");
}

static void
nothing_is_inherited(void **state)
{
	const int left = memfd_create("left", 0);    /* a descriptor without the close-on-exec mark */

	(void)state;
	assert_prints("import os; print([k for k in os.environ if k != 'LC_CTYPE'])", "", "[]\n");
	assert_prints("import os; print(sorted(int(f) for f in os.listdir('/proc/self/fd') if int(f) > 2 and "
	              "os.path.exists('/proc/self/fd/' + f)))", "", "[]\n");
	assert_prints("import os; print(os.getcwd(), os.getpgid(0) == os.getpid())", "", "/ True\n");
	assert_prints("import os; print(os.getuid() == 0, os.geteuid() == 0)", "", "False False\n");
	(void)close(left);
}

/* A door that is open to everybody on this machine: its number comes back. */
static int
listen_somewhere(int *port)
{
	struct sockaddr_in at = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t len = sizeof at;
	const int door = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	assert_true(door >= 0);
	assert_int_equal(bind(door, (struct sockaddr *)&at, len), 0);
	assert_int_equal(listen(door, 4), 0);
	assert_int_equal(getsockname(door, (struct sockaddr *)&at, &len), 0);
	*port = ntohs(at.sin_port);
	return door;
}

static void
there_is_no_network(void **state)
{
	static const char knock[] = "import sys, socket\ntry:\n s = socket.create_connection(('127.0.0.1', int(sys.stdin.read())), 2)\n"
		" print('in')\nexcept OSError as e: print(e.errno)";
	char number[16];
	int port;
	const int door = listen_somewhere(&port);

	(void)state;
	(void)snprintf(number, sizeof number, "%d", port);
	assert_prints(knock, number, "1\n");    /* EPERM: the call itself, not a closed door */
	(void)close(door);
}

static void
nothing_can_be_made(void **state)
{
	const pid_t me = getpid();
	char number[16];

	(void)state;
	assert_prints("import os\ntry:\n os.fork()\n print('forked')\nexcept OSError as e: print(e.errno)", "", "1\n");
	assert_prints("import signal\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
	              "try:\n f = open('/tmp/guichet-inspect', 'wb', 0); f.write(b'x'); print('written')\n"
	              "except OSError: print('no')", "", "no\n");
	(void)unlink("/tmp/guichet-inspect");
	(void)snprintf(number, sizeof number, "%d", (int)me);
	assert_prints("import os, sys\ntry:\n os.kill(int(sys.stdin.read()), 0)\n print('there')\n"
	              "except OSError as e: print(e.errno)", number, "1\n");
	assert_prints("import resource\ntry:\n resource.setrlimit(resource.RLIMIT_CPU, (1, 1)); print('changed')\n"
	              "except (OSError, ValueError): print('no')", "", "no\n");
}

static void
limits_end_the_child(void **state)
{
	char out[64];
	struct inspect_limits tight = LIMITS;

	(void)state;
	tight.cpu_seconds = 1;
	assert_int_equal(run("while True: pass", "", &tight, out, sizeof out), INSPECT_LATE);
	tight = LIMITS;
	tight.wall_seconds = 1;
	assert_int_equal(run("import time; time.sleep(30)", "", &tight, out, sizeof out), INSPECT_LATE);
	assert_int_equal(run("import os, time; os.close(1); time.sleep(30)", "", &tight, out, sizeof out), INSPECT_LATE);
	tight = LIMITS;
	tight.memory = 1UL << 28;
	assert_int_equal(run("x = b'x' * (1 << 29); print(len(x))", "", &tight, out, sizeof out), INSPECT_FAILED);
	tight = LIMITS;
	tight.output = 100;
	assert_int_equal(run("print('x' * 101)", "", &tight, out, sizeof out), INSPECT_FLOOD);
	assert_int_equal(run("print('x' * 99)", "", &tight, out, sizeof out), INSPECT_OK);
}

static void
failures_are_told(void **state)
{
	const char *const argv[] = { "/usr/bin/no-such-program", NULL };
	char out[64];

	(void)state;
	assert_int_equal(run("import sys; sys.exit(3)", "", &LIMITS, out, sizeof out), INSPECT_FAILED);
	assert_int_equal(run("import os; os.kill(os.getpid(), 11)", "", &LIMITS, out, sizeof out), INSPECT_FAILED);
	assert_int_equal(inspect_run(argv, 0, 1, &LIMITS), INSPECT_ABSENT);
}

static void
an_abandoned_child_is_killed(void **state)
{
	const char *const argv[] = { "/usr/bin/python3", "-I", "-S", "-c", "import time\nprint('x', flush=True)\ntime.sleep(60)", NULL };
	const int64_t before = clock_monotonic();
	struct inspect child;
	char byte[1];

	(void)state;
	assert_true(inspect_start(&child, argv, 0, &LIMITS));
	assert_int_equal(inspect_read(&child, byte, 1), 1);
	const pid_t pid = child.pid;

	assert_int_equal(inspect_finish(&child), INSPECT_FAILED);
	assert_int_equal(kill(pid, 0), -1);
	assert_int_equal(errno, ESRCH);
	assert_true(clock_monotonic() - before < 10000000);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(input_goes_in_and_output_comes_out),
		cmocka_unit_test(nothing_is_inherited),
		cmocka_unit_test(there_is_no_network),
		cmocka_unit_test(nothing_can_be_made),
		cmocka_unit_test(limits_end_the_child),
		cmocka_unit_test(failures_are_told),
		cmocka_unit_test(an_abandoned_child_is_killed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
