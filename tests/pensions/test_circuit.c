/* A computation as it is kept, and a booklet made from what is kept: every wait named once, a hole in the rules, two funds, bad content. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>
#include <jansson.h>

#include "guichet/paper_content.h"
#include "pensions/circuit.h"

#define FROM_1986 { 1986, 2, 26 }
static const struct dated_value VALUES[] = {
	{ { "annuity_rate", 12 }, FROM_1986, { 0, 0, 0 }, 200, true, false, { "guide", 5 }, { "presse", 6 } },
	{ { "rate_cap", 8 }, FROM_1986, { 0, 0, 0 }, 8000, true, false, { "guide", 5 }, { "presse", 6 } },
	{ { "window_months", 13 }, FROM_1986, { 0, 0, 0 }, 60, true, false, { "guide", 5 }, { "presse", 6 } },
	{ { "least_months", 12 }, FROM_1986, { 0, 0, 0 }, 180, true, false, { "loi \"98\"", 8 }, { "loi", 3 } },
	{ { "point_value", 11 }, FROM_1986, { 2030, 1, 1 }, 300000, true, true, { "démo", 5 }, { "inconnu", 7 } },
	{ { "point_value", 11 }, { 2031, 1, 1 }, { 0, 0, 0 }, 310000, true, true, { "démo", 5 }, { "inconnu", 7 } },
	{ { "cnss_annuity_rate", 17 }, FROM_1986, { 0, 0, 0 }, 150, true, true, { "démo", 5 }, { "inconnu", 7 } },
	{ { "cnss_rate_cap", 13 }, FROM_1986, { 0, 0, 0 }, 7000, true, true, { "démo", 5 }, { "inconnu", 7 } },
	{ { "cnss_window_months", 18 }, FROM_1986, { 0, 0, 0 }, 60, true, true, { "démo", 5 }, { "inconnu", 7 } },
	{ { "cnss_least_months", 17 }, FROM_1986, { 0, 0, 0 }, 180, true, false, { "loi", 3 }, { "loi", 3 } },
	{ { "cnss_point_value", 16 }, FROM_1986, { 0, 0, 0 }, 300000, true, true, { "démo", 5 }, { "inconnu", 7 } },
};

static struct date
day(int year, int month, int of)
{
	return (struct date){ (int16_t)year, (uint8_t)month, (uint8_t)of };
}

static struct simulation
career(const struct stretch *services, size_t count)
{
	return (struct simulation){ .in = { .person = { .birth = day(1967, 3, 22), .limit = day(2027, 4, 1), .sex = 'M' }, .services = services, .service_count = count },
		.parameters = VALUES, .parameter_count = sizeof VALUES / sizeof VALUES[0] };
}

static json_t *
kept(struct arena *arena, const struct simulation *sim, enum regime fund, struct date leave)
{
	const struct rules rules = rules_at(sim->parameters, sim->parameter_count, fund, leave);
	const struct liquidation got = simulate(arena, sim, fund, leave);
	const str text = circuit_liquidation_json(arena, sim, &got, fund, &rules, NULL);
	json_t *root = json_loadb(text.at, text.len, 0, NULL);

	assert_non_null(root);
	return root;
}

static int64_t
number(const json_t *root, const char *name)
{
	return json_integer_value(json_object_get(root, name));
}

static const char *
line_text(const json_t *root, const char *kind, const char *name)
{
	const json_t *lines = json_object_get(root, "lines");
	size_t i;

	for (i = 0; i < json_array_size(lines); i++)
		if (strcmp(json_string_value(json_object_get(json_array_get(lines, i), "kind")), kind) == 0)
			return json_string_value(json_object_get(json_array_get(lines, i), name));
	return NULL;
}

/* 30 years at index 1,000: 60 % of 300,000. */
static void
test_amount(void **state)
{
	const struct stretch services[] = { { day(1997, 4, 1), SIMULATION_OPEN, COUNTS_YES, REGIME_FNRB, 1000, STR("Activité \"pleine\"\n"), STR("A\\1"), true } };
	const struct simulation sim = career(services, 1);
	struct arena *arena = arena_new();
	json_t *root = kept(arena, &sim, REGIME_FNRB, day(2027, 4, 1));

	(void)state;
	assert_true(json_is_true(json_object_get(root, "complete")) && json_is_true(json_object_get(root, "entitled")) && json_is_true(json_object_get(root, "demo")));
	assert_int_equal(number(root, "pension"), 180000);
	assert_int_equal(number(root, "rate"), 600000);
	assert_int_equal(number(root, "service_days"), 30 * 360);
	assert_int_equal(json_array_size(json_object_get(root, "waits")), 0);
	assert_string_equal(line_text(root, "services", "value"), "30 ans");
	assert_string_equal(line_text(root, "services", "until"), "2027-04-01");
	assert_string_equal(line_text(root, "services", "act"), "A\\1");
	assert_string_equal(line_text(root, "droit", "source"), "loi \"98\"");
	assert_string_equal(line_text(root, "droit", "certainty"), "loi");
	assert_non_null(strstr(line_text(root, "pension", "value"), "180"));
	assert_non_null(strstr(line_text(root, "taux", "rule"), "2\u00a0% par annuité"));
	json_decref(root);
	arena_free(arena);
}

