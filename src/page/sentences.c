/* The sentences shown to people, by key: templates/sentences.txt (guichet/page.h). */
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#include "build.h"
#include "guichet/page.h"

enum { FILE_MOST = 1 << 20, KEY_MOST = 80, MISSING_MOST = 256 };

struct entry {
	str key;
	str text;
	size_t line;
};

/* Keys asked for that no line gives, shown between ‹ and ›: each is kept once, since nobody else owns its text. */
struct missing {
	pthread_mutex_t lock;
	char           *texts[MISSING_MOST];
	size_t          count;
};

struct sentences {
	struct entry   *list;       /* sorted by key */
	size_t          count;
	struct missing *missing;
};

static int
compare_keys(str a, str b)
{
	const size_t least = a.len < b.len ? a.len : b.len;
	const int    order = least > 0 ? memcmp(a.at, b.at, least) : 0;

	return order != 0 ? order : (a.len > b.len) - (a.len < b.len);
}

static int
compare_entries(const void *a, const void *b)
{
	return compare_keys(((const struct entry *)a)->key, ((const struct entry *)b)->key);
}

static bool
is_key(str key)
{
	if (key.len == 0 || key.len > KEY_MOST)
		return false;
	for (size_t i = 0; i < key.len; i++)
		if (!((key.at[i] >= 'a' && key.at[i] <= 'z') || (key.at[i] >= '0' && key.at[i] <= '9') ||
		      key.at[i] == '_' || key.at[i] == '.' || key.at[i] == '-'))
			return false;
	return true;
}

/* Where "%s" stands, or NULL. */
static const char *
find_hole(str text)
{
	for (size_t i = 0; i + 1 < text.len; i++)
		if (text.at[i] == '%' && text.at[i + 1] == 's')
			return text.at + i;
	return NULL;
}

static str
read_all(const char *path, struct complaints *complaints, struct arena *arena)
{
	const struct piece where = { .file = str_of(path) };
	FILE              *file = fopen(path, "rbe");
	char              *at;
	size_t             len;
	bool               broken;
	str                text = NO_STR;

	if (file == NULL) {
		build_complain(complaints, where, "cannot be opened: %s", strerror(errno));
		return NO_STR;
	}
	at = malloc(FILE_MOST + 1);
	len = at != NULL ? fread(at, 1, FILE_MOST + 1, file) : 0;
	broken = at == NULL || ferror(file) != 0;
	fclose(file);
	if (broken || len > FILE_MOST || !utf8_valid((str){ .at = at, .len = len }))
		build_complain(complaints, where, "cannot be read, is too large, or is not valid UTF-8");
	else
		text = arena_copy(arena, (str){ .at = at, .len = len });
	free(at);
	return text;
}

static void
read_line(struct sentences *sentences, struct piece where, str line, struct complaints *complaints)
{
	str         text = line;
	const str   key = str_trim(str_cut(&text, '='));
	const char *hole;

	if (text.at == NULL || !is_key(key)) {
		build_complain(complaints, where, "a line is written: key = sentence");
		return;
	}
	text = str_trim(text);
	hole = find_hole(text);
	if (text.len == 0)
		build_complain(complaints, where, "the sentence of %.*s is empty", STR_ARGS(key));
	else if (hole != NULL && find_hole(str_skip(text, (size_t)(hole - text.at) + 2)) != NULL)
		build_complain(complaints, where, "%.*s says %%s more than once", STR_ARGS(key));
	else
		sentences->list[sentences->count++] = (struct entry){ .key = key, .text = text, .line = where.line };
}

static void
read_lines(struct sentences *sentences, str file, str text, struct complaints *complaints, struct arena *arena)
{
	struct piece where = { .file = file, .line = 1 };
	size_t       most = 1;

	for (size_t i = 0; i < text.len; i++)
		most += text.at[i] == '\n' ? 1 : 0;
	sentences->list = arena_array(arena, most, sizeof(struct entry));
	for (; text.at != NULL; where.line++) {
		const str line = str_trim(str_cut(&text, '\n'));

		if (line.len > 0 && line.at[0] != '#')
			read_line(sentences, where, line, complaints);
	}
	if (sentences->count > 1)
		qsort(sentences->list, sentences->count, sizeof(struct entry), compare_entries);
	for (size_t i = 1; i < sentences->count; i++) {
		where.line = sentences->list[i].line;
		if (str_eq(sentences->list[i - 1].key, sentences->list[i].key))
			build_complain(complaints, where, "%.*s is given twice (also on line %zu)",
			               STR_ARGS(sentences->list[i].key), sentences->list[i - 1].line);
	}
}

struct sentences *
sentences_open(const char *file, str *complaints, struct arena *arena)
{
	struct complaints found = { .writer = { .arena = arena } };
	struct sentences *sentences = arena_alloc(arena, sizeof(*sentences));
	const str         text = read_all(file, &found, arena);

	if (found.count == 0)
		read_lines(sentences, str_of(file), text, &found, arena);
	*complaints = build_text(&found.writer);
	if (found.count > 0)
		return NULL;
	sentences->missing = arena_alloc(arena, sizeof(*sentences->missing));
	if (pthread_mutex_init(&sentences->missing->lock, NULL) != 0) {
		*complaints = STR("sentences: no lock could be made\n");
		return NULL;
	}
	return sentences;
}

void
sentences_close(struct sentences *sentences)
{
	if (sentences == NULL)
		return;
	for (size_t i = 0; i < sentences->missing->count; i++)
		free(sentences->missing->texts[i]);
	sentences->missing->count = 0;
	pthread_mutex_destroy(&sentences->missing->lock);
}

static const struct entry *
find(const struct sentences *sentences, const char *key)
{
	const struct entry wanted = { .key = str_of(key) };

	if (key == NULL || sentences->count == 0)
		return NULL;
	return bsearch(&wanted, sentences->list, sentences->count, sizeof(wanted), compare_entries);
}

/* ‹key›, kept until the sentences are closed; ‹…› for what cannot be a key, or when there were too many. */
static str
missing_sentence(struct missing *missing, const char *key)
{
	str    found = STR("‹…›");
	char   text[KEY_MOST + sizeof("‹›")];
	size_t i = 0;

	if (key == NULL || !is_key(str_of(key)))
		return found;
	snprintf(text, sizeof(text), "‹%s›", key);
	pthread_mutex_lock(&missing->lock);
	while (i < missing->count && strcmp(missing->texts[i], text) != 0)
		i++;
	if (i == missing->count && i < MISSING_MOST) {
		missing->texts[i] = strdup(text);
		missing->count += missing->texts[i] != NULL ? 1 : 0;
	}
	if (i < missing->count)
		found = str_of(missing->texts[i]);
	pthread_mutex_unlock(&missing->lock);
	return found;
}

str
sentence(const struct sentences *sentences, const char *key)
{
	const struct entry *entry = find(sentences, key);

	return entry != NULL ? entry->text : missing_sentence(sentences->missing, key);
}

str
sentence_with(const struct sentences *sentences, struct arena *arena, const char *key, str detail)
{
	const str   text = sentence(sentences, key);
	const char *hole = find_hole(text);
	str         before, after;

	if (hole == NULL)
		return text;
	before = (str){ .at = text.at, .len = (size_t)(hole - text.at) };
	after = str_skip(text, before.len + 2);
	return arena_join(arena, (const str[]){ before, detail, after }, 3);
}

bool
sentence_known(const struct sentences *sentences, const char *key)
{
	return find(sentences, key) != NULL;
}
