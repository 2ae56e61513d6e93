/* The network loop: libmicrohttpd with external polling, one thread.
 *
 * The library's own polling threads can stall at 128 ready sockets, so the loop is ours: its epoll holds the library's
 * epoll descriptor and an eventfd on which the workers announce finished requests. A connection whose request is being
 * worked on is suspended, and resumed here only. */
#include "net/server.h"

#include <arpa/inet.h>
#include <errno.h>
#include <malloc.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "guichet/log.h"
#include "net/flight.h"
#include "net/gate.h"
#include "net/headers.h"
#include "net/metrics.h"
#include "net/queues.h"

#define STOP_WITHIN (8 * 1000 * 1000)    /* microseconds to answer what was accepted; the whole stop ends within ten */
#define SWEEP_EVERY (500 * 1000)
#define READ_ANYWAY (64 * 1024)          /* bytes of a refused body that are read, so that the connection may go on */

struct server {
	const struct app    *app;
	const struct assets *assets;
	struct MHD_Daemon   *daemon, *metrics;
	struct queues       *queues;
	int                  poll, wake;
	char                 spool[512];
	pthread_mutex_t      lock;
	struct exchange     *done;          /* handed back by workers, last first */
	size_t               suspended;
	bool                 stopping;
};

static volatile sig_atomic_t stop_asked;
static int stop_wake = -1;

static void
on_signal(int number)
{
	uint64_t one = 1;
	int kept = errno;

	(void)number;
	stop_asked = 1;
	if (write(stop_wake, &one, sizeof(one)) < 0)
		stop_asked = 1;
	errno = kept;
}

/* Called by workers. */
static void
on_done(void *context, struct exchange *list)
{
	struct server *server = context;
	struct exchange *last = list;
	uint64_t one = 1;
	bool was_empty;

	while (last->next != NULL)
		last = last->next;
	pthread_mutex_lock(&server->lock);
	was_empty = server->done == NULL;
	last->next = server->done;
	server->done = list;
	pthread_mutex_unlock(&server->lock);
	if (was_empty && write(server->wake, &one, sizeof(one)) < 0)
		log_event(LOG_WARN, "eventfd_full", NULL);
}

static enum MHD_Result
send_answer(struct server *server, struct flight *flight)
{
	struct exchange *ex = &flight->exchange;
	struct MHD_Response *response;
	enum MHD_Result result;
	size_t i;

	flight->answered = true;
	flight->sent = ex->bytes.len;
	if (ex->bytes.at == NULL)
		response = MHD_create_response_from_buffer(0, (void *)(uintptr_t)"", MHD_RESPMEM_PERSISTENT);
	else
		response = MHD_create_response_from_buffer(ex->bytes.len, (void *)(uintptr_t)ex->bytes.at, MHD_RESPMEM_MUST_FREE);
	if (response == NULL)
		return MHD_NO;
	ex->bytes = NO_STR;                        /* the library frees it */
	headers_add_page(response, server->app->secure, ex->fresh_seconds);
	if (ex->gzip)
		MHD_add_response_header(response, "Content-Encoding", "gzip");
	MHD_add_response_header(response, "Vary", "Accept-Encoding, Cookie");
	for (i = 0; i < ex->header_count; i++)
		MHD_add_response_header(response, ex->headers[i].name, arena_copy(ex->arena, ex->headers[i].value).at);
	if (flight->allow != NULL)
		MHD_add_response_header(response, "Allow", flight->allow);
	if (server->stopping || flight->close)
		MHD_add_response_header(response, "Connection", "close");
	result = MHD_queue_response(flight->connection, (unsigned)ex->status, response);
	MHD_destroy_response(response);
	return result;
}

static enum MHD_Result
refuse(struct server *server, struct flight *flight)
{
	app_refuse(server->app, &flight->exchange, problem_of(flight->refusal, flight->refusal_text));
	return send_answer(server, flight);
}

static void
decide_refusal(struct flight *flight, enum problem_kind kind, const char *text)
{
	flight->refusal = kind;
	flight->refusal_text = text;
}

