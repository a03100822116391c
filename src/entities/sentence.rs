//! A sentence as the features of names see it: its units, with what the word lists know of them, and its words.

use super::forms::role;
use super::lists::{LONGEST, NAME_LISTS, NameKnowledge};
use crate::segment::accurate::{LONGEST_LISTED, Model};
use crate::segment::rules::{RuleUnit, RuleUnitKind, RuleUnits};
use crate::segment::{Tag, TokenSpan};

/// Number of groups of words of the segmenter's lists: people, people by sound, places, organisations, all others.
pub(super) const WORD_GROUPS: usize = 5;

/// The group of places.
pub(super) const PLACES: usize = 2;

/// The group of words that are no names.
pub(super) const OTHERS: usize = 4;

/// Number of groups of listed words: those of the segmenter's lists, and the lists of names.
pub(super) const GROUPS: usize = WORD_GROUPS + NAME_LISTS;

/// A unit of a sentence.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct SeenUnit {
    /// The folded character, or a symbol for a whole number or Latin run.
    pub(super) symbol: char,
    pub(super) kind: u8,
    /// The grades of the character in names.
    pub(super) grades: u8,
    /// The classes of the character.
    pub(super) classes: [u8; 2],
    /// A hash of a Latin run; 0 for anything else.
    pub(super) spelled: u64,
    /// The capitals of a Latin run: 0 for other units, 1 none, 2 the first, 4 all.
    pub(super) capitals: u8,
    /// For each group the place in the longest listed word here, with its length and frequency; 0 if there is none.
    pub(super) lists: [u8; GROUPS],
    /// The marks around it: 1 for those of titles, 2 for quotation marks, 3 for brackets.
    pub(super) marks: u8,
    /// The number of its word.
    pub(super) word: usize,
}

impl SeenUnit {
    /// Returns true if names of lists may have it: an ideograph, or the dot of a foreign name.
    fn is_in_names(&self) -> bool {
        self.kind < RuleUnitKind::Mark as u8 || self.kind == RuleUnitKind::Dot as u8
    }
}

/// A word of a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct SeenWord {
    /// Its first unit, and the unit after its last.
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) hash: u64,
    pub(super) tag: u8,
    /// Its last symbol, and a hash of the last two; 0 if it has one only.
    pub(super) last: char,
    pub(super) last_two: u64,
    /// What it does near names, as [`role`] tells.
    pub(super) role: u8,
    /// The first and the last word of the run of nouns that it is in; itself if it is no noun.
    pub(super) run: (usize, usize),
}

/// A sentence with all that the features of names read.
#[derive(Clone, Debug, Default)]
pub struct EntitySentence {
    pub(super) units: Vec<SeenUnit>,
    pub(super) words: Vec<SeenWord>,
    /// The first byte of each unit, and the end of the last.
    starts: Vec<usize>,
}

impl EntitySentence {
    /// Divides a text with its words into sentences.
    pub fn all(text: &str, tokens: &[TokenSpan], model: &Model, names: &NameKnowledge) -> Vec<Self> {
        let units: Vec<RuleUnit> = RuleUnits::new(text).collect();
        let mut rest = units.as_slice();
        let mut sentences = Vec::new();
        while !rest.is_empty() {
            let length = rest.iter().position(|unit| unit.ends_sentence).map_or(rest.len(), |last| last + 1);
            let (units, after) = rest.split_at(length);
            let end = after.first().map_or(text.len(), |next| next.start);
            sentences.push(Self::new(text, units, end, tokens, model, names));
            rest = after;
        }
        sentences
    }

    fn new(
        text: &str,
        units: &[RuleUnit],
        end: usize,
        tokens: &[TokenSpan],
        model: &Model,
        names: &NameKnowledge,
    ) -> Self {
        let starts: Vec<usize> = units.iter().map(|unit| unit.start).chain([end]).collect();
        let mut marks = 0;
        let seen = units.iter().zip(starts.windows(2)).map(|(unit, ends)| {
            let written = ends.first().zip(ends.last()).and_then(|(&start, &end)| text.get(start..end));
            marks = marks_after(marks, unit.symbol);
            seen(unit, written.unwrap_or_default(), marks, model, names)
        });
        let mut sentence = Self { units: seen.collect(), words: Vec::new(), starts };
        sentence.look_up(model, names);
        sentence.add_words(tokens);
        sentence.add_runs();
        sentence
    }

