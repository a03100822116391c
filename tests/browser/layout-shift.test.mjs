// What is drawn stays where it is: nothing moves by itself while a view comes in.
import assert from "node:assert/strict";
import { ROUTES, settle } from "./chrome.mjs";
import { test } from "./harness.mjs";

/// The most that a view may shift in all. 0.1 is what most would call good.
const MOST = 0.01;

const VIEWS = ["#/", ...ROUTES, "#/read/003-1?boundaries=1&doubts=1", "#/witnesses/003-1/004-1/000-1", "#/report/003-1/004-1", "#/keyness?target=id:003-1&reference=list"];

test("no view moves by itself while it comes in, where it moves most: on a small screen", async ({ browser, address }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(() => {
    globalThis.shifts = [];
    const note = (list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries()) {
        if (!hadRecentInput) shifts.push({ value, what: sources.map(({ node }) => node?.parentElement && `${node.nodeName} in ${node.parentElement.className}`) });
      }
    };
    new PerformanceObserver(note).observe({ type: "layout-shift", buffered: true });
  });
  const moved = [];
  for (const hash of VIEWS) {
    await page.goto("about:blank");
    await page.goto(address + hash);
    await page.waitForFunction(() => globalThis.duidu, undefined, { timeout: 20_000 });
    await page.evaluate(() => duidu.ready.then(() => undefined));
    await settle(page);
    const shifts = await page.evaluate(() => shifts);
    const sum = shifts.reduce((sum, { value }) => sum + value, 0);
    if (sum > MOST) moved.push(`${hash}: ${sum.toFixed(4)} ${JSON.stringify(shifts)}`);
  }
  assert.deepEqual(moved, []);
  await context.close();
});
