/* The first half of a turn: from the raw request to the statements it asks. */
#include <sodium.h>
#include <stdio.h>

#include "app/turn.h"
#include "guichet/log.h"

static void
note(struct turn *turn, struct problem problem)
{
	if (problem.kind != PROBLEM_NONE && turn->problem_count < PROBLEMS_MOST)
		turn->problems[turn->problem_count++] = problem;
}

static struct value
member_value(const struct field *field, const void *input, struct arena *arena)
{
	const char *at = (const char *)input + field->offset;

	switch (field->type) {
	case FIELD_TYPE_ID:
	case FIELD_TYPE_INT:
		return field->type == FIELD_TYPE_ID ? ARG_ID(*(const int64_t *)(const void *)at) : ARG(*(const int64_t *)(const void *)at);
	case FIELD_TYPE_BOOL:
		return ARG(*(const bool *)(const void *)at);
	case FIELD_TYPE_DATE:
		return ARG(*(const struct date *)(const void *)at);
	case FIELD_TYPE_FILE:
		return ARG_BYTES(((const struct upload *)(const void *)at)->bytes);
	case FIELD_TYPE_TEXTS:
		return ARG(texts_json(arena, *(const struct texts *)(const void *)at));
	case FIELD_TYPE_TEXT:
	case FIELD_TYPE_LINES:
	case FIELD_TYPE_SECRET:
	case FIELD_TYPE_CHOICE:
	case FIELD_TYPE_EMAIL:
	case FIELD_TYPE_PHONE:
	case FIELD_TYPE_MATRICULE:
	case FIELD_TYPE_CODE:
		return ARG(*(const str *)(const void *)at);
	case FIELD_TYPE_REST:
	case FIELD_TYPE_FILES:    /* bytes for the handler alone */
	case FIELD_TYPE_END:
		break;
	}
	return ARG_NULL;
}

static struct value
named_value(const struct turn *turn, str name)
{
	const struct field *field;

	if (str_is(name, "@token"))
		return ARG(turn->req.fresh);
	if (str_is(name, "@session"))
		return ARG(turn->session);
	if (str_is(name, "@visit"))
		return ARG(turn->visit);
	if (str_is(name, "@address"))
		return ARG(turn->req.address);
	if (str_is(name, "@device"))
		return ARG(turn->req.device);
	if (str_is(name, "@today"))
		return ARG(turn->req.today);
	for (field = turn->ready->route->fields; field != NULL && field->type != FIELD_TYPE_END; field++)
		if (str_is(name, field->name))
			return member_value(field, turn->input, turn->exchange->arena);
	return ARG_NULL;
}

/* A route without `ask` asks all its queries, each with what it `takes`. */
static void
ask_all(struct turn *turn)
{
	size_t i;

	for (i = 0; i < turn->ready->query_count; i++) {
		struct value values[ARGS_MOST];
		str rest = str_of(turn->ready->queries[i]->takes);
		size_t count = 0;

		while (rest.at != NULL && count < ARGS_MOST)
			values[count++] = named_value(turn, str_cut(&rest, ' '));
		batch_put(&turn->batch, turn->ready->queries[i], values, count);
	}
}

static void
read_cookies(struct turn *turn)
{
	str session = cookie_find(turn->exchange->cookies, turn->app->session_cookie);
	str visit = cookie_find(turn->exchange->cookies, turn->app->visit_cookie);

	if (hex_token(session, 64))
		turn->session = arena_copy(turn->exchange->arena, session);
	if (hex_token(visit, 32))
		turn->visit = arena_copy(turn->exchange->arena, visit);
}

static struct problem
read_parameters(struct turn *turn)
{
	struct exchange *ex = turn->exchange;
	str query = ex->target, path = str_cut(&query, '?');
	struct problem problem = NO_PROBLEM;

	ready_match(turn->ready, path, ex->arena, &turn->parameters);
	if (query.at != NULL && !str_empty(query))
		problem = parameters_read_urlencoded(&turn->parameters, ex->arena, query, false);
	if (problem.kind != PROBLEM_NONE || ex->method != METHOD_POST || turn->refused != NULL)
		return problem;
	if (str_starts(ex->body_type, STR("multipart/form-data")))
		return parameters_read_multipart(&turn->parameters, ex->arena, ex->body_type, ex->body);
	if (!str_starts(ex->body_type, STR("application/x-www-form-urlencoded")))
		return problem_of(PROBLEM_MEDIA, "problem.media");
	return parameters_read_urlencoded(&turn->parameters, ex->arena, ex->body, true);
}

static str
parameter_value(const struct turn *turn, str name)
{
	const struct parameter *p = parameters_find(&turn->parameters, name);

	return p == NULL ? NO_STR : p->value;
}

/* What identifies the content of a form: its path and every parameter but the engine's own. */
static str
body_hash(const struct turn *turn)
{
	unsigned char hash[32];
	crypto_generichash_state state;
	str path = turn->exchange->target;
	size_t i;

	crypto_generichash_init(&state, NULL, 0, sizeof(hash));
	crypto_generichash_update(&state, (const unsigned char *)path.at, path.len);
	for (i = 0; i < turn->parameters.count; i++) {
		const struct parameter *p = &turn->parameters.list[i];
		uint64_t lengths[2] = { p->name.len, p->value.len };

		if (!p->from_body || str_starts(p->name, STR("_")))
			continue;
		crypto_generichash_update(&state, (const unsigned char *)lengths, sizeof(lengths));
		crypto_generichash_update(&state, (const unsigned char *)p->name.at, p->name.len);
		crypto_generichash_update(&state, (const unsigned char *)p->value.at, p->value.len);
	}
	crypto_generichash_final(&state, hash, sizeof(hash));
	return str_of(value_sent(turn->exchange->arena, ARG_BYTES(((str){ (const char *)hash, sizeof(hash) }))));
}

