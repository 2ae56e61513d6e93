/* The jobs of the service. */
#include "guichet/job.h"

extern const struct job_kind pensions_jobs[];
const struct job_kind pensions_jobs[] = { { .kind = NULL } };
