/* The configuration as one table: name of the variable, where it goes, its default, what it may be, what it is for.
 * Reading, checking and `guichet serve --help` all follow the table. */
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>

#include "guichet/config.h"

enum setting_type { SETTING_TEXT, SETTING_INT, SETTING_BOOL };

struct setting {
	const char       *name;
	enum setting_type type;
	size_t            offset;
	const char       *otherwise;      /* the default */
	int64_t           least, most;    /* of a number */
	const char       *meaning;
};

#define TEXT(n, m, d, why)         { n, SETTING_TEXT, offsetof(struct config, m), d, 0, 0, why }
#define INT(n, m, d, lo, hi, why)  { n, SETTING_INT, offsetof(struct config, m), d, lo, hi, why }
#define BOOL(n, m, d, why)         { n, SETTING_BOOL, offsetof(struct config, m), d, 0, 1, why }

static const struct setting SETTINGS[] = {
	TEXT("GUICHET_DSN", server_dsn, "host=/var/run/postgresql dbname=guichet",
	     "base de données : « host=… dbname=… », sans utilisateur"),
	TEXT("GUICHET_GATE_DSN", dsn, "", "la même pour les pages ; vide = GUICHET_DSN user=gate"),
	TEXT("GUICHET_WORKER_DSN", worker_dsn, "", "la même pour les travaux ; vide = GUICHET_DSN user=worker"),
	TEXT("GUICHET_OWNER_DSN", owner_dsn, "", "la même pour les migrations ; vide = GUICHET_DSN"),
	TEXT("GUICHET_ADDRESS", address, "127.0.0.1", "adresse IP d’écoute"),
	TEXT("GUICHET_PROXY", proxy, "", "adresse IP du mandataire TLS dont l’en-tête X-Forwarded-For est cru ; vide = aucun"),
	INT("PORT", port, "8080", 1, 65535, "port d’écoute"),
	INT("GUICHET_METRICS_PORT", metrics_port, "9180", 0, 65535, "port des mesures, sur 127.0.0.1 ; 0 = aucun"),
	TEXT("GUICHET_ORIGIN", origin, "", "adresse publique du portail ; vide = http://localhost:PORT"),
	TEXT("GUICHET_TEMPLATES", templates, "templates", "dossier des modèles de pages"),
	TEXT("GUICHET_ASSETS", assets, "build/static", "dossier des fichiers statiques"),
	TEXT("GUICHET_SQL", sql, "sql", "dossier des migrations et fonctions SQL"),
	TEXT("GUICHET_VAR", var, "var", "dossier des pièces jointes et des envois en attente"),
	TEXT("GUICHET_SMTP", smtp, "", "smtp://nom:mot-de-passe@hôte:port ; vide = aucun courriel ne part"),
	TEXT("GUICHET_SMS", sms, "", "http://nom:mot-de-passe@hôte:port/cgi-bin/sendsms de Kannel ; vide = aucun SMS ne part"),
	TEXT("GUICHET_SMS_FROM", sms_from, "GUICHET", "expéditeur des SMS : un numéro, ou 11 lettres et chiffres au plus"),
	TEXT("GUICHET_SMS_SECRET", sms_secret, "", "secret que Kannel montre quand il appelle le portail ; vide = il ne peut pas"),
	TEXT("GUICHET_SMS_BACK", sms_back, "", "adresse du portail pour Kannel ; vide = http://127.0.0.1:PORT"),
	TEXT("GUICHET_MAIL_FROM", mail_from, "guichet@localhost", "expéditeur des courriels"),
	BOOL("GUICHET_DEMO", demo, "0", "1 = site de démonstration (bandeau, boîte d’envoi visible)"),
	INT("GUICHET_READERS", readers, "2", 1, 64, "connexions réservées aux lectures"),
	INT("GUICHET_WRITERS", writers, "4", 1, 64, "connexions réservées aux écritures"),
	INT("GUICHET_CONNECTIONS", connections, "12000", 16, 200000, "navigateurs reliés en même temps, au plus"),
};

#define SETTING_COUNT (sizeof SETTINGS / sizeof *SETTINGS)

static bool
refuse(const char *name, const char *value, const char *wanted)
{
	(void)fprintf(stderr, "%s vaut « %s » : il faut %s.\n", name, value, wanted);
	return false;
}

static bool
read_int(const struct setting *setting, const char *value, int64_t *number)
{
	char wanted[80];

	if (str_to_int(str_of(value), number) && *number >= setting->least && *number <= setting->most)
		return true;
	(void)snprintf(wanted, sizeof wanted, "un nombre entier de %lld à %lld", (long long)setting->least,
	               (long long)setting->most);
	return refuse(setting->name, value, wanted);
}

/* An empty variable counts as one that is not set. */
static bool
setting_read(const struct setting *setting, struct config *config)
{
	const char *value = getenv(setting->name);
	char       *member = (char *)config + setting->offset;
	int64_t     number;

	if (value == NULL || *value == '\0')
		value = setting->otherwise;
	switch (setting->type) {
	case SETTING_TEXT:
		memcpy(member, &value, sizeof value);
		return true;
	case SETTING_INT: {
		if (!read_int(setting, value, &number))
			return false;
		const int small = (int)number;
		memcpy(member, &small, sizeof small);
		return true;
	}
	case SETTING_BOOL: {
		if (!read_int(setting, value, &number))
			return false;
		const bool yes = number == 1;
		memcpy(member, &yes, sizeof yes);
		return true;
	}
	}
	return false;
}

