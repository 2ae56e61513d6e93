/* SMS: a row of the outbox handed to Kannel's sendsms (HTTP, GET).
 *
 * Kannel has no key by which a message sent twice would be recognised. So a request that left and got no answer is not sent
 * again before the delivery report, whose address we give, had time to tell that it was taken (notify_api.unsure).
 * The password never travels in clear: a gateway that is not on loopback must speak TLS. */
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>

#include "guichet/opaque.h"
#include "guichet/sms.h"
#include "notify/carrier.h"

#define SEND_WITHIN    25L     /* seconds */
#define CONNECT_WITHIN 5L
#define REPORTS        "31"    /* delivered, not delivered, queued, taken by the operator, refused by it */

struct gateway {
	CURL                *curl;
	const struct config *config;
	const atomic_bool   *give_up;
	char                *user, *password, *url;     /* url: without user and password */
	struct answer        answer;
	size_t               said;                      /* bytes of the reply kept */
};

static char *
part_of(CURLU *address, CURLUPart part)
{
	char *value = NULL, *copy;

	if (curl_url_get(address, part, &value, CURLU_URLDECODE) != CURLUE_OK)
		return NULL;
	copy = strdup(value);
	curl_free(value);
	return copy;
}

static const char *
take_address(struct gateway *g)
{
	CURLU *address = curl_url();
	char *host = NULL, *scheme = NULL, *whole = NULL;
	const char *refusal = "GUICHET_SMS n’est pas une adresse de la forme http://nom:mot-de-passe@hôte:port/cgi-bin/sendsms.";

	if (address != NULL && curl_url_set(address, CURLUPART_URL, g->config->sms, 0) == CURLUE_OK) {
		g->user = part_of(address, CURLUPART_USER);
		g->password = part_of(address, CURLUPART_PASSWORD);
		host = part_of(address, CURLUPART_HOST);
		scheme = part_of(address, CURLUPART_SCHEME);
		curl_url_set(address, CURLUPART_USER, NULL, 0);
		curl_url_set(address, CURLUPART_PASSWORD, NULL, 0);
		if (g->user != NULL && g->password != NULL && host != NULL && scheme != NULL && curl_url_get(address, CURLUPART_URL, &whole, 0) == CURLUE_OK &&
		    strchr(whole, '?') == NULL) {
			g->url = strdup(whole);
			refusal = !carrier_loopback(host) && strcmp(scheme, "https") != 0
			        ? "GUICHET_SMS : hors de cette machine, la passerelle doit être appelée par https, ou son mot de passe serait lu." : NULL;
		}
	}
	curl_free(whole);
	free(host);
	free(scheme);
	curl_url_cleanup(address);
	return g->url == NULL && refusal == NULL ? "la mémoire manque." : refusal;
}

static void
sms_rest(void *line)
{
	struct gateway *g = line;

	if (g->curl != NULL)
		curl_easy_cleanup(g->curl);
	g->curl = NULL;
}

static void
sms_close(void *line)
{
	struct gateway *g = line;

	sms_rest(g);
	free(g->user);
	free(g->password);
	free(g->url);
	free(g);
}

static void *
sms_open(const struct config *config, const atomic_bool *give_up, const char **refusal)
{
	struct gateway *g;

	*refusal = NULL;
	if (*config->sms == '\0')
		return NULL;
	g = calloc(1, sizeof(*g));
	*refusal = "la mémoire manque.";
	if (g == NULL || !carrier_library()) {
		free(g);
		return NULL;
	}
	g->config = config;
	g->give_up = give_up;
	*refusal = take_address(g);
	if (*refusal == NULL)
		return g;
	sms_close(g);
	return NULL;
}

/* The reply is one line, "0: Accepted for delivery"; only printable ASCII of it is kept. */
static size_t
on_reply(char *data, size_t size, size_t count, void *context)
{
	struct gateway *g = context;
	size_t i;

	for (i = 0; i < size * count && g->said < sizeof(g->answer.said) - 1; i++)
		g->answer.said[g->said++] = data[i] >= 0x20 && data[i] < 0x7f ? data[i] : ' ';
	g->answer.said[g->said] = '\0';
	return size * count;
}

static int
on_progress(void *context, curl_off_t a, curl_off_t b, curl_off_t c, curl_off_t d)
{
	const struct gateway *g = context;

	(void)a;
	(void)b;
	(void)c;
	(void)d;
	return atomic_load(g->give_up) ? 1 : 0;
}

static bool
wake_up(struct gateway *g)
{
	CURL *curl = g->curl;

	if (curl != NULL)
		return true;
	curl = g->curl = curl_easy_init();
	if (curl == NULL)
		return false;
	bool ok = curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https") == CURLE_OK;
	ok = curl_easy_setopt(curl, CURLOPT_PROXY, "") == CURLE_OK && ok;          /* whatever the environment says */
	ok = curl_easy_setopt(curl, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED) == CURLE_OK && ok;
	ok = curl_easy_setopt(curl, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2) == CURLE_OK && ok;
	ok = curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L) == CURLE_OK && ok;
	ok = curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L) == CURLE_OK && ok;
	ok = curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, CONNECT_WITHIN) == CURLE_OK && ok;
	ok = curl_easy_setopt(curl, CURLOPT_TIMEOUT, SEND_WITHIN) == CURLE_OK && ok;
	/* A connection kept would be asked again by the library itself when the gateway has closed it: a message sent twice. */
	ok = curl_easy_setopt(curl, CURLOPT_FRESH_CONNECT, 1L) == CURLE_OK && ok;
	ok = curl_easy_setopt(curl, CURLOPT_FORBID_REUSE, 1L) == CURLE_OK && ok;
	ok = curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, on_reply) == CURLE_OK && ok;
	ok = curl_easy_setopt(curl, CURLOPT_WRITEDATA, g) == CURLE_OK && ok;
	ok = curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, on_progress) == CURLE_OK && ok;
	ok = curl_easy_setopt(curl, CURLOPT_XFERINFODATA, g) == CURLE_OK && ok;
	ok = curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L) == CURLE_OK && ok;
	if (!ok)
		sms_rest(g);
	return ok;
}

