/* What every page carries around its own content: who is signed in, what he may open, the form's tokens, a flash
 * sentence, and on a refused form the problems with what was typed. */
#include "app/app.h"

/* What the navigation shows to whom. */
static struct { const struct permission *permission; struct marker can; } SHOWN[] = {
	{ &ACCOUNT_OWN, { "CAN_ACCOUNT_OWN", sizeof("CAN_ACCOUNT_OWN") - 1, 0 } },
	{ &CAREER_OWN, { "CAN_CAREER_OWN", sizeof("CAN_CAREER_OWN") - 1, 0 } },
	{ &CAREER_CONSULT, { "CAN_CAREER_CONSULT", sizeof("CAN_CAREER_CONSULT") - 1, 0 } },
	{ &CAREER_EXPORT, { "CAN_CAREER_EXPORT", sizeof("CAN_CAREER_EXPORT") - 1, 0 } },
	{ &IMPORT_PERSONNEL, { "CAN_IMPORT_PERSONNEL", sizeof("CAN_IMPORT_PERSONNEL") - 1, 0 } },
	{ &JOURNAL_INSPECT, { "CAN_JOURNAL_INSPECT", sizeof("CAN_JOURNAL_INSPECT") - 1, 0 } },
	{ &ACCOUNTS_ADMIN, { "CAN_ACCOUNTS_ADMIN", sizeof("CAN_ACCOUNTS_ADMIN") - 1, 0 } },
	{ &ACTS_WORK, { "CAN_ACTS_WORK", sizeof("CAN_ACTS_WORK") - 1, 0 } },
	{ &ACTS_SIGN, { "CAN_ACTS_SIGN", sizeof("CAN_ACTS_SIGN") - 1, 0 } },
	{ &ADVANCEMENT_RUN, { "CAN_ADVANCEMENT_RUN", sizeof("CAN_ADVANCEMENT_RUN") - 1, 0 } },
	{ &CERTIFICATES_DESK, { "CAN_CERTIFICATES_DESK", sizeof("CAN_CERTIFICATES_DESK") - 1, 0 } },
	{ &ARCHIVE_WORK, { "CAN_ARCHIVE_WORK", sizeof("CAN_ARCHIVE_WORK") - 1, 0 } },
	{ &REQUESTS_OWN, { "CAN_REQUESTS_OWN", sizeof("CAN_REQUESTS_OWN") - 1, 0 } },
	{ &REQUESTS_DESK, { "CAN_REQUESTS_DESK", sizeof("CAN_REQUESTS_DESK") - 1, 0 } },
	{ &SERVICES_MANAGE, { "CAN_SERVICES_MANAGE", sizeof("CAN_SERVICES_MANAGE") - 1, 0 } },
	{ &APPOINTMENTS_OWN, { "CAN_APPOINTMENTS_OWN", sizeof("CAN_APPOINTMENTS_OWN") - 1, 0 } },
	{ &APPOINTMENTS_DESK, { "CAN_APPOINTMENTS_DESK", sizeof("CAN_APPOINTMENTS_DESK") - 1, 0 } },
	{ &PENSIONS_DESK, { "CAN_PENSIONS_DESK", sizeof("CAN_PENSIONS_DESK") - 1, 0 } },
	{ &PAYROLL_COMPARE, { "CAN_PAYROLL_COMPARE", sizeof("CAN_PAYROLL_COMPARE") - 1, 0 } },
	{ &LIFE_DESK, { "CAN_LIFE_DESK", sizeof("CAN_LIFE_DESK") - 1, 0 } },
	{ &PENSIONS_CLAIM, { "CAN_PENSIONS_CLAIM", sizeof("CAN_PENSIONS_CLAIM") - 1, 0 } },
};

/* One's own pages; whatever else is shown is work, and has a row of the navigation of its own. */
static const struct permission *const OWN[] = { &ACCOUNT_OWN, &CAREER_OWN, &CAREER_EXPORT, &REQUESTS_OWN, &APPOINTMENTS_OWN, &PENSIONS_CLAIM };

static bool
is_own(const struct permission *permission)
{
	size_t i;

	for (i = 0; i < sizeof(OWN) / sizeof(OWN[0]) && OWN[i] != permission; i++)
		continue;
	return i < sizeof(OWN) / sizeof(OWN[0]);
}

