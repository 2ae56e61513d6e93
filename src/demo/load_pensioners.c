/* Death certificates of the demonstration's claims, drawn as a scanner would give them, so that a desk can open them. */
#include "demo/load.h"
#include "guichet/facsimile.h"
#include "guichet/store.h"

static bool
draw(struct load *load, const struct rows *rows, size_t i)
{
	const struct facsimile paper = { .reference = arena_format(load->arena, "Acte n° %.*s", STR_ARGS(rows_text(rows, i, "act"))),
		.title = STR("ACTE DE DÉCÈS\n(inventé)"),
		.body = rows_text(rows, i, "body"), .signed_at = rows_text(rows, i, "signed_at"), .signatory = STR("L’officier de l’état civil"),
			.seed = (unsigned)i + 70 };
	str png, pdf, name;

	if (!facsimile_draw(load->arena, &paper, &png, &pdf))
		return false;
	name = store_name(load->arena, pdf);
	return store_put_soon(load->arena, name, pdf)
		&& WORK_QUERY(load->work, "with f as (insert into base.files (sha256, size, type, name, owner_id, at) "
			"select decode($2, 'hex'), $3, 'application/pdf', 'acte-de-deces.pdf', c.made_by, c.made_at from pensioners.claims c where c.claim_id = $1 returning file_id) "
			"insert into pensioners.claim_papers (claim_id, kind_code, file_id, added_by, added_at) "
			"select c.claim_id, 'acte_deces', f.file_id, c.made_by, c.made_at from f, pensioners.claims c where c.claim_id = $1",
			ARG(rows_int(rows, i, "claim_id")), ARG(name), ARG((int64_t)pdf.len)) != NULL;
}

bool
load_pensioners(struct load *load)
{
	const struct rows *rows = work_query(load->work,
		"select c.claim_id, (100 + c.claim_id)::text as act, c.deceased_name || ' est décédé le ' || base_api.day_words(c.died_on) || E'.\\n\\nDressé sur la déclaration d’un proche.' as body, "
		"'Parakou, le ' || base_api.day_words(least(c.died_on + 4, current_date)) as signed_at from pensioners.claims c where c.state_code <> 'brouillon' order by c.claim_id", NULL, 0);
	size_t i;

	for (i = 0; i < rows_count(rows); i++)
		if (!draw(load, rows, i))
			return false;
	return rows != NULL;
}
