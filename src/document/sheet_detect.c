/* Guesses how a CSV text was written: its encoding, from every byte; its separator, from the first lines. */
#include "sheet_private.h"

#define LINES  40
#define SAMPLE (128 * 1024)

static const char SEPARATORS[] = { ';', '\t', ',' };    /* in order of preference when two fit as well */
#define CHOICES (sizeof SEPARATORS)

/* Length of the UTF-8 sequence at `p`, 0 when it is not one. */
static size_t
sequence(const unsigned char *p, const unsigned char *end)
{
	const size_t len = *p < 0xC2 ? 0 : *p < 0xE0 ? 2 : *p < 0xF0 ? 3 : *p < 0xF5 ? 4 : 0;

	if (len == 0 || (size_t)(end - p) < len)
		return 0;
	for (size_t i = 1; i < len; i++)
		if ((p[i] & 0xC0) != 0x80)
			return 0;
	if ((*p == 0xE0 && p[1] < 0xA0) || (*p == 0xED && p[1] > 0x9F) || (*p == 0xF0 && p[1] < 0x90) ||
	    (*p == 0xF4 && p[1] > 0x8F))
		return 0;
	return len;
}

/* Eight ASCII bytes at a time; most of any file. */
static const unsigned char *
skip_ascii(const unsigned char *p, const unsigned char *end)
{
	uint64_t eight;

	while (end - p >= 8) {
		memcpy(&eight, p, 8);
		if ((eight & 0x8080808080808080u) != 0)
			break;
		p += 8;
	}
	while (p < end && *p < 0x80)
		p++;
	return p;
}

enum sheet_encoding
sheet_detect_encoding(str text)
{
	const unsigned char *p = (const unsigned char *)text.at, *end = p + text.len;
	size_t good = 0, bad = 0;

	while ((p = skip_ascii(p, end)) < end) {
		const size_t len = sequence(p, end);

		good += len > 0;
		bad += len == 0;
		p += len > 0 ? len : 1;
	}
	if (bad == 0)
		return SHEET_UTF8;
	/* Ten good sequences do not come by chance: a UTF-8 file with a damaged spot, told where it is. */
	return good >= 10 && good / 10 >= bad ? SHEET_UTF8_UNSURE : SHEET_WINDOWS_1252;
}

struct tally {
	size_t lines;
	size_t seen[LINES][CHOICES];     /* separators of each line, outside quotes */
};

static void
count_separators(str text, struct tally *t)
{
	bool quoted = false, blank = true;

	for (size_t i = 0; i < text.len && t->lines < LINES; i++) {
		const char c = text.at[i];

		if (c == '"')
			quoted = !quoted;
		if (!quoted && (c == '\n' || c == '\r')) {
			t->lines += !blank;
			blank = true;
			continue;
		}
		blank = false;
		for (size_t s = 0; s < CHOICES && !quoted; s++)
			t->seen[t->lines][s] += c == SEPARATORS[s];
	}
	if (t->lines < LINES && !blank)
		t->lines++;
}

/* The most lines that have the same number of separators; half as many again when the first line agrees. */
static size_t
score(const struct tally *t, size_t s)
{
	size_t best = 0;

	for (size_t i = 0; i < t->lines; i++) {
		size_t same = 0;

		if (t->seen[i][s] == 0)
			continue;
		for (size_t j = 0; j < t->lines; j++)
			same += t->seen[j][s] == t->seen[i][s];
		same = 2 * same + (t->seen[0][s] == t->seen[i][s] ? t->lines : 0);
		if (same > best)
			best = same;
	}
	return best;
}

char
sheet_detect_separator(str text)
{
	struct tally t = { .lines = 0 };
	size_t best = 0, most = 0;

	count_separators((str){ .at = text.at, .len = text.len < SAMPLE ? text.len : SAMPLE }, &t);
	for (size_t s = 0; s < CHOICES; s++) {
		const size_t got = score(&t, s);

		if (got > most) {
			most = got;
			best = s;
		}
	}
	return SEPARATORS[best];
}
