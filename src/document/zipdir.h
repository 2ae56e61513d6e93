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

/* The same walk for other uses: entries one by one, in the order of the directory. */
struct zip_walk {
	str    bytes;
	size_t at, end, entries;       /* of the directory */
	size_t seen;
};
struct zip_entry {
	str      name;
	uint64_t packed, whole;        /* bytes, as declared */
	bool     crypt, strange;       /* encrypted; a name that climbs, a method other than stored or deflated */
};
/* False when this is no archive, or one of several disks. */
bool zip_begin(struct zip_walk *walk, str bytes);
/* False at the end, or when an entry is broken: walk->seen tells (it equals walk->entries at a good end). */
bool zip_next(struct zip_walk *walk, struct zip_entry *entry);
/* Whether the directory held these entries and nothing else. */
bool zip_whole(const struct zip_walk *walk);
#endif
