/* Routes of the circuit: a desk's pages of one file, a quarter in one go, the list to sign; the agent's computation, booklet and review. What
 * may be done is decided by the functions of pensions_api; pages show what they answered. */
#include "circuit.h"

static const struct field FILE_ONLY[] = { FIELD_ID(struct circuit_input, dossier), FIELDS_END };
static const struct field APPROVE[] = { FIELD_ID(struct circuit_approve_input, dossier), FIELD_CHOICE(struct circuit_approve_input, etape, "etat_services|liquidation|controle|signature"),
	FIELD_TEXT(struct circuit_approve_input, empreinte, 64), FIELDS_END };
static const struct field WHY[] = { FIELD_ID(struct circuit_why_input, dossier), FIELD_LINES(struct circuit_why_input, motif, 500), FIELDS_END };
static const struct field TURN_DOWN[] = { FIELD_ID(struct circuit_why_input, dossier), FIELD_LINES(struct circuit_why_input, motif_rejet, 1000), FIELDS_END };
static const struct field RECEIPT[] = { FIELD_ID(struct circuit_receipt_input, dossier), FIELD_CHOICE(struct circuit_receipt_input, organisme, "FNRB|CNSS|TRESOR"),
	FIELD_TEXT(struct circuit_receipt_input, reference, 80), FIELD_DATE(struct circuit_receipt_input, recu_le), FIELDS_END };
static const struct field PAYMENT[] = { FIELD_ID(struct circuit_receipt_input, dossier), FIELD_DATE(struct circuit_receipt_input, paiement_le), FIELDS_END };
static const struct field ANSWER[] = { FIELD_ID(struct circuit_answer_input, dossier), FIELD_ID(struct circuit_answer_input, recours), FIELD_CHOICE(struct circuit_answer_input, decision, "accepter|refuser"),
	FIELD_LINES(struct circuit_answer_input, reponse, 2000), FIELDS_END };
static const struct field REVIEW[] = { FIELD_LINES(struct circuit_review_input, texte, 4000), FIELDS_END };
static const struct field LOTS[] = { OPTIONAL_DATE(struct circuit_lots_input, trimestre), OPTIONAL_INT(struct circuit_lots_input, page, 1, 10000), FIELDS_END };
static const struct field LAUNCH[] = { FIELD_DATE(struct circuit_lots_input, trimestre), FIELDS_END };
static const struct field SIGN[] = { FIELD_TEXTS(struct circuit_sign_input, dossiers, 100, 500), FIELDS_END };

