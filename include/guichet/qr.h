/* A QR code as a picture. */
#ifndef GUICHET_QR_H
#define GUICHET_QR_H
#include "guichet/str.h"

/* A QR of `text` as SVG, in memory from malloc; absent on failure. */
str qr_svg(str text);
#endif
