/* Fields: each type with what it takes and what it refuses. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "guichet/fields.h"
#include "guichet/opaque.h"

#define NBSP  "\xC2\xA0"
#define NNBSP "\xE2\x80\xAF"

struct form {
	int64_t       acte, age;
	str           nom, note, secret, sexe, courriel, tel, matricule, code;
	bool          accord;
	struct date   ne;
	struct upload piece;
	struct uploads pieces;
	struct texts  lignes;
};

static struct arena     *arena;
static struct parameters sent;
static struct form       form;
static struct problem    problems[64];
static size_t            count;

static int
start(void **state)
{
	(void)state;
	opaque_key((const unsigned char *)"0123456789abcdef");
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

static void
send(const char *name, str value)
{
	parameters_add(&sent, arena, (struct parameter){ .name = str_of(name), .value = value, .from_body = true });
}

static void
nothing_sent(void)
{
	sent = (struct parameters){ 0 };
}

static size_t
read_strictly(const struct field *fields, bool strict)
{
	form = (struct form){ 0 };
	count = fields_read(fields, &sent, &form, arena, problems, sizeof problems / sizeof *problems, strict);
	return count;
}

/* NULL when `value`, sent alone, is taken by the one field of the table; else the sentence of the refusal. */
static const char *
sentence(const struct field *fields, str value)
{
	nothing_sent();
	if (value.at != NULL)
		send(fields[0].name, value);
	if (read_strictly(fields, true) == 0)
		return "";
	assert_int_equal(count, 1);
	assert_int_equal(problems[0].kind, PROBLEM_INPUT);
	assert_string_equal(problems[0].field, fields[0].name);
	return problems[0].text;
}

#define TAKES(fields, value)         assert_string_equal(sentence(fields, STR(value)), "")
#define REFUSES(fields, value, why)  assert_string_equal(sentence(fields, STR(value)), why)

static void
identifiers(void **state)
{
	static const struct field one[] = { FIELD_ID(struct form, acte), FIELDS_END };
	static const struct field maybe[] = { OPTIONAL_ID(struct form, acte), FIELDS_END };
	const str                 good = opaque_text(arena, 12);

	(void)state;
	assert_string_equal(sentence(one, good), "");
	assert_int_equal(form.acte, 12);
	REFUSES(one, "12", "field.not_an_id");
	REFUSES(one, "ZZZZZZZZZZZZZ", "field.not_an_id");
	assert_int_equal(form.acte, 0);
	REFUSES(one, "", "field.required");
	assert_string_equal(sentence(one, NO_STR), "field.required");
	assert_string_equal(sentence(maybe, NO_STR), "");
}

static void
numbers(void **state)
{
	static const struct field one[] = { FIELD_INT(struct form, age, -5, 192000), FIELDS_END };
	static const struct field all[] = { OPTIONAL_INT(struct form, age, INT64_MIN, INT64_MAX), FIELDS_END };

	(void)state;
	TAKES(one, "192" NNBSP "000");
	assert_int_equal(form.age, 192000);
	TAKES(one, " 1 92" NBSP "000 ");
	TAKES(one, "-5");
	assert_int_equal(form.age, -5);
	REFUSES(one, "-6", "field.too_small");
	assert_true(str_is(problems[0].detail, "-5"));
	REFUSES(one, "192001", "field.too_big");
	assert_true(str_is(problems[0].detail, "192" NNBSP "000"));
	assert_int_equal(form.age, 0);
	REFUSES(one, "99999999999999999999", "field.too_big");
	REFUSES(one, "-99999999999999999999", "field.too_small");
	REFUSES(one, "12,5", "field.not_a_number");
	REFUSES(one, "1.000", "field.not_a_number");
	REFUSES(one, "1e3", "field.not_a_number");
	REFUSES(one, "+3", "field.not_a_number");
	REFUSES(one, "-", "field.not_a_number");
	REFUSES(one, "NaN", "field.not_a_number");
	REFUSES(one, "٣", "field.not_a_number");
	TAKES(all, "9223372036854775807");
	assert_int_equal(form.age, INT64_MAX);
	TAKES(all, "-9223372036854775808");
	REFUSES(all, "9223372036854775808", "field.too_big");
	REFUSES(all, "-9223372036854775809", "field.too_small");
	assert_true(str_is(problems[0].detail, "-9" NNBSP "223" NNBSP "372" NNBSP "036" NNBSP "854" NNBSP "775" NNBSP "808"));
}

