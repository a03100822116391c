// The first screen that the build writes into the page: there before the code, in the reader's language, and taken over in
// its place.
import assert from "node:assert/strict";
import { settle, until } from "./chrome.mjs";
import { test } from "./harness.mjs";

const LANGUAGES = { "zh-HK": "zh-Hant-HK", "zh-TW": "zh-Hant-TW", "zh-CN": "zh-Hans", "en-GB": "en" };

/// Opens the page with its code held back until `go()` is called.
async function held(open, options = {}) {
  let go;
  const gone = new Promise((resolve) => (go = resolve));
  const late = async (context) => {
    await context.route(/\/app-[^/]*_bg\.wasm/, async (route) => (await gone, route.continue()));
    await options.prepare?.(context);
  };
  const opened = await open({ ...options, ready: false, prepare: late });
  await until(opened.page, () => document.readyState === "complete" || document.querySelector("#app > *"));
  return { ...opened, go };
}

const ready = async (page) => {
  await page.waitForFunction(() => globalThis.duidu, undefined, { timeout: 20_000 });
  await page.evaluate(() => duidu.ready.then(() => undefined));
  await settle(page);
};

/// Every element that is drawn: its name, classes and words, and its place. The list of stories is as high as what is said of
/// the progress below it leaves it; nothing in it moves.
const drawn = (page) =>
  page.evaluate(() => {
    const top = document.querySelector("#app > .first") ?? document.querySelector("#app");
    return [...top.querySelectorAll("*")]
      .filter((element) => element.checkVisibility() && !element.closest(".progress, option") && element.getBoundingClientRect().height)
      .map((element) => {
        const { x, y, width, height: own } = element.getBoundingClientRect();
        const height = element.matches("nav.corpus") ? 0 : own;
        const words = element.children.length ? "" : element.textContent;
        return [element.localName, element.getAttribute("class") ?? "", words, ...[x, y, width, height].map(Math.round)].join(" ");
      });
  });

for (const [locale, language] of Object.entries(LANGUAGES)) {
  for (const width of [1280, 390]) {
    test(`the first screen is there before the code in ${language} at ${width} px, and nothing of it moves when the code comes`, async ({ open }) => {
      const { page, log, go, close } = await held(open, {
        locale,
        viewport: { width, height: 900 },
        prepare: (context) =>
          context.addInitScript(() => {
            // What each frame shows: never another language, never an empty page once there is one.
            globalThis.frames = new Set();
            const look = () => {
              const title = [...document.querySelectorAll("h1")].find((found) => found.checkVisibility());
              if (title) {
                const { y, height } = title.getBoundingClientRect();
                frames.add(`${document.documentElement.lang} ${title.textContent} ${Math.round(y)} ${Math.round(height)}`);
              } else if (frames.size) frames.add("nothing");
              requestAnimationFrame(look);
            };
            requestAnimationFrame(look);
          }),
      });
      await page.locator(".start-example .finding").waitFor();
      assert.equal(await page.evaluate(() => document.documentElement.lang), language);
      assert.equal(await page.locator("#app > .boot").isVisible(), false);
      const before = await drawn(page);
      assert.ok(before.length > 100, `${before.length} elements`);
      go();
      await ready(page);
      assert.equal(await page.locator(".first").count(), 0);
      assert.deepEqual(await drawn(page), before);
      assert.equal((await page.evaluate(() => [...frames])).length, 1, JSON.stringify(await page.evaluate(() => [...frames])));
      assert.deepEqual(log.complaints, []);
      await close();
    });
  }
}

test("a reader of another view, or with own texts, does not see the first screen flash", async ({ open }) => {
  const own = (context) => context.addInitScript(() => localStorage.setItem("duidu.here", "1"));
  for (const [hash, prepare] of [["#/words", undefined], ["#/compare/003-1/004-1", undefined], ["", own]]) {
    const { page, go, close } = await held(open, { hash, prepare });
    await page.locator("#app > .boot").waitFor();
    assert.equal(await page.locator(".start").isVisible(), false, hash);
    go();
    await ready(page);
    assert.equal(await page.locator(".start").isVisible(), hash === "", hash);
    await close();
  }
});

test("a reader's language and theme hold from the first frame on", async ({ open }) => {
  const prepare = (context) =>
    context.addInitScript(() => {
      localStorage.setItem("duidu.language", "en");
      localStorage.setItem("duidu.theme", "dark");
    });
  const { page, go, close } = await held(open, { prepare });
  await page.locator(".start-example .finding").waitFor();
  const chosen = () => page.evaluate(() => [document.documentElement.lang, getComputedStyle(document.body).backgroundColor, document.querySelector(".settings [aria-pressed=true]").textContent]);
  const before = await chosen();
  assert.equal(before[0], "en");
  go();
  await ready(page);
  assert.deepEqual(await chosen(), before);
  await close();
});

