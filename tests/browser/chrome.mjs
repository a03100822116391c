// The browser, and a page of the app in it with everything it says and asks for written down.
import { chromium } from "playwright-core";

/// One address of each view of the navigation.
export const ROUTES = [
  "#/pages",
  "#/read/003-1",
  "#/compare/003-1/004-1",
  "#/words",
  "#/keyness",
  "#/concordance",
  "#/dictionary",
  "#/texts",
  "#/about",
];

/// Those and further states of the views, each of which is drawn in its own way.
export const STATES = [
  "#/",
  ...ROUTES,
  "#/read/003-1?boundaries=1&doubts=1",
  "#/read/003-1?names=1",
  "#/compare/003-1/004-1?layout=rows",
  "#/compare/003-1/004-1?layout=flow",
  "#/compare/003-1/004-1?heat=1&run=10&b=9",
  // A link whose text is not here, and came cut off.
  "#/compare/u9-1~0000000000.00000000/003-1?texts=u9-1:%E5%81%9C%E6%B0%B4;%E6%99%A8%E5%A0%B1;2025-03-01&own=1eNrl",
  "#/witnesses/003-1/004-1/000-1",
  "#/witnesses/003-1/004-1/000-1?layout=wire",
  "#/witnesses/003-1/004-1/000-1?layout=edition",
  "#/compare/003-1/004-1?effect=form",
  "#/facts/003-1/004-1/000-1",
  "#/facts/003-3/004-2?kind=person",
  "#/report/003-1/004-1",
  "#/similarity",
  "#/similarity?min=6&order=-aInB",
  "#/dots/003-1/004-1",
  "#/sources/004-2",
  "#/segmenters/003-1",
  "#/segmenters",
  "#/words?fold=1&stop=1&order=-range",
  "#/phrases",
  "#/phrases?kind=ngrams&min=3",
  "#/terms",
  "#/names",
  "#/measures",
  "#/keyness?target=id:003-1&reference=id:004-1&measure=chi2",
  "#/keyness?target=id:003-1&reference=list",
  "#/keywords/003-1",
  `#/concordance?node=${encodeURIComponent("合作")}&sort=L1,L2&group=1&unit=word&context=8`,
  `#/concordance?node=${encodeURIComponent("中國")}&entity=place`,
  `#/collocates?node=${encodeURIComponent("合作")}`,
  `#/collocates?node=${encodeURIComponent("合作")}&scope=page:003&beside=page:004`,
];

/// What Chromium is started with: no graphics card, and nothing of its own over the network.
export const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/// Starts the browser, with further arguments.
export function launch(...further) {
  return chromium.launch({ executablePath: process.env.CHROME || undefined, args: [...ARGUMENTS, ...further] });
}

/// Opens the app in a fresh profile. `prepare(context)` may break something before the first request.
export async function open(browser, address, { hash = "", prepare, ready = true, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "zh-HK", ...options });
  const log = { requests: [], complaints: [] };
  context.on("request", (request) => {
    if (/^(https?|wss?):/.test(request.url())) log.requests.push(request.url());
  });
  await prepare?.(context);
  const page = await context.newPage();
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) log.complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => log.complaints.push(`uncaught: ${error.message}`));
  await page.goto(address + hash);
  if (ready) {
    await page.waitForFunction(() => globalThis.duidu, undefined, { timeout: 20_000 });
    await page.evaluate(() => globalThis.duidu.ready.then(() => undefined));
    await settle(page);
  }
  return { page, context, log, close: () => context.close() };
}

/// Waits until nothing says it is busy and the page has stopped changing. The page itself looks: asking it over and over, and
/// for all of its text, would be much of what the tests do.
export async function settle(page) {
  const [quiet, seconds] = [180, 20];
  const settled = await page.evaluate(
    ([quiet, seconds]) =>
      new Promise((resolve) => {
        const end = performance.now() + seconds * 1000;
        let changed = performance.now();
        const observer = new MutationObserver(() => (changed = performance.now()));
        observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
        const look = () => {
          const now = performance.now();
          const busy = document.querySelector('[aria-busy="true"]');
          if (busy) changed = now;
          const done = now - changed >= quiet;
          if (!done && now < end) return setTimeout(look, 30);
          observer.disconnect();
          resolve(done);
        };
        look();
      }),
    [quiet, seconds],
  );
  if (!settled) throw new Error(`the page did not settle within ${seconds} s`);
}

/// Waits until a function of the page gives something true, or promises it, and returns that: `page.waitForFunction` takes
/// any promise for true, and does not wait.
export async function until(page, predicate, argument, { seconds = 30, polling = 50 } = {}) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await page.evaluate(predicate, argument);
    if (found) return found;
    if (Date.now() > end) throw new Error(`not so within ${seconds} s: ${predicate}`);
    await page.waitForTimeout(polling);
  }
}

/// Goes to another address of the same page.
export async function visit(page, hash) {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, hash);
  await settle(page);
}
