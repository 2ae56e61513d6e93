/* Static assets: read once at start, served from memory under hashed names for ever, pre-compressed. */
#ifndef GUICHET_NET_STATIC_H
#define GUICHET_NET_STATIC_H
#include <microhttpd.h>

#include "guichet/arena.h"

struct assets;
/* Reads <folder>/manifest.txt: name, hashed file, content type, separated by tabs. NULL and a sentence when it cannot. */
struct assets *assets_open(const char *folder, struct arena *arena);
void           assets_close(struct assets *assets);
/* "/static/guichet.3f2a1b4c.css" for "guichet.css"; NULL when there is none. For templates_open. */
const char    *assets_address(void *assets, const char *name);
/* The ready response of a path, in the best coding the client takes; NULL when there is none. Owned by assets. */
struct MHD_Response *assets_find(const struct assets *assets, str path, bool brotli, bool gzip);
#endif
