/* The jobs of the service. */
#include "guichet/job.h"

extern const struct job_kind pensioners_jobs[];
const struct job_kind pensioners_jobs[] = { { .kind = NULL } };
