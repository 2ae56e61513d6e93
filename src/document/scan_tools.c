/* The tools that open scans (guichet/scan.h), each alone in the inspector's cage, no shell, no file but its standard input. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#include "scan_private.h"

#define MEGA ((size_t)1024 * 1024)

static const char *tools = "/usr/bin";
static const struct inspect_limits LIMITS = { .cpu_seconds = 60, .wall_seconds = 90, .memory = 1024 * MEGA };

void
scan_tools_in(const char *folder)
{
	tools = folder;
}

enum scan_end
scan_end_of(enum inspect_end end)
{
	return end == INSPECT_OK ? SCAN_DONE : end == INSPECT_ABSENT ? SCAN_ABSENT : SCAN_FAILED;
}

static void
seal(int fd)
{
	(void)fcntl(fd, F_ADD_SEALS, F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE);
}

int
scan_sealed(str bytes)
{
	const int fd = memfd_create("scan", MFD_CLOEXEC | MFD_ALLOW_SEALING);
	size_t done = 0;

	while (fd >= 0 && done < bytes.len) {
		const ssize_t put = write(fd, bytes.at + done, bytes.len - done);

		if (put < 0 && errno == EINTR)
			continue;
		if (put <= 0) {
			close(fd);
			return -1;
		}
		done += (size_t)put;
	}
	if (fd >= 0)
		seal(fd);
	return fd;
}

#define MOST_WORDS 16

/* The program of that name in the folder of tools, then its words as they are; "env NAME=value" before it stays env's. */
static void
find_words(const char *const *argv, const char *words[MOST_WORDS], char places[2][256])
{
	size_t i, found = 0;

	for (i = 0; argv[i] != NULL && i + 1 < MOST_WORDS; i++) {
		const bool program = i == 0 || (i == 2 && strcmp(argv[0], "env") == 0);

		words[i] = argv[i];
		if (program) {
			(void)snprintf(places[found], sizeof places[found], "%s/%s", tools, argv[i]);
			words[i] = places[found++];
		}
	}
	words[i] = NULL;
}

enum inspect_end
scan_tool(const char *const *argv, int in, size_t output_most, int *out)
{
	const char *words[MOST_WORDS];
	char places[2][256];
	struct inspect_limits limits = LIMITS;
	const int kept = memfd_create("scan", MFD_CLOEXEC | MFD_ALLOW_SEALING);

	*out = -1;
	if (kept < 0)
		return INSPECT_FAILED;
	limits.output = output_most;
	find_words(argv, words, places);
	/* A tool that is not there is told from one that fails: env would say 127 for both of its own. */
	for (size_t i = 0; words[i] != NULL && i < 3; i++)
		if ((words[i] == places[0] || words[i] == places[1]) && access(words[i], X_OK) != 0) {
			close(kept);
			return INSPECT_ABSENT;
		}
	(void)lseek(in, 0, SEEK_SET);
	const enum inspect_end end = inspect_run(words, in, kept, &limits);

	if (end != INSPECT_OK) {
		close(kept);
		return end;
	}
	seal(kept);
	*out = kept;
	return INSPECT_OK;
}

static bool
read_whole(int fd, struct arena *arena, str *bytes)
{
	const off_t len = lseek(fd, 0, SEEK_END);
	char *at = len < 0 ? NULL : arena_alloc(arena, (size_t)len + 1);
	size_t done = 0;

	while (at != NULL && done < (size_t)len) {
		const ssize_t got = pread(fd, at + done, (size_t)len - done, (off_t)done);

		if (got <= 0)
			return false;
		done += (size_t)got;
	}
	*bytes = (str){ .at = at, .len = done };
	return at != NULL;
}

enum inspect_end
scan_tool_bytes(const char *const *argv, int in, struct arena *arena, size_t output_most, str *bytes)
{
	int out;
	enum inspect_end end = scan_tool(argv, in, output_most, &out);

	if (end == INSPECT_OK && !read_whole(out, arena, bytes))
		end = INSPECT_FAILED;
	if (out >= 0)
		close(out);
	return end;
}

/* Decodes a JPEG at an eighth of its size: all of its data is read, little is kept. */
static enum scan_end
check_jpeg(struct scan_file *file, struct arena *arena)
{
	static const char *const DECODE[] = { "djpeg", "-scale", "1/8", "-grayscale", "-pnm", "-maxmemory", "300M", NULL };
	str bytes;
	const enum inspect_end end = scan_tool_bytes(DECODE, file->fd, arena, 8 * MEGA, &bytes);

	if (end != INSPECT_FAILED)
		return scan_end_of(end);
	file->about.why = "archive.scan_damaged";
	return SCAN_REFUSED;
}

/* Pages of a TIFF become those of a PDF: what follows knows one kind. */
static enum scan_end
open_tiff(struct scan_file *file, struct arena *arena)
{
	static const char *const CONVERT[] = { "tiff2pdf", "/dev/stdin", NULL };
	const unsigned pages = file->about.pages;
	enum inspect_end end = scan_tool(CONVERT, file->fd, 200 * MEGA, &file->pages);
	enum scan_end checked;

	if (end != INSPECT_OK && end != INSPECT_FAILED)
		return scan_end_of(end);
	if (end == INSPECT_FAILED) {
		file->about.why = "archive.scan_damaged";
		return SCAN_REFUSED;
	}
	checked = scan_pdf_check(file->pages, arena, &file->about);
	if (checked == SCAN_DONE && file->about.pages != pages) {
		file->about.why = "archive.scan_damaged";
		return SCAN_REFUSED;
	}
	return checked;
}

enum scan_end
scan_open(struct scan_file *file, struct arena *arena, str bytes)
{
	*file = (struct scan_file){ .about = scan_look(arena, bytes), .fd = -1, .pages = -1 };
	if (file->about.why != NULL)
		return SCAN_REFUSED;
	file->fd = scan_sealed(bytes);
	if (file->fd < 0)
		return SCAN_FAILED;
	if (file->about.type == SCAN_JPEG)
		return check_jpeg(file, arena);
	if (file->about.type == SCAN_TIFF)
		return open_tiff(file, arena);
	file->pages = dup(file->fd);
	return file->pages < 0 ? SCAN_FAILED : scan_pdf_check(file->pages, arena, &file->about);
}

void
scan_close(struct scan_file *file)
{
	if (file->fd >= 0)
		close(file->fd);
	if (file->pages >= 0)
		close(file->pages);
	file->fd = file->pages = -1;
}
