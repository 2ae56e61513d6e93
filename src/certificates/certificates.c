/* Certificates, the routes: an agent asks for one and sees why before he does; what his file proves is issued at once, the rest goes
 * to the desk in charge, which establishes what is missing or refuses with a reason. */
#include "certificates.h"

static const struct route routes[] = {
	{ METHOD_GET, "/carriere/attestations", &CAREER_OWN, INPUT(struct own_list_input, OWN_LIST_FIELDS), own_list_ask,
	  QUERIES(&MY_KINDS, &MY_CERTIFICATE_REQUESTS), .answer = own_list_answer, .page = "certificates/own", .on_problem = "/carriere/attestations" },
	{ METHOD_GET, "/carriere/attestations/demande/{nature}", &CAREER_OWN, INPUT(struct own_kind_input, OWN_KIND_FIELDS),
	  QUERIES(&MY_KIND, &MY_CONDITIONS), .page = "certificates/ask" },
	{ METHOD_POST, "/carriere/attestations/demande/{nature}", &CAREER_OWN, INPUT(struct own_ask_input, OWN_ASK_FIELDS), own_ask_ask,
	  QUERIES(&MY_ASK), .answer = own_ask_answer, .on_problem = "/carriere/attestations/demande/{nature}", .done = "/carriere/attestations" },
	{ METHOD_GET, "/carriere/attestations/{attestation}", &CAREER_OWN, INPUT(struct own_one_input, OWN_ONE_FIELDS),
	  QUERIES(&MY_CERTIFICATE_REQUEST, &MY_FINDINGS, &MY_EVENTS), .page = "certificates/own-one" },
	{ METHOD_GET, "/carriere/attestations/{attestation}/pdf", &CAREER_OWN, INPUT(struct own_one_input, OWN_ONE_FIELDS), QUERIES(&MY_FILE),
	  .answer = own_file_answer, .queue = QUEUE_SLOW },
	{ METHOD_POST, "/carriere/attestations/{attestation}/retirer", &CAREER_OWN, INPUT(struct own_one_input, OWN_ONE_FIELDS), QUERIES(&MY_WITHDRAW),
	  .done = "/carriere/attestations/{attestation}?fait=attestation_retiree" },
	{ METHOD_POST, "/carriere/attestations/{attestation}/relancer", &CAREER_OWN, INPUT(struct own_one_input, OWN_ONE_FIELDS), QUERIES(&MY_RETRY),
	  .done = "/carriere/attestations/{attestation}" },

	{ METHOD_GET, "/attestations", &CERTIFICATES_DESK, INPUT(struct desk_list_input, DESK_LIST_FIELDS), desk_list_ask,
	  QUERIES(&DESK_COUNTS, &DESK_BASKET, &DESK_DESKS, &DESK_KINDS), .answer = desk_list_answer, .page = "certificates/basket",
	  .on_problem = "/attestations", .queue = QUEUE_SEARCH },
	{ METHOD_GET, "/attestations/liste", &CERTIFICATES_DESK, INPUT(struct desk_list_input, DESK_EXPORT_FIELDS), desk_export_ask, QUERIES(&DESK_EXPORT),
	  .answer = desk_export_answer, .flags = ROUTE_RECORDS, .queue = QUEUE_SLOW },
	{ METHOD_GET, "/attestations/{demande}", &CERTIFICATES_DESK, INPUT(struct desk_one_input, DESK_ONE_FIELDS),
	  QUERIES(&DESK_OPEN, &DESK_HEAD, &DESK_CONDITIONS, &CERTIFICATE_LINES, &DESK_EVENTS, &DESK_REFUSALS), .page = "certificates/request", .flags = ROUTE_RECORDS },
	{ METHOD_GET, "/attestations/{demande}/pdf", &CERTIFICATES_DESK, INPUT(struct desk_one_input, DESK_ONE_FIELDS), QUERIES(&DESK_OPEN, &DESK_FILE),
	  .answer = desk_file_answer, .flags = ROUTE_RECORDS, .queue = QUEUE_SLOW },
	{ METHOD_POST, "/attestations/{demande}/confirmer", &CERTIFICATES_DESK, INPUT(struct desk_decide_input, DESK_CONFIRM_FIELDS), QUERIES(&DESK_CONFIRM),
	  .on_problem = "/attestations/{demande}", .done = "/attestations/{demande}?fait=attestation_etablie" },
	{ METHOD_POST, "/attestations/{demande}/verifier", &CERTIFICATES_DESK, INPUT(struct desk_one_input, DESK_ONE_FIELDS), QUERIES(&DESK_RECHECK),
	  .on_problem = "/attestations/{demande}", .done = "/attestations/{demande}?fait=attestation_verifiee" },
	{ METHOD_POST, "/attestations/{demande}/refuser", &CERTIFICATES_DESK, INPUT(struct desk_decide_input, DESK_REFUSE_FIELDS), QUERIES(&DESK_REFUSE),
	  .on_problem = "/attestations/{demande}", .done = "/attestations/{demande}?fait=attestation_refusee" },
	{ METHOD_POST, "/attestations/{demande}/annuler", &CERTIFICATES_DESK, INPUT(struct desk_decide_input, DESK_REVOKE_FIELDS), QUERIES(&DESK_REVOKE),
	  .on_problem = "/attestations/{demande}", .done = "/attestations/{demande}?fait=attestation_annulee" },
	ROUTES_END,
};
const struct service certificates_service = { "certificates", routes };
