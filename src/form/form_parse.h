/* Inside form/: reading a form's JSON with its faults (form_parse.c the whole, form_parse_field.c its parts). */
#ifndef GUICHET_FORM_PARSE_H
#define GUICHET_FORM_PARSE_H
#include <jansson.h>

#include "form_where.h"
#include "guichet/form.h"

enum { FORM_DEPTH = 12, FORM_COMPLAINTS = 20, FORM_SECTIONS = 20, FORM_FIELDS = 60, FORM_ITEMS = 50 };

struct form_reading {
	struct arena  *arena;
	str            file, text;
	struct form_at path[FORM_DEPTH];
	size_t         depth;
	str            complaints;
	size_t         count;
};

/* `key`: the member that is wrong, or NULL for the thing at hand. */
void    reading_complain(struct form_reading *r, const char *key, const char *format, ...) __attribute__((format(printf, 3, 4)));
void    reading_enter(struct form_reading *r, const char *key);
void    reading_enter_at(struct form_reading *r, size_t index);
void    reading_leave(struct form_reading *r);
/* Members of an object, checked; what is wrong is complained of and given as absent. */
str     reading_text(struct form_reading *r, const json_t *object, const char *key, bool required, size_t most);
int64_t reading_int(struct form_reading *r, const json_t *object, const char *key, int64_t otherwise, int64_t least, int64_t most);
bool    reading_bool(struct form_reading *r, const json_t *object, const char *key, bool otherwise);
/* The list of that name, NULL when it is absent; complains of another type, and of more than `most`. */
const json_t *reading_list(struct form_reading *r, const json_t *object, const char *key, bool required, size_t most);
/* Complains of every member that is not in the NULL-ended list, and when it is not an object at all (then false). */
bool    reading_only(struct form_reading *r, const json_t *object, const char *const *keys);
bool    form_id_good(str id);

void form_field_read(struct form_reading *r, const json_t *json, struct form_field *field);
void form_rule_read(struct form_reading *r, const json_t *object, struct form_rule *rule);
#endif