/* The first look at a request whose header fields are complete. */
static void
admit(struct server *server, struct flight *flight)
{
	struct exchange *ex = &flight->exchange;
	struct problem problem;
	int found = str_starts(ex->target, STR("/static/")) ? 0 : app_route(server->app, ex, &flight->allow);

	if (ex->ready != NULL && (ex->ready->route->flags & ROUTE_MACHINE) != 0)
		flight_keep_fields(flight);
	/* HTTP/1.0 may leave Host out; a machine route (health) may be asked by address. */
	if (flight->has_host && !str_same(flight->host, server->app->host) && (ex->ready == NULL || (ex->ready->route->flags & ROUTE_MACHINE) == 0)) {
		decide_refusal(flight, PROBLEM_MALFORMED, "problem.host");
		return;
	}
	if (str_starts(ex->target, STR("/static/")))
		return;
	switch (found) {
	case 404:
		decide_refusal(flight, PROBLEM_MISSING, "problem.missing");
		return;
	case 405:
		decide_refusal(flight, PROBLEM_METHOD, "problem.method");
		return;
	default:
		break;
	}
	problem = app_admit(server->app, ex);
	if (problem.kind != PROBLEM_NONE) {
		decide_refusal(flight, problem.kind, problem.text);
		return;
	}
	if (ex->method != METHOD_POST)
		return;
	if (flight->content_length < 0 || (size_t)flight->content_length > ex->ready->body_most) {
		decide_refusal(flight, PROBLEM_TOO_LARGE, "problem.too_large");
	} else if (!flight_expect_body(flight, server->spool)) {
		decide_refusal(flight, PROBLEM_BUSY, "problem.storage_full");
	}
}

static enum MHD_Result
start_work(struct server *server, struct flight *flight)
{
	struct exchange *ex = &flight->exchange;
	struct MHD_Response *asset;

	if (flight->refusal != PROBLEM_NONE)
		return refuse(server, flight);
	if (ex->ready == NULL) {
		asset = assets_find(server->assets, ex->target, flight->accepts_brotli, ex->accepts_gzip);
		if (asset == NULL || ex->method == METHOD_POST) {
			decide_refusal(flight, PROBLEM_MISSING, "problem.missing");
			return refuse(server, flight);
		}
		ex->status = 200;
		flight->answered = true;
		return MHD_queue_response(flight->connection, 200, asset);
	}
	if (ex->method == METHOD_POST && !flight_body(flight, &ex->body)) {
		decide_refusal(flight, PROBLEM_BUSY, "problem.storage_full");
		return refuse(server, flight);
	}
	flight->queued = true;
	MHD_suspend_connection(flight->connection);
	server->suspended++;
	if (queues_put(server->queues, ex))
		return MHD_YES;
	app_refuse(server->app, ex, problem_of(PROBLEM_BUSY, "problem.busy"));
	on_done(server, ex);
	return MHD_YES;
}

static enum MHD_Result
on_request(void *context, struct MHD_Connection *connection, const char *url, const char *method, const char *version, const char *data,
           size_t *size, void **state)
{
	struct server *server = context;
	struct flight *flight = *state;

	(void)url;
	(void)version;
	if (flight == NULL)
		return MHD_NO;
	if (!flight->looked) {
		flight_look(flight, connection, method, server->app->config->proxy);
		admit(server, flight);
		/* A large body that will be refused is not waited for: the answer goes now and the connection ends. */
		if (flight->refusal != PROBLEM_NONE && flight->content_length > READ_ANYWAY) {
			flight->close = true;
			return refuse(server, flight);
		}
		return MHD_YES;
	}
	if (*size > 0) {
		if (flight->refusal == PROBLEM_NONE && !flight_add_body(flight, data, *size))
			decide_refusal(flight, PROBLEM_BUSY, "problem.storage_full");     /* said when the rest has come */
		*size = 0;
		return MHD_YES;
	}
	return flight->queued ? send_answer(server, flight) : start_work(server, flight);
}

static void *
on_target(void *context, const char *target, struct MHD_Connection *connection)
{
	(void)context;
	(void)connection;
	return flight_new(target);
}

