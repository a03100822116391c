//! The edits between two runs of units: the cheapest set of regions outside which both are the same.
//!
//! The cost of a region is a fixed price, more where it divides a word, and the price of every unit in it, on both
//! sides. So a common 的 or comma is no reason to split one change in two, while a shared word is, and a change prefers
//! to begin and end at word boundaries. The table of costs is as large as the product of both lengths; runs too long
//! for that are first anchored at what they share word for word.

use std::ops::Range;

use rustc_hash::FxHashMap;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::units::{Symbol, UnitKind, within};
use crate::text::saturating_u32;

/// A region that differs; between regions both sides are equal, unit for unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct EditRegion {
    /// Units of `a`.
    pub(super) a: Range<usize>,
    /// Units of `b`.
    pub(super) b: Range<usize>,
}

/// The costs of beginning and of ending a region.
const OPEN: u32 = 100;
const CLOSE: u32 = 30;

/// The refund for a region that ends after punctuation, so that an added clause includes its comma.
const CLOSE_BEHIND_PUNCTUATION: u32 = 6;

/// The cost of beginning or ending a region inside a word of one side.
const INSIDE_WORD: u32 = 60;

/// The margin, in units, left around equal beginnings and ends, so that a region can find its best place.
const MARGIN: usize = 12;

/// The maximum size of the table of costs.
const LARGEST_TABLE: usize = 300_000;

/// The number of consecutive units that anchor long runs to each other.
const TIE: usize = 6;

/// Returns the regions in which `a` and `b` differ, in order.
pub(super) fn edits(a: &[Symbol], b: &[Symbol]) -> Vec<EditRegion> {
    let mut edits = Vec::new();
    let both = EditSearch { a, b };
    if !both.are_equal(0..a.len(), 0..b.len()) {
        both.collect(0..a.len(), 0..b.len(), TIE, &mut edits);
    }
    edits
}

struct EditSearch<'a> {
    a: &'a [Symbol],
    b: &'a [Symbol],
}

impl EditSearch<'_> {
    fn are_equal(&self, a: Range<usize>, b: Range<usize>) -> bool {
        within(self.a, &a).iter().map(|unit| unit.key).eq(within(self.b, &b).iter().map(|unit| unit.key))
    }

    /// Finds the edits between two runs and appends them.
    fn collect(&self, a: Range<usize>, b: Range<usize>, tie: usize, edits: &mut Vec<EditRegion>) {
        if self.are_equal(a.clone(), b.clone()) {
            return;
        }
        let (units_a, units_b) = (within(self.a, &a), within(self.b, &b));
        let equal = |(a, b): &(&Symbol, &Symbol)| a.key == b.key;
        let head = units_a.iter().zip(units_b).take_while(equal).count().saturating_sub(MARGIN);
        let shorter = a.len().min(b.len()).saturating_sub(head);
        let ends = units_a.iter().rev().zip(units_b.iter().rev()).take(shorter);
        let tail = ends.take_while(equal).count().saturating_sub(MARGIN);
        let inner = |range: &Range<usize>| range.start.saturating_add(head)..range.end.saturating_sub(tail);
        let (a, b) = (inner(&a), inner(&b));
        let cells = a.len().saturating_add(1).saturating_mul(b.len().saturating_add(1));
        if a.is_empty() || b.is_empty() {
            edits.push(EditRegion { a, b });
        } else if cells <= LARGEST_TABLE {
            self.fill_in(a, b, edits);
        } else if tie > 0 {
            self.tie(a, b, tie, edits);
        } else {
            edits.push(EditRegion { a, b });
        }
    }

    /// Splits long runs at shared windows of `tie` units, and finds the edits between them.
    fn tie(&self, a: Range<usize>, b: Range<usize>, tie: usize, edits: &mut Vec<EditRegion>) {
        let mut numbers = FxHashMap::default();
        let (windows_a, windows_b) = (
            numbered(within(self.a, &a), tie, &mut numbers),
            numbered(within(self.b, &b), tie, &mut numbers),
        );
        let (mut from_a, mut from_b) = (a.start, b.start);
        for op in capture_diff_slices(Algorithm::Patience, &windows_a, &windows_b) {
            let DiffOp::Equal { old_index, new_index, len } = op else { continue };
            // Only the first unit of each shared window is sure to be outside the next change.
            let (start_a, start_b) = (a.start.saturating_add(old_index), b.start.saturating_add(new_index));
            self.collect(from_a..start_a, from_b..start_b, tie / 3, edits);
            (from_a, from_b) = (start_a.saturating_add(len), start_b.saturating_add(len));
        }
        self.collect(from_a..a.end, from_b..b.end, tie / 3, edits);
    }

    /// Fills in the table of costs and reads the cheapest edits from it.
    fn fill_in(&self, a: Range<usize>, b: Range<usize>, edits: &mut Vec<EditRegion>) {
        let table = EditTable::new(&places(self.a, &a), &places(self.b, &b));
        edits.extend(table.edits().into_iter().rev().map(|edit| EditRegion {
            a: a.start.saturating_add(edit.a.start)..a.start.saturating_add(edit.a.end),
            b: b.start.saturating_add(edit.b.start)..b.start.saturating_add(edit.b.end),
        }));
    }
}

