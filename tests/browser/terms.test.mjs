// Words and terms: the API's option, the list of terms, and the switch on the page.
import assert from "node:assert/strict";
import { visit } from "./chrome.mjs";
import { test } from "./harness.mjs";

test("coarse tokens join terms and still tile the text", async ({ api }) => {
  const page = await api();
  const text = "國家主席於2023年5月20日出席上海合作組織峰會，涉款480億元。";
  const cut = (terms) => page.evaluate(([text, terms]) => duidu.segment(text, { terms }), [text, terms]);
  const [fine, coarse] = [await cut("fine"), await cut("coarse")];
  const words = coarse.map(({ word }) => word);
  for (const term of ["國家主席", "2023年5月20日", "上海合作組織", "480億元"]) assert.ok(words.includes(term), words.join("|"));
  assert.equal(words.join(""), text);
  const ends = new Set(fine.map(({ end }) => end));
  assert.ok(coarse.every(({ end }) => ends.has(end)), "no word is torn");
});

test("every join is listed with its reason, and counts obey the switch", async ({ api }) => {
  const page = await api();
  const { terms, fine, coarse } = await page.evaluate(async () => ({
    terms: await duidu.terms({ limit: 20 }),
    fine: await duidu.stories(),
    coarse: await duidu.stories("all", { terms: "coarse" }),
  }));
  assert.equal(terms.length, 20);
  assert.ok(terms.every(({ term, source, frequency }) => term.length > 1 && source && frequency > 0));
  const sum = (rows) => rows.reduce((sum, { tokens }) => sum + tokens, 0);
  assert.ok(sum(coarse) < sum(fine));
});

test("an unknown kind of units is refused", async ({ api }) => {
  const page = await api();
  const name = await page.evaluate(() => duidu.wordList({ terms: "medium" }).catch((error) => error.name));
  assert.equal(name, "InvalidArgument");
});

test("the switch stands in the address and stays from view to view", async ({ open }) => {
  const { page, close } = await open();
  await visit(page, `#/words?filter=${encodeURIComponent("國家主席")}&terms=coarse`);
  assert.match(await page.locator("table.words").innerText(), /國家主席/);
  const chosen = page.locator(".choices a[aria-current=true]", { hasText: /^(詞組|Terms)$/ });
  assert.equal(await chosen.count(), 1);
  for (const link of await page.locator("nav a").evaluateAll((links) => links.map((link) => link.getAttribute("href"))))
    if (/^#\/(read|compare|words|keyness|concordance)/.test(link)) assert.match(link, /terms=coarse/);
  await page.locator(".choices a", { hasText: /^(詞|Words)$/ }).click();
  await page.waitForFunction(() => !location.hash.includes("terms="));
  await close();
});
