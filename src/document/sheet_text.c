/* Windows-1252, the encoding of French spreadsheets before UTF-8 (WHATWG index-windows-1252, without the five bytes that
 * mean nothing). */
#include "sheet_private.h"

static const uint16_t HIGH[32] = {
	0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
	0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
};

str
sheet_from_1252(str cell, char *into)
{
	size_t n = 0;

	for (size_t i = 0; i < cell.len; i++) {
		const unsigned c = (unsigned char)cell.at[i];
		const unsigned code = c >= 0x80 && c < 0xA0 ? HIGH[c - 0x80] : c;

		if (code == 0)
			return NO_STR;
		if (code < 0x80) {
			into[n++] = (char)code;
		} else if (code < 0x800) {
			into[n++] = (char)(0xC0 | code >> 6);
			into[n++] = (char)(0x80 | (code & 0x3F));
		} else {
			into[n++] = (char)(0xE0 | code >> 12);
			into[n++] = (char)(0x80 | (code >> 6 & 0x3F));
			into[n++] = (char)(0x80 | (code & 0x3F));
		}
	}
	return (str){ .at = into, .len = n };
}
