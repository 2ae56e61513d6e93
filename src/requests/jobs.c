/* Jobs of requests. */
#include "guichet/job.h"

const struct job_kind requests_jobs[] = { { .kind = NULL } };
