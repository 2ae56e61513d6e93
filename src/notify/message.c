/* Builds an e-mail. What could add a header or a recipient is refused, never repaired: a message with a line end in its
 * subject was not written by this portal. */
#include <time.h>

#include "notify/encode.h"
#include "notify/message.h"

static bool
is_letter_or_digit(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static bool
local_part_good(str local)
{
	size_t i;

	if (local.len == 0 || local.len > 64 || local.at[0] == '.' || local.at[local.len - 1] == '.')
		return false;
	for (i = 0; i < local.len; i++) {
		char c = local.at[i];

		if (c == '.' ? local.at[i + 1] == '.' : !is_letter_or_digit(c) && (c == '\0' || strchr("!#$%&'*+-/=?^_`{|}~", c) == NULL))
			return false;
	}
	return true;
}

static bool
label_good(str label)
{
	size_t i;

	if (label.len == 0 || label.len > 63 || label.at[0] == '-' || label.at[label.len - 1] == '-')
		return false;
	for (i = 0; i < label.len; i++)
		if (!is_letter_or_digit(label.at[i]) && label.at[i] != '-')
			return false;
	return true;
}

static bool
host_good(str host, bool bare_host)
{
	size_t labels = 0;

	if (host.len == 0 || host.len > 253)
		return false;
	while (host.at != NULL) {
		if (!label_good(str_cut(&host, '.')))
			return false;
		labels++;
	}
	return labels > 1 || bare_host;
}

bool
address_good(str address, bool bare_host)
{
	str host = address, local;

	if (address.at == NULL || address.len > 254 || memchr(address.at, '@', address.len) == NULL)
		return false;
	local = str_cut(&host, '@');
	return local_part_good(local) && host_good(host, bare_host);
}

/* No control character of ASCII or of C1, no line or paragraph separator. */
static bool
one_line(str text)
{
	size_t i;

	if (text.len > 0 && !utf8_valid(text))
		return false;
	for (i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.at[i], next = i + 1 < text.len ? (unsigned char)text.at[i + 1] : 0;

		if (c < 0x20 || c == 0x7f || (c == 0xc2 && next < 0xa0))
			return false;
		if (c == 0xe2 && next == 0x80 && i + 2 < text.len && ((unsigned char)text.at[i + 2] & 0xfe) == 0xa8)
			return false;
	}
	return true;
}

/* "Tue, 03 Mar 2026 14:08:11 +0000", in English whatever the locale. */
static str
date_header(struct arena *arena, int64_t instant)
{
	static const char DAYS[][4] = { "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat" };
	static const char MONTHS[][4] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
	time_t seconds = (time_t)(instant / 1000000);
	struct tm t;

	if (gmtime_r(&seconds, &t) == NULL)
		return NO_STR;
	return arena_format(arena, "%s, %02d %s %04d %02d:%02d:%02d +0000", DAYS[t.tm_wday], t.tm_mday, MONTHS[t.tm_mon], t.tm_year + 1900,
	                    t.tm_hour, t.tm_min, t.tm_sec);
}

static const char *
refusal_of(const struct message *m)
{
	if (!address_good(m->from, true))
		return "expéditeur mal formé";
	if (!address_good(m->recipient, false))
		return "destinataire mal formé";
	if (!one_line(m->subject) || m->subject.len > 500)
		return "objet refusé : caractère de contrôle ou longueur";
	if (m->body.at == NULL || memchr(m->body.at, '\0', m->body.len) != NULL || (m->body.len > 0 && !utf8_valid(m->body)) ||
	    m->body.len > 256 * 1024)
		return "texte refusé : codage ou longueur";
	return NULL;
}

str
message_build(struct arena *arena, const struct message *m, const char **refusal)
{
	str host = m->from;

	*refusal = refusal_of(m);
	if (*refusal != NULL)
		return NO_STR;
	str_cut(&host, '@');
	const str parts[] = {
		STR("Date: "), date_header(arena, m->made_at),
		STR("\r\nFrom: Guichet <"), m->from,
		STR(">\r\nTo: <"), m->recipient,
		STR(">\r\nSubject: "), encode_header(arena, m->subject),
		arena_format(arena, "\r\nMessage-ID: <guichet.%lld.%llx@%.*s>", (long long)m->id, (unsigned long long)m->made_at, STR_ARGS(host)),
		STR("\r\nAuto-Submitted: auto-generated"),        /* RFC 3834: no answering machine replies */
		STR("\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable"
		    "\r\nContent-Language: fr\r\n\r\n"),
		encode_body(arena, m->body),
	};
	return arena_join(arena, parts, sizeof(parts) / sizeof(parts[0]));
}
