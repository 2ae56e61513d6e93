/* Appointments, the person's side: where, when, what for; the ticket; moving and cancelling. */
#include <stdio.h>

#include "guichet/app.h"
#include "guichet/qr.h"

struct pick { str bureau; int64_t semaine; str demande; };
struct book { str bureau, creneau, objet, demande, note; };
struct ticket { str ticket; int64_t semaine; };
struct move { str ticket, creneau; };

static const struct field PICK[] = { FIELD_TEXT(struct pick, bureau, 40), OPTIONAL_INT(struct pick, semaine, 0, 20), OPTIONAL_TEXT(struct pick, demande, 20), FIELDS_END };
static const struct field BOOK[] = { FIELD_TEXT(struct book, bureau, 40), FIELD_TEXT(struct book, creneau, 16), FIELD_TEXT(struct book, objet, 20),
	OPTIONAL_TEXT(struct book, demande, 20), OPTIONAL_LINES(struct book, note, 300), FIELDS_END };
static const struct field TICKET[] = { FIELD_TEXT(struct ticket, ticket, 12), OPTIONAL_INT(struct ticket, semaine, 0, 20), FIELDS_END };
static const struct field ONE_TICKET[] = { FIELD_TEXT(struct ticket, ticket, 12), FIELDS_END };
static const struct field MOVE[] = { FIELD_TEXT(struct move, ticket, 12), FIELD_TEXT(struct move, creneau, 16), FIELDS_END };

static const struct query MY_LIST = { "select * from appointments_api.my_list()" };
static const struct query DESKS = { "select * from appointments_api.desks()", .shows = "DESKS" };
static const struct query DESK = { "select * from appointments_api.desk($1)", .shows = "." };
static const struct query WEEK = { "select * from appointments_api.week($1, $2::int)" };
static const struct query SUBJECTS = { "select * from appointments_api.subjects()", .shows = "SUBJECTS", .keeps = "objet SUBJECTS.SUBJECT_CODE" };
static const struct query MY_REQUESTS = { "select * from appointments_api.my_requests()", .shows = "REQUESTS", .keeps = "demande REQUESTS.NUMBER" };
static const struct query BOOK_IT = { "select appointments_api.book($1, $2, $3, $4, $5) as location", .takes = "bureau creneau objet demande note" };
static const struct query MY_TICKET = { "select * from appointments_api.my_ticket($1)", .takes = "ticket", .shows = "." };
static const struct query TICKET_WEEK = { "select w.* from appointments_api.my_ticket($1) t cross join lateral appointments_api.week(t.desk_code, $2::int) w" };
static const struct query MOVE_IT = { "select appointments_api.move($1, $2) as location", .takes = "ticket creneau" };
static const struct query CANCEL = { "select appointments_api.cancel($1) as location", .takes = "ticket" };

static struct reply
list_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *mine = results_of(got, &MY_LIST);
	bool coming = false, past = false;
	size_t i;

	(void)input;
	for (i = 0; i < rows_count(mine); i++) {
		const bool is_coming = rows_bool(mine, i, "is_coming");

		page_bind_row(page_row(page, is_coming ? MARK("COMING") : MARK("PAST")), req->arena, mine, i);
		coming |= is_coming;
		past |= !is_coming;
	}
	page_show(page, coming ? MARK("HAS_COMING") : MARK("NO_COMING"));
	if (past)
		page_show(page, MARK("HAS_PAST"));
	return reply_page();
}

static struct problem
pick_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct pick *in = input;

	(void)req;
	ASK(batch, &DESK, ARG(in->bureau));
	ASK(batch, &WEEK, ARG(in->bureau), ARG(in->semaine));
	ASK_PLAIN(batch, &SUBJECTS);
	ASK_PLAIN(batch, &MY_REQUESTS);
	return NO_PROBLEM;
}

static void
show_weeks(struct page *page, int64_t week, bool more)
{
	page_int(page, MARK("SEMAINE"), week);
	if (week > 0) {
		page_show(page, MARK("HAS_PREVIOUS"));
		page_int(page, MARK("PREVIOUS"), week - 1);
	}
	if (more) {
		page_show(page, MARK("HAS_NEXT"));
		page_int(page, MARK("NEXT"), week + 1);
	}
}

