// Segmentation: words that must be found, and tokens that tile any string.
import assert from "node:assert/strict";
import { test } from "./harness.mjs";

/// Segments strings in the page and returns the faults of their tokens. A string is made from its code units there,
/// since a lone surrogate would be lost on its way into the browser.
function faults(page, cases) {
  return page.evaluate(async (cases) => {
    const found = [];
    for (const units of cases) {
      const text = String.fromCharCode(...units);
      const tokens = await duidu.segment(text);
      let at = 0;
      for (const { word, start, end } of tokens) {
        if (start !== at || end <= start) found.push(`${JSON.stringify(text)}: [${start}, ${end}) after ${at}`);
        if (word !== text.slice(start, end)) found.push(`${JSON.stringify(text)}: ${JSON.stringify(word)}`);
        at = end;
      }
      if (at !== text.length) found.push(`${JSON.stringify(text)}: ends at ${at}, not ${text.length}`);
    }
    return found.slice(0, 5);
  }, cases);
}

const units = (text) => Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));

test("names and compounds of the five pages are words", async ({ api }) => {
  const page = await api();
  const text = "國家主席習近平同俄羅斯總統普京通話，雙方就戰略協作和聯合國事務交換意見。";
  const tokens = await page.evaluate((text) => duidu.segment(text), text);
  const words = tokens.map(({ word }) => word);
  for (const word of ["習近平", "俄羅斯", "戰略", "聯合國"]) assert.ok(words.includes(word), words.join("|"));
  assert.equal(words.join(""), text);
  assert.ok(tokens.every(({ tag }) => typeof tag === "string" && tag));
});

test("those words are counted in the stories too", async ({ api }) => {
  const page = await api();
  const words = await page.evaluate(async () => (await duidu.wordList({ scope: "all" })).map(({ word }) => word));
  for (const word of ["習近平", "俄羅斯", "戰略", "聯合國"]) assert.ok(words.includes(word), word);
});

test("tokens tile every story", async ({ api }) => {
  const page = await api();
  const texts = await page.evaluate(async () =>
    Promise.all((await duidu.stories()).map(async ({ id }) => duidu.text(id))),
  );
  assert.deepEqual(await faults(page, texts.map(units)), []);
});

test("tokens tile what is no ordinary text", async ({ api }) => {
  const cases = [
    "",
    " ",
    "\r\n",
    "習近平\r\n俄羅斯\r\n\r\n戰略\r",
    "\u0000\u0001\ufeff聯合國\u2028\u2029",
    "𠮷野家𡃁仔😀👩‍👩‍👧‍👦🇭🇰",
    "\ud800",
    "\udc00\ud800",
    "習\ud83d近平",
    "戰略\udfff",
    "\ud83d\ud83d\ude00\ude00",
    "平臺平台，台灣臺灣。",
    "The UN 聯合國 in 2026年1月22日, 3.14% x́é",
    "ｆｕｌｌ　ｗｉｄｔｈ１２３",
  ];
  assert.deepEqual(await faults(await api(), cases.map(units)), []);
});

test("tokens tile random strings", async ({ api }) => {
  // The seed is fixed, so that a failure can be repeated.
  let state = 20260122;
  const random = (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const kinds = [
    () => 0x4e00 + random(0x51a5),
    () => 0x20 + random(0x5f),
    () => 0xd800 + random(0x800),
    () => 0x3000 + random(0x40),
    () => random(0x10000),
    () => [0x0d, 0x0a, 0x09, 0x200b, 0xfe0f, 0x0301][random(6)],
  ];
  const cases = Array.from({ length: 300 }, () =>
    Array.from({ length: random(60) }, () => kinds[random(kinds.length)]()),
  );
  assert.deepEqual(await faults(await api(), cases), []);
});

test("tokens of every mode tile", async ({ api }) => {
  const page = await api();
  const text = "國家衞生健康委員會2026年1月22日在www.example.org說：「3.14%的人用Wi-Fi。」👩‍👩‍👧‍👦";
  for (const mode of ["accurate", "precise", "fast", "character"]) {
    const words = await page.evaluate(async ([text, mode]) => (await duidu.segment(text, { mode })).map(({ word }) => word), [text, mode]);
    assert.equal(words.join(""), text, mode);
  }
});

test("words in doubt and the range of a frequency hang together", async ({ api }) => {
  const page = await api();
  const [text, doubts, words] = await page.evaluate(async () => {
    const text = await duidu.text("003-1");
    return [text, await duidu.doubts("003-1"), await duidu.wordList({ scope: "all", limit: 60 })];
  });
  assert.ok(doubts.words.length > 0);
  for (const { range, word, margin, other } of doubts.words) {
    assert.equal(text.slice(range.start, range.end), word);
    assert.ok(margin >= 0 && margin < doubts.below);
    assert.ok(!other.includes(word) || other.filter((one) => one === word).length < other.length, other.join("|"));
  }
  for (const { word, frequency } of words) {
    const range = await page.evaluate((word) => duidu.frequencyRange(word, "all"), word);
    assert.equal(range.frequency, frequency, word);
    assert.ok(range.least <= frequency && frequency <= range.most, word);
  }
});

test("search and full modes give words that stand in the text", async ({ api }) => {
  const page = await api();
  const text = "中華人民共和國外交部";
  for (const mode of ["search", "full"]) {
    const tokens = await page.evaluate(([text, mode]) => duidu.segment(text, { mode }), [text, mode]);
    assert.ok(tokens.length > 2, mode);
    for (const { word, start, end } of tokens) assert.equal(text.slice(start, end), word);
  }
});
