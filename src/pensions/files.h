/* Pension files: the desk's list and file, the agent's own page. What every screen of them shares. */
#ifndef GUICHET_PENSIONS_FILES_H
#define GUICHET_PENSIONS_FILES_H
#include "guichet/app.h"

#define FILE_KINDS "retraite|anticipe|invalidite"
#define FILE_COPY_MOST (12u * 1024 * 1024)
enum { FILE_BODY_MOST = 13 * 1024 * 1024 };

/* A paper that came with a form: looked at by its bytes, kept in the store, told to SQL as {name, sha256, size, type}. `about` stays absent
 * when none came. PROBLEM_INPUT on `field` says what is wrong with it. */
struct problem files_copy(const struct request *req, const char *field, const struct upload *copy, str *about);

/* files_list.c */
struct files_list_input { str panier, etat, format; struct date trimestre; int64_t page; };
struct files_find_input { str q; };
extern const struct field FILES_LIST_FIELDS[], FILES_EXPORT_FIELDS[], FILES_FIND_FIELDS[];
extern const struct query FILES_TALLY, FILES_QUARTERS, FILES_TRAYS, FILES_BASKET, FILES_UNKNOWN, FILES_EXPORT, FILES_FIND;
ask_fn files_list_ask, files_export_ask;
answer_fn files_list_answer, files_export_answer, files_find_answer;

/* files_one.c */
struct files_one_input { int64_t dossier, fait; };
struct files_step_input { int64_t dossier; str vers, motif; };
struct files_act_input { int64_t dossier; str acte; struct date date; };
struct files_decision_input { int64_t dossier; str reference; struct date decision, depart; struct upload piece; };
struct files_open_input { str matricule, nature, motif; struct date depart; };
extern const struct field FILES_ONE_FIELDS[], FILES_PAPER_FIELDS[], FILES_STEP_FIELDS[], FILES_ACT_FIELDS[], FILES_DECISION_FIELDS[], FILES_OPEN_FIELDS[];
extern const struct query FILES_ENTER, FILES_HEAD, FILES_TRACK, FILES_MISSING, FILES_EVENTS, FILES_MOVES, FILES_MAY, FILES_SERVICES, FILES_FACTS, FILES_PAPER, FILES_STEP,
	FILES_ASK_ACT, FILES_SEEN, FILES_DECIDE, FILES_OPEN;
ask_fn files_decision_ask;
then_fn files_decision_then;
answer_fn files_one_answer, files_paper_answer, files_open_answer;

/* files_own.c */
struct files_answer_input { int64_t acte; str reponse; struct upload copie; };
struct files_leave_input { str nature, motif; struct date depart; struct upload piece; };
struct files_door_input { str nature; };
extern const struct field FILES_ANSWER_FIELDS[], FILES_LEAVE_FIELDS[], FILES_DOOR_FIELDS[], FILES_ACT_ONE_FIELDS[];
extern const struct query FILES_MY_FILE, FILES_MY_TRACK, FILES_MY_MISSING, FILES_MY_EVENTS, FILES_MY_DOORS, FILES_MAY_ANSWER, FILES_ANSWER, FILES_ASK_LEAVE;
ask_fn files_answer_ask, files_leave_ask;
then_fn files_answer_then;
answer_fn files_own_answer, files_door_answer, files_act_answer;
#endif
