/* Who carries messages of one channel out of the portal: e-mail by SMTP (carry_mail.c), SMS by Kannel (carry_sms.c). */
#ifndef GUICHET_NOTIFY_CARRIER_H
#define GUICHET_NOTIFY_CARRIER_H
#include <stdatomic.h>

#include "guichet/config.h"
#include "guichet/query.h"

enum outcome {
	OUTCOME_SENT,         /* the server answered for the message */
	OUTCOME_REFUSED,      /* it will never take this message or this recipient */
	OUTCOME_LATER,        /* not now, this message */
	OUTCOME_NO_SERVER,    /* not now, whatever the message: unreachable, no TLS, no sign-in, sender refused */
	OUTCOME_UNSURE,       /* the server was asked and fell silent: only a delivery report can tell whether it took it */
};

struct answer {
	enum outcome outcome;
	long         code;         /* the server's last reply, 0 when there was none */
	char         said[200];    /* that reply, or what failed: UTF-8, one line. May name the recipient: never logged. */
	int          parts;        /* of an SMS */
	bool         wide;         /* UCS-2 */
};

struct carrier {
	const char *channel;       /* as base.outbox calls it */
	/* NULL when there is nothing to carry with (*refusal is NULL then), or when the configuration cannot serve: a sentence. */
	void       *(*open)(const struct config *config, const atomic_bool *give_up, const char **refusal);
	void        (*close)(void *line);
	void        (*rest)(void *line);          /* nothing more to send for now */
	struct answer (*send)(void *line, struct arena *arena, const struct rows *message);   /* a row of notify_api.take */
};
extern const struct carrier CARRY_MAIL, CARRY_SMS;

/* curl_global_init, once a process. */
bool carrier_library(void);
bool carrier_loopback(const char *host);
#endif
