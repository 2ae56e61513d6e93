/* Two small processes. The keeper holds the descriptor of the key's file and the socket, and nothing else; it forks the signer,
 * and another one when that dies, a second later. The signer reads the seed, locks itself up and answers: five system calls
 * are left to it, and none of them opens, writes, connects or runs anything.
 *
 * The keeper is forked before the first thread of the daemon and has none itself, so that its forks are plain ones. Both end
 * when the daemon's end of the socket is closed, or the daemon dies. */
#define _GNU_SOURCE
#include "signer.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "jws.h"

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#else
#error "name the architecture of this machine's system calls"
#endif

enum { CLOSED = 0, UNABLE = 1 };      /* how a signer ends by itself */

#define ALLOW(call) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (call), 0, 1), BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)

static const struct sock_filter CALLS[] = {
	BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0),
	BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
	BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
	ALLOW(__NR_recvfrom), ALLOW(__NR_sendto), ALLOW(__NR_exit_group), ALLOW(__NR_rt_sigreturn), ALLOW(__NR_restart_syscall),
	BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
};

static bool
keep_calls(void)
{
	const struct sock_fprog program = { .len = sizeof CALLS / sizeof *CALLS,
		.filter = (struct sock_filter *)(uintptr_t)CALLS };    /* the kernel only reads it */

	return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

static bool
limit(__rlimit_resource_t what, rlim_t most)
{
	const struct rlimit both = { .rlim_cur = most, .rlim_max = most };

	return setrlimit(what, &both) == 0;
}

/* No file can be opened, read, written or run any more, where the kernel has Landlock (5.13). */
static void
refuse_files(void)
{
	const struct landlock_ruleset_attr all = { .handled_access_fs = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1 };
	const long rules = syscall(SYS_landlock_create_ruleset, &all, sizeof all, 0);

	if (rules < 0)
		return;
	(void)syscall(SYS_landlock_restrict_self, rules, 0);
	(void)close((int)rules);
}

/* A process that dies with its parent, cannot be looked into by others of the same account, and gains nothing. */
static bool
cage(pid_t parent)
{
	return prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && getppid() == parent && prctl(PR_SET_DUMPABLE, 0) == 0 &&
	       prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && limit(RLIMIT_CORE, 0) && limit(RLIMIT_FSIZE, 0);
}

static bool
answer(int socket, const struct signer_answer *said)
{
	return send(socket, said, sizeof *said, MSG_NOSIGNAL) == (ssize_t)sizeof *said;
}

/* Answers until the daemon's end is closed. The stack of this function is all the memory it uses beside the key. */
static int
sign_all(int socket, uint64_t life, const char *kid, const unsigned char *secret)
{
	static struct signer_question asked;
	static char input[JWS_INPUT];

	for (;;) {
		const ssize_t got = recv(socket, &asked, sizeof asked, 0);
		struct signer_answer said = { .life = life };

		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return CLOSED;
		if ((size_t)got < offsetof(struct signer_question, payload) || asked.number == 0)
			continue;
		const size_t length = jws_input(input, kid, asked.payload, (size_t)got - offsetof(struct signer_question, payload));

		said.number = asked.number;
		(void)crypto_sign_detached(said.bytes, NULL, (const unsigned char *)input, length, secret);
		if (!answer(socket, &said))
			return CLOSED;
	}
}

/* The seed, read anew by each signer: the keeper never holds it. */
static unsigned char *
read_secret(int seed_file, unsigned char public_key[SEAL_KEY])
{
	unsigned char *seed = sodium_malloc(SEAL_KEY), *secret = sodium_malloc(crypto_sign_SECRETKEYBYTES);
	const bool whole = seed != NULL && secret != NULL && pread(seed_file, seed, SEAL_KEY, 0) == SEAL_KEY;

	if (whole)
		(void)crypto_sign_seed_keypair(public_key, secret, seed);
	sodium_free(seed);
	return whole ? secret : NULL;
}

static _Noreturn void
sign(int socket, int seed_file, uint64_t life, const char *kid, pid_t parent)
{
	struct signer_answer ready = { .life = life };
	unsigned char *secret;

	if (!cage(parent))
		_exit(UNABLE);
	secret = read_secret(seed_file, ready.bytes);
	(void)close(seed_file);
	if (secret == NULL || sodium_mprotect_readonly(secret) != 0 || !limit(RLIMIT_NOFILE, 0) || !keep_calls() || !answer(socket, &ready))
		_exit(UNABLE);
	_exit(sign_all(socket, life, kid, secret));
}

/* The two descriptors become 0 and 1; every other one is closed. */
static bool
keep_two(int *first, int *second)
{
	const int a = fcntl(*first, F_DUPFD, 3), b = fcntl(*second, F_DUPFD, 3);

	if (a < 0 || b < 0 || dup2(a, 0) < 0 || dup2(b, 1) < 0 || close_range(2, ~0U, 0) != 0)
		return false;
	*first = 0;
	*second = 1;
	return true;
}

_Noreturn void
signer_keep(int socket, int seed, const char *kid)
{
	const struct timespec pause = { .tv_sec = 1 };
	const pid_t parent = getppid();
	sigset_t none;
	uint64_t life;

	/* The supervisor's signals reach every process of the daemon: the daemon still wants seals while it stops. */
	(void)signal(SIGINT, SIG_IGN);
	(void)signal(SIGTERM, SIG_IGN);
	(void)signal(SIGHUP, SIG_IGN);
	(void)signal(SIGCHLD, SIG_DFL);
	sigemptyset(&none);
	(void)sigprocmask(SIG_SETMASK, &none, NULL);
	(void)prctl(PR_SET_NAME, "guichet-sceau");
	if (!keep_two(&socket, &seed) || chdir("/") != 0 || !cage(parent) || !limit(RLIMIT_NOFILE, 8))
		_exit(UNABLE);
	refuse_files();
	for (life = 1;; life++) {
		const pid_t keeper = getpid(), child = fork();
		int status = -1;

		if (child == 0)
			sign(socket, seed, life, kid, keeper);
		while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR)
			continue;
		if (child > 0 && WIFEXITED(status) && WEXITSTATUS(status) == CLOSED)
			_exit(0);
		(void)nanosleep(&pause, NULL);
	}
}
