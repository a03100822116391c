//! The words of sentences, and how much of a sentence another one has, in the same or in other words.

use super::contents::{Content, Contents, Group, Item, folded, tokens, told};
use super::meanings::{each_meaning, is_general};
use crate::compare::side::Side;
use crate::segment::Tag;
use crate::text::{OrderBy, Span};

/// What a word of every report counts, relative to others.
const GENERAL: f64 = 0.3;

/// The share of a word that another word of its meaning has.
const SYNONYM: f64 = 0.9;

/// The share of a word that its adjacent characters have if not all are there: 中央圖書館, 圖書館.
const PARTS: f64 = 0.8;

/// A word or a value of a sentence.
#[derive(Clone, Debug)]
struct Word {
    /// The contents that are its adjacent characters, or the value.
    parts: Vec<u32>,
    /// The content that is its meaning.
    meaning: Option<u32>,
    weight: f64,
}

/// The words of the sentences of both texts.
#[derive(Debug)]
pub(super) struct Words {
    a: Vec<Vec<Word>>,
    b: Vec<Vec<Word>>,
}

/// How much of two sentences is in the other one.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Coverage {
    /// The shares of the words of each, by weight, the lesser first.
    pub(super) shares: [f64; 2],
    /// The weight of the words of both that are in the other, halved.
    pub(super) weight: f64,
}

impl Words {
    /// Collects the words of both sides.
    pub(super) fn collect(a: Side<'_>, b: Side<'_>, contents: &Contents) -> Self {
        let of_side = |side: Side<'_>, items: &[Vec<Item>]| {
            let sentences = side.sentences.iter().zip(items);
            sentences.map(|(&sentence, items)| words(side, sentence, items, contents)).collect()
        };
        Self { a: of_side(a, &contents.a), b: of_side(b, &contents.b) }
    }

    /// Returns the coverage of each of some pairs, which are in the order of `a`, then of `b`.
    pub(super) fn coverage(&self, contents: &Contents, pairs: &[(usize, usize)]) -> Vec<Coverage> {
        let of_b = covered(pairs.iter().copied().enumerate(), (&contents.a, &self.b), contents.len());
        let mut by_b: Vec<(usize, (usize, usize))> = pairs.iter().map(|&(a, b)| (b, a)).enumerate().collect();
        by_b.order_by_key(|&(_, pair)| pair);
        let of_a = covered(by_b.into_iter(), (&contents.b, &self.a), contents.len());
        let total = |words: &[Word]| words.iter().map(|word| word.weight).sum::<f64>();
        let totals = |all: &[Vec<Word>]| all.iter().map(|words| total(words)).collect::<Vec<f64>>();
        let (totals_a, totals_b) = (totals(&self.a), totals(&self.b));
        let share = |covered: f64, totals: &[f64], sentence: usize| {
            totals.get(sentence).map_or(0.0, |&total| if total > 0.0 { covered / total } else { 0.0 })
        };
        let both = pairs.iter().zip(of_a.into_iter().zip(of_b));
        both.map(|(&(a, b), (covered_a, covered_b))| {
            let (of_a, of_b) = (share(covered_a, &totals_a, a), share(covered_b, &totals_b, b));
            Coverage { shares: [of_a.min(of_b), of_a.max(of_b)], weight: (covered_a + covered_b) / 2.0 }
        })
        .collect()
    }
}

/// Returns for each pair, by its number, the weight of the words of its second sentence that the first one has. Pairs of one
/// first sentence follow each other.
fn covered(
    pairs: impl ExactSizeIterator<Item = (usize, (usize, usize))>,
    (firsts, words): (&[Vec<Item>], &[Vec<Word>]),
    contents: usize,
) -> Vec<f64> {
    let mut all = vec![0.0; pairs.len()];
    // The number, plus one, of the last sentence that had each content.
    let mut holders = vec![0_usize; contents];
    let mut marked = 0;
    for (number, (first, second)) in pairs {
        let mark = first.saturating_add(1);
        if mark != marked {
            marked = mark;
            for item in firsts.get(first).into_iter().flatten() {
                holders.get_mut(item.content as usize).into_iter().for_each(|holder| *holder = mark);
            }
        }
        let has = |content: &u32| holders.get(*content as usize) == Some(&mark);
        let weights = words.get(second).into_iter().flatten().map(|word| word.weight * word.share(has));
        all.get_mut(number).into_iter().for_each(|sum| *sum = weights.clone().sum());
    }
    all
}

