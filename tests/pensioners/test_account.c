/* What a bank account looks like, each acceptance beside its refusal. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pensioners/account.h"

static struct arena *arena;

static const char *
read_account(const char *typed, str *account)
{
	*account = NO_STR;
	return account_of_bank(arena, str_of(typed), account);
}

static void
assert_kept(const char *typed, const char *wanted)
{
	str account;

	assert_null(read_account(typed, &account));
	assert_true(str_is(account, wanted));
}

static void
assert_refused(const char *typed, const char *why)
{
	str account;

	assert_string_equal(read_account(typed, &account), why);
	assert_null(account.at);
}

static void
ibans(void **state)
{
	(void)state;
	assert_kept("GB82 WEST 1234 5698 7654 32", "GB82WEST12345698765432");          /* the example of ISO 13616 */
	assert_kept("fr14 2004 1010 0505 0001 3m02 606", "FR1420041010050500013M02606");
	assert_refused("GB82 WEST 1234 5698 7654 33", "pensioners.iban_wrong");
	assert_refused("GB28 WEST 1234 5698 7654 32", "pensioners.iban_wrong");
	assert_refused("FR1420041010050500013M0260", "pensioners.iban_wrong");
}

static void
ribs(void **state)
{
	(void)state;
	assert_kept("BJ061 01001 123456789048 21", "BJ0610100112345678904821");
	assert_kept("bj061-01001-123456789048-21", "BJ0610100112345678904821");
	assert_refused("BJ061 01001 123456789048 2X", "pensioners.rib_key");
	assert_refused("BJ061 01001 12345678904 21", "pensioners.iban_wrong");          /* 23: not a RIB, and no IBAN either */
	assert_refused("12345 01001 12345678904 21", "pensioners.account_length");
	assert_refused("BJ061 01001 123456789048 21 9999999999", "pensioners.iban_wrong");
	assert_refused("", "pensioners.account_length");
	assert_refused("1234", "pensioners.account_length");
	assert_refused("BJ061 01001 1234é6789048 21", "pensioners.account_letters");
	assert_refused("BJ061/01001/123456789048/21", "pensioners.account_letters");
	assert_refused("0000000000000000000000000000000000000000000000", "pensioners.account_length");
}

static int
begin(void **state)
{
	(void)state;
	arena = arena_new();
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(ibans), cmocka_unit_test(ribs) };

	return cmocka_run_group_tests(tests, begin, end);
}
