/* An act becomes a paper: its texts, and a table with only the columns that this act speaks of. */
#include "paper.h"

enum { COLUMNS_MOST = 12 };

str
act_groups(struct arena *arena, str text, size_t most)
{
	char *out = arena_alloc(arena, most + most / 4 + 2);
	size_t i, n = 0;

	for (i = 0; i < text.len && i < most; i++) {
		if (i > 0 && i % 4 == 0)
			out[n++] = ' ';
		out[n++] = text.at[i];
	}
	return (str){ out, n };
}

struct wanted { const char *name, *title; int width; enum value_type type; bool always; };
static const struct wanted COLUMNS[] = {
	{ "line_no", "N°", 4, VALUE_INT, true }, { "matricule", "Matricule", 9, VALUE_TEXT, true }, { "name", "Nom et prénoms", 22, VALUE_TEXT, true },
	{ "before_grade", "Ancien grade", 9, VALUE_TEXT, false }, { "after_grade", "Nouveau grade", 9, VALUE_TEXT, false }, { "after_status", "Statut", 14, VALUE_TEXT, false },
	{ "after_corps", "Corps", 16, VALUE_TEXT, false }, { "after_structure", "Structure", 20, VALUE_TEXT, false }, { "after_position", "Position", 11, VALUE_TEXT, false },
	{ "effect_date", "Effet", 14, VALUE_DATE, true }, { "end_date", "Fin", 14, VALUE_DATE, false }, { "note", "Observation", 18, VALUE_TEXT, false },
};
enum { COLUMN_COUNT = sizeof(COLUMNS) / sizeof(COLUMNS[0]) };
_Static_assert((int)COLUMN_COUNT <= (int)COLUMNS_MOST, "a paper has room for every column");

/* The old grade stands only beside a new one. */
static bool
column_said(const struct rows *lines, const struct wanted *column)
{
	const char *name = strcmp(column->name, "before_grade") == 0 ? "after_grade" : column->name;
	size_t i;

	if (column->always)
		return true;
	for (i = 0; i < rows_count(lines); i++)
		if (!str_empty(rows_text(lines, i, name)))
			return true;
	return false;
}

static str
cell_of(struct arena *arena, const struct rows *lines, size_t i, const struct wanted *column)
{
	if (column->type == VALUE_INT)
		return arena_format(arena, "%lld", (long long)rows_int(lines, i, column->name));
	if (column->type == VALUE_DATE)
		return date_there(rows_date(lines, i, column->name)) ? date_french(arena, rows_date(lines, i, column->name)) : STR("");
	return rows_text(lines, i, column->name).at != NULL ? rows_text(lines, i, column->name) : STR("");
}

static struct paper_block
table_of(struct arena *arena, const struct rows *lines)
{
	struct paper_column *columns = arena_array(arena, COLUMN_COUNT, sizeof *columns);
	const struct wanted *kept[COLUMNS_MOST];
	const size_t rows = rows_count(lines);
	size_t count = 0, i, c;
	str *cells;

	for (c = 0; c < COLUMN_COUNT; c++)
		if (column_said(lines, &COLUMNS[c])) {
			columns[count] = (struct paper_column){ str_of(COLUMNS[c].title), COLUMNS[c].width, COLUMNS[c].type == VALUE_INT };
			kept[count++] = &COLUMNS[c];
		}
	cells = arena_array(arena, rows * count + 1, sizeof *cells);
	for (i = 0; i < rows; i++)
		for (c = 0; c < count; c++)
			cells[i * count + c] = cell_of(arena, lines, i, kept[c]);
	return (struct paper_block){ .kind = PAPER_TABLE, .columns = columns, .column_count = count, .cells = cells, .row_count = rows };
}

static str
upper(struct arena *arena, str text)
{
	char *out = arena_alloc(arena, text.len + 1);
	size_t i;

	/* Accents of UTF-8's Latin-1 block: é (C3 A9) becomes É (C3 89). */
	for (i = 0; i < text.len; i++) {
		const unsigned char c = (unsigned char)text.at[i];
		const bool accent = i > 0 && (unsigned char)text.at[i - 1] == 0xc3 && c >= 0xa0 && c <= 0xbe && c != 0xb7;

		out[i] = (char)(accent || (c >= 'a' && c <= 'z') ? c - 32 : c);
	}
	return (str){ out, text.len };
}

