/* The square code of a seal: the strongest correction that still leaves squares a telephone reads from a printed page. */
#include <qrencode.h>

#include "paper_private.h"

#define BYTES_MAX   1200
#define SIDE_MAX    113      /* squares: version 24; more are too fine */
#define STEP        0.125f   /* squares are so many eighths of a point: short numbers in the file, edges where they are said */
#define SQUARE      1.25f    /* 0.44 mm, the least */
#define EDGE_MIN    110.0f   /* 39 mm */

static QRcode *
qr_make(str text)
{
	static const QRecLevel LEVELS[] = { QR_ECLEVEL_M, QR_ECLEVEL_L };

	for (size_t i = 0; i < sizeof LEVELS / sizeof LEVELS[0]; i++) {
		QRcode *code = QRcode_encodeData((int)text.len, (const unsigned char *)text.at, 0, LEVELS[i]);

		if (code != NULL && code->width <= (LEVELS[i] == QR_ECLEVEL_M ? 85 : SIDE_MAX))
			return code;
		QRcode_free(code);
	}
	return NULL;
}

const struct paper_qr *
qr_of(struct maker *m, str text)
{
	struct paper_qr *qr = arena_alloc(m->arena, sizeof *qr);
	QRcode *code = str_empty(text) || text.len > BYTES_MAX ? NULL : qr_make(text);

	if (code == NULL) {
		if (m->problem.kind == PROBLEM_NONE)
			m->problem = problem_of(PROBLEM_INPUT, "paper.seal");
		return NULL;
	}
	const size_t count = (size_t)code->width * (size_t)code->width;
	unsigned char *bits = arena_alloc(m->arena, count);

	for (size_t i = 0; i < count; i++)
		bits[i] = code->data[i] & 1;
	*qr = (struct paper_qr){ .side = code->width, .bits = bits };
	QRcode_free(code);
	return qr;
}

float
qr_size(const struct paper_qr *qr)
{
	float square = SQUARE;

	while ((float)qr->side * square < EDGE_MIN)
		square += STEP;
	return (float)qr->side * square;
}