impl Word {
    /// Returns the share of a word that a sentence has.
    fn share(&self, has: impl Fn(&u32) -> bool) -> f64 {
        let parts = self.parts.iter().filter(|part| has(part)).count();
        if parts == self.parts.len() {
            1.0
        } else if self.meaning.as_ref().is_some_and(has) {
            SYNONYM
        } else {
            PARTS * parts as f64 / self.parts.len() as f64
        }
    }
}

/// Returns the words of a sentence: those with a meaning in the tables, others that the segmenter has found, and values.
fn words(side: Side<'_>, sentence: Span, items: &[Item], contents: &Contents) -> Vec<Word> {
    let whole = told(side, sentence);
    let text = whole.of(side.text);
    let all: Vec<char> = text.chars().map(folded).collect();
    let mut is_read = vec![false; all.len()];
    let mut found: Vec<Word> = Vec::new();
    let mut meanings: Vec<u32> = Vec::new();
    let mut seen: Vec<Vec<u32>> = Vec::new();
    each_meaning(&all, |meaning, place| {
        is_read.get_mut(place.clone()).into_iter().flatten().for_each(|is_read| *is_read = true);
        let number = contents.number(Content::Meaning(meaning));
        let Some(number) = number.filter(|number| !meanings.contains(number)) else { return };
        meanings.push(number);
        let parts = parts(all.get(place).unwrap_or_default(), contents);
        let factor = if is_general(meaning) { GENERAL } else { 1.0 };
        found.push(Word { parts, meaning: Some(number), weight: contents.rarity(number) * factor });
    });
    let mut place = 0_usize;
    let mut at = whole.start;
    for token in tokens(side, whole) {
        place = place.saturating_add(Span { start: at, end: token.span.start }.of(side.text).chars().count());
        at = token.span.start;
        let length = token.span.of(side.text).chars().count();
        let range = place..place.saturating_add(length);
        let letters = all.get(range.clone()).unwrap_or_default();
        let unread = is_read.get(range).unwrap_or_default().iter().filter(|is_read| !**is_read).count();
        if length < 2 || unread < length.div_ceil(2) || !tells(token.tag, letters) {
            continue;
        }
        let parts = parts(letters, contents);
        let rarity = parts.iter().map(|&part| contents.rarity(part)).fold(0.0, f64::max);
        if !parts.is_empty() && !seen.contains(&parts) {
            seen.push(parts.clone());
            found.push(Word { parts, meaning: None, weight: rarity });
        }
    }
    let values = items.iter().filter(|item| contents.group(**item) == Group::Values);
    found.extend(values.map(|item| {
        let weight = contents.rarity(item.content);
        Word { parts: vec![item.content], meaning: None, weight }
    }));
    found
}

/// Returns true if a word tells something by itself: numbers are compared by their values.
fn tells(tag: u8, letters: &[char]) -> bool {
    Tag::numbered(tag).name().starts_with(['n', 'v', 'a', 'x', 'i', 'j', 'l', 's', 'b', 'z', 't', 'e'])
        && !letters.iter().any(char::is_ascii_digit)
}

/// Returns the adjacent characters of a word.
fn parts(letters: &[char], contents: &Contents) -> Vec<u32> {
    let adjacent = letters.iter().zip(letters.iter().skip(1));
    adjacent.filter_map(|(&first, &next)| contents.number(Content::Adjacent(first, next))).collect()
}
