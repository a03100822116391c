// Measures comparison together with diff-match-patch and jsdiff in one Chromium, as Markdown tables: two texts of
// 100,000 characters with 10 % edits and three moved blocks, and shorter ones; 1,000 stories, each compared with each
// other; and the share of the edits planted into short pairs that each tool finds.
//
// Ours is called as `duidu.compare`, which sends the query to the worker and back, aligns, classifies differences and
// finds moves; the others are called directly on the whole texts and compare characters only. Runs are interleaved.
// Usage: node bench-compare.mjs [--runs=N]
import { cpus } from "node:os";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { launch, open } from "./chrome.mjs";
import { DIST, ROOT } from "./harness.mjs";
import { pair, score } from "./planted-pairs.mjs";
import { files, serve } from "./server.mjs";

const runs = Number(process.argv.find((word) => word.startsWith("--runs="))?.slice(7)) || 5;
const PATIENCE = 10_000;

// Gives the same numbers in every run (mulberry32).
function random(seed) {
  return (end) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % end;
  };
}

const seeds = join(ROOT, "seeds");
const source = readdirSync(seeds)
  .filter((name) => name.endsWith(".txt"))
  .flatMap((name) => readFileSync(join(seeds, name), "utf8").split("\n"))
  .filter((line) => [...line].length > 40);
const letters = [...source.join("")];

/// Returns paragraphs with `size` characters in total; one letter in four is replaced, so that no page occurs twice.
function paragraphs(size, below) {
  const all = [];
  for (let length = 0, at = 0; length < size; at += 1) {
    const line = [...source[at % source.length]];
    const changed = line.map((c) => ("，。、！？；：「」".includes(c) || below(4) > 0 ? c : letters[below(letters.length)]));
    all.push(changed.join(""));
    length += line.length;
  }
  return all;
}

/// Returns the lines with one character in ten replaced, left out or added, two at a time, and with three blocks moved.
function edited(lines, below) {
  const out = lines.map((line) => {
    const chars = [...line];
    let text = "";
    for (let at = 0; at < chars.length; at += 1) {
      const what = below(60);
      if (what === 0) at += 1;
      else if (what === 1) text += `新加${chars[at]}`;
      else if (what === 2) {
        text += "改動";
        at += 1;
      } else text += chars[at];
    }
    return text;
  });
  const block = Math.floor(out.length / 20);
  for (let moved = 0; moved < 3; moved += 1) {
    const taken = out.splice(below(out.length - block), block);
    out.splice(below(out.length), 0, ...taken);
  }
  return out;
}

const below = random(7);
const own = paragraphs(100_000, below);
const other = edited(own, below);
const [a, b] = [own.join("\n"), other.join("\n")];

/// Returns the place in the first text of each run of removed and added parts.
function places(parts) {
  const found = [];
  let at = 0;
  let open = null;
  for (const { text, removed, added } of parts) {
    if (removed || added) open ??= { start: at, end: at };
    else if (open) {
      found.push(open);
      open = null;
    }
    if (!added) at += text.length;
    if (open) open.end = at;
  }
  return open ? [...found, open] : found;
}

const module = (name) => readFileSync(fileURLToPath(new URL(`./node_modules/${name}`, import.meta.url)), "utf8");
const index = `<!doctype html><meta charset="utf-8"><title>diff</title><script src="diff.js"></script>
<script>const module = { exports: {} };</script><script src="dmp.js"></script>`;
const peers = new Map([
  ["index.html", Buffer.from(index)],
  ["diff.js", Buffer.from(module("diff/dist/diff.js"))],
  ["dmp.js", Buffer.from(`${module("diff-match-patch/index.js")}\nglobalThis.DiffMatchPatch = diff_match_patch;
globalThis.places = ${places};`)],
]);
const server = await serve({ "/duidu/": files(DIST), "/peers/": peers });
const browser = await launch();
const ours = await open(browser, `${server.origin}/duidu/`);
const theirs = await open(browser, `${server.origin}/peers/`, { ready: false });
const has = await ours.page.evaluate(() => typeof duidu.addText === "function");

const timed = {
  dmp: () =>
    theirs.page.evaluate(([a, b]) => {
      const dmp = new DiffMatchPatch();
      const start = performance.now();
      const found = dmp.diff_main(a, b);
      return [performance.now() - start, found.length];
    }, [a, b]),
  jsdiff: () =>
    theirs.page.evaluate(([a, b, timeout]) => {
      const start = performance.now();
      const found = Diff.diffChars(a, b, { timeout });
      return [performance.now() - start, found?.length ?? 0];
    }, [a, b, PATIENCE]),
};
let ids;
if (has) {
  ids = await ours.page.evaluate(async ([a, b]) => {
    const add = async (name, text) => (await duidu.addText({ name, text, split: false })).stories[0];
    return [await add("a.txt", a), await add("b.txt", b)];
  }, [a, b]);
  timed.ours = () =>
    ours.page.evaluate(async ([a, b]) => {
      const start = performance.now();
      const found = await duidu.compare(a, b);
      return [performance.now() - start, found.pairs.reduce((sum, pair) => sum + pair.differences.length, 0)];
    }, ids);
}

