/* The page of indicators: each figure with its sample, its definition and the rows behind it; its export. */
#ifndef GUICHET_COHORTS_INDICATORS_H
#define GUICHET_COHORTS_INDICATORS_H
#include "guichet/app.h"

#define FIGURES "livret|jour|notification|pieces|systeme|automatique"
struct indicators_input { struct date du, au; str chiffre, format; };
extern const struct field INDICATORS_FIELDS[], INDICATORS_EXPORT_FIELDS[];
extern const struct query INDICATORS_FIGURES, INDICATORS_LATE, INDICATORS_ROWS;
ask_fn    indicators_ask, indicators_export_ask;
then_fn   indicators_then;          /* a period that goes backwards or into the future is refused, in words */
answer_fn indicators_answer, indicators_export_answer;
#endif