static void
on_completed(void *context, struct MHD_Connection *connection, void **state, enum MHD_RequestTerminationCode code)
{
	const union MHD_ConnectionInfo *info;
	struct flight *flight = *state;
	struct exchange *ex;
	int64_t took;

	(void)context;
	(void)code;
	info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
	if (info != NULL)
		gate_answered(info->connect_fd);
	if (flight == NULL)
		return;
	if (flight->close && info != NULL)
		gate_linger(info->connect_fd);
	ex = &flight->exchange;
	took = clock_monotonic() - ex->started;
	metrics_count(ex->status, took, flight->sent);
	log_request(ex->method == METHOD_POST ? STR("POST") : flight->is_head ? STR("HEAD") : STR("GET"),
	            ex->ready != NULL ? str_of(ex->ready->route->path) : str_starts(ex->target, STR("/static/")) ? STR("/static/") : STR("-"), ex->status,
	            flight->sent, took, ex->reference, ex->ready != NULL ? str_of(queue_name(ex->ready->queue)) : STR("none"));
	flight_free(flight);
	*state = NULL;
}

static void
on_connection(void *context, struct MHD_Connection *connection, void **state, enum MHD_ConnectionNotificationCode code)
{
	const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);

	(void)context;
	(void)state;
	if (info == NULL)
		return;
	if (code == MHD_CONNECTION_NOTIFY_STARTED)
		gate_connection_started(info->connect_fd);
	else
		gate_connection_ended(info->connect_fd);
}

static void
resume_done(struct server *server)
{
	struct exchange *list;

	pthread_mutex_lock(&server->lock);
	list = server->done;
	server->done = NULL;
	pthread_mutex_unlock(&server->lock);
	while (list != NULL) {
		struct exchange *next = list->next;
		struct flight *flight = list->owner;

		server->suspended--;
		MHD_resume_connection(flight->connection);
		list = next;
	}
}

static int
wait_time(struct server *server)
{
	MHD_UNSIGNED_LONG_LONG timeout;

	if (MHD_get_timeout(server->daemon, &timeout) != MHD_YES || timeout > SWEEP_EVERY / 1000)
		return SWEEP_EVERY / 1000;
	return (int)timeout;
}

static bool
watch(struct server *server, int fd)
{
	struct epoll_event event = { .events = EPOLLIN, .data.fd = fd };

	return epoll_ctl(server->poll, EPOLL_CTL_ADD, fd, &event) == 0;
}

/* After a crowd has left, its memory goes back to the system. */
static void
give_back(uint64_t *most)
{
	uint64_t watched = gate_counts().watched;

	if (watched > *most)
		*most = watched;
	if (*most < watched + 1000)
		return;
	malloc_trim(0);
	*most = watched;
}

static void
loop(struct server *server)
{
	uint64_t most = 0;
	int64_t swept = 0, deadline = 0, now;
	struct epoll_event events[4];
	uint64_t count;

	for (;;) {
		if (epoll_wait(server->poll, events, 4, wait_time(server)) < 0 && errno != EINTR)
			return;
		if (read(server->wake, &count, sizeof(count)) > 0)
			resume_done(server);
		MHD_run(server->daemon);
		if (server->metrics != NULL)
			MHD_run(server->metrics);
		now = clock_monotonic();
		if (now - swept > SWEEP_EVERY) {
			gate_sweep(now);
			give_back(&most);
			swept = now;
		}
		log_flush();
		if (stop_asked && !server->stopping) {
			MHD_socket listening = MHD_quiesce_daemon(server->daemon);

			if (listening != MHD_INVALID_SOCKET)
				close(listening);
			server->stopping = true;
			deadline = now + STOP_WITHIN;
			log_event(LOG_INFO, "stopping", NULL);
		}
		if (server->stopping && ((server->suspended == 0 && MHD_get_daemon_info(server->daemon, MHD_DAEMON_INFO_CURRENT_CONNECTIONS)->num_connections == 0) ||
		                         (server->suspended == 0 && now > deadline - STOP_WITHIN + 1000 * 1000) || now > deadline))
			return;
	}
}

