// docs/api.md compared with `window.duidu`: every function is documented and exists, every answer has the documented
// fields and no others, every documented option is accepted, every error is named, and every example runs.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, test } from "./harness.mjs";

const DOCS = readFileSync(join(ROOT, "docs/api.md"), "utf8");
const blocks = (language) =>
  [...DOCS.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\``, "gm"))].map((found) => found[1]);

const { types, interfaces } = read(blocks("ts").join("\n").replace(/\/\/.*$/gm, ""));

/// Parses the declarations of the documentation: type aliases, and interfaces with their fields and functions.
function read(text) {
  const tokens = text.match(/"[^"]*"|[A-Za-z_]\w*|[^\s\w]/g);
  let at = 0;
  const is = (token) => tokens[at] === token;
  const skip = (token) => {
    assert.equal(tokens[at], token, `docs/api.md, near ${tokens.slice(at - 8, at + 3).join(" ")}`);
    at += 1;
  };
  const list = (end, item) => {
    const items = [];
    while (!is(end)) {
      items.push(item());
      if (!is(end)) skip(",");
    }
    skip(end);
    return items;
  };
  const one = () => {
    const token = tokens[at];
    at += 1;
    if (token === "(") {
      const inner = union();
      skip(")");
      return inner;
    }
    if (token === "[") return { tuple: list("]", union) };
    if (token[0] === '"') return { literal: JSON.parse(token) };
    if (!is("<")) return { name: token };
    skip("<");
    return { name: token, of: list(">", union) };
  };
  const array = () => {
    let type = one();
    while (is("[")) {
      skip("[");
      skip("]");
      type = { array: type };
    }
    return type;
  };
  const union = () => {
    const any = [array()];
    while (is("|")) {
      skip("|");
      any.push(array());
    }
    return any.length > 1 ? { any } : any[0];
  };
  const named = () => {
    const name = tokens[at];
    at += 1;
    const optional = is("?");
    if (optional) skip("?");
    return { name, optional };
  };
  const typed = () => {
    const field = named();
    skip(":");
    return { ...field, type: union() };
  };
  const member = () => {
    const field = named();
    if (is("(")) {
      skip("(");
      field.parameters = list(")", typed);
    }
    skip(":");
    field.type = union();
    skip(";");
    return field;
  };
  const [types, interfaces] = [new Map(), new Map()];
  while (at < tokens.length) {
    const kind = tokens[at];
    const name = tokens[at + 1];
    at += 2;
    if (kind === "type") {
      skip("=");
      types.set(name, union());
      skip(";");
      continue;
    }
    assert.equal(kind, "interface", `docs/api.md declares a ${kind} ${name}`);
    const fields = interfaces.get(name) ?? [];
    if (is("extends")) {
      fields.push(...interfaces.get(tokens[at + 1]));
      at += 2;
    }
    skip("{");
    while (!is("}")) fields.push(member());
    skip("}");
    interfaces.set(name, fields);
  }
  return { types, interfaces };
}

/// Returns the first place where a value is not of its documented type; `null` if there is none.
function fault(value, type, place) {
  const wrong = `${place} is ${JSON.stringify(value)?.slice(0, 80)}`;
  if (type.any) return type.any.some((one) => fault(value, one, place) === null) ? null : wrong;
  if ("literal" in type) return value === type.literal ? null : wrong;
  if (type.tuple) {
    if (!Array.isArray(value) || value.length !== type.tuple.length) return wrong;
    return first(type.tuple.map((one, index) => fault(value[index], one, `${place}[${index}]`)));
  }
  if (type.array) {
    if (!Array.isArray(value)) return wrong;
    return first(value.map((item, index) => fault(item, type.array, `${place}[${index}]`)));
  }
  if (types.has(type.name)) return fault(value, types.get(type.name), place);
  if (!interfaces.has(type.name)) {
    const kind = value === null ? "null" : value === undefined ? "void" : typeof value;
    return kind === type.name ? null : wrong;
  }
  if (value === null || typeof value !== "object" || Array.isArray(value)) return wrong;
  const fields = interfaces.get(type.name);
  const undocumented = Object.keys(value).find((key) => !fields.some(({ name }) => name === key));
  if (undocumented) return `${place}.${undocumented} is not documented`;
  const absent = (field) => field.optional && value[field.name] === undefined;
  return first(
    fields.map((field) => (absent(field) ? null : fault(value[field.name], field.type, `${place}.${field.name}`))),
  );
}

const first = (faults) => faults.find((one) => one !== null) ?? null;

