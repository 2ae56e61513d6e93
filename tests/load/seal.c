/* Seals a second, as the daemon makes them (through the signer, from 1 and 4 threads), and openings a second of one core.
 * make build/release/tests/load/seal && build/release/tests/load/seal: one line of JSON. */
#define _GNU_SOURCE
#include <pthread.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "guichet/clock.h"
#include "guichet/log.h"
#include "guichet/seal.h"

#define SECONDS 2
static const char PAYLOAD[] = "{\"v\":1,\"t\":\"copie\",\"c\":\"7K3M9QXTB2WD\",\"r\":\"0417/MTFP/DC/SGM/DGFP/DRSC/SIA/SA\",\"k\":\"Arrêté portant avancement d’échelon\","
	"\"d\":\"2026-03-28\",\"s\":\"Le Ministre\",\"h\":\"q2Yk0S8x9Jv3Vt0c7bqk1mZC1r0uH1r7cC2x5o6s7Uo\",\"p\":\"HOUNKPATIN Clémentine\",\"m\":\"84213\",\"e\":\"2026-04-01\",\"g\":\"A3-8 > A3-9\"}";

static void *
seal_for_a_while(void *thing)
{
	struct arena *arena = arena_new();
	const int64_t until = clock_monotonic() + SECONDS * 1000000;
	size_t *done = thing;

	while (clock_monotonic() < until) {
		*done += seal_sign(arena, str_of(PAYLOAD)).at != NULL;
		arena_reset(arena);
	}
	arena_free(arena);
	return NULL;
}

static size_t
seals_a_second(size_t threads)
{
	pthread_t all[8];
	size_t done[8] = { 0 }, i, sum = 0;

	for (i = 0; i < threads; i++)
		pthread_create(&all[i], NULL, seal_for_a_while, &done[i]);
	for (i = 0; i < threads; i++) {
		pthread_join(all[i], NULL);
		sum += done[i];
	}
	return sum / SECONDS;
}

static size_t
openings_a_second(str jws)
{
	struct arena *arena = arena_new();
	const int64_t until = clock_monotonic() + SECONDS * 1000000;
	unsigned char public_key[SEAL_KEY];
	size_t done = 0;
	str kid, payload;

	seal_key(&kid, public_key);
	while (clock_monotonic() < until) {
		done += seal_open(arena, jws, public_key, &payload) == SEAL_GOOD;
		arena_reset(arena);
	}
	arena_free(arena);
	return done / SECONDS;
}

static size_t
bare_signatures_a_second(void)
{
	unsigned char public_key[SEAL_KEY], secret[crypto_sign_SECRETKEYBYTES], signature[crypto_sign_BYTES];
	const int64_t until = clock_monotonic() + SECONDS * 1000000;
	size_t done = 0;

	crypto_sign_keypair(public_key, secret);
	for (; clock_monotonic() < until; done++)
		crypto_sign_detached(signature, NULL, (const unsigned char *)PAYLOAD, sizeof(PAYLOAD), secret);
	return done / SECONDS;
}

int
main(void)
{
	char var[] = "/tmp/guichet-seal-XXXXXX", path[200];
	const struct config config = { .var = var };
	struct arena *arena = arena_new();
	struct seal_name name;
	str jws;

	log_open(LOG_ERROR);
	if (sodium_init() < 0 || mkdtemp(var) == NULL || !seal_begin(&config) || !seal_current(&config, &name))
		return 1;
	jws = arena_copy(arena, seal_sign(arena, str_of(PAYLOAD)));
	const size_t one = seals_a_second(1), four = seals_a_second(4), opened = openings_a_second(jws), bare = bare_signatures_a_second();

	printf("{\"payload_bytes\":%zu,\"jws_bytes\":%zu,\"seals_a_second\":%zu,\"seals_a_second_4_threads\":%zu,\"openings_a_second\":%zu,\"bare_signatures_a_second\":%zu}\n",
	       sizeof(PAYLOAD) - 1, jws.len, one, four, opened, bare);
	seal_end();
	snprintf(path, sizeof(path), "%s/keys/%s.key", var, name.kid);
	(void)unlink(path);
	snprintf(path, sizeof(path), "%s/keys", var);
	(void)rmdir(path);
	(void)rmdir(var);
	arena_free(arena);
	return one > 0 && opened > 0 ? 0 : 1;
}
