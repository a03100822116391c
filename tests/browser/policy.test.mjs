// The doors: policies of the page and of its host, Trusted Types, and frames without an origin.
import assert from "node:assert/strict";
import { open as openPage } from "./chrome.mjs";
import { test } from "./harness.mjs";
import { serve } from "./server.mjs";

const NEWS = "圖書館明天起延長開放時間，市民可以在網上預約座位。";

test("text becomes no script, and no address a worker, but through the page's own policy", async ({ api }) => {
  const page = await api();
  const refused = await page.evaluate(() => {
    const name = (doing) => {
      try {
        doing();
        return "done";
      } catch (error) {
        return error.name;
      }
    };
    return [
      name(() => (document.createElement("div").innerHTML = "<b>字</b>")),
      name(() => new DOMParser().parseFromString("<b>字</b>", "text/html")),
      name(() => (document.createElement("script").src = "boot.js")),
      name(() => new Worker("worker-start.js")),
      name(() => trustedTypes.createPolicy("another", {})),
      name(() => trustedTypes.createPolicy("duidu", {})),
      name(() => duiduThread("https://elsewhere.example/worker-start.js")),
      name(() => duiduThread("blob:null/0")),
    ];
  });
  assert.deepEqual(refused, Array(8).fill("TypeError"));
});

/// A server whose every answer has these headers, and a page of it that holds the app in a frame.
async function host(site, extra, sandbox) {
  const attribute = sandbox === undefined ? "" : ` sandbox="${sandbox}"`;
  const frame = Buffer.from(`<!doctype html><title>frame</title><iframe src="x/#/about" width="900" height="700"${attribute}></iframe>`);
  const server = await serve({ "/x/": site, "/": new Map([["frame.html", frame]]) }, { extra });
  return { ...server, page: `${server.origin}/x/#/about`, framed: `${server.origin}/frame.html` };
}

test("a host that asks for Trusted Types itself is served", async ({ browser, site }) => {
  const server = await host(site, { "content-security-policy": "require-trusted-types-for 'script'" });
  const { page, log, close } = await openPage(browser, server.page);
  assert.equal(await page.evaluate(() => duidu.segment("聯合國").then((words) => words.length)), 1);
  assert.deepEqual(log.complaints, []);
  await close();
  server.close();
});

test("a host that forbids workers, or any policy of types, is told apart from a slow one", async ({ browser, site }) => {
  for (const policy of ["worker-src 'none'", "trusted-types 'none'; require-trusted-types-for 'script'"]) {
    const server = await host(site, { "content-security-policy": policy });
    const { page, close } = await openPage(browser, server.page, { ready: false });
    const alert = page.locator('[role="alert"]').filter({ visible: true }).first();
    await alert.waitFor({ timeout: 20_000 });
    assert.match(await alert.innerText(), /worker-src|worker-start\.js/, policy);
    assert.equal(await page.getByText("正在載入").count(), 0, policy);
    await close();
    server.close();
  }
});

/// The app in a sandboxed frame.
async function framed(browser, server) {
  const { page, log, close } = await openPage(browser, server.framed, { ready: false });
  await page.waitForFunction(() => frames.length === 1);
  const frame = page.frames().find((frame) => frame.url().includes("/x/"));
  return { frame, log, close };
}

test("in a sandboxed frame the page works, keeps nothing, and says so", async ({ browser, site }) => {
  const server = await host(site, { "access-control-allow-origin": "*" }, "allow-scripts");
  const { frame, close } = await framed(browser, server);
  await frame.waitForFunction(() => globalThis.duidu, undefined, { timeout: 20_000 });
  assert.equal((await frame.evaluate(() => duidu.ready)).stories, 26);
  assert.equal(await frame.evaluate(() => self.origin), "null");
  await frame.getByText("不能保存任何東西").waitFor();
  const { stories, warnings } = await frame.evaluate((text) => duidu.addText({ name: "春", text }), NEWS);
  assert.deepEqual(stories, ["u1-1"]);
  assert.ok(warnings.some(({ kind }) => kind === "notKept"));
  const file = await frame.evaluate(
    (text) => duidu.addText({ name: "夏.txt", bytes: new TextEncoder().encode(text) }),
    NEWS,
  );
  assert.deepEqual(file.stories, ["u2-1"]);
  assert.equal(await frame.evaluate(() => duidu.segment("聯合國", { mode: "fast" }).then((words) => words.length)), 1);
  assert.match(await frame.evaluate(() => duidu.session.export()), /春/);
  // A thread that ends takes what nothing keeps with it; the next one is given it again.
  await frame.page().workers()[0].evaluate(() => setTimeout(() => { throw new Error("crashed for a test"); }));
  await frame.page().waitForEvent("worker");
  assert.equal(await frame.evaluate(() => duidu.text("u1-1")), NEWS);
  assert.equal(await frame.evaluate(() => duidu.text("u2-1")), NEWS);
  for (const hash of ["#/texts", "#/words", "#/compare/003-1/004-1", "#/dictionary"]) {
    await frame.evaluate((hash) => (location.hash = hash), hash);
    await frame.locator("main h1, main h2").first().waitFor();
  }
  await close();
  server.close();
});

test("a sandboxed frame that may not read the server's files says what to do", async ({ browser, site }) => {
  const server = await host(site, {}, "allow-scripts");
  const { frame, close } = await framed(browser, server);
  const alert = frame.locator('[role="alert"]').first();
  await alert.waitFor({ timeout: 20_000 });
  assert.match(await alert.innerText(), /allow-same-origin/);
  await close();
  server.close();
});
