// The package of dist-npm/, packed and installed in an empty folder: it gives the answers of window.duidu.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { launch } from "../browser/chrome.mjs";
import { files, serve } from "../browser/server.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const answers = JSON.parse(readFileSync(join(ROOT, "tests/golden/answers.json"), "utf8"));
const npm = process.platform === "win32" ? "npm.cmd" : "npm";
let folder, open, duidu;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "duidu-npm-"));
  const packed = execFileSync(npm, ["pack", join(ROOT, "dist-npm"), "--silent"], { cwd: folder, encoding: "utf8" });
  writeFileSync(join(folder, "package.json"), "{}");
  const options = ["--offline", "--no-audit", "--no-fund", "--silent"];
  execFileSync(npm, ["install", `./${packed.trim().split("\n").at(-1)}`, ...options], { cwd: folder });
  const entry = createRequire(join(folder, "index.js"));
  // The condition "import" of the package is what a module of that folder gets.
  writeFileSync(join(folder, "main.mjs"), 'export { open } from "duidu";\n');
  ({ open } = await import(pathToFileURL(join(folder, "main.mjs"))));
  assert.ok(entry.resolve("duidu").endsWith("node.js"));
  duidu = await open();
});

after(async () => {
  await duidu?.close();
  rmSync(folder, { recursive: true, force: true });
});

/// Returns the digest of an answer, as tests/golden.rs computes it.
function digest(answer) {
  const bits = (number) => {
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, number);
    return view.getBigUint64(0).toString(16).padStart(16, "0");
  };
  const canonical = (value) => {
    if (typeof value === "number") {
      return Number.isSafeInteger(value) && !Object.is(value, -0) ? String(value) : bits(value);
    }
    if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
    if (value === null || typeof value !== "object") return JSON.stringify(value ?? null);
    const fields = Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
    return `{${fields.join(",")}}`;
  };
  return createHash("sha256").update(canonical(answer)).digest("hex");
}

test("answers are the golden ones of the page, byte for byte", async () => {
  const different = [];
  for (const { call, arguments: given, sha256 } of answers) {
    if (digest(await duidu[call](...given)) !== sha256) different.push(`${call}${JSON.stringify(given)}`);
  }
  assert.ok(answers.length > 40);
  assert.deepEqual(different, []);
});

test("words of a text are those of duidu.segment", async () => {
  const text = "中國外交部發言人郭嘉昆";
  for (const mode of ["accurate", "fast", "character"]) {
    const tokens = await duidu.segment(text, { mode });
    assert.equal(tokens.map(({ word }) => word).join(""), text);
    for (const { word, start, end } of tokens) assert.equal(text.slice(start, end), word);
  }
  assert.ok((await duidu.segment(text, { mode: "search" })).length > (await duidu.segment(text)).length);
  assert.deepEqual((await duidu.segment("\ud800甲")).map(({ word }) => word), ["\ufffd", "甲"]);
});

test("texts are added, counted, compared and removed, and no other is there", async () => {
  const own = await open({ bundled: false });
  const first = await own.addText({ name: "a.txt", text: "渡輪昨日開航\n本報訊　往離島的渡輪昨日開航，乘客表示歡迎。", paper: "晨報" });
  const bytes = new TextEncoder().encode("渡輪開航\n往離島的渡輪昨日首航，乘客表示高興。");
  const second = await own.addText({ name: "b.txt", bytes });
  assert.deepEqual([first.stories, second.stories, second.encoding], [["u1-1"], ["u2-1"], "utf-8"]);
  assert.deepEqual((await own.stories()).map(({ id }) => id), ["u1-1", "u2-1"]);
  const [ferry] = await own.wordList({ filter: { pattern: "渡輪" } });
  assert.equal(ferry.frequency, 4);
  assert.equal((await own.compare("u1-1", "u2-1")).pairs.length, 1);
  await own.removeText("u1");
  assert.equal((await own.stories()).length, 1);
  await own.dictionary.import("離島的渡輪 n\n");
  assert.match(await own.dictionary.export(), /離島的渡輪/);
  assert.equal((await own.wordList({ filter: { pattern: "離島的渡輪" } }))[0].frequency, 1);
  await own.close();
  await assert.rejects(own.stories(), { name: "Closed" });
});

test("a lone surrogate is replaced, and the text says so", async () => {
  const own = await open({ bundled: false });
  const { stories: [id], warnings } = await own.addText({ name: "a.txt", text: "題目\n甲\ud800乙\udc00丙\u{20bb7}丁。" });
  assert.match(await own.text(id), /甲\ufffd乙\ufffd丙\u{20bb7}丁/u);
  assert.ok(warnings.some(({ kind }) => kind === "loneSurrogates"), JSON.stringify(warnings));
  await own.close();
});

test("errors are those of window.duidu", async () => {
  await assert.rejects(duidu.wordList({ limits: 3 }), { name: "InvalidArgument" });
  await assert.rejects(duidu.text("999-9"), { name: "UnknownStory" });
  await assert.rejects(duidu.segment(3), { name: "InvalidArgument" });
  await assert.rejects(duidu.addText({ name: "a.txt" }), { name: "InvalidArgument" });
  await assert.rejects(duidu.addText({ name: "a.txt", bytes: "text" }), { name: "InvalidArgument" });
  await assert.rejects(duidu.addText({ name: "a.txt", bytes: new Uint8Array([0, 1, 2, 255, 0]) }), { name: "Binary" });
  await assert.rejects(open({ bundle: false }), { name: "InvalidArgument" });
});

test("a page without a bundler gets the same answers", async () => {
  const server = await serve({ "/any/where/": files(join(folder, "node_modules/duidu")) });
  const browser = await launch();
  try {
    const page = await browser.newPage();
    // Any document of the origin: a module is imported into it.
    await page.goto(`${server.origin}/any/where/package.json`);
    const found = await page.evaluate(async () => {
      const { open } = await import("/any/where/page.js");
      const notebook = await open();
      const words = await notebook.wordList({ mode: "fast", limit: 50 });
      const compared = await notebook.compare("003-1", "004-1", { minRun: 6 });
      await notebook.close();
      return { words, compared };
    });
    assert.deepEqual(found.words, await duidu.wordList({ mode: "fast", limit: 50 }));
    assert.deepEqual(found.compared, await duidu.compare("003-1", "004-1", { minRun: 6 }));
  } finally {
    await browser.close();
    server.close();
  }
});

test("the types declare what there is", () => {
  const types = readFileSync(join(folder, "node_modules/duidu/index.d.ts"), "utf8");
  const left = types.match(/Omit<Duidu, ([^>]+)>/)[1].match(/\w+/g);
  const bodies = [...types.matchAll(/^interface Duidu \{\n([^]*?)^\}/gm)].map(([, body]) => body).join("");
  const declared = [...bodies.matchAll(/^ {2}(\w+)[(:]/gm)].map(([, name]) => name).filter((name) => !left.includes(name));
  assert.deepEqual(Object.keys(duidu).filter((name) => name !== "close" && name !== "dictionary").sort(), declared.sort());
  const [, own] = types.match(/Pick<Dictionary, ([^>]+)>/);
  assert.deepEqual(Object.keys(duidu.dictionary).sort(), own.match(/\w+/g).sort());
});

test("a program that asks nothing more ends by itself", () => {
  const program = 'import { open } from "duidu"; const d = await open(); console.log((await d.segment("香港")).length);';
  writeFileSync(join(folder, "short.mjs"), program);
  assert.equal(execFileSync(process.execPath, ["short.mjs"], { cwd: folder, encoding: "utf8", timeout: 60_000 }), "1\n");
});
