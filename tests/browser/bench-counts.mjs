// Measures the time the worker takes for each question that counts, over the bundled stories.
import { visit } from "./chrome.mjs";

/// Returns the questions, over all stories, in the largest form that a view asks. `word` is a frequent word of two
/// characters.
const questions = (word) => [
  ["word list, all rows", "wordList", {}],
  ["word list, all rows with their stories", "wordList", { byStory: true }],
  ["the same, writings grouped", "wordList", { byStory: true, foldVariants: true }],
  ["word list by regex", "wordList", { filter: { pattern: `/.*[${word}].*/` } }],
  ["keyness, one page against all", "keyness", { target: { page: "003" }, reference: "all" }],
  ["concordance of a frequent word", "kwic", { node: word, context: 20 }],
  ["the same by L1 L2 L3, 10 words", "kwic", { node: word, unit: "word", context: 10, sort: ["L1", "L2", "L3"] }],
  ["the same, near 的", "kwic", { node: word, context: 20, near: { word: "的" } }],
  ["concordance of a wildcard", "kwic", { node: `*${word.at(-1)}`, context: 20 }],
  ["concordance of a regex", "kwic", { node: `/.+[${word}]/`, context: 20 }],
  ["concordance of a hostile regex", "kwic", { node: `/((((.*)*)*)*)*${word}x/`, context: 20 }],
  ["concordance of two parts of speech", "kwic", { node: "[tag=v*] [tag=n*]", context: 20 }],
  ["collocates of a frequent word", "collocates", { node: word }],
  ["collocates of 的", "collocates", { node: "的" }],
  ["n-grams of 2 to 4", "ngrams", {}],
  ["phrases", "phrases", {}],
  ["keywords by TF-IDF", "keywords", "003-1", { method: "tfidf" }],
  ["keywords by TextRank", "keywords", "003-1", { method: "textrank" }],
  ["measures of all stories", "measures", {}],
  ["terms", "terms", {}],
];

/// Prints a table with two times for each question: that of the worker, from the message with the query to the message
/// with the answer, and that of a waiting script. "First" is the answer after a change of the stories, when nothing is
/// prepared for counting yet.
export async function benchCounts(page, runs) {
  // This view sends no query when stories change.
  await visit(page, "#/about");
  const [worker] = page.workers();
  await worker.evaluate(() => {
    globalThis.asked = 0;
    globalThis.taken = 0;
    const answer = self.onmessage;
    self.onmessage = (event) => {
      asked = performance.now();
      answer.call(self, event);
    };
    const post = self.postMessage;
    self.postMessage = (...message) => {
      taken = performance.now() - asked;
      post.apply(self, message);
    };
  });
  const word = await page.evaluate(async () => {
    const rows = await duidu.wordList({ stopWords: true, filter: { minLength: 2, maxLength: 2 }, limit: 1 });
    return rows[0].word;
  });
  /// Returns the time a call took the worker, and the time the caller waited.
  const time = async ([, call, ...given]) => {
    const waited = await page.evaluate(
      async ([call, given]) => {
        const start = performance.now();
        await duidu[call](...given);
        return performance.now() - start;
      },
      [call, given],
    );
    return [await worker.evaluate(() => taken), waited];
  };
  const changeStories = () =>
    page.evaluate(async () => {
      const { stories } = await duidu.addText({ name: "empty", text: "。", split: false });
      await duidu.removeText(stories[0].split("-")[0]);
      await duidu.stories();
      await duidu.stories("all", { terms: "coarse" });
    });
  console.log("\n### Counting, over the stories that come with the app (least of several runs)\n");
  console.log("| question | worker, first ms | worker, again ms | a script waits, again ms |\n|---|---:|---:|---:|");
  for (const question of questions(word)) {
    let [first, again, waited] = [Infinity, Infinity, Infinity];
    for (let run = 0; run < runs; run += 1) {
      await changeStories();
      first = Math.min(first, (await time(question))[0]);
      const [took, whole] = await time(question);
      [again, waited] = [Math.min(again, took), Math.min(waited, whole)];
    }
    console.log(`| ${question[0]} | ${[first, again, waited].map((ms) => ms.toFixed(1)).join(" | ")} |`);
  }
}
