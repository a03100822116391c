// The entry of a thread: a module worker that loads its program's wasm and reports if it cannot.
//
// It is started as `worker-start.js?v=<build>`, which is the analysis thread, or with `&program=intake`, the thread that
// reads files. The build's name goes on to both files, because Trunk does not hash a worker's file names: without it a
// cached worker of an older version could meet a newer page.
const asked = new URL(import.meta.url).searchParams;
const program = globalThis.duiduProgram ?? asked.get("program") ?? "worker";
const search = asked.has("v") ? `?v=${encodeURIComponent(asked.get("v"))}` : "";
// In the edition that is one file, the files have addresses of their own.
const files = globalThis.duiduFiles ?? {};

// What is thrown in here and caught by nobody ends the thread: the wasm may have stopped anywhere, so nothing more is
// asked of it, and the page hears of it on the way on which it hears everything else, behind what was said before.
let dead = false;
const die = (message) => {
  if (!dead) postMessage({ failure: "died", message });
  dead = true;
};
addEventListener("error", (event) => die(event.message));
addEventListener("unhandledrejection", ({ reason }) => {
  // Of broken promises only those that the wasm broke by stopping.
  if (reason instanceof WebAssembly.RuntimeError || reason instanceof RangeError) die(String(reason));
});
addEventListener("message", (event) => {
  if (dead) event.stopImmediatePropagation();
});

// The browser gives a lock back when the thread that holds it is gone, however it went: the page waits for this one.
// Where there are no locks, or none without an origin, the page asks now and then whether the thread lives.
// Nothing is answered before the page knows the lock: on a busy machine the browser gives it late, and a thread that is
// gone by then would be missed only after minutes.
const watched = new Promise((resolve) => {
  if (!navigator.locks) return resolve();
  const lock = `duidu-${crypto.randomUUID()}`;
  const held = navigator.locks.request(lock, () => {
    postMessage({ lock });
    resolve();
    return new Promise(() => {});
  });
  held.catch(resolve);
});

// A module worker delivers messages while its imports are still loading, and drops them if nobody listens yet.
const early = [];
const keep = (event) => early.push(event);
addEventListener("message", keep);

try {
  const { default: start } = await import(files[`${program}.js`] ?? `./${program}.js${search}`);
  const wasm = files[`${program}_bg.wasm`] ?? new URL(`./${program}_bg.wasm${search}`, import.meta.url);
  await start({ module_or_path: wasm });
  await watched;
  removeEventListener("message", keep);
  for (const { data, ports } of early) dispatchEvent(new MessageEvent("message", { data, ports: [...ports] }));
} catch (error) {
  // Said at once, and again to whoever asks later: nobody may be listening yet.
  const failure = { failure: "load", message: String(error?.message ?? error) };
  addEventListener("message", () => postMessage(failure));
  postMessage(failure);
}
