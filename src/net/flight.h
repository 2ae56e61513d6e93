/* One request in flight: the network's part of an exchange. */
#ifndef GUICHET_NET_FLIGHT_H
#define GUICHET_NET_FLIGHT_H
#include <microhttpd.h>

#include "app/app.h"

struct flight {
	struct exchange        exchange;
	struct MHD_Connection *connection;
	char                  *body;
	size_t                 body_size, body_room;
	bool                   body_mapped;        /* a large body lives in an unlinked file */
	bool                   is_head, accepts_brotli, looked, queued, answered, close;
	enum problem_kind      refusal;            /* decided before any work */
	const char            *refusal_text;
	const char            *allow;
	str                    host;
	bool                   has_host;
	int64_t                content_length;
	size_t                 sent;
};

struct flight *flight_new(const char *target);
void           flight_free(struct flight *flight);
/* Reads method and header fields. */
void           flight_look(struct flight *flight, struct MHD_Connection *connection, const char *method);
/* Room for the body; false when there is none (the disk or the memory is full). */
bool           flight_expect_body(struct flight *flight, const char *spool);
bool           flight_add_body(struct flight *flight, const char *data, size_t size);
void           flights_close(void);
#endif
