/* SMTP through libcurl: plain, STARTTLS when the server offers it, or TLS from the start (smtps).
 *
 * A password never leaves the machine in clear: with one, and a server that is not on loopback, TLS is demanded.
 * Certificates are verified, except on loopback, where the local relay's is self-signed and nobody stands between. */
#include "notify/smtp.h"

#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>

#define SEND_WITHIN 20L    /* seconds for one message, connecting included */

struct smtp {
	CURL              *curl;            /* NULL while at rest */
	const char        *from;
	const atomic_bool *give_up;
	char              *url;
	bool               loopback, password;
	/* of the message under way */
	str                rest;            /* what is still to be read */
	bool               named;           /* RCPT was sent: what the server says now is about this message */
	struct answer      answer;
};

static bool
has_part(CURLU *address, CURLUPart part)
{
	char *value = NULL;
	bool there = curl_url_get(address, part, &value, 0) == CURLUE_OK;

	curl_free(value);
	return there;
}

/* The path of an SMTP address is the name given in EHLO: the sender's domain, rather than the machine's own name. */
static bool
name_ourselves(CURLU *address, const char *from)
{
	char path[260], *given = NULL;
	const char *host = strchr(from, '@');
	bool empty = curl_url_get(address, CURLUPART_PATH, &given, 0) != CURLUE_OK || strcmp(given, "/") == 0;

	curl_free(given);
	snprintf(path, sizeof(path), "/%s", host != NULL ? host + 1 : "localhost");
	return !empty || curl_url_set(address, CURLUPART_PATH, path, 0) == CURLUE_OK;
}

static bool
take_address(struct smtp *smtp, const char *url)
{
	CURLU *address = curl_url();
	char *host = NULL, *whole = NULL;
	bool ok = address != NULL && curl_url_set(address, CURLUPART_URL, url, 0) == CURLUE_OK &&
	          curl_url_get(address, CURLUPART_HOST, &host, 0) == CURLUE_OK && name_ourselves(address, smtp->from) &&
	          curl_url_get(address, CURLUPART_URL, &whole, 0) == CURLUE_OK;

	if (ok) {
		smtp->loopback = carrier_loopback(host);
		smtp->password = has_part(address, CURLUPART_PASSWORD);
		smtp->url = strdup(whole);
	}
	curl_free(host);
	curl_free(whole);
	curl_url_cleanup(address);
	return ok && smtp->url != NULL;
}

struct smtp *
smtp_open(const char *url, const char *from, const atomic_bool *give_up, const char **refusal)
{
	struct smtp *smtp = calloc(1, sizeof(*smtp));

	*refusal = "la mémoire manque.";
	if (!carrier_library() || smtp == NULL) {
		free(smtp);
		return NULL;
	}
	smtp->from = from;
	smtp->give_up = give_up;
	if (take_address(smtp, url))
		return smtp;
	*refusal = "GUICHET_SMTP n’est pas une adresse de la forme smtp://nom:mot-de-passe@hôte:port.";
	smtp_close(smtp);
	return NULL;
}

/* The library says QUIT and would wait two minutes for a server that is silent. With nothing more to read it does not
 * wait: the QUIT still leaves. */
void
smtp_rest(struct smtp *smtp)
{
	curl_socket_t line = CURL_SOCKET_BAD;

	if (smtp->curl == NULL)
		return;
	if (curl_easy_getinfo(smtp->curl, CURLINFO_ACTIVESOCKET, &line) == CURLE_OK && line != CURL_SOCKET_BAD)
		shutdown(line, SHUT_RD);
	curl_easy_cleanup(smtp->curl);
	smtp->curl = NULL;
}

void
smtp_close(struct smtp *smtp)
{
	if (smtp == NULL)
		return;
	smtp_rest(smtp);
	free(smtp->url);
	free(smtp);
}

static size_t
on_read(char *to, size_t size, size_t count, void *context)
{
	struct smtp *smtp = context;
	size_t n = size * count < smtp->rest.len ? size * count : smtp->rest.len;

	memcpy(to, smtp->rest.at, n);
	smtp->rest = str_skip(smtp->rest, n);
	return n;
}

/* Each line the server says; the last that complains is the answer. Only printable ASCII is kept of it. */
static size_t
on_reply(char *line, size_t size, size_t count, void *context)
{
	struct smtp *smtp = context;
	str said = str_trim((str){ line, size * count });
	size_t i, n = said.len < sizeof(smtp->answer.said) - 1 ? said.len : sizeof(smtp->answer.said) - 1;

	if (n == 0 || (said.at[0] != '4' && said.at[0] != '5'))
		return size * count;
	for (i = 0; i < n; i++)
		smtp->answer.said[i] = said.at[i] >= 0x20 && said.at[i] < 0x7f ? said.at[i] : '?';
	smtp->answer.said[n] = '\0';
	return size * count;
}

