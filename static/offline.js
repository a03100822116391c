// Has the service worker keep the page's files, tells the page of a newer build, and passes on what other programs give.
//
// Loaded when the page is ready and idle. It speaks to the page by events of the window: `duidu-offline` with
// { state: "kept" | "newer" | "refused", detail }, and `duidu-given` with a list of files.

/// Milliseconds after which a page that comes to the front asks for a newer build again.
const AGAIN = 3_600_000;

const tell = (state, detail = "") => dispatchEvent(new CustomEvent("duidu-offline", { detail: { state, detail } }));
const give = (files) => files.length && dispatchEvent(new CustomEvent("duidu-given", { detail: files }));

/// Keeps the files of the page of this build; `register` registers the service worker.
export async function keep(register, build) {
  if (!navigator.serviceWorker) return tell("refused", isSecureContext ? "" : "http://");
  let registration;
  // The reason may come after the service worker has gone: then it is told once more, with it.
  let detail = "";
  let refused = false;
  const refuse = () => {
    refused = true;
    tell("refused", detail);
  };
  try {
    navigator.serviceWorker.addEventListener("message", ({ data }) => {
      detail = data?.refused ?? detail;
      if (refused && data?.refused) refuse();
    });
    registration = await register();
  } catch (error) {
    return tell("refused", error?.message ?? String(error));
  }
  const look = () => examine(registration, build, refuse).catch((error) => tell("refused", error?.message ?? String(error)));
  registration.addEventListener("updatefound", look);
  navigator.serviceWorker.addEventListener("controllerchange", look);
  updateNowAndThen(registration);
  await look();
  // Once, whatever page comes first.
  if (registration.active) give((await ask(registration.active, "shared")).map(({ name, blob }) => new File([blob], name, { type: blob.type })));
  globalThis.launchQueue?.setConsumer(async ({ files = [] }) => give(await Promise.all(files.map((file) => file.getFile()))));
}

/// Says how the newest service worker is to the page: of its build, of another, or none.
async function examine(registration, build, refuse) {
  if (registration.installing) await settled(registration.installing);
  const newest = registration.waiting ?? registration.active;
  if (!newest) return refuse();
  const { name } = await ask(newest, "build");
  if (name !== build) {
    globalThis.duiduNewer = () => takeOver(registration);
    return tell("newer");
  }
  if (registration.waiting) {
    // The page came from the server, past the build before it.
    registration.waiting.postMessage("take over");
    await reached(newest, ["activated", "redundant"]);
  }
  const { refused } = await ask(newest, "keep");
  return refused === undefined ? tell("kept") : tell("refused", refused);
}

/// Reloads the page, with the build that waits.
function takeOver(registration) {
  const { waiting } = registration;
  if (!waiting) return location.reload();
  reached(waiting, ["activated", "redundant"]).then(() => location.reload());
  waiting.postMessage("take over");
}

const settled = (worker) => reached(worker, ["installed", "activating", "activated", "redundant"]);

function reached(worker, states) {
  return new Promise((resolve) => {
    const check = () => states.includes(worker.state) && resolve();
    worker.addEventListener("statechange", check);
    check();
  });
}

function ask(worker, question) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage(question, [port2]);
  });
}

function updateNowAndThen(registration) {
  let last = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - last < AGAIN) return;
    last = Date.now();
    // Without a network there is nothing newer.
    registration.update().catch(() => undefined);
  });
}
