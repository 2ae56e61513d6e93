/* The request target: origin form only, every byte visible, the path canonical once decoded, so that libmicrohttpd,
 * the router and any proxy in front cannot understand three different paths. */
#include "wire_parts.h"

enum { SEGMENT_EMPTY, SEGMENT_DOT, SEGMENT_DOTS, SEGMENT_NAME };

void
wire_target_start(struct wire *wire)
{
	wire->target_length = 0;
	wire->in_query = false;
	wire->percent = 0;
	wire->utf8_left = 0;
	wire->segment = SEGMENT_NAME;    /* nothing stands before the first '/' */
}

static bool
segment_plain(const struct wire *wire)
{
	return wire->segment != SEGMENT_DOT && wire->segment != SEGMENT_DOTS;
}

/* One decoded byte of a segment, or of the query. */
static enum wire_refusal
target_character(struct wire *wire, unsigned char c)
{
	if (!wire_utf8_byte(wire, c))
		return WIRE_BAD_REQUEST;
	if (c == '.' && wire->segment < SEGMENT_DOTS)
		wire->segment++;
	else
		wire->segment = SEGMENT_NAME;
	return WIRE_ACCEPTED;
}

static enum wire_refusal
percent_digit(struct wire *wire, unsigned char c)
{
	unsigned char digit, value;

	if (c >= '0' && c <= '9')
		digit = (unsigned char)(c - '0');
	else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'f')
		digit = (unsigned char)((c | 0x20) - 'a' + 10);
	else
		return WIRE_BAD_REQUEST;
	value = (unsigned char)(wire->percent_value << 4 | digit);
	wire->percent_value = digit;
	if (++wire->percent <= 2)
		return WIRE_ACCEPTED;
	wire->percent = 0;
	if (value == '\0' || value == '\n' || value == '\r')
		return WIRE_BAD_REQUEST;
	if (!wire->in_query && (value < ' ' || value == 0x7f || value == '/' || value == '\\'))
		return WIRE_BAD_REQUEST;
	return target_character(wire, value);
}

enum wire_refusal
wire_target_byte(struct wire *wire, unsigned char c)
{
	if (c <= ' ' || c >= 0x7f || memchr("\"#<>\\", c, 5) != NULL)
		return WIRE_BAD_REQUEST;
	if (wire->target_length == 0 && c != '/')
		return WIRE_BAD_REQUEST;
	if (++wire->target_length > WIRE_TARGET_MAX)
		return WIRE_TARGET_TOO_LONG;
	if (wire->percent > 0)
		return percent_digit(wire, c);
	if (c == '%') {
		wire->percent = 1;
		wire->percent_value = 0;
		return WIRE_ACCEPTED;
	}
	if (wire->utf8_left > 0)
		return WIRE_BAD_REQUEST;
	if (!wire->in_query && c == '?') {
		wire->in_query = true;
		return segment_plain(wire) ? WIRE_ACCEPTED : WIRE_BAD_REQUEST;
	}
	if (!wire->in_query && c == '/') {
		if (wire->segment == SEGMENT_EMPTY || !segment_plain(wire))
			return WIRE_BAD_REQUEST;
		wire->segment = SEGMENT_EMPTY;
		return WIRE_ACCEPTED;
	}
	return target_character(wire, c);
}

enum wire_refusal
wire_target_end(const struct wire *wire)
{
	if (wire->target_length == 0 || wire->percent > 0 || wire->utf8_left > 0)
		return WIRE_BAD_REQUEST;
	return wire->in_query || segment_plain(wire) ? WIRE_ACCEPTED : WIRE_BAD_REQUEST;
}
