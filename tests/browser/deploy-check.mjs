// The page in dist/ as a strict host serves it: under a sub-path, compressed, with every header that a careful host
// sends; in Chromium, and in the Firefox that FIREFOX names. Then without the host, and as one file from a disk. With an
// address: the page there.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundle } from "./bundle.mjs";
import { launch, open } from "./chrome.mjs";
import { firefox } from "./firefox.mjs";
import { DIST } from "./harness.mjs";
import { files, serve } from "./server.mjs";
import { awaited, ready, smoke, words } from "./smoke.mjs";

const PLACE = "/projects/duidu/";
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types duidu",
];
const HEADERS = {
  "content-security-policy": POLICY.join("; "),
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "cache-control": "no-cache",
};

/// Starts each browser with a page that has not been opened yet.
const BROWSERS = {
  async Chromium() {
    const browser = await launch();
    const { page, log } = await open(browser, "about:blank", { ready: false });
    const { complaints } = log;
    return {
      complaints,
      goto: (url) => page.goto(url),
      reload: () => page.reload(),
      evaluate: (called, argument) => page.evaluate(called, argument),
      close: () => browser.close(),
    };
  },
  ...(process.env.FIREFOX && { Firefox: () => firefox(process.env.FIREFOX) }),
};

/// A host for dist/, under a name that is no machine's own: the page keeps its files there.
async function host() {
  const server = await serve({ [PLACE]: files(DIST) }, { compress: "gzip", extra: HEADERS });
  return { address: `http://duidu.localhost:${new URL(server.origin).port}${PLACE}`, close: server.close };
}

/// The smoke test with the host and, where it is ours to close, once more the first answers without it.
async function check(name, given) {
  const server = given ? undefined : await host();
  const page = await BROWSERS[name]();
  try {
    await page.goto(given ?? server.address);
    await smoke(page);
    if (server) {
      await withoutHost(page, server);
      await asOneFile(page);
    }
    assert.deepEqual(page.complaints, []);
  } finally {
    await page.close();
    server?.close();
  }
}

async function withoutHost(page, server) {
  await page.evaluate(() => void (location.hash = "#/about"));
  await awaited(page, () => /沒有網絡也能使用|also works without a network/.test(document.body.innerText));
  server.close();
  await page.reload();
  assert.equal(await ready(page), 26);
  assert.equal(await words(page, "聯合國", "accurate"), 1);
}

async function asOneFile(page) {
  const folder = mkdtempSync(join(tmpdir(), "duidu-one-file-"));
  try {
    const file = join(folder, "duidu.html");
    writeFileSync(file, await bundle(files(DIST)));
    await page.goto(pathToFileURL(file).href);
    await smoke(page);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const [address] = process.argv.slice(2);
let failed = 0;
for (const name of Object.keys(BROWSERS)) {
  try {
    await check(name, address);
    console.log(`ok      ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${name}\n${error.stack}`);
  }
}
if (!process.env.FIREFOX) console.log("No Firefox was found: only Chromium was tried. Debian's package is firefox-esr; FIREFOX names another.");
process.exit(failed ? 1 : 0);
