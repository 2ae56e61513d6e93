/* Appointments, the desk's side: who comes today, who has arrived, who did not come; days that differ. */
#include "guichet/app.h"

struct day { str bureau; struct date jour; str ticket; };
struct mark { str ticket, geste, motif; };
struct hours { str bureau; };
struct differ { str bureau; struct date jour; str debut, fin; int64_t places; str motif; };
struct undo { int64_t jour; };
struct add_hours { str bureau, debut, fin; int64_t jour_semaine, places; struct date a_partir; };
struct end_hours { int64_t plage; struct date dernier; };
struct set_desk { str bureau; int64_t duree, avance, delai; bool ouvert; };

static const struct field DAY[] = { OPTIONAL_TEXT(struct day, bureau, 40), OPTIONAL_DATE(struct day, jour), OPTIONAL_TEXT(struct day, ticket, 12), FIELDS_END };
static const struct field MARK_IT[] = { FIELD_TEXT(struct mark, ticket, 12), FIELD_CHOICE(struct mark, geste, "arrive|recu|absent|pris|annule"),
	OPTIONAL_TEXT(struct mark, motif, 150), FIELDS_END };
static const struct field HOURS[] = { FIELD_TEXT(struct hours, bureau, 40), FIELDS_END };
static const struct field DIFFER[] = { FIELD_TEXT(struct differ, bureau, 40), FIELD_DATE(struct differ, jour), OPTIONAL_TEXT(struct differ, debut, 5), OPTIONAL_TEXT(struct differ, fin, 5),
	OPTIONAL_INT(struct differ, places, 1, 50), FIELD_TEXT(struct differ, motif, 200), FIELDS_END };
static const struct field UNDO[] = { FIELD_ID(struct undo, jour), FIELDS_END };
static const struct field ADD_HOURS[] = { FIELD_TEXT(struct add_hours, bureau, 40), FIELD_INT(struct add_hours, jour_semaine, 1, 7), FIELD_TEXT(struct add_hours, debut, 7),
	FIELD_TEXT(struct add_hours, fin, 7), FIELD_INT(struct add_hours, places, 1, 50), OPTIONAL_DATE(struct add_hours, a_partir), FIELDS_END };
static const struct field END_HOURS[] = { FIELD_ID(struct end_hours, plage), OPTIONAL_DATE(struct end_hours, dernier), FIELDS_END };
static const struct field SET_DESK[] = { FIELD_TEXT(struct set_desk, bureau, 40), FIELD_INT(struct set_desk, duree, 5, 240), FIELD_INT(struct set_desk, avance, 1, 120),
	FIELD_INT(struct set_desk, delai, 0, 72), FIELD_BOOL(struct set_desk, ouvert), FIELDS_END };

static const struct query MY_DESKS = { "select * from appointments_api.my_desks()" };
static const struct query DESK_DAY = { "select * from appointments_api.desk_day($1, $2, $3)" };
static const struct query MARK_VISITOR = { "select appointments_api.mark($1, $2, $3) as location", .takes = "ticket geste motif" };
static const struct query WEEK_OF = { "select * from appointments_api.week_of($1)", .takes = "bureau", .shows = "HOURS" };
static const struct query DIFFERING = { "select * from appointments_api.differing($1)", .takes = "bureau", .shows = "DIFFERING" };
static const struct query DIFFER_DAY = { "select appointments_api.differ($1, $2, $3, $4, $5::int, $6) as location" };
static const struct query SETTINGS = { "select * from appointments_api.settings($1)", .takes = "bureau", .shows = "." };
static const struct query ADD_HOURS_TO = { "select appointments_api.add_hours($1, $2::int, $3, $4, $5::int, $6) as location", .takes = "bureau jour_semaine debut fin places a_partir" };
static const struct query END_HOURS_OF = { "select appointments_api.end_hours($1, $2) as location", .takes = "plage dernier" };
static const struct query SET_THE_DESK = { "select appointments_api.set_desk($1, $2::int, $3::int, $4::int, $5) as location", .takes = "bureau duree avance delai ouvert" };
static const struct query UNDIFFER = { "select appointments_api.undiffer($1) as location", .takes = "jour" };

