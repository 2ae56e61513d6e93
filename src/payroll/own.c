/* "Ma paye et ma carrière": what agrees, what differs, the likely cause, who deals with it; the agent may write one remark. */
#include "payroll.h"

const struct field PAY_REMARK_FIELDS[] = { FIELD_ID(struct pay_file_input, ecart), OPTIONAL_LINES(struct pay_file_input, texte, 1000), FIELDS_END };

const struct query PAY_MY_HEAD = { "select * from payroll_api.my_head()" };
const struct query PAY_MY_SIDES = { "select * from payroll_api.my_sides()" };
const struct query PAY_MY_DIFFERENCES = { "select * from payroll_api.my_differences()" };
const struct query PAY_REMARK = { "select * from payroll_api.remark($1, $2, $3)" };

struct reply
pay_own_answer(const struct request *req, const void *input, const struct results *got, struct page *page)
{
	const struct rows *head = results_of(got, &PAY_MY_HEAD);

	(void)input;
	if (rows_count(head) == 0) {
		page_show(page, MARK("NO_AGENT"));
		return reply_page();
	}
	page_show(page, MARK("AGENT"));
	pay_show_file(req, head, results_of(got, &PAY_MY_SIDES), results_of(got, &PAY_MY_DIFFERENCES), page);
	return reply_page();
}

struct problem
pay_remark_ask(const struct request *req, const void *input, struct batch *batch)
{
	const struct pay_file_input *in = input;

	(void)req;
	ASK(batch, &PAY_REMARK, ARG(in->ecart), ARG(in->texte), ARG(STR("/carriere/paye?fait=remarque-envoyee")));
	return NO_PROBLEM;
}
