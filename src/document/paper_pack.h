/* A PDF of cairo's on its way to ours: read by paper_pack_read.c, written by paper_pack.c. */
#ifndef GUICHET_PAPER_PACK_H
#define GUICHET_PAPER_PACK_H
#include "paper_private.h"

#define PACKED 400u      /* small objects in one stream */

struct object {
	str      body;          /* between "N 0 obj\n" and "\nendobj" */
	size_t   at;            /* where it stands: in cairo's bytes, then in ours */
	uint32_t packed_in;     /* number of its stream, 0: stands by itself */
	uint16_t index;         /* in its stream */
	bool     stream, free;
};

struct pack {
	struct arena  *arena;
	str            from;
	struct object *objects;    /* by number; [0] is nothing */
	uint32_t       count, root, info;
	struct bytes   out;
	struct libdeflate_compressor *deflate;
};

/* Fills the objects, the root and the information from `from`; false when it is not of the one form we know. */
bool        pack_read(struct pack *k);
/* Digits at `*at`, which moves behind them. */
bool        pack_number(str s, size_t *at, uint64_t *value);
const char *pack_find(str s, const char *what);
#endif
