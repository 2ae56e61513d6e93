/* The agent's own pension file: where it is, what is asked of him, what he may ask; and the papers that come with a form. */
#include <jansson.h>
#include <stdlib.h>

#include "files.h"
#include "guichet/scan.h"
#include "guichet/store.h"

const struct field FILES_ANSWER_FIELDS[] = {
	FIELD_ID(struct files_answer_input, acte), FIELD_CHOICE(struct files_answer_input, reponse, "copie|absent"), OPTIONAL_FILE(struct files_answer_input, copie, FILE_COPY_MOST), FIELDS_END };
const struct field FILES_ACT_ONE_FIELDS[] = { FIELD_ID(struct files_answer_input, acte), FIELDS_END };
const struct field FILES_LEAVE_FIELDS[] = {
	FIELD_CHOICE(struct files_leave_input, nature, "anticipe|invalidite"), FIELD_DATE(struct files_leave_input, depart), FIELD_LINES(struct files_leave_input, motif, 1000),
	OPTIONAL_FILE(struct files_leave_input, piece, FILE_COPY_MOST), FIELDS_END };
const struct field FILES_DOOR_FIELDS[] = { OPTIONAL_CHOICE(struct files_door_input, nature, "anticipe|invalidite"), FIELDS_END };

const struct query FILES_MY_FILE = { "select * from pensions_api.my_file()", .shows = "FILE" };
const struct query FILES_MY_TRACK = { "select * from pensions_api.my_track()", .shows = "STEPS" };
const struct query FILES_MY_MISSING = { "select * from pensions_api.my_missing()", .shows = "ACTS" };
const struct query FILES_MY_EVENTS = { "select * from pensions_api.my_events()", .shows = "EVENTS" };
const struct query FILES_MY_DOORS = { "select * from pensions_api.my_doors()", .shows = "DOORS" };
const struct query FILES_MAY_ANSWER = { "select * from pensions_api.may_answer($1)", .takes = "acte", .shows = "." };
const struct query FILES_ANSWER = { "select pensions_api.answer_act($1, $2)" };
const struct query FILES_ASK_LEAVE = { "select pensions_api.ask_leave($1, $2, $3, $4)" };

struct problem
files_copy(const struct request *req, const char *field, const struct upload *copy, str *about)
{
	json_t *object;
	struct scan look;
	char *text;

	if (copy->name.at == NULL)
		return NO_PROBLEM;
	look = scan_look(req->arena, copy->bytes);
	if (look.why != NULL)
		return (struct problem){ .kind = PROBLEM_INPUT, .field = field, .text = look.why, .detail = look.detail };
	const str name = store_name(req->arena, copy->bytes);

	if (!store_put(req->arena, name, copy->bytes))
		return problem_of(PROBLEM_BUSY, "problem.storage_full");
	object = json_pack("{s:s%, s:s%, s:I, s:s}", "name", copy->name.at, copy->name.len, "sha256", name.at, name.len, "size", (json_int_t)copy->bytes.len, "type",
	                   scan_type_name(look.type));
	text = object == NULL ? NULL : json_dumps(object, JSON_COMPACT);
	json_decref(object);
	if (text == NULL)
		return problem_input(field, "field.not_a_file");
	*about = arena_copy(req->arena, str_of(text));
	free(text);
	return NO_PROBLEM;
}

struct reply
files_own_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct problem problem = page_bind_all(req, got, page);
	const struct rows *acts = results_of(got, &FILES_MY_MISSING);
	size_t asked = 0;

	(void)input;
	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem);
	for (size_t i = 0; i < rows_count(acts); i++)
		asked += rows_bool(acts, i, "is_asked");
	if (asked > 0) {
		struct page *turn = page_row(page, MARK("ASKED"));

		page_int(turn, MARK("ASKED_COUNT"), (int64_t)asked);
		page_show(turn, asked == 1 ? MARK("ASKED_ONE") : MARK("ASKED_MANY"));
	}
	return reply_page();
}

struct reply
files_door_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct files_door_input *in = input;
	const struct problem problem = page_bind_all(req, got, page);
	const struct rows *doors = results_of(got, &FILES_MY_DOORS);

	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem);
	if (rows_count(doors) == 1 && !rows_bool(doors, 0, "may_early") && !rows_bool(doors, 0, "may_invalidity"))
		page_show(page, MARK("NOTHING"));
	else if (rows_count(doors) == 1)
		page_show(page, MARK("SOMETHING"));
	if (req->problem_count == 0 && in->nature.at != NULL)
		page_show(page, str_is(in->nature, "anticipe") ? MARK("NATURE_ANTICIPE_ON") : MARK("NATURE_INVALIDITE_ON"));
	return reply_page();
}

struct reply
files_act_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct files_answer_input *in = input;
	const struct problem problem = page_bind_all(req, got, page);

	page_text(page, MARK("ACTE"), opaque_text(req->arena, in->acte));
	return problem.kind != PROBLEM_NONE ? reply_problem(problem) : reply_page();
}

/* Whether the act is awaited from the asker, before any byte is kept. */
struct problem
files_answer_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct files_answer_input *in = input;

	(void)req;
	if (str_is(in->reponse, "copie") && in->copie.name.at == NULL)
		return problem_input("copie", "pensions.copy_wanted");
	ASK(batch, &FILES_MAY_ANSWER, ARG(in->acte));
	return NO_PROBLEM;
}

struct problem
files_answer_then(const struct request *req, const void *input, const struct results *got, struct batch *batch)
{
	const struct files_answer_input *in = input;
	str about = NO_STR;

	(void)got;
	if (str_is(in->reponse, "copie")) {
		const struct problem problem = files_copy(req, "copie", &in->copie, &about);

		if (problem.kind != PROBLEM_NONE)
			return problem;
	}
	ASK(batch, &FILES_ANSWER, ARG(in->acte), ARG(about));
	return NO_PROBLEM;
}

struct problem
files_leave_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct files_leave_input *in = input;
	str about = NO_STR;
	const struct problem problem = files_copy(req, "piece", &in->piece, &about);

	if (problem.kind != PROBLEM_NONE)
		return problem;
	ASK(batch, &FILES_ASK_LEAVE, ARG(in->nature), ARG(in->depart), ARG(in->motif), ARG(about));
	return NO_PROBLEM;
}
