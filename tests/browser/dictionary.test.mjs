// The reader's dictionary: corrections by mouse, by keyboard and by script, none of which is lost.
import assert from "node:assert/strict";
import { test } from "./harness.mjs";
import { settle, until, visit } from "./chrome.mjs";

const NAME = "龔正在";

const words = (page, text) =>
  page.evaluate(async (text) => (await duidu.segment(text)).map(({ word }) => word), text);

/// Returns the first place in a story with these characters.
const find = (page, text) =>
  page.evaluate(async (text) => {
    for (const { id } of await duidu.stories()) {
      const start = (await duidu.text(id)).indexOf(text);
      if (start >= 0) return { id, start, end: start + text.length };
    }
    throw new Error(`${text} stands in no story`);
  }, text);

/// Returns the drawn words at a place of a story, wholly or in part.
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
    until(page, async (entries) => (await duidu.dictionary.export()) === entries, entries);
  await page.evaluate(() => duidu.dictionary.add("龔正", { tag: "nr" }));
  await holds(other, "龔正 nr\n");
  // Both change at the same time: no change is lost, and the windows agree on the entry that both changed.
  await Promise.all([
    page.evaluate(() => Promise.all([duidu.dictionary.add("正在一"), duidu.dictionary.add("龔正", { tag: "n" })])),
    other.evaluate(() => Promise.all([duidu.dictionary.add("正在二"), duidu.dictionary.remove("龔正")])),
  ]);
  await until(page, async () => (await duidu.dictionary.export()).includes("正在二"));
  await until(other, async () => (await duidu.dictionary.export()).includes("正在一"));
  await reload(page);
  await holds(other, await page.evaluate(() => duidu.dictionary.export()));
  await close();
});

