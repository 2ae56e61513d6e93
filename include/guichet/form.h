/* Request forms as data: one JSON file a service (templates/forms, docs/formulaires.md), read once at start into this model.
 *
 * A form is sections of typed fields, the desks a request goes through, and what comes out. What a person has answered so far is a
 * JSON object kept with his draft, by the ids of fields, as he typed it; it is checked as a whole whenever it matters, so that a
 * wrong answer is never lost and a newer form never loses an old answer. Everything here is pure but for the folder's reading. */
#ifndef GUICHET_FORM_DATA_H
#define GUICHET_FORM_DATA_H
#include "guichet/fields.h"

enum form_type {
	FORM_TEXT, FORM_LINES, FORM_NUMBER, FORM_MONEY, FORM_DATE, FORM_PHONE, FORM_EMAIL, FORM_MATRICULE, FORM_NPI, FORM_IFU,
	FORM_COMMUNE, FORM_STRUCTURE, FORM_CHOICE, FORM_FILE,
	FORM_TYPES
};
enum { FORM_PDF = 1, FORM_JPEG = 2, FORM_PNG = 4 };

struct form_choice { str value, label; };

/* "si": shown only while another answer has one of these values. Empty `field`: always. */
struct form_rule {
	str        field;
	const str *values;
	size_t     count;
};

struct form_field {
	str id, label, hint;
	enum form_type type;
	bool    required;
	int64_t least, most;                /* characters, or the number itself; 0 and 0: the type's own */
	const struct form_choice *choices;
	size_t  choice_count;
	str     known;                      /* name of the fact that answers it when the State has it */
	str     was;                        /* its id in earlier revisions */
	struct form_rule rule;
	unsigned file_types;
	int64_t  file_most;                 /* bytes */
};

struct form_section {
	str id, title, hint;
	const struct form_field *fields;
	size_t field_count;
	bool   repeated;                    /* its fields come `least` to `most` times */
	str    item;                        /* "contrat": what one of them is called */
	size_t least, most;
	struct form_rule rule;
};

struct form_step { str kind, label, desk; int days; };

struct form {
	str  code, title;
	int  revision;
	bool open;                          /* a visitor without account may file it */
	int  days;                          /* promised; 0: as the catalogue says */
	str  signatory;
	str  next;                          /* what happens next, for the confirmation */
	const struct form_section *sections;
	size_t section_count;
	const struct form_step *steps;
	size_t step_count;
	const str *reasons;                 /* codes of rejection beside the general ones */
	size_t reason_count;
	bool has_files, has_communes, has_structures;
	str  json;                          /* the file, compact */
	str  path;                          /* its "parcours", compact */
};

struct forms {
	const struct form *list;
	size_t count;
	size_t faults;                      /* files left out */
	str    schema;                      /* the JSON Schema of these files */
};

/* Reads one form. False when it cannot serve; `complaints` then has one line a fault: "file:line: why". */
bool form_parse(struct arena *arena, str file, str text, struct form *form, str *complaints);
/* The form of that code, else the general one, else NULL. */
const struct form *forms_find(const struct forms *forms, str code);

/* ---- answers ---- */

struct answers;
/* Anything that is not an object of texts, lists of such objects and files is read as empty. */
struct answers *answers_read(struct arena *arena, str json);
str             answers_write(struct arena *arena, const struct answers *answers);
/* What was typed, absent when nothing was. `item` counts from 0 in a repeated section. */
str             answers_get(const struct answers *answers, const struct form_section *section, size_t item, const struct form_field *field);
/* How many times a section is shown: what was answered, at least the least, at most the most. */
size_t          answers_items(const struct answers *answers, const struct form_section *section);
struct form_file { str name, sha256, type; int64_t size; };
bool            answers_file(const struct answers *answers, const struct form_section *section, size_t item, const struct form_field *field,
                             struct form_file *file);
void            answers_put_file(struct answers *answers, const struct form_section *section, size_t item, const struct form_field *field,
                                 const struct form_file *file);
bool            answers_add_item(struct answers *answers, const struct form_section *section);      /* false: there are enough */
void            answers_drop_item(struct answers *answers, const struct form_section *section, size_t item);
void            answers_drop_file(struct answers *answers, const struct form_section *section, size_t item, const struct form_field *field);
/* Answers given under an earlier revision take the ids of this one. */
void            answers_carry(struct answers *answers, const struct form *form);
/* A plain fact by its name ("matricule"). */
str             answers_fact(const struct answers *facts, str name);

/* "nom", or "contrats.2.nom" (items count from 1 there). */
str form_name(struct arena *arena, const struct form_section *section, size_t item, const struct form_field *field);

/* Puts what was posted of one section into the answers; a file goes to `files` (room for FORM_FILES_MOST). PROBLEM_INPUT field.unknown for a
 * name that this section has not, field.repeated for a name that comes twice. Nothing else is judged here. */
enum { FORM_FILES_MOST = 20 };
struct form_upload { const struct form_field *field; size_t item; struct upload upload; };
struct form_posted { struct form_upload files[FORM_FILES_MOST]; size_t count; };
struct problem form_merge(const struct form_section *section, struct answers *answers, const struct parameters *posted, struct arena *arena,
                          struct form_posted *files);

struct form_fault {
	const struct form_section *section;
	size_t item;
	const struct form_field *field;     /* NULL: the section as a whole (too few items) */
	const char *text;                   /* key of a sentence */
	str detail;
};
/* Communes and structures that exist: values as the page offers them. */
struct form_places { const str *communes, *structures; size_t commune_count, structure_count; };

bool   form_shows(const struct form_rule *rule, const struct form *form, const struct answers *answers, const struct answers *facts,
                  const struct form_section *section, size_t item);
/* The fact that answers this field, absent when it must be asked. */
str    form_fact(const struct form_field *field, const struct answers *facts);
/* Checks one section, or all of them with NULL. Returns how many faults; at most `room` are written. */
size_t form_check(const struct form *form, const struct form_section *only, const struct answers *answers, const struct answers *facts,
                  const struct form_places *places, struct arena *arena, struct form_fault *faults, size_t room);
/* An answer as people read it: "3 mars 2026", "192 000 FCFA", the label of a choice. */
str    form_shown(struct arena *arena, const struct form_field *field, str value);
/* The bytes of a file are of a type this field takes: NULL, or the key of a sentence. `type` becomes what the bytes are. */
const char *form_file_type(const struct form_field *field, str bytes, str *type);
/* [{"section","label","value","known","file"}]: the review page, as it will be kept. */
str    form_review(struct arena *arena, const struct form *form, const struct answers *answers, const struct answers *facts);
#endif
