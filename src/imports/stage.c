/* From the lines of a file to COPY: each line is read by the rules and sent as it is judged, in constant memory. */
#include "run.h"

#define ROOM  (1u << 18)
#define LINE  (160u * 1024)         /* the longest line: every text at its most, every character escaped */

struct copier {
	struct work *work;
	char        *buffer;
	size_t       used;
};

static void
put_bytes(struct copier *c, const char *at, size_t len)
{
	memcpy(c->buffer + c->used, at, len);
	c->used += len;
}

/* Escaped for COPY; a control character of a cell becomes a space. */
static void
put_escaped(struct copier *c, str text)
{
	size_t i;

	for (i = 0; i < text.len; i++) {
		const char byte = text.at[i];

		if (byte == '\\')
			c->buffer[c->used++] = '\\';
		c->buffer[c->used++] = (char)((unsigned char)byte < 0x20 || byte == 0x7f ? ' ' : byte);
	}
}

static void
next_column(struct copier *c)
{
	c->buffer[c->used++] = '\t';
}

static void
put_text(struct copier *c, str text)
{
	next_column(c);
	if (text.at == NULL)
		put_bytes(c, "\\N", 2);
	else
		put_escaped(c, text);
}

static void
put_char(struct copier *c, char byte)
{
	put_text(c, byte == 0 ? NO_STR : (str){ &byte, 1 });
}

static void
put_digits(struct copier *c, uint64_t number, int least)
{
	char digits[24];
	int n = 0;

	do {
		digits[n++] = (char)('0' + number % 10);
		number /= 10;
	} while (number > 0 || n < least);
	while (n > 0)
		c->buffer[c->used++] = digits[--n];
}

static void
put_small(struct copier *c, int number)
{
	next_column(c);
	if (number == 0)
		put_bytes(c, "\\N", 2);
	else
		put_digits(c, (uint64_t)number, 1);
}

static void
put_amount(struct copier *c, int64_t amount)
{
	next_column(c);
	if (amount < 0)
		put_bytes(c, "\\N", 2);
	else
		put_digits(c, (uint64_t)amount, 1);
}

static void
put_date(struct copier *c, struct date d)
{
	next_column(c);
	if (!date_there(d)) {
		put_bytes(c, "\\N", 2);
		return;
	}
	put_digits(c, (uint64_t)d.year, 4);
	c->buffer[c->used++] = '-';
	put_digits(c, d.month, 2);
	c->buffer[c->used++] = '-';
	put_digits(c, d.day, 2);
}

/* No more than `most` bytes, never half a character. */
static str
cut(str text, size_t most)
{
	size_t n = text.len < most ? text.len : most;

	while (n > 0 && n < text.len && ((unsigned char)text.at[n] & 0xc0) == 0x80)
		n--;
	return (str){ text.at, n };
}

static void
put_faults(struct copier *c, const struct staged *s)
{
	size_t i;

	next_column(c);
	if (s->fault_count == 0)
		put_bytes(c, "\\N", 2);
	for (i = 0; i < s->fault_count; i++) {
		const struct fault *f = &s->faults[i];

		if (i > 0)
			c->buffer[c->used++] = '\x1e';
		put_escaped(c, str_of(f->field));
		c->buffer[c->used++] = '\x1f';
		put_escaped(c, str_of(f->why));
		c->buffer[c->used++] = '\x1f';
		put_escaped(c, cut(f->value, 400));
		c->buffer[c->used++] = '\x1f';
		put_escaped(c, cut(f->detail, 200));
	}
}

static bool
flush(struct copier *c)
{
	const bool done = c->used == 0 || work_copy_put(c->work, (str){ c->buffer, c->used });

	c->used = 0;
	return done;
}

static bool
put_staged(struct copier *c, const struct staged *s)
{
	if (c->used + LINE > ROOM && !flush(c))
		return false;
	put_digits(c, s->line, 1);
	put_text(c, s->matricule);
	put_text(c, s->family_name);
	put_text(c, s->given_names);
	put_char(c, s->sex);
	put_date(c, s->birth_date);
	put_date(c, s->first_service_date);
	put_text(c, s->status);
	put_text(c, s->corps);
	put_char(c, s->category);
	put_small(c, s->scale);
	put_small(c, s->step);
	put_text(c, s->structure);
	put_text(c, s->position);
	put_text(c, s->phone);
	put_text(c, s->email);
	put_text(c, s->act_kind);
	put_text(c, s->reference);
	put_date(c, s->signed_on);
	put_date(c, s->effect_date);
	put_text(c, s->note);
	put_date(c, s->pay_month);
	put_small(c, s->pay_index);
	put_amount(c, s->index_pay);
	put_faults(c, s);
	c->buffer[c->used++] = '\n';
	return true;
}

static const char COPY[] =
	"copy imports.staged (line, matricule, family_name, given_names, sex, birth_date, first_service_date, status, corps, category, scale, step, "
	"structure, position, phone, email, act_kind, reference, signed_on, effect_date, note, pay_month, pay_index, index_pay_fcfa, faults) from stdin";

static bool
copy_lines(struct run *run, struct sheet_reader *reader, size_t header_line, const struct rules *rules, int share)
{
	struct copier copier = { .work = run->work, .buffer = arena_alloc(run->arena, ROOM) };
	struct staged *staged = arena_alloc(run->arena, sizeof *staged);
	struct sheet_row row;
	size_t count = 0;

	while (sheet_next(reader, &row)) {
		if (row.line <= header_line)
			continue;
		rules_read(rules, &row, staged);
		if (!put_staged(&copier, staged))
			return false;
		if ((++count & 0x3ff) != 0)
			continue;
		if (run->stopping(run->context))
			return false;
		run->progress(run->context, sheet_progress(reader) * share / 100);
	}
	return flush(&copier);
}

bool
stage_file(struct run *run, int fd, size_t header_line, const struct rules *rules, int share)
{
	struct problem problem = NO_PROBLEM;
	struct sheet_reader *reader = sheet_open_fd(run->arena, fd, &problem);

	if (reader != NULL) {
		if (!work_copy_begin(run->work, COPY)) {
			sheet_close(reader);
			return false;
		}
		if (!copy_lines(run, reader, header_line, rules, share)) {
			(void)work_copy_abort(run->work, "stopped");
			sheet_close(reader);
			return false;
		}
		problem = sheet_problem(reader);
		sheet_close(reader);
		if (!work_copy_end(run->work))
			return false;
	}
	if (problem.kind != PROBLEM_NONE) {
		run->file_why = problem.text;
		run->file_detail = arena_copy(run->arena, problem.detail);
	}
	return true;
}
