// Computes every number of the counting functions again from `duidu.text` and `duidu.segment` alone, by the
// definitions in docs/measures.md and without knowledge of the Rust code.
import assert from "node:assert/strict";
import { test } from "./harness.mjs";

/// Returns the stories with their tokens, which an outside script would fetch first.
async function corpus(page) {
  return page.evaluate(async () => {
    const stories = [];
    for (const { id } of await duidu.stories()) {
      const text = await duidu.text(id);
      stories.push({ id, text, tokens: await duidu.segment(text) });
    }
    return stories;
  });
}

const isWord = ({ word }) => /[\p{Alphabetic}\p{N}]/u.test(word);
const wordsOf = (story) => story.tokens.filter(isWord);

function counted(stories) {
  const counts = new Map();
  let tokens = 0;
  for (const story of stories) {
    for (const { word } of wordsOf(story)) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
      tokens += 1;
    }
  }
  return { counts, tokens };
}

function near(found, expected, what) {
  const close = Math.abs(found - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
  assert.ok(close, `${what}: ${found} from the API, ${expected} worked out again`);
}

const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

/// Computes 2 Σ O ln(O/E) over the four cells, with the sign of the difference of rates.
function signedG2(a, target, b, reference) {
  const total = target + reference;
  const cells = [
    [a, (target * (a + b)) / total],
    [b, (reference * (a + b)) / total],
    [target - a, (target * (total - a - b)) / total],
    [reference - b, (reference * (total - a - b)) / total],
  ];
  const g2 = 2 * sum(cells.map(([o, e]) => (o === 0 ? 0 : o * Math.log(o / e))));
  return Math.sign(a * reference - b * target) * g2;
}

test("word lists can be worked out again: frequency, rate, range, DP, Juilland's D", async ({ api }) => {
  const page = await api();
  const stories = await corpus(page);
  for (const ids of [stories.map(({ id }) => id), ["003-1", "004-1", "000-1"], ["002-2"]]) {
    const chosen = stories.filter(({ id }) => ids.includes(id));
    const rows = await page.evaluate((scope) => duidu.wordList({ scope }), ids);
    const { counts, tokens } = counted(chosen);
    assert.equal(rows.length, counts.size);
    const each = chosen.map((story) => counted([story]));
    for (const row of rows) {
      assert.equal(row.frequency, counts.get(row.word), row.word);
      near(row.per10k, (10_000 * row.frequency) / tokens, `${row.word} per 10,000`);
      const here = each.map(({ counts }) => counts.get(row.word) ?? 0);
      assert.equal(row.range, here.filter((n) => n > 0).length, row.word);
      const dp = sum(each.map((part, at) => Math.abs(part.tokens / tokens - here[at] / row.frequency))) / 2;
      near(row.dp, dp, `DP of ${row.word}`);
      const rates = each.map((part, at) => here[at] / part.tokens);
      const mean = sum(rates) / rates.length;
      const deviation = Math.sqrt(sum(rates.map((rate) => (rate - mean) ** 2)) / rates.length);
      const d = rates.length < 2 ? 0 : Math.max(0, 1 - deviation / mean / Math.sqrt(rates.length - 1));
      near(row.juillandD, d, `D of ${row.word}`);
    }
  }
});

test("keyness can be worked out again: G², Log Ratio, %DIFF, adjusted p", async ({ api }) => {
  const page = await api();
  const stories = await corpus(page);
  const [target, reference] = [["003-1"], stories.map(({ id }) => id).filter((id) => id !== "003-1")];
  const rows = await page.evaluate((sides) => duidu.keyness(sides), { target, reference });
  const diff = await page.evaluate((sides) => duidu.keyness({ ...sides, measure: "diff" }), { target, reference });
  const byDiff = new Map(diff.map((row) => [row.word, row.score]));
  const [here, there] = [target, reference].map((ids) => counted(stories.filter(({ id }) => ids.includes(id))));
  assert.equal(rows.length, new Set([...here.counts.keys(), ...there.counts.keys()]).size);
  const half = (count, tokens) => (count === 0 ? 0.5 : count) / tokens;
  for (const row of rows) {
    const [a, b] = [here.counts.get(row.word) ?? 0, there.counts.get(row.word) ?? 0];
    assert.deepEqual([row.target, row.reference], [a, b], row.word);
    near(row.score, signedG2(a, here.tokens, b, there.tokens), `G² of ${row.word}`);
    near(row.logRatio, Math.log2(half(a, here.tokens) / half(b, there.tokens)), `Log Ratio of ${row.word}`);
    const base = half(b, there.tokens);
    near(byDiff.get(row.word), (100 * (a / here.tokens - base)) / base, `%DIFF of ${row.word}`);
    const smallest = Math.min(
      ...[a + b, here.tokens + there.tokens - a - b].flatMap((margin) =>
        [here.tokens, there.tokens].map((side) => (margin * side) / (here.tokens + there.tokens)),
      ),
    );
    assert.equal(row.lowExpected, smallest < 5, row.word);
  }
  const sorted = rows.map(({ p, pAdjusted }) => ({ p, pAdjusted })).sort((a, b) => b.p - a.p);
  let least = 1;
  sorted.forEach(({ p, pAdjusted }, larger) => {
    least = Math.min(least, p * (sorted.length / (sorted.length - larger)));
    near(pAdjusted, least, "adjusted p");
  });
});

test("concordances can be worked out again", async ({ api }) => {
  const page = await api();
  const stories = await corpus(page);
  for (const node of ["中國", "合作", "的"]) {
    const rows = await page.evaluate((node) => duidu.kwic({ node, context: 12 }), node);
    // An occurrence is the text of the node in whole words: one word, or several that are directly adjacent.
    const expected = stories.flatMap(({ id, text, tokens }) => {
      const [starts, ends] = [new Set(tokens.map(({ start }) => start)), new Set(tokens.map(({ end }) => end))];
      const found = [];
      for (let at = text.indexOf(node); at >= 0; at = text.indexOf(node, at + 1)) {
        if (!starts.has(at) || !ends.has(at + node.length)) continue;
        const line = [text.lastIndexOf("\n", at) + 1, text.indexOf("\n", at)];
        const end = at + node.length;
        const left = text.slice(Math.max(line[0], at - 12), at);
        const right = text.slice(end, Math.min(line[1] < 0 ? text.length : line[1], end + 12));
        found.push({ id, start: at, end, left, node, right });
      }
      return found;
    });
    assert.deepEqual(rows, expected);
  }
});

test("a concordance near a word keeps the occurrences that have it in their window", async ({ api }) => {
  const page = await api();
  const stories = await corpus(page);
  const [node, word, left, right] = ["中國", "的", 3, 2];
  const rows = await page.evaluate(
    ([node, near]) => duidu.kwic({ node, near }),
    [node, { word, left, right }],
  );
  const expected = stories.flatMap((story) => {
    const words = wordsOf(story);
    return words.flatMap((token, at) => {
      const around = [...words.slice(Math.max(0, at - left), at), ...words.slice(at + 1, at + 1 + right)];
      return token.word === node && around.some((other) => other.word === word) ? [[story.id, token.start]] : [];
    });
  });
  assert.ok(expected.length > 5);
  assert.deepEqual(rows.map(({ id, start }) => [id, start]), expected);
});

test("collocates can be worked out again by looking at every pair of words", async ({ api }) => {
  const page = await api();
  const stories = await corpus(page);
  const { counts } = counted(stories);
  for (const [node, left, right] of [["合作", 5, 5], ["中國", 3, 0], ["的", 1, 2]]) {
    const rows = await page.evaluate((asked) => duidu.collocates(asked), { node, left, right });
    const [together, second] = [new Map(), new Map()];
    const places = new Map();
    let [pairs, first] = [0, 0];
    const add = (map, key, by = 1) => map.set(key, (map.get(key) ?? 0) + by);
    for (const story of stories) {
      const words = wordsOf(story).map(({ word }) => word);
      words.forEach((word, at) => {
        for (let distance = -left; distance <= right; distance += 1) {
          const other = words[at + distance];
          if (distance === 0 || other === undefined) continue;
          pairs += 1;
          add(second, other);
          if (word === node) {
            first += 1;
            add(together, other);
            add(places, `${other} ${distance}`);
          }
        }
      });
    }
    // Every occurrence of these nodes is one token; an occurrence of two tokens would have to be searched for as well.
    assert.equal(rows.length, together.size, node);
    for (const row of rows) {
      const observed = together.get(row.word);
      assert.deepEqual([row.observed, row.frequency], [observed, counts.get(row.word)], row.word);
      const expected = (first * second.get(row.word)) / pairs;
      near(row.expected, expected, `expected ${row.word}`);
      const dice = 14 + Math.log2((2 * observed) / (counts.get(node) + row.frequency));
      near(row.logDice, dice, `logDice of ${row.word}`);
      near(row.mi, Math.log2(observed / expected), `MI of ${row.word}`);
      near(row.t, (observed - expected) / Math.sqrt(observed), `t of ${row.word}`);
      near(row.g2, signedG2(observed, first, second.get(row.word) - observed, pairs - first), `G² of ${row.word}`);
      const distances = [...Array(left).keys()].map((i) => i - left).concat([...Array(right).keys()].map((i) => i + 1));
      assert.deepEqual(row.byPlace, distances.map((distance) => places.get(`${row.word} ${distance}`) ?? 0));
    }
  }
});

/// Returns the sequences of words that have no punctuation and no line end between them.
function runs(story) {
  const all = [[]];
  for (const token of story.tokens) {
    if (isWord(token)) all.at(-1).push(token.word);
    else if (!/^[^\S\n]+$/.test(token.word)) all.push([]);
  }
  return all;
}

test("n-grams and phrases can be worked out again", async ({ api }) => {
  const page = await api();
  const stories = await corpus(page);
  const [grams, phrases] = await page.evaluate(async () => [
    await duidu.ngrams({ min: 1, max: 12, minFrequency: 2 }),
    await duidu.phrases(),
  ]);
  const counts = new Map();
  stories.forEach((story, number) => {
    for (const run of runs(story)) {
      for (let size = 1; size <= run.length; size += 1) {
        for (let at = 0; at + size <= run.length; at += 1) {
          const key = run.slice(at, at + size).join(" ");
          const entry = counts.get(key) ?? { size, frequency: 0, stories: new Set() };
          entry.frequency += 1;
          entry.stories.add(number);
          counts.set(key, entry);
        }
      }
    }
  });
  const told = (rows) => rows.map((row) => `${row.words.join(" ")} ${row.frequency} ${row.range}`).sort();
  const line = ([key, { frequency, stories }]) => `${key} ${frequency} ${stories.size}`;
  const repeated = [...counts].filter(([, { frequency }]) => frequency >= 2);
  assert.deepEqual(told(grams), repeated.filter(([, { size }]) => size <= 12).map(line).sort());
  // A phrase is left out if it is as frequent with one more word on either side.
  const swallowed = new Set();
  for (const [key, { size, frequency }] of repeated) {
    if (size < 2) continue;
    const words = key.split(" ");
    for (const inner of [words.slice(1).join(" "), words.slice(0, -1).join(" ")]) {
      if (counts.get(inner).frequency === frequency) swallowed.add(inner);
    }
  }
  const maximal = repeated.filter(([key, { size }]) => size >= 2 && !swallowed.has(key));
  assert.deepEqual(told(phrases), maximal.map(line).sort());
});

test("story measures can be worked out again", async ({ api }) => {
  const page = await api();
  const stories = await corpus(page);
  const rows = await page.evaluate(() => duidu.measures());
  const ratio = (words) => new Set(words).size / words.length;
  const mtld = (words) => {
    let [factors, from] = [0, 0];
    for (let at = 0; at < words.length; at += 1) {
      const piece = words.slice(from, at + 1);
      if (new Set(piece).size * 25 <= piece.length * 18) [factors, from] = [factors + 1, at + 1];
    }
    const rest = words.slice(from);
    return words.length / (factors + (rest.length ? (1 - ratio(rest)) / 0.28 : 0));
  };
  assert.equal(rows.length, stories.length);
  rows.forEach((row, at) => {
    const words = wordsOf(stories[at]).map(({ word }) => word);
    assert.deepEqual([row.id, row.tokens, row.types], [stories[at].id, words.length, new Set(words).size]);
    near(row.ttr, ratio(words), "TTR");
    near(row.mtld, (mtld(words) + mtld([...words].reverse())) / 2, `MTLD of ${row.id}`);
    const windows = [];
    for (let from = 0; from + 100 <= words.length; from += 1) windows.push(ratio(words.slice(from, from + 100)));
    const pieces = windows.filter((_, from) => from % 100 === 0);
    for (const [found, all] of [[row.mattr, windows], [row.sttr, pieces]]) {
      if (all.length === 0) assert.equal(found, null);
      else near(found, sum(all) / all.length, `ratio of ${row.id}`);
    }
  });
});

test("TF-IDF can be worked out again for words in one writing", async ({ api }) => {
  const page = await api();
  const stories = await corpus(page);
  const rows = await page.evaluate(() => duidu.keywords("003-1", { method: "tfidf", limit: 40 }));
  assert.equal(rows.length, 40);
  const here = counted(stories.filter(({ id }) => id === "003-1")).counts;
  const grouped = await page.evaluate(() => duidu.wordList({ foldVariants: true }));
  const several = new Set(grouped.flatMap(({ writings }) => writings.map(({ word }) => word)));
  const inOneWriting = rows.filter(({ word }) => !several.has(word));
  assert.ok(inOneWriting.length > 20);
  for (const { word, weight } of inOneWriting) {
    const df = stories.filter((story) => wordsOf(story).some((token) => token.word === word)).length;
    near(weight, here.get(word) * Math.log10(stories.length / df), word);
  }
});

test("what cannot be counted is refused by name with a sentence", async ({ api }) => {
  const page = await api();
  const refused = await page.evaluate(async () => {
    const calls = {
      PunctuationNode: () => duidu.kwic({ node: "。" }),
      InvalidRegex: () => duidu.kwic({ node: "/(/" }),
      RegexTooLarge: () => duidu.kwic({ node: "/((((國{90}){90}){90}){90})/" }),
      EmptyNode: () => duidu.collocates({ node: " " }),
      InvalidSpan: () => duidu.kwic({ node: "中國", near: { word: "的", left: 0, right: 0 } }),
      InvalidLength: () => duidu.ngrams({ min: 3, max: 2 }),
      InvalidDate: () => duidu.wordList({ scope: { from: "2025-02-30" } }),
      EmptyScope: () => duidu.wordList({ scope: { paper: "無" } }),
      InvalidWordList: () => duidu.keyness({ target: "all", reference: { wordList: "詞 1" } }),
      UnknownStory: () => duidu.keywords("999-9"),
      InvalidArgument: () => duidu.ngrams({ scope: { blocks: ["advertisement"] } }),
    };
    const found = {};
    for (const [name, call] of Object.entries(calls)) {
      found[name] = await call().then(() => ({ name: "resolved" }), (e) => ({ name: e.name, message: e.message }));
    }
    const unknown = [
      () => duidu.collocates({ node: "中國", lefft: 3 }),
      () => duidu.ngrams({ minimum: 3 }),
      () => duidu.phrases({ min: 3 }),
      () => duidu.keywords("003-1", { methods: "tfidf" }),
      () => duidu.measures({ scopes: "all" }),
      () => duidu.kwic({ node: "中國", sort: ["X1"] }),
    ];
    found.unknown = await Promise.all(unknown.map((call) => call().then(() => "resolved", (e) => e.name)));
    return found;
  });
  const { unknown, ...named } = refused;
  for (const [name, error] of Object.entries(named)) {
    assert.equal(error.name, name);
    assert.ok(error.message.length > 20, error.message);
  }
  assert.ok(unknown.every((name) => name === "InvalidArgument"), JSON.stringify(unknown));
});

test("parts, grouped writings, sorted and filtered rows come through the API", async ({ api }) => {
  const page = await api();
  const found = await page.evaluate(async () => {
    const tokens = async (scope) => (await duidu.wordList({ scope })).reduce((n, row) => n + row.frequency, 0);
    return {
      parts: await Promise.all([
        tokens({ blocks: ["headline", "kicker", "deck"] }),
        tokens({ stories: ["003-1"], blocks: ["paragraph"] }),
        tokens(["003-1"]),
      ]),
      filtered: await duidu.wordList({ filter: { pattern: "國*", minLength: 2 } }),
      byStory: (await duidu.wordList({ byStory: true, limit: 1 }))[0],
      sorted: await duidu.kwic({ node: "/中.+/", unit: "word", context: 3, sort: ["R1", "R2"], limit: 30 }),
      list: await duidu.keyness({ target: ["003-1"], reference: { wordList: "中國\t900\n無此\t10" }, limit: 3 }),
    };
  });
  assert.ok(found.parts[0] > 0 && found.parts[1] > 0 && found.parts[1] < found.parts[2], `${found.parts}`);
  assert.ok(found.filtered.length > 0 && found.filtered.every(({ word }) => /^國.+$/.test(word)));
  assert.equal(found.byStory.byStory.reduce((n, [, count]) => n + count, 0), found.byStory.frequency);
  assert.ok(found.sorted.length === 30 && found.sorted.every(({ node }) => node.startsWith("中")));
  assert.equal(found.list.length, 3);
});
