/* The gate stands between the socket and libmicrohttpd by being the program's recv(); see gate.h.
 *
 * Four things are less simple than they look:
 *
 * 1. Replies in order. A faulty request, or the end of the stream, may follow good requests in the same segment. The
 *    good ones are handed on; the rest is held (EAGAIN) until the network loop says that they were answered, because
 *    a resumed connection is read before its answer is sent. The library's epoll is edge-triggered: shutting the
 *    receiving side then gives it the edge it needs to read again.
 * 2. The answer must arrive. Closing a socket with unread bytes sends RST, which can destroy an answer on its way. The
 *    gate shuts its sending side, keeps a second descriptor, and reads what still comes for at most two seconds.
 * 3. Late is not always the client's fault. While a request is being answered, libmicrohttpd does not read, and a
 *    pipelined next request cannot progress; nor is a body late while its bytes wait unread in the kernel.
 * 4. An end of stream that comes with the last bytes gives no edge of its own, and libmicrohttpd would notice it only at
 *    its idle timeout. Each connection that has read is looked at once by the next sweep. */
/* RTLD_DEFAULT */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE 1
#endif
#include "gate.h"
#include "guichet/clock.h"
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

enum { LINGERERS = 256, LINGER_US = 2 * 1000 * 1000, LINGER_BYTES = 4 * 1024 * 1024 };

struct watch {
	atomic_bool on;          /* the only member another thread may look at */
	uint32_t    owed;        /* complete requests handed on and not yet answered */
	bool        held;        /* a refusal or the end of the stream waits for those answers */
	bool        answered;    /* the refusal was sent */
	bool        fresh;       /* has read since the last sweep: its end of stream may have been missed */
	struct wire wire;
};

struct lingerer {
	int     fd;
	size_t  drained;
	int64_t until_us;
};

static struct watch      *watches;
static size_t             watches_room;    /* allocated */
static size_t             watches_max;     /* of them, in use; the rest is never watched */
static size_t             watches_top;     /* one more than the highest descriptor ever watched */
static struct lingerer    lingerers[LINGERERS];
static size_t             lingerers_n;
static struct gate_counts counts;

/* Named apart so that no fortified inline of <sys/socket.h> is mixed up with it; the linker knows it as recv. */
ssize_t gate_recv(int fd, void *bytes, size_t n, int flags)
	__asm__("recv") __attribute__((visibility("default"), used));

bool
gate_open(size_t max_fds)
{
	/* What a library's recv resolves to: the first definition in the global scope, which begins with the program. */
	if (dlsym(RTLD_DEFAULT, "recv") != (void *)gate_recv)
		return false;
	if (max_fds > watches_room) {
		watches = calloc(max_fds, sizeof *watches);
		watches_room = watches != NULL ? max_fds : 0;
	}
	watches_max = watches != NULL ? max_fds : 0;
	watches_top = 0;
	lingerers_n = 0;
	counts = (struct gate_counts){ 0 };
	return watches != NULL;
}

void
gate_close(void)
{
	while (lingerers_n > 0)
		close(lingerers[--lingerers_n].fd);
	for (size_t fd = 0; fd < watches_top; fd++)
		atomic_store_explicit(&watches[fd].on, false, memory_order_release);
}

static struct watch *
watch_of(int fd)
{
	if (fd < 0 || (size_t)fd >= watches_max)
		return NULL;
	return atomic_load_explicit(&watches[fd].on, memory_order_acquire) ? &watches[fd] : NULL;
}

void
gate_connection_started(int fd)
{
	struct watch *watch;

	if (fd < 0 || (size_t)fd >= watches_max) {
		shutdown(fd, SHUT_RDWR);
		return;
	}
	watch = &watches[fd];
	wire_start(&watch->wire);
	watch->owed = 0;
	watch->held = false;
	watch->answered = false;
	watch->fresh = false;
	if (!atomic_exchange_explicit(&watch->on, true, memory_order_release))
		counts.watched++;
	counts.connections++;
	if ((size_t)fd >= watches_top)
		watches_top = (size_t)fd + 1;
}

void
gate_connection_ended(int fd)
{
	if (watch_of(fd) == NULL)
		return;
	atomic_store_explicit(&watches[fd].on, false, memory_order_release);
	counts.watched--;
}

/* Reads and forgets; returns false once there is nothing more to wait for. */
static bool
lingerer_drain(struct lingerer *lingerer)
{
	unsigned char waste[16384];
	ssize_t       n;

	while ((n = recvfrom(lingerer->fd, waste, sizeof waste, MSG_DONTWAIT, NULL, NULL)) > 0) {
		lingerer->drained += (size_t)n;
		if (lingerer->drained > LINGER_BYTES)
			return false;
	}
	return n < 0 && (errno == EAGAIN || errno == EINTR);
}

