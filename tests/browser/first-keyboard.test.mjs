// Keyboard and focus: pickers, the rail, the set of stories, the choice of types.
import assert from "node:assert/strict";
import { test } from "./harness.mjs";
import { settle, until, visit } from "./chrome.mjs";

const hash = (page) => page.evaluate(() => location.hash);
const focused = (page, selector) => page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, selector);

test("arrows in a picker choose nothing until Enter, and the focus stays in the list", async ({ open }) => {
  const { page, close } = await open({ hash: "#/compare/003-1/004-1" });
  const list = page.locator("main .compare select").nth(1);
  const pair = page.locator("main .compare > [role=status]");
  const before = await pair.innerText();
  await list.focus();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press("ArrowDown");
  await settle(page);
  assert.equal(await hash(page), "#/compare/003-1/004-1");
  assert.ok(await focused(page, "main .compare select"));
  const shown = await list.inputValue();
  assert.notEqual(shown, "004-1");
  assert.match(await page.locator(".story-picker [role=status]").nth(1).innerText(), /Enter/);
  await page.keyboard.press("Escape");
  await settle(page);
  assert.equal(await list.inputValue(), "004-1");
  assert.equal(await page.locator(".picker-choose").count(), 0);
  for (let step = 0; step < 3; step += 1) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await until(page, (shown) => location.hash === `#/compare/003-1/${shown}`, shown);
  await page.locator("main .compare .finding").waitFor();
  await settle(page);
  assert.ok(await focused(page, "main select"), await page.evaluate(() => document.activeElement.outerHTML.slice(0, 200)));
  assert.notEqual(await pair.innerText(), before);
  assert.equal(await list.inputValue(), shown);
  await close();
});

test("a picker is searched, and Enter takes the first story found", async ({ open }) => {
  const { page, close } = await open({ hash: "#/compare/003-1/004-1" });
  const search = page.locator("main .compare .picker-search").nth(1);
  await search.locator("summary").click();
  const wanted = await page.evaluate(async () => (await duidu.stories()).find(({ id }) => id === "000-2"));
  await search.locator("input").fill(wanted.headline.slice(0, 8));
  await search.locator("input").press("Enter");
  await until(page, () => location.hash === "#/compare/003-1/000-2");
  await close();
});

test("the views of the rail are one stop of Tab and its stories another; arrows go through each", async ({ open }) => {
  const { page, close } = await open({ hash: "#/words?scope=id:003-2" });
  const stops = await page.locator(".rail [data-step]").evaluateAll((found) => found.filter(({ tabIndex }) => tabIndex >= 0).map((found) => found.getAttribute("aria-current")));
  assert.deepEqual(stops, ["page", "true"]);
  await page.locator(".views a[aria-current]").focus();
  await page.keyboard.press("ArrowDown");
  assert.match(await page.evaluate(() => document.activeElement.getAttribute("href")), /^#\/keyness/);
  await page.keyboard.press("ArrowLeft");
  assert.ok(await focused(page, ".views a[aria-current]"));
  await page.keyboard.press("Tab");
  assert.ok(await focused(page, ".lookup input"));
  await page.keyboard.press("Tab");
  assert.ok(await focused(page, ".invitation a"), "where there are no own texts yet");
  await page.keyboard.press("Tab");
  assert.ok(await focused(page, ".story-list .side-a a"));
  await page.keyboard.press("ArrowDown");
  assert.ok(await focused(page, ".story-list li:not(.side-a) a"));
  await page.keyboard.press("Tab");
  assert.ok(!(await focused(page, ".story-list a")));
  await close();
});

test("the focus goes on after a story is added or made the base, and after a change of layout", async ({ open }) => {
  const { page, close } = await open({ hash: "#/witnesses/003-1/004-1" });
  await page.locator(".story-set select").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await until(page, () => location.hash.split("/").length === 5);
  await settle(page);
  assert.ok(await focused(page, ".story-set select"), await page.evaluate(() => document.activeElement.outerHTML.slice(0, 200)));
  const base = page.locator(".story-set button", { hasText: "作底本" }).first();
  await base.focus();
  await base.press("Enter");
  await until(page, () => location.hash.startsWith("#/witnesses/004-1/003-1"));
  await settle(page);
  assert.ok(await focused(page, "#set-0"), await page.evaluate(() => document.activeElement.outerHTML.slice(0, 200)));
  for (const [view, label] of [["#/compare/003-1/004-1", "連文"], ["#/compare/003-1/004-1", "逐句"], ["#/witnesses/003-1/004-1", "校勘"]]) {
    await visit(page, view);
    const choice = page.locator("main .choices a", { hasText: label }).first();
    await choice.focus();
    await choice.press("Enter");
    await until(page, () => location.hash.includes("layout="));
    await settle(page);
    assert.equal((await page.evaluate(() => document.activeElement.textContent)).trim(), label);
  }
  await close();
});

test("n and p go through the rows of several stories that differ, in every layout", async ({ open }) => {
  const { page, close } = await open();
  const at = () => page.evaluate(() => Number(document.activeElement.id.replace("row-", "")));
  for (const layout of ["", "?layout=wire", "?layout=edition"]) {
    await visit(page, `#/witnesses/003-1/004-1${layout}`);
    await page.keyboard.press("n");
    const first = await at();
    await page.keyboard.press("n");
    const second = await at();
    assert.ok(first > 0 && second > first, `${layout} ${first} ${second}`);
    await page.keyboard.press("p");
    assert.equal(await at(), first);
    assert.match(await page.locator(".walker [role=status]").innerText(), /^第 \d+ 處/);
  }
  await close();
});

test("one type of difference is shown alone in two steps, and all again", async ({ open }) => {
  const { page, close } = await open({ hash: "#/compare/003-1/004-1" });
  const kinds = page.locator(".chips.kinds");
  await kinds.locator(".only-one").click();
  await kinds.locator(".chip", { hasText: "換詞" }).click();
  await until(page, () => location.hash.endsWith("?types=wording"));
  await kinds.locator(".chip", { hasText: "增加" }).click();
  await until(page, () => location.hash.endsWith("?types=addition"));
  await kinds.locator(".only-one").click();
  await until(page, () => location.hash === "#/compare/003-1/004-1");
  await kinds.locator(".chip", { hasText: "增加" }).click();
  await until(page, () => location.hash.includes("types=") && !location.hash.includes("addition"));
  await close();
});
