// Makes one HTML file of the whole page, which opens from a disk without a server: in the page, and for `cargo xtask bundle`.
//
// All files are in it, compressed. Nothing is loaded as a module from a file: scripts begin from blobs, and what the page
// fetches is given out of the file itself, so that its policy allows no address at all.

/// The page's files that scripts and threads begin with. Others are unpacked when they are asked for.
const SCRIPT = /\.js$/;
/// Files that a page without a server has no use for.
const UNUSED = /^(service-worker|offline)\.js$|^manifest\.json$|^icons\//;
/// The page itself, whose bytes a host may change a little, and the list of its files.
const START = "";
const LIST = "files.json";

/// Returns the parts of the file. `read(path)` gives the bytes of a file of the build; `session` is a session file, and
/// `hash` the address of the view to open.
export async function oneFile(read, { session = "", hash = "" } = {}) {
  const text = async (path) => new TextDecoder().decode(await read(path));
  const { name, files } = JSON.parse(await text(LIST));
  const html = await text(START);
  if (!html.includes(`data-build="${name}"`)) throw new Error("the page is of another build than its files");
  const sheets = [...html.matchAll(/<link rel="stylesheet" href="\.\/([^"]+)"/g)].map(([, path]) => path);
  const style = (await Promise.all(sheets.map(text))).join("\n");
  const script = `(${begin})(${JSON.stringify(SCRIPT.source)}, ${JSON.stringify(hash).replaceAll("<", "\\u003c")});`;
  const parts = [];
  for (const [path, sha256] of [...Object.entries(files), [START], [LIST]]) {
    if (UNUSED.test(path)) continue;
    const bytes = await read(path);
    if (sha256 !== undefined && (await digest(bytes, "hex")) !== sha256) throw new Error(`${path} is of another build`);
    parts.push(`<script type="text/plain" data-path="${path}">${await packed(bytes)}</script>\n`);
  }
  if (session) parts.push(`<script type="text/plain" data-session="${await digest(new TextEncoder().encode(session), "hex")}">${await packed(new TextEncoder().encode(session))}</script>\n`);
  const policy = await policyOf(script, style);
  return [head(html, policy, style), ...parts, tail(html, script)];
}

/// The policy of the file: one script, one style, and what they make themselves.
async function policyOf(script, style) {
  const [scripts, styles] = await Promise.all([script, style].map((text) => digest(new TextEncoder().encode(text), "base64")));
  return [
    "default-src 'none'",
    `script-src 'sha256-${scripts}' blob: 'wasm-unsafe-eval'`,
    "worker-src blob:",
    "connect-src data: blob:",
    `style-src 'sha256-${styles}'`,
    "img-src data: blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types duidu",
  ].join("; ");
}

