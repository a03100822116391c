// The browser's storage fails in every way it can. Each time: nothing that was confirmed is lost while the page lives, the
// page says the truth, and what comes later is kept once the storage is back.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "./harness.mjs";
import { faults, faulty, kept, keptNames } from "./faulty-storage.mjs";
import { settle, until } from "./chrome.mjs";
import { ANALYSES } from "./faults.mjs";

const OLD = JSON.parse(readFileSync(new URL("old-database.json", import.meta.url)));

/// Texts without the fields that came after the database was written.
const asThen = (texts) => texts.map(({ paper, date, series, headline, tags, ...row }) => row);

const ready = async (page) => {
  await page.waitForFunction(() => globalThis.duidu, undefined, { timeout: 30_000 });
  await page.evaluate(() => globalThis.duidu.ready.then(() => undefined));
};
const reload = async (page) => {
  await page.reload();
  await ready(page);
};
const addText = (page, name) =>
  page.evaluate((name) => duidu.addText({ name, text: `${name}\n山上的花都開了，${name}也來了。`, split: false }), name);
const names = (page) => page.evaluate(async () => (await duidu.texts()).map(({ name }) => name));
const words = (page) => page.evaluate(async () => (await duidu.dictionary.list()).map(({ word }) => word));
const add = (page, word) => page.evaluate((word) => duidu.dictionary.add(word).then(() => "kept", (e) => e.name), word);
const notice = (page) => page.locator(".storage-notice");
const isKept = ({ warnings }) => !warnings.some(({ kind }) => kind === "notKept");
/// Waits until the page has no more to say of its storage.
const mended = (page) => notice(page).waitFor({ state: "detached", timeout: 60_000 });

/// Lets each operation of an import and of a correction fail in turn, and looks what is there at the end of each.
async function eachOperation({ open, site }, kind, operations) {
  const { page, close } = await open({ hash: "#/texts", prepare: faulty(site) });
  const [texts, terms] = [[], []];
  for (const at of operations) {
    for (const change of ["text", "word"]) {
      await faults(page, ([kind, at]) => globalThis.faults.arm(kind, at), [kind, at]);
      let confirmed;
      if (change === "text") {
        texts.push(`${kind}${at}`);
        confirmed = isKept(await addText(page, texts.at(-1)));
      } else {
        terms.push(`花都${String.fromCodePoint(0x4e00 + terms.length)}`);
        confirmed = (await add(page, terms.at(-1))) === "kept";
      }
      const struck = await faults(page, () => {
        globalThis.faults.disarm();
        return globalThis.faults.struck;
      });
      // What is in memory is all of it, confirmed or not.
      assert.deepEqual(await names(page), texts, `${kind} at ${at}: texts in memory`);
      assert.deepEqual((await words(page)).sort(), [...terms].sort(), `${kind} at ${at}: entries in memory`);
      if (confirmed) {
        const there = await keptNames(page);
        const missing = change === "text" ? !there.texts.includes(texts.at(-1)) : !there.words.includes(terms.at(-1));
        assert.ok(!missing, `${kind} at ${at}: what was confirmed is kept`);
      } else {
        assert.equal(struck, 1, `${kind} at ${at}: refused without a cause`);
      }
      await mended(page);
      const there = await keptNames(page);
      assert.deepEqual(there.texts, texts, `${kind} at ${at}: kept once the storage is back`);
      for (const term of terms) assert.ok(there.words.includes(term), `${kind} at ${at}: ${term} is kept`);
    }
  }
  await reload(page);
  assert.deepEqual(await names(page), texts);
  assert.deepEqual((await words(page)).sort(), [...terms].sort());
  await close();
}

/// Opening the transaction, reading what others changed, writing a page, and the log.
const OPERATIONS = [1, 2, 4, 6, 7, 8, 9];
for (const kind of ["throw", "abort", "quota", "quota-thrown", "close"]) {
  test(`storage that fails (${kind}) at any operation loses nothing`, (world) => eachOperation(world, kind, OPERATIONS));
}

