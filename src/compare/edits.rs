//! What is changed between two runs of units: the cheapest set of regions outside which both are the same.
//!
//! The cost of a region is a fixed price for there being one, more where it cuts through a word, and the price of
//! every unit in it, on both sides. So a stray 的 or comma in common is no reason to break one change into two, while a
//! shared word is, and a change prefers to begin and end where words do. The table of costs is as large as the product
//! of both lengths; runs too long for that are first tied together by what they share word for word.

use std::ops::Range;

use rustc_hash::FxHashMap;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::units::{Unit, UnitKind};

/// A region that differs; between regions both sides are equal, unit for unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Edit {
    /// Units of `a`.
    pub(super) a: Range<usize>,
    /// Units of `b`.
    pub(super) b: Range<usize>,
}

/// What it costs to begin, and to end, a region.
const OPEN: u32 = 100;
const CLOSE: u32 = 30;

/// What is given back where a region ends behind punctuation, so that an added clause takes its comma along.
const CLOSE_BEHIND_PUNCTUATION: u32 = 6;

/// What it costs to begin or end a region inside a word of one side.
const INSIDE_WORD: u32 = 60;

/// Units of margin kept around what equal beginnings and ends leave, so that a region can find its best place.
const MARGIN: usize = 12;

/// The greatest table of costs that is filled in.
const LARGEST_TABLE: usize = 300_000;

/// How many units in a row tie long runs together.
const TIE: usize = 6;

/// The regions in which `a` and `b` differ, in order.
pub(super) fn edits(a: &[Unit], b: &[Unit]) -> Vec<Edit> {
    let mut edits = Vec::new();
    let both = Runs { a, b };
    if !both.are_equal(0..a.len(), 0..b.len()) {
        both.collect(0..a.len(), 0..b.len(), TIE, &mut edits);
    }
    edits
}

struct Runs<'a> {
    a: &'a [Unit],
    b: &'a [Unit],
}

