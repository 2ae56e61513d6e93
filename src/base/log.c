/* The log: one JSON object a line on standard error, for a collector to read.
 * A line is built on the stack, at most 4,096 bytes (PIPE_BUF), and leaves by one write: lines of several threads
 * never mix and logging works when memory is gone. A line that is too long loses its end, never its form. */
#include <errno.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

#include "guichet/clock.h"
#include "guichet/log.h"

#define LINE_MOST   ((size_t)4096)
#define TAIL        ((size_t)3)    /* room kept for "}\n */
#define BUFFER_MOST ((size_t)64 * 1024)

_Static_assert(LINE_MOST <= PIPE_BUF, "a line is one atomic write to a pipe");

struct line {
	size_t len;
	bool   full;
	char   at[LINE_MOST];
};

static enum log_level least_level = LOG_INFO;

/* Only the thread of the network loop touches these. */
static char   buffer[BUFFER_MOST];
static size_t buffered;

static const char *const LEVELS[] = { "debug", "info", "warn", "error" };

void
log_open(enum log_level least)
{
	least_level = least;
}

static void
write_all(const char *at, size_t len)
{
	while (len > 0) {
		const ssize_t n = write(STDERR_FILENO, at, len);

		if (n < 0 && errno == EINTR)
			continue;
		/* A log that cannot be written must not stop the service. */
		if (n <= 0)
			return;
		at += n;
		len -= (size_t)n;
	}
}

/* All or nothing; the tail stays free. */
static void
line_put(struct line *line, str s)
{
	if (line->full || s.len > LINE_MOST - TAIL - line->len) {
		line->full = true;
		return;
	}
	memcpy(line->at + line->len, s.at, s.len);
	line->len += s.len;
}

static size_t
character_length(str s)
{
	const unsigned char c = (unsigned char)s.at[0];
	const size_t        length = c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;

	return length <= s.len && utf8_valid((str){ .at = s.at, .len = length }) ? length : 0;
}

static void
line_put_escaped(struct line *line, str s)
{
	while (s.len > 0 && !line->full) {
		const unsigned char c = (unsigned char)s.at[0];
		size_t              length = 1;

		if (c == '"' || c == '\\') {
			line_put(line, c == '"' ? STR("\\\"") : STR("\\\\"));
		} else if (c < 0x20 || c == 0x7F) {
			char code[7];

			(void)snprintf(code, sizeof code, "\\u%04x", c);
			line_put(line, str_of(code));
		} else if ((length = character_length(s)) > 0) {
			line_put(line, (str){ .at = s.at, .len = length });
		} else {
			length = 1;
			line_put(line, STR("\xEF\xBF\xBD"));
		}
		s = str_skip(s, length);
	}
}

static void
line_text(struct line *line, const char *name, str value)
{
	char      opening[64];
	const int n = snprintf(opening, sizeof opening, ",\"%s\":\"", name);

	if (n < 0 || (size_t)n >= sizeof opening)
		return;
	line_put(line, (str){ .at = opening, .len = (size_t)n });
	if (line->full)
		return;
	line_put_escaped(line, value);
	line->at[line->len++] = '"';
	/* The closing mark took one byte of the tail: give it back or stop here. */
	line->full = line->full || line->len > LINE_MOST - TAIL;
}

static void
line_number(struct line *line, const char *name, int64_t value)
{
	char      text[64];
	const int n = snprintf(text, sizeof text, ",\"%s\":%lld", name, (long long)value);

	if (n > 0 && (size_t)n < sizeof text)
		line_put(line, (str){ .at = text, .len = (size_t)n });
}

static void
line_open(struct line *line, enum log_level level, const char *event)
{
	const int64_t     now = clock_now();
	const int64_t     seconds = now / 1000000;
	const int         of_day = (int)(seconds % 86400);
	const struct date d = date_of_days((int32_t)(seconds / 86400));
	char              text[128];
	const int n = snprintf(text, sizeof text, "{\"time\":\"%04d-%02d-%02dT%02d:%02d:%02d.%03dZ\",\"level\":\"%s\"",
	                       d.year, d.month, d.day, of_day / 3600, of_day / 60 % 60, of_day % 60,
	                       (int)(now / 1000 % 1000), LEVELS[level]);

	line->len = 0;
	line->full = false;
	line_put(line, (str){ .at = text, .len = n > 0 ? (size_t)n : 0 });
	line_text(line, "event", str_of(event));
}

static void
line_close(struct line *line)
{
	line->at[line->len++] = '}';
	line->at[line->len++] = '\n';
}

void
log_event(enum log_level level, const char *event, ...)
{
	struct line line;
	va_list     args;
	const char *name;

	if (level < least_level)
		return;
	line_open(&line, level, event);
	va_start(args, event);
	while ((name = va_arg(args, const char *)) != NULL)
		line_text(&line, name, va_arg(args, str));
	va_end(args);
	line_close(&line);
	write_all(line.at, line.len);
}

void
log_request(str method, str route, int status, size_t bytes, int64_t microseconds, str reference, str queue)
{
	struct line line;

	if (LOG_INFO < least_level)
		return;
	line_open(&line, LOG_INFO, "request");
	line_text(&line, "method", method);
	line_text(&line, "route", route);
	line_number(&line, "status", status);
	line_number(&line, "bytes", (int64_t)bytes);
	line_number(&line, "us", microseconds);
	line_text(&line, "reference", reference);
	line_text(&line, "queue", queue);
	line_close(&line);
	if (line.len > BUFFER_MOST - buffered)
		log_flush();
	memcpy(buffer + buffered, line.at, line.len);
	buffered += line.len;
}

void
log_flush(void)
{
	write_all(buffer, buffered);
	buffered = 0;
}
