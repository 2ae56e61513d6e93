/* Pieces of a request: downloaded, or looked at page by page. What a stranger sent is never shown as it came: the tools of guichet/scan.h turn its
 * pages into images in the inspector's cage; a PNG alone, which no tool of theirs reads, is given as the image that its first bytes say it is. */
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "own.h"
#include "guichet/scan.h"
#include "guichet/store.h"

const struct field PIECE_INPUT[] = { FIELD_ID(struct piece_input, demande), FIELD_ID(struct piece_input, piece), FIELDS_END };
const struct field PIECE_PAGE_INPUT[] = { FIELD_ID(struct piece_input, demande), FIELD_ID(struct piece_input, piece),
	OPTIONAL_INT(struct piece_input, page, 1, SCAN_MOST_PAGES), FIELDS_END };
const struct field FOLLOW_FILE_INPUT[] = { FIELD_TEXT(struct follow_file_input, numero, 30), FIELD_TEXT(struct follow_file_input, code, 30),
	FIELD_ID(struct follow_file_input, piece), FIELDS_END };

const struct query FILE_OF = { "select * from requests_api.file_of($1, $2)", .takes = "demande piece" };
const struct query DESK_FILE_OF = { "select * from requests_api.desk_file_of($1, $2)", .takes = "demande piece" };
const struct query FOLLOW_FILE = { "select * from requests_api.follow_file($1, $2, $3, $4)" };

static const struct rows *
piece_row(const struct results *got)
{
	const struct rows *mine = results_of(got, &FILE_OF);

	return mine != NULL ? mine : results_of(got, &DESK_FILE_OF);
}

static struct reply
missing(void)
{
	return reply_problem(problem_of(PROBLEM_MISSING, "problem.missing"));
}

struct reply
piece_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *row = piece_row(got);

	(void)input;
	(void)page;
	if (rows_count(row) == 0)
		return missing();
	if (str_empty(rows_text(row, 0, "sha256")))      /* his own sealed copy is made when he asks for it there */
		return req->route->permission == &REQUESTS_OWN ? reply_see_other(req, "/carriere/actes/%.*s/copie", STR_ARGS(opaque_text(req->arena, rows_int(row, 0, "act_id"))))
		                                               : reply_problem(problem_of(PROBLEM_MISSING, "requests.copy_not_made"));
	return reply_stored(req, rows_text(row, 0, "sha256"), rows_text(row, 0, "type"), rows_text(row, 0, "file_name"));
}

struct problem
follow_file_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct follow_file_input *in = input;

	ASK(batch, &FOLLOW_FILE, ARG(in->numero), ARG(in->code), ARG(in->piece), ARG(req->address));
	return NO_PROBLEM;
}

struct reply
follow_file_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *row = results_of(got, &FOLLOW_FILE);

	(void)input;
	(void)page;
	return rows_count(row) == 0 ? missing() : reply_stored(req, rows_text(row, 0, "sha256"), rows_text(row, 0, "type"), rows_text(row, 0, "file_name"));
}

static void
unmap(void *thing)
{
	const str *bytes = thing;

	munmap((void *)(uintptr_t)bytes->at, bytes->len);
}

/* Mapped until the request ends; absent when it is not there. */
static str
stored_bytes(struct arena *arena, str name)
{
	struct stat about;
	const int fd = str_empty(name) ? -1 : store_open(arena, name);
	void *at = MAP_FAILED;
	str *kept;

	if (fd >= 0 && fstat(fd, &about) == 0 && about.st_size > 0)
		at = mmap(NULL, (size_t)about.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
	if (fd >= 0)
		close(fd);
	if (at == MAP_FAILED)
		return NO_STR;
	kept = arena_alloc(arena, sizeof *kept);
	*kept = (str){ at, (size_t)about.st_size };
	arena_defer(arena, unmap, kept);
	return *kept;
}

static bool
is_png(str bytes)
{
	return str_starts(bytes, STR("\x89PNG\r\n\x1a\n"));
}

/* How many pages can be shown; 0: none, the file is only for downloading. */
static unsigned
pages_shown(struct arena *arena, str bytes)
{
	struct scan_file file;
	unsigned pages;

	if (bytes.at == NULL || is_png(bytes))
		return bytes.at != NULL;
	pages = scan_open(&file, arena, bytes) == SCAN_DONE ? file.about.pages : 0;
	scan_close(&file);
	return pages;
}

struct reply
piece_view_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct piece_input *in = input;
	const struct rows *row = piece_row(got);
	const str base = arena_format(req->arena, "%s/%.*s", req->route->permission == &REQUESTS_OWN ? "/demandes" : "/corbeilles", STR_ARGS(opaque_text(req->arena, in->demande)));
	const str piece = arena_format(req->arena, "%.*s/pieces/%.*s", STR_ARGS(base), STR_ARGS(opaque_text(req->arena, in->piece)));
	const unsigned number = in->page > 0 ? (unsigned)in->page : 1;
	unsigned pages;

	if (rows_count(row) == 0)
		return missing();
	pages = pages_shown(req->arena, stored_bytes(req->arena, rows_text(row, 0, "sha256")));
	if (pages > 0 && number > pages)
		return missing();
	page_bind_row(page, req->arena, row, 0);
	page_text(page, MARK("BACK_HREF"), base);
	page_text(page, MARK("FILE_HREF"), piece);
	if (pages == 0) {
		page_show(page, MARK("NOT_SHOWN"));
		return reply_page();
	}
	page_text(page_row(page, MARK("SHOWN")), MARK("IMAGE_HREF"), arena_format(req->arena, "%.*s/image?page=%u", STR_ARGS(piece), number));
	page_int(page, MARK("PAGE_NUMBER"), number);
	page_int(page, MARK("PAGES_COUNT"), pages);
	if (pages > 1)
		page_show(page, MARK("HAS_PAGES"));
	if (number > 1)
		page_text(page_row(page, MARK("BEFORE")), MARK("BEFORE_HREF"), arena_format(req->arena, "%.*s/voir?page=%u", STR_ARGS(piece), number - 1));
	if (number < pages)
		page_text(page_row(page, MARK("AFTER")), MARK("AFTER_HREF"), arena_format(req->arena, "%.*s/voir?page=%u", STR_ARGS(piece), number + 1));
	return reply_page();
}

struct reply
piece_image_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct piece_input *in = input;
	const struct rows *row = piece_row(got);
	const str bytes = rows_count(row) == 0 ? NO_STR : stored_bytes(req->arena, rows_text(row, 0, "sha256"));
	const unsigned number = in->page > 0 ? (unsigned)in->page : 1;
	struct scan_file file;
	str jpeg = NO_STR;
	bool done;

	(void)page;
	if (bytes.at == NULL)
		return missing();
	if (is_png(bytes))
		return number == 1 ? reply_copy(bytes, STR("image/png"), NO_STR) : missing();
	done = scan_open(&file, req->arena, bytes) == SCAN_DONE && number <= file.about.pages && scan_page_image(&file, req->arena, number, &jpeg) == SCAN_DONE;
	scan_close(&file);
	return done ? reply_copy(jpeg, STR("image/jpeg"), NO_STR) : reply_problem(problem_of(PROBLEM_MISSING, "requests.not_shown"));
}
