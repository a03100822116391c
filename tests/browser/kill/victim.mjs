// A browser of its own with a profile that stays, to be ended as a crash or a power cut of its processes ends it.
import { spawn } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { chromium } from "playwright-core";
import { ARGUMENTS } from "../chrome.mjs";

const START_MILLISECONDS = 30_000;
const END_MILLISECONDS = 20_000;

/// Starts Chromium on a profile. `kill()` ends every process of it at once.
export async function start(profile) {
  const file = process.env.CHROME || chromium.executablePath();
  // The page speaks the language of its browser, and the sentences that are looked for are those of Hong Kong.
  const options = [...ARGUMENTS, "--lang=zh-HK", "--accept-lang=zh-HK", "--headless", "--remote-debugging-port=0", `--user-data-dir=${profile}`, "about:blank"];
  // A group of its own, which can be ended as one.
  const child = spawn(file, options, { detached: true, stdio: ["ignore", "ignore", "pipe"] });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  try {
    const browser = await chromium.connectOverCDP(await address(child));
    return { context: browser.contexts()[0], kill: () => kill(child, ended) };
  } catch (error) {
    await kill(child, ended);
    throw error;
  }
}

/// Where the browser listens, from what it says at its start.
function address(child) {
  return new Promise((resolve, reject) => {
    let said = "";
    const late = setTimeout(() => reject(new Error(`the browser did not start: ${said}`)), START_MILLISECONDS);
    child.stderr.setEncoding("utf8").on("data", (part) => {
      // Read to the end, because a full pipe would stop the browser.
      if (said.length < 100_000) said += part;
      const found = said.match(/DevTools listening on (ws:\/\/\S+)/);
      if (found) {
        clearTimeout(late);
        resolve(found[1]);
      }
    });
    child.once("exit", (code) => reject(new Error(`the browser ended with ${code}: ${said}`)));
  });
}

/// SIGKILL to every process below the first, and to the first; resolves when none runs any more. Once is enough.
async function kill(child, ended) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const tree = [child.pid, ...below(child.pid)];
  signal(-child.pid);
  for (const id of tree) signal(id);
  await ended;
  const end = Date.now() + END_MILLISECONDS;
  while (tree.some(runs)) {
    if (Date.now() > end) throw new Error(`processes run on after SIGKILL: ${tree.filter(runs).join(", ")}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

function signal(id) {
  try {
    process.kill(id, "SIGKILL");
  } catch (error) {
    // It ended with another one before.
    if (error.code !== "ESRCH") throw error;
  }
}

/// The fields of a process after its name: state, parent and so on. Nothing where it does not run.
function status(id) {
  try {
    const line = readFileSync(`/proc/${id}/stat`, "utf8");
    return line.slice(line.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
}

/// Every process below one, as far as the system shows them.
function below(id) {
  const parents = new Map();
  for (const name of listed()) {
    const parent = Number(status(name)?.[1]);
    parents.set(parent, [...(parents.get(parent) ?? []), Number(name)]);
  }
  const found = [];
  for (let waiting = [id]; waiting.length; ) {
    const inside = parents.get(waiting.pop()) ?? [];
    found.push(...inside);
    waiting.push(...inside);
  }
  return found;
}

function listed() {
  try {
    return readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  } catch {
    // Not Linux: the group has to do.
    return [];
  }
}

/// A process that has ended and waits for its parent to notice does not run.
function runs(id) {
  return !["Z", "X", undefined].includes(status(id)?.[0]);
}