/* The same wait on the same day is told once, with what each can do; no amount beside it, and no line of one. */
static void
test_waits(void **state)
{
	const struct stretch missing[] = { { day(1997, 4, 1), day(2024, 1, 1), COUNTS_YES, REGIME_FNRB, 1000, STR("Activité"), STR("A1"), true },
		{ day(2024, 1, 1), SIMULATION_OPEN, COUNTS_YES, REGIME_FNRB, 0, STR("Activité"), STR("A2"), true } };
	const struct stretch twice[] = { { day(1997, 4, 1), day(2024, 1, 1), COUNTS_YES, REGIME_FNRB, 1000, STR("Activité"), STR("A1"), true },
		{ day(2020, 1, 1), SIMULATION_OPEN, COUNTS_YES, REGIME_FNRB, 1000, STR("Activité"), STR("A2"), true } };
	struct simulation sim = career(missing, 2);
	const struct wait doubt[] = { { WAIT_OVERLAP, STR("Même échelon accordé deux fois"), day(2010, 1, 1), day(2010, 1, 1), STR("A7") },
		{ WAIT_OVERLAP, STR("Même échelon accordé deux fois"), day(2010, 1, 1), day(2010, 1, 1), STR("A8") } };
	struct arena *arena = arena_new();
	json_t *root = kept(arena, &sim, REGIME_FNRB, day(2027, 4, 1)), *wait;

	(void)state;
	assert_false(json_is_true(json_object_get(root, "complete")));
	assert_int_equal(number(root, "pension"), 0);
	wait = json_array_get(json_object_get(root, "waits"), 0);
	assert_string_equal(json_string_value(json_object_get(wait, "what")), "Indice inconnu");
	assert_string_equal(json_string_value(json_object_get(wait, "act")), "A2");
	assert_string_equal(json_string_value(json_object_get(wait, "from")), "2024-01-01");
	assert_non_null(strstr(json_string_value(json_object_get(wait, "desk_do")), "archives"));
	assert_non_null(strstr(json_string_value(json_object_get(wait, "do")), "remettez-le"));
	assert_null(line_text(root, "pension", "value"));
	json_decref(root);
	sim = career(twice, 2);
	root = kept(arena, &sim, REGIME_FNRB, day(2027, 4, 1));
	assert_string_equal(json_string_value(json_object_get(json_array_get(json_object_get(root, "waits"), 0), "what")), "Deux situations se chevauchent");
	json_decref(root);
	sim = career(missing, 1);
	sim.doubts = doubt;
	sim.doubt_count = 2;
	root = kept(arena, &sim, REGIME_FNRB, day(2024, 1, 1));
	assert_int_equal(json_array_size(json_object_get(root, "waits")), 1);
	assert_int_equal(number(root, "pension"), 0);
	assert_null(line_text(root, "pension", "value"));
	json_decref(root);
	sim = career(NULL, 0);
	root = kept(arena, &sim, REGIME_FNRB, day(2027, 4, 1));                  /* no act at all */
	assert_true(json_array_size(json_object_get(root, "waits")) > 0);
	json_decref(root);
	arena_free(arena);
}

/* A rule table with a hole: the day that falls into it waits, the days around it do not. */
static void
test_hole(void **state)
{
	const struct stretch services[] = { { day(1997, 4, 1), SIMULATION_OPEN, COUNTS_YES, REGIME_FNRB, 1000, STR("Activité"), STR("A1"), true } };
	const struct simulation sim = career(services, 1);
	struct arena *arena = arena_new();
	json_t *root = kept(arena, &sim, REGIME_FNRB, day(2030, 7, 1));

	(void)state;
	assert_int_equal(number(root, "pension"), 0);
	assert_string_equal(json_string_value(json_object_get(json_array_get(json_object_get(root, "waits"), 0), "what")), "Valeur du point d’indice");
	assert_null(json_object_get(json_array_get(json_object_get(root, "waits"), 0), "from"));
	json_decref(root);
	root = kept(arena, &sim, REGIME_FNRB, day(2031, 1, 1));
	assert_true(number(root, "pension") > 0);
	json_decref(root);
	arena_free(arena);
}

