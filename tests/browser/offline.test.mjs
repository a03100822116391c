// Use without a network, and the change from one build to the next: never two at once.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { open as openPage, settle, until } from "./chrome.mjs";
import { test } from "./harness.mjs";
import { serve } from "./server.mjs";

const PLACE = "/some/where/";
const NEWS = "圖書館明天起延長開放時間，市民可以在網上預約座位。";

/// A server under a name that is no machine's own, where the page keeps its files.
async function host(site, extra = {}) {
  const server = await serve({ [PLACE]: site }, { extra });
  const port = new URL(server.origin).port;
  return { ...server, address: `http://duidu.localhost:${port}${PLACE}` };
}

/// What the browser has kept, as paths of the site by the name of the build.
const kept = (page) =>
  page.evaluate(async () => {
    const found = {};
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      found[name.split(" ").at(-1)] = (await cache.keys()).map(({ url }) => url.slice(new URL(".", location).href.length));
    }
    return found;
  });

/// As GitHub Pages sends everything.
const CACHED = { "cache-control": "max-age=600" };

const name = (site) => /data-build="([^"]+)"/.exec(site.get("index.html"))[1];

/// Opens the page and waits until its files are kept and it is served from them.
async function visited(browser, address, options = {}) {
  const opened = await openPage(browser, address, { hash: "#/about", ...options });
  // Every file is fetched and its digest compared: on a machine with other work that is half a minute.
  await opened.page.getByText("沒有網絡也能使用").waitFor({ timeout: 60_000 });
  return opened;
}

const UNHASHED = ["boot.js", "first.js", "worker-start.js"];

/// The site as another build of the same program: one line more in a style sheet, and all names that follow from it.
function another(site, line = "/* another build */") {
  const next = new Map(site);
  const sheet = [...site.keys()].find((path) => path.startsWith("ground-"));
  const renamed = sheet.replace(/-[^.]*/, `-${digest(line).slice(0, 16)}`);
  next.delete(sheet);
  next.set(renamed, Buffer.concat([site.get(sheet), Buffer.from(line)]));
  // The same file under the same name, with other bytes: what the browser's cache can mix.
  for (const path of UNHASHED) next.set(path, Buffer.concat([site.get(path), Buffer.from(`\n// ${line}\n`)]));
  const [before, after] = [name(site), digest(name(site) + line).slice(0, 16)];
  next.set("index.html", Buffer.from(site.get("index.html").toString().replaceAll(sheet, renamed).replaceAll(before, after)));
  let script = site.get("service-worker.js").toString().replaceAll(before, after).replaceAll(sheet, renamed);
  for (const path of [renamed, ...UNHASHED]) {
    script = script.replace(new RegExp(`(${JSON.stringify(path)}: ")[0-9a-f]{64}`), `$1${digest(next.get(path))}`);
  }
  next.set("service-worker.js", Buffer.from(script));
  return next;
}

const digest = (bytes) => createHash("sha256").update(bytes).digest("hex");

const words = (page, text, options) =>
  page.evaluate(([text, options]) => duidu.segment(text, options).then((words) => words.length), [text, options]);

const reopen = async (page) => {
  await page.reload();
  await until(page, () => globalThis.duidu?.ready.then(() => true));
  await settle(page);
};

test("after the first visit the page works without a network, analysis and own texts included", async ({ browser, site }) => {
  const server = await host(site);
  const { page, log, close } = await visited(browser, server.address);
  await page.evaluate((text) => duidu.addText({ name: "春", text }), NEWS);
  server.close();
  await reopen(page);
  assert.equal(await words(page, "聯合國"), 1);
  assert.equal((await page.evaluate(() => duidu.compare("003-1", "004-1"))).pairs.length > 5, true);
  assert.equal(await page.evaluate(() => duidu.text("u1-1")), NEWS);
  for (const hash of ["#/compare/003-1/004-1", "#/words", "#/texts", "#/pages"]) {
    await page.evaluate((hash) => (location.hash = hash), hash);
    await settle(page);
    assert.ok((await page.locator("main h1, main h2").count()) > 0, hash);
  }
  // A thread that ends is replaced without a network too.
  await page.workers()[0].evaluate(() => setTimeout(() => { throw new Error("crashed for a test"); }));
  await page.waitForEvent("worker");
  assert.equal(await words(page, "聯合國"), 1);
  const missing = log.complaints.filter((line) => !/crashed for a test/.test(line));
  assert.deepEqual(missing, []);
  await close();
});

