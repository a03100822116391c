//! The keywords of one story: words typical of its subject. Not keyness, which compares two sets of texts.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::corpus::WordId;

use super::Subcorpus;

/// The window of [`text_rank`]: words within this many positions of each other, both ends counted, are
/// neighbours.
///
/// Mihalcea and Tarau try 2 to 10; 5 is usual for Chinese, where a noun phrase is segmented into more words
/// than in English.
pub const WINDOW: u32 = 5;

/// The share of a score that comes from the neighbours (Brin and Page 1998, as Mihalcea and Tarau set it).
const DAMPING: f64 = 0.85;

/// The change of a score at which it is final. Far below the paper's 0.0001, so that the order of two words
/// never depends on the round of the stop.
const STILL: f64 = 1e-12;

/// Maximum number of rounds. Scores converge by the damping factor each time, so that 200 are always enough.
const ROUNDS: u32 = 200;

/// A word and its weight for the story.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weighted {
    /// The word.
    pub word: WordId,
    /// The weight, greater for better keywords; scales differ between methods.
    pub weight: f64,
}

/// Computes TF-IDF: f · log₁₀(N/df), f being the frequency of a word in the story, N the number of stories
/// loaded and df the number of those that contain the word (Salton and Buckley 1988; as in Manning, Raghavan
/// and Schütze 2008, *Introduction to Information Retrieval*, section 6.2). A word in every story has weight
/// 0. Heaviest first, then by number.
///
/// `range` gives the df of a word, which is at least 1; `is_candidate` tells which positions of the story
/// count.
pub fn tf_idf(
    subcorpus: &Subcorpus,
    story: u32,
    range: impl Fn(WordId) -> u32,
    is_candidate: impl Fn(u32) -> bool,
) -> Vec<Weighted> {
    let mut frequency: FxHashMap<WordId, u32> = FxHashMap::default();
    for position in subcorpus.story(story).filter(|&position| is_candidate(position)) {
        *frequency.entry(subcorpus.word(position)).or_default() += 1;
    }
    let stories = f64::from(subcorpus.stories());
    let weight =
        |word, frequency| f64::from(frequency) * libm::log10(stories / f64::from(range(word).max(1)));
    sorted(
        frequency.into_iter().map(|(word, count)| Weighted { word, weight: weight(word, count) }).collect(),
    )
}

/// Computes TextRank (Mihalcea and Tarau 2004, *EMNLP*, 404–411): candidates are vertices, joined by
/// unweighted edges if they are within [`WINDOW`] positions of each other in the story; S(v) = 0.15 + 0.85 ·
/// Σ S(u)/degree(u) over the neighbours u. Scores are above 0, about 1 on average. Greatest first, then by
/// number.
///
/// Positions count all words, so that words that are no candidates keep their neighbours apart.
pub fn text_rank(subcorpus: &Subcorpus, story: u32, is_candidate: impl Fn(u32) -> bool) -> Vec<Weighted> {
    let places: Vec<u32> = subcorpus.story(story).filter(|&position| is_candidate(position)).collect();
    let mut vertices: Vec<WordId> = places.iter().map(|&position| subcorpus.word(position)).collect();
    vertices.sort_unstable();
    vertices.dedup();
    let vertex = |position: u32| vertices.binary_search(&subcorpus.word(position)).unwrap_or_default();
    let mut edges: FxHashSet<(usize, usize)> = FxHashSet::default();
    for (at, &position) in places.iter().enumerate() {
        for &other in places[at + 1..].iter().take_while(|&&other| other - position < WINDOW) {
            let (a, b) = (vertex(position), vertex(other));
            if a != b {
                edges.extend([(a, b), (b, a)]);
            }
        }
    }
    let mut edges: Vec<(usize, usize)> = edges.into_iter().collect();
    edges.sort_unstable();
    let scores = ranks(vertices.len(), &edges);
    sorted(vertices.into_iter().zip(scores).map(|(word, weight)| Weighted { word, weight }).collect())
}

/// Computes the scores of `vertices` vertices; `edges` holds each edge in both directions, sorted.
fn ranks(vertices: usize, edges: &[(usize, usize)]) -> Vec<f64> {
    let mut degree = vec![0.0; vertices];
    for &(from, _) in edges {
        degree[from] += 1.0;
    }
    let mut scores = vec![1.0; vertices];
    for _ in 0..ROUNDS {
        let mut next = vec![1.0 - DAMPING; vertices];
        for &(to, from) in edges {
            next[to] += DAMPING * scores[from] / degree[from];
        }
        let change = scores.iter().zip(&next).map(|(a, b): (&f64, &f64)| (a - b).abs()).fold(0.0, f64::max);
        scores = next;
        if change <= STILL {
            break;
        }
    }
    scores
}