/* A form must come from a page of ours (the token) and be recognisable when it comes twice (the key). */
static struct problem
check_form(struct turn *turn)
{
	str key = parameter_value(turn, STR("_cle"));

	if ((turn->ready->route->flags & ROUTE_MACHINE) != 0)
		return NO_PROBLEM;
	if (!csrf_fits(parameter_value(turn, STR("_jeton")), turn->session.at != NULL ? turn->session : turn->visit))
		return problem_of(PROBLEM_FORBIDDEN, "problem.form_expired");
	if ((turn->ready->route->flags & ROUTE_NO_KEY) != 0)
		return NO_PROBLEM;
	if (!uuid_valid(key))
		return problem_of(PROBLEM_MALFORMED, "problem.malformed");
	turn->key = arena_copy(turn->exchange->arena, key).at;
	turn->body_hash = body_hash(turn).at;
	return NO_PROBLEM;
}

/* A wrong identifier or a wrong word in an address is an address that does not exist. */
static bool
wrong_address(const struct turn *turn, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++) {
		const struct parameter *p = turn->problems[i].field == NULL ? NULL : parameters_find(&turn->parameters, str_of(turn->problems[i].field));
		size_t part;

		for (part = 0; p != NULL && part < turn->ready->part_count; part++)
			if (turn->ready->parts[part].is_field && str_eq(turn->ready->parts[part].text, p->name))
				return true;
	}
	return false;
}

static void
read_fields(struct turn *turn)
{
	const struct route *route = turn->ready->route;
	static const struct field none[] = { FIELDS_END };
	struct problem found[PROBLEMS_MOST];
	size_t count, i;

	turn->input = arena_alloc(turn->exchange->arena, route->input_size + 1);
	count = fields_read(route->fields != NULL ? route->fields : none, &turn->parameters, turn->input, turn->exchange->arena, found,
	                    PROBLEMS_MOST, route->method == METHOD_POST);
	for (i = 0; i < count; i++)
		note(turn, found[i]);
	if (wrong_address(turn, turn->problem_count)) {
		turn->problem_count = 0;
		note(turn, problem_of(PROBLEM_MISSING, "problem.missing"));
	}
}

void
turn_begin(struct turn *turn)
{
	const struct route *route = turn->ready->route;
	struct exchange *ex = turn->exchange;

	turn->req.method = route->method;
	turn->req.route = route;
	turn->req.arena = ex->arena;
	turn->req.now = clock_now();
	turn->req.today = clock_date(turn->req.now);
	turn->req.path = ex->target;
	turn->req.address = ex->address;
	turn->req.device = device_of(ex->arena, ex->user_agent);
	turn->req.sentences = turn->app->sentences;
	turn->req.forms = turn->app->forms;
	turn->req.headers = ex->fields;
	turn->req.header_count = ex->field_count;
	turn->req.sms_secret = turn->app->config->sms_secret;
	turn->req.origin = turn->app->config->origin;
	turn->req.demo = turn->app->config->demo;
	turn->batch.arena = ex->arena;
	read_cookies(turn);
	turn->req.token = turn->session;
	turn->req.visit = turn->visit;
	if (route->method == METHOD_POST)
		turn->req.fresh = random_hex(ex->arena, 32);
	note(turn, read_parameters(turn));
	if (turn->problem_count == 0 && route->method == METHOD_POST)
		note(turn, check_form(turn));
	if (turn->problem_count == 0)
		read_fields(turn);
	if (turn->refused != NULL)
		turn->problem_count = 0;      /* the page shown again takes what it can of its own address */
	if (turn->problem_count == 0 && route->ask != NULL)
		note(turn, route->ask(&turn->req, turn->input, &turn->batch));
	else if (turn->problem_count == 0)
		ask_all(turn);
	if (turn->problem_count > 0) {
		/* Who may not open a page is told so before what is wrong with his fields; a foreign form is not even looked at. */
		turn->batch.count = 0;
		turn->needs_database = !route->permission->open && (turn->problems[0].kind == PROBLEM_INPUT || turn->problems[0].kind == PROBLEM_MISSING);
		return;
	}
	turn->needs_database = turn->batch.count > 0 || !route->permission->open || turn->session.at != NULL;
}

bool
turn_fill_segment(struct turn *turn)
{
	const struct permission *permission = turn->ready->route->permission;
	struct segment *s = &turn->segment;
	size_t i, q;

	if (turn->batch.overflow)
		return false;
	for (i = 0; i < turn->batch.count; i++) {
		turn->statements[i] = NULL;
		for (q = 0; q < turn->ready->query_count; q++)
			if (turn->ready->queries[q] == turn->batch.asked[i].query)
				turn->statements[i] = turn->ready->statements[q];
		if (turn->statements[i] == NULL)
			return false;
	}
	s->arena = turn->exchange->arena;
	s->token = turn->session.at != NULL ? turn->session.at : "";
	s->read_only = turn->ready->route->method == METHOD_GET && (turn->ready->route->flags & ROUTE_RECORDS) == 0;
	s->permission = permission->open ? NULL : permission->name;
	s->role = permission->db_role;
	/* A route in two stages reads first and writes after: the key goes with the second. */
	s->key = turn->batch.count > 0 && (turn->ready->route->then == NULL || turn->second_stage) ? turn->key : NULL;
	s->body_hash = turn->body_hash;
	s->batch = &turn->batch;
	s->statements = turn->statements;
	s->results = &turn->results;
	return true;
}
