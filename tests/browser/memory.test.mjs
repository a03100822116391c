// Memory that runs out: what fills it is told before, what it ends at is named, and the page goes on.
import assert from "node:assert/strict";
import { test } from "./harness.mjs";
import { zip } from "./zip.mjs";

const PAGE = 65_536;

/// A whole number as WebAssembly writes it.
function leb(number) {
  const bytes = [];
  for (; number > 127; number = Math.floor(number / 128)) bytes.push((number % 128) | 128);
  return Buffer.from([...bytes, number]);
}

function unleb(bytes, at) {
  let [value, scale] = [0, 1];
  for (; ; at += 1, scale *= 128) {
    value += (bytes[at] & 127) * scale;
    if (bytes[at] < 128) return [value, at + 1];
  }
}

/// The same WebAssembly with at most so many bytes of memory.
function withLess(wasm, bytes) {
  for (let at = 8; at < wasm.length; ) {
    const [size, content] = unleb(wasm, at + 1);
    if (wasm[at] === 5) {
      assert.deepEqual([...wasm.subarray(content, content + 2)], [1, 0], "one memory without a limit of its own");
      const [least] = unleb(wasm, content + 2);
      const section = Buffer.concat([Buffer.from([1, 1]), leb(least), leb(Math.ceil(bytes / PAGE))]);
      return Buffer.concat([wasm.subarray(0, at + 1), leb(section.length), section, wasm.subarray(content + size)]);
    }
    at = content + size;
  }
  throw new Error("no memory section");
}

const little = (site, megabytes) => (context) =>
  context.route(/\/(worker|intake)_bg\.wasm/, (route) => {
    const wasm = site.get(new URL(route.request().url()).pathname.split("/").pop());
    return route.fulfill({ status: 200, contentType: "application/wasm", body: withLess(wasm, megabytes << 20) });
  });

/// Stories of so many megabytes.
const large = (megabytes) => "圖書館明天起延長開放時間，市民可以在網上預約座位，館方說反應熱烈。\n\n".repeat(megabytes * 9_500);

const add = (page, name, content) =>
  page.evaluate(
    async ([name, content]) => {
      const bytes = Uint8Array.from(atob(content), (c) => c.charCodeAt(0));
      return duidu.addText({ name, bytes }).catch(({ name, message }) => ({ error: `${name}: ${message}` }));
    },
    [name, Buffer.from(content).toString("base64")],
  );

test("a file that memory has no room for is named, and what comes before and after it is in", async ({ open, site }) => {
  const { page, close } = await open({ hash: "#/about", prepare: little(site, 96) });
  const files = [["甲.txt", "甲報說：圖書館延長開放。"], ["大.txt", large(12)], ["乙.txt", "乙報說：圖書館延長開放。"]];
  const { stories, warnings, error } = await add(page, "四季.zip", zip(files));
  assert.equal(error, undefined);
  assert.deepEqual(stories, ["u1-1", "u2-1"]);
  assert.ok(warnings.some(({ kind, message }) => kind === "Crashed" && message.startsWith("四季.zip/大.txt")), JSON.stringify(warnings));
  const alone = await add(page, "大.txt", large(12));
  assert.match(alone.error, /^Crashed: 大\.txt/);
  assert.deepEqual((await page.evaluate(() => duidu.texts())).map(({ name }) => name), ["四季.zip/甲.txt", "四季.zip/乙.txt"]);
  assert.equal(await page.evaluate(() => duidu.segment("聯合國").then((words) => words.length)), 1);
  await close();
});

test("files that fill the memory one after another end none that came in", async ({ open, site }) => {
  const { page, close } = await open({ hash: "#/about", prepare: little(site, 112) });
  const results = [];
  for (let number = 0; number < 6; number += 1) results.push(await add(page, `${number}.txt`, large(4)));
  const came = results.filter(({ error }) => !error).length;
  assert.ok(came >= 1 && came < 6, `${came} of 6 came in`);
  for (const { error } of results.filter(({ error }) => error)) assert.match(error, /^(Crashed|NoRoom): \d\.txt/);
  assert.equal((await page.evaluate(() => duidu.texts())).length, came);
  await page.reload();
  await page.waitForFunction(() => globalThis.duidu);
  await page.evaluate(() => duidu.ready);
  assert.equal((await page.evaluate(() => duidu.texts())).length, came, "and all of it is there after a reload");
  await close();
});

/// Drops files of zeros of these sizes, in megabytes, on the view of own texts. None of them is a text.
const drop = (page, sizes) =>
  page.evaluate((sizes) => {
    const carried = new DataTransfer();
    for (const [at, size] of sizes.entries()) carried.items.add(new File([new Uint8Array(size << 20)], `${at}.txt`));
    const field = document.getElementById("choose-files");
    field.files = carried.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }, sizes);

test("files with more than there is room for are said to be that before they are read", async ({ open }) => {
  const { page, close } = await open({ hash: "#/texts" });
  await drop(page, [3]);
  await page.locator(".import-status").filter({ hasText: /完成/ }).waitFor();
  assert.equal(await page.getByText("容得下").count(), 0);
  await drop(page, [150, 150]);
  const said = await page.getByText(/這批檔案共 300 MB/).innerText();
  assert.match(said, /容得下 2\d\d MB/);
  await close();
});

test("a file larger than can be read is refused unread", async ({ open }) => {
  const { page, close } = await open({ hash: "#/texts" });
  await drop(page, [201]);
  const failure = page.locator("details.failures li");
  await failure.waitFor();
  assert.match(await failure.innerText(), /0\.txt.*201 MB.*200 MB/s);
  const name = await page.evaluate(() =>
    duidu.addText({ name: "a.txt", bytes: new Uint8Array(201 << 20) }).catch(({ name }) => name),
  );
  assert.equal(name, "TooLarge");
  const text = await page.evaluate(() => duidu.addText({ name: "a", text: "字".repeat(80 << 20) }).catch(({ name }) => name));
  assert.equal(text, "NoRoom");
  await close();
});
