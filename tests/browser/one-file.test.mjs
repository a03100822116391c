// The edition that is one file: everything in it, opened from a disk without a server.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundle } from "./bundle.mjs";
import { open as openPage } from "./chrome.mjs";
import { test } from "./harness.mjs";
import { awaited, ready, smoke } from "./smoke.mjs";

const NEWS = ["圖書館明天起延長開放時間，市民可以在網上預約座位。", "圖書館下月起延長開放時間，讀者須在網上預約座位。"];

/// Gives a folder of its own to write into, and takes it away.
async function inFolder(doing) {
  const folder = mkdtempSync(join(tmpdir(), "duidu-one-file-"));
  try {
    await doing((name) => join(folder, name));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("one file runs the whole page from a disk, without a request", async ({ browser, site }) => {
  await inFolder(async (place) => {
    const file = place("duidu.html");
    writeFileSync(file, await bundle(site));
    const { page, log, close } = await openPage(browser, pathToFileURL(file).href, { ready: false });
    await smoke(page);
    assert.deepEqual(log.requests, []);
    assert.deepEqual(log.complaints, []);
    await close();
  });
});

/// Clicks the button that saves the page, and returns the place of the file.
async function saved(page, place) {
  await page.evaluate(() => void (location.hash = "#/texts"));
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "連同文本存成一個網頁檔" }).click()]);
  await download.saveAs(place);
  return pathToFileURL(place).href;
}

test("a page that is saved has its texts, dictionary and settings in another profile, and can be saved again", async ({ browser, open }) => {
  await inFolder(async (place) => {
    const { page, close } = await open();
    const ids = await page.evaluate(async (news) => {
      for (const [at, text] of news.entries()) await duidu.addText({ name: `報${at}`, text });
      await duidu.dictionary.add("延長開放");
      return duidu.texts().then((texts) => texts.map(({ id }) => id));
    }, NEWS);
    assert.equal(ids.length, 2);
    await page.evaluate(() => void (location.hash = "#/compare/u1-1/u2-1"));
    await awaited(page, () => document.querySelector("main").innerText.includes("讀者須在網上"));
    const first = await saved(page, place("first.html"));
    await close();
    const check = async (address, next) => {
      const { page, log, close } = await openPage(browser, address, { ready: false });
      await ready(page);
      await awaited(page, () => duidu.texts().then((texts) => texts.length === 2));
      // The address names the texts by content, as soon as they are in.
      await awaited(page, () => /^#\/compare\/u1-1~\w{10}\.\w{8}\/u2-1~\w{10}\.\w{8}/.test(location.hash));
      assert.deepEqual(await page.evaluate(() => Promise.all(["u1-1", "u2-1"].map((id) => duidu.text(id)))), NEWS);
      const words = await page.evaluate(() => duidu.segment("圖書館延長開放").then((words) => words.map(({ word }) => word)));
      assert.ok(words.includes("延長開放"), words.join(" "));
      assert.deepEqual(log.complaints, []);
      const again = next && (await saved(page, next));
      // What is done in the file stays done: its texts come in once.
      await page.evaluate(() => duidu.clear());
      await page.reload();
      await ready(page);
      assert.deepEqual(await page.evaluate(() => duidu.texts()), []);
      await close();
      return again;
    };
    await check(await check(first, place("second.html")));
  });
});
