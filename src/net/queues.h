/* Bounded queues of requests and the workers that take from them. Each kind of work has its own, so that a slow search
 * never starves the pages. A worker is a thread with one database connection. */
#ifndef GUICHET_NET_QUEUES_H
#define GUICHET_NET_QUEUES_H
#include "app/app.h"

struct queues;
/* `done` is called by a worker thread, with a list of finished exchanges chained by `next`, in the order finished. */
struct queues *queues_open(const struct app *app, void (*done)(void *context, struct exchange *list), void *context);
/* Waits for the workers to finish what they have in hand; what still waits is dropped. Nothing may be put after. */
void           queues_close(struct queues *queues);
/* False when the queue is full: the caller answers 503 at once. */
bool           queues_put(struct queues *queues, struct exchange *exchange);
size_t         queues_length(struct queues *queues, enum queue queue);
const char    *queue_name(enum queue queue);
#endif
