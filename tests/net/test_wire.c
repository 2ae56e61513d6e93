/* The wire's state machine against the corpus of raw requests (tests/net/corpus, judged in expected.tsv), then its
 * limits, deadlines and answers, which no file can hold. Each acceptance stands beside its refusal.
 * Run from the top of the tree, or give the folder that holds expected.tsv as argument. */
/* memmem */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE 1
#endif
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include "../../src/net/wire.h"

#define HOST "Host: a\r\n"
#define GET "GET / HTTP/1.1\r\n" HOST

static const char *folder = "tests/net";

/* What the machine says of `bytes` fed `step` at a time (0: all at once). */
static struct wire
scanned(str bytes, size_t step)
{
	struct wire wire;
	size_t      at = 0;

	wire_start(&wire);
	while (at < bytes.len) {
		size_t n = step == 0 || bytes.len - at < step ? bytes.len - at : step;
		size_t taken = wire_scan(&wire, (const unsigned char *)bytes.at + at, n, 0);

		assert_true(taken <= n);
		assert_true(taken == n || wire.refusal != WIRE_ACCEPTED);
		at += n;
	}
	return wire;
}

static int
verdict(str bytes)
{
	struct wire once = scanned(bytes, 0);

	for (size_t step = 1; step <= 7; step++) {
		struct wire split = scanned(bytes, step);

		assert_int_equal(split.refusal, once.refusal);
		assert_int_equal(split.requests, once.requests);
		assert_int_equal(split.state, once.state);
	}
	return wire_status(once.refusal);
}

static void
accepts(const char *text)
{
	struct wire wire = scanned(str_of(text), 0);

	if (verdict(str_of(text)) != 0 || !wire_idle(&wire) || wire.requests == 0)
		fail_msg("refused %d: %.60s", wire_status(wire.refusal), text);
}

static void
refuses(int status, const char *text)
{
	int got = verdict(str_of(text));

	if (got != status)
		fail_msg("%d instead of %d: %.60s", got, status, text);
}

static str
file_read(const char *name, char *room, size_t max)
{
	char  path[512];
	FILE *file;
	size_t n;

	snprintf(path, sizeof path, "%s/corpus/%s", folder, name);
	file = fopen(path, "rb");
	if (file == NULL)
		fail_msg("no file %s", path);
	n = fread(room, 1, max, file);
	fclose(file);
	assert_true(n < max);
	return (str){ room, n };
}

/* The status that the wire must find at the end of a case: the last word, 0 for what it accepts. */
static int
expected_status(str words)
{
	str     last = words;
	int64_t status = 0;

	while (words.at != NULL)
		last = str_cut(&words, ' ');
	if (str_is(last, "answer") || str_is(last, "cut"))
		return 0;
	assert_true(str_to_int(last, &status));
	return status == 200 ? 0 : (int)status;
}

static void
test_corpus(void **state)
{
	char   path[512], text[512], *room = malloc(65536);
	size_t cases = 0, refused = 0;
	FILE  *list;

	(void)state;
	snprintf(path, sizeof path, "%s/expected.tsv", folder);
	list = fopen(path, "r");
	assert_non_null(list);
	while (fgets(text, sizeof text, list) != NULL) {
		str  rest = str_of(text), name = str_cut(&rest, '\t'), words = str_cut(&rest, '\t'), bytes;
		char file[128];
		struct wire wire;
		int  got, status;

		if (text[0] == '#')
			continue;
		snprintf(file, sizeof file, "%.*s", STR_ARGS(name));
		bytes = file_read(file, room, 65536);
		status = expected_status(words);
		got = verdict(bytes);
		if (got != status)
			fail_msg("%s: %d instead of %d", file, got, status);
		wire = scanned(bytes, 0);
		if (status == 0 && wire_idle(&wire) == str_is(words, "cut"))
			fail_msg("%s: ends in state %d", file, wire.state);
		cases++;
		refused += status != 0;
	}
	fclose(list);
	free(room);
	assert_true(cases >= 130 && refused >= 67);
}

