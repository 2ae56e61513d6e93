/* The thread that empties the outbox: take one message, send it, say what became of it, wait for the next.
 *
 * It sleeps until PostgreSQL says NOTIFY outbox, until the next message is due, or 15 seconds. One message is leased at
 * a time, so that a stop leaves nothing half done. When the mail server cannot be reached at all the others rest too. */
#include <pthread.h>
#include <signal.h>
#include <stdio.h>

#include "guichet/log.h"
#include "guichet/notify.h"
#include "guichet/work.h"
#include "notify/message.h"
#include "notify/smtp.h"

#define LOOK_EVERY 15000     /* milliseconds at most without looking at the outbox */
#define SLICE      200       /* milliseconds at most before a stop is seen */
#define STOP_GRACE 3         /* seconds left to the message under way */

struct delivery {
	const struct config *config;
	struct arena        *arena;        /* of one message */
	struct arena        *line_arena;   /* of the connection */
	struct work         *work;
	struct smtp         *smtp;
	bool                 away;         /* the database does not answer, which was logged */
	int64_t              unsaid;       /* a message that left, while the database could not be told; 0 = none */
};

static struct {
	pthread_t       thread;
	pthread_mutex_t lock;
	pthread_cond_t  ended_now;
	bool            running, ended;
	atomic_bool     stop;              /* take nothing more */
	atomic_bool     give_up;           /* leave the message under way */
} state = { .lock = PTHREAD_MUTEX_INITIALIZER, .ended_now = PTHREAD_COND_INITIALIZER };

static void
nap(int milliseconds)
{
	int64_t end = clock_monotonic() + (int64_t)milliseconds * 1000;

	while (!atomic_load(&state.stop) && clock_monotonic() < end)
		nanosleep(&(struct timespec){ 0, SLICE * 1000000L }, NULL);
}

/* Until a message is left in the outbox, or so many milliseconds. */
static void
listen_for(struct delivery *d, int64_t milliseconds)
{
	int64_t end = clock_monotonic() + milliseconds * 1000, left;

	while (!atomic_load(&state.stop) && work_alive(d->work) && (left = (end - clock_monotonic()) / 1000) > 0)
		if (work_wait(d->work, left < SLICE ? (int)left : SLICE))
			return;
}

static bool
connect_base(struct delivery *d)
{
	if (d->work != NULL && work_alive(d->work))
		return true;
	work_close(d->work);
	arena_reset(d->line_arena);
	d->work = work_open(arena_format(d->line_arena, "%s connect_timeout=5", d->config->worker_dsn).at, d->line_arena);
	if (d->work == NULL)
		return false;
	if (work_alive(d->work) && work_run(d->work, "set statement_timeout = '30s'; listen outbox")) {
		log_event(LOG_INFO, "notify_connected", NULL);
		d->away = false;
		return true;
	}
	if (!d->away)
		log_event(LOG_WARN, "notify_no_database", "sqlstate", work_error_code(d->work), NULL);
	d->away = true;
	work_close(d->work);
	d->work = NULL;
	return false;
}

/* A message that left must be known to have left before anything else is taken. */
static bool
say_sent(struct delivery *d)
{
	if (d->unsaid != 0 && WORK_QUERY(d->work, "select notify_api.sent($1)", ARG(d->unsaid)) != NULL)
		d->unsaid = 0;
	return d->unsaid == 0;
}

static bool
say_failed(struct delivery *d, bool for_ever, int64_t id, int64_t try, const char *why)
{
	const char *sql = for_ever ? "select notify_api.refuse($1, $2, $3)" : "select notify_api.failed($1, $2, $3)";

	return WORK_QUERY(d->work, sql, ARG(id), ARG(try), ARG(why)) != NULL;
}

/* Numbers only: a mail server's sentence may name the recipient. */
static void
log_outcome(const struct delivery *d, const char *event, int64_t id, int64_t try, long code)
{
	log_event(code >= 200 && code < 400 ? LOG_INFO : LOG_WARN, event, "message", arena_format(d->arena, "%lld", (long long)id), "try",
	          arena_format(d->arena, "%lld", (long long)try), "code", arena_format(d->arena, "%ld", code), NULL);
}

