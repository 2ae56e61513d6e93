/* One run over a file (run.h): stage, judge, write, derive, end. The database is locked for nobody but another run. */
#include "run.h"

#include <unistd.h>

#include "guichet/log.h"
#include "guichet/store.h"

enum { SLICE = 2000 };

static void
tell(struct run *run, int done)
{
	run->progress(run->context, done);
}

static bool
read_rules(struct run *run, const struct rows *begun, struct rules *rules)
{
	const struct rows *places = WORK_QUERY(run->work, "select * from imports_api.run_places($1)", ARG(run->import));
	size_t i;

	*rules = (struct rules){ .file = import_file(rows_text(begun, 0, "kind")),
		.bounds = { .scale_most = 3, .step_most = (int)rows_int(begun, 0, "step_most") }, .today = clock_date(clock_now()) };
	for (i = 0; i < rows_count(places); i++)
		rules->place[column_target_of(rows_text(places, i, "field"))] = (size_t)rows_int(places, i, "place");
	rules->place[COLUMN_NONE] = 0;
	run->kind = rules->file;
	return places != NULL;
}

static bool
stage(struct run *run)
{
	const struct rows *begun = WORK_QUERY(run->work, "select * from imports_api.run_begin($1, $2)", ARG(run->import), ARG(run->writing));
	struct rules rules;
	bool done;
	int fd;

	if (rows_count(begun) != 1 || !read_rules(run, begun, &rules))
		return false;
	fd = store_open(run->arena, rows_text(begun, 0, "sha256"));
	if (fd < 0) {
		log_event(LOG_ERROR, "file_missing", NULL);
		run->file_why = "imports.file_missing";
		return true;
	}
	done = stage_file(run, fd, (size_t)rows_int(begun, 0, "header_line"), &rules, run->writing ? 300 : 600);
	close(fd);
	return done;
}

static bool
judge(struct run *run)
{
	const struct rows *rows = WORK_QUERY(run->work, "select * from imports_api.run_judge($1)", ARG(run->import));

	run->lines = rows_int(rows, 0, "lines_count");
	run->added = rows_int(rows, 0, "new_count");
	run->changed = rows_int(rows, 0, "changed_count");
	run->same = rows_int(rows, 0, "same_count");
	run->refused = rows_int(rows, 0, "refused_count");
	run->problems = rows_int(rows, 0, "problems_count");
	return rows != NULL;
}

static bool
write_lines(struct run *run)
{
	const struct rows *rows = WORK_QUERY(run->work, "select agents from imports_api.run_write($1)", ARG(run->import));
	const int64_t agents = rows_int(rows, 0, "agents");
	int64_t from;

	if (rows == NULL)
		return false;
	tell(run, 600);
	for (from = 1; from <= agents; from += SLICE) {
		if (run->stopping(run->context) ||
		    WORK_QUERY(run->work, "select imports_api.run_refresh($1, $2)", ARG(from), ARG(from + SLICE - 1)) == NULL)
			return false;
		tell(run, 600 + (int)(from * 390 / agents));
	}
	run->written = true;
	return true;
}

/* What was found wrong at the last moment is not written: the report is new, the person decides again. */
static bool
may_write(struct run *run)
{
	const struct rows *rows;

	if (!run->writing || run->file_why != NULL)
		return false;
	if (run->refused == 0)
		return true;
	rows = WORK_QUERY(run->work, "select imports_api.run_only_good($1) as yes", ARG(run->import));
	return rows_count(rows) == 1 && rows_bool(rows, 0, "yes");
}

bool
run_file(struct run *run)
{
	tell(run, 0);
	if (!work_run(run->work, "begin") || !stage(run))
		return false;
	tell(run, run->writing ? 320 : 650);
	if (!judge(run) || run->stopping(run->context))
		return false;
	tell(run, run->writing ? 450 : 950);
	if (may_write(run) && !write_lines(run))
		return false;
	if (WORK_QUERY(run->work, "select imports_api.run_end($1, $2, $3, $4)", ARG(run->import), ARG(run->written ? "importe" : "pret"), ARG(run->file_why),
	               ARG(run->file_detail)) == NULL)
		return false;
	tell(run, PROGRESS_WHOLE - 1);
	return true;
}
