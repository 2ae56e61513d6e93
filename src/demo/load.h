/* The country on its way into the database. One transaction: all of it or nothing. */
#ifndef GUICHET_DEMO_LOAD_H
#define GUICHET_DEMO_LOAD_H
#include "demo/country.h"
#include "guichet/work.h"

struct load {
	struct arena  *arena;
	struct work   *work;
	struct world   world;
	struct country country;
	int64_t        first_person, first_agent, first_act;
	bool           is_heavy;      /* indexes and foreign keys are made after the rows */
	bool           keep_quiet;
	int64_t        began;
};
/* Each returns false after a failure; work_error says which. */
bool load_places(struct load *load);       /* adds the communal services of the demonstration */
bool load_world(struct load *load);
bool load_country(struct load *load);      /* persons, contacts, agents, acts, lines; derives the situations */
bool copy_people(struct load *load);       /* the parts of load_country, each one COPY */
bool copy_contacts(struct load *load);
bool copy_agents(struct load *load);
bool copy_acts(struct load *load);
bool copy_lines(struct load *load);
bool load_services(struct load *load, const char *sql);   /* sql/<service>/demo.sql, each one that there is */
bool load_accounts(struct load *load);     /* staff, accounts, assignments, consultations already made */
bool load_campaign(struct load *load);     /* a quarter of step advancement, computed */
bool load_archive(struct load *load, const char *sql, const char *var);    /* scans in the store, batches, reports */
bool load_pensioners(struct load *load);  /* papers of the survivors' claims; after load_archive, which opens the store */
void load_say(const struct load *load, const char *what, size_t count);

/* Statements that take an index, a key or a row-security clause away, and those that bring it back. */
struct undone {
	str   *back;
	size_t count;
};
bool undo(struct load *load, struct undone *undone, const char *query);
bool redo(struct load *load, const struct undone *undone);
#endif
