/* A pension file from the état des services to the booklet: computed, approved by four hands, sealed, handed over, reviewed. */
#ifndef GUICHET_PENSIONS_CIRCUIT_H
#define GUICHET_PENSIONS_CIRCUIT_H
#include "career_rows.h"
#include "guichet/app.h"
#include "guichet/job.h"

/* ---- computing, pure ---- */

/* The computations of a file, one a fund, as the JSON array that pensions_api.keep_liquidation reads: every line with its words, every
 * wait with what to do. `funds` is "FNRB", "CNSS" or "FNRB CNSS". */
str circuit_computed(struct arena *arena, const struct career_rows *rows, str funds, struct date leave);
/* The same of one computation that is already made, for tests. */
str circuit_liquidation_json(struct arena *arena, const struct simulation *sim, const struct liquidation *got, enum regime fund, const struct rules *rules, const struct rows *services);

/* ---- jobs ---- */
bool circuit_liquidate(struct job *job);
bool circuit_liquidate_many(struct job *job);
bool circuit_seal_one(struct job *job);
bool circuit_seal_many(struct job *job);

/* ---- pages ---- */
struct circuit_input { int64_t dossier; };
struct circuit_approve_input { int64_t dossier; str etape, empreinte; };
struct circuit_why_input { int64_t dossier; str motif, motif_rejet; };
struct circuit_receipt_input { int64_t dossier; str organisme, reference; struct date recu_le, paiement_le; };
struct circuit_answer_input { int64_t dossier, recours; str decision, reponse; };
struct circuit_review_input { str texte; };
struct circuit_lots_input { struct date trimestre; int64_t page; };
struct circuit_sign_input { struct texts dossiers; };

then_fn circuit_compute_then;
ask_fn circuit_compute_ask, circuit_lots_ask, circuit_sign_many_ask;
answer_fn circuit_calcul_answer, circuit_own_calcul_answer, circuit_page_answer, circuit_booklet_answer, circuit_own_booklet_answer, circuit_review_answer,
	circuit_lots_answer, circuit_launch_answer, circuit_sign_answer, circuit_sign_many_answer;

extern const struct query CIRCUIT_OPEN, CIRCUIT_HEAD, CIRCUIT_STEPS, CIRCUIT_MINE, CIRCUIT_THREAD, CIRCUIT_FUNDS, CIRCUIT_LINES, CIRCUIT_WAITS, CIRCUIT_CHANGES,
	CIRCUIT_TRANSFERS, CIRCUIT_REVIEWS, CIRCUIT_INPUT, CIRCUIT_PERSON, CIRCUIT_SERVICES, CIRCUIT_FACTS, CIRCUIT_GAPS, CIRCUIT_PARAMETERS, CIRCUIT_KEEP, CIRCUIT_BOOKLET,
	OWN_CIRCUIT_HEAD, OWN_CIRCUIT_FUNDS, OWN_CIRCUIT_LINES, OWN_CIRCUIT_WAITS, OWN_CIRCUIT_CHANGES, OWN_CIRCUIT_BOOKLET, OWN_REVIEW_HEAD, OWN_REVIEWS,
	LOTS_QUARTERS, LOTS_SUMMARY, LOTS_WAITS, LOTS_FILES, LOTS_BATCH, LOTS_LAUNCH, SIGN_LIST, SIGN_MANY;
#endif
