/* The log: lines are JSON whatever is put in them. Standard error is turned to a pipe while a line is written. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <unistd.h>

#include "guichet/log.h"

static int  real_stderr, pipe_out;
static char text[65536];

static void
catch(void)
{
	int ends[2];

	assert_int_equal(pipe(ends), 0);
	real_stderr = dup(STDERR_FILENO);
	assert_int_equal(dup2(ends[1], STDERR_FILENO), STDERR_FILENO);
	assert_int_equal(close(ends[1]), 0);
	pipe_out = ends[0];
}

/* What was written since catch(). */
static const char *
caught(void)
{
	size_t  len = 0;
	ssize_t n;

	assert_int_equal(dup2(real_stderr, STDERR_FILENO), STDERR_FILENO);
	assert_int_equal(close(real_stderr), 0);
	while ((n = read(pipe_out, text + len, sizeof text - 1 - len)) > 0)
		len += (size_t)n;
	assert_int_equal(close(pipe_out), 0);
	text[len] = '\0';
	return text;
}

static void
assert_has(const char *line, const char *part)
{
	if (strstr(line, part) == NULL)
		fail_msg("no %s in %s", part, line);
}

static void
an_event_is_a_line(void **state)
{
	(void)state;
	catch();
	log_event(LOG_INFO, "listening", "port", STR("8080"), "address", NO_STR, NULL);
	const char *line = caught();

	assert_has(line, "\"level\":\"info\",\"event\":\"listening\",\"port\":\"8080\",\"address\":\"\"}\n");
	assert_memory_equal(line, "{\"time\":\"20", 11);
	assert_int_equal(line[32], 'Z');
	assert_int_equal(line[strlen(line) - 1], '\n');
}

static void
values_are_escaped(void **state)
{
	(void)state;
	catch();
	log_event(LOG_WARN, "odd", "v", STR("\"\\\n\x01\x7F" "é€\xC3\xED\xA0\x80\0"), NULL);
	assert_has(caught(), "\"v\":\"\\\"\\\\\\u000a\\u0001\\u007fé€\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"
	                     "\\u0000\"}\n");
}

static void
a_long_line_stays_json(void **state)
{
	static char big[10000];

	(void)state;
	for (size_t pad = 0; pad < 8; pad++) {
		memset(big, pad % 2 ? '"' : 'x', sizeof big);
		catch();
		log_event(LOG_ERROR, "long", "pad", (str){ .at = "aaaaaaaa", .len = pad }, "v",
		          (str){ .at = big, .len = sizeof big }, "after", STR("never"), NULL);
		const char *line = caught();
		const size_t len = strlen(line);

		assert_in_range(len, 4000, 4096);
		assert_string_equal(line + len - 3, "\"}\n");
		assert_null(strstr(line, "never"));
	}
}

static void
lower_levels_are_silent(void **state)
{
	(void)state;
	catch();
	log_event(LOG_DEBUG, "silent", NULL);
	log_open(LOG_ERROR);
	log_event(LOG_WARN, "silent", NULL);
	log_request(STR("GET"), STR("/"), 200, 1, 1, NO_STR, NO_STR);
	log_flush();
	log_open(LOG_DEBUG);
	log_event(LOG_DEBUG, "spoken", NULL);
	log_open(LOG_INFO);
	const char *line = caught();

	assert_null(strstr(line, "silent"));
	assert_null(strstr(line, "request"));
	assert_has(line, "spoken");
}

static void
requests_wait_for_the_flush(void **state)
{
	(void)state;
	catch();
	log_request(STR("GET"), STR("/carriere"), 200, 5120, 812, STR("7Q2M"), STR("read"));
	assert_string_equal(caught(), "");
	catch();
	log_flush();
	assert_has(caught(), "\"event\":\"request\",\"method\":\"GET\",\"route\":\"/carriere\",\"status\":200,"
	                     "\"bytes\":5120,\"us\":812,\"reference\":\"7Q2M\",\"queue\":\"read\"}\n");
	catch();
	log_flush();
	assert_string_equal(caught(), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_event_is_a_line),      cmocka_unit_test(values_are_escaped),
		cmocka_unit_test(a_long_line_stays_json),  cmocka_unit_test(lower_levels_are_silent),
		cmocka_unit_test(requests_wait_for_the_flush),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