test("storage that falls silent in an operation is given up, said, and taken up again", async ({ open, site }) => {
  const { page, close } = await open({ hash: "#/texts", prepare: faulty(site) });
  assert.ok(isKept(await addText(page, "先")));
  for (const [at, name] of [[3, "讀"], [9, "寫"]]) {
    await faults(page, (at) => globalThis.faults.arm("hang", at), at);
    assert.ok(!isKept(await addText(page, name)), "it is not confirmed");
    await faults(page, () => globalThis.faults.disarm());
    await mended(page);
  }
  assert.deepEqual((await keptNames(page)).texts.sort(), ["先", "寫", "讀"].sort());
  await reload(page);
  assert.deepEqual(await names(page), ["先", "讀", "寫"]);
  await close();
});

test("storage that is full is said as long as it is full, and the session file is offered", async ({ open, site }) => {
  const { page, close } = await open({ hash: "#/texts", prepare: faulty(site) });
  await addText(page, "先");
  await faults(page, () => globalThis.faults.arm("quota-thrown", 1, Infinity, ["add", "put"]));
  assert.ok(!isKept(await addText(page, "滿")));
  await notice(page).waitFor();
  assert.match(await notice(page).innerText(), /1 份文本.*已滿/);
  await page.locator(".keeping p").waitFor();
  assert.doesNotMatch(await page.locator(".keeping").innerText(), /2 份文本存於這個瀏覽器/);
  const download = page.waitForEvent("download");
  await notice(page).locator("button", { hasText: "匯出工作檔" }).click();
  const session = JSON.parse(readFileSync(await (await download).path(), "utf8"));
  assert.deepEqual(session.pages.map(({ page }) => page.source.name), ["先", "滿"]);
  // A question that is cancelled must not end the thread that alone has this text.
  const before = page.workers().length;
  await page.evaluate(() => duidu.similarity("all").catch(() => undefined));
  assert.equal(page.workers().length, before);
  await page.waitForTimeout(3_000);
  assert.equal(await notice(page).count(), 1, "it stays");
  await faults(page, () => globalThis.faults.disarm());
  await notice(page).locator("button", { hasText: "再試" }).click();
  await mended(page);
  assert.deepEqual((await keptNames(page)).texts, ["先", "滿"]);
  await page.locator(".keeping p", { hasText: "2 份文本存於這個瀏覽器" }).waitFor();
  await close();
});

test("a database that the browser gave up is filled again from memory, and every window adds its own", async ({ open,
  address, site }) => {
  const { page, context, close } = await open({ hash: "#/texts", prepare: faulty(site) });
  for (const name of ["一", "二", "三"]) await addText(page, name);
  await add(page, "山上的花");
  const other = await context.newPage();
  await other.goto(`${address}#/texts`);
  await ready(other);
  assert.deepEqual(await names(other), ["一", "二", "三"]);
  await settle(other);
  await Promise.all([page, other].map((page) => faults(page, () => globalThis.faults.open.splice(0).forEach((it) => {
    it.close();
    globalThis.lost = [...(globalThis.lost ?? []), it];
  }))));
  await faults(page, () => globalThis.faults.lose());
  await Promise.all([page, other].map((page) => faults(page, () => globalThis.lost.forEach((it) => it.dispatchEvent(new Event("close"))))));
  await page.locator(".notices .notice", { hasText: "儲存已恢復" }).waitFor({ timeout: 20_000 });
  await Promise.all([mended(page), mended(other)]);
  assert.ok(isKept(await addText(page, "四")));
  assert.ok(isKept(await addText(other, "五")));
  await until(page, async () => (await duidu.texts()).length === 5);
  await reload(page);
  assert.deepEqual(await names(page), ["一", "二", "三", "四", "五"]);
  assert.deepEqual(await names(other), ["一", "二", "三", "四", "五"]);
  assert.deepEqual(await words(page), ["山上的花"]);
  await close();
});

test("site data that the reader threw away are not written again unasked", async ({ open, site }) => {
  const { page, close } = await open({ hash: "#/texts", prepare: faulty(site) });
  await addText(page, "一");
  await settle(page);
  await page.evaluate(() => localStorage.clear());
  await faults(page, () => globalThis.faults.lose());
  await notice(page).waitFor({ timeout: 20_000 });
  assert.match(await notice(page).innerText(), /1 份文本.*仍在本頁的記憶體/);
  await page.waitForTimeout(2_000);
  assert.deepEqual((await keptNames(page)).texts, []);
  await notice(page).locator("button", { hasText: "重新存下" }).click();
  await mended(page);
  assert.deepEqual((await keptNames(page)).texts, ["一"]);
  await close();
});

