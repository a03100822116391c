// Faults for the threads, put in front of their start script: none of this is in the page that is shipped.

/// What a fault may use: `on(kind, words, then)` calls `then` with the event of each request of this kind that says these
/// words, before the thread itself hears of it; `after(words, then)` calls it when a reply that says them was posted.
const TOOLS = `
const { on, after } = (() => {
  const KINDS = ["greet", "ping", "open", "model", "dictionary", "ask", "import", "mend", "stop", "connect"];
  const says = (bytes, words) => new TextDecoder().decode(bytes).includes(words);
  const on = (kind, words, then) =>
    addEventListener("message", (event) => {
      const bytes = event.data?.[0];
      if (bytes instanceof Uint8Array && KINDS[bytes[0]] === kind && says(bytes, words)) then(event, bytes);
    });
  const after = (words, then) => {
    const post = self.postMessage;
    self.postMessage = (...message) => {
      // Posting takes the bytes away.
      const said = message[0] instanceof Uint8Array && says(message[0], words);
      post.apply(self, message);
      if (said) then();
    };
  };
  return { on, after };
})();
`;

/// The word that a question says to meet a fault.
export const KILLER = "殺手";

/// The thread's own code panics while it answers: what it posts second, its answer, cannot be posted.
export const PANICS = `on("ask", "${KILLER}", () => {
  const post = self.postMessage;
  let posted = 0;
  self.postMessage = (...message) => {
    posted += 1;
    if (posted === 2) throw new DOMException("made to fail for a test", "DataCloneError");
    post.apply(self, message);
  };
});`;

/// The wasm stops without a panic, as it does where memory runs out.
export const STOPS = `on("ask", "${KILLER}", () => { throw new WebAssembly.RuntimeError("unreachable"); });`;

/// The thread is gone without any event.
export const VANISHES = `on("ask", "${KILLER}", (event) => { event.stopImmediatePropagation(); self.close(); });`;

/// The thread never gets done, and says nothing.
export const HANGS = `on("ask", "${KILLER}", () => { for (;;); });`;

/// The browser has no locks, as on pages without TLS.
export const NO_LOCKS = `Object.defineProperty(navigator, "locks", { value: undefined });`;

/// The addresses of the two threads' scripts.
export const ANALYSES = /\/worker-start\.js\?v=[^&]*$/;
const TAKES_IN = /\/worker-start\.js\?.*program=intake/;

/// Returns true for the thread that reads files, which is started when the first comes.
export const isIntake = (worker) => TAKES_IN.test(worker.url());

/// Gives the first analysis thread the first fault, the second the second and so on, and all others the last.
export const faults = (site, ...scripts) => put(ANALYSES, site, scripts);

/// Gives faults to the threads that read files, in the same way.
export const intakeFaults = (site, ...scripts) => put(TAKES_IN, site, scripts);

function put(address, site, scripts) {
  let started = 0;
  return (context) =>
    context.route(address, (route) => {
      const fault = scripts[Math.min(started, scripts.length - 1)];
      started += 1;
      const body = `${TOOLS}\n${fault}\n${site.get("worker-start.js")}`;
      return route.fulfill({ status: 200, contentType: "text/javascript", body });
    });
}

/// A page whose clock a test can hurry; `fault` breaks what else is to be broken.
export const withClock = (fault) => async (context) => {
  await context.clock.install();
  await fault?.(context);
};

/// Hurries the page's clock until `promise` settles, for at most this many seconds of its time.
export async function hurry(page, promise, seconds) {
  let settled = false;
  const done = promise.finally(() => (settled = true));
  for (let passed = 0; passed < seconds && !settled; passed += 5) {
    await page.clock.runFor(5_000);
    // The thread's own time is not hurried: on a busy machine a new one needs a second to begin, in which the page must
    // not believe that it has waited a minute.
    await new Promise((go) => setTimeout(go, 200));
  }
  return done;
}
