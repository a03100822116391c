// Ends Chromium at random moments of imports, edits and session imports, and looks whether all that was confirmed is
// there. Usage: node kill.mjs [--rounds N] [--seed N]
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DIST } from "./harness.mjs";
import { files, serve } from "./server.mjs";
import { Expected } from "./kill/expected.mjs";
import { fullDisk } from "./kill/full-disk.mjs";
import { begin, openApp, part, read } from "./kill/page.mjs";
import { random as seeded } from "./kill/random.mjs";
import { start } from "./kill/victim.mjs";
import * as work from "./kill/work.mjs";

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  const value = at < 0 ? otherwise : Number(process.argv[at + 1]);
  assert.ok(Number.isInteger(value), `--${name} needs a number`);
  return value;
};
const rounds = option("rounds", 40);
const seed = option("seed", Math.floor(Math.random() * 2 ** 32));

/// Bytes that must be free: on a full disk the browser keeps nothing, which has a test of its own.
const ROOM = 500e6;

/// Texts beyond which everything is cleared now and then, so that a round of many stays as short as the first.
const MANY_TEXTS = 300;

const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/// One profile over all rounds.
class Rounds {
  constructor(address, profile) {
    Object.assign(this, { address, profile, random: seeded(seed), expected: new Expected(), next: work.names() });
    this.confirmed = 0;
  }

  /// Opens the app, compares what is there, sets it to work and kills the browser.
  async round() {
    const { bavail, bsize } = statfsSync(this.profile);
    assert.ok(bavail * bsize > ROOM, `${this.profile} is on a disk that is nearly full`);
    const victim = await start(this.profile);
    try {
      if (this.template && this.random.chance(0.1)) return await this.atTheStart(victim);
      const page = await openApp(victim.context, this.address);
      await this.check(page);
      this.template ??= await this.sample(page);
      return await this.atWork(victim, page);
    } finally {
      await victim.kill();
    }
  }

  async check(page) {
    this.found = await read(page);
    this.bundled ??= this.found.bundled;
    assert.equal(this.found.bundled, this.bundled, "the bundled stories are all there");
    this.expected.check(this.found);
  }

  /// The last look, after which nothing is killed.
  async end() {
    const victim = await start(this.profile);
    await this.check(await openApp(victim.context, this.address)).finally(() => victim.kill());
  }

  /// A session with one text, of which others are made.
  async sample(page) {
    await page.evaluate((sample) => duidu.addText(sample), work.sample);
    const session = await page.evaluate(() => duidu.session.export());
    await page.evaluate(() => duidu.clear());
    return session;
  }

  /// Kills the browser while the page opens.
  async atTheStart(victim) {
    const page = await victim.context.newPage();
    await page.goto(this.address);
    const moment = this.random.between(0, 1500);
    await sleep(moment);
    return `at the start, after ${moment} ms`;
  }

  /// Kills the browser while it does several things at once.
  async atWork(victim, page) {
    const kinds = this.kinds();
    const edited = kinds.includes("edits") ? work.partable(this) : [];
    const sequences = kinds.filter((kind) => kind !== "edits").map((kind) => work[kind]({ ...this, edited }));
    const confirm = [];
    const number = (call) => confirm.push(this.expected.asked(call.groups)) - 1;
    const numbered = sequences.map((calls) => calls.map((call) => ({ path: call.path, parameters: call.parameters, number: number(call) })));
    const faults = [];
    let count = 0;
    await begin(page, numbered, (number, fault) => {
      if (fault) return faults.push(fault);
      count += 1;
      confirm[number]();
    });
    let killed = false;
    const parting = this.partEach(page, edited, () => (count += 1)).catch((error) => killed || faults.push(error.message));
    const moment = this.random.between(20, 900);
    await sleep(moment);
    killed = true;
    await victim.kill();
    await parting;
    assert.deepEqual(faults, [], "every call is confirmed");
    this.confirmed += count;
    return `at ${kinds.join(" + ")}, after ${moment} ms and ${count} confirmations`;
  }

  /// Edits texts on the screen, one after the other.
  async partEach(page, edited, confirmed) {
    for (const { name, id } of edited) {
      const done = this.expected.asked([[{ kind: "text", name, state: work.parted(name) }]]);
      // A change that the page says is not kept may be lost.
      if (!(await part(page, id, work.lastParagraph(name)))) continue;
      done();
      confirmed();
    }
  }

  kinds() {
    if (this.found.texts.length > MANY_TEXTS && this.random.chance(0.3)) return ["clearing"];
    const kinds = ["imports", "dictionary", "sessions", ...(this.found.texts.length > 10 ? ["removals", "edits"] : [])];
    const few = kinds.filter(() => this.random.chance(0.4));
    return few.length ? few : [this.random.pick(kinds)];
  }
}

const server = await serve({ "/any/where/": files(DIST) });
const address = `${server.origin}/any/where/`;
const profile = mkdtempSync(join(tmpdir(), "duidu-kill-"));
console.log(`${rounds} rounds of seed ${seed}; again with --seed ${seed}`);
const count = { passed: 0, failed: 0 };
const attempt = async (body) => {
  try {
    console.log(`ok      ${await body()}`);
    count.passed += 1;
  } catch (error) {
    console.log(`FAILED  seed ${seed}: ${error.stack ?? error}`);
    count.failed += 1;
  }
};
const all = new Rounds(address, profile);
for (let round = 1; round <= rounds && !count.failed; round += 1) {
  await attempt(async () => `round ${round}: killed ${await all.round()}`);
}
if (!count.failed) {
  await attempt(async () => {
    await all.end();
    return `each of ${all.confirmed} confirmed changes was there after each of ${rounds} kills`;
  });
}
rmSync(profile, { recursive: true, force: true });
await attempt(async () => {
  const why = await fullDisk(address);
  return why ? `skipped: ${why}, so a full disk was not tried` : "on a full disk nothing is said to be kept that is not, and with room again all is kept";
});
console.log(`\n${count.passed} passed, ${count.failed} failed`);
process.exit(count.failed ? 1 : 0);
