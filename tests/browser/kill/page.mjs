// The app in a browser that will be killed: opened, read to the last text, and set to work.
import assert from "node:assert/strict";
import { until } from "../chrome.mjs";

/// Opens the app and waits until analysis can begin.
export async function openApp(context, address) {
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction(() => globalThis.duidu, undefined, { timeout: 30_000 });
  await page.evaluate(() => duidu.ready.then(() => undefined));
  return page;
}

/// All that is there: the reader's texts, each with what its stories say, and the entries of the dictionary. What counts
/// them agrees with them.
export async function read(page) {
  const there = await page.evaluate(async () => {
    const [ready, stories, texts] = [await duidu.ready, await duidu.stories(), await duidu.texts()];
    const own = stories.filter(({ page }) => texts.some(({ id }) => id === page));
    const said = await Promise.all(own.map(({ id }) => duidu.text(id)));
    const bundled = stories.length - own.length;
    const file = await duidu.dictionary.export();
    return { ready: ready.stories, stories: stories.length, bundled, own, said, texts, file, words: await duidu.dictionary.list() };
  });
  const { ready, stories, bundled, own, said, texts, file, words } = there;
  assert.equal(ready, stories, "as many stories as the start counted");
  assert.equal(words.length, file.split("\n").length - 1, "as many entries as the dictionary's file has lines");
  const state = ({ id, stories: count }) => {
    const of = own.flatMap(({ page }, n) => (page === id ? [said[n]] : []));
    assert.equal(of.length, count, `as many stories of ${id} as its line counts`);
    return JSON.stringify(of);
  };
  const entry = ({ parts, tag, frequency, enabled }) => JSON.stringify([parts, tag, frequency, enabled]);
  await shown(page, texts.length);
  return {
    bundled,
    texts: texts.map((text) => ({ name: text.name, id: text.id, state: state(text) })),
    words: words.map((word) => ({ name: word.word, state: entry(word) })),
  };
}

/// The view of texts says as many as there are.
async function shown(page, count) {
  await page.evaluate(() => (location.hash = "#/texts"));
  const line = page.locator(count ? ".keeping p" : "main .empty").first();
  await line.waitFor({ timeout: 20_000 });
  if (count) assert.match(await line.innerText(), new RegExp(`(^|\\D)${count}\\D`), "as many texts as the page says");
}

/// Makes the calls of each sequence one after the other, the sequences beside each other. `confirmed` gets the number of
/// each call that is confirmed, or what was wrong with it. Does not wait for the end.
export async function begin(page, sequences, confirmed) {
  await page.exposeBinding("confirmed", (_, number, fault) => confirmed(number, fault));
  await page.evaluate((sequences) => {
    const make = async ({ number, path, parameters }) => {
      const names = path.split(".");
      const call = names.reduce((object, name) => object[name], duidu);
      const fault = await call(...parameters).then(
        (value) => value?.warnings?.find(({ kind }) => kind === "notKept")?.message,
        (error) => `${error.name}: ${error.message}`,
      );
      globalThis.confirmed(number, fault);
    };
    for (const calls of sequences) calls.reduce((before, call) => before.then(() => make(call)), Promise.resolve());
  }, sequences);
}

/// Makes a paragraph of a text a story of its own, by the keyboard; resolves when the list of texts has it, to whether the
/// page says nothing against its being kept.
export async function part(page, id, paragraph) {
  await page.evaluate((id) => (location.hash = `#/texts/${id}`), id);
  // Not any last block: the text before this one may be on the screen still.
  await page.locator(".draft-block", { hasText: paragraph }).focus();
  await page.keyboard.press("s");
  await until(page, async (id) => (await duidu.texts()).find((text) => text.id === id)?.stories === 2, id);
  // The list of texts is answered after the edit, but the notice of an edit that is not kept is drawn with the next frame.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  return page.evaluate(() => !document.querySelector(".notice-error"));
}
