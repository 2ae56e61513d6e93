/* My pension: what I am paid and why, until when my certificate of life holds, where I live, where I am paid; and changing these. */
#include "pages.h"

#include "account.h"

const struct field PENSIONER_RECEIPT_FIELDS[] = { FIELD_ID(struct one_input, certificat), FIELDS_END };
const struct field PENSIONER_STOP_MINE_FIELDS[] = { FIELD_ID(struct one_input, compte), FIELDS_END };
const struct field PENSIONER_ADDRESS_FIELDS[] = { FIELD_TEXT(struct address_input, commune, 60), FIELD_TEXT(struct address_input, adresse, 200),
	FIELDS_END };
#define KINDS "banque|mobile|tresor"
const struct field PENSIONER_ACCOUNT_CHOICE_FIELDS[] = { OPTIONAL_CHOICE(struct account_input, nature, KINDS), FIELDS_END };
const struct field PENSIONER_ACCOUNT_KIND_FIELDS[] = { FIELD_CHOICE(struct account_input, nature, KINDS), FIELDS_END };
const struct field PENSIONER_ACCOUNT_FIELDS[] = { FIELD_CHOICE(struct account_input, nature, KINDS), FIELD_TEXT(struct account_input, nom, 80),
	OPTIONAL_TEXT(struct account_input, compte, 60), OPTIONAL_PHONE(struct account_input, telephone), FIELDS_END };
const struct field PENSIONER_TOKEN_FIELDS[] = { FIELD_TEXT(struct token_input, jeton, 64), FIELDS_END };

const struct query PENSIONER_MY_PENSION = { "select * from pensioners_api.my_pension()" };
const struct query PENSIONER_MY_BOOKLET = { "select * from pensioners_api.my_booklet()", .shows = "BOOKLET" };
const struct query PENSIONER_MY_AMOUNTS = { "select * from pensioners_api.my_amounts()" };
const struct query PENSIONER_MY_ACCOUNTS = { "select * from pensioners_api.my_accounts()" };
const struct query PENSIONER_MY_LIFE = { "select * from pensioners_api.my_certificates()", .shows = "CERTIFICATES" };
const struct query PENSIONER_MY_ADDRESSES = { "select * from pensioners_api.my_addresses()" };
const struct query PENSIONER_MY_NOTICES = { "select * from pensioners_api.my_notices()", .shows = "NOTICES" };
const struct query PENSIONER_MY_LIFE_RECEIPT = { "select * from pensioners_api.my_receipt($1)", .takes = "certificat", .shows = "." };
const struct query PENSIONER_COMMUNES = { "select * from pensioners_api.communes()", .shows = "COMMUNES", .keeps = "commune COMMUNES.NAME" };
const struct query PENSIONER_CHANGE_ADDRESS = { "select * from pensioners_api.change_address($1, $2)", .takes = "commune adresse" };
const struct query PENSIONER_MY_FRESH = { "select * from pensioners_api.my_fresh()", .shows = "." };
const struct query PENSIONER_ASK_ACCOUNT = { "select * from pensioners_api.ask_account($1, $2, $3, $4)" };
const struct query PENSIONER_STOP_MINE = { "select * from pensioners_api.stop_my_account($1)", .takes = "compte" };
const struct query PENSIONER_STOP_PAGE = { "select * from pensioners_api.stop_page($1)", .takes = "jeton", .shows = "." };
const struct query PENSIONER_STOP_BY_LINK = { "select * from pensioners_api.stop_by_link($1)", .takes = "jeton" };

/* "32 ans et 4 mois": years of 360 days. */
static str
span_words(struct arena *arena, int64_t days)
{
	const long long years = (long long)(days / 360), months = (long long)(days % 360 / 30);

	if (months == 0)
		return arena_format(arena, "%lld an%s", years, years > 1 ? "s" : "");
	return arena_format(arena, "%lld an%s et %lld mois", years, years > 1 ? "s" : "", months);
}

static void
show_amounts(const struct request *req, const struct rows *rows, struct page *page)
{
	size_t i;

	page_show(page, rows_count(rows) > 0 ? MARK("HAS_AMOUNTS") : MARK("NO_AMOUNTS"));
	for (i = 0; i < rows_count(rows); i++) {
		struct page *row = page_row(page, MARK("AMOUNTS"));
		const long long rate = (long long)rows_int(rows, i, "rate") / 100;

		page_bind_row(row, req->arena, rows, i);
		page_text(row, MARK("RATE_WORDS"), rate % 100 == 0 ? arena_format(req->arena, "%lld\u00a0%%", rate / 100) : arena_format(req->arena,
			"%lld,%02lld\u00a0%%", rate / 100, rate % 100));
		page_text(row, MARK("SPAN"), span_words(req->arena, rows_int(rows, i, "service_days")));
	}
}

