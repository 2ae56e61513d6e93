/* Inside requests/: the jobs of the service. */
#ifndef GUICHET_REQUESTS_REQUESTS_H
#define GUICHET_REQUESTS_REQUESTS_H
#include "guichet/job.h"

bool request_seal(struct job *job);
#endif