static void
one_line(void **state)
{
	static const struct field one[] = { FIELD_TEXT(struct form, nom, 5), FIELDS_END };
	static const struct field maybe[] = { OPTIONAL_TEXT(struct form, nom, 5), FIELDS_END };

	(void)state;
	TAKES(one, "  Adjoa ");
	assert_true(str_is(form.nom, "Adjoa"));
	TAKES(one, "éÉçœ’");
	TAKES(one, "e\xCC\x81tats");    /* six code points typed, five in NFC */
	assert_true(str_is(form.nom, "états"));
	TAKES(one, "\xE1\x84\x80\xE1\x85\xA1");    /* Hangul: shorter in NFC */
	assert_true(str_is(form.nom, "가"));
	TAKES(one, "\xE2\x84\xA6");    /* ohm sign: another character in NFC */
	assert_true(str_is(form.nom, "Ω"));
	TAKES(one, "\xE0\xA5\x98");    /* longer in NFC */
	assert_int_equal(form.nom.len, 6);
	REFUSES(one, "Adjoas", "field.too_long");
	assert_true(str_is(problems[0].detail, "5"));
	assert_null(form.nom.at);
	REFUSES(one, " " NBSP, "field.required");
	REFUSES(one, "a\nb", "field.control");
	REFUSES(one, "a\tb", "field.control");
	REFUSES(one, "a\x1B" "b", "field.control");
	REFUSES(one, "a\x7F" "b", "field.control");
	REFUSES(one, "a\xC2\x85" "b", "field.control");
	REFUSES(one, "a\xE2\x80\xAE" "b", "field.control");    /* right-to-left override */
	REFUSES(one, "a\xE2\x81\xA6" "b", "field.control");
	REFUSES(one, "a\xE2\x80\xA8" "b", "field.control");
	REFUSES(one, "a\0b", "field.not_text");
	REFUSES(one, "\xFF", "field.not_text");
	TAKES(maybe, " ");
	assert_null(form.nom.at);
}

static void
several_lines(void **state)
{
	static const struct field one[] = { FIELD_LINES(struct form, note, 7), FIELDS_END };

	(void)state;
	TAKES(one, "\r\na\r\nb\rc\nd\r\n");
	assert_true(str_is(form.note, "a\nb\nc\nd"));
	TAKES(one, "a\tb");
	REFUSES(one, "a\r\nb\r\nc\r\nd\r\ne", "field.too_long");
	REFUSES(one, "a\x0B" "b", "field.control");
	REFUSES(one, "\r\n", "field.required");
}

static void
secrets(void **state)
{
	static const struct field one[] = { FIELD_SECRET(struct form, secret, 4, 6), FIELDS_END };

	(void)state;
	TAKES(one, " aé ");
	assert_true(str_is(form.secret, " aé "));
	TAKES(one, "e\xCC\x81" "abc");
	assert_true(str_is(form.secret, "éabc"));
	REFUSES(one, "e\xCC\x81" "ab", "field.too_short");
	assert_true(str_is(problems[0].detail, "4"));
	REFUSES(one, "abcdefg", "field.too_long");
	REFUSES(one, "", "field.required");
	assert_null(form.secret.at);
}

static void
choices(void **state)
{
	static const struct field one[] = { FIELD_CHOICE(struct form, sexe, "femme|homme"), FIELDS_END };
	static const struct field yes[] = { FIELD_BOOL(struct form, accord), FIELDS_END };

	(void)state;
	TAKES(one, "femme");
	TAKES(one, "homme");
	assert_true(str_is(form.sexe, "homme"));
	REFUSES(one, "hom", "field.not_a_choice");
	REFUSES(one, "Homme", "field.not_a_choice");
	REFUSES(one, "femme|homme", "field.not_a_choice");
	REFUSES(one, "|", "field.not_a_choice");
	REFUSES(one, "", "field.required");
	TAKES(yes, "on");
	assert_true(form.accord);
	TAKES(yes, "oui");
	assert_true(form.accord);
	TAKES(yes, "non");
	assert_false(form.accord);
	TAKES(yes, "");
	assert_false(form.accord);
	assert_string_equal(sentence(yes, NO_STR), "");
	REFUSES(yes, "true", "field.not_a_choice");
	assert_false(form.accord);
}