impl Runs<'_> {
    fn are_equal(&self, a: Range<usize>, b: Range<usize>) -> bool {
        a.len() == b.len() && self.a[a].iter().zip(&self.b[b]).all(|(a, b)| a.key == b.key)
    }

    /// Finds the edits between two runs and appends them.
    fn collect(&self, a: Range<usize>, b: Range<usize>, tie: usize, edits: &mut Vec<Edit>) {
        if self.are_equal(a.clone(), b.clone()) {
            return;
        }
        let pairs = || self.a[a.clone()].iter().zip(&self.b[b.clone()]);
        let ends = || self.a[a.clone()].iter().rev().zip(self.b[b.clone()].iter().rev());
        let head = pairs().take_while(|(a, b)| a.key == b.key).count().saturating_sub(MARGIN);
        let shorter = a.len().min(b.len()) - head;
        let tail = ends().take(shorter).take_while(|(a, b)| a.key == b.key).count().saturating_sub(MARGIN);
        let (a, b) = (a.start + head..a.end - tail, b.start + head..b.end - tail);
        if a.is_empty() || b.is_empty() {
            edits.push(Edit { a, b });
        } else if (a.len() + 1) * (b.len() + 1) <= LARGEST_TABLE {
            self.fill_in(a, b, edits);
        } else if tie > 0 {
            self.tie(a, b, tie, edits);
        } else {
            edits.push(Edit { a, b });
        }
    }

    /// Splits long runs at what they share `tie` units at a time, and looks between.
    fn tie(&self, a: Range<usize>, b: Range<usize>, tie: usize, edits: &mut Vec<Edit>) {
        let mut numbers = FxHashMap::default();
        let (windows_a, windows_b) = (
            numbered(&self.a[a.clone()], tie, &mut numbers),
            numbered(&self.b[b.clone()], tie, &mut numbers),
        );
        let (mut from_a, mut from_b) = (a.start, b.start);
        for op in capture_diff_slices(Algorithm::Patience, &windows_a, &windows_b) {
            let DiffOp::Equal { old_index, new_index, len } = op else { continue };
            // Of each shared window its first unit is sure to be free of the next change.
            let (start_a, start_b) = (a.start + old_index, b.start + new_index);
            self.collect(from_a..start_a, from_b..start_b, tie / 3, edits);
            (from_a, from_b) = (start_a + len, start_b + len);
        }
        self.collect(from_a..a.end, from_b..b.end, tie / 3, edits);
    }

    /// Fills in the table of costs and reads the cheapest edits off it.
    fn fill_in(&self, a: Range<usize>, b: Range<usize>, edits: &mut Vec<Edit>) {
        let inside = |units: &[Unit], at: usize| if is_inside_word(units, at) { INSIDE_WORD } else { 0 };
        let inside_a: Vec<u32> = (a.start..=a.end).map(|at| inside(self.a, at)).collect();
        let inside_b: Vec<u32> = (b.start..=b.end).map(|at| inside(self.b, at)).collect();
        let behind = |units: &[Unit], at: usize| at > 0 && units[at - 1].kind == UnitKind::Punctuation;
        let behind_a: Vec<bool> = (a.start..=a.end).map(|at| behind(self.a, at)).collect();
        let behind_b: Vec<bool> = (b.start..=b.end).map(|at| behind(self.b, at)).collect();
        let close = |i: usize, j: usize| {
            let back = if behind_a[i] || behind_b[j] { CLOSE_BEHIND_PUNCTUATION } else { 0 };
            CLOSE - back + inside_a[i] + inside_b[j]
        };
        let (units_a, units_b) = (&self.a[a.clone()], &self.b[b.clone()]);
        let prices_b: Vec<u32> = units_b.iter().map(price).collect();
        let width = units_b.len() + 1;
        let mut steps = vec![Step::default(); (units_a.len() + 1) * width];
        // The cheapest way to each place of this row and the last: outside a region, and inside one.
        let mut outside = vec![FAR; width];
        let mut within = vec![FAR; width];
        for i in 0..=units_a.len() {
            let (mut diagonal_outside, mut diagonal_within) = (FAR, FAR);
            let price_a = i.checked_sub(1).map_or(FAR, |before| price(&units_a[before]));
            for j in 0..width {
                let step = &mut steps[i * width + j];
                let mut here = if i == 0 && j == 0 { 0 } else { FAR };
                if i > 0 && j > 0 && units_a[i - 1].key == units_b[j - 1].key {
                    let closed = diagonal_within.saturating_add(close(i - 1, j - 1));
                    // Of equal ways the one whose region stands furthest on is taken, so that what is added to a phrase
                    // ends as the phrase does.
                    step.closes = closed <= diagonal_outside;
                    here = diagonal_outside.min(closed);
                }
                (diagonal_outside, diagonal_within) = (outside[j], within[j]);
                outside[j] = here;

                let opened = here.saturating_add(OPEN + inside_a[i] + inside_b[j]);
                let down = within[j].saturating_add(price_a);
                let right = j.checked_sub(1).map_or(FAR, |left| within[left].saturating_add(prices_b[left]));
                let best = opened.min(down).min(right);
                step.within = match best {
                    FAR => Within::Opened,
                    _ if best == right => Within::Right,
                    _ if best == down => Within::Down,
                    _ => Within::Opened,
                };
                within[j] = best;
            }
        }
        let (last_a, last_b) = (units_a.len(), units_b.len());
        let ends_within = within[last_b].saturating_add(close(last_a, last_b)) < outside[last_b];
        edits.extend(read_off(&steps, last_a, last_b, ends_within).into_iter().rev().map(|edit| Edit {
            a: a.start + edit.a.start..a.start + edit.a.end,
            b: b.start + edit.b.start..b.start + edit.b.end,
        }));
    }
}

/// The cost of what cannot be.
const FAR: u32 = u32::MAX;

/// How the cheapest way came to a place of the table.
#[derive(Clone, Copy, Default)]
struct Step {
    /// Whether the equal unit before it ended a region.
    closes: bool,
    /// How a region came here.
    within: Within,
}

#[derive(Clone, Copy, Default)]
enum Within {
    #[default]
    Opened,
    Down,
    Right,
}

/// Follows the steps back from the end; the last edit comes first.
fn read_off(steps: &[Step], last_a: usize, last_b: usize, ends_within: bool) -> Vec<Edit> {
    let (mut i, mut j) = (last_a, last_b);
    let mut end = ends_within.then_some((i, j));
    let mut edits = Vec::new();
    while i > 0 || j > 0 || end.is_some() {
        let step = steps[i * (last_b + 1) + j];
        match (end, step.within) {
            (Some(from), Within::Opened) => {
                edits.push(Edit { a: i..from.0, b: j..from.1 });
                end = None;
            }
            (Some(_), Within::Down) => i -= 1,
            (Some(_), Within::Right) => j -= 1,
            (None, _) => {
                (i, j) = (i - 1, j - 1);
                end = step.closes.then_some((i, j));
            }
        }
    }
    edits
}

