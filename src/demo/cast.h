/* Preparing the stories of the cast (cast.c, cast_wrong.c). */
#ifndef GUICHET_DEMO_CAST_H
#define GUICHET_DEMO_CAST_H
#include "demo/country.h"

struct role {
	const char *matricule, *family, *given;
	char        sex;
};
/* A story being prepared: tell it with role_tell, change lines, give it with role_keep. */
struct stage {
	struct country     *country;
	const struct world *world;
	struct random       random;
	struct career_story story;
	struct story_line   lines[STORY_MOST];
};

/* The place of that code, else the ministry, else the first one. */
uint16_t    place_or(const struct world *world, const char *code, const char *ministry);
/* A career without incident. */
struct plan plan_of(const struct world *world, enum status status, const char *corps, uint16_t place, int32_t birth, int32_t hire);
void role_tell(struct stage *stage, struct role role, const struct plan *plan);
bool role_keep(struct stage *stage);
bool role_play(struct stage *stage, struct role role, struct plan plan);      /* both */
struct story_line *role_add(struct stage *stage, enum kind kind, int32_t effect, struct situation after);
bool cast_missing(struct stage *stage);
bool cast_contradictory(struct stage *stage);
#endif
