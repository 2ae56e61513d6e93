/* Text made fit for a mail: encoded words in headers (RFC 2047), quoted-printable bodies (RFC 2045). */
#ifndef GUICHET_NOTIFY_ENCODE_H
#define GUICHET_NOTIFY_ENCODE_H
#include "guichet/arena.h"

/* A header's value: as it is when it is short ASCII, otherwise base64 encoded words folded by CRLF and a space.
 * `text` must be valid UTF-8 without control characters. */
str encode_header(struct arena *arena, str text);
/* A whole body: any line end becomes CRLF, the last line gets one; a line never begins with a dot nor ends with white space. */
str encode_body(struct arena *arena, str text);
#endif
