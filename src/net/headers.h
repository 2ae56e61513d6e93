/* The header fields that every answer carries. */
#ifndef GUICHET_NET_HEADERS_H
#define GUICHET_NET_HEADERS_H
#include <microhttpd.h>
#include <stdbool.h>

void headers_add_fixed(struct MHD_Response *response);
/* For pages: not kept by anybody, or by any cache for so many seconds; HSTS when the portal is reached by https. */
void headers_add_page(struct MHD_Response *response, bool secure, int fresh_seconds);
#endif
