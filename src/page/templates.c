/* Loads the folder of templates: reads the files, expands the macros of each page, inspects and compiles it
 * (guichet/page.h). Nothing serves unless everything is right. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE   /* memrchr */
#endif
#include "templates.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "expand.h"
#include "guichet/page.h"
#include "markup.h"

#define FIRST_LINE "{{%AUTOESCAPE context=\"HTML\"}}\n"

enum { FILE_MOST = 256 * 1024, FOLDERS_DEEPEST = 4 };

struct source {
	str  name;              /* "career/index" */
	str  file;              /* "career/index.tpl" */
	str  text;              /* without comments */
	bool is_component;
};

struct templates {
	struct template *list;  /* sorted by name */
	size_t           count;
};

struct loading {
	struct arena     *keep;     /* what lives as long as the templates */
	struct arena     *work;     /* what loading alone needs */
	const char       *folder;
	char             *buffer;   /* one file at a time */
	struct source    *sources;
	size_t            count, room;
	struct complaints complaints;
};

static bool
is_component(str name)
{
	const char *slash = memrchr(name.at, '/', name.len);
	const str   last = slash == NULL ? name : str_skip(name, (size_t)(slash - name.at) + 1);

	return str_starts(name, STR("kit/")) || str_starts(last, STR("layout"));
}

/* The bytes of a file; absent, with a complaint, when it cannot be used. */
static str
read_file(struct loading *loading, str name)
{
	const str          path = arena_format(loading->work, "%s/%.*s", loading->folder, STR_ARGS(name));
	const struct piece where = { .file = name };
	FILE              *file = fopen(path.at, "rbe");
	char *const        at = loading->buffer;
	size_t             len;
	bool               broken;

	if (file == NULL) {
		build_complain(&loading->complaints, where, "cannot be opened: %s", strerror(errno));
		return NO_STR;
	}
	len = fread(at, 1, FILE_MOST + 1, file);
	broken = ferror(file) != 0;
	fclose(file);
	if (broken)
		build_complain(&loading->complaints, where, "cannot be read");
	else if (len > FILE_MOST)
		build_complain(&loading->complaints, where, "is larger than %d bytes", FILE_MOST);
	else if (!utf8_valid((str){ .at = at, .len = len }))
		build_complain(&loading->complaints, where, "is not valid UTF-8");
	else
		return arena_copy(loading->work, (str){ .at = at, .len = len });
	return NO_STR;
}

static void
add_source(struct loading *loading, str file)
{
	struct source source = { .file = file, .text = read_file(loading, file) };
	struct piece  piece = { .file = file, .line = 1 };
	struct source *more;
	const bool    has_first_line = str_starts(source.text, STR(FIRST_LINE));

	if (source.text.at == NULL)
		return;
	source.name = arena_copy(loading->keep, (str){ .at = file.at, .len = file.len - 4 });
	source.is_component = is_component(source.name);
	if (!source.is_component && !has_first_line)
		build_complain(&loading->complaints, piece, "the first line of a page is exactly %.*s",
		               (int)sizeof(FIRST_LINE) - 2, FIRST_LINE);
	if (source.is_component && has_first_line) {     /* the page it stands in has one already */
		source.text = str_skip(source.text, sizeof(FIRST_LINE) - 1);
		piece.line = 2;
	}
	piece.text = source.text;
	source.text = expand_without_comments(piece, &loading->complaints, loading->work);
	if (loading->count == loading->room) {
		loading->room = loading->room == 0 ? 64 : loading->room * 2;
		more = arena_array(loading->work, loading->room, sizeof(*more));
		if (loading->count > 0)
			memcpy(more, loading->sources, loading->count * sizeof(*more));
		loading->sources = more;
	}
	loading->sources[loading->count++] = source;
}

static void
read_folder(struct loading *loading, str below, unsigned deep)
{
	const str      path = arena_format(loading->work, "%s/%.*s", loading->folder, STR_ARGS(below));
	DIR           *folder = opendir(path.at);
	struct dirent *found;

	if (folder == NULL) {
		build_complain(&loading->complaints, (struct piece){ .file = path }, "cannot be opened: %s",
		               strerror(errno));
		return;
	}
	while ((found = readdir(folder)) != NULL) {
		const str   name = arena_join(loading->work, (const str[]){ below, str_of(found->d_name) }, 2);
		struct stat about;

		if (found->d_name[0] == '.' || fstatat(dirfd(folder), found->d_name, &about, 0) != 0)
			continue;
		if (S_ISDIR(about.st_mode) && deep < FOLDERS_DEEPEST)
			read_folder(loading, arena_join(loading->work, (const str[]){ name, STR("/") }, 2), deep + 1);
		else if (S_ISREG(about.st_mode) && str_ends(name, STR(".tpl")))
			add_source(loading, name);
	}
	closedir(folder);
}

