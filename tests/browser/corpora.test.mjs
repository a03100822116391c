// A researcher's whole job with corpora of her own, and the clicks it takes: every press of the mouse, choice from a list and
// filled field counts as one. `DUIDU_FILES_EACH=5000 node tests/browser/run.mjs corpora` does the job over two folders of as
// many files.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { settle } from "./chrome.mjs";
import { test } from "./harness.mjs";

const MOST_CLICKS = 25;

/// The number of files of each folder.
const EACH = Number(process.env.DUIDU_FILES_EACH ?? 5);
const MANY = EACH > 5;

const OPINIONS = {
  贊成: "居民贊成興建公園，認為公園帶來好處，並期望工程早日完成。",
  憂慮: "居民憂慮興建公園，擔心公園帶來噪音，並要求工程立即停止。",
};

/// Writes one folder for each opinion, with files of its own days.
function folders() {
  const root = mkdtempSync(join(tmpdir(), "duidu-corpora-"));
  return Object.entries(OPINIONS).map(([name, opinion]) => {
    mkdirSync(join(root, name));
    for (let number = 1; number <= EACH; number += 1) {
      const text = `公園工程第${number}期\n\n${opinion}第${number}區的議員說，公園的費用由政府支付。\n`;
      const day = String(((number - 1) % 28) + 1).padStart(2, "0");
      writeFileSync(join(root, name, `2025-01-${day}_晨報_${number}.txt`), text);
    }
    return join(root, name);
  });
}

test("two folders become two corpora that are counted, compared and cited in few clicks", async ({ open }) => {
  const { page, close } = await open({ hash: "#/texts" });
  if (MANY) page.setDefaultTimeout(300_000);
  const start = performance.now();
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
    await page.waitForFunction(async (many) => (await duidu.texts()).length === many, EACH * (at + 1));
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
  await page.locator(".side-b select").selectOption({ label: `「憂慮」（${EACH.toLocaleString("en")} 篇）` });
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
  if (!MANY) assert.equal(await table("kwic").count(), 20);
  assert.ok((await page.locator("table.kwic .sort-key.level-1").count()) > 0);
  clicks += 1;
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(".saves button").first().click()]);
  assert.equal(download.suggestedFilename(), "duidu-kwic-公園-贊成.csv");
  const lines = readFileSync(await download.path(), "utf8").trim().split("\r\n");
  const head = lines.findIndex((line) => !/^\uFEFF?"?#/.test(line));
  assert.match(lines[0], /node: 公園/);
  assert.match(lines.slice(0, head).join(), /sort: R1 R2/);
  assert.equal(lines[head], "n,id,left,node,right,file,paper,date,headline,position");
  assert.match(lines[head + 1], /贊成\/2025-01-\d\d_晨報_\d+\.txt,晨報,2025-01-\d\d,公園工程第\d+期,\d+$/);

  // Rows are taken out; the plot has all places.
  await click("table.kwic .row-tick");
  await click(".row-picking .button");
  if (!MANY) assert.equal(await table("kwic").count(), 19);

  await click(".tabs li:nth-child(2) a");
  await click(".collocates-page .toolbar > .button");
  assert.match(decodeURIComponent(page.url()), /beside=name:憂慮/);
  await click(".take-along summary");
  const account = await page.locator(".take-along").innerText();
  assert.ok(account.includes(`「贊成」（${EACH.toLocaleString("en")} 篇）`), account);
  assert.match(account, /duidu|對讀/);
  assert.ok(clicks <= MOST_CLICKS, `${clicks} clicks`);
  console.log(`    the job took ${clicks} clicks and ${((performance.now() - start) / 1000).toFixed(1)} s with ${2 * EACH} files`);
  await close();
}, MANY ? { limitSeconds: 900 } : {});

const file = async (page, click) => {
  const [download] = await Promise.all([page.waitForEvent("download"), click()]);
  return readFileSync(await download.path(), "utf8").replace("\ufeff", "").trim().split("\r\n");
};

