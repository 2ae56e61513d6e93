/* Sending a file of the payer: the month is said by who sends it, never guessed. */
#include "pages.h"

enum { MONTHS_OFFERED = 60 };

struct reply
pay_new_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	static const char *const names[] = { "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
		"décembre" };
	struct date month = { .year = req->today.year, .month = req->today.month, .day = 1 };
	int i;

	const struct parameter *chosen = req->posted != NULL ? parameters_find(req->posted, STR("mois")) : NULL;

	(void)input;
	(void)got;
	for (i = 0; i < MONTHS_OFFERED; i++, month = date_add_months(month, -1)) {
		struct page *row = page_row(page, MARK("MONTHS"));

		page_text(row, MARK("MONTH"), arena_format(req->arena, "%04d-%02d", month.year, month.month));
		page_text(row, MARK("MONTH_WORDS"), arena_format(req->arena, "%s %d", names[month.month - 1], month.year));
	}
	if (chosen != NULL)
		page_choose(page, MARK("MONTHS"), MARK("MONTH"), chosen->value, MARK("CHOSEN"));
	return reply_page();
}
