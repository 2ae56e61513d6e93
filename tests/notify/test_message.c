/* The text of an e-mail: what is written is read back by hand-made decoders; what is hostile does not become a mail. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>
#include <sodium.h>

#include "notify/encode.h"
#include "notify/message.h"

static struct arena *arena;

static int
open_arena(void **context)
{
	(void)context;
	arena = arena_new();
	return 0;
}

static int
close_arena(void **context)
{
	(void)context;
	arena_free(arena);
	return 0;
}

static const struct message GOOD = {
	.id = 42, .made_at = 1772546891123456, .from = STR("guichet@travail.example.bj"), .recipient = STR("afi@example.bj"),
	.subject = STR("Votre code"), .body = STR("Bonjour,\n\nVotre code : 123456\n"),
};

static str
built(struct message message)
{
	const char *refusal;

	return message_build(arena, &message, &refusal);
}

static bool
has(str text, const char *part)
{
	return memmem(text.at, text.len, part, strlen(part)) != NULL;
}

static str
body_of(str text)
{
	const char *at = memmem(text.at, text.len, "\r\n\r\n", 4);

	assert_non_null(at);
	return str_skip(text, (size_t)(at - text.at) + 4);
}

/* Quoted-printable back to text with LF; also looks at each line's form. */
static str
unquote(str text)
{
	char *out = arena_alloc(arena, text.len + 1);
	size_t i, n = 0, column = 0;

	for (i = 0; i < text.len; i++) {
		char c = text.at[i];
		unsigned char byte;

		if (c == '\r') {
			assert_true(i + 1 < text.len && text.at[i + 1] == '\n');
			assert_true(column <= 76);
			assert_true(column == 0 || (text.at[i - 1] != ' ' && text.at[i - 1] != '\t'));
			out[n++] = '\n';
			i++;
			column = 0;
			continue;
		}
		assert_true((c >= 0x20 && c < 0x7f) || c == '\t');
		assert_false(column == 0 && c == '.');
		column++;
		if (c != '=') {
			out[n++] = c;
			continue;
		}
		if (text.at[i + 1] == '\r') {
			assert_true(column <= 76);
			i += 2;
			column = 0;
			continue;
		}
		assert_int_equal(sodium_hex2bin(&byte, 1, text.at + i + 1, 2, NULL, NULL, NULL), 0);
		out[n++] = (char)byte;
		i += 2;
		column += 2;
	}
	return (str){ out, n };
}

static void
assert_body(str body, const char *wanted)
{
	str back = unquote(encode_body(arena, body));

	if (!str_is(back, wanted))
		fail_msg("got \"%.*s\"", STR_ARGS(back));
}

static void
test_headers(void **context)
{
	str text = built(GOOD);

	(void)context;
	assert_non_null(text.at);
	assert_true(str_starts(text, STR("Date: Tue, 03 Mar 2026 14:08:11 +0000\r\nFrom: Guichet <guichet@travail.example.bj>\r\n"
	                                 "To: <afi@example.bj>\r\nSubject: Votre code\r\n")));
	assert_true(has(text, "\r\nMIME-Version: 1.0\r\n"));
	assert_true(has(text, "\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n"));
	assert_true(has(text, "\r\nAuto-Submitted: auto-generated\r\n"));
	assert_true(str_is(unquote(body_of(text)), "Bonjour,\n\nVotre code : 123456\n"));
}

static void
test_message_id_is_stable(void **context)
{
	struct message other = GOOD;

	(void)context;
	assert_true(has(built(GOOD), "\r\nMessage-ID: <guichet.42.64c1f3bcb0b00@travail.example.bj>\r\n"));
	assert_true(str_eq(built(GOOD), built(GOOD)));
	other.id = 43;
	assert_false(has(built(other), "guichet.42."));
}

