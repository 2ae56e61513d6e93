/* The agent's own certificates: what he holds, what he may ask, and asking. Who asks is the session: no address carries an agent. */
#include "certificates.h"

#include <stdlib.h>
#include <unistd.h>

#include "guichet/store.h"

enum { PAGE_LINES = 20, FILE_MOST = 32 << 20 };

const struct field OWN_LIST_FIELDS[] = { OPTIONAL_INT(struct own_list_input, page, 1, 10000), FIELDS_END };
const struct field OWN_ONE_FIELDS[] = { FIELD_ID(struct own_one_input, attestation), FIELDS_END };
const struct field OWN_KIND_FIELDS[] = { FIELD_CHOICE(struct own_kind_input, nature, CERTIFICATE_KINDS), FIELDS_END };
const struct field OWN_ASK_FIELDS[] = {
	FIELD_CHOICE(struct own_ask_input, nature, CERTIFICATE_KINDS), FIELD_BOOL(struct own_ask_input, par_decret),
	OPTIONAL_TEXT(struct own_ask_input, fonction, 200), OPTIONAL_TEXT(struct own_ask_input, decret, 200),
	OPTIONAL_TEXT(struct own_ask_input, predecesseur, 200), OPTIONAL_MATRICULE(struct own_ask_input, predecesseur_matricule), FIELDS_END };

const struct query MY_KINDS = { "select * from certificates_api.my_kinds()", .shows = "KINDS" };
const struct query MY_CERTIFICATE_REQUESTS = { "select * from certificates_api.my_requests($1, $2)" };
const struct query MY_KIND = { "select * from certificates_api.my_kinds($1)", .takes = "nature", .shows = "." };
const struct query MY_CONDITIONS = { "select * from certificates_api.my_conditions($1)", .takes = "nature", .shows = "CONDITIONS" };
const struct query MY_CERTIFICATE_REQUEST = { "select * from certificates_api.my_request($1)", .takes = "attestation", .shows = "." };
const struct query MY_FINDINGS = { "select * from certificates_api.my_findings($1)", .takes = "attestation", .shows = "FINDINGS" };
const struct query MY_EVENTS = { "select * from certificates_api.my_events($1)", .takes = "attestation", .shows = "EVENTS" };
const struct query MY_FILE = { "select * from certificates_api.my_file($1)", .takes = "attestation" };
const struct query MY_ASK = { "select * from certificates_api.ask($1, $2, $3, $4, $5, $6)" };
const struct query MY_WITHDRAW = { "select certificates_api.withdraw($1)", .takes = "attestation" };
const struct query MY_RETRY = { "select certificates_api.retry($1)", .takes = "attestation" };

struct problem
own_list_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct own_list_input *in = input;

	(void)req;
	ASK_PLAIN(batch, &MY_KINDS);
	ASK(batch, &MY_CERTIFICATE_REQUESTS, ARG(PAGE_LINES + 1), ARG(((in->page > 0 ? in->page : 1) - 1) * PAGE_LINES));
	return NO_PROBLEM;
}

struct reply
own_list_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct own_list_input *in = input;
	const struct rows *kinds = results_of(got, &MY_KINDS), *requests = results_of(got, &MY_CERTIFICATE_REQUESTS);
	size_t i;

	page_show(page, rows_count(kinds) > 0 ? MARK("AGENT") : MARK("NO_AGENT"));
	page_bind(page, req->arena, "KINDS", kinds);
	page_show(page, rows_count(requests) > 0 ? MARK("HAS_REQUESTS") : MARK("NO_REQUESTS"));
	for (i = 0; i < rows_count(requests) && i < PAGE_LINES; i++)
		page_bind_row(page_row(page, MARK("REQUESTS")), req->arena, requests, i);
	page_pages(page, in->page > 0 ? in->page : 1, rows_count(requests) > PAGE_LINES);
	return reply_page();
}

struct problem
own_ask_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct own_ask_input *in = input;

	(void)req;
	ASK(batch, &MY_ASK, ARG(in->nature), ARG(in->par_decret), ARG(in->fonction), ARG(in->decret), ARG(in->predecesseur), ARG(in->predecesseur_matricule));
	return NO_PROBLEM;
}

struct reply
own_ask_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *asked = results_of(got, &MY_ASK);
	const str id = opaque_text(req->arena, rows_int(asked, 0, "request_id"));

	(void)input;
	(void)page;
	return reply_see_other(req, "/carriere/attestations/%.*s%s", STR_ARGS(id), rows_bool(asked, 0, "was_there") ? "?fait=attestation_deja" : "");
}

/* The whole file in memory that the network layer frees. */
static str
read_all(int fd)
{
	const off_t size = lseek(fd, 0, SEEK_END);
	char *bytes = size > 0 && size <= FILE_MOST ? malloc((size_t)size) : NULL;
	size_t got = 0;

	while (bytes != NULL && got < (size_t)size) {
		const ssize_t n = pread(fd, bytes + got, (size_t)size - got, (off_t)got);

		if (n <= 0) {
			free(bytes);
			return NO_STR;
		}
		got += (size_t)n;
	}
	return bytes == NULL ? NO_STR : (str){ bytes, got };
}

struct reply
certificate_file(const struct request *req, const struct rows *file)
{
	str bytes;
	int fd;

	if (rows_count(file) == 0)
		return reply_problem(problem_of(PROBLEM_MISSING, "certificates.missing"));
	fd = store_open(req->arena, rows_text(file, 0, "sha256"));
	if (fd < 0)
		return reply_problem(problem_of(PROBLEM_BROKEN, "certificates.file_lost"));
	bytes = read_all(fd);
	close(fd);
	if (bytes.at == NULL)
		return reply_problem(problem_of(PROBLEM_BROKEN, "certificates.file_lost"));
	return reply_file(bytes, STR("application/pdf"), rows_text(file, 0, "file_name"));
}

struct reply
own_file_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	(void)input;
	(void)page;
	return certificate_file(req, results_of(got, &MY_FILE));
}