/* Two funds: times are totalled, each pays its part by its own rules; together never more than the dearer one alone would. */
static void
test_two_funds(void **state)
{
	const struct stretch services[] = { { day(1997, 4, 1), day(2007, 4, 1), COUNTS_YES, REGIME_CNSS, 1000, STR("Contrat"), STR("C"), true },
		{ day(2007, 4, 1), SIMULATION_OPEN, COUNTS_YES, REGIME_FNRB, 1000, STR("Activité"), STR("A"), true } };
	const struct simulation sim = career(services, 2);
	struct arena *arena = arena_new();
	json_t *fnrb = kept(arena, &sim, REGIME_FNRB, day(2027, 4, 1)), *cnss = kept(arena, &sim, REGIME_CNSS, day(2027, 4, 1));

	(void)state;
	assert_string_equal(json_string_value(json_object_get(cnss, "regime")), "CNSS");
	assert_int_equal(number(fnrb, "pension"), 120000);         /* 60 % of 300,000, twenty years of thirty */
	assert_int_equal(number(cnss, "pension"), 45000);          /* 45 % of 300,000, ten years of thirty */
	assert_string_equal(line_text(fnrb, "part", "value"), "66,66\u00a0%");
	assert_string_equal(line_text(fnrb, "autre_regime", "value"), "10 ans");
	json_decref(fnrb);
	json_decref(cnss);
	arena_free(arena);
}

#define HEAD "\"form\":\"LIVRET DE PENSION\",\"reference\":\"0001/2026/LP\",\"title\":\"Madame X\",\"name\":\"Livret de pension\",\"person\":\"Madame X\",\"stamp\":[\"Ministère\",\"Direction\"]," \
	"\"place_date\":\"Cotonou, le 1er avril 2027\",\"quality\":\"Le Chef\",\"signatory\":\"DOSSA\",\"note\":\"Signé\""

static void
test_booklet(void **state)
{
	struct arena *arena = arena_new();
	struct paper paper;
	const str good = STR("{" HEAD ",\"blocks\":[{\"style\":\"texte\",\"text\":\"Une pension…\"},{\"style\":\"faits\",\"rows\":[[\"Pension mensuelle\",\"180 000 FCFA\"]]},"
		"{\"style\":\"titre\",\"text\":\"Calcul\"},{\"style\":\"calcul\",\"rows\":[[\"1\",\"Services\",\"Activité\",\"un acte\",\"30 ans\"]]},{\"style\":\"services\",\"rows\":[]},{\"style\":\"note\",\"text\":\"n\"}]}");
	static const unsigned char HASH[32] = { 1, 2, 3 };
	str bytes;
	int pages;

	(void)state;
	assert_true(paper_of_content(arena, good, &paper));
	assert_int_equal(paper.block_count, 6);
	assert_true(paper.blocks[1].kind == PAPER_FACTS && paper.blocks[2].kind == PAPER_HEADING && paper.blocks[3].kind == PAPER_TABLE && paper.blocks[3].row_count == 1);
	assert_int_equal(paper.stamp_count, 2);
	paper.seal = paper_seal_of(arena, STR("https://guichet.example.bj"), STR("a.b.c"), STR("K7QM2HTX9PRA"), STR("2026-a"), HASH, 1795000000000000);
	assert_true(str_is(paper.seal->where, "guichet.example.bj/verifier") && str_is(paper.seal->url, "https://guichet.example.bj/v#a.b.c"));
	assert_int_equal(paper.seal->fingerprint.len, 64 + 15);
	assert_int_equal(paper_pdf(arena, &paper, &bytes, &pages).kind, PROBLEM_NONE);
	assert_true(pages >= 1 && bytes.len > 1000);
	arena_free(arena);
}

static void
test_bad_content(void **state)
{
	static const char *const BAD[] = {
		"", "{", "[]", "{}", "{" HEAD "}", "{" HEAD ",\"blocks\":[]}", "{" HEAD ",\"blocks\":[{}]}", "{" HEAD ",\"blocks\":[{\"style\":\"texte\"}]}",
		"{" HEAD ",\"blocks\":[{\"style\":\"faits\",\"rows\":[[\"seul\"]]}]}", "{" HEAD ",\"blocks\":[{\"style\":\"calcul\",\"rows\":{}}]}",
		"{" HEAD ",\"blocks\":[{\"style\":\"services\",\"rows\":[[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\"]]}]}", "{\"blocks\":[{\"style\":\"texte\",\"text\":\"x\"}]}",
	};
	struct arena *arena = arena_new();
	struct paper paper;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof BAD / sizeof BAD[0]; i++)
		assert_false(paper_of_content(arena, str_of(BAD[i]), &paper));
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_amount), cmocka_unit_test(test_waits), cmocka_unit_test(test_hole), cmocka_unit_test(test_two_funds), cmocka_unit_test(test_booklet), cmocka_unit_test(test_bad_content),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
