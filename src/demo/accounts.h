/* Accounts of the demonstration: one or more for each role, with known passwords. Never beside real data. */
#ifndef GUICHET_DEMO_ACCOUNTS_H
#define GUICHET_DEMO_ACCOUNTS_H
#include "guichet/arena.h"

struct account {
	const char *role, *login, *password;   /* login and password NULL: has no account yet */
	const char *matricule;                 /* an agent of the cast, NULL: none */
	const char *family, *given;            /* who it is, when not an agent */
	char        sex;
	const char *place;                     /* code of the structure a staff role is held for, NULL: none */
	bool        is_staff;                  /* a second factor is owed */
	const char *note;                      /* what to look at, in French */
};
extern const struct account ACCOUNTS[];
extern const size_t ACCOUNTS_COUNT;
#define TOTP_SIZE 20

/* The secret of the second factor: the same at every load. */
void account_totp(const struct account *account, unsigned char secret[TOTP_SIZE]);
/* RFC 4648 base 32 without padding: 32 characters. */
str  account_base32(struct arena *arena, const unsigned char secret[TOTP_SIZE]);
/* <var>/demo/accounts.csv, readable by its owner alone; the folders are made. False: errno says why. */
bool accounts_write(struct arena *arena, const char *var);
void accounts_print(struct arena *arena);
#endif
