/* Walks a ZIP central directory (APPNOTE.TXT 6.3.10, sections 4.3.12 and 4.3.16). Sizes are what the archive declares: the
 * converter never reads past a declared size, so a lying archive costs no more than it says. */
#include "zipdir.h"

#define END_SIZE     22
#define END_COMMENT  65535
#define ENTRY_SIZE   46
#define FLAG_CRYPT   0x0001u
#define FLAG_STRONG  0x0040u
#define FLAG_MASKED  0x2000u
#define UNKNOWN32    0xFFFFFFFFu

struct directory {
	size_t at, end;      /* offsets in the file */
	size_t entries;
};

struct entry {
	unsigned flags, method;
	uint64_t packed, whole;
	str      name;
};

struct found {
	bool     workbook, binary_workbook, macros, ods, crypt, strange;
	uint64_t packed, whole;
	bool     squeezed;   /* one entry is over the ratio */
};

static unsigned
le16(const char *at)
{
	const unsigned char *b = (const unsigned char *)at;

	return (unsigned)b[0] | (unsigned)b[1] << 8;
}

static uint32_t
le32(const char *at)
{
	return (uint32_t)le16(at) | (uint32_t)le16(at + 2) << 16;
}

static uint64_t
le64(const char *at)
{
	return (uint64_t)le32(at) | (uint64_t)le32(at + 4) << 32;
}

static bool
find_directory(str bytes, struct directory *dir)
{
	if (bytes.len < END_SIZE)
		return false;
	const size_t last = bytes.len - END_SIZE;
	const size_t first = last > END_COMMENT ? last - END_COMMENT : 0;

	for (size_t at = last + 1; at-- > first;) {
		const char *end = bytes.at + at;

		if (le32(end) != 0x06054b50u || at + END_SIZE + le16(end + 20) != bytes.len)
			continue;
		const uint64_t size = le32(end + 12), start = le32(end + 16);

		/* One disk, no ZIP64 directory: nothing that a workbook under 600 MB needs. */
		if (le16(end + 4) != 0 || le16(end + 6) != 0 || le16(end + 8) != le16(end + 10) || start + size > at)
			return false;
		*dir = (struct directory){ .at = (size_t)start, .end = (size_t)(start + size), .entries = le16(end + 10) };
		return true;
	}
	return false;
}

/* ZIP64 extra field: some writers always put it. Only the sizes that are unknown in the entry are in it, in this order. */
static bool
read_zip64(str extra, struct entry *e)
{
	while (extra.len >= 4) {
		const unsigned id = le16(extra.at), size = le16(extra.at + 2);
		const char *at = extra.at + 4;
		size_t left = size;

		if (size > extra.len - 4)
			return false;
		extra = (str){ .at = extra.at + 4 + size, .len = extra.len - 4 - size };
		if (id != 1)
			continue;
		if (e->whole == UNKNOWN32) {
			if (left < 8)
				return false;
			e->whole = le64(at);
			at += 8;
			left -= 8;
		}
		if (e->packed == UNKNOWN32) {
			if (left < 8)
				return false;
			e->packed = le64(at);
		}
		return true;
	}
	return e->whole != UNKNOWN32 && e->packed != UNKNOWN32;
}

static bool
read_entry(str bytes, struct directory *dir, struct entry *e)
{
	if (dir->end - dir->at < ENTRY_SIZE)
		return false;
	const char *at = bytes.at + dir->at;
	const size_t name = le16(at + 28), extra = le16(at + 30), comment = le16(at + 32);

	if (le32(at) != 0x02014b50u || dir->end - dir->at - ENTRY_SIZE < name + extra + comment)
		return false;
	*e = (struct entry){ .flags = le16(at + 8), .method = le16(at + 10), .packed = le32(at + 20), .whole = le32(at + 24),
		.name = { .at = at + ENTRY_SIZE, .len = name } };
	if (!read_zip64((str){ .at = at + ENTRY_SIZE + name, .len = extra }, e))
		return false;
	/* Every entry has its local header before the directory. */
	if (le32(at + 42) != UNKNOWN32 && (size_t)le32(at + 42) >= dir->end)
		return false;
	dir->at += ENTRY_SIZE + name + extra + comment;
	return true;
}

