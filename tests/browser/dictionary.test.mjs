// The reader's dictionary: corrections by mouse, by keyboard and by script, and that none of them is lost.
import assert from "node:assert/strict";
import { test } from "./harness.mjs";
import { settle, visit } from "./chrome.mjs";

const NAME = "龔正在";

const words = (page, text) =>
  page.evaluate(async (text) => (await duidu.segment(text)).map(({ word }) => word), text);

/// The first place where the characters stand in a story.
const find = (page, text) =>
  page.evaluate(async (text) => {
    for (const { id } of await duidu.stories()) {
      const start = (await duidu.text(id)).indexOf(text);
      if (start >= 0) return { id, start, end: start + text.length };
    }
    throw new Error(`${text} stands in no story`);
  }, text);

/// How a place of a story is cut, as it is drawn: the words that stand in it, wholly or in part.
const drawn = (page, { start, end }) =>
  page.evaluate(
    ([start, end]) =>
      [...document.querySelectorAll(".story-text [data-start]")]
        .filter((word) => Number(word.dataset.start) < end && Number(word.dataset.end) > start)
        .map((word) => word.dataset.word),
    [start, end],
  );

const reload = async (page) => {
  await page.reload();
  await page.waitForFunction(() => globalThis.duidu, undefined, { timeout: 20_000 });
  await page.evaluate(() => globalThis.duidu.ready.then(() => undefined));
  await settle(page);
};

test("龔正在 is corrected by script, at once, and stays so after a reload", async ({ open }) => {
  const { page, close } = await open();
  await page.evaluate(() => duidu.dictionary.add("正在", { tag: "d" }));
  assert.deepEqual(await words(page, "龔正在致辭"), ["龔", "正在", "致辭"]);
  const effect = await page.evaluate((name) => duidu.dictionary.preview(name, { parts: ["龔正", "在"] }), NAME);
  const change = await page.evaluate((name) => duidu.dictionary.split(name, ["龔正", "在"]), NAME);
  assert.deepEqual(change.effect, effect);
  assert.deepEqual(await words(page, "龔正在致辭"), ["龔正", "在", "致辭"]);
  await reload(page);
  assert.deepEqual(await words(page, "龔正在致辭"), ["龔正", "在", "致辭"]);
  const list = await page.evaluate(() => duidu.dictionary.list());
  assert.deepEqual(list.map(({ word, parts, tag, enabled }) => [word, parts, tag, enabled]), [
    ["正在", [], "d", true],
    [NAME, ["龔正", "在"], "", true],
  ]);
  await page.evaluate((name) => duidu.dictionary.remove(name), NAME);
  assert.deepEqual(await words(page, "龔正在致辭"), ["龔", "正在", "致辭"]);
  await close();
});

test("counts obey a correction and its undoing", async ({ open }) => {
  const { page, close } = await open();
  const list = () => page.evaluate(async () => JSON.stringify(await duidu.wordList({ scope: "all" })));
  const before = await list();
  const change = await page.evaluate(() => duidu.dictionary.add("習近平主席"));
  assert.equal(await page.evaluate(() => duidu.dictionary.export()), "習近平主席\n");
  assert.ok(change.added === 1 && change.entries === 1);
  await page.evaluate(() => duidu.dictionary.disable("習近平主席"));
  assert.equal(await list(), before);
  assert.equal(await page.evaluate(() => duidu.dictionary.export()), "#off 習近平主席\n");
  await page.evaluate(() => duidu.dictionary.enable("習近平主席"));
  await page.evaluate(() => duidu.dictionary.clear());
  assert.equal(await list(), before);
  await page.evaluate(() => duidu.dictionary.undo());
  assert.equal(await page.evaluate(() => duidu.dictionary.export()), "習近平主席\n");
  await close();
});

test("broken lines are named by number and the good ones kept", async ({ open }) => {
  const { page, close } = await open();
  const file = "\ufeff龔正 nr\r\n，。\r\n字\r\n\r\n#\r\n正在\t9\td\r\n" + "長".repeat(10_000) + "\r\n龔正在 0 龔正/再\r\n正在　x9\r\n";
  const { added, errors } = await page.evaluate((file) => duidu.dictionary.import(file), file);
  assert.equal(added, 2);
  assert.deepEqual(errors.map(({ line, kind }) => [line, kind]), [
    [2, "punctuation"],
    [3, "oneCharacter"],
    [7, "tooLong"],
    [8, "parts"],
    [9, "frequency"],
  ]);
  assert.ok(errors.every(({ message }) => message.length > 12));
  await reload(page);
  assert.equal(await page.evaluate(() => duidu.dictionary.export()), "正在 9 d\n龔正 nr\n");
  await close();
});

