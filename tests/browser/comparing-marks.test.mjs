// The marks of differences: where each is drawn in every layout and at every width, and what a reader copies with them.
import assert from "node:assert/strict";
import { settle, until, visit } from "./chrome.mjs";
import { test } from "./harness.mjs";

/// Two stories that differ in every type, with numbers at the beginning, in the middle and at the end of a sentence.
const STORIES = [
  `渡輪服務
公司增加五班渡輪。二十人昨日在東面碼頭候船。票價由二十元升至三十元。港口在臺風過後重新開放，旅客紛紛返回各個島嶼。救援人員今早迅速抵達東面的碼頭。當局呼籲市民留意最新消息、避免前往海邊。旅行社昨日隨即宣布取消所有團隊的行程。
貨船昨夜在西面海域突然發生爆炸。消防人員今早抵達現場展開搜救。這一句只有甲篇才有，說的是郵輪碼頭的擴建工程。`,
  `渡輪服務
公司增加5班渡輪。20人昨日在東面碼頭候船。票價由20元升至30元。港口在台風過後重新開放，大批旅客紛紛返回各個島嶼。救援人員今早火速抵達東面的碼頭。當局呼籲市民留意最新消息，避免前往海邊。旅行社昨日宣布取消所有團隊的行程。
貨船昨夜在西面海域突然發生爆炸，消防人員今晚抵達碼頭展開搜救。`,
];

const TYPES = ["variant", "punctuation", "number", "wording", "addition", "omission"];

/// Opens the comparison of both stories; returns what `open` does, and their ids.
async function compared(open, options) {
  const opened = await open(options);
  const ids = await opened.page.evaluate(async (stories) => {
    const ids = [];
    for (const [at, text] of stories.entries()) {
      const { stories } = await duidu.addText({ name: `渡輪${at}`, text, split: false });
      ids.push(...stories);
    }
    return ids;
  }, STORIES);
  assert.equal(ids.length, 2);
  return { ...opened, ids };
}

/// What is wrong with the place of any mark: each lies inside the text that it belongs to, behind the words before it.
function misplaced(page) {
  return page.evaluate(() => {
    const found = [];
    const seen = (rect) => rect.width > 0 && rect.height > 0;
    for (const mark of document.querySelectorAll(".d:not(.sign), .change")) {
      const text = mark.parentElement.closest("[lang]");
      const box = text.getBoundingClientRect();
      const rects = [...mark.getClientRects()].filter(seen);
      const say = (what) => found.push(`${what}: ${mark.className} ${mark.textContent} in ${text.textContent}`);
      if (!rects.length) say("not drawn");
      if (getComputedStyle(mark).position !== "static") say("taken out of the text");
      if (getComputedStyle(mark, "::before").content !== "none") say("set like a part of another view");
      for (const rect of rects) {
        const beside = rect.left < box.left - 2 || rect.right > box.right + 2;
        if (beside || rect.top < box.top - 4 || rect.bottom > box.bottom + 4) say("outside");
      }
      const before = mark.previousSibling;
      if (rects.length && before?.nodeType === Node.TEXT_NODE && before.length) {
        const range = document.createRange();
        range.setStart(before, before.length - 1);
        range.setEnd(before, before.length);
        const [last] = [...range.getClientRects()].filter(seen).slice(-1);
        const sameLine = last && Math.abs(rects[0].bottom - last.bottom) < last.height / 2;
        if (last && (sameLine ? rects[0].left < last.right - 2 : rects[0].bottom < last.bottom)) say("before");
      }
    }
    return found;
  });
}

