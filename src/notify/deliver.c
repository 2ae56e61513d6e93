/* The threads that empty the outbox, one a channel: take one message, send it, say what became of it, wait for the next.
 *
 * A thread sleeps until PostgreSQL says NOTIFY outbox, until the next message is due, or 15 seconds. One message is leased
 * at a time, so that a stop leaves nothing half done. When the server cannot be reached at all the others rest too. */
#include <pthread.h>
#include <signal.h>
#include <stdio.h>

#include "guichet/log.h"
#include "guichet/notify.h"
#include "guichet/work.h"
#include "notify/carrier.h"

#define LOOK_EVERY 15000     /* milliseconds at most without looking at the outbox */
#define SLICE      200       /* milliseconds at most before a stop is seen */
#define STOP_GRACE 3         /* seconds left to the messages under way */

struct delivery {
	const struct config  *config;
	const struct carrier *carrier;
	void                 *line;
	struct arena         *arena;        /* of one message */
	struct arena         *line_arena;   /* of the connection */
	struct work          *work;
	bool                  away;         /* the database does not answer, which was logged */
	int64_t               unsaid;       /* a message that left, while the database could not be told; 0 = none */
	struct answer         left;         /* how it left */
	pthread_t             thread;
	bool                  running, ended;
};

static struct delivery deliveries[2];
#define DELIVERIES (sizeof(deliveries) / sizeof(deliveries[0]))

static struct {
	pthread_mutex_t lock;
	pthread_cond_t  ended_now;
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
		log_event(LOG_INFO, "notify_connected", "channel", str_of(d->carrier->channel), NULL);
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
	if (d->unsaid != 0 && WORK_QUERY(d->work, "select notify_api.sent($1, $2::int, $3)", ARG(d->unsaid), ARG_ID(d->left.parts),
	                                 d->left.parts == 0 ? ARG_NULL : ARG(d->left.wide ? "ucs2" : "gsm7")) != NULL)
		d->unsaid = 0;
	return d->unsaid == 0;
}

static bool
say(struct delivery *d, const char *sql, int64_t id, int64_t try, const char *why)
{
	return WORK_QUERY(d->work, sql, ARG(id), ARG(try), ARG(why)) != NULL;
}

/* Numbers only: a server's sentence may name the recipient. */
static void
log_outcome(const struct delivery *d, const char *what, int64_t id, int64_t try, long code)
{
	const char *event = arena_format(d->arena, "%s_%s", str_is(str_of(d->carrier->channel), "sms") ? "sms" : "mail", what).at;

	log_event(code >= 200 && code < 400 ? LOG_INFO : LOG_WARN, event, "message", arena_format(d->arena, "%lld", (long long)id), "try",
	          arena_format(d->arena, "%lld", (long long)try), "code", arena_format(d->arena, "%ld", code), NULL);
}

