/* Members of a form's JSON, each checked where it is read; faults are kept with their line (form_parse.h). */
#include "form_parse.h"

void
reading_complain(struct form_reading *r, const char *key, const char *format, ...)
{
	struct form_at path[FORM_DEPTH + 1];
	va_list args;

	if (r->count++ >= FORM_COMPLAINTS)
		return;
	memcpy(path, r->path, sizeof(r->path));
	if (key != NULL)
		path[r->depth] = (struct form_at){ key, 0 };
	const size_t line = form_line(r->text, path, r->depth + (key != NULL));

	va_start(args, format);
	const str why = arena_vformat(r->arena, format, args);

	va_end(args);
	r->complaints = arena_format(r->arena, "%.*s%.*s:%zu: %.*s\n", STR_ARGS(r->complaints), STR_ARGS(r->file), line, STR_ARGS(why));
}

void
reading_enter(struct form_reading *r, const char *key)
{
	if (r->depth < FORM_DEPTH)
		r->path[r->depth] = (struct form_at){ key, 0 };
	r->depth++;
}

void
reading_enter_at(struct form_reading *r, size_t index)
{
	if (r->depth < FORM_DEPTH)
		r->path[r->depth] = (struct form_at){ NULL, index };
	r->depth++;
}

void
reading_leave(struct form_reading *r)
{
	r->depth--;
}

str
reading_text(struct form_reading *r, const json_t *object, const char *key, bool required, size_t most)
{
	const json_t *value = json_object_get(object, key);

	if (value == NULL) {
		if (required)
			reading_complain(r, NULL, "il manque « %s »", key);
		return NO_STR;
	}
	if (!json_is_string(value)) {
		reading_complain(r, key, "« %s » doit être un texte", key);
		return NO_STR;
	}
	const str text = arena_copy(r->arena, (str){ json_string_value(value), json_string_length(value) });

	if ((required && str_empty(str_trim(text))) || utf8_count(text) > most) {
		reading_complain(r, key, "« %s » doit avoir de 1 à %zu caractères", key, most);
		return NO_STR;
	}
	return text;
}

int64_t
reading_int(struct form_reading *r, const json_t *object, const char *key, int64_t otherwise, int64_t least, int64_t most)
{
	const json_t *value = json_object_get(object, key);

	if (value == NULL)
		return otherwise;
	if (!json_is_integer(value) || json_integer_value(value) < least || json_integer_value(value) > most) {
		reading_complain(r, key, "« %s » doit être un nombre entier de %lld à %lld", key, (long long)least, (long long)most);
		return otherwise;
	}
	return json_integer_value(value);
}

bool
reading_bool(struct form_reading *r, const json_t *object, const char *key, bool otherwise)
{
	const json_t *value = json_object_get(object, key);

	if (value != NULL && !json_is_boolean(value))
		reading_complain(r, key, "« %s » doit être true ou false", key);
	return value != NULL && json_is_boolean(value) ? json_is_true(value) : otherwise;
}

const json_t *
reading_list(struct form_reading *r, const json_t *object, const char *key, bool required, size_t most)
{
	const json_t *value = json_object_get(object, key);

	if (value == NULL) {
		if (required)
			reading_complain(r, NULL, "il manque « %s »", key);
		return NULL;
	}
	if (!json_is_array(value) || json_array_size(value) == 0 || json_array_size(value) > most) {
		reading_complain(r, key, "« %s » doit être une liste de 1 à %zu éléments", key, most);
		return NULL;
	}
	return value;
}

bool
reading_only(struct form_reading *r, const json_t *object, const char *const *keys)
{
	const char *key;
	void *at;
	size_t i;

	if (!json_is_object(object)) {
		reading_complain(r, NULL, "un objet { … } est attendu ici");
		return false;
	}
	for (at = json_object_iter((json_t *)(uintptr_t)object); at != NULL; at = json_object_iter_next((json_t *)(uintptr_t)object, at)) {
		key = json_object_iter_key(at);
		for (i = 0; keys[i] != NULL && strcmp(keys[i], key) != 0; i++)
			continue;
		if (keys[i] == NULL)
			reading_complain(r, key, "« %s » n’est pas connu ici", key);
	}
	return true;
}

/* A letter, then letters, digits and underscores: what a name may be in a page and in a file. */
bool
form_id_good(str id)
{
	size_t i;

	for (i = 0; i < id.len; i++)
		if (!((id.at[i] >= 'a' && id.at[i] <= 'z') || (i > 0 && ((id.at[i] >= '0' && id.at[i] <= '9') || id.at[i] == '_'))))
			return false;
	return id.len > 0 && id.len <= 40 && !str_is(id, "geste") && !str_is(id, "service") && !str_is(id, "etape");
}
