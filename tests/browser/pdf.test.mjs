// PDFs, made here and by Chromium, read in the page under its own security policy.
import assert from "node:assert/strict";
import { test } from "./harness.mjs";
import { pdf, stream, withNamedFont } from "./pdf-file.mjs";

/// Reads a PDF in a page of the app. Returns the page's requests and complaints as well.
async function reading(shared, bytes, { prepare, cancel = false } = {}) {
  const { page, log, close } = await shared.open({ ready: false, prepare });
  try {
    const result = await page.evaluate(
      async ([base64, cancel]) => {
        const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)).buffer;
        const { read } = await import(new URL("pdf-reader.js", document.baseURI).href);
        const progress = [];
        try {
          const { pages } = await read(bytes, (done, total) => progress.push([done, total]), () => cancel);
          return { pages, progress };
        } catch (error) {
          return { error: error.name, message: error.message };
        }
      },
      [bytes.toString("base64"), cancel],
    );
    return { ...result, log };
  } finally {
    await close();
  }
}

const texts = ({ runs }) => runs.map(({ text }) => text).join("");
const about = (value, wanted, what) => assert.ok(Math.abs(value - wanted) < 1, `${what}: ${value}, not ${wanted}`);

test("a PDF that the browser printed gives its columns, with places", async (shared) => {
  const context = await shared.browser.newContext({ locale: "zh-HK" });
  const page = await context.newPage();
  await page.setContent(`<meta charset="utf-8"><style>
    @page { size: 400pt 500pt; margin: 40pt } body { margin: 0; font: 10pt/17pt sans-serif }
    div { columns: 2; column-gap: 20pt; column-fill: auto; height: 36pt } p { margin: 0; width: 150pt }</style>
    <div><p>渡輪明天早上開航，船票</p><p>今晚十時起發售。</p><p>碼頭旁邊的茶室也照常</p><p>開門。</p></div>`);
  const bytes = await page.pdf({ preferCSSPageSize: true });
  await context.close();
  const { pages, progress, log, error, message } = await reading(shared, bytes);
  assert.equal(error, undefined, message);
  assert.deepEqual(progress, [[1, 1]]);
  about(pages[0].width, 400, "width");
  about(pages[0].height, 500, "height");
  const left = pages[0].runs.filter(({ x }) => x < 200);
  const right = pages[0].runs.filter(({ x }) => x >= 200);
  // Chromium writes radicals for some characters; src/ingest/positioned replaces them.
  const mended = (runs) => texts({ runs }).normalize("NFKC").replace(/\s/g, "");
  assert.equal(mended(left), "渡輪明天早上開航,船票今晚十時起發售。");
  assert.equal(mended(right), "碼頭旁邊的茶室也照常開門。");
  assert.ok(pages[0].runs.every(({ fontSize, vertical }) => Math.abs(fontSize - 10) < 0.5 && !vertical));
  assert.deepEqual(log.complaints.filter((line) => /policy|refused|pdf/i.test(line)), []);
  const origin = new URL(shared.address).origin;
  assert.deepEqual(log.requests.filter((address) => !address.startsWith(origin)), []);
});

test("fonts that are only named are read by the tables of their codes", async (shared) => {
  // 中文報紙 in Big5, then in UCS-2.
  const big5 = withNamedFont("ETen-B5-H", "BT /F 20 Tf 50 300 Td <A4A4A4E5B3F8AFC8> Tj ET");
  const ucs2 = withNamedFont("UniCNS-UCS2-H", "BT /F 20 Tf 50 300 Td <4E2D658758317D19> Tj ET");
  for (const bytes of [big5, ucs2]) {
    const { pages, error, message } = await reading(shared, bytes);
    assert.equal(error, undefined, message);
    const [run] = pages[0].runs;
    assert.equal(run.text, "中文報紙");
    about(run.x, 50, "x");
    about(run.y, 400 - 300 - 0.88 * 20, "y");
    about(run.width, 80, "width");
  }
});

test("vertical fonts run downwards", async (shared) => {
  const bytes = withNamedFont("ETen-B5-V", "BT /F 20 Tf 150 300 Td <A4A4A4E5B3F8AFC8> Tj ET");
  const { pages, error, message } = await reading(shared, bytes);
  assert.equal(error, undefined, message);
  const [run] = pages[0].runs;
  assert.equal(run.text, "中文報紙");
  assert.equal(run.vertical, true);
  about(run.x, 140, "x");
  about(run.y, 100, "y");
  about(run.width, 20, "width");
  about(run.height, 80, "height");
});

test("a page that lies on its side is turned upright", async (shared) => {
  const line = "A4A4A4E5B3F8AFC8".repeat(6);
  const lines = Array.from({ length: 12 }, (_, n) => `1 0 0 1 0 ${-17 * n} Tm <${line}> Tj`).join(" ");
  const bytes = withNamedFont("ETen-B5-H", `q 0 1 -1 0 100 20 cm BT /F 10 Tf ${lines} ET Q`);
  const { pages, error, message } = await reading(shared, bytes);
  assert.equal(error, undefined, message);
  about(pages[0].width, 400, "width");
  assert.ok(pages[0].runs.every(({ vertical, width }) => !vertical && width > 200));
});

test("what gives no text says why", async (shared) => {
  const page = (content, trailer) =>
    pdf(
      [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents 4 0 R /Resources << >> >>",
        stream(content),
        `<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <${"5a".repeat(32)}> /U <${"a5".repeat(32)}> >>`,
      ],
      trailer,
    );
  const picture = page("q 100 0 0 100 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q");
  const locked = page("", `/Encrypt 5 0 R /ID [<${"11".repeat(16)}> <${"11".repeat(16)}>]`);
  const cases = [
    [picture, "NoTextLayer"],
    [locked, "Encrypted"],
    [Buffer.from("%PDF-1.7\nthis is no PDF at all"), "Broken"],
    [Buffer.alloc(0), "Broken"],
    [Buffer.from("中文報紙".repeat(500)), "Broken"],
  ];
  for (const [bytes, wanted] of cases) {
    const { error, message } = await reading(shared, bytes);
    assert.equal(error, wanted, message);
  }
});

test("without pdf.js, or when stopped, it says so", async (shared) => {
  const bytes = withNamedFont("ETen-B5-H", "BT /F 20 Tf 50 300 Td <A4A4> Tj ET");
  for (const missing of ["**/pdf/pdf.js*", "**/pdf/pdf.worker.js*"]) {
    const prepare = (context) => context.route(missing, (route) => route.fulfill({ status: 404, body: "" }));
    assert.equal((await reading(shared, bytes, { prepare })).error, "Missing", missing);
  }
  assert.equal((await reading(shared, bytes, { cancel: true })).error, "Cancelled");
});

test("the bytes for the analysis thread are those it expects", async (shared) => {
  const { page, close } = await shared.open({ ready: false });
  const hex = await page.evaluate(async () => {
    const { pack } = await import(new URL("pdf-reader.js", document.baseURI).href);
    const run = { text: "字A", x: 1.5, y: 2, width: 15, height: 10, fontSize: 10, vertical: true };
    const bytes = await pack([{ width: 100, height: 200, broken: true, runs: [run] }]);
    return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  });
  await close();
  // src/ingest/positioned/tests.rs has the same page and the same bytes.
  const header = Buffer.from("DUIDU-POSITIONED\n").toString("hex");
  assert.equal(hex, `${header}010000c842000048430101${"04e5ad97410000c03f00000040000070410000204100002041"}01`);
});
