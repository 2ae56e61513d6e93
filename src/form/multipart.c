/* multipart/form-data (RFC 7578), for a body that is whole in memory. Strict: what browsers and curl send passes,
 * everything else is refused. Values are not copied: they point into the body. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE    /* memmem */
#endif
#include "form.h"

#define MOST_PARTS    200u
#define MOST_HEADER   ((size_t)4096)
#define MOST_BOUNDARY 70u    /* RFC 2046, 5.1.1 */

struct part {
	struct arena *arena;
	str           name, file_name, type;
	bool          disposed;    /* Content-Disposition was seen */
};

static struct problem
malformed(void)
{
	return problem_of(PROBLEM_MALFORMED, "problem.malformed");
}

static bool
is_token(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       (c != '\0' && strchr("!#$%&'*+-.^_`|~", c) != NULL);
}

static str
take_token(str *s)
{
	str token = { .at = s->at, .len = 0 };

	while (token.len < s->len && is_token(s->at[token.len]))
		token.len++;
	*s = str_skip(*s, token.len);
	return token;
}

static bool
take_byte(str *s, char c)
{
	if (s->len == 0 || s->at[0] != c)
		return false;
	*s = str_skip(*s, 1);
	return true;
}

static void
take_blanks(str *s)
{
	while (take_byte(s, ' ') || take_byte(s, '\t'))
		;
}

/* A quoted string; \" stands for ". A lone backslash is itself: some browsers send whole Windows paths. */
static bool
take_quoted(struct arena *arena, str *s, str *text)
{
	bool   escaped = false;
	size_t end = 1;

	if (s->len == 0 || s->at[0] != '"')
		return false;
	for (; end < s->len && s->at[end] != '"'; end++)
		if (s->at[end] == '\\' && end + 1 < s->len && s->at[end + 1] == '"') {
			escaped = true;
			end++;
		}
	if (end >= s->len)
		return false;
	*text = (str){ .at = s->at + 1, .len = end - 1 };
	*s = str_skip(*s, end + 1);
	if (!escaped)
		return true;

	char  *out = arena_alloc(arena, text->len + 1);
	size_t len = 0;

	for (size_t i = 0; i < text->len; i++)
		if (text->at[i] != '\\' || i + 1 >= text->len || text->at[i + 1] != '"')
			out[len++] = text->at[i];
	*text = (str){ .at = out, .len = len };
	return true;
}

/* `; name=value` of a header. False at the end and on a fault; `*rest` is empty only at the end. */
static bool
take_attribute(struct arena *arena, str *rest, str *name, str *value)
{
	take_blanks(rest);
	if (!take_byte(rest, ';'))
		return false;
	take_blanks(rest);
	*name = take_token(rest);
	if (str_empty(*name) || !take_byte(rest, '='))
		goto fault;
	if (rest->len > 0 && rest->at[0] == '"') {
		if (!take_quoted(arena, rest, value))
			goto fault;
	} else {
		*value = take_token(rest);
		if (str_empty(*value))
			goto fault;
	}
	return true;
fault:
	*rest = STR("?");
	return false;
}

/* The boundary may hold what tokens hold and, quoted, ' ( ) + _ , - . / : = ? and inner spaces. */
static bool
boundary_good(str boundary)
{
	if (boundary.len < 1 || boundary.len > MOST_BOUNDARY || boundary.at[boundary.len - 1] == ' ')
		return false;
	for (size_t i = 0; i < boundary.len; i++) {
		const char c = boundary.at[i];

		if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
		      (c != '\0' && strchr("'()+_,-./:=? ", c) != NULL)))
			return false;
	}
	return true;
}

/* The delimiter "\r\n--boundary" that a Content-Type announces. */
static bool
delimiter_of(struct arena *arena, str content_type, str *delimiter)
{
	str name, value, boundary = NO_STR;
	str rest = content_type;

	if (rest.len < sizeof "multipart/form-data" - 1)
		return false;
	const str type = { .at = rest.at, .len = sizeof "multipart/form-data" - 1 };
	if (!str_same(type, STR("multipart/form-data")))
		return false;
	rest = str_skip(rest, type.len);
	while (take_attribute(arena, &rest, &name, &value)) {
		if (!str_same(name, STR("boundary")))
			continue;
		if (boundary.at != NULL)
			return false;
		boundary = value;
	}
	if (!str_empty(rest) || boundary.at == NULL || !boundary_good(boundary))
		return false;
	const str parts[] = { STR("\r\n--"), boundary };
	*delimiter = arena_join(arena, parts, 2);
	return true;
}