/// The page up to the end of its body, with its policy and its style, and without a link to any file.
function head(html, policy, style) {
  const [before] = html.split("</body>");
  return before
    .replace(/(http-equiv="Content-Security-Policy" content=")[^"]*/, (_, start) => start + policy)
    .replace(/<link rel="(?:manifest|apple-touch-icon|modulepreload|preload|stylesheet)"[^>]*>\s*/g, "")
    .replace(/<script[^>]*(?:data-app|first\.js)[^>]*><\/script>\s*/g, "")
    // Nothing is fetched: the code is here as soon as what it draws.
    .replace(/<html /, '$&data-first="none" ')
    .replace(/<template id="first-[^>]*>.*?<\/template>\s*/gs, "")
    .replace("</head>", () => `<style>${style}</style>\n</head>`);
}

function tail(html, script) {
  const [, attributes] = /<script[^>]*?((?: data-(?:build|app|wasm)="[^"]*")+)><\/script>/.exec(html);
  return `<script${attributes}>${script}</script>\n</body>\n</html>\n`;
}

async function digest(bytes, form) {
  const sha256 = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  if (form === "base64") return btoa(String.fromCharCode(...sha256));
  return [...sha256].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/// Bytes as gzip in base64.
async function packed(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("gzip"));
  const small = new Uint8Array(await new Response(stream).arrayBuffer());
  let text = "";
  // A multiple of three, so that the parts join.
  const STEP = 0x6000;
  for (let at = 0; at < small.length; at += STEP) text += btoa(String.fromCharCode(...small.subarray(at, at + STEP)));
  return text;
}

/// Begins the page out of the file. Runs there by itself: it uses nothing from outside.
function begin(scripts, hash) {
  const TYPES = { js: "text/javascript", wasm: "application/wasm" };
  const elements = new Map([...document.querySelectorAll("script[data-path]")].map((it) => [it.dataset.path, it.textContent]));
  const given = document.querySelector("script[data-session]");
  const session = given?.textContent;
  // The texts come in once: afterwards the browser keeps what the reader did with them, also that they were removed.
  const stamp = `one-file ${given?.dataset.session}`;
  const stored = (use) => {
    try {
      return use(localStorage);
    } catch {
      return undefined;
    }
  };
  const taken = stored((storage) => storage.getItem(stamp));
  // Given up by the document, in which nobody looks for them again.
  document.querySelectorAll("script[data-path], script[data-session]").forEach((it) => it.remove());
  const load = fetch.bind(globalThis);
  const unpacked = async (base64) => (await load(`data:;base64,${base64}`)).body.pipeThrough(new DecompressionStream("gzip"));
  const typed = (path) => ({ headers: { "content-type": TYPES[path.split(".").pop()] ?? "application/octet-stream" } });
  const files = {};
  const text = async (path) => new Response(await unpacked(elements.get(path))).text();
  const keep = async (path, edit = (text) => text) => {
    if (!elements.has(path)) return;
    files[path] = URL.createObjectURL(new Blob([edit(await text(path))], { type: TYPES.js }));
  };
  // A thread of a page without an origin may not read the page's blobs: it makes its own. Until its module is loaded it
  // keeps what it is told.
  const blob = (text) => `URL.createObjectURL(new Blob([${JSON.stringify(text)}], { type: "${TYPES.js}" }))`;
  const thread = (text, before = "") => `
    const early = [];
    const keep = (event) => { event.stopImmediatePropagation(); early.push(event); };
    addEventListener("message", keep);
    ${before}
    import(${blob(text)}).then(
      () => {
        removeEventListener("message", keep);
        for (const { data, ports } of early) dispatchEvent(new MessageEvent("message", { data, ports: [...ports] }));
      },
      (error) => setTimeout(() => { throw error; }),
    );`;
  // A module of a blob has no folder: what it imports is named by its whole address.
  const joined = (text) => text.replace(/(from\s*|import\s*)(["'])\.\/([^"']+)\2/g, (all, word, quote, path) => (files[path] ? word + quote + files[path] + quote : all));

  async function start() {
    const paths = [...elements.keys()].filter((path) => new RegExp(scripts).test(path));
    const threads = ["worker.js", "intake.js", "worker-start.js", "pdf/pdf.worker.js"];
    const leaf = (path) => path.startsWith("snippets/");
    await Promise.all(paths.filter(leaf).map((path) => keep(path)));
    await Promise.all(paths.filter((path) => !leaf(path) && !threads.includes(path)).map((path) => keep(path, joined)));
    const own = async (program) => {
      const [code, wasm] = [`${program}.js`, `${program}_bg.wasm`];
      const unpack = `fetch("data:;base64,${elements.get(wasm)}").then(({ body }) =>
        new Response(body.pipeThrough(new DecompressionStream("gzip")), ${JSON.stringify(typed(wasm))}))`;
      return `globalThis.duiduProgram = "${program}";
        globalThis.duiduFiles = { "${code}": ${blob(await text(code))}, "${wasm}": ${unpack} };`;
    };
    const takesIn = await own("intake");
    await keep("worker-start.js", (text) => thread(text, takesIn));
    files["worker-start.js?program=intake"] = files["worker-start.js"];
    const analyses = await own("worker");
    await keep("worker-start.js", (text) => thread(text, analyses));
    await keep("pdf/pdf.worker.js", (text) => thread(text));
    // pdf.js fetches its tables from such an address only; it is answered below.
    files["pdf/cmaps/"] = "https://one-file.invalid/pdf/cmaps/";
    Object.defineProperty(globalThis, "duiduFiles", { value: Object.freeze(files) });
    globalThis.fetch = async (asked, options) => {
      const address = String(asked?.url ?? asked);
      const beside = address.replace(files["pdf/cmaps/"], "pdf/cmaps/").replace(new URL(".", document.baseURI).href, "");
      const path = beside.replace(/^\.\//, "").replace(/\?.*/s, "");
      const held = elements.get(path);
      return held === undefined ? load(asked, options) : new Response(await unpacked(held), typed(path));
    };
    const begins = hash && !location.hash;
    if (begins && (!session || taken)) history.replaceState(null, "", hash);
    await import(files["boot.js"]);
    if (!session || taken) return;
    while (!globalThis.duidu) await new Promise((go) => setTimeout(go, 20));
    await globalThis.duidu.session.import(await new Response(await unpacked(session)).text());
    stored((storage) => storage.setItem(stamp, "1"));
    // Not before: the address may name texts that come with the session.
    if (begins) location.replace(hash);
  }
  start().catch((error) => {
    console.error(error);
    const line = document.createElement("p");
    line.textContent = `這個瀏覽器未能開啟本檔案，請改用最新版的 Chrome、Edge、Firefox 或 Safari。This browser cannot open this file; use a current Chrome, Edge, Firefox or Safari. (${error?.message ?? error})`;
    const box = document.querySelector("#app > .boot");
    if (box) return box.append(line);
    line.setAttribute("role", "alert");
    document.body.prepend(line);
  });
}
