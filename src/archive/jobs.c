/* The two jobs of a scan: to check the file and make the images of its pages, and to read its text. Each page is kept as soon
 * as it is made, in a transaction of its own: a job taken again goes on where it stopped. */
#define _GNU_SOURCE
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "guichet/job.h"
#include "guichet/scan.h"
#include "guichet/store.h"

extern const struct job_kind archive_jobs[];

struct task {
	struct job      *job;
	struct work     *work;
	struct arena    *arena;       /* of the job */
	struct arena    *page_arena;  /* emptied between pages */
	int64_t          scan;
	str              state;
	str              bytes;       /* of the file, mapped */
	struct scan_file file;
};

/* The file as it was kept. False: it is not there any more, which only a lost disk explains. */
static bool
task_begin(struct task *task, struct job *job)
{
	const struct rows *rows;
	struct stat about;
	void *at;

	*task = (struct task){ .job = job, .work = job_work(job), .arena = job_arena(job), .page_arena = arena_new(), .file = { .fd = -1, .pages = -1 } };
	task->scan = job_number(job, "scan");
	rows = WORK_QUERY(task->work, "select * from archive_api.run_begin($1)", ARG(task->scan));
	if (rows_count(rows) != 1)
		return job_fail(job, "job.failed", rows != NULL);
	task->state = arena_copy(task->arena, rows_text(rows, 0, "state_code"));
	const int fd = store_open(task->arena, arena_copy(task->arena, rows_text(rows, 0, "sha256")));

	if (fd < 0 || fstat(fd, &about) != 0)
		return job_fail(job, "archive.file_lost", true);
	at = mmap(NULL, (size_t)about.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
	close(fd);
	if (at == MAP_FAILED)
		return job_fail(job, "archive.file_lost", false);
	task->bytes = (str){ .at = at, .len = (size_t)about.st_size };
	return true;
}

static void
task_end(struct task *task)
{
	scan_close(&task->file);
	if (task->bytes.at != NULL)
		munmap((void *)(uintptr_t)task->bytes.at, task->bytes.len);
	arena_free(task->page_arena);
}

/* What a tool's end means to the job. */
static bool
fail(struct task *task, enum scan_end end)
{
	if (job_stopping(task->job))
		return false;
	return job_fail(task->job, end == SCAN_ABSENT ? "archive.tool_absent" : "archive.tool_failed", end == SCAN_ABSENT);
}

static bool
refuse(struct task *task)
{
	return work_run(task->work, "begin") && WORK_QUERY(task->work, "select archive_api.run_refused($1, $2, $3)", ARG(task->scan),
		ARG(task->file.about.why), ARG(task->file.about.detail)) != NULL && job_commit(task->job);
}

static bool
keep_image(struct task *task, unsigned page, str jpeg)
{
	const struct scan look = scan_look(task->page_arena, jpeg);
	const str name = store_name(task->page_arena, jpeg);

	if (look.type != SCAN_JPEG || !store_put(task->page_arena, name, jpeg))
		return job_fail(task->job, "problem.storage_full", false);
	const bool kept = WORK_QUERY(task->work, "select archive_api.run_page($1, $2, $3, $4, $5)", ARG(task->scan), ARG((int64_t)page), ARG(name),
		ARG((int64_t)look.width), ARG((int64_t)look.height)) != NULL;

	work_forget(task->work);
	return kept;
}

static bool
check_file(struct task *task)
{
	enum scan_end end = scan_open(&task->file, task->arena, task->bytes);

	for (unsigned page = 1; end == SCAN_DONE && page <= task->file.about.pages; page++) {
		str jpeg;

		arena_reset(task->page_arena);
		job_progress(task->job, page - 1, task->file.about.pages);
		if (job_stopping(task->job))
			return false;
		end = scan_page_image(&task->file, task->page_arena, page, &jpeg);
		if (end == SCAN_DONE && !keep_image(task, page, jpeg))
			return false;
	}
	if (end == SCAN_REFUSED)
		return refuse(task);
	if (end != SCAN_DONE)
		return fail(task, end);
	return work_run(task->work, "begin") && WORK_QUERY(task->work, "select archive_api.run_checked($1, $2, $3)", ARG(task->scan),
		ARG(scan_type_name(task->file.about.type)), ARG((int64_t)task->file.about.pages)) != NULL && job_commit(task->job);
}

static bool
read_file(struct task *task)
{
	const struct rows *unread = WORK_QUERY(task->work, "select * from archive_api.run_unread($1)", ARG(task->scan));
	const size_t count = rows_count(unread);
	unsigned *pages = arena_array(task->arena, count + 1, sizeof *pages);
	enum scan_end end = unread == NULL ? SCAN_FAILED : scan_open(&task->file, task->arena, task->bytes);

	for (size_t i = 0; i < count; i++)
		pages[i] = (unsigned)rows_int(unread, i, "page_no");
	for (size_t i = 0; end == SCAN_DONE && i < count; i++) {
		str text;

		arena_reset(task->page_arena);
		job_progress(task->job, (int64_t)i, (int64_t)count);
		if (job_stopping(task->job))
			return false;
		end = scan_page_text(&task->file, task->page_arena, pages[i], &text);
		if (end == SCAN_DONE && WORK_QUERY(task->work, "select archive_api.run_text($1, $2, $3)", ARG(task->scan), ARG((int64_t)pages[i]), ARG(text)) == NULL)
			return false;
		work_forget(task->work);
	}
	if (end != SCAN_DONE)
		return fail(task, end);
	return work_run(task->work, "begin") && WORK_QUERY(task->work, "select archive_api.run_read($1)", ARG(task->scan)) != NULL && job_commit(task->job);
}

/* Already done by a runner that was thought dead: nothing is left to do. */
static bool
nothing(struct task *task)
{
	return work_run(task->work, "begin") && job_commit(task->job);
}

static bool
run(struct job *job, const char *state, bool (*act)(struct task *task))
{
	struct task task;
	bool done = task_begin(&task, job);

	if (done)
		done = str_is(task.state, state) ? act(&task) : nothing(&task);
	task_end(&task);
	return done;
}

static bool
check(struct job *job)
{
	return run(job, "recue", check_file);
}

static bool
read_text(struct job *job)
{
	return run(job, "lecture", read_file);
}

const struct job_kind archive_jobs[] = { { "archive.check", check, .alone = false }, { "archive.read", read_text, .alone = false }, { .kind = NULL } };
