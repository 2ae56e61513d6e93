/* The papers of pension files: what is kept and told to SQL, and each thing that is refused before a byte is kept. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdlib.h>
#include <unistd.h>

#include "guichet/store.h"
#include "pensions/files.h"

static struct arena *arena;
static char folder[] = "/tmp/guichet-files-XXXXXX";

static struct upload
upload(const char *name, str bytes)
{
	return (struct upload){ .name = str_of(name), .type = STR("application/pdf"), .bytes = bytes };
}

static void
nothing_sent_is_nothing_told(void **state)
{
	const struct request req = { .arena = arena };
	const struct upload none = { .name = NO_STR };
	str about = NO_STR;

	(void)state;
	assert_int_equal(files_copy(&req, "copie", &none, &about).kind, PROBLEM_NONE);
	assert_null(about.at);
}

static void
a_file_is_known_by_its_bytes(void **state)
{
	const struct request req = { .arena = arena };
	const str wrong[] = { STR("MZ\x90\0 a program"), STR("<html><script>alert(1)</script></html>"), STR("PK\x03\x04 an archive"), STR("GIF89a"), { "", 0 } };
	str about = NO_STR;

	(void)state;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		const struct upload copy = upload("decision.pdf", wrong[i]);
		const struct problem problem = files_copy(&req, "copie", &copy, &about);

		assert_int_equal(problem.kind, PROBLEM_INPUT);
		assert_string_equal(problem.field, "copie");
		assert_null(about.at);
		assert_int_equal(store_open(arena, store_name(arena, wrong[i])), -1);       /* nothing was kept */
	}
}

static void
a_good_file_is_kept_and_its_name_is_only_text(void **state)
{
	const struct request req = { .arena = arena };
	const str page = STR("%PDF-1.4\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n");
	const struct upload copy = upload("../..\"\\décision.pdf", page);
	str about = NO_STR;
	int fd;

	(void)state;
	assert_int_equal(files_copy(&req, "copie", &copy, &about).kind, PROBLEM_NONE);
	assert_non_null(strstr(about.at, "\"name\": \"../..\\\"\\\\décision.pdf\"") != NULL ? about.at : strstr(about.at, "\"name\":\"../..\\\"\\\\décision.pdf\""));
	assert_non_null(strstr(about.at, store_name(arena, page).at));
	assert_non_null(strstr(about.at, "\"pdf\""));
	fd = store_open(arena, store_name(arena, page));
	assert_true(fd >= 0);
	close(fd);
}

static void
a_copy_is_promised_with_its_file(void **state)
{
	const struct request req = { .arena = arena };
	const struct files_answer_input in = { .acte = 1, .reponse = STR("copie"), .copie = { .name = NO_STR } };
	const struct problem problem = files_answer_ask(&req, &in, NULL);       /* no statement is asked */

	(void)state;
	assert_int_equal(problem.kind, PROBLEM_INPUT);
	assert_string_equal(problem.field, "copie");
	assert_string_equal(problem.text, "pensions.copy_wanted");
}

static int
begin(void **state)
{
	(void)state;
	arena = arena_new();
	store_begin(mkdtemp(folder));
	return 0;
}

static int
end(void **state)
{
	const char *const command = arena_format(arena, "rm -rf %s", folder).at;

	(void)state;
	if (system(command) != 0)
		return 1;
	arena_free(arena);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_sent_is_nothing_told),
		cmocka_unit_test(a_file_is_known_by_its_bytes),
		cmocka_unit_test(a_good_file_is_kept_and_its_name_is_only_text),
		cmocka_unit_test(a_copy_is_promised_with_its_file),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
