/* COPY's text format, written by hand because a million and a half rows pass here. */
#include "demo/copier.h"

#include "demo/story.h"

#define COPIER_SIZE ((size_t)1 << 20)
#define COPIER_ROOM ((size_t)256 * 1024)        /* what one value may need */

bool
copier_begin(struct copier *copier, struct work *work, struct arena *arena, const char *copy_statement)
{
	*copier = (struct copier){ .work = work, .bytes = arena_alloc(arena, COPIER_SIZE + COPIER_ROOM) };
	copier->ok = work_copy_begin(work, copy_statement);
	return copier->ok;
}

static void
separate(struct copier *copier)
{
	if (copier->row_begun)
		copier->bytes[copier->used++] = '\t';
	copier->row_begun = true;
}

static void
put_null(struct copier *copier)
{
	separate(copier);
	copier->bytes[copier->used++] = '\\';
	copier->bytes[copier->used++] = 'N';
}

void
copier_text(struct copier *copier, str text)
{
	size_t i;

	if (text.at == NULL) {
		put_null(copier);
		return;
	}
	separate(copier);
	for (i = 0; i < text.len && i < 65536; i++) {
		char c = text.at[i];

		if (c == '\\' || c == '\t' || c == '\n' || c == '\r')
			copier->bytes[copier->used++] = '\\';
		copier->bytes[copier->used++] = c == '\t' ? 't' : c == '\n' ? 'n' : c == '\r' ? 'r' : c;
	}
}

void
copier_int(struct copier *copier, int64_t number)
{
	char digits[20];
	size_t n = 0;
	uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;

	separate(copier);
	if (number < 0)
		copier->bytes[copier->used++] = '-';
	do
		digits[n++] = (char)('0' + rest % 10);
	while ((rest /= 10) > 0);
	while (n > 0)
		copier->bytes[copier->used++] = digits[--n];
}

void
copier_id(struct copier *copier, int64_t number)
{
	if (number == 0)
		put_null(copier);
	else
		copier_int(copier, number);
}

void
copier_day(struct copier *copier, int32_t day)
{
	struct date date;
	char *at;

	if (day == NO_DAY) {
		put_null(copier);
		return;
	}
	separate(copier);
	date = date_of_days(day);
	at = copier->bytes + copier->used;
	at[0] = (char)('0' + date.year / 1000);
	at[1] = (char)('0' + date.year / 100 % 10);
	at[2] = (char)('0' + date.year / 10 % 10);
	at[3] = (char)('0' + date.year % 10);
	at[4] = at[7] = '-';
	at[5] = (char)('0' + date.month / 10);
	at[6] = (char)('0' + date.month % 10);
	at[8] = (char)('0' + date.day / 10);
	at[9] = (char)('0' + date.day % 10);
	copier->used += 10;
}

static void
send(struct copier *copier)
{
	copier->ok = copier->ok && work_copy_put(copier->work, (str){ copier->bytes, copier->used });
	copier->used = 0;
}

void
copier_row(struct copier *copier)
{
	copier->bytes[copier->used++] = '\n';
	copier->row_begun = false;
	if (copier->used >= COPIER_SIZE)
		send(copier);
}

bool
copier_end(struct copier *copier)
{
	send(copier);
	return work_copy_end(copier->work) && copier->ok;
}
