//! Every story of a scope held against every other: how much of it stands there, and how alike their words are.

use rustc_hash::FxHashMap;

use super::shingles::{Shingles, letters};
use crate::text::Span;

/// One story as the matrix needs it.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// The text the sentences point into.
    pub text: &'a str,
    /// Its sentences of running text.
    pub sentences: &'a [Span],
    /// Its words: each once, by a number that all stories share, with how often it stands there; in rising order.
    pub words: &'a [(u32, u32)],
}

/// How alike the stories of a scope are. Rows and columns are in the order the stories were given in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Matrix {
    stories: usize,
    letters: Vec<usize>,
    reuse: Vec<f64>,
    discounted: Vec<f64>,
    cosine: Vec<f64>,
    /// For each story the number of its group: stories on one event, by what they share. Groups are numbered in the
    /// order of their first stories.
    pub groups: Vec<u32>,
}

/// The least run, in letters, that counts as taken over when the reader says nothing else. Chinese set phrases and
/// titles of office with a name are shorter, as a rule.
pub const MINIMUM_RUN: u32 = 10;

/// From this share of one found in the other two stories are on one event.
pub const SAME_EVENT: f64 = 0.25;

impl Matrix {
    /// Holds all stories against all. `on_progress` is told after each story how many are done.
    ///
    /// *Reuse* is the share of a story's letters that lie in runs of at least `minimum` letters which stand in the other
    /// story too, 0 to 1; punctuation, variants and script make no difference. *Discounted* is the same with each letter
    /// counted 1 / (1 + g), where g is the number of groups beside the two stories' own in which its run stands: what
    /// unrelated stories say as well is a formula and no copy. *Cosine* is that of the words' frequencies, each weighted
    /// by ln(1 + N / n) for a word that stands in n of N stories (Manning, Raghavan and Schütze 2008, 6.3), 0 to 1.
    ///
    /// The work grows with the letters of all stories and the number of pairs that share a run.
    pub fn new(entries: &[Entry<'_>], minimum: u32, mut on_progress: impl FnMut(u32)) -> Self {
        let stories = entries.len();
        let texts: Vec<Vec<char>> =
            entries.iter().map(|entry| letters(entry.text, entry.sentences)).collect();
        let length = (minimum as usize).max(1);
        let shingles = Shingles::new(&texts, length);
        let mut matrix = Self {
            stories,
            letters: texts.iter().map(Vec::len).collect(),
            reuse: vec![0.0; stories * stories],
            discounted: vec![0.0; stories * stories],
            cosine: cosines(entries),
            groups: vec![0; stories],
        };
        let first = firsts(&texts);
        for story in 0..stories {
            let row = if first[story] < story {
                same_as(&matrix.reuse[first[story] * stories..][..stories], first[story], story)
            } else {
                shares(&shingles, length, texts[story].len(), story, stories, |_, _| 1.0)
            };
            matrix.reuse[story * stories..][..stories].copy_from_slice(&row);
        }
        matrix.groups = matrix.grouped();
        let spread = spread(&shingles, &matrix.groups);
        for (story, done) in (0..stories).zip(1..) {
            let groups = &matrix.groups;
            let weight = |run: u32, other: usize| {
                let own = if groups[story] == groups[other] { 1 } else { 2 };
                1.0 / f64::from(1 + spread[run as usize].saturating_sub(own))
            };
            let row = if first[story] < story {
                same_as(&matrix.discounted[first[story] * stories..][..stories], first[story], story)
            } else {
                shares(&shingles, length, texts[story].len(), story, stories, weight)
            };
            matrix.discounted[story * stories..][..stories].copy_from_slice(&row);
            on_progress(done);
        }
        matrix
    }

    /// How many stories there are.
    pub fn len(&self) -> usize {
        self.stories
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.stories == 0
    }

    /// The share of story `i` found in story `j`, 0 to 1.
    pub fn reuse(&self, i: usize, j: usize) -> f64 {
        self.reuse[i * self.stories + j]
    }

    /// The same with formulae discounted.
    pub fn discounted(&self, i: usize, j: usize) -> f64 {
        self.discounted[i * self.stories + j]
    }

    /// The share of the letters of both stories together that stand in the other one, formulae discounted, 0 to 1; the
    /// same for `(j, i)`. A short text that is quoted whole in a long one is not as close as two versions of one text.
    pub fn shared(&self, i: usize, j: usize) -> f64 {
        let (own, other) = (self.letters[i] as f64, self.letters[j] as f64);
        // Halves in one order for both directions, so that both give the same bits.
        let (first, second) = (i.min(j), i.max(j));
        let found = self.discounted(first, second) * self.letters[first] as f64
            + self.discounted(second, first) * self.letters[second] as f64;
        if own + other > 0.0 { found / (own + other) } else { 0.0 }
    }

    /// How alike the words are, 0 to 1; the same for `(j, i)`.
    pub fn cosine(&self, i: usize, j: usize) -> f64 {
        self.cosine[i * self.stories + j]
    }

    /// Stories joined where one has enough of the other, by way of a third too.
    fn grouped(&self) -> Vec<u32> {
        let mut parent: Vec<usize> = (0..self.stories).collect();
        fn root(parent: &mut [usize], mut at: usize) -> usize {
            while parent[at] != at {
                parent[at] = parent[parent[at]];
                at = parent[at];
            }
            at
        }
        for i in 0..self.stories {
            for j in 0..i {
                if self.reuse(i, j).max(self.reuse(j, i)) >= SAME_EVENT {
                    let (x, y) = (root(&mut parent, i), root(&mut parent, j));
                    parent[x.max(y)] = x.min(y);
                }
            }
        }
        let mut numbers = vec![None; self.stories];
        let mut next = 0;
        (0..self.stories)
            .map(|story| {
                let root = root(&mut parent, story);
                *numbers[root].get_or_insert_with(|| {
                    next += 1;
                    next - 1
                })
            })
            .collect()
    }
}

/// For each story the first one that has the same letters, and so the same row: a scope may hold one story a thousand
/// times.
fn firsts(texts: &[Vec<char>]) -> Vec<usize> {
    let mut seen = FxHashMap::default();
    texts.iter().enumerate().map(|(story, text)| *seen.entry(text.as_slice()).or_insert(story)).collect()
}

/// The row of a story that has the same letters as `first`: what that one finds in this, this one finds in that.
fn same_as(row: &[f64], first: usize, story: usize) -> Vec<f64> {
    let mut row = row.to_vec();
    row.swap(first, story);
    row
}

/// In how many groups each run stands.
fn spread(shingles: &Shingles, groups: &[u32]) -> Vec<u32> {
    let runs = u32::try_from(shingles.len()).unwrap_or(u32::MAX);
    let mut found = Vec::new();
    (0..runs)
        .map(|run| {
            found.clear();
            found.extend(shingles.stories(run).iter().map(|&story| groups[story as usize]));
            found.sort_unstable();
            found.dedup();
            u32::try_from(found.len()).unwrap_or(u32::MAX)
        })
        .collect()
}

/// The share of one story's letters that stand in each of the others, letters weighted by the run that first covers
/// them.
fn shares(
    shingles: &Shingles,
    length: usize,
    letters: usize,
    story: usize,
    stories: usize,
    weight: impl Fn(u32, usize) -> f64,
) -> Vec<f64> {
    let mut covered_to = vec![0_usize; stories];
    let mut sums = vec![0.0_f64; stories];
    for (place, &run) in shingles.of[story].iter().enumerate() {
        let holders = shingles.stories(run);
        if holders.len() < 2 {
            continue;
        }
        for &other in holders {
            let other = other as usize;
            if other != story {
                let new = place + length - covered_to[other].max(place);
                sums[other] += new as f64 * weight(run, other);
                covered_to[other] = place + length;
            }
        }
    }
    let mut row: Vec<f64> =
        sums.into_iter().map(|sum| if letters == 0 { 0.0 } else { sum / letters as f64 }).collect();
    row[story] = if letters == 0 { 0.0 } else { 1.0 };
    row
}

/// The cosine of every pair, row by row.
fn cosines(entries: &[Entry<'_>]) -> Vec<f64> {
    let stories = entries.len();
    let words =
        entries.iter().flat_map(|entry| entry.words).map(|&(word, _)| word as usize + 1).max().unwrap_or(0);
    let mut holders: Vec<Vec<(u32, f64)>> = vec![Vec::new(); words];
    for (story, entry) in (0..).zip(entries) {
        for &(word, count) in entry.words {
            holders[word as usize].push((story, f64::from(count)));
        }
    }
    let mut norms = vec![0.0_f64; stories];
    for of_word in &mut holders {
        let rarity = libm::log(1.0 + stories as f64 / of_word.len().max(1) as f64);
        for (story, weight) in of_word {
            *weight *= rarity;
            norms[*story as usize] += *weight * *weight;
        }
    }
    let norms: Vec<f64> = norms.into_iter().map(libm::sqrt).collect();
    let mut all = vec![0.0; stories * stories];
    for of_word in &holders {
        for (at, &(i, own)) in of_word.iter().enumerate() {
            let row = &mut all[i as usize * stories..(i as usize + 1) * stories];
            for &(j, other) in &of_word[at..] {
                row[j as usize] += own * other;
            }
        }
    }
    for i in 0..stories {
        for j in i..stories {
            let both = norms[i] * norms[j];
            let cosine = if both > 0.0 { (all[i * stories + j] / both).clamp(0.0, 1.0) } else { 0.0 };
            (all[i * stories + j], all[j * stories + i]) = (cosine, cosine);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matrix(texts: &[&str], minimum: u32) -> Matrix {
        let sentences: Vec<[Span; 1]> = texts.iter().map(|text| [Span::new(0, text.len())]).collect();
        let words: Vec<Vec<(u32, u32)>> = texts
            .iter()
            .map(|text| {
                let mut all: Vec<(u32, u32)> = Vec::new();
                let mut letters: Vec<u32> = text.chars().map(u32::from).collect();
                letters.sort_unstable();
                for run in letters.chunk_by(|x, y| x == y) {
                    all.push((run[0], run.len() as u32));
                }
                all
            })
            .collect();
        let entries: Vec<Entry<'_>> = texts
            .iter()
            .enumerate()
            .map(|(n, text)| Entry { text, sentences: &sentences[n], words: &words[n] })
            .collect();
        Matrix::new(&entries, minimum, |_| ())
    }

    #[test]
    fn shares_are_read_from_the_row_to_the_column() {
        let matrix = matrix(&["甲乙丙丁戊己", "庚甲乙丙辛壬癸子", "丑寅"], 3);
        // Three of six letters; three of eight.
        assert_eq!((matrix.reuse(0, 1), matrix.reuse(1, 0)), (0.5, 0.375));
        assert_eq!((matrix.reuse(0, 0), matrix.reuse(0, 2), matrix.reuse(2, 1)), (1.0, 0.0, 0.0));
        assert_eq!(matrix.groups, [0, 0, 1]);
        assert_eq!(matrix.cosine(0, 1), matrix.cosine(1, 0));
        assert!(matrix.cosine(0, 1) > 0.0 && matrix.cosine(0, 2) == 0.0);
    }

    #[test]
    fn what_many_unrelated_stories_say_is_discounted_and_a_copy_is_not() {
        let formula = "在新形勢下";
        let bodies = [
            "春眠不覺曉處處聞啼鳥夜來風雨聲",
            "白日依山盡黃河入海流欲窮千里目",
            "牀前明月光疑是地上霜舉頭望明月",
        ];
        let mut texts: Vec<String> = bodies.iter().map(|body| format!("{body}{formula}{body}")).collect();
        texts.push(format!("{}。{}", bodies[0], "其他的內容"));
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let matrix = matrix(&texts, 5);
        // The formula stands in three groups: of the two stories' own and one more.
        assert!((matrix.discounted(0, 1) - matrix.reuse(0, 1) / 2.0).abs() < 1e-12);
        // The copied body stands in one group only.
        assert_eq!(matrix.groups, [0, 1, 2, 0]);
        assert_eq!(matrix.discounted(3, 0), matrix.reuse(3, 0));
        assert_eq!(matrix.discounted(0, 3), matrix.reuse(0, 3));
    }

    #[test]
    fn no_stories_and_empty_ones_give_no_nonsense() {
        assert!(matrix(&[], 5).is_empty());
        let matrix = matrix(&["", "甲乙丙丁戊己"], 3);
        assert_eq!((matrix.reuse(0, 0), matrix.reuse(0, 1), matrix.reuse(1, 1)), (0.0, 0.0, 1.0));
        assert_eq!((matrix.cosine(0, 0), matrix.cosine(1, 1)), (0.0, 1.0));
    }
}
