/* The wire: what a client may say before libmicrohttpd hears it.
 *
 * A pure state machine over the bytes of one connection: no input or output, no allocation, no clock. Every byte
 * received passes through wire_scan() first; the machine accepts a narrow, unambiguous part of HTTP/1.1 (RFC 9110,
 * RFC 9112) and stops at the first fault. Its verdict depends on the bytes alone, never on how the network cut them.
 *
 * What is accepted:
 *   request line  GET, HEAD or POST, one space, a target in origin form (2,048 bytes at most), one space, HTTP/1.1 or
 *                 HTTP/1.0, CR LF. No empty line before it. Known methods without a page (PUT, DELETE, PATCH, OPTIONS,
 *                 TRACE, CONNECT) are 405, other tokens 501, another HTTP/x.y 505, anything else 400.
 *   target        begins with '/'; visible ASCII without " # < > \; '%' and two hexadecimal digits; decoded, it is
 *                 UTF-8 without C1 controls and without NUL, CR, LF. Its path has no "//", no segment "." or "..", and
 *                 no encoded control, '/' or '\'. (A query may hold %2F: browsers write it so in a search form.)
 *   headers       64 at most, 8,192 bytes at most with their line ends (431); a name is a token directly followed by
 *                 ':'; a value is tab, visible ASCII, space, or valid UTF-8 (a sister site's cookie may hold accents);
 *                 lines end in CR LF and are never folded. Fields that have one meaning come at most once.
 *   Host          exactly once in HTTP/1.1, at most once in 1.0; host or host:port, nothing else. Whether it is *our*
 *                 name is asked later.
 *   body          only with POST, which must give Content-Length (411): digits without sign, space, list or leading
 *                 zero; 256 MiB at most (413). Transfer-Encoding is refused in every form: 411 when it is exactly
 *                 "chunked" in HTTP/1.1 without a length ("send it again with a length"), 400 otherwise, because the
 *                 end of such a message is not certain. Content-Encoding is 415; Trailer and Content-Range are 400; an
 *                 Expect other than 100-continue, or without a body to wait for, is 417 (libmicrohttpd loses its place
 *                 on the latter). Upgrade and TE are optional by nature and ignored.
 */
#ifndef GUICHET_NET_WIRE_H
#define GUICHET_NET_WIRE_H
#include "guichet/str.h"

enum {
	WIRE_TARGET_MAX = 2048,            /* bytes of a request target */
	WIRE_HEADERS_MAX = 64,             /* header lines */
	WIRE_HEADER_BYTES_MAX = 8192,      /* bytes of all header lines, line ends counted */
	WIRE_BODY_MAX = 256 * 1024 * 1024, /* bytes of a body; a route has its own, lower limit */
	WIRE_HEADER_US = 10 * 1000 * 1000, /* a header block must be complete after so long */
	WIRE_GRACE_US = 10 * 1000 * 1000,  /* then a body must have come at WIRE_BODY_RATE, after this grace */
	WIRE_BODY_RATE = 500,              /* bytes a second */
	WIRE_HELD_MAX = 264,               /* the longest Host is 255 + ":65535" */
};

enum wire_refusal {
	WIRE_ACCEPTED = 0,
	WIRE_BAD_REQUEST,         /* 400 */
	WIRE_BAD_METHOD,          /* 405 */
	WIRE_TOO_SLOW,            /* 408 */
	WIRE_LENGTH_REQUIRED,     /* 411 */
	WIRE_BODY_TOO_LARGE,      /* 413 */
	WIRE_TARGET_TOO_LONG,     /* 414 */
	WIRE_BAD_CODING,          /* 415 */
	WIRE_BAD_EXPECTATION,     /* 417 */
	WIRE_HEADERS_TOO_LARGE,   /* 431 */
	WIRE_UNKNOWN_METHOD,      /* 501 */
	WIRE_BAD_VERSION,         /* 505 */
	WIRE_REFUSALS             /* how many there are */
};

enum wire_state {
	WIRE_IDLE = 0,     /* between two requests */
	WIRE_METHOD,
	WIRE_TARGET,
	WIRE_VERSION,
	WIRE_REQUEST_LF,   /* the request line's CR was read */
	WIRE_LINE,         /* at the first byte of a header line, or of the empty line */
	WIRE_NAME,
	WIRE_VALUE_START,  /* white space before a value */
	WIRE_VALUE,
	WIRE_VALUE_LF,
	WIRE_END_LF,       /* the empty line's CR was read */
	WIRE_BODY,
	WIRE_REFUSED
};

enum wire_method { WIRE_NO_METHOD = 0, WIRE_GET, WIRE_HEAD, WIRE_POST };

/* One connection. Fields are for reading; only wire.c and its parts write them. */
struct wire {
	enum wire_state   state;
	enum wire_refusal refusal;
	enum wire_method  method;          /* of the current or last request */
	uint8_t  minor;                    /* HTTP/1.minor */
	uint8_t  field;                    /* which known field the value belongs to */
	uint8_t  utf8_left, utf8_low, utf8_high;  /* bytes still due in a character, bounds of the next one */
	uint8_t  percent;                  /* 0, or 1-2: which digit after '%' comes next */
	uint8_t  percent_value;
	uint8_t  segment;                  /* 0 empty, 1 ".", 2 "..", 3 anything else */
	bool     in_query;
	uint32_t seen;                     /* one bit a known field */
	uint16_t target_length;
	uint16_t header_count;
	uint32_t header_bytes;
	uint64_t requests;                 /* complete requests so far on this connection */
	uint64_t body_length, body_got;    /* bytes announced, bytes come */
	int64_t  started_us;               /* when the first byte of the current request came */
	int64_t  body_started_us;          /* when its header block was complete */
	uint16_t held_length;              /* more than WIRE_HELD_MAX: it did not fit */
	char     held[WIRE_HELD_MAX];      /* the word being read: method, version, name or value */
};
_Static_assert(sizeof(struct wire) <= 512, "10,000 idle connections are 5 MB");

/* A new connection, before its first byte. */
void wire_start(struct wire *wire);

/* Reads `n` bytes received at `now_us` (any monotonic clock, microseconds). Returns how many leading bytes may be
 * handed on: all of them, or, once `refusal` is set, the end of the last complete request before the fault. Earlier
 * calls may have handed on the beginning of the faulty request; nothing more follows it. */
size_t wire_scan(struct wire *wire, const unsigned char *bytes, size_t n, int64_t now_us);

/* True between requests: nobody waits for anything. */
bool wire_idle(const struct wire *wire);

/* WIRE_TOO_SLOW when the current request has outlived its deadline at `now_us`, else WIRE_ACCEPTED. */
enum wire_refusal wire_late(const struct wire *wire, int64_t now_us);

/* Marks the connection refused from outside (deadline, end of stream in the middle of a request). */
void wire_refuse(struct wire *wire, enum wire_refusal refusal);

/* 400, 405 …; 0 when accepted. */
int wire_status(enum wire_refusal refusal);

/* The complete response, static bytes: status line, headers, a French page; absent when accepted. */
str wire_refusal_reply(enum wire_refusal refusal);
/* The same without its body: what a HEAD request gets. */
str wire_refusal_head(enum wire_refusal refusal);
#endif
