// The views of comparisons, used by mouse and by keyboard: one text, heat map, several stories, the report.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { settle, visit } from "./chrome.mjs";
import { test } from "./harness.mjs";

/// Returns the id of the element that has the focus.
const focused = (page) => page.evaluate(() => document.activeElement?.id ?? "");

test("a link leads to a sentence of either side", async ({ open }) => {
  const { page, close } = await open({ hash: "#/compare/003-1/004-1?b=9" });
  assert.equal(await focused(page), "s-b-9");
  await visit(page, "#/compare/003-1/004-1?a=20");
  assert.equal(await focused(page), "s-a-20");
  await visit(page, "#/compare/003-1/004-1?a=900");
  assert.match(await page.locator("main").innerText(), /19 句/u, "a number no sentence has leads nowhere");
  await close();
});

test("one text is walked by key, and each difference says its type", async ({ open, api }) => {
  const { page, close } = await open({ hash: "#/compare/003-1/004-1?layout=flow" });
  const counts = await (await api()).evaluate(async () => (await duidu.compare("003-1", "004-1")).counts);
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  assert.equal(await page.locator(".flowing .change").count(), total);
  const said = [];
  for (;;) {
    await page.keyboard.press(said.length % 2 ? "F7" : "n");
    await settle(page);
    const stop = await page.locator('.walker [role="status"]').innerText();
    assert.equal(await page.locator(".flowing .current").count(), 1, stop);
    if (said.includes(stop)) {
      assert.equal(stop, said[0], "behind the last stop is the first");
      break;
    }
    said.push(stop);
  }
  assert.ok(said.length >= total, `${said.length} stops for ${total} differences`);
  await close();
});

test("reuse by runs is asked for, and a longer run finds less", async ({ open }) => {
  const { page, close } = await open({ hash: "#/compare/003-1/004-1" });
  await page.locator(".reuse a").click();
  await settle(page);
  const shares = async () =>
    (await page.locator(".reuse td.number").allInnerTexts()).map((share) => Number.parseFloat(share));
  const at10 = await shares();
  assert.equal(at10.length, 4);
  assert.ok(at10[1] <= at10[0] && at10[3] <= at10[2], `set phrases are discounted: ${at10}`);
  await page.locator(".reuse input").fill("60");
  await page.locator(".reuse input").press("Enter");
  await settle(page);
  const at60 = await shares();
  assert.ok(at60[0] < at10[0], `${at60} after ${at10}`);
  await close();
});

