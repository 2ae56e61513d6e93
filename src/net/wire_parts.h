/* The parts of the wire's state machine, shared by the wire*.c files only. A function of type enum wire_refusal returns
 * WIRE_ACCEPTED or the refusal that the byte or line deserves. */
#ifndef GUICHET_NET_WIRE_PARTS_H
#define GUICHET_NET_WIRE_PARTS_H
#include "wire.h"

/* wire_text.c */
/* Token characters of RFC 9110, 5.6.2. */
bool wire_token_byte(unsigned char c);

/* One byte of UTF-8; false when no valid text continues so, or on a control of the C1 block. */
bool wire_utf8_byte(struct wire *wire, unsigned char c);

/* Keeps a byte of the current word; beyond WIRE_HELD_MAX it only remembers that the word did not fit. */
void wire_hold(struct wire *wire, unsigned char c);

/* wire_target.c */
void              wire_target_start(struct wire *wire);
enum wire_refusal wire_target_byte(struct wire *wire, unsigned char c);
enum wire_refusal wire_target_end(const struct wire *wire);

/* wire_field.c */
enum wire_refusal wire_name_end(struct wire *wire);          /* `held` is the lower-cased name */
bool              wire_value_held(const struct wire *wire);  /* does the current field's value matter? */
enum wire_refusal wire_value_end(struct wire *wire);         /* `held` is the value, if it matters */
enum wire_refusal wire_headers_end(struct wire *wire);       /* what only the whole block can tell */
#endif