    /// Returns the number of its units.
    pub fn len(&self) -> usize {
        self.units.len()
    }

    /// Returns true if it has no unit.
    pub fn is_empty(&self) -> bool {
        self.units.is_empty()
    }

    /// Returns the byte at which a unit starts, or the end of the last.
    pub fn start(&self, unit: usize) -> usize {
        self.starts.get(unit).or(self.starts.last()).copied().unwrap_or_default()
    }

    /// Returns the unit that starts at a byte, or the number of units for the end of the last.
    pub fn unit_at(&self, byte: usize) -> Option<usize> {
        self.starts.binary_search(&byte).ok()
    }

    /// Returns the words that a stretch of units is of.
    pub(super) fn words_of(&self, first: usize, end: usize) -> impl Iterator<Item = &SeenWord> {
        let word = self.units.get(first).map_or(self.words.len(), |unit| unit.word);
        let rest = self.words.get(word..).unwrap_or_default().iter();
        rest.take_while(move |word| word.first < end)
    }

    /// Returns true if a stretch of units is the longest listed word of a group there.
    pub(super) fn is_listed(&self, group: usize, first: usize, end: usize) -> bool {
        let units = self.units.get(first..end).unwrap_or_default();
        let ends = units.first().zip(units.last());
        let ends = ends.and_then(|(first, last)| first.lists.get(group).zip(last.lists.get(group)));
        let length = units.len().min(6);
        ends.is_some_and(|(first, last)| {
            first & 3 == 1
                && last & 3 == 3
                && [first, last].iter().all(|list| usize::from(*list >> 2 & 7) == length)
        })
    }

    /// Looks up the listed words and names.
    fn look_up(&mut self, model: &Model, names: &NameKnowledge) {
        let lists = model.words();
        let symbols: Vec<char> = self.units.iter().map(|unit| unit.symbol).collect();
        let mut longest = vec![[0_usize; GROUPS]; symbols.len()];
        let mut found: Vec<(usize, u8, usize)> = Vec::new();
        for first in 0..symbols.len() {
            let rest = self.units.get(first..).unwrap_or_default();
            let words = rest.iter().take(LONGEST_LISTED);
            let reach = words.take_while(|unit| unit.kind < RuleUnitKind::Mark as u8).count();
            lists.at(symbols.get(first..first + reach).unwrap_or_default(), |length, known, tag| {
                // Only words of jieba's dictionary have a frequency and a tag.
                let frequency = known >> 1 & 0xf;
                if length > 1 && frequency > 0 {
                    found.push((length, grade(frequency), group(Tag::numbered(tag))));
                }
            });
            let reach = rest.iter().take(LONGEST).take_while(|unit| unit.is_in_names()).count();
            names.lists.at(symbols.get(first..first + reach).unwrap_or_default(), |length, lists| {
                let lists = (0..NAME_LISTS).filter(|list| lists >> list & 1 == 1);
                found.extend(lists.map(|list| (length, 0, WORD_GROUPS + list)));
            });
            for (length, grade, group) in found.drain(..) {
                for at in 0..length {
                    let unit = self.units.get_mut(first + at).zip(longest.get_mut(first + at));
                    let slots = unit
                        .and_then(|(unit, longest)| unit.lists.get_mut(group).zip(longest.get_mut(group)));
                    if let Some((slot, longest)) = slots
                        && length > *longest
                    {
                        *longest = length;
                        *slot = place(at, length) | (length.min(6) as u8) << 2 | grade << 5;
                    }
                }
            }
        }
    }

