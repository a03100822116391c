// Everything of one reader's goes to another, who has other texts under the same numbers: by session file, link and one file.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { open as openPage, settle, until, visit } from "./chrome.mjs";
import { test } from "./harness.mjs";
import { awaited, ready } from "./smoke.mjs";

const SENT = [
  ["停水", "兩鎮昨日同時停水搶修\n\n甲鎮昨日清早停水，水務署派出三隊人員到場搶修，至傍晚才恢復供應。\n\n居民整天要到街尾輪候，有人帶着水桶等了兩小時。\n"],
  ["交代", "水務署交代停水原因\n\n水務署今日說，甲鎮清早停水是因為街尾的水管老化，搶修人員到傍晚才換好。\n\n署方向居民致歉，並說下月起逐段更換水管。\n"],
];
const THERE = [
  ["碼頭", "舊碼頭下月重開\n\n關閉兩年的舊碼頭下月重開，渡輪每小時一班，往返外島；船公司說首月半價。\n"],
  ["市集", "市集週末開張\n\n河邊的市集週末開張，攤販約有四十家，主辦單位提醒居民不要開車前往。\n"],
];
const WORD = "三隊人員";

/// What a reader has: the texts of a page with their edits, the entries of the dictionary, the settings.
const held = (page) =>
  page.evaluate(async () => {
    const rows = (await duidu.stories()).filter(({ id }) => id.startsWith("u"));
    const stories = await Promise.all(rows.map(async ({ id, paper, date, headline }) => [paper, date, headline, await duidu.text(id)]));
    const edited = JSON.parse(await duidu.session.export()).pages.map(({ page }) => page.name);
    return { stories, edited, entries: (await duidu.dictionary.list()).map(({ word }) => word), settings: { ...localStorage } };
  });

const add = (page, texts) =>
  page.evaluate(async (texts) => {
    for (const [name, text] of texts) await duidu.addText({ name, text, paper: `${name}報`, date: "2025-03-01" });
  }, texts);

/// Opens a profile with texts that were edited by hand, a dictionary, settings, and a comparison on the screen.
async function sender(open) {
  const opened = await open({ hash: "#/texts" });
  const { page } = opened;
  await add(page, SENT);
  await page.evaluate((word) => duidu.dictionary.add(word), WORD);
  // The last paragraph of the first text becomes a story of its own.
  await page.locator(".texts .name a", { hasText: SENT[0][0] }).click();
  await page.locator(".text-columns").waitFor();
  await settle(page);
  await page.locator(".draft-block").last().focus();
  await page.keyboard.press("s");
  await page.locator(".draft-story").nth(1).waitFor();
  await until(page, async () => (await duidu.texts())[0].stories === 2);
  await page.evaluate(() => localStorage.setItem("duidu.stopWords", "的\n了\n"));
  await page.locator(".settings button", { hasText: "深色" }).click();
  await visit(page, "#/compare/u1-1/u2-1?layout=rows");
  await page.locator("main .compare .locked").waitFor();
  await settle(page);
  return opened;
}

/// Asserts that all of `sent` is there after what was there before.
function arrived(before, after, sent, { settings = true } = {}) {
  assert.deepEqual(after.stories.slice(0, before.stories.length), before.stories, "what was there is as it was");
  assert.deepEqual(after.stories.slice(before.stories.length), sent.stories, "texts with their edits");
  assert.deepEqual(after.entries, [...before.entries, ...sent.entries]);
  if (settings) for (const name of ["duidu.theme", "duidu.stopWords"]) assert.equal(after.settings[name], sent.settings[name], name);
}

test("a session file takes texts, edits, dictionary, settings and the view to a profile with other texts", async ({ open }) => {
  const from = await sender(open);
  const sent = await held(from.page);
  assert.equal(sent.stories.length, 3);
  await visit(from.page, "#/texts");
  const [download] = await Promise.all([from.page.waitForEvent("download"), from.page.locator(".keeping button", { hasText: "匯出工作檔" }).click()]);
  const buffer = readFileSync(await download.path());
  await from.close();
  const { page, log, close } = await open({ hash: "#/texts" });
  await add(page, THERE);
  const before = await held(page);
  await page.locator("#session-file").setInputFiles([{ name: "s.json", mimeType: "application/json", buffer }]);
  const report = page.locator(".session-status");
  await report.waitFor();
  arrived(before, await held(page), sent);
  await report.locator("a[href*='#/compare/']").click();
  await page.locator("main .compare .columns, main .compare .flow").first().waitFor();
  await settle(page);
  assert.deepEqual(await page.locator("main .laid-out .headline").allInnerTexts(), ["兩鎮昨日同時停水搶修", "水務署交代停水原因"]);
  assert.deepEqual(log.complaints, []);
  await close();
});

