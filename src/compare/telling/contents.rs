//! The contents of sentences: characters and adjacent pairs of them, the meanings of words, and values in any writing.

use rustc_hash::FxHashMap;

use super::meanings::each_meaning;
use crate::compare::dateline;
use crate::compare::kin::kin;
use crate::compare::side::Side;
use crate::corpus::Token;
use crate::segment::Tag;
use crate::text::value::{Amount, Quantity, QuantityKind, quantities};
use crate::text::{Span, is_word_character, saturating_u32};

/// One thing that a sentence contains.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Content {
    /// A letter, ideograph or digit, folded. Numbers are no units here: 二千三百 and 二千六百 are alike.
    Single(char),
    /// Two adjacent ones.
    Adjacent(char, char),
    /// The meaning of a word in the table of near-synonyms.
    Meaning(u32),
    /// A value without its unit: the bits of its number.
    Value(QuantityKind, u64),
    /// A value with its unit.
    Measured(u64, &'static str),
    /// A word for a day: 昨日.
    DayWord(&'static str),
}

impl Content {
    /// Returns its weight relative to a character of the same rarity.
    fn factor(self) -> f64 {
        match self {
            Self::Meaning(_) => 0.5,
            Self::Value(..) => 1.5,
            _ => 1.0,
        }
    }
}

/// The kinds of contents whose common weight is evidence of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Group {
    /// Characters and meanings.
    Words,
    /// Values.
    Values,
    /// Values with their units.
    Measured,
}

/// A content of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Item {
    /// The number of the content.
    pub(super) content: u32,
    /// True if it occurs in names only. A person has a part in many sentences, which report different things.
    is_name: bool,
}

/// The tags of persons' names, and of words that the dictionary lacks.
const NAMES: [&str; 4] = ["nr", "nrt", "nrfg", "x"];

/// The share of its weight that a content keeps in a name.
const NAME: f64 = 0.7;

/// The contents of all sentences of both texts, in the order of their numbers, each once.
#[derive(Debug)]
pub(super) struct Contents {
    pub(super) a: Vec<Vec<Item>>,
    pub(super) b: Vec<Vec<Item>>,
    numbers: FxHashMap<Content, u32>,
    weights: Vec<Weight>,
}

/// How much a content counts.
#[derive(Clone, Copy, Debug)]
struct Weight {
    /// By the number of sentences that have it.
    rarity: f64,
    /// The same, as much as its kind counts.
    whole: f64,
    group: Group,
}

impl Contents {
    /// Collects the contents of both sides.
    pub(super) fn collect(a: Side<'_>, b: Side<'_>) -> Self {
        let mut numbers: FxHashMap<Content, u32> = FxHashMap::default();
        let mut found: Vec<Content> = Vec::new();
        let mut frequencies: Vec<u32> = Vec::new();
        let mut of_side = |side: Side<'_>| -> Vec<Vec<Item>> {
            side.sentences
                .iter()
                .map(|&sentence| {
                    let mut own: Vec<Item> = contents(side, sentence)
                        .into_iter()
                        .map(|(content, is_name)| {
                            let content = *numbers.entry(content).or_insert_with(|| {
                                found.push(content);
                                saturating_u32(found.len().saturating_sub(1))
                            });
                            Item { content, is_name }
                        })
                        .collect();
                    own.sort_unstable();
                    own.dedup_by_key(|item| item.content);
                    frequencies.resize(found.len(), 0);
                    for item in &own {
                        let frequency = frequencies.get_mut(item.content as usize);
                        frequency.into_iter().for_each(|frequency| *frequency = frequency.saturating_add(1));
                    }
                    own
                })
                .collect()
        };
        let (of_a, of_b) = (of_side(a), of_side(b));
        let sentences = (of_a.len() as f64) + (of_b.len() as f64);
        let weight = |(content, &frequency): (&Content, &u32)| {
            let rarity = libm::log((sentences + 2.0) / f64::from(frequency));
            let group = match content {
                Content::Value(..) => Group::Values,
                Content::Measured(..) => Group::Measured,
                _ => Group::Words,
            };
            Weight { rarity, whole: rarity * content.factor(), group }
        };
        let weights = found.iter().zip(&frequencies).map(weight).collect();
        Self { a: of_a, b: of_b, numbers, weights }
    }

    /// Returns the number of a content; `None` if no sentence has it.
    pub(super) fn number(&self, content: Content) -> Option<u32> {
        self.numbers.get(&content).copied()
    }

    /// Returns the rarity of the content with a number.
    pub(super) fn rarity(&self, content: u32) -> f64 {
        self.weights.get(content as usize).map_or(0.0, |weight| weight.rarity)
    }

    /// Returns the number of different contents.
    pub(super) fn len(&self) -> usize {
        self.weights.len()
    }

    /// Returns the weight of one content in a sentence.
    pub(super) fn weight(&self, item: Item) -> f64 {
        let whole = self.weights.get(item.content as usize).map_or(0.0, |weight| weight.whole);
        if item.is_name { NAME * whole } else { whole }
    }

    /// Returns the group of one content.
    pub(super) fn group(&self, item: Item) -> Group {
        self.weights.get(item.content as usize).map_or(Group::Words, |weight| weight.group)
    }

    /// Returns the sum of the squared weights of the contents of a sentence.
    pub(super) fn square(&self, sentence: &[Item]) -> f64 {
        sentence.iter().map(|&item| self.weight(item) * self.weight(item)).sum()
    }
}

