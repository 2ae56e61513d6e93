/* guichet import: the same steps as the pages, for whoever runs the server. Nothing is asked twice: --dry-run stops after the
 * check, --yes writes without a question, --good-lines leaves wrong lines out. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "guichet/page.h"
#include "head.h"
#include "imports.h"
#include "run.h"
#include "guichet/store.h"

struct command {
	const char       *kind, *file, *profile, *month;
	bool              dry, yes, good_lines;
	struct arena     *arena;
	struct work      *work;
	struct sentences *sentences;
	int64_t           import;
	int               shown;      /* last progress printed */
};

static int
usage(void)
{
	fprintf(stderr, "usage : guichet import --kind personnel|acts|paye [--month AAAA-MM] FICHIER [--profile NOM] [--dry-run] [--yes] [--good-lines]\n");
	return 2;
}

static bool
read_arguments(struct command *c, int argc, char **argv)
{
	int i;

	for (i = 1; i < argc; i++) {
		const str word = str_of(argv[i]);

		if (str_is(word, "--kind") && i + 1 < argc)
			c->kind = argv[++i];
		else if (str_is(word, "--profile") && i + 1 < argc)
			c->profile = argv[++i];
		else if (str_is(word, "--month") && i + 1 < argc)
			c->month = argv[++i];
		else if (str_is(word, "--dry-run"))
			c->dry = true;
		else if (str_is(word, "--yes"))
			c->yes = true;
		else if (str_is(word, "--good-lines"))
			c->good_lines = true;
		else if (c->file == NULL && !str_starts(word, STR("--")))
			c->file = argv[i];
		else
			return false;
	}
	if (c->file == NULL || c->kind == NULL)
		return false;
	if (str_is(str_of(c->kind), "paye"))
		return c->month != NULL;
	return c->month == NULL && (str_is(str_of(c->kind), "personnel") || str_is(str_of(c->kind), "acts"));
}

static bool
complain(const struct command *c, const char *key, str detail)
{
	const str text = sentence_with(c->sentences, c->arena, key != NULL ? key : "problem.broken", detail);

	fprintf(stderr, "%.*s\n", STR_ARGS(text));
	return false;
}

static bool
database_said_no(const struct command *c)
{
	const str why = work_error(c->work);

	if (str_starts(work_error_code(c->work), STR("GU")) && sentence_known(c->sentences, arena_copy(c->arena, why).at))
		return complain(c, arena_copy(c->arena, why).at, NO_STR);
	fprintf(stderr, "La base de données a refusé : %.*s\n", STR_ARGS(why));
	return false;
}