const struct query CIRCUIT_OPEN = { "select * from pensions_api.open_circuit($1)", .takes = "dossier" };
const struct query CIRCUIT_HEAD = { "select * from pensions_api.circuit_head($1)", .takes = "dossier", .shows = "." };
const struct query CIRCUIT_STEPS = { "select * from pensions_api.steps_of($1)", .takes = "dossier", .shows = "STEPS" };
const struct query CIRCUIT_MINE = { "select * from pensions_api.mine_to_do($1)", .takes = "dossier" };
const struct query CIRCUIT_THREAD = { "select * from pensions_api.circuit_thread($1)", .takes = "dossier", .shows = "THREAD" };
const struct query CIRCUIT_FUNDS = { "select * from pensions_api.file_funds($1)", .takes = "dossier" };
const struct query CIRCUIT_LINES = { "select * from pensions_api.file_lines($1)", .takes = "dossier" };
const struct query CIRCUIT_WAITS = { "select * from pensions_api.file_waits($1)", .takes = "dossier" };
const struct query CIRCUIT_CHANGES = { "select * from pensions_api.file_gone($1)", .takes = "dossier" };
const struct query CIRCUIT_TRANSFERS = { "select * from pensions_api.transfers_of($1)", .takes = "dossier", .shows = "TRANSFERS" };
const struct query CIRCUIT_REVIEWS = { "select * from pensions_api.file_reviews($1)", .takes = "dossier", .shows = "REVIEWS" };
const struct query CIRCUIT_INPUT = { "select * from pensions_api.computation_input($1)", .takes = "dossier" };
const struct query CIRCUIT_PERSON = { "select * from pensions_api.file_person($1)", .takes = "dossier" };
const struct query CIRCUIT_SERVICES = { "select * from pensions_api.file_services($1)", .takes = "dossier" };
const struct query CIRCUIT_FACTS = { "select * from pensions_api.file_facts($1)", .takes = "dossier" };
const struct query CIRCUIT_GAPS = { "select * from pensions_api.file_gaps($1)", .takes = "dossier" };
const struct query CIRCUIT_PARAMETERS = { "select * from pensions_api.parameters()" };
const struct query CIRCUIT_KEEP = { "select * from pensions_api.keep_liquidation($1, $2, $3::text::jsonb)" };
const struct query CIRCUIT_BOOKLET = { "select * from pensions_api.file_booklet($1)", .takes = "dossier" };
static const struct query CIRCUIT_APPROVE = { "select pensions_api.approve($1, $2, $3)", .takes = "dossier etape empreinte" };
static const struct query CIRCUIT_RETURN = { "select pensions_api.send_back($1, $2)", .takes = "dossier motif" };
static const struct query CIRCUIT_TURN_DOWN = { "select pensions_api.turn_down($1, $2)", .takes = "dossier motif_rejet" };
static const struct query CIRCUIT_AGAIN = { "select pensions_api.seal_again($1)", .takes = "dossier" };
static const struct query CIRCUIT_RECEIPT = { "select pensions_api.acknowledge($1, $2, $3, $4)", .takes = "dossier organisme reference recu_le" };
static const struct query CIRCUIT_PAYMENT = { "select pensions_api.set_first_payment($1, $2)", .takes = "dossier paiement_le" };
static const struct query CIRCUIT_ANSWER = { "select pensions_api.answer_review($1, $2, $3 = 'accepter', $4)", .takes = "dossier recours decision reponse" };
const struct query OWN_CIRCUIT_HEAD = { "select * from pensions_api.my_circuit()" };
const struct query OWN_CIRCUIT_FUNDS = { "select * from pensions_api.my_funds()" };
const struct query OWN_CIRCUIT_LINES = { "select * from pensions_api.my_lines()" };
const struct query OWN_CIRCUIT_WAITS = { "select * from pensions_api.my_waits()" };
const struct query OWN_CIRCUIT_CHANGES = { "select * from pensions_api.my_gone()" };
const struct query OWN_CIRCUIT_BOOKLET = { "select * from pensions_api.my_booklet()" };
const struct query OWN_REVIEW_HEAD = { "select * from pensions_api.my_review()" };
const struct query OWN_REVIEWS = { "select * from pensions_api.my_reviews()", .shows = "REVIEWS" };
static const struct query OWN_ASK_REVIEW = { "select pensions_api.ask_review($1) as location", .takes = "texte" };
const struct query LOTS_QUARTERS = { "select * from pensions_api.lots_quarters()" };
const struct query LOTS_SUMMARY = { "select * from pensions_api.lots_summary($1)" };
const struct query LOTS_WAITS = { "select * from pensions_api.lots_waits($1)", .shows = "WAITS" };
const struct query LOTS_FILES = { "select * from pensions_api.lots_files($1, $2, $3)" };
const struct query LOTS_BATCH = { "select * from pensions_api.lots_batch($1)" };
const struct query LOTS_LAUNCH = { "select pensions_api.launch_batch($1)", .takes = "trimestre" };
const struct query SIGN_LIST = { "select * from pensions_api.sign_list(500)" };
const struct query SIGN_MANY = { "select * from pensions_api.sign_many($1::text::bigint[], $2::text::text[])" };

