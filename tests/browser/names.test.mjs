// Names of persons, places and organisations: their table, their concordance, and their marks in a story.
import assert from "node:assert/strict";
import { visit } from "./chrome.mjs";
import { test } from "./harness.mjs";

const TEXT = "局長陳美寶表示會跟進。陳局長又說，事件已經完結，香港大學在沙田的代表沒有回應。";

/// Returns the drawn lines below the marked words of a class.
const lines = (page, kind) =>
  page.locator(`.story-text .n-${kind}`).evaluateAll((found) =>
    found.map((word) => {
      const { textDecorationLine, textDecorationStyle } = getComputedStyle(word);
      return [word.textContent, textDecorationLine, textDecorationStyle, word.title];
    }),
  );

test("the table of names agrees with the API, and every name opens its places", async ({ open }) => {
  const { page, close } = await open({ hash: "#/names?scope=id:003-1" });
  const table = page.locator("table.names tr[data-row]");
  await table.first().waitFor();
  const asked = await page.evaluate(() => duidu.entities(["003-1"]));
  assert.ok(asked.rows.length > 3);
  const drawn = await table.evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.innerText.trim())));
  const kinds = { person: "人物", place: "地點", organisation: "機構" };
  const expected = asked.rows.map(({ name, kind, frequency, range }) => [name, kinds[kind], String(frequency), String(range)]);
  assert.deepEqual(drawn.map((cells) => cells.slice(1, 5)), expected.slice(0, drawn.length));
  const most = asked.rows[0];
  await table.first().locator("a").first().click();
  await page.locator("table.kwic tr[data-row]").first().waitFor();
  assert.match(decodeURIComponent(await page.evaluate(() => location.hash)), new RegExp(`node=${most.name}.*entity=${most.kind}`));
  assert.match(await page.locator(".near-now").innerText(), new RegExp(most.name));
  const places = await page.evaluate(
    ([node, entity]) => duidu.kwic({ node, entity, scope: ["003-1"] }),
    [most.name, most.kind],
  );
  assert.deepEqual(places.map(({ id, start, end }) => ({ id, range: { start, end } })), most.places);
  assert.equal(await page.locator("table.kwic tr[data-row]").count(), most.frequency);
  await page.locator(".near-now a").click();
  await page.waitForFunction(() => !location.hash.includes("entity="));
  await visit(page, "#/names?scope=id:003-1&kind=person");
  const people = await page.locator("table.names tr[data-row]").count();
  assert.equal(people, asked.rows.filter(({ kind }) => kind === "person").length);
  await close();
});

test("names in a story are underlined on request, each kind with its own line", async ({ open }) => {
  const { page, close } = await open({ hash: "#/" });
  const { id } = await page.evaluate((text) => duidu.addText({ name: "names.txt", text, split: false }).then(({ stories }) => ({ id: stories[0] })), TEXT);
  await visit(page, `#/read/${id}`);
  await page.locator(".story-text .w").first().waitFor();
  assert.equal(await page.locator(".story-text :is(.n-person, .n-place, .n-organisation)").count(), 0);
  await page.getByRole("checkbox", { name: "專名" }).check();
  await page.locator(".story-text .n-person").first().waitFor();
  const asked = await page.evaluate((id) => duidu.entities([id]), id);
  const styles = { person: "solid", place: "dotted", organisation: "double" };
  for (const [kind, style] of Object.entries(styles)) {
    const marked = await lines(page, kind);
    const rows = asked.rows.filter((row) => row.kind === kind);
    assert.ok(rows.length > 0, kind);
    assert.equal(marked.map(([text]) => text).join(""), places(rows, TEXT), kind);
    for (const [text, line, drawn, title] of marked) {
      assert.deepEqual([line, drawn], ["underline", style], text);
      assert.ok(rows.some(({ name }) => title.endsWith(name)), title);
    }
  }
  const listed = await page.locator("dl.names dd").allInnerTexts();
  assert.deepEqual(listed.length, asked.rows.length);
  assert.ok(listed.some((line) => /陳美寶\s*2/.test(line)), listed.join(" "));
  await page.getByRole("checkbox", { name: "專名" }).uncheck();
  await page.waitForFunction(() => !document.querySelector(".story-text .n-person"));
  await close();
});

/// Returns the characters of the places of names, in the order of the text.
function places(rows, text) {
  const all = rows.flatMap(({ places }) => places.map(({ range }) => range)).sort((one, other) => one.start - other.start);
  return all.map(({ start, end }) => text.slice(start, end)).join("");
}
