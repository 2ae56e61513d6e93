/* The network: one loop that accepts, gathers requests, queues them, and sends what the workers made. */
#ifndef GUICHET_NET_SERVER_H
#define GUICHET_NET_SERVER_H
#include "app/app.h"
#include "net/static.h"

/* Serves until SIGTERM or SIGINT; then answers what was accepted and returns. The exit status of the process. */
int server_run(const struct app *app, const struct assets *assets);
#endif
