//! Multi-word terms found by counting: sequences of nouns and their modifiers that a corpus shows to be
//! stable.
//!
//! A candidate is a sequence of two to six words, all of them nouns or modifiers of nouns, the last one a noun.
//! It is ranked by its C-value ([`stats::c_value`]) and accepted as a term if it is also cohesive
//! ([`stats::npmi`] at its weakest joint) and independent: it has enough different neighbours on either side
//! (accessor variety; Feng, Chen, Deng and Zheng 2004, *Computational Linguistics* 30(1), 75–93). The last
//! condition excludes sequences from one sentence that several papers reprint.

#[cfg(test)]
mod tests;

use rustc_hash::FxHashMap;

use crate::corpus::{Token, Tokens, Vocabulary, WordId};
use crate::lexicon::is_stop_word;
use crate::segment::Tag;
use crate::stats::{self, Nesting};
use crate::text::{fold, saturating_u32};

/// Maximum number of words of a candidate.
const LONGEST: usize = 6;

/// The thresholds a candidate must reach to be accepted as a term.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Thresholds {
    /// Minimum frequency.
    pub frequency: u32,
    /// Minimum number of different words, or marks, before it, and after it.
    pub contexts: u32,
    /// Maximum share of its occurrences that have the same word before it, or after it; a mark is not a word.
    pub bound: f64,
    /// Minimum NPMI between the two parts at its weakest joint, −1 to 1.
    pub cohesion: f64,
    /// Minimum C-value.
    pub c_value: f64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { frequency: 3, contexts: 3, bound: 0.7, cohesion: 0.5, c_value: 3.0 }
    }
}

/// A candidate and its counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Termhood {
    /// The term, as printed at its first occurrence.
    pub form: String,
    /// Its length in words.
    pub words: u32,
    /// Its occurrences in the corpus.
    pub frequency: u32,
    /// The number of documents it occurs in.
    pub range: u32,
    /// The number of different words, or marks, before it, or after it, whichever is smaller.
    pub contexts: u32,
    /// The greatest share of its occurrences, 0 to 1, that have the same word before it, or after it: near 1
    /// for a fragment of something longer.
    pub bound: f64,
    /// NPMI between the two parts at its weakest joint, −1 to 1.
    pub cohesion: f64,
    /// Its C-value, of the magnitude of a count.
    pub c_value: f64,
}

impl Termhood {
    /// Returns true if it reaches every threshold.
    pub fn reaches(&self, least: Thresholds) -> bool {
        self.frequency >= least.frequency
            && self.contexts >= least.contexts
            && self.bound <= least.bound
            && self.cohesion >= least.cohesion
            && self.c_value >= least.c_value
    }
}

/// Returns the candidates that occur at least twice, highest C-value first, equal ones by form.
///
/// Words that differ only by variant characters or script are counted as one. Near linear: a word begins at
/// most five candidates, and contexts are counted by sorting.
pub fn candidates<'a>(
    documents: impl IntoIterator<Item = &'a Tokens>,
    vocabulary: &Vocabulary,
) -> Vec<Termhood> {
    let mut counts = SequenceCounts::new(vocabulary);
    for (document, tokens) in (1..).zip(documents) {
        counts.add(document, &tokens.all);
    }
    counts.candidates()
}

/// The number of a sequence; 0 is the empty one.
type Number = u32;

/// A sequence of words and its counts.
#[derive(Clone, Debug, Default)]
struct CandidateSequence {
    /// The sequence without its last word.
    parent: Number,
    /// Its last word, by its folded form.
    last: u32,
    length: u32,
    frequency: u32,
    range: u32,
    /// The document of its last occurrence so far, from 1.
    document: u32,
    /// True if it may be a term.
    is_candidate: bool,
    /// Its first position among all tokens counted.
    first: usize,
}