test("keeping the files waits for the first analysis, and asks the server for nothing twice", async ({ browser, site }) => {
  const server = await host(site, CACHED);
  const { page, close } = await openPage(browser, server.address, { hash: "#/about" });
  await page.getByText("沒有網絡也能使用").waitFor();
  const asked = server.asked.map((path) => path.slice(PLACE.length));
  const worker = asked.indexOf("service-worker.js");
  const first = asked.slice(0, worker);
  for (const path of ["model/segmenter.bin", "worker_bg.wasm", "boot.js"]) assert.ok(first.includes(path), `${path} before`);
  const twice = asked.slice(worker).filter((path) => first.includes(path));
  assert.deepEqual(twice, []);
  await close();
  server.close();
});

test("jieba's dictionary and pdf.js are kept when they are used first", async ({ browser, site }) => {
  const server = await host(site);
  const { page, close } = await visited(browser, server.address);
  const seldom = (found) => found[name(site)].filter((path) => /^(dictionary\/|pdf)/.test(path));
  assert.deepEqual(seldom(await kept(page)), []);
  await words(page, "聯合國", { mode: "fast" });
  await page.evaluate((address) => import(address), `${server.address}pdf-reader.js?v=${name(site)}`);
  await until(page, () => caches.match(new URL("dictionary/jieba.txt", document.baseURI).href).then(Boolean));
  assert.ok(seldom(await kept(page)).includes("pdf-reader.js"));
  server.close();
  await reopen(page);
  assert.equal(await words(page, "聯合國", { mode: "fast" }), 1);
  await close();
});

test("a newer build is said, used after a reload, and never mixed with the one before", async ({ browser, site }) => {
  const server = await host(site, CACHED);
  const { page, context, close } = await visited(browser, server.address);
  const other = await context.newPage();
  await other.goto(`${server.address}#/about`);
  await other.getByText("沒有網絡也能使用").waitFor();
  const next = another(site);
  server.change(PLACE, next);
  await reopen(page);
  const build = (page) => page.evaluate(() => document.querySelector("script[data-build]").dataset.build);
  // Out of what is kept, though the server has other files by now.
  assert.equal(await build(page), name(site));
  await page.locator(".newer button").waitFor();
  assert.match(await page.locator(".newer").innerText(), /新版本/);
  await Promise.all([page.waitForEvent("load"), page.locator(".newer button").click()]);
  await page.getByText("沒有網絡也能使用").waitFor();
  assert.equal(await build(page), name(next));
  // Its name is the same in both builds, and the browser's cache still has that of the first.
  const boot = await page.evaluate(() => fetch("boot.js").then((response) => response.text()));
  assert.equal(boot, next.get("boot.js").toString());
  // The other page goes on with its own build, whose files are there as long as it is open.
  await other.locator(".newer button").waitFor();
  assert.equal(await build(other), name(site));
  assert.deepEqual(Object.keys(await kept(other)).sort(), [name(site), name(next)].sort());
  await other.workers()[0].evaluate(() => setTimeout(() => { throw new Error("crashed for a test"); }));
  await other.waitForEvent("worker");
  assert.equal(await words(other, "聯合國"), 1);
  await Promise.all([other.waitForEvent("load"), other.locator(".newer button").click()]);
  await other.getByText("沒有網絡也能使用").waitFor();
  assert.equal(await build(other), name(next));
  await other.close();
  await reopen(page);
  await until(page, () => caches.keys().then((names) => names.length === 1));
  assert.deepEqual(Object.keys(await kept(page)), [name(next)]);
  await close();
  server.close();
});

test("half a build on the server is not kept; the whole one is, later", async ({ browser, site }) => {
  const server = await host(site);
  const { page, close } = await visited(browser, server.address);
  const next = another(site);
  const half = new Map(next);
  half.set("worker-start.js", site.get("worker-start.js"));
  server.change(PLACE, half);
  const update = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      const found = new Promise((resolve) => registration.addEventListener("updatefound", () => resolve(registration.installing)));
      registration.update();
      const worker = await found;
      return new Promise((resolve) => {
        const check = () => ["installed", "redundant"].includes(worker.state) && resolve(worker.state);
        worker.addEventListener("statechange", check);
        check();
      });
    });
  assert.equal(await update(), "redundant");
  assert.deepEqual(Object.keys(await kept(page)), [name(site)]);
  assert.equal(await page.locator(".newer button").count(), 0);
  server.change(PLACE, next);
  assert.equal(await update(), "installed");
  await page.locator(".newer button").waitFor();
  await close();
  server.close();
});

test("a server that fails, lacks the page or gives one for every file changes nothing", async ({ browser, site }) => {
  const server = await host(site);
  const { page, close } = await visited(browser, server.address);
  const html = Buffer.from("<!doctype html><title>Home</title>");
  const broken = [
    new Map(),
    { status: 500, body: html },
    { status: 200, body: html },
  ];
  for (const answer of broken) {
    if (answer instanceof Map) server.change(PLACE, answer);
    else server.change(PLACE, new Map(), answer);
    await reopen(page);
    assert.equal(await words(page, "聯合國"), 1);
    await page.evaluate(() => navigator.serviceWorker.getRegistration().then((found) => found.update()).catch(() => undefined));
    await page.getByText("沒有網絡也能使用").waitFor();
  }
  await close();
  server.close();
});

