/* The guesser: scores every column for every target, then hands targets out from the surest guess down. */
#include "columns_private.h"

#define ENOUGH      40     /* confidence under which nothing is proposed */
#define WORDS       12     /* words of a header that are looked at */
#define ABBREVIATED 8      /* what an abbreviation costs */
#define EXTRA       20     /* what a longer header costs, and */
#define EXTRA_WORD  5      /* for each word more */

static const struct {
	const char *name;
	unsigned    files;
} TARGETS[COLUMN_TARGETS] = {
	[COLUMN_NONE] = { "none", IN_PERSONNEL | IN_ACTS | IN_PAY },
	[COLUMN_MATRICULE] = { "matricule", IN_PERSONNEL | IN_ACTS | IN_PAY },
	[COLUMN_FAMILY_NAME] = { "family_name", IN_PERSONNEL },
	[COLUMN_GIVEN_NAMES] = { "given_names", IN_PERSONNEL },
	[COLUMN_FULL_NAME] = { "full_name", IN_PERSONNEL },
	[COLUMN_SEX] = { "sex", IN_PERSONNEL },
	[COLUMN_BIRTH_DATE] = { "birth_date", IN_PERSONNEL },
	[COLUMN_FIRST_SERVICE_DATE] = { "first_service_date", IN_PERSONNEL },
	[COLUMN_STATUS] = { "status", IN_PERSONNEL | IN_ACTS },
	[COLUMN_CORPS] = { "corps", IN_PERSONNEL | IN_ACTS },
	[COLUMN_CATEGORY] = { "category", IN_PERSONNEL | IN_ACTS | IN_PAY },
	[COLUMN_SCALE] = { "scale", IN_PERSONNEL | IN_ACTS | IN_PAY },
	[COLUMN_STEP] = { "step", IN_PERSONNEL | IN_ACTS | IN_PAY },
	[COLUMN_GRADE] = { "grade", IN_PERSONNEL | IN_ACTS | IN_PAY },
	[COLUMN_STRUCTURE] = { "structure", IN_PERSONNEL | IN_ACTS },
	[COLUMN_POSITION] = { "position", IN_PERSONNEL | IN_ACTS | IN_PAY },
	[COLUMN_PHONE] = { "phone", IN_PERSONNEL },
	[COLUMN_EMAIL] = { "email", IN_PERSONNEL },
	[COLUMN_NPI] = { "npi", IN_PERSONNEL },
	[COLUMN_ACT_KIND] = { "act_kind", IN_ACTS },
	[COLUMN_ACT_REFERENCE] = { "act_reference", IN_ACTS },
	[COLUMN_SIGNED_ON] = { "signed_on", IN_ACTS },
	[COLUMN_EFFECT_DATE] = { "effect_date", IN_ACTS },
	[COLUMN_NOTE] = { "note", IN_ACTS },
	[COLUMN_PAY_MONTH] = { "pay_month", IN_PAY },
	[COLUMN_PAY_INDEX] = { "pay_index", IN_PAY },
	[COLUMN_INDEX_PAY] = { "index_pay", IN_PAY },
};

const char *
column_target_name(enum column_target target)
{
	return target < COLUMN_TARGETS ? TARGETS[target].name : "none";
}

enum column_target
column_target_of(str name)
{
	for (enum column_target t = COLUMN_NONE; t < COLUMN_TARGETS; t++)
		if (str_is(name, TARGETS[t].name))
			return t;
	return COLUMN_NONE;
}

bool
column_target_allowed(enum column_file file, enum column_target target)
{
	return target < COLUMN_TARGETS && (TARGETS[target].files & 1u << file) != 0;
}

/* The words of a folded header that mean something. */
static size_t
split_words(str folded, str words[WORDS])
{
	static const char *const empty[] = { "de", "d", "du", "des", "l", "la", "le", "les", "n", "no", "num", "numero", "e", "s" };
	size_t n = 0;

	while (folded.at != NULL && n < WORDS) {
		const str word = str_cut(&folded, ' ');
		bool keep = word.len > 0;

		for (size_t i = 0; i < sizeof empty / sizeof *empty; i++)
			keep = keep && !str_is(word, empty[i]);
		if (keep)
			words[n++] = word;
	}
	return n;
}

static bool
abbreviates(str brief, str word)
{
	return str_eq(brief, word) || (brief.len >= 3 && str_starts(word, brief));
}

/* How well a header matches a known one: its weight, less what the differences cost; 0 = not at all. */
static int
match(str folded, const str *words, size_t n, const struct column_word *known)
{
	str want[WORDS];
	size_t found = 0;

	if (str_is(folded, known->words))
		return known->weight;
	const size_t m = split_words(str_of(known->words), want);

	if (m == 0 || n < m)
		return 0;
	for (size_t i = 0; i < n && found < m; i++)
		found += abbreviates(words[i], want[found]);
	if (found < m)
		return 0;
	return known->weight - (n == m ? ABBREVIATED : EXTRA + EXTRA_WORD * (int)(n - m));
}

struct column {
	str                       folded;
	size_t                    filled;                  /* values that are not blank */
	size_t                    fit[COLUMN_TARGETS];     /* of them, with the target's shape */
	int                       header[COLUMN_TARGETS];  /* what the header says, 0..100 */
	const struct column_word *known[COLUMN_TARGETS];
	int                       score[COLUMN_TARGETS];   /* all together */
	bool                      done;
};

static void
read_header(struct column *c, enum column_file file)
{
	str words[WORDS];
	const size_t n = split_words(c->folded, words);

	for (size_t i = 0; i < COLUMN_WORDS_COUNT; i++) {
		const struct column_word *known = &COLUMN_WORDS[i];

		if (!column_target_allowed(file, known->target))
			continue;
		const int got = match(c->folded, words, n, known);

		if (got > c->header[known->target]) {
			c->header[known->target] = got;
			c->known[known->target] = known;
		}
	}
}

