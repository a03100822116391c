// The reader's own texts: they are kept, shared between windows, carried by a session, and none that was confirmed is
// lost.
import assert from "node:assert/strict";
import { test } from "./harness.mjs";
import { open as openPage, until } from "./chrome.mjs";
import { zip } from "./zip.mjs";

/// 春天來了，山上的花都開了。 in Big5.
const BIG5 = [0xac, 0x4b, 0xa4, 0xd1, 0xa8, 0xd3, 0xa4, 0x46, 0xa1, 0x41, 0xa4, 0x73, 0xa4, 0x57, 0xaa, 0xba, 0xaa,
  0xe1, 0xb3, 0xa3, 0xb6, 0x7d, 0xa4, 0x46, 0xa1, 0x43];
const SPRING = "春天來了，山上的花都開了。";

const ready = async (page) => {
  await page.waitForFunction(() => globalThis.duidu, undefined, { timeout: 20_000 });
  await page.evaluate(() => globalThis.duidu.ready.then(() => undefined));
};

const reload = async (page) => {
  await page.reload();
  await ready(page);
};

const addText = (page, options) => page.evaluate((options) => duidu.addText(options), options);
const own = (page) =>
  page.evaluate(async () => (await duidu.stories()).filter(({ id }) => id.startsWith("u")).map(({ id }) => id));
const texts = (page) => page.evaluate(() => duidu.texts());

test("Big5 bytes are a story like any other, and still there after a reload", async ({ open }) => {
  const { page, close } = await open();
  const added = await page.evaluate(
    (bytes) => duidu.addText({ name: "春.txt", bytes: new Uint8Array(bytes), paper: "晨報", date: "2025-03-01", series: "四季" }),
    BIG5,
  );
  assert.deepEqual([added.stories, added.encoding], [["u1-1"], "big5"]);
  const check = async () => {
    const [story] = await page.evaluate(() => duidu.stories({ series: "四季" }));
    assert.deepEqual([story.id, story.paper, story.date, story.series], ["u1-1", "晨報", "2025-03-01", "四季"]);
    assert.equal(await page.evaluate(() => duidu.text("u1-1")), SPRING);
    const kwic = await page.evaluate(() => duidu.kwic({ node: "春天", scope: ["u1-1"] }));
    assert.deepEqual(kwic.map(({ id, start }) => [id, start]), [["u1-1", 0]]);
  };
  await check();
  await reload(page);
  await check();
  assert.equal((await page.evaluate(() => duidu.ready)).stories, 27);
  await close();
});

test("what cannot be added is refused with a name and a sentence", async ({ open }) => {
  const { page, close } = await open();
  const names = await page.evaluate(async () => {
    const bytes = new Uint8Array([1, 2, 3]);
    const wrong = [
      () => duidu.addText({ name: "a.txt" }),
      () => duidu.addText({ name: "a.txt", text: "字", bytes }),
      () => duidu.addText({ text: "字" }),
      () => duidu.addText({ name: "a.txt", text: "字", enc: "big5" }),
      () => duidu.addText({ name: "a.txt", bytes, encoding: "ebcdic" }),
      () => duidu.addText({ name: "a.txt", bytes: "字" }),
      () => duidu.addText({ name: "a.txt", text: "字", date: "2025-02-30" }),
      () => duidu.addText({ name: "a.txt", bytes: new Uint8Array(0) }),
      () => duidu.addText({ name: "a.txt", bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]) }),
      () => duidu.removeText("u9"),
      () => duidu.removeText("003-1"),
      () => duidu.session.import("{}"),
      () => duidu.session.import('{"format":"duidu-session","version":99}'),
    ];
    return Promise.all(
      wrong.map(async (call) => call().then(() => "resolved", (e) => (e instanceof Error && e.message.length > 12 ? e.name : "?"))),
    );
  });
  assert.deepEqual(names, [
    ...Array(7).fill("InvalidArgument"),
    "Empty",
    "Binary",
    "UnknownText",
    "UnknownText",
    "NotASession",
    "SessionTooNew",
  ]);
  assert.deepEqual(await texts(page), []);
  await close();
});

test("halves of characters are mended and said", async ({ open }) => {
  const { page, close } = await open();
  const added = await page.evaluate(() => duidu.addText({ name: "半", text: "春天\ud842來了，花開了。", split: false }));
  assert.equal(added.warnings[0].kind, "loneSurrogates");
  assert.equal(await page.evaluate(() => duidu.text("u1-1")), "春天\ufffd來了，花開了。");
  await close();
});

test("the files of an archive come in, and a broken one stops none", async ({ open }) => {
  const { page, close } = await open();
  const files = [["a.txt", SPRING], ["空.txt", ""], ["b.txt", "夏天來了，山上的樹都綠了。"]];
  const added = await page.evaluate(
    (bytes) => duidu.addText({ name: "四季.zip", bytes: new Uint8Array(bytes) }),
    [...zip(files)],
  );
  assert.deepEqual(added.stories, ["u1-1", "u2-1"]);
  const failed = added.warnings.filter(({ kind }) => kind === "Empty");
  assert.equal(failed.length, 1);
  assert.match(failed[0].message, /空\.txt/);
  await close();
});

