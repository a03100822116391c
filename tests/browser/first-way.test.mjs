// The way in, as a newcomer goes it: from opening the page to the comparison of two pasted texts, by mouse and by keyboard.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { test } from "./harness.mjs";
import { settle, until, visit } from "./chrome.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const FIRST = "兩鎮昨日同時停水搶修\n\n甲鎮昨日清早停水，水務署派出三隊人員到場搶修，至傍晚才恢復供應，居民整天要到街尾輪候。\n乙鎮下午也告停水，署方說兩事無關，今日會向區議會交代。\n";
const SECOND = "水務署交代停水原因\n\n甲鎮昨日清早停水，水務署派出四隊人員到場搶修，至傍晚才恢復供應。\n署方說乙鎮的停水與此無關，今日會向區議會交代。\n";
const THIRD = "舊碼頭下月重開\n\n關閉兩年的舊碼頭下月重開，渡輪每小時一班，往返外島；船公司說首月半價。\n";

const hash = (page) => page.evaluate(() => location.hash);

/// Opens the page with leave to use the clipboard, and counts every press of a button of the mouse.
const newcomer = async (open, options = {}) => {
  const opened = await open({
    ...options,
    prepare: async (context) => {
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      await context.addInitScript(() => {
        globalThis.clicks = 0;
        addEventListener("pointerdown", () => (globalThis.clicks += 1), true);
      });
    },
  });
  return { ...opened, clicks: () => opened.page.evaluate(() => globalThis.clicks) };
};

const copy = (page, text) => page.evaluate((text) => navigator.clipboard.writeText(text), text);

