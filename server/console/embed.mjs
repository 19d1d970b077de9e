// node embed.mjs DIST OUT: makes OUT/files.cpp of the files that Vite left in DIST, each plain, with brotli and with gzip where that is
// smaller. The bytes go into the object by .incbin, so that no compiler has to read them as text.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { extname, join, relative } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const [dist, out] = process.argv.slice(2);
const mediaTypes = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".json": "application/json",
};

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesUnder(path) : [path];
    })
    .sort();
}

const smaller = (packed, plain) => (packed.length < plain.length * 0.95 ? packed : Buffer.alloc(0));

const bytes = join(out, "bytes");
rmSync(bytes, { recursive: true, force: true });
mkdirSync(bytes, { recursive: true });
const assembly = [];
const externs = [];
const rows = [];
for (const [index, path] of filesUnder(dist).entries()) {
  const plain = readFileSync(path);
  const mediaType = mediaTypes[extname(path)];
  if (!mediaType) throw new Error(`${path}: of no known kind`);
  const digest = createHash("sha256").update(plain).digest("hex").slice(0, 32);
  const forms = {
    plain,
    gzip: smaller(gzipSync(plain, { level: 9 }), plain),
    brotli: smaller(brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } }), plain),
  };
  const views = Object.entries(forms).map(([form, content]) => {
    if (content.length === 0) return "{}";
    const name = `fieldbook_console_${index}_${form}`;
    const file = join(bytes, `${index}.${form}`);
    writeFileSync(file, content);
    assembly.push(`asm(".global ${name}\\n${name}:\\n.incbin \\"${file}\\"\\n.byte 0\\n");`);
    externs.push(`extern const char ${name}[];`);
    return `{${name}, ${content.length}}`;
  });
  const address = "/" + relative(dist, path).split("\\").join("/");
  rows.push(
    `    File{"${address === "/index.html" ? "/" : address}", "${mediaType}", "\\"${digest}\\"",\n         ${views.join(", ")}},`,
  );
}
writeFileSync(
  join(out, "files.cpp"),
  `// Made by server/console/embed.mjs.
#include "server/console/console.h"

#include <array>

asm(".pushsection .rodata.fieldbook_console,\\"a\\",@progbits\\n");
${assembly.join("\n")}
asm(".popsection\\n");

extern "C" {
${externs.join("\n")}
}

namespace fieldbook::server::console {
namespace {

const std::array all{
${rows.join("\n")}
};

} // namespace

std::span<const File> files() { return all; }

} // namespace fieldbook::server::console
`,
);
