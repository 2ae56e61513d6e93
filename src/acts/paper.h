/* An act as a paper (guichet/paper.h), from rows: whether the job asks for them or a page does, the columns are the same. */
#ifndef GUICHET_ACTS_PAPER_H
#define GUICHET_ACTS_PAPER_H
#include "guichet/paper.h"
#include "guichet/query.h"

struct act_paper {
	const struct rows *head, *parts, *lines;
	str reference;                /* absent: a draft */
	str quality, name, note;      /* of the signatory; absent: a draft */
	struct date signed_on;
	const struct paper_seal *seal;
	bool demo, copy;              /* copy: one agent's lines of an act of `lines_count` */
	int64_t lines_count, created;
};

/* The seal's block: `head` gives code and fingerprint (hex). */
struct paper_seal act_seal(struct arena *arena, const struct rows *head, const char *origin, str jws, str kid, int64_t sealed_at);
/* "signataire, par délégation de X" as a quality begins: "Signataire, …" */
str act_quality(struct arena *arena, str said);
struct paper act_paper(struct arena *arena, const struct act_paper *about);
/* "K7QM 2HTX 9PRA" and "b28e f850 …": what people compare by eye. `most` characters at the most. */
str act_groups(struct arena *arena, str text, size_t most);
#endif