static const char *
three(const struct field *fields, const char *day, const char *month, const char *year)
{
	nothing_sent();
	if (day != NULL)
		send("ne-jour", str_of(day));
	if (month != NULL)
		send("ne-mois", str_of(month));
	if (year != NULL)
		send("ne-annee", str_of(year));
	return read_strictly(fields, true) == 0 ? "" : problems[0].text;
}

static void
dates(void **state)
{
	static const struct field one[] = { FIELD_DATE(struct form, ne), FIELDS_END };
	static const struct field maybe[] = { OPTIONAL_DATE(struct form, ne), FIELDS_END };

	(void)state;
	TAKES(one, " 29/02/1960 ");
	assert_int_equal(form.ne.year, 1960);
	TAKES(one, "1er fe\xCC\x81vrier 1960");    /* NFD, as some keyboards send */
	REFUSES(one, "29/02/1961", "field.not_a_date");
	assert_false(date_there(form.ne));
	REFUSES(one, "hier", "field.not_a_date");
	REFUSES(one, "", "field.required");
	TAKES(maybe, "");

	assert_string_equal(three(one, "3", "3", "1998"), "");
	assert_int_equal(form.ne.day, 3);
	assert_string_equal(three(one, " 03", "mars ", "1998"), "");
	assert_string_equal(three(one, "1er", "Août", "1998"), "");
	assert_string_equal(three(one, "31", "4", "1998"), "field.not_a_date");
	assert_string_equal(three(one, "3", "", "1998"), "field.date_incomplete");
	assert_string_equal(three(one, "3", "3", NULL), "field.date_incomplete");
	assert_string_equal(three(one, "3/3/1998", "3", "1998"), "field.not_a_date");
	assert_string_equal(three(one, "1998-03-03", "", ""), "field.date_incomplete");
	assert_string_equal(three(one, "3", "3", "98"), "field.not_a_date");
	assert_string_equal(three(one, "", "", ""), "field.required");
	assert_string_equal(three(maybe, "", "", ""), "");
	assert_string_equal(three(maybe, "", "", "1998"), "field.date_incomplete");
	send("ne", STR("3/3/1998"));
	read_strictly(one, true);
	assert_string_equal(problems[0].text, "field.repeated");
	nothing_sent();
	send("ne-heure", STR("3"));
	read_strictly(maybe, true);
	assert_string_equal(problems[0].text, "field.unknown");
}

static void
addresses(void **state)
{
	static const struct field one[] = { FIELD_EMAIL(struct form, courriel), FIELDS_END };
	static const char *const  bad[] = {
                "a", "a@", "@b.bj", "a@b", "a@@b.bj", "a@b@c.bj", "a b@c.bj", ".a@c.bj", "a.@c.bj", "a..b@c.bj", "a@-c.bj",
                "a@c-.bj", "a@c..bj", "a@c.bj.", "a@.bj", "\"a b\"@c.bj", "a@[127.0.0.1]", "a@127.0.0.1", "a@c.bj\nBcc: x@y.bj",
                "a@c.bj,b@c.bj", "é@c.bj", "a@é.bj", "a@c_d.bj", "<a@c.bj>",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@c.bj",
                "a@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.bj",
	};

	(void)state;
	TAKES(one, " Adjoa.K+x@Exemple.BJ ");
	assert_true(str_is(form.courriel, "Adjoa.K+x@exemple.bj"));
	TAKES(one, "o'brien_1@mail.gouv.bj");
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_string_equal(sentence(one, str_of(bad[i])), "field.not_an_email");
	assert_null(form.courriel.at);
	REFUSES(one, "", "field.required");
	const str label = STR("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.");
	const str parts[] = { STR("a@"), label, label, label, label, STR("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.bj"), STR("j") };
	assert_int_equal(arena_join(arena, parts, 6).len, 254);
	assert_string_equal(sentence(one, arena_join(arena, parts, 6)), "");
	assert_string_equal(sentence(one, arena_join(arena, parts, 7)), "field.not_an_email");
}