/// The cost of an impossible step.
const FAR: u32 = u32::MAX;

/// A place between two units of a run, at its beginning or at its end.
#[derive(Clone, Copy)]
struct UnitPlace<'a> {
    /// The unit of the run before it.
    unit: Option<&'a Symbol>,
    /// The cost of that unit inside a region.
    price: u32,
    /// The cost of beginning or ending a region here, beyond the price of every region.
    edge: u32,
    /// True if punctuation precedes it.
    is_behind_punctuation: bool,
}

/// Returns the places of a run, one more than it has units.
fn places<'a>(units: &'a [Symbol], run: &Range<usize>) -> Vec<UnitPlace<'a>> {
    let own = std::iter::once(None).chain(within(units, run).iter().map(Some));
    let place = |(at, unit): (usize, Option<&'a Symbol>)| {
        let before = at.checked_sub(1).and_then(|before| units.get(before));
        UnitPlace {
            unit,
            price: unit.map_or(FAR, price),
            edge: if is_inside_word(units, at) { INSIDE_WORD } else { 0 },
            is_behind_punctuation: before.is_some_and(|unit| unit.kind == UnitKind::Punctuation),
        }
    };
    (run.start..).zip(own).map(place).collect()
}

/// Returns the cost of ending a region at a place of either run.
fn close(a: &UnitPlace<'_>, b: &UnitPlace<'_>) -> u32 {
    let back = if a.is_behind_punctuation || b.is_behind_punctuation { CLOSE_BEHIND_PUNCTUATION } else { 0 };
    CLOSE.saturating_sub(back).saturating_add(a.edge).saturating_add(b.edge)
}

/// The cheapest way to every place of two runs, row by row of the first.
struct EditTable {
    steps: Vec<EditStep>,
    /// The places of each run.
    size: (usize, usize),
    /// True if the cheapest way ends inside a region.
    ends_within: bool,
}

/// A place of the second run, and the cheapest ways to it from the row that was filled in last.
#[derive(Clone, Copy)]
struct EditColumn<'a> {
    place: UnitPlace<'a>,
    /// The cost of reaching it outside a region.
    outside: u32,
    /// The cost of reaching it inside one.
    within: u32,
}

/// The last step of the cheapest way to a place of the table.
#[derive(Clone, Copy, Default)]
struct EditStep {
    /// True if the equal unit before it ended a region.
    closes: bool,
    /// The last step of the region that reaches it.
    within: Within,
}

#[derive(Clone, Copy, Default)]
enum Within {
    #[default]
    Opened,
    Down,
    Right,
}

impl EditTable {
    fn new(rows: &[UnitPlace<'_>], columns: &[UnitPlace<'_>]) -> Self {
        let size = (rows.len(), columns.len());
        let mut columns: Vec<EditColumn<'_>> =
            columns.iter().map(|&place| EditColumn { place, outside: FAR, within: FAR }).collect();
        let mut steps = Vec::with_capacity(size.0.saturating_mul(size.1));
        let mut above = None;
        for row in rows {
            fill_in_row((above, row), &mut columns, &mut steps);
            above = Some(row);
        }
        let ends_within = above
            .zip(columns.last())
            .is_some_and(|(row, last)| last.within.saturating_add(close(row, &last.place)) < last.outside);
        Self { steps, size, ends_within }
    }

    /// Follows the steps back from the end; the last edit comes first.
    fn edits(&self) -> Vec<EditRegion> {
        let mut at = self.size.0.checked_sub(1).zip(self.size.1.checked_sub(1));
        let mut end = at.filter(|_| self.ends_within);
        let mut edits = Vec::new();
        while let Some((i, j)) = at
            && ((i, j) != (0, 0) || end.is_some())
        {
            let Some(step) = i.checked_mul(self.size.1).and_then(|row| self.steps.get(row.checked_add(j)?))
            else {
                break;
            };
            at = match (end, step.within) {
                (Some(from), Within::Opened) => {
                    edits.push(EditRegion { a: i..from.0, b: j..from.1 });
                    end = None;
                    at
                }
                (Some(_), Within::Down) => i.checked_sub(1).map(|i| (i, j)),
                (Some(_), Within::Right) => j.checked_sub(1).map(|j| (i, j)),
                (None, _) => {
                    let before = i.checked_sub(1).zip(j.checked_sub(1));
                    end = before.filter(|_| step.closes);
                    before
                }
            };
        }
        edits
    }
}

