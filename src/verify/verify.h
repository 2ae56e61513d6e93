/* Seals and the public: what main.c wires. */
#ifndef GUICHET_VERIFY_VERIFY_H
#define GUICHET_VERIFY_VERIFY_H
#include "guichet/config.h"

/* Makes the key that seals known to the database, and the keys that retired: before the first seal. False, with a sentence. */
bool keys_register(const struct config *config);
/* guichet keys [rotate]. Exit status: 0, 1 could not, 2 wrong use. */
int keys_command(const struct config *config, int argc, char **argv);
#endif
