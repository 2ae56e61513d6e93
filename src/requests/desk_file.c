/* One request for its desk, and the gestures: each is one function of SQL that checks reach, role and state by itself. */
#include "desk.h"
#include "own.h"

const struct field DESK_INPUT[] = { FIELD_ID(struct desk_input, demande), OPTIONAL_TEXT(struct desk_input, onglet, 20), FIELDS_END };
const struct field TAKE_INPUT[] = { FIELD_ID(struct desk_input, demande), FIELDS_END };
const struct field JOIN_INPUT[] = { FIELD_ID(struct join_input, demande), FIELD_ID(struct join_input, acte), FIELDS_END };
const struct field NOTE_INPUT[] = { FIELD_ID(struct note_input, demande), FIELD_LINES(struct note_input, message, 1500), FIELD_BOOL(struct note_input, interne), FIELDS_END };
const struct field ASSIGN_INPUT[] = { FIELD_ID(struct assign_input, demande), FIELD_TEXT(struct assign_input, cible, 40), OPTIONAL_LINES(struct assign_input, note, 500), FIELDS_END };
const struct field ASK_INPUT[] = { FIELD_ID(struct ask_input, demande), FIELD_TEXT(struct ask_input, piece, 200), OPTIONAL_LINES(struct ask_input, note, 1000), FIELDS_END };
const struct field OPINION_INPUT[] = { FIELD_ID(struct opinion_input, demande), FIELD_TEXT(struct opinion_input, aupres, 40), FIELD_LINES(struct opinion_input, question, 1000), FIELDS_END };
const struct field VERDICT_INPUT[] = { FIELD_ID(struct verdict_input, demande), FIELD_ID(struct verdict_input, avis), FIELD_CHOICE(struct verdict_input, verdict, "favorable|reserve|defavorable"),
	FIELD_LINES(struct verdict_input, reponse, 2000), FIELDS_END };
const struct field PROPOSE_INPUT[] = { FIELD_ID(struct propose_input, demande), FIELD_CHOICE(struct propose_input, issue, "favorable|rejet"), FIELD_LINES(struct propose_input, texte, 8000),
	OPTIONAL_TEXT(struct propose_input, motif, 40), FIELD_CHOICE(struct propose_input, geste, "garder|proposer"), FIELDS_END };
const struct field APPROVE_INPUT[] = { FIELD_ID(struct approve_input, demande), FIELD_INT(struct approve_input, version, 1, 100000), FIELDS_END };
const struct field WORDS_INPUT[] = { FIELD_ID(struct words_input, demande), FIELD_LINES(struct words_input, mots, 2000),
	OPTIONAL_CHOICE(struct words_input, decision, "maintenue|rouverte"), FIELDS_END };
const struct field AWAY_INPUT[] = { FIELD_DATE(struct away_input, debut), FIELD_DATE(struct away_input, fin), FIELD_TEXT(struct away_input, cible, 40), FIELDS_END };
const struct field BACK_INPUT[] = { FIELD_ID(struct back_input, absence), FIELDS_END };
const struct field CASE_INPUT[] = { FIELD_ID(struct case_input, cas), FIELD_LINES(struct case_input, suite, 1000), FIELDS_END };

