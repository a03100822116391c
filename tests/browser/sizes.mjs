// The bytes that a reader fetches at first, by the programs and data they belong to.
import { open } from "./chrome.mjs";
import { brotli } from "./server.mjs";

/// The parts of the site, each with the files that belong to it; the first that fits counts.
const PARTS = [
  ["page", /^app-/],
  ["analysis thread", /^worker/],
  ["model", /^model\//],
  ["frame", /\.(css|html|js)$|^$/],
];

/// Opens the app in a fresh profile and returns what it fetches until the page has settled: each part with its number of
/// requests and its bytes as they are and after brotli. The first analysis needs all of it but the model, which follows.
export async function firstFetch(browser, address, site) {
  const { log, close } = await open(browser, address);
  await close();
  const parts = new Map(PARTS.map(([name]) => [name, { requests: 0, raw: 0, wire: 0 }]));
  for (const url of log.requests) {
    const path = decodeURIComponent(new URL(url).pathname).slice(new URL(address).pathname.length);
    const bytes = site.get(path || "index.html");
    const name = PARTS.find(([, fits]) => fits.test(path))?.[0];
    if (!bytes || !name) throw new Error(`${url} belongs to no part of the site`);
    const part = parts.get(name);
    part.requests += 1;
    part.raw += bytes.length;
    part.wire += brotli(bytes).length;
  }
  return parts;
}

/// Adds up what the first analysis needs.
export function beforeAnalysis(parts) {
  const all = { requests: 0, raw: 0, wire: 0 };
  for (const [, part] of [...parts].filter(([name]) => name !== "model")) for (const key of Object.keys(all)) all[key] += part[key];
  return all;
}
