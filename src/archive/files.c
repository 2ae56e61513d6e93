/* Bytes of the store as answers, and uploads into it. */
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "archive.h"
#include "guichet/store.h"

/* Whole, in memory from malloc. */
static str
read_stored(const struct request *req, str name)
{
	struct stat about;
	const int fd = name.at == NULL ? -1 : store_open(req->arena, name);
	char *at = fd >= 0 && fstat(fd, &about) == 0 ? malloc((size_t)about.st_size + 1) : NULL;
	size_t done = 0;

	while (at != NULL && done < (size_t)about.st_size) {
		const ssize_t got = pread(fd, at + done, (size_t)about.st_size - done, (off_t)done);

		if (got <= 0) {
			free(at);
			at = NULL;
			break;
		}
		done += (size_t)got;
	}
	if (fd >= 0)
		close(fd);
	return (str){ .at = at, .len = done };
}

static struct reply
missing(void)
{
	return reply_problem(problem_of(PROBLEM_MISSING, "archive.scan_missing"));
}

struct reply
archive_image(const struct request *req, const struct rows *rows)
{
	const str bytes = rows_count(rows) == 1 ? read_stored(req, rows_text(rows, 0, "sha256")) : NO_STR;

	if (bytes.at == NULL)
		return missing();
	/* Only our own tools made it: it may be shown in a page. */
	return reply_file(bytes, str_starts(bytes, STR("\x89PNG")) ? STR("image/png") : STR("image/jpeg"), NO_STR);
}

struct reply
archive_original(const struct request *req, const struct rows *rows, str title)
{
	const str type = rows_text(rows, 0, "type_code");
	const str bytes = rows_count(rows) == 1 ? read_stored(req, rows_text(rows, 0, "sha256")) : NO_STR;
	const bool pdf = str_is(type, "pdf"), tiff = str_is(type, "tiff");

	if (bytes.at == NULL)
		return missing();
	/* A stranger's bytes: never shown by the browser, only saved. */
	return reply_file(bytes, pdf ? STR("application/pdf") : tiff ? STR("image/tiff") : STR("image/jpeg"),
		arena_format(req->arena, "%.*s.%s", STR_ARGS(title), pdf ? "pdf" : tiff ? "tif" : "jpg"));
}

bool
archive_keep(const struct request *req, str bytes, struct scan *look, str *name)
{
	*name = store_name(req->arena, bytes);
	*look = scan_look(req->arena, bytes);
	return look->why != NULL || store_put(req->arena, *name, bytes);
}

void
archive_paged(const struct request *req, const char *section, const struct rows *rows, size_t size, int64_t page, struct page *at)
{
	const struct marker here = marker_named(req->arena, str_of(section)), has = marker_named(req->arena, arena_format(req->arena, "HAS_%s", section)),
		no = marker_named(req->arena, arena_format(req->arena, "NO_%s", section));
	const size_t count = rows_count(rows);

	page = page < 1 ? 1 : page;
	page_show(at, count > 0 ? &has : &no);
	for (size_t i = 0; i < count && i < size; i++)
		page_bind_row(page_row(at, &here), req->arena, rows, i);
	page_pages(at, page, count > size);
}
