// The list of tests and what each is given; run.mjs runs them.
import { launch, open } from "./chrome.mjs";
import { files, serve } from "./server.mjs";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const DIST = fileURLToPath(new URL("../../dist", import.meta.url));

export const tests = [];
export function test(name, body) {
  tests.push({ name, body });
}

/// What every test shares: the built site under a sub-path, one browser, and one page that is ready.
export async function world() {
  const site = files(DIST);
  const server = await serve({ "/any/where/": site });
  const browser = await launch();
  const address = `${server.origin}/any/where/`;
  let shared;
  return {
    site,
    browser,
    address,
    /// A fresh page, to be closed by the test.
    open: (options) => open(browser, address, options),
    /// One ready page for tests that only ask `window.duidu`. A failure to open is every such test's failure.
    async api() {
      shared ??= open(browser, address);
      return (await shared).page;
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}
