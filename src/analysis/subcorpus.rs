//! The words of a scope, laid out for counting and look-up.

use std::cmp::Reverse;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use crate::corpus::{BlockKinds, Document, Tokens, Variants, WordId};
use crate::text::{Span, saturating_u32};

use super::{Frequency, FrequencyList};

/// The words of some stories, one after the other, with an index from each word to its positions.
///
/// Punctuation and white space are not words and have no position here; [`Subcorpus::is_joined`] records them
/// between two words. Built in time linear in the tokens, and so is each list made from it.
#[derive(Clone, Debug, Default)]
pub struct Subcorpus {
    words: Vec<WordId>,
    places: Vec<Span>,
    tags: Vec<u8>,
    joined: Vec<bool>,
    /// The start of each story's words, and the end of the last.
    bounds: Vec<u32>,
    /// The start of the words of each block.
    blocks: Vec<u32>,
    /// The start of the positions of each word in `postings`, by its group's number.
    first: Vec<u32>,
    /// Positions of words, group by group, ascending in each.
    postings: Vec<u32>,
    /// The group of each form, if writings of one word count as one.
    groups: Option<Rc<Variants>>,
    /// The writings of each group here, if writings of one word count as one.
    writings: FxHashMap<WordId, Vec<(WordId, u32)>>,
}