    /// Adds the words that the tokens of the text are here.
    fn add_words(&mut self, tokens: &[TokenSpan]) {
        let (start, end) = (self.start(0), self.start(self.len()));
        let first = tokens.partition_point(|token| token.span.end as usize <= start);
        let inside = tokens.get(first..).unwrap_or_default().iter();
        for token in inside.take_while(|token| (token.span.start as usize) < end) {
            let unit =
                |byte: u32| self.starts.partition_point(|&start| start < byte as usize).min(self.len());
            let (first, end) = (unit(token.span.start), unit(token.span.end));
            let (number, Some(units)) = (self.words.len(), self.units.get_mut(first..end)) else { continue };
            units.iter_mut().for_each(|unit| unit.word = number);
            let Some(last) = units.last() else { continue };
            let hash = match &*units {
                [unit] if unit.spelled != 0 => unit.spelled,
                units => units.iter().fold(11, |hash, unit| mix(hash, u64::from(unit.symbol))),
            };
            let last_two = match &*units {
                [.., before, last] => mix(u64::from(before.symbol), u64::from(last.symbol)),
                _ => 0,
            };
            let folded: String = units.iter().map(|unit| unit.symbol).collect();
            let (role, run) = (role(&folded), (number, number));
            let tag = token.tag.number();
            self.words.push(SeenWord { first, end, hash, tag, last: last.symbol, last_two, role, run });
        }
    }

    /// Finds the runs of nouns.
    fn add_runs(&mut self) {
        let is_noun = |word: &SeenWord| {
            let kind = self.units.get(word.first).map_or(0, |unit| unit.kind);
            let is_written = kind < RuleUnitKind::Mark as u8 && kind != RuleUnitKind::Number as u8;
            is_written && is_in_run(Tag::numbered(word.tag))
        };
        let are_nouns: Vec<bool> = self.words.iter().map(is_noun).collect();
        let mut first = 0;
        for run in are_nouns.chunk_by(|&before, &after| before && after) {
            let last = first + run.len() - 1;
            let words = self.words.get_mut(first..=last).unwrap_or_default();
            words.iter_mut().for_each(|word| word.run = (first, last));
            first = last + 1;
        }
    }
}

fn seen(unit: &RuleUnit, written: &str, marks: u8, model: &Model, names: &NameKnowledge) -> SeenUnit {
    let is_latin = unit.kind == RuleUnitKind::Latin;
    let (letters, capitals) = (written.chars().count(), written.chars().filter(|c| c.is_uppercase()).count());
    let spelled = written.to_lowercase().bytes().fold(7, |hash, byte| mix(hash, u64::from(byte)));
    SeenUnit {
        symbol: unit.symbol,
        kind: unit.kind as u8,
        grades: model.classes().get(unit.symbol as usize).copied().unwrap_or(0),
        classes: names.classes.of(unit.symbol),
        spelled: if is_latin { spelled } else { 0 },
        capitals: match capitals {
            _ if !is_latin => 0,
            2.. if capitals == letters => 4,
            _ if written.starts_with(char::is_uppercase) => 2,
            _ => 1,
        },
        lists: [0; GROUPS],
        marks,
        word: 0,
    }
}

/// Returns the marks around a unit with this symbol, after those around the unit before.
fn marks_after(before: u8, symbol: char) -> u8 {
    match symbol {
        '《' | '〈' => 1,
        '「' | '『' | '“' => 2,
        '（' | '(' => 3,
        '》' | '〉' | '」' | '』' | '”' | '）' | ')' => 0,
        _ => before,
    }
}

/// Returns true if words of this part of speech may follow each other inside a name.
fn is_in_run(tag: Tag) -> bool {
    let name = tag.name();
    name.starts_with('n')
        || matches!(
            name,
            "j" | "b" | "vn" | "f" | "s" | "eng" | "x" | "g" | "a" | "an" | "i" | "l" | "h" | "k"
        )
}

fn group(tag: Tag) -> usize {
    match tag.name() {
        "nr" | "nrfg" => 0,
        "nrt" => 1,
        "ns" => 2,
        "nt" => 3,
        _ => 4,
    }
}

/// Returns the place of a unit in a word: 1 first, 2 inside, 3 last.
fn place(at: usize, length: usize) -> u8 {
    if at == 0 {
        1
    } else if at + 1 == length {
        3
    } else {
        2
    }
}

fn grade(frequency: u8) -> u8 {
    match frequency {
        0..3 => 0,
        3..5 => 1,
        5..8 => 2,
        _ => 3,
    }
}

/// Adds a value to a hash.
pub(super) fn mix(hash: u64, value: u64) -> u64 {
    (hash.rotate_left(23) ^ value).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}
