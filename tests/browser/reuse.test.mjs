// The views of reuse: the matrix, the dot plot, the sources of sentences.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { settle, visit } from "./chrome.mjs";
import { test } from "./harness.mjs";

test("the matrix has a square for each pair that shares something, and each opens the pair", async ({ open }) => {
  const { page, close } = await open({ hash: "#/similarity" });
  const found = await page.evaluate(() => duidu.similarity());
  const places = found.ids.map((_, at) => at);
  const shared = places.flatMap((i) => places.filter((j) => i !== j && found.reuse[i][j] > 0).map((j) => [i, j]));
  const squares = page.locator(".similarity-matrix a.mark");
  assert.equal(await squares.count(), shared.length);
  const hrefs = await squares.evaluateAll((all) => all.map((mark) => mark.getAttribute("href")));
  assert.deepEqual(hrefs, shared.map(([i, j]) => `#/compare/${found.ids[i]}/${found.ids[j]}`));
  for (const name of await squares.evaluateAll((all) => all.map((mark) => mark.getAttribute("aria-label")))) {
    assert.match(name, /\d.*%/);
  }
  const first = page.locator("table.similarity tr[data-row] a").first();
  assert.equal(await first.getAttribute("href"), `#/compare/${found.pairs[0].a}/${found.pairs[0].b}`);
  await first.click();
  await settle(page);
  assert.equal(new URL(page.url()).hash.split("?")[0], `#/compare/${found.pairs[0].a}/${found.pairs[0].b}`);
  await close();
});

test("a shorter run finds more, and the table goes into a file", async ({ open }) => {
  const { page, close } = await open({ hash: "#/similarity?min=20" });
  const squares = () => page.locator(".similarity-matrix a.mark").count();
  const few = await squares();
  await page.locator(".similarity-page .number-field input").fill("6");
  await page.keyboard.press("Tab");
  await page.waitForFunction(() => location.hash.includes("min=6"));
  await settle(page);
  assert.ok((await squares()) > few, `${few}`);
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(".summary .saves button").first().click()]);
  const written = readFileSync(await download.path(), "utf8").replace("\ufeff", "").trim().split("\r\n");
  const lines = written.filter((line) => !/^"?# /.test(line));
  assert.equal(lines[0], "rank,a,b,share,aInB,bInA,discountedAInB,pages");
  const { pairs } = await page.evaluate(() => duidu.similarity("all", { minRun: 6 }));
  assert.equal(lines.length, 1 + pairs.length);
  await close();
});

test("of very many stories the pairs and groups are listed, and the page says so before it compares them", async ({ open }) => {
  const { page, close } = await open();
  const letter = (n) => String.fromCodePoint(0x4e00 + (n % 20_000));
  const body = (n) => `${Array.from({ length: 60 }, (_, at) => letter(n * 61 + at * 7)).join("")}。`;
  // Every fortieth story is that of another paper once more, with a sentence of its own.
  const text = (n) => (n % 40 === 39 ? body(n - 20) + body(n) : body(n));
  const lines = Array.from({ length: 1_200 }, (_, n) => JSON.stringify({ id: `s${n}`, series: `p${n % 3}`, text: text(n) }));
  const { stories } = await page.evaluate((text) => duidu.addText({ name: "many.jsonl", text }), lines.join("\n"));
  assert.equal(stories.length, 1_200);
  const found = await page.evaluate(() => duidu.similarity());
  assert.equal(found.matrixLimit, 1_000);
  assert.deepEqual([found.reuse, found.discounted, found.cosine], [[], [], []]);
  assert.equal(found.groups.length, found.ids.length);
  const [pair] = found.pairs.filter(({ a, b }) => stories.includes(a) && stories.includes(b));
  const compared = await page.evaluate(({ a, b }) => duidu.compare(a, b, { minRun: 10 }), pair);
  assert.deepEqual(pair.copied, compared.copied);
  const few = await page.evaluate(() => duidu.similarity({ page: "003" }));
  assert.ok(!("matrixLimit" in few) && !("copied" in few.pairs[0]) && few.reuse.length === few.ids.length);

  // Once there are own texts, the usual scope is they.
  await visit(page, "#/similarity?scope=all");
  assert.match(await page.locator(".similarity-large").innerText(), /1,?226/);
  assert.equal(await page.locator(".similarity-matrix").count(), 0);
  const row = page.locator("table.similarity tr[data-row] a").first();
  assert.equal(await row.getAttribute("href"), `#/compare/${found.pairs[0].a}/${found.pairs[0].b}`);
  assert.match(await page.locator(".similarity-groups a").first().getAttribute("href"), /^#\/witnesses\/[^/]+\/[^/]+/);
  await visit(page, "#/similarity?scope=page:003");
  assert.equal(await page.locator(".similarity-large").count(), 0);
  assert.ok((await page.locator(".similarity-matrix a.mark").count()) > 0);
  await close();
});

test("the dot plot draws every shared run and says its words to the keyboard", async ({ open }) => {
  const { page, close } = await open({ hash: "#/dots/003-1/004-1" });
  const { runs } = await page.evaluate(() => duidu.dotPlot("003-1", "004-1", { minRun: 6 }));
  const strokes = page.locator(".dot-plot a.mark");
  assert.equal(await strokes.count(), runs.length);
  await strokes.first().focus();
  const said = await page.locator(".dot-plot .chart-says").innerText();
  assert.ok(said.includes(runs[0].text), said);
  await page.keyboard.press("ArrowRight");
  assert.ok((await page.locator(".dot-plot .chart-says").innerText()).includes(runs[1].text));
  await page.keyboard.press("Enter");
  await settle(page);
  assert.match(page.url(), /#\/compare\/003-1\/004-1/);
  await close();
});

test("each sentence of a story has its best source, quoted", async ({ open }) => {
  const { page, close } = await open({ hash: "#/sources/004-2" });
  const { sentences } = await page.evaluate(() => duidu.sources("004-2"));
  const cells = await page
    .locator("table.sources tr[data-row]")
    .evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.innerText.trim())));
  assert.equal(cells.length, sentences.length);
  for (const [at, sentence] of sentences.entries()) {
    assert.equal(cells[at][1], sentence.quote.text);
    if (sentence.partners.length > 0) assert.equal(cells[at][4], sentence.partners[0].quote.text);
  }
  assert.ok(sentences.some((sentence) => sentence.partners.length === 0), "one sentence stands nowhere else");
  await close();
});

test("the four views of comparing are tabs, and the pair goes along", async ({ open }) => {
  const { page, close } = await open({ hash: "#/dots/003-3/004-2" });
  const tabs = page.locator("nav.tabs a");
  const hrefs = await tabs.evaluateAll((all) => all.map((tab) => tab.getAttribute("href")));
  for (const href of ["#/compare/003-3/004-2", "#/similarity", "#/dots/003-3/004-2", "#/sources/003-3"]) {
    assert.ok(hrefs.includes(href), `${href} in ${hrefs}`);
  }
  assert.equal(await page.locator("nav.tabs a[aria-current=page]").getAttribute("href"), "#/dots/003-3/004-2");
  await visit(page, "#/similarity");
  assert.equal(await page.locator("nav.tabs a[aria-current=page]").getAttribute("href"), "#/similarity");
  await close();
});