static void
test_handed_on(void **state)
{
	static const char good[] = GET "\r\n", bad[] = "TRACE / HTTP/1.1\r\n";
	const size_t goods = sizeof good - 1;
	char         text[256];
	struct wire  wire;

	(void)state;
	snprintf(text, sizeof text, "%s%s%s%s", good, good, bad, good);
	/* In one segment, the good ones pass and the fault does not. */
	wire_start(&wire);
	assert_int_equal(wire_scan(&wire, (unsigned char *)text, strlen(text), 0), 2 * goods);
	assert_int_equal(wire.requests, 2);
	assert_int_equal(wire.refusal, WIRE_BAD_METHOD);
	/* After that, nothing. */
	assert_int_equal(wire_scan(&wire, (const unsigned char *)good, goods, 0), 0);
	/* A segment that ends inside a request passes whole; the next stops at its fault. */
	wire_start(&wire);
	assert_int_equal(wire_scan(&wire, (const unsigned char *)"GET / HT", 8, 0), 8);
	assert_int_equal(wire_scan(&wire, (const unsigned char *)"XX", 2, 0), 2);
	assert_int_equal(wire_scan(&wire, (const unsigned char *)"\r\n", 2, 0), 0);
	assert_int_equal(wire.refusal, WIRE_BAD_REQUEST);
	/* The rest of a body passes, the fault behind it does not. */
	wire_start(&wire);
	snprintf(text, sizeof text, "POST / HTTP/1.1\r\n" HOST "Content-Length: 6\r\n\r\nabc");
	assert_int_equal(wire_scan(&wire, (unsigned char *)text, strlen(text), 0), strlen(text));
	assert_int_equal(wire_scan(&wire, (const unsigned char *)"def\r\n", 5, 0), 3);
	assert_int_equal(wire.requests, 1);
}

/* The request with `n` bytes of target; of header lines in all; header lines. */
static int
with_target(size_t n)
{
	static char text[8192];
	int         at = snprintf(text, sizeof text, "GET /");

	memset(text + at, 'a', n - 1);
	snprintf(text + at + n - 1, sizeof text - (size_t)at - n + 1, " HTTP/1.1\r\n" HOST "\r\n");
	return verdict(str_of(text));
}

static int
with_header_bytes(size_t n)
{
	static char  text[16384];
	const size_t fixed = sizeof HOST - 1 + sizeof "X:\r\n\r\n" - 1;
	int          at = snprintf(text, sizeof text, GET "X:");

	memset(text + at, 'a', n - fixed);
	snprintf(text + at + n - fixed, 8, "\r\n\r\n");
	return verdict(str_of(text));
}

static int
with_headers(int n)
{
	static char text[8192];
	size_t      at = (size_t)snprintf(text, sizeof text, GET);

	for (int i = 1; i < n; i++)
		at += (size_t)snprintf(text + at, sizeof text - at, "X-%d: v\r\n", i);
	snprintf(text + at, sizeof text - at, "\r\n");
	return verdict(str_of(text));
}

static void
test_limits(void **state)
{
	(void)state;
	assert_int_equal(with_target(WIRE_TARGET_MAX), 0);
	assert_int_equal(with_target(WIRE_TARGET_MAX + 1), 414);
	assert_int_equal(with_header_bytes(WIRE_HEADER_BYTES_MAX), 0);
	assert_int_equal(with_header_bytes(WIRE_HEADER_BYTES_MAX + 1), 431);
	assert_int_equal(with_headers(WIRE_HEADERS_MAX), 0);
	assert_int_equal(with_headers(WIRE_HEADERS_MAX + 1), 431);
	assert_int_equal(verdict(STR("POST / HTTP/1.1\r\n" HOST "Content-Length: 268435456\r\n\r\n")), 0);
	assert_int_equal(verdict(STR("POST / HTTP/1.1\r\n" HOST "Content-Length: 268435457\r\n\r\n")), 413);
}

