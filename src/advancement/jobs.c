/* The jobs of the service. */
#include "guichet/job.h"

extern const struct job_kind advancement_jobs[];
const struct job_kind advancement_jobs[] = { { .kind = NULL } };
