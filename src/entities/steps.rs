//! What the step from one unit to the next is judged by. Whether a name goes on, ends or begins between two units depends on
//! whether a word or a listed name goes on there, which the features of the units by themselves cannot tell.

use super::sentence::{EntitySentence, SeenUnit};
use crate::segment::Tag;
use crate::segment::rules::RuleUnitKind;

/// Number of kinds of steps of each table, of which every step has one.
const TABLES: [usize; STEP_TABLES] = [1, TAGS * TAGS + TAGS, 64, 64, 257, 257, 16, 64, 64];

/// Number of tables of steps.
pub const STEP_TABLES: usize = 9;

/// Number of kinds of steps of all tables.
pub const STEP_KINDS: usize = first(STEP_TABLES);

/// Number of groups of parts of speech.
const TAGS: usize = 9;

/// Number of kinds of writing, with one for none.
const WRITINGS: usize = 8;

/// Returns the number of the first kind of a table.
const fn first(table: usize) -> usize {
    let (mut sum, mut at) = (0, 0);
    while at < table {
        sum += TABLES[at];
        at += 1;
    }
    sum
}

impl EntitySentence {
    /// Returns the kinds of the step to a unit from the one before, one of each table; the last step is to no unit.
    pub fn steps(&self, unit: usize) -> [usize; STEP_TABLES] {
        let before = unit.checked_sub(1).and_then(|before| self.units.get(before));
        let here = self.units.get(unit);
        let lists = |groups: std::ops::Range<usize>| {
            let of = |unit: Option<&SeenUnit>, group: usize| {
                unit.and_then(|unit| unit.lists.get(group)).map_or(0, |list| list & 3)
            };
            let goes_on = groups.clone().map(|group| usize::from(of(here, group) >= 2));
            let goes_on = goes_on.fold(0, |bits, bit| bits << 1 | bit);
            let ends = groups.clone().any(|group| of(before, group) == 3);
            let begins = groups.clone().any(|group| of(here, group) == 1);
            goes_on << 2 | usize::from(ends) << 1 | usize::from(begins)
        };
        let class = |unit: Option<&SeenUnit>| unit.map_or(256, |unit| usize::from(unit.classes[1]));
        let sound = |unit: Option<&SeenUnit>| unit.map_or(0, |unit| usize::from(unit.grades >> 6));
        let form = |unit: Option<&SeenUnit>| {
            unit.map_or(0, |unit| {
                usize::from(unit.grades & 7 >= 4) << 1 | usize::from(unit.grades >> 3 & 7 >= 4)
            })
        };
        let kinds = [
            0,
            self.words_of_step(before, here, unit),
            lists(0..4),
            lists(5..9),
            class(before),
            class(here),
            4 * sound(before) + sound(here),
            (form(before) * 4 + form(here)) * 4 + form(self.units.get(unit + 1)),
            WRITINGS * writing(before) + writing(here),
        ];
        std::array::from_fn(|table| first(table) + kinds.get(table).copied().unwrap_or_default())
    }

    /// Returns what the words of a step are: inside a word its part of speech, and between two of both.
    fn words_of_step(&self, before: Option<&SeenUnit>, here: Option<&SeenUnit>, unit: usize) -> usize {
        let word = |unit: &SeenUnit| self.words.get(unit.word);
        let tag = |unit: Option<&SeenUnit>| unit.and_then(word).map_or(0, |word| tag_group(word.tag));
        match here.and_then(word) {
            Some(word) if word.first < unit => TAGS * TAGS + tag(here),
            _ => TAGS * tag(before) + tag(here),
        }
    }
}

fn writing(unit: Option<&SeenUnit>) -> usize {
    unit.map_or(RuleUnitKind::Space as usize, |unit| usize::from(unit.kind))
}

fn tag_group(tag: u8) -> usize {
    match Tag::numbered(tag).name() {
        "nr" | "nrfg" => 1,
        "nrt" => 2,
        "ns" => 3,
        "nt" | "nz" => 4,
        "x" => 5,
        "p" | "c" | "d" | "r" | "u" | "uj" => 6,
        name if name.starts_with('n') || name == "j" => 7,
        _ => 8,
    }
}
