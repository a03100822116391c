//! Stories that are in a collection twice, letter for letter or nearly.

use rustc_hash::{FxHashMap, FxHashSet};

use super::lists::Lists;
use super::shingles::{hashes, letters};
use crate::text::{Span, saturating_u32};

/// Minimum share of the letters of both stories that are in runs they have in common.
const NEAR: f64 = 0.9;

/// The length of a run in letters. A word put in place of another breaks as many runs as it is long and this.
const RUN: usize = 5;

/// One run in this many is looked up, the same ones in every story.
const SAMPLED: u64 = 4;

/// Minimum share of the looked-up runs of a story that another one has, for both to be compared letter by letter.
const HINT: f64 = 0.4;

/// Maximum number of stories that a run leads to; one that more of them have is a formula.
const MOST_HOLDERS: usize = 64;

/// Minimum number of letters of a story: two notices of one line are often the same and no copies.
const LEAST: usize = 30;

/// A story that is there a second time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Twin {
    /// The story asked about, by its place.
    pub story: usize,
    /// The story it is the twin of.
    pub of: usize,
    /// The share of the letters of either story that the other one has too, the lower of the two, 0 to 1.
    pub share: f64,
}

/// Finds the twins of some of the stories, which are given by their texts and sentences; `asked` are places in rising
/// order. Of two that are both asked about, the later one is the twin. Punctuation, variants and script make no
/// difference. Each story has at most one twin, the closest.
///
/// The work grows with the letters of all stories.
pub fn twins<'a>(stories: impl Iterator<Item = (&'a str, Vec<Span>)>, asked: &[usize]) -> Vec<Twin> {
    let mut texts = Lists::default();
    for (text, sentences) in stories {
        texts.push(letters(text, &sentences));
    }
    let holders = holders(&texts, asked);
    let mut best: FxHashMap<usize, (usize, f64)> = FxHashMap::default();
    for (of, own) in texts.iter().enumerate().filter(|(_, own)| own.len() >= LEAST) {
        let mut runs = None;
        for story in candidates(own, &holders) {
            // Two new stories are twins once.
            if story == of || (asked.binary_search(&of).is_ok() && of > story) {
                continue;
            }
            let share = common(texts.get(story), own, &mut runs);
            let known = best.get(&story).map_or(0.0, |&(_, share)| share);
            if share >= NEAR && share > known {
                best.insert(story, (of, share));
            }
        }
    }
    let found = |&story: &usize| best.get(&story).map(|&(of, share)| Twin { story, of, share });
    asked.iter().filter_map(found).collect()
}

/// Returns the looked-up runs of the stories asked about, with the places of the stories that have them.
fn holders(texts: &Lists<char>, asked: &[usize]) -> FxHashMap<u64, Vec<usize>> {
    let mut holders: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    for &story in asked {
        let own = texts.get(story);
        for hash in sample(own).filter(|_| own.len() >= LEAST) {
            let known = holders.entry(hash).or_default();
            if known.last() != Some(&story) && known.len() < MOST_HOLDERS {
                known.push(story);
            }
        }
    }
    holders
}

/// Returns the stories that have many of the runs of a story, in rising order.
fn candidates(own: &[char], holders: &FxHashMap<u64, Vec<usize>>) -> Vec<usize> {
    let mut hits: FxHashMap<usize, u32> = FxHashMap::default();
    let mut looked_up = 0_u32;
    for hash in sample(own) {
        looked_up = looked_up.saturating_add(1);
        for &story in holders.get(&hash).into_iter().flatten() {
            let hit = hits.entry(story).or_default();
            *hit = hit.saturating_add(1);
        }
    }
    let enough = f64::from(looked_up) * HINT;
    let mut found: Vec<usize> =
        hits.into_iter().filter(|&(_, hits)| f64::from(hits) >= enough).map(|(story, _)| story).collect();
    found.sort_unstable();
    found
}

fn sample(letters: &[char]) -> impl Iterator<Item = u64> + '_ {
    hashes(letters, RUN).filter(|hash| (hash >> 7).is_multiple_of(SAMPLED))
}