/// Finds the cheapest ways to the places of a row from those to the row above it.
fn fill_in_row(
    (above, row): (Option<&UnitPlace<'_>>, &UnitPlace<'_>),
    columns: &mut [EditColumn<'_>],
    steps: &mut Vec<EditStep>,
) {
    // The column before this one: as it was in the row above, and its current cost of being inside a region.
    let (mut diagonal, mut left): (Option<EditColumn<'_>>, u32) = (None, FAR);
    for column in columns {
        let place = column.place;
        let mut step = EditStep::default();
        let is_start = row.unit.is_none() && place.unit.is_none();
        let mut here = if is_start { 0 } else { FAR };
        let is_equal = row.unit.zip(place.unit).is_some_and(|(a, b)| a.key == b.key);
        if let (true, Some(above), Some(before)) = (is_equal, above, diagonal) {
            let closed = before.within.saturating_add(close(above, &before.place));
            // Of equal ways the one whose region lies furthest on is taken, so that an addition to a phrase ends as the
            // phrase does.
            step.closes = closed <= before.outside;
            here = before.outside.min(closed);
        }
        diagonal = Some(*column);
        column.outside = here;

        let opened = here.saturating_add(OPEN).saturating_add(row.edge).saturating_add(place.edge);
        let down = column.within.saturating_add(row.price);
        let right = left.saturating_add(place.price);
        let best = opened.min(down).min(right);
        step.within = match best {
            FAR => Within::Opened,
            _ if best == right => Within::Right,
            _ if best == down => Within::Down,
            _ => Within::Opened,
        };
        column.within = best;
        left = best;
        steps.push(step);
    }
}

/// Returns the price of a unit that has no equal on the other side; characteristic units cost most, so that they are
/// given up last.
fn price(unit: &Symbol) -> u32 {
    match unit.kind {
        // Weights lie between 0 and 1, so nothing is lost.
        UnitKind::Word => {
            let length = unit.letters.saturating_sub(1).min(4).saturating_mul(20);
            length.saturating_add((45.0 * unit.weight) as u32).saturating_add(65)
        }
        UnitKind::Number => 150,
        UnitKind::Punctuation => 70,
        UnitKind::Space => 20,
    }
}

/// Returns true if the place before unit `at` lies inside a word.
pub(super) fn is_inside_word(units: &[Symbol], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| units.get(before));
    before
        .zip(units.get(at))
        .is_some_and(|(before, unit)| !unit.starts_word && unit.kind.is_content() && before.kind.is_content())
}

/// Numbers every window of `length` units; equal windows get the same number.
fn numbered(units: &[Symbol], length: usize, numbers: &mut FxHashMap<Vec<u32>, u32>) -> Vec<u32> {
    let windows = units.windows(length).map(|window| window.iter().map(|unit| unit.key).collect());
    windows
        .map(|window: Vec<u32>| {
            let next = saturating_u32(numbers.len());
            *numbers.entry(window).or_insert(next)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::side::Side;
    use crate::compare::units::Alphabet;
    use crate::lexicon::RegionalWording;
    use crate::text::Span;
    use proptest::prelude::*;

    fn units(alphabet: &mut Alphabet, text: &str) -> Vec<Symbol> {
        let sentences = [Span::new(0, text.len())];
        alphabet
            .units(Side { text, sentences: &sentences, tokens: &[], regional: RegionalWording::bundled() })
            .all
    }

    fn changed(a: &str, b: &str) -> Vec<(String, String)> {
        let mut alphabet = Alphabet::default();
        let (units_a, units_b) = (units(&mut alphabet, a), units(&mut alphabet, b));
        let text =
            |text: &str, units: &[Symbol]| units.iter().map(|unit| unit.span.of(text)).collect::<String>();
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
            let both = EditSearch { a: &units_a, b: &units_b };
            for edit in edits(&units_a, &units_b) {
                prop_assert!(both.are_equal(at_a..edit.a.start, at_b..edit.b.start));
                prop_assert!(!(edit.a.is_empty() && edit.b.is_empty()));
                (at_a, at_b) = (edit.a.end, edit.b.end);
            }
            prop_assert!(both.are_equal(at_a..units_a.len(), at_b..units_b.len()));
        }
    }
}