test("facts are searched, sorted, filled in from a table, saved and chosen by", async ({ open }) => {
  const { page, close } = await open({ hash: "#/texts" });
  const text = (n) => ({ name: `${n}.txt`, mimeType: "text/plain", buffer: Buffer.from(`公園工程第${n}期\n\n${OPINIONS.贊成}第${n}區的議員說。\n`) });
  await page.locator("#choose-files").setInputFiles(Array.from({ length: 14 }, (_, at) => text(at + 1)));
  const rows = page.locator("table.texts tbody tr[data-row]");
  await rows.nth(13).waitFor();
  await settle(page);
  // A headline is found in either script.
  await page.locator(".text-filter input").fill("公园工程第12期");
  await settle(page);
  assert.equal(await rows.count(), 1);
  assert.match(await rows.innerText(), /12\.txt/);
  await page.locator(".text-filter input").fill("");

  const table = "file,id,date,author,issue\r\n1.txt,,2025-01-05,陳甲,3-2\r\n2.txt,,2025-02-30,李乙,\r\n99.txt,,,王丙,\r\n,u3,2025/1/3,李乙,3-1\r\n4,,2025-01-03,陳甲,3-3\r\n";
  const give = async (name, table) => {
    await page.locator(".file-link input").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(table) });
    await settle(page);
  };
  await give("facts.csv", table);
  const report = await page.locator(".facts-report").innerText();
  assert.match(report, /填入 3 份/);
  assert.match(report, /第 3 行「2025-02-30」：不是日期/);
  assert.match(report, /第 4 行「99\.txt」：沒有這個檔名/);
  assert.deepEqual(await page.locator(".facts-report li").count(), 2);

  // By date, and those of one day by author the other way round; what has no day comes last.
  const head = (name) => page.locator("table.texts thead .sort", { hasText: name });
  const names = async () => (await page.locator("table.texts tbody .name").allInnerTexts()).slice(0, 4);
  await head("日期").click();
  await head("author").click({ modifiers: ["Shift"] });
  await settle(page);
  assert.deepEqual(await names(), ["3.txt", "4.txt", "1.txt", "2.txt"]);
  await head("author").click({ modifiers: ["Shift"] });
  await settle(page);
  assert.deepEqual(await names(), ["4.txt", "3.txt", "1.txt", "2.txt"]);
  assert.match(await head("author").innerText(), /2/);

  // A column is left out for good.
  await page.locator(".columns-field summary").click();
  await page.locator(".columns-field input[value=issue]").click();
  await settle(page);
  assert.equal(await head("issue").count(), 0);

  // What was saved is filled in again, after an undo, as it was.
  const saved = await file(page, () => page.locator(".texts-tools .saves button").first().click());
  assert.equal(saved[0], "id,file,headline,paper,date,series,author,issue,characters,stories");
  assert.match(saved[1], /^u4,4\.txt,公園工程第4期,,2025-01-03,,陳甲,'3-3,/);
  await page.locator(".bulk-done button").click();
  await page.locator(".bulk-done").waitFor({ state: "detached" });
  const facts = () => page.evaluate(async () => (await duidu.texts()).map(({ date, tags }) => date + tags.join(";")));
  assert.ok((await facts()).every((fact) => fact === ""));
  await give("duidu-texts.csv", saved.join("\r\n"));
  assert.deepEqual((await facts()).slice(0, 4), ["2025-01-05author,陳甲;issue,3-2", "", "2025-01-03author,李乙;issue,3-1", "2025-01-03author,陳甲;issue,3-3"]);
  assert.equal((await page.evaluate(() => duidu.wordList({ scope: { tags: { author: "陳甲" } }, byStory: true }))).length > 5, true);
  await give("wrong.csv", "author\n陳甲\n");
  await page.locator(".notices", { hasText: "沒有名為 id 或 file" }).waitFor();

  // A tag is given to several at once.
  await page.locator("table.texts tbody input").nth(0).click();
  await page.locator("table.texts tbody input").nth(2).click({ modifiers: ["Shift"] });
  await page.locator(".bulk .pair input").nth(0).fill("genre");
  await page.locator(".bulk .pair input").nth(1).fill("社論");
  await page.locator(".bulk .primary").click();
  await page.locator(".bulk-done").waitFor();
  assert.equal((await page.evaluate(() => duidu.texts())).filter(({ tags }) => tags.some(([name]) => name === "genre")).length, 3);
  await page.reload();
  await rows.nth(13).waitFor();
  assert.equal(await head("genre").count(), 1);
  assert.equal(await head("issue").count(), 0, "the choice of columns is kept");
  await close();
});

