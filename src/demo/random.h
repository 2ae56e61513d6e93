/* Numbers that look random and are the same on every machine (xoshiro256**, seeded by splitmix64).
 * Not for secrets. */
#ifndef GUICHET_DEMO_RANDOM_H
#define GUICHET_DEMO_RANDOM_H
#include <stdbool.h>
#include <stdint.h>

struct random {
	uint64_t s[4];
};

static inline uint64_t
random_mix(uint64_t *seed)
{
	uint64_t z = (*seed += 0x9e3779b97f4a7c15u);

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

static inline struct random
random_seed(uint64_t seed)
{
	struct random random;
	int i;

	for (i = 0; i < 4; i++)
		random.s[i] = random_mix(&seed);
	return random;
}

static inline uint64_t
random_next(struct random *random)
{
	uint64_t *s = random->s, result = s[1] * 5, t = s[1] << 17;

	result = ((result << 7) | (result >> 57)) * 9;
	s[2] ^= s[0];
	s[3] ^= s[1];
	s[1] ^= s[2];
	s[0] ^= s[3];
	s[2] ^= t;
	s[3] = (s[3] << 45) | (s[3] >> 19);
	return result;
}

/* 0 … below-1; `below` is at least 1 and small, so that the bias does not matter. */
static inline int
random_below(struct random *random, int below)
{
	return (int)((random_next(random) >> 33) % (uint64_t)below);
}

/* from … to, both included. */
static inline int
random_between(struct random *random, int from, int to)
{
	return from + random_below(random, to - from + 1);
}

static inline bool
random_chance(struct random *random, int per_mille)
{
	return random_below(random, 1000) < per_mille;
}
#endif
