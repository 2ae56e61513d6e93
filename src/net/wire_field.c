/* The header fields that decide where a message ends and whom it is for, and those that may come only once. */
#include "wire_parts.h"

enum rule {
	RULE_ONCE,      /* at most once */
	RULE_HELD,      /* at most once, and its value is examined */
	RULE_CODING,    /* never: 415 */
	RULE_NEVER      /* never: 400 */
};

enum { FIELD_OTHER, FIELD_HOST, FIELD_LENGTH, FIELD_TRANSFER, FIELD_EXPECT };

static const struct {
	str       name;
	enum rule rule;
} known[] = {
	[FIELD_OTHER] = { NO_STR, RULE_ONCE },
	[FIELD_HOST] = { STR("host"), RULE_HELD },
	[FIELD_LENGTH] = { STR("content-length"), RULE_HELD },
	[FIELD_TRANSFER] = { STR("transfer-encoding"), RULE_HELD },
	[FIELD_EXPECT] = { STR("expect"), RULE_HELD },
	{ STR("content-encoding"), RULE_CODING },
	{ STR("trailer"), RULE_NEVER },
	{ STR("content-type"), RULE_ONCE },
	{ STR("cookie"), RULE_ONCE },
	{ STR("origin"), RULE_ONCE },
	{ STR("authorization"), RULE_ONCE },
	{ STR("range"), RULE_ONCE },
	{ STR("if-range"), RULE_ONCE },
	{ STR("if-modified-since"), RULE_ONCE },
	{ STR("if-none-match"), RULE_ONCE },
	{ STR("referer"), RULE_ONCE },
	{ STR("user-agent"), RULE_ONCE },
	{ STR("sec-fetch-site"), RULE_ONCE },
	{ STR("content-disposition"), RULE_ONCE },
	{ STR("content-range"), RULE_NEVER },
};
enum { KNOWN = sizeof known / sizeof *known };
_Static_assert(KNOWN <= 32, "one bit of `seen` each");

static str
held(const struct wire *wire)
{
	return (str){ wire->held, wire->held_length };
}

/* "Content-Length-2", "Content_Length": nobody honest sends them, and some reader may take them for the real one. */
static bool
name_resembles(const struct wire *wire, str name)
{
	if (wire->held_length < name.len)
		return false;
	for (size_t i = 0; i < name.len; i++) {
		char c = wire->held[i] == '_' ? '-' : wire->held[i];

		if (c != name.at[i])
			return false;
	}
	return true;
}

enum wire_refusal
wire_name_end(struct wire *wire)
{
	wire->field = FIELD_OTHER;
	if (wire->held_length == 0)
		return WIRE_BAD_REQUEST;
	for (uint8_t i = 1; i < KNOWN && wire->held_length <= WIRE_HELD_MAX; i++)
		if (str_eq(held(wire), known[i].name))
			wire->field = i;
	if (wire->field == FIELD_OTHER) {
		if (name_resembles(wire, known[FIELD_LENGTH].name) || name_resembles(wire, known[FIELD_TRANSFER].name))
			return WIRE_BAD_REQUEST;
		return WIRE_ACCEPTED;
	}
	if (known[wire->field].rule == RULE_CODING)
		return WIRE_BAD_CODING;
	if (known[wire->field].rule == RULE_NEVER || (wire->seen >> wire->field & 1) != 0)
		return WIRE_BAD_REQUEST;
	wire->seen |= (uint32_t)1 << wire->field;
	return WIRE_ACCEPTED;
}

bool
wire_value_held(const struct wire *wire)
{
	return wire->field != FIELD_OTHER && known[wire->field].rule == RULE_HELD;
}

/* Lower-cases what is held and compares it. */
static bool
value_is(struct wire *wire, str word)
{
	if (wire->held_length != word.len)
		return false;
	for (size_t i = 0; i < word.len; i++) {
		char c = wire->held[i];

		if ((c >= 'A' && c <= 'Z' ? (char)(c + 32) : c) != word.at[i])
			return false;
	}
	return true;
}

