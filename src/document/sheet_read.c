/* The spreadsheet reader: where the bytes come from (memory, a mapped file, the converter's pipe) and the walk over rows. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sheet_private.h"

/* A row may need each byte twice: once without doubled quotes, once as up to three bytes of UTF-8. The row's last
 * cell may pass SHEET_ROW_MAX before the row is refused. */
#define SCRATCH ((SHEET_ROW_MAX + SHEET_CELL_MAX + 16) * 4)
#define WINDOW  (4 * SHEET_ROW_MAX)
#define NEEDED  (SHEET_ROW_MAX + 2 * SHEET_CELL_MAX)     /* unread bytes before a row, unless the text ends */

/* xlsx2csv (Debian, GPL-2+) as a process: first sheet, dates as ISO, every cell quoted. The lines around it mend two things
 * of version 0.7.8: date1904="0" was taken for true (dates four years late), and a text cell over 8 kB written in place kept
 * its end only. -I -S: Python sees no environment, no user folder, no site; it needs its standard library only. */
static const char PROGRAM[] =
	"import csv, importlib.util, io, re, sys\n"
	"from importlib.machinery import SourceFileLoader\n"
	"spec = importlib.util.spec_from_loader('x', SourceFileLoader('x', '/usr/bin/xlsx2csv'))\n"
	"x = importlib.util.module_from_spec(spec)\n"
	"spec.loader.exec_module(x)\n"
	"make = x.xml.parsers.expat.ParserCreate\n"
	"def parser(*args, **named):\n"
	"\tp = make(*args, **named)\n"
	"\tp.buffer_size = 1 << 18\n"
	"\treturn p\n"
	"x.xml.parsers.expat.ParserCreate = parser\n"
	"class Workbook(x.Workbook):\n"
	"\tdef parse(self, file):\n"
	"\t\tdata = file.read()\n"
	"\t\tx_Workbook.parse(self, io.BytesIO(data))\n"
	"\t\tself.date1904 = re.search(rb'date1904\\s*=\\s*.(1|true)\\b', data) is not None\n"
	"x_Workbook, x.Workbook = x.Workbook, Workbook\n"
	"x.Xlsx2csv('/dev/stdin', delimiter=';', quoting=csv.QUOTE_ALL, dateformat='%Y-%m-%d').convert(sys.stdout, 1)\n";
static const char *const CONVERTER[] = { "/usr/bin/python3", "-I", "-S", "-B", "-X", "utf8", "-c", PROGRAM, NULL };
static const struct inspect_limits LIMITS = { .cpu_seconds = 60, .wall_seconds = 120, .memory = 1UL << 30,
	.output = 1UL << 30 };

static void
reader_release(void *thing)
{
	sheet_close(thing);
}

static struct sheet_reader *
reader_new(struct arena *arena, enum sheet_kind kind)
{
	struct sheet_reader *r = arena_alloc(arena, sizeof *r);

	r->about.kind = kind;
	r->child.out = -1;
	r->scratch = arena_alloc(arena, SCRATCH);
	arena_defer(arena, reader_release, r);
	return r;
}

/* Spreadsheets take a first line "sep=;" as the separator, and so do we. */
static bool
sep_line(str *text, char *separator)
{
	if (!str_starts(*text, STR("sep=")) || text->len < 6 || memchr(";,\t", text->at[4], 3) == NULL ||
	    (text->at[5] != '\r' && text->at[5] != '\n'))
		return false;
	*separator = text->at[4];
	*text = str_skip(*text, text->at[5] == '\r' && text->len > 6 && text->at[6] == '\n' ? 7 : 6);
	return true;
}

static void
begin_csv(struct sheet_reader *r, str bytes)
{
	char separator;
	str text = bytes;

	if (str_starts(text, STR(UTF8_BOM)))
		text = str_skip(text, 3);
	r->encoding = sheet_detect_encoding(text);
	if (text.at != bytes.at && r->encoding == SHEET_WINDOWS_1252)
		r->encoding = SHEET_UTF8_UNSURE;     /* the mark said UTF-8 */
	r->about.windows_1252 = r->encoding == SHEET_WINDOWS_1252;
	const bool said = sep_line(&text, &separator);

	sheet_csv_begin(r, text, said ? separator : sheet_detect_separator(text));
	r->line += said;
	r->number += said;
}

/* The file as the child will see it: in memory, sealed. -1 when the system refuses. */
static int
sealed_copy(str bytes)
{
	const int fd = memfd_create("sheet", MFD_CLOEXEC | MFD_ALLOW_SEALING);
	size_t done = 0;

	while (fd >= 0 && done < bytes.len) {
		const ssize_t put = write(fd, bytes.at + done, bytes.len - done);

		if (put <= 0) {
			close(fd);
			return -1;
		}
		done += (size_t)put;
	}
	if (fd >= 0)
		(void)fcntl(fd, F_ADD_SEALS, F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE);
	return fd;
}

static bool
begin_xlsx(struct sheet_reader *r, struct arena *arena, str bytes)
{
	const int fd = sealed_copy(bytes);

	if (fd < 0)
		return false;
	const bool started = inspect_start(&r->child, CONVERTER, fd, &LIMITS);

	close(fd);
	if (!started)
		return false;
	r->window = arena_alloc(arena, WINDOW);
	r->more = r->by_number = true;
	r->encoding = SHEET_UTF8_UNSURE;
	sheet_csv_begin(r, (str){ .at = r->window, .len = 0 }, ';');
	return true;
}

