// The tasks of the page that are longer than 50 ms while it does what is heaviest, at a processor six times slower.
// Usage: node long-tasks.mjs [part of a case's name …]
import { launch, open, settle, until } from "./chrome.mjs";
import { DIST } from "./harness.mjs";
import { files, serve } from "./server.mjs";

const SLOWER = 6;
const LONG = 50;

/// `length` characters of sentences that differ; every fourth of `other` is another.
function prose(length, other = 0) {
  const hundred = [..."山水木火土金日月星辰風雲雨雪霜露春夏秋冬東西南北上下左右前後大小多少高低長短遠近新舊早晚男女老幼手足口耳目心天地人物書報紙筆文字句章編讀寫說話聽看問答思想知識學校市鎮鄉村街道河橋"];
  let text = "";
  for (let line = 0; text.length < length; line += 1) {
    const seed = other && line % 4 === 0 ? line + other : line;
    const word = (at) => hundred[(seed * 31 + at * at * 7 + at * 13 + (seed >> 3)) % hundred.length];
    text += Array.from({ length: 39 }, (_, at) => word(at)).join("") + (line % 5 === 4 ? "。\n" : "。");
  }
  return text.slice(0, length);
}

/// Each case: what is made ready, and what is then measured until the page has settled.
const CASES = [
  {
    name: "first screen",
    hash: "#/about",
    act: (page) => page.evaluate(() => void (location.hash = "#/")),
  },
  {
    name: "two texts of 100,000 characters compared",
    hash: "#/about",
    async prepare(page) {
      const texts = [prose(100_000), prose(100_000, 17)];
      await page.evaluate(async (texts) => {
        for (const [at, text] of texts.entries()) await duidu.addText({ name: `text ${at}`, text, split: false });
      }, texts);
    },
    async act(page) {
      const ids = await page.evaluate(() => duidu.stories().then((rows) => rows.filter(({ id }) => id.startsWith("u")).map(({ id }) => id)));
      await page.evaluate(([a, b]) => void (location.hash = `#/compare/${a}/${b}`), ids);
      await page.locator("main .compare .finding").waitFor({ timeout: 240_000 });
    },
  },
  {
    name: "5 MB in one line by the API",
    hash: "#/about",
    act: (page) =>
      page.evaluate(async (length) => {
        await duidu.addText({ name: "one line", text: "山水木火土金日月".repeat(length / 8) });
      }, Math.floor(5_000_000 / 3 / 8) * 8),
  },
  {
    name: "a text of 100,000 lines",
    hash: "#/about",
    async prepare(page) {
      await page.evaluate(async () => {
        const text = Array.from({ length: 100_000 }, (_, at) => `第${at}行有字`).join("\n");
        await duidu.addText({ name: "lines", text });
      });
    },
    async act(page) {
      await page.evaluate(() => void (location.hash = "#/texts/u1"));
      await page.locator("main h1").waitFor({ timeout: 240_000 });
    },
  },
];

/// Measures a case: the tasks that were too long, in milliseconds.
async function measure(browser, address, { hash, prepare, act }) {
  const { page, context, close } = await open(browser, address, { hash });
  await prepare?.(page);
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await page.evaluate(() => {
    globalThis.tasks = [];
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ startTime, duration }) => [startTime, duration]))).observe({ type: "longtask" });
  });
  await act(page);
  await until(page, () => !document.querySelector('[aria-busy="true"]'), undefined, { seconds: 240, polling: 500 });
  await settle(page).catch(() => undefined);
  const tasks = await page.evaluate(() => tasks);
  await close();
  return tasks.map(([, duration]) => Math.round(duration)).filter((duration) => duration > LONG);
}

const wanted = process.argv.slice(2);
const server = await serve({ "/": files(DIST) });
const browser = await launch();
console.log(`Tasks over ${LONG} ms of the page, processor ${SLOWER} times slower\n\n| case | number | longest, ms | sum, ms |\n|---|--:|--:|--:|`);
for (const one of CASES.filter(({ name }) => !wanted.length || wanted.some((part) => name.includes(part)))) {
  const tasks = await measure(browser, `${server.origin}/`, one);
  console.log(`| ${one.name} | ${tasks.length} | ${Math.max(0, ...tasks)} | ${tasks.reduce((sum, one) => sum + one, 0)} |`);
}
await browser.close();
server.close();