#define DESK &PENSIONS_DESK
#define FILE INPUT(struct circuit_input, FILE_ONLY)
#define CIRCUIT "/pensions/dossiers/{dossier}/circuit"
static const struct route routes[] = {
	{ METHOD_GET, "/pensions/dossiers/{dossier}/calcul", DESK, FILE, QUERIES(&CIRCUIT_OPEN, &CIRCUIT_HEAD, &CIRCUIT_MINE, &CIRCUIT_FUNDS, &CIRCUIT_LINES, &CIRCUIT_WAITS, &CIRCUIT_CHANGES),
	  .answer = circuit_calcul_answer, .page = "pensions/calcul", .flags = ROUTE_RECORDS, .queue = QUEUE_SEARCH },
	{ METHOD_POST, "/pensions/dossiers/{dossier}/calculer", DESK, FILE,
	  QUERIES(&CIRCUIT_INPUT, &CIRCUIT_PERSON, &CIRCUIT_SERVICES, &CIRCUIT_FACTS, &CIRCUIT_GAPS, &CIRCUIT_PARAMETERS, &CIRCUIT_KEEP), .then = circuit_compute_then,
	  .on_problem = "/pensions/dossiers/{dossier}/calcul", .done = "/pensions/dossiers/{dossier}/calcul?fait=pension_calculee", .ask = circuit_compute_ask, .flags = ROUTE_NO_KEY },
	{ METHOD_GET, CIRCUIT, DESK, FILE,
	  QUERIES(&CIRCUIT_OPEN, &CIRCUIT_HEAD, &CIRCUIT_STEPS, &CIRCUIT_MINE, &CIRCUIT_FUNDS, &CIRCUIT_TRANSFERS, &CIRCUIT_REVIEWS, &CIRCUIT_THREAD), .answer = circuit_page_answer,
	  .page = "pensions/circuit", .flags = ROUTE_RECORDS, .queue = QUEUE_SEARCH },
	{ METHOD_POST, "/pensions/dossiers/{dossier}/approuver", DESK, INPUT(struct circuit_approve_input, APPROVE), QUERIES(&CIRCUIT_APPROVE), .on_problem = CIRCUIT, .done = CIRCUIT "?fait=pension_accord" },
	{ METHOD_POST, "/pensions/dossiers/{dossier}/rendre", DESK, INPUT(struct circuit_why_input, WHY), QUERIES(&CIRCUIT_RETURN), .on_problem = CIRCUIT, .done = CIRCUIT "?fait=pension_rendue" },
	{ METHOD_POST, "/pensions/dossiers/{dossier}/rejeter", DESK, INPUT(struct circuit_why_input, TURN_DOWN), QUERIES(&CIRCUIT_TURN_DOWN), .on_problem = CIRCUIT, .done = CIRCUIT "?fait=pension_rejetee" },
	{ METHOD_POST, "/pensions/dossiers/{dossier}/sceller", DESK, FILE, QUERIES(&CIRCUIT_AGAIN), .on_problem = CIRCUIT, .done = CIRCUIT },
	{ METHOD_POST, "/pensions/dossiers/{dossier}/accuse", DESK, INPUT(struct circuit_receipt_input, RECEIPT), QUERIES(&CIRCUIT_RECEIPT), .on_problem = CIRCUIT, .done = CIRCUIT "?fait=pension_recue" },
	{ METHOD_POST, "/pensions/dossiers/{dossier}/premier-paiement", DESK, INPUT(struct circuit_receipt_input, PAYMENT), QUERIES(&CIRCUIT_PAYMENT), .on_problem = CIRCUIT,
	  .done = CIRCUIT "?fait=pension_payee" },
	{ METHOD_POST, "/pensions/dossiers/{dossier}/recours/{recours}", DESK, INPUT(struct circuit_answer_input, ANSWER), QUERIES(&CIRCUIT_ANSWER), .on_problem = CIRCUIT,
	  .done = CIRCUIT "?fait=recours_repondu" },
	{ METHOD_GET, "/pensions/dossiers/{dossier}/livret.pdf", DESK, FILE, QUERIES(&CIRCUIT_OPEN, &CIRCUIT_BOOKLET), .answer = circuit_booklet_answer, .flags = ROUTE_RECORDS, .queue = QUEUE_SLOW },
	{ METHOD_GET, "/pensions/lots", DESK, INPUT(struct circuit_lots_input, LOTS), circuit_lots_ask, QUERIES(&LOTS_QUARTERS, &LOTS_SUMMARY, &LOTS_WAITS, &LOTS_FILES, &LOTS_BATCH),
	  .answer = circuit_lots_answer, .page = "pensions/circuit-lots", .on_problem = "/pensions/lots", .queue = QUEUE_SEARCH },
	{ METHOD_POST, "/pensions/lots", DESK, INPUT(struct circuit_lots_input, LAUNCH), QUERIES(&LOTS_LAUNCH), .answer = circuit_launch_answer, .on_problem = "/pensions/lots", .done = "/pensions/lots" },
	{ METHOD_GET, "/pensions/signature", DESK, QUERIES(&SIGN_LIST), .answer = circuit_sign_answer, .page = "pensions/circuit-sign", .queue = QUEUE_SEARCH },
	{ METHOD_POST, "/pensions/signature", DESK, INPUT(struct circuit_sign_input, SIGN), circuit_sign_many_ask, QUERIES(&SIGN_MANY), .answer = circuit_sign_many_answer,
	  .on_problem = "/pensions/signature", .done = "/pensions/signature" },

	{ METHOD_GET, "/carriere/pension/dossier/calcul", &CAREER_OWN, QUERIES(&OWN_CIRCUIT_HEAD, &OWN_CIRCUIT_FUNDS, &OWN_CIRCUIT_LINES, &OWN_CIRCUIT_WAITS, &OWN_CIRCUIT_CHANGES),
	  .answer = circuit_own_calcul_answer, .page = "pensions/calcul-own" },
	{ METHOD_GET, "/carriere/pension/dossier/livret.pdf", &CAREER_OWN, QUERIES(&OWN_CIRCUIT_BOOKLET), .answer = circuit_own_booklet_answer, .queue = QUEUE_SLOW },
	{ METHOD_GET, "/carriere/pension/dossier/recours", &CAREER_OWN, QUERIES(&OWN_REVIEW_HEAD, &OWN_REVIEWS), .answer = circuit_review_answer, .page = "pensions/circuit-review" },
	{ METHOD_POST, "/carriere/pension/dossier/recours", &CAREER_OWN, INPUT(struct circuit_review_input, REVIEW), QUERIES(&OWN_ASK_REVIEW), .on_problem = "/carriere/pension/dossier/recours",
	  .done = "/carriere/pension/dossier/recours?fait=recours_depose" },
	ROUTES_END,
};
const struct service pensions_circuit_service = { "pensions", routes };
