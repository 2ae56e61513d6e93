// Builds the static files: node static/build.mjs <output folder>.
// Compiles css/guichet.scss to one sheet, gives every asset a name that carries its content (guichet.3f2a1b4c.css, so
// that it never expires), puts .br and .gz beside when they are smaller, and writes manifest.txt, a line per asset:
// name, tab, file, tab, content type. The same sources give the same bytes.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { compile } from "sass";

const TYPES = {
	".css": "text/css; charset=utf-8",
	".js": "text/javascript; charset=utf-8",
	".svg": "image/svg+xml",
};

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2];
if (!out || process.argv.length > 3) {
	console.error("usage: node static/build.mjs <output folder>");
	process.exit(2);
}

function style() {
	const { css } = compile(join(here, "css/guichet.scss"), {
		style: "compressed",
		charset: false,
		loadPaths: [join(here, "../node_modules")],
		quietDeps: true,
	});
	if (/url\(|@import|@font-face|GDS/.test(css))
		throw new Error("guichet.css names a font or a file: nothing but rules may be in it");
	return Buffer.from(css);
}

// Comments that stand on lines of their own and indentation are for the reader of the source.
function script(file) {
	const kept = readFileSync(file, "utf8").split("\n").map((line) => line.trim())
		.filter((line) => line && !line.startsWith("//"));
	return Buffer.from(kept.join("\n") + "\n");
}

// A library as its authors packaged it, without its notes to programmers; their licence line stays.
function library(file) {
	return Buffer.from(readFileSync(file, "utf8").replace(/\/\*\*[\s\S]*?\*\//g, "").split("\n").map((line) => line.trim())
		.filter((line) => line && !line.startsWith("//")).join("\n") + "\n");
}

function drawing(file) {
	return Buffer.from(readFileSync(file, "utf8").replace(/<!--.*?-->/gs, "").replace(/>\s+</g, "><").trim() + "\n");
}

function folder(path, extension, read) {
	return readdirSync(path).filter((name) => extname(name) === extension).sort()
		.map((name) => [name, read(join(path, name))]);
}

const assets = [
	["guichet.css", style()],
	...folder(join(here, "js"), ".js", script),
	// For browsers whose own cryptography lacks Ed25519: loaded by none other (static/js/seal.js).
	["ed25519.js", library(join(here, "../node_modules/@noble/ed25519/index.js"))],
	...folder(here, ".svg", drawing),
];

mkdirSync(out, { recursive: true });
const written = new Set(["manifest.txt"]);

function put(name, bytes) {
	const draft = join(out, `.${name}.new`);
	writeFileSync(draft, bytes);
	renameSync(draft, join(out, name));
	written.add(name);
}

const lines = assets.map(([name, bytes]) => {
	const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 8);
	const end = extname(name);
	const file = `${basename(name, end)}.${hash}${end}`;
	const brotli = brotliCompressSync(bytes, { params: {
		[constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
		[constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
		[constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
	} });
	const gzip = gzipSync(bytes, { level: 9 });

	put(file, bytes);
	if (brotli.length < bytes.length)
		put(`${file}.br`, brotli);
	if (gzip.length < bytes.length)
		put(`${file}.gz`, gzip);
	console.log(`${file.padEnd(28)} ${bytes.length} bytes, ${gzip.length} gzip, ${brotli.length} brotli`);
	return `${name}\t${file}\t${TYPES[end]}`;
});
put("manifest.txt", lines.join("\n") + "\n");
for (const name of readdirSync(out))
	if (!written.has(name) && /\.[0-9a-f]{8}\.(css|js|svg)(\.br|\.gz)?$/.test(name))
		rmSync(join(out, name));