impl Subcorpus {
    /// Lays out the words of `stories` in blocks of these `kinds`. With `variants`, the forms of a group
    /// count as one word.
    pub fn new<'a>(
        stories: impl IntoIterator<Item = (&'a Document, &'a Tokens)>,
        kinds: BlockKinds,
        variants: Option<Rc<Variants>>,
    ) -> Self {
        let mut new = Self { bounds: vec![0], groups: variants, ..Self::default() };
        for (document, tokens) in stories {
            let before = new.words.len();
            for block in document.blocks.iter().filter(|block| kinds.holds(block.kind)) {
                let first = saturating_u32(new.words.len());
                let mut last = None;
                for token in tokens.inside(block.span).iter().filter(|token| token.is_word) {
                    // Most words follow the one before at once, and the text need not be looked at.
                    let is_blank = |end: u32| {
                        let between = document.text.get(end as usize..token.span.start as usize);
                        between.is_some_and(|text| text.chars().all(char::is_whitespace))
                    };
                    let is_joined = last.is_some_and(|end| end == token.span.start || is_blank(end));
                    last = Some(token.span.end);
                    new.words.push(token.word);
                    new.places.push(token.span);
                    new.tags.push(token.tag);
                    new.joined.push(is_joined);
                }
                if last.is_some() {
                    new.blocks.push(first);
                }
            }
            debug_assert!(new.places[before..].is_sorted());
            new.bounds.push(saturating_u32(new.words.len()));
        }
        new.index();
        new
    }

    /// Sorts the positions of all words by counting.
    fn index(&mut self) {
        let groups: Vec<usize> = (0..self.len()).map(|at| self.word(at).0 as usize).collect();
        let mut first = vec![0; groups.iter().max().map_or(1, |greatest| greatest + 2)];
        for &group in &groups {
            first[group + 1] += 1;
        }
        let mut sum = 0;
        for start in &mut first {
            sum += *start;
            *start = sum;
        }
        let mut next = first.clone();
        self.postings = vec![0; self.words.len()];
        for (position, group) in (0..).zip(groups) {
            self.postings[next[group] as usize] = position;
            next[group] += 1;
        }
        self.first = first;
        self.index_writings();
    }

    fn index_writings(&mut self) {
        let Some(groups) = &self.groups else { return };
        let mut counts: Vec<u32> = Vec::new();
        for word in &self.words {
            let at = word.0 as usize;
            counts.resize(counts.len().max(at + 1), 0);
            counts[at] += 1;
        }
        for (word, &count) in (0..).map(WordId).zip(&counts).filter(|(_, count)| **count > 0) {
            self.writings.entry(groups.group(word)).or_default().push((word, count));
        }
        for writings in self.writings.values_mut() {
            writings.sort_unstable_by_key(|&(word, count)| (Reverse(count), word));
        }
    }

    /// Returns the number of words.
    pub fn len(&self) -> u32 {
        saturating_u32(self.words.len())
    }

    /// Returns true if there are no words.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Returns the number of stories, including those without a word.
    pub fn stories(&self) -> u32 {
        saturating_u32(self.bounds.len() - 1)
    }

    /// Returns the positions of a story's words.
    pub fn story(&self, story: u32) -> std::ops::Range<u32> {
        self.bounds[story as usize]..self.bounds[story as usize + 1]
    }

    /// Returns the story of a position.
    pub fn story_of(&self, position: u32) -> u32 {
        saturating_u32(self.bounds.partition_point(|&bound| bound <= position).saturating_sub(1))
    }

    /// Returns the block of a position, by its number among the blocks with a word.
    pub fn block(&self, position: u32) -> usize {
        self.blocks.partition_point(|&first| first <= position)
    }

    /// Returns the word at a position as it is counted: itself, or its group if writings of one word count as
    /// one.
    pub fn word(&self, position: u32) -> WordId {
        let printed = self.printed(position);
        self.groups.as_ref().map_or(printed, |groups| groups.group(printed))
    }

    /// Returns the word at a position, as printed.
    pub fn printed(&self, position: u32) -> WordId {
        self.words[position as usize]
    }

    /// Returns the place of the word at a position in its story's text.
    pub fn place(&self, position: u32) -> Span {
        self.places[position as usize]
    }

    /// Returns the part of speech of the word at a position, by its number in [`crate::segment::Tag`].
    pub fn tag(&self, position: u32) -> u8 {
        self.tags[position as usize]
    }

    /// Returns true if nothing but white space is between a word and the one before it, in one block.
    pub fn is_joined(&self, position: u32) -> bool {
        self.joined[position as usize]
    }

    /// Returns the groups of writings, if they count as one word.
    pub fn groups(&self) -> Option<&Variants> {
        self.groups.as_deref()
    }

    /// Returns the positions of a word (a group's name if writings count as one), ascending.
    pub fn positions(&self, word: WordId) -> &[u32] {
        let at = word.0 as usize;
        match (self.first.get(at), self.first.get(at + 1)) {
            (Some(&start), Some(&end)) => &self.postings[start as usize..end as usize],
            _ => &[],
        }
    }

    /// Returns every word that occurs here, by number, with its positions.
    pub fn lexicon(&self) -> impl Iterator<Item = (WordId, &[u32])> {
        let numbers = 0..saturating_u32(self.first.len().saturating_sub(1));
        numbers
            .map(|number| (WordId(number), self.positions(WordId(number))))
            .filter(|(_, found)| !found.is_empty())
    }

    /// Returns every form that occurs here, as printed, by number.
    pub fn forms(&self) -> Vec<WordId> {
        let mut stands = vec![false; self.words.iter().map(|word| word.0 as usize + 1).max().unwrap_or(0)];
        for word in &self.words {
            stands[word.0 as usize] = true;
        }
        (0..).map(WordId).zip(stands).filter_map(|(word, stands)| stands.then_some(word)).collect()
    }

    /// Counts the words story by story.
    pub fn frequencies(&self) -> FrequencyList {
        let sizes: Vec<u32> = self.bounds.windows(2).map(|bounds| bounds[1] - bounds[0]).collect();
        let mut parts: Vec<Vec<(u32, u32)>> = vec![Vec::new(); self.first.len()];
        for story in 0..self.stories() {
            for position in self.story(story) {
                let parts = &mut parts[self.word(position).0 as usize];
                match parts.last_mut() {
                    Some((last, count)) if *last == story => *count += 1,
                    _ => parts.push((story, 1)),
                }
            }
        }
        let words = self
            .lexicon()
            .map(|(word, positions)| Frequency {
                word,
                frequency: saturating_u32(positions.len()),
                parts: std::mem::take(&mut parts[word.0 as usize]),
            })
            .collect();
        FrequencyList { words, tokens: self.len(), sizes }
    }

    /// Counts ascending positions by story, omitting stories without one.
    pub fn by_story(&self, positions: &[u32]) -> Vec<(u32, u32)> {
        let mut parts: Vec<(u32, u32)> = Vec::new();
        let mut end = 0;
        for &position in positions {
            match parts.last_mut() {
                Some((_, count)) if position < end => *count += 1,
                _ => {
                    let story = self.story_of(position);
                    end = self.story(story).end;
                    parts.push((story, 1));
                }
            }
        }
        parts
    }

    /// Returns the writings of a group here: each form with its frequency, most frequent first, then by
    /// number. Empty if each form is a word of its own.
    pub fn writings(&self, word: WordId) -> &[(WordId, u32)] {
        self.writings.get(&word).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::test_support::sample;
    use proptest::prelude::*;

    #[test]
    fn punctuation_has_no_position_and_separates_words() {
        let sample = sample(&["甲 乙 ， 丙", "丙"]);
        let subcorpus = sample.subcorpus();
        assert_eq!(subcorpus.len(), 4);
        assert_eq!((0..4).map(|at| subcorpus.is_joined(at)).collect::<Vec<_>>(), [false, true, false, false]);
        assert_eq!((subcorpus.story(0), subcorpus.story(1)), (0..3, 3..4));
        assert_eq!((0..4).map(|at| subcorpus.story_of(at)).collect::<Vec<_>>(), [0, 0, 0, 1]);
        assert_eq!(subcorpus.positions(subcorpus.word(2)), [2, 3]);
    }

    #[test]
    fn a_story_without_a_word_is_a_story() {
        let subcorpus = sample(&["甲", "。", "甲"]).subcorpus();
        assert_eq!((subcorpus.stories(), subcorpus.story_of(1)), (3, 2));
        assert_eq!(subcorpus.frequencies().sizes, [1, 0, 1]);
        assert_eq!(subcorpus.frequencies().words[0].parts, [(0, 1), (2, 1)]);
    }

    #[test]
    fn writings_are_counted_together_and_shown_as_printed() {
        let sample = sample(&["台灣 臺灣 臺灣"]).folded();
        let subcorpus = sample.subcorpus();
        let list = subcorpus.frequencies();
        assert_eq!((list.words.len(), list.words[0].frequency), (1, 3));
        let writings = subcorpus.writings(list.words[0].word);
        let forms: Vec<_> = writings.iter().map(|&(word, n)| (sample.vocabulary().form(word), n)).collect();
        assert_eq!(forms, [("臺灣", 2), ("台灣", 1)]);
    }

    proptest! {
        /// Compares with counting each story by hand.
        #[test]
        fn counts_are_those_of_counting_one_by_one(texts in prop::collection::vec("([甲乙丙，] ){0,12}", 1..5)) {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let sample = sample(&texts);
            let list = sample.subcorpus().frequencies();
            prop_assert_eq!(list.tokens as usize, texts.concat().matches(['甲', '乙', '丙']).count());
            for form in ["甲", "乙", "丙"] {
                let counts = texts.iter().map(|text| text.matches(form).count() as u32);
                let counts: Vec<(u32, u32)> = (0..).zip(counts).filter(|&(_, count)| count > 0).collect();
                let found = sample.vocabulary().id(form).and_then(|id| list.words.iter().find(|entry| entry.word == id));
                let parts = found.map_or(Vec::new(), |entry| entry.parts.clone());
                prop_assert_eq!(parts, counts);
            }
        }
    }
}
