// The view of the reader's own texts: files of every kind are imported, a boundary is corrected by keyboard,
// everything is there after a reload, an encoding is changed with its preview, and everything is cleared.
import assert from "node:assert/strict";
import { deflateRawSync } from "node:zlib";
import { test } from "./harness.mjs";
import { settle, until, visit } from "./chrome.mjs";

/// Characters with their bytes in two encodings, from the tables of the WHATWG Encoding Standard.
const TABLE = {
  中: ["a4a4", "d6d0"], 大: ["a46a", "b4f3"], 小: ["a470", "d0a1"], 天: ["a4d1", "ccec"], 人: ["a448", "c8cb"],
  日: ["a4e9", "c8d5"], 月: ["a4eb", "d4c2"], 水: ["a4f4", "cbae"], 火: ["a4f5", "bbf0"], 山: ["a473", "c9bd"],
  上: ["a457", "c9cf"], 下: ["a455", "cfc2"], 不: ["a4a3", "b2bb"], 一: ["a440", "d2bb"], 三: ["a454", "c8fd"],
  "，": ["a141", "a3ac"], "。": ["a143", "a1a3"], "\n": ["0a", "0a"],
};
const SENTENCES = "大人上山，小人下水。\n一日天上不火，三月水下一人。\n山中人不大，天下人不小。\n";
const written = (text, column) => Buffer.from([...text].map((character) => TABLE[character][column]).join(""), "hex");

/// Returns a zip archive with compressed entries, as written by any program.
function zip(entries) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const [name, content] of Object.entries(entries)) {
    const [file, data] = [Buffer.from(name), Buffer.from(content)];
    const packed = deflateRawSync(data);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x0800, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(data.length, 18);
    fields.writeUInt16LE(file.length, 22);
    parts.push(Buffer.from("504b0304", "hex"), fields, file, packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("504b01021400", "hex"), fields, rest, file);
    offset += 30 + file.length + packed.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(18);
  const count = Object.keys(entries).length;
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, ...directory, Buffer.from("504b0506", "hex"), end]);
}

function crc32(data) {
  let crc = ~0;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return ~crc >>> 0;
}

const DOCX = zip({
  "[Content_Types].xml":
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  "word/document.xml":
    '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>' +
    ["漁港昨日重開。", "漁船陸續出海，市集復業。"].map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join("") +
    "</w:body></w:document>",
});

const FILES = [
  { name: "big5.txt", mimeType: "text/plain", buffer: written(SENTENCES.repeat(4), 0) },
  { name: "gb.txt", mimeType: "text/plain", buffer: written(SENTENCES.repeat(4), 1) },
  { name: "word.docx", mimeType: "application/octet-stream", buffer: DOCX },
  { name: "pages.zip", mimeType: "application/zip", buffer: zip({ "2025/甲.txt": "甲鎮昨日有雨。\n乙鎮晴朗。\n", "乙.md": "# 乙鎮\n\n今日晴朗，市集復業。\n" }) },
  { name: "empty.txt", mimeType: "text/plain", buffer: Buffer.alloc(0) },
];

const choose = async (page, files) => {
  await page.locator("#choose-files").setInputFiles(files);
  await page.locator(".import-status:not(.session-status) button:text-is('知道了')").waitFor();
  await settle(page);
};

const names = (page) => page.locator(".texts .name").allInnerTexts();

const reload = async (page) => {
  await page.reload();
  await page.waitForFunction(() => globalThis.duidu, undefined, { timeout: 20_000 });
  await page.evaluate(() => globalThis.duidu.ready.then(() => undefined));
  await settle(page);
};

/// Opens a text by its name.
const look = async (page, name) => {
  await visit(page, "#/texts");
  await page.locator(".texts .name a", { hasText: name }).click();
  await page.locator(".text-columns").waitFor();
  await settle(page);
};