/* Visas, the enacting word, each article; the table after the first article. */
static struct paper_block *
blocks_of(struct arena *arena, const struct act_paper *about, size_t *count)
{
	const size_t parts = rows_count(about->parts);
	struct paper_block *blocks = arena_array(arena, parts + 5, sizeof *blocks);
	const str enacts = rows_text(about->head, 0, "enacts");
	size_t n = 0, articles = 0, i;
	bool enacted = false;

	for (i = 0; i < parts; i++) {
		const str part = rows_text(about->parts, i, "part_code"), body = rows_text(about->parts, i, "body");

		if (str_is(part, "visa"))
			blocks[n++] = (struct paper_block){ .kind = PAPER_VISA, .text = body };
		if (!str_is(part, "article"))
			continue;
		if (!enacted && !str_empty(enacts))
			blocks[n++] = (struct paper_block){ .kind = PAPER_CENTRED, .text = arena_format(arena, "%.*s :", STR_ARGS(upper(arena, enacts))) };
		enacted = true;
		articles++;
		blocks[n++] = (struct paper_block){ .kind = PAPER_TEXT, .text = body,
			.lead = articles == 1 ? STR("Article premier.") : arena_format(arena, "Article %zu.", articles) };
		if (articles == 1 && rows_count(about->lines) > 0) {
			blocks[n++] = table_of(arena, about->lines);
			if (about->copy)
				blocks[n++] = (struct paper_block){ .kind = PAPER_NOTE, .text = about->lines_count > (int64_t)rows_count(about->lines)
					? arena_format(arena, "Copie individuelle : %zu ligne sur les %lld de l’acte. Les autres concernent d’autres agents.", rows_count(about->lines), (long long)about->lines_count)
					: STR("Copie individuelle.") };
		}
	}
	*count = n;
	return blocks;
}

static void
add_copies(struct arena *arena, const struct act_paper *about, struct paper *paper)
{
	str *copies = arena_array(arena, rows_count(about->parts) + 1, sizeof *copies);
	size_t i;

	for (i = 0; i < rows_count(about->parts); i++) {
		const int64_t n = rows_int(about->parts, i, "copies");
		const str body = rows_text(about->parts, i, "body");

		if (str_is(rows_text(about->parts, i, "part_code"), "ampliation"))
			copies[paper->copy_count++] = n > 0 ? arena_format(arena, "%.*s : %lld", STR_ARGS(body), (long long)n) : body;
	}
	paper->copies = copies;
}

static void
add_stamp(struct arena *arena, str stamp, struct paper *paper)
{
	str *lines = arena_array(arena, 12, sizeof *lines);

	while (stamp.at != NULL && paper->stamp_count < 12)
		lines[paper->stamp_count++] = str_cut(&stamp, '|');
	paper->stamp = lines;
}

struct paper
act_paper(struct arena *arena, const struct act_paper *about)
{
	struct paper paper = { .form = upper(arena, rows_text(about->head, 0, "form")), .reference = about->reference, .title = rows_text(about->head, 0, "title"),
		.authority = rows_text(about->head, 0, "authority"), .quality = about->quality, .name = about->name, .signature_note = about->note, .seal = about->seal,
		.demo = about->demo, .subject = rows_text(about->head, 0, "subject"), .author = STR("Ministère du Travail et de la Fonction publique"), .created = about->created };

	add_stamp(arena, rows_text(about->head, 0, "stamp"), &paper);
	paper.blocks = blocks_of(arena, about, &paper.block_count);
	add_copies(arena, about, &paper);
	if (date_there(about->signed_on))
		paper.place_date = arena_format(arena, "%.*s, le %.*s", STR_ARGS(rows_text(about->head, 0, "place")), STR_ARGS(date_french(arena, about->signed_on)));
	return paper;
}

str
act_quality(struct arena *arena, str said)
{
	return said.len == 0 ? said : arena_format(arena, "%.*s%.*s", STR_ARGS(upper(arena, (str){ said.at, 1 })), STR_ARGS(str_skip(said, 1)));
}

struct paper_seal
act_seal(struct arena *arena, const struct rows *head, const char *origin, str jws, str kid, int64_t sealed_at)
{
	const char *host = strstr(origin, "://");

	return (struct paper_seal){ .url = arena_format(arena, "%s/v#%.*s", origin, STR_ARGS(jws)), .code = act_groups(arena, rows_text(head, 0, "code"), 12),
		.where = arena_format(arena, "%s/verifier", host != NULL ? host + 3 : origin), .key = kid,
		.fingerprint = act_groups(arena, rows_text(head, 0, "fingerprint"), 32), .sealed = clock_french(arena, sealed_at) };
}
