// What the page is busy with when the browser is killed: sequences of calls of `window.duidu`, each with the changes
// that its confirmation promises.

/// Calls in one sequence: more than there is time for.
const CALLS = 40;

/// What a text of a name says. It has a headline and two paragraphs, and none says the same as another.
const text = (name) => `${name}號消息\n今日${name}號碼頭有雨，漁船沒有出海。\n${name}號市集照常營業。`;

/// The state of a text: what its stories say.
const stories = (...said) => JSON.stringify(said);
const whole = (name) => stories(text(name));

/// The last paragraph of a text.
export const lastParagraph = (name) => text(name).split("\n").at(-1);

/// The state of a text whose last paragraph was made a story of its own.
export function parted(name) {
  const said = text(name);
  const end = said.lastIndexOf("\n");
  return stories(said.slice(0, end), said.slice(end + 1));
}

/// The state of an entry of the dictionary as `duidu.dictionary.list()` has it.
export const entry = ({ parts = [], tag = "", frequency = null, enabled = true }) =>
  JSON.stringify([parts, tag, frequency, enabled]);

/// Names that were never used: of texts, and of words that are nobody's variants.
export function names() {
  let count = 0;
  const syllable = (number) => String.fromCharCode(0xac00 + number);
  return {
    text: () => `n${(count += 1)}`,
    word: () => syllable(((count += 1) % 1000)) + syllable(1000 + Math.floor(count / 1000)) + "詞",
  };
}

const added = (name) => ({ kind: "text", name, state: whole(name) });
const call = (path, parameters, ...groups) => ({ path, parameters, groups });

/// Texts that are passed as strings and as files of many.
export function imports({ next, random }) {
  return Array.from({ length: CALLS }, () => {
    if (random.chance(0.7)) {
      const name = next.text();
      return call("addText", [{ name, text: text(name) }], [added(name)]);
    }
    const file = `${next.text()}.jsonl`;
    const lines = Array.from({ length: random.between(2, 30) }, (_, n) => `${file}#${n + 1}`);
    const json = lines.map((name) => JSON.stringify({ id: name, text: text(name) })).join("\n");
    // Each of its texts is kept by itself.
    return call("addText", [{ name: file, text: json }], ...lines.map((name) => [added(name)]));
  });
}

/// Words that are said, switched off and on, taken out, and imported together.
export function dictionary({ next, random, expected }) {
  const there = expected.sure("word");
  const one = (path, parameters, name, state) => call(`dictionary.${path}`, parameters, [{ kind: "word", name, state }]);
  return Array.from({ length: CALLS }, () => {
    const known = random.chance(0.5) ? there.splice(random.between(0, Math.max(0, there.length - 1)), 1)[0] : undefined;
    if (known) {
      const [parts, tag, frequency, enabled] = JSON.parse(known.state);
      if (random.chance(0.4)) return one("remove", [known.name], known.name);
      return one(enabled ? "disable" : "enable", [known.name], known.name, entry({ parts, tag, frequency, enabled: !enabled }));
    }
    const word = next.word();
    const cut = [word.slice(0, 2), word.slice(2)];
    switch (random.between(0, 2)) {
      case 0:
        return one("add", [word, { tag: "nr" }], word, entry({ tag: "nr" }));
      case 1:
        return one("split", [word, cut], word, entry({ parts: cut }));
      default: {
        const words = Array.from({ length: random.between(2, 300) }, next.word);
        const group = words.map((name) => ({ kind: "word", name, state: entry({ tag: "n", frequency: 5 }) }));
        return call("dictionary.import", [words.map((name) => `${name} 5 n\n`).join("")], group);
      }
    }
  });
}

/// Texts that are there are taken out, all but those that are edited meanwhile.
export function removals({ random, expected, found, edited }) {
  const there = expected.sure("text").filter(({ name }) => !edited.some((text) => text.name === name));
  const ids = new Map(found.texts.map(({ name, id }) => [name, id]));
  return Array.from({ length: Math.min(CALLS, Math.ceil(there.length / 4)) }, () => {
    const { name, state } = there.splice(random.between(0, there.length - 1), 1)[0];
    const [first, ...more] = JSON.parse(state);
    if (more.length && random.chance(0.7)) {
      return call("removeText", [`${ids.get(name)}-2`], [{ kind: "text", name, state: stories(first) }]);
    }
    return call("removeText", [ids.get(name)], [{ kind: "text", name }]);
  });
}

/// The name of the text that sessions are made of.
export const SAMPLE = "樣本";
export const sample = { name: SAMPLE, text: text(SAMPLE) };

/// Sessions of a few texts and words. Their texts have the numbers that everybody's first texts have.
export function sessions({ next, random, template }) {
  return Array.from({ length: CALLS }, () => {
    const session = JSON.parse(template);
    const page = JSON.stringify(session.pages[0]);
    const texts = Array.from({ length: random.between(1, 8) }, next.text);
    session.pages = texts.map((name) => JSON.parse(page.replaceAll(SAMPLE, name)));
    session.pages.forEach(({ page }, n) => (page.id = `u${n + 1}`));
    const words = Array.from({ length: random.between(1, 8) }, next.word);
    session.dictionary = words.map((name) => `${name} 5 n\n`).join("");
    const group = words.map((name) => ({ kind: "word", name, state: entry({ tag: "n", frequency: 5 }) }));
    return call("session.import", [JSON.stringify(session)], texts.map((name) => ({ ...added(name), restored: true })), group);
  });
}

/// Everything is taken out, first the texts, then the words.
export function clearing({ expected }) {
  const gone = (kind) => expected.sure(kind).map(({ name }) => ({ kind, name }));
  return [call("clear", [], gone("text"), gone("word"))];
}

/// Texts that can be parted, to be edited on the screen.
export function partable({ random, expected, found }) {
  const ids = new Map(found.texts.map(({ name, id }) => [name, id]));
  const whole = expected.sure("text").filter(({ name, state }) => state === stories(text(name)));
  const from = random.between(0, whole.length);
  return whole.slice(from, from + 5).map(({ name }) => ({ name, id: ids.get(name) }));
}