static int
compare_sources(const void *a, const void *b)
{
	return strcmp(((const struct source *)a)->name.at, ((const struct source *)b)->name.at);
}

static bool
find_component(void *context, str name, str *text)
{
	const struct loading *loading = context;

	for (size_t i = 0; i < loading->count; i++) {
		if (loading->sources[i].is_component && str_eq(loading->sources[i].name, name)) {
			*text = loading->sources[i].text;
			return true;
		}
	}
	return false;
}

static void
keep_markers(struct loading *loading, const struct light_page *light, struct template *template)
{
	template->markers = arena_array(loading->keep, light->count, sizeof(str));
	template->marker_count = light->count;
	for (size_t i = 0; i < light->count; i++)
		template->markers[i] = arena_copy(loading->keep, light->markers[i]);
}

static bool
build_page(struct loading *loading, const struct expand_world *world, const struct source *source,
           struct template *template)
{
	const struct piece page = { .file = source->file, .line = 1, .text = source->text };
	struct writer      expanded = { .arena = loading->work };
	struct light_page  light;

	if (!expand_page(world, page, &loading->complaints, &expanded) ||
	    !markup_page(&expanded, &loading->complaints, loading->work, &light))
		return false;
	template->name = source->name.at;
	keep_markers(loading, &light, template);
	template->compiled = compiled_new(light.text.at, light.text.len);
	if (template->compiled == NULL)
		build_complain(&loading->complaints, (struct piece){ .file = source->file },
		               "ctemplate refuses the page; its reason is on standard error");
	return template->compiled != NULL;
}

static struct templates *
build_pages(struct loading *loading, const struct expand_world *world)
{
	struct templates *templates = arena_alloc(loading->keep, sizeof(*templates));

	templates->list = arena_array(loading->keep, loading->count, sizeof(struct template));
	for (size_t i = 0; i < loading->count; i++)
		if (!loading->sources[i].is_component &&
		    build_page(loading, world, &loading->sources[i], &templates->list[templates->count]))
			templates->count++;
	if (templates->count == 0 && loading->complaints.count == 0)
		build_complain(&loading->complaints, (struct piece){ .file = str_of(loading->folder) },
		               "there is no page in this folder");
	return templates;
}

struct templates *
templates_open(const char *folder, const char *(*assets)(void *context, const char *name), void *context,
               str *complaints, struct arena *arena)
{
	struct loading loading = { .keep = arena, .work = arena_new(), .folder = folder };
	const struct expand_world world = { .component = find_component, .components = &loading, .asset = assets,
		                            .assets = context };
	struct templates *templates;

	loading.complaints.writer.arena = loading.work;
	loading.buffer = arena_alloc(loading.work, FILE_MOST + 1);
	read_folder(&loading, STR(""), 0);
	if (loading.count > 0)
		qsort(loading.sources, loading.count, sizeof(struct source), compare_sources);
	templates = build_pages(&loading, &world);
	if (loading.complaints.count > 0) {
		templates_close(templates);
		templates = NULL;
	}
	*complaints = arena_copy(arena, build_text(&loading.complaints.writer));
	arena_free(loading.work);
	return templates;
}

/* The memory is the arena's; the compiled pages are not. */
void
templates_close(struct templates *templates)
{
	if (templates == NULL)
		return;
	page_forget_names();
	for (size_t i = 0; i < templates->count; i++)
		compiled_free(templates->list[i].compiled);
	templates->count = 0;
}

const struct template *
templates_find(const struct templates *templates, const char *name)
{
	size_t low = 0, high = templates->count;

	while (low < high) {
		const size_t middle = low + (high - low) / 2;
		const int    order = strcmp(templates->list[middle].name, name);

		if (order == 0)
			return &templates->list[middle];
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

bool
template_knows(const struct template *template, const char *marker)
{
	const str wanted = str_of(marker);

	for (size_t i = 0; i < template->marker_count; i++)
		if (str_eq(template->markers[i], wanted))
			return true;
	return false;
}

size_t
templates_count(const struct templates *templates)
{
	return templates->count;
}

const char *
templates_name(const struct templates *templates, size_t index)
{
	return index < templates->count ? templates->list[index].name : NULL;
}
