/* The files of the keys (guichet/seal.h), for the signer. */
#ifndef GUICHET_SEAL_KEYS_H
#define GUICHET_SEAL_KEYS_H
#include "guichet/seal.h"

/* A name of a key: 1 to SEAL_KID letters, digits, "-" or "_". */
bool keys_name_valid(str kid);
/* Opens the file of the key that seals, and makes it when there is none: its name, a descriptor to read its seed once. False,
 * with a sentence on standard error. */
bool keys_open(const char *var, char kid[SEAL_KID + 1], int *seed);
/* The path of the folder. */
void keys_folder(const char *var, char path[512]);
#endif
