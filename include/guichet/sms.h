/* The text of an SMS: what it costs, and what fits in one.
 *
 * A part holds 160 characters of the GSM alphabet (3GPP TS 23.038), or 70 when one single character is foreign to it. So what
 * that alphabet lacks of written French is folded (’ « ç ê …), which nobody misreads and which halves the price; a letter that
 * has no such neighbour (ɔ, ɖ, ŋ of Fon) makes the message UCS-2, and keeps the name of the person as he writes it. */
#ifndef GUICHET_SMS_H
#define GUICHET_SMS_H
#include "guichet/arena.h"

#define SMS_PARTS_MOST 10

struct sms_text {
	bool wide;         /* UCS-2 */
	str  text;         /* UTF-8: folded, or as it was when wide */
	int  parts;        /* 1..; more than SMS_PARTS_MOST is too long to be sent. 0: nothing to send, or not UTF-8 */
};

struct sms_text sms_measure(struct arena *arena, str text);
/* One part of the GSM alphabet, whatever `text` is: the rest is folded, foreign letters become "?", and what is too long
 * ends with "..." after a whole word. */
str  sms_answer(struct arena *arena, str text);
/* What the address of a delivery report holds, so that nobody else can make one: 32 hexadecimal digits. */
str  sms_receipt_key(struct arena *arena, const char *secret, int64_t message);
/* Compared in constant time; an empty secret fits nothing. */
bool sms_secret_fits(str given, str secret);
#endif
