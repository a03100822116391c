// What differences change: facts first in every view, one effect chosen, sentences that report the same thing in other
// words, the sheet of facts, and the events on the page of pages.
import assert from "node:assert/strict";
import { settle, visit } from "./chrome.mjs";
import { test } from "./harness.mjs";

/// One event as two papers tell it: one sentence differs in a number, one in a negation, one in its writing, one in a word;
/// the last ones report the same thing in other words.
const STORIES = [
  `北灣碼頭撞船
北灣碼頭昨晨發生撞船事故，造成兩名工人受傷，渡輪服務一度受阻。海事處處長陳大文表示，涉事渡輪當時支持減速，現場並無漏油。渡輪公司宣布航線停航十四日，受影響乘客可以改乘接駁巴士前往市區。當局迅速派出三艘消防船到場協助拖走受損的船隻。受傷工人其後由救護車送往瑪麗醫院治理，情況穩定。`,
  `兩船北灣相撞
北灣碼頭昨晨發生撞船事故，造成五名工人受傷，渡輪服務一度受阻。海事處處長陳大文表示，涉事渡輪當時不支持減速，現場並無漏油。渡輪公司宣布航線停航14日，受影響乘客可以改乘接駁巴士前往市區。當局火速派出三艘消防船到場協助拖走受損的船隻。瑪麗醫院昨晚證實，傷者留院觀察後已經沒有生命危險。`,
];

/// Opens the page with both stories; returns their ids as well.
async function told(open, options) {
  const opened = await open(options);
  const ids = await opened.page.evaluate(async (texts) => {
    const ids = [];
    for (const [at, text] of texts.entries()) {
      const { stories } = await duidu.addText({ name: `撞船${at}`, text, split: false });
      ids.push(...stories);
    }
    return ids;
  }, STORIES);
  assert.equal(ids.length, 2);
  return { ...opened, ids };
}

/// The pattern of a story in an address: an own one is named by its content as well.
const named = (id) => (id.startsWith("u") ? `${id}~\\w{10}\\.\\w{8}` : id);

test("the finding leads with facts, and one effect can be chosen and walked", async ({ open }) => {
  const { page, ids, close } = await told(open);
  await visit(page, `#/compare/${ids.join("/")}`);
  const { effects } = await page.evaluate(([a, b]) => duidu.compare(a, b), ids);
  assert.ok(effects.fact >= 2, JSON.stringify(effects));
  const finding = page.locator(".finding");
  assert.match(await finding.innerText(), new RegExp(`^兩篇有 ${effects.fact} 處事實不同：`, "u"));
  const facts = finding.locator(".fact");
  assert.ok((await facts.count()) >= 2);
  await facts.first().click();
  await page.waitForFunction(() => document.activeElement?.classList.contains("e-fact"));

  const chips = page.locator(".effects .chip");
  assert.deepEqual(
    (await chips.allInnerTexts()).map((text) => text.replace(/[\s\d,]/gu, "")),
    ["事實", "語氣", "措辭", "形式"],
  );
  await chips.first().click();
  await settle(page);
  assert.match(page.url(), /effect=fact/u);
  assert.equal(await page.locator(".laid-out .d:not(.e-fact)").count(), 0, "only facts are marked");
  const total = Number((await page.locator(".walker .figures").innerText()).split("/").at(-1));
  assert.equal(total, effects.fact);
  await page.keyboard.press("n");
  await page.waitForFunction(() => document.activeElement?.classList.contains("e-fact"));
  assert.match(await page.locator(".walker [role=status]").textContent(), /事實/u);
  assert.equal(await page.locator("table.apparatus tr.group").count(), 1);
  await chips.first().click();
  await settle(page);
  assert.doesNotMatch(page.url(), /effect=/u);
  const groups = await page.locator("table.apparatus tr.group th").allInnerTexts();
  const order = ["事實", "語氣", "措辭", "形式", "整句"];
  const found = groups.map((text) => order.findIndex((name) => text.startsWith(name)));
  assert.deepEqual(found, found.toSorted((a, b) => a - b), groups.join());
  await close();
});

