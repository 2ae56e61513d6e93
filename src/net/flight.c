/* One request in flight: made when its first line was read, freed when its answer has left. */
#include "net/flight.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#define IN_MEMORY   (256 * 1024)
#define SPARE       256
#define FIELDS_KEPT 64
/* What all bodies on their way may take together: of memory, of the spool's disk, and how many there. */
#define MEMORY_MOST (128u * 1024 * 1024)
#define DISK_MOST   ((size_t)1024 * 1024 * 1024)
#define SPOOLS_MOST 16

static size_t memory_taken, disk_taken, spools;

/* Arenas of finished requests, for the next ones: the loop's thread only. */
static struct arena *spare[SPARE];
static size_t spare_count;

struct flight *
flight_new(const char *target)
{
	struct arena *arena = spare_count > 0 ? spare[--spare_count] : arena_new();
	struct flight *flight = arena_alloc(arena, sizeof(*flight));

	flight->exchange.arena = arena;
	flight->exchange.owner = flight;
	flight->spool = -1;
	flight->exchange.target = arena_copy(arena, str_of(target));
	flight->exchange.started = clock_monotonic();
	return flight;
}

void
flight_free(struct flight *flight)
{
	struct arena *arena = flight->exchange.arena;

	if (flight->body_mapped)
		munmap(flight->body, flight->body_size);
	else
		free(flight->body);
	if (flight->spool >= 0) {
		close(flight->spool);
		disk_taken -= flight->body_size;
		spools--;
	} else {
		memory_taken -= flight->body_room;
	}
	free((void *)(uintptr_t)flight->exchange.bytes.at);
	if (spare_count < SPARE) {
		arena_reset(arena);
		spare[spare_count++] = arena;
	} else {
		arena_free(arena);
	}
}

void
flights_close(void)
{
	while (spare_count > 0)
		arena_free(spare[--spare_count]);
}

static bool
has_word(str list, const char *word)
{
	str rest = list;

	while (rest.at != NULL) {
		str item = str_cut(&rest, ','), params = item, name = str_trim(str_cut(&params, ';'));

		if (str_same(name, str_of(word)) && (params.at == NULL || !str_is(str_trim(params), "q=0")))
			return true;
	}
	return false;
}

static enum MHD_Result
on_header(void *context, enum MHD_ValueKind kind, const char *key, size_t key_size, const char *value, size_t value_size)
{
	struct flight *flight = context;
	struct exchange *ex = &flight->exchange;
	str name = { key, key_size }, text = { value == NULL ? "" : value, value_size };

	(void)kind;
	switch (key_size) {
	case 4:
		if (str_same(name, STR("host"))) {
			flight->host = text;
			flight->has_host = true;
		}
		break;
	case 6:
		if (str_same(name, STR("cookie")))
			ex->cookies = text;
		else if (str_same(name, STR("origin")))
			ex->origin = text;
		break;
	case 7:
		if (str_same(name, STR("referer")))
			ex->referer = text;
		break;
	case 10:
		if (str_same(name, STR("user-agent")))
			ex->user_agent = text;
		break;
	case 12:
		if (str_same(name, STR("content-type")))
			ex->body_type = text;
		break;
	case 14:
		if (str_same(name, STR("sec-fetch-site")))
			ex->fetch_site = text;
		else if (str_same(name, STR("content-length")) && !str_to_int(text, &flight->content_length))
			flight->content_length = -1;
		break;
	case 15:
		if (str_same(name, STR("x-forwarded-for")))
			flight->forwarded = text;
		else if (str_same(name, STR("accept-encoding"))) {
			ex->accepts_gzip = has_word(text, "gzip");
			flight->accepts_brotli = has_word(text, "br");
		}
		break;
	default:
		break;
	}
	return MHD_YES;
}

/* What the proxy itself added is the last element; what stands before it was said by the client. */
static str
forwarded_address(struct flight *flight, str peer)
{
	str rest = flight->forwarded, last = NO_STR;
	unsigned char bytes[sizeof(struct in6_addr)];

	while (rest.at != NULL)
		last = str_trim(str_cut(&rest, ','));
	last = arena_copy(flight->exchange.arena, last);
	if (last.at != NULL && (inet_pton(AF_INET, last.at, bytes) == 1 || inet_pton(AF_INET6, last.at, bytes) == 1))
		return last;
	return peer;
}

