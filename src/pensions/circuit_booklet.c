/* A booklet's content as a paper (circuit.h): who, how much in figures and in words, the computation line by line, the services. */
#include <jansson.h>
#include <sodium.h>

#include "circuit.h"

enum { BLOCKS_MOST = 32, ROWS_MOST = 2000, COLUMNS = 5, STAMP_MOST = 8 };

static const struct paper_column ACTS[COLUMNS] = {
	{ STR("N°"), 2, true }, { STR("Période"), 6, false }, { STR("Acte"), 10, false }, { STR("Situation"), 9, false }, { STR("Preuve"), 5, false },
};
static const struct paper_column LINES[COLUMNS] = {
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

static bool
cells_of(struct arena *arena, const json_t *rows, size_t width, struct paper_block *block)
{
	const size_t count = json_array_size(rows);
	str *cells = arena_array(arena, count * width + 1, sizeof *cells);
	size_t i, c;

	if (!json_is_array(rows) || count > ROWS_MOST)
		return false;
	for (i = 0; i < count; i++) {
		const json_t *row = json_array_get(rows, i);

		if (json_array_size(row) != width)
			return false;
		for (c = 0; c < width; c++)
			cells[i * width + c] = text_of(json_array_get(row, c));
	}
	block->cells = cells;
	block->row_count = count;
	return true;
}

static bool
table_of(struct arena *arena, const json_t *rows, const struct paper_column *columns, struct paper_block *block)
{
	block->kind = PAPER_TABLE;
	block->columns = columns;
	block->column_count = COLUMNS;
	return cells_of(arena, rows, COLUMNS, block);
}

static bool
block_of(struct arena *arena, const json_t *from, struct paper_block *block)
{
	const str style = member(from, "style");
	const json_t *rows = json_object_get(from, "rows");

	if (str_is(style, "services"))
		return table_of(arena, rows, ACTS, block);
	if (str_is(style, "calcul"))
		return table_of(arena, rows, LINES, block);
	if (str_is(style, "faits")) {
		block->kind = PAPER_FACTS;
		return cells_of(arena, rows, 2, block);
	}
	block->text = member(from, "text");
	block->kind = str_is(style, "note") ? PAPER_NOTE : str_is(style, "titre") ? PAPER_HEADING : PAPER_TEXT;
	return block->text.at != NULL;
}

bool
circuit_booklet(struct arena *arena, str content, struct paper *paper)
{
	json_t *root = json_loadb(content.at, content.len, 0, NULL);
	const json_t *from = json_object_get(root, "blocks"), *stamp = json_object_get(root, "stamp");
	const size_t count = json_array_size(from);
	struct paper_block *blocks = arena_array(arena, BLOCKS_MOST, sizeof *blocks);
	str *lines = arena_array(arena, STAMP_MOST, sizeof *lines);
	size_t i;

	*paper = (struct paper){ .form = NO_STR };
	if (root == NULL)
		return false;
	arena_defer(arena, release, root);
	if (count == 0 || count > BLOCKS_MOST)
		return false;
	for (i = 0; i < count; i++)
		if (!block_of(arena, json_array_get(from, i), &blocks[i]))
			return false;
	for (i = 0; i < json_array_size(stamp) && i < STAMP_MOST; i++)
		lines[i] = text_of(json_array_get(stamp, i));
	*paper = (struct paper){ .form = member(root, "form"), .reference = member(root, "reference"), .title = member(root, "title"), .place_date = member(root, "place_date"),
		.quality = member(root, "quality"), .name = member(root, "signatory"), .signature_note = member(root, "note"), .author = member(root, "quality"),
		.subject = arena_format(arena, "%.*s – %.*s", STR_ARGS(member(root, "name")), STR_ARGS(member(root, "person"))),
		.stamp = lines, .stamp_count = i, .blocks = blocks, .block_count = count };
	return paper->form.at != NULL && paper->reference.at != NULL && paper->title.at != NULL;
}

/* "a3f0 99c1 …": the whole hash in groups of four. */
static str
grouped(struct arena *arena, const unsigned char *hash)
{
	str text = STR("");
	size_t i;

	for (i = 0; i < crypto_hash_sha256_BYTES; i += 2)
		text = arena_format(arena, "%.*s%s%02x%02x", STR_ARGS(text), i > 0 ? " " : "", hash[i], hash[i + 1]);
	return text;
}

struct paper_seal *
circuit_seal(struct arena *arena, str origin, str jws, str code, str kid, str content, int64_t sealed)
{
	struct paper_seal *seal = arena_alloc(arena, sizeof *seal);
	const str host = str_starts(origin, STR("https://")) ? str_skip(origin, 8) : str_starts(origin, STR("http://")) ? str_skip(origin, 7) : origin;
	str rest = clock_french(arena, sealed), day = str_cut(&rest, ',');
	unsigned char hash[crypto_hash_sha256_BYTES];

	crypto_hash_sha256(hash, (const unsigned char *)content.at, content.len);
	*seal = (struct paper_seal){ .url = arena_format(arena, "%.*s/v#%.*s", STR_ARGS(origin), STR_ARGS(jws)), .code = code, .where = arena_format(arena, "%.*s/verifier", STR_ARGS(host)),
		.key = kid, .fingerprint = grouped(arena, hash), .sealed = arena_format(arena, "%.*s à%.*s", STR_ARGS(day), STR_ARGS(rest)) };
	return seal;
}
