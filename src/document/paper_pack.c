/* Finishes what cairo drew: the language, XMP, the meaning of heads and of the figure, the squares of the code, an identifier made
 * from the bytes, and all small objects packed into compressed streams. A tagged table is an object a cell: unpacked, 300 lines
 * weigh 300 kB. libqpdf does the same in seconds where this takes milliseconds (docs/decisions.md). */
#include <libdeflate.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>

#include "paper_pack.h"

#define ID_BYTES 16u

/* ---- what cairo cannot say ---- */

/* Before the ">>" that ends the object. */
static bool
body_add(struct pack *k, struct object *o, const char *more)
{
	const str body = str_trim(o->body);

	if (!str_ends(body, STR(">>")))
		return false;
	o->body = arena_format(k->arena, "%.*s %s >>", (int)(body.len - 2), body.at, more);
	return true;
}

static bool
meanings_add(struct pack *k, uint32_t metadata)
{
	for (uint32_t i = 1; i < k->count; i++) {
		struct object *o = &k->objects[i];

		if (o->stream || !str_starts(o->body, STR("<< /Type /StructElem\n   /S /")))
			continue;
		const str name = str_skip(o->body, sizeof "<< /Type /StructElem\n   /S /" - 1);

		if (str_starts(name, STR("TH\n")) && !body_add(k, o, "/A << /O /Table /Scope /Column >>"))
			return false;
		if (str_starts(name, STR("Figure\n")) && !body_add(k, o, "/Alt (Code carr\\351 : ouvre la v\\351rification de ce document)"))
			return false;
	}
	return body_add(k, &k->objects[k->root],
		arena_format(k->arena, "/Lang (fr) /Metadata %u 0 R /ViewerPreferences << /DisplayDocTitle true >>", (unsigned)metadata).at);
}

static void
xml_text(struct bytes *b, const char *before, str s, const char *after)
{
	if (str_empty(s))
		return;
	bytes_put(b, before, strlen(before));
	for (size_t i = 0; i < s.len; i++) {
		const char *as = s.at[i] == '<' ? "&lt;" : s.at[i] == '>' ? "&gt;" : s.at[i] == '&' ? "&amp;" : NULL;

		bytes_put(b, as != NULL ? as : &s.at[i], as != NULL ? strlen(as) : 1);
	}
	bytes_put(b, after, strlen(after));
}

