/* Inside requests/: filing a request, section by section. The same handlers serve a person with an account (/demarches/{service}/demande)
 * and a visitor (/sans-compte/{service}), each under the permission of its route. */
#ifndef GUICHET_REQUESTS_FILING_H
#define GUICHET_REQUESTS_FILING_H
#include "guichet/app.h"

#define FILING_BODY_MOST (32u * 1024 * 1024)
#define VISITOR_BODY_MOST (12u * 1024 * 1024)
enum { SECTIONS_MOST = 20, FAULTS_MOST = 60, PLACES_MOST = 600 };

struct step_input { str service; int64_t etape; bool revoir; str fichier; str cause; };
struct save_input { str service; int64_t etape; str geste; struct parameters reponses; };
struct prove_input { str service; str code; };
struct file_input { str service; bool accord; };
extern const struct field STEP_INPUT[], RESUME_INPUT[], SAVE_INPUT[], FILE_INPUT[], SERVICE_INPUT[], PROVE_INPUT[];
extern const struct query DRAFT, PLACES, NAMED_PLACES, SAVE, FILE_IT, DROP_DRAFT, VISITOR_SENDS, SEND_CONTACT_CODE, PROVE_CONTACT, CONTACT_OF;

/* The draft as the database has it, made ready for the form of today. */
struct filing {
	const struct form *form;
	struct answers *answers, *facts;
	struct form_places places;
	int64_t version;
	bool there, newer;                  /* a draft exists; the form has changed since */
	const struct form_section *shown[SECTIONS_MOST];      /* sections whose condition holds */
	size_t shown_count;
};
/* PROBLEM_MISSING when the service is not there, PROBLEM_SIGNED_OUT when a visitor may not file it. */
struct problem filing_read(const struct request *req, const struct results *got, str service, struct filing *filing);
str  filing_base(const struct request *req, str service);         /* "/demarches/x/demande" or "/sans-compte/x" */
/* What a visitor answered as his contact, and its kind ("phone", "email"); absent when he gave none, and for a person with an account. */
str  filing_contact(const struct request *req, const struct filing *filing, const char **kind);
void filing_ask(const struct request *req, str service, struct batch *batch);
void filing_ask_named(const struct request *req, str service, struct batch *batch);

ask_fn  step_ask, save_ask, review_ask, file_ask, drop_draft_ask, contact_ask, prove_ask;
then_fn save_then, file_then, contact_then, prove_then;
answer_fn step_answer, save_answer, review_answer, prove_answer;
/* The part of the review page that asks for the code; true when nothing is owed before filing. */
bool draw_contact(const struct request *req, const struct filing *filing, const struct rows *check, struct page *page);
#endif
