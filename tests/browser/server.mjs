// A static server as plain as can be: files under a sub-path, no rewriting, no index fallback, 404 for the rest.
import { createServer } from "node:http";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { extname, join, relative } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const TYPES = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".png": "image/png",
  ".txt": "text/plain",
};

/// Every file below a folder, by its path with forward slashes.
export function files(folder) {
  const found = new Map();
  const walk = (inside) => {
    for (const name of readdirSync(inside).sort()) {
      const path = join(inside, name);
      if (statSync(path).isDirectory()) walk(path);
      else found.set(relative(folder, path).replaceAll("\\", "/"), readFileSync(path));
    }
  };
  walk(folder);
  return found;
}

/// As a server that prepares its files in advance compresses them.
export function brotli(bytes) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params });
}

const COMPRESS = { br: brotli, gzip: (bytes) => gzipSync(bytes) };

/// Serves each site, a map of files, under its prefix such as "/any/where/". Files are read once: a build that
/// goes on beside the tests cannot mix two versions. `compress` is "br" or "gzip": browsers take brotli from localhost or
/// over TLS only. `extra` are headers that every answer has; of a path that `stalls` picks, half is sent and nothing more. `asked` are the paths that were asked for; `change` puts another site in the place of one, and may give one answer for everything that it lacks.
export async function serve(sites, { compress, extra = {}, stalls = () => false } = {}) {
  const answers = new Map();
  const asked = [];
  const none = { status: 404, headers: { "content-type": "text/plain" }, body: Buffer.from("not found") };
  let missing = none;
  const add = (prefix, site) => {
    for (const [path, bytes] of site) {
      const headers = { "content-type": TYPES[extname(path)] ?? "application/octet-stream", ...extra };
      if (compress) headers["content-encoding"] = compress;
      const answer = { status: 200, headers, body: COMPRESS[compress]?.(bytes) ?? bytes };
      answers.set(prefix + path, answer);
      if (path === "index.html") answers.set(prefix, answer);
    }
  };
  const change = (prefix, site, answer) => {
    for (const path of [...answers.keys()]) if (path.startsWith(prefix)) answers.delete(path);
    missing = answer ? { headers: { "content-type": "text/html" }, ...answer } : none;
    add(prefix, site);
  };
  for (const [prefix, site] of Object.entries(sites)) add(prefix, site);
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://x").pathname);
    asked.push(path);
    const { status, headers, body } = answers.get(path) ?? missing;
    if (status === 200 && stalls(path)) return response.writeHead(200, headers).write(body.subarray(0, body.length / 2));
    response.writeHead(status, { ...headers, "content-length": body.length }).end(body);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const close = () => (server.closeAllConnections(), server.close());
  return { origin: `http://127.0.0.1:${server.address().port}`, asked, change, close };
}
