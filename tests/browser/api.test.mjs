// The basic functions of `window.duidu`: names, fields, errors and golden word counts.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, test } from "./harness.mjs";

test("duidu.ready tells how much is loaded", async ({ api }) => {
  const page = await api();
  const [version, ready] = await page.evaluate(async () => [duidu.version, await duidu.ready]);
  assert.match(version, /^\d+\.\d+\.\d+/);
  assert.equal(ready.stories, 26);
  assert.ok(ready.lexicon.entries > 200_000, `${ready.lexicon.entries} entries`);
  assert.match(ready.lexicon.sha256, /^[0-9a-f]{64}$/);
});

test("26 stories, each with paper, date and headline", async ({ api }) => {
  const page = await api();
  const stories = await page.evaluate(() => duidu.stories());
  assert.equal(stories.length, 26);
  assert.equal(new Set(stories.map(({ id }) => id)).size, 26);
  for (const story of stories) {
    assert.match(story.date, /^\d{4}-\d\d-\d\d$/, story.id);
    assert.ok(story.page && story.paper, story.id);
    // One headline is missing in the file of page 003.
    assert.equal(story.headline !== "", story.id !== "003-4", story.id);
    assert.ok(story.tokens > 0 && story.characters > story.tokens, story.id);
  }
  const named = Object.fromEntries(stories.map((story) => [story.id, story]));
  assert.equal(named["003-1"].paper, "大公報");
  assert.equal(named["004-1"].paper, "香港文匯報");
});

test("a scope narrows the stories", async ({ api }) => {
  const page = await api();
  const [two, paper] = await page.evaluate(async () => [
    await duidu.stories(["003-1", "004-1"]),
    await duidu.stories({ paper: "大公報" }),
  ]);
  assert.deepEqual(two.map(({ id }) => id), ["003-1", "004-1"]);
  assert.ok(paper.length > 0 && paper.every((story) => story.paper === "大公報"));
});

test("a story's text begins with its headline", async ({ api }) => {
  const page = await api();
  const [text, [story]] = await page.evaluate(async () => [
    await duidu.text("003-1"),
    await duidu.stories(["003-1"]),
  ]);
  assert.equal(text.split("\n")[0], story.headline);
  assert.ok(text.split("\n").length > 3);
});

test("an unknown story is an Error with a name and a sentence", async ({ api }) => {
  const page = await api();
  const error = await page.evaluate(() =>
    duidu.text("999-9").then(() => null, (e) => ({ is: e instanceof Error, name: e.name, message: e.message })),
  );
  assert.ok(error?.is, "it rejects with an Error");
  assert.equal(error.name, "UnknownStory");
  assert.match(error.message, /999-9/);
});

test("names, dates and measures that are wrong reject too, and the worker lives on", async ({ api }) => {
  const page = await api();
  const names = await page.evaluate(async () => {
    const wrong = [
      () => duidu.keyness({ target: ["999-9"], reference: "all" }),
      () => duidu.compare("003-1", "999-9"),
      () => duidu.wordList({ scope: ["999-9"] }),
      () => duidu.wordList({ scope: 7 }),
      () => duidu.segment(),
      () => duidu.segment("中國", { mod: "full" }),
      () => duidu.segment("中國", []),
      () => duidu.wordList({ scop: ["003-1"] }),
      () => duidu.keyness(),
      () => duidu.keyness({ target: ["003-1"], reference: ["003-1"] }),
      () => duidu.compare("003-1", "004-1", { foldVariant: true }),
    ];
    return Promise.all(wrong.map(async (call) => call().then(() => "resolved", (e) => e instanceof Error && e.name)));
  });
  assert.ok(names.every((name) => name && name !== "resolved"), JSON.stringify(names));
  assert.equal(await page.evaluate(async () => (await duidu.stories()).length), 26);
});

test("the word list is ranked and counted", async ({ api }) => {
  const page = await api();
  const rows = await page.evaluate(() => duidu.wordList({ scope: "all", limit: 200 }));
  assert.equal(rows.length, 200);
  rows.forEach((row, index) => {
    assert.equal(row.rank, index + 1);
    assert.ok(index === 0 || row.frequency <= rows[index - 1].frequency);
    assert.ok(row.range >= 1 && row.range <= 26 && row.per10k > 0);
  });
});

test("keyness turns its sign with its sides", async ({ api }) => {
  const page = await api();
  const [there, back] = await page.evaluate(async () => [
    await duidu.keyness({ target: ["003-1"], reference: ["004-1"] }),
    await duidu.keyness({ target: ["004-1"], reference: ["003-1"] }),
  ]);
  assert.ok(there.length > 50);
  const other = new Map(back.map((row) => [row.word, row]));
  assert.equal(other.size, there.length);
  for (const row of there) {
    const mirror = other.get(row.word);
    assert.ok(row.score + mirror.score === 0, `${row.word}: ${row.score} and ${mirror.score}`);
    assert.equal(row.target, mirror.reference);
    assert.equal(row.reference, mirror.target);
  }
});

test("word counts are the golden ones, byte for byte", async ({ api }) => {
  // One line per row, in order: [rank,"word",frequency,range]. The native test compares with the same file, and
  // writes it.
  const golden = readFileSync(join(ROOT, "tests/golden/word-counts.json"), "utf8");
  const page = await api();
  const counted = await page.evaluate(async () =>
    (await duidu.wordList({ scope: "all" }))
      .map(({ rank, word, frequency, range }) => `${JSON.stringify([rank, word, frequency, range])}\n`)
      .join(""),
  );
  const [expected, found] = [golden.split("\n"), counted.split("\n")];
  const line = expected.findIndex((text, index) => text !== found[index]);
  assert.ok(counted === golden, `line ${line + 1}: golden ${expected[line]}, browser ${found[line]}`);
});

test("compare finds the sentences two papers share", async ({ api }) => {
  const page = await api();
  const [a, b, result] = await page.evaluate(async () => [
    await duidu.text("003-1"),
    await duidu.text("004-1"),
    await duidu.compare("003-1", "004-1"),
  ]);
  assert.ok(result.pairs.length >= 23, `${result.pairs.length} pairs`);
  for (const share of [result.reuse.aInB, result.reuse.bInA]) assert.ok(share > 0 && share <= 1, `${share}`);
  const differences = result.pairs.flatMap((pair) => pair.differences);
  for (const difference of differences) {
    assert.equal(a.slice(difference.aRange.start, difference.aRange.end), difference.a);
    assert.equal(b.slice(difference.bRange.start, difference.bRange.end), difference.b);
  }
  const variants = differences.filter(({ type }) => type === "variant");
  const platform = variants.some((one) => /[台臺]/.test(one.a) && /[台臺]/.test(one.b) && one.a !== one.b);
  assert.ok(platform, `台 beside 臺 among ${JSON.stringify(variants.map((one) => [one.a, one.b]))}`);
  assert.equal(result.counts.variant, variants.length);
  for (const range of [...result.onlyA, ...result.onlyB]) assert.ok(range.end > range.start);
});
