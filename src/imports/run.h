/* One run over a file: read it, judge it, and when asked write it; everything inside one transaction. */
#ifndef GUICHET_IMPORTS_RUN_H
#define GUICHET_IMPORTS_RUN_H
#include "guichet/work.h"
#include "rules.h"

enum { PROGRESS_WHOLE = 1000 };

struct run {
	struct work  *work;
	struct arena *arena;
	int64_t       import;
	bool          writing;
	void        (*progress)(void *context, int done);      /* of PROGRESS_WHOLE */
	bool        (*stopping)(void *context);
	void         *context;
	/* What it found */
	enum column_file kind;
	bool          written;               /* false after a check, or when the file was found wrong again */
	int64_t       lines, added, changed, same, refused, problems;
	const char   *file_why;              /* the file could not be read to its end: sentence key */
	str           file_detail;
};

/* Begins a transaction and leaves it open and complete: the caller commits. False: it must be rolled back. */
bool run_file(struct run *run);
/* Copies the lines of the file into imports.staged. False when PostgreSQL refused or the run is stopping; a file that cannot be
 * read to its end is not a failure: file_why says it. */
bool stage_file(struct run *run, int fd, size_t header_line, const struct rules *rules, int share);
#endif
