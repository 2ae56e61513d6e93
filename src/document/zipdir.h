/* The central directory of a ZIP archive, walked without unpacking anything, to decide whether a workbook may be opened. */
#ifndef GUICHET_DOCUMENT_ZIPDIR_H
#define GUICHET_DOCUMENT_ZIPDIR_H
#include "guichet/problem.h"

#define ZIPDIR_ENTRIES_MAX 2000
#define ZIPDIR_TOTAL_MAX   (600ULL * 1024 * 1024)    /* bytes once unpacked */
#define ZIPDIR_RATIO_MAX   200                       /* unpacked / packed, for anything over ZIPDIR_SMALL */
#define ZIPDIR_SMALL       (1024ULL * 1024)

/* NO_PROBLEM when the archive holds a workbook that may be given to the converter; else PROBLEM_INPUT with
 * sheet.broken_zip, sheet.encrypted, sheet.bomb, sheet.macros, sheet.xlsb, sheet.ods, sheet.no_workbook. */
struct problem zipdir_check(str bytes);
#endif