test("stories and pages are taken out, and everything is cleared", async ({ open }) => {
  const { page, close } = await open();
  await addText(page, { name: "春", text: SPRING });
  await addText(page, { name: "夏", text: "夏天來了，山上的樹都綠了。" });
  await page.evaluate(() => duidu.dictionary.add("山上"));
  await page.evaluate(() => duidu.removeText("u1-1"));
  assert.deepEqual(await own(page), ["u2-1"]);
  await page.evaluate(() => duidu.clear());
  const check = async () => {
    assert.deepEqual([await own(page), await texts(page)], [[], []]);
    assert.equal(await page.evaluate(() => duidu.dictionary.export()), "");
  };
  await check();
  await reload(page);
  await check();
  const { stories } = await addText(page, { name: "秋", text: "秋天來了，山上的葉都落了。" });
  assert.deepEqual(stories, ["u3-1"], "a name is not given twice");
  await close();
});

test("two windows never give one name to two texts, and see each other's", async ({ open, address }) => {
  const { page, context, close } = await open();
  const other = await context.newPage();
  await other.goto(address);
  await ready(other);
  const add = (page, mark) =>
    page.evaluate(
      (mark) => Promise.all(Array.from({ length: 8 }, (_, n) => duidu.addText({ name: `${mark}${n}`, text: `${mark}山上的花都開了。` }))),
      mark,
    );
  const added = (await Promise.all([add(page, "甲"), add(other, "乙")])).flat().flatMap(({ stories }) => stories);
  assert.equal(new Set(added).size, 16);
  const all = (page) => until(page, async () => (await duidu.texts()).length === 16);
  await Promise.all([all(page), all(other)]);
  assert.deepEqual(await texts(page), await texts(other));
  await other.evaluate(() => duidu.removeText("u1"));
  await until(page, async () => (await duidu.texts()).length === 15);
  await reload(page);
  assert.deepEqual(await texts(page), await texts(other));
  await close();
});

test("a session opens elsewhere with everything in it", async ({ open, browser, address }) => {
  const { page, close } = await open();
  await page.evaluate(
    (bytes) => duidu.addText({ name: "春.txt", bytes: new Uint8Array(bytes), paper: "晨報" }),
    BIG5,
  );
  await addText(page, { name: "夏", text: "夏天\n夏天來了，山上的樹都綠了。\n海邊的風也大了。" });
  await page.evaluate(() => duidu.dictionary.add("山上"));
  const session = await page.evaluate(() => duidu.session.export());
  await page.evaluate(() => duidu.clear());
  await page.evaluate((json) => duidu.session.import(json), session);
  assert.equal(await page.evaluate(() => duidu.session.export()), session);
  const there = await openPage(browser, address);
  await there.page.evaluate((json) => duidu.session.import(json), session);
  await reload(there.page);
  assert.equal(await there.page.evaluate(() => duidu.session.export()), session);
  assert.deepEqual(await own(there.page), ["u1-1", "u2-1"]);
  await there.close();
  await close();
});

