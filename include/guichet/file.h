/* A whole file in memory. */
#ifndef GUICHET_FILE_H
#define GUICHET_FILE_H
#include "guichet/arena.h"

/* Absent when it cannot be read; an empty file is an empty string. Ends with a NUL that is not counted. */
str file_read(struct arena *arena, const char *path);
#endif
