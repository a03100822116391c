// What goes wrong on a real server or in a real browser: each gets a sentence, none a blank page.
import assert from "node:assert/strict";
import { open as openPage } from "./chrome.mjs";
import { hurry, withClock } from "./faults.mjs";
import { test } from "./harness.mjs";
import { serve } from "./server.mjs";

/// Opens a page that cannot become ready and gives the sentence it shows instead.
async function sentence(open, options) {
  const { page, close } = await open({ ready: false, ...options });
  const alert = page.locator('[role="alert"]').filter({ visible: true }).first();
  await alert.waitFor({ timeout: 15_000 });
  const said = (await alert.innerText()).trim();
  assert.ok(said.length >= 12, `a sentence, not "${said}"`);
  await close();
  return said;
}

const answer = (pattern, response) => (context) => context.route(pattern, (route) => route.fulfill(response));
const MODEL = /\/model\//;
const DICTIONARY = /\/dictionary\//;

test("Web Workers switched off", async ({ open }) => {
  const off = (context) => context.addInitScript(() => delete globalThis.Worker);
  assert.match(await sentence(open, { prepare: off }), /Worker/);
});

test("WebAssembly switched off", async ({ open }) => {
  const off = (context) => context.addInitScript(() => delete globalThis.WebAssembly);
  assert.match(await sentence(open, { prepare: off }), /WebAssembly/);
});

test("the page's own wasm is missing", async ({ open }) => {
  const said = await sentence(open, { prepare: answer(/\/app-[^/]*_bg\.wasm/, { status: 404, body: "not found" }) });
  assert.match(said, /reload|重新整理/);
});

test("the page's own script is missing", async ({ open }) => {
  await sentence(open, { prepare: answer(/\/app-[^/]*\.js/, { status: 404, body: "not found" }) });
});

test("the server gives a page for every missing file", async ({ open }) => {
  const html = { status: 200, contentType: "text/html", body: "<!doctype html><title>Home</title>" };
  await sentence(open, { prepare: answer(/\/app-[^/]*\.js/, html) });
});

test("the model is missing", async ({ open }) => {
  const said = await sentence(open, { prepare: answer(MODEL, { status: 404, body: "not found" }) });
  assert.match(said, /model\/segmenter\.bin/);
});

test("the line breaks while the model comes", async ({ open }) => {
  await sentence(open, { prepare: (context) => context.route(MODEL, (route) => route.abort("connectionreset")) });
});

test("the model is a page of HTML, empty, cut off, or another", async ({ open, site }) => {
  const whole = site.get("model/segmenter.bin");
  const altered = Buffer.from(whole);
  altered[altered.length - 1] ^= 1;
  for (const body of ["<!doctype html><title>Home</title>", "", whole.subarray(0, whole.length / 2), altered]) {
    const said = await sentence(open, { prepare: answer(MODEL, { status: 200, body }) });
    assert.match(said, /模型|model/);
  }
});

/// Asks for fast mode where the dictionary is not what it should be; gives the errors' names. What needs no
/// dictionary must go on, and the next question must try again.
async function fast(open, response) {
  const { page, close } = await open({ prepare: answer(DICTIONARY, response) });
  const ask = () => duidu.segment("聯合國", { mode: "fast" }).then(() => "answered", (error) => error.name);
  const names = [await page.evaluate(ask), await page.evaluate(() => duidu.segment("聯合國").then((words) => words.length))];
  await page.context().unroute(DICTIONARY);
  names.push(await page.evaluate(ask));
  await close();
  return names;
}

test("a dictionary that is missing, HTML, cut off or empty stops only what needs it", async ({ open, site }) => {
  const whole = site.get("dictionary/jieba.txt");
  const middle = Math.floor(whole.length / 2);
  const text = (body) => ({ status: 200, contentType: "text/plain", body });
  const cases = [
    ["FileMissing", { status: 404, body: "not found" }],
    ["BrokenDictionary|FileBroken", text("<!doctype html><title>Home</title>")],
    ["FileBroken", text(whole.subarray(0, middle + 1))],
    ["FileChanged", text(whole.subarray(0, whole.lastIndexOf("\n", middle) + 1))],
    ["FileBroken", text("")],
  ];
  for (const [name, response] of cases) {
    const [failed, accurate, again] = await fast(open, response);
    assert.match(failed, new RegExp(name));
    assert.equal(accurate, 1);
    assert.equal(again, "answered");
  }
});

