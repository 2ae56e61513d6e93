/* The jobs of the service. */
#include "guichet/job.h"

extern const struct job_kind certificates_jobs[];
const struct job_kind certificates_jobs[] = { { .kind = NULL } };
