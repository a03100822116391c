// Answers as JavaScript values. Written in JavaScript because making a hundred thousand small objects across the border of
// WebAssembly took most of the time of a call (`cargo xtask bench` shows the whole).

/// Returns the tokens of a text as objects.
export function tokens(text, starts, ends, tags, names) {
  const made = new Array(starts.length);
  for (let i = 0; i < made.length; i += 1) {
    made[i] = { word: text.slice(starts[i], ends[i]), start: starts[i], end: ends[i], tag: names[tags[i]] };
  }
  return made;
}

/// Returns the value that JSON in UTF-8 says.
export function parsed(json) {
  return JSON.parse(new TextDecoder().decode(json));
}