/// The counts while documents are read.
struct SequenceCounts<'v> {
    vocabulary: &'v Vocabulary,
    /// For each word, the number of its folded form and its role.
    words: FxHashMap<WordId, (u32, WordRole)>,
    forms: FxHashMap<String, u32>,
    sequences: Vec<CandidateSequence>,
    numbers: FxHashMap<(Number, u32), Number>,
    /// Each sequence with a word or mark before it: their count, and true if it is a word.
    before: FxHashMap<(Number, u32), (u32, bool)>,
    /// The same for the word or mark after it.
    after: FxHashMap<(Number, u32), (u32, bool)>,
    /// Every token read, as printed.
    printed: Vec<WordId>,
    tokens: u32,
}

/// The role that a word may have in a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum WordRole {
    /// It may end a candidate.
    Noun,
    /// It may precede a noun.
    Modifier,
    /// It may occur in none.
    None,
}

impl<'v> SequenceCounts<'v> {
    fn new(vocabulary: &'v Vocabulary) -> Self {
        Self {
            vocabulary,
            words: FxHashMap::default(),
            forms: FxHashMap::default(),
            sequences: vec![CandidateSequence::default()],
            numbers: FxHashMap::default(),
            before: FxHashMap::default(),
            after: FxHashMap::default(),
            printed: Vec::new(),
            tokens: 0,
        }
    }

    /// Counts the sequences of one document; documents are numbered from 1.
    fn add(&mut self, document: u32, tokens: &[Token]) {
        let from = self.printed.len();
        self.printed.extend(tokens.iter().map(|token| token.word));
        let words: Vec<(u32, WordRole)> = tokens.iter().map(|token| self.word(token)).collect();
        for at in (0..tokens.len()).filter(|&at| tokens[at].is_word) {
            self.tokens += 1;
            let mut number = self.count(0, words[at], document, from + at);
            if words[at].1 == WordRole::None {
                continue;
            }
            let roles =
                words[at + 1..].iter().take(LONGEST - 1).take_while(|(_, role)| *role != WordRole::None);
            let last = at + roles.count();
            for end in at + 1..=last {
                number = self.count(number, words[end], document, from + at);
                let sequence = &mut self.sequences[number as usize];
                if words[end].1 == WordRole::Noun {
                    sequence.is_candidate = true;
                    for (side, place) in
                        [(&mut self.before, at.checked_sub(1)), (&mut self.after, Some(end + 1))]
                    {
                        let neighbour = place.filter(|&place| place < words.len());
                        let word = neighbour.map_or(0, |place| words[place].0);
                        let is_word = neighbour.is_some_and(|place| tokens[place].is_word);
                        side.entry((number, word)).or_insert((0, is_word)).0 += 1;
                    }
                }
            }
        }
    }

    /// Counts one more occurrence of a sequence, given without its last word; returns its number.
    fn count(&mut self, parent: Number, (last, _): (u32, WordRole), document: u32, first: usize) -> Number {
        let next = saturating_u32(self.sequences.len());
        let number = *self.numbers.entry((parent, last)).or_insert(next);
        if number == next {
            let length = self.sequences[parent as usize].length + 1;
            self.sequences.push(CandidateSequence {
                parent,
                last,
                length,
                first,
                ..CandidateSequence::default()
            });
        }
        let sequence = &mut self.sequences[number as usize];
        sequence.frequency += 1;
        sequence.range += u32::from(sequence.document != document);
        sequence.document = document;
        number
    }

    /// Returns the number of a word's folded form, from 1, and its role.
    fn word(&mut self, token: &Token) -> (u32, WordRole) {
        if let Some(&known) = self.words.get(&token.word) {
            return known;
        }
        let form = self.vocabulary.form(token.word);
        let next = saturating_u32(self.forms.len() + 1);
        let number = *self.forms.entry(fold(form)).or_insert(next);
        let role = if token.is_word && !is_stop_word(form) {
            role(form, Tag::numbered(token.tag))
        } else {
            WordRole::None
        };
        self.words.insert(token.word, (number, role));
        (number, role)
    }

    /// Returns the words of a sequence, as folded forms.
    fn words_of(&self, mut number: Number) -> Vec<u32> {
        let mut words = Vec::new();
        while number != 0 {
            let sequence = &self.sequences[number as usize];
            words.push(sequence.last);
            number = sequence.parent;
        }
        words.reverse();
        words
    }

