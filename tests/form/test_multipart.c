/* multipart/form-data: what browsers and curl send, and everything else refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "guichet/fields.h"

#define TYPE      "multipart/form-data; boundary=XyZ"
#define PART(n)   "--XyZ\r\nContent-Disposition: form-data; name=\"" n "\"\r\n\r\n"
#define FILE_(n, f) \
	"--XyZ\r\nContent-Disposition: form-data; name=\"" n "\"; filename=\"" f "\"\r\nContent-Type: application/pdf\r\n\r\n"
#define END       "\r\n--XyZ--\r\n"

static struct arena     *arena;
static struct parameters got;

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

static enum problem_kind
parse(const char *type, str body)
{
	got = (struct parameters){ 0 };
	return parameters_read_multipart(&got, arena, str_of(type), body).kind;
}

static void
takes_fields_and_files(void **state)
{
	const str body = STR(PART("nom") "Adjoa\r\nKé\r\n" FILE_("acte", "arrêté.pdf") "%PDF\0\xFF\r\n--Xy\r\n" PART("vide") END);

	(void)state;
	assert_int_equal(parse(TYPE, body), PROBLEM_NONE);
	assert_int_equal(got.count, 3);
	assert_true(str_is(got.list[0].name, "nom"));
	assert_true(str_is(got.list[0].value, "Adjoa\r\nKé"));
	assert_null(got.list[0].file_name.at);
	assert_true(got.list[0].from_body);
	assert_true(str_is(got.list[1].file_name, "arrêté.pdf"));
	assert_true(str_is(got.list[1].file_type, "application/pdf"));
	assert_true(str_eq(got.list[1].value, STR("%PDF\0\xFF\r\n--Xy")));
	assert_true(got.list[1].value.at > body.at && got.list[1].value.at < body.at + body.len);
	assert_int_equal(got.list[2].value.len, 0);
	assert_non_null(got.list[2].value.at);
}

static void
takes_the_usual_variants(void **state)
{
	(void)state;
	assert_int_equal(parse("Multipart/Form-Data; charset=utf-8; Boundary=\"XyZ\"", STR(PART("a") "1" END)), PROBLEM_NONE);
	assert_int_equal(parse("multipart/form-data;boundary=XyZ", STR(PART("a") "1\r\n--XyZ--")), PROBLEM_NONE);
	assert_int_equal(parse(TYPE, STR("--XyZ--\r\n")), PROBLEM_NONE);
	assert_int_equal(got.count, 0);
	/* No file chosen: empty name, no byte. */
	assert_int_equal(parse(TYPE, STR(FILE_("acte", "") END)), PROBLEM_NONE);
	assert_non_null(got.list[0].file_name.at);
	assert_int_equal(got.list[0].file_name.len + got.list[0].value.len, 0);
	assert_int_equal(parse(TYPE, STR(FILE_("acte", "un \\\"vrai\\\" ; acte.pdf") "x" END)), PROBLEM_NONE);
	assert_true(str_is(got.list[0].file_name, "un \"vrai\" ; acte.pdf"));
	assert_int_equal(parse(TYPE, STR(FILE_("acte", "C:\\tmp\\a.pdf") "x" END)), PROBLEM_NONE);
	assert_true(str_is(got.list[0].file_name, "C:\\tmp\\a.pdf"));
	assert_int_equal(parse(TYPE, STR("--XyZ\r\ncontent-type: text/plain; charset=UTF-8\r\ncontent-transfer-encoding: 8bit\r\n"
	                                 "X-Other: 1\r\ncontent-disposition: FORM-DATA;name=a\r\n\r\n1" END)), PROBLEM_NONE);
	assert_true(str_is(got.list[0].name, "a") && str_is(got.list[0].value, "1"));
	/* The boundary as the beginning of a longer line, not after a line end. */
	assert_int_equal(parse(TYPE, STR(PART("a") "x--XyZ" END)), PROBLEM_NONE);
	assert_true(str_is(got.list[0].value, "x--XyZ"));
}

static void
refuses_bad_types(void **state)
{
	static const char *const bad[] = { "",
		                           "multipart/form-data",
		                           "multipart/form-data; boundary=",
		                           "multipart/form-data; boundary=\"\"",
		                           "multipart/form-data; boundary=\"XyZ",
		                           "multipart/form-data; boundary=\"XyZ \"",
		                           "multipart/form-data; boundary=XyZ; boundary=XyZ",
		                           "multipart/form-data; boundary=XyZ;",
		                           "multipart/form-data boundary=XyZ",
		                           "multipart/form-data; boundary=\"X\ryZ\"",
		                           "multipart/form-datax; boundary=XyZ",
		                           "multipart/mixed; boundary=XyZ",
		                           "text/plain; boundary=XyZ",
		                           "multipart/form-data; boundary="
		                           "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" };

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (parse(bad[i], STR(PART("a") "1" END)) != PROBLEM_MALFORMED)
			fail_msg("taken: %s", bad[i]);
	assert_int_equal(parameters_read_multipart(&got, arena, NO_STR, STR("")).kind, PROBLEM_MALFORMED);
}

