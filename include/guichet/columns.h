/* Import: which column of a stranger's table is which field, and what each value says.
 *
 * A guess weighs the header (synonyms, abbreviations, accents and case do not matter) and the shape of the first values.
 * It is only a proposal: the person who imports confirms it. */
#ifndef GUICHET_COLUMNS_H
#define GUICHET_COLUMNS_H
#include "guichet/clock.h"
#include "guichet/problem.h"
#include "guichet/sheet.h"

enum column_file { COLUMN_FILE_PERSONNEL, COLUMN_FILE_ACTS, COLUMN_FILE_PAY };

enum column_target {
	COLUMN_NONE,
	COLUMN_MATRICULE,
	COLUMN_FAMILY_NAME,
	COLUMN_GIVEN_NAMES,
	COLUMN_FULL_NAME,
	COLUMN_SEX,
	COLUMN_BIRTH_DATE,
	COLUMN_FIRST_SERVICE_DATE,
	COLUMN_STATUS,
	COLUMN_CORPS,
	COLUMN_CATEGORY,
	COLUMN_SCALE,
	COLUMN_STEP,
	COLUMN_GRADE,             /* category, scale and step in one cell: "A1-9" */
	COLUMN_STRUCTURE,
	COLUMN_POSITION,
	COLUMN_PHONE,
	COLUMN_EMAIL,
	COLUMN_NPI,
	COLUMN_ACT_KIND,
	COLUMN_ACT_REFERENCE,
	COLUMN_SIGNED_ON,
	COLUMN_EFFECT_DATE,
	COLUMN_NOTE,
	COLUMN_PAY_MONTH,
	COLUMN_PAY_INDEX,
	COLUMN_INDEX_PAY,         /* the amount that the index gives, in francs */
	COLUMN_TARGETS,           /* how many there are */
};

/* Name of the target in SQL and forms: "matricule", "family_name", …, "none". */
const char        *column_target_name(enum column_target target);
/* COLUMN_NONE when no target has this name. */
enum column_target column_target_of(str name);
/* Whether files of this type may hold the target. */
bool               column_target_allowed(enum column_file file, enum column_target target);

struct column_guess {
	enum column_target target;
	int                confidence;   /* 0..100; under 40 the target is COLUMN_NONE */
	const char        *reason;       /* sentence key: column.by_header, column.by_header_part, column.by_values, column.by_both,
	                                    column.unknown, column.taken, column.blank */
	str                detail;       /* for the sentence: the known header that matched, or the share of values that fit */
};

/* One guess for each of the `count` headers into `guesses`; a target is given to one column at most. `rows` are the
 * first rows under the headers (50 are enough), possibly shorter than the headers. */
void columns_guess(struct arena *arena, enum column_file file, const str *headers, size_t count, const struct sheet_row *rows,
                   size_t row_count, struct column_guess *guesses);
/* Which of the first rows holds the headers: 0 unless titles stand above. */
size_t columns_header_row(struct arena *arena, enum column_file file, const struct sheet_row *rows, size_t row_count);
/* "N° Matricule", "Né(e)  le" → "n matricule", "ne e le": ASCII lower-case words, one space between. */
str  column_fold(struct arena *arena, str header);

/* ---- values: each returns NO_PROBLEM, or PROBLEM_INPUT with the key of a sentence ---- */

/* The highest scale and step that acts use today; they come from dated parameters, never from here. */
struct grade_bounds {
	int scale_most, step_most;
};

struct grade {
	char category;    /* 'A'..'E' */
	int  scale, step; /* from 1 */
};

/* "A1-9", "a3/09", "A 1 9", "A1 éch. 9", "catégorie A, échelle 1, échelon 9".
 * column.grade_form, column.grade_category, column.grade_scale, column.grade_step. */
struct problem column_grade(str text, const struct grade_bounds *bounds, struct grade *grade);
/* "A", "cat. A", "Catégorie A". column.grade_category. */
struct problem column_category(str text, char *category);
/* "3", "03", "échelle 3", "éch. 3", "3e échelon". column.small_number. */
struct problem column_small_number(str text, int most, int *number);
/* ISO (a time may follow), dd/mm/yyyy, "3 mars 1998", ddmmyyyy, spreadsheet days since 1900 (1920 to 2099).
 * column.date_form, column.date_year_only, column.date_short_year, column.date_impossible. */
struct problem column_date(str text, struct date *date);
/* The first day of a month: "2026-10", "10/2026", "202610", "octobre 2026", or any day of it. column.month_form. */
struct problem column_month(str text, struct date *month);
/* Digits, with blanks or dots between thousands, decimals that are zero, and FCFA after them if need be; "-" before them makes it negative.
 * column.whole_form, column.whole_negative, column.whole_most. */
struct problem column_whole(str text, int64_t most, int64_t *number);
/* M, H, F, Masculin, Féminin, Homme, Femme, M., Mme. 'M' or 'F'. column.sex. */
struct problem column_sex(str text, char *sex);
/* Upper-cased, without spaces, 1..20 of A-Z 0-9 / - . into `into`. column.matricule. */
struct problem column_matricule(str text, char into[20], str *matricule);
/* "ADJOVI Koffi Jean": the leading words in capitals are the family name. With all in capitals, or none, the first word is
 * and `*sure` is false. column.full_name when there is one word only. */
struct problem column_full_name(str text, str *family, str *given, bool *sure);
#endif
