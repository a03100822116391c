// Firefox as it is, spoken to by WebDriver BiDi: one page, with what it says of itself.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import WebSocket from "ws";

/// Starts Firefox in a profile of its own, and opens a page in it.
export async function firefox(program) {
  const profile = mkdtempSync(join(tmpdir(), "duidu-firefox-"));
  const child = spawn(program, ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const socket = new WebSocket(`${await listening(child)}/session`);
  await new Promise((resolve, reject) => socket.on("open", resolve).on("error", reject));
  const { send, complaints } = speak(socket);
  await send("session.new", { capabilities: {} });
  await send("session.subscribe", { events: ["log.entryAdded"] });
  const { contexts } = await send("browsingContext.getTree", {});
  const { context } = contexts[0];
  return {
    complaints,
    goto: (url) => send("browsingContext.navigate", { context, url, wait: "complete" }),
    reload: () => send("browsingContext.reload", { context, wait: "complete" }),
    evaluate: (called, argument) => evaluate(send, context, called, argument),
    async close() {
      const gone = new Promise((resolve) => child.on("exit", resolve));
      await send("browser.close", {}).catch(() => child.kill());
      await gone;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/// The address at which Firefox listens, as it prints it.
function listening(child) {
  return new Promise((resolve, reject) => {
    child.on("error", reject).on("exit", (code) => reject(new Error(`Firefox ended with ${code}`)));
    createInterface(child.stderr).on("line", (line) => {
      const [, address] = /WebDriver BiDi listening on (\S+)/.exec(line) ?? [];
      if (address) resolve(address);
    });
  });
}

/// Sends commands, each with a number by which its answer is known, and collects errors and warnings of the page.
function speak(socket) {
  const waiting = new Map();
  const complaints = [];
  let last = 0;
  socket.on("message", (data) => {
    const { id, type, result, error, message, method, params } = JSON.parse(data);
    if (method === "log.entryAdded" && ["error", "warn"].includes(params.level)) complaints.push(`${params.level}: ${params.text}`);
    const answer = waiting.get(id);
    waiting.delete(id);
    if (type === "error") answer?.reject(new Error(`${error}: ${message}`));
    else answer?.resolve(result);
  });
  const send = (method, params) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      socket.send(JSON.stringify({ id: last, method, params }));
    });
  return { send, complaints };
}

/// Calls a function in the page; argument and answer travel as JSON.
async function evaluate(send, context, called, argument) {
  const functionDeclaration = `async () => JSON.stringify((await (${called})(${JSON.stringify(argument)})) ?? null)`;
  const { result, exceptionDetails } = await send("script.callFunction", {
    functionDeclaration,
    awaitPromise: true,
    target: { context },
  });
  if (exceptionDetails) throw new Error(exceptionDetails.text);
  return JSON.parse(result.value);
}
