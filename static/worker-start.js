// The entry of the analysis thread: a module worker that loads the segmenter's wasm and reports if it cannot.
//
// It is started as `worker-start.js?v=<build>`. The query goes on to both files, because Trunk does not
// hash a worker's file names: without it a cached worker of an older version could meet a newer page.
const { search } = new URL(import.meta.url);

// A module worker delivers messages while its imports are still loading, and drops them if nobody listens yet.
const early = [];
const keep = (event) => early.push(event);
addEventListener("message", keep);

try {
  const { default: start } = await import(`./worker.js${search}`);
  await start({ module_or_path: new URL(`./worker_bg.wasm${search}`, import.meta.url) });
  removeEventListener("message", keep);
  for (const { data, ports } of early) dispatchEvent(new MessageEvent("message", { data, ports: [...ports] }));
} catch (error) {
  // Said at once, and again to whoever asks later: nobody may be listening yet.
  const failure = { failure: "load", message: String(error?.message ?? error) };
  addEventListener("message", () => postMessage(failure));
  postMessage(failure);
}