/// What a unit costs that has no equal on the other side; telling ones cost most, so that they are the last to be
/// given up.
fn price(unit: &Unit) -> u32 {
    match unit.kind {
        // Weights lie between 0 and 1, so nothing is lost.
        UnitKind::Word => 65 + (45.0 * unit.weight) as u32 + 20 * unit.letters.saturating_sub(1).min(4),
        UnitKind::Number => 150,
        UnitKind::Punctuation => 70,
        UnitKind::Space => 20,
    }
}

/// Whether the place before unit `at` lies inside a word.
pub(super) fn is_inside_word(units: &[Unit], at: usize) -> bool {
    at > 0
        && at < units.len()
        && !units[at].starts_word
        && units[at].kind.is_content()
        && units[at - 1].kind.is_content()
}

/// Every window of `length` units by a number that equal windows share.
fn numbered(units: &[Unit], length: usize, numbers: &mut FxHashMap<Vec<u32>, u32>) -> Vec<u32> {
    let windows = units.windows(length).map(|window| window.iter().map(|unit| unit.key).collect());
    windows
        .map(|window: Vec<u32>| {
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            *numbers.entry(window).or_insert(next)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::side::Side;
    use crate::compare::units::Alphabet;
    use crate::text::Span;
    use proptest::prelude::*;

    fn units(alphabet: &mut Alphabet, text: &str) -> Vec<Unit> {
        let sentences = [Span::new(0, text.len())];
        alphabet.units(Side { text, sentences: &sentences, tokens: &[] }).all
    }

    fn changed(a: &str, b: &str) -> Vec<(String, String)> {
        let mut alphabet = Alphabet::default();
        let (units_a, units_b) = (units(&mut alphabet, a), units(&mut alphabet, b));
        let text =
            |text: &str, units: &[Unit]| units.iter().map(|unit| unit.span.of(text)).collect::<String>();
        edits(&units_a, &units_b)
            .into_iter()
            .map(|edit| (text(a, &units_a[edit.a]), text(b, &units_b[edit.b])))
            .collect()
    }

    #[test]
    fn an_added_clause_takes_its_comma_along() {
        assert_eq!(changed("甲乙，丙丁。", "甲乙，戊己，丙丁。"), [(String::new(), "戊己，".to_owned())]);
        assert_eq!(changed("丙丁。", "戊己，丙丁。"), [(String::new(), "戊己，".to_owned())]);
    }

    #[test]
    fn equal_runs_have_no_edit_and_strange_ones_have_one() {
        assert_eq!(changed("甲乙丙", "甲乙丙"), []);
        assert_eq!(changed("", "甲"), [(String::new(), "甲".to_owned())]);
        assert_eq!(changed("甲乙", "丙丁戊"), [("甲乙".to_owned(), "丙丁戊".to_owned())]);
    }

    #[test]
    fn long_runs_are_tied_together() {
        let word = |n: u32| char::from_u32(0x4E00 + n * 7 % 20_000).unwrap();
        let a: String = (0..5000).map(word).collect();
        let b: String = (0..5000).map(|n| if n % 100 == 50 { '〆' } else { word(n) }).collect();
        let found = changed(&a, &b);
        assert_eq!(found.len(), 50);
        assert!(found.iter().all(|(a, b)| a.chars().count() == 1 && b == "〆"));
    }

    proptest! {
        #[test]
        fn outside_the_edits_both_are_equal(a in "[一-丈，。 a5]{0,40}", b in "[一-丈，。 a5]{0,40}") {
            let mut alphabet = Alphabet::default();
            let (units_a, units_b) = (units(&mut alphabet, &a), units(&mut alphabet, &b));
            let (mut at_a, mut at_b) = (0, 0);
            let both = Runs { a: &units_a, b: &units_b };
            for edit in edits(&units_a, &units_b) {
                prop_assert!(both.are_equal(at_a..edit.a.start, at_b..edit.b.start));
                prop_assert!(!(edit.a.is_empty() && edit.b.is_empty()));
                (at_a, at_b) = (edit.a.end, edit.b.end);
            }
            prop_assert!(both.are_equal(at_a..units_a.len(), at_b..units_b.len()));
        }
    }
}