static void
test_accents(void **context)
{
	static const char SUBJECT[] = "Votre mot de passe a changé – sécurité de l’accès à « Guichet » pour l’année à venir";
	struct message message = GOOD;
	str text, line, rest;
	char back[256];
	size_t n = 0, got;

	(void)context;
	message.subject = STR("Votre mot de passe a changé – sécurité de l’accès à « Guichet » pour l’année à venir");
	text = built(message);
	rest = (str){ memmem(text.at, text.len, "Subject: ", 9), 0 };
	assert_non_null(rest.at);
	rest.len = text.len - (size_t)(rest.at - text.at);
	rest = str_skip(rest, 9);
	do {
		line = str_cut(&rest, '\n');
		line = str_trim(line);
		assert_true(line.len + 9 <= 76);
		assert_true(str_starts(line, STR("=?utf-8?B?")) && str_ends(line, STR("?=")));
		line = (str){ line.at + 10, line.len - 12 };
		assert_int_equal(sodium_base642bin((unsigned char *)back + n, sizeof(back) - n, line.at, line.len, NULL, &got, NULL,
		                                   sodium_base64_VARIANT_ORIGINAL), 0);
		assert_true(utf8_valid((str){ back + n, got }));           /* no character cut in two */
		n += got;
	} while (rest.len > 0 && rest.at[0] == ' ');
	assert_true(str_is((str){ back, n }, SUBJECT));
}

static void
test_subject_that_looks_encoded(void **context)
{
	struct message message = GOOD;

	(void)context;
	message.subject = STR("=?utf-8?B?cGnDqGdl?=");
	assert_false(has(built(message), "Subject: =?utf-8?B?cGnDqGdl?=\r\n"));
	message.subject = STR("");
	assert_true(has(built(message), "\r\nSubject: \r\n"));
}

static void
test_hostile_subjects(void **context)
{
	static const char *const HOSTILE[] = {
		"Code\r\nBcc: autre@example.bj", "Code\nBcc: autre@example.bj", "Code\rBcc: x", "\n", "Code\t1", "Code\x01", "Code\x7f",
		"Code\xc2\x85" "Bcc: x", "Code\xe2\x80\xa8" "Bcc: x", "Code\xe2\x80\xa9" "Bcc: x", "Code \xff", "Code \xc3",
	};
	struct message message = GOOD;
	const char *refusal;
	size_t i;

	(void)context;
	for (i = 0; i < sizeof(HOSTILE) / sizeof(HOSTILE[0]); i++) {
		message.subject = str_of(HOSTILE[i]);
		refusal = NULL;
		assert_null(message_build(arena, &message, &refusal).at);
		assert_non_null(refusal);
		assert_null(strstr(refusal, "@"));
	}
	message.subject = (str){ "Code\0x", 6 };
	assert_null(built(message).at);
	message.subject = STR("Code\xc2\xa0: 1");                  /* a no-break space is no control character */
	assert_non_null(built(message).at);
}

static void
test_addresses(void **context)
{
	static const char *const GOOD_ONES[] = { "a@b.bj", "afi.dossou+travail@fonction-publique.gouv.bj", "o'neil@example.org", "x_1@a.b.c.d" };
	static const char *const BAD_ONES[] = {
		"", "@", "a@", "@b.bj", "a", "a@b", "a@b@c.bj", "a b@c.bj", "a@c.bj ", " a@c.bj", "a@c.bj\r\nRCPT TO:<x@y.bj>", "a@c.bj\n", "<a@c.bj>",
		"a@c.bj>", "a@c.bj,d@e.bj", "a@c.bj;d@e.bj", ".a@c.bj", "a.@c.bj", "a..b@c.bj", "a@.bj", "a@c..bj", "a@c.bj.", "a@-c.bj", "a@c-.bj",
		"a@[127.0.0.1]", "\"a b\"@c.bj", "a\\b@c.bj", "a(x)@c.bj", "é@c.bj", "a@é.bj", "a@c_d.bj", "a\t@c.bj",
		"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@c.bj",
	};
	struct message message = GOOD;
	size_t i;

	(void)context;
	for (i = 0; i < sizeof(GOOD_ONES) / sizeof(GOOD_ONES[0]); i++)
		assert_true(address_good(str_of(GOOD_ONES[i]), false));
	for (i = 0; i < sizeof(BAD_ONES) / sizeof(BAD_ONES[0]); i++) {
		assert_false(address_good(str_of(BAD_ONES[i]), false));
		message.recipient = str_of(BAD_ONES[i]);
		assert_null(built(message).at);
	}
	assert_false(address_good(NO_STR, false));
	assert_false(address_good((str){ "a\0b@c.bj", 8 }, false));
	assert_true(address_good(STR("guichet@localhost"), true));
	assert_false(address_good(STR("guichet@localhost"), false));
}

