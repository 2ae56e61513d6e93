/* The jobs of the service. */
#include "issue.h"

extern const struct job_kind certificates_jobs[];
const struct job_kind certificates_jobs[] = {
	{ .kind = "certificates.issue", .run = certificate_issue },
	{ .kind = NULL },
};
