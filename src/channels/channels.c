/* Channels, the pages: what was sent to me and how I want it; texts of notices, figures and cost for administrators. */
#include <stdio.h>

#include "channels.h"
#include "guichet/sms.h"

struct page_no { int64_t page; };
struct wishes { struct texts courriel, sms; };

static const struct field PAGE_NO[] = { OPTIONAL_INT(struct page_no, page, 1, 1000), FIELDS_END };
static const struct field WISHES[] = { OPTIONAL_TEXTS(struct wishes, courriel, 20, 20), OPTIONAL_TEXTS(struct wishes, sms, 20, 20), FIELDS_END };

static const struct query MY_MESSAGES = { "select * from channels_api.my_messages($1)" };
static const struct query MY_WAYS = { "select * from channels_api.my_ways()", .shows = "WAYS" };
static const struct query MY_PREFERENCES = { "select * from channels_api.my_preferences()", .shows = "KINDS" };
static const struct query SET_PREFERENCES = { "select channels_api.set_preferences($1, $2) as location", .takes = "courriel sms" };
static const struct query RESUME = { "select channels_api.resume_phone() as location" };
static const struct query TEXTS = { "select * from channels_api.texts()" };
static const struct query FIGURES = { "select * from channels_api.figures()", .shows = "FIGURES" };
static const struct query COSTS = { "select * from channels_api.costs()", .shows = "COSTS" };
static const struct query PRICE = { "select * from channels_api.price()", .shows = "PRICE" };
static const struct query FAILURES = { "select * from channels_api.failures()", .shows = "FAILURES" };
static const struct query RECEIVED = { "select * from channels_api.received()", .shows = "RECEIVED" };
static const struct query PARTNERS = { "select * from channels_api.partners()", .shows = "PARTNERS" };

enum { MESSAGES_A_PAGE = 20 };

static struct problem
messages_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct page_no *in = input;

	(void)req;
	ASK(batch, &MY_MESSAGES, ARG(in->page == 0 ? 1 : in->page));
	ASK_PLAIN(batch, &MY_WAYS);
	ASK_PLAIN(batch, &MY_PREFERENCES);
	return NO_PROBLEM;
}

static struct reply
messages_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct page_no *in = input;
	const struct rows *mine = results_of(got, &MY_MESSAGES), *ways = results_of(got, &MY_WAYS);
	const int64_t number = in->page == 0 ? 1 : in->page;
	size_t i, shown = rows_count(mine) > MESSAGES_A_PAGE ? MESSAGES_A_PAGE : rows_count(mine);
	struct problem problem = page_bind_all(req, got, page);

	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem);
	page_show(page, shown > 0 ? MARK("HAS_MESSAGES") : MARK("NO_MESSAGES"));
	for (i = 0; i < shown; i++)
		page_bind_row(page_row(page, MARK("MESSAGES")), req->arena, mine, i);
	for (i = 0; i < rows_count(ways); i++)
		if (rows_bool(ways, i, "stopped"))
			page_show(page, MARK("ONE_STOPPED"));
	page_pages(page, number, rows_count(mine) > MESSAGES_A_PAGE);
	return reply_page();
}

static struct problem
texts_ask(const struct request *req, const void *input, struct batch *batch)
{
	(void)req;
	(void)input;
	ASK_PLAIN(batch, &TEXTS);
	ASK_PLAIN(batch, &PRICE);
	return NO_PROBLEM;
}

/* What the SMS of an example costs is counted as the sender will count it. */
static struct reply
texts_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *texts = results_of(got, &TEXTS);
	const int64_t price = rows_int(results_of(got, &PRICE), 0, "part_fcfa");
	size_t i;

	(void)input;
	for (i = 0; i < rows_count(texts); i++) {
		struct page *row = page_row(page, MARK("TEXTS"));
		const struct sms_text sms = sms_measure(req->arena, rows_text(texts, i, "sms"));

		page_bind_row(row, req->arena, texts, i);
		if (sms.parts == 0) {
			page_hide(row, MARK("AN_SMS"));
			continue;
		}
		page_show(row, MARK("AN_SMS"));
		page_text(row, MARK("SMS_TEXT"), sms.text);
		page_text(row, MARK("SMS_COST"), arena_format(req->arena, "%d\u00a0partie%s, %lld\u00a0F%s", sms.parts, sms.parts > 1 ? "s" : "",
		                                              (long long)(sms.parts * price), sms.wide ? ", alphabet large (UCS-2)" : ""));
	}
	page_int(page, MARK("TEXTS_COUNT"), (int64_t)rows_count(texts));
	return reply_page();
}

static const struct route routes[] = {
	{ METHOD_GET, "/compte/messages", &ACCOUNT_OWN, INPUT(struct page_no, PAGE_NO), messages_ask, QUERIES(&MY_MESSAGES, &MY_WAYS, &MY_PREFERENCES),
	  .answer = messages_answer, .page = "channels/mine" },
	{ METHOD_POST, "/compte/messages", &ACCOUNT_OWN, INPUT(struct wishes, WISHES), QUERIES(&SET_PREFERENCES), .on_problem = "/compte/messages",
	  .done = "/compte/messages?fait=messages_choix" },
	{ METHOD_POST, "/compte/messages/reprise", &ACCOUNT_OWN, QUERIES(&RESUME), .done = "/compte/messages?fait=sms_reprise" },
	{ METHOD_GET, "/messages", &ACCOUNTS_ADMIN, .ask = texts_ask, QUERIES(&TEXTS, &PRICE), .answer = texts_answer, .page = "channels/texts" },
	{ METHOD_GET, "/canaux", &ACCOUNTS_ADMIN, QUERIES(&FIGURES, &COSTS, &PRICE, &FAILURES, &RECEIVED, &PARTNERS), .page = "channels/figures",
	  .queue = QUEUE_SEARCH },
	ROUTES_END,
};
const struct service channels_service = { "channels", routes };
