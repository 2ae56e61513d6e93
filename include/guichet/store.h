/* Files as they came, kept under the hash of their content: <var>/files/ab/cd/<sha256>. The same content is kept once. */
#ifndef GUICHET_STORE_H
#define GUICHET_STORE_H
#include "guichet/arena.h"

void store_begin(const char *var);
/* 64 hexadecimal digits. */
str  store_name(struct arena *arena, str bytes);
/* True when the file is there and on the disk. */
bool store_put(struct arena *arena, str name, str bytes);
/* The same without waiting for the disk: for what can be made again (demonstration). */
bool store_put_soon(struct arena *arena, str name, str bytes);
/* A descriptor to read it, or -1. */
int  store_open(struct arena *arena, str name);
#endif