fn sorted(mut words: Vec<Weighted>) -> Vec<Weighted> {
    words.sort_unstable_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| a.word.cmp(&b.word)));
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::test_support::{Sample, sample};
    use proptest::prelude::*;

    fn forms(sample: &Sample, words: &[Weighted]) -> Vec<(String, f64)> {
        words.iter().map(|one| (sample.vocabulary().form(one.word).to_owned(), one.weight)).collect()
    }

    /// Compares with Manning, Raghavan and Schütze (2008), figure 6.8: of 806,791 documents 18,165 contain
    /// *car*, 6,723 *auto*, 19,241 *insurance* and 25,235 *best*; their idf is 1.65, 2.08, 1.62 and 1.5.
    /// Exercise 6.10 gives *car* 27 times in Doc1.
    #[test]
    fn idf_is_what_manning_printed() {
        for (df, printed) in [(18_165.0, 1.65), (6_723.0, 2.08), (19_241.0, 1.62), (25_235.0, 1.5)] {
            assert!((libm::log10(806_791.0f64 / df) - printed).abs() < 0.006, "{df}");
        }
        let sample = sample(&["甲 甲 乙 丙", "乙", "乙 丙", "乙 丁"]);
        let subcorpus = sample.subcorpus();
        let list = subcorpus.frequencies();
        let range =
            |word| list.words.iter().find(|entry| entry.word == word).map_or(0, |entry| entry.range());
        let found = forms(&sample, &tf_idf(&subcorpus, 0, range, |_| true));
        let expected = [("甲", 2.0 * libm::log10(4.0)), ("丙", libm::log10(2.0)), ("乙", 0.0)];
        assert_eq!(found, expected.map(|(form, weight)| (form.to_owned(), weight)));
    }

    /// Solves a path of three: the middle is m = 0.15 + 0.85·2e, each end e = 0.15 + 0.85·m/2, so m =
    /// 0.405/0.2775. A pair that has only each other scores 1. Mihalcea and Tarau (2004), page 406, print
    /// such scores for their abstract, stopped at a change of 0.0001: *numbers* 1.46 and *inequations* 1.45,
    /// *strict* 0.77, *upper* and *bounds* 0.99.
    #[test]
    fn ranks_are_the_solution_of_the_equations() {
        let path = ranks(3, &[(0, 1), (1, 0), (1, 2), (2, 1)]);
        assert!((path[1] - 0.405 / 0.2775).abs() < 1e-9 && (path[1] - 1.46).abs() < 0.005);
        assert!((path[0] - (0.15 + 0.85 * path[1] / 2.0)).abs() < 1e-9 && path[0] == path[2]);
        assert!((path[0] - 0.77).abs() < 0.005);
        assert_eq!(ranks(2, &[(0, 1), (1, 0)]), [1.0, 1.0]);
        assert_eq!(ranks(1, &[]), [0.15000000000000002]);
    }

    #[test]
    fn words_that_are_no_candidates_keep_their_neighbours_apart() {
        let sample = sample(&["甲/n 乙/n 的 的 的 的 丙/n"]);
        let subcorpus = sample.subcorpus();
        let noun = crate::segment::Tag::named("n").number();
        let found = forms(&sample, &text_rank(&subcorpus, 0, |at| subcorpus.tag(at) == noun));
        assert_eq!(found.iter().map(|(form, _)| form.as_str()).collect::<Vec<_>>(), ["甲", "乙", "丙"]);
        assert!((found[0].1 - 1.0).abs() < 1e-9 && (found[2].1 - 0.15).abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn scores_add_up_to_their_number_where_each_has_a_neighbour(text in "([甲乙丙丁戊] ){2,30}") {
            let sample = sample(&[&text]);
            let found = text_rank(&sample.subcorpus(), 0, |_| true);
            prop_assume!(found.len() > 1);
            let sum: f64 = found.iter().map(|one| one.weight).sum();
            prop_assert!((sum - found.len() as f64).abs() < 1e-6);
            prop_assert!(found.is_sorted_by(|a, b| a.weight >= b.weight));
        }
    }
}
