// The smoke test: the page from its first screen to its answers, in any browser and from any place.
import assert from "node:assert/strict";
import { ROUTES } from "./chrome.mjs";
import { withNamedFont } from "./pdf-file.mjs";

const NEWS = "圖書館明天起延長開放時間，市民可以在網上預約座位。";

/// Waits until a function of the page gives something true. `page` has `evaluate(function, argument)`, which waits for
/// promises.
export async function awaited(page, predicate, argument, { seconds = 60 } = {}) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await page.evaluate(predicate, argument);
    if (found) return found;
    if (Date.now() > end) throw new Error(`not so within ${seconds} s: ${predicate}`);
    await new Promise((go) => setTimeout(go, 50));
  }
}

export const ready = (page) => awaited(page, () => globalThis.duidu?.ready.then(({ stories }) => stories));

/// The number of words of a text.
export const words = (page, text, mode) =>
  page.evaluate(([text, mode]) => duidu.segment(text, { mode }).then((words) => words.length), [text, mode]);

/// Goes through the page, which has just been opened.
export async function smoke(page) {
  assert.equal(await ready(page), 26);
  for (const hash of ROUTES) {
    await page.evaluate((hash) => void (location.hash = hash), hash);
    await awaited(page, () => document.querySelector("main h1, main h2") && !document.querySelector('[aria-busy="true"]'));
    assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll("main [role=alert]")].map((it) => it.innerText.trim()).filter(Boolean)), [], hash);
  }
  assert.equal(await words(page, "聯合國", "accurate"), 1);
  assert.equal(await words(page, "聯合國", "fast"), 1);
  const pairs = await page.evaluate(() => duidu.compare("003-1", "004-1").then(({ pairs }) => pairs.length));
  assert.ok(pairs > 5, `${pairs} pairs`);
  assert.deepEqual(await page.evaluate((text) => duidu.addText({ name: "春", text }).then(({ stories }) => stories), NEWS), ["u1-1"]);
  await readsPdf(page);
  await page.reload();
  await ready(page);
  assert.equal(await page.evaluate(() => duidu.text("u1-1")), NEWS);
  const session = await page.evaluate(() => duidu.session.export());
  assert.ok(session.includes(NEWS), "the session has the text");
  await page.evaluate(() => duidu.clear());
  assert.deepEqual(await page.evaluate(() => duidu.texts()), []);
}

/// Gives the page a PDF whose font is a name only, so that pdf.js needs its thread and a table of its own.
async function readsPdf(page) {
  const bytes = withNamedFont("ETen-B5-H", "BT /F 20 Tf 50 300 Td <A4A4A4E5B3F8AFC8> Tj ET").toString("base64");
  await page.evaluate(() => void (location.hash = "#/texts"));
  await awaited(page, () => document.getElementById("choose-files"));
  await page.evaluate((base64) => {
    const carried = new DataTransfer();
    carried.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], "報.pdf", { type: "application/pdf" }));
    const field = document.getElementById("choose-files");
    field.files = carried.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }, bytes);
  await awaited(page, () => duidu.texts().then((texts) => texts.length === 2));
  const id = await page.evaluate(() => duidu.stories().then((rows) => rows.find(({ id }) => id.startsWith("u2-"))?.id));
  assert.match(await page.evaluate((id) => duidu.text(id), id), /中文報紙/);
}