test("files of every kind come in, one boundary is corrected by key, and a reload finds everything", async ({ open }) => {
  const { page, log, close } = await open({ hash: "#/texts" });
  await choose(page, FILES);
  const status = await page.locator(".import-status").innerText();
  assert.match(status, /5／5/);
  assert.match(status, /empty\.txt[^]*空/);
  const all = ["big5.txt", "gb.txt", "pages.zip/2025/甲.txt", "pages.zip/乙.md", "word.docx"];
  assert.deepEqual((await names(page)).sort(), all);
  const row = (name) => page.locator(".texts tr", { hasText: name });
  assert.match(await row("big5.txt").innerText(), /Big5/);
  assert.match(await row("gb.txt").innerText(), /GB 18030/);

  await look(page, "word.docx");
  const before = await page.locator(".draft-story").count();
  const last = page.locator(".draft-block").last();
  assert.match(await last.innerText(), /漁船陸續出海/);
  await last.focus();
  // The lines that the block was made from are marked.
  assert.match(await page.locator(".source-lines .marked").first().innerText(), /漁船陸續出海/);
  await page.keyboard.press("s");
  await page.locator(".draft-story").nth(before).waitFor();
  await settle(page);
  // The focus moved with the block, so that the next key applies to it.
  assert.match(await page.evaluate(() => document.activeElement.innerText), /漁船陸續出海/);
  await page.keyboard.press("Control+z");
  await page.waitForFunction((n) => document.querySelectorAll(".draft-story").length === n, before);
  await settle(page);
  await page.keyboard.press("Control+Shift+Z");
  await page.locator(".draft-story").nth(before).waitFor();
  await settle(page);

  // Keys pressed before the text has changed wait for it: join, split and join again, then one undo.
  await page.evaluate(() => document.querySelectorAll(".draft-story")[1].querySelector(".draft-block").focus());
  for (const key of ["j", "s", "j"]) await page.keyboard.press(key);
  await page.waitForFunction((n) => document.querySelectorAll(".draft-story").length === n, before);
  await until(page, async () => !(await duidu.texts()).some(({ stories, name }) => name === "word.docx" && stories > 1));
  await page.waitForTimeout(500);
  assert.equal(await page.locator(".draft-story").count(), before, "every key was obeyed");
  await page.keyboard.press("Control+z");
  await page.locator(".draft-story").nth(before).waitFor();

  await reload(page);
  assert.equal(await page.locator(".draft-story").count(), before + 1);
  await visit(page, "#/texts");
  assert.deepEqual((await names(page)).sort(), all);
  assert.match(await row("word.docx").innerText(), /已修正/);
  // The stories are read and counted like any others.
  await visit(page, "#/words");
  const found = await page.evaluate(async () => (await duidu.stories()).filter(({ page }) => page.startsWith("u")).length);
  assert.ok(found >= all.length);
  assert.deepEqual(log.complaints, []);
  await close();
});

test("a file dropped on another view is taken in", async ({ open }) => {
  const { page, close } = await open({ hash: "#/about" });
  await page.evaluate(() => {
    const carried = new DataTransfer();
    carried.items.add(new File(["丙鎮昨日放晴。\n"], "drop.txt", { type: "text/plain" }));
    const event = (name) => new DragEvent(name, { bubbles: true, cancelable: true, dataTransfer: carried });
    document.querySelector("main").dispatchEvent(event("dragover"));
    globalThis.dropEvent = event("drop");
  });
  await page.locator(".drop-target").waitFor();
  await page.evaluate(() => document.querySelector("main").dispatchEvent(globalThis.dropEvent));
  await page.locator(".import-status:not(.session-status) button:text-is('知道了')").waitFor();
  assert.equal(await page.locator(".drop-target").count(), 0);
  assert.equal(new URL(page.url()).hash, "#/");
  await visit(page, "#/texts");
  assert.deepEqual(await names(page), ["drop.txt"]);
  await close();
});

test("an encoding is chosen by what its lines look like", async ({ open }) => {
  const { page, close } = await open({ hash: "#/texts" });
  await choose(page, FILES.slice(0, 1));
  await page.locator(".texts .encoding button").click();
  const choice = (name) => page.locator(".encoding-dialog li", { hasText: name });
  assert.match(await choice("Big5").innerText(), /全部可讀[^]*大人上山/);
  await choice("GB 18030").locator("input").check();
  assert.doesNotMatch(await choice("GB 18030").innerText(), /大人上山/);
  await page.locator(".encoding-dialog .primary").click();
  await page.locator(".texts .encoding button:text-is('GB 18030')").waitFor();
  await look(page, "big5.txt");
  assert.doesNotMatch(await page.locator(".source-lines").innerText(), /大人上山/);
  await page.locator(".text-bar button:text-is('復原')").click();
  await page.locator(".source-lines li", { hasText: "大人上山" }).first().waitFor();
  await close();
});

