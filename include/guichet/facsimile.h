/* Invented old acts as a scanner would give them: gray paper, a little crooked, stamped. Data for demonstrations and tests. */
#ifndef GUICHET_FACSIMILE_H
#define GUICHET_FACSIMILE_H
#include "guichet/arena.h"

struct facsimile {
	str reference, title, body, signed_at, signatory;    /* plain text; the body may have several paragraphs, a line each */
	unsigned seed;                                       /* how crooked, how dirty */
	bool faded;                                          /* hardly legible */
};
/* A page of 1,000 × 1,414 pixels. False when cairo has no memory. Both live in the arena. */
bool facsimile_draw(struct arena *arena, const struct facsimile *act, str *png, str *pdf);
#endif
