/* One file at the desk: read with a line in the agent's journal, moved, completed; and a file opened by the service. */
#include "files.h"

const struct field FILES_ONE_FIELDS[] = { FIELD_ID(struct files_one_input, dossier), FIELDS_END };
const struct field FILES_PAPER_FIELDS[] = { FIELD_ID(struct files_one_input, dossier), FIELD_ID(struct files_one_input, fait), FIELDS_END };
const struct field FILES_STEP_FIELDS[] = { FIELD_ID(struct files_step_input, dossier), FIELD_TEXT(struct files_step_input, vers, 20), FIELD_LINES(struct files_step_input, motif, 1000), FIELDS_END };
const struct field FILES_ACT_FIELDS[] = { FIELD_ID(struct files_act_input, dossier), FIELD_TEXT(struct files_act_input, acte, 200), OPTIONAL_DATE(struct files_act_input, date), FIELDS_END };
const struct field FILES_DECISION_FIELDS[] = {
	FIELD_ID(struct files_decision_input, dossier), FIELD_TEXT(struct files_decision_input, reference, 120), FIELD_DATE(struct files_decision_input, decision),
	FIELD_DATE(struct files_decision_input, depart), FIELD_FILE(struct files_decision_input, piece, FILE_COPY_MOST), FIELDS_END };
const struct field FILES_OPEN_FIELDS[] = {
	FIELD_MATRICULE(struct files_open_input, matricule), FIELD_CHOICE(struct files_open_input, nature, FILE_KINDS), OPTIONAL_DATE(struct files_open_input, depart),
	FIELD_LINES(struct files_open_input, motif, 1000), FIELDS_END };

const struct query FILES_ENTER = { "select * from pensions_api.open_file($1)", .takes = "dossier" };
const struct query FILES_HEAD = { "select * from pensions_api.desk_head($1)", .takes = "dossier", .shows = "." };
const struct query FILES_TRACK = { "select * from pensions_api.desk_track($1)", .takes = "dossier", .shows = "STEPS" };
const struct query FILES_MISSING = { "select * from pensions_api.desk_missing($1)", .takes = "dossier", .shows = "ACTS" };
const struct query FILES_EVENTS = { "select * from pensions_api.desk_events($1)", .takes = "dossier", .shows = "EVENTS" };
const struct query FILES_MOVES = { "select * from pensions_api.desk_moves($1)", .takes = "dossier", .shows = "MOVES" };
const struct query FILES_MAY = { "select * from pensions_api.desk_may($1)", .takes = "dossier", .shows = "." };
const struct query FILES_SERVICES = { "select * from pensions_api.desk_services($1)", .takes = "dossier", .shows = "SERVICES" };
const struct query FILES_FACTS = { "select * from pensions_api.desk_facts($1)", .takes = "dossier", .shows = "FACTS" };
const struct query FILES_PAPER = { "select * from pensions_api.desk_paper($1, $2)", .takes = "dossier fait" };
const struct query FILES_STEP = { "select pensions_api.step_file($1, $2, $3)", .takes = "dossier vers motif" };
const struct query FILES_ASK_ACT = { "select pensions_api.ask_act($1, $2, $3)", .takes = "dossier acte date" };
const struct query FILES_SEEN = { "select s.file_id from pensions_api.seen($1) s", .takes = "dossier" };
const struct query FILES_DECIDE = { "select pensions_api.record_decision($1, $2, $3, $4, $5::text::jsonb)" };
const struct query FILES_OPEN = { "select * from pensions_api.service_open($1, $2, $3, $4)", .takes = "matricule nature depart motif" };

struct reply
files_one_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct problem problem = page_bind_all(req, got, page);
	const struct rows *moves = results_of(got, &FILES_MOVES);
	bool way = false, end = false;

	(void)input;
	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem);
	/* Filing away is one of the choices, or folded away when there is no other. */
	for (size_t i = 0; i < rows_count(moves); i++) {
		way |= !rows_bool(moves, i, "is_end");
		end |= rows_bool(moves, i, "is_end");
	}
	page_show(page, way ? MARK("HAS_WAY") : end ? MARK("ONLY_END") : MARK("NO_MOVE"));
	return reply_page();
}

/* A stranger's bytes: saved, never shown by the browser. */
struct reply
files_paper_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *rows = results_of(got, &FILES_PAPER);

	(void)input;
	(void)page;
	if (rows_count(rows) != 1)
		return reply_problem(problem_of(PROBLEM_MISSING, "pensions.paper_missing"));
	return reply_stored(req, rows_text(rows, 0, "sha256"), rows_text(rows, 0, "type"), rows_text(rows, 0, "name"));
}

struct problem
files_decision_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct files_decision_input *in = input;

	(void)req;
	ASK(batch, &FILES_SEEN, ARG(in->dossier));
	return NO_PROBLEM;
}

/* The first segment has said that the asker has this file open. */
struct problem
files_decision_then(const struct request *req, const void *input, const struct results *got, struct batch *batch)
{
	const struct files_decision_input *in = input;
	str about = NO_STR;
	const struct problem problem = files_copy(req, "piece", &in->piece, &about);

	(void)got;
	if (problem.kind != PROBLEM_NONE)
		return problem;
	ASK(batch, &FILES_DECIDE, ARG(in->dossier), ARG(in->reference), ARG(in->decision), ARG(in->depart), ARG(about));
	return NO_PROBLEM;
}

struct reply
files_open_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	(void)input;
	(void)page;
	return reply_see_other(req, "/pensions/dossiers/%.*s?fait=pension_ouvert", STR_ARGS(opaque_text(req->arena, rows_int(results_of(got, &FILES_OPEN), 0, "file_id"))));
}
