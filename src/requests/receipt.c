/* The receipt as a PDF: the number, the code, what was promised that day and what was declared; its square code opens the follow-up. */
#include <stdlib.h>

#include "own.h"
#include "guichet/paper.h"

enum { LINES_MOST = 200 };

const struct query RECEIPT_LINES = { "select * from requests_api.receipt_lines($1, $2)" };

struct problem
receipt_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct code_input *in = input;

	if (str_empty(in->numero) || str_empty(in->code))
		return problem_of(PROBLEM_MISSING, "problem.missing");
	ASK(batch, &FOLLOW, ARG(in->numero), ARG(in->code), ARG(req->address));
	ASK(batch, &RECEIPT_LINES, ARG(in->numero), ARG(in->code));
	return NO_PROBLEM;
}

static str
instant_words(const struct request *req, const struct rows *row, const char *column)
{
	return clock_french(req->arena, rows_instant(row, 0, column));
}

static const str *
fact_cells(const struct request *req, const struct rows *row, size_t *count)
{
	str *cells = arena_array(req->arena, 12, sizeof *cells);
	size_t n = 0;

	cells[n++] = STR("Démarche");
	cells[n++] = rows_text(row, 0, "service_name");
	cells[n++] = STR("Déposée le");
	cells[n++] = instant_words(req, row, "filed_at");
	cells[n++] = STR("Bureau");
	cells[n++] = rows_text(row, 0, "desk");
	if (rows_int(row, 0, "days") > 0) {
		cells[n++] = STR("Délai affiché ce jour-là");
		cells[n++] = arena_format(req->arena, "%lld jours ouvrables, arrêté quand c’est à vous de répondre", (long long)rows_int(row, 0, "days"));
	}
	*count = n / 2;
	return cells;
}

static const str *
declared_cells(const struct request *req, const struct rows *lines, size_t *count)
{
	str *cells = arena_array(req->arena, 2 * LINES_MOST, sizeof *cells);
	size_t i;

	*count = rows_count(lines) < LINES_MOST ? rows_count(lines) : LINES_MOST;
	for (i = 0; i < *count; i++) {
		cells[2 * i] = rows_text(lines, i, "label");
		cells[2 * i + 1] = rows_text(lines, i, "value");
	}
	return cells;
}

static struct problem
draw(const struct request *req, const struct rows *row, const struct rows *lines, str *bytes)
{
	static const str stamp[] = { STR("MINISTÈRE DU TRAVAIL\nET DE LA FONCTION PUBLIQUE") };
	const str number = rows_text(row, 0, "number"), code = rows_text(row, 0, "code"), origin = str_of(req->origin);
	struct paper_block blocks[4] = { { .kind = PAPER_FACTS }, { .kind = PAPER_HEADING, .text = STR("Ce qui a été déclaré") }, { .kind = PAPER_FACTS },
		{ .kind = PAPER_NOTE, .text = STR("Ce récépissé prouve le dépôt, non le droit. Avec le numéro et le code, la demande se suit sans compte : gardez le code pour vous.") } };
	struct paper_seal slip = { .code = code, .where = arena_format(req->arena, "%.*s/suivi", STR_ARGS(origin)),
		.url = arena_format(req->arena, "%.*s/suivi?numero=%.*s&code=%.*s", STR_ARGS(origin), STR_ARGS(number), STR_ARGS(code)) };
	int pages;

	blocks[0].cells = fact_cells(req, row, &blocks[0].row_count);
	blocks[2].cells = declared_cells(req, lines, &blocks[2].row_count);
	const struct paper paper = { .stamp = stamp, .stamp_count = 1, .form = STR("RÉCÉPISSÉ"), .reference = number, .title = STR("de dépôt d’une demande"), .blocks = blocks,
		.block_count = 4, .seal = &slip, .demo = req->demo, .subject = rows_text(row, 0, "service_name"), .author = STR("Ministère du Travail et de la Fonction publique"),
		.created = rows_instant(row, 0, "filed_at") };

	return paper_pdf(req->arena, &paper, bytes, &pages);
}

struct reply
receipt_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *row = results_of(got, &FOLLOW);
	struct problem problem;
	str bytes = NO_STR;

	(void)input;
	(void)page;
	if (rows_count(row) == 0)
		return reply_problem(problem_of(PROBLEM_MISSING, "problem.missing"));
	problem = draw(req, row, results_of(got, &RECEIPT_LINES), &bytes);
	if (problem.kind != PROBLEM_NONE)
		return reply_problem(problem);
	return reply_copy(bytes, STR("application/pdf"), arena_format(req->arena, "recepisse-%.*s.pdf", STR_ARGS(rows_text(row, 0, "number"))));
}
