/* Sending a file: the one handler that keeps bytes outside of the database. It runs after the first segment has said who is
 * asking; keeping the same content twice changes nothing, so doing it again is safe. */
#include <stdlib.h>

#include "head.h"
#include "pages.h"
#include "guichet/store.h"

/* A file of the payer is about one month that is over or running, said by who sends it. */
static struct problem
pay_month(const struct request *req, str text, struct date *month)
{
	if (column_month(text, month).kind != PROBLEM_NONE)
		return problem_input("mois", "payroll.month_wrong");
	if (month->year < 1960 || date_compare(*month, req->today) > 0)
		return problem_input("mois", "payroll.month_range");
	return NO_PROBLEM;
}

struct problem
send_ask(const struct request *req, const void *input, struct batch *batch)
{
	(void)req;
	(void)input;
	ASK_PLAIN(batch, &MAY_SEND);
	return NO_PROBLEM;
}

struct problem
send_then(const struct request *req, const void *input, const struct results *got, struct batch *batch)
{
	const struct send_input *in = input;
	str about = NO_STR;
	const enum column_file file = import_file(in->nature);
	struct date month = { .year = 0 };
	struct problem problem = NO_PROBLEM;

	(void)got;
	if (file == COLUMN_FILE_PAY)
		problem = pay_month(req, in->mois, &month);
	if (problem.kind == PROBLEM_NONE)
		problem = head_read(req->arena, file, in->fichier.bytes, month, &about);
	if (problem.kind == PROBLEM_INPUT && problem.field == NULL)
		problem.field = "fichier";
	if (problem.kind != PROBLEM_NONE)
		return problem;
	const str name = store_name(req->arena, in->fichier.bytes);

	if (!store_put(req->arena, name, in->fichier.bytes))
		return problem_of(PROBLEM_BUSY, "problem.storage_full");
	ASK(batch, &SEND, ARG(in->nature), ARG(in->fichier.name), ARG(name), ARG((int64_t)in->fichier.bytes.len), ARG(about));
	return NO_PROBLEM;
}

struct reply
send_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	(void)input;
	(void)page;
	return reply_see_other(req, "%.*s", STR_ARGS(import_place(req, rows_int(results_of(got, &SEND), 0, "import_id"), "/colonnes")));
}

str
import_place(const struct request *req, int64_t import, const char *after)
{
	return arena_format(req->arena, "%s/%.*s%s", import_base(req), STR_ARGS(opaque_text(req->arena, import)), after);
}

const char *
import_base(const struct request *req)
{
	return req->route->permission == &PAYROLL_COMPARE ? "/paye/imports" : "/imports";
}

void
import_show_base(const struct request *req, struct page *page)
{
	const bool pay = req->route->permission == &PAYROLL_COMPARE;

	page_text(page, MARK("BASE"), str_of(import_base(req)));
	page_text(page, MARK("SECTION"), pay ? STR("paye") : STR("imports"));
	page_show(page, pay ? MARK("IS_PAYE") : MARK("IS_PERSONNEL"));
}

/* A file with the headers that are recognised without doubt, and two lines to follow. */
struct reply
model_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	static const char personnel[] = "\xef\xbb\xbf" "Matricule;Nom;Prénoms;Sexe;Date de naissance;Date de prise de service;Statut;Corps;Catégorie;Échelle;Échelon;"
		"Structure;Position;Téléphone;Email\r\n"
		"123456;ADJOVI;Koffi Jean;M;03/03/1985;01/10/2010;FE;AAS;A;3;7;DRSC;Activité;01 97 00 00 01;k.adjovi@exemple.bj\r\n";
	static const char acts[] = "\xef\xbb\xbf" "Matricule;Type d’acte;Référence;Date de signature;Date d’effet;Corps;Catégorie;Échelle;Échelon;Structure;Position;"
		"Observation\r\n"
		"123456;Avancement d’échelon;035/MTFP/DC/SGM/DGFP;30/07/2024;01/10/2024;AAS;A;3;8;;;\r\n";
	static const char pay[] = "\xef\xbb\xbf" "Matricule;Catégorie;Échelle;Échelon;Indice;Traitement indiciaire;Position;Mois\r\n"
		"123456;A;3;7;713;213900;Activité;10/2026\r\n";
	const str path = str_of(req->route->path);
	const bool is_acts = str_ends(path, STR("actes")), is_pay = str_ends(path, STR("paye"));
	const char *text = is_acts ? acts : is_pay ? pay : personnel;

	(void)input;
	(void)got;
	(void)page;
	return reply_file((str){ strdup(text), strlen(text) }, STR("text/csv; charset=utf-8"),
	                  is_pay ? STR("modele-paye.csv") : is_acts ? STR("modele-actes.csv") : STR("modele-personnel.csv"));
}
