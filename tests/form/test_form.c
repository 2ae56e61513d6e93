/* Forms as data: what is read, what is refused with its line, how answers are merged, judged, carried over and read back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "guichet/file.h"
#include "guichet/form.h"

#define PATH ",\"parcours\":[{\"etape\":\"instruction\",\"titre\":\"T\",\"bureau\":\"service\"}]}"
static struct arena *arena;

static int
start(void **state)
{
	(void)state;
	arena = arena_new();
	return 0;
}

static int
stop(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static const struct form *
form_of(const char *json)
{
	struct form *form = arena_alloc(arena, sizeof *form);
	str complaints = NO_STR;

	if (!form_parse(arena, STR("f.json"), str_of(json), form, &complaints))
		fail_msg("%.*s", STR_ARGS(complaints));
	return form;
}

static void
refuses(const char *json, const char *complaint)
{
	struct form form;
	str complaints = NO_STR;

	assert_false(form_parse(arena, STR("f.json"), str_of(json), &form, &complaints));
	if (memmem(complaints.at, complaints.len, complaint, strlen(complaint)) == NULL)
		fail_msg("« %s » not in:\n%.*s", complaint, STR_ARGS(complaints));
}

static const char BOTH[] =
	"{\"code\":\"x-y\",\"revision\":2,\"titre\":\"T\",\"sections\":[\n"
	" {\"id\":\"a\",\"titre\":\"A\",\"champs\":[\n"
	"  {\"id\":\"nom\",\"type\":\"texte\",\"titre\":\"Nom\",\"max\":10,\"connu\":\"nom\"},\n"
	"  {\"id\":\"cas\",\"type\":\"choix\",\"titre\":\"Cas\",\"choix\":[{\"valeur\":\"oui\",\"titre\":\"Oui\"},{\"valeur\":\"non\",\"titre\":\"Non\"}]},\n"
	"  {\"id\":\"precision\",\"type\":\"texte\",\"titre\":\"Précision\",\"si\":{\"champ\":\"cas\",\"vaut\":\"oui\"},\"etait\":\"detail\"},\n"
	"  {\"id\":\"somme\",\"type\":\"montant\",\"titre\":\"Somme\",\"facultatif\":true},\n"
	"  {\"id\":\"jour\",\"type\":\"date\",\"titre\":\"Jour\",\"facultatif\":true},\n"
	"  {\"id\":\"commune\",\"type\":\"commune\",\"titre\":\"Commune\",\"facultatif\":true},\n"
	"  {\"id\":\"ifu\",\"type\":\"ifu\",\"titre\":\"IFU\",\"facultatif\":true},\n"
	"  {\"id\":\"piece\",\"type\":\"fichier\",\"titre\":\"Pièce\",\"formats\":[\"pdf\"],\"poids_mo\":1}]},\n"
	" {\"id\":\"lot\",\"titre\":\"Lot\",\"groupe\":{\"nom\":\"bloc\",\"min\":1,\"max\":3},\"champs\":[\n"
	"  {\"id\":\"qui\",\"type\":\"texte\",\"titre\":\"Qui\"},{\"id\":\"age\",\"type\":\"nombre\",\"titre\":\"Âge\",\"min\":14,\"max\":99,\"facultatif\":true}]}]" PATH;

static struct parameters
posted(const char *const *pairs)
{
	struct parameters p = { 0 };

	for (; *pairs != NULL; pairs += 2)
		parameters_add(&p, arena, (struct parameter){ .name = str_of(pairs[0]), .value = str_of(pairs[1]), .from_body = true });
	return p;
}
#define POSTED(...) posted((const char *const[]){ __VA_ARGS__, NULL })

static const char *
merge(const struct form *form, size_t section, struct answers *answers, struct parameters p)
{
	struct form_posted files;

	return form_merge(&form->sections[section], answers, &p, arena, &files).text;
}

static bool
finds(const struct form *form, const struct answers *answers, const struct answers *facts, const char *name, const char *text)
{
	static const str communes[] = { STR("Ouidah") };
	const struct form_places places = { communes, NULL, 1, 0 };
	struct form_fault faults[40];
	const size_t count = form_check(form, NULL, answers, facts, &places, arena, faults, 40);

	for (size_t i = 0; i < count; i++)
		if (str_is(form_name(arena, faults[i].section, faults[i].item, faults[i].field), name) && strcmp(faults[i].text, text) == 0)
			return true;
	return false;
}

static void
reads_a_form(void **state)
{
	const struct form *form = form_of(BOTH);

	(void)state;
	assert_int_equal(form->section_count, 2);
	assert_int_equal(form->sections[0].field_count, 8);
	assert_true(form->sections[1].repeated);
	assert_true(form->has_files && form->has_communes && !form->has_structures);
	assert_int_equal(form->sections[0].fields[7].file_most, 1024 * 1024);
}

static void
tells_each_fault_with_its_line(void **state)
{
	(void)state;
	refuses("{\n\"code\": 1\n", "f.json:");
	refuses("[]", "f.json:1: un objet");
	refuses("{\"code\":\"x\",\n\"code\":\"y\"}", "ce n’est pas du JSON");
	refuses("{\"code\":\"x\",\"titre\":\"T\",\"sections\":[{\"id\":\"a\",\"titre\":\"A\",\"champs\":[{\"id\":\"b\",\"type\":\"texte\",\"titre\":\"B\"}]}]" PATH, "f.json:1: il manque « revision »");
	refuses("{\"code\":\"x\",\"revision\":1,\"titre\":\"T\",\"sections\":[\n{\"id\":\"a\",\"titre\":\"A\",\n\"champs\":[{\"id\":\"b\",\n\"type\":\"texxte\",\"titre\":\"B\"}]}]" PATH,
	        "f.json:4: type « texxte » inconnu");
	refuses("{\"code\":\"x\",\"revision\":1,\"titre\":\"T\",\"sections\":[\n{\"id\":\"a\",\"titre\":\"A\",\"champs\":[\n{\"id\":\"b\",\"type\":\"texte\",\"titre\":\"B\"},\n{\"id\":\"b\",\"type\":\"date\",\"titre\":\"C\"}]}]" PATH,
	        "f.json:4: l’identifiant « b » sert deux fois");
	refuses("{\"code\":\"x\",\"revision\":1,\"titre\":\"T\",\"sections\":[\n{\"id\":\"a\",\"titre\":\"A\",\"champs\":[\n{\"id\":\"B b\",\"type\":\"texte\",\"titre\":\"B\"}]}]" PATH, "f.json:3: « B b »");
	refuses("{\"code\":\"x\",\"revision\":1,\"titre\":\"T\",\"sections\":[{\"id\":\"a\",\"titre\":\"A\",\"champs\":[\n{\"id\":\"b\",\"type\":\"texte\",\"titre\":\"B\",\n\"si\":{\"champ\":\"z\",\"vaut\":\"1\"}}]}]" PATH,
	        "f.json:3: la condition nomme le champ « z »");
	refuses("{\"code\":\"x\",\"revision\":1,\"titre\":\"T\",\"sections\":[{\"id\":\"a\",\"titre\":\"A\",\"champs\":[{\"id\":\"b\",\"type\":\"choix\",\"titre\":\"B\"}]}]" PATH, "il manque « choix »");
	refuses("{\"code\":\"x\",\"revision\":1,\"titre\":\"T\",\"surprise\":1,\"sections\":[{\"id\":\"a\",\"titre\":\"A\",\"champs\":[{\"id\":\"b\",\"type\":\"texte\",\"titre\":\"B\"}]}]" PATH,
	        "« surprise » n’est pas connu ici");
	refuses("{\"code\":\"x\",\"revision\":1,\"titre\":\"T\",\"sections\":[{\"id\":\"a\",\"titre\":\"A\",\"champs\":[{\"id\":\"b\",\"type\":\"texte\",\"titre\":\"B\"}]}]}", "il manque « parcours »");
}

static void
merges_only_its_own_names(void **state)
{
	const struct form *form = form_of(BOTH);
	struct answers *answers = answers_read(arena, STR("{}"));

	(void)state;
	assert_null(merge(form, 0, answers, POSTED("cas", "oui", "precision", "  là  ")));
	assert_true(str_is(answers_get(answers, &form->sections[0], 0, &form->sections[0].fields[2]), "là"));
	assert_string_equal(merge(form, 0, answers, POSTED("lot.1.qui", "x")), "field.unknown");
	assert_string_equal(merge(form, 0, answers, POSTED("cas", "oui", "cas", "non")), "field.repeated");
	assert_string_equal(merge(form, 1, answers, POSTED("lot.4.qui", "x")), "field.unknown");
	assert_string_equal(merge(form, 1, answers, POSTED("lot.0.qui", "x")), "field.unknown");
	assert_string_equal(merge(form, 1, answers, POSTED("lot.01.qui", "x")), "field.unknown");
	assert_string_equal(merge(form, 1, answers, POSTED("lot.999999999999999999999.qui", "x")), "field.unknown");
	assert_string_equal(merge(form, 0, answers, POSTED("piece", "not a file")), "field.not_a_file");
	assert_null(merge(form, 1, answers, POSTED("lot.3.qui", "x")));
	assert_int_equal(answers_items(answers, &form->sections[1]), 3);
	assert_false(answers_add_item(answers, &form->sections[1]));
}

static void
judges_by_type_and_condition(void **state)
{
	const struct form *form = form_of(BOTH);
	struct answers *answers = answers_read(arena, STR("{\"cas\":\"peut-être\",\"somme\":\"beaucoup\",\"jour\":\"31 février 2026\",\"commune\":\"Paris\",\"ifu\":\"12\",\"lot\":[{\"age\":\"9\"}]}"));
	struct answers *facts = answers_read(arena, STR("{\"nom\":\"ADJOVI\"}")), *none = answers_read(arena, STR(""));

	(void)state;
	assert_true(finds(form, answers, none, "nom", "field.required"));
	assert_false(finds(form, answers, facts, "nom", "field.required"));
	assert_true(finds(form, answers, facts, "cas", "field.not_a_choice"));
	assert_true(finds(form, answers, facts, "somme", "field.not_a_number"));
	assert_true(finds(form, answers, facts, "jour", "field.not_a_date"));
	assert_true(finds(form, answers, facts, "commune", "field.not_a_choice"));
	assert_true(finds(form, answers, facts, "ifu", "form.digits"));
	assert_true(finds(form, answers, facts, "piece", "field.file_required"));
	assert_true(finds(form, answers, facts, "lot.1.qui", "field.required"));
	assert_true(finds(form, answers, facts, "lot.1.age", "field.too_small"));
	assert_false(finds(form, answers, facts, "precision", "field.required"));
	answers_read(arena, STR("[1,2"));          /* anything else is read as nothing */
	assert_null(merge(form, 0, answers, POSTED("cas", "oui")));
	assert_true(finds(form, answers, facts, "precision", "field.required"));
	assert_null(merge(form, 0, answers, POSTED("commune", "Ouidah", "ifu", "320 191 234 567 8")));
	assert_false(finds(form, answers, facts, "commune", "field.not_a_choice"));
	assert_false(finds(form, answers, facts, "ifu", "form.digits"));
}

