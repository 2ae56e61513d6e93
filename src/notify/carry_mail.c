/* E-mail: a row of the outbox made a message and handed to the mail server. */
#include <arpa/inet.h>
#include <curl/curl.h>
#include <pthread.h>
#include <stdio.h>

#include "notify/carrier.h"
#include "notify/message.h"
#include "notify/smtp.h"

static pthread_once_t once = PTHREAD_ONCE_INIT;
static bool ready;

static void
start_library(void)
{
	ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

bool
carrier_library(void)
{
	pthread_once(&once, start_library);
	return ready;
}

bool
carrier_loopback(const char *host)
{
	struct in_addr address;

	if (inet_pton(AF_INET, host, &address) == 1)
		return ntohl(address.s_addr) >> 24 == 127;
	return str_same(str_of(host), STR("localhost")) || str_is(str_of(host), "[::1]");
}

/* The connection knows the sender, whom each message names too. */
struct mail {
	struct smtp *smtp;
	const char  *from;
};

static void *
mail_open(const struct config *config, const atomic_bool *give_up, const char **refusal)
{
	static struct mail mail;

	*refusal = NULL;
	if (*config->smtp == '\0')
		return NULL;
	if (!address_good(str_of(config->mail_from), true)) {
		*refusal = "GUICHET_MAIL_FROM n’est pas une adresse de courriel seule, comme guichet@exemple.bj.";
		return NULL;
	}
	mail = (struct mail){ smtp_open(config->smtp, config->mail_from, give_up, refusal), config->mail_from };
	if (mail.smtp != NULL)
		*refusal = NULL;
	return mail.smtp == NULL ? NULL : &mail;
}

static void
mail_close(void *line)
{
	smtp_close(((struct mail *)line)->smtp);
}

static void
mail_rest(void *line)
{
	smtp_rest(((struct mail *)line)->smtp);
}

static struct answer
mail_send(void *line, struct arena *arena, const struct rows *rows)
{
	struct mail *mail = line;
	const struct message m = {
		.id = rows_int(rows, 0, "message_id"), .made_at = rows_instant(rows, 0, "made_at"), .from = str_of(mail->from),
		.recipient = rows_text(rows, 0, "recipient"), .subject = rows_text(rows, 0, "subject"), .body = rows_text(rows, 0, "body"),
	};
	struct answer malformed = { .outcome = OUTCOME_REFUSED };
	const char *refusal;
	str text = message_build(arena, &m, &refusal);

	if (text.at != NULL)
		return smtp_send(mail->smtp, arena_copy(arena, m.recipient).at, text);
	snprintf(malformed.said, sizeof(malformed.said), "%s", refusal);
	return malformed;
}

const struct carrier CARRY_MAIL = { "email", mail_open, mail_close, mail_rest, mail_send };
