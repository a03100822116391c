// What must be there after the browser was killed: for each text and each word, all the states that what was confirmed
// leaves open. A state is a string; a thing that is not there has none.
import assert from "node:assert/strict";

const NOTHING = "nothing";
const KINDS = ["text", "word"];

export class Expected {
  /// The open states of each thing, by kind and name.
  #states = { text: new Map(), word: new Map() };
  /// Groups of changes that come whole or not at all, and are not confirmed.
  #groups = new Set();
  /// The text that each number of a page was given to.
  #owners = new Map();
  /// Texts of sessions: each asks for the number it had, and gets it where no other text has it.
  #restored = new Set();

  /// The names of the things of a kind that are surely there, with their states.
  sure(kind) {
    const entries = [...this.#states[kind]].map(([name, states]) => [name, [...states]]);
    return entries.filter(([, states]) => states.length === 1 && states[0] !== NOTHING).map(([name, [state]]) => ({ name, state }));
  }

  /// Something was asked for that makes each change of each group; a group comes whole or not at all. Gives what to do
  /// when it is confirmed. Until the next check no other change may concern the same things.
  asked(groups) {
    for (const { kind, name, state, restored } of groups.flat()) {
      const states = this.#states[kind].get(name) ?? new Set([NOTHING]);
      if (restored) this.#restored.add(name);
      assert.equal(states.size, 1, `${name} is changed twice at once`);
      this.#states[kind].set(name, new Set([...states, state ?? NOTHING]));
    }
    for (const group of groups) this.#groups.add(group);
    return () => {
      for (const { kind, name, state } of groups.flat()) this.#states[kind].set(name, new Set([state ?? NOTHING]));
      for (const group of groups) this.#groups.delete(group);
    };
  }

  /// Compares what is there with what must be, and takes it for what is sure from now on.
  check({ texts, words }) {
    const found = { text: new Map(texts.map(({ name, state }) => [name, state])), word: new Map(words.map(({ name, state }) => [name, state])) };
    assert.deepEqual([found.text.size, found.word.size], [texts.length, words.length], "nothing is there twice");
    for (const { name, id } of texts) {
      if (!this.#restored.has(name)) assert.equal(this.#owners.get(id) ?? name, name, `${id} is given to one text only`);
      this.#owners.set(id, name);
    }
    const wrong = [];
    for (const kind of KINDS) {
      for (const name of new Set([...found[kind].keys(), ...this.#states[kind].keys()])) {
        const open = [...(this.#states[kind].get(name) ?? [NOTHING])];
        const state = found[kind].get(name) ?? NOTHING;
        if (!open.includes(state)) wrong.push(`the ${kind} ${name} is ${state}; after what was confirmed it is ${open.join(" or ")}`);
      }
    }
    assert.deepEqual(wrong, [], "what was confirmed is there");
    for (const group of this.#groups) {
      const done = group.filter(({ kind, name, state }) => (found[kind].get(name) ?? NOTHING) === (state ?? NOTHING));
      const names = (changes) => changes.map(({ name }) => name).join(", ");
      assert.ok([0, group.length].includes(done.length), `of ${names(group)} only ${names(done)} came through`);
    }
    this.#groups.clear();
    for (const kind of KINDS) this.#states[kind] = new Map([...found[kind]].map(([name, state]) => [name, new Set([state])]));
  }
}
