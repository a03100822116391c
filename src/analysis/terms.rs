//! Multi-word terms found by counting: sequences of nouns and what modifies them that a corpus shows to be stable.
//!
//! A candidate is a sequence of two to six words, all of them nouns or modifiers of nouns, the last one a noun.
//! It is ranked by its C-value ([`stats::c_value`]) and taken for a term when it also holds together inside
//! ([`stats::npmi`] where it is weakest) and stands free outside: in enough different company on either side
//! (accessor variety; Feng, Chen, Deng and Zheng 2004, *Computational Linguistics* 30(1), 75–93). The last condition
//! keeps out what stands in one sentence that several papers reprint.

#[cfg(test)]
mod tests;

use rustc_hash::FxHashMap;

use crate::corpus::{Token, Tokens, Vocabulary, WordId};
use crate::lexicon::is_stop_word;
use crate::segment::Tag;
use crate::stats::{self, Nesting};
use crate::text::fold;

/// Words of the longest candidate.
const LONGEST: usize = 6;

/// What a candidate must reach to be taken for a term.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Thresholds {
    /// The least frequency.
    pub frequency: u32,
    /// The least number of different words, or marks, before it, and after it.
    pub contexts: u32,
    /// The greatest share of its occurrences that have the same word before it, or after it; a mark is no word.
    pub bound: f64,
    /// The least NPMI between the two parts it is most easily taken apart into, −1 to 1.
    pub cohesion: f64,
    /// The least C-value.
    pub c_value: f64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { frequency: 3, contexts: 3, bound: 0.7, cohesion: 0.5, c_value: 3.0 }
    }
}

/// A candidate and what was counted of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Termhood {
    /// The term, as printed where it stands first.
    pub form: String,
    /// How many words it has.
    pub words: u32,
    /// How often it stands in the corpus.
    pub frequency: u32,
    /// In how many documents it stands.
    pub range: u32,
    /// Different words, or marks, that stand before it, or after it, whichever are fewer.
    pub contexts: u32,
    /// The greatest share of its occurrences, 0 to 1, that have the same word before it, or after it: near 1 for
    /// what is a fragment of something longer.
    pub bound: f64,
    /// NPMI between the two parts it is most easily taken apart into, −1 to 1.
    pub cohesion: f64,
    /// Its C-value, of the size of a count.
    pub c_value: f64,
}

impl Termhood {
    /// Whether it reaches every threshold.
    pub fn reaches(&self, least: Thresholds) -> bool {
        self.frequency >= least.frequency
            && self.contexts >= least.contexts
            && self.bound <= least.bound
            && self.cohesion >= least.cohesion
            && self.c_value >= least.c_value
    }
}

/// The candidates that stand at least twice, highest C-value first, equal ones by form.
///
/// Words that differ by variant characters or script only are counted as one. Near linear: a word begins at most
/// five candidates, and contexts are counted by sorting.
pub fn candidates<'a>(
    documents: impl IntoIterator<Item = &'a Tokens>,
    vocabulary: &Vocabulary,
) -> Vec<Termhood> {
    let mut counts = Counts::new(vocabulary);
    for (document, tokens) in (1..).zip(documents) {
        counts.add(document, &tokens.all);
    }
    counts.candidates()
}

/// The number of a sequence; 0 is the empty one.
type Number = u32;

/// A sequence of words and what was counted of it.
#[derive(Clone, Debug, Default)]
struct Sequence {
    /// The sequence without its last word.
    parent: Number,
    /// Its last word, by its folded form.
    last: u32,
    length: u32,
    frequency: u32,
    range: u32,
    /// The document it was last met in, from 1.
    document: u32,
    /// Whether it may be a term.
    is_candidate: bool,
    /// Its first place: the position among all tokens counted.
    first: usize,
}

/// What is counted while documents are read.
struct Counts<'v> {
    vocabulary: &'v Vocabulary,
    /// By word, the number of its folded form and the part it may play.
    words: FxHashMap<WordId, (u32, Part)>,
    forms: FxHashMap<String, u32>,
    sequences: Vec<Sequence>,
    numbers: FxHashMap<(Number, u32), Number>,
    /// Each sequence with the word or mark before it, how often, and whether it is a word.
    before: FxHashMap<(Number, u32), (u32, bool)>,
    /// The same behind it.
    after: FxHashMap<(Number, u32), (u32, bool)>,
    /// Every token read, as printed.
    printed: Vec<WordId>,
    tokens: u32,
}

/// What part a word may play in a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// It may end one.
    Noun,
    /// It may stand before a noun.
    Modifier,
    /// It may stand in none.
    None,
}

