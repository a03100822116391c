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

/// The link that the panel of a view offers.
const shared = async (page) => {
  await page.locator("details.share:not([open]) > summary").click();
  const field = page.locator("details.share input[readonly]");
  await field.waitFor();
  return new URL(await field.inputValue()).hash;
};

test("a link brings own texts with their edits and entries to another profile, once, and says when it is not whole", async ({ open }) => {
  const sender = await profile(open, TEXTS);
  const written = await sender.page.evaluate(async () => {
    await duidu.dictionary.add("水務署今");
    await duidu.dictionary.add("渡輪班");
    return Promise.all(["u1-1", "u2-1"].map((id) => duidu.text(id)));
  });
  await visit(sender.page, "#/compare/u1-1/u2-1?punct=0&layout=rows");
  const link = await shared(sender.page);
  assert.match(link, /layout=rows.*&own=1[\w-]+$/);
  assert.match(await sender.page.locator("details.share").innerText(), /伺服器看不到/);
  await sender.close();

  const { page, log, close } = await profile(open, OTHERS);
  const main = page.locator("main");
  // Cut, of a version to come, damaged, and far too long: each says what to do, and takes nothing in.
  for (const [address, said] of [
    [link.slice(0, -30), /截斷/],
    [link.replace("&own=1", "&own=2"), /較新版本/],
    [link.replace(/&own=.*/, "&own=1AAAA"), /損壞/],
    [link + "A".repeat(2_000_000), /都長/],
  ]) {
    await visit(page, address);
    assert.match(await main.innerText(), said, address.slice(0, 80));
  }
  await visit(page, link);
  const offer = await main.innerText();
  for (const words of ["帶來 2 篇文本", "兩鎮昨日同時停水搶修", "停水報", "2025-03-01", "1 條"]) assert.ok(offer.includes(words), words);
  assert.equal(await page.evaluate(() => duidu.texts().then(({ length }) => length)), 2, "nothing is taken in unasked");
  await page.getByRole("button", { name: "收下並打開" }).click();
  await page.locator("main .compare .locked").waitFor();
  await settle(page);
  assert.match(await hash(page), /layout=rows/);
  assert.doesNotMatch(await hash(page), /own=/);
  const here = () => page.evaluate(async () => [await duidu.text("u3-1"), await duidu.text("u4-1"), (await duidu.texts()).map(({ paper, date }) => [paper, date]), (await duidu.dictionary.list()).map(({ word }) => word)]);
  const [first, second, rows, entries] = await here();
  assert.deepEqual([first, second], written);
  assert.deepEqual(rows.slice(2), [["停水報", "2025-03-01"], ["交代報", "2025-03-01"]]);
  assert.deepEqual(entries, ["水務署今"], "only what the texts contain");
  // The same link again finds its texts here.
  await visit(page, "#/about");
  await visit(page, link);
  assert.equal(await page.locator("main .compare .locked").count(), 1);
  assert.equal((await here())[2].length, 4);
  assert.deepEqual(log.complaints, []);
  await close();
});

test("the report as a file has its texts, and every link leads to one of them; Markdown links to texts by content", async ({ open }) => {
  const { page, close } = await profile(open, TEXTS);
  await visit(page, "#/report/u1-1/u2-1");
  const file = async (name) => {
    const saved = page.waitForEvent("download");
    await page.locator(".downloads button", { hasText: name }).click();
    return readFileSync(await (await saved).path(), "utf8");
  };
  const html = await file("HTML");
  const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, link]) => link);
  assert.ok(links.length > 3, `${links.length} links`);
  assert.deepEqual(links.filter((link) => !(link.startsWith("#") && html.includes(`id="${link.slice(1)}"`))), []);
  for (const words of ["居民整天要到街尾輪候", "署方向居民致歉", "停水報 2025-03-01", `${new Date().getFullYear()}-`]) {
    assert.ok(html.replace(/<[^>]*>/g, "").includes(words), words);
  }
  assert.doesNotMatch(html, /u1-1|https?:/);
  assert.match(await file("Markdown"), /#\/read\/u\d-1~\w{10}\.\w{8}\?at=\d+&(amp;)?texts=/);
  await close();
});

test("paper has a title, both names, page numbers and every line, and no word of the interface", async ({ open }) => {
  const { page, close } = await open({ hash: "#/compare/003-1/004-1" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  await page.locator("main .locked").waitFor();
  const text = await page.locator("main").innerText();
  for (const words of ["《大公報》與《香港文匯報》比對", "甲篇", "乙篇", "對讀 "]) assert.ok(text.includes(words), words);
  for (const words of ["搜尋", "下一處", "分享", "排法", "左右對調", "只看一類"]) assert.ok(!text.includes(words), words);
  const widths = await page.locator(".locked .column:not(:empty)").evaluateAll((found) => found.map((cell) => Math.round(cell.getBoundingClientRect().width)));
  assert.ok(Math.max(...widths) - Math.min(...widths) <= 1, [...new Set(widths)].join(" "));
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  // A long table is whole on paper.
  await visit(page, "#/words");
  assert.equal(await page.locator("tr[data-row]").count(), 40);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await until(page, () => document.querySelectorAll("tr[data-row]").length > 2000);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await close();
});
