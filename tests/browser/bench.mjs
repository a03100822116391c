// Measures speed, start-up and size of the release build together with jieba-wasm and Intl.Segmenter, as Markdown
// tables; and the time its worker takes to count.
//
// Each is measured through the interface it offers a page: ours through `duidu.segment`, which sends the query to the
// worker and back and returns tags and offsets, the others by a direct call. Runs are interleaved, so that a machine
// that slows down slows down all of them. Usage: node bench.mjs [--runs=N] [--record]; `--record` appends the ratios to
// docs/ratios.tsv.
import { execFileSync } from "node:child_process";
import { cpus } from "node:os";
import { appendFileSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { benchCounts } from "./bench-counts.mjs";
import { launch, open } from "./chrome.mjs";
import { DIST, ROOT } from "./harness.mjs";
import { brotli, files, serve } from "./server.mjs";
import { beforeAnalysis, firstFetch } from "./sizes.mjs";

const runs = Math.max(7, Number(process.argv.find((word) => word.startsWith("--runs="))?.slice(7)) || 9);
const seeds = join(ROOT, "seeds");
const pages = readdirSync(seeds).filter((name) => name.endsWith(".txt"));
const text = pages.map((name) => readFileSync(join(seeds, name), "utf8")).join("").repeat(10);

const dist = files(DIST);
const jieba = files(fileURLToPath(new URL("./node_modules/jieba-wasm/pkg/web", import.meta.url)));
for (const name of [...jieba.keys()]) if (name.endsWith(".d.ts")) jieba.delete(name);
const jiebaPage = new Map(jieba);
jiebaPage.set("index.html", Buffer.from(`<!doctype html><meta charset="utf-8"><title>jieba-wasm</title>
<script type="module">
import init, { cut } from "./jieba_rs_wasm.js";
await init();
cut("習近平同普京舉行視像會晤", true);
globalThis.milliseconds = performance.now();
globalThis.cut = cut;
</script>`));

// Both sides are compressed, as by a server: decompressing is part of the start.
const server = await serve({ "/duidu/": dist, "/jieba/": jiebaPage }, { compress: "br", extra: { "cache-control": "max-age=600" } });
const browser = await launch();

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const spread = (numbers) => `${Math.min(...numbers).toFixed(0)} to ${Math.max(...numbers).toFixed(0)}`;

// The page records the time itself: polling would measure the poll if `ready` resolved before it.
const record = (context) =>
  context.addInitScript(() => {
    globalThis.shown = { paint: 0, shift: 0 };
    const note = (type, add) => new PerformanceObserver((list) => list.getEntries().forEach(add)).observe({ type, buffered: true });
    note("largest-contentful-paint", ({ startTime }) => (shown.paint = startTime));
    note("layout-shift", ({ value, hadRecentInput }) => (shown.shift += hadRecentInput ? 0 : value));
    let api;
    Object.defineProperty(globalThis, "duidu", {
      configurable: true,
      get: () => api,
      set(value) {
        api = value;
        queueMicrotask(() => value.ready.then(() => (globalThis.milliseconds = performance.now())));
      },
    });
  });

/// Opens a page and returns the time it took, as it says itself; `times` with one cache, of which the last counts.
async function start(path, { times = 1, prepare } = {}) {
  const { page, close } = await open(browser, server.origin + path, { ready: false, prepare });
  const reached = () => page.waitForFunction(() => globalThis.milliseconds, undefined, { timeout: 60_000 });
  await reached();
  for (let visit = 1; visit < times; visit += 1) {
    // The browser keeps what it compiled once it is idle.
    await page.waitForTimeout(2_000);
    await page.goto("about:blank");
    await page.goto(server.origin + path);
    await reached();
  }
  return { page, close, time: await page.evaluate(() => globalThis.milliseconds) };
}

const startOurs = (times) => start("/duidu/", { times, prepare: record });
const startJieba = (times) => start("/jieba/", { times });

const starts = { ours: [], jieba: [], oursAgain: [], jiebaAgain: [] };
const seen = { paint: [], shift: [] };
for (let run = 0; run < runs; run += 1) {
  for (const [name, begin, times] of [["ours", startOurs, 1], ["jieba", startJieba, 1], ["oursAgain", startOurs, 2], ["jiebaAgain", startJieba, 2]]) {
    const { page, time, close } = await begin(times);
    starts[name].push(time);
    if (name === "ours") {
      const { paint, shift } = await page.evaluate(() => shown);
      seen.paint.push(paint);
      seen.shift.push(shift);
    }
    await close();
  }
}

const ours = await startOurs();
const theirs = await startJieba();
const segmenters = {
  ours: () => ours.page.evaluate(async (text) => {
    const start = performance.now();
    const tokens = await duidu.segment(text);
    return [performance.now() - start, tokens.length];
  }, text),
  fast: () => ours.page.evaluate(async (text) => {
    const start = performance.now();
    const tokens = await duidu.segment(text, { mode: "fast" });
    return [performance.now() - start, tokens.length];
  }, text),
  jieba: () => theirs.page.evaluate((text) => {
    const start = performance.now();
    const words = cut(text, true);
    return [performance.now() - start, words.length];
  }, text),
  intl: () => theirs.page.evaluate((text) => {
    const start = performance.now();
    const words = [...new Intl.Segmenter("zh-Hant", { granularity: "word" }).segment(text)];
    return [performance.now() - start, words.length];
  }, text),
};
const times = { ours: [], fast: [], jieba: [], intl: [] };
const counts = {};
for (let run = -1; run < runs; run += 1) {
  for (const [name, segment] of Object.entries(segmenters)) {
    const [time, count] = await segment();
    // The first round warms up the compilers of all of them and is not counted.
    if (run >= 0) times[name].push(time);
    counts[name] = count;
  }
}

const characters = [...text].length;
const names = { ours: "`duidu.segment`, accurate", fast: "`duidu.segment`, fast", jieba: "jieba-wasm 2.4.0 `cut`", intl: "`Intl.Segmenter('zh-Hant')`" };
console.log(`\nChromium ${browser.version()}, ${cpus().length} × ${cpus()[0].model}, ${runs} interleaved runs\n`);
console.log(`### Segmenting the ${pages.length} pages ten times (${characters.toLocaleString("en")} characters)\n`);
console.log("| | median ms | range ms | Mchar/s | tokens | our accurate mode against it | our fast mode |\n|---|---:|---:|---:|---:|---:|---:|");
for (const [name, list] of Object.entries(times)) {
  const [ratio, fast] = [times.ours, times.fast].map((mine) => (median(list) / median(mine)).toFixed(2));
  const speed = (characters / median(list) / 1000).toFixed(2);
  console.log(`| ${names[name]} | ${median(list).toFixed(0)} | ${spread(list)} | ${speed} | ${counts[name]} | ${ratio} × | ${fast} × |`);
}
console.log("\n### From navigation to the first analysis, empty cache, files compressed with brotli\n");
console.log("| | median ms | range ms |\n|---|---:|---:|");
for (const [name, list] of [
  ["`duidu.ready` (26 stories segmented)", starts.ours],
  ["jieba-wasm: init and first cut", starts.jieba],
  ["`duidu.ready`, second visit", starts.oursAgain],
  ["jieba-wasm, second visit", starts.jiebaAgain],
  ["our largest paint", seen.paint],
]) {
  console.log(`| ${name} | ${median(list).toFixed(0)} | ${spread(list)} |`);
}

await benchCounts(ours.page, runs);

const number = (value) => value.toLocaleString("en");
console.log("\n### Bytes over the wire at first\n\n| part | requests | bytes | after brotli |\n|---|---:|---:|---:|");
const parts = await firstFetch(browser, server.origin + "/duidu/", dist);
const row = (name, { requests, raw, wire }) => console.log(`| ${[name, ...[requests, raw, wire].map(number)].join(" | ")} |`);
for (const [name, part] of parts) row(name, part);
const peer = [...jieba.values()];
const size = (bytes) => bytes.reduce((sum, file) => sum + file.length, 0);
row("**ours, before the first analysis**", beforeAnalysis(parts));
const peerWire = size(peer.map(brotli));
row("**jieba-wasm, all**", { requests: peer.length, raw: size(peer), wire: peerWire });

/// The goals of the start: name of the column of docs/ratios.tsv, what is measured, its value, and the most it may be.
const before = beforeAnalysis(parts).wire;
const goals = [
  ["cold", "from navigation to the first analysis, against jieba-wasm", median(starts.ours) / median(starts.jieba), 0.5],
  ["again", "the same, second visit", median(starts.oursAgain) / median(starts.jiebaAgain), 0.25],
  ["bytes", "bytes until then, against jieba-wasm", before / peerWire, 0.4],
  ["with the model", "the same with the model", (before + parts.get("model").wire) / peerWire, 0.8],
  ["shift", "layout shift of the first screen", Math.max(...seen.shift), 0.01],
  ["segmenting", "time of the accurate mode, against jieba-wasm", median(times.ours) / median(times.jieba), 1],
];
console.log("\n### Goals\n\n| | is | at most | |\n|---|---:|---:|---|");
for (const [, what, is, most] of goals) console.log(`| ${what} | ${is.toFixed(3)} | ${most} | ${is <= most ? "met" : "not met"} |`);
if (process.argv.includes("--record")) {
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: ROOT, encoding: "utf8" }).trim();
  const file = join(ROOT, "docs", "ratios.tsv");
  const values = [new Date().toISOString().slice(0, 10), commit, runs, ...goals.map(([, , is]) => is.toFixed(3))];
  appendFileSync(file, `${values.join("\t")}\n`);
  console.log(`\nA row was appended to ${file}.`);
}

await browser.close();
server.close();