static void
test_bodies(void **context)
{
	(void)context;
	assert_body(STR(""), "\n");
	assert_body(STR("sans fin de ligne"), "sans fin de ligne\n");
	assert_body(STR("un\r\ndeux\rtrois\n\nquatre\n"), "un\ndeux\ntrois\n\nquatre\n");
	assert_body(STR(".\n..\n.suite\nfin."), ".\n..\n.suite\nfin.\n");
	assert_body(STR("espace \ntabulation\t\n \n"), "espace \ntabulation\t\n \n");
	assert_body(STR("1 + 1 = 2 =3D"), "1 + 1 = 2 =3D\n");
	assert_body(STR("From moi\nFrom: x"), "From moi\nFrom: x\n");
	assert_body(STR("é’« »\u202f€"), "é’« »\u202f€\n");
	assert_true(str_starts(encode_body(arena, STR("From moi")), STR("=46rom moi")));
}

/* Soft breaks at every column, in ASCII, in two-byte characters and in dots. */
static void
test_long_lines(void **context)
{
	static const char *const UNITS[] = { "a", "é", ".", "a b ", "=", "€ " };
	size_t unit, length;

	(void)context;
	for (unit = 0; unit < sizeof(UNITS) / sizeof(UNITS[0]); unit++)
		for (length = 60; length < 240; length++) {
			str text = STR(""), wanted;
			str *parts = arena_array(arena, length, sizeof(str));
			size_t i;

			for (i = 0; i < length; i++)
				parts[i] = str_of(UNITS[unit]);
			text = arena_join(arena, parts, length);
			wanted = arena_format(arena, "%.*s\n", STR_ARGS(text));
			assert_true(str_eq(unquote(encode_body(arena, text)), wanted));
			arena_reset(arena);
		}
}

static void
test_bodies_refused(void **context)
{
	struct message message = GOOD;

	(void)context;
	message.body = (str){ "a\0b", 3 };
	assert_null(built(message).at);
	message.body = STR("\xff\xfe");
	assert_null(built(message).at);
	message.body = NO_STR;
	assert_null(built(message).at);
	message.body = (str){ memset(arena_alloc(arena, 300000), 'a', 300000), 300000 };
	assert_null(built(message).at);
	message.body.len = 1000;
	assert_non_null(built(message).at);
}

static void
test_sender(void **context)
{
	struct message message = GOOD;

	(void)context;
	message.from = STR("Guichet <guichet@example.bj>");
	assert_null(built(message).at);
	message.from = STR("guichet@example.bj\r\nX: y");
	assert_null(built(message).at);
	message.from = STR("guichet@localhost");
	assert_true(has(built(message), "@localhost>\r\n"));
}

int
main(void)
{
	static const struct CMUnitTest TESTS[] = {
		cmocka_unit_test_setup_teardown(test_headers, open_arena, close_arena),
		cmocka_unit_test_setup_teardown(test_message_id_is_stable, open_arena, close_arena),
		cmocka_unit_test_setup_teardown(test_accents, open_arena, close_arena),
		cmocka_unit_test_setup_teardown(test_subject_that_looks_encoded, open_arena, close_arena),
		cmocka_unit_test_setup_teardown(test_hostile_subjects, open_arena, close_arena),
		cmocka_unit_test_setup_teardown(test_addresses, open_arena, close_arena),
		cmocka_unit_test_setup_teardown(test_bodies, open_arena, close_arena),
		cmocka_unit_test_setup_teardown(test_long_lines, open_arena, close_arena),
		cmocka_unit_test_setup_teardown(test_bodies_refused, open_arena, close_arena),
		cmocka_unit_test_setup_teardown(test_sender, open_arena, close_arena),
	};

	return sodium_init() < 0 ? 1 : cmocka_run_group_tests(TESTS, NULL, NULL);
}
