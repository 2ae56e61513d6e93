/* The OpenAPI 3.1 document of the machine routes, written from their rows: method, path, fields, permission, and what the row's
 * `api` adds (summary, request body, responses). */
#include "guichet/app.h"

str
json_quoted(struct arena *arena, str text)
{
	static const char digits[] = "0123456789abcdef";
	char *out = arena_alloc(arena, 6 * text.len + 1);
	size_t i, n = 0;

	for (i = 0; i < text.len; i++) {
		const unsigned char c = (unsigned char)text.at[i];

		if (c == '"' || c == '\\')
			out[n++] = '\\';
		if (c >= 0x20) {
			out[n++] = (char)c;
			continue;
		}
		memcpy(out + n, "\\u00", 4);
		out[n + 4] = digits[c >> 4];
		out[n + 5] = digits[c & 15];
		n += 6;
	}
	return (str){ out, n };
}

static const char *
type_of(const struct field *field)
{
	switch (field->type) {
	case FIELD_TYPE_INT:
		return "\"type\":\"integer\"";
	case FIELD_TYPE_BOOL:
		return "\"type\":\"boolean\"";
	case FIELD_TYPE_DATE:
		return "\"type\":\"string\",\"format\":\"date\"";
	case FIELD_TYPE_EMAIL:
		return "\"type\":\"string\",\"format\":\"email\"";
	case FIELD_TYPE_FILE:
	case FIELD_TYPE_FILES:
		return "\"type\":\"string\",\"contentMediaType\":\"application/octet-stream\"";
	case FIELD_TYPE_TEXTS:
		return "\"type\":\"array\",\"items\":{\"type\":\"string\"}";
	case FIELD_TYPE_ID:
	case FIELD_TYPE_TEXT:
	case FIELD_TYPE_LINES:
	case FIELD_TYPE_SECRET:
	case FIELD_TYPE_CHOICE:
	case FIELD_TYPE_PHONE:
	case FIELD_TYPE_MATRICULE:
	case FIELD_TYPE_CODE:
	case FIELD_TYPE_REST:
	case FIELD_TYPE_END:
		break;
	}
	return "\"type\":\"string\"";
}

static str
parameters(struct arena *arena, const struct route *route)
{
	const struct field *f;
	str all = STR("");

	for (f = route->fields; f != NULL && f->type != FIELD_TYPE_END; f++) {
		const bool in_path = strstr(route->path, arena_format(arena, "{%s}", f->name).at) != NULL;

		if (route->method == METHOD_POST && !in_path)
			continue;
		all = arena_format(arena, "%.*s%s{\"name\":\"%s\",\"in\":\"%s\",\"required\":%s,\"schema\":{%s}}", STR_ARGS(all), all.len > 0 ? "," : "", f->name,
		                   in_path ? "path" : "query", f->required || in_path ? "true" : "false", type_of(f));
	}
	return all;
}

/* "/api/v1/sms/accuse" → "get_api_v1_sms_accuse" */
static str
operation_name(struct arena *arena, const struct route *route)
{
	str name = arena_format(arena, "%s%s", route->method == METHOD_GET ? "get" : "post", route->path);
	char *out = (char *)(uintptr_t)name.at;
	size_t i;

	for (i = 0; i < name.len; i++)
		if (!((out[i] >= 'a' && out[i] <= 'z') || (out[i] >= '0' && out[i] <= '9')))
			out[i] = '_';
	return name;
}

