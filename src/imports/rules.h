/* What one line of a file says, and what is wrong with it, as far as the line alone can tell. Pure. */
#ifndef GUICHET_IMPORTS_RULES_H
#define GUICHET_IMPORTS_RULES_H
#include "guichet/columns.h"

#define FAULTS_MOST 32

struct fault {
	const char *field;      /* column_target_name */
	const char *why;        /* sentence key */
	str         value;      /* of the cell, shown to the person */
	str         detail;
};

struct rules {
	enum column_file    file;
	struct grade_bounds bounds;
	struct date         today;
	size_t              place[COLUMN_TARGETS];      /* 1-based column of each field; 0 = the file does not have it */
};

/* Absent, 0 or year 0: the cell is blank, wrong, or not in the file. Texts point into the row or into this struct. */
struct staged {
	size_t      line;
	str         matricule, family_name, given_names, status, corps, structure, position, phone, email, act_kind, reference, note;
	char        sex, category;
	int         scale, step, pay_index;
	int64_t     index_pay;              /* -1 = absent: an amount may be 0 */
	struct date birth_date, first_service_date, signed_on, effect_date, pay_month;
	struct fault faults[FAULTS_MOST];
	size_t      fault_count;
	char        matricule_room[20], phone_room[16], email_room[256];
};

enum column_file import_file(str kind);      /* "personnel", "acts", "paye" */
void rules_read(const struct rules *rules, const struct sheet_row *row, struct staged *into);
#endif
