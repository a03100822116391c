// Measures speed, start-up and size of the release build together with jieba-wasm and Intl.Segmenter, as Markdown
// tables; and the time its worker takes to count.
//
// Each is measured through the interface it offers a page: ours through `duidu.segment`, which sends the query to the
// worker and back and returns tags and offsets, the others by a direct call. Runs are interleaved, so that a machine
// that slows down slows down all of them. Usage: node bench.mjs [--runs=N]
import { cpus } from "node:os";
import { readdirSync, readFileSync } from "node:fs";
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
const server = await serve({ "/duidu/": dist, "/jieba/": jiebaPage }, { compress: "br" });
const browser = await launch();

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const spread = (numbers) => `${Math.min(...numbers).toFixed(0)} to ${Math.max(...numbers).toFixed(0)}`;

// The page records the time itself: polling would measure the poll if `ready` resolved before it.
async function startOurs() {
  const { page, close } = await open(browser, `${server.origin}/duidu/`, {
    ready: false,
    prepare: (context) =>
      context.addInitScript(() => {
        let api;
        Object.defineProperty(globalThis, "duidu", {
          configurable: true,
          get: () => api,
          set(value) {
            api = value;
            queueMicrotask(() => value.ready.then(() => (globalThis.milliseconds = performance.now())));
          },
        });
      }),
  });
  await page.waitForFunction(() => globalThis.milliseconds, undefined, { timeout: 60_000 });
  return { page, close, time: await page.evaluate(() => globalThis.milliseconds) };
}

async function startJieba() {
  const { page, close } = await open(browser, `${server.origin}/jieba/`, { ready: false });
  await page.waitForFunction(() => globalThis.milliseconds);
  return { page, close, time: await page.evaluate(() => globalThis.milliseconds) };
}

const starts = { ours: [], jieba: [] };
for (let run = 0; run < runs; run += 1) {
  for (const [name, start] of [["ours", startOurs], ["jieba", startJieba]]) {
    const { time, close } = await start();
    starts[name].push(time);
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
console.log(`| \`duidu.ready\` (26 stories segmented) | ${median(starts.ours).toFixed(0)} | ${spread(starts.ours)} |`);
console.log(`| jieba-wasm: init and first cut | ${median(starts.jieba).toFixed(0)} | ${spread(starts.jieba)} |`);

await benchCounts(ours.page, runs);

const number = (value) => value.toLocaleString("en");
console.log("\n### Bytes over the wire at first\n\n| part | requests | bytes | after brotli |\n|---|---:|---:|---:|");
const parts = await firstFetch(browser, server.origin + "/duidu/", dist);
const row = (name, { requests, raw, wire }) => console.log(`| ${[name, ...[requests, raw, wire].map(number)].join(" | ")} |`);
for (const [name, part] of parts) row(name, part);
const peer = [...jieba.values()];
const size = (bytes) => bytes.reduce((sum, file) => sum + file.length, 0);
row("**ours, before the first analysis**", beforeAnalysis(parts));
row("**jieba-wasm, all**", { requests: peer.length, raw: size(peer), wire: size(peer.map(brotli)) });

await browser.close();
server.close();
