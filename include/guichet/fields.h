/* The fields of a form or of an address, as data. One table describes the struct that a handler receives:
 *
 *	struct hand_over { int64_t letter; str desk; str note; };
 *	static const struct field HAND_OVER[] = {
 *		FIELD_ID(struct hand_over, letter), FIELD_TEXT(struct hand_over, desk, 12),
 *		OPTIONAL_TEXT(struct hand_over, note, 500), FIELDS_END };
 *
 * A handler never sees raw text: a member is set only from a value that passed its check, else it keeps its
 * absent value (str: at NULL, int64_t: 0, struct date: year 0, bool: false, struct upload: name.at NULL, lists: count 0).
 * Every problem of a form is collected before anything is answered. A name that the table does not list is refused
 * on writes; a name given twice is refused everywhere but in a list. */
#ifndef GUICHET_FIELDS_H
#define GUICHET_FIELDS_H
#include <stddef.h>

#include "guichet/arena.h"
#include "guichet/clock.h"
#include "guichet/problem.h"

struct upload {
	str name;    /* as the browser said: shown as text only, never used as a path */
	str type;    /* as the browser said */
	str bytes;
};
struct uploads {
	struct upload *list;
	size_t         count;
};
struct texts {
	str   *list;
	size_t count;
};

enum field_type {
	FIELD_TYPE_END,
	FIELD_TYPE_ID,          /* int64_t: opaque identifier of an address (guichet/opaque.h) */
	FIELD_TYPE_INT,         /* int64_t between .least and .most; spaces between digits are allowed */
	FIELD_TYPE_TEXT,        /* str, one line, trimmed, NFC, at most .most characters, no control character */
	FIELD_TYPE_LINES,       /* str, several lines; CR LF becomes LF */
	FIELD_TYPE_SECRET,      /* str, NFC, not trimmed, never echoed, never logged; .least..most characters */
	FIELD_TYPE_CHOICE,      /* str, one of .choices ("oui|non") */
	FIELD_TYPE_BOOL,        /* bool: "on", "oui", "1" are true; absent is false */
	FIELD_TYPE_DATE,        /* struct date: one text field, or three "<name>-jour", "<name>-mois", "<name>-annee" */
	FIELD_TYPE_EMAIL,       /* str, trimmed, lower-cased domain, one "@", ≤ 254 */
	FIELD_TYPE_PHONE,       /* str, E.164: "+2290197000000"; takes the 10 digits, or the old 8 (then 01 is put before) */
	FIELD_TYPE_MATRICULE,   /* str, upper-cased, no inner space, 1..20 of A-Z 0-9 / - . ; no other rule exists (domain 1.9) */
	FIELD_TYPE_CODE,        /* str, .most digits exactly; spaces are dropped */
	FIELD_TYPE_FILE,        /* struct upload, at most .most bytes */
	FIELD_TYPE_REST,        /* struct parameters: every parameter of the body that no other field names, as it came (guichet/form.h reads them) */
	FIELD_TYPE_FILES,       /* struct uploads, at most .most files; how large each may be, and whether empty, the handler says file by file */
	FIELD_TYPE_TEXTS,       /* struct texts: the name may come up to .least times, in order, the empty ones kept (columns of a table of
	                           lines stay in step); each a line as FIELD_TYPE_TEXT of at most .most characters */
};

struct field {
	enum field_type type;
	const char     *name;        /* of the parameter; equals the member's name, "_" shown as "-" is not done */
	size_t          offset;      /* of the member */
	bool            required;
	int64_t         least, most;
	const char     *choices;
};