static void
telephones(void **state)
{
	static const struct field one[] = { FIELD_PHONE(struct form, tel), FIELDS_END };
	static const char *const  good[] = { "0197000000",      "01 97 00 00 00", "97000000",        "97 00 00 00",
		                             "+229 01 97000000", "+22997000000",  "00229 97-00-00-00", "2290197000000",
		                             "22997000000",     "01.97.00.00.00", "(+229) 97 00 00 00",
		                             "01" NBSP "97" NNBSP "00 00 00" };
	static const char *const  bad[] = { "9700000",      "970000000",   "0297000000", "01970000",  "019700000",
		                            "01970000000",  "22901970000", "abc",        "9700000o",  "+229",
		                            "+229+2290197000000", "١٢٣٤٥٦٧٨", "*123#",      "-",         "0022901" };

	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		assert_string_equal(sentence(one, str_of(good[i])), "");
		assert_true(str_is(form.tel, "+2290197000000"));
	}
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (strcmp(sentence(one, str_of(bad[i])), "field.not_a_phone") != 0)
			fail_msg("taken: %s", bad[i]);
	assert_null(form.tel.at);
	REFUSES(one, "+33 6 12 34 56 78", "field.foreign_phone");
	REFUSES(one, "0033 6 12 34 56 78", "field.foreign_phone");
}

static void
matricules(void **state)
{
	static const struct field one[] = { FIELD_MATRICULE(struct form, matricule), FIELDS_END };

	(void)state;
	TAKES(one, " ab-12 3/x. ");
	assert_true(str_is(form.matricule, "AB-123/X."));
	TAKES(one, "4711");
	TAKES(one, "12345678901234567890");
	REFUSES(one, "123456789012345678901", "field.too_long");
	REFUSES(one, "é12", "field.not_a_matricule");
	REFUSES(one, "12;3", "field.not_a_matricule");
	REFUSES(one, "12%", "field.not_a_matricule");
	REFUSES(one, "1\n2\x01", "field.not_a_matricule");
	REFUSES(one, NNBSP, "field.not_a_matricule");
	assert_null(form.matricule.at);
	REFUSES(one, " ", "field.required");
}

static void
codes(void **state)
{
	static const struct field one[] = { FIELD_CODE(struct form, code, 6), FIELDS_END };

	(void)state;
	TAKES(one, "012 345");
	assert_true(str_is(form.code, "012345"));
	REFUSES(one, "01234", "field.not_a_code");
	assert_true(str_is(problems[0].detail, "6"));
	REFUSES(one, "0123456", "field.not_a_code");
	REFUSES(one, "01234a", "field.not_a_code");
	REFUSES(one, "-12345", "field.not_a_code");
	assert_null(form.code.at);
}

static const char *
upload(const struct field *fields, str name, str bytes)
{
	nothing_sent();
	parameters_add(&sent, arena, (struct parameter){ .name = STR("piece"), .value = bytes, .file_name = name,
	                                                 .file_type = STR("application/pdf"), .from_body = true });
	return read_strictly(fields, true) == 0 ? "" : problems[0].text;
}

