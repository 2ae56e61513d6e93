/* Sealing a content that the database has just numbered: JWS, PDF, file in the store. Used by every job that issues a sealed paper; the caller
 * writes the document and commits, all in one transaction. */
#ifndef GUICHET_SEALED_H
#define GUICHET_SEALED_H
#include "guichet/job.h"

struct sealed {
	str     kid, jws;
	str     name;       /* of the PDF in the store */
	int64_t size;
};
/* `begun` has one row: content, payload, code, is_demo, sealed_at. The file goes to the store before the commit: a crash between the two leaves
 * a file that nothing names, never a name without file. NULL when it is done, else the key of the sentence that says why not. */
const char *seal_content(struct arena *arena, const struct config *config, const struct rows *begun, struct sealed *made);
/* The same in a job of one paper. False: job_fail has said why. */
bool job_seal(struct job *job, const struct rows *begun, struct sealed *made);
#endif
