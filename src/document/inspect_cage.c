/* The cage: limits, user, namespaces, files (Landlock), system calls (seccomp). Limits, user and system calls hold on every
 * kernel that we support, or nothing runs; namespaces and Landlock are a second wall where the kernel offers them. */
#define _GNU_SOURCE
#include "inspect_cage.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#define NOBODY 65534
#define FILES  32         /* descriptors the program may hold */

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#else
#error "name the architecture of this machine's system calls"
#endif

/* One refused call: compare, and when equal answer EPERM. */
#define REFUSE(call) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (call), 0, 1), BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM)

static const struct sock_filter CALLS[] = {
	BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0),
	BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
	BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
	/* The x32 numbers of the same machine would go round the list. */
	BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000u, 0, 1),
	BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
	/* network */
	REFUSE(__NR_socket), REFUSE(__NR_socketpair), REFUSE(__NR_connect), REFUSE(__NR_io_uring_setup),
	/* processes: its own and others' */
	REFUSE(__NR_clone), REFUSE(__NR_clone3), REFUSE(__NR_kill), REFUSE(__NR_tkill), REFUSE(__NR_tgkill),
	REFUSE(__NR_ptrace), REFUSE(__NR_process_vm_readv), REFUSE(__NR_process_vm_writev), REFUSE(__NR_pidfd_open),
	REFUSE(__NR_setpgid), REFUSE(__NR_setsid), REFUSE(__NR_prlimit64),
#if defined(__x86_64__)
	REFUSE(__NR_fork), REFUSE(__NR_vfork),
#endif
	/* the kernel */
	REFUSE(__NR_unshare), REFUSE(__NR_setns), REFUSE(__NR_mount), REFUSE(__NR_bpf), REFUSE(__NR_userfaultfd),
	REFUSE(__NR_perf_event_open), REFUSE(__NR_keyctl), REFUSE(__NR_add_key), REFUSE(__NR_request_key),
	BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
};

static bool
refuse_calls(void)
{
	const struct sock_fprog program = { .len = sizeof CALLS / sizeof *CALLS,
		.filter = (struct sock_filter *)(uintptr_t)CALLS };    /* the kernel only reads it */

	return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

/* No file is written, made, renamed or removed anywhere. Kernels since 5.13, when it is switched on. */
static void
refuse_files(void)
{
	const struct landlock_ruleset_attr all = { .handled_access_fs = LANDLOCK_ACCESS_FS_WRITE_FILE |
		LANDLOCK_ACCESS_FS_REMOVE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_CHAR |
		LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_SOCK |
		LANDLOCK_ACCESS_FS_MAKE_FIFO | LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM };
	const long rules = syscall(SYS_landlock_create_ruleset, &all, sizeof all, 0);

	if (rules < 0)
		return;
	(void)syscall(SYS_landlock_restrict_self, rules, 0);
	(void)close((int)rules);
}

static bool
limit(__rlimit_resource_t what, rlim_t most)
{
	const struct rlimit both = { .rlim_cur = most, .rlim_max = most };

	return setrlimit(what, &both) == 0;
}

static bool
limit_all(const struct inspect_limits *limits)
{
	/* The hard limit is one second later: the soft one sends SIGXCPU, which tells lateness from a crash. */
	const struct rlimit cpu = { .rlim_cur = limits->cpu_seconds, .rlim_max = limits->cpu_seconds + 1 };

	return setrlimit(RLIMIT_CPU, &cpu) == 0 && limit(RLIMIT_AS, limits->memory) && limit(RLIMIT_CORE, 0) &&
	       limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_NOFILE, FILES) && limit(RLIMIT_MEMLOCK, 0) && limit(RLIMIT_NPROC, 0);
}

bool
inspect_cage(const struct inspect_limits *limits)
{
	/* Raw system calls: those of libc would signal threads that this child does not have. */
	if (geteuid() == 0 && (syscall(SYS_setgroups, 0, NULL) != 0 || syscall(SYS_setresgid, NOBODY, NOBODY, NOBODY) != 0 ||
	                       syscall(SYS_setresuid, NOBODY, NOBODY, NOBODY) != 0))
		return false;
	(void)unshare(CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWIPC);
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || !limit_all(limits))
		return false;
	refuse_files();
	return refuse_calls();
}
