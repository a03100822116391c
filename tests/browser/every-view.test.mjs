// Every view, in every language, theme and width: what a designer would not ship, and what axe finds.
//
// A view is visited once in each dress, and all that can be seen of it is looked at then: coming to it is what takes long.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { STATES, settle, visit } from "./chrome.mjs";
import { bars, edges, heads, lists } from "./geometry.mjs";
import { test } from "./harness.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const NODE = encodeURIComponent("合作");
/// Further states, whose bars have other controls.
const VIEWS = [...STATES, `#/concordance?node=${NODE}`, `#/concordance?node=${NODE}&sample=20`, "#/words?stop=1&fold=regional"];

/// The dresses of the page: each width, theme and language. For axe colours and words matter, but not the two together; the
/// other four pairs of them are visited too with `DUIDU_ALL_DRESSES=1`.
const DRESSES = [
  { width: 1440, colorScheme: "light", language: "zh-Hant-HK" },
  { width: 1440, colorScheme: "dark", language: "en" },
  { width: 820, colorScheme: "dark", language: "zh-Hant-TW" },
  { width: 390, colorScheme: "light", language: "zh-Hans" },
];
const OTHER_DRESSES = [
  { width: 390, colorScheme: "dark", language: "zh-Hant-HK" },
  { width: 820, colorScheme: "light", language: "en" },
  { width: 1440, colorScheme: "light", language: "zh-Hant-TW" },
  { width: 820, colorScheme: "dark", language: "zh-Hans" },
];
const VISITED = process.env.DUIDU_ALL_DRESSES ? [...DRESSES, ...OTHER_DRESSES] : DRESSES;

/// Number of views in one test, so that it ends well before its time limit.
const GROUP = 8;

for (const { width, colorScheme, language } of VISITED) {
  for (let from = 0; from < VIEWS.length; from += GROUP) {
    const group = VIEWS.slice(from, from + GROUP);
    test(`nothing is wrong on views ${from + 1} to ${from + group.length}, ${width} px, ${colorScheme}, ${language}`, async ({ open }) => {
      const prepare = (context) => context.addInitScript((language) => localStorage.setItem("duidu.language", language), language);
      const viewport = { width, height: width === 390 ? 844 : 1000 };
      // The policy is bypassed only to inject axe; the policy itself has tests of its own.
      const { page, close } = await open({ viewport, colorScheme, bypassCSP: true, prepare });
      const found = [];
      for (const hash of group) {
        await visit(page, hash);
        await page.evaluate(() => scrollTo(0, 0));
        const wrong = [];
        for (const measure of [bars, edges, ...(width === 1440 ? [heads] : [])]) wrong.push(...(await page.evaluate(measure)));
        await openEverything(page);
        wrong.push(...(await page.evaluate(lists)), ...(await violations(page)));
        found.push(...wrong.map((what) => `${hash}: ${what}`));
        await closeEverything(page);
      }
      assert.deepEqual(found, []);
      await close();
    });
  }
}

/// Opens every panel that is opened in place, and the dialogue that shares.
async function openEverything(page) {
  await page.evaluate(() => {
    for (const summary of document.querySelectorAll("main details:not([open]) > summary")) summary.click();
    for (const details of document.querySelectorAll("main details:not(.popover), main details.share")) details.open = true;
  });
  await settle(page);
}

/// Closes what was opened: a panel of the next view that is the same one would be open, too.
const closeEverything = (page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll("main details[open]")) details.open = false;
  });

/// What axe finds, a line for each rule.
async function violations(page) {
  if (!(await page.evaluate(() => globalThis.axe))) await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return violations.map(({ id, help, nodes }) => {
    const [first] = nodes;
    return `${id}: ${help} (${nodes.length}) ${first.target.join(" ")} ${first.failureSummary}`;
  });
}