/* The account in force, the one that waits, and the rest as history. */
static void
show_accounts(const struct request *req, const struct rows *rows, struct page *page)
{
	bool now = false;
	size_t i;

	for (i = 0; i < rows_count(rows); i++) {
		const str state = rows_text(rows, i, "state_code");

		page_bind_row(page_row(page, str_is(state, "vigueur") ? MARK("ACCOUNT") : str_is(state,
			"attente") ? MARK("WAITING") : MARK("OLD_ACCOUNTS")), req->arena, rows, i);
		now = now || str_is(state, "vigueur");
		if (str_is(state, "attente"))
			page_show(page, MARK("HAS_WAITING"));
		else if (!str_is(state, "vigueur"))
			page_show(page, MARK("HAS_OLD_ACCOUNTS"));
	}
	if (!now)
		page_show(page, MARK("NO_ACCOUNT"));
}

struct reply
pensioner_own_pension_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *me = results_of(got, &PENSIONER_MY_PENSION);
	struct page *mine;

	(void)input;
	if (rows_count(me) == 0) {
		page_show(page, MARK("NO_AGENT"));
		return reply_page();
	}
	if (!rows_bool(me, 0, "is_retired")) {
		page_show(page, MARK("WORKING"));
		page_bind_row(page, req->arena, me, 0);
		return reply_page();
	}
	mine = page_row(page, MARK("RETIRED"));
	page_bind_row(mine, req->arena, me, 0);
	if (page_bind_all(req, got, mine).kind != PROBLEM_NONE)
		return reply_problem(problem_of(PROBLEM_BROKEN, "problem.broken"));
	page_bind(mine, req->arena, "ADDRESSES", results_of(got, &PENSIONER_MY_ADDRESSES));
	show_amounts(req, results_of(got, &PENSIONER_MY_AMOUNTS), mine);
	show_accounts(req, results_of(got, &PENSIONER_MY_ACCOUNTS), mine);
	return reply_page();
}

struct reply
pensioner_booklet_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *booklet = results_of(got, &PENSIONER_MY_BOOKLET);

	(void)input;
	(void)page;
	if (rows_count(booklet) == 0)
		return reply_problem(problem_of(PROBLEM_MISSING, "problem.missing"));
	return reply_stored(req, rows_text(booklet, 0, "sha256"), STR("application/pdf"),
	                    arena_format(req->arena, "livret-de-pension-%.*s.pdf", STR_ARGS(rows_text(booklet, 0, "code"))));
}

struct reply
pensioner_address_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *old = results_of(got, &PENSIONER_MY_ADDRESSES);

	(void)input;
	page_bind(page, req->arena, "COMMUNES", results_of(got, &PENSIONER_COMMUNES));
	if (rows_count(old) > 0 && req->problem_count == 0) {
		page_choose(page, MARK("COMMUNES"), MARK("NAME"), rows_text(old, 0, "commune"), MARK("COMMUNE_ON"));
		page_text(page, MARK("ADRESSE_VALUE"), rows_text(old, 0, "line"));
	}
	return reply_page();
}

/* Asks for the secret again when it was given more than ten minutes ago; nothing to fill while another change waits. */
struct reply
pensioner_account_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct account_input *in = input;
	const struct rows *me = results_of(got, &PENSIONER_MY_FRESH);
	const struct problem problem = page_bind_all(req, got, page);
	const bool named = in->nature.at != NULL;

	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem);
	if (!rows_bool(me, 0, "is_retired"))
		return reply_problem(problem_of(PROBLEM_FORBIDDEN, "pensioners.not_retired"));
	if (!rows_bool(me, 0, "fresh") && !rows_bool(me, 0, "is_waiting"))
		return reply_see_other(req, "/compte/preuve?suite=/ma-pension/compte%s%.*s", named ? "/" : "", named ? (int)in->nature.len : 0,
			named ? in->nature.at : "");
	page_show(page, !named ? MARK("CHOOSING") : str_is(in->nature, "banque") ? MARK("BANK") : str_is(in->nature,
		"mobile") ? MARK("MOBILE") : MARK("COUNTER"));
	return reply_page();
}

struct problem
pensioner_account_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct account_input *in = input;
	str account = NO_STR;
	const char *wrong = NULL;

	if (str_is(in->nature, "banque")) {
		wrong = str_empty(in->compte) ? "field.required" : account_of_bank(req->arena, in->compte, &account);
	} else if (str_is(in->nature, "mobile")) {
		if (str_empty(in->telephone))
			return problem_input("telephone", "field.required");
		account = in->telephone;
	}
	if (wrong != NULL)
		return problem_input("compte", wrong);
	ASK(batch, &PENSIONER_ASK_ACCOUNT, ARG(in->nature), ARG(in->nom), ARG(account), ARG(req->origin));
	return NO_PROBLEM;
}

struct reply
pensioner_stop_page_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct problem problem = page_bind_all(req, got, page);

	(void)input;
	return problem.kind != PROBLEM_NONE ? reply_problem(problem_of(PROBLEM_MISSING, "pensioners.link_unknown")) : reply_page();
}