/// Returns a sentence without its dateline, unless there is nothing else: every story of a paper opens with one.
pub(super) fn told(side: Side<'_>, sentence: Span) -> Span {
    let opening = dateline(side.text, sentence).map_or(sentence.start, |opening| opening.end);
    let rest = Span { start: opening, end: sentence.end };
    if rest.of(side.text).contains(is_word_character) { rest } else { sentence }
}

/// Returns the form by which characters are compared.
pub(super) fn folded(c: char) -> char {
    kin(c).to_ascii_lowercase()
}

/// Returns the contents of one sentence, each with whether it is in a name.
fn contents(side: Side<'_>, sentence: Span) -> Vec<(Content, bool)> {
    let whole = told(side, sentence);
    let told = whole.of(side.text);
    let names = names(side, sentence);
    let mut next_names = names.iter().peekable();
    let mut letters: Vec<(char, bool)> = Vec::new();
    let mut all: Vec<char> = Vec::new();
    for (at, c) in told.char_indices() {
        let same = folded(c);
        all.push(same);
        let place = whole.start.saturating_add(saturating_u32(at));
        while next_names.next_if(|name| name.end <= place).is_some() {}
        if is_word_character(c) {
            letters.push((same, next_names.peek().is_some_and(|name| name.start <= place)));
        }
    }
    let mut found: Vec<(Content, bool)> =
        letters.iter().map(|&(letter, is_name)| (Content::Single(letter), is_name)).collect();
    let adjacent = letters.iter().zip(letters.iter().skip(1));
    found.extend(adjacent.map(|(first, next)| (Content::Adjacent(first.0, next.0), first.1 && next.1)));
    each_meaning(&all, |number, _| found.push((Content::Meaning(number), false)));
    let mut measured = Vec::new();
    for quantity in quantities(told) {
        values(&quantity, &mut measured);
    }
    found.extend(measured.into_iter().map(|content| (content, false)));
    found
}

/// Returns the tokens of a passage.
pub(super) fn tokens(side: Side<'_>, passage: Span) -> impl Iterator<Item = &Token> {
    let first = side.tokens.partition_point(|token| token.span.start < passage.start);
    let tokens = side.tokens.get(first..).unwrap_or_default().iter();
    tokens.take_while(move |token| token.span.end <= passage.end)
}

/// Returns the words of a sentence that are names by their tag, or unknown to the dictionary, as most names are.
fn names(side: Side<'_>, sentence: Span) -> Vec<Span> {
    let is_name = |token: &&Token| {
        let text = token.span.of(side.text);
        NAMES.contains(&Tag::numbered(token.tag).name())
            && text.chars().nth(1).is_some()
            && !text.contains(|c: char| c.is_numeric())
    };
    tokens(side, sentence).filter(is_name).map(|token| token.span).collect()
}

/// Adds the contents of a value: its number, also with the unit; the parts of a day each by itself, since one paper names the
/// month and another does not.
fn values(quantity: &Quantity, found: &mut Vec<Content>) {
    if quantity.is_indefinite {
        return;
    }
    let kind = match quantity.kind {
        kind @ (QuantityKind::Percent | QuantityKind::Time) => kind,
        _ => QuantityKind::Number,
    };
    let mut number = |value: f64, unit: &'static str| {
        found.extend([Content::Value(kind, value.to_bits()), Content::Measured(value.to_bits(), unit)]);
    };
    match quantity.amount {
        Amount::Day(day) => {
            day.year.into_iter().for_each(|year| number(f64::from(year), "年"));
            day.month.into_iter().for_each(|month| number(f64::from(month), "月"));
            day.day.into_iter().for_each(|day| number(f64::from(day), "日"));
            found.extend(day.word.map(Content::DayWord));
        }
        // 下午3時 and 3時 may be one time.
        Amount::Clock(clock) => {
            number(f64::from(clock.seconds.checked_rem(12 * 3600).unwrap_or_default()), "時");
        }
        Amount::Between(from, to) => {
            number(from.to_f64(), quantity.unit.name);
            number(to.to_f64(), quantity.unit.name);
        }
        Amount::One(value) => number(value.to_f64(), quantity.unit.name),
        Amount::Long(_) => {}
    }
}
