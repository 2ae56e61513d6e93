/* The gate on real loopback sockets: this program's recv() is the gate's, as it is for libmicrohttpd in the daemon.
 * Each refusal stands beside what must pass. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE 1
#endif
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>
#include "../../src/net/gate.h"
#include "guichet/clock.h"

#define GOOD "GET / HTTP/1.1\r\nHost: a\r\n\r\n"
#define BAD "TRACE / HTTP/1.1\r\n"
#define SECOND ((int64_t)1000 * 1000)

struct link {
	int server, client;
};

static struct link
link_open(void)
{
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t          size = sizeof address;
	struct link        link;
	int                door = socket(AF_INET, SOCK_STREAM, 0);

	assert_int_equal(bind(door, (struct sockaddr *)&address, size), 0);
	assert_int_equal(listen(door, 1), 0);
	assert_int_equal(getsockname(door, (struct sockaddr *)&address, &size), 0);
	link.client = socket(AF_INET, SOCK_STREAM, 0);
	assert_int_equal(connect(link.client, (struct sockaddr *)&address, size), 0);
	link.server = accept4(door, NULL, NULL, SOCK_NONBLOCK);
	assert_true(link.server >= 0);
	close(door);
	gate_connection_started(link.server);
	return link;
}

/* As libmicrohttpd does: notification first, then close(). */
static void
link_close_server(struct link *link)
{
	gate_connection_ended(link->server);
	close(link->server);
	link->server = -1;
}

static void
link_close(struct link *link)
{
	if (link->server >= 0)
		link_close_server(link);
	close(link->client);
}

static void
say(const struct link *link, const char *text)
{
	assert_int_equal(send(link->client, text, strlen(text), 0), strlen(text));
	usleep(20 * 1000);
}

/* What the library gets: a number of bytes, or minus errno. */
static ssize_t
heard(const struct link *link)
{
	char    room[65536];
	ssize_t n = recv(link->server, room, sizeof room, 0);

	return n >= 0 ? n : -errno;
}

/* All that the client gets until the end of the stream; fails on a reset. */
static size_t
answer(const struct link *link, char *room, size_t max)
{
	size_t  got = 0;
	ssize_t n;

	while ((n = read(link->client, room + got, max - 1 - got)) > 0)
		got += (size_t)n;
	assert_int_equal(n, 0);
	room[got] = '\0';
	return got;
}

static void
assert_answer(const struct link *link, enum wire_refusal refusal)
{
	char room[4096];
	str  reply = wire_refusal_reply(refusal);

	assert_int_equal(answer(link, room, sizeof room), reply.len);
	assert_memory_equal(room, reply.at, reply.len);
}

static int
setup(void **state)
{
	(void)state;
	return gate_open(1024) ? 0 : -1;
}

static int
teardown(void **state)
{
	(void)state;
	gate_close();
	return 0;
}

