/* The gate: libmicrohttpd receives only what the wire accepts.
 *
 * libmicrohttpd 0.9.75 reads its sockets with recv(). The executable defines that symbol, so the dynamic linker binds
 * the library's calls to ours: bytes of a watched connection go through wire_scan() before the library sees them. At
 * the first fault the gate itself answers (4xx, 501, 505), shuts its side, and tells the library ECONNRESET. Any other
 * descriptor, in any thread (libpq, TLS, …), goes straight to the system without a lock.
 *
 * Everything but recv() is called by the thread that runs the network loop. Times are clock_monotonic(). */
#ifndef GUICHET_NET_GATE_H
#define GUICHET_NET_GATE_H
#include "wire.h"

struct gate_counts {
	uint64_t connections;              /* watched so far */
	uint64_t watched;                  /* watched now */
	uint64_t requests;                 /* complete requests handed on */
	uint64_t refused[WIRE_REFUSALS];   /* by reason; WIRE_TOO_SLOW from gate_sweep */
	uint64_t cut;                      /* of WIRE_BAD_REQUEST: the client closed in the middle of a request */
	uint64_t lingering;                /* refused sockets now kept until the client has read its answer */
};

/* Room for descriptors below `max_fds`. False when there is no memory, or when the program's recv() is not the one
 * that libraries find: a gate that is not in place must stop the start. */
bool gate_open(size_t max_fds);

/* Watches nothing any more. The table stays until the process ends: a thread of a library that outlives the network
 * loop may be in recv() now. */
void gate_close(void);

/* From MHD_OPTION_NOTIFY_CONNECTION, STARTED and CLOSED, with the connection's descriptor. One beyond max_fds is shut
 * at once: no connection is served unwatched. */
void gate_connection_started(int fd);
void gate_connection_ended(int fd);

/* From MHD_OPTION_NOTIFY_COMPLETED: one request of this connection was answered, or given up. */
void gate_answered(int fd);

/* An answer was sent before the whole request had come: what still comes is read and forgotten for a while after the
 * library has closed, so that the client can read his answer. */
void gate_linger(int fd);

/* At least once a second: answers 408 to requests that are too slow and lets go of refused sockets. */
void gate_sweep(int64_t now_us);

struct gate_counts gate_counts(void);
#endif