const struct query OPEN_FILE = { "select * from requests_api.open_file($1)", .takes = "demande", .shows = "." };
const struct query NEIGHBOURS = { "select * from requests_api.neighbours($1)", .takes = "demande", .shows = "NEAR" };
const struct query DESK_THREAD = { "select * from requests_api.desk_thread($1)", .takes = "demande", .shows = "THREAD" };
const struct query DESK_PATH = { "select * from requests_api.desk_path($1)", .takes = "demande", .shows = "PATH" };
const struct query DESK_COMPLEMENTS = { "select * from requests_api.desk_complements($1)", .takes = "demande", .shows = "COMPLEMENTS" };
const struct query DESK_OPINIONS = { "select * from requests_api.desk_opinions($1)", .takes = "demande", .shows = "OPINIONS" };
const struct query REASONS = { "select * from requests_api.reasons($1)", .takes = "demande", .shows = "REASONS", .keeps = "motif REASONS.REASON" };
const struct query TARGETS = { "select * from requests_api.targets($1)", .takes = "demande", .keeps = "aupres DESKS.TARGET, cible DESKS.TARGET, cible PEOPLE.TARGET" };
const struct query DESK_PIECES = { "select * from requests_api.pieces($1)", .takes = "demande", .shows = "PIECES" };
const struct query DESK_LINES = { "select * from requests_api.lines($1)", .takes = "demande", .shows = "LINES" };
const struct query DESK_CLOCK = { "select * from requests_api.clock($1)", .takes = "demande" };
const struct query PAPERED_ACTS = { "select * from requests_api.papered_acts($1)", .takes = "demande", .shows = "ACTS" };
const struct query HAND = { "select * from requests_api.hand($1, $2)" };
const struct query JOIN_ACT = { "select * from requests_api.join_act($1, $2, $3)" };
const struct query TAKE = { "select * from requests_api.take($1, $2)" };
const struct query ASSIGN = { "select * from requests_api.assign($1, $2, $3, $4)" };
const struct query ASK_PIECE = { "select * from requests_api.ask_piece($1, $2, $3, $4)" };
const struct query ASK_OPINION = { "select * from requests_api.ask_opinion($1, $2, $3, $4)" };
const struct query GIVE_OPINION = { "select * from requests_api.give_opinion($1, $2, $3, $4, $5)" };
const struct query PROPOSE = { "select * from requests_api.propose($1, $2, $3, $4, $5, $6)" };
const struct query APPROVE = { "select * from requests_api.approve($1, $2, $3::int, $4)" };
const struct query SEND_BACK = { "select * from requests_api.send_back($1, $2, $3)" };
const struct query WRITE_NOTE = { "select * from requests_api.write_note($1, $2, $3, $4)" };
const struct query JUDGE = { "select * from requests_api.judge($1, $2, $3, $4)" };
const struct query REOPEN = { "select * from requests_api.reopen($1, $2, $3)" };
const struct query ABSENCES = { "select * from requests_api.my_absences()", .takes = NULL, .shows = "ABSENCES" };
const struct query COLLEAGUES = { "select * from requests_api.colleagues()", .takes = NULL, .shows = "COLLEAGUES", .keeps = "cible COLLEAGUES.TARGET" };
const struct query BE_AWAY = { "select * from requests_api.be_away($1, $2, $3, $4)" };
const struct query BE_BACK = { "select * from requests_api.be_back($1, $2)" };
const struct query CASES = { "select * from requests_api.open_cases()", .takes = NULL, .shows = "CASES" };
const struct query CLOSE_CASE = { "select * from requests_api.close_case($1, $2, $3)" };

static str
here(const struct request *req, int64_t request, const char *done)
{
	return arena_format(req->arena, "/corbeilles/%.*s?fait=%s", STR_ARGS(opaque_text(req->arena, request)), done);
}

struct reply
desk_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct problem problem = page_bind_all(req, got, page);
	const struct rows *targets = results_of(got, &TARGETS), *row = results_of(got, &OPEN_FILE);
	size_t i;

	(void)input;
	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem);
	draw_clock(req, results_of(got, &DESK_CLOCK), page);
	for (i = 0; i < rows_count(targets); i++)
		page_bind_row(page_row(page, rows_bool(targets, i, "is_person") ? MARK("PEOPLE") : MARK("DESKS")), req->arena, targets, i);
	page_show(page, str_is(rows_text(row, 0, "reply_outcome"), "rejet") ? MARK("REPLY_NO") : MARK("REPLY_YES"));
	if (rows_bool(row, 0, "can_visa") || rows_bool(row, 0, "can_sign") || rows_bool(row, 0, "can_return"))
		page_show(page, MARK("SHOWS_REPLY"));
	if (!str_is(rows_text(row, 0, "turn_code"), "fini"))
		page_show(page, MARK("IS_OPEN"));
	return reply_page();
}

struct problem
take_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct desk_input *in = input;

	ASK(batch, &TAKE, ARG(in->demande), ARG(here(req, in->demande, "demande-prise")));
	return NO_PROBLEM;
}

struct problem
hand_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct desk_input *in = input;

	ASK(batch, &HAND, ARG(in->demande), ARG(here(req, in->demande, "demande-confiee")));
	return NO_PROBLEM;
}

