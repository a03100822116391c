// What a reader fetches at first stays within its budget.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "./harness.mjs";
import { beforeAnalysis, firstFetch } from "./sizes.mjs";

/// Part, most bytes after brotli, most requests.
const BUDGETS = readFileSync(new URL("budgets.tsv", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .filter((line) => !line.startsWith("#"))
  .map((line) => line.split("\t"));

test("what is fetched at first is within its budget", async ({ browser, address, site }) => {
  const parts = await firstFetch(browser, address, site);
  parts.set("before the first analysis", beforeAnalysis(parts));
  const found = BUDGETS.map(([name, wire, requests]) => ({ name, wire: Number(wire), requests: Number(requests), is: parts.get(name) }));
  assert.deepEqual(found.map(({ name }) => name), [...parts.keys()], "each part has a budget");
  const over = found.filter(({ wire, requests, is }) => is.wire > wire || is.requests > requests);
  const say = ({ name, wire, requests, is }) => `${name}: ${is.wire} bytes of ${wire}, ${is.requests} requests of ${requests}`;
  assert.deepEqual(over.map(say), [], "over the budget of tests/browser/budgets.tsv");
});