for (const width of [1440, 390]) {
  test(`red ink is for facts only at ${width} px, and related sentences have links in every layout`, async ({ open }) => {
    const { page, ids, close } = await told(open, { viewport: { width, height: 900 } });
    const related = await page.evaluate(
      async ([a, b]) => (await duidu.compare(a, b)).pairs.filter((pair) => pair.strength === "related"),
      ids,
    );
    assert.ok(related.length > 0, "the last sentences are related");
    for (const layout of ["", "?layout=rows", "?layout=flow", "?heat=1"]) {
      await visit(page, `#/compare/${ids.join("/")}${layout}`);
      const red = await page.evaluate(() => {
        const fact = document.createElement("i");
        fact.style.color = "var(--fact)";
        document.body.append(fact);
        const colour = getComputedStyle(fact).color;
        fact.remove();
        const inked = [...document.querySelectorAll(".laid-out *")].filter((element) => {
          const { color, textDecorationColor, textDecorationLine } = getComputedStyle(element);
          return color === colour || (textDecorationLine !== "none" && textDecorationColor === colour);
        });
        return inked.filter((element) => !element.closest(".e-fact")).map((element) => element.className);
      });
      assert.deepEqual(red, [], layout);
      assert.ok((await page.locator(".laid-out .e-fact").count()) > 0, layout);
      const tags = page.locator(".laid-out .tag.related");
      assert.ok((await tags.count()) >= 2, layout);
      const lines = page.locator(".connectors .related");
      assert.equal((await lines.count()) > 0, width === 1440 && ["", "?heat=1"].includes(layout), layout);
      assert.ok((await page.locator(".laid-out .sentence.related").count()) >= 2, layout);
    }
    await close();
  });
}

test("the sheet of facts lists what stories say, and each cell leads to its place", async ({ open }) => {
  const { page, ids, log, close } = await told(open);
  await visit(page, `#/facts/${ids.join("/")}`);
  const { rows } = await page.evaluate((ids) => duidu.facts(ids), ids);
  assert.ok(rows.length > 0);
  assert.equal(await page.locator(".fact-sheet th[scope=row]").count(), Math.min(rows.length, 100));
  const differing = rows.filter((row) => !row.agree && row.cells.filter(Boolean).length > 1);
  assert.equal(await page.locator(".fact-sheet tr.differs").count(), differing.length);
  if (differing.length) {
    assert.match(await page.locator(".finding").innerText(), new RegExp(`有 ${differing.length} 項事實不同`, "u"));
    assert.match(await page.locator(".fact-sheet tr.group").first().innerText(), /各篇不同/u);
    assert.match(await page.locator("tr.differs .relation").first().innerText(), /^不同：.+／/u);
  }
  const numbers = rows.filter((row) => row.kind === "number").length;
  const chip = page.locator(".kind-filter .chip", { hasText: "數字" });
  assert.equal(Number((await chip.innerText()).replace(/\D/gu, "")), numbers);
  await chip.click();
  await settle(page);
  assert.match(page.url(), /kind=number/u);
  assert.equal(await page.locator(".fact-sheet th[scope=row]").count(), Math.min(numbers, 100));
  const cell = page.locator(".fact-sheet td a").first();
  const text = await cell.innerText();
  await cell.click();
  await settle(page);
  assert.match(page.url(), /#\/read\/.+at=\d+/u);
  assert.ok((await page.locator("main").innerText()).includes(text));
  await visit(page, `#/report/${ids.join("/")}`);
  await page.locator(".report-facts a").click();
  await settle(page);
  assert.match(page.url(), new RegExp(`#/facts/${ids.map(named).join("/")}\\?texts=[^&]*$`, "u"));
  assert.deepEqual(log.complaints, []);
  await close();
});

test("stories on one event are listed with their comparison, own texts among them", async ({ open }) => {
  const { page, ids, close } = await told(open);
  await visit(page, "#/pages");
  const events = await page.evaluate(() => duidu.events());
  const items = page.locator(".event-list > .event");
  assert.equal(await items.count(), Math.min(events.length, 20));
  for (const [at, { ids }] of events.entries()) {
    const view = ids.length === 2 ? "compare" : "witnesses";
    const links = await items.nth(at).locator(".actions a").evaluateAll((found) => found.map((link) => link.getAttribute("href")));
    const wanted = new RegExp(`^#/${view}/${ids.map(named).join("/")}(\\?texts=[^&]*)?$`, "u");
    assert.equal(links.filter((link) => wanted.test(link)).length, 1, ids.join());
  }
  assert.ok(events.some((event) => ids.every((id) => event.ids.includes(id))), "both told texts are one event");
  await page.evaluate((text) => duidu.addText({ name: "再一次", text, split: false }), STORIES[0]);
  await settle(page);
  await page.waitForFunction(() => document.querySelector(".event-list")?.innerText.includes("加入了兩次"));
  await close();
});