static str
address_of(struct flight *flight)
{
	const union MHD_ConnectionInfo *info = MHD_get_connection_info(flight->connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
	char *text = arena_alloc(flight->exchange.arena, INET6_ADDRSTRLEN);
	const void *bytes;

	if (info == NULL || info->client_addr == NULL)
		return STR("");
	bytes = info->client_addr->sa_family == AF_INET6 ? (const void *)&((const struct sockaddr_in6 *)(const void *)info->client_addr)->sin6_addr
	                                                 : (const void *)&((const struct sockaddr_in *)(const void *)info->client_addr)->sin_addr;
	if (inet_ntop(info->client_addr->sa_family, bytes, text, INET6_ADDRSTRLEN) == NULL)
		return STR("");
	return str_starts(str_of(text), STR("::ffff:")) ? str_of(text + 7) : str_of(text);
}

void
flight_look(struct flight *flight, struct MHD_Connection *connection, const char *method, const char *proxy)
{
	flight->connection = connection;
	flight->looked = true;
	flight->is_head = strcmp(method, "HEAD") == 0;
	flight->exchange.method = strcmp(method, "POST") == 0 ? METHOD_POST : METHOD_GET;
	flight->exchange.address = address_of(flight);
	MHD_get_connection_values_n(connection, MHD_HEADER_KIND, on_header, flight);
	if (flight->forwarded.at != NULL && str_is(flight->exchange.address, proxy))
		flight->exchange.address = forwarded_address(flight, flight->exchange.address);
}

static enum MHD_Result
on_kept(void *context, enum MHD_ValueKind kind, const char *key, size_t key_size, const char *value, size_t value_size)
{
	struct exchange *ex = context;

	(void)kind;
	if (ex->field_count == FIELDS_KEPT)
		return MHD_NO;
	ex->fields[ex->field_count++] = (struct header){ { key, key_size }, { value == NULL ? "" : value, value_size } };
	return MHD_YES;
}

void
flight_keep_fields(struct flight *flight)
{
	flight->exchange.fields = arena_array(flight->exchange.arena, FIELDS_KEPT, sizeof(struct header));
	MHD_get_connection_values_n(flight->connection, MHD_HEADER_KIND, on_kept, &flight->exchange);
}

bool
flight_expect_body(struct flight *flight, const char *spool)
{
	if (flight->content_length <= IN_MEMORY)
		return memory_taken < MEMORY_MOST;
	if (spools >= SPOOLS_MOST || disk_taken >= DISK_MOST)
		return false;
	flight->spool = open(spool, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
	if (flight->spool < 0)
		return false;
	spools++;
	return true;
}

static bool
add_to_spool(struct flight *flight, const char *data, size_t size)
{
	while (size > 0) {
		ssize_t written = disk_taken < DISK_MOST ? write(flight->spool, data, size) : -1;

		if (written <= 0)
			return false;
		disk_taken += (size_t)written;
		flight->body_size += (size_t)written;
		data += written;
		size -= (size_t)written;
	}
	return true;
}

static bool
make_room(struct flight *flight, size_t size)
{
	size_t room = flight->body_room == 0 ? 4096 : flight->body_room;
	char *body;

	while (room < flight->body_size + size)
		room *= 2;
	if (room == flight->body_room)
		return true;
	if (memory_taken + room - flight->body_room > MEMORY_MOST || (body = realloc(flight->body, room)) == NULL)
		return false;
	memory_taken += room - flight->body_room;
	flight->body = body;
	flight->body_room = room;
	return true;
}

bool
flight_add_body(struct flight *flight, const char *data, size_t size)
{
	if (size > (size_t)flight->content_length - flight->body_size)
		return false;
	if (flight->spool >= 0)
		return add_to_spool(flight, data, size);
	if (!make_room(flight, size))
		return false;
	memcpy(flight->body + flight->body_size, data, size);
	flight->body_size += size;
	return true;
}

bool
flight_body(struct flight *flight, str *body)
{
	if (flight->spool >= 0 && flight->body_size > 0) {
		void *map = mmap(NULL, flight->body_size, PROT_READ | PROT_WRITE, MAP_PRIVATE, flight->spool, 0);

		if (map == MAP_FAILED)
			return false;
		flight->body = map;
		flight->body_mapped = true;
	}
	*body = (str){ flight->body != NULL ? flight->body : "", flight->body_size };
	return true;
}
