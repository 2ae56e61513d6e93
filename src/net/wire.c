/* The wire's state machine: request line, header lines, body, byte by byte. The rules are told in wire.h; the target,
 * the known fields and the characters have files of their own. */
#include "wire_parts.h"

void
wire_start(struct wire *wire)
{
	memset(wire, 0, sizeof *wire);
}

bool
wire_idle(const struct wire *wire)
{
	return wire->state == WIRE_IDLE;
}

void
wire_refuse(struct wire *wire, enum wire_refusal refusal)
{
	wire->state = WIRE_REFUSED;
	wire->refusal = refusal;
}

static bool
held_is(const struct wire *wire, str word)
{
	return wire->held_length == word.len && memcmp(wire->held, word.at, word.len) == 0;
}

static void
request_start(struct wire *wire, int64_t now_us)
{
	wire->state = WIRE_METHOD;
	wire->method = WIRE_NO_METHOD;
	wire->seen = 0;
	wire->header_count = 0;
	wire->header_bytes = 0;
	wire->body_length = 0;
	wire->body_got = 0;
	wire->held_length = 0;
	wire->started_us = now_us;
}

static enum wire_refusal
method_end(struct wire *wire)
{
	static const str others[] = { STR("PUT"), STR("DELETE"), STR("PATCH"), STR("OPTIONS"), STR("TRACE"),
		STR("CONNECT") };

	if (held_is(wire, STR("GET")))
		wire->method = WIRE_GET;
	else if (held_is(wire, STR("HEAD")))
		wire->method = WIRE_HEAD;
	else if (held_is(wire, STR("POST")))
		wire->method = WIRE_POST;
	if (wire->method != WIRE_NO_METHOD) {
		wire->state = WIRE_TARGET;
		wire_target_start(wire);
		return WIRE_ACCEPTED;
	}
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (held_is(wire, others[i]))
			return WIRE_BAD_METHOD;
	return wire->held_length == 0 ? WIRE_BAD_REQUEST : WIRE_UNKNOWN_METHOD;
}

static enum wire_refusal
method_byte(struct wire *wire, unsigned char c)
{
	enum { METHOD_MAX = 24 };

	if (c == ' ')
		return method_end(wire);
	if (!wire_token_byte(c))
		return WIRE_BAD_REQUEST;
	wire_hold(wire, c);
	return wire->held_length > METHOD_MAX ? WIRE_UNKNOWN_METHOD : WIRE_ACCEPTED;
}

static enum wire_refusal
version_end(struct wire *wire)
{
	const char *word = wire->held;

	if (wire->held_length != 8 || memcmp(word, "HTTP/", 5) != 0 || word[6] != '.')
		return WIRE_BAD_REQUEST;
	if (word[5] < '0' || word[5] > '9' || word[7] < '0' || word[7] > '9')
		return WIRE_BAD_REQUEST;
	if (word[5] != '1' || word[7] > '1')
		return WIRE_BAD_VERSION;
	wire->minor = (uint8_t)(word[7] - '0');
	wire->state = WIRE_REQUEST_LF;
	return WIRE_ACCEPTED;
}

static enum wire_refusal
version_byte(struct wire *wire, unsigned char c)
{
	if (c == '\r')
		return version_end(wire);
	if (c <= ' ' || c >= 0x7f || wire->held_length >= 8)
		return WIRE_BAD_REQUEST;
	wire_hold(wire, c);
	return WIRE_ACCEPTED;
}

static enum wire_refusal
target_byte(struct wire *wire, unsigned char c)
{
	enum wire_refusal refusal;

	if (c != ' ')
		return wire_target_byte(wire, c);
	refusal = wire_target_end(wire);
	wire->state = WIRE_VERSION;
	wire->held_length = 0;
	return refusal;
}

static enum wire_refusal
name_byte(struct wire *wire, unsigned char c)
{
	if (c == ':') {
		enum wire_refusal refusal = wire_name_end(wire);

		wire->state = WIRE_VALUE_START;
		wire->held_length = 0;
		return refusal;
	}
	if (!wire_token_byte(c))
		return WIRE_BAD_REQUEST;
	wire_hold(wire, c >= 'A' && c <= 'Z' ? (unsigned char)(c + 32) : c);
	return WIRE_ACCEPTED;
}

static enum wire_refusal
line_byte(struct wire *wire, unsigned char c)
{
	if (c == '\r') {
		wire->state = WIRE_END_LF;
		return WIRE_ACCEPTED;
	}
	if (wire->header_count == WIRE_HEADERS_MAX)
		return WIRE_HEADERS_TOO_LARGE;
	wire->header_count++;
	wire->held_length = 0;
	wire->state = WIRE_NAME;
	return name_byte(wire, c);
}

