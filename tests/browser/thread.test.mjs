// The analysis thread panics, stops, vanishes, hangs: every promise settles, what is to blame is named, and everything
// else goes on.
import assert from "node:assert/strict";
import { ANALYSES, HANGS, KILLER, NO_LOCKS, PANICS, STOPS, VANISHES, faults, hurry, isIntake, intakeFaults, withClock } from "./faults.mjs";
import { test } from "./harness.mjs";
import { zip } from "./zip.mjs";

/// Analysis threads started from now on.
function threads(page) {
  const count = { started: 0 };
  page.on("worker", (worker) => (count.started += isIntake(worker) ? 0 : 1));
  return count;
}

/// What becomes of a question that meets the fault, and of two others that are asked beside it.
const three = (page) =>
  page.evaluate(
    (killer) =>
      Promise.all(
        ["聯合國", killer, "合作"].map((text) =>
          duidu.segment(text).then(
            (words) => words.map(({ word }) => word).join(""),
            ({ name, message }) => `${name}: ${message}`,
          ),
        ),
      ),
    KILLER,
  );

test("a question that panics is not sent again, and says where it failed", async ({ open, site }) => {
  const { page, close } = await open({ hash: "#/about", prepare: faults(site, PANICS) });
  const count = threads(page);
  const [first, killer, last] = await three(page);
  assert.deepEqual([first, last], ["聯合國", "合作"]);
  assert.match(killer, /^Crashed: .*src\/worker\/message\.rs/);
  assert.equal(count.started, 1, "one thread died of it");
  await close();
});

test("a question that stops the thread without a panic gets one more thread", async ({ open, site }) => {
  for (const [fault, expected, dead] of [
    [[STOPS, ""], /^殺手$/, 1],
    [[STOPS], /^Lost: .*unreachable/, 2],
    [[VANISHES, ""], /^殺手$/, 1],
    [[VANISHES], /^Lost: .*ended the thread/, 2],
  ]) {
    const { page, close } = await open({ hash: "#/about", prepare: faults(site, ...fault) });
    const count = threads(page);
    const [first, killer, last] = await three(page);
    assert.deepEqual([first, last], ["聯合國", "合作"]);
    assert.match(killer, expected);
    assert.equal(count.started, dead);
    await close();
  }
});

test("without locks a thread that vanished is missed, and one that hangs is always", async ({ open, site }) => {
  for (const fault of [VANISHES + NO_LOCKS, HANGS]) {
    const { page, close } = await open({ hash: "#/about", prepare: withClock(faults(site, fault)) });
    const [first, killer, last] = await hurry(page, three(page), 600);
    assert.deepEqual([first, last], ["聯合國", "合作"]);
    assert.match(killer, /^Silent: /);
    await close();
  }
});

test("a thread that works for long without a word is left to it", async ({ open, site }) => {
  // It has posted that it begins, and computes for five seconds, which the page takes for eight minutes.
  const works = `on("ask", "${KILLER}", () => {
    const post = self.postMessage;
    self.postMessage = (...message) => {
      post.apply(self, message);
      self.postMessage = post;
      for (const end = Date.now() + 5_000; Date.now() < end;);
    };
  });`;
  const { page, close } = await open({ hash: "#/about", prepare: withClock(faults(site, works)) });
  const count = threads(page);
  const answered = three(page);
  for (let beat = 0; beat < 96; beat += 1) await page.clock.runFor(5_000);
  assert.deepEqual(await answered, ["聯合國", KILLER, "合作"]);
  assert.equal(count.started, 0);
  await close();
});

/// Asks many things at once; gives how many promises are still open after some seconds, and the names of their errors.
const settled = (page, seconds) =>
  page.evaluate(async (seconds) => {
    const asked = [
      duidu.ready,
      duidu.stories(),
      duidu.text("003-1"),
      duidu.segment("殺手", { mode: "fast" }),
      duidu.wordList({ scope: "all" }),
      duidu.dictionary.add("殺手"),
      duidu.addText({ name: "殺手", text: "殺手來了。" }),
      duidu.addText({ name: "殺手.txt", bytes: new TextEncoder().encode("殺手來了。") }),
      duidu.session.export(),
      duidu.clear(),
    ];
    let open = asked.length;
    const names = new Set();
    for (const promise of asked) {
      promise.then(
        () => (open -= 1),
        ({ name }) => {
          open -= 1;
          names.add(name);
        },
      );
    }
    for (let waited = 0; open > 0 && waited < seconds; waited += 0.1) await new Promise((go) => setTimeout(go, 100));
    return [open, [...names].sort()];
  }, seconds);

const NEVER_READY = 'on("open", "", (event) => { event.stopImmediatePropagation(); self.close(); });';

