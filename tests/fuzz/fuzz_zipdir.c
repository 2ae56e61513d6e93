/* Fuzzes the type of a file and the walk of a ZIP directory: a verdict always has its reason. */
#include <stdlib.h>

#include "../../src/document/zipdir.h"
#include "guichet/sheet.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const str bytes = { .at = (const char *)data, .len = size };
	const struct problem direct = zipdir_check(bytes);
	struct problem problem;
	const enum sheet_kind kind = sheet_kind_of(bytes, &problem);

	if (direct.kind != PROBLEM_NONE && (direct.kind != PROBLEM_INPUT || direct.text == NULL))
		abort();
	if ((kind == SHEET_REFUSED) != (problem.kind == PROBLEM_INPUT && problem.text != NULL))
		abort();
	if (kind == SHEET_XLSX && direct.kind != PROBLEM_NONE)
		abort();
	return 0;
}
