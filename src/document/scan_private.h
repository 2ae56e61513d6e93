/* Between the files of scans only. */
#ifndef GUICHET_DOCUMENT_SCAN_PRIVATE_H
#define GUICHET_DOCUMENT_SCAN_PRIVATE_H
#include "guichet/inspect.h"
#include "guichet/scan.h"

/* scan_tools.c: a tool by its name, on `in`, its output kept in a new sealed memory file `*out` (-1 unless INSPECT_OK). */
enum inspect_end scan_tool(const char *const *argv, int in, size_t output_most, int *out);
/* The same, its output as bytes of the arena. */
enum inspect_end scan_tool_bytes(const char *const *argv, int in, struct arena *arena, size_t output_most, str *bytes);
/* A memory file with these bytes, sealed; -1 when the system refuses. */
int              scan_sealed(str bytes);
enum scan_end    scan_end_of(enum inspect_end end);
/* scan_pdf.c: lays open and measures a PDF; fills pages, why and detail. */
enum scan_end    scan_pdf_check(int fd, struct arena *arena, struct scan *about);
#endif