static void
files(void **state)
{
	static const struct field one[] = { FIELD_FILE(struct form, piece, 2048), FIELDS_END };
	static const struct field big[] = { FIELD_FILE(struct form, piece, 2 * 1024 * 1024), FIELDS_END };
	static const struct field text[] = { OPTIONAL_TEXT(struct form, nom, 5), FIELDS_END };
	const str                 bytes = { .at = arena_alloc(arena, 2049), .len = 2049 };

	(void)state;
	assert_string_equal(upload(one, STR("a.pdf"), (str){ .at = bytes.at, .len = 2048 }), "");
	assert_true(str_is(form.piece.name, "a.pdf") && str_is(form.piece.type, "application/pdf"));
	assert_int_equal(form.piece.bytes.len, 2048);
	assert_string_equal(upload(one, STR("a.pdf"), bytes), "field.file_too_large");
	assert_true(str_is(problems[0].detail, "2" NBSP "ko"));
	assert_null(form.piece.name.at);
	assert_string_equal(upload(big, STR("a.pdf"), (str){ .at = arena_alloc(arena, 2097153), .len = 2097153 }),
	                    "field.file_too_large");
	assert_true(str_is(problems[0].detail, "2" NBSP "Mo"));
	assert_string_equal(upload(one, STR("a.pdf"), STR("")), "field.file_empty");
	assert_string_equal(upload(one, STR(""), STR("")), "field.file_required");
	assert_string_equal(upload(one, NO_STR, STR("a.pdf")), "field.not_a_file");
	/* A file where text belongs. */
	nothing_sent();
	parameters_add(&sent, arena, (struct parameter){ .name = STR("nom"), .value = STR("x"), .file_name = STR("y") });
	read_strictly(text, true);
	assert_string_equal(problems[0].text, "field.not_text");
}

static void
send_file(str name, str bytes)
{
	parameters_add(&sent, arena, (struct parameter){ .name = STR("pieces"), .value = bytes, .file_name = name,
	                                                 .file_type = STR("image/jpeg"), .from_body = true });
}

static void
several_files(void **state)
{
	static const struct field three[] = { FIELD_FILES(struct form, pieces, 3), FIELDS_END };

	(void)state;
	nothing_sent();
	send_file(STR("a.jpg"), STR("1"));
	send_file(STR(""), STR(""));           /* a second input left empty */
	send_file(STR("b.jpg"), STR(""));      /* an empty file is the handler's to refuse, by its name */
	assert_int_equal(read_strictly(three, true), 0);
	assert_int_equal(form.pieces.count, 2);
	assert_true(str_is(form.pieces.list[0].name, "a.jpg") && str_is(form.pieces.list[1].name, "b.jpg"));
	assert_int_equal(form.pieces.list[1].bytes.len, 0);

	nothing_sent();
	assert_int_equal(read_strictly(three, true), 1);
	assert_string_equal(problems[0].text, "field.file_required");
	for (size_t i = 0; i < 4; i++)
		send_file(STR("c.jpg"), STR("1"));
	assert_int_equal(read_strictly(three, true), 1);
	assert_string_equal(problems[0].text, "field.too_many");
	assert_true(str_is(problems[0].detail, "3"));
	assert_int_equal(form.pieces.count, 0);
	nothing_sent();
	send_file(STR("a.jpg"), STR("1"));
	send("pieces", STR("a.jpg"));
	assert_int_equal(read_strictly(three, true), 1);
	assert_string_equal(problems[0].text, "field.not_a_file");
}

static void
several_texts(void **state)
{
	static const struct field three[] = { FIELD_TEXTS(struct form, lignes, 5, 3), FIELDS_END };
	static const struct field may[] = { OPTIONAL_TEXTS(struct form, lignes, 5, 3), FIELDS_END };

	(void)state;
	nothing_sent();
	send("lignes", STR(" un "));
	send("lignes", STR(""));
	send("lignes", STR("a\"b\\"));
	assert_int_equal(read_strictly(three, true), 0);
	assert_int_equal(form.lignes.count, 3);
	assert_true(str_is(form.lignes.list[0], "un") && str_is(form.lignes.list[1], "") && str_is(form.lignes.list[2], "a\"b\\"));
	assert_true(str_is(texts_json(arena, form.lignes), "[\"un\",\"\",\"a\\\"b\\\\\"]"));

	send("lignes", STR("de trop"));
	assert_int_equal(read_strictly(three, true), 1);
	assert_string_equal(problems[0].text, "field.too_many");
	assert_true(str_is(problems[0].detail, "3"));
	assert_int_equal(form.lignes.count, 0);
	nothing_sent();
	send("lignes", STR("sixsix"));
	send("lignes", STR("un"));
	assert_int_equal(read_strictly(three, true), 1);
	assert_string_equal(problems[0].text, "field.too_long");
	assert_int_equal(form.lignes.count, 0);
	nothing_sent();
	send("lignes", STR("a\x01"));
	assert_int_equal(read_strictly(three, true), 1);
	assert_string_equal(problems[0].text, "field.control");
	nothing_sent();
	send("lignes", STR(""));
	assert_int_equal(read_strictly(three, true), 1);
	assert_string_equal(problems[0].text, "field.required");
	assert_int_equal(read_strictly(may, true), 0);
	nothing_sent();
	assert_int_equal(read_strictly(may, true), 0);
	assert_true(str_is(texts_json(arena, form.lignes), "[]"));
}