for (const width of [1440, 820, 390]) {
  test(`every mark lies in its sentence at ${width} px`, async ({ open }) => {
    const { page, ids, close } = await compared(open, { viewport: { width, height: 900 } });
    const counts = await page.evaluate(async ([a, b]) => (await duidu.compare(a, b)).counts, ids);
    for (const type of TYPES) assert.ok(counts[type] > 0, `${type}: ${JSON.stringify(counts)}`);
    const [a, b] = ids;
    for (const layout of ["", "?layout=rows", "?layout=flow", "?heat=1"]) {
      await visit(page, `#/compare/${a}/${b}${layout}`);
      const drawn = layout === "?layout=flow" ? ".laid-out .change" : ".laid-out .d";
      for (const type of TYPES) {
        assert.ok((await page.locator(`${drawn}.d-${type}`).count()) > 0, `${type} in ${layout}`);
      }
      assert.deepEqual(await misplaced(page), [], layout);
    }
    for (const layout of ["", "?layout=wire", "?layout=edition"]) {
      await visit(page, `#/witnesses/${a}/${b}${layout}`);
      if (layout !== "?layout=edition") assert.ok((await page.locator("main .d:not(.sign)").count()) > 0, layout);
      assert.deepEqual(await misplaced(page), [], layout);
    }
    await close();
  });
}

/// Selects an element from end to end, copies with the keyboard, and returns what is pasted.
async function copied(page, selector) {
  await page.evaluate((selector) => {
    const field = document.createElement("textarea");
    field.id = "pasted";
    document.body.append(field);
    document.activeElement?.blur?.();
    const [first, last] = [document.querySelector(selector), [...document.querySelectorAll(selector)].at(-1)];
    getSelection().setBaseAndExtent(first, 0, last, last.childNodes.length);
  }, selector);
  await page.keyboard.press("Control+C");
  await page.locator("#pasted").focus();
  await page.keyboard.press("Control+V");
  const pasted = await page.locator("#pasted").inputValue();
  await page.evaluate(() => document.querySelector("#pasted").remove());
  return pasted;
}

const bare = (text) => text.replace(/\s/gu, "");

test("what is copied from a comparison is the text and nothing that is only said or numbered", async ({ open }) => {
  const { page, ids, close } = await compared(open, { hash: "#/about" });
  const [a, b] = ids;
  const prose = STORIES.map((story) => bare(story.slice(story.indexOf("\n"))));
  await visit(page, `#/compare/${a}/${b}`);
  assert.equal(bare(await copied(page, ".column.a .sentence")), prose[0]);
  assert.equal(bare(await copied(page, ".column.b .sentence")), prose[1]);
  await visit(page, `#/compare/${a}/${b}?heat=1`);
  assert.equal(bare(await copied(page, ".column.a .sentence")), prose[0], "shares of a heat map");
  await visit(page, `#/compare/${a}/${b}?layout=rows`);
  const rows = await page.locator(".locked-row").evaluateAll((rows) =>
    rows.map((row) => [...row.querySelectorAll(".sentence > [lang]")].map((text) => text.dataset.from)),
  );
  assert.ok(rows.filter((row) => row.length === 2).length >= 7, "most sentences have a partner");
  const both = bare(await copied(page, ".locked-row .sentence"));
  assert.equal(both.length, prose[0].length + prose[1].length);
  assert.ok(both.startsWith("公司增加五班渡輪。公司增加5班渡輪。"), both);
  await visit(page, `#/compare/${a}/${b}?layout=flow`);
  const flow = bare(await copied(page, ".flowing .sentence"));
  assert.ok(flow.startsWith("公司增加五5班渡輪。二十20人昨日"), flow);
  for (const [hash, selector] of [
    [`#/compare/${a}/${b}`, ".apparatus tbody"],
    [`#/witnesses/${a}/${b}`, ".witness-table tbody"],
    [`#/witnesses/${a}/${b}?layout=wire`, ".wire-lines"],
    [`#/witnesses/${a}/${b}?layout=edition`, ".edition-row .words"],
    [`#/report/${a}/${b}`, ".report"],
  ]) {
    await visit(page, hash);
    const text = await copied(page, selector);
    assert.ok(text.includes("渡輪"), `${hash}: ${text}`);
    const unseen = await page.locator(`${selector} .unseen`).allTextContents();
    for (const said of unseen) assert.ok(!said || !text.includes(said), `${hash}: ${said} in ${text}`);
  }
  await visit(page, `#/witnesses/${a}/${b}?layout=edition`);
  const edition = bare(await copied(page, ".edition-row .words"));
  // The readings of a sentence follow it, without its number.
  assert.ok(edition.startsWith("公司增加五班渡輪。五〕5乙二十人"), edition);
  // On a narrow screen too.
  await page.setViewportSize({ width: 390, height: 844 });
  await visit(page, `#/compare/${a}/${b}`);
  await settle(page);
  const narrow = bare(await copied(page, ".flow .sentence"));
  assert.ok(narrow.startsWith("公司增加五班渡輪。公司增加5班渡輪。二十人"), narrow);
  await close();
});

