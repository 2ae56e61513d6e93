/* One request in flight: the network's part of an exchange. */
#ifndef GUICHET_NET_FLIGHT_H
#define GUICHET_NET_FLIGHT_H
#include <microhttpd.h>

#include "app/app.h"

struct flight {
	struct exchange        exchange;
	struct MHD_Connection *connection;
	char                  *body;               /* what has come, from malloc; or the whole of `spool`, mapped */
	size_t                 body_size, body_room;
	int                    spool;              /* a large body goes to an unlinked file; -1 = none */
	bool                   body_mapped;
	bool                   is_head, accepts_brotli, looked, queued, answered, close;
	enum problem_kind      refusal;            /* decided before any work */
	const char            *refusal_text;
	const char            *allow;
	str                    host, forwarded;
	bool                   has_host;
	int64_t                content_length;
	size_t                 sent;
};

struct flight *flight_new(const char *target);
void           flight_free(struct flight *flight);
/* Reads method and header fields. */
void           flight_look(struct flight *flight, struct MHD_Connection *connection, const char *method, const char *proxy);
/* Keeps every header field for a machine route: they live as long as the connection's request. */
void           flight_keep_fields(struct flight *flight);
/* A body will come. False when all those on their way together already take what they may. Nothing is taken yet: a
 * body costs what has come of it, not what was announced. */
bool           flight_expect_body(struct flight *flight, const char *spool);
/* False when the disk, the memory, or the budget of all bodies together is full. */
bool           flight_add_body(struct flight *flight, const char *data, size_t size);
/* The whole body, once it has come. */
bool           flight_body(struct flight *flight, str *body);
void           flights_close(void);
#endif
