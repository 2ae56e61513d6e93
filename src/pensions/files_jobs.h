/* Jobs of pension files, for the list of the service (jobs.c). */
#ifndef GUICHET_PENSIONS_FILES_JOBS_H
#define GUICHET_PENSIONS_FILES_JOBS_H
#include "guichet/job.h"

bool files_daily(struct job *job);
#endif