/* Scheme, host and port only: browsers send exactly this in Origin. */
static bool
origin_good(str origin)
{
	str host = NO_STR;

	if (str_starts(origin, STR("https://")))
		host = str_skip(origin, sizeof "https://" - 1);
	else if (str_starts(origin, STR("http://")))
		host = str_skip(origin, sizeof "http://" - 1);
	if (str_empty(host))
		return false;
	for (size_t i = 0; i < host.len; i++) {
		const char c = host.at[i];

		if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || strchr(".-:[]", c) != NULL))
			return false;
	}
	return true;
}

/* It travels in an address. */
static bool
secret_good(str secret)
{
	size_t i;

	for (i = 0; i < secret.len; i++)
		if (!((secret.at[i] >= 'a' && secret.at[i] <= 'z') || (secret.at[i] >= 'A' && secret.at[i] <= 'Z') ||
		      (secret.at[i] >= '0' && secret.at[i] <= '9') || secret.at[i] == '-' || secret.at[i] == '_'))
			return false;
	return secret.len == 0 || (secret.len >= 20 && secret.len <= 128);
}

static bool
sender_good(str sender)
{
	bool digits = true;
	size_t i;

	for (i = 0; i < sender.len; i++) {
		const char c = sender.at[i];

		if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c == '+' && i == 0)))
			return false;
		digits = digits && ((c >= '0' && c <= '9') || c == '+');
	}
	return sender.len >= 3 && sender.len <= (digits ? 16u : 11u);
}

static bool
config_check(const struct config *config)
{
	unsigned char address[sizeof(struct in6_addr)];

	if (inet_pton(AF_INET, config->address, address) != 1 && inet_pton(AF_INET6, config->address, address) != 1)
		return refuse("GUICHET_ADDRESS", config->address, "une adresse IP, par exemple 127.0.0.1");
	if (*config->proxy != '\0' && inet_pton(AF_INET, config->proxy, address) != 1 && inet_pton(AF_INET6, config->proxy, address) != 1)
		return refuse("GUICHET_PROXY", config->proxy, "une adresse IP, par exemple 127.0.0.1");
	if (strlen(config->server_dsn) > 900)
		return refuse("GUICHET_DSN", "…", "900 caractères au plus");
	if (!origin_good(str_of(config->origin)))
		return refuse("GUICHET_ORIGIN", config->origin,
		              "http:// ou https://, l’hôte en minuscules et le port, sans rien après");
	/* The address may hold a password: it is not repeated. */
	if (*config->smtp != '\0' && !str_starts(str_of(config->smtp), STR("smtp://")) &&
	    !str_starts(str_of(config->smtp), STR("smtps://")))
		return refuse("GUICHET_SMTP", "…", "une adresse qui commence par smtp:// ou smtps://");
	if (*config->sms != '\0' && !str_starts(str_of(config->sms), STR("http://")) && !str_starts(str_of(config->sms), STR("https://")))
		return refuse("GUICHET_SMS", "…", "une adresse qui commence par http:// ou https://");
	if (!secret_good(str_of(config->sms_secret)))
		return refuse("GUICHET_SMS_SECRET", "…", "20 à 128 lettres, chiffres, - ou _");
	if (*config->sms != '\0' && *config->sms_secret == '\0')
		return refuse("GUICHET_SMS_SECRET", "", "un secret : sans lui, les accusés de réception ne peuvent pas être crus");
	if (!origin_good(str_of(config->sms_back)))
		return refuse("GUICHET_SMS_BACK", config->sms_back, "http:// ou https://, l’hôte en minuscules et le port, sans rien après");
	if (!sender_good(str_of(config->sms_from)))
		return refuse("GUICHET_SMS_FROM", config->sms_from, "un numéro de 3 à 15 chiffres, ou 11 lettres et chiffres au plus");
	if (config->metrics_port == config->port)
		return refuse("GUICHET_METRICS_PORT", "le même port que PORT", "un autre port");
	return true;
}

/* libpq takes the last of two same keywords. */
static const char *
dsn_as(char buffer[1024], const char *server, const char *user)
{
	(void)snprintf(buffer, 1024, "%s user=%s", server, user);
	return buffer;
}

bool
config_read(struct config *config)
{
	static char local_origin[sizeof "http://localhost:65535"], local_back[sizeof "http://127.0.0.1:65535"], gate[1024], worker[1024];

	*config = (struct config){ 0 };
	for (size_t i = 0; i < SETTING_COUNT; i++)
		if (!setting_read(&SETTINGS[i], config))
			return false;
	if (*config->origin == '\0') {
		(void)snprintf(local_origin, sizeof local_origin, "http://localhost:%hu",
		               (unsigned short)config->port);
		config->origin = local_origin;
	}
	if (*config->sms_back == '\0') {
		(void)snprintf(local_back, sizeof local_back, "http://127.0.0.1:%hu", (unsigned short)config->port);
		config->sms_back = local_back;
	}
	if (*config->dsn == '\0')
		config->dsn = dsn_as(gate, config->server_dsn, "gate");
	if (*config->worker_dsn == '\0')
		config->worker_dsn = dsn_as(worker, config->server_dsn, "worker");
	if (*config->owner_dsn == '\0')
		config->owner_dsn = config->server_dsn;
	return config_check(config);
}

void
config_print(void)
{
	(void)puts("Variables d’environnement :");
	for (size_t i = 0; i < SETTING_COUNT; i++)
		(void)printf("  %-22s %s\n  %-22s par défaut : %s\n", SETTINGS[i].name, SETTINGS[i].meaning, "",
		             *SETTINGS[i].otherwise != '\0' ? SETTINGS[i].otherwise : "(vide)");
}
