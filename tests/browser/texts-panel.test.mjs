// After an import: the report on it, own texts before the examples, what was left out, the source of many texts at once;
// and the focus, which goes on when its element disappears.
import assert from "node:assert/strict";
import { test } from "./harness.mjs";
import { settle, visit } from "./chrome.mjs";

const STORIES = [
  "兩鎮昨日同時停水搶修\n\n甲鎮昨日清早停水，水務署派出三隊人員到場搶修，至傍晚才恢復供應，居民整天要到街尾輪候。\n乙鎮下午也告停水，署方說兩事無關，今日會向區議會交代，並研究更換沿路舊管。\n",
  "水務署交代停水原因\n\n水務署今日說，甲鎮清早停水是因為街尾的水管老化，搶修人員到傍晚才換好；署方向居民致歉，並會研究更換其餘舊管。\n",
  "舊碼頭下月重開\n\n關閉兩年的舊碼頭下月重開，渡輪每小時一班，往返外島；船公司說首月半價，居民盼望假日遊客回來，店舖也開始裝修。\n",
];

const text = (name, content) => ({ name, mimeType: "text/plain", buffer: Buffer.from(content) });

const choose = async (page, files) => {
  await page.locator("#choose-files").setInputFiles(files);
  await page.locator(".import-report, .import-status .failures").first().waitFor();
  await settle(page);
};

const paste = async (page, content) => {
  if (!(await page.locator(".paste[open]").count())) await page.locator(".paste summary").click();
  await page.locator("#paste-text").fill(content);
  await page.locator("#paste-add").click();
  await page.waitForFunction(() => document.querySelector("#paste-text").value === "");
  await page.locator(".import-report").waitFor();
  await settle(page);
};

/// Waits until some element has the focus, and returns it as markup.
const focused = async (page) => {
  await page.waitForFunction(() => document.activeElement && document.activeElement !== document.body, undefined, { timeout: 5_000 });
  return page.evaluate(() => document.activeElement.outerHTML.slice(0, 200));
};

/// Presses a button by the keyboard, as the reader does who depends on the focus.
const press = async (locator) => {
  await locator.focus();
  await locator.press("Enter");
};

