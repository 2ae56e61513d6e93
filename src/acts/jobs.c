/* The jobs of the service. */
#include "guichet/job.h"

extern const struct job_kind acts_jobs[];
const struct job_kind acts_jobs[] = { { .kind = NULL } };
