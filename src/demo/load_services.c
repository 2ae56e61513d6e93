/* What a service shows of itself in a demonstration: sql/<service>/demo.sql, then demo-*.sql in the order of their names, after the
 * country and its accounts are there. */
#include "demo/load.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#include "guichet/file.h"

static int
visible(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

static int
more(const struct dirent *entry)
{
	return strncmp(entry->d_name, "demo-", 5) == 0;
}

static bool
load_more(struct load *load, const char *sql, const char *service)
{
	struct dirent **found = NULL;
	int count = scandir(arena_format(load->arena, "%s/%s", sql, service).at, &found, more, alphasort), i;
	bool ok = true;

	for (i = 0; i < count; i++) {
		const str text = ok ? file_read(load->arena, arena_format(load->arena, "%s/%s/%s", sql, service, found[i]->d_name).at) : NO_STR;

		ok = ok && text.at != NULL && work_run(load->work, text.at);
		free(found[i]);
	}
	free(found);
	return ok;
}

bool
load_services(struct load *load, const char *sql)
{
	struct dirent **found = NULL;
	int count = scandir(sql, &found, visible, alphasort), i;
	bool ok = count >= 0;

	for (i = 0; i < count; i++) {
		str text = ok ? file_read(load->arena, arena_format(load->arena, "%s/%s/demo.sql", sql, found[i]->d_name).at) : NO_STR;

		if (text.at != NULL) {
			ok = work_run(load->work, text.at);
			load_say(load, found[i]->d_name, 0);
		}
		ok = ok && load_more(load, sql, found[i]->d_name);
		free(found[i]);
	}
	free(found);
	return ok;
}
