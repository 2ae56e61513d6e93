/* The folder of forms, read once at start: a form that cannot serve is told, with its line, and left out; the others serve. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#include "app/app.h"
#include "guichet/file.h"

static int
json_only(const struct dirent *entry)
{
	const str name = str_of(entry->d_name);

	return str_ends(name, STR(".json")) && !str_is(name, "schema.json");
}

/* The file is named after its code: that is how a service finds it. */
static bool
named_well(struct arena *arena, const char *name, str path, const struct form *form, str *complaints)
{
	const str wanted = arena_format(arena, "%.*s.json", STR_ARGS(form->code));

	if (str_is(wanted, name))
		return true;
	*complaints = arena_format(arena, "%.*s%.*s:1: « code » dit « %.*s », qui n’est pas le nom du fichier\n", STR_ARGS(*complaints), STR_ARGS(path),
	                           STR_ARGS(form->code));
	return false;
}

struct forms *
forms_open(struct arena *arena, const char *templates)
{
	struct forms *forms = arena_alloc(arena, sizeof *forms);
	struct dirent **names = NULL;
	const int count = scandir(arena_format(arena, "%s/forms", templates).at, &names, json_only, alphasort);
	struct form *list = arena_array(arena, count > 0 ? (size_t)count : 1, sizeof *list);
	str complaints = NO_STR;
	int i;

	for (i = 0; i < count; i++) {
		const str path = arena_format(arena, "%s/forms/%s", templates, names[i]->d_name);
		const str text = file_read(arena, path.at);

		if (form_parse(arena, path, text, &list[forms->count], &complaints) && named_well(arena, names[i]->d_name, path, &list[forms->count], &complaints))
			forms->count++;
		else
			forms->faults++;
		free(names[i]);
	}
	free(names);
	forms->list = list;
	forms->schema = file_read(arena, arena_format(arena, "%s/forms/schema.json", templates).at);
	if (!str_empty(complaints))
		fprintf(stderr, "%.*s", STR_ARGS(complaints));
	return forms;
}
