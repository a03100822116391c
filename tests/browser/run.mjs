// Runs every `*.test.mjs` beside it against dist/. Usage: node run.mjs [part of a test's name …]
import { readdirSync } from "node:fs";
import { tests, world } from "./harness.mjs";

const LIMIT_SECONDS = 120;
const wanted = process.argv.slice(2);

for (const file of readdirSync(new URL(".", import.meta.url)).sort()) {
  if (file.endsWith(".test.mjs")) await import(`./${file}`);
}

const shared = await world();
let passed = 0;
let failed = 0;
for (const { name, body } of tests) {
  if (wanted.length && !wanted.some((part) => name.includes(part))) continue;
  const start = performance.now();
  const took = () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${LIMIT_SECONDS} s`)), LIMIT_SECONDS * 1000);
  });
  try {
    await Promise.race([body(shared), late]);
    passed += 1;
    console.log(`ok      ${name} (${took()})`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${name} (${took()})\n${String(error.stack ?? error).replace(/^/gm, "        ")}`);
  } finally {
    clearTimeout(timer);
  }
}
await shared.close();
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed || !passed ? 1 : 0);