test("where service workers or storage are refused the page works and says so", async ({ browser, site }) => {
  const server = await host(site);
  const refusals = [
    [() => delete Navigator.prototype.serviceWorker],
    [() => (ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException("refused for a test", "SecurityError")))],
  ];
  for (const [refuse] of refusals) {
    const { page, log, close } = await openPage(browser, server.address, {
      hash: "#/about",
      prepare: (context) => context.addInitScript(refuse),
    });
    await page.getByText("沒有存起本頁的檔案").waitFor();
    assert.equal(await words(page, "聯合國"), 1);
    assert.deepEqual(log.complaints, []);
    await close();
  }
  // Of the worker's storage: its script is given with a fault in front.
  const faults = [
    `caches.open = () => Promise.reject(new DOMException("refused for a test", "SecurityError"));`,
    `Cache.prototype.put = () => Promise.reject(new DOMException("full for a test", "QuotaExceededError"));`,
  ];
  for (const fault of faults) {
    const faulty = new Map(site);
    faulty.set("service-worker.js", Buffer.from(`${fault}\n${site.get("service-worker.js")}`));
    server.change(PLACE, faulty);
    const { page, close } = await openPage(browser, server.address, { hash: "#/about" });
    await page.getByText("沒有存起本頁的檔案").filter({ hasText: "for a test" }).waitFor();
    assert.equal(await words(page, "聯合國"), 1);
    assert.deepEqual(Object.values(await kept(page)).flat(), []);
    await close();
  }
  server.close();
});

test("what the browser threw away in part is fetched again", async ({ browser, site }) => {
  const server = await host(site);
  const { page, close } = await visited(browser, server.address);
  await page.evaluate(async () => {
    const [name] = await caches.keys();
    await (await caches.open(name)).delete(new URL("worker.js", document.baseURI).href);
  });
  await reopen(page);
  await page.getByText("沒有網絡也能使用").waitFor();
  assert.ok((await kept(page))[name(site)].includes("worker.js"));
  server.close();
  await reopen(page);
  assert.equal(await words(page, "聯合國"), 1);
  await close();
});

test("what another program shares becomes own texts", async ({ browser, site }) => {
  const form = Buffer.from(
    `<!doctype html><meta charset="utf-8"><form method="post" enctype="multipart/form-data" action="x/share">` +
      `<input name="title" value="圖書館延長開放"><input name="text" value="${NEWS}"><input name="url" value="https://example.org/1">` +
      `<input type="file" name="files" multiple><button>go</button></form>`,
  );
  const server = await serve({ "/x/": site, "/": new Map([["form.html", form]]) });
  const origin = `http://duidu.localhost:${new URL(server.origin).port}`;
  const { page, close } = await visited(browser, `${origin}/x/`);
  await page.goto(`${origin}/form.html`);
  const buffer = Buffer.from("甲報訊：圖書館下月起延長開放。");
  await page.locator("input[type=file]").setInputFiles([{ name: "甲報.txt", mimeType: "text/plain", buffer }]);
  await page.locator("button").click();
  await page.waitForURL(/#\/texts/);
  const texts = await until(page, () => globalThis.duidu?.texts().then((texts) => texts.length === 2 && texts));
  assert.deepEqual(texts.map(({ name }) => name).sort(), ["圖書館延長開放.txt", "甲報.txt"]);
  const stories = await page.evaluate(() => duidu.stories().then((rows) => rows.filter(({ id }) => id.startsWith("u")).map(({ id }) => id)));
  const all = await page.evaluate((ids) => Promise.all(ids.map((id) => duidu.text(id))), stories);
  assert.ok(all.join("\n").includes(NEWS));
  await reopen(page);
  assert.equal((await page.evaluate(() => duidu.texts())).length, 2, "once");
  await close();
  server.close();
});

test("the manifest names files that are there, in their sizes", async ({ site }) => {
  const manifest = JSON.parse(site.get("manifest.json"));
  for (const { src, sizes, type } of manifest.icons) {
    const bytes = site.get(src);
    assert.ok(bytes, src);
    if (type === "image/png") assert.equal(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, sizes, src);
  }
  assert.equal(new URL(manifest.start_url, "https://x/a/b/").href, "https://x/a/b/");
});

test("on a machine's own server nothing is kept", async ({ open }) => {
  const { page, log, close } = await open({ hash: "#/about" });
  await page.evaluate(() => new Promise((go) => requestIdleCallback(() => requestIdleCallback(go))));
  assert.deepEqual(log.requests.filter((url) => /offline|service-worker/.test(url)), []);
  assert.equal(await page.evaluate(() => navigator.serviceWorker.getRegistration()), undefined);
  await close();
});