test("every promise settles, whenever the thread is lost", async ({ open, site }) => {
  const each = (what) => `on("ask", "", ${what}); on("import", "", ${what});`;
  for (const fault of [
    NEVER_READY,
    'on("open", "", () => { throw new WebAssembly.RuntimeError("unreachable"); });',
    each('(event) => { event.stopImmediatePropagation(); self.close(); }'),
    each('() => { throw new WebAssembly.RuntimeError("unreachable"); }'),
  ]) {
    const { page, close } = await open({ ready: false, hash: "#/about", prepare: faults(site, fault) });
    await page.waitForFunction(() => globalThis.duidu);
    const [left, names] = await settled(page, 60);
    assert.equal(left, 0, fault);
    assert.ok(names.length > 0 && names.every((name) => ["LoadFailed", "Lost"].includes(name)), names.join());
    await close();
  }
});

test("a thread that is lost while nothing is asked is replaced", async ({ open }) => {
  const { page, close } = await open({ hash: "#/about" });
  for (let time = 0; time < 4; time += 1) {
    await page.workers()[0].evaluate(() => self.close()).catch(() => undefined);
    assert.deepEqual(await three(page), ["聯合國", KILLER, "合作"]);
  }
  await close();
});

test("what is kept and ends every thread that reads it is left alone, and that is said", async ({ open, site, address }) => {
  const { page, context, close } = await open({ hash: "#/about" });
  await page.evaluate(() => duidu.addText({ name: "春", text: "春天來了，山上的花都開了。" }));
  // The last byte of the request says whether what is kept is to be read.
  await faults(site, 'on("open", "", (event, bytes) => { if (!bytes.at(-1)) self.close(); });')(context);
  await page.reload();
  await page.waitForFunction(() => globalThis.duidu);
  assert.equal((await page.evaluate(() => duidu.ready)).stories, 26);
  await page.getByText("reading it ended the analysis thread twice").first().waitFor();
  const error = await page.evaluate(() => duidu.addText({ name: "夏", text: "夏天來了。" }));
  assert.ok(error.warnings.some(({ kind }) => kind === "notKept"));
  await context.unroute(ANALYSES);
  const again = await context.newPage();
  await again.goto(address);
  await again.waitForFunction(() => globalThis.duidu);
  assert.deepEqual((await again.evaluate(() => duidu.texts())).map(({ name }) => name), ["春"]);
  await close();
});

const NEWS = "圖書館明天起延長開放時間，市民可以在網上預約座位。";
const FILES = ["甲", "乙", "丙", "丁"].map((name) => [`${name}.txt`, `${name}報說：${NEWS}`]);

/// Gives files to the view of own texts, as a reader does; gives what it says of them.
async function give(page, files) {
  await page.locator('input[type="file"][multiple]').first().setInputFiles(
    files.map(([name, content]) => ({ name, mimeType: "text/plain", buffer: Buffer.from(content) })),
  );
  await page.locator(".import-status").filter({ hasText: /完成/ }).first().waitFor({ timeout: 60_000 });
  return {
    names: (await page.evaluate(() => duidu.texts())).map(({ name }) => name),
    failures: await page.locator("details.failures li").allInnerTexts(),
  };
}

test("a file that panics is left out and named, and the others come in", async ({ open, site }) => {
  // Its bytes are said to be more than any memory has; they are not, because not every browser has two gigabytes for them.
  const panics = `{
    const read = Blob.prototype.arrayBuffer;
    const long = new WeakSet();
    Blob.prototype.arrayBuffer = async function () {
      const bytes = await read.call(this);
      if (this.size === 40) long.add(bytes);
      return bytes;
    };
    globalThis.Uint8Array = new Proxy(Uint8Array, {
      construct(target, given) {
        const made = Reflect.construct(target, given);
        return long.has(given[0]) ? Object.defineProperty(made, "length", { value: 2 ** 31 + 16 }) : made;
      },
    });
  }`;
  const { page, close } = await open({ hash: "#/texts", prepare: intakeFaults(site, panics) });
  const count = threads(page);
  const files = [...FILES];
  files.splice(2, 0, ["殺手.txt", "x".repeat(40)]);
  const { names, failures } = await give(page, files);
  assert.deepEqual(names, FILES.map(([name]) => name));
  assert.equal(failures.length, 1);
  assert.match(failures[0], /殺手\.txt.*capacity overflow/s);
  assert.equal(count.started, 1, "one thread died of it");
  await close();
});

