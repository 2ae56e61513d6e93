/* Bounded queues and their workers. Short reads are taken several at a time and sent to PostgreSQL back to back. */
#include "net/queues.h"

#include <pthread.h>
#include <stdlib.h>

#include "guichet/log.h"

#define BATCH 8

static const struct { const char *name; size_t most; size_t batch; } KINDS[QUEUES] = {
	[QUEUE_READ] = { "read", 2000, BATCH },
	[QUEUE_WRITE] = { "write", 1000, 1 },
	[QUEUE_SEARCH] = { "search", 500, 1 },
	[QUEUE_SLOW] = { "slow", 64, 1 },
	[QUEUE_HASH] = { "hash", 128, 1 },
};

struct line {
	struct queues   *queues;
	enum queue       kind;
	pthread_mutex_t  lock;
	pthread_cond_t   more;
	struct exchange *first, **last;
	size_t           length;
	size_t           workers;
	pthread_t       *threads;
	bool             closing;
};

struct queues {
	const struct app *app;
	void            (*done)(void *, struct exchange *);
	void             *context;
	struct line       lines[QUEUES];
};

const char *
queue_name(enum queue queue)
{
	return queue < QUEUES && KINDS[queue].name != NULL ? KINDS[queue].name : "none";
}

/* A fair share, so that the other workers have something to do too. */
static size_t
take(struct line *line, struct exchange **taken)
{
	size_t share, count = 0;

	pthread_mutex_lock(&line->lock);
	while (line->first == NULL && !line->closing)
		pthread_cond_wait(&line->more, &line->lock);
	share = (line->length + line->workers - 1) / line->workers;
	while (line->first != NULL && count < KINDS[line->kind].batch && count < share) {
		taken[count] = line->first;
		line->first = line->first->next;
		if (line->first == NULL)
			line->last = &line->first;
		line->length--;
		count++;
	}
	pthread_mutex_unlock(&line->lock);
	return count;
}

static void
touch_sessions(const struct app *app, struct worker *worker, char (*tokens)[65], size_t count)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (tokens[i][0] != '\0')
			app_touch(app, worker, (str){ tokens[i], 64 });
}

static void *
work(void *context)
{
	struct line *line = context;
	struct queues *queues = line->queues;
	struct worker *worker = worker_new(queues->app, line->kind);
	struct exchange *taken[BATCH];
	size_t count, i;

	if (worker == NULL)
		abort();
	while ((count = take(line, taken)) > 0) {
		char tokens[BATCH][65] = { { 0 } };

		app_perform(queues->app, worker, taken, count);
		for (i = 0; i < count; i++) {
			if (taken[i]->session_touch.len == 64)
				memcpy(tokens[i], taken[i]->session_touch.at, 64);
			taken[i]->next = i + 1 < count ? taken[i + 1] : NULL;
		}
		queues->done(queues->context, taken[0]);     /* from here on they are the network's again */
		touch_sessions(queues->app, worker, tokens, count);
	}
	worker_free(worker);
	return NULL;
}

static bool
line_open(struct queues *queues, enum queue kind, size_t workers)
{
	struct line *line = &queues->lines[kind];

	line->queues = queues;
	line->kind = kind;
	line->last = &line->first;
	line->threads = calloc(workers, sizeof(*line->threads));
	pthread_mutex_init(&line->lock, NULL);
	pthread_cond_init(&line->more, NULL);
	if (line->threads == NULL)
		return false;
	line->workers = workers;
	for (size_t i = 0; i < workers; i++)
		if (pthread_create(&line->threads[i], NULL, work, line) != 0)
			return false;
	return true;
}

struct queues *
queues_open(const struct app *app, void (*done)(void *, struct exchange *), void *context)
{
	struct queues *queues = calloc(1, sizeof(*queues));

	if (queues == NULL)
		return NULL;
	queues->app = app;
	queues->done = done;
	queues->context = context;
	if (!line_open(queues, QUEUE_READ, (size_t)app->config->readers) || !line_open(queues, QUEUE_WRITE, (size_t)app->config->writers) ||
	    !line_open(queues, QUEUE_SEARCH, 2) || !line_open(queues, QUEUE_SLOW, 2) || !line_open(queues, QUEUE_HASH, 2))
		abort();
	return queues;
}

void
queues_close(struct queues *queues)
{
	enum queue kind;

	for (kind = QUEUE_READ; kind < QUEUES; kind++) {
		struct line *line = &queues->lines[kind];

		pthread_mutex_lock(&line->lock);
		line->closing = true;
		line->first = NULL;             /* empty, unless the loop's patience ended before: nobody could be answered any more */
		line->last = &line->first;
		line->length = 0;
		pthread_cond_broadcast(&line->more);
		pthread_mutex_unlock(&line->lock);
		for (size_t i = 0; i < line->workers; i++)
			pthread_join(line->threads[i], NULL);
		pthread_cond_destroy(&line->more);
		pthread_mutex_destroy(&line->lock);
		free(line->threads);
	}
	free(queues);
}

bool
queues_put(struct queues *queues, struct exchange *exchange)
{
	struct line *line = &queues->lines[exchange->ready->queue];
	bool room;

	exchange->next = NULL;
	pthread_mutex_lock(&line->lock);
	room = line->length < KINDS[line->kind].most && !line->closing;
	if (room) {
		*line->last = exchange;
		line->last = &exchange->next;
		line->length++;
		pthread_cond_signal(&line->more);
	}
	pthread_mutex_unlock(&line->lock);
	return room;
}

size_t
queues_length(struct queues *queues, enum queue queue)
{
	struct line *line = &queues->lines[queue];
	size_t length;

	pthread_mutex_lock(&line->lock);
	length = line->length;
	pthread_mutex_unlock(&line->lock);
	return length;
}
