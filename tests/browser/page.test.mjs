// The page: its requests to the network, its security policy, and its titles.
import assert from "node:assert/strict";
import { ROUTES, STATES, settle, visit } from "./chrome.mjs";
import { test } from "./harness.mjs";

test("nothing but the English of footnotes is requested after ready, and nothing ever from elsewhere", async ({ open, address }) => {
  const { page, log, close } = await open();
  const loaded = log.requests.length;
  for (const hash of ROUTES) await visit(page, hash);
  for (const link of await page.locator('nav a[href^="#"]').all()) {
    await link.click();
    await settle(page);
  }
  await page.evaluate(async () => {
    await duidu.segment("習近平");
    await duidu.wordList({ scope: "all" });
    await duidu.compare("003-1", "004-1");
  });
  await page.waitForTimeout(1500);
  // A proof brings the English of its footnote, which the first analysis does not wait for.
  const later = log.requests.slice(loaded).filter((url) => !/\/locales\/en\.ftl(\?|$)/.test(url));
  assert.deepEqual(later, []);
  assert.deepEqual(log.requests.filter((url) => !url.startsWith(address)), []);
  await close();
});

test("normal use breaks no policy and leaves the console clean", async ({ open }) => {
  const { page, log, close } = await open({
    prepare: (context) =>
      context.addInitScript(() => {
        globalThis.violations = [];
        addEventListener("securitypolicyviolation", (event) =>
          violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`),
        );
      }),
  });
  for (const hash of STATES) await visit(page, hash);
  assert.deepEqual(await page.evaluate(() => violations), []);
  assert.deepEqual(log.complaints, []);
  await close();
});

test("the policy allows one origin and no inline script", async ({ site }) => {
  const html = site.get("index.html").toString();
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1];
  assert.ok(policy, "index.html has a policy");
  assert.ok(policy.includes("default-src 'none'"));
  assert.doesNotMatch(policy, /https?:|\*|unsafe-inline|'unsafe-eval'/);
  assert.match(policy, /require-trusted-types-for 'script'; trusted-types duidu$/);
  assert.doesNotMatch(html, /<script(?![^>]*\bsrc=)[^>]*>/, "an inline script");
  assert.doesNotMatch(html, /\b(?:href|src)="\//, "an address from the server's root");
});

test("the first screen has the comparison of two papers on one event as its example", async ({ open }) => {
  const { page, close } = await open();
  const text = await page.locator("main").innerText();
  for (const words of ["大公報", "香港文匯報"]) assert.ok(text.includes(words), words);
  await close();
});

test("every view has a heading, a title of its own and a place in the history", async ({ open }) => {
  const { page, close } = await open({ hash: ROUTES[0] });
  const titles = new Set();
  for (const hash of ROUTES) {
    await visit(page, hash);
    assert.ok((await page.locator("h1, h2").count()) > 0, hash);
    titles.add(await page.title());
  }
  assert.equal(titles.size, ROUTES.length, [...titles].join(" · "));
  await page.goBack();
  await settle(page);
  assert.equal(new URL(page.url()).hash, ROUTES.at(-2));
  await close();
});
