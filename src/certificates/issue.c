/* Issuing a certificate: judge again, number, seal, PDF, write; one transaction. Run twice, it finds the first one and does nothing.
 * The file goes to the store before the commit: a crash between the two leaves a file that nothing names, never a name without file. */
#include <sodium.h>

#include "issue.h"
#include "paper_of.h"

#include "guichet/job.h"
#include "guichet/seal.h"
#include "guichet/store.h"

/* The date in the job's input: of the history of a demonstration only (certificates_api.issue_begin refuses it elsewhere). */
static struct value
day_of(struct job *job)
{
	const int64_t days = job_number(job, "days_ago");
	const struct rows *rows = WORK_QUERY(job_work(job), "select current_date - $1::int as day", ARG(days));

	return ARG(rows_date(rows, 0, "day"));
}

static bool
make_pdf(struct job *job, const struct rows *begun, str jws, str kid, str *pdf)
{
	struct arena *arena = job_arena(job);
	const str content = rows_text(begun, 0, "content");
	unsigned char hash[crypto_hash_sha256_BYTES];
	struct paper paper;
	int pages = 0;

	crypto_hash_sha256(hash, (const unsigned char *)content.at, content.len);
	if (!paper_of_content(arena, content, &paper))
		return false;
	paper.created = rows_instant(begun, 0, "sealed_at");
	paper.seal = paper_seal_of(arena, str_of(job_config(job)->origin), jws, rows_text(begun, 0, "code"), kid, hash, paper.created);
	paper.demo = rows_bool(begun, 0, "is_demo");
	return paper_pdf(arena, &paper, pdf, &pages).kind == PROBLEM_NONE;
}

static bool
seal_and_write(struct job *job, struct value request, struct value day, const struct rows *begun)
{
	struct arena *arena = job_arena(job);
	unsigned char key[SEAL_KEY];
	str kid = NO_STR, pdf = NO_STR, jws, name;

	if (!seal_key(&kid, key))
		return job_fail(job, "certificates.no_seal", false);
	jws = seal_sign(arena, rows_text(begun, 0, "payload"));
	if (jws.at == NULL)
		return job_fail(job, "certificates.no_seal", false);
	if (!make_pdf(job, begun, jws, kid, &pdf))
		return job_fail(job, "certificates.no_paper", false);
	name = store_name(arena, pdf);
	if (!store_put(arena, name, pdf))
		return job_fail(job, "problem.storage_full", false);
	return WORK_QUERY(job_work(job), "select certificates_api.issue_end($1, $2::date, $3, $4, $5, $6, $7, $8::int)", request, day,
	                  ARG(rows_text(begun, 0, "code")), ARG(rows_text(begun, 0, "content")), ARG(kid), ARG(jws), ARG(name), ARG((int64_t)pdf.len)) != NULL
		&& job_commit(job);
}

bool
certificate_issue(struct job *job)
{
	const struct value request = ARG(job_number(job, "request")), day = day_of(job);
	const struct rows *begun;

	if (!work_run(job_work(job), "begin"))
		return false;
	begun = WORK_QUERY(job_work(job), "select * from certificates_api.issue_begin($1, $2::date)", request, day);
	if (rows_count(begun) != 1)
		return false;
	if (!str_is(rows_text(begun, 0, "state_code"), "emission"))      /* issued already, or handed to a desk just now */
		return job_commit(job);
	return seal_and_write(job, request, day, begun);
}