const median = (numbers) => [...numbers].sort((x, y) => x - y)[Math.floor(numbers.length / 2)];
const times = Object.fromEntries(Object.keys(timed).map((name) => [name, []]));
const counts = {};
for (let run = -1; run < runs; run += 1) {
  for (const [name, measure] of Object.entries(timed)) {
    // A tool that gave up once is not run again.
    if (name === "jsdiff" && counts.jsdiff === 0) continue;
    const [time, count] = await measure();
    if (run >= 0 || count === 0) times[name].push(time);
    counts[name] = count;
  }
}
const names = { ours: "`duidu.compare`", dmp: "diff-match-patch 1.0.5 `diff_main`", jsdiff: "jsdiff 9.0.0 `diffChars`" };
console.log(`\nChromium ${browser.version()}, ${cpus().length} × ${cpus()[0].model}, ${runs} interleaved runs\n`);
console.log(`### Two texts of ${[...a].length.toLocaleString("en")} characters, 10 % edits, three moved blocks\n`);
console.log("| | median ms | differences |\n|---|---:|---:|");
for (const [name, list] of Object.entries(times)) {
  const given = counts[name] === 0 ? `gave up after ${PATIENCE / 1000} s` : median(list).toFixed(0);
  console.log(`| ${names[name]} | ${given} | ${counts[name]} |`);
}

if (has) {
  console.log("\n### Growth with the length of the pair\n\n| characters | `duidu.compare`, median ms |\n|---:|---:|");
  for (const size of [12_500, 25_000, 50_000, 100_000]) {
    const numbers = random(7);
    const lines = paragraphs(size, numbers);
    const both = [lines.join("\n"), edited(lines, numbers).join("\n")];
    const list = await ours.page.evaluate(async ([both, runs]) => {
      const ids = [];
      for (const text of both) ids.push((await duidu.addText({ name: "length.txt", text, split: false })).stories[0]);
      const times = [];
      for (let run = -1; run < runs; run += 1) {
        const start = performance.now();
        await duidu.compare(...ids);
        if (run >= 0) times.push(performance.now() - start);
      }
      for (const id of ids) await duidu.removeText(id.split("-")[0]);
      return times;
    }, [both, runs]);
    console.log(`| ${[...both[0]].length.toLocaleString("en")} | ${median(list).toFixed(0)} |`);
  }

  const plant = random(23);
  const pairs = source.filter((line) => [...line].length < 300).map((line) => pair(line.trim(), plant)).filter(({ edits }) => edits.length > 0);
  const both = pairs.map(({ a, b }) => [a, b]);
  const found = {
    ours: await ours.page.evaluate(async (texts) => {
      const all = [];
      for (const both of texts) {
        const ids = [];
        for (const text of both) ids.push((await duidu.addText({ name: "short.txt", text, split: false })).stories[0]);
        const { pairs } = await duidu.compare(...ids);
        all.push(pairs.flatMap((pair) => pair.differences.map(({ aRange }) => aRange)));
        for (const id of ids) await duidu.removeText(id.split("-")[0]);
      }
      return all;
    }, both),
    dmp: await theirs.page.evaluate((texts) => {
      const dmp = new DiffMatchPatch();
      return texts.map(([a, b]) => {
        const found = dmp.diff_main(a, b);
        dmp.diff_cleanupSemantic(found);
        return places(found.map(([kind, text]) => ({ text, removed: kind < 0, added: kind > 0 })));
      });
    }, both),
    jsdiff: await theirs.page.evaluate((texts) => {
      const segmenter = new Intl.Segmenter("zh-Hant", { granularity: "word" });
      return texts.map(([a, b]) =>
        places(Diff.diffWordsWithSpace(a, b, { intlSegmenter: segmenter }).map(({ value, ...rest }) => ({ text: value, ...rest }))));
    }, both),
  };
  const short = { ours: "`duidu.compare`", dmp: "diff-match-patch, `diff_cleanupSemantic`", jsdiff: "jsdiff `diffWordsWithSpace`, `Intl.Segmenter`" };
  const { planted } = score(pairs, found.ours);
  console.log(`\n### ${planted} edits planted into ${pairs.length} short pairs\n\n| | recall | precision |\n|---|---:|---:|`);
  for (const [name, list] of Object.entries(found)) {
    const { recall, precision } = score(pairs, list);
    console.log(`| ${short[name]} | ${recall.toFixed(3)} | ${precision.toFixed(3)} |`);
  }

  const stories = paragraphs(800_000, random(11));
  const each = Math.floor(stories.length / 1_000);
  const texts = Array.from({ length: 1_000 }, (_, at) => stories.slice(at * each, (at + 1) * each).join("\n"));
  const [time, count] = await ours.page.evaluate(async (texts) => {
    for (const [at, text] of texts.entries()) await duidu.addText({ name: `${at}.txt`, text, split: false });
    await duidu.stories();
    const start = performance.now();
    const found = await duidu.similarity();
    return [performance.now() - start, found.ids.length];
  }, texts);
  console.log(`\n${count} stories all against all: ${time.toFixed(0)} ms`);
} else {
  console.log("\nThis build takes no texts of the reader's own (`duidu.addText`), so only the others were measured.");
}
await browser.close();
server.close();