static void
test_names_and_values(void **state)
{
	(void)state;
	accepts("GET / HTTP/1.1\r\nHost: a.b-c.bj:8080\r\n\r\n");
	accepts("GET / HTTP/1.1\r\nHost: [2001:db8::1]:80\r\n\r\n");
	accepts("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
	refuses(400, "GET / HTTP/1.1\r\nHost: a_b\r\n\r\n");
	refuses(400, "GET / HTTP/1.1\r\nHost: [::1\r\n\r\n");
	refuses(400, "GET / HTTP/1.1\r\nHost: [::1]x\r\n\r\n");
	refuses(400, "GET / HTTP/1.1\r\nHost: -a\r\n\r\n");
	accepts(GET "Cookie: a=b; c=\xc3\xa9\xe2\x82\xac\xf0\x9f\x99\x82\r\n\r\n");
	refuses(400, GET "Cookie: \xe9\r\n\r\n");
	refuses(400, GET "Cookie: \xed\xa0\x80\r\n\r\n");
	refuses(400, GET "Cookie: \xc2\x9f\r\n\r\n");
	accepts(GET "Cookie: \xc2\xa0\r\n\r\n");
	accepts(GET "X-Any-Thing_1!#$%&'*+.^`|~: 1\r\n\r\n");
	refuses(400, GET "X@: 1\r\n\r\n");
	accepts(GET "Contents: 1\r\n\r\n");
	refuses(400, GET "Content-Lengths: 1\r\n\r\n");
	accepts("POST / HTTP/1.1\r\n" HOST "Expect: 100-Continue\r\nContent-Length:\t1\r\n\r\na");
	refuses(417, "POST / HTTP/1.1\r\n" HOST "Expect: 100-continue \r\nContent-Length: 1\r\n\r\na");
	/* One meaning is counted for one request only. */
	accepts(GET "Cookie: a\r\n\r\n" GET "Cookie: a\r\n\r\n");
	refuses(400, GET "Cookie: a\r\n\r\n" GET "Cookie: a\r\nCookie: a\r\n\r\n");
	/* The first version does not rub off on the second request. */
	refuses(400, "GET / HTTP/1.0\r\n\r\nGET / HTTP/1.1\r\n\r\n");
}

static void
test_bytes(void **state)
{
	(void)state;
	/* Every byte, in each place of a request: the verdict is the same however it is cut, and NUL never passes. */
	for (unsigned byte = 0; byte < 256; byte++) {
		static const char *const shapes[] = { "G\1T / HTTP/1.1\r\n" HOST "\r\n", "GET /a\1b HTTP/1.1\r\n" HOST "\r\n",
			"GET /?\1 HTTP/1.1\r\n" HOST "\r\n", "GET / HT\1P/1.1\r\n" HOST "\r\n", "GET / HTTP/1.1\1\r\n" HOST "\r\n",
			GET "X\1Y: 1\r\n\r\n", GET "X: 1\0012\r\n\r\n", GET "\1\r\n", GET "\r\1" };

		for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
			str   shape = str_of(shapes[i]);
			char  text[128], *hole;
			bool  visible = byte > ' ' && byte < 0x7f;
			int   got;

			memcpy(text, shape.at, shape.len);
			hole = memchr(text, '\1', shape.len);
			*hole = (char)byte;
			got = verdict((str){ text, shape.len });
			if (!visible && i != 6 && byte != ' ' && byte != '\r' && byte != '\n')
				assert_int_not_equal(got, 0);
			if (i == 6)
				assert_int_equal(got == 0, byte == '\t' || (byte >= ' ' && byte < 0x7f));
			if (byte == 0)
				assert_int_equal(got, 400);
		}
	}
}

