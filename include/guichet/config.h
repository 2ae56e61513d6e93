/* The configuration: environment variables, each with a default, read once at start. `guichet serve --help` prints
 * the table. A value that cannot be understood stops the start with a sentence. */
#ifndef GUICHET_CONFIG_H
#define GUICHET_CONFIG_H
#include "guichet/str.h"

struct config {
	const char *server_dsn;      /* GUICHET_DSN: libpq connection string (keywords) of the database, without a user */
	const char *dsn;             /* GUICHET_GATE_DSN, default GUICHET_DSN with user=gate: the pages */
	const char *worker_dsn;      /* GUICHET_WORKER_DSN, default GUICHET_DSN with user=worker: the jobs */
	const char *owner_dsn;       /* GUICHET_OWNER_DSN, default GUICHET_DSN as it is: migrations, demo data */
	const char *address;         /* GUICHET_ADDRESS, default 127.0.0.1 */
	const char *proxy;           /* GUICHET_PROXY: address of the proxy whose X-Forwarded-For is believed; empty = none */
	int         port;            /* PORT, default 8080 */
	int         metrics_port;    /* GUICHET_METRICS_PORT, default 9180, always on loopback; 0 = none */
	const char *origin;          /* GUICHET_ORIGIN, default http://localhost:PORT: what Origin and Host must say */
	const char *templates;       /* GUICHET_TEMPLATES, default templates */
	const char *assets;          /* GUICHET_ASSETS, default build/static */
	const char *sql;             /* GUICHET_SQL, default sql */
	const char *var;             /* GUICHET_VAR, default var: files, spool */
	const char *smtp;            /* GUICHET_SMTP: smtp://user:password@host:port, empty = none */
	const char *sms;             /* GUICHET_SMS: Kannel's sendsms, http://user:password@host:port/cgi-bin/sendsms; empty = none */
	const char *sms_from;        /* GUICHET_SMS_FROM, default GUICHET */
	const char *sms_secret;      /* GUICHET_SMS_SECRET: what Kannel shows when it calls; empty = it may not */
	const char *sms_back;        /* GUICHET_SMS_BACK, default http://127.0.0.1:PORT: where Kannel reaches this portal */
	const char *mail_from;       /* GUICHET_MAIL_FROM */
	bool        demo;            /* GUICHET_DEMO=1: banner, outbox page */
	int         readers;         /* GUICHET_READERS, default 2: workers of short reads */
	int         writers;         /* GUICHET_WRITERS, default 4: they wait for the disk more than they work */
	int         connections;     /* GUICHET_CONNECTIONS, default 12000 */
};

/* Fills `config` from the environment; on failure prints a sentence to standard error and returns false. */
bool config_read(struct config *config);
void config_print(void);
#endif