test("a table is cut, sorted by two columns, shown in part, and saved as it is shown", async ({ open }) => {
  const { page, close } = await open({ hash: "#/keyness?target=page:003&reference=page:004" });
  const rows = page.locator("table.keywords tbody tr[data-row]");
  const count = async () => Number(await page.locator("table.keywords").getAttribute("aria-rowcount")) - 1;
  const listed = async () => Number((await page.locator(".summary [role=status]").innerText()).match(/[\d,]+(?=[^\d]*$)/)[0].replace(",", ""));
  const all = await listed();
  await page.locator(".cuts-field summary").click();
  const cut = async (at, value) => {
    await page.locator(".cuts-field input").nth(at).fill(value);
    await page.locator(".cuts-field input").nth(at).press("Enter");
    await settle(page);
  };
  await cut(0, "0.05");
  await cut(2, "2");
  assert.match(decodeURIComponent(page.url()), /cut=p:0\.05,logRatio:2/);
  const some = await listed();
  assert.ok(some > 0 && some < all, `${some} of ${all}`);
  const asked = await page.evaluate(() => duidu.keyness({ target: { page: "003" }, reference: { page: "004" } }));
  assert.equal(some, asked.filter(({ p, logRatio }) => p <= 0.05 && Math.abs(logRatio) >= 2).length);

  const head = (name) => page.locator("table.keywords thead .sort", { hasText: name });
  await page.locator("table.keywords thead .side-a .sort").first().click();
  await head("Log Ratio").click({ modifiers: ["Shift"] });
  await settle(page);
  assert.match(page.url(), /order=-target,-logRatio/);
  assert.ok((await count()) <= some);
  await page.locator(".summary .columns-field summary").click();
  await page.locator(".columns-field input[value=g2]").click();
  await settle(page);
  assert.equal(await head("G²").count(), 0);
  const lines = await file(page, () => page.locator(".summary .saves button").first().click());
  const at = lines.findIndex((line) => !/^"?# /.test(line));
  const first = lines.slice(0, at).join("\n");
  for (const part of ["# Duìdú", "cut=p", "p ≤ 0.05; |logRatio| ≥ 2", "order: -target,-logRatio", "Benjamini"]) assert.ok(first.includes(part), `${part}: ${first}`);
  assert.equal(lines[at], "rank,word,target,targetPer10k,reference,referencePer10k,logRatio,p,pAdjusted");
  assert.equal(lines.length - at - 1, some);
  assert.equal(lines[at + 1].split(",")[1], await rows.first().locator("th").innerText(), "in the order of the screen");
  await close();
});

test("the clusters of a node are a table, whatever the node is", async ({ open }) => {
  const { page, close } = await open({ hash: `#/concordance?node=${encodeURIComponent("合*")}&scope=page:003` });
  await page.locator("main a.button[href*='#/phrases']").click();
  await settle(page);
  assert.match(decodeURIComponent(page.url()), /#\/phrases\?kind=ngrams&node=合\*&scope=page:003/);
  const phrases = await page.locator("table.phrases tbody th").allInnerTexts();
  assert.ok(phrases.length > 3 && phrases.every((phrase) => phrase.includes("合")), phrases.join());
  const asked = await page.evaluate(() => duidu.ngrams({ scope: { page: "003" }, node: "合*" }));
  assert.deepEqual(phrases.slice(0, 5), asked.slice(0, 5).map(({ words }) => words.join("")));
  await close();
});

test("the reader's own corpus is cited with its author, title and address", async ({ open }) => {
  const { page, close } = await open({ hash: "#/texts" });
  await page.locator("#choose-folder").setInputFiles(folders()[0]);
  await page.locator("table.texts tbody tr[data-row]").nth(4).waitFor();
  await page.locator(".views li:nth-child(4) a").click();
  await settle(page);
  await page.locator(".take-along summary").click();
  await settle(page);
  const fields = page.locator(".own-corpus input");
  for (const [at, text] of ["陳大文", "公園語料庫", "https://doi.org/10.1/x"].entries()) {
    await fields.nth(at).fill(text);
    await fields.nth(at).press("Enter");
    await settle(page);
  }
  const cited = await page.locator(".take-along pre").allInnerTexts();
  assert.match(cited[0], /^陳大文\. \(n\.d\.\)\. 公園語料庫 \[Corpus\]\. https:\/\/doi\.org\/10\.1\/x\n對讀/);
  for (const text of cited) assert.ok(text.includes("公園語料庫"), text);
  // What is said of own texts is not said of the examples.
  await page.evaluate(() => (location.hash = "#/words?scope=page:003"));
  await settle(page);
  if (!(await page.locator(".take-along[open]").count())) await page.locator(".take-along summary").click();
  await settle(page);
  assert.equal(await fields.count(), 0);
  assert.ok(!(await page.locator(".take-along").innerText()).includes("公園語料庫"));
  // The facts and the table of several stories can be cited too.
  for (const hash of ["#/facts/003-1/004-1", "#/witnesses/003-1/004-1"]) {
    await page.evaluate((hash) => (location.hash = hash), hash);
    await settle(page);
    await page.locator(".take-along summary").first().click();
    await settle(page);
    assert.match(await page.locator(".take-along").first().innerText(), /APA[^]*TY {2}- COMP/);
  }
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

test("files of one name, hundreds of tags, texts without a day and texts without a word each get a sentence", async ({ open }) => {
  const { page, close } = await open({ hash: "#/texts" });
  const root = mkdtempSync(join(tmpdir(), "duidu-corpora-"));
  for (const [folder, text] of [["甲", "居民贊成興建公園。\n"], ["乙", "……！\n"]]) {
    mkdirSync(join(root, folder));
    writeFileSync(join(root, folder, "a.txt"), text);
    writeFileSync(join(root, folder, "空.txt"), "");
    await page.locator("#choose-folder").setInputFiles(join(root, folder));
    await page.locator(".import-report").waitFor();
    await settle(page);
  }
  assert.match(await page.locator(".import-status").innerText(), /空\.txt[^]*空/);
  const rows = page.locator("table.texts tbody tr[data-row]");
  assert.equal(await rows.count(), 2);
  const give = async (table) => {
    await page.locator(".file-link input").setInputFiles({ name: "t.csv", mimeType: "text/csv", buffer: Buffer.from(table) });
    await settle(page);
    return page.locator(".facts-report").innerText();
  };
  assert.match(await give("file,paper\na.txt,晨報\n甲/a.txt,晚報\n"), /填入 1 份[^]*第 2 行「a\.txt」：有幾份文本同名/);
  const names = Array.from({ length: 300 }, (_, at) => `tag${at}`);
  assert.match(await give(`file,${names.join(",")}\n甲/a.txt,${names.join(",")}\n`), /填入 1 份/);
  assert.equal(await page.locator("table.texts thead .sort", { hasText: "tag" }).count(), 4);
  assert.equal(await page.locator(".columns-field input[value^=tag]").count(), 300);
  assert.equal((await page.evaluate(() => duidu.texts())).find(({ tags }) => tags.length).tags.length, 300);
  for (const [hash, words] of [
    ["#/words?scope=from:2025-01-01;to:2025-12-31;own:1", /沒有/],
    ["#/words?scope=folder:乙", /沒有一個詞/],
    ["#/keyness?target=folder:乙&reference=folder:甲", /沒有一個詞/],
  ]) {
    await page.evaluate((hash) => (location.hash = hash), hash);
    await settle(page);
    assert.match(await page.locator("main").innerText(), words, hash);
  }
  await close();
});
