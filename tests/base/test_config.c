/* The configuration: defaults, limits, refusals. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "guichet/config.h"

static const char *const NAMES[] = { "GUICHET_DSN", "GUICHET_OWNER_DSN", "GUICHET_ADDRESS", "PORT",
	                             "GUICHET_METRICS_PORT", "GUICHET_ORIGIN", "GUICHET_TEMPLATES", "GUICHET_ASSETS",
	                             "GUICHET_SQL", "GUICHET_VAR", "GUICHET_SMTP", "GUICHET_MAIL_FROM", "GUICHET_DEMO",
	                             "GUICHET_READERS", "GUICHET_WRITERS", "GUICHET_CONNECTIONS" };

static int
clean(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
		if (unsetenv(NAMES[i]) != 0)
			return -1;
	return 0;
}

/* Reads with one variable set; the sentence of a refusal is not shown among the tests. */
static bool
with(const char *name, const char *value, struct config *config)
{
	const int kept = dup(STDERR_FILENO), null = open("/dev/null", O_WRONLY | O_CLOEXEC);

	assert_int_equal(setenv(name, value, 1), 0);
	assert_true(kept >= 0 && null >= 0);
	assert_int_equal(dup2(null, STDERR_FILENO), STDERR_FILENO);
	const bool read = config_read(config);
	assert_int_equal(dup2(kept, STDERR_FILENO), STDERR_FILENO);
	assert_int_equal(close(kept) + close(null), 0);
	assert_int_equal(unsetenv(name), 0);
	return read;
}

static void
has_defaults(void **state)
{
	struct config config;

	(void)state;
	assert_true(config_read(&config));
	assert_int_equal(config.port, 8080);
	assert_int_equal(config.metrics_port, 9180);
	assert_string_equal(config.address, "127.0.0.1");
	assert_string_equal(config.origin, "http://localhost:8080");
	assert_string_equal(config.assets, "build/static");
	assert_string_equal(config.smtp, "");
	assert_false(config.demo);
	assert_int_equal(config.readers, 2);
	assert_int_equal(config.writers, 4);
	assert_int_equal(config.connections, 12000);
	assert_non_null(config.dsn);
}

static void
takes_good_values(void **state)
{
	struct config config;

	(void)state;
	assert_true(with("PORT", "8443", &config));
	assert_int_equal(config.port, 8443);
	assert_string_equal(config.origin, "http://localhost:8443");
	assert_true(with("PORT", "", &config));
	assert_int_equal(config.port, 8080);
	assert_true(with("GUICHET_DEMO", "1", &config));
	assert_true(config.demo);
	assert_true(with("GUICHET_METRICS_PORT", "0", &config));
	assert_int_equal(config.metrics_port, 0);
	assert_true(with("GUICHET_ADDRESS", "::1", &config));
	assert_true(with("GUICHET_ORIGIN", "https://guichet.exemple.bj", &config));
	assert_string_equal(config.origin, "https://guichet.exemple.bj");
	assert_true(with("GUICHET_ORIGIN", "http://[::1]:8080", &config));
	assert_true(with("GUICHET_SMTP", "smtp://localhost:1025", &config));
}

static void
refuses_bad_values(void **state)
{
	static const char *const bad[][2] = {
		{ "PORT", "0" },
		{ "PORT", "65536" },
		{ "PORT", "80a" },
		{ "PORT", " 80" },
		{ "PORT", "99999999999999999999" },
		{ "PORT", "9180" },
		{ "GUICHET_METRICS_PORT", "-1" },
		{ "GUICHET_READERS", "0" },
		{ "GUICHET_READERS", "65" },
		{ "GUICHET_WRITERS", "two" },
		{ "GUICHET_CONNECTIONS", "1" },
		{ "GUICHET_DEMO", "2" },
		{ "GUICHET_DEMO", "yes" },
		{ "GUICHET_ADDRESS", "localhost" },
		{ "GUICHET_PROXY", "proxy.exemple.bj" },
		{ "GUICHET_ADDRESS", "256.0.0.1" },
		{ "GUICHET_ORIGIN", "guichet.exemple.bj" },
		{ "GUICHET_ORIGIN", "https://" },
		{ "GUICHET_ORIGIN", "https://guichet.exemple.bj/" },
		{ "GUICHET_ORIGIN", "https://Guichet.exemple.bj" },
		{ "GUICHET_SMTP", "localhost:25" },
	};
	struct config config;

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (with(bad[i][0], bad[i][1], &config))
			fail_msg("taken: %s=%s", bad[i][0], bad[i][1]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(has_defaults),
		cmocka_unit_test(takes_good_values),
		cmocka_unit_test(refuses_bad_values),
	};
	return cmocka_run_group_tests(tests, clean, NULL);
}