test("a model that stops coming is given up and said, before its first byte or after half of it", async ({ browser, site, open }) => {
  const server = await serve({ "/x/": site }, { stalls: (path) => MODEL.test(path) });
  const silent = (context) => context.route(MODEL, () => undefined);
  const cases = [
    () => open({ ready: false, prepare: withClock(silent) }),
    () => openPage(browser, `${server.origin}/x/`, { ready: false, prepare: withClock() }),
  ];
  for (const opening of cases) {
    const { page, close } = await opening();
    await page.waitForFunction(() => globalThis.duidu);
    const name = page.evaluate(() => duidu.segment("字").catch(({ name }) => name));
    assert.equal(await hurry(page, name, 90), "FileStalled");
    const said = await page.locator('[role="alert"]').filter({ visible: true }).first().innerText();
    assert.match(said, /model\/segmenter\.bin.*60/s);
    await close();
  }
  server.close();
});

test("a dictionary that stops coming stops only what needs it, and is asked for again", async ({ open }) => {
  const silent = (context) => context.route(DICTIONARY, () => undefined);
  const { page, close } = await open({ prepare: withClock(silent) });
  const ask = () => duidu.segment("聯合國", { mode: "fast" }).then(() => "answered", (error) => error.name);
  const stalled = page.evaluate(ask);
  assert.equal(await page.evaluate(() => duidu.segment("聯合國").then((words) => words.length)), 1);
  assert.equal(await hurry(page, stalled, 90), "FileStalled");
  await page.context().unroute(DICTIONARY);
  assert.equal(await page.evaluate(ask), "answered");
  await close();
});

test("a page that is slow to load says so, and still comes", async ({ open }) => {
  let go;
  const gone = new Promise((resolve) => (go = resolve));
  const late = (context) => context.route(/\/app-[^/]*\.js/, async (route) => (await gone, route.continue()));
  const { page, close } = await open({ ready: false, prepare: withClock(late) });
  await page.locator(".progress").getByText("正在載入").waitFor();
  await page.clock.runFor(31_000);
  await page.getByText("載入得很慢").waitFor();
  go();
  await page.waitForFunction(() => globalThis.duidu);
  await page.evaluate(() => duidu.ready.then(() => undefined));
  assert.equal(await page.getByText("載入得很慢").count(), 0);
  await close();
});

test("the worker's script is missing", async ({ open }) => {
  await sentence(open, { prepare: answer(/\/worker-start\.js/, { status: 404, body: "not found" }) });
});

test("the worker's wasm is missing", async ({ open }) => {
  await sentence(open, { prepare: answer(/\/worker_bg\.wasm/, { status: 404, body: "not found" }) });
});

test("the worker's script is something else", async ({ open }) => {
  const other = { status: 200, contentType: "text/javascript", body: 'postMessage("hello from somewhere else");' };
  await sentence(open, { prepare: answer(/\/worker-start\.js/, other) });
});

test("the worker is of another build", async ({ open, site }) => {
  // The build's name stands in the wasm: one digit of it is changed, as in a copy left over from another day.
  const said = await sentence(open, {
    prepare: (context) =>
      context.route(/\/worker_bg\.wasm/, (route) => {
        const wasm = Buffer.from(site.get("worker_bg.wasm"));
        const build = wasm.toString("latin1").match(/\d+\.\d+\.\d+-[0-9a-f]{16}/);
        assert.ok(build, "the worker names its build");
        wasm[build.index + build[0].length - 1] ^= 1;
        return route.fulfill({ status: 200, contentType: "application/wasm", body: wasm });
      }),
  });
  assert.match(said, /版本|version/);
});

test("an address with an unknown story", async ({ open }) => {
  for (const hash of ["#/read/999-9", "#/compare/003-1/999-9"]) {
    assert.match(await sentence(open, { hash }), /999-9/);
  }
});

test("an address with a scope nobody knows is never every story", async ({ open }) => {
  assert.match(await sentence(open, { hash: "#/words?scope=garbage" }), /garbage/);
  await sentence(open, { hash: "#/keyness?target=id:003-1&reference=id:003-1" });
});

test("an address nothing stands at", async ({ open }) => {
  const { page, close } = await open({ hash: "#/nowhere/%E0%A4%A/at?all=%" });
  assert.ok((await page.locator("main").innerText()).trim().length >= 12);
  await close();
});

test("a worker that crashes is replaced", async ({ open }) => {
  const { page, close } = await open();
  const [worker] = page.workers();
  await worker.evaluate(() => {
    setTimeout(() => {
      throw new Error("crashed for a test");
    });
  });
  await page.waitForTimeout(300);
  const words = await page.evaluate(async () => (await duidu.segment("聯合國")).map(({ word }) => word));
  assert.deepEqual(words, ["聯合國"]);
  await close();
});
