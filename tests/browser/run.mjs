// Runs every `*.test.mjs` beside it against dist/. Usage: node run.mjs [--workers N] [part of a test's name …]
//
// The tests are dealt out one by one to workers, each a process with a browser of its own: one more than there are cores,
// because a test waits for the page much of its time. None depends on what another left behind.
import { fork } from "node:child_process";
import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { tests, world } from "./harness.mjs";

const MOST_WORKERS = 4;
/// A test that fails is run once more, at the end, because a machine may stand still for half a minute. So many tests may need
/// that in a whole run: what fails now and then by itself is soon among more.
const MOST_SECOND_ATTEMPTS = 2;

for (const file of readdirSync(new URL(".", import.meta.url)).sort()) {
  if (file.endsWith(".test.mjs")) await import(`./${file}`);
}
if (process.send) work();
else await deal(process.argv.slice(2));

/// Runs the tests it is told the numbers of, one after the other, until it is told to end.
function work() {
  const shared = world();
  process.on("disconnect", () => process.exit(1));
  process.on("message", async (number) => {
    if (number === null) {
      await (await shared).close();
      process.exit();
    }
    const start = performance.now();
    const error = await outcome(tests[number], shared);
    process.send({ error, seconds: (performance.now() - start) / 1000 });
  });
}

/// Nothing, or how the test failed.
async function outcome({ body, limitSeconds }, shared) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${limitSeconds} s`)), limitSeconds * 1000);
  });
  try {
    await Promise.race([shared.then(body), late]);
    return undefined;
  } catch (error) {
    const there = await shared.catch(() => undefined);
    return `${error.stack ?? error}\n${await there?.leftOpen()}`;
  } finally {
    clearTimeout(timer);
  }
}

/// Deals the tests out and says how they ended.
async function deal(options) {
  const given = options.indexOf("--workers");
  const workers = given < 0 ? Math.min(MOST_WORKERS, availableParallelism() + 1) : Number(options[given + 1]);
  const wanted = given < 0 ? options : options.toSpliced(given, 2);
  const chosen = (name) => !wanted.length || wanted.some((part) => name.includes(part));
  const waiting = tests.flatMap(({ name }, number) => (chosen(name) ? [number] : []));
  const count = { passed: 0, failed: 0 };
  const again = new Set();
  const say = (number, seconds, error) => {
    const onceMore = error && !again.has(number) && again.size < MOST_SECOND_ATTEMPTS;
    if (onceMore) {
      again.add(number);
      waiting.push(number);
    } else {
      count[error ? "failed" : "passed"] += 1;
    }
    console.log(`${onceMore ? "AGAIN  " : error ? "FAILED " : "ok     "} ${tests[number].name} (${seconds.toFixed(1)} s)`);
    if (error) console.log(error.replace(/^/gm, "        "));
  };
  await Promise.all(Array.from({ length: Math.min(workers, waiting.length) }, () => follow(waiting, say)));
  console.log(`\n${count.passed} passed, ${count.failed} failed; ${again.size} were run twice`);
  process.exit(count.failed || !count.passed ? 1 : 0);
}

/// Keeps one worker busy until no test waits. A worker that ends in a test fails it, and another one goes on.
function follow(waiting, say) {
  return new Promise((resolve) => {
    const begin = () => {
      if (!waiting.length) return resolve();
      const worker = fork(fileURLToPath(import.meta.url));
      let running;
      const next = () => {
        running = waiting.shift();
        worker.send(running ?? null);
      };
      worker.on("message", ({ error, seconds }) => {
        say(running, seconds, error);
        next();
      });
      worker.on("exit", (code) => {
        if (running !== undefined) say(running, 0, `the process of this test ended with ${code}`);
        begin();
      });
      next();
    };
    begin();
  });
}