/* The desk is the one asked, or the first of mine: known when the desks are. */
static struct problem
day_ask(const struct request *req, const void *input, struct batch *batch)
{
	(void)req;
	(void)input;
	ASK_PLAIN(batch, &MY_DESKS);
	return NO_PROBLEM;
}

static struct problem
day_then(const struct request *req, const void *input, const struct results *got, struct batch *batch)
{
	const struct day *in = input;
	const struct rows *desks = results_of(got, &MY_DESKS);
	const str desk = in->bureau.at != NULL ? in->bureau : rows_text(desks, 0, "desk_code");

	ASK(batch, &DESK_DAY, ARG(desk), ARG(date_there(in->jour) ? in->jour : req->today), ARG(in->ticket.at == NULL ? STR("") : in->ticket));
	return NO_PROBLEM;
}

static void
show_desks(const struct request *req, const struct rows *desks, str chosen, struct page *page)
{
	size_t i;

	for (i = 0; i < rows_count(desks); i++) {
		struct page *row = page_row(page, MARK("DESKS"));

		page_bind_row(row, req->arena, desks, i);
		if (str_eq(rows_text(desks, i, "desk_code"), chosen)) {
			page_show(row, MARK("CHOSEN"));
			page_text(page, MARK("DESK_NAME"), rows_text(desks, i, "name"));
		} else {
			page_hide(row, MARK("CHOSEN"));
		}
	}
	page_text(page, MARK("DESK_HERE"), chosen);
	page_show(page, rows_count(desks) > 0 ? MARK("HAS_DESKS") : MARK("NO_DESKS"));
	if (rows_count(desks) > 1)
		page_show(page, MARK("MANY_DESKS"));
}

static void
count_states(const struct rows *visits, struct page *page)
{
	int64_t waiting = 0, arrived = 0, received = 0, absent = 0;
	size_t i;

	for (i = 0; i < rows_count(visits); i++) {
		const str state = rows_text(visits, i, "state_code");

		waiting += str_is(state, "pris");
		arrived += str_is(state, "arrive");
		received += str_is(state, "recu");
		absent += str_is(state, "absent");
	}
	page_int(page, MARK("VISITS_COUNT"), (int64_t)rows_count(visits));
	page_int(page, MARK("WAITING"), waiting);
	page_int(page, MARK("ARRIVED"), arrived);
	page_int(page, MARK("RECEIVED"), received);
	page_int(page, MARK("ABSENT"), absent);
}

static struct date
day_beside(struct date day, int by)
{
	return date_of_days(date_days(day) + by);
}

static struct reply
day_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct day *in = input;
	const struct rows *desks = results_of(got, &MY_DESKS), *visits = results_of(got, &DESK_DAY);
	const struct date day = date_there(in->jour) ? in->jour : req->today;
	const str desk = in->bureau.at != NULL ? in->bureau : rows_text(desks, 0, "desk_code");
	size_t i;

	show_desks(req, desks, desk, page);
	count_states(visits, page);
	for (i = 0; i < rows_count(visits); i++)
		page_bind_row(page_row(page, MARK("VISITS")), req->arena, visits, i);
	page_show(page, rows_count(visits) > 0 ? MARK("HAS_VISITS") : MARK("NO_VISITS"));
	page_text(page, MARK("DAY"), date_french(req->arena, day));
	page_text(page, MARK("DAY_CODE"), date_iso(req->arena, day));
	page_text(page, MARK("DAY_BEFORE"), date_iso(req->arena, day_beside(day, -1)));
	page_text(page, MARK("DAY_AFTER"), date_iso(req->arena, day_beside(day, 1)));
	if (in->ticket.at != NULL) {
		page_text(page, MARK("TICKET_VALUE"), in->ticket);
		page_show(page, MARK("BY_TICKET"));
	} else {
		page_show(page, MARK("BY_DAY"));
	}
	return reply_page();
}