static struct MHD_Daemon *
listen_on(struct server *server)
{
	const struct config *config = server->app->config;
	struct sockaddr_in6 six = { .sin6_family = AF_INET6, .sin6_port = htons((uint16_t)config->port) };
	struct sockaddr_in four = { .sin_family = AF_INET, .sin_port = htons((uint16_t)config->port) };
	bool is_six = inet_pton(AF_INET6, config->address, &six.sin6_addr) == 1;
	unsigned flags = MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME | (is_six ? MHD_USE_IPv6 : 0u);
	void *address = is_six ? (void *)&six : (void *)&four;

	inet_pton(AF_INET, config->address, &four.sin_addr);     /* config_read has checked it */
	return MHD_start_daemon(flags, 0, NULL, NULL, on_request, server, MHD_OPTION_SOCK_ADDR, address, MHD_OPTION_CONNECTION_LIMIT,
	                        (unsigned)config->connections, MHD_OPTION_CONNECTION_TIMEOUT, 60u, MHD_OPTION_CONNECTION_MEMORY_LIMIT,
	                        (size_t)16384, MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_NOTIFY_COMPLETED, on_completed, NULL,
	                        MHD_OPTION_NOTIFY_CONNECTION, on_connection, NULL, MHD_OPTION_URI_LOG_CALLBACK, on_target, NULL,
	                        MHD_OPTION_LISTEN_BACKLOG_SIZE, 1024u, MHD_OPTION_LISTENING_ADDRESS_REUSE, 1u, MHD_OPTION_END);
}

static bool
prepare_process(struct server *server)
{
	struct rlimit files = { 0, 0 };
	struct sigaction action = { .sa_handler = on_signal };

	snprintf(server->spool, sizeof(server->spool), "%s/spool", server->app->config->var);
	if (mkdir(server->app->config->var, 0700) != 0 && errno != EEXIST)
		return false;
	if (mkdir(server->spool, 0700) != 0 && errno != EEXIST)
		return false;
	getrlimit(RLIMIT_NOFILE, &files);
	files.rlim_cur = files.rlim_max;
	setrlimit(RLIMIT_NOFILE, &files);
	signal(SIGPIPE, SIG_IGN);
	stop_wake = server->wake;
	sigaction(SIGTERM, &action, NULL);
	sigaction(SIGINT, &action, NULL);
	return gate_open(files.rlim_cur < 65536 ? (size_t)files.rlim_cur : 65536);
}

int
server_run(const struct app *app, const struct assets *assets)
{
	struct server server = { .app = app, .assets = assets, .poll = epoll_create1(EPOLL_CLOEXEC), .wake = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC) };
	int status = 1;

	pthread_mutex_init(&server.lock, NULL);
	if (!prepare_process(&server)) {
		fprintf(stderr, "Le dossier %s ne peut pas servir, ou le filtre du réseau n’est pas en place.\n", app->config->var);
		return 1;
	}
	server.queues = queues_open(app, on_done, &server);
	server.daemon = listen_on(&server);
	if (server.daemon == NULL) {
		fprintf(stderr, "Le port %d de %s n’est pas libre : choisissez-en un autre, par exemple PORT=8081.\n", app->config->port, app->config->address);
		goto close_queues;
	}
	if (app->config->metrics_port != 0) {
		server.metrics = metrics_open(app->config->metrics_port, server.queues);
		if (server.metrics == NULL)
			log_event(LOG_WARN, "metrics_port_taken", NULL);
		else
			watch(&server, MHD_get_daemon_info(server.metrics, MHD_DAEMON_INFO_EPOLL_FD)->epoll_fd);
	}
	if (!watch(&server, MHD_get_daemon_info(server.daemon, MHD_DAEMON_INFO_EPOLL_FD)->epoll_fd) || !watch(&server, server.wake))
		goto stop_daemons;
	log_event(LOG_INFO, "listening", "origin", str_of(app->config->origin), NULL);
	log_flush();
	loop(&server);
	status = 0;
stop_daemons:
	if (server.suspended == 0)                 /* the library cannot stop with a suspended connection */
		MHD_stop_daemon(server.daemon);
	if (server.metrics != NULL)
		MHD_stop_daemon(server.metrics);
close_queues:
	queues_close(server.queues);
	flights_close();
	gate_close();
	log_event(LOG_INFO, "stopped", NULL);
	log_flush();
	return status;
}
