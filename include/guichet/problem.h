/* Failure is a returned value with a kind; it is logged once, where it becomes a reply. */
#ifndef GUICHET_PROBLEM_H
#define GUICHET_PROBLEM_H
#include "guichet/str.h"

enum problem_kind {
	PROBLEM_NONE,
	PROBLEM_INPUT,         /* 422: a field is wrong; `field` names it (NULL = the whole form) */
	PROBLEM_SIGNED_OUT,    /* 401, or 303 to the sign-in page for a person */
	PROBLEM_FORBIDDEN,     /* 403 */
	PROBLEM_MISSING,       /* 404 */
	PROBLEM_METHOD,        /* 405 */
	PROBLEM_CONFLICT,      /* 409 */
	PROBLEM_TOO_LARGE,     /* 413 */
	PROBLEM_MEDIA,         /* 415 */
	PROBLEM_MALFORMED,     /* 400 */
	PROBLEM_TOO_MANY,      /* 429 */
	PROBLEM_BUSY,          /* 503 with Retry-After */
	PROBLEM_BROKEN,        /* 500 */
	PROBLEM_REPEATED,      /* not a failure: this key was already used with this body; `detail` is its receipt */
};

struct problem {
	enum problem_kind kind;
	const char       *field;   /* name of the field, or NULL */
	const char       *text;    /* key of the sentence to show (templates/sentences.txt) */
	str               detail;  /* put in the sentence where it says %s; for the log when the kind is BROKEN */
};

#define NO_PROBLEM ((struct problem){ .kind = PROBLEM_NONE })

static inline struct problem
problem_input(const char *field, const char *text)
{
	return (struct problem){ .kind = PROBLEM_INPUT, .field = field, .text = text };
}

static inline struct problem
problem_of(enum problem_kind kind, const char *text)
{
	return (struct problem){ .kind = kind, .text = text };
}

int problem_status(enum problem_kind kind);   /* HTTP status code */
#endif