static void
metadata_put(const struct maker *m, struct pack *k, uint32_t number)
{
	static const char TAIL[] = "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>";
	struct bytes x = { .at = NULL };

	xml_text(&x, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
		"<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\""
		" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">"
		"<dc:language><rdf:Bag><rdf:li>fr</rdf:li></rdf:Bag></dc:language><xmp:CreatorTool>Guichet</xmp:CreatorTool>"
		"<xmp:CreateDate>", m->created, "</xmp:CreateDate>");
	xml_text(&x, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", m->title, "</rdf:li></rdf:Alt></dc:title>");
	xml_text(&x, "<dc:creator><rdf:Seq><rdf:li>", m->author, "</rdf:li></rdf:Seq></dc:creator>");
	xml_text(&x, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", m->subject, "</rdf:li></rdf:Alt></dc:description>");
	bytes_put(&x, TAIL, sizeof TAIL - 1);
	k->objects[number].at = k->out.len;
	bytes_format(&k->out, "%u 0 obj\n<< /Type /Metadata /Subtype /XML /Length %zu >>\nstream\n", (unsigned)number, x.len);
	bytes_put(&k->out, x.at, x.len);
	bytes_format(&k->out, "\nendstream\nendobj\n");
	free(x.at);
}

/* ---- writing ---- */

/* A stream as it is, but its length in its place instead of in an object of its own. */
static bool
stream_put(struct pack *k, uint32_t number)
{
	struct object *o = &k->objects[number];
	const char *data = pack_find(o->body, "\nstream\n"), *length = pack_find(o->body, "/Length ");
	size_t at;
	uint64_t holder, size;

	if (data == NULL || length == NULL || length > data)
		return false;
	at = (size_t)(length - o->body.at) + sizeof "/Length " - 1;
	if (!pack_number(o->body, &at, &holder))
		return false;
	o->at = k->out.len;
	bytes_format(&k->out, "%u 0 obj\n", (unsigned)number);
	if (str_starts(str_skip(o->body, at), STR(" 0 R"))) {
		size_t zero = 0;

		if (holder == 0 || holder >= k->count || !pack_number(str_trim(k->objects[holder].body), &zero, &size))
			return false;
		k->objects[holder].free = true;
		bytes_put(&k->out, o->body.at, (size_t)(length - o->body.at));
		bytes_format(&k->out, "/Length %llu", (unsigned long long)size);
		at += sizeof " 0 R" - 1;
	} else
		at = 0;
	bytes_put(&k->out, o->body.at + at, o->body.len - at);
	bytes_format(&k->out, "endobj\n");
	return true;
}

/* "<< …what /Filter… /Length n >> stream … endstream", deflated. */
static bool
deflated_put(struct pack *k, uint32_t number, str what, const struct bytes *plain)
{
	const size_t room = libdeflate_zlib_compress_bound(k->deflate, plain->len);
	char *at = malloc(room);
	const size_t n = at == NULL ? 0 : libdeflate_zlib_compress(k->deflate, plain->at, plain->len, at, room);

	k->objects[number].at = k->out.len;
	if (n > 0) {
		bytes_format(&k->out, "%u 0 obj\n<< ", (unsigned)number);
		bytes_put(&k->out, what.at, what.len);
		bytes_format(&k->out, " /Filter /FlateDecode /Length %zu >>\nstream\n", n);
		bytes_put(&k->out, at, n);
		bytes_format(&k->out, "\nendstream\nendobj\n");
	}
	free(at);
	return n > 0;
}

/* Dark squares side by side are one rectangle, with the same below it a higher one; all are one shape: no seam on a screen. */
static void
squares_put(struct bytes *b, const struct paper_qr *qr, unsigned char *left)
{
	const int n = qr->side;

	memcpy(left, qr->bits, (size_t)n * (size_t)n);
	for (int row = 0; row < n; row++)
		for (int from = 0, to, under; from < n; from = to + 1) {
			for (to = from; to < n && left[row * n + to]; to++)
				;
			for (under = row + 1; to > from && under < n && memchr(&left[under * n + from], 0, (size_t)(to - from)) == NULL; under++)
				memset(&left[under * n + from], 0, (size_t)(to - from));
			if (to > from)
				bytes_format(b, "%d %d %d %d re\n", from, n - under, to - from, under - row);
		}
	bytes_format(b, "f\n");
}

/* The square code in the place of the image that kept it: a form whose squares have the side 1, shrunk to the unit square. */
static bool
qr_put(struct pack *k, const struct paper_qr *qr, uint32_t number)
{
	struct bytes plain = { .at = NULL };
	bool good;

	squares_put(&plain, qr, arena_alloc(k->arena, (size_t)qr->side * (size_t)qr->side));
	good = deflated_put(k, number, arena_format(k->arena, "/Type /XObject /Subtype /Form /BBox [0 0 %d %d] /Matrix [%.8f 0 0 %.8f 0 0] /Resources << >>",
		qr->side, qr->side, 1.0 / qr->side, 1.0 / qr->side), &plain);
	free(plain.at);
	return good;
}

static bool
is_place(const struct object *o)
{
	const char *data = pack_find(o->body, "\nstream\n"), *image = pack_find(o->body, "/Subtype /Image");

	return image != NULL && data != NULL && image < data;
}

/* Up to PACKED small objects from `*next` on as one stream, which gets number `number`. */
static bool
pack_put(struct pack *k, uint32_t *next, uint32_t number)
{
	struct bytes head = { .at = NULL }, body = { .at = NULL };
	uint16_t n = 0;

	for (; *next < k->count && n < PACKED; (*next)++) {
		struct object *o = &k->objects[*next];

		if (o->free || o->stream)
			continue;
		bytes_format(&head, "%u %zu ", (unsigned)*next, body.len);
		bytes_put(&body, o->body.at, o->body.len);
		bytes_put(&body, "\n", 1);
		o->packed_in = number;
		o->index = n++;
	}
	const str what = arena_format(k->arena, "/Type /ObjStm /N %u /First %zu", (unsigned)n, head.len);

	if (n > 0)
		bytes_put(&head, body.at, body.len);
	const bool good = n == 0 || deflated_put(k, number, what, &head);

	k->objects[number].free = n == 0;
	free(head.at);
	free(body.at);
	return good;
}

static void
big_endian(unsigned char *to, size_t size, uint64_t value)
{
	for (size_t i = size; i-- > 0; value >>= 8)
		to[i] = (unsigned char)(value & 0xFF);
}

/* The table of objects, itself the last of them: a kind, an offset or the number of a pack, a place in the pack. */
static bool
index_put(struct pack *k, uint32_t total)
{
	const uint32_t number = total++;
	const size_t at = k->out.len;
	unsigned char hash[ID_BYTES], row[7];
	char id[2 * ID_BYTES + 1];
	struct bytes rows = { .at = NULL };

	(void)crypto_generichash(hash, sizeof hash, (const unsigned char *)k->out.at, k->out.len, NULL, 0);
	(void)sodium_bin2hex(id, sizeof id, hash, sizeof hash);
	k->objects[number].at = at;
	for (uint32_t i = 0; i < total; i++) {
		const struct object *o = &k->objects[i];
		const bool none = i == 0 || o->free;

		row[0] = none ? 0 : o->packed_in > 0 ? 2 : 1;
		big_endian(&row[1], 4, none ? 0 : o->packed_in > 0 ? o->packed_in : o->at);
		big_endian(&row[5], 2, none ? 0xFFFF : o->packed_in > 0 ? o->index : 0);
		bytes_put(&rows, row, sizeof row);
	}
	const bool good = deflated_put(k, number, arena_format(k->arena, "/Type /XRef /Size %u /W [1 4 2] /Root %u 0 R /Info %u 0 R /ID [<%s> <%s>]",
		(unsigned)total, (unsigned)k->root, (unsigned)k->info, id, id), &rows);

	bytes_format(&k->out, "startxref\n%zu\n%%%%EOF\n", at);
	free(rows.at);
	return good;
}

static bool
finish(const struct maker *m, struct pack *k)
{
	if (!pack_read(k))
		return false;
	uint32_t next = k->count, from = 1;
	const uint32_t metadata = next++;

	if (!meanings_add(k, metadata))
		return false;
	bytes_format(&k->out, "%%PDF-1.7\n%%\xE2\xE3\xCF\xD3\n");
	for (uint32_t i = 1; i < k->count; i++)
		if (!k->objects[i].free && k->objects[i].stream) {
			if (!(m->qr != NULL && is_place(&k->objects[i]) ? qr_put(k, m->qr, i) : stream_put(k, i)))
				return false;
		}
	metadata_put(m, k, metadata);
	while (from < k->count)
		if (!pack_put(k, &from, next++))
			return false;
	return index_put(k, next);
}

struct problem
paper_pack(struct maker *m, struct arena *arena, str drawn, str *bytes)
{
	struct pack k = { .arena = m->arena, .from = drawn, .deflate = libdeflate_alloc_compressor(6) };
	const bool good = k.deflate != NULL && finish(m, &k);

	libdeflate_free_compressor(k.deflate);
	if (good)
		*bytes = arena_copy(arena, (str){ .at = k.out.at, .len = k.out.len });
	free(k.out.at);
	return good ? NO_PROBLEM : (struct problem){ .kind = PROBLEM_BROKEN, .text = "paper.failed", .detail = STR("cairo's bytes have another form") };
}
