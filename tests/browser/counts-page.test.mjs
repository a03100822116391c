// The views of counts: filters, sorting, the proof of a number, charts and saved files.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { settle, visit } from "./chrome.mjs";
import { test } from "./harness.mjs";

const NODE = encodeURIComponent("合作");

/// Returns the texts of the cells of each row of a table.
const rows = (page, name) =>
  page.locator(`table.${name} tr[data-row]`).evaluateAll((found) => found.map((row) => [...row.cells].map((cell) => cell.innerText.trim())));

/// Asserts that the drawn rows of a list, which are those near the screen, equal the first rows of the answer.
function begins(shown, answer, what) {
  assert.ok(shown.length > 4, `${what}: ${shown.length} rows`);
  assert.deepEqual(shown.slice(0, 20), answer.slice(0, Math.min(shown.length, 20)), what);
}

/// Returns the index of the column whose head begins with a text.
const column = (page, name, head) =>
  page
    .locator(`table.${name} thead th, table.${name} thead td`)
    .evaluateAll((cells, head) => cells.findIndex((cell) => cell.innerText.trim().startsWith(head)), head);

/// Returns the file that a click downloads.
async function file(page, click) {
  const [download] = await Promise.all([page.waitForEvent("download"), click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

async function tell(page, hash) {
  await visit(page, hash);
  return page.locator("main").innerText();
}

test("a word list is narrowed by text, pattern, length, part of speech and stop words", async ({ open }) => {
  const { page, close } = await open({ hash: "#/words" });
  const words = async (query) => {
    await visit(page, `#/words?${query}`);
    return (await rows(page, "words")).map((cells) => cells[1]);
  };
  const all = await words("min=3");
  assert.ok(all.includes("的"));
  assert.ok(!(await words("min=3&stop=1")).includes("的"));
  assert.ok((await words("min=3&stop=1&stopkeep=%E7%9A%84")).includes("的"), "a word taken out of the list");
  const named = await words(`filter=${encodeURIComponent("/.*合.+/")}`);
  assert.ok(named.length > 0 && named.every((word) => /^.*合.+$/u.test(word)), named.join(" "));
  assert.ok((await words(`filter=${encodeURIComponent("合")}`)).every((word) => word.includes("合")));
  const long = await words("shortest=4&longest=5");
  assert.ok(long.length > 0 && long.every((word) => [4, 5].includes([...word].length)), long.join(" "));
  const people = await words("tag=nr*");
  assert.ok(people.includes("習近平") && !people.includes("的"), people.join(" "));
  await close();
});

test("the stop list is shown, edited and restored, and stands in the address", async ({ open }) => {
  const { page, close } = await open({ hash: "#/words?stop=1&min=5" });
  const first = (await rows(page, "words"))[0][1];
  await page.locator(".stop-list summary").click();
  const field = page.locator(".stop-list textarea");
  const list = await field.inputValue();
  assert.ok(list.split("\n").length > 100);
  await field.fill(`${list}\n${first}`);
  await page.locator(".stop-list .actions .button").first().click();
  await settle(page);
  assert.ok(decodeURIComponent(page.url()).includes(`stopadd=${first}`), page.url());
  assert.notEqual((await rows(page, "words"))[0][1], first);
  await page.locator(".stop-list .actions .button").nth(1).click();
  await settle(page);
  assert.ok(!page.url().includes("stopadd"));
  assert.equal((await rows(page, "words"))[0][1], first);
  await close();
});

test("writings that count as one are shown as they are printed", async ({ open }) => {
  const { page, close } = await open({ hash: "#/words?fold=1" });
  const pairs = await page.evaluate(async () =>
    (await duidu.wordList({ scope: "all", foldVariants: true })).filter(({ writings }) => writings.length > 1),
  );
  assert.ok(pairs.length > 0);
  await visit(page, `#/words?fold=1&filter=${encodeURIComponent(pairs[0].writings[1].word)}`);
  const cell = (await rows(page, "words")).find((cells) => cells[1].startsWith(pairs[0].word))[1];
  for (const { word } of pairs[0].writings) assert.ok(cell.includes(word), cell);
  await close();
});

test("a number about dispersion opens its stories, by mouse and by keyboard", async ({ open }) => {
  const { page, close } = await open({ hash: "#/words", viewport: { width: 1440, height: 900 } });
  const dp = await column(page, "words", "DP");
  await page.locator("table.words tr[data-row]").first().locator("td, th").nth(dp).locator("button").click();
  const proof = page.locator(".proof.pinned");
  assert.match(await proof.locator(".steps").innerText(), /½ × \(\|.+\) = /);
  const marks = proof.locator(".chart .mark");
  const stories = await page.evaluate(async () => (await duidu.stories()).length);
  assert.equal(await marks.count(), stories);
  await marks.first().focus();
  const said = await proof.locator(".chart-says").innerText();
  assert.equal(said, await marks.first().getAttribute("aria-label"));
  await page.keyboard.press("ArrowRight");
  await settle(page);
  assert.equal(await proof.locator(".chart-says").innerText(), await marks.nth(1).getAttribute("aria-label"));
  await marks.nth(2).hover({ force: true });
  assert.equal(await proof.locator(".chart-says").innerText(), await marks.nth(2).getAttribute("aria-label"));
  await proof.locator(".chart-data summary").click();
  await settle(page);
  assert.ok((await proof.locator("table.chart-table tr[data-row]").count()) > 1);
  await close();
});

test("keyness shows every measure, p adjusted, and one plot of both signs", async ({ open }) => {
  const { page, close } = await open();
  for (const measure of ["g2", "logRatio", "chi2", "diff", "oddsRatio", "simpleMaths", "bic"]) {
    await visit(page, `#/keyness?target=id:003-1&reference=id:004-1&measure=${measure}`);
    const answer = await page.evaluate(
      (measure) => duidu.keyness({ target: ["003-1"], reference: ["004-1"], measure }),
      measure,
    );
    const words = (await rows(page, "keywords")).map((cells) => cells[1]);
    begins(words, answer.map(({ word }) => word), measure);
  }
  assert.ok((await column(page, "keywords", "p（BH）")) > 0);
  const figure = page.locator(".keyness-plot");
  assert.ok((await figure.locator(".mark.a").count()) > 0 && (await figure.locator(".mark.b").count()) > 0);
  assert.ok((await figure.locator("svg title").count()) === 1 && (await figure.locator("svg desc").count()) === 1);
  await close();
});

test("target and reference change places with one click", async ({ open }) => {
  const { page, close } = await open({ hash: "#/keyness?target=id:003-1&reference=id:004-1&sign=positive" });
  const before = (await rows(page, "keywords")).map((cells) => cells[1]);
  await page.locator(".swap").click();
  await settle(page);
  assert.match(page.url(), /target=id:004-1&reference=id:003-1&sign=negative/);
  assert.deepEqual((await rows(page, "keywords")).map((cells) => cells[1]).sort(), before.sort());
  await close();
});

test("a reader's own list is a reference, kept over a reload, and its faults are named", async ({ open }) => {
  const { page, close } = await open({ hash: "#/keyness?target=id:003-1&reference=list" });
  assert.match(await page.locator("main").innerText(), /尚未有詞頻表/);
  const field = page.locator(".reference-list textarea");
  await field.fill("的\t500\n中國 3\n");
  await page.locator(".reference-list .actions .button").first().click();
  await settle(page);
  assert.match(await page.locator(".notice-error").innerText(), /第 2 行/);
  await page.locator(".reference-list summary").click().catch(() => {});
  await page.locator(".reference-list").evaluate((details) => (details.open = true));
  await page.locator(".reference-list textarea").fill("的\t500\n中國\t30\n");
  await page.locator(".reference-list .actions .button").first().click();
  await settle(page);
  assert.ok((await rows(page, "keywords")).length > 10);
  await page.reload();
  await page.waitForFunction(() => globalThis.duidu);
  await page.evaluate(() => duidu.ready.then(() => undefined));
  await settle(page);
  assert.ok((await rows(page, "keywords")).length > 10);
  await close();
});

test("a word list saved as TSV is a reference as it is", async ({ open }) => {
  const { page, close } = await open({ hash: "#/words?scope=id:004-1" });
  const saved = await file(page, () => page.locator(".summary .saves button").nth(1).click());
  assert.equal(saved.name, "duidu-words.tsv");
  await visit(page, "#/keyness?target=id:003-1&reference=list");
  const buffer = saved.bytes;
  await page.locator(".reference-list input[type=file]").setInputFiles({ name: saved.name, mimeType: "text/plain", buffer });
  // Reading the file takes some time.
  await page.locator("table.keywords tr[data-row]").first().waitFor();
  await settle(page);
  const asked = await page.evaluate(() => duidu.keyness({ target: ["003-1"], reference: ["004-1"] }));
  begins((await rows(page, "keywords")).map((cells) => cells[1]), asked.map(({ word }) => word), "the same as the story itself");
  await close();
});

test("a scope is narrowed to headlines, days and stories by hand", async ({ open }) => {
  const { page, close } = await open({ hash: "#/words" });
  const tokens = async () => Number(/([\d,]+) 詞次/.exec(await page.locator(".summary").innerText())[1].replaceAll(",", ""));
  const all = await tokens();
  await page.locator(".scope-detail summary").click();
  await page.locator('.scope-detail input[value="headlines"]').check();
  await page.locator(".scope-detail .panel > .button").click();
  await settle(page);
  assert.match(page.url(), /blocks:/);
  const headlines = await tokens();
  assert.ok(headlines > 0 && headlines < all);
  await page.locator(".scope-detail summary").click();
  await page.locator('.scope-detail input[value="003-1"]').check();
  await page.locator('.scope-detail input[value="004-1"]').check();
  await page.locator(".scope-detail .panel > .button").click();
  await settle(page);
  assert.match(page.url(), /id:003-1,004-1/);
  assert.ok((await tokens()) < headlines);
  await close();
});

test("a concordance is sorted outward from the node and grouped by story", async ({ open }) => {
  const { page, close } = await open();
  for (const sort of [["L1"], ["R1", "R2"], ["L2", "N"]]) {
    await visit(page, `#/concordance?node=${NODE}&sort=${sort.join(",")}`);
    const answer = await page.evaluate(
      (sort) => duidu.kwic({ node: "合作", scope: "all", sort, context: 24 }),
      sort,
    );
    const shown = (await rows(page, "kwic")).map((cells) => cells[2]);
    begins(shown, answer.map(({ left }) => left.trim()), sort.join());
  }
  await visit(page, `#/concordance?node=${NODE}&sort=L1&group=1`);
  const ids = (await rows(page, "kwic")).map((cells) => cells[1].split(/\s+/).at(-1));
  assert.deepEqual(ids, [...ids].sort(), "stories stay together");
  await page.locator("table.kwic th.node a").first().click();
  await settle(page);
  assert.match(page.url(), /#\/read\/.+at=\d+/);
  await close();
});

test("the help on nodes fills the field", async ({ open }) => {
  const { page, close } = await open({ hash: "#/concordance" });
  await page.locator(".node-help summary").click();
  await page.locator(".node-help .link", { hasText: "[tag=nr]" }).click();
  await settle(page);
  assert.equal(await page.locator(".node-form input").inputValue(), "[tag=nr]");
  assert.ok((await rows(page, "kwic")).length > 10);
  await close();
});

test("collocates agree with the API, and each leads to the places where both stand", async ({ open }) => {
  const { page, close } = await open({ hash: `#/collocates?node=${NODE}&left=3&right=3&min=3` });
  const answer = await page.evaluate(() =>
    duidu.collocates({ node: "合作", scope: "all", left: 3, right: 3, minFrequency: 3 }),
  );
  const words = (await rows(page, "collocates")).map((cells) => cells[1]);
  begins(words, answer.map(({ word }) => word), "collocates");
  assert.ok((await page.locator(".chart.network .mark").count()) > 5);
  await page.locator("table.collocates th.word a").first().click();
  await settle(page);
  const lines = await rows(page, "kwic");
  assert.ok(lines.length > 0 && lines.length <= answer[0].observed);
  assert.ok(lines.every((cells) => cells.join("").includes(answer[0].word)), "the word stands in every line");
  await close();
});

test("two scopes stand beside each other", async ({ open }) => {
  const { page, close } = await open({ hash: `#/collocates?node=${NODE}` });
  await page.locator(".collocates-page .toolbar > .button").click();
  await settle(page);
  assert.match(page.url(), /beside=/);
  assert.ok((await page.locator("table.collocates-beside tr[data-row]").count()) > 5);
  const charts = await page.locator(".two-charts .chart svg").evaluateAll((all) => all.map((svg) => svg.getAttribute("aria-label")));
  assert.equal(new Set(charts).size, 2, charts.join(" · "));
  await close();
});

test("phrases, terms, measures and keywords of one story agree with the API", async ({ open }) => {
  const { page, close } = await open({ hash: "#/phrases?min=3" });
  const asked = await page.evaluate(async () => ({
    phrases: await duidu.phrases({ scope: "all", minFrequency: 3 }),
    terms: await duidu.terms({ scope: "all" }),
    measures: await duidu.measures({ scope: "all" }),
    keywords: await duidu.keywords("003-1", { method: "textrank" }),
  }));
  const second = async (name) => (await rows(page, name)).map((cells) => cells[1]);
  begins(await second("phrases"), asked.phrases.map(({ words }) => words.join("")), "phrases");
  await visit(page, "#/terms");
  begins(await second("terms"), asked.terms.map(({ term }) => term), "terms");
  await visit(page, "#/measures");
  const measures = await rows(page, "measures");
  assert.deepEqual(measures.map((cells) => cells[0]), asked.measures.map(({ id }) => id));
  assert.deepEqual(measures.map((cells) => cells[2].replaceAll(",", "")), asked.measures.map(({ tokens }) => String(tokens)));
  await visit(page, "#/keywords/003-1?method=textrank");
  begins(await second("story-keywords"), asked.keywords.map(({ word }) => word), "keywords");
  await close();
});

test("tables and charts are taken along: CSV, TSV, JSON, SVG, PNG", async ({ open }) => {
  const { page, close } = await open({ hash: "#/keyness?target=id:003-1&reference=id:004-1" });
  const saves = page.locator(".summary .saves button");
  const csv = await file(page, () => saves.nth(0).click());
  assert.equal(csv.name, "duidu-keywords.csv");
  assert.equal(csv.bytes.subarray(0, 3).toString("hex"), "efbbbf");
  const json = await file(page, () => saves.nth(2).click());
  const answer = JSON.parse(json.bytes.toString());
  assert.ok(answer.rows.length > 100 && answer.targetTokens > 0 && "pAdjusted" in answer.rows[0]);
  const charts = page.locator(".keyness-plot .saves button");
  const svg = (await file(page, () => charts.nth(0).click())).bytes.toString();
  assert.match(svg, /^<svg xmlns/);
  // The page itself runs under Trusted Types, which let nothing parse a string.
  const blank = await page.context().newPage();
  const parsed = (svg) => new DOMParser().parseFromString(svg, "image/svg+xml").querySelector("parsererror");
  assert.equal(await blank.evaluate(parsed, svg), null);
  await blank.close();
  const png = await file(page, () => charts.nth(1).click());
  assert.equal(png.bytes.subarray(1, 4).toString(), "PNG");
  assert.ok(png.bytes.length > 5_000);
  await close();
});

test("method and citation name versions, model, counts and the address", async ({ open }) => {
  const { page, close } = await open({ hash: "#/words?min=2&stop=1" });
  await page.locator(".take-along summary").click();
  // The paragraph in English is written when its messages are fetched.
  await page.locator(".take-along [lang=en]").first().waitFor();
  const text = await page.locator(".take-along").innerText();
  const { version, sha256 } = await page.evaluate(async () => ({
    version: duidu.version,
    sha256: (await duidu.ready).lexicon.sha256,
  }));
  for (const part of [version, sha256, page.url(), "APA", "@software{", "TY  - COMP", "Gries", "minimum 2", "最少 2 次"]) {
    assert.ok(text.includes(part), part);
  }
  await close();
});

test("bad input is answered by a sentence", async ({ open }) => {
  const { page, close } = await open();
  for (const [hash, words] of [
    ["#/words?scope=from:2020-01-01;to:2020-01-02", /沒有一個詞/],
    [`#/words?filter=${encodeURIComponent("/(/")}`, /正規表達式/],
    ["#/keyness?target=id:003-1&reference=id:003-1", /同一批文章/],
    [`#/concordance?node=${encodeURIComponent("，")}`, /標點/],
    [`#/concordance?node=${encodeURIComponent("/[/")}`, /正規表達式/],
    [`#/collocates?node=${encodeURIComponent("無此詞語甲")}`, /節點詞不見於這個範圍/],
    [`#/collocates?node=${NODE}&left=0&right=0`, /跨距/],
    [`#/collocates?node=${NODE}&min=9999`, /沒有詞在附近/],
    ["#/phrases?kind=ngrams&shortest=5&longest=2", /N 連詞的長度/],
    ["#/phrases?min=9999", /沒有片語合乎條件/],
    ["#/terms?mode=character", /逐字計算時沒有詞組/],
    ["#/keywords/999-9", /999-9/],
  ]) {
    assert.match(await tell(page, hash), words, hash);
  }
  await close();
});

test("long tables of counts draw only what is near the screen", async ({ open }) => {
  const { page, close } = await open({ hash: "#/phrases?kind=ngrams&min=1&shortest=1&longest=3" });
  await page.locator("button.more").click();
  await settle(page);
  assert.ok((await page.locator("table.phrases tr[data-row]").count()) < 400);
  await close();
});