impl<'v> Counts<'v> {
    fn new(vocabulary: &'v Vocabulary) -> Self {
        Self {
            vocabulary,
            words: FxHashMap::default(),
            forms: FxHashMap::default(),
            sequences: vec![Sequence::default()],
            numbers: FxHashMap::default(),
            before: FxHashMap::default(),
            after: FxHashMap::default(),
            printed: Vec::new(),
            tokens: 0,
        }
    }

    /// Counts the sequences of one document, the documents being numbered from 1.
    fn add(&mut self, document: u32, tokens: &[Token]) {
        let from = self.printed.len();
        self.printed.extend(tokens.iter().map(|token| token.word));
        let words: Vec<(u32, Part)> = tokens.iter().map(|token| self.word(token)).collect();
        for at in (0..tokens.len()).filter(|&at| tokens[at].is_word) {
            self.tokens += 1;
            let mut number = self.count(0, words[at], document, from + at);
            if words[at].1 == Part::None {
                continue;
            }
            let parts = words[at + 1..].iter().take(LONGEST - 1).take_while(|(_, part)| *part != Part::None);
            let last = at + parts.count();
            for end in at + 1..=last {
                number = self.count(number, words[end], document, from + at);
                let sequence = &mut self.sequences[number as usize];
                if words[end].1 == Part::Noun {
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
    fn count(&mut self, parent: Number, (last, _): (u32, Part), document: u32, first: usize) -> Number {
        let next = u32::try_from(self.sequences.len()).unwrap_or(u32::MAX);
        let number = *self.numbers.entry((parent, last)).or_insert(next);
        if number == next {
            let length = self.sequences[parent as usize].length + 1;
            self.sequences.push(Sequence { parent, last, length, first, ..Sequence::default() });
        }
        let sequence = &mut self.sequences[number as usize];
        sequence.frequency += 1;
        sequence.range += u32::from(sequence.document != document);
        sequence.document = document;
        number
    }

    /// The number of a word's folded form, from 1, and its part.
    fn word(&mut self, token: &Token) -> (u32, Part) {
        if let Some(&known) = self.words.get(&token.word) {
            return known;
        }
        let form = self.vocabulary.form(token.word);
        let next = u32::try_from(self.forms.len() + 1).unwrap_or(u32::MAX);
        let number = *self.forms.entry(fold(form)).or_insert(next);
        let part = if token.is_word && !is_stop_word(form) {
            part(form, Tag::numbered(token.tag))
        } else {
            Part::None
        };
        self.words.insert(token.word, (number, part));
        (number, part)
    }

    /// The words of a sequence, by their folded forms.
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

    /// The number of the sequence of these words, which must have been met.
    fn number_of(&self, words: &[u32]) -> Number {
        words.iter().try_fold(0, |number, &word| self.numbers.get(&(number, word)).copied()).unwrap_or(0)
    }

    fn frequency_of(&self, words: &[u32]) -> u32 {
        self.sequences[self.number_of(words) as usize].frequency
    }

    /// Every candidate met twice, ranked.
    fn candidates(self) -> Vec<Termhood> {
        let mut found: Vec<Number> = (1..)
            .zip(&self.sequences[1..])
            .filter(|(_, sequence)| sequence.is_candidate && sequence.frequency > 1)
            .map(|(number, _)| number)
            .collect();
        // The longest first, since what is nested is counted off the shorter ones.
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

    /// A sequence as printed where it stands first.
    fn form(&self, sequence: &Sequence) -> String {
        let words = &self.printed[sequence.first..sequence.first + sequence.length as usize];
        words.iter().map(|&word| self.vocabulary.form(word)).collect()
    }
}

/// By sequence, how many different words and marks stand beside it, and how often the most frequent word does.
fn company(side: &FxHashMap<(Number, u32), (u32, bool)>) -> FxHashMap<Number, (u32, u32)> {
    let mut company: FxHashMap<Number, (u32, u32)> = FxHashMap::default();
    for (&(number, _), &(count, is_word)) in side {
        let (different, most) = company.entry(number).or_default();
        *different += 1;
        *most = (*most).max(if is_word { count } else { 0 });
    }
    company
}

/// The part that a word of this tag may play. Names of persons stand in no candidate: they and their titles are
/// counted apart.
fn part(form: &str, tag: Tag) -> Part {
    match tag.name() {
        "n" | "nz" | "ns" | "nt" | "ng" | "vn" | "an" | "j" | "l" | "eng" => Part::Noun,
        "a" | "b" => Part::Modifier,
        // What no list has is a name of a person more often than not, unless it is short.
        "x" if form.chars().nth(2).is_none() => Part::Modifier,
        _ => Part::None,
    }
}
