/* The jobs of the service. */
#include "files_jobs.h"

extern const struct job_kind pensions_jobs[];
const struct job_kind pensions_jobs[] = {
	{ "pensions.files", files_daily, .alone = true },
	{ .kind = NULL },
};
