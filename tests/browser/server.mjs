// A static server as plain as can be: files under a sub-path, no rewriting, no index fallback, 404 for the rest.
import { createServer } from "node:http";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { extname, join, relative } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const TYPES = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".json": "application/json",
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

/// Serves each site, a map of files, under its prefix such as "/any/where/". Files are read once: a build that
/// goes on beside the tests cannot mix two versions. `extra` are headers that every answer has; of a path that `stalls`
/// picks, half is sent and nothing more.
export async function serve(sites, { compress = false, extra = {}, stalls = () => false } = {}) {
  const answers = new Map();
  for (const [prefix, site] of Object.entries(sites)) {
    for (const [path, bytes] of site) {
      const headers = { "content-type": TYPES[extname(path)] ?? "application/octet-stream", ...extra };
      if (compress) headers["content-encoding"] = "br";
      const answer = { headers, body: compress ? brotli(bytes) : bytes };
      answers.set(prefix + path, answer);
      if (path === "index.html") answers.set(prefix, answer);
    }
  }
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://x").pathname);
    const answer = answers.get(path);
    if (answer && stalls(path)) return response.writeHead(200, answer.headers).write(answer.body.subarray(0, answer.body.length / 2));
    if (!answer) return response.writeHead(404, { "content-type": "text/plain" }).end("not found");
    response.writeHead(200, { ...answer.headers, "content-length": answer.body.length }).end(answer.body);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => (server.closeAllConnections(), server.close()) };
}
