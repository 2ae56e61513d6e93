/* What leaves the portal: messages that a transaction left in base.outbox, sent one by one by a thread a channel.
 *
 * E-mail goes by SMTP to config->smtp, SMS by Kannel to config->sms; a channel without its setting waits. In a demonstration
 * nothing leaves at all. A message is sent at least once and, as far as these servers allow, exactly once: it is leased before
 * it leaves; an e-mail's Message-ID never changes, and an SMS that left without an answer waits for its delivery report. */
#ifndef GUICHET_NOTIFY_H
#define GUICHET_NOTIFY_H
#include "guichet/config.h"

/* Starts the thread; once a process. `config` must outlive it. True as well when there is nothing to start (see above);
 * false, with a sentence on standard error, when the configuration cannot serve or no thread could be made. */
bool notify_start(const struct config *config);
/* Waits for the message under way, 3 seconds at most, and ends the thread. Without a thread: nothing. */
void notify_stop(void);
#endif
