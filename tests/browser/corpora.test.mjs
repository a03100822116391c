// A researcher's whole job with corpora of her own, and the clicks it takes: every press of the mouse, choice from a list and
// filled field counts as one.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { settle } from "./chrome.mjs";
import { test } from "./harness.mjs";

const MOST_CLICKS = 25;

const OPINIONS = {
  贊成: "居民贊成興建公園，認為公園帶來好處，並期望工程早日完成。",
  憂慮: "居民憂慮興建公園，擔心公園帶來噪音，並要求工程立即停止。",
};

/// Writes one folder for each opinion, with files of its own days.
function folders() {
  const root = mkdtempSync(join(tmpdir(), "duidu-corpora-"));
  return Object.entries(OPINIONS).map(([name, opinion]) => {
    mkdirSync(join(root, name));
    for (let day = 1; day <= 5; day += 1) {
      const text = `公園工程第${day}期\n\n${opinion}第${day}區的議員說，公園的費用由政府支付。\n`;
      writeFileSync(join(root, name, `2025-01-0${day}_晨報_${day}.txt`), text);
    }
    return join(root, name);
  });
}

test("two folders become two corpora that are counted, compared and cited in few clicks", async ({ open }) => {
  const { page, close } = await open({ hash: "#/texts" });
  let clicks = 0;
  const click = async (selector) => {
    clicks += 1;
    await page.locator(selector).first().click();
    await settle(page);
  };
  const view = (number) => click(`.views li:nth-child(${number}) a`);
  const table = (name) => page.locator(`table.${name} tbody tr[data-row]`);

  for (const [at, folder] of folders().entries()) {
    clicks += 1;
    await page.locator("#choose-folder").setInputFiles(folder);
    await page.locator(".import-report").waitFor();
    await page.waitForFunction((many) => document.querySelectorAll("table.texts tbody tr[data-row]").length === many, 5 * (at + 1));
    await settle(page);
  }
  await click(".corpora .button");
  assert.deepEqual(await page.locator(".corpora li a").allInnerTexts(), Object.keys(OPINIONS));

  // The word list of one corpus, with the dispersion of each word.
  await click(".corpora li a");
  assert.match(decodeURIComponent(page.url()), /#\/words\?scope=name:贊成;folder:贊成/);
  assert.ok((await table("words").count()) > 10);

  // The corpus goes along to keyness, where the other one is chosen.
  await view(5);
  clicks += 1;
  await page.locator(".side-b select").selectOption({ label: "「憂慮」（5 篇）" });
  await settle(page);
  const words = await page.locator("table.keywords th.word").allInnerTexts();
  assert.ok(words.includes("擔心") || words.includes("噪音"), words.join());

  await view(6);
  clicks += 1;
  await page.locator(".node-form input").fill("公園");
  await page.locator(".node-form input").press("Enter");
  await settle(page);
  for (const [level, key] of ["R1", "R2"].entries()) {
    clicks += 1;
    await page.locator(".sort-levels select").nth(level).selectOption(key);
    await settle(page);
  }
  assert.equal(await table("kwic").count(), 20);
  assert.ok((await page.locator("table.kwic .sort-key.level-1").count()) > 0);
  clicks += 1;
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(".saves button").first().click()]);
  assert.equal(download.suggestedFilename(), "duidu-kwic-公園-贊成.csv");
  const lines = readFileSync(await download.path(), "utf8").trim().split("\r\n");
  const head = lines.findIndex((line) => !/^\uFEFF?"?#/.test(line));
  assert.match(lines[0], /node: 公園/);
  assert.match(lines.slice(0, head).join(), /sort: R1 R2/);
  assert.equal(lines[head], "n,id,left,node,right,file,paper,date,headline,position");
  assert.match(lines[head + 1], /贊成\/2025-01-0\d_晨報_\d\.txt,晨報,2025-01-0\d,公園工程第\d期,\d+$/);

  // Rows are taken out; the plot has all places.
  await click("table.kwic .row-tick");
  await click(".row-picking .button");
  assert.equal(await table("kwic").count(), 19);

  await click(".tabs li:nth-child(2) a");
  await click(".collocates-page .toolbar > .button");
  assert.match(decodeURIComponent(page.url()), /beside=name:憂慮/);
  await click(".take-along summary");
  const account = await page.locator(".take-along").innerText();
  assert.match(account, /「贊成」（5 篇）/);
  assert.match(account, /duidu|對讀/);
  assert.ok(clicks <= MOST_CLICKS, `${clicks} clicks`);
  console.log(`    the job took ${clicks} clicks`);
  await close();
});

test("a name that exists, a pattern that fits nothing and a word that is none each get a sentence", async ({ open }) => {
  const { page, close } = await open({ hash: "#/texts" });
  const [folder] = folders();
  await page.locator("#choose-folder").setInputFiles(folder);
  await page.locator("table.texts tbody tr[data-row]").nth(4).waitFor();
  const tick = () => page.locator("table.texts thead input").click();
  const name = async (text) => {
    await page.locator(".name-corpus input").fill(text);
    await page.locator(".name-corpus button").click();
    await settle(page);
  };
  await tick();
  await name("甲");
  assert.deepEqual(await page.locator(".corpora li a").allInnerTexts(), ["甲"]);
  await page.locator("table.texts tbody input").first().click();
  await name("甲");
  assert.match(await page.locator(".name-corpus [role=alert]").innerText(), /同名/);
  await page.locator(".bulk input[placeholder]").last().fill("{paper}+{n}");
  await page.locator(".bulk button", { hasText: "填入" }).click();
  await page.locator(".notices", { hasText: "沒有檔名符合" }).waitFor();
  await page.locator(".bulk input[placeholder]").last().fill("{date}_{paper}_{issue}");
  await page.locator(".bulk button", { hasText: "填入" }).click();
  await page.locator(".notices", { hasText: "已填 1 份" }).waitFor();

  await page.evaluate(() => {
    location.hash = `#/concordance?node=${encodeURIComponent("園工")}`;
  });
  await settle(page);
  assert.match(await page.locator(".inside-words").innerText(), /公園 工程/);
  await page.locator(".inside-words p a").click();
  await settle(page);
  assert.ok((await page.locator("table.kwic tbody tr[data-row]").count()) >= 5);
  await close();
});