static bool
alphanumeric(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Bytes of a bracketed IPv6 address at the head of `value`, 0 if there is none. */
static size_t
host_literal(str value)
{
	for (size_t i = 1; i < value.len; i++) {
		char c = value.at[i];

		if (c == ']')
			return i > 2 ? i + 1 : 0;
		if (c != ':' && c != '.' && !(c >= '0' && c <= '9') && !((c | 0x20) >= 'a' && (c | 0x20) <= 'f'))
			return 0;
	}
	return 0;
}

/* Bytes of a plain host name at the head of `value`: labels of letters, digits and '-', none of them empty. */
static size_t
host_name(str value)
{
	size_t n = 0;

	while (n < value.len && value.at[n] != ':') {
		char c = value.at[n], before = n == 0 ? '.' : value.at[n - 1];

		if (!alphanumeric(c) && (before == '.' || (c != '-' && c != '.')))
			return 0;
		n++;
	}
	return n <= 255 ? n : 0;
}

static bool
port_valid(str port)
{
	uint32_t number = 0;

	if (port.len < 1 || port.len > 5)
		return false;
	for (size_t i = 0; i < port.len; i++) {
		if (port.at[i] < '0' || port.at[i] > '9')
			return false;
		number = number * 10 + (uint32_t)(port.at[i] - '0');
	}
	return number > 0 && number <= 65535;
}

static bool
host_valid(str value)
{
	size_t n;

	if (value.len == 0 || value.len > WIRE_HELD_MAX)
		return false;
	n = value.at[0] == '[' ? host_literal(value) : host_name(value);
	if (n == 0 || n == value.len)
		return n > 0;
	return value.at[n] == ':' && port_valid((str){ value.at + n + 1, value.len - n - 1 });
}

static enum wire_refusal
length_read(struct wire *wire)
{
	str      digits = held(wire);
	uint64_t length = 0;

	if (digits.len == 0 || (digits.len > 1 && digits.at[0] == '0'))
		return WIRE_BAD_REQUEST;
	for (size_t i = 0; i < digits.len && i < WIRE_HELD_MAX; i++) {
		if (digits.at[i] < '0' || digits.at[i] > '9')
			return WIRE_BAD_REQUEST;
		if (length <= WIRE_BODY_MAX)
			length = length * 10 + (uint64_t)(digits.at[i] - '0');
	}
	wire->body_length = length;
	return length > WIRE_BODY_MAX ? WIRE_BODY_TOO_LARGE : WIRE_ACCEPTED;
}

enum wire_refusal
wire_value_end(struct wire *wire)
{
	switch (wire->field) {
	case FIELD_HOST:
		return host_valid(held(wire)) ? WIRE_ACCEPTED : WIRE_BAD_REQUEST;
	case FIELD_LENGTH:
		return length_read(wire);
	case FIELD_TRANSFER:
		/* The block's end decides: a length may still come. */
		return wire->minor == 1 && value_is(wire, STR("chunked")) ? WIRE_ACCEPTED : WIRE_BAD_REQUEST;
	case FIELD_EXPECT:
		return value_is(wire, STR("100-continue")) ? WIRE_ACCEPTED : WIRE_BAD_EXPECTATION;
	default:
		return WIRE_ACCEPTED;
	}
}

enum wire_refusal
wire_headers_end(struct wire *wire)
{
	bool length = (wire->seen >> FIELD_LENGTH & 1) != 0;
	bool transfer = (wire->seen >> FIELD_TRANSFER & 1) != 0;
	bool expect = (wire->seen >> FIELD_EXPECT & 1) != 0;

	if (wire->minor == 1 && (wire->seen >> FIELD_HOST & 1) == 0)
		return WIRE_BAD_REQUEST;
	if (wire->method != WIRE_POST && (transfer || wire->body_length > 0))
		return WIRE_BAD_REQUEST;
	if (wire->method != WIRE_POST)
		return expect ? WIRE_BAD_EXPECTATION : WIRE_ACCEPTED;
	if (transfer && length)
		return WIRE_BAD_REQUEST;
	if (!length)
		return WIRE_LENGTH_REQUIRED;
	return expect && wire->body_length == 0 ? WIRE_BAD_EXPECTATION : WIRE_ACCEPTED;
}