test("a session file replaces nothing, says what it did, and is taken back in one step", async ({ open }) => {
  const theirs = await open();
  await addText(theirs.page, { name: "他.txt", text: "龔正在說春天。" });
  await addText(theirs.page, { name: "同.txt", text: SPRING });
  const theirIds = await own(theirs.page);
  await theirs.page.evaluate((id) => duidu.dictionary.split("龔正在", ["龔正", "在"], { place: { id, start: 0 } }), theirIds[0]);
  await theirs.page.evaluate(() => duidu.dictionary.add("山上", { tag: "n" }));
  await theirs.page.evaluate(() => {
    localStorage.setItem("duidu.reference", "他\t5\n");
    localStorage.setItem("duidu.stopWords", "的\n了\n");
  });
  const session = JSON.parse(await theirs.page.evaluate(() => duidu.session.export()));
  await theirs.close();
  assert.deepEqual(Object.keys(session.settings).sort(), ["reference", "stopWords"]);
  session.settings.duiduevil = "x".repeat(1_000);
  session.settings.theme = "none";
  const { page, close } = await open({ hash: "#/texts" });
  await addText(page, { name: "我.txt", text: "海邊的風很大。" });
  await addText(page, { name: "同.txt", text: SPRING });
  await page.evaluate(() => duidu.dictionary.add("山上", { tag: "s" }));
  await page.evaluate(() => localStorage.setItem("duidu.reference", "我\t5\n"));
  const all = () => page.evaluate(async () => ({ session: await duidu.session.export(), small: JSON.stringify({ ...localStorage }) }));
  const before = await all();
  const came = await page.evaluate((json) => duidu.session.import(json), JSON.stringify(session));
  assert.deepEqual(came.texts, { added: ["u3"], already: 1, beside: [] });
  assert.deepEqual(came.dictionary, { added: 1, already: 0, conflicts: ["山上 n"], homeless: 0, entries: 2 });
  assert.deepEqual([came.settings.taken, came.settings.stays], [["stopWords"], ["reference"]]);
  assert.deepEqual(
    came.settings.refused.map(({ name, problem }) => `${name} ${problem}`).sort(),
    ["duiduevil unknown", "theme invalid"],
  );
  assert.equal(await page.evaluate(() => localStorage.getItem("duiduevil")), null);
  assert.equal(await page.evaluate(() => duidu.text("u1-1")), "海邊的風很大。");
  assert.equal(await page.evaluate(() => duidu.text("u3-1")), "龔正在說春天。");
  const [place] = (await page.evaluate(() => duidu.dictionary.list())).filter(({ place }) => place);
  assert.deepEqual(place.place, { id: "u3-1", start: 0, end: 3 });
  const again = await page.evaluate((json) => duidu.session.import(json), JSON.stringify(session));
  assert.deepEqual([again.texts.added, again.texts.already, again.dictionary.already], [[], 2, 1]);
  assert.deepEqual(await page.evaluate(() => duidu.session.undo()), { texts: 1, entries: 1, settings: 1, changed: 0 });
  assert.deepEqual(await all(), before);
  assert.equal(await page.evaluate(() => duidu.session.undo().then(() => "undone", (error) => error.name)), "NothingToUndo");
  await reload(page);
  assert.deepEqual(await all(), before);
  // The page says the same, and has a button for the way back.
  await page.goto(`${page.url().split("#")[0]}#/texts`);
  await page.locator("#session-file").setInputFiles({ name: "s.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(session)) });
  const report = page.locator(".session-status");
  await report.waitFor();
  const said = (await report.innerText()).replace(/\s+/g, " ");
  for (const part of ["新增 1 份", "1 份原已在此", "新增 1 條", "1 條與這裏的說法不同", "停用詞表", "duiduevil"]) {
    assert.ok(said.includes(part), `${part} in ${said}`);
  }
  await report.locator("button", { hasText: "復原這次匯入" }).click();
  await report.waitFor({ state: "detached" });
  assert.deepEqual(await all(), before);
  await close();
});

test("what an import had confirmed is there after the page was killed", async ({ open }) => {
  const { page, context, close } = await open();
  const body = "山上的花都開了，樹也綠了。\n".repeat(20);
  const files = Array.from({ length: 2_000 }, (_, n) => [`${String(n).padStart(4, "0")}.txt`, `第${n}篇\n${body}`]);
  const confirmed = until(page, async () => {
    const databases = await indexedDB.databases();
    if (!databases.some(({ name }) => name === "duidu")) return 0;
    return new Promise((resolve) => {
      const request = indexedDB.open("duidu");
      request.onsuccess = () => {
        const count = request.result.transaction("texts").objectStore("texts").count();
        count.onsuccess = () => {
          request.result.close();
          resolve(count.result >= 192 ? count.result : 0);
        };
      };
    });
  }, undefined, { polling: 20 });
  await page.evaluate((bytes) => {
    const packed = Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0));
    // Nobody waits for it: the page is killed before it ends.
    duidu.addText({ name: "二千.zip", bytes: packed });
  }, zip(files).toString("base64"));
  const before = await confirmed;
  assert.ok(before < 2_000, "the import is under way");
  await page.close();
  const again = await context.newPage();
  await again.goto(page.url());
  await ready(again);
  const kept = await texts(again);
  assert.ok(kept.length >= before && kept.length < 2_000, `${kept.length} of ${before} are there`);
  assert.deepEqual(kept.map(({ id }) => id), kept.map((_, n) => `u${n + 1}`), "whole, in order, none twice");
  assert.ok(kept.every(({ name, stories }, n) => stories >= 1 && name.endsWith(`${String(n).padStart(4, "0")}.txt`)));
  await close();
});

test("a worker that crashes comes back with the texts", async ({ open }) => {
  const { page, close } = await open();
  await addText(page, { name: "春", text: SPRING });
  const [worker] = page.workers();
  const next = page.waitForEvent("worker");
  await worker.evaluate(() => {
    setTimeout(() => {
      throw new Error("crashed for a test");
    });
  });
  await next;
  assert.deepEqual(await own(page), ["u1-1"]);
  await close();
});

test("texts added without a pause are all on the page, however it is drawn", async ({ open }) => {
  // Yew draws in slices, between which the browser hands over messages: here it hands over more or fewer of them.
  const slow = (context) => context.addInitScript(() => {
    const real = globalThis.setTimeout;
    let seed = 7;
    const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
    globalThis.setTimeout = (call, delay, ...rest) => real(call, delay || random() * 40, ...rest);
  });
  for (const rate of [3, 4, 4]) {
    const { page, context, close } = await open({ hash: "#/texts", prepare: slow });
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate });
    for (let round = 1; round <= 3; round += 1) {
      await page.evaluate(async (round) => {
        for (let at = 0; at < 2; at += 1) await duidu.addText({ name: `${round}-${at}`, text: `圖書館第${round}年第${at}次延長開放時間。` });
      }, round);
      await until(page, (count) => document.querySelectorAll('.story-list a[href*="~"]').length === count, 2 * round);
    }
    await close();
  }
});
