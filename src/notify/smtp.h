/* One e-mail handed to one mail server, through libcurl. */
#ifndef GUICHET_NOTIFY_SMTP_H
#define GUICHET_NOTIFY_SMTP_H
#include "notify/carrier.h"

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