static bool
name_safe(str name)
{
	if (name.len == 0 || name.at[0] == '/' || memchr(name.at, '\\', name.len) != NULL || memchr(name.at, 0, name.len) != NULL)
		return false;
	for (size_t i = 0; i + 1 < name.len; i++)
		if (name.at[i] == '.' && name.at[i + 1] == '.' && (i == 0 || name.at[i - 1] == '/') &&
		    (i + 2 == name.len || name.at[i + 2] == '/'))
			return false;
	return true;
}

static bool
ends_same(str name, str end)
{
	return name.len >= end.len && str_same(str_skip(name, name.len - end.len), end);
}

static bool
starts_same(str name, str start)
{
	return name.len >= start.len && str_same((str){ .at = name.at, .len = start.len }, start);
}

static void
note_entry(const struct entry *e, struct found *f)
{
	f->packed += e->packed;
	f->whole = e->whole > ZIPDIR_TOTAL_MAX ? ZIPDIR_TOTAL_MAX + 1 : f->whole + e->whole;
	f->squeezed |= e->whole > ZIPDIR_SMALL && e->whole / ZIPDIR_RATIO_MAX > e->packed;
	f->crypt |= (e->flags & (FLAG_CRYPT | FLAG_STRONG | FLAG_MASKED)) != 0;
	f->strange |= !name_safe(e->name) || (e->method != 0 && e->method != 8);
	f->workbook |= str_same(e->name, STR("xl/workbook.xml"));
	f->binary_workbook |= str_same(e->name, STR("xl/workbook.bin"));
	f->macros |= ends_same(e->name, STR("vbaProject.bin")) || starts_same(e->name, STR("xl/macrosheets/"));
	f->ods |= str_same(e->name, STR("META-INF/manifest.xml")) || str_same(e->name, STR("content.xml"));
}

struct problem
zipdir_check(str bytes)
{
	struct directory dir;
	struct found f = { .whole = 0 };

	if (!find_directory(bytes, &dir))
		return problem_input(NULL, "sheet.broken_zip");
	if (dir.entries > ZIPDIR_ENTRIES_MAX)
		return problem_input(NULL, "sheet.bomb");
	for (size_t i = 0; i < dir.entries; i++) {
		struct entry e;

		if (!read_entry(bytes, &dir, &e))
			return problem_input(NULL, "sheet.broken_zip");
		note_entry(&e, &f);
		if (f.whole > ZIPDIR_TOTAL_MAX)
			return problem_input(NULL, "sheet.bomb");
	}
	/* Entries that the count hides would be seen by the converter, which reads by size. */
	if (dir.at != dir.end || f.strange)
		return problem_input(NULL, "sheet.broken_zip");
	if (f.crypt)
		return problem_input(NULL, "sheet.encrypted");
	if (f.squeezed || (f.whole > ZIPDIR_SMALL && f.whole / ZIPDIR_RATIO_MAX > bytes.len))
		return problem_input(NULL, "sheet.bomb");
	if (f.macros)
		return problem_input(NULL, "sheet.macros");
	if (!f.workbook)
		return problem_input(NULL, f.binary_workbook ? "sheet.xlsb" : f.ods ? "sheet.ods" : "sheet.no_workbook");
	return NO_PROBLEM;
}

bool
zip_begin(struct zip_walk *walk, str bytes)
{
	struct directory dir;

	*walk = (struct zip_walk){ .bytes = bytes };
	if (!find_directory(bytes, &dir))
		return false;
	walk->at = dir.at;
	walk->end = dir.end;
	walk->entries = dir.entries;
	return true;
}

bool
zip_next(struct zip_walk *walk, struct zip_entry *entry)
{
	struct directory dir = { walk->at, walk->end, walk->entries };
	struct entry e;

	if (walk->seen == walk->entries || !read_entry(walk->bytes, &dir, &e))
		return false;
	walk->at = dir.at;
	walk->seen++;
	*entry = (struct zip_entry){ .name = e.name, .packed = e.packed, .whole = e.whole, .crypt = (e.flags & (FLAG_CRYPT | FLAG_STRONG | FLAG_MASKED)) != 0,
		.strange = !name_safe(e.name) || (e.method != 0 && e.method != 8) };
	return true;
}

bool
zip_whole(const struct zip_walk *walk)
{
	return walk->seen == walk->entries && walk->at == walk->end;
}