static struct problem
hours_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct hours *in = input;

	(void)req;
	ASK_PLAIN(batch, &MY_DESKS);
	ASK(batch, &WEEK_OF, ARG(in->bureau));
	ASK(batch, &DIFFERING, ARG(in->bureau));
	ASK(batch, &SETTINGS, ARG(in->bureau));
	return NO_PROBLEM;
}

static struct reply
hours_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct hours *in = input;
	const struct rows *desks = results_of(got, &MY_DESKS);
	struct problem problem;
	size_t i;

	for (i = 0; i < rows_count(desks) && !str_eq(rows_text(desks, i, "desk_code"), in->bureau); i++)
		continue;
	if (i == rows_count(desks))
		return reply_problem(problem_of(PROBLEM_MISSING, "problem.missing"));
	problem = page_bind_all(req, got, page);
	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem);
	show_desks(req, desks, in->bureau, page);
	return reply_page();
}

static struct problem
differ_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct differ *in = input;

	(void)req;
	if (in->debut.at != NULL && (in->fin.at == NULL || in->places == 0))
		return problem_input(in->fin.at == NULL ? "fin" : "places", "field.required");
	ASK(batch, &DIFFER_DAY, ARG(in->bureau), ARG(in->jour), ARG(in->debut), ARG(in->fin), ARG_ID(in->places), ARG(in->motif));
	return NO_PROBLEM;
}

#define DESK_PART &APPOINTMENTS_DESK

static const struct route routes[] = {
	{ METHOD_GET, "/accueil-rendez-vous", DESK_PART, INPUT(struct day, DAY), day_ask, QUERIES(&MY_DESKS, &DESK_DAY), day_then, day_answer, "appointments/day" },
	{ METHOD_POST, "/accueil-rendez-vous/ticket/{ticket}", DESK_PART, INPUT(struct mark, MARK_IT), QUERIES(&MARK_VISITOR), .on_problem = "/accueil-rendez-vous",
	  .done = "/accueil-rendez-vous" },
	{ METHOD_GET, "/accueil-rendez-vous/horaires/{bureau}", DESK_PART, INPUT(struct hours, HOURS), hours_ask, QUERIES(&MY_DESKS, &WEEK_OF, &DIFFERING, &SETTINGS), .answer = hours_answer,
	  .page = "appointments/hours" },
	{ METHOD_POST, "/accueil-rendez-vous/horaires/{bureau}", DESK_PART, INPUT(struct differ, DIFFER), differ_ask, QUERIES(&DIFFER_DAY),
	  .on_problem = "/accueil-rendez-vous/horaires/{bureau}", .done = "/accueil-rendez-vous" },
	{ METHOD_POST, "/accueil-rendez-vous/horaires/{bureau}/plages", DESK_PART, INPUT(struct add_hours, ADD_HOURS), QUERIES(&ADD_HOURS_TO),
	  .on_problem = "/accueil-rendez-vous/horaires/{bureau}", .done = "/accueil-rendez-vous" },
	{ METHOD_POST, "/accueil-rendez-vous/plages/{plage}/fin", DESK_PART, INPUT(struct end_hours, END_HOURS), QUERIES(&END_HOURS_OF), .done = "/accueil-rendez-vous" },
	{ METHOD_POST, "/accueil-rendez-vous/horaires/{bureau}/reglages", DESK_PART, INPUT(struct set_desk, SET_DESK), QUERIES(&SET_THE_DESK),
	  .on_problem = "/accueil-rendez-vous/horaires/{bureau}", .done = "/accueil-rendez-vous" },
	{ METHOD_POST, "/accueil-rendez-vous/jours/{jour}/retrait", DESK_PART, INPUT(struct undo, UNDO), QUERIES(&UNDIFFER), .done = "/accueil-rendez-vous" },
	ROUTES_END,
};
const struct service appointments_desk_service = { "appointments", routes };
