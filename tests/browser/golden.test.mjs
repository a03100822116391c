// Answers for the bundled pages, which must equal those of the native build byte for byte. tests/golden.rs makes the
// same calls natively and writes the digests.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, test } from "./harness.mjs";

const answers = JSON.parse(readFileSync(join(ROOT, "tests/golden/answers.json"), "utf8"));

/// Returns the digest of an answer as canonical JSON: the keys of objects in order, and each number that is not an
/// integer as the sixteen hexadecimal digits of its bits.
async function digest({ call, arguments: given }) {
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
  const text = canonical(await duidu[call](...given));
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

test("answers are the golden ones of the native build, byte for byte", async ({ api }) => {
  const page = await api();
  const different = [];
  for (const asked of answers) {
    const found = await page.evaluate(digest, asked);
    if (found !== asked.sha256) different.push(`${asked.call}${JSON.stringify(asked.arguments)}`);
  }
  assert.ok(answers.length > 40);
  assert.deepEqual(different, []);
});
