/* An agent tells that an act is missing, wrong or illegible, with a copy of his own when he has one. */
#include <jansson.h>
#include <stdlib.h>

#include "archive.h"

#define COPY_MOST (12u * 1024 * 1024)
#define WHAT "manquant|faux|illisible"

const struct field ARCHIVE_START_FIELDS[] = { OPTIONAL_ID(struct start_input, acte), OPTIONAL_CHOICE(struct start_input, quoi, WHAT),
	OPTIONAL_TEXT(struct start_input, nature, 80), OPTIONAL_DATE(struct start_input, date), FIELDS_END };
const struct field ARCHIVE_TELL_FIELDS[] = { OPTIONAL_ID(struct tell_input, acte), FIELD_CHOICE(struct tell_input, quoi, WHAT), OPTIONAL_TEXT(struct tell_input, nature, 80),
	OPTIONAL_DATE(struct tell_input, date), FIELD_LINES(struct tell_input, texte, 2000), OPTIONAL_FILE(struct tell_input, copie, COPY_MOST), FIELDS_END };

const struct query ARCHIVE_REPORT_DAYS = { "select * from archive_api.report_days()" };
const struct query ARCHIVE_REPORT_START = { "select * from archive_api.report_start($1)", .shows = "ACT" };
const struct query ARCHIVE_REPORT_MAKE = { "select * from archive_api.report($1, $2, $3, $4, $5, $6::text::jsonb)" };

struct problem
archive_start_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct start_input *in = input;

	(void)req;
	ASK_PLAIN(batch, &ARCHIVE_REPORT_DAYS);
	ASK_PLAIN(batch, &ARCHIVE_KIND_WORDS);
	if (in->acte != 0)
		ASK(batch, &ARCHIVE_REPORT_START, ARG(in->acte));
	return NO_PROBLEM;
}

/* The form's fields are named as the address's: a gap of the career or an act leads here with them. */
struct reply
archive_start_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct start_input *in = input;
	const struct rows *act = results_of(got, &ARCHIVE_REPORT_START), *kinds = results_of(got, &ARCHIVE_KIND_WORDS);

	if (in->acte != 0 && rows_count(act) == 0)
		return reply_problem(problem_of(PROBLEM_MISSING, "career.own_act_missing"));
	page_bind(page, req->arena, "ACT", act);
	page_bind(page, req->arena, "DELAY", results_of(got, &ARCHIVE_REPORT_DAYS));
	if (in->acte != 0)
		page_text(page_row(page, MARK("FROM_ACT")), MARK("ACTE"), opaque_text(req->arena, in->acte));
	else
		page_show(page, MARK("FROM_NOTHING"));
	page_bind(page, req->arena, "NATURES", kinds);
	if (req->problem_count == 0) {
		page_text(page, MARK("NATURE_VALUE"), str_empty(in->nature) ? STR("") : in->nature);
		if (date_there(in->date))
			page_text(page, MARK("DATE_VALUE"), date_french(req->arena, in->date));
		page_show(page, str_is(in->quoi, "faux") ? MARK("QUOI_FAUX_ON") : str_is(in->quoi, "illisible") ? MARK("QUOI_ILLISIBLE_ON")
			: str_is(in->quoi, "manquant") || in->acte == 0 ? MARK("QUOI_MANQUANT_ON") : MARK("QUOI_AUCUN_ON"));
	}
	return reply_page();
}

struct problem
archive_tell_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct tell_input *in = input;
	str copy = NO_STR;

	if (in->copie.name.at != NULL) {
		struct scan look;
		str name;
		char *text;

		if (!archive_keep(req, in->copie.bytes, &look, &name))
			return problem_of(PROBLEM_BUSY, "problem.storage_full");
		if (look.why != NULL)
			return (struct problem){ .kind = PROBLEM_INPUT, .field = "copie", .text = look.why, .detail = look.detail };
		json_t *about = json_pack("{s:s%, s:s%, s:I, s:s}", "name", in->copie.name.at, in->copie.name.len, "sha256", name.at, name.len, "size",
			(json_int_t)in->copie.bytes.len, "type", scan_type_name(look.type));

		text = about == NULL ? NULL : json_dumps(about, JSON_COMPACT);
		json_decref(about);
		if (text == NULL)
			return problem_input("copie", "field.not_a_file");
		copy = arena_copy(req->arena, str_of(text));
		free(text);
	}
	ASK(batch, &ARCHIVE_REPORT_MAKE, ARG(in->quoi), ARG_ID(in->acte), str_empty(in->nature) ? ARG_NULL : ARG(in->nature), ARG(in->date), ARG(in->texte), ARG(copy));
	return NO_PROBLEM;
}

struct reply
archive_tell_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	(void)input;
	(void)page;
	return reply_see_other(req, "/carriere/signalements/%.*s?recu=oui", STR_ARGS(opaque_text(req->arena, rows_int(results_of(got, &ARCHIVE_REPORT_MAKE), 0, "report_id"))));
}
