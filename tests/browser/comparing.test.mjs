// Stories compared through `window.duidu`: every place in an answer has the words that the answer gives for it, and
// every file is valid in its format.
import assert from "node:assert/strict";
import { test } from "./harness.mjs";

test("compare tells what two stories are to each other, and what was taken over in runs", async ({ api }) => {
  const page = await api();
  const [plain, long, short] = await page.evaluate(async () => [
    await duidu.compare("003-1", "004-1"),
    await duidu.compare("003-1", "004-1", { minRun: 20 }),
    await duidu.compare("003-1", "004-1", { minRun: 5 }),
  ]);
  assert.equal(plain.relation, "shared");
  assert.equal(plain.copied, null);
  assert.equal(long.copied.minimumRun, 20);
  assert.ok(long.copied.aInB <= short.copied.aInB && short.copied.aInB <= 1);
  assert.ok(short.copied.discountedAInB <= short.copied.aInB);
  const same = await page.evaluate(() => duidu.compare("001-1", "001-1"));
  assert.equal(same.relation, "identical");
});

test("witnesses puts each sentence into one row, and the shared text into lines", async ({ api }) => {
  const page = await api();
  const ids = ["003-3", "003-4", "004-2"];
  const [table, texts] = await page.evaluate(
    async (ids) => [await duidu.witnesses(ids, { base: ids[2] }), await Promise.all(ids.map((id) => duidu.text(id)))],
    ids,
  );
  assert.equal(table.base, 2);
  ids.forEach((id, story) => {
    const cells = table.rows.map((row) => row.cells[story]).filter(Boolean);
    for (const cell of cells) {
      assert.equal(texts[story].slice(cell.range.start, cell.range.end), cell.text, id);
      assert.equal(cell.pieces.map((piece) => piece.text).join(""), cell.text);
    }
    const numbers = cells.flatMap((cell) => Array.from({ length: cell.sentences }, (_, at) => cell.number + at));
    assert.equal(new Set(numbers).size, numbers.length, `${id}: a sentence stands in two rows`);
  });
  for (const line of table.wire.lines) {
    assert.ok(line.stories.length >= 2);
    assert.ok(line.range.end > line.range.start && line.range.end <= table.wire.text.length);
  }
  for (const row of table.rows) {
    row.cells.forEach((cell, story) => {
      const readings = row.segments.map((segment) => segment.readings[story]);
      if (cell) assert.equal(readings.join(""), cell.text);
      else assert.ok(readings.every((reading) => reading === null));
      if (!cell || row.line === null) return;
      for (const edit of cell.edits) assert.equal(table.wire.text.slice(edit.aRange.start, edit.aRange.end), edit.a);
    });
  }
});

test("the report's claims stand where it says", async ({ api }) => {
  const page = await api();
  const [report, a, b] = await page.evaluate(async () => [
    await duidu.report(["003-1", "004-1"]),
    await duidu.text("003-1"),
    await duidu.text("004-1"),
  ]);
  const [pair] = report.pairs;
  const holds = (text, quote) => assert.equal(text.slice(quote.range.start, quote.range.end), quote.text);
  pair.dropped.forEach(({ quote }) => holds(a, quote));
  pair.added.forEach(({ quote }) => holds(b, quote));
  for (const change of pair.changes) {
    for (const place of change.places) {
      assert.equal(a.slice(place.a.start, place.a.end), change.a);
      assert.equal(b.slice(place.b.start, place.b.end), change.b);
    }
  }
  report.favoured.forEach(({ rows }, story) => {
    for (const row of rows) {
      assert.equal(row.places.length, row.frequency);
      const [first] = row.places;
      assert.equal([a, b][story].slice(first.start, first.end), row.word);
      assert.ok(row.g2 > 0 && row.p >= 0 && row.p <= 1);
    }
  });
});

test("sources and dot plots give places on both sides", async ({ api }) => {
  const page = await api();
  const [sources, plot, texts] = await page.evaluate(async () => [
    await duidu.sources("003-3", { page: "004" }),
    await duidu.dotPlot("003-3", "004-2", { minRun: 6 }),
    Object.fromEntries(await Promise.all(["003-3", "004-2"].map(async (id) => [id, await duidu.text(id)]))),
  ]);
  assert.equal(sources.stories[0].row.id, "004-2");
  for (const { partners } of sources.sentences) {
    for (const { id, quote } of partners.filter((partner) => partner.id === "004-2")) {
      assert.equal(texts[id].slice(quote.range.start, quote.range.end), quote.text);
    }
  }
  assert.ok(plot.runs.length > 0 && plot.aEnd === texts["003-3"].length && plot.bEnd === texts["004-2"].length);
  assert.ok(plot.runs.every((run) => run.letters >= 6));
});

test("a comparison can be had in every format, the report in both languages", async ({ api }) => {
  const page = await api();
  const ids = ["003-1", "004-1"];
  const files = await page.evaluate(async (ids) => {
    const file = (format, options) => duidu.exportComparison(ids, format, options);
    const passage = "https://example.org/#/read/{id}?at={start}-{end}";
    return {
      chinese: await file("html", { language: "zh-Hant-HK", passage }),
      english: await file("html", { language: "en" }),
      markdown: await file("markdown", { language: "en" }),
      csv: await file("csv"),
      collatex: await file("collatex"),
      tei: await file("tei"),
      passim: await file("passim"),
    };
  }, ids);
  assert.ok(files.chinese.includes("<h1>編輯報告</h1>") && files.english.includes("<h1>Editorial report</h1>"));
  assert.ok(files.chinese.includes('href="https://example.org/#/read/003-1?at='));
  assert.ok(!/report-|relation-/.test(files.english.replace(/<style>.*<\/style>/s, "")), "a label without words");
  assert.ok(files.markdown.startsWith("# Editorial report\n"));
  assert.ok(files.csv.startsWith("\ufeffrow,lemma,003-1 sentence,"));
  const collation = JSON.parse(files.collatex);
  assert.deepEqual(collation.witnesses, ids);
  assert.ok(collation.table.every((segment) => segment.length === 2));
  const passages = files.passim.trim().split("\n").map((line) => JSON.parse(line));
  assert.ok(passages.length >= 40 && passages.every(({ id }) => ids.includes(id)));
  // The page itself runs under Trusted Types, which let nothing parse a string.
  const blank = await page.context().newPage();
  const problems = await blank.evaluate(
    ([tei, html]) => [
      new DOMParser().parseFromString(tei, "application/xml").querySelector("parsererror")?.textContent ?? "",
      new DOMParser().parseFromString(html, "text/html").querySelectorAll("script, link, img").length,
    ],
    [files.tei, files.chinese],
  );
  await blank.close();
  assert.deepEqual(problems, ["", 0]);
});

test("bad ids and options are refused by name", async ({ api }) => {
  const page = await api();
  const names = await page.evaluate(async () => {
    const name = (promise) => promise.then(() => "answered", (error) => error.name);
    return [
      await name(duidu.witnesses(["003-1"])),
      await name(duidu.witnesses(["003-1", "003-1"])),
      await name(duidu.report(["003-1", "nowhere"])),
      await name(duidu.report("003-1")),
      await name(duidu.witnesses(["003-1", "004-1"], { base: "001-1" })),
      await name(duidu.exportComparison(["003-1", "004-1"], "docx")),
      await name(duidu.compare("003-1", "004-1", { minRun: 0 })),
    ];
  });
  assert.deepEqual(names, [
    "InvalidStories",
    "InvalidStories",
    "UnknownStory",
    "InvalidArgument",
    "InvalidArgument",
    "InvalidArgument",
    "InvalidArgument",
  ]);
});