test("storage that opens late is not said to be empty, and gives what it holds when asked", async ({ open, site }) => {
  const { page, context, close } = await open({ hash: "#/texts", prepare: faulty(site) });
  await addText(page, "舊");
  await add(page, "山上的花");
  await context.unroute(ANALYSES);
  // The next opening takes nine seconds, as on a disk that is busy.
  await faulty(site, `{
    const real = IDBFactory.prototype.open;
    let first = true;
    IDBFactory.prototype.open = function (...parts) {
      const request = real.apply(this, parts);
      if (!first) return request;
      first = false;
      // The handler is heard nine seconds after the browser has answered.
      let handler = null;
      const later = (event) => setTimeout(() => handler?.call(request, event), 9_000);
      request.addEventListener("success", later);
      Object.defineProperty(request, "onsuccess", { set: (given) => { handler = given; }, get: () => handler });
      return request;
    };
  }`)(context);
  await reload(page);
  await notice(page).waitFor();
  assert.match(await notice(page).innerText(), /讀不到.*不等於沒有/);
  assert.match(await page.locator("main .empty").innerText(), /不等於沒有/);
  assert.ok(!isKept(await addText(page, "新")));
  await notice(page).filter({ hasText: "1 份自備文本" }).waitFor({ timeout: 20_000 });
  assert.deepEqual(await names(page), ["新"], "nothing changes unasked");
  await notice(page).locator("button", { hasText: "載入" }).click();
  await mended(page);
  assert.deepEqual(await names(page), ["舊", "新"]);
  assert.deepEqual(await words(page), ["山上的花"]);
  assert.deepEqual((await keptNames(page)).texts, ["舊", "新"]);
  await close();
});

test("storage that never opens, or refuses, is said and not taken for empty", async ({ open, site }) => {
  for (const kind of ["hang", "throw"]) {
    const { page, close } = await open({ hash: "#/texts", prepare: faulty(site, `faults.arm("${kind}", 1, Infinity, ["open"]);`) });
    await notice(page).waitFor();
    assert.match(await notice(page).innerText(), /讀不到/);
    assert.ok(!isKept(await addText(page, "新")));
    assert.deepEqual(await names(page), ["新"]);
    await faults(page, () => globalThis.faults.disarm());
    // The page tries by itself too, and may be faster.
    await Promise.any([notice(page).locator("button", { hasText: "再試" }).click(), mended(page)]);
    await mended(page);
    assert.deepEqual((await keptNames(page)).texts, ["新"]);
    await close();
  }
});

test("storage of a later version is said, at the start and when another window brings it", async ({ open, address }) => {
  const { page, context, close } = await open({ hash: "#/texts" });
  await addText(page, "舊");
  const other = await context.newPage();
  await other.goto(`${address}nothing.txt`);
  await other.evaluate(() => new Promise((done, failed) => {
    const request = indexedDB.open("duidu", 99);
    request.onsuccess = () => done(request.result.close());
    request.onblocked = () => failed(new Error("the page does not let go"));
  }));
  await notice(page).waitFor();
  assert.match(await notice(page).innerText(), /較新版本/);
  assert.ok(!isKept(await addText(page, "新")));
  assert.deepEqual(await names(page), ["舊", "新"]);
  await reload(page);
  await notice(page).waitFor();
  assert.match(await notice(page).innerText(), /讀不到.*較新版本/);
  assert.match(await page.locator("main .empty").innerText(), /不等於沒有/);
  await close();
});

/// Makes a database as a build of the app did, in a context that holds nothing yet; gives a page of the site without the app.
async function withDatabase(context, address, { version, stores }) {
  const page = await context.newPage();
  await page.goto(`${address}nothing.txt`);
  await page.evaluate(async ({ version, stores }) => {
    const database = await new Promise((done) => {
      const request = indexedDB.open("duidu", version);
      request.onupgradeneeded = () => {
        for (const [name, { autoIncrement, records }] of Object.entries(stores)) {
          const store = request.result.createObjectStore(name, { autoIncrement });
          for (const [key, value] of records) store.put(value.bytes ? new Uint8Array(value.bytes) : value, key);
        }
      };
      request.onsuccess = () => done(request.result);
    });
    database.close();
  }, { version, stores });
  return page;
}

