/* Acts in the making: inputs, queries and handlers that the files of this service share. acts.c lists the routes. */
#ifndef GUICHET_ACTS_PAGES_H
#define GUICHET_ACTS_PAGES_H
#include "guichet/app.h"

enum { ACTS_PAGE = 30, LINES_PAGE = 50, ACTS_FILE_MOST = 8 * 1024 * 1024 };

struct act_input { int64_t projet, page; str vue; };                     /* an act's own page */
struct act_list_input { str etat, q; int64_t page; };
/* Another page may name whom the act is for, and from when: the draft begins with that line. */
struct act_new_input { str modele, objet, matricule; int64_t structure; struct date effet; };
struct act_submit_input { int64_t projet, version; };
struct act_subject_input { int64_t projet, version; str objet, visas, articles, ampliations; };
struct act_why_input { int64_t projet; str motif; };
struct act_approve_input { int64_t projet; str empreinte; };
struct act_correct_input { int64_t projet, acte; str correction; };
struct act_line_input {
	int64_t projet, ligne, echelle, echelon, indice, corps;
	struct date effet, fin;
	str categorie, structure, statut, position, observation;
};
struct act_agents_input {
	int64_t projet, echelle, echelon, indice, corps;
	struct date effet, fin;
	str liste, categorie, structure, statut, position, observation;
	struct texts coches;
	struct upload fichier;
};
struct act_search_input { int64_t projet; str q; };
struct act_many_input { str geste; struct texts actes; };
struct act_delegate_input { str a_qui, reference; struct date debut, fin; };
struct act_delegation_input { int64_t delegation; };
struct act_copy_input { int64_t acte; };

extern const struct field ACT_INPUT[], ACT_ALONE[], ACT_LIST_INPUT[], ACT_NEW_INPUT[], ACT_NEW_PAGE_INPUT[], ACT_SUBMIT_INPUT[], ACT_TEXT_INPUT[], ACT_WHY_INPUT[], ACT_ABANDON_INPUT[], ACT_APPROVE_INPUT[], ACT_CORRECT_INPUT[],
	ACT_LINE_INPUT[], ACT_LINE_PAGE_INPUT[], ACT_AGENTS_INPUT[], ACT_SEARCH_INPUT[], ACT_MANY_INPUT[], ACT_WAITING_INPUT[], ACT_DELEGATE_INPUT[], ACT_DELEGATION_INPUT[], ACT_COPY_INPUT[];

extern const struct query ACT_BASKETS, ACT_LIST, ACT_MODELS, ACT_ISSUERS, ACT_NEW, ACT_ONE, ACT_PARTS, ACT_LINES, ACT_REJECTS, ACT_THREAD, ACT_STEPS, ACT_MINE, ACT_FINDINGS, ACT_SUBJECT,
	ACT_SET_PARTS, ACT_ADD, ACT_FIND, ACT_LINE, ACT_SET_LINE, ACT_DROP_LINE, ACT_DROP_REFUSED, ACT_DISMISS, ACT_ABANDON, ACT_SUBMIT, ACT_WITHDRAW, ACT_AGAIN, ACT_CORRECT,
	ACT_CORPS, ACT_STATUSES, ACT_POSITIONS, ACT_EXPORT, ACT_WAITING, ACT_VISA, ACT_SIGN, ACT_BACK, ACT_MANY, ACT_DELEGATIONS, ACT_DELEGATE, ACT_END_DELEGATION,
	ACT_PREVIEW, ACT_PREVIEW_PARTS, ACT_PREVIEW_LINES, ACT_COPY, ACT_COPY_PARTS, ACT_COPY_LINES, ACT_KEEP_COPY;

/* list.c */
ask_fn act_list_ask, act_many_ask, act_waiting_ask;
answer_fn act_list_answer, act_new_answer, act_waiting_answer, act_many_answer;
/* one.c */
ask_fn act_ask, act_text_ask;
answer_fn act_answer, act_text_answer, act_correct_answer, act_export_answer;
/* lines.c */
ask_fn act_agents_page_ask, act_agents_ask, act_search_ask, act_line_ask, act_set_line_ask;
then_fn act_agents_then;
answer_fn act_agents_page_answer, act_agents_answer, act_search_answer, act_line_answer;
/* files.c */
ask_fn act_copy_ask;
answer_fn act_preview_answer, act_sealed_answer, act_copy_answer;
then_fn act_copy_then;

void act_show_choices(const struct request *req, struct page *page, const struct results *got, const struct rows *line);
#endif
