/* An official paper as a PDF: letterhead, title, visas, articles, tables that go on over pages, signature, distribution, seal.
 * Pure: data in, bytes out; the same data give the same bytes. A4, text that can be searched and copied, fonts embedded,
 * tagged, with its metadata; every page carries the reference, its number and the total. */
#ifndef GUICHET_PAPER_H
#define GUICHET_PAPER_H
#include "guichet/arena.h"
#include "guichet/problem.h"

struct paper_column {
	str title;
	int width;       /* a share of the line: columns of 1, 3, 1 take a fifth, three fifths, a fifth; then one with room to spare gives to others */
	bool right;      /* numbers */
};

enum paper_kind {
	PAPER_TEXT,      /* a paragraph; `lead` in bold before it ("Article premier.") when present */
	PAPER_VISA,      /* a hanging line: "Vu la loi…" */
	PAPER_CENTRED,   /* alone on its line: "ARRÊTE :" */
	PAPER_HEADING,   /* a heading inside the paper */
	PAPER_FACTS,     /* two columns of cells: what, value */
	PAPER_TABLE,     /* columns, cells row after row; the heads come again on each page, a row is never cut; no row: "Néant" */
	PAPER_NOTE,      /* small text */
};

struct paper_block {
	enum paper_kind kind;
	str lead, text;
	const struct paper_column *columns;   /* TABLE */
	size_t column_count;                  /* TABLE */
	const str *cells;                     /* TABLE, FACTS: row_count rows of column_count (FACTS: 2) cells */
	size_t row_count;
};

/* The block that lets a reader check the paper, on paper or by machine. */
struct paper_seal {
	str url;           /* what the QR opens */
	str code;          /* "K7QM 2HTX 9PRA": typed by hand; without spaces it is put in fours */
	str where;         /* "guichet.example.bj/verifier" */
	str key;           /* name of the key that signed; absent: no seal, the code follows a request (a receipt) */
	str fingerprint;   /* of the content; the same */
	str sealed;        /* "25 novembre 2026 à 16 h 20" */
};

struct paper {
	const str *stamp; size_t stamp_count;   /* the issuing chain, top left: ministry, directorate, service */
	str form;                               /* "ARRÊTÉ" */
	str reference;                          /* "0417/MTFP/DC/SGM/DGFP/DRSC/SA", without its "N°"; absent on a preview: dots */
	str title;                              /* "portant avancement automatique d’échelon" */
	str authority;                          /* "Le Ministre du Travail et de la Fonction publique," absent: none */
	const struct paper_block *blocks; size_t block_count;
	str place_date;                         /* "Cotonou, le 25 novembre 2026" */
	str quality, name;                      /* of the signatory; both absent: no signature block */
	str signature_note;                     /* "Signé électroniquement" … */
	const str *copies; size_t copy_count;   /* "SGG : 2"; over 14 they are a paragraph instead of a column */
	const struct paper_seal *seal;          /* NULL: an unsealed preview, with PROJET across each page */
	bool demo;                              /* a line that says so on every page */
	str subject, author;                    /* metadata; the title of the document is form, reference and title */
	int64_t created;                        /* instant */
};

/* Loads the fonts of the calling thread, once: the first paper of a thread waits 50 ms for them otherwise. PROBLEM_BROKEN
 * paper.failed when they are not installed: worth a refusal to start. Papers need no call of it. */
struct problem paper_warm(void);
/* `bytes` lives as long as the arena; `pages` is 0 and `bytes` absent with a problem:
 *   PROBLEM_INPUT     paper.text   a string is not UTF-8
 *                     paper.table  no column, more than 24, or heads that would fill a third of a page
 *                     paper.seal   the seal's address is absent or does not fit a code that telephones read (1,171 bytes)
 *   PROBLEM_TOO_LARGE paper.too_long   over 2,000 pages, a string over 128 kB, a letterhead or an ending higher than a page
 *   PROBLEM_BROKEN    paper.failed     a library refuses, fonts are missing
 * Control characters and invisible direction marks are left out; "\n" ends a line. Any thread; takes no lock of ours. */
struct problem paper_pdf(struct arena *arena, const struct paper *paper, str *bytes, int *pages);
#endif