/* "nom" + "_VALUE" → "NOM_VALUE" */
static struct marker
marker_built(struct arena *arena, const char *before, str name, const char *after)
{
	str whole = arena_format(arena, "%s%.*s%s", before, STR_ARGS(name), after);
	char *text = arena_alloc(arena, whole.len + 1);
	size_t i;

	for (i = 0; i < whole.len; i++) {
		char c = whole.at[i];

		text[i] = (char)(c >= 'a' && c <= 'z' ? c - 32 : (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ? c : '_');
	}
	return marker_named(arena, (str){ text, whole.len });
}

static void
show_permissions(const struct request *req, struct page *page)
{
	bool works = false;
	size_t i;

	for (i = 0; i < sizeof(SHOWN) / sizeof(SHOWN[0]); i++)
		if ((req->who->permissions >> SHOWN[i].permission->bit & 1) != 0) {
			page_show(page, &SHOWN[i].can);
			works |= !is_own(SHOWN[i].permission);
		}
	if (works)
		page_show(page, MARK("CAN_WORK"));
}

void
page_layout(const struct app *app, const struct request *req, const struct ready *ready, struct page *page, str csrf)
{
	if (req->who != NULL && req->who->person != 0) {
		struct page *signed_in = page_row(page, MARK("SIGNED_IN"));

		page_text(signed_in, MARK("WHO_NAME"), req->who->name);
		page_text(signed_in, MARK("SESSION_CSRF"), csrf_mask(req->arena, req->token));
		show_permissions(req, page);
	} else if (req->who != NULL) {
		page_show(page, MARK("VISITOR"));
	}
	if (app->config->demo)
		page_show(page, MARK("DEMO"));
	if (!str_empty(csrf))
		page_text(page, MARK("CSRF"), csrf_mask(req->arena, csrf));
	if (ready == NULL || ready->takes_csrf)
		page_text(page, MARK("KEY"), random_uuid(req->arena));
}

static void
show_value(const struct request *req, const struct field *field, const struct parameter *posted, struct page *page)
{
	struct marker value = marker_built(req->arena, "", posted->name, "_VALUE");

	if (field->type == FIELD_TYPE_SECRET || field->type == FIELD_TYPE_FILE || field->type == FIELD_TYPE_CODE ||
	    field->type == FIELD_TYPE_FILES || field->type == FIELD_TYPE_REST || field->type == FIELD_TYPE_TEXTS)
		return;
	page_text(page, &value, posted->value);
	if (field->type == FIELD_TYPE_CHOICE || field->type == FIELD_TYPE_BOOL) {
		struct marker on = marker_built(req->arena, "", arena_format(req->arena, "%.*s_%.*s", STR_ARGS(posted->name), STR_ARGS(posted->value)), "_ON");

		page_show(page, &on);
	}
}

/* The parameter "naissance-jour" belongs to the field "naissance". */
static bool
belongs(const struct field *field, str name)
{
	return str_is(name, field->name) || (str_starts(name, str_of(field->name)) && name.len > strlen(field->name) && name.at[strlen(field->name)] == '-');
}

void
page_problems(const struct request *req, const struct parameters *posted, const struct field *fields, struct page *page)
{
	struct page *summary = page_row(page, MARK("PROBLEMS"));
	const struct field *field;
	size_t i;

	for (i = 0; i < req->problem_count; i++) {
		const struct problem *p = &req->problems[i];
		str text = sentence_with(req->sentences, req->arena, p->text, p->detail);
		struct page *row = page_row(summary, MARK("PROBLEM"));

		page_text(row, MARK("PROBLEM_TEXT"), text);
		if (p->field != NULL) {
			struct marker error = marker_built(req->arena, "", str_of(p->field), "_ERROR");
			struct marker error_text = marker_built(req->arena, "", str_of(p->field), "_ERROR_TEXT");

			page_text(row, MARK("PROBLEM_FIELD"), str_of(p->field));
			page_text(page_row(page, &error), &error_text, text);
		}
	}
	for (i = 0; posted != NULL && i < posted->count; i++)
		for (field = fields; field != NULL && field->type != FIELD_TYPE_END; field++)
			if (belongs(field, posted->list[i].name))
				show_value(req, field, &posted->list[i], page);
}

void
page_choices(const struct request *req, const struct parameters *sent, struct page *page)
{
	const struct query *const *query = req->route->queries;

	for (; query != NULL && *query != NULL; query++) {
		str rest = str_of((*query)->keeps);

		while (rest.at != NULL) {
			str place = str_cut(&rest, ','), section;
			const str field = str_cut(&place, ' ');
			const struct parameter *p = parameters_find(sent, field);

			if (rest.at != NULL)
				rest = str_skip(rest, 1);
			if (p == NULL || str_empty(p->value))
				continue;
			section = str_cut(&place, '.');
			const struct marker rows = marker_named(req->arena, section), column = marker_named(req->arena, place), mark = marker_built(req->arena, "", field, "_ON");
			page_choose(page, &rows, &column, p->value, &mark);
		}
	}
}
