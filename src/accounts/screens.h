/* What the screens of accounts share. */
#ifndef GUICHET_ACCOUNTS_SCREENS_H
#define GUICHET_ACCOUNTS_SCREENS_H
#include "accounts/secret.h"
#include "guichet/app.h"

/* 429 with the seconds to wait for Retry-After, and words that a person counts in; NO_PROBLEM when there is nothing to wait for. `rows` has a column `wait`. */
struct problem wait_problem(const struct request *req, const struct rows *rows);
/* The present in seconds, as TOTP counts it. */
int64_t now_seconds(const struct request *req);
/* "/connexion/code?suite=…": `place` with a path to go back to, when there is one. */
struct reply see_other_then(const struct request *req, const char *place, str back);
/* Where a session just opened goes on, by what the database said (`next_code`), with its cookie. */
struct reply session_reply(const struct request *req, const struct rows *rows, str back);
/* Hidden field `suite` of a form, when there is one. */
void show_back(struct page *page, str back);
/* The ten codes of this request, once, and where to go on. */
void show_recovery_codes(const struct request *req, struct page *page, str back);
/* The page of a code sent to a contact: `id` of the step just begun, 0 when the page is shown again with its problems. */
void show_code_step(const struct request *req, struct page *page, const char *place, int64_t id);
/* What the column `outcome_code` of prove_code means to a person; NO_PROBLEM when it is good. */
struct problem code_problem(const struct rows *rows);
/* To the page that asks for the password again. */
struct reply ask_proof(const struct request *req, const char *back);
#endif
