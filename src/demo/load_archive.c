/* Old papers of the demonstration: drawn from the invented careers, kept in the store, then told to the database in every state
 * of their treatment. The words of the rows are in sql/archive/demo_begin.sql and demo_rows.sql. */
#include <stdio.h>

#include "demo/load.h"
#include "guichet/facsimile.h"
#include "guichet/file.h"
#include "guichet/store.h"

static bool
run_file(struct load *load, const char *sql, const char *name)
{
	const str text = file_read(load->arena, arena_format(load->arena, "%s/archive/%s", sql, name).at);

	return text.at != NULL && work_run(load->work, text.at);
}

static bool
draw(struct load *load, const struct rows *rows, size_t i)
{
	const struct facsimile act = { .reference = arena_format(load->arena, "N° %.*s", STR_ARGS(rows_text(rows, i, "reference"))),
		.title = rows_text(rows, i, "title"), .body = rows_text(rows, i, "body"), .signed_at = rows_text(rows, i, "signed_at"),
		.signatory = rows_text(rows, i, "signatory"), .seed = (unsigned)rows_int(rows, i, "slot"), .faded = rows_bool(rows, i, "faded") };
	str png, pdf;

	if (!facsimile_draw(load->arena, &act, &png, &pdf))
		return false;
	const str pdf_name = store_name(load->arena, pdf), png_name = store_name(load->arena, png);

	return store_put_soon(load->arena, pdf_name, pdf) && store_put_soon(load->arena, png_name, png)
		&& WORK_QUERY(load->work, "update archive.demo_scans d set pdf_sha = $2, pdf_size = $3, png_sha = $4 where d.slot = $1",
			ARG(rows_int(rows, i, "slot")), ARG(pdf_name), ARG((int64_t)pdf.len), ARG(png_name)) != NULL;
}

bool
load_archive(struct load *load, const char *sql, const char *var)
{
	const struct rows *rows;

	store_begin(var);
	if (!run_file(load, sql, "demo_begin.sql"))
		return false;
	rows = work_query(load->work, "select slot, reference, title, body, signed_at, signatory, faded from archive.demo_scans order by slot", NULL, 0);
	for (size_t i = 0; i < rows_count(rows); i++)
		if (!draw(load, rows, i))
			return false;
	load_say(load, "pièces d’archives dessinées", rows_count(rows));
	return rows != NULL && run_file(load, sql, "demo_rows.sql");
}