static bool
read_disposition(struct part *part, str value)
{
	str name, text;

	if (part->disposed || !str_same(take_token(&value), STR("form-data")))
		return false;
	part->disposed = true;
	while (take_attribute(part->arena, &value, &name, &text)) {
		str *where = str_same(name, STR("name"))       ? &part->name
		             : str_same(name, STR("filename")) ? &part->file_name
		                                               : NULL;

		/* RFC 7578 4.2 forbids filename*; an attribute nobody knows is passed over. */
		if (where == NULL)
			continue;
		if (where->at != NULL)
			return false;
		*where = text;
	}
	return str_empty(value) && !str_empty(part->name);
}

static bool
read_header(struct part *part, str line)
{
	const str name = take_token(&line);

	if (str_empty(name) || !take_byte(&line, ':'))
		return false;
	const str value = str_trim(line);

	if (str_same(name, STR("content-disposition")))
		return read_disposition(part, value);
	if (str_same(name, STR("content-type"))) {
		str       rest = value;
		const str major = take_token(&rest);

		if (part->type.at != NULL || str_same(major, STR("multipart")))
			return false;
		part->type = value;
		return true;
	}
	if (str_same(name, STR("content-transfer-encoding")))
		return str_same(value, STR("binary")) || str_same(value, STR("8bit")) || str_same(value, STR("7bit"));
	return true;
}

/* Reads the lines up to the empty one; `*body` goes on behind it. */
static bool
read_headers(struct part *part, str *body)
{
	const str start = *body;

	for (;;) {
		const size_t left = MOST_HEADER - (size_t)(body->at - start.at);
		const char  *end = memmem(body->at, body->len < left ? body->len : left, "\r\n", 2);

		if (end == NULL)
			return false;
		const str line = { .at = body->at, .len = (size_t)(end - body->at) };

		*body = str_skip(*body, line.len + 2);
		if (str_empty(line))
			return part->disposed;
		for (size_t i = 0; i < line.len; i++)
			if (((unsigned char)line.at[i] < 0x20 && line.at[i] != '\t') || line.at[i] == 0x7F)
				return false;
		if (!utf8_valid(line) || !read_header(part, line))
			return false;
	}
}

struct problem
parameters_read_multipart(struct parameters *into, struct arena *arena, str content_type, str body)
{
	str delimiter;

	if (!delimiter_of(arena, content_type, &delimiter) || !str_starts(body, str_skip(delimiter, 2)))
		return malformed();
	body = str_skip(body, delimiter.len - 2);

	for (size_t count = 0; str_starts(body, STR("\r\n")); count++) {
		struct part part = { .arena = arena };

		if (count == MOST_PARTS)
			return problem_of(PROBLEM_TOO_LARGE, "problem.too_large");
		body = str_skip(body, 2);
		if (!read_headers(&part, &body))
			return malformed();

		/* An empty value: the delimiter may begin with the line end of the headers. */
		const str   content = { .at = body.at - 2, .len = body.len + 2 };
		const char *end = memmem(content.at, content.len, delimiter.at, delimiter.len);
		if (end == NULL)
			return malformed();
		const str value = { .at = body.at, .len = end < body.at ? 0 : (size_t)(end - body.at) };

		if (part.file_name.at == NULL && !utf8_valid(value))
			return malformed();
		parameters_add(into, arena,
		               (struct parameter){ .name = part.name, .value = value, .file_name = part.file_name,
		                                   .file_type = part.type, .from_body = true });
		body = str_skip(content, (size_t)(end - content.at) + delimiter.len);
	}
	return str_is(body, "--") || str_is(body, "--\r\n") ? NO_PROBLEM : malformed();
}