struct problem
join_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct join_input *in = input;

	ASK(batch, &JOIN_ACT, ARG(in->demande), ARG(in->acte), ARG(here(req, in->demande, "copie-jointe")));
	return NO_PROBLEM;
}

struct problem
assign_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct assign_input *in = input;

	(void)req;
	ASK(batch, &ASSIGN, ARG(in->demande), ARG(in->cible), ARG(in->note), ARG(STR("/corbeilles?fait=demande-affectee")));
	return NO_PROBLEM;
}

struct problem
ask_piece_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct ask_input *in = input;

	ASK(batch, &ASK_PIECE, ARG(in->demande), ARG(in->piece), ARG(in->note), ARG(here(req, in->demande, "piece-demandee")));
	return NO_PROBLEM;
}

struct problem
opinion_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct opinion_input *in = input;

	ASK(batch, &ASK_OPINION, ARG(in->demande), ARG(in->aupres), ARG(in->question), ARG(here(req, in->demande, "avis-demande")));
	return NO_PROBLEM;
}

struct problem
verdict_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct verdict_input *in = input;

	ASK(batch, &GIVE_OPINION, ARG(in->demande), ARG(in->avis), ARG(in->verdict), ARG(in->reponse), ARG(here(req, in->demande, "avis-rendu")));
	return NO_PROBLEM;
}

struct problem
propose_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct propose_input *in = input;
	const bool send = str_is(in->geste, "proposer");

	if (utf8_count(in->texte) < 10)
		return problem_input("texte", "requests.say_more");
	ASK(batch, &PROPOSE, ARG(in->demande), ARG(in->issue), ARG(in->texte), ARG(in->motif), ARG(send), ARG(here(req, in->demande, send ? "reponse-partie" : "projet-garde")));
	return NO_PROBLEM;
}

static struct problem
approve(const struct request *req, const struct approve_input *in, const char *kind, struct batch *batch)
{
	ASK(batch, &APPROVE, ARG(in->demande), ARG(kind), ARG(in->version), ARG(here(req, in->demande, "reponse-partie")));
	return NO_PROBLEM;
}

struct problem
visa_ask(const struct request *req, const void *input, struct batch *batch)
{
	return approve(req, input, "visa", batch);
}

struct problem
sign_ask(const struct request *req, const void *input, struct batch *batch)
{
	return approve(req, input, "signature", batch);
}

struct problem
back_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct words_input *in = input;

	ASK(batch, &SEND_BACK, ARG(in->demande), ARG(in->mots), ARG(here(req, in->demande, "projet-renvoye")));
	return NO_PROBLEM;
}

struct problem
note_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct note_input *in = input;

	ASK(batch, &WRITE_NOTE, ARG(in->demande), ARG(in->message), ARG(in->interne), ARG(here(req, in->demande, "message-envoye")));
	return NO_PROBLEM;
}

struct problem
judge_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct words_input *in = input;

	if (str_empty(in->decision))
		return problem_input("decision", "field.not_a_choice");
	ASK(batch, &JUDGE, ARG(in->demande), ARG(in->decision), ARG(in->mots), ARG(here(req, in->demande, "contestation-jugee")));
	return NO_PROBLEM;
}

struct problem
reopen_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct words_input *in = input;

	ASK(batch, &REOPEN, ARG(in->demande), ARG(in->mots), ARG(here(req, in->demande, "demande-rouverte")));
	return NO_PROBLEM;
}

struct problem
away_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct away_input *in = input;

	(void)req;
	ASK(batch, &BE_AWAY, ARG(in->debut), ARG(in->fin), ARG(in->cible), ARG(STR("/corbeilles/absence?fait=absence-notee")));
	return NO_PROBLEM;
}

struct problem
be_back_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct back_input *in = input;

	(void)req;
	ASK(batch, &BE_BACK, ARG(in->absence), ARG(STR("/corbeilles/absence")));
	return NO_PROBLEM;
}

struct problem
case_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct case_input *in = input;

	(void)req;
	ASK(batch, &CLOSE_CASE, ARG(in->cas), ARG(in->suite), ARG(STR("/corbeilles/insatisfaits?fait=cas-clos")));
	return NO_PROBLEM;
}