test("a database of the first layout opens unchanged, and its session file too", async ({ open, browser, address }) => {
  const context = await browser.newContext({ locale: "zh-HK" });
  const page = await withDatabase(context, address, OLD);
  await page.goto(address);
  await ready(page);
  assert.deepEqual(asThen(await page.evaluate(() => duidu.texts())), OLD.seen.texts);
  assert.equal(await page.evaluate(() => duidu.dictionary.export()), OLD.seen.dictionary);
  // Stories have said since what file they are of, and their tags.
  const stories = await page.evaluate(() => duidu.stories({ series: "四季" }));
  assert.deepEqual(stories.map(({ file, tags, ...story }) => story), OLD.seen.stories);
  assert.ok(stories.every(({ file, tags }) => file && tags.length === 0));
  assert.deepEqual((await addText(page, "新")).stories, ["u5-1"], "no number is given twice");
  await context.close();
  const there = await open();
  const came = await there.page.evaluate((json) => duidu.session.import(json), OLD.session);
  assert.deepEqual(asThen(await there.page.evaluate(() => duidu.texts())), OLD.seen.texts);
  assert.deepEqual(came.settings.refused, []);
  assert.deepEqual(came.settings.taken, ["language", "theme", "reference"].filter((name) => came.settings.taken.includes(name)));
  assert.ok(came.settings.taken.includes("reference"));
  assert.equal(await there.page.evaluate(() => localStorage.getItem("duidu.reference")), "的\t5120\n天氣\t812\n");
  await there.close();
});

test("a database of today's layout opens unchanged, and what is written to it is in that layout", async ({ browser, address }) => {
  // A dictionary whose file has taken in changes, a journal of pages that forgot its beginning, a clearing, and a name.
  const dictionary = [[-1, "1 300"], [0, "山上 n\n花都開 0 花/都/開\n"], [301, "#here 0-3 夏天來 - u2-1\n"], [302, "#gone 花都開\n"]];
  const news = [[-3, "1764400000000 0.5"], [-2, 3], [-1, "1 5"], [4, "1 2"], [5, "3 4"], [6, "4"]];
  const { bytes, texts } = OLD.stores;
  const records = { bytes: bytes.records, dictionary, news, texts: texts.records };
  const stores = Object.fromEntries(
    Object.entries(records).map(([name, records]) => [name, { autoIncrement: ["dictionary", "news"].includes(name), records }]),
  );
  const context = await browser.newContext({ locale: "zh-HK" });
  const page = await withDatabase(context, address, { version: 2, stores });
  const before = (await kept(page)).stores;
  await page.goto(address);
  await ready(page);
  assert.deepEqual((await page.evaluate(() => duidu.texts())).map(({ id }) => id), texts.records.map(([number]) => `u${number}`));
  assert.deepEqual(await words(page), ["山上", "夏天來"]);
  assert.deepEqual((await kept(page)).stores, before, "opening changes nothing");
  assert.equal(await add(page, "秘密花園"), "kept");
  assert.ok(isKept(await addText(page, "新")));
  const after = (await kept(page)).stores;
  assert.deepEqual(after.dictionary, [...dictionary, [303, "秘密花園\n"]]);
  assert.deepEqual(after.news, [...news.slice(0, 2), [-1, "1 6"], ...news.slice(3), [7, "5"]]);
  assert.deepEqual(after.texts.slice(0, -1), before.texts);
  assert.equal(after.texts.at(-1)[0], 5, "no number is given twice");
  assert.deepEqual(after.bytes, before.bytes);
  await page.evaluate(() => duidu.clear());
  const clearedNews = [news[0], [-2, 8], ...after.news.slice(2), [8, "1 2 3 5"]];
  const cleared = (await kept(page)).stores;
  assert.deepEqual(cleared, { bytes: [], dictionary: [[-1, "1 304"], [0, ""]], news: clearedNews, texts: [] });
  await context.close();
});

