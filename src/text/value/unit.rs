//! Units of values, from tables.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::exact::Exact;
use super::{QuantityKind, folded::Folded};
use crate::text::fold_char;

const UNITS: &str = include_str!("../tables/units.tsv");
const SIGNS: &str = include_str!("../tables/currency-signs.tsv");
const MEASURES: &str = include_str!("../tables/measures.txt");
const NO_NUMBERS: &str = include_str!("../tables/no-numbers.txt");

/// A unit of measure or of money, or a measure word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its name; empty for a mere number.
    pub name: &'static str,
    /// The unit with which it can be compared; empty for numbers and measure words.
    pub base: &'static str,
    /// Its value in that unit.
    pub(super) factor: Exact,
    /// The kind of value it makes of a number.
    pub(super) kind: QuantityKind,
}

impl Unit {
    /// No unit.
    pub const NONE: Self = Self { name: "", base: "", factor: Exact::ONE, kind: QuantityKind::Number };

    /// The two numbers of a result: 3比1, 3:1.
    pub const RESULT: Self = Self { name: "比", base: "比", ..Self::NONE };

    /// Returns its value in the unit with which it can be compared.
    pub fn in_base(&self) -> f64 {
        self.factor.to_f64()
    }

    /// Returns the unit with a name of the table.
    pub(super) fn named(name: &str) -> Self {
        TABLES.units.iter().map(|(_, unit)| *unit).find(|unit| unit.name == name).unwrap_or(Self::NONE)
    }
}

type Listed = Vec<(Vec<char>, Unit)>;

struct Tables {
    /// Units behind a number, the longest writings first.
    units: Listed,
    /// Signs before a number, likewise.
    signs: Listed,
    /// Words with a figure in them that are no numbers, likewise, by their first characters.
    words: FxHashMap<char, Vec<Vec<char>>>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let rows = |table: &'static str| {
        table.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect::<Vec<_>>())
    };
    let mut units = Listed::new();
    for row in rows(UNITS) {
        let [writings, name, base, factor, kind] = row.as_slice() else { continue };
        let kind = match *kind {
            "money" => QuantityKind::Money,
            "percent" => QuantityKind::Percent,
            "age" => QuantityKind::Age,
            _ => QuantityKind::Number,
        };
        let unit = Unit { name, base, factor: Exact::parse(factor).unwrap_or(Exact::ONE), kind };
        units.extend(writings.split(' ').map(|writing| (folded(writing), unit)));
    }
    let named = |name: &'static str| {
        let known = units.iter().map(|(_, unit)| *unit).find(|unit| unit.name == name);
        known.unwrap_or(Unit { name, base: name, factor: Exact::ONE, kind: QuantityKind::Money })
    };
    let mut signs = Listed::new();
    for row in rows(SIGNS) {
        let [writings, name] = row.as_slice() else { continue };
        signs.extend(writings.split(' ').map(|writing| (folded(writing), named(name))));
    }
    let measures = MEASURES.split_whitespace().map(|name| (folded(name), Unit { name, ..Unit::NONE }));
    units.extend(measures);
    let mut words: FxHashMap<char, Vec<Vec<char>>> = FxHashMap::default();
    for word in NO_NUMBERS.split_whitespace().map(folded) {
        words.entry(word.first().copied().unwrap_or_default()).or_default().push(word);
    }
    units.sort_by_key(|(writing, _)| std::cmp::Reverse(writing.len()));
    signs.sort_by_key(|(writing, _)| std::cmp::Reverse(writing.len()));
    words.values_mut().for_each(|words| words.sort_by_key(|word| std::cmp::Reverse(word.len())));
    Tables { units, signs, words }
});

/// Folds a writing as [`Folded`] folds texts.
fn folded(writing: &str) -> Vec<char> {
    writing.chars().map(fold_char).map(|c| if c == '圆' { '元' } else { c }).collect()
}

/// Returns the longest unit at a place and the place behind it.
pub(super) fn unit(text: &Folded, at: usize) -> Option<(usize, Unit)> {
    let (writing, unit) = TABLES.units.iter().find(|(writing, _)| is_here(text, at, writing))?;
    Some((at.saturating_add(writing.len()), *unit))
}

