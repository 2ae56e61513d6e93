/* The signer's side of the socket: what it says and hears, and the process itself. */
#ifndef GUICHET_SEAL_SIGNER_H
#define GUICHET_SEAL_SIGNER_H
#include <sodium.h>

#include "guichet/seal.h"

/* One packet each way; the socket keeps their bounds. An answer carries the number of its question: what a signer that died
 * left unanswered is answered by the next one, late, and must not pass for something else. */
struct signer_question {
	uint64_t number;
	char     payload[SEAL_PAYLOAD];      /* as many bytes as the packet has */
};
struct signer_answer {
	uint64_t      number;                /* 0: the signer has just started */
	uint64_t      life;                  /* grows when a signer replaces one that died */
	unsigned char bytes[crypto_sign_BYTES];   /* the signature; the public key when the number is 0 */
};

/* The life of the child that seal_begin forked: keeps a signer alive until the other end of `socket` is closed. */
_Noreturn void signer_keep(int socket, int seed, const char *kid);
#endif