static void
carries_an_older_draft(void **state)
{
	const struct form *form = form_of(BOTH);
	struct answers *answers = answers_read(arena, STR("{\"detail\":\"gardé\",\"disparu\":\"aussi\"}"));

	(void)state;
	answers_carry(answers, form);
	assert_true(str_is(answers_get(answers, &form->sections[0], 0, &form->sections[0].fields[2]), "gardé"));
	assert_non_null(memmem(answers_write(arena, answers).at, answers_write(arena, answers).len, "disparu", 7));
}

static void
reads_back_in_words(void **state)
{
	const struct form *form = form_of(BOTH);
	struct answers *answers = answers_read(arena, STR("{\"cas\":\"non\",\"precision\":\"cachée\",\"somme\":\"192000\",\"jour\":\"3/3/2026\",\"lot\":[{\"qui\":\"Jean\"},{\"qui\":\"Ama\"}]}"));
	const str review = form_review(arena, form, answers, answers_read(arena, STR("{\"nom\":\"ADJOVI\"}")));

	(void)state;
	assert_non_null(memmem(review.at, review.len, "192\xE2\x80\xAF" "000\xC2\xA0" "FCFA", 14));
	assert_non_null(memmem(review.at, review.len, "3 mars 2026", 11));
	assert_non_null(memmem(review.at, review.len, "\"known\":true", 12));
	assert_non_null(memmem(review.at, review.len, "Lot, bloc 2", 11));
	assert_null(memmem(review.at, review.len, "cachée", 7));
}

