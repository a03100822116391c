// A researcher's job over 10,000 small files in two folders: how long each step takes the reader, and the longest time for
// which the page does not respond. Run by hand over a release build: `node tests/browser/bench-corpora.mjs [files]`.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch, open, settle } from "./chrome.mjs";
import { DIST } from "./harness.mjs";
import { files, serve } from "./server.mjs";

const FILES = Number(process.argv[2] ?? 10_000);
const OPINIONS = {
  支持: "居民贊成興建公園，認為公園帶來好處，並期望工程早日完成。",
  反對: "居民憂慮興建公園，擔心公園帶來噪音，並要求工程立即停止。",
};
const SENTENCES = ["天文台預測今日有雨。", "港鐵昨日服務延誤。", "議員要求政府交代費用。", "學校昨日舉行運動會。", "市場物價上月回落。", "漁船清晨陸續出海。", "醫院增加人手應付流感。"];

/// Writes the two folders.
function folders(root) {
  return Object.entries(OPINIONS).map(([name, opinion], at) => {
    mkdirSync(join(root, name));
    for (let number = at; number < FILES; number += 2) {
      const body = Array.from({ length: 24 }, (_, place) => SENTENCES[(number * 31 + place * (1 + (number % 5))) % SENTENCES.length]).join("");
      const day = String((number % 28) + 1).padStart(2, "0");
      writeFileSync(join(root, name, `2025-01-${day}_晨報_${number}.txt`), `公園工程第${number}期\n\n${opinion}第${number % 18}區的議員說，公園的費用由政府支付。${body}\n`);
    }
    return join(root, name);
  });
}

const root = mkdtempSync(join(tmpdir(), "duidu-large-"));
const given = folders(root);
const server = await serve({ "/any/where/": files(DIST) });
const browser = await launch();
const { page } = await open(browser, `${server.origin}/any/where/`, {
  hash: "#/texts",
  viewport: { width: 1440, height: 900 },
  prepare: (context) =>
    context.addInitScript(() => {
      globalThis.longest = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, entry.duration);
      }).observe({ type: "longtask", buffered: true });
    }),
});

/// Prints the time of a step until the page has settled, and its longest task.
async function step(name, act) {
  await page.evaluate(() => (globalThis.longest = 0));
  const start = performance.now();
  await act();
  await settle(page);
  const took = performance.now() - start;
  const longest = await page.evaluate(() => globalThis.longest);
  console.log(`${name.padEnd(44)}${took.toFixed(0).padStart(7)} ms   longest task ${longest.toFixed(0).padStart(5)} ms`);
}

const table = (name) => page.locator(`table.${name} tbody tr[data-row]`).first();
const view = (number) => page.locator(`.views li:nth-child(${number}) a`).click();
page.setDefaultTimeout(600_000);
for (const folder of given) {
  await step(`import of ${folder.split("/").at(-1)}`, async () => {
    await page.locator("#choose-folder").setInputFiles(folder);
    await page.locator(".import-report").waitFor();
  });
}
await step("both folders named", () => page.locator(".corpora .button").first().click());
await step("texts sorted by date", () => page.locator("table.texts thead .sort").nth(3).click());
await step("a text found by typing", () => page.locator(".text-filter input").fill("第777期"));
await step("the field emptied", () => page.locator(".text-filter input").fill(""));
await step("all ticked", () => page.locator("table.texts thead input").click());
await step("a paper for all", async () => {
  await page.locator(".bulk input").nth(0).fill("晚報");
  await page.locator(".bulk .primary").click();
  await page.locator(".bulk-done").waitFor();
});
await step("scrolled to the middle", () => page.evaluate(() => scrollTo(0, document.body.scrollHeight / 2)));
await step("a story found in the rail", async () => {
  const field = page.locator(".rail input[type=search]").first();
  if (await field.count()) await field.fill("第777期");
});
await step("word list of one (segments all)", async () => {
  await page.evaluate(() => scrollTo(0, 0));
  await page.locator(".corpora li a").first().click();
  await table("words").waitFor();
});
await step("keyness", async () => {
  await view(5);
  await table("keywords").waitFor();
});
await step("concordance", async () => {
  await view(6);
  await page.locator(".node-form input").fill("公園");
  await page.locator(".node-form input").press("Enter");
  await table("kwic").waitFor();
});
for (const [level, key] of ["R1", "R2"].entries()) {
  await step(`sorted by ${key}`, () => page.locator(".sort-levels select").nth(level).selectOption(key));
}
await step("collocates", async () => {
  await page.locator(".tabs li:nth-child(2) a").click();
  await table("collocates").waitFor();
});
await step("collocates of both", async () => {
  await page.locator(".collocates-page .toolbar > .button").click();
  await table("collocates-beside").waitFor();
});
await step("method and citation", () => page.locator(".take-along summary").click());
const ask = (name, call, ...rest) =>
  page.evaluate(
    async ([call, rest]) => {
      const times = [];
      for (let round = 0; round < 3; round += 1) {
        const start = performance.now();
        await duidu[call](...rest);
        times.push(performance.now() - start);
      }
      return times;
    },
    [call, rest],
  ).then((times) => console.log(`${name.padEnd(44)}${times.map((time) => time.toFixed(0)).join(", ").padStart(14)} ms`));
const scope = { folder: "支持" };
await ask("duidu.wordList", "wordList", { scope, byStory: true });
await ask("duidu.keyness", "keyness", { target: scope, reference: { folder: "反對" } });
await ask("duidu.kwic", "kwic", { scope, node: "公園", sort: ["R1", "R2"], limit: 500 });
await ask("duidu.collocates", "collocates", { scope, node: "公園" });
await browser.close();
server.close();
rmSync(root, { recursive: true });
