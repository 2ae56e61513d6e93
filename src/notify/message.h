/* The text of one e-mail, from what the outbox holds. Pure: no clock, no network, no configuration. */
#ifndef GUICHET_NOTIFY_MESSAGE_H
#define GUICHET_NOTIFY_MESSAGE_H
#include "guichet/arena.h"

/* One mailbox as SMTP without extensions knows it: ASCII, local part of at most 64 characters without quotes or
 * comments, a host name (not an address literal). `bare_host` allows a host without a dot, such as localhost. */
bool address_good(str address, bool bare_host);

struct message {
	int64_t id;          /* message_id of the outbox: with made_at it makes the Message-ID, the same at every try */
	int64_t made_at;     /* microseconds UTC; the Date */
	str     from;        /* mailbox of the portal */
	str     recipient;
	str     subject;     /* one line of UTF-8 */
	str     body;        /* UTF-8, lines ended in any way */
};

/* Headers and body with CRLF at the end of each line, ASCII only, no line longer than 76 characters but a recipient's
 * own. Absent when the message must not leave; *refusal then says why (a constant sentence without personal data). */
str message_build(struct arena *arena, const struct message *message, const char **refusal);
#endif
