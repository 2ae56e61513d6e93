/* Putting names together, and their ASCII form for addresses. */
#include "demo/names.h"

static const char *
pick(struct random *random, const struct name_list *list)
{
	return list->names[random_below(random, (int)list->count)];
}

/* Baptised or not, most people bear two or three given names, one of them from home. */
struct full_name
name_invent(struct random *random, struct arena *arena, int women)
{
	static const enum name_region SHARES[] = { REGION_SOUTH, REGION_SOUTH, REGION_SOUTH, REGION_SOUTH, REGION_SOUTH,
		REGION_YORUBA, REGION_YORUBA, REGION_NORTH, REGION_NORTH, REGION_NORTH };
	enum name_region region = SHARES[random_below(random, 10)];
	bool woman = random_chance(random, women);
	bool muslim = random_chance(random, region == REGION_NORTH ? 650 : region == REGION_YORUBA ? 350 : 20);
	const char *faith = pick(random, muslim ? &MUSLIM_NAMES[!woman] : &CHRISTIAN_NAMES[!woman]);
	const char *home = pick(random, &GIVEN_NAMES[region][!woman]);
	struct full_name name = { .family = str_of(pick(random, &FAMILY_NAMES[region])), .sex = woman ? 'F' : 'M' };

	switch (random_below(random, 8)) {
	case 0:
		name.given = str_of(faith);
		break;
	case 1:
		name.given = str_of(home);
		break;
	case 2:
		name.given = arena_format(arena, "%s %s %s", home, faith, pick(random, &CHRISTIAN_NAMES[!woman]));
		break;
	case 3:
	case 4:
		name.given = arena_format(arena, "%s %s", home, faith);
		break;
	default:
		name.given = arena_format(arena, "%s %s", faith, home);
		break;
	}
	return name;
}

/* One letter of the alphabets of Benin without its marks; 0 for a mark that stands alone. */
static char
letter_plain(uint32_t c)
{
	static const struct { uint32_t from, to; char plain; } FOLDED[] = {
		{ 0xc0, 0xc5, 'a' }, { 0xc7, 0xc7, 'c' }, { 0xc8, 0xcb, 'e' }, { 0xcc, 0xcf, 'i' }, { 0xd1, 0xd1, 'n' },
		{ 0xd2, 0xd6, 'o' }, { 0xd9, 0xdc, 'u' }, { 0xe0, 0xe5, 'a' }, { 0xe7, 0xe7, 'c' }, { 0xe8, 0xeb, 'e' },
		{ 0xec, 0xef, 'i' }, { 0xf1, 0xf1, 'n' }, { 0xf2, 0xf6, 'o' }, { 0xf9, 0xfc, 'u' }, { 0x14a, 0x14b, 'n' },
		{ 0x186, 0x186, 'o' }, { 0x189, 0x189, 'd' }, { 0x190, 0x190, 'e' }, { 0x254, 0x254, 'o' },
		{ 0x256, 0x256, 'd' }, { 0x25b, 0x25b, 'e' }, { 0x1eb8, 0x1eb9, 'e' }, { 0x1ecc, 0x1ecd, 'o' },
	};
	size_t i;

	if (c >= 'a' && c <= 'z')
		return (char)c;
	if (c >= 'A' && c <= 'Z')
		return (char)(c + 32);
	for (i = 0; i < sizeof(FOLDED) / sizeof(FOLDED[0]); i++)
		if (c >= FOLDED[i].from && c <= FOLDED[i].to)
			return FOLDED[i].plain;
	return 0;
}

/* The code point at `*i` of valid UTF-8 of at most three bytes; moves `*i`. */
static uint32_t
code_point(str s, size_t *i)
{
	unsigned char first = (unsigned char)s.at[(*i)++];
	uint32_t c = first < 0x80 ? first : first < 0xe0 ? first & 0x1fu : first & 0x0fu;

	while (*i < s.len && ((unsigned char)s.at[*i] & 0xc0) == 0x80)
		c = c << 6 | ((unsigned char)s.at[(*i)++] & 0x3fu);
	return c;
}

/* The first word, plain, at most 20 letters. */
static size_t
word_plain(str s, char *out)
{
	size_t i = 0, n = 0;

	while (i < s.len && n < 20) {
		uint32_t c = code_point(s, &i);
		char plain = letter_plain(c);

		if (c == ' ' && n > 0)
			break;
		if (plain != 0)
			out[n++] = plain;
	}
	return n;
}

str
name_address(struct arena *arena, str given, str family)
{
	char *out = arena_alloc(arena, 42);
	size_t n = word_plain(given, out);

	if (n > 0)
		out[n++] = '.';
	n += word_plain(family, out + n);
	return (str){ out, n };
}