static str
operation(struct arena *arena, const struct route *route)
{
	static const char FAULTS[] = "\"4XX\":{\"$ref\":\"#/components/responses/Problem\"},\"5XX\":{\"$ref\":\"#/components/responses/Problem\"}";
	const str given = str_of(route->api), named = parameters(arena, route);

	return arena_format(arena, "\"%s\":{\"operationId\":\"%.*s\",%s%.*s%s%.*s%s%s}", route->method == METHOD_GET ? "get" : "post",
	                    STR_ARGS(operation_name(arena, route)), named.len > 0 ? "\"parameters\":[" : "", STR_ARGS(named), named.len > 0 ? "]," : "",
	                    STR_ARGS(given.at != NULL ? given : STR("\"summary\":\"Pour une machine\",\"security\":[]")),
	                    given.at != NULL && strstr(route->api, "\"responses\"") != NULL ? "" : ",\"responses\":{\"200\":{\"description\":\"Fait\"},",
	                    given.at != NULL && strstr(route->api, "\"responses\"") != NULL ? "" : arena_format(arena, "%s}", FAULTS).at);
}

static const struct route *
next_machine(size_t *service, size_t *number)
{
	for (; SERVICES[*service] != NULL; (*service)++, *number = 0)
		while (SERVICES[*service]->routes[*number].path != NULL) {
			const struct route *route = &SERVICES[*service]->routes[(*number)++];

			if ((route->flags & ROUTE_MACHINE) != 0)
				return route;
		}
	return NULL;
}

static bool
seen_before(const struct route *route)
{
	size_t service = 0, number = 0;
	const struct route *other;

	while ((other = next_machine(&service, &number)) != NULL && other != route)
		if (strcmp(other->path, route->path) == 0)
			return true;
	return false;
}

str
openapi_text(struct arena *arena, const char *origin)
{
	size_t service = 0, number = 0;
	const struct route *route, *other;
	str paths = STR("");

	while ((route = next_machine(&service, &number)) != NULL) {
		size_t s = 0, n = 0;
		str operations = STR("");

		if (seen_before(route))
			continue;
		while ((other = next_machine(&s, &n)) != NULL)
			if (strcmp(other->path, route->path) == 0)
				operations = arena_format(arena, "%.*s%s%.*s", STR_ARGS(operations), operations.len > 0 ? "," : "", STR_ARGS(operation(arena, other)));
		paths = arena_format(arena, "%.*s%s\"%s\":{%.*s}", STR_ARGS(paths), paths.len > 0 ? ",\n" : "", route->path, STR_ARGS(operations));
	}
	return arena_format(arena,
		"{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"Guichet\",\"version\":\"1\",\"description\":\"Ce que le portail du ministère du Travail et de la Fonction publique du Bénin offre aux machines.\","
		"\"license\":{\"name\":\"AGPL-3.0-or-later\",\"identifier\":\"AGPL-3.0-or-later\"}},\"servers\":[{\"url\":\"%s\"}],\"security\":[],\n\"paths\":{\n%.*s},\n"
		"\"components\":{\"securitySchemes\":{\"partenaire\":{\"type\":\"http\",\"scheme\":\"bearer\",\"description\":\"Jeton remis au partenaire\"},"
		"\"passerelle\":{\"type\":\"apiKey\",\"in\":\"header\",\"name\":\"X-Guichet-Secret\",\"description\":\"Secret de la passerelle SMS\"}},"
		"\"responses\":{\"Problem\":{\"description\":\"Refus, dit en clair, chaque faute à sa place\",\"content\":{\"application/problem+json\":{\"schema\":{\"$ref\":\"#/components/schemas/Problem\"}}}}},"
		"\"schemas\":{\"Problem\":{\"type\":\"object\",\"required\":[\"status\",\"title\",\"detail\"],\"properties\":{\"status\":{\"type\":\"integer\"},\"title\":{\"type\":\"string\"},"
		"\"detail\":{\"type\":\"string\"},\"reference\":{\"type\":\"string\"},\"errors\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"required\":[\"detail\"],\"properties\":{"
		"\"pointer\":{\"type\":\"string\",\"description\":\"RFC 6901, dans la demande\"},\"header\":{\"type\":\"string\"},\"detail\":{\"type\":\"string\"}}}}}}}}}\n",
		origin, STR_ARGS(paths));
}