test("a file in an archive that ends the thread is left out and named, and the others come in", async ({ open, site }) => {
  // The first thread dies without a word, as where memory runs out; the second one says before each file where it is.
  const first = 'on("import", "", () => { throw new WebAssembly.RuntimeError("unreachable"); });';
  const second = 'after("四季.zip/殺手.txt", () => { throw new WebAssembly.RuntimeError("unreachable"); });';
  const prepare = async (context) => {
    await faults(site, first, "")(context);
    await intakeFaults(site, second, second, "")(context);
  };
  const { page, close } = await open({ hash: "#/texts", prepare });
  const count = threads(page);
  const files = [...FILES];
  files.splice(2, 0, ["殺手.txt", "殺手來了。"]);
  const { names, failures } = await give(page, [["前.txt", NEWS], ["四季.zip", zip(files)], ["後.txt", NEWS + NEWS]]);
  assert.deepEqual(names, ["前.txt", ...FILES.map(([name]) => `四季.zip/${name}`), "後.txt"]);
  assert.equal(failures.length, 1);
  assert.match(failures[0], /四季\.zip\/殺手\.txt/);
  assert.equal(count.started, 2);
  await close();
});

test("an import that ends every thread is refused by name, and the page goes on", async ({ open, site }) => {
  const fault = 'on("import", "", () => { throw new WebAssembly.RuntimeError("unreachable"); });';
  const { page, close } = await open({ hash: "#/texts", prepare: faults(site, fault) });
  const { names, failures } = await give(page, FILES);
  assert.deepEqual(names, []);
  assert.equal(failures.length, FILES.length);
  const error = await page.evaluate(() =>
    duidu.addText({ name: "a.txt", bytes: new Uint8Array([65, 66]) }).catch(({ name }) => name),
  );
  assert.equal(error, "Lost");
  assert.deepEqual((await three(page))[0], "聯合國");
  await close();
});

/// Adds two texts and says what came of each.
const two = (page) =>
  page.evaluate(async () => {
    const added = (name) =>
      duidu.addText({ name, text: "圖書館延長開放，市民反應熱烈。" }).then(({ stories }) => stories.join(), ({ name }) => name);
    return [await added("一"), await added("二")];
  });

test("the thread that reads is not there until a text comes, and reads what is pasted and read again", async ({ open }) => {
  const { page, close } = await open({ hash: "#/texts" });
  assert.equal(page.workers().filter(isIntake).length, 0);
  assert.deepEqual(await two(page), ["u1-1", "u2-1"]);
  assert.equal(page.workers().filter(isIntake).length, 1, "one for both");
  await close();
});

test("a thread that reads and does not load refuses what needs it, and is tried again", async ({ open, site }) => {
  let refused = 0;
  const refuse = (context) =>
    context.route(/\/intake_bg\.wasm/, (route) => {
      refused += 1;
      return refused === 1 ? route.fulfill({ status: 404, body: "not found" }) : route.continue();
    });
  const { page, close } = await open({ hash: "#/about", prepare: refuse });
  assert.deepEqual(await two(page), ["LoadFailed", "u1-1"]);
  assert.deepEqual((await three(page))[0], "聯合國");
  await close();
  const gone = await open({ hash: "#/about", prepare: (context) => context.route(/program=intake/, (route) => route.abort()) });
  assert.deepEqual(await two(gone.page), ["LoadFailed", "LoadFailed"]);
  assert.deepEqual((await three(gone.page))[0], "聯合國");
  await gone.close();
});

test("a thread that reads and is lost is replaced, and what it read comes in once", async ({ open, site }) => {
  const reads = (what) => `addEventListener("message", ({ ports }) => ports[0]?.addEventListener("message", ${what}));`;
  for (const fault of [
    reads("() => { throw new WebAssembly.RuntimeError('unreachable'); }"),
    reads("(event) => { event.stopImmediatePropagation(); self.close(); }"),
  ]) {
    const { page, close } = await open({ hash: "#/texts", prepare: intakeFaults(site, fault, "") });
    const { names, failures } = await give(page, FILES);
    assert.deepEqual([names, failures], [FILES.map(([name]) => name), []]);
    await close();
  }
});

test("a thread that hangs over a file is given up, and the file is left out", async ({ open, site }) => {
  const hangs = `{
    const read = Blob.prototype.arrayBuffer;
    Blob.prototype.arrayBuffer = function () { if (this.size === 40) for (;;); return read.call(this); };
  }`;
  const { page, close } = await open({ hash: "#/about", prepare: withClock(intakeFaults(site, hangs)) });
  const added = page.evaluate(() =>
    duidu.addText({ name: "a.txt", bytes: new Uint8Array(40).fill(65) }).catch(({ name, message }) => `${name}: ${message}`),
  );
  assert.match(await hurry(page, added, 3_000), /^(Crashed|Silent): /);
  assert.deepEqual((await three(page))[0], "聯合國");
  await close();
});
