/* Shared by the files of the column guesser. */
#ifndef GUICHET_DOCUMENT_COLUMNS_PRIVATE_H
#define GUICHET_DOCUMENT_COLUMNS_PRIVATE_H
#include "guichet/columns.h"

#define IN_PERSONNEL (1u << COLUMN_FILE_PERSONNEL)
#define IN_ACTS      (1u << COLUMN_FILE_ACTS)
#define IN_PAY       (1u << COLUMN_FILE_PAY)

/* A known header, folded; one row a synonym. */
struct column_word {
	enum column_target target;
	const char        *words;
	int                weight;     /* of an exact match, 0..100: how sure it is that this header means this */
};

extern const struct column_word COLUMN_WORDS[];
extern const size_t             COLUMN_WORDS_COUNT;

/* Writes the folded form, without end; returns its length. Cut when `room` is under 4 bytes for each byte of `text` and 4 more. */
size_t column_fold_into(str text, char *into, size_t room);
/* Whether a value has the shape of the target; true for targets of free text that is not empty. */
bool   column_value_fits(enum column_target target, str value);
/* 0..100: how much the shape alone says. 0 for free text. */
int    column_shape_weight(enum column_target target);
#endif