/// Returns the functions of an interface, those of the interfaces in its fields included, by their names in `duidu`.
function functions(name, prefix = "") {
  return interfaces.get(name).flatMap((field) => {
    if (field.parameters) return [{ ...field, path: prefix + field.name }];
    return interfaces.has(field.type.name) ? functions(field.type.name, `${prefix}${field.name}.`) : [];
  });
}

/// A value for every documented option, besides those in `COMMON`.
const OPTIONS = {
  WordListOptions: {
    stopWords: ["的"],
    filter: { contains: "國", pattern: "國*", tag: "n*", minLength: 2, maxLength: 3 },
    minFrequency: 1,
    byStory: true,
  },
  KeynessOptions: { target: ["003-1"], reference: { wordList: "中國\t9" }, measure: "diff", minFrequency: 1 },
  KwicOptions: {
    node: "中國",
    entity: "place",
    context: 5,
    unit: "word",
    sort: ["L1", "N", "R2"],
    groupByStory: true,
    near: { word: "的", left: 9, right: 9 },
    plain: false,
    across: true,
    sample: 5,
    seed: 1,
  },
  CollocatesOptions: { node: "中國", left: 2, right: 3, minFrequency: 1 },
  NgramsOptions: { node: "中國", min: 2, max: 3, minFrequency: 2 },
  PhrasesOptions: { minWords: 2, minFrequency: 2 },
  KeywordsOptions: { method: "textrank" },
  EntityOptions: { kinds: ["person"] },
  WitnessesOptions: { base: "004-1" },
  ExportOptions: { language: "en", passage: "#/read/{id}?at={start}-{end}" },
  SourcesOptions: { partners: 2, minRun: 6 },
  PreviewOptions: { parts: ["國家", "主席"], tag: "n", frequency: undefined, place: undefined },
  RegionalOptions: { filter: "早晨", changed: true },
  SegmentOptions: { mode: "search" },
  Units: { mode: "accurate", terms: "coarse" },
};
const COMMON = {
  scope: ["003-1", "004-1"],
  foldVariants: true,
  foldRegional: true,
  ignorePunctuation: true,
  minRun: 8,
  limit: 9,
  mode: "character",
  terms: "fine",
};

/// The arguments before the options of each function, in the order of the calls.
const CALLS = {
  stories: [["003-1"]],
  text: ["003-1"],
  segment: ["中國外交部"],
  doubts: ["003-1"],
  frequencyRange: ["合作", "all"],
  entities: [["003-1"]],
  wordList: [],
  keyness: [],
  kwic: [],
  collocates: [],
  ngrams: [],
  phrases: [],
  keywords: ["003-1"],
  measures: [],
  terms: [],
  compare: ["003-1", "004-1"],
  witnesses: [["003-1", "004-1", "000-1"]],
  report: [["003-1", "004-1"]],
  exportComparison: [["003-1", "004-1"], "tei"],
  sources: ["003-1", "all"],
  dotPlot: ["003-1", "004-1"],
  similarity: ["all"],
  events: ["all"],
  facts: [["003-1", "004-1"]],
  "dictionary.preview": ["國家主席"],
  "dictionary.split": ["國家主席", ["國家", "主席"]],
  "dictionary.disable": ["國家主席"],
  "dictionary.enable": ["國家主席"],
  "dictionary.remove": ["國家主席"],
  "dictionary.moveDifference": [
    "003-1",
    "004-1",
    { a: "▲", b: "●", aRange: { start: 1205, end: 1206 }, bRange: { start: 1116, end: 1117 } },
    "fact",
  ],
  "dictionary.import": ["龔正 5 nr\n。\n"],
  "dictionary.addRegional": [["早晨", "早安", "早上", "早晨", "早安"]],
  "dictionary.replaceRegional": [["早晨", "早安", "早上", "早晨", "早安"], ["早晨", "早安", "早上好", "早晨", "早安"]],
  "dictionary.regional": [],
  "dictionary.removeRegional": [["早晨", "早安", "早上好", "早晨", "早安"]],
  "dictionary.importRegional": ["早晨\t早安\n"],
  "dictionary.exportRegional": [],
  "dictionary.clearRegional": [],
  "dictionary.undo": [],
  "dictionary.redo": [],
  "dictionary.list": [],
  "dictionary.export": [],
  "dictionary.clear": [],
  texts: [],
  "session.export": [],
  removeText: ["u1"],
  clear: [],
};

/// Returns a value for every option of a documented type, or for every required one.
function options(name, isWanted = () => true) {
  const known = { ...COMMON, ...OPTIONS[name] };
  return Object.fromEntries(
    interfaces.get(name).filter(isWanted).map((field) => {
      assert.ok(field.name in known, `the test has no value for ${name}.${field.name}`);
      return [field.name, known[field.name]];
    }),
  );
}