test("a text is pasted with its paper, and everything is cleared", async ({ open }) => {
  const { page, close } = await open({ hash: "#/texts" });
  await page.locator(".paste summary").click();
  await page.locator("#paste-text").fill("丁鎮昨日有風。\n漁船沒有出海。\n");
  await page.locator(".paste-form input").nth(1).fill("丁報");
  await page.locator("#paste-add").click();
  await page.locator(".texts .name").waitFor();
  await visit(page, "#/pages");
  assert.match(await page.locator("main").innerText(), /丁報/);
  await visit(page, "#/texts");
  await page.locator(".keeping button:text-is('清除一切')").click();
  await page.locator("#clear-everything .primary").click();
  await page.locator("main .empty").waitFor();
  await reload(page);
  assert.equal(await page.locator(".texts").count(), 0);
  assert.equal((await page.evaluate(() => duidu.dictionary.list())).length, 0);
  await close();
});

const SHARED = "山上的花都開了。";
const COLLATION = JSON.stringify({
  witnesses: [
    { id: "甲報", content: `${SHARED}小鎮有雨。` },
    { id: "乙報", tokens: [{ t: "山上的花" }, { t: "都開了。" }] },
  ],
});
const REPRINTS = [
  { id: "1", series: "丙報", date: "2025-03-01", text: `${SHARED}市集復業。` },
  { id: "2", series: "丁報", text: SHARED },
];
const LINES = REPRINTS.map((reprint) => JSON.stringify(reprint)).join("\n");

/// Gives files to the page as an event carries them: dropped, or pasted.
const carry = (page, type, files) =>
  page.evaluate(
    ({ type, files }) => {
      const carried = new DataTransfer();
      for (const [name, text] of files) carried.items.add(new File([text], name, { type: "application/json" }));
      const event =
        type === "drop"
          ? new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true })
          : new ClipboardEvent("paste", { clipboardData: carried, bubbles: true, cancelable: true });
      document.body.dispatchEvent(event);
    },
    { type, files },
  );

