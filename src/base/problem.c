/* The HTTP status of each kind of failure. */
#include "guichet/problem.h"

int
problem_status(enum problem_kind kind)
{
	switch (kind) {
	case PROBLEM_NONE:
	case PROBLEM_REPEATED:   return 200;
	case PROBLEM_MALFORMED:  return 400;
	case PROBLEM_SIGNED_OUT: return 401;
	case PROBLEM_FORBIDDEN:  return 403;
	case PROBLEM_MISSING:    return 404;
	case PROBLEM_METHOD:     return 405;
	case PROBLEM_CONFLICT:   return 409;
	case PROBLEM_TOO_LARGE:  return 413;
	case PROBLEM_MEDIA:      return 415;
	case PROBLEM_INPUT:      return 422;
	case PROBLEM_TOO_MANY:   return 429;
	case PROBLEM_BUSY:       return 503;
	case PROBLEM_BROKEN:     return 500;
	}
	return 500;
}