static void
believes_bytes_not_names(void **state)
{
	const struct form *form = form_of(BOTH);
	const struct form_field *piece = &form->sections[0].fields[7];
	str type = NO_STR;

	(void)state;
	assert_null(form_file_type(piece, STR("%PDF-1.7\n"), &type));
	assert_true(str_is(type, "application/pdf"));
	assert_string_equal(form_file_type(piece, STR("\x89PNG\r\n\x1a\n...."), &type), "form.file_type");
	assert_string_equal(form_file_type(piece, STR("MZ"), &type), "form.file_type");
	assert_string_equal(form_file_type(piece, STR(""), &type), "field.file_empty");
	assert_string_equal(form_file_type(piece, (str){ "x", 2 * 1024 * 1024 }, &type), "field.file_too_large");
}

static void
loses_no_block(void **state)
{
	const struct form *form = form_of(BOTH);
	struct answers *answers = answers_read(arena, STR("{\"lot\":[{\"qui\":\"un\"},{\"qui\":\"deux\"},{\"qui\":\"trois\"}]}"));

	(void)state;
	answers_drop_item(answers, &form->sections[1], 1);
	assert_int_equal(answers_items(answers, &form->sections[1]), 2);
	assert_true(str_is(answers_get(answers, &form->sections[1], 1, &form->sections[1].fields[0]), "trois"));
	assert_true(answers_add_item(answers, &form->sections[1]));
	assert_int_equal(answers_items(answers, &form->sections[1]), 3);
}

