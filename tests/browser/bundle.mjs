// Makes one HTML file of a built page that runs without a server. Usage: node bundle.mjs [file]
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { DIST } from "./harness.mjs";
import { files } from "./server.mjs";

/// The file's content, by the script that a page makes it with.
export async function bundle(site, options) {
  const script = site.get("one-file.js");
  if (!script) throw new Error("There is no page in dist/ yet. Build it first: cargo xtask build");
  const { oneFile } = await import(`data:text/javascript;base64,${script.toString("base64")}`);
  const parts = await oneFile(async (path) => site.get(path || "index.html"), options);
  return parts.join("");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [file = "duidu.html"] = process.argv.slice(2);
  const content = await bundle(files(DIST));
  writeFileSync(file, content);
  console.log(`${file}: ${(Buffer.byteLength(content) / 1e6).toFixed(1)} MB`);
}
