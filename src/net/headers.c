/* The header fields that every answer carries (ASVS 3.4). */
#include "net/headers.h"

#include <stdio.h>

void
headers_add_fixed(struct MHD_Response *response)
{
	MHD_add_response_header(response, "X-Content-Type-Options", "nosniff");
	MHD_add_response_header(response, "Cross-Origin-Resource-Policy", "same-origin");
}

void
headers_add_page(struct MHD_Response *response, bool secure, int fresh_seconds)
{
	char fresh[48] = "no-store";

	if (fresh_seconds > 0)
		snprintf(fresh, sizeof(fresh), "public, max-age=%d", fresh_seconds);
	headers_add_fixed(response);
	MHD_add_response_header(response, "Content-Security-Policy",
	                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
	                        "manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
	MHD_add_response_header(response, "Referrer-Policy", "same-origin");
	MHD_add_response_header(response, "Cross-Origin-Opener-Policy", "same-origin");
	MHD_add_response_header(response, "Cache-Control", fresh);
	if (secure)
		MHD_add_response_header(response, "Strict-Transport-Security", "max-age=31536000; includeSubDomains");
}
