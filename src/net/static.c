/* Static assets from memory. A response object is made once and queued for every request. */
#include "net/static.h"

#include <stdio.h>

#include "guichet/file.h"
#include "net/headers.h"

enum coding { CODING_NONE, CODING_GZIP, CODING_BROTLI, CODINGS };

struct asset {
	str                  name, path, type;
	struct MHD_Response *responses[CODINGS];
};
struct assets {
	struct asset *list;
	size_t        count;
};

static struct MHD_Response *
response_of(str bytes, const char *type, const char *coding)
{
	struct MHD_Response *response;

	if (bytes.at == NULL)
		return NULL;
	response = MHD_create_response_from_buffer(bytes.len, (void *)(uintptr_t)bytes.at, MHD_RESPMEM_PERSISTENT);
	if (response == NULL)
		return NULL;
	MHD_add_response_header(response, "Content-Type", type);
	MHD_add_response_header(response, "Cache-Control", "public, max-age=31536000, immutable");
	MHD_add_response_header(response, "Vary", "Accept-Encoding");
	if (coding != NULL)
		MHD_add_response_header(response, "Content-Encoding", coding);
	headers_add_fixed(response);
	return response;
}

static void
allow_scope(const struct asset *asset, const char *scope)
{
	size_t c;

	for (c = 0; c < CODINGS; c++)
		if (asset->responses[c] != NULL)
			MHD_add_response_header(asset->responses[c], "Service-Worker-Allowed", scope);
}

static bool
add_asset(struct assets *assets, struct arena *arena, const char *folder, str line)
{
	struct asset *asset = &assets->list[assets->count];
	str rest = line, file;
	const char *base, *type;

	asset->name = arena_copy(arena, str_cut(&rest, '\t'));
	file = str_cut(&rest, '\t');
	asset->type = arena_copy(arena, str_trim(rest));
	asset->path = arena_format(arena, "/static/%.*s", STR_ARGS(file));
	base = arena_format(arena, "%s/%.*s", folder, STR_ARGS(file)).at;
	type = asset->type.at;
	asset->responses[CODING_NONE] = response_of(file_read(arena, base), type, NULL);
	asset->responses[CODING_GZIP] = response_of(file_read(arena, arena_format(arena, "%s.gz", base).at), type, "gzip");
	asset->responses[CODING_BROTLI] = response_of(file_read(arena, arena_format(arena, "%s.br", base).at), type, "br");
	if (asset->responses[CODING_NONE] == NULL) {
		fprintf(stderr, "Le fichier %s manque : relancez make.\n", base);
		return false;
	}
	/* A worker stands in /static/ and serves one page elsewhere: the one that QR codes open. */
	if (str_is(asset->name, "seal-worker.js"))
		allow_scope(asset, "/v");
	assets->count++;
	return true;
}

struct assets *
assets_open(const char *folder, struct arena *arena)
{
	struct assets *assets = arena_alloc(arena, sizeof(*assets));
	str rest = file_read(arena, arena_format(arena, "%s/manifest.txt", folder).at);
	size_t lines = 0, i;

	if (rest.at == NULL) {
		fprintf(stderr, "%s/manifest.txt manque : lancez make, ou indiquez le dossier par GUICHET_ASSETS.\n", folder);
		return NULL;
	}
	for (i = 0; i < rest.len; i++)
		lines += rest.at[i] == '\n';
	assets->list = arena_array(arena, lines + 1, sizeof(*assets->list));
	while (rest.at != NULL) {
		str line = str_cut(&rest, '\n');

		if (!str_empty(str_trim(line)) && !add_asset(assets, arena, folder, line))
			return NULL;
	}
	return assets;
}

void
assets_close(struct assets *assets)
{
	size_t i, c;

	for (i = 0; i < assets->count; i++)
		for (c = 0; c < CODINGS; c++)
			if (assets->list[i].responses[c] != NULL)
				MHD_destroy_response(assets->list[i].responses[c]);
}

const char *
assets_address(void *context, const char *name)
{
	const struct assets *assets = context;
	size_t i;

	for (i = 0; i < assets->count; i++)
		if (str_is(assets->list[i].name, name))
			return assets->list[i].path.at;
	return NULL;
}

struct MHD_Response *
assets_find(const struct assets *assets, str path, bool brotli, bool gzip)
{
	size_t i;

	for (i = 0; i < assets->count; i++) {
		const struct asset *asset = &assets->list[i];

		if (!str_eq(asset->path, path))
			continue;
		if (brotli && asset->responses[CODING_BROTLI] != NULL)
			return asset->responses[CODING_BROTLI];
		if (gzip && asset->responses[CODING_GZIP] != NULL)
			return asset->responses[CODING_GZIP];
		return asset->responses[CODING_NONE];
	}
	return NULL;
}