/// Returns true if two words are two units of one kind as a whole, by their names: 平方呎, 平方米.
pub fn is_other_unit(a: &str, b: &str) -> bool {
    let named = |text: &str| {
        let folded = Folded::new(text);
        unit(&folded, 0).filter(|(end, unit)| *end == folded.chars.len() && !unit.base.is_empty())
    };
    let other = |(a, b): (Unit, Unit)| a.kind == b.kind && (a.base != b.base || a.factor != b.factor);
    let long = |text: &str| text.chars().nth(1).is_some();
    let both = named(a).zip(named(b)).map(|((_, a), (_, b))| (a, b));
    long(a) && long(b) && both.is_some_and(|both| both.0.kind != QuantityKind::Money && other(both))
}

/// Returns true if a writing is at a place; one in Latin letters must be a word.
fn is_here(text: &Folded, at: usize, writing: &[char]) -> bool {
    let behind = text.at(at.saturating_add(writing.len()));
    let is_latin = |c: char| c.is_ascii_alphanumeric();
    // 6.4地震.
    let is_other_word = writing == ['地'] && "震区方点面铁产下图".contains(behind)
        || writing == ['打'] && "击算电破败断开工扮架包造磨压印造动响官劫字卡".contains(behind);
    text.has(at, writing)
        && !is_other_word
        && !(writing.last().copied().is_some_and(is_latin) && is_latin(behind))
}

/// Returns the first characters of all signs of currency.
pub(super) fn beginnings() -> impl Iterator<Item = char> {
    TABLES.signs.iter().filter_map(|(writing, _)| writing.first().copied())
}

/// Returns the longest sign of currency at a place, and the place behind it.
pub(super) fn sign(text: &Folded, at: usize) -> Option<(usize, Unit)> {
    let (writing, unit) = TABLES.signs.iter().find(|(writing, _)| text.has(at, writing))?;
    let before = at.checked_sub(1).map_or(' ', |before| text.at(before));
    let begins = !(before.is_ascii_alphabetic() && writing.first().is_some_and(char::is_ascii_alphabetic));
    begins.then(|| (at.saturating_add(writing.len()), *unit))
}

/// Returns the place behind a word with a figure in it that is no number.
pub(super) fn no_number(text: &Folded, at: usize) -> Option<usize> {
    let word = TABLES.words.get(&text.at(at))?.iter().find(|word| text.has(at, word))?;
    let end = at.saturating_add(word.len());
    // 十分之一 is a share, 十分 an adverb. In 十分鐘 and 三星期 a unit reaches beyond the word, in 五角二分 a smaller one follows, and
    // 一點五 is a decimal.
    let is_share = text.at(end) == '之' && text.at(end.saturating_sub(1)) == '分';
    let is_cut = unit(text, at.saturating_add(1)).is_some_and(|(behind, _)| behind > end);
    let is_decimal = text.at(end.saturating_sub(1)) == '点' && super::numeral::digit(text.at(end)).is_some();
    let is_sum = text.at(end.saturating_sub(1)) == '角' && super::count::cents(text, end).is_some();
    (!is_share && !is_cut && !is_decimal && !is_sum).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_has_all_columns() {
        for line in UNITS.lines().filter(|line| !line.starts_with('#')) {
            let row: Vec<&str> = line.split('\t').collect();
            assert_eq!(row.len(), 5, "{line}");
            assert!(Exact::parse(row[3]).is_some(), "{line}");
        }
    }

    #[test]
    fn the_longest_writing_wins() {
        let name = |text: &str| unit(&Folded::new(text), 0).map(|(_, unit)| unit.name);
        assert_eq!(name("平方公里"), Some("平方公里"));
        assert_eq!(name("㎡"), Some("平方米"));
        assert_eq!(name("kg"), Some("公斤"));
        assert_eq!(name("kgb"), None);
        assert_eq!(name("日圓"), Some("日圓"));
        assert_eq!(name("天空"), Some("日"));
    }
}