/* Returns false when nothing more can be done for now: no database, or no server. */
static bool
deliver(struct delivery *d, const struct rows *rows)
{
	const int64_t id = rows_int(rows, 0, "message_id"), try = rows_int(rows, 0, "tries");
	const struct answer answer = d->carrier->send(d->line, d->arena, rows);

	switch (answer.outcome) {
	case OUTCOME_SENT:
		log_outcome(d, "sent", id, try, answer.code);
		d->unsaid = id;
		d->left = answer;
		return say_sent(d);
	case OUTCOME_REFUSED:
		log_outcome(d, answer.code == 0 ? "malformed" : "refused", id, try, answer.code);
		return say(d, "select notify_api.refuse($1, $2, $3)", id, try, answer.said);
	case OUTCOME_LATER:
		log_outcome(d, "later", id, try, answer.code);
		return say(d, "select notify_api.failed($1, $2, $3)", id, try, answer.said);
	case OUTCOME_UNSURE:
		log_outcome(d, "unsure", id, try, answer.code);
		say(d, "select notify_api.unsure($1, $2, $3)", id, try, answer.said);
		return false;
	case OUTCOME_NO_SERVER:
		break;
	}
	log_outcome(d, "no_server", id, try, answer.code);
	say(d, "select notify_api.failed($1, $2, $3)", id, try, answer.said);
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
		rows = WORK_QUERY(d->work, "select * from notify_api.take($1, $2)", ARG(d->carrier->channel), ARG(1));
		if (rows_count(rows) == 0)
			break;
		go_on = deliver(d, rows);
		work_forget(d->work);
		arena_reset(d->arena);
	}
	d->carrier->rest(d->line);
	rows = WORK_QUERY(d->work, "select * from notify_api.rest($1)", ARG(d->carrier->channel));
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
	struct delivery *d = context;
	int64_t wait;

	while (!atomic_load(&state.stop)) {
		if (!connect_base(d)) {
			nap(2000);
			continue;
		}
		wait = empty_outbox(d);
		arena_reset(d->arena);
		listen_for(d, wait);
	}
	d->carrier->close(d->line);
	work_close(d->work);
	arena_free(d->arena);
	arena_free(d->line_arena);
	pthread_mutex_lock(&state.lock);
	d->ended = true;
	pthread_cond_signal(&state.ended_now);
	pthread_mutex_unlock(&state.lock);
	return NULL;
}

/* Signals are for the other threads. */
static bool
start_thread(struct delivery *d)
{
	sigset_t all, before;

	d->arena = arena_new();
	d->line_arena = arena_new();
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	d->running = pthread_create(&d->thread, NULL, run, d) == 0;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	if (d->running)
		return true;
	fprintf(stderr, "Les messages ne peuvent pas partir : un fil d’exécution manque.\n");
	d->carrier->close(d->line);
	arena_free(d->arena);
	arena_free(d->line_arena);
	return false;
}

bool
notify_start(const struct config *config)
{
	static const struct carrier *const CARRIERS[DELIVERIES] = { &CARRY_MAIL, &CARRY_SMS };
	const char *refusal = NULL;
	size_t i;

	if (config->demo) {
		log_event(LOG_INFO, "notify_off", "why", STR("demonstration"), NULL);
		return true;
	}
	for (i = 0; i < DELIVERIES; i++) {
		struct delivery *d = &deliveries[i];

		*d = (struct delivery){ .config = config, .carrier = CARRIERS[i] };
		d->line = d->carrier->open(config, &state.give_up, &refusal);
		if (d->line == NULL && refusal != NULL) {
			fprintf(stderr, "Les messages ne peuvent pas partir : %s\n", refusal);
			notify_stop();
			return false;
		}
		if (d->line == NULL)
			log_event(LOG_INFO, "notify_off", "channel", str_of(d->carrier->channel), NULL);
		else if (!start_thread(d)) {
			notify_stop();
			return false;
		}
	}
	return true;
}

static bool
under_way(void)
{
	size_t i;

	for (i = 0; i < DELIVERIES; i++)
		if (deliveries[i].running && !deliveries[i].ended)
			return true;
	return false;
}

void
notify_stop(void)
{
	struct timespec end;
	size_t i;

	atomic_store(&state.stop, true);
	clock_gettime(CLOCK_REALTIME, &end);
	end.tv_sec += STOP_GRACE;
	pthread_mutex_lock(&state.lock);
	while (under_way() && pthread_cond_timedwait(&state.ended_now, &state.lock, &end) == 0)
		continue;
	pthread_mutex_unlock(&state.lock);
	atomic_store(&state.give_up, true);
	for (i = 0; i < DELIVERIES; i++)
		if (deliveries[i].running) {
			pthread_join(deliveries[i].thread, NULL);
			deliveries[i].running = false;
			log_event(LOG_INFO, "notify_stopped", "channel", str_of(deliveries[i].carrier->channel), NULL);
		}
}
