//! The places in other texts where the sentences of one text occur.

use rustc_hash::FxHashMap;

use super::shingles::{hashes, letters};
use crate::text::{OrderBy, Span};

/// A sentence of another text that contains a part of a sentence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StorySource {
    /// The other text, by number.
    pub text: usize,
    /// Its sentence, by number.
    pub sentence: usize,
    /// Share of the first sentence's letters that occur there in runs, 0 to 1.
    pub share: f64,
    /// Likeness, 0 to 1: twice the letters both share over the letters of both.
    pub score: f64,
    /// True if both have the same letters.
    pub identical: bool,
}

/// The places in others where the sentences of one text occur.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FoundSources {
    /// For each sentence its partners, the closest first.
    pub sentences: Vec<Vec<StorySource>>,
    /// For each other text the share of the first text's letters that occur there in runs, 0 to 1.
    pub shares: Vec<f64>,
    /// Share of them that occur in any other text.
    pub share: f64,
}

/// The minimum share of the sentence that a partner has, unless nearly all of the partner occurs in the sentence.
const PART: f64 = 0.3;

/// The share of the partner that is nearly all of it.
const NEARLY_ALL: f64 = 0.8;

/// The maximum number of places of the first text for one run; a more frequent run is no evidence of a source.
const PLACES: usize = 32;

/// Finds the sentences of a text in `others`, each given by its text and its sentences. A run of at least `minimum`
/// letters counts; a sentence shorter than that is found only if it occurs whole.
///
/// At most `most` partners of a sentence are returned. The work grows with the letters of all texts.
pub fn sources(
    text: (&str, &[Span]),
    others: &[(&str, &[Span])],
    minimum: usize,
    most: usize,
) -> FoundSources {
    let own: Vec<Vec<char>> = text.1.iter().map(|&sentence| letters(text.0, &[sentence])).collect();
    let index = RunIndex::new(&own, minimum.max(1));
    let total: usize = own.iter().map(Vec::len).sum();
    let share = |found: usize| if total == 0 { 0.0 } else { found as f64 / total as f64 };
    let mut found = FoundSources { sentences: vec![Vec::new(); own.len()], ..FoundSources::default() };
    let mut anywhere: Vec<Hit> = Vec::new();
    for (number, (other, sentences)) in others.iter().enumerate() {
        let mut there: Vec<Hit> = Vec::new();
        for (sentence, &span) in sentences.iter().enumerate() {
            let letters = letters(other, &[span]);
            let mut hits = index.hits(&letters);
            hits.sort_unstable();
            hits.dedup();
            for of_sentence in hits.chunk_by(|x, y| x.sentence == y.sentence) {
                let Some(at) = of_sentence.first().map(|hit| hit.sentence) else { continue };
                let (Some(own), Some(sources)) = (own.get(at), found.sentences.get_mut(at)) else { continue };
                let covered = covered(of_sentence);
                let source = StorySource {
                    text: number,
                    sentence,
                    share: covered as f64 / own.len() as f64,
                    score: 2.0 * covered.min(letters.len()) as f64
                        / (own.len() as f64 + letters.len() as f64),
                    identical: *own == letters,
                };
                if source.share >= PART || covered as f64 >= NEARLY_ALL * letters.len() as f64 {
                    sources.push(source);
                }
            }
            there.extend(hits);
        }
        there.sort_unstable();
        there.dedup();
        found.shares.push(share(covered_anywhere(&there)));
        anywhere.extend(there);
    }
    anywhere.sort_unstable();
    anywhere.dedup();
    found.share = share(covered_anywhere(&anywhere));
    for sources in &mut found.sentences {
        sources.order_by(|x, y| {
            let place = |source: &StorySource| (source.text, source.sentence);
            (y.identical.cmp(&x.identical))
                .then_with(|| y.score.total_cmp(&x.score))
                .then_with(|| place(x).cmp(&place(y)))
        });
        sources.truncate(most);
    }
    found
}

