/* From a content in JSON, as the database hashes and keeps it (certificates_api.content_of, requests_api.paper_content,
 * pensions_api.booklet_content), to a paper. */
#ifndef GUICHET_PAPER_CONTENT_H
#define GUICHET_PAPER_CONTENT_H
#include "guichet/paper.h"

/* Fills `paper` from `content`; everything lives in the arena. False when the content is not what it should be. The seal, the
 * instant and the demonstration mark are left to the caller. */
bool paper_of_content(struct arena *arena, str content, struct paper *paper);
/* The seal's block: `origin` is "https://guichet.example.bj", `code` twelve characters, `hash` 32 bytes. */
struct paper_seal *paper_seal_of(struct arena *arena, str origin, str jws, str code, str kid, const unsigned char hash[32], int64_t sealed);
#endif
