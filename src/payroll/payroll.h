/* What the pages of this service share. */
#ifndef GUICHET_PAYROLL_PAYROLL_H
#define GUICHET_PAYROLL_PAYROLL_H
#include "guichet/app.h"

struct pay_list_input {
	str     nature, cause, etat;
	int64_t page;
	str     format, motif, precision;
};
struct pay_find_input {
	str matricule;
};
/* A page about one agent, or about one of his differences. */
struct pay_file_input {
	int64_t agent, ecart;
	str     motif, precision;
	str     raison, texte;
};

/* Closed lists of the forms; what they mean is in rows and sentences. */
#define PAY_MOTIVES "ecart|demande|pension|controle|autre"
#define PAY_KINDS   "grade|indice|position|paye_sans_acte|acte_sans_paye|apres_depart"
#define PAY_STATES  "ouvert|resolu"

extern const struct field PAY_LIST_FIELDS[], PAY_EXPORT_FIELDS[], PAY_FIND_FIELDS[], PAY_AGENT_FIELDS[], PAY_OPEN_FIELDS[], PAY_ECART_FIELDS[],
	PAY_SETTLE_FIELDS[], PAY_REOPEN_FIELDS[], PAY_REMARK_FIELDS[];
extern const struct query PAY_OVERVIEW, PAY_TALLY, PAY_MONTHS, PAY_LISTED, PAY_CHOICES, PAY_EXPORT, PAY_FIND, PAY_COMPARE_ALL;
extern const struct query PAY_ENTER, PAY_OPEN, PAY_HEAD, PAY_SIDES, PAY_DIFFERENCES, PAY_COMPARE_ONE, PAY_ENTER_ECART, PAY_ECART, PAY_EVENTS, PAY_REASONS_OF,
	PAY_SETTLE;
extern const struct query PAY_MY_HEAD, PAY_MY_SIDES, PAY_MY_DIFFERENCES, PAY_REMARK;

ask_fn    pay_list_ask, pay_export_page_ask, pay_export_ask, pay_compare_all_ask, pay_open_ask, pay_compare_one_ask, pay_settle_ask, pay_reopen_ask, pay_remark_ask;
answer_fn pay_list_answer, pay_export_answer, pay_find_answer, pay_file_answer, pay_ecart_answer, pay_own_answer;

extern const struct reasons PAY_SAID;
/* Sides and differences as their sections SIDES and DIFFERENCES; counts them. */
void pay_show_file(const struct request *req, const struct rows *head, const struct rows *sides, const struct rows *differences, struct page *page);
#endif
