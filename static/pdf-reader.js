// Reads the text of a PDF with its positions, by means of pdf.js, which is in pdf/ and is loaded for the first PDF.
//
// Nothing is drawn or put in reading order here: the analysis thread does that. A failure is an Error with one of
// these names: NoTextLayer, Encrypted, Broken, Missing (pdf.js is not in this build), Cancelled.
//
// The query of this script's address is passed on to pdf.js, so that a cached file of an older version is never used
// with a newer one.
const { search } = new URL(import.meta.url);
/// In the edition that is one file, the files have addresses of their own.
const place = (name) => globalThis.duiduFiles?.[name] ?? new URL(`./${name}${search}`, import.meta.url).href;

/// Maximum time without a pause for other work of the page, in milliseconds.
const BREATH = 20;
/// Maximum time that nothing may come of a PDF, in milliseconds: a page takes seconds at most.
const PATIENCE = 120_000;
/// The share of an ideograph's square that is above the baseline.
const ASCENT = 0.88;
/// The names of our own errors.
const FINAL = ["NoTextLayer", "Encrypted", "Broken", "Missing", "Cancelled"];
/// The first bytes of the output of `pack`; src/ingest/positioned.rs reads it.
const HEADER = "DUIDU-POSITIONED\n";

let library;

/// Reads the text of a PDF: `{ pages: [{ width, height, broken, runs: [{ text, x, y, width, height, fontSize,
/// vertical }] }] }`, in points from the upper left corner. `bytes` is an ArrayBuffer, which is detached.
export async function read(bytes, onProgress = () => {}, isCancelled = () => false) {
  const pdfjs = await load();
  const { thread, soon } = start();
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    worker: new pdfjs.PDFWorker({ port: thread }),
    cMapUrl: place("pdf/cmaps/").replace(search, ""),
    cMapPacked: true,
    // Neither glyphs nor pictures are needed for text, and the page's policy allows no eval.
    useSystemFonts: true,
    disableFontFace: true,
    isEvalSupported: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    useWasm: false,
    verbosity: 0,
  });
  try {
    const document = await soon(task.promise);
    const pages = [];
    const breathe = breather();
    for (let number = 1; number <= document.numPages; number += 1) {
      pages.push(await readPage(pdfjs, document, number, breathe, isCancelled, soon));
      onProgress(number, document.numPages);
    }
    const hasText = pages.some(({ runs }) => runs.length > 0);
    if (!hasText && pages.length > 0 && pages.every(({ broken }) => broken)) throw failure("Broken", "no page can be read");
    if (!hasText) throw failure("NoTextLayer", "no page has text");
    return { pages };
  } catch (error) {
    throw named(error);
  } finally {
    // Not waited for: a thread that is stuck never answers.
    task.destroy().catch(() => undefined);
    thread.terminate();
  }
}

/// Reads a PDF as `read` does, and returns the bytes for the analysis thread.
export async function readPacked(bytes, onProgress, isCancelled) {
  const { pages } = await read(bytes, onProgress, isCancelled);
  return pack(pages);
}

/// Encodes pages as bytes: the header, then the pages as encoded by postcard, with numbers of variable length,
/// little-endian floats, and strings and lists preceded by their length.
export async function pack(pages) {
  const breathe = breather();
  const encoder = new TextEncoder();
  let bytes = new Uint8Array(1 << 16);
  let view = new DataView(bytes.buffer);
  let end = 0;
  const reserve = (more) => {
    if (end + more <= bytes.length) return;
    const larger = new Uint8Array(Math.max(bytes.length * 2, end + more));
    larger.set(bytes);
    bytes = larger;
    view = new DataView(bytes.buffer);
  };
  const length = (number) => {
    reserve(5);
    for (; number > 127; number = Math.floor(number / 128)) bytes[end++] = (number % 128) | 128;
    bytes[end++] = number;
  };
  const floats = (...numbers) => {
    reserve(4 * numbers.length);
    for (const number of numbers) {
      view.setFloat32(end, number, true);
      end += 4;
    }
  };
  const flag = (is) => {
    reserve(1);
    bytes[end++] = is ? 1 : 0;
  };
  const string = (text) => {
    const encoded = encoder.encode(text);
    length(encoded.length);
    reserve(encoded.length);
    bytes.set(encoded, end);
    end += encoded.length;
  };
  bytes.set(encoder.encode(HEADER));
  end = HEADER.length;
  length(pages.length);
  for (const { width, height, broken, runs } of pages) {
    floats(width, height);
    flag(broken);
    length(runs.length);
    for (const run of runs) {
      string(run.text);
      floats(run.x, run.y, run.width, run.height, run.fontSize);
      flag(run.vertical);
      await breathe();
    }
  }
  return bytes.subarray(0, end);
}

async function load() {
  try {
    library ??= import(place("pdf/pdf.js"));
    return await library;
  } catch (error) {
    // The next PDF tries again, since the network may be back.
    library = undefined;
    throw failure("Missing", "pdf.js cannot be loaded", error);
  }
}