static void
test_deadlines(void **state)
{
	static const char post[] = "POST / HTTP/1.1\r\n" HOST "Content-Length: 100000\r\n\r\n";
	const int64_t     second = 1000 * 1000, t0 = 5 * second;
	static unsigned char body[100000];
	struct wire       wire;

	(void)state;
	wire_start(&wire);
	assert_true(wire_idle(&wire));
	assert_int_equal(wire_late(&wire, 1000 * second), WIRE_ACCEPTED);
	/* One byte starts the header's clock; more bytes do not start it again. */
	wire_scan(&wire, (const unsigned char *)post, 1, t0);
	wire_scan(&wire, (const unsigned char *)post + 1, 1, t0 + 9 * second);
	assert_false(wire_idle(&wire));
	assert_int_equal(wire_late(&wire, t0 + 10 * second), WIRE_ACCEPTED);
	assert_int_equal(wire_late(&wire, t0 + 10 * second + 1), WIRE_TOO_SLOW);
	/* The body's clock starts with the end of the headers. */
	wire_scan(&wire, (const unsigned char *)post + 2, sizeof post - 3, t0 + 9 * second);
	assert_int_equal(wire.body_started_us, t0 + 9 * second);
	assert_int_equal(wire_late(&wire, t0 + 19 * second), WIRE_ACCEPTED);
	assert_int_equal(wire_late(&wire, t0 + 20 * second), WIRE_TOO_SLOW);
	/* 500 bytes a second after the grace are enough, 499 are not. */
	wire_scan(&wire, body, 499, t0 + 19 * second);
	assert_int_equal(wire_late(&wire, t0 + 20 * second), WIRE_TOO_SLOW);
	wire_scan(&wire, body, 1, t0 + 19 * second);
	assert_int_equal(wire_late(&wire, t0 + 20 * second), WIRE_ACCEPTED);
	/* Complete, nothing is late any more. */
	wire_scan(&wire, body, sizeof body - 500, t0 + 20 * second);
	assert_true(wire_idle(&wire));
	assert_int_equal(wire_late(&wire, t0 + 1000 * second), WIRE_ACCEPTED);
	/* The next request has a clock of its own. */
	wire_scan(&wire, (const unsigned char *)"G", 1, t0 + 500 * second);
	assert_int_equal(wire_late(&wire, t0 + 509 * second), WIRE_ACCEPTED);
	assert_int_equal(wire_late(&wire, t0 + 511 * second), WIRE_TOO_SLOW);
	/* Refused is not late. */
	wire_refuse(&wire, WIRE_TOO_SLOW);
	assert_int_equal(wire_late(&wire, t0 + 900 * second), WIRE_ACCEPTED);
	assert_int_equal(wire_scan(&wire, (const unsigned char *)"E", 1, 0), 0);
}

static bool
contains(str text, const char *part)
{
	return memmem(text.at, text.len, part, strlen(part)) != NULL;
}

static void
test_replies(void **state)
{
	static const int statuses[WIRE_REFUSALS] = { 0, 400, 405, 408, 411, 413, 414, 415, 417, 431, 501, 505 };

	(void)state;
	assert_null(wire_refusal_reply(WIRE_ACCEPTED).at);
	assert_null(wire_refusal_head(WIRE_ACCEPTED).at);
	for (int i = 1; i < WIRE_REFUSALS; i++) {
		str  reply = wire_refusal_reply((enum wire_refusal)i), head = wire_refusal_head((enum wire_refusal)i), page;
		char start[32], length[64];

		assert_int_equal(wire_status((enum wire_refusal)i), statuses[i]);
		snprintf(start, sizeof start, "HTTP/1.1 %d ", statuses[i]);
		assert_true(str_starts(reply, str_of(start)));
		assert_true(str_starts(reply, head));
		assert_true(str_ends(head, STR("\r\n\r\n")));
		page = str_skip(reply, head.len);
		assert_true(str_starts(page, STR("<!doctype html>")) && str_ends(page, STR("</html>\n")));
		assert_true(utf8_valid(reply));
		snprintf(length, sizeof length, "\r\nContent-Length: %zu\r\n", page.len);
		assert_true(contains(head, length));
		assert_true(contains(head, "\r\nContent-Type: text/html; charset=utf-8\r\n"));
		assert_true(contains(head, "\r\nConnection: close\r\n"));
		assert_true(contains(head, "\r\nCache-Control: no-store\r\n"));
		assert_true(contains(head, "\r\nX-Content-Type-Options: nosniff\r\n"));
		assert_true(contains(head, "\r\nContent-Security-Policy: default-src 'none'"));
		assert_int_equal(contains(head, "\r\nAllow: GET, HEAD, POST\r\n"), statuses[i] == 405);
	}
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_corpus),
		cmocka_unit_test(test_handed_on),
		cmocka_unit_test(test_limits),
		cmocka_unit_test(test_names_and_values),
		cmocka_unit_test(test_bytes),
		cmocka_unit_test(test_deadlines),
		cmocka_unit_test(test_replies),
	};

	if (argc > 1)
		folder = argv[1];
	return cmocka_run_group_tests(tests, NULL, NULL);
}