    /// Returns the number of the sequence of these words, which must have occurred.
    fn number_of(&self, words: &[u32]) -> Number {
        words.iter().try_fold(0, |number, &word| self.numbers.get(&(number, word)).copied()).unwrap_or(0)
    }

    fn frequency_of(&self, words: &[u32]) -> u32 {
        self.sequences[self.number_of(words) as usize].frequency
    }

    /// Ranks every candidate that occurred at least twice.
    fn candidates(self) -> Vec<Termhood> {
        let mut found: Vec<Number> = (1..)
            .zip(&self.sequences[1..])
            .filter(|(_, sequence)| sequence.is_candidate && sequence.frequency > 1)
            .map(|(number, _)| number)
            .collect();
        // The longest first, since their counts are subtracted from those of the candidates nested in them.
        found.sort_by_key(|&number| std::cmp::Reverse(self.sequences[number as usize].length));
        let (before, after) = (company(&self.before), company(&self.after));
        let mut nestings: FxHashMap<Number, Nesting> = FxHashMap::default();
        let mut ranked = Vec::with_capacity(found.len());
        for number in found {
            let sequence = &self.sequences[number as usize];
            let words = self.words_of(number);
            let nesting = nestings.get(&number).copied().unwrap_or_default();
            let taken = sequence.frequency.saturating_sub(nesting.inside);
            let mut nested: Vec<Number> = (0..words.len())
                .flat_map(|first| (first + 2..=words.len()).map(move |end| first..end))
                .filter(|range| range.len() < words.len())
                .map(|range| self.number_of(&words[range]))
                .filter(|&number| self.sequences[number as usize].is_candidate)
                .collect();
            nested.sort_unstable();
            nested.dedup();
            for number in nested {
                let nesting = nestings.entry(number).or_default();
                nesting.inside += taken;
                nesting.longer += 1;
            }
            let [before, after] =
                [&before, &after].map(|side| side.get(&number).copied().unwrap_or_default());
            let cohesion = (1..words.len())
                .map(|split| {
                    let (first, second) = words.split_at(split);
                    let (first, second) = (self.frequency_of(first), self.frequency_of(second));
                    stats::npmi(sequence.frequency, first, second, self.tokens)
                })
                .fold(1.0, f64::min);
            ranked.push(Termhood {
                form: self.form(sequence),
                words: sequence.length,
                frequency: sequence.frequency,
                range: sequence.range,
                contexts: before.0.min(after.0),
                bound: f64::from(before.1.max(after.1)) / f64::from(sequence.frequency),
                cohesion,
                c_value: stats::c_value(sequence.length, sequence.frequency, nesting),
            });
        }
        ranked.sort_by(|a, b| b.c_value.total_cmp(&a.c_value).then_with(|| a.form.cmp(&b.form)));
        ranked
    }

    /// Returns a sequence as printed at its first occurrence.
    fn form(&self, sequence: &CandidateSequence) -> String {
        let words = &self.printed[sequence.first..sequence.first + sequence.length as usize];
        words.iter().map(|&word| self.vocabulary.form(word)).collect()
    }
}

/// Counts for each sequence the different words and marks on one side, and the occurrences of the most
/// frequent word.
fn company(side: &FxHashMap<(Number, u32), (u32, bool)>) -> FxHashMap<Number, (u32, u32)> {
    let mut company: FxHashMap<Number, (u32, u32)> = FxHashMap::default();
    for (&(number, _), &(count, is_word)) in side {
        let (different, most) = company.entry(number).or_default();
        *different += 1;
        *most = (*most).max(if is_word { count } else { 0 });
    }
    company
}

/// Returns the role that a word of this tag may have. Personal names occur in no candidate: they and their
/// titles are counted separately.
fn role(form: &str, tag: Tag) -> WordRole {
    match tag.name() {
        "n" | "nz" | "ns" | "nt" | "ng" | "vn" | "an" | "j" | "l" | "eng" => WordRole::Noun,
        "a" | "b" => WordRole::Modifier,
        // A word that no list has is more often than not a personal name, unless it is short.
        "x" if form.chars().nth(2).is_none() => WordRole::Modifier,
        _ => WordRole::None,
    }
}
