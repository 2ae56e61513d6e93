/* What the jobs that issue sealed papers share (guichet/sealed.h). */
#include <sodium.h>

#include "guichet/paper_content.h"
#include "guichet/seal.h"
#include "guichet/sealed.h"
#include "guichet/store.h"

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

bool
job_seal(struct job *job, const struct rows *begun, struct sealed *made)
{
	struct arena *arena = job_arena(job);
	unsigned char key[SEAL_KEY];
	str pdf = NO_STR;

	*made = (struct sealed){ .kid = NO_STR };
	if (!seal_key(&made->kid, key))
		return job_fail(job, "certificates.no_seal", false);
	made->jws = seal_sign(arena, rows_text(begun, 0, "payload"));
	if (made->jws.at == NULL)
		return job_fail(job, "certificates.no_seal", false);
	if (!make_pdf(job, begun, made->jws, made->kid, &pdf))
		return job_fail(job, "certificates.no_paper", false);
	made->name = store_name(arena, pdf);
	made->size = (int64_t)pdf.len;
	return store_put(arena, made->name, pdf) || job_fail(job, "problem.storage_full", false);
}
