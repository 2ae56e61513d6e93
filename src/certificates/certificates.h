/* Certificates: what the routes of the service share. The agent asks (own.c), a desk decides (desk.c), a job issues (issue.c). */
#ifndef GUICHET_CERTIFICATES_CERTIFICATES_H
#define GUICHET_CERTIFICATES_CERTIFICATES_H
#include "guichet/app.h"

struct own_list_input { int64_t page; };
struct own_one_input { int64_t attestation; };
struct own_kind_input { str nature; };
struct own_ask_input {
	str  nature;
	bool par_decret;
	str  fonction, decret, predecesseur, predecesseur_matricule;
};
extern const struct field OWN_LIST_FIELDS[], OWN_ONE_FIELDS[], OWN_KIND_FIELDS[], OWN_ASK_FIELDS[];
extern const struct query MY_KINDS, MY_CERTIFICATE_REQUESTS, MY_KIND, MY_CONDITIONS, MY_CERTIFICATE_REQUEST, MY_FINDINGS, MY_EVENTS, MY_FILE, MY_ASK, MY_WITHDRAW, MY_RETRY;
ask_fn    own_list_ask, own_ask_ask;
answer_fn own_list_answer, own_ask_answer, own_file_answer;

struct desk_list_input {
	str     panier, nature, q, format;
	int64_t bureau, page;
};
struct desk_one_input { int64_t demande; };
struct desk_decide_input {
	int64_t demande;
	str     condition, fait, justification, motif, explication;
};
extern const struct field DESK_LIST_FIELDS[], DESK_EXPORT_FIELDS[], DESK_ONE_FIELDS[], DESK_CONFIRM_FIELDS[], DESK_REFUSE_FIELDS[], DESK_REVOKE_FIELDS[];
extern const struct query DESK_COUNTS, DESK_BASKET, DESK_DESKS, DESK_KINDS, DESK_EXPORT, DESK_OPEN, DESK_HEAD, DESK_CONDITIONS, CERTIFICATE_LINES, DESK_EVENTS,
	DESK_REFUSALS, DESK_FILE, DESK_CONFIRM, DESK_RECHECK, DESK_REFUSE, DESK_REVOKE;
ask_fn    desk_list_ask, desk_export_ask;
answer_fn desk_list_answer, desk_export_answer, desk_file_answer;

#define CERTIFICATE_KINDS "presence_poste|non_radiation|validite_services|etat_services"
/* The PDF that the one row (sha256, file_name) names, out of the store; PROBLEM_MISSING when there is no row. */
struct reply certificate_file(const struct request *req, const struct rows *file);
#endif