test("a difference in the second sentence of a pair is read where it stands", async ({ open }) => {
  const { page, ids, close } = await compared(open, { hash: "#/about" });
  await visit(page, `#/compare/${ids[0]}/${ids[1]}`);
  const rows = await page.locator(".apparatus tbody tr").evaluateAll((rows) =>
    rows.map((row) => [...row.querySelectorAll(".reading")].map((cell) => cell.textContent)),
  );
  const merged = rows.filter(([own, other]) => /今早|今晚/u.test(own + other));
  assert.ok(merged.length > 0, JSON.stringify(rows));
  for (const cells of merged) assert.ok(!cells.join("").includes("∅"), JSON.stringify(cells));
  await close();
});

test("a difference is moved to another effect by mouse and by key, is kept, and is moved back", async ({ open }) => {
  const { page, ids, close } = await compared(open, { hash: "#/about" });
  const [a, b] = ids;
  const effects = () => page.evaluate(async ([a, b]) => (await duidu.compare(a, b)).effects, ids);
  const shown = () => page.locator(".chips.effects b").allTextContents().then((all) => all.map(Number));
  const before = await effects();
  assert.ok(before.fact > 0 && before.form > 0, JSON.stringify(before));
  await visit(page, `#/compare/${a}/${b}`);
  assert.equal(await page.locator(".mover").count(), 0, "the reader is at no difference yet");
  // The first difference is the writing of a number: 五 and 5.
  await page.keyboard.press("n");
  const mover = page.locator(".mover");
  assert.equal(await mover.locator("[aria-pressed=true]").textContent(), "形式");
  await mover.locator("button", { hasText: "事實" }).click();
  const moved = { ...before, fact: before.fact + 1, form: before.form - 1 };
  await until(page, (fact) => Number(document.querySelector(".chips.effects b").textContent) === fact, moved.fact);
  assert.deepEqual(await effects(), moved);
  assert.deepEqual(await shown(), [moved.fact, moved.voice, moved.wording, moved.form]);
  assert.match(await mover.textContent(), /原判「形式」/);
  const [{ a: from, b: to, effect, judged }] = await page.evaluate(
    async ([a, b]) => (await duidu.compare(b, a)).pairs.flatMap((pair) => pair.differences).filter((found) => found.judged),
    ids,
  );
  assert.deepEqual([from, to, effect, judged], ["5", "五", "fact", "form"]);
  const report = await page.evaluate(async (ids) => (await duidu.report(ids)).pairs[0].effects, ids);
  assert.deepEqual(report, moved);
  // It is an entry of the dictionary, and there after the page was closed.
  await visit(page, "#/dictionary");
  assert.match(await page.locator("table.entries").textContent(), /五 → 5.*差異改判為「事實」/s);
  await page.reload();
  await page.waitForFunction(() => window.duidu);
  await page.evaluate(() => duidu.ready);
  assert.deepEqual(await effects(), moved);
  // By key: to the choice in force, and on to the next.
  await visit(page, `#/compare/${a}/${b}`);
  await page.keyboard.press("n");
  await mover.waitFor();
  await page.keyboard.press("e");
  assert.equal(await page.locator("dialog[open]").count(), 0, "no word is corrected");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "事實");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const voiced = { ...before, voice: before.voice + 1, form: before.form - 1 };
  await until(page, (fact) => Number(document.querySelector(".chips.effects b").textContent) === fact, voiced.fact);
  assert.deepEqual(await effects(), voiced);
  await page.keyboard.press("Control+z");
  await until(page, (fact) => Number(document.querySelector(".chips.effects b").textContent) === fact, moved.fact);
  // What was found ends the move, and leaves no entry.
  await mover.locator("button", { hasText: "形式" }).click();
  await until(page, (fact) => Number(document.querySelector(".chips.effects b").textContent) === fact, before.fact);
  assert.deepEqual([await effects(), await page.evaluate(() => duidu.dictionary.list())], [before, []]);
  await close();
});
