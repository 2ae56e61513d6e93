/* What the jobs that issue sealed papers share (guichet/sealed.h). */
#include <sodium.h>

#include "guichet/log.h"
#include "guichet/paper_content.h"
#include "guichet/seal.h"
#include "guichet/sealed.h"
#include "guichet/store.h"

static bool
make_pdf(struct arena *arena, const struct config *config, const struct rows *begun, str jws, str kid, str *pdf)
{
	const str content = rows_text(begun, 0, "content");
	unsigned char hash[crypto_hash_sha256_BYTES];
	struct problem problem;
	struct paper paper;
	int pages = 0;

	crypto_hash_sha256(hash, (const unsigned char *)content.at, content.len);
	if (!paper_of_content(arena, content, &paper))
		return false;
	paper.created = rows_instant(begun, 0, "sealed_at");
	paper.seal = paper_seal_of(arena, str_of(config->origin), jws, rows_text(begun, 0, "code"), kid, hash, paper.created);
	paper.demo = rows_bool(begun, 0, "is_demo");
	problem = paper_pdf(arena, &paper, pdf, &pages);
	if (problem.kind != PROBLEM_NONE)
		log_event(LOG_ERROR, "paper_failed", "why", str_of(problem.text), "detail", problem.detail, NULL);
	return problem.kind == PROBLEM_NONE;
}

const char *
seal_content(struct arena *arena, const struct config *config, const struct rows *begun, struct sealed *made)
{
	unsigned char key[SEAL_KEY];
	str pdf = NO_STR;

	*made = (struct sealed){ .kid = NO_STR };
	if (!seal_key(&made->kid, key))
		return "certificates.no_seal";
	made->jws = seal_sign(arena, rows_text(begun, 0, "payload"));
	if (made->jws.at == NULL)
		return "certificates.no_seal";
	if (!make_pdf(arena, config, begun, made->jws, made->kid, &pdf))
		return "certificates.no_paper";
	made->name = store_name(arena, pdf);
	made->size = (int64_t)pdf.len;
	return store_put(arena, made->name, pdf) ? NULL : "problem.storage_full";
}

bool
job_seal(struct job *job, const struct rows *begun, struct sealed *made)
{
	const char *why = seal_content(job_arena(job), job_config(job), begun, made);

	return why == NULL || job_fail(job, why, false);
}