/// Fills a browser with everything a reader can leave in it.
async function fill(page) {
  await addText(page, "秘密");
  await page.evaluate(() => duidu.addText({ name: "密.txt", bytes: new Uint8Array([0xac, 0x4b, 0xa4, 0xd1, 0xa1, 0x43]) }));
  await add(page, "秘密花園");
  await page.evaluate(() => localStorage.setItem("duidu.reference", "秘密\t5\n"));
  await page.evaluate(() => localStorage.setItem("duidu.stopWords", "秘密\n"));
  await page.evaluate(() => localStorage.setItem("duiduevil", "秘密"));
}

const secret = (found) => JSON.stringify(found).includes("秘密");

test("everything is cleared when that is said, in the database and beside it", async ({ open }) => {
  const { page, close } = await open({ hash: "#/texts" });
  await fill(page);
  assert.ok(secret(await kept(page)));
  await page.locator(".keeping button:text-is('清除一切')").click();
  await page.locator("#clear-everything .primary").click();
  await page.locator(".notices .notice", { hasText: "已清除一切。" }).waitFor();
  const left = await kept(page);
  assert.ok(!secret(left), JSON.stringify(left));
  assert.deepEqual(Object.keys(left.small).filter((name) => name.startsWith("duidu")), []);
  assert.deepEqual([left.stores.texts, left.stores.bytes], [[], []]);
  const undone = await page.evaluate(() => duidu.dictionary.undo().then(() => "undone", (error) => error.name));
  assert.equal(undone, "NothingToUndo", "nobody brings it back");
  await reload(page);
  assert.deepEqual([await names(page), await words(page)], [[], []]);
  await close();
});

test("where the database cannot be written it is deleted; where that fails too, nobody says that all is cleared", async ({ open, site }) => {
  const { page, close } = await open({ hash: "#/texts", prepare: faulty(site) });
  await fill(page);
  await faults(page, () => globalThis.faults.arm("throw", 1, Infinity, ["clear", "add", "put"]));
  await page.evaluate(() => duidu.clear());
  await faults(page, () => globalThis.faults.disarm());
  assert.ok(!secret(await kept(page)));
  await fill(page);
  await faults(page, () => globalThis.faults.arm("throw", 1, Infinity, ["clear", "add", "put", "deleteDatabase"]));
  await page.locator(".keeping button:text-is('清除一切')").click();
  await page.locator("#clear-everything .primary").click();
  await page.locator(".notices .notice", { hasText: "可能還存有資料" }).waitFor({ timeout: 20_000 });
  assert.equal(await page.locator(".notices .notice", { hasText: "已清除一切。" }).count(), 0);
  assert.deepEqual(await names(page), [], "what is on the screen goes in any case");
  const refused = await page.evaluate(() => duidu.clear().then(() => "cleared", (error) => error.name));
  assert.equal(refused, "NotCleared");
  await faults(page, () => globalThis.faults.disarm());
  await page.evaluate(() => duidu.clear());
  assert.ok(!secret(await kept(page)));
  await close();
});

test("a clear in another window ends an import, which says so, and nothing comes after it", async ({ open, address }) => {
  const { page, context, close } = await open({ hash: "#/texts" });
  const other = await context.newPage();
  await other.goto(address);
  await ready(other);
  const body = "山上的花都開了，樹也綠了。\n".repeat(400);
  const folder = Array.from({ length: 400 }, (_, n) => ({ name: `${n}.txt`, mimeType: "text/plain", buffer: Buffer.from(`第${n}篇\n${body}`) }));
  await page.locator("#choose-files").setInputFiles(folder);
  await until(other, async () => (await duidu.texts()).length > 20);
  await other.evaluate(() => duidu.clear());
  assert.deepEqual((await keptNames(other)).texts, []);
  await page.locator(".import-status", { hasText: "匯入已停止" }).waitFor({ timeout: 20_000 });
  await page.waitForTimeout(1_000);
  for (const window of [page, other]) {
    assert.deepEqual(await names(window), []);
  }
  assert.deepEqual((await keptNames(other)).texts, []);
  // What is added afterwards is meant.
  assert.ok(isKept(await addText(page, "後")));
  await until(other, async () => (await duidu.texts()).length === 1);
  await close();
});
