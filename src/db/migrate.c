/* Migrations: forward only, one runner at a time, hash recorded, from one binary and a folder of SQL.
 *
 *	sql/roles.sql                     every time (idempotent)
 *	sql/<service>/0001_*.sql …        once each, in order; a file changed after it ran stops everything
 *	sql/<service>/{seed,policies,api}.sql   whenever any file of these kinds changed: rights and functions are disposable;
 *	                                  api_<part>.sql after api.sql, by name
 * All of it is one transaction: either the whole release is there, or nothing changed. */
#include <dirent.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>

#include "db/db.h"
#include "guichet/file.h"
#include "guichet/work.h"

struct migration {
	struct arena *arena;
	struct work  *work;
	const char   *folder;
	size_t        done;
};

static str
hash_hex(struct arena *arena, str text, str before)
{
	unsigned char hash[32];
	crypto_generichash_state state;
	char *hex = arena_alloc(arena, 65);

	crypto_generichash_init(&state, NULL, 0, sizeof(hash));
	crypto_generichash_update(&state, (const unsigned char *)before.at, before.len);
	crypto_generichash_update(&state, (const unsigned char *)text.at, text.len);
	crypto_generichash_final(&state, hash, sizeof(hash));
	sodium_bin2hex(hex, 65, hash, sizeof(hash));
	return (str){ hex, 64 };
}

static bool
complain(const struct migration *m, str name)
{
	fprintf(stderr, "migration %.*s a échoué : %.*s. Rien n’a été changé.\n", STR_ARGS(name), STR_ARGS(work_error(m->work)));
	return false;
}

static bool
run_file(struct migration *m, str name, str text)
{
	return work_run(m->work, text.at) && work_run(m->work, "reset role") ? true : complain(m, name);
}

static bool
record(struct migration *m, str name, str hash)
{
	return WORK_QUERY(m->work, "insert into guichet_meta.migrations (name, hash) values ($1, $2) "
	                           "on conflict (name) do update set hash = excluded.hash, at = now()", ARG(name), ARG(hash)) != NULL;
}

static str
recorded(struct migration *m, str name)
{
	return rows_text(WORK_QUERY(m->work, "select hash from guichet_meta.migrations where name = $1", ARG(name)), 0, "hash");
}

static int
numbered(const struct dirent *entry)
{
	str name = str_of(entry->d_name);

	return str_ends(name, STR(".sql")) && name.at[0] >= '0' && name.at[0] <= '9';
}

static bool
run_numbered(struct migration *m, const char *service)
{
	struct dirent **found = NULL;
	str folder = arena_format(m->arena, "%s/%s", m->folder, service);
	int count = scandir(folder.at, &found, numbered, alphasort), i;
	bool ok = true;

	for (i = 0; i < count; i++) {
		str name = arena_format(m->arena, "%s/%s", service, found[i]->d_name);
		str text = file_read(m->arena, arena_format(m->arena, "%s/%.*s", m->folder, STR_ARGS(name)).at);
		str hash = hash_hex(m->arena, text, NO_STR), before = recorded(m, name);

		if (!ok || str_eq(before, hash))
			continue;
		if (before.at != NULL) {
			fprintf(stderr, "%.*s a changé après avoir été appliquée : ajoutez une nouvelle migration numérotée.\n", STR_ARGS(name));
			ok = false;
			continue;
		}
		printf("  %.*s\n", STR_ARGS(name));
		ok = run_file(m, name, text) && record(m, name, hash);
		m->done++;
	}
	for (i = 0; i < count; i++)
		free(found[i]);
	free(found);
	return ok;
}

static int
rebuilt_part(const struct dirent *entry)
{
	str name = str_of(entry->d_name);

	return str_starts(name, STR("api_")) && str_ends(name, STR(".sql"));
}

/* What is rebuilt of a service, in order: seed, policies, api, then api's parts. `use` gets each file that there is. */
static bool
each_rebuilt(struct migration *m, const char *service, bool (*use)(struct migration *m, str name, str text, str *hash), str *hash)
{
	static const char *const FIRST[] = { "seed", "policies", "api" };
	struct dirent **parts = NULL;
	int count = scandir(arena_format(m->arena, "%s/%s", m->folder, service).at, &parts, rebuilt_part, alphasort), i;
	bool ok = true;

	for (i = 0; i < 3 + (count < 0 ? 0 : count); i++) {
		str name = i < 3 ? arena_format(m->arena, "%s/%s.sql", service, FIRST[i]) : arena_format(m->arena, "%s/%s", service, parts[i - 3]->d_name);
		str text = file_read(m->arena, arena_format(m->arena, "%s/%.*s", m->folder, STR_ARGS(name)).at);

		ok = ok && (text.at == NULL || use(m, name, text, hash));
	}
	for (i = 0; i < count; i++)
		free(parts[i]);
	free(parts);
	return ok;
}

static bool
hash_rebuilt(struct migration *m, str name, str text, str *hash)
{
	(void)name;
	*hash = hash_hex(m->arena, text, *hash);
	return true;
}

static bool
apply_rebuilt(struct migration *m, str name, str text, str *hash)
{
	(void)hash;
	printf("  %.*s\n", STR_ARGS(name));
	m->done++;
	return run_file(m, name, text);
}

/* Seeds, rights and functions refer to each other across services, so they are rebuilt together. */
static bool
run_rebuilt(struct migration *m, const char *const *services)
{
	str hash = NO_STR;
	size_t i;

	for (i = 0; services[i] != NULL; i++)
		each_rebuilt(m, services[i], hash_rebuilt, &hash);
	if (m->done == 0 && str_eq(recorded(m, STR("rebuilt")), hash))
		return true;
	for (i = 0; services[i] != NULL; i++)
		if (!each_rebuilt(m, services[i], apply_rebuilt, &hash))
			return false;
	return record(m, STR("rebuilt"), hash);
}

static bool
run_all(struct migration *m, const char *const *services)
{
	str roles = file_read(m->arena, arena_format(m->arena, "%s/roles.sql", m->folder).at);
	size_t i;

	if (roles.at == NULL) {
		fprintf(stderr, "Le dossier %s ne contient pas roles.sql : indiquez le bon dossier par GUICHET_SQL.\n", m->folder);
		return false;
	}
	if (!work_run(m->work, "begin; set local lock_timeout = '10s'; set local client_min_messages = warning; "
	                       "select pg_advisory_xact_lock(7116111)") ||
	    !run_file(m, STR("roles.sql"), roles) ||
	    !work_run(m->work, "create schema if not exists guichet_meta; create table if not exists guichet_meta.migrations "
	                       "(name text primary key, hash text not null, at timestamptz not null default now())"))
		return complain(m, STR("roles.sql"));
	for (i = 0; services[i] != NULL; i++)
		if (!run_numbered(m, services[i]))
			return false;
	return run_rebuilt(m, services) && (work_run(m->work, "commit") || complain(m, STR("commit")));
}

bool
migrate(const char *owner_dsn, const char *folder, const char *const *services)
{
	struct arena *arena = arena_new();
	struct migration m = { .arena = arena, .work = work_open(owner_dsn, arena), .folder = folder };
	bool ok = false;

	if (!work_alive(m.work))
		fprintf(stderr, "Base de données injoignable : %.*s\n", STR_ARGS(work_error(m.work)));
	else
		ok = run_all(&m, services);
	if (ok && m.done > 0)
		printf("Base à jour (%zu fichiers appliqués).\n", m.done);
	else if (ok)
		printf("Base déjà à jour.\n");
	work_close(m.work);
	arena_free(arena);
	return ok;
}