/* Returns false when nothing more can be done for now: no database, or no mail server. */
static bool
deliver(struct delivery *d, const struct rows *rows)
{
	const struct message m = {
		.id = rows_int(rows, 0, "message_id"), .made_at = rows_instant(rows, 0, "made_at"), .from = str_of(d->config->mail_from),
		.recipient = rows_text(rows, 0, "recipient"), .subject = rows_text(rows, 0, "subject"), .body = rows_text(rows, 0, "body"),
	};
	int64_t try = rows_int(rows, 0, "tries");
	const char *refusal;
	str text = message_build(d->arena, &m, &refusal);
	struct answer answer;

	if (text.at == NULL) {
		log_outcome(d, "mail_malformed", m.id, try, 0);
		return say_failed(d, true, m.id, try, refusal);
	}
	answer = smtp_send(d->smtp, arena_copy(d->arena, m.recipient).at, text);
	switch (answer.outcome) {
	case OUTCOME_SENT:
		log_outcome(d, "mail_sent", m.id, try, answer.code);
		d->unsaid = m.id;
		return say_sent(d);
	case OUTCOME_REFUSED:
		log_outcome(d, "mail_refused", m.id, try, answer.code);
		return say_failed(d, true, m.id, try, answer.said);
	case OUTCOME_LATER:
		log_outcome(d, "mail_later", m.id, try, answer.code);
		return say_failed(d, false, m.id, try, answer.said);
	case OUTCOME_NO_SERVER:
		break;
	}
	log_outcome(d, "mail_no_server", m.id, try, answer.code);
	say_failed(d, false, m.id, try, answer.said);
	return false;
}

/* Sends what is due. Returns for how many milliseconds nothing else is. */
static int64_t
empty_outbox(struct delivery *d)
{
	const struct rows *rows;
	int64_t wait = LOOK_EVERY, pause = LOOK_EVERY;
	bool go_on = say_sent(d);

	while (go_on && !atomic_load(&state.stop)) {
		rows = WORK_QUERY(d->work, "select * from notify_api.take($1)", ARG(1));
		if (rows_count(rows) == 0)
			break;
		go_on = deliver(d, rows);
		work_forget(d->work);
		arena_reset(d->arena);
	}
	smtp_rest(d->smtp);
	rows = work_query(d->work, "select * from notify_api.rest()", NULL, 0);
	if (rows_count(rows) == 1) {
		wait = rows_int(rows, 0, "wait");
		pause = rows_int(rows, 0, "pause");
	} else if (work_alive(d->work)) {
		log_event(LOG_ERROR, "notify_sql", "sqlstate", work_error_code(d->work), NULL);
	}
	work_forget(d->work);
	if (!go_on && work_alive(d->work))
		nap((int)pause);
	return wait < SLICE ? SLICE : wait;
}

static void *
run(void *context)
{
	const struct config *config = context;
	const char *refusal;
	struct delivery d = { .config = config, .arena = arena_new(), .line_arena = arena_new() };
	int64_t wait;

	d.smtp = smtp_open(config->smtp, config->mail_from, &state.give_up, &refusal);
	while (d.smtp != NULL && !atomic_load(&state.stop)) {
		if (!connect_base(&d)) {
			nap(2000);
			continue;
		}
		wait = empty_outbox(&d);
		arena_reset(d.arena);
		listen_for(&d, wait);
	}
	smtp_close(d.smtp);
	work_close(d.work);
	arena_free(d.arena);
	arena_free(d.line_arena);
	pthread_mutex_lock(&state.lock);
	state.ended = true;
	pthread_cond_signal(&state.ended_now);
	pthread_mutex_unlock(&state.lock);
	return NULL;
}

/* Signals are for the other threads. */
static bool
start_thread(const struct config *config)
{
	sigset_t all, before;

	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	state.running = pthread_create(&state.thread, NULL, run, (void *)(uintptr_t)config) == 0;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return state.running;
}

bool
notify_start(const struct config *config)
{
	const char *refusal = "un fil d’exécution manque.";
	struct smtp *tried;

	if (config->demo || *config->smtp == '\0') {
		log_event(LOG_INFO, "notify_off", "why", config->demo ? STR("demonstration") : STR("no GUICHET_SMTP"), NULL);
		return true;
	}
	if (!address_good(str_of(config->mail_from), true)) {
		fprintf(stderr, "GUICHET_MAIL_FROM n’est pas une adresse de courriel seule, comme guichet@exemple.bj.\n");
		return false;
	}
	tried = smtp_open(config->smtp, config->mail_from, &state.give_up, &refusal);
	smtp_close(tried);
	if (tried != NULL && start_thread(config))
		return true;
	fprintf(stderr, "Les courriels ne peuvent pas partir : %s\n", tried == NULL ? refusal : "un fil d’exécution manque.");
	return false;
}

void
notify_stop(void)
{
	struct timespec end;

	if (!state.running)
		return;
	atomic_store(&state.stop, true);
	clock_gettime(CLOCK_REALTIME, &end);
	end.tv_sec += STOP_GRACE;
	pthread_mutex_lock(&state.lock);
	while (!state.ended && pthread_cond_timedwait(&state.ended_now, &state.lock, &end) == 0)
		continue;
	pthread_mutex_unlock(&state.lock);
	atomic_store(&state.give_up, true);
	pthread_join(state.thread, NULL);
	state.running = false;
	log_event(LOG_INFO, "notify_stopped", NULL);
}
