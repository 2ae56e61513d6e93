/* The replies a handler can give. */
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "guichet/app.h"
#include "guichet/store.h"

struct reply
reply_page(void)
{
	return (struct reply){ .kind = REPLY_PAGE, .status = 200 };
}

struct reply
reply_see_other(const struct request *req, const char *format, ...)
{
	struct reply reply = { .kind = REPLY_SEE_OTHER };
	va_list args;

	va_start(args, format);
	reply.location = arena_vformat(req->arena, format, args);
	va_end(args);
	return reply;
}

struct reply
reply_file(str malloced_bytes, str type, str file_name)
{
	return (struct reply){ .kind = REPLY_FILE, .bytes = malloced_bytes, .type = type, .file_name = file_name };
}

struct reply
reply_copy(str bytes, str type, str file_name)
{
	char *given = malloc(bytes.len > 0 ? bytes.len : 1);

	if (given == NULL)
		return reply_problem(problem_of(PROBLEM_BUSY, "problem.busy"));
	if (bytes.len > 0)
		memcpy(given, bytes.at, bytes.len);
	return reply_file((str){ given, bytes.len }, type, file_name);
}

struct reply
reply_stored(const struct request *req, str sha256, str type, str file_name)
{
	const int fd = store_open(req->arena, sha256);
	struct stat about;
	size_t have = 0;
	char *given = NULL;

	if (fd >= 0 && fstat(fd, &about) == 0 && about.st_size > 0)
		given = malloc((size_t)about.st_size);
	while (given != NULL && have < (size_t)about.st_size) {
		const ssize_t got = read(fd, given + have, (size_t)about.st_size - have);

		if (got <= 0)
			break;
		have += (size_t)got;
	}
	if (fd >= 0)
		close(fd);
	if (given == NULL || have < (size_t)about.st_size) {
		free(given);
		return reply_problem((struct problem){ .kind = PROBLEM_BROKEN, .text = "problem.file_lost", .detail = sha256 });
	}
	return reply_file((str){ given, have }, type, file_name);
}

struct reply
reply_problem(struct problem problem)
{
	return (struct reply){ .kind = REPLY_PROBLEM, .problem = problem };
}

struct reply
reply_text(int status, const char *type, str text)
{
	char *bytes = malloc(text.len + 1);

	if (bytes == NULL)
		return reply_problem(problem_of(PROBLEM_BUSY, "problem.busy"));
	memcpy(bytes, text.at == NULL ? "" : text.at, text.len);
	return (struct reply){ .kind = REPLY_FILE, .status = status, .bytes = { bytes, text.len }, .type = str_of(type) };
}

str
request_header(const struct request *req, const char *name)
{
	size_t i;

	for (i = 0; i < req->header_count; i++)
		if (str_same(req->headers[i].name, str_of(name)))
			return req->headers[i].value;
	return NO_STR;
}

struct reply
reply_with_session(struct reply reply, str token)
{
	reply.session = token;
	return reply;
}
