/* Counters of the daemon, in Prometheus' text format, on a listener of their own that only this machine reaches. */
#ifndef GUICHET_NET_METRICS_H
#define GUICHET_NET_METRICS_H
#include <microhttpd.h>

#include "net/queues.h"

/* Called by the network loop alone, so plain integers serve. */
void               metrics_count(int status, int64_t microseconds, size_t bytes);
struct MHD_Daemon *metrics_open(int port, struct queues *queues);
#endif
