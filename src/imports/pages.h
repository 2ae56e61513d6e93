/* What the pages of imports share. */
#ifndef GUICHET_IMPORTS_PAGES_H
#define GUICHET_IMPORTS_PAGES_H
#include "guichet/app.h"
#include "rules.h"

/* A field of a file as the clerk chooses it. */
struct import_field {
	enum column_target target;
	const char        *label, *hint;
	unsigned           required;        /* a bit for each enum column_file */
};
extern const struct import_field IMPORT_FIELDS[];
extern const size_t              IMPORT_FIELD_COUNT;
const char *import_label(str field);        /* "Date de naissance" of "birth_date"; NULL when there is none */

struct import_input {
	int64_t import;
	int64_t page;
	bool    revoir;
};
extern const struct field   IMPORT_INPUT[];
extern const struct query   IMPORT_ONE;

struct send_input {
	str           nature;
	str           mois;         /* "2026-10", of the payer's file alone */
	struct upload fichier;
};
/* Each field of IMPORT_FIELDS has a member of its name: the place of its column, 0 = none. */
struct choose_input {
	int64_t import;
	str     nature, profil;
	int64_t matricule, full_name, family_name, given_names, sex, birth_date, first_service_date, act_kind, act_reference, signed_on,
		effect_date, status, corps, grade, category, scale, step, structure, position, phone, email, note, pay_month, pay_index, index_pay;
};
struct decide_input {
	int64_t import;
	bool    lignes;      /* leave the wrong ones out */
};
extern const struct field SEND_INPUT[], PAY_INPUT[], CHOOSE_INPUT[], DECIDE_INPUT[];

ask_fn    send_ask, list_ask, import_ask, columns_ask, report_ask, choose_ask, decide_ask, drop_ask, again_ask;
then_fn   send_then;
answer_fn list_answer, pay_new_answer, send_answer, model_answer, import_answer, columns_answer, report_answer;

extern const struct query IMPORT_LIST, IMPORT_SUMS, IMPORT_PROBLEMS, IMPORT_COLUMNS, IMPORT_CHOICES, IMPORT_PROFILE, IMPORT_REPORT,
	MAY_SEND, SEND, CHOOSE, DECIDE, DROP, AGAIN;

/* "/imports", or "/paye/imports" for the payer: the same pages under another permission. */
const char *import_base(const struct request *req);
void        import_show_base(const struct request *req, struct page *page);
/* "/imports/<id>" and what follows. */
str import_place(const struct request *req, int64_t import, const char *after);
#endif