static enum wire_refusal
value_byte(struct wire *wire, unsigned char c)
{
	if (wire->state == WIRE_VALUE_START && (c == ' ' || c == '\t'))
		return WIRE_ACCEPTED;
	wire->state = WIRE_VALUE;
	if (c == '\r') {
		wire->state = WIRE_VALUE_LF;
		return wire->utf8_left > 0 ? WIRE_BAD_REQUEST : wire_value_end(wire);
	}
	if ((c < ' ' && c != '\t') || c == 0x7f || !wire_utf8_byte(wire, c))
		return WIRE_BAD_REQUEST;
	if (wire_value_held(wire))
		wire_hold(wire, c);
	return WIRE_ACCEPTED;
}

static void
request_end(struct wire *wire)
{
	wire->requests++;
	wire->state = WIRE_IDLE;
}

static enum wire_refusal
headers_end(struct wire *wire, int64_t now_us)
{
	enum wire_refusal refusal = wire_headers_end(wire);

	if (refusal != WIRE_ACCEPTED)
		return refusal;
	wire->body_started_us = now_us;
	wire->state = WIRE_BODY;
	if (wire->body_length == 0)
		request_end(wire);
	return WIRE_ACCEPTED;
}

/* A line feed is accepted in these three places only. */
static enum wire_refusal
feed_byte(struct wire *wire, unsigned char c, int64_t now_us)
{
	if (c != '\n')
		return WIRE_BAD_REQUEST;
	if (wire->state == WIRE_END_LF)
		return headers_end(wire, now_us);
	wire->state = WIRE_LINE;
	return WIRE_ACCEPTED;
}

static enum wire_refusal
head_byte(struct wire *wire, unsigned char c, int64_t now_us)
{
	if (wire->state >= WIRE_LINE && ++wire->header_bytes > WIRE_HEADER_BYTES_MAX)
		return WIRE_HEADERS_TOO_LARGE;
	switch (wire->state) {
	case WIRE_IDLE:
		request_start(wire, now_us);
		return method_byte(wire, c);
	case WIRE_METHOD:
		return method_byte(wire, c);
	case WIRE_TARGET:
		return target_byte(wire, c);
	case WIRE_VERSION:
		return version_byte(wire, c);
	case WIRE_LINE:
		return line_byte(wire, c);
	case WIRE_NAME:
		return name_byte(wire, c);
	case WIRE_VALUE_START:
	case WIRE_VALUE:
		return value_byte(wire, c);
	case WIRE_REQUEST_LF:
	case WIRE_VALUE_LF:
	case WIRE_END_LF:
		return feed_byte(wire, c, now_us);
	case WIRE_BODY:
	case WIRE_REFUSED:
		break;
	}
	return WIRE_BAD_REQUEST;
}

/* As much of the body as is there; returns its bytes. */
static size_t
body_bytes(struct wire *wire, size_t n)
{
	uint64_t left = wire->body_length - wire->body_got;
	size_t   taken = n < left ? n : (size_t)left;

	wire->body_got += taken;
	if (taken == left)
		request_end(wire);
	return taken;
}

size_t
wire_scan(struct wire *wire, const unsigned char *bytes, size_t n, int64_t now_us)
{
	size_t at = 0, request = 0;      /* where the current request begins in these bytes */

	if (wire->state == WIRE_REFUSED)
		return 0;
	while (at < n) {
		enum wire_refusal refusal;

		if (wire->state == WIRE_BODY) {
			at += body_bytes(wire, n - at);
			continue;
		}
		if (wire->state == WIRE_IDLE)
			request = at;
		refusal = head_byte(wire, bytes[at++], now_us);
		if (refusal != WIRE_ACCEPTED) {
			wire_refuse(wire, refusal);
			return request;
		}
	}
	return n;
}

enum wire_refusal
wire_late(const struct wire *wire, int64_t now_us)
{
	int64_t spent;

	if (wire->state == WIRE_IDLE || wire->state == WIRE_REFUSED)
		return WIRE_ACCEPTED;
	if (wire->state != WIRE_BODY)
		return now_us - wire->started_us > WIRE_HEADER_US ? WIRE_TOO_SLOW : WIRE_ACCEPTED;
	spent = now_us - wire->body_started_us - WIRE_GRACE_US;
	if (spent <= 0)
		return WIRE_ACCEPTED;
	return (int64_t)wire->body_got < spent / 1000 * WIRE_BODY_RATE / 1000 ? WIRE_TOO_SLOW : WIRE_ACCEPTED;
}
