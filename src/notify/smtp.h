/* One e-mail handed to one mail server. The only part of the portal that knows libcurl. */
#ifndef GUICHET_NOTIFY_SMTP_H
#define GUICHET_NOTIFY_SMTP_H
#include <stdatomic.h>

#include "guichet/arena.h"

enum outcome {
	OUTCOME_SENT,         /* the server answered for the message */
	OUTCOME_REFUSED,      /* it will never take this message or this recipient (5xx after RCPT) */
	OUTCOME_LATER,        /* not now, this message (4xx after RCPT) */
	OUTCOME_NO_SERVER,    /* not now, whatever the message: unreachable, no TLS, no sign-in, sender refused */
};

struct answer {
	enum outcome outcome;
	long         code;         /* the last SMTP reply, 0 when there was none */
	char         said[200];    /* that reply, or what failed: UTF-8, one line. May name the recipient: never logged. */
};

struct smtp;
/* Reads the address once; NULL, with a sentence in *refusal, when it cannot serve. Nothing is connected yet.
 * `from` is the sender's mailbox. *give_up is looked at while waiting: once true, the transfer stops. */
struct smtp *smtp_open(const char *url, const char *from, const atomic_bool *give_up, const char **refusal);
void         smtp_close(struct smtp *smtp);
/* `text` is a whole message as message_build makes it. The connection stays open for the next one. */
struct answer smtp_send(struct smtp *smtp, const char *recipient, str text);
/* Nothing more to send for now: closes the connection. */
void         smtp_rest(struct smtp *smtp);
#endif
