/* Where a pension may be paid: what was typed, checked for its shape and written one way. Pure. */
#ifndef GUICHET_PENSIONERS_ACCOUNT_H
#define GUICHET_PENSIONERS_ACCOUNT_H
#include "guichet/arena.h"

/* A bank account: an IBAN (ISO 13616: two letters, two digits, 15 to 34 characters, remainder 1 by 97) or the 24 letters and digits of a RIB
 * (bank, branch, account, a key of two digits). Spaces, dots and hyphens are dropped, letters become capitals. Only the shape of a RIB is
 * checked: the rule of its key was not seen in a text. Returns NULL and sets `account` (of the arena), or the key of a sentence. */
const char *account_of_bank(struct arena *arena, str typed, str *account);
#endif
