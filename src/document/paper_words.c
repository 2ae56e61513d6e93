/* Strings before they are shaped: cleaned of what nobody sees, refused when they are not UTF-8, and shaped once however often
 * they are said. Then what is made of several shapings: even lines, the widest word. */
#include "paper_private.h"

#define TEXT_MAX ((size_t)128 * 1024)    /* bytes of one string */

/* Where invisible or controlling characters begin; 0 for what is printed. The rest of the sequence has `*len` bytes. */
static bool
unseen(const unsigned char *s, size_t *len)
{
	*len = s[0] < 0x80 ? 1 : s[0] < 0xE0 ? 2 : s[0] < 0xF0 ? 3 : 4;
	if (*len == 1)
		return s[0] < 0x20 || s[0] == 0x7F;
	if (*len == 2)
		return s[0] == 0xC2 && (s[1] < 0xA0 || s[1] == 0xAD);                      /* C1, soft hyphen */
	if (*len == 3 && s[0] == 0xE2 && s[1] == 0x80)
		return s[2] == 0x8B || s[2] == 0x8E || s[2] == 0x8F || (s[2] >= 0xA8 && s[2] <= 0xAE);    /* ZWSP, marks, LS PS, embeddings */
	if (*len == 3 && s[0] == 0xE2 && s[1] == 0x81)
		return s[2] >= 0xA0 && s[2] <= 0xAF;                                       /* word joiner, isolates */
	if (*len == 3 && s[0] == 0xEF)
		return (s[1] == 0xBB && s[2] == 0xBF) || (s[1] == 0xBF && s[2] >= 0xB9);    /* BOM, specials */
	return *len == 4 && s[0] == 0xF3 && s[1] == 0xA0;                                  /* tags and selectors */
}

static str
clean(struct maker *m, str s, bool lines)
{
	const unsigned char *at = (const unsigned char *)s.at;
	size_t n = 0, step;
	char *out = arena_alloc(m->arena, s.len + 1);

	for (size_t i = 0; i < s.len; i += step) {
		const bool end = at[i] == '\n' || (at[i] == 0xE2 && at[i + 1] == 0x80 && (at[i + 2] == 0xA8 || at[i + 2] == 0xA9));

		if (!unseen(&at[i], &step)) {
			memcpy(&out[n], &at[i], step);
			n += step;
		} else if (end && lines)
			out[n++] = '\n';
		else if (end || at[i] == '\t')
			out[n++] = ' ';
	}
	return (str){ .at = out, .len = n };
}

static bool
readable(struct maker *m, str s)
{
	if (s.len <= TEXT_MAX && (str_empty(s) || utf8_valid(s)))
		return true;
	if (m->problem.kind == PROBLEM_NONE)
		m->problem = s.len > TEXT_MAX ? problem_of(PROBLEM_TOO_LARGE, "paper.too_long") : problem_of(PROBLEM_INPUT, "paper.text");
	return false;
}

str
paper_plain(struct maker *m, str s)
{
	return readable(m, s) ? str_trim(clean(m, s, false)) : STR("");
}

/* ---- what was said before ---- */

struct known_set {
	struct set       set;    /* first: what the table points at */
	str              lead, text;
	float            width;
	enum paper_align align;
	uint64_t         hash;
};

static uint64_t
hash_of(uint64_t hash, str s)
{
	for (size_t i = 0; i < s.len; i++)
		hash = (hash ^ (unsigned char)s.at[i]) * 0x100000001b3u;
	return hash * 31 + s.len;
}

static void
known_grow(struct maker *m)
{
	const struct set **before = m->known.at;
	const size_t room = m->known.room;

	m->known.room = room == 0 ? 256 : room * 2;
	m->known.at = arena_array(m->arena, m->known.room, sizeof *m->known.at);
	for (size_t i = 0; i < room; i++)
		if (before[i] != NULL) {
			size_t at = ((const struct known_set *)before[i])->hash & (m->known.room - 1);

			while (m->known.at[at] != NULL)
				at = (at + 1) & (m->known.room - 1);
			m->known.at[at] = before[i];
		}
}

const struct set *
set_text(struct maker *m, enum paper_style style, str lead, str text, float width, enum paper_align align)
{
	const uint64_t hash = hash_of(hash_of(0xcbf29ce484222325u + (uint64_t)style * 64 + align + (uint64_t)(width * 256) * 4096, lead), text);

	if (m->known.count * 2 >= m->known.room)
		known_grow(m);
	size_t at = hash & (m->known.room - 1);

	for (; m->known.at[at] != NULL; at = (at + 1) & (m->known.room - 1)) {
		const struct known_set *k = (const struct known_set *)m->known.at[at];

		if (k->hash == hash && k->set.style == style && k->align == align && !(k->width < width) && !(k->width > width) &&
		    str_eq(k->lead, lead) && str_eq(k->text, text))
			return &k->set;
	}
	struct known_set *k = arena_alloc(m->arena, sizeof *k);

	*k = (struct known_set){ .lead = lead, .text = text, .width = width, .align = align, .hash = hash };
	if (!readable(m, lead) || !readable(m, text))
		k->set = (struct set){ .style = style };
	else
		k->set = *set_new(m, style, clean(m, lead, true), clean(m, text, true), width, align);
	m->known.at[at] = &k->set;
	m->known.count++;
	return &k->set;
}

const struct set *
set_balanced(struct maker *m, enum paper_style style, str text, float width)
{
	const struct set *set = set_text(m, style, NO_STR, text, width, ALIGN_CENTRE);
	float least = width / 2, most = width;

	if (set->count < 2 || set->count > 4)
		return set;
	for (int i = 0; i < 5; i++) {
		const float middle = (least + most) / 2;

		if (set_text(m, style, NO_STR, text, middle, ALIGN_CENTRE)->count > set->count)
			least = middle;
		else
			most = middle;
	}
	/* The same breaks, centred in the whole width. */
	const struct set *narrow = set_text(m, style, NO_STR, text, most, ALIGN_CENTRE);
	struct set *centred = arena_alloc(m->arena, sizeof *centred);
	struct paper_line *lines = arena_array(m->arena, narrow->count, sizeof *lines);

	for (uint32_t i = 0; i < narrow->count; i++) {
		lines[i] = narrow->lines[i];
		lines[i].x += (width - most) / 2;
	}
	*centred = (struct set){ .lines = lines, .count = narrow->count, .style = style };
	return centred;
}

float
longest_word(struct maker *m, enum paper_style style, str text)
{
	float most = 0;

	for (size_t i = 0, from = 0; i <= text.len; i++)
		if (i == text.len || text.at[i] == ' ' || text.at[i] == '\n') {
			const struct set *word = set_text(m, style, NO_STR, (str){ .at = text.at + from, .len = i - from }, BODY_WIDTH, ALIGN_LEFT);

			if (word->count > 0 && word->lines[0].width > most)
				most = word->lines[0].width;
			from = i + 1;
		}
	return most;
}