const answered = (type) => {
  assert.equal(type.name, "Promise");
  return type.of[0];
};

test("every function of duidu is documented, and every documented one exists", async ({ api }) => {
  const page = await api();
  const found = await page.evaluate(() => {
    const names = (object, prefix) =>
      Object.entries(object).flatMap(([key, value]) => {
        if (typeof value === "function") return [prefix + key];
        return value?.constructor === Object ? names(value, `${prefix}${key}.`) : [];
      });
    return names(duidu, "");
  });
  const documented = functions("Duidu").map(({ path }) => path);
  assert.deepEqual(documented.sort(), found.sort());
  const tried = [...Object.keys(CALLS), "addText", "dictionary.add", "session.import", "session.undo"];
  assert.deepEqual(tried.sort(), documented.sort());
});

test("answers have the documented fields and no others, and documented options are accepted", async ({ open }) => {
  const { page, close } = await open();
  const call = (path, args) =>
    page.evaluate(
      ([path, args]) => {
        const names = path.split(".");
        const owner = names.slice(0, -1).reduce((object, name) => object[name], duidu);
        return owner[names.at(-1)](...args);
      },
      [path, args],
    );
  const faults = [];
  const expect = async (path, args) => {
    const { type } = functions("Duidu").find((one) => one.path === path);
    const value = await call(path, args).catch((error) => assert.fail(`${path}(${JSON.stringify(args)}): ${error}`));
    faults.push(fault(value, answered(type), path));
    return value;
  };
  faults.push(fault(await page.evaluate(() => duidu.ready), { name: "Ready" }, "ready"));
  await expect("dictionary.add", ["外交部發言人", { tag: "n" }]);
  await expect("dictionary.add", ["外交", { place: { id: "003-1", start: 0, end: 2 } }]);
  const add = { name: "a.txt", encoding: "big5", paper: "晨報", date: "2025-01-02", series: "本地", split: true };
  const keys = interfaces.get("AddTextOptions").map(({ name }) => name);
  assert.deepEqual([...Object.keys(add), "text", "bytes"].sort(), keys.sort());
  await expect("addText", [{ ...add, text: "渡輪開航\n本報訊　渡輪昨日開航。\ud800" }]);
  const session = await call("session.export", []);
  await expect("session.import", [session]);
  for (const [path, args] of Object.entries(CALLS)) {
    const { parameters } = functions("Duidu").find((one) => one.path === path);
    const given = parameters.find(({ name }) => name === "options");
    assert.equal(args.length + (given ? 1 : 0), parameters.length, `${path} has other arguments`);
    const required = (field) => !field.optional;
    await expect(path, given && required(given) ? [...args, options(given.type.name, required)] : args);
    // An edit of the dictionary is made once; its options are those of the preview.
    const isEdit = path.startsWith("dictionary.") && path !== "dictionary.preview";
    if (given && !isEdit) await expect(path, [...args, options(given.type.name)]);
  }
  // The calls above end with everything cleared, so that the file brings something now.
  await expect("session.import", [session]);
  await expect("session.undo", []);
  await close();
  assert.deepEqual(faults.filter(Boolean), []);
});

test("every error of the code is documented by its name", () => {
  const names = ["engine/error.rs", "worker/failure.rs", "ingest/page/edit.rs"].flatMap((file) => {
    const source = readFileSync(join(ROOT, "src", file), "utf8");
    return [...source.matchAll(/=> "([A-Z]\w+)"/g)].map(([, name]) => name);
  });
  const source = readFileSync(join(ROOT, "src/ingest/source.rs"), "utf8");
  const files = [...source.slice(source.indexOf("pub enum FileError")).matchAll(/^ {4}([A-Z]\w+)[,( {]/gm)];
  const all = [...new Set([...names, ...files.map(([, name]) => name), "InvalidArgument", "NotKept", "NotCleared", "Cancelled"])];
  assert.ok(all.length > 40, `${all}`);
  assert.deepEqual(all.filter((name) => !DOCS.includes(`\`${name}\``)), []);
});

test("every example of the documentation runs", async ({ open }) => {
  const { page, close } = await open();
  const examples = blocks("js");
  assert.ok(examples.length >= 8);
  for (const example of examples) {
    await page.evaluate((example) => {
      const Async = (async () => undefined).constructor;
      return new Async(example)();
    }, example).catch((error) => assert.fail(`${example}\n${error}`));
  }
  await close();
});
