// The page: its requests to the network, its security policy, and its accessibility.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { ROUTES, STATES, open, settle, visit } from "./chrome.mjs";
import { test } from "./harness.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

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

/// The number of views in one test with axe, so that each test ends well before its time limit.
const GROUP = 6;

/// The themes, each in two languages: both matter to axe, but not the two together.
const DRESSED = [["light", "zh-Hant-HK"], ["dark", "zh-Hant-TW"], ["light", "zh-Hans"], ["dark", "en"]];

for (const [colorScheme, language] of DRESSED) {
  for (let from = 0; from < STATES.length; from += GROUP) {
    const group = STATES.slice(from, from + GROUP);
    test(`axe finds nothing on views ${from + 1} to ${from + group.length}, ${colorScheme}, ${language}`, async ({ browser, address }) => {
      // The policy is bypassed only to inject axe; the policy itself is tested above.
      const prepare = (context) => context.addInitScript((language) => localStorage.setItem("duidu.language", language), language);
      const { page, close } = await open(browser, address, { colorScheme, bypassCSP: true, prepare });
      const found = [];
      for (const hash of group) {
        await visit(page, hash);
        // Collapsed parts are examined as well.
        await page.evaluate(() => {
          for (const details of document.querySelectorAll("main details:not(.popover), main details.share")) details.open = true;
        });
        await settle(page);
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
        for (const { id, help, nodes } of violations) {
          const first = nodes[0];
          found.push(`${hash} ${id}: ${help} (${nodes.length}) ${first.target.join(" ")} ${first.failureSummary}`);
        }
      }
      assert.deepEqual(found, []);
      await close();
    });
  }
}

for (const width of [390, 820, 1440]) {
  test(`no view is wider than a screen of ${width} px`, async ({ open }) => {
    const { page, close } = await open({ viewport: { width, height: 844 } });
    const wide = [];
    for (const hash of STATES) {
      await visit(page, hash);
      const size = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      if (size[0] > size[1]) wide.push(`${hash}: ${size[0]} px`);
    }
    assert.deepEqual(wide, []);
    await close();
  });
}

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