/// A thread of pdf.js, and `soon(promise)`: the promise, broken when the thread fails or nothing comes for long.
function start() {
  let fail;
  const failed = new Promise((_, reject) => (fail = reject));
  failed.catch(() => undefined);
  let thread;
  try {
    thread = globalThis.duiduThread(place("pdf/pdf.worker.js"));
  } catch (error) {
    throw failure("Missing", "the worker of pdf.js cannot be started", error);
  }
  let begun = false;
  thread.addEventListener("message", () => (begun = true), { once: true });
  thread.addEventListener("error", (event) => {
    event.preventDefault();
    const what = begun ? ["Broken", event.message ?? "pdf.js failed"] : ["Missing", "the worker of pdf.js cannot be loaded"];
    fail(failure(...what));
  });
  const soon = async (promise) => {
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(failure("Broken", `nothing came of it for ${PATIENCE / 1000} seconds`)), PATIENCE);
    });
    try {
      return await Promise.race([promise, failed, late]);
    } finally {
      clearTimeout(timer);
    }
  };
  return { thread, soon };
}

async function readPage(pdfjs, document, number, breathe, isCancelled, soon) {
  const stop = () => {
    if (isCancelled()) throw failure("Cancelled", "stopped by the reader");
  };
  stop();
  const items = [];
  const styles = {};
  let page;
  let broken = false;
  try {
    page = await soon(document.getPage(number));
    // The text is read as it is in the file; otherwise pdf.js would replace compatibility characters.
    const stream = page.streamTextContent({ disableNormalization: true }).getReader();
    const next = () => soon(stream.read());
    for (let { done, value } = await next(); !done; { done, value } = await next()) {
      for (const item of value.items) if (item.str?.trim()) items.push(item);
      Object.assign(styles, value.styles);
      stop();
      await breathe();
    }
  } catch (error) {
    // A thread that is gone reads no other page either.
    if (FINAL.includes(error.name)) throw error;
    broken = true;
  }
  if (!page) return { width: 0, height: 0, broken, runs: [] };
  const rotation = (page.rotate + upright(page.rotate, items)) % 360;
  const viewport = page.getViewport({ scale: 1, rotation });
  const runs = [];
  for (const item of items) {
    runs.push(run(pdfjs, item, styles[item.fontName]?.vertical === true, viewport));
    await breathe();
  }
  page.cleanup();
  return { width: viewport.width, height: viewport.height, broken, runs };
}

/// Returns the further rotation, in degrees, that makes most of a page's text upright: some pages lie on their side.
function upright(rotate, items) {
  const counts = [0, 0, 0, 0];
  for (const { str, transform } of items) {
    // A single glyph is no evidence, and in vertical text Latin words are rotated.
    if (str.length > 1) counts[quarter(transform[0], -transform[1])] += str.length;
  }
  const all = counts.reduce((sum, count) => sum + count, 0);
  const most = counts.indexOf(Math.max(...counts));
  const isSure = all > 200 && counts[most] * 3 > all * 2;
  return isSure ? (720 - most * 90 - rotate) % 360 : 0;
}

/// Returns the direction of a line in quarter turns, clockwise, with y downwards: 0 is to the right, 1 is down.
function quarter(x, y) {
  if (Math.abs(x) >= Math.abs(y)) return x >= 0 ? 0 : 2;
  return y > 0 ? 1 : 3;
}

function run(pdfjs, item, isVerticalFont, viewport) {
  const [a, b, c, d, x, y] = pdfjs.Util.transform(viewport.transform, item.transform);
  const scale = Math.hypot(viewport.transform[0], viewport.transform[1]);
  const size = Math.hypot(c, d) || Math.hypot(a, b);
  const long = scale * (isVerticalFont ? item.height : item.width);
  const base = { text: item.str, fontSize: size };
  const across = { ...base, width: long, height: size, vertical: false };
  const down = { ...base, width: size, height: long, vertical: true };
  if (isVerticalFont) return { ...down, x: x - size / 2, y };
  switch (quarter(a, b)) {
    case 0:
      return { ...across, x, y: y - ASCENT * size };
    case 1:
      return { ...down, x: x - (1 - ASCENT) * size, y };
    case 2:
      return { ...across, x: x - long, y: y - (1 - ASCENT) * size };
    default:
      return { ...down, x: x - ASCENT * size, y: y - long };
  }
}

/// Returns a function that is awaited often and pauses for other work of the page when it is time.
function breather() {
  let last = performance.now();
  return () => {
    if (performance.now() - last < BREATH) return undefined;
    return new Promise((go) => setTimeout(go)).then(() => {
      last = performance.now();
    });
  };
}

function named(error) {
  if (FINAL.includes(error?.name)) return error;
  if (error?.name === "PasswordException") return failure("Encrypted", "the PDF asks for a password", error);
  return failure("Broken", error?.message ?? String(error), error);
}

function failure(name, message, cause) {
  return Object.assign(new Error(message, { cause }), { name });
}
