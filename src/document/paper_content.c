/* A content in JSON as a paper (guichet/paper_content.h). */
#include <jansson.h>

#include "guichet/clock.h"
#include "guichet/paper_content.h"

enum { BLOCKS_MOST = 64, ROWS_MOST = 5000, COLUMNS = 5, STAMP_MOST = 8 };

static const struct paper_column SERVICES[COLUMNS] = {
	{ STR("N°"), 2, true }, { STR("Période"), 6, false }, { STR("Acte"), 10, false }, { STR("Situation"), 9, false }, { STR("Preuve"), 5, false },
};
static const struct paper_column COMPUTED[COLUMNS] = {
	{ STR("N°"), 2, true }, { STR("Ce qu’on compte"), 6, false }, { STR("La règle et sa source"), 13, false }, { STR("Prouvé par"), 7, false }, { STR("Valeur"), 6, true },
};

static void
release(void *thing)
{
	json_decref(thing);
}

static str
text_of(const json_t *value)
{
	return json_is_string(value) ? (str){ json_string_value(value), json_string_length(value) } : NO_STR;
}

static str
member(const json_t *object, const char *name)
{
	const str text = text_of(json_object_get(object, name));

	return str_empty(text) ? NO_STR : text;
}

/* Rows of `width` texts each, one after the other. */
static bool
cells_of(struct arena *arena, const json_t *rows, size_t width, const str **cells, size_t *count)
{
	const size_t n = json_array_size(rows);
	str *out = arena_array(arena, n * width + 1, sizeof(*out));
	size_t i, c;

	if (!json_is_array(rows) || n > ROWS_MOST)
		return false;
	for (i = 0; i < n; i++) {
		const json_t *row = json_array_get(rows, i);

		if (json_array_size(row) != width)
			return false;
		for (c = 0; c < width; c++)
			out[i * width + c] = text_of(json_array_get(row, c));
	}
	*cells = out;
	*count = n;
	return true;
}

static bool
table_of(struct arena *arena, const json_t *rows, const struct paper_column *columns, struct paper_block *block)
{
	block->kind = PAPER_TABLE;
	block->columns = columns;
	block->column_count = COLUMNS;
	return cells_of(arena, rows, COLUMNS, &block->cells, &block->row_count);
}

static bool
block_of(struct arena *arena, const json_t *from, struct paper_block *block)
{
	const str style = member(from, "style");
	const json_t *rows = json_object_get(from, "rows");

	block->text = member(from, "text");
	if (str_is(style, "faits")) {
		block->kind = PAPER_FACTS;
		return cells_of(arena, rows, 2, &block->cells, &block->row_count);
	}
	if (str_is(style, "tableau") || str_is(style, "services"))         /* booklets that are sealed say "services" */
		return table_of(arena, rows, SERVICES, block);
	if (str_is(style, "calcul"))
		return table_of(arena, rows, COMPUTED, block);
	block->kind = str_is(style, "note") ? PAPER_NOTE : str_is(style, "centre") ? PAPER_CENTRED : str_is(style, "titre") ? PAPER_HEADING : PAPER_TEXT;
	return block->text.at != NULL;
}

static bool
read_blocks(struct arena *arena, const json_t *from, struct paper *paper)
{
	const size_t count = json_array_size(from);
	struct paper_block *blocks = arena_array(arena, count + 1, sizeof(*blocks));
	size_t i;

	if (count == 0 || count > BLOCKS_MOST)
		return false;
	for (i = 0; i < count; i++)
		if (!block_of(arena, json_array_get(from, i), &blocks[i]))
			return false;
	paper->blocks = blocks;
	paper->block_count = count;
	return true;
}

static void
read_stamp(struct arena *arena, const json_t *from, struct paper *paper)
{
	const size_t count = json_array_size(from);
	str *stamp = arena_array(arena, STAMP_MOST, sizeof(*stamp));

	for (paper->stamp_count = 0; paper->stamp_count < count && paper->stamp_count < STAMP_MOST; paper->stamp_count++)
		stamp[paper->stamp_count] = text_of(json_array_get(from, paper->stamp_count));
	paper->stamp = stamp;
}

bool
paper_of_content(struct arena *arena, str content, struct paper *paper)
{
	json_t *root = json_loadb(content.at, content.len, 0, NULL);

	*paper = (struct paper){ .form = NO_STR };
	if (root == NULL)
		return false;
	arena_defer(arena, release, root);
	paper->form = member(root, "form");
	paper->reference = member(root, "reference");
	paper->title = member(root, "title");
	paper->place_date = member(root, "place_date");
	paper->quality = member(root, "quality");
	paper->name = member(root, "signatory");
	paper->signature_note = member(root, "note");
	paper->author = paper->quality;
	paper->subject = arena_format(arena, "%.*s – %.*s", STR_ARGS(member(root, "name")), STR_ARGS(member(root, "person")));
	read_stamp(arena, json_object_get(root, "stamp"), paper);
	return paper->form.at != NULL && paper->reference.at != NULL && paper->title.at != NULL && read_blocks(arena, json_object_get(root, "blocks"), paper);
}

/* "a3f0 99c1 …": the whole hash in groups of four. */
static str
grouped(struct arena *arena, const unsigned char hash[32])
{
	static const char HEX[] = "0123456789abcdef";
	char *out = arena_alloc(arena, 80);
	size_t i, n = 0;

	for (i = 0; i < 32; i++) {
		if (i > 0 && i % 2 == 0)
			out[n++] = ' ';
		out[n++] = HEX[hash[i] >> 4];
		out[n++] = HEX[hash[i] & 15];
	}
	return (str){ out, n };
}

/* "25 novembre 2026, 16 h 20" → "25 novembre 2026 à 16 h 20" */
static str
sealed_words(struct arena *arena, int64_t instant)
{
	str rest = clock_french(arena, instant), day = str_cut(&rest, ',');

	return arena_format(arena, "%.*s à%.*s", STR_ARGS(day), STR_ARGS(rest));
}

struct paper_seal *
paper_seal_of(struct arena *arena, str origin, str jws, str code, str kid, const unsigned char hash[32], int64_t sealed)
{
	struct paper_seal *seal = arena_alloc(arena, sizeof(*seal));
	const str host = str_starts(origin, STR("https://")) ? str_skip(origin, 8) : str_starts(origin, STR("http://")) ? str_skip(origin, 7) : origin;

	*seal = (struct paper_seal){ .url = arena_format(arena, "%.*s/v#%.*s", STR_ARGS(origin), STR_ARGS(jws)),
		.code = arena_format(arena, "%.4s %.4s %.4s", code.at, code.at + 4, code.at + 8),
		.where = arena_format(arena, "%.*s/verifier", STR_ARGS(host)), .key = kid, .fingerprint = grouped(arena, hash), .sealed = sealed_words(arena, sealed) };
	return seal;
}
