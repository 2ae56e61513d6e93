/* The pieces that a partner sends in one ZIP: looked at without unpacking, then unpacked by the inspector, never by us.
 *
 * Accepted: 1 to 50 files, 60 MB once unpacked, stored or deflated, not encrypted, no name that climbs or is absolute, nothing
 * squeezed more than two hundred times, PDF, JPEG or PNG by their first bytes and by their name. Folders are walked through;
 * the name kept is the last part of a path, shown as text and never used as one. */
#ifndef GUICHET_PIECES_H
#define GUICHET_PIECES_H
#include "guichet/arena.h"
#include "guichet/problem.h"

#define PIECES_MOST 50

struct piece {
	str         name;
	const char *type;      /* "application/pdf", … */
	str         bytes;
};

/* The pure part: sizes, names, encryption, count. PROBLEM_INPUT with pieces.*, `detail` the name of the entry. */
struct problem pieces_look(struct arena *arena, str zip, size_t *count);
/* Unpacks (guichet/inspect.h: a process of its own, ten seconds); `pieces` has room for PIECES_MOST. PROBLEM_INPUT as above, or when
 * the content lies (pieces.broken, pieces.kind); PROBLEM_BUSY when no process could be made. The arena owns all of it. */
struct problem pieces_unpack(struct arena *arena, str zip, struct piece *pieces, size_t *count);
#endif