test("entries that cannot be are refused with a name", async ({ open }) => {
  const { page, close } = await open();
  const names = await page.evaluate(async () => {
    const wrong = [
      () => duidu.dictionary.add("字"),
      () => duidu.dictionary.add("，。"),
      () => duidu.dictionary.add("長".repeat(65)),
      () => duidu.dictionary.add("龔正", { tag: "n r" }),
      () => duidu.dictionary.add("龔正", { tags: "nr" }),
      () => duidu.dictionary.split("龔正在", ["龔正", "再"]),
      () => duidu.dictionary.add("龔正", { place: { id: "003-1", start: 3, end: 9 } }),
      () => duidu.dictionary.remove("龔正"),
      () => duidu.dictionary.undo(),
    ];
    return Promise.all(wrong.map(async (call) => call().then(() => "resolved", (e) => e instanceof Error && e.name)));
  });
  assert.deepEqual(names, [...Array(7).fill("InvalidArgument"), "UnknownEntry", "NothingToUndo"]);
  assert.deepEqual(await page.evaluate(() => duidu.dictionary.list()), []);
  await close();
});

test("a worker that crashes comes back with the corrections", async ({ open }) => {
  const { page, close } = await open();
  await page.evaluate((name) => duidu.dictionary.split(name, ["龔正", "在"]), NAME);
  const [worker] = page.workers();
  const next = page.waitForEvent("worker");
  await worker.evaluate(() => {
    setTimeout(() => {
      throw new Error("crashed for a test");
    });
  });
  await next;
  assert.deepEqual(await words(page, NAME), ["龔正", "在"]);
  await close();
});

test("two windows take up each other's changes", async ({ open, address }) => {
  const { page, context, close } = await open();
  const other = await context.newPage();
  await other.goto(address);
  await other.waitForFunction(() => globalThis.duidu);
  await other.evaluate(() => duidu.ready);
  const holds = (page, entries) =>
    page.waitForFunction(async (entries) => (await duidu.dictionary.export()) === entries, entries);
  await page.evaluate(() => duidu.dictionary.add("龔正", { tag: "nr" }));
  await holds(other, "龔正 nr\n");
  // Both at once: neither is lost, and both windows agree on the one that both changed.
  await Promise.all([
    page.evaluate(() => Promise.all([duidu.dictionary.add("正在一"), duidu.dictionary.add("龔正", { tag: "n" })])),
    other.evaluate(() => Promise.all([duidu.dictionary.add("正在二"), duidu.dictionary.remove("龔正")])),
  ]);
  await page.waitForFunction(async () => (await duidu.dictionary.export()).includes("正在二"));
  await other.waitForFunction(async () => (await duidu.dictionary.export()).includes("正在一"));
  await reload(page);
  await holds(other, await page.evaluate(() => duidu.dictionary.export()));
  await close();
});

test("hundreds of thousands of entries are taken in, kept and looked up", async ({ open }) => {
  const { page, close } = await open();
  const { added, errors } = await page.evaluate(() => {
    // Syllables that are nobody's variant, so that no two entries are one.
    const syllable = (number) => String.fromCharCode(0xac00 + number);
    const word = (number) => syllable(number % 1000) + syllable(Math.floor(number / 1000)) + "詞";
    const lines = Array.from({ length: 600_000 }, (_, number) => `${word(number)} 5 n`);
    return duidu.dictionary.import(`${lines.join("\n")}\n正在 d\n`);
  });
  assert.deepEqual(errors, []);
  assert.equal(added, 600_001);
  assert.deepEqual(await words(page, "龔正在致辭"), ["龔", "正在", "致辭"]);
  await reload(page);
  assert.equal((await page.evaluate(() => duidu.dictionary.list())).length, 600_001);
  await close();
});

test("where nothing may be kept, a correction holds and says so", async ({ open }) => {
  const { page, close } = await open({
    prepare: (context) => context.route(/\/worker-start\.js/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `Object.defineProperty(globalThis, "indexedDB", { get() { throw new DOMException("no", "SecurityError"); } });\n${await response.text()}` });
    }),
  });
  const name = await page.evaluate((name) => duidu.dictionary.split(name, ["龔正", "在"]).then(() => "kept", (e) => e.name), NAME);
  assert.equal(name, "NotKept");
  const [worker] = page.workers();
  const next = page.waitForEvent("worker");
  await worker.evaluate(() => {
    setTimeout(() => {
      throw new Error("crashed for a test");
    });
  });
  await next;
  assert.deepEqual(await words(page, NAME), ["龔正", "在"]);
  await close();
});
