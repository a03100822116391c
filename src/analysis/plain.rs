//! The occurrences of characters in the plain text, whatever the words are.

use std::ops::Range;

use crate::corpus::Document;
use crate::text::{Span, fold_char};

use super::node::TextPattern;
use super::{Occurrence, Subcorpus};

/// Finds every occurrence of a pattern in the blocks of the subcorpus, in order; `stories` are those it was made of. An
/// occurrence lies in one block and has the words that it touches; without one, it is between two words. Time is linear
/// in the length of the text, whatever the pattern.
pub fn plain_occurrences(
    subcorpus: &Subcorpus,
    stories: &[&Document],
    pattern: &TextPattern,
) -> Vec<Occurrence> {
    let is_folded = subcorpus.groups().is_some();
    let mut found = Vec::new();
    for (story, document) in (0..).zip(stories) {
        let words = subcorpus.story(story);
        let mut first = words.start;
        // Blocks that the subcorpus leaves out have no words in it.
        for block in &document.blocks {
            let last = after(first..words.end, |word| subcorpus.place(word).start < block.span.end);
            if first < last {
                for span in spans(block.span.of(&document.text), pattern, is_folded) {
                    let span =
                        Span { start: block.span.start + span.start, end: block.span.start + span.end };
                    let begin =
                        after(first..last, |word| subcorpus.place(word).end <= span.start).min(last - 1);
                    let end = after(first..last, |word| subcorpus.place(word).start < span.end);
                    found.push(Occurrence { first: begin, end: end.max(begin), story, span });
                }
            }
            first = last;
        }
    }
    found
}

/// Returns the first position of a range for which a test that holds for the earlier ones fails.
fn after(range: Range<u32>, holds: impl Fn(u32) -> bool) -> u32 {
    let Range { mut start, mut end } = range;
    while start < end {
        let middle = start + (end - start) / 2;
        if holds(middle) {
            start = middle + 1;
        } else {
            end = middle;
        }
    }
    start
}

/// Returns the places of a pattern in a text.
fn spans(text: &str, pattern: &TextPattern, is_folded: bool) -> Vec<Span> {
    if !is_folded {
        return pattern.find(text).map(|range| Span::new(range.start, range.end)).collect();
    }
    // A character and its folded form may differ in length.
    let mut folded = String::with_capacity(text.len());
    let mut starts = Vec::new();
    for (at, c) in text.char_indices() {
        starts.push((folded.len(), at));
        folded.push(fold_char(c));
    }
    starts.push((folded.len(), text.len()));
    let place = |at: usize| starts[starts.partition_point(|&(start, _)| start < at)].1;
    pattern.find(&folded).map(|range| Span::new(place(range.start), place(range.end))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::test_support::{Sample, sample};

    fn found(sample: &Sample, pattern: &str) -> Vec<String> {
        let subcorpus = sample.subcorpus();
        let pattern = TextPattern::parse(pattern, subcorpus.groups().is_some()).unwrap();
        let found = plain_occurrences(&subcorpus, &sample.documents(), &pattern);
        let text = |one: &Occurrence| one.span.of(&sample.documents()[one.story as usize].text).to_owned();
        found.iter().map(|one| format!("{}:{} {}-{}", one.story, text(one), one.first, one.end)).collect()
    }

    #[test]
    fn characters_are_found_across_words_and_within() {
        let sample = sample(&["深化 合作 ， 共贏 。", "合作社 深化"]);
        assert_eq!(found(&sample, "化合"), ["0:化合 0-2"]);
        assert_eq!(found(&sample, "作"), ["0:作 1-2", "1:作 3-4"]);
        assert_eq!(found(&sample, "，"), ["0:， 2-2"], "between two words");
        assert_eq!(found(&sample, "合?"), ["0:合作 1-2", "1:合作 3-4"]);
        assert_eq!(found(&sample, "深*作"), ["0:深化合作 0-2"]);
        assert_eq!(found(&sample, "/[合共]./"), ["0:合作 1-2", "0:共贏 2-3", "1:合作 3-4"]);
        assert!(TextPattern::parse("/(/", false).is_err() && TextPattern::parse(" ", false).is_err());
    }

    #[test]
    fn writings_are_found_together_where_they_count_as_one() {
        assert_eq!(found(&sample(&["臺灣 與 台灣"]).folded(), "台"), ["0:臺 0-1", "0:台 2-3"]);
    }

    #[test]
    fn a_hostile_expression_takes_linear_time_and_finds_nothing() {
        let long = "國".repeat(20_000);
        assert_eq!(found(&sample(&[&long]), "/((((國*)*)*)*)*x/"), Vec::<String>::new());
    }
}
