/* Fuzzes the table of fields with every type, from a urlencoded body. Without a problem every required member is
 * there; whatever is there has the form that its type promises. */
#include <stdlib.h>

#include "guichet/fields.h"

struct form {
	int64_t     id, number;
	str         text, lines, secret, choice, mail, phone, matricule, code;
	bool        yes;
	struct date date;
	struct upload file;
	struct uploads files;
	struct texts words;
};

static const struct field FIELDS[] = {
	OPTIONAL_ID(struct form, id),
	OPTIONAL_INT(struct form, number, -1000, 1000000),
	FIELD_TEXT(struct form, text, 20),
	OPTIONAL_LINES(struct form, lines, 40),
	OPTIONAL_CHOICE(struct form, choice, "oui|non"),
	OPTIONAL_EMAIL(struct form, mail),
	OPTIONAL_PHONE(struct form, phone),
	OPTIONAL_MATRICULE(struct form, matricule),
	OPTIONAL_CODE(struct form, code, 6),
	FIELD_BOOL(struct form, yes),
	OPTIONAL_DATE(struct form, date),
	FIELDS_END,
};

static const struct field UPLOADS[] = {
	FIELD_SECRET(struct form, secret, 2, 20),
	FIELD_FILE(struct form, file, 100),
	OPTIONAL_TEXTS(struct form, words, 20, 4),
	FIELD_FILES(struct form, files, 3),
	FIELDS_END,
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check(bool good)
{
	if (!good)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena     *arena = arena_new();
	struct parameters got = { 0 };
	struct form       form = { 0 };
	struct problem    problems[50];
	const str         text = { .at = (const char *)data, .len = size };

	if (parameters_read_urlencoded(&got, arena, text, true).kind != PROBLEM_NONE)
		goto out;

	const size_t count = fields_read(FIELDS, &got, &form, arena, problems, 50, true);

	check(count <= 50);
	check(count > 0 || form.text.at != NULL);
	for (size_t i = 0; i < count; i++)
		check(problems[i].kind == PROBLEM_INPUT && problems[i].text != NULL && utf8_valid(problems[i].detail));
	check(form.id >= 0 && form.number >= -1000 && form.number <= 1000000);
	check(utf8_valid(form.text) && utf8_count(form.text) <= 20);
	check(utf8_valid(form.lines) && utf8_count(form.lines) <= 40);
	check(form.choice.at == NULL || str_is(form.choice, "oui") || str_is(form.choice, "non"));
	check(form.mail.at == NULL || memchr(form.mail.at, '@', form.mail.len) != NULL);
	check(form.phone.at == NULL || (form.phone.len == 14 && str_starts(form.phone, STR("+22901"))));
	check(form.matricule.len <= 20 && (form.code.at == NULL || form.code.len == 6));
	check(!date_there(form.date) || date_valid(form.date.year, form.date.month, form.date.day));

	for (size_t i = 0; i < got.count; i++)
		if (i % 2 == 1)
			got.list[i].file_name = got.list[i].name;
	form = (struct form){ 0 };
	if (fields_read(UPLOADS, &got, &form, arena, problems, 50, false) == 0)
		check(form.file.name.at != NULL && form.file.bytes.len <= 100 && form.secret.len >= 2);
out:
	arena_free(arena);
	return 0;
}