static void
test_passes(void **state)
{
	struct link link = link_open();

	(void)state;
	assert_int_equal(heard(&link), -EAGAIN);
	say(&link, GOOD GOOD);
	assert_int_equal(heard(&link), 2 * strlen(GOOD));
	say(&link, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 6\r\n\r\nabc");
	assert_int_equal(heard(&link), 50);
	say(&link, "def");
	assert_int_equal(heard(&link), 3);
	assert_int_equal(gate_counts().requests, 3);
	shutdown(link.client, SHUT_WR);
	usleep(20 * 1000);
	/* The end of the stream waits for the answers that are owed. */
	assert_int_equal(heard(&link), -EAGAIN);
	gate_answered(link.server);
	gate_answered(link.server);
	assert_int_equal(heard(&link), -EAGAIN);
	gate_answered(link.server);
	assert_int_equal(heard(&link), 0);
	link_close(&link);
	assert_int_equal(gate_counts().watched, 0);
}

static void
test_refuses(void **state)
{
	struct link link = link_open();

	(void)state;
	say(&link, BAD);
	assert_int_equal(heard(&link), -ECONNRESET);
	assert_int_equal(heard(&link), -ECONNRESET);
	link_close_server(&link);
	assert_answer(&link, WIRE_BAD_METHOD);
	assert_int_equal(gate_counts().refused[WIRE_BAD_METHOD], 1);
	link_close(&link);
}

static void
test_refuses_head_without_page(void **state)
{
	struct link link = link_open();
	char        room[4096];

	(void)state;
	say(&link, "HEAD / HTTP/1.1\r\n\r\n");
	assert_int_equal(heard(&link), -ECONNRESET);
	link_close_server(&link);
	assert_int_equal(answer(&link, room, sizeof room), wire_refusal_head(WIRE_BAD_REQUEST).len);
	link_close(&link);
}

static void
test_good_then_bad(void **state)
{
	struct link link = link_open();

	(void)state;
	say(&link, GOOD BAD GOOD);
	assert_int_equal(heard(&link), strlen(GOOD));
	/* The library may read again before the good one is answered; the refusal waits for that. */
	assert_int_equal(heard(&link), -EAGAIN);
	assert_int_equal(send(link.server, "1", 1, 0), 1);
	gate_answered(link.server);
	assert_int_equal(heard(&link), -ECONNRESET);
	link_close_server(&link);
	{
		char   room[4096];
		size_t n = answer(&link, room, sizeof room);

		assert_int_equal(n, 1 + wire_refusal_reply(WIRE_BAD_METHOD).len);
		assert_memory_equal(room, "1HTTP/1.1 405 ", 14);
	}
	link_close(&link);
}

static void
test_client_leaves_in_the_middle(void **state)
{
	struct link link = link_open();

	(void)state;
	say(&link, "GET / HTTP/1.1\r\nHos");
	assert_int_equal(heard(&link), 19);
	shutdown(link.client, SHUT_WR);
	usleep(20 * 1000);
	assert_int_equal(heard(&link), -ECONNRESET);
	assert_answer(&link, WIRE_BAD_REQUEST);
	assert_int_equal(gate_counts().cut, 1);
	link_close(&link);
}

static void
test_late(void **state)
{
	struct link link = link_open(), idle = link_open();
	int64_t     now = clock_monotonic();

	(void)state;
	say(&link, "GET / HT");
	assert_int_equal(heard(&link), 8);
	gate_sweep(now + 9 * SECOND);
	assert_int_equal(heard(&link), -EAGAIN);
	gate_sweep(now + 11 * SECOND);
	assert_int_equal(heard(&link), -ECONNRESET);
	assert_answer(&link, WIRE_TOO_SLOW);
	assert_int_equal(gate_counts().refused[WIRE_TOO_SLOW], 1);
	/* A connection between requests may wait. */
	assert_int_equal(heard(&idle), -EAGAIN);
	link_close(&link);
	link_close(&idle);
}

static void
test_not_late_through_our_own_fault(void **state)
{
	struct link link = link_open();
	int64_t     now = clock_monotonic();

	(void)state;
	/* While the first request is being answered, the beginning of the second can only wait. */
	say(&link, GOOD "GET / HT");
	assert_int_equal(heard(&link), strlen(GOOD) + 8);
	gate_sweep(now + 60 * SECOND);
	assert_int_equal(gate_counts().refused[WIRE_TOO_SLOW], 0);
	/* Its bytes have come, but were not read. */
	gate_answered(link.server);
	assert_int_equal(heard(&link), -EAGAIN);
	say(&link, "TP/1.1\r\n");
	gate_sweep(now + 60 * SECOND);
	assert_int_equal(gate_counts().refused[WIRE_TOO_SLOW], 0);
	/* Read, and still not complete: now it is the client's. */
	assert_int_equal(heard(&link), 8);
	gate_sweep(now + 60 * SECOND);
	assert_int_equal(gate_counts().refused[WIRE_TOO_SLOW], 1);
	link_close(&link);
}

static void
test_answer_survives_an_upload(void **state)
{
	static char body[60000];
	struct link link = link_open();
	int64_t     now = clock_monotonic();

	(void)state;
	say(&link, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 999999999\r\n\r\n");
	assert_int_equal(heard(&link), -ECONNRESET);
	link_close_server(&link);
	assert_int_equal(gate_counts().lingering, 1);
	for (int i = 0; i < 8; i++) {
		assert_true(send(link.client, body, sizeof body, MSG_NOSIGNAL) > 0);
		gate_sweep(now);
	}
	assert_int_equal(gate_counts().lingering, 1);
	assert_answer(&link, WIRE_BODY_TOO_LARGE);
	gate_sweep(now + 3 * SECOND);
	assert_int_equal(gate_counts().lingering, 0);
	link_close(&link);
}

static void
test_lingers_no_longer_than_the_client(void **state)
{
	struct link link = link_open();

	(void)state;
	say(&link, BAD);
	assert_int_equal(heard(&link), -ECONNRESET);
	link_close(&link);
	assert_int_equal(gate_counts().lingering, 1);
	usleep(20 * 1000);
	gate_sweep(clock_monotonic());
	assert_int_equal(gate_counts().lingering, 0);
}

static void
test_unwatched_passes(void **state)
{
	struct link link = link_open();

	(void)state;
	gate_connection_ended(link.server);
	gate_connection_ended(link.server);
	say(&link, BAD);
	assert_int_equal(heard(&link), strlen(BAD));
	assert_int_equal(gate_counts().watched, 0);
	link_close(&link);
}

static void
test_no_room_no_service(void **state)
{
	struct link link;

	(void)state;
	gate_close();
	assert_true(gate_open(3));
	link = link_open();
	say(&link, GOOD);
	{
		char byte;

		assert_true(read(link.client, &byte, 1) <= 0);
	}
	link_close(&link);
}

static void *
other_thread(void *of)
{
	const struct link *link = of;
	size_t             got = 0;

	for (int i = 0; i < 2000; i++) {
		char byte;

		assert_int_equal(write(link->client, "\1", 1), 1);
		while (recv(link->server, &byte, 1, 0) != 1)
			assert_int_equal(errno, EAGAIN);
		got++;
	}
	return (void *)got;
}

static void
test_other_threads_pass(void **state)
{
	struct link other = link_open();
	pthread_t   thread;
	void       *got = NULL;

	(void)state;
	gate_connection_ended(other.server);
	assert_int_equal(pthread_create(&thread, NULL, other_thread, &other), 0);
	for (int i = 0; i < 50; i++) {
		struct link link = link_open();

		assert_int_equal(send(link.client, GOOD, strlen(GOOD), 0), strlen(GOOD));
		gate_sweep(clock_monotonic());
		link_close(&link);
	}
	pthread_join(thread, &got);
	assert_int_equal((size_t)got, 2000);
	link_close(&other);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(test_passes),
		TEST(test_refuses),
		TEST(test_refuses_head_without_page),
		TEST(test_good_then_bad),
		TEST(test_client_leaves_in_the_middle),
		TEST(test_late),
		TEST(test_not_late_through_our_own_fault),
		TEST(test_answer_survives_an_upload),
		TEST(test_lingers_no_longer_than_the_client),
		TEST(test_unwatched_passes),
		TEST(test_no_room_no_service),
		TEST(test_other_threads_pass),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
