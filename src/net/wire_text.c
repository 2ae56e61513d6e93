/* The characters and words that the wire reads. */
#include "wire_parts.h"

bool
wire_token_byte(unsigned char c)
{
	if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))
		return true;
	return c > ' ' && c < 0x7f && memchr("!#$%&'*+-.^_`|~", c, 15) != NULL;
}

bool
wire_utf8_byte(struct wire *wire, unsigned char c)
{
	if (wire->utf8_left > 0) {
		if (c < wire->utf8_low || c > wire->utf8_high)
			return false;
		wire->utf8_left--;
		wire->utf8_low = 0x80;
		wire->utf8_high = 0xbf;
		return true;
	}
	if (c < 0x80)
		return true;
	if (c < 0xc2 || c > 0xf4)
		return false;
	wire->utf8_left = c < 0xe0 ? 1 : c < 0xf0 ? 2 : 3;
	/* C2 80-9F are controls; E0 and F0 would allow overlong forms, ED surrogates, F4 what lies beyond Unicode. */
	wire->utf8_low = c == 0xc2 || c == 0xe0 ? 0xa0 : c == 0xf0 ? 0x90 : 0x80;
	wire->utf8_high = c == 0xed ? 0x9f : c == 0xf4 ? 0x8f : 0xbf;
	return true;
}

void
wire_hold(struct wire *wire, unsigned char c)
{
	if (wire->held_length < WIRE_HELD_MAX)
		wire->held[wire->held_length++] = (char)c;
	else
		wire->held_length = WIRE_HELD_MAX + 1;
}