test("the page begins in the same language as its code chooses", async ({ open }) => {
  const cases = ["en-GB en", "en-GB zh-HK", "zh-CN en", "zh-SG", "zh-Hans-HK", "zh", "zh-TW zh en", "zh-Hant-TW", "zh-HK en-GB", "zh-MO", "zh-Hant", "zh_hk", "yue-HK", "yue-Hans", "fr-FR zh-TW en", "ja fr"];
  for (const tags of cases) {
    const prepare = (context) =>
      context.addInitScript((tags) => {
        Object.defineProperty(Navigator.prototype, "languages", { get: () => tags.split(" ") });
        document.addEventListener("DOMContentLoaded", () => (globalThis.early = document.documentElement.lang));
      }, tags);
    const { page, close } = await open({ prepare, hash: "#/about" });
    const [early, late] = await page.evaluate(() => [early, document.documentElement.lang]);
    assert.equal(early, late, tags);
    await close();
  }
});

test("without JavaScript the first screen is readable and says what is missing", async ({ open }) => {
  for (const colorScheme of ["light", "dark"]) {
    const { page, close } = await open({ ready: false, javaScriptEnabled: false, colorScheme });
    for (const words of ["請在瀏覽器設定中啟用", "Switch JavaScript on|switch it on"]) await page.getByText(new RegExp(words)).first().waitFor();
    assert.ok(await page.locator(".start-example .finding").isVisible());
    assert.equal(await page.locator("h1").filter({ visible: true }).count(), 1);
    await close();
  }
});

test("what is done before the code is here is not lost", async ({ open }) => {
  const texts = ["甲鎮停水，署方派出三隊人員搶修。", "甲鎮停水，署方派出四隊人員搶修。"];
  const { page, log, go, close } = await held(open);
  await page.locator(".start-box.a summary").click();
  await page.locator(".start-box.a .start-known input").first().fill("晨報");
  await page.locator("#text-a").fill(texts[0]);
  await page.locator("#text-b").fill(texts[1]);
  await page.evaluate(() => document.querySelector("#text-b").setSelectionRange(2, 4));
  go();
  await ready(page);
  assert.deepEqual(await page.evaluate(() => ["#text-a", "#text-b"].map((id) => document.querySelector(id).value)), texts);
  assert.equal(await page.locator(".start-box.a .start-known input").first().inputValue(), "晨報");
  assert.deepEqual(await page.evaluate(() => [document.activeElement.id, document.activeElement.selectionStart, document.activeElement.selectionEnd]), ["text-b", 2, 4]);
  await page.locator(".start-go button").click();
  await page.locator("main .compare .finding").waitFor();
  assert.deepEqual(log.complaints, []);
  await close();
});

test("the button pressed before the code is here is obeyed when it comes", async ({ open }) => {
  const { page, log, go, close } = await held(open);
  await page.locator("#text-a").fill("甲鎮停水，署方派出三隊人員搶修。");
  await page.locator("#text-b").fill("甲鎮停水，署方派出四隊人員搶修。");
  await page.locator(".start-go button").click();
  go();
  await page.locator("main .compare .finding").waitFor();
  assert.match(await page.evaluate(() => location.hash), /^#\/compare\/u/);
  assert.deepEqual(log.complaints, []);
  await close();
  const lacking = await held(open);
  await lacking.page.locator("#text-a").fill("甲鎮停水，署方派出三隊人員搶修。");
  await lacking.page.locator(".start-go button").click();
  lacking.go();
  await ready(lacking.page);
  // Nothing opens, and what is still to come is said.
  assert.match(await lacking.page.locator(".start-go [role=status]").textContent(), /乙篇/);
  assert.equal(await lacking.page.locator("#text-a").inputValue(), "甲鎮停水，署方派出三隊人員搶修。");
  await lacking.close();
});

test("a link followed before the code is here is obeyed", async ({ open }) => {
  const second = await held(open);
  await second.page.locator(".views a").nth(3).click();
  second.go();
  await ready(second.page);
  assert.match(await second.page.evaluate(() => location.hash), /^#\/words/);
  await second.page.locator("main table").first().waitFor();
  assert.deepEqual(second.log.complaints, []);
  await second.close();
});