/* Days, each with its hours. */
static void
show_week(const struct request *req, const struct rows *slots, struct page *page)
{
	struct page *day = NULL;
	str last = NO_STR;
	size_t i;

	for (i = 0; i < rows_count(slots); i++) {
		const str words = rows_text(slots, i, "day_words");
		const int64_t left = rows_int(slots, i, "left_places");
		struct page *hour;

		if (day == NULL || !str_eq(words, last)) {
			day = page_row(page, MARK("DAYS"));
			page_text(day, MARK("DAY_WORDS"), words);
			last = words;
		}
		hour = page_row(day, MARK("HOURS"));
		page_text(hour, MARK("SLOT_CODE"), rows_text(slots, i, "slot_code"));
		page_text(hour, MARK("AT_WORDS"), rows_text(slots, i, "at_words"));
		page_text(hour, MARK("LEFT_WORDS"), left == 1 ? STR("dernière place") : arena_format(req->arena, "%lld places", (long long)left));
	}
	page_show(page, rows_count(slots) > 0 ? MARK("HAS_DAYS") : MARK("NO_DAYS"));
}

static struct reply
pick_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct pick *in = input;
	const struct rows *slots = results_of(got, &WEEK);
	struct problem problem = page_bind_all(req, got, page);

	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem);
	show_week(req, slots, page);
	show_weeks(page, in->semaine, rows_count(slots) > 0 && in->semaine < 16);
	if (in->demande.at != NULL)
		page_text(page, MARK("DEMANDE_VALUE"), in->demande);
	return reply_page();
}

static struct problem
move_page_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct ticket *in = input;

	(void)req;
	ASK(batch, &MY_TICKET, ARG(in->ticket));
	ASK(batch, &TICKET_WEEK, ARG(in->ticket), ARG(in->semaine));
	return NO_PROBLEM;
}

static struct reply
move_page_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct ticket *in = input;
	const struct rows *slots = results_of(got, &TICKET_WEEK), *mine = results_of(got, &MY_TICKET);
	struct problem problem = page_bind_all(req, got, page);

	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem);
	if (!rows_bool(mine, 0, "can_change"))
		return reply_problem(problem_of(PROBLEM_CONFLICT, "appointments.over"));
	show_week(req, slots, page);
	show_weeks(page, in->semaine, rows_count(slots) > 0 && in->semaine < 16);
	return reply_page();
}

static struct reply
ticket_qr(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *mine = results_of(got, &MY_TICKET);
	str svg;

	(void)input;
	(void)page;
	if (rows_count(mine) == 0)
		return reply_problem(problem_of(PROBLEM_MISSING, "problem.missing"));
	svg = qr_svg(arena_format(req->arena, "%s/accueil-rendez-vous?ticket=%.*s", req->origin, STR_ARGS(rows_text(mine, 0, "ticket"))));
	return svg.at == NULL ? reply_problem(problem_of(PROBLEM_BUSY, "problem.busy")) : reply_file(svg, STR("image/svg+xml"), NO_STR);
}

#define OWN &APPOINTMENTS_OWN

static const struct route routes[] = {
	{ METHOD_GET, "/rendez-vous", OWN, QUERIES(&MY_LIST), .answer = list_answer, .page = "appointments/mine" },
	{ METHOD_GET, "/rendez-vous/bureaux", OWN, QUERIES(&DESKS), .page = "appointments/desks", .queue = QUEUE_SEARCH },
	{ METHOD_GET, "/rendez-vous/bureaux/{bureau}", OWN, INPUT(struct pick, PICK), pick_ask, QUERIES(&DESK, &WEEK, &SUBJECTS, &MY_REQUESTS), .answer = pick_answer,
	  .page = "appointments/pick" },
	{ METHOD_POST, "/rendez-vous/bureaux/{bureau}", OWN, INPUT(struct book, BOOK), QUERIES(&BOOK_IT), .on_problem = "/rendez-vous/bureaux/{bureau}", .done = "/rendez-vous" },
	{ METHOD_GET, "/rendez-vous/ticket/{ticket}", OWN, INPUT(struct ticket, ONE_TICKET), QUERIES(&MY_TICKET), .page = "appointments/ticket" },
	{ METHOD_GET, "/rendez-vous/ticket/{ticket}/qr.svg", OWN, INPUT(struct ticket, ONE_TICKET), QUERIES(&MY_TICKET), .answer = ticket_qr },
	{ METHOD_GET, "/rendez-vous/ticket/{ticket}/deplacer", OWN, INPUT(struct ticket, TICKET), move_page_ask, QUERIES(&MY_TICKET, &TICKET_WEEK), .answer = move_page_answer,
	  .page = "appointments/move" },
	{ METHOD_POST, "/rendez-vous/ticket/{ticket}/deplacer", OWN, INPUT(struct move, MOVE), QUERIES(&MOVE_IT), .on_problem = "/rendez-vous/ticket/{ticket}/deplacer", .done = "/rendez-vous" },
	{ METHOD_POST, "/rendez-vous/ticket/{ticket}/annuler", OWN, INPUT(struct ticket, ONE_TICKET), QUERIES(&CANCEL), .done = "/rendez-vous?fait=rdv_annule" },
	ROUTES_END,
};
const struct service appointments_service = { "appointments", routes };
