/* guichet keys: lists the keys of the seal, makes a new one. The files (guichet/seal.h) tell the truth; the database repeats it
 * for who verifies, and is told at each start and after each change. */
#include "verify.h"

#include <sodium.h>
#include <stdio.h>

#include "guichet/seal.h"
#include "guichet/work.h"

static bool
database_said_no(struct work *work)
{
	if (str_is(work_error(work), "verify.key_taken"))
		fprintf(stderr, "Clés du sceau : une autre clé porte déjà ce nom dans la base de données. Ce dossier vient-il d’un autre portail ?\n");
	else
		fprintf(stderr, "Clés du sceau : la base de données ne les enregistre pas : %.*s\n", STR_ARGS(work_error(work)));
	return false;
}

static bool
register_one(struct work *work, const struct seal_name *name, bool retired)
{
	const str bytes = { (const char *)name->public_key, SEAL_KEY };

	return WORK_QUERY(work, "select verify_api.register_key($1, $2, $3)", ARG(name->kid), ARG_BYTES(bytes), ARG(retired)) != NULL ||
	       database_said_no(work);
}

static bool
register_all(struct work *work, const struct seal_name *current, const struct seal_name *retired, size_t count)
{
	bool ok = work_run(work, "begin") || database_said_no(work);
	size_t i;

	for (i = 0; i < count && ok; i++)
		ok = register_one(work, &retired[i], true);
	ok = ok && register_one(work, current, false);
	return ok ? work_run(work, "commit") || database_said_no(work) : (work_run(work, "rollback"), false);
}

/* A daemon asks its signer, and never reads the seed. */
static bool
find_current(const struct config *config, struct seal_name *name)
{
	str kid;

	if (!seal_key(&kid, name->public_key))
		return seal_current(config, name);
	snprintf(name->kid, sizeof(name->kid), "%.*s", STR_ARGS(kid));
	return true;
}

bool
keys_register(const struct config *config)
{
	struct arena *arena = arena_new();
	struct work *work = work_open(config->worker_dsn, arena);
	const struct seal_name *retired = NULL;
	struct seal_name current;
	size_t count = 0;
	const bool ok = work != NULL && find_current(config, &current) && seal_retired(config, arena, &retired, &count) &&
	                register_all(work, &current, retired, count);

	work_close(work);
	arena_free(arena);
	return ok;
}

static void
print_key(const struct seal_name *name, const char *state)
{
	char base64[sodium_base64_ENCODED_LEN(SEAL_KEY, sodium_base64_VARIANT_URLSAFE_NO_PADDING)];

	sodium_bin2base64(base64, sizeof(base64), name->public_key, SEAL_KEY, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
	printf("%-12s %s  %s\n", name->kid, base64, state);
}

static int
list(const struct config *config)
{
	struct arena *arena = arena_new();
	const struct seal_name *retired = NULL;
	struct seal_name current;
	size_t count = 0, i;
	const bool ok = seal_current(config, &current) && seal_retired(config, arena, &retired, &count);

	if (ok) {
		print_key(&current, "scelle");
		for (i = 0; i < count; i++)
			print_key(&retired[i], "retirée : ne scelle plus, vérifie encore");
	}
	arena_free(arena);
	return ok ? 0 : 1;
}

static int
rotate(const struct config *config)
{
	if (!seal_rotate(config) || !keys_register(config))
		return 1;
	printf("Nouvelle clé faite ; la graine de l’ancienne est détruite. Relancez chaque portail qui partage ce dossier : jusque-là il scelle avec l’ancienne.\n");
	return list(config);
}

int
keys_command(const struct config *config, int argc, char **argv)
{
	if (argc == 1)
		return list(config);
	if (argc == 2 && str_is(str_of(argv[1]), "rotate"))
		return rotate(config);
	fprintf(stderr, "usage : guichet keys [rotate]\n");
	return 2;
}