test(".json of CollateX and of passim comes in however it is given, and is told from a session file", async ({ open }) => {
  const { page, log, close } = await open({ hash: "#/texts" });
  const accepted = await page.locator("#choose-files").getAttribute("accept");
  assert.ok(accepted.split(",").includes(".json"), accepted);
  const came = async (count) => {
    await until(page, async (count) => (await duidu.texts()).length === count, count);
    await page.locator(".import-status button:text-is('知道了')").click();
    await settle(page);
  };
  await choose(page, [
    { name: "collation.json", mimeType: "application/json", buffer: Buffer.from(COLLATION) },
    { name: "reprints.json", mimeType: "application/json", buffer: Buffer.from(LINES) },
  ]);
  await came(4);
  await carry(page, "drop", [["dropped.json", COLLATION]]);
  await came(6);
  await carry(page, "paste", [["pasted.json", JSON.stringify(REPRINTS)]]);
  await came(8);
  const texts = await page.evaluate(async () => (await duidu.stories()).filter(({ id }) => id.startsWith("u")));
  assert.deepEqual(texts.map(({ paper }) => paper), ["甲報", "乙報", "丙報", "丁報", "甲報", "乙報", "丙報", "丁報"]);
  assert.equal(await page.evaluate(() => duidu.text("u2-1")), SHARED);
  assert.equal(texts[2].date, "2025-03-01");
  // The same through the API, as bytes and as a string.
  const added = await page.evaluate(
    async ({ collation, lines }) => [
      (await duidu.addText({ name: "a.json", bytes: new TextEncoder().encode(collation) })).stories.length,
      (await duidu.addText({ name: "b.json", text: lines })).stories.length,
    ],
    { collation: COLLATION, lines: LINES },
  );
  assert.deepEqual(added, [2, 2]);
  // What this page exports comes back.
  const exported = await page.evaluate(() => duidu.exportComparison(["003-1", "004-1"], "collatex"));
  await choose(page, [{ name: "003.json", mimeType: "application/json", buffer: Buffer.from(exported) }]);
  await came(14);
  // A session file is none of these.
  const session = await page.evaluate(() => duidu.session.export());
  await page.evaluate(() => duidu.clear());
  await carry(page, "drop", [["session.json", session]]);
  await until(page, async () => (await duidu.texts()).length === 14);
  // A file that is neither says what is wrong with it.
  await choose(page, [{ name: "other.json", mimeType: "application/json", buffer: Buffer.from('{"a":1}') }]);
  assert.match(await page.locator(".import-status:not(.session-status)").innerText(), /other\.json#1/);
  assert.deepEqual(log.complaints, []);
  await close();
});

/// An archive that lists one member under many names, each of which would unpack to all of it.
function overlapping(names, content) {
  const packed = deflateRawSync(content, { level: 9 });
  const check = crc32(content);
  const fields = (name) => {
    const bytes = Buffer.alloc(26);
    bytes.writeUInt16LE(20, 0);
    bytes.writeUInt16LE(8, 4);
    bytes.writeUInt32LE(check, 10);
    bytes.writeUInt32LE(packed.length, 14);
    bytes.writeUInt32LE(content.length, 18);
    bytes.writeUInt16LE(name.length, 22);
    return bytes;
  };
  const member = Buffer.concat([Buffer.from("504b0304", "hex"), fields(names[0]), Buffer.from(names[0]), packed]);
  const listed = Buffer.concat(
    names.flatMap((name) => [Buffer.from("504b01021400", "hex"), fields(name), Buffer.alloc(14), Buffer.from(name)]),
  );
  const end = Buffer.alloc(18);
  end.writeUInt16LE(names.length, 4);
  end.writeUInt16LE(names.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(member.length, 12);
  return Buffer.concat([member, listed, Buffer.from("504b0506", "hex"), end]);
}

test("an archive that lists one member two thousand times is refused, in words and by name", async ({ open }) => {
  const { page, close } = await open({ hash: "#/texts" });
  const names = Array.from({ length: 2_000 }, (_, number) => `${String(number).padStart(4, "0")}.txt`);
  const bomb = overlapping(names, Buffer.alloc(10_000_000, "花開了。"));
  assert.ok(bomb.length < 200_000, `${bomb.length} bytes`);
  await choose(page, [
    { name: "bomb.zip", mimeType: "application/zip", buffer: bomb },
    { name: "after.txt", mimeType: "text/plain", buffer: Buffer.from("花開了。") },
  ]);
  assert.match(await page.locator(".import-status").innerText(), /bomb\.zip[^]*重疊/);
  assert.deepEqual(await page.evaluate(async () => (await duidu.texts()).map(({ name }) => name)), ["after.txt"]);
  const refused = await page.evaluate(
    (bytes) => duidu.addText({ name: "bomb.zip", bytes: new Uint8Array(bytes) }).then(() => "added", ({ name }) => name),
    [...bomb],
  );
  assert.equal(refused, "OverlappingFiles");
  await close();
});

/// Gives the page a text that takes long to cut, and waits until it has said a few times how far it is: in `seen`.
async function cutting(page) {
  const story = "第一屆市集昨日重開\n\n【春日報訊】漁港昨日重開，漁船陸續出海，市集復業，孩子們在岸邊跑來跑去。\n\n";
  const long = Buffer.from(story.repeat(200_000));
  await page.evaluate(() => {
    globalThis.seen = [];
    new MutationObserver(() => {
      const line = document.querySelector(".progress")?.innerText ?? "";
      if (line.includes("分篇") && seen.at(-1) !== line) seen.push(line);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await page.locator("#choose-files").setInputFiles([{ name: "long.txt", mimeType: "text/plain", buffer: long }]);
  await page.waitForFunction(() => seen.length >= 3, undefined, { timeout: 60_000 });
}

test("questions are answered while a long text is cut, and a change waits for its end", async ({ open }) => {
  const { page, close } = await open({ hash: "#/texts" });
  const asked = () => page.evaluate(() => duidu.wordList({ scope: ["003-1"], limit: 20 }));
  const before = await asked();
  await cutting(page);
  const [said, after] = [await page.evaluate(() => seen.length), await asked()];
  assert.deepEqual(after, before);
  await page.waitForFunction((said) => seen.length > said, said);
  const text = { name: "a.txt", text: "渡輪停航\n\n渡輪今日停航。" };
  const added = page.evaluate((text) => duidu.addText(text).then(() => document.querySelector(".progress")?.innerText ?? ""), text);
  await page.locator(".import-status button:text-is('取消')").click();
  assert.doesNotMatch(await added, /分篇/);
  await close();
});

test("one long text shows how far it is while it is cut, and is stopped in the middle", async ({ open }) => {
  const { page, close } = await open({ hash: "#/texts" });
  await cutting(page);
  await page.locator(".import-status button:text-is('取消')").click();
  await page.locator(".import-status:not(.session-status) button:text-is('知道了')").waitFor();
  assert.deepEqual(await page.evaluate(() => duidu.texts()), []);
  const done = (await page.evaluate(() => seen)).map((line) => Number.parseFloat(line.match(/[\d.]+/)[0]));
  assert.deepEqual(done, [...done].sort((a, b) => a - b), "it grows");
  await close();
});
