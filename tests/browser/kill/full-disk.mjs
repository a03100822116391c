// A disk that is full: the browser's profile lies on a small file system of its own, which is filled and emptied.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, rmdirSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { kept } from "../faulty-storage.mjs";
import { until } from "../chrome.mjs";
import { openApp, read } from "./page.mjs";
import { start } from "./victim.mjs";

const MEGABYTE = 2 ** 20;

/// Texts that are added before one must be refused, and their paragraphs. Each takes some 60 KB in the database, which can
/// compress no characters drawn at random: more than the room that is left, even if the browser writes nothing else.
const MANY = 120;
const LONG = 1500;

/// How long the page may take to keep texts again when there is room.
const PATIENCE_MILLISECONDS = 60_000;

/// Says why it cannot be tried here, or resolves with nothing when all went well.
export async function fullDisk(address) {
  const disk = mkdtempSync(join(tmpdir(), "duidu-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=160m", "tmpfs", disk], { stdio: "pipe" });
  } catch (error) {
    rmdirSync(disk);
    return `a file system cannot be mounted (${String(error.stderr ?? error.message).trim()})`;
  }
  try {
    // Full to the last byte; and with room for a few texts, so that it is the database's own tidying that fails.
    for (const left of [0, 2 * MEGABYTE]) await once(address, disk, join(disk, `profile-${left}`), left);
  } finally {
    execFileSync("umount", ["--lazy", disk]);
    rmdirSync(disk);
  }
  return undefined;
}

/// Keeps texts, fills the disk, adds more, makes room, adds one, and looks what is there after a kill.
async function once(address, disk, profile, left) {
  let victim = await start(profile);
  try {
    const page = await openApp(victim.context, address);
    const names = { before: [], full: [], after: [] };
    const add = async (when, paragraphs) => {
      const name = `${when}${names[when].length}`;
      names[when].push(name);
      return await page.evaluate(added, { name, paragraphs });
    };
    for (let n = 0; n < 20; n += 1) assert.equal(await add("before", 20), "kept", "there is room at first");

    const filler = fill(disk, left);
    const answers = [];
    while (answers.length < MANY && !answers.includes("not kept")) answers.push(await add("full", LONG));
    assert.ok(answers.includes("not kept"), `one of ${answers.length} texts is not kept on a full disk: ${answers}`);
    const all = [...names.before, ...names.full];
    await claimsNoMore(page, all.length);
    // What is in memory can be carried off.
    const session = JSON.parse(await page.evaluate(() => duidu.session.export()));
    assert.deepEqual(session.pages.map(({ page }) => page.source.name), all);

    rmSync(filler);
    const end = Date.now() + PATIENCE_MILLISECONDS;
    while ((await add("after", 1)) !== "kept") {
      assert.ok(Date.now() < end, "texts are kept again when there is room");
      // Where the browser has thrown everything away, the page asks before it writes what it has.
      const asked = page.locator("button:text-is('重新存下')");
      if (await asked.count()) await asked.first().click();
      await page.waitForTimeout(500);
    }
    // Those that were refused are written again, in parts, and the page says when all are kept.
    const everything = all.length + names.after.length;
    await until(page, saysKept, everything, { seconds: PATIENCE_MILLISECONDS / 1000 });
    // A start that reads the whole storage finds it undamaged.
    await victim.kill();
    victim = await start(profile);
    const found = await read(await openApp(victim.context, address));
    assert.deepEqual(found.texts.map(({ name }) => name).sort(), [...all, ...names.after].sort());
  } finally {
    await victim.kill();
  }
  rmSync(profile, { recursive: true });
}

/// In the page: adds a text, and tells whether it is kept.
async function added({ name, paragraphs }) {
  const drawn = () => String.fromCharCode(0x4e00 + Math.floor(Math.random() * 20_000));
  const said = Array.from({ length: paragraphs }, () => `${Array.from({ length: 20 }, drawn).join("")}。`);
  const { warnings } = await duidu.addText({ name, text: [`${name}號消息`, ...said].join("\n"), split: false });
  return warnings.some(({ kind }) => kind === "notKept") ? "not kept" : "kept";
}

/// In the page: tells whether the view of texts says that this many are kept.
function saysKept(count) {
  return new RegExp(`(^|\\D)${count} 份文本存於`).test(document.querySelector(".keeping")?.innerText ?? "");
}

/// While a text is not kept, the view of texts does not say that all of them are.
async function claimsNoMore(page, count) {
  await page.evaluate(() => (location.hash = "#/texts"));
  await page.locator(".keeping").waitFor();
  await page.waitForTimeout(500);
  if (!(await page.evaluate(saysKept, count))) return;
  // The browser may have found room in the meantime, and the text was written again.
  assert.equal((await kept(page)).stores.texts.length, count, "the page says that texts are kept which are not");
}

/// Fills the disk but for some bytes; gives the file that does it.
function fill(disk, left) {
  const name = join(disk, "filler");
  const file = openSync(name, "w");
  let size = 0;
  for (let part = MEGABYTE; part >= 512; part /= 2) {
    try {
      for (;;) size += writeSync(file, Buffer.alloc(part));
    } catch (error) {
      if (error.code !== "ENOSPC") throw error;
    }
  }
  ftruncateSync(file, Math.max(0, size - left));
  closeSync(file);
  return name;
}
