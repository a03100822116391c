// The list of tests and what each is given; run.mjs runs them.
import { launch, open } from "./chrome.mjs";
import { files, serve } from "./server.mjs";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const DIST = fileURLToPath(new URL("../../dist", import.meta.url));

/// Code of the page is compiled a second time, and optimised, only once it has run for long: a page that a test opens and
/// looks at for a second would spend half of its processor's time on that.
const OPTIMISED_LATE = "--js-flags=--wasm-tiering-budget=100000000";

/// How long a test may take unless it says otherwise.
const LIMIT_SECONDS = 120;

export const tests = [];
export function test(name, body, { limitSeconds = LIMIT_SECONDS } = {}) {
  tests.push({ name, body, limitSeconds });
}

/// What every test shares: the built site under a sub-path, one browser, and one page that is ready.
export async function world() {
  const site = files(DIST);
  const server = await serve({ "/any/where/": site });
  const browser = await launch(OPTIMISED_LATE);
  const address = `${server.origin}/any/where/`;
  const left = new Set();
  let shared;
  return {
    site,
    browser,
    address,
    /// A fresh page, to be closed by the test.
    async open(options) {
      const opened = await open(browser, address, options);
      left.add(opened);
      const close = async () => {
        left.delete(opened);
        await opened.close();
      };
      return { ...opened, close };
    },
    /// What the pages show that a test left open because it failed. They are closed.
    async leftOpen() {
      const shown = await Promise.all([...left].map(shows));
      left.clear();
      return shown.join("\n");
    },
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

/// What a page shows and complained of, for whoever has only the log. It is closed.
async function shows({ page, log, close }) {
  const look = () => ({
    address: location.hash,
    busy: [...document.querySelectorAll('[aria-busy="true"]')].map(({ className }) => className),
    notices: document.querySelector(".notices")?.innerText,
    list: document.querySelector(".story-list")?.innerText.slice(0, 300),
    main: document.querySelector("main")?.innerText.slice(0, 500),
  });
  const late = new Promise((resolve) => setTimeout(() => resolve("a page that does not answer"), 5000));
  const shown = await Promise.race([page.evaluate(look), late]).catch(String);
  await Promise.race([close(), late]).catch(String);
  return JSON.stringify({ shown, complaints: log.complaints }, null, 1);
}
