/* Invented names: family and given names in use in Benin, put together at random. */
#ifndef GUICHET_DEMO_NAMES_H
#define GUICHET_DEMO_NAMES_H
#include "demo/random.h"
#include "guichet/arena.h"

enum name_region { REGION_SOUTH, REGION_YORUBA, REGION_NORTH, REGIONS };

struct name_list {
	const char *const *names;
	size_t             count;
};
extern const struct name_list FAMILY_NAMES[REGIONS];
extern const struct name_list GIVEN_NAMES[REGIONS][2];     /* of the region; [0] women, [1] men */
extern const struct name_list CHRISTIAN_NAMES[2], MUSLIM_NAMES[2];

struct full_name {
	str  family, given;
	char sex;               /* 'F' or 'M' */
};
/* One woman in three among older agents: `women` is a rate per thousand. */
struct full_name name_invent(struct random *random, struct arena *arena, int women);
/* "Sɛ̀gbédé Ayaba" → "segbede.ayaba": what stands before @ in an address. */
str name_address(struct arena *arena, str given, str family);
#endif