static void
read_values(struct column *c, size_t at, const struct sheet_row *rows, size_t row_count)
{
	for (size_t i = 0; i < row_count; i++) {
		if (at >= rows[i].count || str_empty(str_trim(rows[i].cells[at])))
			continue;
		c->filled++;
		for (enum column_target t = COLUMN_NONE; t < COLUMN_TARGETS; t++)
			c->fit[t] += column_value_fits(t, rows[i].cells[at]);
	}
}

/* A header that its values contradict keeps a third; values alone count only when four in five fit. */
static int
weigh(const struct column *c, enum column_target t)
{
	const int said = c->header[t];

	if (c->filled == 0)
		return said * 7 / 10;
	const int share = (int)(c->fit[t] * 100 / c->filled);

	if (said > 0)
		return said * (35 + share * 65 / 100) / 100;
	return share >= 80 && c->filled >= 3 ? column_shape_weight(t) * share / 100 : 0;
}

static void
explain(struct arena *arena, const struct column *c, struct column_guess *g)
{
	const enum column_target t = g->target;

	if (c->header[t] == 0) {
		g->reason = "column.by_values";
		g->detail = arena_format(arena, "%zu/%zu", c->fit[t], c->filled);
		return;
	}
	const bool exact = str_is(c->folded, c->known[t]->words);

	g->reason = !exact ? "column.by_header_part" : column_shape_weight(t) > 0 && c->filled > 0 ? "column.by_both"
	                                                                                          : "column.by_header";
	g->detail = str_of(c->known[t]->words);
}

/* Gives the surest free target to its column; false when nothing sure enough is left. */
static bool
assign_one(struct arena *arena, struct column *columns, size_t count, bool taken[COLUMN_TARGETS], struct column_guess *guesses)
{
	size_t best = 0;
	enum column_target target = COLUMN_NONE;
	int most = ENOUGH - 1;

	for (size_t i = 0; i < count; i++)
		for (enum column_target t = COLUMN_MATRICULE; t < COLUMN_TARGETS && !columns[i].done; t++)
			if (!taken[t] && columns[i].score[t] > most) {
				most = columns[i].score[t];
				best = i;
				target = t;
			}
	if (target == COLUMN_NONE)
		return false;
	columns[best].done = taken[target] = true;
	guesses[best] = (struct column_guess){ .target = target, .confidence = most };
	explain(arena, &columns[best], &guesses[best]);
	return true;
}

static void
leave(const struct column *c, struct column_guess *g)
{
	*g = (struct column_guess){ .target = COLUMN_NONE, .reason = c->filled == 0 ? "column.blank" : "column.unknown" };
	for (enum column_target t = COLUMN_MATRICULE; t < COLUMN_TARGETS; t++)
		if (c->score[t] >= ENOUGH) {
			g->reason = "column.taken";
			g->detail = str_of(c->known[t] != NULL ? c->known[t]->words : "");
			return;
		}
}

/* "Nom" alone, with two words in nearly every value, holds the given names too. */
static void
join_names(const struct column *columns, size_t count, const bool taken[COLUMN_TARGETS], struct column_guess *guesses)
{
	for (size_t i = 0; i < count; i++)
		if (guesses[i].target == COLUMN_FAMILY_NAME && !taken[COLUMN_GIVEN_NAMES] && !taken[COLUMN_FULL_NAME] &&
		    columns[i].filled > 0 && columns[i].fit[COLUMN_FULL_NAME] * 10 >= columns[i].filled * 9)
			guesses[i] = (struct column_guess){ .target = COLUMN_FULL_NAME, .confidence = guesses[i].confidence * 3 / 4,
				.reason = "column.by_values", .detail = guesses[i].detail };
}

void
columns_guess(struct arena *arena, enum column_file file, const str *headers, size_t count, const struct sheet_row *rows,
              size_t row_count, struct column_guess *guesses)
{
	struct column *columns = arena_array(arena, count, sizeof *columns);
	bool taken[COLUMN_TARGETS] = { false };

	for (size_t i = 0; i < count; i++) {
		struct column *c = &columns[i];

		c->folded = column_fold(arena, headers[i]);
		read_header(c, file);
		read_values(c, i, rows, row_count);
		for (enum column_target t = COLUMN_MATRICULE; t < COLUMN_TARGETS; t++)
			c->score[t] = column_target_allowed(file, t) ? weigh(c, t) : 0;
	}
	while (assign_one(arena, columns, count, taken, guesses))
		continue;
	for (size_t i = 0; i < count; i++)
		if (!columns[i].done)
			leave(&columns[i], &guesses[i]);
	join_names(columns, count, taken, guesses);
}

/* The row whose cells are known headers more than any other's, of the first ten. */
size_t
columns_header_row(struct arena *arena, enum column_file file, const struct sheet_row *rows, size_t row_count)
{
	size_t best = 0;
	int most = 0;

	for (size_t r = 0; r < row_count && r < 10; r++) {
		int total = 0;

		for (size_t i = 0; i < rows[r].count; i++) {
			struct column c = { .folded = column_fold(arena, rows[r].cells[i]) };
			int sure = 0;

			read_header(&c, file);
			for (enum column_target t = COLUMN_MATRICULE; t < COLUMN_TARGETS; t++)
				sure = c.header[t] > sure ? c.header[t] : sure;
			total += sure >= 60 ? sure : 0;
		}
		if (total > most) {
			most = total;
			best = r;
		}
	}
	return best;
}
