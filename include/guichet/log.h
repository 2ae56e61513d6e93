/* One JSON object a line on standard error. Values are escaped; no personal data, no secret is ever given to it. */
#ifndef GUICHET_LOG_H
#define GUICHET_LOG_H
#include "guichet/str.h"

enum log_level { LOG_DEBUG, LOG_INFO, LOG_WARN, LOG_ERROR };
void log_open(enum log_level least);
/* {"time":"2026-03-03T14:08:11.123Z","level":"info","event":"listening","port":"8080"}
 * Fields are pairs (const char *name, str value) ended by NULL: log_event(LOG_INFO, "listening", "port", port, NULL) */
void log_event(enum log_level level, const char *event, ...) __attribute__((sentinel));
/* Appends to a buffer that log_flush writes with one call; used by the network loop, one thread only. */
void log_request(str method, str route, int status, size_t bytes, int64_t microseconds, str reference, str queue);
void log_flush(void);
#endif
