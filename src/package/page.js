// The package in a page: the engine in a Web Worker.
import { connect } from "./calls.js";

export function open(options) {
  const worker = new Worker(new URL("./page-worker.js", import.meta.url), { type: "module" });
  const thread = {
    post: (message, moved) => worker.postMessage(message, moved),
    end: () => worker.terminate(),
    wait() {},
  };
  const { opened, receive, fail } = connect(thread, options);
  worker.onmessage = ({ data }) => receive(data);
  worker.onerror = (event) => fail(new Error(event.message ?? "the engine's thread could not be started"));
  return opened;
}