static bool
map_file(struct command *c, str *bytes)
{
	struct stat about;
	const int fd = open(c->file, O_RDONLY | O_CLOEXEC);
	void *map = MAP_FAILED;

	if (fd >= 0 && fstat(fd, &about) == 0 && S_ISREG(about.st_mode) && about.st_size > 0)
		map = mmap(NULL, (size_t)about.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
	if (fd >= 0)
		close(fd);
	if (map == MAP_FAILED) {
		fprintf(stderr, "Le fichier %s ne peut pas être lu, ou il est vide.\n", c->file);
		return false;
	}
	*bytes = (str){ map, (size_t)about.st_size };
	return true;
}

static bool
send_file(struct command *c)
{
	const enum column_file kind = import_file(str_of(c->kind));
	struct date month = { .year = 0 };
	const char *slash = strrchr(c->file, '/');
	str bytes, about = NO_STR;
	struct problem problem;
	const struct rows *sent;

	if (kind == COLUMN_FILE_PAY && column_month(str_of(c->month), &month).kind != PROBLEM_NONE)
		return complain(c, "payroll.month_wrong", NO_STR);
	if (!map_file(c, &bytes))
		return false;
	problem = head_read(c->arena, kind, bytes, month, &about);
	if (problem.kind != PROBLEM_NONE) {
		munmap((void *)(uintptr_t)bytes.at, bytes.len);
		return complain(c, problem.text, problem.detail);
	}
	const str name = store_name(c->arena, bytes);
	const bool stored = store_put(c->arena, name, bytes);
	const int64_t size = (int64_t)bytes.len;

	munmap((void *)(uintptr_t)bytes.at, bytes.len);
	if (!stored)
		return complain(c, "problem.storage_full", NO_STR);
	sent = WORK_QUERY(c->work, "select import_id from imports_api.send($1, $2, $3, $4, $5::jsonb, $6)", ARG(c->kind),
	                  ARG(slash != NULL ? slash + 1 : c->file), ARG(name), ARG(size), ARG(about), ARG(c->profile));
	if (sent == NULL)
		return database_said_no(c);
	c->import = rows_int(sent, 0, "import_id");
	return true;
}

static void
on_progress(void *context, int done)
{
	struct command *c = context;

	if (!isatty(STDERR_FILENO) || done / 10 == c->shown)
		return;
	c->shown = done / 10;
	fprintf(stderr, "\r  %d %%", c->shown);
}

static bool
never(void *context)
{
	(void)context;
	return false;
}

static bool
run_step(struct command *c, struct run *run, bool writing)
{
	*run = (struct run){ .work = c->work, .arena = c->arena, .import = c->import, .writing = writing, .progress = on_progress,
		.stopping = never, .context = c };
	c->shown = -1;
	if (WORK_QUERY(c->work, "select imports_api.command_begin($1, $2, $3)", ARG(c->import), ARG(writing ? "ecriture" : "controle"),
	               ARG(c->good_lines)) == NULL || !run_file(run) || !work_run(c->work, "commit")) {
		const bool said = database_said_no(c);

		(void)work_run(c->work, "rollback");
		return said;
	}
	if (isatty(STDERR_FILENO))
		fprintf(stderr, "\r       \r");
	return true;
}

static void
print_problems(struct command *c)
{
	int64_t skip;

	for (skip = 0;; skip += 1000) {
		const struct rows *rows = WORK_QUERY(c->work, "select * from imports_api.command_problems($1, 1000, $2::int)", ARG(c->import), ARG(skip));
		size_t i;

		for (i = 0; i < rows_count(rows); i++) {
			const str why = sentence_with(c->sentences, c->arena, arena_copy(c->arena, rows_text(rows, i, "why")).at, rows_text(rows, i, "detail"));
			const str header = rows_text(rows, i, "header");

			printf("ligne %lld · %.*s · « %.*s » · %.*s\n", (long long)rows_int(rows, i, "line"),
			       STR_ARGS(header.at != NULL ? header : rows_text(rows, i, "field")), STR_ARGS(rows_text(rows, i, "value")), STR_ARGS(why));
		}
		if (rows_count(rows) < 1000)
			return;
		work_forget(c->work);
	}
}

static void
print_counts(const struct run *run)
{
	printf("%lld lignes : %lld nouvelles, %lld modifiées, %lld inchangées, %lld refusées.\n", (long long)run->lines, (long long)run->added,
	       (long long)run->changed, (long long)run->same, (long long)run->refused);
}

static bool
agreed(const struct command *c)
{
	char answer[8] = "";

	if (c->yes)
		return true;
	if (!isatty(STDIN_FILENO)) {
		fprintf(stderr, "Rien n’a été écrit : ajoutez --yes pour importer.\n");
		return false;
	}
	fprintf(stderr, "Importer ? (oui/non) ");
	return fgets(answer, sizeof(answer), stdin) != NULL && str_same(str_trim(str_of(answer)), STR("oui"));
}

static int
perform(struct command *c)
{
	struct run run;

	if (!send_file(c) || !run_step(c, &run, false))
		return 1;
	print_problems(c);
	print_counts(&run);
	if (run.file_why != NULL) {
		complain(c, run.file_why, run.file_detail);
		return 1;
	}
	if (c->dry || (run.refused > 0 && !c->good_lines)) {
		if (!c->dry)
			fprintf(stderr, "Rien n’a été écrit : corrigez ces lignes, ou ajoutez --good-lines pour les laisser de côté.\n");
		return run.refused > 0 ? 1 : 0;
	}
	if (run.added + run.changed == 0) {
		printf("Rien à écrire : tout est déjà connu.\n");
		return run.refused > 0 ? 1 : 0;
	}
	if (!agreed(c) || !run_step(c, &run, true))
		return 1;
	printf(run.written ? "Importé.\n" : "Rien n’a été écrit : des lignes sont devenues fausses depuis le contrôle.\n");
	return run.written && run.refused == 0 ? 0 : 1;
}

int
import_command(const struct config *config, int argc, char **argv)
{
	struct command c = { .kind = NULL };
	str complaints = NO_STR;
	int status = 1;

	if (!read_arguments(&c, argc, argv))
		return usage();
	c.arena = arena_new();
	c.sentences = sentences_open(arena_format(c.arena, "%s/sentences.txt", config->templates).at, &complaints, c.arena);
	c.work = work_open(config->worker_dsn, c.arena);
	if (c.sentences == NULL)
		fprintf(stderr, "%.*s\n", STR_ARGS(complaints));
	else if (c.work == NULL || !work_alive(c.work))
		fprintf(stderr, "Base de données injoignable.\n");
	else
		status = perform(&c);
	work_close(c.work);
	if (c.sentences != NULL)
		sentences_close(c.sentences);
	arena_free(c.arena);
	return status;
}