test("a story is added to the set, made the base, and taken out again", async ({ open }) => {
  const { page, close } = await open({ hash: "#/witnesses/003-1/004-1" });
  await page.locator(".story-set select").selectOption("003-2");
  await page.locator(".story-set .picker-choose").click();
  await settle(page);
  assert.match(page.url(), /#\/witnesses\/003-1\/004-1\/003-2$/u);
  assert.equal(await page.locator(".witness-table thead th").count(), 4);
  await page.locator(".story-set li").nth(2).getByRole("button").first().click();
  await settle(page);
  assert.match(page.url(), /#\/witnesses\/003-2\/003-1\/004-1$/u);
  await page.locator(".story-set li").nth(0).getByRole("button").last().click();
  await settle(page);
  assert.match(page.url(), /#\/witnesses\/003-1\/004-1$/u);
  await close();
});

test("every claim of the report leads to its passage", async ({ open }) => {
  const { page, close } = await open({ hash: "#/report/003-1/004-1" });
  const links = await page.locator(".report-part a[href]").evaluateAll((found) =>
    found.map((link) => [link.getAttribute("href"), link.innerText]),
  );
  assert.ok(links.length > 30, `${links.length} links`);
  for (const part of [".frames .quote", ".quotes a", ".changes .places a", ".favoured th a"]) {
    assert.ok((await page.locator(part).count()) > 0, part);
  }
  // Follows one link of each kind: from a quotation to the story, and from a number to the comparison.
  const [quote, words] = links.find(([href]) => href.startsWith("#/read/004-1"));
  await visit(page, quote);
  assert.ok((await page.locator("main").innerText()).includes(words.split("\n")[0]));
  await visit(page, "#/report/003-1/004-1");
  const [number] = links.find(([href]) => href.includes("b=2"));
  await visit(page, number);
  assert.equal(await focused(page), "s-b-2");
  await close();
});

test("the report is taken along in every format", async ({ open }) => {
  const { page, close } = await open({ hash: "#/report/003-1/004-1" });
  const files = {};
  for (const name of ["HTML", "Markdown", "CSV", "CollateX", "TEI", "passim"]) {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name, exact: true }).click(),
    ]);
    files[name] = { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
  }
  assert.equal(files.HTML.name, "duidu-003-1-004-1.html");
  assert.match(files.HTML.text, /<html lang="zh-Hant-HK">[\s\S]+平臺/u);
  assert.match(files.HTML.text, /href="#t2-\d+"/u, "the file leads to its own texts");
  assert.match(files.Markdown.text, /http[^)]+#\/read\/004-1\?at=\d+/u, "the text leads back to the page");
  assert.match(files.Markdown.text, /^# 編輯報告/u);
  assert.equal(files.CSV.text.codePointAt(0), 0xfeff);
  assert.equal(JSON.parse(files.CollateX.text).witnesses.length, 2);
  assert.match(files.TEI.text, /<app/u);
  assert.ok(files.passim.text.trim().split("\n").every((line) => JSON.parse(line).text));
  await close();
});

test("two stories that cannot be laid side by side each get a sentence", async ({ open }) => {
  const { page, close } = await open();
  await page.evaluate(async () => {
    const add = (name, text) => duidu.addText({ name, text, split: false });
    await add("chinese.txt", "昨日天氣甚佳，遊人如鯽，各處公園擠滿市民。海灘上的人更多。");
    await add("english.txt", "The weather was fine yesterday, and the parks were full. The beach was fuller still.");
  });
  const ids = await page.evaluate(async () =>
    (await duidu.stories()).map((story) => story.id).filter((id) => id.startsWith("u")),
  );
  assert.equal(ids.length, 2);
  await visit(page, `#/compare/${ids[0]}/${ids[1]}`);
  assert.match(await page.locator(".finding").innerText(), /語言不同/u);
  await visit(page, `#/compare/003-1/${ids[0]}`);
  assert.match(await page.locator(".finding").innerText(), /找不到相對應的句子/u);
  await visit(page, "#/compare/003-1/003-1");
  assert.match(await page.locator(".finding").innerText(), /逐字相同/u);
  await visit(page, `#/report/003-1/${ids[0]}`);
  assert.match(await page.locator("main").innerText(), /沒有共同的句子/u);
  await visit(page, "#/witnesses/003-1/003-1");
  assert.match(await page.locator("main").innerText(), /24/u, "a story twice is refused with the rule");
  await close();
});

test("arrow keys, Home and End stay in their list", async ({ open }) => {
  const { page, close } = await open({ hash: "#/compare/003-1/004-1" });
  const LISTS = [".story-list", "table.apparatus"];
  // The selector of the list that holds the focus, and the place of the focus among its steps.
  const place = () =>
    page.evaluate((lists) => {
      const list = lists.find((list) => document.activeElement?.closest(list));
      return [list, [...document.querySelectorAll(`${list} [data-step]`)].indexOf(document.activeElement)];
    }, LISTS);
  for (const list of LISTS) {
    const steps = page.locator(`${list} [data-step]`);
    const last = (await steps.count()) - 1;
    assert.ok(last > 0, list);
    await steps.first().focus();
    await page.keyboard.press("ArrowUp");
    assert.deepEqual(await place(), [list, 0]);
    await page.keyboard.press("End");
    assert.deepEqual(await place(), [list, last]);
    await page.keyboard.press("ArrowDown");
    assert.deepEqual(await place(), [list, last]);
    await page.keyboard.press("Home");
    assert.deepEqual(await place(), [list, 0]);
  }
  await close();
});