static void
refuses_bad_bodies(void **state)
{
	static const str bad[] = {
		STR(""),
		STR("preamble\r\n" PART("a") "1" END),
		STR("\r\n" PART("a") "1" END),
		STR(PART("a") "1"),                                         /* no end */
		STR(PART("a") "1\r\n--XyZ"), STR(PART("a") "1\r\n--XyZ-"), STR(PART("a") "1\r\n--XyZ\r\n"),
		STR(PART("a") "1" END "epilogue"),
		STR(PART("a") "1\r\n--XyZA\r\n"),                           /* the boundary inside a longer one */
		STR(PART("a") "1\n--XyZ--\r\n"),                            /* bare line feed */
		STR("--XyZ\nContent-Disposition: form-data; name=\"a\"\n\n1" END),
		STR("--XyZ\r\nContent-Disposition: form-data; name=\"a\"\r\n1" END),
		STR("--XyZ\r\n\r\n1" END),                                  /* no header */
		STR("--XyZ\r\nContent-Type: text/plain\r\n\r\n1" END),      /* no name */
		STR("--XyZ\r\nContent-Disposition: form-data\r\n\r\n1" END),
		STR("--XyZ\r\nContent-Disposition: form-data; name=\"\"\r\n\r\n1" END),
		STR("--XyZ\r\nContent-Disposition: form-data; filename=\"a\"\r\n\r\n1" END),
		STR("--XyZ\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\n1" END),
		STR("--XyZ\r\nContent-Disposition: form-data; name=\"a\r\n\r\n1" END),
		STR("--XyZ\r\nContent-Disposition: form-data; name=\"a\" x\r\n\r\n1" END),
		STR("--XyZ\r\nContent-Disposition: form-data; name=\"a\"; name=\"b\"\r\n\r\n1" END),
		STR("--XyZ\r\nContent-Disposition: form-data; name=\"a\"; filename=x; filename=y\r\n\r\n1" END),
		STR("--XyZ\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\n1" END),
		STR("--XyZ\r\nContent-Disposition: form-data; name=\"a\xFF\"\r\n\r\n1" END),
		STR("--XyZ\r\nContent-Disposition: form-data; name=\"a\0\"\r\n\r\n1" END),
		STR("--XyZ\r\nContent-Disposition: form-data;\r\n name=\"a\"\r\n\r\n1" END),    /* folded line */
		STR("--XyZ\r\nContent-Disposition form-data; name=\"a\"\r\n\r\n1" END),
		STR("--XyZ\r\n: form-data; name=\"a\"\r\n\r\n1" END),
		STR("--XyZ\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Type: multipart/mixed; boundary=Q\r\n\r\n--Q--" END),
		STR("--XyZ\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: base64\r\n\r\nMQ==" END),
		STR("--XyZ\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Type: a/b\r\nContent-Type: a/b\r\n\r\n1" END),
		STR(PART("a") "\xFF" END), STR(PART("a") "x\0" END), STR(PART("a") "\xED\xA0\x80" END),
	};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (parse(TYPE, bad[i]) != PROBLEM_MALFORMED)
			fail_msg("taken, %zu: %.*s", i, STR_ARGS(bad[i]));
}

static void
limits_headers(void **state)
{
	(void)state;
	for (int pad = 3900; pad <= 4200; pad += 150) {
		const str body = arena_format(arena, "--XyZ\r\nX: %0*d\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1" END,
		                              pad, 0);

		assert_int_equal(parse(TYPE, body), pad == 3900 ? PROBLEM_NONE : PROBLEM_MALFORMED);
	}
}

static void
limits_parts(void **state)
{
	static const char part[] = PART("a") "1\r\n";
	char             *body = arena_alloc(arena, 201 * sizeof part + 16);

	(void)state;
	for (size_t count = 200; count <= 201; count++) {
		for (size_t i = 0; i < count; i++)
			memcpy(body + i * (sizeof part - 1), part, sizeof part - 1);
		memcpy(body + count * (sizeof part - 1), "--XyZ--\r\n", 9);
		assert_int_equal(parse(TYPE, (str){ .at = body, .len = count * (sizeof part - 1) + 9 }),
		                 count == 200 ? PROBLEM_NONE : PROBLEM_TOO_LARGE);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(takes_fields_and_files), cmocka_unit_test(takes_the_usual_variants),
		cmocka_unit_test(refuses_bad_types),      cmocka_unit_test(refuses_bad_bodies),
		cmocka_unit_test(limits_headers),         cmocka_unit_test(limits_parts),
	};
	return cmocka_run_group_tests(tests, start, stop);
}
