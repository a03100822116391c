// Links to own texts: they name content, so that they open the same texts elsewhere or say which are missing.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "./harness.mjs";
import { settle, until, visit } from "./chrome.mjs";

const TEXTS = [
  ["停水", "兩鎮昨日同時停水搶修\n\n甲鎮昨日清早停水，水務署派出三隊人員到場搶修，至傍晚才恢復供應，居民整天要到街尾輪候。\n"],
  ["交代", "水務署交代停水原因\n\n水務署今日說，甲鎮清早停水是因為街尾的水管老化，搶修人員到傍晚才換好；署方向居民致歉。\n"],
];
const OTHERS = [
  ["碼頭", "舊碼頭下月重開\n\n關閉兩年的舊碼頭下月重開，渡輪每小時一班，往返外島；船公司說首月半價。\n"],
  ["市集", "市集週末開張\n\n河邊的市集週末開張，攤販約有四十家，主辦單位提醒居民不要開車前往。\n"],
];

const add = (page, texts) =>
  page.evaluate(async (texts) => {
    for (const [name, text] of texts) await duidu.addText({ name, text, paper: `${name}報`, date: "2025-03-01" });
  }, texts);

/// Opens a profile with these texts and waits until links name them.
const profile = async (open, texts) => {
  const opened = await open({ hash: "#/texts" });
  await add(opened.page, texts);
  await until(opened.page, (count) => document.querySelectorAll('.story-list a[href*="~"]').length === count, texts.length);
  return opened;
};

const hash = (page) => page.evaluate(() => location.hash);

test("a link to own texts opens the same texts elsewhere, whatever their numbers, and never others", async ({ open }) => {
  const sender = await profile(open, TEXTS);
  await visit(sender.page, "#/compare/u1-1/u2-1");
  const link = await hash(sender.page);
  assert.match(link, /^#\/compare\/u1-1~\w{10}\.\w{8}\/u2-1~\w{10}\.\w{8}\?texts=/, "an address by number is written anew");
  const session = await sender.page.evaluate(() => duidu.session.export());
  await sender.close();

  const receiver = await profile(open, OTHERS);
  await visit(receiver.page, link);
  const said = await receiver.page.locator("main").innerText();
  for (const words of ["兩鎮昨日同時停水搶修", "停水報", "水務署交代停水原因", "2025-03-01"]) assert.ok(said.includes(words), words);
  for (const words of ["碼頭", "市集"]) assert.ok(!said.includes(words), words);
  assert.deepEqual(receiver.log.complaints, []);
  // The session file brings the texts, under other numbers, and the link opens.
  await receiver.page.locator("#session-file").setInputFiles([{ name: "s.json", mimeType: "application/json", buffer: Buffer.from(session) }]);
  await receiver.page.locator("main .compare .column").first().waitFor();
  await settle(receiver.page);
  assert.match(await receiver.page.locator("main .laid-out").textContent(), /街尾/);
  assert.deepEqual(await receiver.page.locator("main select").evaluateAll((found) => found.slice(0, 2).map(({ value }) => value)), ["u3-1", "u4-1"]);
  await receiver.close();
});

test("an address by number opens what it always did in this browser, after a reload as well", async ({ open }) => {
  const { page, close } = await profile(open, TEXTS);
  for (const [address, words] of [
    ["#/read/u2-1", "署方向居民致歉"],
    ["#/compare/u2-1/u1-1", "署方向居民致歉"],
    ["#/witnesses/u1-1/u2-1", "水務署"],
    ["#/words?scope=id:u1-1", "居民"],
    ["#/keywords/u1-1", "停水"],
    ["#/texts/u2", "水務署交代停水原因"],
  ]) {
    await visit(page, address);
    assert.ok((await page.locator("main").innerText()).includes(words), address);
    await until(page, () => /u\d(-1)?~/.test(location.hash));
    assert.ok((await hash(page)).startsWith(address.split(/u\d/)[0]), address);
  }
  await visit(page, "#/read/u2-1");
  // Nothing is said to be missing before it is known what is here.
  await page.addInitScript(() => {
    globalThis.saidMissing = 0;
    const look = () => (globalThis.saidMissing += document.querySelectorAll(".missing-texts").length);
    new MutationObserver(look).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  await page.locator("main", { hasText: "署方向居民致歉" }).waitFor();
  assert.equal(await page.evaluate(() => globalThis.saidMissing), 0);
  // One step back is the view before, and not the same one under its old address.
  await visit(page, "#/about");
  await page.goBack();
  await settle(page);
  assert.match(await hash(page), /^#\/read\/u2-1~/);
  await close();
});

test("a text that was edited since is opened and said to be", async ({ open }) => {
  const { page, close } = await profile(open, TEXTS);
  await visit(page, "#/read/u1-1");
  const link = await hash(page);
  assert.equal(await page.locator(".link-edited").count(), 0);
  await visit(page, link.replace(/\.\w{8}/, ".00000000"));
  assert.match(await page.locator(".link-edited").innerText(), /修訂/);
  assert.ok((await page.locator("main").innerText()).includes("居民整天要到街尾輪候"));
  await close();
});

test("a link that was cut off, or is very long, is answered with a sentence", async ({ open }) => {
  const { page, log, close } = await profile(open, TEXTS);
  await visit(page, "#/compare/u1-1/u2-1");
  const link = await hash(page);
  for (const at of [link.indexOf("~") + 4, link.indexOf("~") + 14, link.lastIndexOf("~") + 3]) {
    await visit(page, link.slice(0, at));
    const said = await page.locator("main").innerText();
    assert.match(said, /這個連結所指的文本不在這個瀏覽器裏|居民/, link.slice(0, at));
  }
  // Cut inside the description, all is still named.
  await visit(page, link.slice(0, link.indexOf("texts=") + 30));
  assert.equal(await page.locator(".missing-texts").count(), 0);
  await visit(page, `${link.split("?")[0]}?texts=${"u1-1:%E9%95%B7;;,".repeat(120_000)}`);
  assert.equal(await page.locator(".missing-texts").count(), 0);
  assert.deepEqual(log.complaints, []);
  await close();
});

test("the report as a file links to its own texts by content", async ({ open }) => {
  const { page, close } = await profile(open, TEXTS);
  await visit(page, "#/report/u1-1/u2-1");
  const saved = page.waitForEvent("download");
  await page.locator(".downloads button", { hasText: "HTML" }).click();
  const file = readFileSync(await (await saved).path(), "utf8");
  const links = [...file.matchAll(/href="([^"]*#\/read\/[^"]*)"/g)].map(([, link]) => link);
  assert.ok(links.length > 3, `${links.length} links`);
  assert.deepEqual(links.filter((link) => !/#\/read\/u\d-1~\w{10}\.\w{8}\?at=\d+&(amp;)?texts=/.test(link)), []);
  await close();
});
