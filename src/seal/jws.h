/* The parts of a compact JWS (RFC 7515), shared by who makes one and who reads one. */
#ifndef GUICHET_SEAL_JWS_H
#define GUICHET_SEAL_JWS_H
#include <sodium.h>

#include "guichet/seal.h"

#define BASE64(n) sodium_base64_ENCODED_LEN((n), sodium_base64_VARIANT_URLSAFE_NO_PADDING)
#define JWS_HEAD  (SEAL_KID + 32)                                    /* most bytes of a header */
#define JWS_INPUT (BASE64(JWS_HEAD) + BASE64(SEAL_PAYLOAD))          /* room for "header.payload" and its NUL */

/* Writes base64url(header) "." base64url(payload), what is signed; its length. `payload` has SEAL_PAYLOAD bytes at most. No
 * memory is asked, no library state touched: the signer calls it in its cage. */
size_t jws_input(char into[JWS_INPUT], const char *kid, const char *payload, size_t length);
#endif
