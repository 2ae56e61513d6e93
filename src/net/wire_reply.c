/* The answers of the wire: complete static responses, ready before anything was understood of the request. */
#include "wire.h"

#define PAGE(title, sentence) \
	"<!doctype html>\n<html lang=\"fr\"><head><meta charset=\"utf-8\"><title>" title "</title></head>\n" \
	"<body><h1>" title "</h1><p>" sentence "</p></body></html>\n"
#define HEAD(line, more, length) \
	"HTTP/1.1 " line "\r\n" more \
	"Content-Type: text/html; charset=utf-8\r\n" \
	"Content-Length: " length "\r\n" \
	"Connection: close\r\n" \
	"Cache-Control: no-store\r\n" \
	"X-Content-Type-Options: nosniff\r\n" \
	"Referrer-Policy: no-referrer\r\n" \
	"Content-Security-Policy: default-src 'none'; base-uri 'none'; frame-ancestors 'none'\r\n\r\n"
/* The length is written by hand in the static bytes; REPLY fails to compile when it is wrong. */
#define CHECKED(text, length) (0 * sizeof(struct { _Static_assert(sizeof(text) - 1 == (length), "length"); char c; }))
#define REPLY(code, line, more, length, title, sentence) { \
	.status = (code), \
	.reply = STR(HEAD(line, more, #length) PAGE(title, sentence)), \
	.head = sizeof HEAD(line, more, #length) - 1 + CHECKED(PAGE(title, sentence), length) }

static const struct {
	int    status;
	str    reply;
	size_t head;      /* bytes of the reply before its body */
} replies[WIRE_REFUSALS] = {
	[WIRE_BAD_REQUEST] = REPLY(400, "400 Bad Request",
		"", 249, "Demande mal formée",
		"Le serveur n’a pas pu lire cette demande. Revenez à la page précédente et recommencez."),
	[WIRE_BAD_METHOD] = REPLY(405, "405 Method Not Allowed",
		"Allow: GET, HEAD, POST\r\n", 196, "Action non permise",
		"Cette action n’existe pas sur ce site."),
	[WIRE_TOO_SLOW] = REPLY(408, "408 Request Timeout",
		"", 245, "Demande trop lente",
		"La demande n’est pas arrivée entière à temps. Vérifiez la connexion et recommencez."),
	[WIRE_LENGTH_REQUIRED] = REPLY(411, "411 Length Required",
		"", 192, "Longueur manquante",
		"L’envoi doit annoncer sa longueur."),
	[WIRE_BODY_TOO_LARGE] = REPLY(413, "413 Content Too Large",
		"", 236, "Envoi trop volumineux",
		"L’envoi dépasse la taille permise. Réduisez le fichier et recommencez."),
	[WIRE_TARGET_TOO_LONG] = REPLY(414, "414 URI Too Long",
		"", 196, "Adresse trop longue",
		"L’adresse demandée est trop longue."),
	[WIRE_BAD_CODING] = REPLY(415, "415 Unsupported Media Type",
		"Accept-Encoding: identity\r\n", 196, "Envoi compressé",
		"Ce site ne reçoit pas d’envoi compressé."),
	[WIRE_BAD_EXPECTATION] = REPLY(417, "417 Expectation Failed",
		"", 213, "Attente inconnue",
		"Le serveur ne peut pas répondre à ce que la demande attend."),
	[WIRE_HEADERS_TOO_LARGE] = REPLY(431, "431 Request Header Fields Too Large",
		"", 298, "En-têtes trop volumineux",
		"Les en-têtes de la demande dépassent la taille permise. Effacez les témoins de connexion (cookies) de ce site et recommencez."),
	[WIRE_UNKNOWN_METHOD] = REPLY(501, "501 Not Implemented",
		"", 198, "Action inconnue",
		"Le serveur ne connaît pas l’action demandée."),
	[WIRE_BAD_VERSION] = REPLY(505, "505 HTTP Version Not Supported",
		"", 205, "Version inconnue",
		"Le serveur répond seulement à HTTP/1.1 et HTTP/1.0."),
};

int
wire_status(enum wire_refusal refusal)
{
	return refusal < WIRE_REFUSALS ? replies[refusal].status : 0;
}

str
wire_refusal_reply(enum wire_refusal refusal)
{
	return refusal < WIRE_REFUSALS ? replies[refusal].reply : NO_STR;
}

str
wire_refusal_head(enum wire_refusal refusal)
{
	str reply = wire_refusal_reply(refusal);

	return (str){ reply.at, reply.at != NULL ? replies[refusal].head : 0 };
}
