/* Everybody's careers together, and the acts they share. Pure, like the stories. */
#ifndef GUICHET_DEMO_COUNTRY_H
#define GUICHET_DEMO_COUNTRY_H
#include "demo/story.h"

struct act {
	uint8_t  kind, proof, state, status, category;
	bool     alone;
	uint16_t ministry;
	int32_t  effect, signed_on, number, lines;
	uint64_t seed;
	int32_t  replaces;             /* act index + 1 that it replaces; 0: none */
};
struct person {
	str     family, given;
	char    sex;
	int32_t birth;
};
struct country {
	const struct world  *world;
	struct career_story *agents;   /* in post, then retired; the cast first */
	size_t               agent_count, agent_room;
	struct act          *acts;
	size_t               act_count, act_room, line_count;
	int32_t             *shared;   /* hash of the shared acts: act index + 1 */
	size_t               shared_size;
	struct person       *citizens;
	size_t               citizen_count;
};

/* How many agents of each sort are told, the cast included. */
struct country_size {
	size_t in_post, retired, citizens;
	int    home;                   /* weight of the ministry itself, in thousandths */
};
extern const struct country_size SIZE_DEMO, SIZE_NATIONAL;

/* The same size, world and day always give the same country. False when memory lacks. */
bool country_build(struct country *country, const struct world *world, const struct country_size *size);
void country_free(struct country *country);
/* Takes a told story: copies its lines and gives each its act. */
bool country_add(struct country *country, const struct career_story *story);
/* The told stories of the cast: the agents people are shown first, always numbered from 0 in the same order. */
bool cast_tell(struct country *country);
/* The reference as that ministry wrote it in those years; what it is about; who signed. */
str  act_reference(struct arena *arena, const struct world *world, const struct act *act);
str  act_subject(struct arena *arena, const struct act *act);
const char *act_signatory(const struct act *act);
#endif
