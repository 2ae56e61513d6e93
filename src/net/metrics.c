/* Counters in Prometheus' text format (version 0.0.4). */
#include "net/metrics.h"

#include <arpa/inet.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "guichet/clock.h"
#include "net/gate.h"

static const int64_t BOUNDS[] = { 500, 1000, 2500, 5000, 10000, 25000, 50000, 100000, 250000, 1000000, 5000000 };
#define BOUND_COUNT (sizeof(BOUNDS) / sizeof(BOUNDS[0]))

static struct {
	uint64_t by_class[6];
	uint64_t within[BOUND_COUNT + 1];
	uint64_t bytes, microseconds, requests;
	int64_t  started;
} counters;

void
metrics_count(int status, int64_t microseconds, size_t bytes)
{
	size_t i = 0;

	counters.by_class[status >= 100 && status < 600 ? status / 100 : 0]++;
	while (i < BOUND_COUNT && microseconds > BOUNDS[i])
		i++;
	counters.within[i]++;
	counters.bytes += bytes;
	counters.microseconds += (uint64_t)microseconds;
	counters.requests++;
}

static long
resident_bytes(void)
{
	FILE *file = fopen("/proc/self/statm", "re");
	char line[128] = "";
	int64_t pages = 0;
	str rest;

	if (file == NULL)
		return 0;
	if (fgets(line, sizeof(line), file) == NULL)
		line[0] = '\0';
	fclose(file);
	rest = str_of(line);
	str_cut(&rest, ' ');
	if (!str_to_int(str_cut(&rest, ' '), &pages))
		return 0;
	return (long)pages * sysconf(_SC_PAGESIZE);
}

static void
write_all(FILE *out, struct queues *queues)
{
	struct gate_counts gate = gate_counts();
	uint64_t sum = 0;
	enum queue q;
	size_t i;

	fprintf(out, "# TYPE guichet_requests_total counter\n");
	for (i = 1; i < 6; i++)
		fprintf(out, "guichet_requests_total{class=\"%zuxx\"} %" PRIu64 "\n", i, counters.by_class[i]);
	fprintf(out, "# TYPE guichet_request_seconds histogram\n");
	for (i = 0; i < BOUND_COUNT; i++) {
		sum += counters.within[i];
		fprintf(out, "guichet_request_seconds_bucket{le=\"%g\"} %" PRIu64 "\n", (double)BOUNDS[i] / 1e6, sum);
	}
	fprintf(out, "guichet_request_seconds_bucket{le=\"+Inf\"} %" PRIu64 "\n", counters.requests);
	fprintf(out, "guichet_request_seconds_sum %.6f\nguichet_request_seconds_count %" PRIu64 "\n", (double)counters.microseconds / 1e6, counters.requests);
	fprintf(out, "# TYPE guichet_response_bytes_total counter\nguichet_response_bytes_total %" PRIu64 "\n", counters.bytes);
	fprintf(out, "# TYPE guichet_queue_length gauge\n");
	for (q = QUEUE_READ; q < QUEUES; q++)
		fprintf(out, "guichet_queue_length{queue=\"%s\"} %zu\n", queue_name(q), queues_length(queues, q));
	fprintf(out, "# TYPE guichet_connections gauge\nguichet_connections %" PRIu64 "\n", gate.watched);
	fprintf(out, "# TYPE guichet_connections_total counter\nguichet_connections_total %" PRIu64 "\n", gate.connections);
	fprintf(out, "# TYPE guichet_refused_total counter\n");
	for (i = 1; i < WIRE_REFUSALS; i++)
		fprintf(out, "guichet_refused_total{reason=\"%zu\"} %" PRIu64 "\n", i, gate.refused[i]);
	fprintf(out, "# TYPE process_resident_memory_bytes gauge\nprocess_resident_memory_bytes %ld\n", resident_bytes());
	fprintf(out, "# TYPE process_uptime_seconds gauge\nprocess_uptime_seconds %" PRId64 "\n", (clock_monotonic() - counters.started) / 1000000);
}

static enum MHD_Result
on_request(void *context, struct MHD_Connection *connection, const char *url, const char *method, const char *version, const char *data,
           size_t *size, void **state)
{
	static int seen;
	bool found = strcmp(url, "/metrics") == 0 && strcmp(method, "GET") == 0;
	struct MHD_Response *response;
	enum MHD_Result result;
	char *text = NULL;
	size_t length = 0;
	FILE *out;

	(void)version;
	(void)data;
	if (*state == NULL) {
		*state = &seen;
		return MHD_YES;
	}
	*size = 0;
	out = open_memstream(&text, &length);
	if (out == NULL)
		return MHD_NO;
	if (found)
		write_all(out, context);
	fclose(out);
	response = MHD_create_response_from_buffer(length, text, MHD_RESPMEM_MUST_FREE);
	MHD_add_response_header(response, "Content-Type", "text/plain; version=0.0.4; charset=utf-8");
	result = MHD_queue_response(connection, found ? 200 : 404, response);
	MHD_destroy_response(response);
	return result;
}

struct MHD_Daemon *
metrics_open(int port, struct queues *queues)
{
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons((uint16_t)port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };

	counters.started = clock_monotonic();
	return MHD_start_daemon(MHD_USE_EPOLL, 0, NULL, NULL, on_request, queues, MHD_OPTION_SOCK_ADDR, &address, MHD_OPTION_CONNECTION_LIMIT, 16u,
	                        MHD_OPTION_CONNECTION_TIMEOUT, 10u, MHD_OPTION_END);
}
