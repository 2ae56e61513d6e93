/* The jobs of the service. */
#include "circuit.h"
#include "files_jobs.h"

extern const struct job_kind pensions_jobs[];
const struct job_kind pensions_jobs[] = {
	{ "pensions.files", files_daily, .alone = true },
	{ "pensions.liquidate", circuit_liquidate, .alone = false },
	{ "pensions.liquidate_many", circuit_liquidate_many, .alone = false },
	{ "pensions.seal", circuit_seal_one, .alone = false },
	{ "pensions.seal_many", circuit_seal_many, .alone = false },
	{ .kind = NULL },
};
