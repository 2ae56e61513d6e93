/* `guichet demo`: invented data in an empty database, once; the accounts every time it is asked. */
#include "demo/demo.h"

#include <errno.h>
#include <sodium.h>
#include <stdio.h>

#include "demo/accounts.h"
#include "demo/load.h"
#include "guichet/file.h"

enum found { FOUND_NOTHING, FOUND_SAME, FOUND_OTHER, FOUND_REAL, FOUND_EMPTY, FOUND_BROKEN };

/* What the database holds already. The mark of a load is a dated parameter. */
static enum found
look(struct load *load, str scale)
{
	const struct rows *rows = work_query(load->work,
		"select (select p.value #>> '{}' from base.parameters p where p.name = 'demo.scale' limit 1) as scale, "
		"exists (select from career.agents) as agents, exists (select from base.structures where code = 'MEMP') "
		"	and exists (select from career.corps) as reference", NULL, 0);
	str loaded = rows_text(rows, 0, "scale");

	if (rows == NULL)
		return FOUND_BROKEN;
	if (loaded.at == NULL && rows_bool(rows, 0, "agents"))
		return FOUND_REAL;
	if (loaded.at == NULL)
		return rows_bool(rows, 0, "reference") ? FOUND_NOTHING : FOUND_EMPTY;
	return str_eq(loaded, scale) ? FOUND_SAME : FOUND_OTHER;
}

static bool
mark(struct load *load, str scale)
{
	return WORK_QUERY(load->work, "insert into base.parameters (name, valid_from, value, source, certainty, is_demo) "
		"values ('demo.scale', current_date, to_jsonb($1::text), 'Données de démonstration inventées', 'usage', true), "
		"('demonstration', current_date, to_jsonb($1 <> ''), 'Données de démonstration inventées', 'usage', true)", ARG(scale)) != NULL;
}

#define UNFORCE \
	"select format('alter table %s no force row level security', c.oid::regclass) as gone, " \
	"	format('alter table %s force row level security', c.oid::regclass) as back " \
	"from pg_class c join pg_namespace n on n.oid = c.relnamespace " \
	"where c.relforcerowsecurity and n.nspname in ('base', 'career', 'accounts') order by 1"

/* So that files are read from the index alone, from the first page on. The data are there even if this fails. */
static void
tidy(struct load *load)
{
	work_run(load->work, "set role guichet_owner");
	work_run(load->work, "vacuum (analyze) base.persons, base.contacts, career.agents, career.acts, career.act_lines");
	work_run(load->work, "reset role");
}

static bool
load_all(struct load *load, const struct config *config, str scale, const struct country_size *size)
{
	struct undone forced;

	load_say(load, "chargement des données de démonstration", 0);
	if (!work_run(load->work, "begin; set local search_path = pg_catalog; set local maintenance_work_mem = '256MB'; "
	    "set local work_mem = '64MB'; select pg_advisory_xact_lock(7116112); set local role guichet_owner")
	    || !undo(load, &forced, UNFORCE) || !load_places(load) || !load_world(load))
		return false;
	world_index(&load->world, size->home);
	if (!country_build(&load->country, &load->world, size))
		return false;
	load_say(load, "carrières inventées", load->country.agent_count);
	return load_country(load) && load_accounts(load) && load_services(load, config->sql) && load_campaign(load)
		&& load_archive(load, config->sql, config->var) && load_pensioners(load) && mark(load, scale) && redo(load, &forced)
		&& work_run(load->work, "analyze") && work_run(load->work, "commit");
}

static int
give_accounts(const struct load *load, const struct config *config)
{
	if (!accounts_write(load->arena, config->var)) {
		fprintf(stderr, "Impossible d’écrire %s/demo/accounts.csv : %s.\n", config->var, strerror(errno));
		return 1;
	}
	if (!load->keep_quiet) {
		printf("\nComptes de démonstration (%s/demo/accounts.csv) :\n\n", config->var);
		accounts_print(load->arena);
	}
	return 0;
}

static int
refuse(const char *sentence)
{
	fprintf(stderr, "%s\n", sentence);
	return 1;
}

static int
run(struct load *load, const struct config *config, str scale, const struct country_size *size)
{
	switch (look(load, scale)) {
	case FOUND_BROKEN:
		fprintf(stderr, "La base n’est pas prête : %.*s. Lancez d’abord « guichet migrate ».\n", STR_ARGS(work_error(load->work)));
		return 1;
	case FOUND_OTHER:
		return refuse("L’autre échelle de démonstration est déjà chargée : utilisez une base neuve pour changer d’échelle.");
	case FOUND_REAL:
		return refuse("La base contient déjà des agents : la démonstration ne se charge que dans une base neuve.");
	case FOUND_EMPTY:
		return refuse("La base n’a pas encore les structures et les corps de référence : lancez d’abord « guichet migrate ».");
	case FOUND_SAME:
		if (!load->keep_quiet)
			printf("Données de démonstration : déjà chargé.\n");
		return give_accounts(load, config);
	case FOUND_NOTHING:
		break;
	}
	if (!load_all(load, config, scale, size)) {
		fprintf(stderr, "Chargement interrompu : %.*s. Rien n’a été changé.\n", STR_ARGS(work_error(load->work)));
		work_run(load->work, "rollback");
		return 1;
	}
	tidy(load);
	load_say(load, "terminé, actes", load->country.act_count);
	return give_accounts(load, config);
}

int
demo_run(const struct config *config, str scale, bool keep_quiet)
{
	const struct country_size *size = str_is(scale, "demo") ? &SIZE_DEMO : str_is(scale, "national") ? &SIZE_NATIONAL : NULL;
	struct load load = { .arena = NULL, .keep_quiet = keep_quiet, .began = clock_monotonic() };
	int status = 1;

	if (size == NULL)
		return refuse("Échelle inconnue : demo ou national.");
	if (sodium_init() < 0)
		return refuse("La bibliothèque cryptographique ne démarre pas.");
	load.arena = arena_new();
	load.work = work_open(config->owner_dsn, load.arena);
	load.is_heavy = size == &SIZE_NATIONAL;
	load.world.arena = load.arena;
	load.world.today = date_days(clock_date(clock_now()));
	if (!work_alive(load.work))
		fprintf(stderr, "Base de données injoignable : %.*s\n", STR_ARGS(work_error(load.work)));
	else
		status = run(&load, config, scale, size);
	country_free(&load.country);
	work_close(load.work);
	arena_free(load.arena);
	return status;
}
