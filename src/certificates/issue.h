/* The job that issues a certificate. */
#ifndef GUICHET_CERTIFICATES_ISSUE_H
#define GUICHET_CERTIFICATES_ISSUE_H
#include "guichet/job.h"

bool certificate_issue(struct job *job);
#endif
