//! Words between two marks of punctuation, prepared for the rules.

use super::roles::RoleSet;
use super::{Join, JoinReason, TermList};
use crate::segment::{Tag, TokenSpan};
use crate::text::{Span, fold_char, from, is_han, is_word_character};

/// Maximum length of a run without punctuation, in bytes; the words after it form another run, so that every
/// text takes linear time.
pub(super) const LONGEST: usize = 4096;

/// A word of a run.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) span: Span,
    /// Its start in the folded copy.
    pub(super) start: usize,
    /// Its end in the folded copy.
    pub(super) end: usize,
    /// Its length in characters.
    pub(super) chars: usize,
    pub(super) tag: Tag,
    pub(super) roles: RoleSet,
    /// The reason why it was joined; `None` for a word found by the segmenter.
    pub(super) source: Option<JoinReason>,
}

/// Words that may be joined: those from `first` up to `end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TermCandidate {
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) tag: Tag,
    pub(super) source: JoinReason,
}

/// Marks that enclose a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Enclosure {
    /// 《》 and 〈〉.
    Title,
    /// 「」, 『』, “” and ‘’.
    Quotation,
}

/// Words between two marks of punctuation.
#[derive(Debug, Default)]
pub(super) struct WordRun {
    pub(super) words: Vec<Word>,
    /// The folded copy.
    pub(super) folded: String,
    pub(super) enclosure: Option<Enclosure>,
    /// Stored here only to reuse its memory.
    pub(super) candidates: Vec<TermCandidate>,
    taken: Vec<bool>,
}

impl WordRun {
    /// Fills the run with the adjacent words from `tokens[first]` on; returns the index at which to continue.
    pub(super) fn fill(&mut self, text: &str, tokens: &[TokenSpan], first: usize, terms: &TermList) -> usize {
        self.words.clear();
        self.folded.clear();
        self.enclosure = None;
        let mut next = first;
        while let Some(token) = tokens.get(next) {
            let form = token.span.of(text);
            let is_word = form.starts_with(is_han) || form.contains(is_word_character);
            let is_sign = || !self.words.is_empty() && matches!(form, "%" | "％" | "‰" | "℃" | "°");
            if !(is_word || is_sign()) || self.folded.len() >= LONGEST {
                break;
            }
            self.push(form, *token, terms);
            next += 1;
        }
        if next == first {
            return first + 1;
        }
        let mark = |at: usize| tokens.get(at).map_or("", |token| token.span.of(text));
        self.enclosure = match (first.checked_sub(1).map_or("", mark), mark(next)) {
            ("《", "》") | ("〈", "〉") => Some(Enclosure::Title),
            ("「", "」") | ("『", "』") | ("“", "”") | ("‘", "’") => Some(Enclosure::Quotation),
            _ => None,
        };
        next
    }

    fn push(&mut self, form: &str, token: TokenSpan, terms: &TermList) {
        let start = self.folded.len();
        let mut chars = 0;
        for c in form.chars() {
            self.folded.push(fold_char(c));
            chars += 1;
        }
        let roles = terms.roles_of(from(&self.folded, start), chars, token.tag);
        let end = self.folded.len();
        self.words.push(Word { span: token.span, start, end, chars, tag: token.tag, roles, source: None });
    }

    /// Returns the number of words.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// Returns the folded words from `first` up to `end`.
    pub(super) fn form(&self, first: usize, end: usize) -> &str {
        match (self.words.get(first), self.words.get(end.wrapping_sub(1))) {
            (Some(first), Some(last)) => self.folded.get(first.start..last.end).unwrap_or_default(),
            _ => "",
        }
    }

    /// Returns the folded text from a word on.
    pub(super) fn rest(&self, first: usize) -> &str {
        self.words.get(first).map_or("", |word| from(&self.folded, word.start))
    }

    /// Returns the number of characters from the word `first` up to the word `end`.
    pub(super) fn chars(&self, first: usize, end: usize) -> usize {
        self.words[first..end].iter().map(|word| word.chars).sum()
    }

    /// Returns the index after the word that ends `length` bytes of the folded copy after the beginning of
    /// the word `first`; `None` if that place is inside a word.
    pub(super) fn end_at(&self, first: usize, length: usize) -> Option<usize> {
        let place = self.words.get(first)?.start + length;
        let mut at = first;
        while let Some(word) = self.words.get(at) {
            if word.end >= place {
                return (word.end == place).then_some(at + 1);
            }
            at += 1;
        }
        None
    }

    /// Joins the best of the candidates; returns true if there were any.
    pub(super) fn choose(&mut self, candidates: &mut [TermCandidate], terms: &TermList) -> bool {
        let rank = |candidate: &TermCandidate| {
            let chars = self.chars(candidate.first, candidate.end);
            (candidate.source.tier(), usize::MAX - chars, candidate.source, candidate.first, candidate.tag)
        };
        candidates.sort_by_cached_key(rank);
        self.taken.clear();
        self.taken.resize(self.words.len(), false);
        let mut changed = false;
        for &TermCandidate { first, end, tag, source } in &*candidates {
            let is_own = |word: &Word| word.roles.has(RoleSet::OWN);
            if end - first < 2
                || self.taken[first..end].contains(&true)
                || source != JoinReason::Reader && self.words[first..end].iter().any(is_own)
                || terms.own.split.contains(self.form(first, end))
            {
                continue;
            }
            self.taken[first..end].fill(true);
            changed = true;
            // The first word becomes the term; the others remain as empty ones until all are chosen.
            let span = Span { start: self.words[first].span.start, end: self.words[end - 1].span.end };
            let (start, stop) = (self.words[first].start, self.words[end - 1].end);
            let chars = self.chars(first, end);
            let roles = terms.roles_of(self.folded.get(start..stop).unwrap_or_default(), chars, tag);
            self.words[first] = Word { span, start, end: stop, chars, tag, roles, source: Some(source) };
            for word in &mut self.words[first + 1..end] {
                word.chars = 0;
            }
        }
        if changed {
            self.words.retain(|word| word.chars > 0);
        }
        changed
    }

    /// Appends the joined words.
    pub(super) fn joined(&self, joins: &mut Vec<Join>) {
        joins.extend(
            self.words
                .iter()
                .filter_map(|word| word.source.map(|source| Join { span: word.span, tag: word.tag, source })),
        );
    }
}