/* Looks at the commands for one thing: whether the recipient was named. Nothing of them is kept or shown. */
static int
on_trace(CURL *curl, curl_infotype type, char *data, size_t size, void *context)
{
	struct smtp *smtp = context;

	(void)curl;
	if (type == CURLINFO_HEADER_OUT && str_starts((str){ data, size }, STR("RCPT TO:")))
		smtp->named = true;
	return 0;
}

static int
on_progress(void *context, curl_off_t a, curl_off_t b, curl_off_t c, curl_off_t d)
{
	const struct smtp *smtp = context;

	(void)a;
	(void)b;
	(void)c;
	(void)d;
	return atomic_load(smtp->give_up) ? 1 : 0;
}

/* curl_easy_setopt checks its argument's type in a macro, so the options stand one a line. */
static bool
wake_up(struct smtp *smtp)
{
	CURL *curl = smtp->curl;

	if (curl != NULL)
		return true;
	curl = smtp->curl = curl_easy_init();
	if (curl == NULL)
		return false;
	bool ok = curl_easy_setopt(curl, CURLOPT_URL, smtp->url) == CURLE_OK;
	ok = curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps") == CURLE_OK && ok;
	ok = curl_easy_setopt(curl, CURLOPT_USE_SSL, smtp->password && !smtp->loopback ? (long)CURLUSESSL_ALL : (long)CURLUSESSL_TRY) == CURLE_OK && ok;
	ok = curl_easy_setopt(curl, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2) == CURLE_OK && ok;
	ok = curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, smtp->loopback ? 0L : 1L) == CURLE_OK && ok;
	ok = curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, smtp->loopback ? 0L : 2L) == CURLE_OK && ok;
	ok = curl_easy_setopt(curl, CURLOPT_PROXY, "") == CURLE_OK && ok;          /* whatever the environment says */
	ok = curl_easy_setopt(curl, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED) == CURLE_OK && ok;
	ok = curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L) == CURLE_OK && ok;
	ok = curl_easy_setopt(curl, CURLOPT_TIMEOUT, SEND_WITHIN) == CURLE_OK && ok;
	ok = curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L) == CURLE_OK && ok;
	ok = curl_easy_setopt(curl, CURLOPT_READFUNCTION, on_read) == CURLE_OK && ok;
	ok = curl_easy_setopt(curl, CURLOPT_READDATA, smtp) == CURLE_OK && ok;
	ok = curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, on_reply) == CURLE_OK && ok;
	ok = curl_easy_setopt(curl, CURLOPT_HEADERDATA, smtp) == CURLE_OK && ok;
	ok = curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, on_trace) == CURLE_OK && ok;
	ok = curl_easy_setopt(curl, CURLOPT_DEBUGDATA, smtp) == CURLE_OK && ok;
	ok = curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L) == CURLE_OK && ok;        /* what calls on_trace */
	ok = curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, on_progress) == CURLE_OK && ok;
	ok = curl_easy_setopt(curl, CURLOPT_XFERINFODATA, smtp) == CURLE_OK && ok;
	ok = curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L) == CURLE_OK && ok;
	if (!ok)
		smtp_rest(smtp);
	return ok;
}

static enum outcome
judge(const struct smtp *smtp, CURLcode result, long code)
{
	if (result == CURLE_OK)
		return OUTCOME_SENT;
	if (!smtp->named || code < 400 || code == 421)
		return OUTCOME_NO_SERVER;
	return code >= 500 ? OUTCOME_REFUSED : OUTCOME_LATER;
}

struct answer
smtp_send(struct smtp *smtp, const char *recipient, str text)
{
	struct curl_slist *recipients = curl_slist_append(NULL, recipient);
	CURLcode result = CURLE_OUT_OF_MEMORY;

	smtp->answer = (struct answer){ .outcome = OUTCOME_NO_SERVER };
	smtp->rest = text;
	smtp->named = false;
	if (recipients != NULL && wake_up(smtp) && curl_easy_setopt(smtp->curl, CURLOPT_MAIL_FROM, smtp->from) == CURLE_OK &&
	    curl_easy_setopt(smtp->curl, CURLOPT_MAIL_RCPT, recipients) == CURLE_OK &&
	    curl_easy_setopt(smtp->curl, CURLOPT_INFILESIZE_LARGE, (curl_off_t)text.len) == CURLE_OK) {
		result = curl_easy_perform(smtp->curl);
		curl_easy_getinfo(smtp->curl, CURLINFO_RESPONSE_CODE, &smtp->answer.code);
		curl_easy_setopt(smtp->curl, CURLOPT_MAIL_RCPT, NULL);
	}
	curl_slist_free_all(recipients);
	smtp->answer.outcome = judge(smtp, result, smtp->answer.code);
	/* A reply below 400 is not what failed. */
	if (smtp->answer.outcome != OUTCOME_SENT && (smtp->answer.code < 400 || result == CURLE_OPERATION_TIMEDOUT))
		snprintf(smtp->answer.said, sizeof(smtp->answer.said), "%s", curl_easy_strerror(result));
	if (result != CURLE_OK)
		smtp_rest(smtp);
	return smtp->answer;
}