static str
quoted(struct arena *arena, str text)
{
	static const char digits[] = "0123456789ABCDEF";
	char *out = arena_alloc(arena, 3 * text.len + 1);
	size_t i, n = 0;

	for (i = 0; i < text.len; i++) {
		const unsigned char c = (unsigned char)text.at[i];

		if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
			out[n++] = (char)c;
			continue;
		}
		out[n++] = '%';
		out[n++] = digits[c >> 4];
		out[n++] = digits[c & 15];
	}
	return (str){ out, n };
}

/* Where Kannel tells what became of the message: %d and %A are its own. */
static str
report_address(const struct gateway *g, struct arena *arena, int64_t id)
{
	return arena_format(arena, "%s/api/v1/sms/accuse?message=%lld&cle=%.*s&etat=%%d&raison=%%A", g->config->sms_back, (long long)id,
	                    STR_ARGS(sms_receipt_key(arena, g->config->sms_secret, id)));
}

static str
request_address(const struct gateway *g, struct arena *arena, str to, const struct sms_text *sms, int64_t id, int64_t minutes)
{
	return arena_format(arena, "%s?username=%.*s&password=%.*s&from=%.*s&to=%.*s&charset=UTF-8&coding=%s&dlr-mask=" REPORTS "&dlr-url=%.*s&validity=%lld&text=%.*s",
	                    g->url, STR_ARGS(quoted(arena, str_of(g->user))), STR_ARGS(quoted(arena, str_of(g->password))),
	                    STR_ARGS(quoted(arena, str_of(g->config->sms_from))), STR_ARGS(quoted(arena, to)), sms->wide ? "2" : "0",
	                    STR_ARGS(quoted(arena, report_address(g, arena, id))), (long long)minutes, STR_ARGS(quoted(arena, sms->text)));
}

static bool
phone_good(str phone)
{
	size_t i;

	for (i = 1; i < phone.len; i++)
		if (phone.at[i] < '0' || phone.at[i] > '9')
			return false;
	return phone.len >= 9 && phone.len <= 16 && phone.at[0] == '+';
}

static struct answer
refused(const char *why)
{
	struct answer answer = { .outcome = OUTCOME_REFUSED };

	snprintf(answer.said, sizeof(answer.said), "%s", why);
	return answer;
}

/* 202 is "accepted" or "queued"; 400 is about this message; a wrong password, an unknown path or a gateway that is ill are
 * about all of them. Silence after the request left is not known either way. */
static enum outcome
judge(CURLcode result, long code, long asked)
{
	if (result == CURLE_OK)
		return code == 202 || code == 200 ? OUTCOME_SENT : code == 400 || code == 413 || code == 414 ? OUTCOME_REFUSED : OUTCOME_NO_SERVER;
	return asked > 0 && code == 0 ? OUTCOME_UNSURE : OUTCOME_NO_SERVER;
}

static struct answer
sms_send(void *line, struct arena *arena, const struct rows *rows)
{
	struct gateway *g = line;
	const str to = rows_text(rows, 0, "recipient");
	const struct sms_text sms = sms_measure(arena, rows_text(rows, 0, "body"));
	CURLcode result = CURLE_OUT_OF_MEMORY;
	long asked = 0;

	if (!phone_good(to))
		return refused("numéro mal formé");
	if (sms.parts == 0 || sms.parts > SMS_PARTS_MOST)
		return refused(sms.parts == 0 ? "texte vide ou mal codé" : "texte trop long");
	g->answer = (struct answer){ .outcome = OUTCOME_NO_SERVER, .parts = sms.parts, .wide = sms.wide };
	g->said = 0;
	if (wake_up(g) && curl_easy_setopt(g->curl, CURLOPT_URL, request_address(g, arena, to, &sms, rows_int(rows, 0, "message_id"),
	                                                                           rows_int(rows, 0, "minutes")).at) == CURLE_OK) {
		result = curl_easy_perform(g->curl);
		curl_easy_getinfo(g->curl, CURLINFO_RESPONSE_CODE, &g->answer.code);
		curl_easy_getinfo(g->curl, CURLINFO_REQUEST_SIZE, &asked);
	}
	g->answer.outcome = judge(result, g->answer.code, asked);
	if (result != CURLE_OK)
		snprintf(g->answer.said, sizeof(g->answer.said), "%s", curl_easy_strerror(result));
	return g->answer;
}

const struct carrier CARRY_SMS = { "sms", sms_open, sms_close, sms_rest, sms_send };