#define FIELD_(t, T, m, req, lo, hi, ch)                                                                   \
	{ .type = (t), .name = #m, .offset = offsetof(T, m), .required = (req), .least = (lo), .most = (hi), .choices = (ch) }
/* Refuses at compile time a member of another type than the field's. */
#define FIELD_IS(T, m, want) (0 * sizeof(char[_Generic(((T *)0)->m, want : 1, default : -1)]))

#define FIELD_ID(T, m)                 FIELD_(FIELD_TYPE_ID, T, m, true, (int64_t)FIELD_IS(T, m, int64_t), 0, NULL)
#define OPTIONAL_ID(T, m)              FIELD_(FIELD_TYPE_ID, T, m, false, (int64_t)FIELD_IS(T, m, int64_t), 0, NULL)
#define FIELD_INT(T, m, lo, hi)        FIELD_(FIELD_TYPE_INT, T, m, true, (lo) + (int64_t)FIELD_IS(T, m, int64_t), hi, NULL)
#define OPTIONAL_INT(T, m, lo, hi)     FIELD_(FIELD_TYPE_INT, T, m, false, (lo) + (int64_t)FIELD_IS(T, m, int64_t), hi, NULL)
#define FIELD_TEXT(T, m, most)         FIELD_(FIELD_TYPE_TEXT, T, m, true, (int64_t)FIELD_IS(T, m, str), most, NULL)
#define OPTIONAL_TEXT(T, m, most)      FIELD_(FIELD_TYPE_TEXT, T, m, false, (int64_t)FIELD_IS(T, m, str), most, NULL)
#define FIELD_LINES(T, m, most)        FIELD_(FIELD_TYPE_LINES, T, m, true, (int64_t)FIELD_IS(T, m, str), most, NULL)
#define OPTIONAL_LINES(T, m, most)     FIELD_(FIELD_TYPE_LINES, T, m, false, (int64_t)FIELD_IS(T, m, str), most, NULL)
#define FIELD_SECRET(T, m, lo, hi)     FIELD_(FIELD_TYPE_SECRET, T, m, true, (lo) + (int64_t)FIELD_IS(T, m, str), hi, NULL)
#define FIELD_CHOICE(T, m, ch)         FIELD_(FIELD_TYPE_CHOICE, T, m, true, (int64_t)FIELD_IS(T, m, str), 0, ch)
#define OPTIONAL_CHOICE(T, m, ch)      FIELD_(FIELD_TYPE_CHOICE, T, m, false, (int64_t)FIELD_IS(T, m, str), 0, ch)
#define FIELD_BOOL(T, m)               FIELD_(FIELD_TYPE_BOOL, T, m, false, (int64_t)FIELD_IS(T, m, bool), 0, NULL)
#define FIELD_DATE(T, m)               FIELD_(FIELD_TYPE_DATE, T, m, true, (int64_t)FIELD_IS(T, m, struct date), 0, NULL)
#define OPTIONAL_DATE(T, m)            FIELD_(FIELD_TYPE_DATE, T, m, false, (int64_t)FIELD_IS(T, m, struct date), 0, NULL)
#define FIELD_EMAIL(T, m)              FIELD_(FIELD_TYPE_EMAIL, T, m, true, (int64_t)FIELD_IS(T, m, str), 254, NULL)
#define OPTIONAL_EMAIL(T, m)           FIELD_(FIELD_TYPE_EMAIL, T, m, false, (int64_t)FIELD_IS(T, m, str), 254, NULL)
#define FIELD_PHONE(T, m)              FIELD_(FIELD_TYPE_PHONE, T, m, true, (int64_t)FIELD_IS(T, m, str), 20, NULL)
#define OPTIONAL_PHONE(T, m)           FIELD_(FIELD_TYPE_PHONE, T, m, false, (int64_t)FIELD_IS(T, m, str), 20, NULL)
#define FIELD_MATRICULE(T, m)          FIELD_(FIELD_TYPE_MATRICULE, T, m, true, (int64_t)FIELD_IS(T, m, str), 20, NULL)
#define OPTIONAL_MATRICULE(T, m)       FIELD_(FIELD_TYPE_MATRICULE, T, m, false, (int64_t)FIELD_IS(T, m, str), 20, NULL)
#define FIELD_CODE(T, m, digits)       FIELD_(FIELD_TYPE_CODE, T, m, true, (int64_t)FIELD_IS(T, m, str), digits, NULL)
#define OPTIONAL_CODE(T, m, digits)    FIELD_(FIELD_TYPE_CODE, T, m, false, (int64_t)FIELD_IS(T, m, str), digits, NULL)
#define FIELD_FILE(T, m, bytes)        FIELD_(FIELD_TYPE_FILE, T, m, true, (int64_t)FIELD_IS(T, m, struct upload), bytes, NULL)
#define FIELD_FILES(T, m, count)       FIELD_(FIELD_TYPE_FILES, T, m, true, (int64_t)FIELD_IS(T, m, struct uploads), count, NULL)
#define OPTIONAL_FILE(T, m, bytes)     FIELD_(FIELD_TYPE_FILE, T, m, false, (int64_t)FIELD_IS(T, m, struct upload), bytes, NULL)
/* Asked of a query (`takes`), a list of texts is given as a JSON array of strings. */
#define FIELD_TEXTS(T, m, each, count) FIELD_(FIELD_TYPE_TEXTS, T, m, true, (count) + (int64_t)FIELD_IS(T, m, struct texts), each, NULL)
#define OPTIONAL_TEXTS(T, m, each, count) FIELD_(FIELD_TYPE_TEXTS, T, m, false, (count) + (int64_t)FIELD_IS(T, m, struct texts), each, NULL)
#define FIELD_REST(T, m)               FIELD_(FIELD_TYPE_REST, T, m, false, (int64_t)FIELD_IS(T, m, struct parameters), 0, NULL)
#define FIELDS_END                     { .type = FIELD_TYPE_END }

/* ["un","deux"] */
str texts_json(struct arena *arena, struct texts texts);

/* One raw parameter, decoded once: from the path, the query, a urlencoded body or a multipart body. */
struct parameter {
	str  name;
	str  value;
	str  file_name;    /* absent unless it came as a file */
	str  file_type;
	bool from_body;
};

struct parameters {
	struct parameter *list;
	size_t            count, room;
};

/* "a=1&b=2" of a query or of an application/x-www-form-urlencoded body. Decodes percent and plus once; what needs no
 * decoding points into `text`.
 * PROBLEM_MALFORMED: bad percent, invalid UTF-8, NUL; PROBLEM_TOO_LARGE: over 500 parameters. */
struct problem parameters_read_urlencoded(struct parameters *into, struct arena *arena, str text, bool from_body);
/* multipart/form-data (RFC 7578); `content_type` is the header with its boundary. Values point into `body`.
 * PROBLEM_MALFORMED: no boundary, no final boundary, header over 4 kB, nested multipart, a part without a name;
 * PROBLEM_TOO_LARGE: over 200 parts. */
struct problem parameters_read_multipart(struct parameters *into, struct arena *arena, str content_type, str body);
void           parameters_add(struct parameters *into, struct arena *arena, struct parameter parameter);
const struct parameter *parameters_find(const struct parameters *in, str name);

/* Reads `from` into the zeroed struct `input` by the table. Problems (at most 50) are put in `problems`, each with the
 * field's name and a sentence key "field.required", "field.too_long", "field.not_a_date", …; returns how many.
 * `room` is at least 1. `detail` completes the sentence ("%s": a limit, …); a name that no field has stands there too.
 * With `strict`, a parameter that no field names and that does not begin with "_" is a problem ("field.unknown").
 * A repeated name is always a problem ("field.repeated"), except for a list, where too many are ("field.too_many"). */
size_t fields_read(const struct field *fields, const struct parameters *from, void *input, struct arena *arena,
                   struct problem *problems, size_t room, bool strict);
#endif