static void
names(void **state)
{
	static const struct field two[] = { FIELD_TEXT(struct form, nom, 5), OPTIONAL_INT(struct form, age, 0, 9), FIELDS_END };

	(void)state;
	nothing_sent();
	send("nom", STR("Adjoa"));
	send("_jeton", STR("x"));
	send("admin", STR("1"));
	send("nomx", STR("1"));
	assert_int_equal(read_strictly(two, false), 0);
	assert_int_equal(read_strictly(two, true), 2);
	assert_string_equal(problems[0].text, "field.unknown");
	assert_null(problems[0].field);
	assert_true(str_is(problems[0].detail, "admin"));
	assert_true(str_is(form.nom, "Adjoa"));

	send("nom", STR("Kofi"));
	send("_jeton", STR("y"));
	send("_jeton", STR("z"));
	assert_int_equal(read_strictly(two, false), 2);
	assert_string_equal(problems[0].text, "field.repeated");
	assert_string_equal(problems[0].field, "nom");
	assert_null(form.nom.at);
	assert_true(str_is(problems[1].detail, "_jeton"));
}

static void
collects_everything(void **state)
{
	static const struct field many[] = { FIELD_ID(struct form, acte), FIELD_INT(struct form, age, 0, 9),
		                             FIELD_TEXT(struct form, nom, 5), FIELD_DATE(struct form, ne), FIELDS_END };

	(void)state;
	nothing_sent();
	send("age", STR("10"));
	send("nom", STR("Afi"));
	send("ne", STR("31/9/2000"));
	assert_int_equal(read_strictly(many, true), 3);
	assert_string_equal(problems[0].field, "acte");
	assert_string_equal(problems[1].field, "age");
	assert_string_equal(problems[2].field, "ne");
	assert_true(str_is(form.nom, "Afi"));

	for (size_t i = 0; i < 100; i++)
		send((const char *)arena_format(arena, "x%zu", i).at, STR(""));
	assert_int_equal(read_strictly(many, true), 50);
	assert_int_equal(fields_read(many, &sent, &form, arena, problems, 2, true), 2);
}

static void
long_names_are_cut_at_a_character(void **state)
{
	static const struct field none[] = { FIELDS_END };
	char                      name[128] = "x";

	(void)state;
	for (size_t i = 1; i + 2 < sizeof name; i += 2)
		memcpy(name + i, "é", 2);
	nothing_sent();
	send(name, STR(""));
	assert_int_equal(read_strictly(none, true), 1);
	assert_int_equal(problems[0].detail.len, 59);
	assert_true(utf8_valid(problems[0].detail));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(identifiers),   cmocka_unit_test(numbers),    cmocka_unit_test(one_line),
		cmocka_unit_test(several_lines), cmocka_unit_test(secrets),    cmocka_unit_test(choices),
		cmocka_unit_test(dates),         cmocka_unit_test(addresses),  cmocka_unit_test(telephones),
		cmocka_unit_test(matricules),    cmocka_unit_test(codes),      cmocka_unit_test(files),
		cmocka_unit_test(several_files), cmocka_unit_test(several_texts),
		cmocka_unit_test(names),         cmocka_unit_test(collects_everything),
		cmocka_unit_test(long_names_are_cut_at_a_character),
	};
	return cmocka_run_group_tests(tests, start, stop);
}
