//! A dictionary of terms by their folded form.

use rustc_hash::FxHashMap;

use super::JoinReason;
use super::run::{TermCandidate, WordRun};
use crate::segment::Tag;
use crate::text::fold;

/// Minimum length of a term, in characters; a shorter one is a word and not a term.
const SHORTEST: usize = 2;

/// Terms by their folded form.
#[derive(Clone, Debug, Default)]
pub(super) struct TermDictionary {
    terms: FxHashMap<Box<str>, (JoinReason, Tag)>,
    /// The length in bytes of the longest term that begins with these two characters.
    reach: FxHashMap<(char, char), usize>,
}

impl TermDictionary {
    /// Adds a term in any writing; of two with one folded form the higher-ranking source is kept.
    pub(super) fn add(&mut self, term: &str, tag: Tag, source: JoinReason) {
        let folded = fold(term);
        let Some(pair) = beginning(&folded) else { return };
        if folded.chars().count() < SHORTEST {
            return;
        }
        let reach = self.reach.entry(pair).or_default();
        *reach = folded.len().max(*reach);
        let entry = self.terms.entry(folded.into()).or_insert((source, tag));
        *entry = (source, tag).min(*entry);
    }

    /// Removes a folded form.
    pub(super) fn remove(&mut self, folded: &str) {
        self.terms.remove(folded);
    }

    /// Returns the part of speech of a folded form, if it is a term.
    pub(super) fn tag(&self, folded: &str) -> Option<Tag> {
        beginning(folded).filter(|pair| self.reach.contains_key(pair))?;
        self.terms.get(folded).map(|&(_, tag)| tag)
    }

    /// Returns the terms, folded.
    pub(super) fn forms(&self) -> impl Iterator<Item = &str> {
        self.terms.keys().map(AsRef::as_ref)
    }

    /// Returns true if a folded form is a term.
    pub(super) fn holds(&self, folded: &str) -> bool {
        self.terms.contains_key(folded)
    }

    /// Finds the terms of at least two words that begin with the word `first`.
    pub(super) fn find(&self, run: &WordRun, first: usize, found: &mut Vec<TermCandidate>) {
        let Some(&reach) = beginning(run.rest(first)).and_then(|pair| self.reach.get(&pair)) else { return };
        let start = run.words[first].start;
        for (end, word) in run.words.iter().enumerate().skip(first + 1) {
            if word.end - start > reach {
                return;
            }
            if let Some(&(source, tag)) = self.terms.get(run.form(first, end + 1)) {
                found.push(TermCandidate { first, end: end + 1, tag, source });
            }
        }
    }
}

fn beginning(folded: &str) -> Option<(char, char)> {
    let mut chars = folded.chars();
    chars.next().zip(chars.next())
}