/// A run of a sentence of the first text that occurs elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Hit {
    sentence: usize,
    start: usize,
    end: usize,
}

/// The runs of the first text.
struct RunIndex {
    length: usize,
    runs: FxHashMap<u64, Vec<Hit>>,
    /// Whole sentences shorter than a run.
    short: FxHashMap<Vec<char>, Vec<usize>>,
}

impl RunIndex {
    fn new(own: &[Vec<char>], length: usize) -> Self {
        let mut index = Self { length, runs: FxHashMap::default(), short: FxHashMap::default() };
        for (sentence, letters) in own.iter().enumerate() {
            if letters.len() < length {
                if !letters.is_empty() {
                    index.short.entry(letters.clone()).or_default().push(sentence);
                }
                continue;
            }
            for (start, hash) in hashes(letters, length).enumerate() {
                let places = index.runs.entry(hash).or_default();
                if places.len() < PLACES {
                    places.push(Hit { sentence, start, end: start.saturating_add(length) });
                }
            }
        }
        index
    }

    /// Returns the runs of the first text that occur in a sentence of another.
    fn hits(&self, letters: &[char]) -> Vec<Hit> {
        if letters.len() < self.length {
            let same = self.short.get(letters).into_iter().flatten();
            return same.map(|&sentence| Hit { sentence, start: 0, end: letters.len() }).collect();
        }
        hashes(letters, self.length).filter_map(|hash| self.runs.get(&hash)).flatten().copied().collect()
    }
}

/// Returns the number of letters that sorted runs of one sentence cover.
fn covered(hits: &[Hit]) -> usize {
    let mut to = 0;
    let new = hits.iter().map(|hit| {
        let new = hit.end.saturating_sub(hit.start.max(to));
        to = to.max(hit.end);
        new
    });
    new.sum()
}

/// Returns the number of letters that sorted runs of all sentences cover.
fn covered_anywhere(hits: &[Hit]) -> usize {
    hits.chunk_by(|x, y| x.sentence == y.sentence).map(covered).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, others: &[&str]) -> FoundSources {
        let spans = |text: &str| crate::text::sentences(text, Span::new(0, text.len()));
        let own = spans(text);
        let cut: Vec<Vec<Span>> = others.iter().map(|other| spans(other)).collect();
        let others: Vec<(&str, &[Span])> = others.iter().zip(&cut).map(|(t, s)| (*t, &s[..])).collect();
        sources((text, &own), &others, 4, 3)
    }

    #[test]
    fn each_sentence_finds_its_source() {
        let found = found(
            "甲乙丙丁戊己庚辛。春夏秋冬。完。",
            &["壬癸子丑。春夏秋冬。", "甲乙丙丁壬癸子丑。完！", "甲乙丙丁戊己庚辛！春夏秋。"],
        );
        let places: Vec<Vec<(usize, usize)>> =
            found.sentences.iter().map(|of| of.iter().map(|s| (s.text, s.sentence)).collect()).collect();
        assert_eq!(places, [vec![(2, 0), (1, 0)], vec![(0, 1)], vec![(1, 1)]]);
        assert!(found.sentences[0][0].identical && found.sentences[2][0].identical);
        let part = found.sentences[0][1];
        assert_eq!((part.share, part.score, part.identical), (0.5, 0.5, false));
        assert_eq!(found.shares, [4.0 / 13.0, 5.0 / 13.0, 8.0 / 13.0]);
        assert_eq!(found.share, 1.0);
    }

    #[test]
    fn nothing_is_found_of_nothing_and_in_nothing() {
        assert_eq!(found("", &["甲乙丙丁。"]), FoundSources { shares: vec![0.0], ..FoundSources::default() });
        let lost = found("甲乙丙丁。", &["", "戊己庚辛。"]);
        assert_eq!((lost.share, lost.shares), (0.0, vec![0.0, 0.0]));
    }
}
