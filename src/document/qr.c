/* A QR as SVG: one path of squares, black on white with the quiet zone of four modules that readers need. */
#include <qrencode.h>
#include <stdio.h>
#include <stdlib.h>

#include "guichet/qr.h"

#define QUIET 4

static str
svg_of(const QRcode *code)
{
	size_t width = (size_t)code->width, room = 400 + width * width * 24, n, x, y;
	char *out = malloc(room);

	if (out == NULL)
		return NO_STR;
	n = (size_t)snprintf(out, room, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %zu %zu\" shape-rendering=\"crispEdges\">"
	                     "<path fill=\"#fff\" d=\"M0 0h%zuv%zuH0z\"/><path d=\"", width + 2 * QUIET, width + 2 * QUIET, width + 2 * QUIET, width + 2 * QUIET);
	for (y = 0; y < width; y++)
		for (x = 0; x < width; x++)
			if ((code->data[y * width + x] & 1) != 0)
				n += (size_t)snprintf(out + n, room - n, "M%zu %zuh1v1h-1z", x + QUIET, y + QUIET);
	n += (size_t)snprintf(out + n, room - n, "\"/></svg>\n");
	return (str){ out, n };
}

str
qr_svg(str text)
{
	QRcode *code = text.at == NULL ? NULL : QRcode_encodeString(text.at, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
	str svg;

	if (code == NULL)
		return NO_STR;
	svg = svg_of(code);
	QRcode_free(code);
	return svg;
}