test("a link takes the texts of a view with their edits and entries to a profile with other texts", async ({ open }) => {
  const from = await sender(open);
  const sent = await held(from.page);
  await from.page.locator("details.share > summary").click();
  await from.page.locator("details.share input[readonly]").waitFor();
  const link = new URL(await from.page.locator("details.share input[readonly]").inputValue()).hash;
  await from.close();
  const { page, log, close } = await open({ hash: "#/texts" });
  await add(page, THERE);
  const before = await held(page);
  await visit(page, link);
  await page.getByRole("button", { name: "收下並打開" }).click();
  await page.locator("main .compare .locked").waitFor();
  await settle(page);
  // Of the first text, what is compared.
  const compared = { ...sent, stories: sent.stories.filter((_, place) => place !== 1) };
  arrived(before, await held(page), compared, { settings: false });
  assert.match(await page.evaluate(() => location.hash), /^#\/compare\/u3-1~.*\/u4-1~.*layout=rows/);
  assert.deepEqual(log.complaints, []);
  await close();
});

test("one file has the texts, edits, dictionary, settings and the view in it", async ({ open, browser }) => {
  const from = await sender(open);
  const sent = await held(from.page);
  await visit(from.page, "#/texts");
  const folder = mkdtempSync(join(tmpdir(), "duidu-round-trip-"));
  try {
    const [download] = await Promise.all([from.page.waitForEvent("download"), from.page.getByRole("button", { name: "連同文本存成一個網頁檔" }).click()]);
    const place = join(folder, "duidu.html");
    await download.saveAs(place);
    await from.close();
    const { page, log, close } = await openPage(browser, pathToFileURL(place).href, { ready: false });
    await ready(page);
    await awaited(page, () => duidu.texts().then((texts) => texts.length === 2));
    await awaited(page, () => /^#\/compare\/u1-1~.*\/u2-1~/.test(location.hash) && document.querySelector("main .compare .laid-out"));
    arrived({ stories: [], entries: [] }, await held(page), sent);
    assert.deepEqual(log.complaints, []);
    await close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("a link is given the language of the page only when that is asked for, and opens in it", async ({ open }) => {
  const { page, close } = await open({ hash: "#/compare/003-1/004-1" });
  await page.locator(".settings select").selectOption("en");
  await settle(page);
  await page.locator("details.share > summary").click();
  const field = page.locator("details.share input[readonly]");
  await field.waitFor();
  assert.doesNotMatch(await field.inputValue(), /lang=/);
  await page.locator("details.share .switch input").check();
  const link = new URL(await field.inputValue()).hash;
  assert.match(link, /[?&]lang=en$/);
  await close();
  const other = await open({ hash: link });
  assert.equal(await other.page.evaluate(() => document.documentElement.lang), "en");
  assert.equal(await other.page.evaluate(() => localStorage.getItem("duidu.language")), null, "the reader's own choice is not replaced");
  await other.close();
});

test("the button for printing prints, with what is drawn for paper", async ({ open }) => {
  const { page, close } = await open({ hash: "#/compare/003-1/004-1" });
  await page.evaluate(() => {
    window.print = () => (window.printed = document.querySelector("main").innerText.length > 2_000 && document.querySelectorAll("main .locked-row").length);
  });
  await page.locator("details.share > summary").click();
  await page.getByRole("button", { name: "打印或存成 PDF" }).click();
  assert.ok((await until(page, () => window.printed)) > 20, "every row is on paper");
  await close();
});

test("a session file that is cut, edited by hand, of another kind or of 50 MB is answered in words, and nothing is lost", async ({ open }) => {
  const { page, log, close } = await open({ hash: "#/texts" });
  await add(page, THERE);
  const file = await page.evaluate(() => duidu.session.export());
  const before = await held(page);
  const edited = (change) => {
    const session = JSON.parse(file);
    change(session);
    return JSON.stringify(session);
  };
  const folder = mkdtempSync(join(tmpdir(), "duidu-sessions-"));
  const give = async (name, content) => {
    const place = join(folder, name);
    writeFileSync(place, content);
    await page.locator("#session-file").setInputFiles(place);
  };
  try {
    const wrong = {
      "cut.json": file.slice(0, file.length / 2),
      "empty.json": "",
      "other.json": '{"name":"package","version":"1.0.0"}',
      "newer.json": edited((session) => (session.version = 99)),
      "no-pages.json": edited((session) => (session.pages = "none")),
      "page.json": edited((session) => (session.pages[0].page.id = "u0x")),
      "dictionary.json": edited((session) => (session.dictionary = "#here 4-2 無/處 - u1-1\n")),
      "picture.json": Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]),
    };
    for (const [name, content] of Object.entries(wrong)) {
      await give(name, content);
      const notice = page.locator(".notice-error, .session-status, .import-status .failures").first();
      await notice.waitFor();
      assert.ok((await notice.innerText()).trim().length > 12, name);
      assert.equal(await page.locator(".session-status").count(), 0, `${name} is no session file`);
      assert.deepEqual((await held(page)).stories, before.stories, name);
      for (const dismiss of await page.locator(".notice-error button, .import-status button:text-is('知道了')").all()) await dismiss.click();
      await settle(page);
    }
    // Settings that are none are named; the rest comes in.
    await give("settings.json", edited((session) => Object.assign(session.settings, { theme: "pink", bogus: "1" })));
    await page.locator(".session-status").waitFor();
    assert.match(await page.locator(".session-status").innerText(), /bogus/);
    await page.locator(".session-status button:text-is('知道了')").click();
    // 50 MB, most of which another program put in.
    await give("large.json", edited((session) => (session.padding = "長".repeat(16_600_000))));
    await until(page, () => document.querySelector(".session-status, .notice-error"), undefined, { seconds: 60 });
    const after = await held(page);
    assert.deepEqual(after.stories.slice(0, before.stories.length), before.stories);
    assert.deepEqual(log.complaints, []);
    await close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
