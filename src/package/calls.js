// The functions of the package: each sends its arguments to the engine's thread and returns a promise of the answer.

/// Opens an engine in a thread; `receive` takes the thread's messages, and `fail` its end.
export function connect(thread, { bundled = true, ...rest } = {}) {
  const waiting = new Map();
  let tickets = 0;
  let failure = null;

  function send(message, moved = []) {
    if (failure) return Promise.reject(failure);
    tickets += 1;
    const ticket = tickets;
    return new Promise((resolve, reject) => {
      waiting.set(ticket, { resolve, reject });
      thread.wait(true);
      thread.post({ ticket, ...message }, moved);
    });
  }

  function receive({ ticket, answer, error }) {
    const asked = waiting.get(ticket);
    // What was asked before the engine was closed has failed already.
    if (!asked) return;
    const { resolve, reject } = asked;
    waiting.delete(ticket);
    thread.wait(waiting.size > 0);
    if (error) reject(named(error));
    else resolve(JSON.parse(answer));
  }

  function fail(error) {
    failure = error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  const unknown = Object.keys(rest);
  const names = unknown.length > 0
    ? Promise.reject(invalid(`“${unknown[0]}” is unknown here; the key is bundled`))
    : send({ bundled });
  const opened = names.then(
    (known) => functions(known, send, thread, fail),
    (error) => {
      // A thread that nobody can ask would keep the program from ending.
      thread.end();
      throw error;
    },
  );
  return { opened, receive, fail };
}

/// Makes the object with a function for each name; those with a dot are in an object of their own.
function functions(names, send, thread, fail) {
  const all = {
    async close() {
      fail(named({ name: "Closed", message: "this engine was closed; open another" }));
      await thread.end();
    },
  };
  for (const name of names) {
    const path = name.split(".");
    const last = path.pop();
    const holder = path.reduce((object, part) => (object[part] ??= {}), all);
    holder[last] = async (...given) => {
      if (name === "addText") return added(given, (message) => send({ name, ...message }));
      return send({ name, given: written(given) });
    };
  }
  return all;
}

/// The remark of window.duidu on a text with halves of characters, which the engine is not sent.
const MENDED = {
  kind: "loneSurrogates",
  message: "The text held halves of characters (lone surrogates), which stand as � now.",
};

/// Sends a text to be added, and returns the answer with what was mended on the way.
async function added(given, send) {
  const bytes = bytesOf(given);
  const { text } = given[0] ?? {};
  const is_mended = typeof text === "string" && text.isWellFormed?.() === false;
  const answer = await send({ given: written(given), bytes });
  return is_mended ? { ...answer, warnings: [MENDED, ...answer.warnings] } : answer;
}

/// Takes the bytes of a file out of the options of `addText`.
function bytesOf(given) {
  const bytes = given[0]?.bytes ?? undefined;
  if (bytes === undefined) return undefined;
  given[0] = { ...given[0], bytes: undefined };
  if (bytes instanceof Uint8Array) return bytes;
  if (bytes instanceof ArrayBuffer) return new Uint8Array(bytes);
  throw invalid("`bytes` cannot be read: pass a Uint8Array or an ArrayBuffer");
}

/// Writes arguments as JSON. Half a character is replaced, as a browser does it.
function written(given) {
  const whole = (_, value) => (typeof value === "string" ? value.toWellFormed?.() ?? value : value);
  return JSON.stringify(given, whole);
}

function invalid(message) {
  return named({ name: "InvalidArgument", message });
}

function named({ name, message }) {
  return Object.assign(new Error(message), { name });
}