test("hundreds of thousands of entries are taken in, kept and looked up", async ({ open }) => {
  const { page, close } = await open();
  const { added, errors } = await page.evaluate(() => {
    // Hangul syllables have no variants, so that no two entries are the same.
    const syllable = (number) => String.fromCharCode(0xac00 + number);
    const word = (number) => syllable(number % 1000) + syllable(Math.floor(number / 1000)) + "詞";
    const lines = Array.from({ length: 600_000 }, (_, number) => `${word(number)} 5 n`);
    return duidu.dictionary.import(`${lines.join("\n")}\n正在 d\n`);
  });
  assert.deepEqual(errors, []);
  assert.equal(added, 600_001);
  assert.deepEqual(await words(page, "龔正在致辭"), ["龔", "正在", "致辭"]);
  await reload(page);
  assert.equal((await page.evaluate(() => duidu.dictionary.export())).split("\n").length - 1, 600_001);
  assert.deepEqual(await words(page, "龔正在致辭"), ["龔", "正在", "致辭"]);
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

/// Opens the story with the name, segmented as 龔 / 正在, as by a segmenter that does not know the name.
async function atTheName(open, options) {
  const opened = await open(options);
  const { page } = opened;
  await page.evaluate(() => duidu.dictionary.add("正在", { tag: "d" }));
  const place = await find(page, NAME);
  await visit(page, `#/read/${place.id}?at=${place.start}&boundaries=1`);
  assert.deepEqual(await drawn(page, place), ["龔", "正在"]);
  return { ...opened, place };
}

const waitForWords = (page, place, words) =>
  page.waitForFunction(
    ([{ start, end }, words]) =>
      [...document.querySelectorAll(".story-text [data-start]")]
        .filter((word) => Number(word.dataset.start) < end && Number(word.dataset.end) > start)
        .map((word) => word.dataset.word)
        .join("/") === words,
    [place, words],
  );

/// Drags the mouse over a place of the story on the screen.
async function drag(page, { start, end }) {
  const [from, to] = await page.evaluate(
    ([start, end]) => {
      const edge = (unit, after) => {
        const word = [...document.querySelectorAll(".story-text [data-start]")].find(
          ({ dataset }) => Number(dataset.start) <= unit && unit < Number(dataset.end),
        );
        word.scrollIntoView({ block: "center" });
        const range = document.createRange();
        range.setStart(word.firstChild, unit - word.dataset.start);
        range.setEnd(word.firstChild, unit - word.dataset.start + 1);
        const { left, right, top, bottom } = range.getBoundingClientRect();
        return { x: after ? right - 1 : left + 1, y: (top + bottom) / 2 };
      };
      return [edge(start, false), edge(end - 1, true)];
    },
    [start, end],
  );
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, to.y, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

const gap = (page) => page.locator(".correction .gap").last();
const accept = (page) => page.locator('.correction button[type="submit"]');

test("龔正在 is corrected by mouse, both ways, and stays so after a reload", async ({ open }) => {
  const { page, place, close } = await atTheName(open);
  await drag(page, place);
  await page.locator(".fix-chip").click();
  // A selection of several words proposes to join them.
  await page.locator(".effect p").first().waitFor();
  await accept(page).click();
  await waitForWords(page, place, NAME);
  await drag(page, place);
  await page.locator(".fix-chip").click();
  await gap(page).click();
  await page.locator(".effect-examples li").first().waitFor();
  const text = await page.locator(".effect-examples").innerText();
  assert.match(text, /龔正在[\s\S]*→[\s\S]*龔正│在/);
  await accept(page).click();
  await waitForWords(page, place, "龔正/在");
  assert.equal(await page.locator("dialog[open]").count(), 0);
  await reload(page);
  await waitForWords(page, place, "龔正/在");
  await close();
});

/// Presses Tab until the focused element matches, as a reader without a mouse does.
async function tabTo(page, selector) {
  for (let step = 0; step < 30; step += 1) {
    if (await page.evaluate((selector) => document.activeElement?.matches(selector), selector)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never came to ${selector}`);
}

test("龔正在 is corrected by keyboard alone, undone, made again, and stays so after a reload", async ({ open }) => {
  const { page, place, close } = await atTheName(open);
  await page.waitForFunction(() => document.activeElement?.id === "at");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("e");
  await page.locator(".correction .characters").waitFor();
  assert.equal((await page.locator(".correction .characters").innerText()).replace(/\s/g, ""), NAME);
  await tabTo(page, '.gap[aria-label*="「正」與「在」"]');
  await page.keyboard.press("Space");
  await tabTo(page, '.correction button[type="submit"]');
  await page.keyboard.press("Enter");
  await waitForWords(page, place, "龔正/在");
  await page.keyboard.press("Control+z");
  await waitForWords(page, place, "龔/正在");
  await page.keyboard.press("Control+Shift+z");
  await waitForWords(page, place, "龔正/在");
  await reload(page);
  await waitForWords(page, place, "龔正/在");
  await close();
});

test("a correction of one place leaves the others alone", async ({ open }) => {
  const { page, place, close } = await atTheName(open);
  await drag(page, place);
  await page.locator(".fix-chip").click();
  await gap(page).click();
  await page.locator('.correction input[name="where"]').last().check();
  await accept(page).click();
  await waitForWords(page, place, "龔正/在");
  assert.deepEqual(await words(page, "龔正在致辭"), ["龔", "正在", "致辭"]);
  const [here] = (await page.evaluate(() => duidu.dictionary.list())).filter((entry) => entry.place);
  assert.deepEqual(here.place, place);
  await reload(page);
  await waitForWords(page, place, "龔正/在");
  await close();
});

test("a touch on a word opens the sheet on a phone", async ({ open }) => {
  const { page, place, close } = await atTheName(open, { viewport: { width: 390, height: 844 }, hasTouch: true });
  await page.locator(`.story-text [data-start="${place.start}"]`).tap();
  const sheet = page.locator("dialog.correction[open]");
  await sheet.waitFor();
  const box = await sheet.boundingBox();
  assert.ok(box.width <= 390 && Math.abs(box.y + box.height - 844) < 2, JSON.stringify(box));
  // Adds the next word, and splits both at the right place.
  await sheet.locator(".neighbour.after").tap();
  await page.waitForFunction(() => document.querySelectorAll(".correction .gap").length === 2);
  await gap(page).tap();
  await accept(page).tap();
  await waitForWords(page, place, "龔正/在");
  await close();
});

test("words are corrected in the comparison too", async ({ open }) => {
  const { page, close } = await open({ hash: "#/compare/003-1/004-1" });
  const selected = await page.evaluate(() => {
    const text = document.querySelector("[data-from]");
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    let node = walker.nextNode();
    while (node && (node.parentElement.closest(".unseen") || node.length < 4)) node = walker.nextNode();
    getSelection().setBaseAndExtent(node, 0, node, 4);
    return node.data.slice(0, 4);
  });
  await page.locator(".fix-chip").waitFor();
  await page.keyboard.press("e");
  await page.locator(".correction .characters").waitFor();
  const shown = (await page.locator(".correction .characters").innerText()).replace(/\s/g, "");
  assert.ok(shown.includes(selected), `${shown} for ${selected}`);
  await page.keyboard.press("Escape");
  await page.locator(".correction").waitFor({ state: "detached" });
  await close();
});

test("the page of the dictionary lists, switches off, edits, removes, imports and takes back", async ({ open }) => {
  const { page, close } = await open({ hash: "#/dictionary" });
  await page.locator("#entry-word").fill("龔正/在");
  await page.keyboard.press("Enter");
  const row = page.locator(".entries tbody tr[data-row]");
  await row.first().waitFor();
  assert.deepEqual(await words(page, "龔正在"), ["龔正", "在"]);
  await row.locator('[role="switch"]').click();
  await until(page, async () => (await duidu.dictionary.list()).every(({ enabled }) => !enabled));
  await row.locator(".actions button").first().click();
  assert.equal(await page.locator("#entry-word").inputValue(), "龔正/在");
  await page.locator("#entry-word").fill("字");
  await page.keyboard.press("Enter");
  assert.ok((await page.locator("#entry-problem").innerText()).length > 4);
  await page.locator(".import summary").click();
  await page.locator(".import textarea").fill("好詞 3 n\n，。\n又一詞\n");
  await page.locator(".import button").click();
  await page.locator(".import-errors li").first().waitFor();
  assert.match(await page.locator(".import-errors").innerText(), /2/);
  await page.waitForFunction(() => document.querySelectorAll(".entries tbody tr[data-row]").length === 3);
  await page.locator(".entries tbody tr[data-row]").filter({ hasText: "好詞" }).locator(".actions button").last().click();
  await page.waitForFunction(() => document.querySelectorAll(".entries tbody tr[data-row]").length === 2);
  await page.locator(".notices .notice button").first().click();
  await page.waitForFunction(() => document.querySelectorAll(".entries tbody tr[data-row]").length === 3);
  const download = page.waitForEvent("download");
  await page.locator(".tools button").nth(2).click();
  assert.equal((await download).suggestedFilename(), "duidu-dictionary.txt");
  await close();
});

/// The words of the five regions for a cab.
const CABS = ["的士", "計程車", "出租車", "的士", "德士"];

/// Counts 的士 in an own text with the words of all regions together.
const cabs = (page) =>
  page.evaluate(async () => {
    const rows = await duidu.wordList({ scope: "own", foldRegional: true });
    return rows.find(({ word }) => word === "的士")?.frequency;
  });

const fill = async (page, words) => {
  for (const [place, word] of words.entries()) await page.locator(`#regional-${place}`).fill(word);
  await page.locator(".regional-form .primary").click();
  await settle(page);
};

test("the table of regional words is changed in the page, kept, undone and obeyed", async ({ open }) => {
  const { page, close } = await open({ hash: "#/dictionary" });
  await page.evaluate(() => duidu.addText({ name: "a.txt", text: "他乘的士到碼頭。她乘計程車到碼頭。" }));
  await page.locator(".tabs li:nth-child(2) a").click();
  await page.locator("table.regional").waitFor();
  assert.match(page.url(), /#\/regional$/);
  assert.equal(await cabs(page), 2);
  // Found by typing, in either script, and taken out.
  await page.locator(".dictionary-page input[type=search]").fill("出租车");
  await settle(page);
  const row = page.locator("table.regional tbody tr", { hasText: "德士" }).filter({ hasText: /的士\s*計程車\s*出租車/ }).first();
  await row.locator("button").nth(1).click();
  await settle(page);
  assert.equal(await cabs(page), 1);
  await reload(page);
  assert.equal(await cabs(page), 1);
  assert.equal(await page.locator("table.regional tr.off").count(), 1);
  const session = await page.evaluate(() => duidu.session.export());
  assert.match(session, /#off #region 的士/);
  await page.locator("table.regional tr.off button").click();
  await settle(page);
  assert.equal(await cabs(page), 2);
  // A set of the reader's, of two regions; then its change, and undo.
  await page.locator(".dictionary-page input[type=search]").fill("");
  await fill(page, ["碼頭", "渡口"]);
  assert.deepEqual(await page.locator("table.regional tr.own :is(th, td:not(.actions))").allInnerTexts(), ["碼頭", "渡口", "碼頭", "碼頭", "碼頭"]);
  await page.locator("table.regional tr.own button").first().click();
  await page.locator("#regional-1").fill("泊口");
  await page.locator(".regional-form .primary").click();
  await settle(page);
  assert.equal(await page.locator("table.regional tr.own td").first().innerText(), "泊口");
  await page.locator(".tools .button").first().click();
  await settle(page);
  assert.equal(await page.locator("table.regional tr.own td").first().innerText(), "渡口");
  // What is none is said beside the fields, and nothing is lost.
  await fill(page, ["同", "同", "同", "同", "同"]);
  assert.ok((await page.locator("#regional-problem").innerText()).length > 5);
  assert.equal(await page.locator("#regional-0").inputValue(), "同");
  // Bad lines of a table are named.
  await page.locator(".import summary").click();
  await page.locator(".import textarea").fill(`${CABS.join("\t")}\n的士\t計程車\n早晨\t早安\t早上好\t早晨\t早安\n`);
  await page.locator(".import .button").click();
  await settle(page);
  assert.equal(await page.locator(".import-errors li").count(), 1);
  assert.match(await page.locator(".import-errors li").innerText(), /2/);
  // Another browser takes them in with the session.
  const there = await page.evaluate(async () => (await duidu.dictionary.regional({ changed: true })).map(({ words }) => words.join()));
  await page.evaluate(() => duidu.dictionary.clearRegional());
  assert.deepEqual(await page.evaluate(() => duidu.dictionary.regional({ changed: true })), []);
  await page.evaluate(() => duidu.dictionary.undo());
  assert.deepEqual(await page.evaluate(async () => (await duidu.dictionary.regional({ changed: true })).map(({ words }) => words.join())), there);
  await close();
});
