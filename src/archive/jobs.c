/* The jobs of the service. */
#include "guichet/job.h"

extern const struct job_kind archive_jobs[];
const struct job_kind archive_jobs[] = { { .kind = NULL } };
