/* guichet: one binary, its subcommands. Owns every long-lived object. */
#include <signal.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "app/app.h"
#include "app/check.h"
#include "demo/demo.h"
#include "guichet/log.h"
#include "imports/imports.h"
#include "guichet/notify.h"
#include "guichet/seal.h"
#include "guichet/store.h"
#include "guichet/work.h"
#include "net/server.h"
#include "net/static.h"
#include "verify/verify.h"

#ifndef GUICHET_VERSION
#define GUICHET_VERSION "0.1"
#endif

/* Folders of sql/, in the order in which they need each other. */
static const char *const SQL_SERVICES[] = { "base", "reference", "career", "accounts", "imports", "notify", "channels", "portal", "acts", "verify",
	"certificates", "advancement", "archive", "services", "requests", "appointments", "pensions", "payroll", "pensioners",
	"cohorts", NULL };

/* The jobs of every service; the runner takes one list. */
extern const struct job_kind acts_jobs[], certificates_jobs[], advancement_jobs[], archive_jobs[], requests_jobs[], pensions_jobs[], payroll_jobs[],
	pensioners_jobs[], cohorts_jobs[];
static const struct job_kind *const JOBS[] = { imports_jobs, acts_jobs, certificates_jobs, advancement_jobs, archive_jobs, requests_jobs, pensions_jobs,
	payroll_jobs, pensioners_jobs, cohorts_jobs };
enum { JOBS_MOST = 32 };

struct program {
	struct config  config;
	struct arena  *arena;
	struct assets *assets;
	struct app    *app;
	struct job_kind    kinds[JOBS_MOST + 1];
	struct job_runner *jobs;
};

static bool
open_app(struct program *program)
{
	program->assets = assets_open(program->config.assets, program->arena);
	if (program->assets == NULL)
		return false;
	program->app = app_open(&program->config, program->arena, assets_address, program->assets);
	return program->app != NULL;
}

static void
close_app(struct program *program)
{
	if (program->app != NULL)
		app_close(program->app);
	if (program->assets != NULL)
		assets_close(program->assets);
}

/* The key that hides row numbers in addresses is the portal's, not the daemon's. */
static bool
take_key(struct program *program)
{
	struct work *work = work_open(program->config.dsn, program->arena);
	const struct rows *rows = work == NULL || !work_alive(work) ? NULL : WORK_QUERY(work, "select id_key from base_api.installation() where $1", ARG(true));
	str hex = rows_text(rows, 0, "id_key");
	unsigned char key[16];
	size_t length = 0;
	bool ok = hex.at != NULL && sodium_hex2bin(key, sizeof(key), hex.at, hex.len, NULL, &length, NULL) == 0 && length == sizeof(key);

	if (ok)
		opaque_key(key);
	else
		fprintf(stderr, "La base de données ne répond pas, ou n’a pas été préparée par « guichet migrate » : %.*s\n",
		        STR_ARGS(work != NULL ? work_error(work) : NO_STR));
	work_close(work);
	return ok;
}

/* What forms this daemon serves is known to the database: requests and drafts name theirs. */
static bool
load_forms(struct program *program)
{
	const struct forms *forms = program->app->forms;
	struct work *work = work_open(program->config.dsn, program->arena);
	bool ok = true;
	size_t i;

	for (i = 0; ok && i < forms->count; i++) {
		const struct form *form = &forms->list[i];
		const struct rows *rows = WORK_QUERY(work, "select outcome from services_api.load_form($1, $2, $3, $4)", ARG(form->code), ARG(form->revision),
			ARG(store_name(program->arena, form->json)), ARG(form->json));
		const str outcome = rows_text(rows, 0, "outcome");

		ok = rows != NULL;
		if (!ok)
			fprintf(stderr, "Les formulaires ne peuvent pas être enregistrés : %.*s\n", STR_ARGS(work_error(work)));
		else if (str_is(outcome, "no_desk"))
			fprintf(stderr, "%s/forms/%.*s.json: un bureau du parcours n’existe pas : ses demandes iront à la structure de la fiche\n",
			        program->config.templates, STR_ARGS(form->code));
		else if (str_is(outcome, "renumbered"))
			fprintf(stderr, "%s/forms/%.*s.json: le contenu a changé sans nouvelle « revision »\n", program->config.templates, STR_ARGS(form->code));
	}
	work_close(work);
	return ok;
}

/* A supervisor may start us before PostgreSQL: wait for it a little. */
static bool
wait_for_key(struct program *program)
{
	int tries;

	for (tries = 0; tries < 30; tries++) {
		if (take_key(program))
			return true;
		sleep(1);
	}
	return false;
}

/* The signer's key is made known to the database, and the keys get out of our own reach: before the first thread. */
static bool
show_key(struct program *program)
{
	if (!wait_for_key(program) || !keys_register(&program->config))
		return false;
	seal_hide_keys(&program->config);
	return true;
}

/* What goes on beside the pages: messages that leave, jobs. In the web process, or in one of its own (`guichet work`). */
static bool
start_work(struct program *program)
{
	size_t i, count = 0;

	for (i = 0; i < sizeof(JOBS) / sizeof(JOBS[0]); i++) {
		const struct job_kind *kind;

		for (kind = JOBS[i]; kind->kind != NULL && count < JOBS_MOST; kind++)
			program->kinds[count++] = *kind;
	}
	store_begin(program->config.var);
	if (!notify_start(&program->config))
		return false;
	program->jobs = job_runner_start(&program->config, program->kinds, 2);
	if (program->jobs == NULL)
		notify_stop();
	return program->jobs != NULL;
}