/// Waits for the comparison of own texts, and looks at what it says.
const compared = async (page, words = ["兩鎮昨日同時停水搶修", "水務署交代停水原因"]) => {
  await page.locator("main .compare .finding").waitFor();
  await settle(page);
  assert.match(await hash(page), /^#\/compare\/u\d+-1~\w{10}\.\w{8}\/u\d+-1~\w{10}\.\w{8}/);
  const chosen = await page.locator("main .compare select").evaluateAll((found) => found.slice(0, 2).map(({ selectedOptions }) => selectedOptions[0].text));
  assert.deepEqual(chosen.map((title) => title.trim()), words);
};

for (const [width, height] of [[1440, 900], [390, 844]]) {
  test(`a newcomer compares two pasted texts by mouse in two pastes and two clicks at ${width} px`, async ({ open }) => {
    const { page, log, clicks, close } = await newcomer(open, { viewport: { width, height } });
    assert.match(await page.locator("h1").innerText(), /兩份報紙/);
    for (const id of ["#text-a", "#text-b"]) {
      const seen = await page.locator(id).boundingBox();
      assert.ok(seen.y + seen.height <= height, `${id} is on the first screen`);
    }
    for (const [id, text] of [["#text-a", FIRST], ["#text-b", SECOND]]) {
      await copy(page, text);
      await page.locator(id).click();
      await page.keyboard.press("Control+V");
    }
    await compared(page);
    assert.ok((await clicks()) <= 2, `${await clicks()} clicks`);
    assert.deepEqual(log.complaints, []);
    await close();
  });

  test(`a newcomer compares two pasted texts by keyboard alone at ${width} px`, async ({ open }) => {
    const { page, clicks, close } = await newcomer(open, { viewport: { width, height } });
    await copy(page, FIRST);
    await page.keyboard.press("Control+V");
    await until(page, () => document.querySelector("#text-a")?.value.includes("甲鎮"));
    assert.match(await page.locator(".start-go [role=status]").innerText(), /乙篇/);
    await copy(page, SECOND);
    await page.keyboard.press("Control+V");
    await compared(page);
    assert.equal(await clicks(), 0);
    // The work goes on in the main part of the page.
    assert.ok(await page.evaluate(() => document.activeElement.closest("main") !== null));
    await close();
  });
}

test("texts that are typed wait for the button, and an empty box is named", async ({ open }) => {
  const { page, close } = await open();
  const go = page.locator(".start-go button");
  const said = page.locator(".start-go [role=status]");
  await go.click();
  assert.match(await said.innerText(), /甲篇還是空的/);
  assert.equal(await page.evaluate(() => document.activeElement.id), "text-a");
  await page.locator("#text-a").pressSequentially("晴。雨。");
  await go.click();
  assert.match(await said.innerText(), /乙篇還是空的/);
  assert.equal(await page.evaluate(() => document.activeElement.id), "text-b");
  await page.locator("#text-b").pressSequentially("晴。風。");
  await settle(page);
  assert.equal(await hash(page), "");
  await page.locator("#text-b").press("Tab");
  await go.press("Enter");
  await page.locator("main .compare .finding").waitFor();
  await close();
});

test("paper and day of a box are those of its text", async ({ open }) => {
  const { page, close } = await open();
  await page.locator(".start-box.a .start-known summary").click();
  await page.locator(".start-box.a .start-known input").nth(0).fill("晨報");
  await page.locator(".start-box.a .start-known input").nth(1).fill("2025-03-01");
  await page.locator("#text-a").fill(FIRST);
  await page.locator("#text-b").fill(SECOND);
  await page.locator(".start-go button").click();
  await compared(page);
  const rows = await page.evaluate(async () => (await duidu.stories()).filter(({ id }) => id.startsWith("u")));
  assert.deepEqual(rows.map(({ paper, date }) => [paper, date]), [["晨報", "2025-03-01"], ["", ""]]);
  await close();
});

test("the same text twice, and texts without Chinese, are compared and said to be so", async ({ open }) => {
  const { page, log, close } = await open();
  for (const [a, b, words] of [
    [FIRST, FIRST, /相同/],
    ["The water was off all day.\nPeople queued.\n", "The water came back at night.\nPeople slept.\n", /./],
    [FIRST, "The water came back at night.\nPeople slept.\n", /./],
  ]) {
    await visit(page, "#/");
    await page.locator("#text-a").fill(a);
    await page.locator("#text-b").fill(b);
    await page.locator(".start-go button").click();
    await page.locator("main .compare .finding").waitFor();
    await settle(page);
    assert.match(await page.locator("main .finding").innerText(), words);
  }
  assert.deepEqual(log.complaints, []);
  await close();
});

/// Gives the page texts or files as an event carries them: dropped on an element, or pasted.
const carry = (page, type, selector, files, text = "") =>
  page.evaluate(
    ([type, selector, files, text]) => {
      const carried = new DataTransfer();
      if (text) carried.setData("text/plain", text);
      for (const [name, content] of files) carried.items.add(new File([content], name, { type: "text/plain" }));
      const options = { bubbles: true, cancelable: true };
      const event =
        type === "drop" ? new DragEvent("drop", { ...options, dataTransfer: carried }) : new ClipboardEvent("paste", { ...options, clipboardData: carried });
      document.querySelector(selector).dispatchEvent(event);
    },
    [type, selector, files, text],
  );

test("pasting and dropping work on every view, and the second text opens the comparison", async ({ open }) => {
  for (const view of ["#/pages", "#/read/003-1", "#/compare/003-1/004-1", "#/words", "#/dictionary", "#/about", "#/nowhere"]) {
    const { page, close } = await open({ hash: view });
    await carry(page, "paste", "body", [], FIRST);
    await until(page, () => document.querySelector("#text-a")?.value.includes("甲鎮"));
    await visit(page, view);
    await carry(page, "drop", "main", [["second.txt", SECOND]]);
    await compared(page);
    await close();
  }
});

test("a file goes into the box it is dropped on or chosen for, and stays there until there is a second", async ({ open }) => {
  const { page, close } = await open();
  await carry(page, "drop", "#text-b", [["second.txt", SECOND]]);
  await page.locator(".start-box.b .start-held").waitFor();
  await settle(page);
  assert.match(await page.locator(".start-box.b .start-held").innerText(), /水務署交代停水原因/);
  // The text can be changed for another one.
  await page.locator(".start-box.b .start-held button").click();
  await page.locator("#text-b").waitFor();
  await page.locator("#file-b").setInputFiles([{ name: "third.txt", mimeType: "text/plain", buffer: Buffer.from(THIRD) }]);
  await page.locator(".start-box.b .start-held").waitFor();
  await page.locator("#file-a").setInputFiles([{ name: "first.txt", mimeType: "text/plain", buffer: Buffer.from(FIRST) }]);
  await compared(page, ["兩鎮昨日同時停水搶修", "舊碼頭下月重開"]);
  await close();
});

test("three texts or more give the events found among them, and the choice", async ({ open }) => {
  const { page, close } = await open();
  await carry(page, "drop", "main", [["a.txt", FIRST], ["b.txt", SECOND], ["c.txt", THIRD]]);
  const own = page.locator(".start-own");
  await own.waitFor();
  await own.locator(".event-list, .hint").first().waitFor();
  await settle(page);
  assert.equal(await hash(page), "#/");
  assert.deepEqual(await own.locator("select").evaluateAll((found) => found.map(({ options }) => options.length)), [3, 3]);
  await own.locator("select").nth(1).selectOption("u3-1");
  await own.locator(".toolbar a.button").click();
  await compared(page, ["兩鎮昨日同時停水搶修", "舊碼頭下月重開"]);
  await close();
});

test("the first screen says that its comparison is an example, and axe finds nothing on it", async ({ open }) => {
  for (const colorScheme of ["light", "dark"]) {
    const { page, close } = await open({ colorScheme, bypassCSP: true });
    assert.match(await page.locator(".start-example h2").innerText(), /^示例/);
    assert.ok((await page.locator(".start-example .sentence").count()) >= 2);
    for (const prepare of [
      async () => {},
      async () => {
        await page.evaluate(async ([a, b]) => {
          for (const text of [a, b]) await duidu.addText({ name: text.slice(0, 4), text });
        }, [FIRST, SECOND]);
        await page.locator(".start-own").waitFor();
      },
    ]) {
      await prepare();
      await settle(page);
      await page.evaluate(() => document.querySelectorAll("main details").forEach((details) => (details.open = true)));
      await settle(page);
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
      assert.deepEqual(violations.map(({ id, nodes }) => `${id} ${nodes[0].target} ${nodes[0].failureSummary}`), []);
    }
    await page.locator(".start-example p:last-child a").click();
    await settle(page);
    assert.equal(await hash(page), "#/compare/003-1/004-1");
    await close();
  }
});
