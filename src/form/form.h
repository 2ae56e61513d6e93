/* Inside form/ only: what turns bytes into text and text into values.
 * Every reader gets UTF-8 that is already decoded, and puts its value only when it is good. */
#ifndef GUICHET_FORM_H
#define GUICHET_FORM_H
#include "guichet/fields.h"

/* percent.c: decodes "%41" once, and "+" to a space with `plus`; without either the result is `s` itself. False:
 * a percent without two digits, NUL, invalid UTF-8. */
bool percent_decode(struct arena *arena, str s, bool plus, str *text);

/* text.c: NFC. False when `s` is not UTF-8. Text that is NFC already is returned itself. */
bool text_nfc(struct arena *arena, str s, str *text);
/* No control character; line feed and tab are allowed with `lines`. */
bool text_printable(str s, bool lines);
/* Without white space, the non-breaking kinds included, and without the ASCII marks listed in `also`. */
str  text_without_spaces(struct arena *arena, str s, const char *also);

/* values.c: NULL when the value is good and set, else the key of a sentence. `s` is NFC and not empty;
 * `*detail` completes the sentence where it says %s. */
const char *value_int(struct arena *arena, const struct field *field, str s, int64_t *value, str *detail);
const char *value_text(struct arena *arena, const struct field *field, str s, str *value, str *detail);
const char *value_choice(const struct field *field, str s, str *value);
const char *value_bool(str s, bool *value);
const char *value_date(struct arena *arena, const str parts[3], struct date *value);
const char *value_code(struct arena *arena, const struct field *field, str s, str *value, str *detail);
const char *value_file(struct arena *arena, const struct field *field, const struct parameter *from,
                       struct upload *value, str *detail);

/* identity.c: how a person is reached and named. */
const char *value_email(struct arena *arena, str s, str *value);
const char *value_phone(struct arena *arena, str s, str *value);
const char *value_matricule(struct arena *arena, const struct field *field, str s, str *value, str *detail);
#endif
