/* Fuzzes the look at scans: whatever the bytes, an answer; what is taken has the size it may have. */
#include <stdlib.h>

#include "guichet/scan.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new();
	const str bytes = { .at = (const char *)data, .len = size };
	const struct scan look = scan_look(arena, bytes);

	if ((look.type == SCAN_NONE) != (look.why != NULL))
		abort();
	if ((look.type == SCAN_JPEG || look.type == SCAN_TIFF) &&
	    (look.width == 0 || look.height == 0 || (uint64_t)look.width * look.height > SCAN_MOST_PIXELS || look.pages < 1 || look.pages > SCAN_MOST_PAGES))
		abort();
	/* A PDF that was taken shows no forbidden name; read as one, any bytes end. */
	if (look.type == SCAN_PDF && scan_pdf_refused(bytes) != NULL)
		abort();
	(void)scan_pdf_refused(bytes);
	arena_free(arena);
	return 0;
}
