/* The reason that a person will read: made of a choice and a few words, refused when it says nothing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "career/clerk.h"

static str
reason_of(const char *motif, const char *precision, struct problem *problem)
{
	static struct arena *arena;
	static struct sentences *sentences;
	str reason = NO_STR, complaints = NO_STR;

	if (arena == NULL)
		arena = arena_new();
	if (sentences == NULL)
		sentences = sentences_open("templates/sentences.txt", &complaints, arena);
	assert_non_null(sentences);
	const struct request req = { .method = METHOD_POST, .arena = arena, .sentences = sentences };

	*problem = reason_said(&req, &CLERK_MOTIVES, str_of(motif), str_of(precision), &reason);
	return reason;
}

static void
every_choice_has_its_words(void **state)
{
	str rest = STR(CLERK_REASONS);

	(void)state;
	while (rest.at != NULL) {
		struct problem problem;
		char motif[32] = { 0 };
		const str choice = str_cut(&rest, '|');

		memcpy(motif, choice.at, choice.len);
		const str reason = reason_of(motif, "dossier 12", &problem);
		assert_int_equal(problem.kind, PROBLEM_NONE);
		assert_true(reason.len > 3 && !str_starts(reason, STR("‹")));
		assert_true(str_ends(reason, STR("\u00a0: dossier 12")));
	}
}

static void
words_are_optional_but_for_another_reason(void **state)
{
	struct problem problem;

	(void)state;
	assert_true(str_is(reason_of("controle", NULL, &problem), "Contrôle du dossier"));
	assert_int_equal(problem.kind, PROBLEM_NONE);
	reason_of("autre", NULL, &problem);
	assert_int_equal(problem.kind, PROBLEM_INPUT);
	assert_string_equal(problem.field, "precision");
	reason_of("autre", "éé", &problem);
	assert_int_equal(problem.kind, PROBLEM_INPUT);
	reason_of("autre", "été", &problem);
	assert_int_equal(problem.kind, PROBLEM_NONE);
}

static void
no_choice_is_refused(void **state)
{
	struct problem problem;

	(void)state;
	assert_null(reason_of(NULL, "par curiosité", &problem).at);
	assert_int_equal(problem.kind, PROBLEM_INPUT);
	assert_string_equal(problem.field, "motif");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_choice_has_its_words),
		cmocka_unit_test(words_are_optional_but_for_another_reason),
		cmocka_unit_test(no_choice_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
