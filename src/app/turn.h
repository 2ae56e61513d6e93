/* One route performed for one request: what perform.c, ask.c and answer.c hand each other. */
#ifndef GUICHET_APP_TURN_H
#define GUICHET_APP_TURN_H
#include "app/app.h"

struct turn {
	const struct app         *app;
	struct exchange          *exchange;
	const struct ready       *ready;
	struct request            req;
	struct who                who;
	void                     *input;
	struct parameters         parameters;
	const struct turn        *refused;        /* the form whose problems this page shows again */
	str                       session;        /* 64 hex, or absent */
	str                       visit;          /* a visitor's cookie: 32 hex, or absent */
	struct batch              batch;
	struct statement         *statements[BATCH_MOST];
	struct segment            segment;
	struct results            results;
	struct problem            problems[PROBLEMS_MOST];
	size_t                    problem_count;
	bool                      needs_database;
	const char               *key, *body_hash;   /* of the form: they go with the segment that writes */
	bool                      second_stage;
};

/* Reads parameters and fields, calls ask. Problems are left in the turn. */
void turn_begin(struct turn *turn);
/* Gathers the statements of the batch; false when the handler asked one its row does not declare. */
bool turn_fill_segment(struct turn *turn);
/* What PostgreSQL's refusal means to a person. */
struct problem turn_sql_problem(const struct turn *turn);
/* Calls answer and writes the exchange's answer. */
void turn_answer(struct turn *turn);
void turn_show_problem(struct turn *turn, struct problem problem);
/* Renders the page, with the problems of `turn->refused` if any. */
void turn_render(struct turn *turn, struct page *page, int status);
void turn_note_who(struct turn *turn);
#endif