struct sheet_reader *
sheet_open(struct arena *arena, str bytes, struct problem *problem)
{
	const enum sheet_kind kind = sheet_kind_of(bytes, problem);

	if (kind == SHEET_REFUSED)
		return NULL;
	struct sheet_reader *r = reader_new(arena, kind);

	if (kind == SHEET_CSV) {
		begin_csv(r, bytes);
		return r;
	}
	if (begin_xlsx(r, arena, bytes))
		return r;
	*problem = problem_of(PROBLEM_BROKEN, "sheet.converter");
	problem->detail = STR("the spreadsheet converter could not be started");
	return NULL;
}

struct sheet_reader *
sheet_open_fd(struct arena *arena, int fd, struct problem *problem)
{
	struct stat about;
	struct sheet_reader *r;

	if (fstat(fd, &about) != 0 || !S_ISREG(about.st_mode)) {
		*problem = problem_of(PROBLEM_BROKEN, "sheet.unreadable");
		return NULL;
	}
	if (about.st_size <= 0) {
		*problem = problem_input(NULL, "sheet.empty");
		return NULL;
	}
	const size_t len = (size_t)about.st_size;
	void *map = mmap(NULL, len, PROT_READ, MAP_PRIVATE, fd, 0);

	if (map == MAP_FAILED) {
		*problem = problem_of(PROBLEM_BROKEN, "sheet.unreadable");
		return NULL;
	}
	(void)madvise(map, len, MADV_SEQUENTIAL);
	r = sheet_open(arena, (str){ .at = map, .len = len }, problem);
	if (r == NULL || r->about.kind == SHEET_XLSX) {    /* the child has its own copy */
		(void)munmap(map, len);
		return r;
	}
	r->map = map;
	r->map_len = len;
	return r;
}

/* Keeps NEEDED bytes ahead while the converter has some. Moves what is left to the front, seldom. */
static void
fill(struct sheet_reader *r)
{
	size_t left = (size_t)(r->end - r->at);

	if (!r->more || left >= NEEDED)
		return;
	memmove(r->window, r->at, left);
	r->at = r->begin = r->window;
	while (r->more && left < WINDOW) {
		const size_t got = inspect_read(&r->child, r->window + left, WINDOW - left);

		r->more = got > 0;
		left += got;
	}
	r->end = r->window + left;
}

static const char *
why_ended(enum inspect_end end)
{
	switch (end) {
	case INSPECT_OK:     return NULL;
	case INSPECT_LATE:   return "sheet.too_slow";
	case INSPECT_FLOOD:  return "sheet.too_large";
	case INSPECT_ABSENT: return "sheet.converter";
	case INSPECT_FAILED: break;
	}
	return "sheet.unreadable";
}

static bool
finish(struct sheet_reader *r)
{
	const char *why = NULL;

	if (r->child.pid > 0) {
		why = why_ended(inspect_finish(&r->child));
		if (why != NULL)
			sheet_blame(r, why, 0, 0);
	}
	if (why == NULL && !r->any && r->problem.kind == PROBLEM_NONE)
		sheet_blame(r, "sheet.empty", 0, 0);
	return false;
}

static bool
row_blank(const struct sheet_reader *r)
{
	for (size_t i = 0; i < r->count; i++)
		if (!str_empty(r->cells[i]))
			return false;
	return true;
}

bool
sheet_next(struct sheet_reader *r, struct sheet_row *row)
{
	for (;;) {
		if (r->problem.kind != PROBLEM_NONE)
			return false;
		fill(r);
		if (r->at == r->end)
			return finish(r);
		const size_t line = r->line, number = r->number;

		if (!sheet_read_row(r))
			return false;
		r->number++;
		if (row_blank(r))
			continue;
		r->any = true;
		*row = (struct sheet_row){ .cells = r->cells, .count = r->count, .line = r->by_number ? number : line,
			.number = number };
		return true;
	}
}

struct problem
sheet_problem(const struct sheet_reader *r)
{
	return r->problem;
}

struct sheet_about
sheet_about(const struct sheet_reader *r)
{
	return r->about;
}

int
sheet_progress(const struct sheet_reader *r)
{
	if (r->window != NULL)
		return r->more || r->at < r->end ? 0 : 100;
	return r->end == r->begin ? 100 : (int)((r->at - r->begin) * 100 / (r->end - r->begin));
}

void
sheet_close(struct sheet_reader *r)
{
	if (r->child.pid > 0)
		(void)inspect_finish(&r->child);
	if (r->map != NULL)
		(void)munmap(r->map, r->map_len);
	r->map = NULL;
	r->more = false;
	r->at = r->end = r->begin;
}

struct sheet_row
sheet_row_copy(struct arena *arena, const struct sheet_row *row)
{
	str *cells = arena_array(arena, row->count, sizeof *cells);
	struct sheet_row copy = *row;

	for (size_t i = 0; i < row->count; i++)
		cells[i] = arena_copy(arena, row->cells[i]);
	copy.cells = cells;
	return copy;
}