/// Returns the share of the letters of two stories in runs that both have, the lower of the two, 0 to 1, or 0 if they are no
/// twins. `runs` are those of `other`, once they are needed.
fn common(one: &[char], other: &[char], runs: &mut Option<FxHashSet<u64>>) -> f64 {
    // A story and one twice as long are no twins, even if the longer one says everything twice.
    if one.len().min(other.len()) < one.len().max(other.len()) / 2 {
        return 0.0;
    }
    if one == other {
        return 1.0;
    }
    let share = covered(one, runs.get_or_insert_with(|| runs_of(other)));
    if share < NEAR { 0.0 } else { share.min(covered(other, &runs_of(one))) }
}

fn runs_of(letters: &[char]) -> FxHashSet<u64> {
    hashes(letters, RUN).collect()
}

/// Returns the share of the letters of a story in some runs, 0 to 1.
fn covered(own: &[char], runs: &FxHashSet<u64>) -> f64 {
    let (mut covered, mut end) = (0_usize, 0_usize);
    for (start, _) in hashes(own, RUN).enumerate().filter(|(_, hash)| runs.contains(hash)) {
        let next = start.saturating_add(RUN);
        covered = covered.saturating_add(next.saturating_sub(start.max(end)));
        end = next;
    }
    let of = |letters: usize| f64::from(saturating_u32(letters));
    if own.is_empty() { 0.0 } else { of(covered) / of(own.len()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::sentences;
    use proptest::prelude::*;

    fn found(texts: &[String], asked: &[usize]) -> Vec<Twin> {
        let stories = texts.iter().map(|text| (text.as_str(), sentences(text, Span::new(0, text.len()))));
        twins(stories, asked)
    }

    /// Returns a text of letters that do not repeat.
    fn text(first: u32, letters: u32) -> String {
        let letters = (first..first + letters).filter_map(char::from_u32);
        letters.chain(['。']).collect()
    }

    #[test]
    fn the_same_text_is_a_twin_and_the_later_of_two_new_ones() {
        let texts =
            [text(0x4e00, 80), text(0x5e00, 80), text(0x4e00, 80), text(0x5e00, 80), text(0x5e00, 80)];
        let twins = found(&texts, &[2, 3, 4]);
        let pairs: Vec<_> = twins.iter().map(|twin| (twin.story, twin.of)).collect();
        assert_eq!(pairs, [(2, 0), (3, 1), (4, 1)]);
        assert!(twins.iter().all(|twin| twin.share == 1.0));
        assert_eq!(found(&texts, &[1]).iter().map(|twin| twin.of).collect::<Vec<_>>(), [3]);
        let both = found(&[text(0x4e00, 80), text(0x4e00, 80)], &[0, 1]);
        assert_eq!(both.iter().map(|twin| (twin.story, twin.of)).collect::<Vec<_>>(), [(1, 0)]);
    }

    #[test]
    fn a_text_with_other_words_here_and_there_is_near_and_half_of_one_is_not() {
        let whole = text(0x4e00, 200);
        let changed: String =
            whole.chars().enumerate().map(|(at, c)| if at % 60 == 30 { '甲' } else { c }).collect();
        let half = text(0x4e00, 100);
        let texts = [whole.clone(), changed, half, format!("{whole}{}", text(0x6e00, 150))];
        let near = found(&texts, &[1, 2, 3]);
        assert_eq!(near.len(), 1);
        assert_eq!((near[0].story, near[0].of), (1, 0));
        assert!((NEAR..1.0).contains(&near[0].share), "{}", near[0].share);
    }

    #[test]
    fn short_lines_have_no_twins() {
        assert_eq!(found(&[text(0x4e00, 12), text(0x4e00, 12)], &[1]), []);
    }

    proptest! {
        #[test]
        fn the_share_is_that_of_the_letters_in_common_runs(one in "[甲乙]{0,40}", other in "[甲乙]{0,40}") {
            let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
            let is_in = |at: usize| {
                let runs = one.windows(RUN).enumerate().filter(|(start, _)| (*start..start + RUN).contains(&at));
                runs.into_iter().any(|(_, run)| other.windows(RUN).any(|found| found == run))
            };
            let letters = (0..one.len()).filter(|&at| is_in(at)).count();
            let expected = if one.is_empty() { 0.0 } else { letters as f64 / one.len() as f64 };
            prop_assert!((covered(&one, &runs_of(&other)) - expected).abs() < 1e-12);
        }
    }
}
