// Short pairs of texts with edits planted at known places, and a score of the differences found in them.

const REPLACED = ["改動", "修訂", "另擬"];
const ADDED = ["昨日", "再次", "進一步", "有關"];
const MARKS = { "，": "、", "。": "！", "、": "，" };

/// Returns a paragraph and an edited copy, with the place of each edit in the paragraph. Words of two and more letters
/// are replaced, left out or inserted, and punctuation marks are replaced, well apart from each other.
export function pair(text, below) {
  const chars = [...text];
  const edits = [];
  let edited = "";
  for (let at = 0; at < chars.length; at += 1) {
    const plain = (from, to) => chars.slice(from, to).every((c) => /\p{Script=Han}/u.test(c));
    const free = at > 4 && at < chars.length - 6 && (edits.length === 0 || at - edits.at(-1).end > 8);
    if (free && chars[at] in MARKS && below(4) === 0) {
      edits.push({ start: at, end: at + 1 });
      edited += MARKS[chars[at]];
    } else if (free && plain(at, at + 2) && below(12) === 0) {
      const what = below(3);
      if (what === 0) {
        edits.push({ start: at, end: at + 2 });
        at += 1;
      } else if (what === 1) {
        edits.push({ start: at, end: at + 2 });
        edited += REPLACED[below(REPLACED.length)];
        at += 1;
      } else {
        edits.push({ start: at, end: at });
        edited += ADDED[below(ADDED.length)] + chars[at];
      }
    } else edited += chars[at];
  }
  return { a: text, b: edited, edits };
}

/// Computes recall and precision of lists of places in the first text. A place finds an edit if it is at most one
/// character away and at most twice as long plus two characters; it finds one edit only.
export function score(pairs, found) {
  let [planted, reported, right] = [0, 0, 0];
  for (const [at, { edits }] of pairs.entries()) {
    const open = [...edits];
    planted += edits.length;
    reported += found[at].length;
    for (const { start, end } of found[at]) {
      const near = (edit) =>
        start <= edit.end + 1 && edit.start <= end + 1 && end - start <= 2 * (edit.end - edit.start) + 2;
      const hit = open.findIndex(near);
      if (hit >= 0) {
        open.splice(hit, 1);
        right += 1;
      }
    }
  }
  return { planted, recall: right / planted, precision: right / reported };
}
