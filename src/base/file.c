/* A whole file in memory (guichet/file.h). */
#include "guichet/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

str
file_read(struct arena *arena, const char *path)
{
	struct stat info;
	str text = NO_STR;
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return NO_STR;
	if (fstat(fd, &info) == 0) {
		char *bytes = arena_alloc(arena, (size_t)info.st_size + 1);

		if (read(fd, bytes, (size_t)info.st_size) == info.st_size)
			text = (str){ bytes, (size_t)info.st_size };
	}
	close(fd);
	return text;
}