test("after two texts were pasted one click opens their comparison, and the report stays until it is dismissed", async ({ open }) => {
  const { page, close } = await open({ hash: "#/texts" });
  await paste(page, STORIES[0]);
  assert.equal(await page.locator(".import-further").count(), 0);
  await paste(page, STORIES[1]);
  const report = page.locator(".import-report");
  assert.match(await report.innerText(), /1 篇沒有報名和日期/);
  assert.match(await report.locator(".import-caution a").first().getAttribute("href"), /^#\/texts\/u2~\w{10}\?line=1&texts=/);
  await visit(page, "#/pages");
  await visit(page, "#/texts");
  await report.locator(".import-further a").click();
  await settle(page);
  assert.match(new URL(page.url()).hash.split("?")[0], /^#\/compare\/u1-1~\w{10}\.\w{8}\/u2-1~\w{10}\.\w{8}$/);
  await visit(page, "#/texts");
  await press(page.locator(".import-status button:text-is('知道了')"));
  await report.waitFor({ state: "detached" });
  await focused(page);
  await visit(page, "#/pages");
  await visit(page, "#/texts");
  assert.equal(await report.count(), 0);
  await close();
});

test("a text that is here already is said to be, nearly or wholly, and the new one can be removed", async ({ open }) => {
  const { page, close } = await open({ hash: "#/texts" });
  await choose(page, [text("甲.txt", STORIES[0])]);
  assert.equal(await page.locator(".import-twin").count(), 0);
  await choose(page, [text("乙.txt", STORIES[0]), text("丙.txt", STORIES[0].replace("三隊", "四隊")), text("丁.txt", STORIES[2])]);
  const twins = page.locator(".import-twin");
  assert.equal(await twins.count(), 2);
  assert.match(await twins.nth(0).innerText(), /全文相同/);
  assert.match(await twins.nth(1).innerText(), /9\d% 文字相同/);
  assert.match(await twins.nth(0).locator("a").first().getAttribute("href"), /^#\/read\/u1-1~/);
  await press(twins.nth(0).locator("button"));
  await page.waitForFunction(async () => (await duidu.texts()).length === 3);
  assert.match(await focused(page), /import|button|href/);
  assert.deepEqual(await page.evaluate(async () => (await duidu.texts()).map(({ name }) => name)), ["甲.txt", "丙.txt", "丁.txt"]);
  await close();
});

test("own texts come first in the rail and in every list of stories, and the examples after them", async ({ open }) => {
  const { page, close } = await open({ hash: "#/texts" });
  await choose(page, STORIES.map((story, place) => text(`${place}.txt`, story)));
  await page.locator(".story-list .list-part").first().waitFor();
  assert.deepEqual(await page.locator(".story-list .list-part").allInnerTexts(), ["自備文本", "示例"]);
  for (const hash of ["#/compare/u1-1", "#/read/u2-1", "#/witnesses/u1-1/u2-1", "#/dots/u1-1/u2-1", "#/sources/u1-1", "#/keywords/u1-1", "#/segmenters/u1-1"]) {
    await visit(page, hash);
    const groups = await page.locator("main select optgroup").evaluateAll((found) => found.map(({ label }) => label));
    assert.ok(groups.length && groups[0].startsWith("自備文本"), `${hash}: ${groups}`);
    const last = groups.findLastIndex((label) => label.startsWith("自備文本"));
    assert.ok(groups.some((label) => label.startsWith("示例")), `${hash}: ${groups}, ${last}`);
  }
  for (const hash of ["#/words", "#/keyness", "#/concordance?node=水", "#/similarity"]) {
    await visit(page, hash);
    const groups = await page.locator("main .scope-picker select").first().locator("optgroup").evaluateAll((found) => found.map(({ label }) => label));
    const [own, examples] = ["自備文本", "示例"].map((part) => groups.findIndex((label) => label.startsWith(part)));
    assert.ok(own > 0 && examples > own, `${hash}: ${groups}`);
  }
  // An own text is compared with another one, and not with an example.
  await visit(page, "#/compare/u3-1");
  assert.match(new URL(page.url()).hash + (await page.locator("main select").nth(1).inputValue()), /u[12]-1/);
  await close();
});

const MENU = Array.from({ length: 40 }, (_, place) => `<li><a href="/${place}">欄目${"甲乙丙丁戊己庚辛壬癸"[place % 10]}${place}</a></li>`).join("");
const PAGE = `<html><head><title>兩鎮昨日同時停水搶修</title></head><body><ul>${MENU}</ul><article><h1>兩鎮昨日同時停水搶修</h1>${STORIES[0].split("\n").slice(2).map((line) => `<p>${line}</p>`).join("")}</article><ul>${MENU}</ul></body></html>`;

test("what a page leaves out is one row, which opens, is searched and gives lines back", async ({ open }) => {
  const { page, close } = await open({ hash: "#/texts" });
  await choose(page, [{ name: "頁.html", mimeType: "text/html", buffer: Buffer.from(PAGE) }]);
  await visit(page, "#/texts/u1");
  const folds = page.locator(".fold button");
  assert.ok((await folds.count()) >= 1);
  assert.match(await folds.first().innerText(), /40 行未收入/);
  const blocks = page.locator(".draft-block.kind-furniture");
  assert.equal(await blocks.count(), 0);
  await press(folds.first());
  await blocks.first().waitFor();
  assert.equal(await blocks.count(), 40);
  await press(folds.first());
  await blocks.first().waitFor({ state: "detached" });

  await page.locator(".left-out-search input").fill("欄目丙2");
  const found = page.locator(".left-out-search li");
  assert.equal(await found.count(), 4);
  await press(found.first().locator(".button"));
  await page.locator(".draft-block.at.kind-paragraph", { hasText: "欄目丙2" }).waitFor();
  assert.equal(await found.count(), 3);
  await focused(page);
  await page.locator(".text-bar button:text-is('復原')").click();
  await page.waitForFunction(() => document.querySelectorAll(".left-out-search li").length === 4);
  await close();
});

test("many texts get paper and date in one step, which is undone in one", async ({ open }) => {
  const { page, close } = await open({ hash: "#/texts" });
  await choose(page, STORIES.map((story, place) => text(`${place}.txt`, story)));
  const ticks = page.locator(".texts tbody .tick input");
  await ticks.nth(0).click();
  await ticks.nth(2).click({ modifiers: ["Shift"] });
  assert.match(await page.locator(".bulk").innerText(), /已選 3 份/);
  await ticks.nth(1).click();
  const fields = page.locator(".bulk input");
  await fields.nth(0).fill("晨報");
  await fields.nth(1).fill("2024-03-07");
  await press(page.locator(".bulk .primary"));
  await page.locator(".bulk-done").waitFor();
  assert.match(await focused(page), /button|input/);
  const sources = () => page.evaluate(async () => (await duidu.stories()).filter(({ id }) => id.startsWith("u")).map(({ paper, date }) => paper + date));
  assert.deepEqual(await sources(), ["晨報2024-03-07", "", "晨報2024-03-07"]);
  await press(page.locator(".bulk-done button"));
  await page.locator(".bulk-done").waitFor({ state: "detached" });
  assert.deepEqual(await sources(), ["", "", ""]);
  await focused(page);
  await page.locator(".texts thead .tick input").click();
  assert.match(await page.locator(".bulk").innerText(), /已選 3 份/);
  await close();
});

test("the focus goes on when the element that has it disappears", async ({ open }) => {
  const { page, close } = await open({ hash: "#/texts" });
  await choose(page, STORIES.map((story, place) => text(`${place}.txt`, story)));
  // A text is removed: the next row.
  await press(page.locator(".texts .actions button").first());
  await press(page.locator("#remove-text .primary"));
  await page.waitForFunction(() => document.querySelectorAll(".texts tbody tr [type=checkbox]").length === 2);
  await settle(page);
  assert.match(await focused(page), /1\.txt|移除/);
  // The two sides are exchanged.
  await visit(page, "#/compare/003-1/004-1");
  const swap = page.locator("main a, main button").filter({ hasText: "左右對調" }).first();
  await press(swap);
  await page.waitForFunction(() => location.hash.includes("004-1/003-1"));
  await settle(page);
  assert.match(await focused(page), /左右對調/);
  // A witness is taken out.
  await visit(page, "#/witnesses/003-1/004-1/u2-1");
  await press(page.locator(".story-set button", { hasText: "移除" }).first());
  await settle(page);
  await focused(page);
  // All rows are shown.
  await visit(page, "#/words");
  const all = page.locator("main button", { hasText: /顯示全部/ }).first();
  await all.waitFor();
  await press(all);
  await all.waitFor({ state: "detached" });
  await focused(page);
  // The reader who clicks beside everything has left it.
  await page.mouse.click(900, 5);
  await settle(page);
  await close();
});