static void
stop_work(struct program *program)
{
	job_runner_stop(program->jobs);
	notify_stop();
}

static int
run_import(struct program *program, int argc, char **argv)
{
	store_begin(program->config.var);
	return import_command(&program->config, argc, argv);
}

static int
serve(struct program *program, int argc, char **argv)
{
	int status;

	if (argc > 1 && strcmp(argv[1], "--help") == 0) {
		config_print();
		return 0;
	}
	/* The signer first: it is a copy of this process, and should be one of a small process. */
	if (!seal_begin(&program->config))
		return 1;
	status = 1;
	if (open_app(program) && show_key(program) && load_forms(program) && start_work(program)) {
		status = server_run(program->app, program->assets);
		stop_work(program);
	}
	seal_end();
	close_app(program);
	return status;
}

/* What goes on behind the pages, without any page: until SIGTERM or SIGINT. */
static int
run_work(struct program *program, int argc, char **argv)
{
	sigset_t stops;
	int number;

	(void)argc;
	(void)argv;
	signal(SIGPIPE, SIG_IGN);
	sigemptyset(&stops);
	sigaddset(&stops, SIGTERM);
	sigaddset(&stops, SIGINT);
	pthread_sigmask(SIG_BLOCK, &stops, NULL);
	if (!seal_begin(&program->config))
		return 1;
	if (!show_key(program) || !start_work(program)) {
		seal_end();
		return 1;
	}
	log_event(LOG_INFO, "working", NULL);
	while (sigwait(&stops, &number) != 0)
		continue;
	stop_work(program);
	seal_end();
	return 0;
}

static int
run_migrate(struct program *program, int argc, char **argv)
{
	(void)argc;
	(void)argv;
	return migrate(program->config.owner_dsn, program->config.sql, SQL_SERVICES) ? 0 : 1;
}

static int
run_check(struct program *program, int argc, char **argv)
{
	bool ok = open_app(program);

	(void)argc;
	(void)argv;
	ok = ok && program->app->forms->faults == 0 && check_statements(program->app, program->config.owner_dsn);
	close_app(program);
	return ok ? 0 : 1;
}

static int
run_routes(struct program *program, int argc, char **argv)
{
	(void)argc;
	(void)argv;
	if (open_app(program))
		check_print_routes(program->app);
	close_app(program);
	return program->app != NULL ? 0 : 1;
}

static int
run_audit(struct program *program, int argc, char **argv)
{
	bool ok = open_app(program);

	(void)argc;
	(void)argv;
	ok = ok && check_print_audit(program->app, program->config.owner_dsn);
	close_app(program);
	return ok ? 0 : 1;
}

static int
run_demo(struct program *program, int argc, char **argv)
{
	const char *scale = argc == 3 && strcmp(argv[1], "--scale") == 0 ? argv[2] : argc == 1 ? "demo" : NULL;

	if (scale == NULL) {
		fprintf(stderr, "guichet demo [--scale demo|national]\n");
		return 2;
	}
	return demo_run(&program->config, str_of(scale), false);
}

static int
run_keys(struct program *program, int argc, char **argv)
{
	return keys_command(&program->config, argc, argv);
}

static int
run_version(struct program *program, int argc, char **argv)
{
	(void)program;
	(void)argc;
	(void)argv;
	printf("guichet %s\n", GUICHET_VERSION);
	return 0;
}

static const struct command {
	const char *name;
	int       (*run)(struct program *program, int argc, char **argv);
	const char *what;
} COMMANDS[] = {
	{ "serve", serve, "sert le portail (--help : les variables de configuration)" },
	{ "work", run_work, "fait seulement ce qui se passe derrière les pages : envoi des courriels" },
	{ "migrate", run_migrate, "met la base de données à jour" },
	{ "check", run_check, "vérifie modèles, routes, requêtes et droits, sans rien changer" },
	{ "routes", run_routes, "liste les routes : méthode, chemin, permission, service, particularités" },
	{ "audit", run_audit, "liste ce que chaque rôle peut atteindre" },
	{ "import", run_import, "importe un fichier du personnel (--kind personnel|acts FICHIER [--dry-run])" },
	{ "keys", run_keys, "liste les clés du sceau (rotate : en fait une nouvelle, retire l’ancienne)" },
	{ "demo", run_demo, "charge les données de démonstration (--scale demo|national)" },
	{ "version", run_version, "dit la version" },
};
#define COMMAND_COUNT (sizeof(COMMANDS) / sizeof(COMMANDS[0]))

static int
usage(void)
{
	size_t i;

	fprintf(stderr, "usage : guichet <commande>\n\n");
	for (i = 0; i < COMMAND_COUNT; i++)
		fprintf(stderr, "  %-8s %s\n", COMMANDS[i].name, COMMANDS[i].what);
	return 2;
}

int
main(int argc, char **argv)
{
	static struct program program;      /* static: what the configuration points to lives as long as the process */
	int status = -1;
	size_t i;

	if (argc < 2)
		return usage();
	/* A generator of our own process (ChaCha20, reseeded): no system call for each token of each page. */
	randombytes_set_implementation(&randombytes_internal_implementation);
	if (sodium_init() < 0 || !config_read(&program.config))
		return 2;
	log_open(LOG_INFO);
	program.arena = arena_new();
	for (i = 0; i < COMMAND_COUNT && status < 0; i++)
		if (strcmp(argv[1], COMMANDS[i].name) == 0)
			status = COMMANDS[i].run(&program, argc - 1, argv + 1);
	arena_free(program.arena);
	return status < 0 ? usage() : status;
}