/* Keeps the socket alive beyond libmicrohttpd's close(), so that the client can read its answer. */
static void
linger(int fd, int64_t now_us)
{
	struct lingerer lingerer = { .fd = fd, .until_us = now_us + LINGER_US };

	if (!lingerer_drain(&lingerer) || lingerers_n == LINGERERS)
		return;
	lingerer.fd = fcntl(fd, F_DUPFD_CLOEXEC, 0);
	if (lingerer.fd >= 0)
		lingerers[lingerers_n++] = lingerer;
}

void
gate_linger(int fd)
{
	shutdown(fd, SHUT_WR);
	linger(fd, clock_monotonic());
}

/* Sends the refusal, once. The socket's buffer is empty or nearly so: what was sent before was an answered request. */
static void
refusal_send(int fd, struct watch *watch, int64_t now_us)
{
	enum wire_refusal refusal = watch->wire.refusal;
	str reply = watch->wire.method == WIRE_HEAD ? wire_refusal_head(refusal) : wire_refusal_reply(refusal);

	if (watch->answered)
		return;
	watch->answered = true;
	counts.refused[refusal]++;
	(void)send(fd, reply.at, reply.len, MSG_NOSIGNAL | MSG_DONTWAIT);
	shutdown(fd, SHUT_WR);
	linger(fd, now_us);
}

/* The client closed its side. In the middle of a request, that is a fault too. */
static ssize_t
recv_end(int fd, struct watch *watch)
{
	if (wire_idle(&watch->wire))
		return 0;
	counts.cut++;
	wire_refuse(&watch->wire, WIRE_BAD_REQUEST);
	refusal_send(fd, watch, clock_monotonic());
	errno = ECONNRESET;
	return -1;
}

static ssize_t
recv_later(struct watch *watch)
{
	watch->held = true;
	errno = EAGAIN;
	return -1;
}

static ssize_t
recv_watched(int fd, struct watch *watch, void *bytes, size_t n, int flags)
{
	int64_t  now_us;
	uint64_t requests = watch->wire.requests;
	ssize_t  got = 0;

	if (watch->wire.refusal == WIRE_ACCEPTED) {
		got = recvfrom(fd, bytes, n, flags, NULL, NULL);
		if (got < 0)
			return got;
		if (got == 0 && n > 0)
			return watch->owed > 0 ? recv_later(watch) : recv_end(fd, watch);
	}
	now_us = clock_monotonic();
	got = (ssize_t)wire_scan(&watch->wire, bytes, (size_t)got, now_us);
	watch->fresh = true;
	watch->owed += (uint32_t)(watch->wire.requests - requests);
	counts.requests += watch->wire.requests - requests;
	if (watch->wire.refusal == WIRE_ACCEPTED || got > 0) {
		watch->held = watch->held || watch->wire.refusal != WIRE_ACCEPTED;
		return got;
	}
	if (watch->owed > 0)
		return recv_later(watch);
	refusal_send(fd, watch, now_us);
	errno = ECONNRESET;
	return -1;
}

void
gate_answered(int fd)
{
	struct watch *watch = watch_of(fd);

	if (watch == NULL)
		return;
	if (watch->owed > 0)
		watch->owed--;
	if (watch->owed == 0 && watch->held)
		shutdown(fd, SHUT_RD);
}

ssize_t
gate_recv(int fd, void *bytes, size_t n, int flags)
{
	struct watch *watch = watch_of(fd);

	/* recvfrom without an address is recv by another name, and a cancellation point as recv must be. */
	if (watch == NULL)
		return recvfrom(fd, bytes, n, flags, NULL, NULL);
	return recv_watched(fd, watch, bytes, n, flags);
}

static bool
unread(int fd)
{
	int n = 0;

	return ioctl(fd, FIONREAD, &n) == 0 && n > 0;
}

static bool
at_end(int fd)
{
	char byte;

	return recvfrom(fd, &byte, 1, MSG_PEEK | MSG_DONTWAIT, NULL, NULL) == 0;
}

static void
watch_sweep(int fd, struct watch *watch, int64_t now_us)
{
	if (watch->owed > 0)
		return;
	if (watch->fresh && at_end(fd))
		shutdown(fd, SHUT_RD);    /* the edge that was missed */
	watch->fresh = false;
	if ( wire_late(&watch->wire, now_us) == WIRE_ACCEPTED || unread(fd))
		return;
	wire_refuse(&watch->wire, WIRE_TOO_SLOW);
	refusal_send(fd, watch, now_us);
	shutdown(fd, SHUT_RDWR);      /* libmicrohttpd sees a hang-up and ends the connection */
}

void
gate_sweep(int64_t now_us)
{
	for (size_t fd = 0; fd < watches_top; fd++) {
		struct watch *watch = watch_of((int)fd);

		if (watch != NULL)
			watch_sweep((int)fd, watch, now_us);
	}
	for (size_t i = lingerers_n; i-- > 0;) {
		if (now_us < lingerers[i].until_us && lingerer_drain(&lingerers[i]))
			continue;
		close(lingerers[i].fd);
		lingerers[i] = lingerers[--lingerers_n];
	}
}

struct gate_counts
gate_counts(void)
{
	struct gate_counts now = counts;

	now.lingering = lingerers_n;
	return now;
}