/* A reply that becomes a document: somebody signs it, and it takes up fields that exist. */
static void
a_document_is_signed_and_takes_up_what_is_there(void **state)
{
#define SECTION "\"sections\":[{\"id\":\"a\",\"titre\":\"A\",\"champs\":[{\"id\":\"nom\",\"type\":\"texte\",\"titre\":\"Nom\"}]}],"
#define SIGNED "\"parcours\":[{\"etape\":\"signature\",\"titre\":\"S\",\"bureau\":\"B\"}]}"
#define UNSIGNED "\"parcours\":[{\"etape\":\"instruction\",\"titre\":\"S\",\"bureau\":\"B\"}]}"
#define HEAD "{\"code\":\"x-y\",\"revision\":1,\"titre\":\"T\","
	(void)state;
	assert_non_null(form_of(HEAD "\"signataire\":\"D\",\"document\":{\"forme\":\"VISA\",\"titre\":\"de T\",\"reprend\":[\"nom\"]}," SECTION SIGNED));
	refuses(HEAD "\"signataire\":\"D\",\"document\":{\"forme\":\"VISA\",\"titre\":\"de T\",\"reprend\":[\"age\"]}," SECTION SIGNED, "reprend le champ « age », qui n’existe pas");
	refuses(HEAD "\"signataire\":\"D\",\"document\":{\"forme\":\"VISA\",\"titre\":\"de T\"}," SECTION UNSIGNED, "une étape « signature »");
	refuses(HEAD "\"document\":{\"forme\":\"VISA\",\"titre\":\"de T\"}," SECTION SIGNED, "il faut « signataire »");
	refuses(HEAD "\"signataire\":\"D\",\"document\":{\"forme\":\"VISA\",\"titre\":\"de T\",\"sceau\":1}," SECTION SIGNED, "sceau");
	refuses(HEAD "\"signataire\":\"D\",\"document\":{\"titre\":\"de T\",\"reprend\":[3]}," SECTION SIGNED, "forme");
}

/* Every form of the project serves. */
static void
the_forms_of_the_project(void **state)
{
	static const char *const CODES[] = { "attestation-presence", "attestation-validite-services", "autorisation-stage", "certificat-non-radiation", "copie-actes", "correction-acte",
		"requete-plainte-information", "visa-contrat-apprentissage", "general" };

	(void)state;
	for (size_t i = 0; i < sizeof CODES / sizeof *CODES; i++) {
		const str text = file_read(arena, arena_format(arena, "templates/forms/%s.json", CODES[i]).at);
		const struct form *form;

		assert_non_null(text.at);
		form = form_of(text.at);
		assert_true(str_is(form->code, CODES[i]));
	}
}

int
main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, start, stop)
	const struct CMUnitTest tests[] = { T(reads_a_form), T(tells_each_fault_with_its_line), T(a_document_is_signed_and_takes_up_what_is_there), T(merges_only_its_own_names), T(judges_by_type_and_condition), T(carries_an_older_draft),
		T(reads_back_in_words), T(believes_bytes_not_names), T(loses_no_block), T(the_forms_of_the_project) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
