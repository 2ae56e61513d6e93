/* The payer's months beside the careers: every route of the service. The payer's files are routes of the imports. */
#include "payroll.h"

#define PAY     &PAYROLL_COMPARE
#define PENSION &PENSIONS_DESK
#define FILE_QUERIES QUERIES(&PAY_ENTER, &PAY_HEAD, &PAY_SIDES, &PAY_DIFFERENCES)

static const struct route routes[] = {
	{ METHOD_GET, "/paye", PAY, INPUT(struct pay_list_input, PAY_LIST_FIELDS), pay_list_ask,
	  QUERIES(&PAY_OVERVIEW, &PAY_TALLY, &PAY_MONTHS, &PAY_CHOICES, &PAY_LISTED), .answer = pay_list_answer, .page = "payroll/desk", .queue = QUEUE_SEARCH },
	/* A matricule never stands in an address. */
	{ METHOD_POST, "/paye", PAY, INPUT(struct pay_find_input, PAY_FIND_FIELDS), QUERIES(&PAY_FIND), .answer = pay_find_answer, .on_problem = "/paye",
	  .flags = ROUTE_NO_KEY, .queue = QUEUE_SEARCH },
	{ METHOD_POST, "/paye/comparer", PAY, .ask = pay_compare_all_ask, QUERIES(&PAY_COMPARE_ALL), .done = "/paye", .on_problem = "/paye" },
	{ METHOD_GET, "/paye/export", PAY, INPUT(struct pay_list_input, PAY_LIST_FIELDS), pay_export_page_ask, QUERIES(&PAY_CHOICES, &PAY_LISTED),
	  .answer = pay_list_answer, .page = "payroll/export", .queue = QUEUE_SEARCH },
	{ METHOD_POST, "/paye/export", PAY, INPUT(struct pay_list_input, PAY_EXPORT_FIELDS), pay_export_ask, QUERIES(&PAY_EXPORT), .answer = pay_export_answer,
	  .on_problem = "/paye/export", .flags = ROUTE_NO_KEY, .queue = QUEUE_SLOW },
	{ METHOD_GET, "/paye/agents/{agent}", PAY, INPUT(struct pay_file_input, PAY_AGENT_FIELDS), FILE_QUERIES, .answer = pay_file_answer, .page = "payroll/file" },
	{ METHOD_POST, "/paye/agents/{agent}", PAY, INPUT(struct pay_file_input, PAY_OPEN_FIELDS), pay_open_ask, QUERIES(&PAY_OPEN),
	  .on_problem = "/paye/agents/{agent}", .done = "/paye/agents/{agent}" },
	{ METHOD_POST, "/paye/agents/{agent}/comparer", PAY, INPUT(struct pay_file_input, PAY_AGENT_FIELDS), pay_compare_one_ask, QUERIES(&PAY_COMPARE_ONE),
	  .on_problem = "/paye/agents/{agent}", .done = "/paye/agents/{agent}" },
	{ METHOD_GET, "/paye/ecarts/{ecart}", PAY, INPUT(struct pay_file_input, PAY_ECART_FIELDS), QUERIES(&PAY_ENTER_ECART, &PAY_ECART, &PAY_EVENTS, &PAY_REASONS_OF),
	  .answer = pay_ecart_answer, .page = "payroll/difference" },
	{ METHOD_POST, "/paye/ecarts/{ecart}/regler", PAY, INPUT(struct pay_file_input, PAY_SETTLE_FIELDS), pay_settle_ask, QUERIES(&PAY_SETTLE),
	  .on_problem = "/paye/ecarts/{ecart}", .done = "/paye/ecarts/{ecart}" },
	{ METHOD_POST, "/paye/ecarts/{ecart}/rouvrir", PAY, INPUT(struct pay_file_input, PAY_REOPEN_FIELDS), pay_reopen_ask, QUERIES(&PAY_SETTLE),
	  .on_problem = "/paye/ecarts/{ecart}", .done = "/paye/ecarts/{ecart}" },

	/* the pension service reads */
	{ METHOD_GET, "/pensions/paye/{agent}", PENSION, INPUT(struct pay_file_input, PAY_AGENT_FIELDS), FILE_QUERIES, .answer = pay_file_answer,
	  .page = "payroll/file" },
	{ METHOD_POST, "/pensions/paye/{agent}", PENSION, INPUT(struct pay_file_input, PAY_OPEN_FIELDS), pay_open_ask, QUERIES(&PAY_OPEN),
	  .on_problem = "/pensions/paye/{agent}", .done = "/pensions/paye/{agent}" },

	/* the agent's own */
	{ METHOD_GET, "/carriere/paye", &CAREER_OWN, QUERIES(&PAY_MY_HEAD, &PAY_MY_SIDES, &PAY_MY_DIFFERENCES), .answer = pay_own_answer, .page = "payroll/own" },
	{ METHOD_POST, "/carriere/paye/{ecart}/remarque", &CAREER_OWN, INPUT(struct pay_file_input, PAY_REMARK_FIELDS), pay_remark_ask, QUERIES(&PAY_REMARK),
	  .on_problem = "/carriere/paye", .done = "/carriere/paye" },
	ROUTES_END,
};
extern const struct service payroll_service;
const struct service payroll_service = { "payroll", routes };
