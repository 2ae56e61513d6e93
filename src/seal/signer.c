/* The daemon's side of the signer: starts it, asks it, one question at a time: a signature takes some 40 µs, and a lock costs
 * nothing beside it. */
#define _GNU_SOURCE
#include "signer.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "guichet/clock.h"
#include "guichet/log.h"
#include "jws.h"
#include "keys.h"

#define PATIENCE 5000000      /* microseconds for an answer: a signer that died is back after one second */

static struct {
	pthread_mutex_t  lock;
	struct seal_name name;
	struct signer_question asked;
	uint64_t         number, life;
	int              socket;
	pid_t            keeper;
} signer = { .lock = PTHREAD_MUTEX_INITIALIZER, .socket = -1 };

static bool
refuse(const char *why)
{
	fprintf(stderr, "Le signataire ne démarre pas : %s\n", why);
	return false;
}

/* Waits until the deadline at most. False when no whole answer came. */
static bool
hear(struct signer_answer *said, int64_t deadline)
{
	for (;;) {
		const int64_t left = deadline - clock_monotonic();
		const struct timeval patience = { .tv_sec = left / 1000000, .tv_usec = left % 1000000 };
		ssize_t got;

		if (left <= 0 || setsockopt(signer.socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience) != 0)
			return false;
		got = recv(signer.socket, said, sizeof *said, 0);
		if (got == (ssize_t)sizeof *said)
			return true;
		if (got >= 0 || errno != EINTR)
			return false;
	}
}

/* A new signer says which key it holds: it must be the one that this daemon made known. */
static bool
meet(const struct signer_answer *said)
{
	if (signer.life != 0) {
		log_event(LOG_WARN, "signer_restarted", NULL);
		if (memcmp(signer.name.public_key, said->bytes, SEAL_KEY) != 0)
			return false;
	}
	memcpy(signer.name.public_key, said->bytes, SEAL_KEY);
	signer.life = said->life;
	return true;
}

bool
seal_begin(const struct config *config)
{
	struct signer_answer said;
	int ends[2], seed;

	if (signer.socket >= 0)
		return refuse("il est déjà là.");
	if (!keys_open(config->var, signer.name.kid, &seed))
		return false;
	if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) {
		close(seed);
		return refuse(strerror(errno));
	}
	signer.keeper = fork();
	if (signer.keeper == 0)
		signer_keep(ends[1], seed, signer.name.kid);
	close(ends[1]);
	close(seed);
	signer.socket = ends[0];
	signer.number = signer.life = 0;
	if (signer.keeper > 0 && hear(&said, clock_monotonic() + PATIENCE) && said.number == 0 && meet(&said))
		return true;
	seal_end();
	return refuse("ce système lui refuse l’une des protections dont il a besoin.");
}

void
seal_end(void)
{
	pthread_mutex_lock(&signer.lock);
	if (signer.socket >= 0)
		close(signer.socket);
	signer.socket = -1;
	if (signer.keeper > 0) {
		/* The signer sees the end of the socket; a keeper that waits a second for its next one does not. */
		kill(signer.keeper, SIGKILL);
		while (waitpid(signer.keeper, NULL, 0) < 0 && errno == EINTR)
			continue;
	}
	signer.keeper = 0;
	signer.life = 0;
	pthread_mutex_unlock(&signer.lock);
}

bool
seal_key(str *kid, unsigned char public_key[SEAL_KEY])
{
	if (signer.life == 0)
		return false;
	*kid = str_of(signer.name.kid);
	memcpy(public_key, signer.name.public_key, SEAL_KEY);
	return true;
}

static bool
put_question(size_t size)
{
	return send(signer.socket, &signer.asked, size, MSG_NOSIGNAL | MSG_DONTWAIT) == (ssize_t)size;
}

/* The answer to our question; what is older is thrown away. A new signer is asked again: the one that died may have taken the
 * question with it. If it had not, there are two answers, and the second one is older than the next question. */
static bool
ask(str payload, struct signer_answer *said)
{
	const size_t size = offsetof(struct signer_question, payload) + payload.len;
	const int64_t deadline = clock_monotonic() + PATIENCE;

	signer.asked.number = ++signer.number;
	memcpy(signer.asked.payload, payload.at, payload.len);
	if (!put_question(size))
		return false;
	while (hear(said, deadline)) {
		if (said->number == signer.number)
			return true;
		if (said->number == 0 && (!meet(said) || !put_question(size)))
			return false;
	}
	return false;
}

str
seal_sign(struct arena *arena, str payload)
{
	struct signer_answer said;
	char *jws;
	size_t length;
	bool ok;

	if (payload.at == NULL || payload.len > SEAL_PAYLOAD) {
		log_event(LOG_ERROR, "seal_too_long", NULL);
		return NO_STR;
	}
	pthread_mutex_lock(&signer.lock);
	ok = signer.life != 0 && ask(payload, &said);
	pthread_mutex_unlock(&signer.lock);
	if (!ok) {
		log_event(LOG_ERROR, "signer_silent", NULL);
		return NO_STR;
	}
	jws = arena_alloc(arena, JWS_INPUT + BASE64(crypto_sign_BYTES));
	length = jws_input(jws, signer.name.kid, payload.at, payload.len);
	jws[length++] = '.';
	sodium_bin2base64(jws + length, BASE64(crypto_sign_BYTES), said.bytes, sizeof(said.bytes), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
	return (str){ jws, length + strlen(jws + length) };
}
