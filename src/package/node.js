// The package in Node: the engine in a thread of its own.
import { Worker } from "node:worker_threads";
import { connect } from "./calls.js";

export function open(options) {
  const worker = new Worker(new URL("./node-worker.js", import.meta.url));
  const thread = {
    post: (message, moved) => worker.postMessage(message, moved),
    end: () => worker.terminate(),
    // A program ends while nothing is asked, and not while something is.
    wait: (waits) => (waits ? worker.ref() : worker.unref()),
  };
  const { opened, receive, fail } = connect(thread, options);
  worker.on("message", receive);
  worker.on("error", fail);
  return opened;
}
