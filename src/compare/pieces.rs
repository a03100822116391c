//! The split of an edit into differences of one type each.

use std::ops::Range;

use super::alignment::{Detail, DifferenceType};
use super::edits::{EditRegion, is_inside_word};
use super::kin::kin;
use super::numerals::{is_figure, is_number, is_numeral, is_part};
use super::units::{Symbol, UnitKind, within};
use crate::text::Span;

/// One side of a pair.
#[derive(Clone, Copy)]
pub(super) struct SideSymbols<'a> {
    /// The text the units point into.
    pub(super) text: &'a str,
    /// The units of the passage.
    pub(super) units: &'a [Symbol],
}

/// A difference, in units of the passages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SymbolDifference {
    /// Its type.
    pub(super) kind: DifferenceType,
    /// Units of `a`.
    pub(super) a: Range<usize>,
    /// Units of `b`.
    pub(super) b: Range<usize>,
    /// A closer description, if one is known.
    pub(super) detail: Option<Detail>,
}

impl SideSymbols<'_> {
    /// Returns the text of some units, with the white space between them.
    pub(super) fn printed(&self, range: &Range<usize>) -> &str {
        match self.of(range) {
            [first, .., last] => Span { start: first.span.start, end: last.span.end }.of(self.text),
            [only] => only.span.of(self.text),
            [] => "",
        }
    }

    /// Returns the units of a range.
    fn of(&self, range: &Range<usize>) -> &[Symbol] {
        within(self.units, range)
    }

    /// Returns the folded text of some units.
    pub(super) fn folded(&self, range: &Range<usize>) -> String {
        self.of(range).iter().flat_map(|unit| unit.span.of(self.text).chars().map(kin)).collect()
    }

    pub(super) fn is_number(&self, range: &Range<usize>) -> bool {
        is_number(&self.folded(range))
    }

    fn has_content(&self, range: &Range<usize>) -> bool {
        self.of(range).iter().any(|unit| unit.kind.is_content())
    }

    fn equals(&self, range: &Range<usize>, other: &SideSymbols<'_>, others: &Range<usize>) -> bool {
        let (own, other) = (self.of(range).iter(), other.of(others).iter());
        own.map(|unit| unit.key).eq(other.map(|unit| unit.key))
    }

    /// Returns the place in `others` of the other passage where these units occur, whole and in a row. Punctuation
    /// alone occurs anywhere and proves nothing.
    fn inside(&self, range: &Range<usize>, other: &SideSymbols<'_>, others: &Range<usize>) -> Option<usize> {
        let length = range.len();
        let mut places = (others.clone()).take_while(|at| at.saturating_add(length) <= others.end);
        self.has_content(range)
            .then(|| places.find(|&at| self.equals(range, other, &(at..at.saturating_add(length)))))?
    }

    /// Splits a range into runs of one class: words, numbers, punctuation.
    fn runs(&self, range: &Range<usize>) -> ClassRuns {
        let mut runs: ClassRuns = Vec::new();
        for at in range.clone() {
            let class = self.class(at);
            match runs.last_mut() {
                Some((last, run)) if *last == class => run.end = at.saturating_add(1),
                _ => runs.push((class, at..at.saturating_add(1))),
            }
        }
        runs
    }

    /// Returns whether every unit may occur inside a number or a date, and whether one of them is a figure.
    pub(super) fn numeric(&self, range: &Range<usize>) -> (bool, bool) {
        let text = self.folded(range);
        (text.chars().all(is_part), text.contains(is_figure))
    }

    /// Returns the number of units, from the first, that are a date or a time of day: 3日, 5月3日, 10時30分.
    fn date_at_start(&self, range: &Range<usize>) -> usize {
        let parts = self.of(range).chunks_exact(2).zip(range.clone().step_by(2));
        let parts = parts.take_while(|(_, at)| self.is_part_of_date(*at));
        let length = parts.map(|(part, _)| part.len()).sum();
        if is_inside_word(self.units, range.start.saturating_add(length)) { 0 } else { length }
    }

    /// Returns the same from the last.
    fn date_at_end(&self, range: &Range<usize>) -> usize {
        let parts = self.of(range).rchunks_exact(2).zip(range.clone().rev().skip(1).step_by(2));
        let parts = parts.take_while(|(_, at)| self.is_part_of_date(*at));
        let length = parts.map(|(part, _)| part.len()).sum();
        if is_inside_word(self.units, range.end.saturating_sub(length)) { 0 } else { length }
    }

    /// Returns true if a figure is at unit `at`, with a unit of time after it.
    fn is_part_of_date(&self, at: usize) -> bool {
        self.is_figure(at) && self.is_unit_of_time(at.saturating_add(1))
    }

    pub(super) fn is_unit_of_time(&self, at: usize) -> bool {
        let folded = self.units.get(at).and_then(|unit| char::from_u32(unit.key));
        folded.is_some_and(|c| "年月日号时分秒".contains(c))
    }

    /// Returns true if unit `at` is a number or begins one.
    pub(super) fn is_figure(&self, at: usize) -> bool {
        self.class(at) == Class::Number
    }

    /// Returns the class of unit `at`; the place after the last unit counts as punctuation.
    fn class(&self, at: usize) -> Class {
        let Some(unit) = self.units.get(at) else { return Class::Punctuation };
        match unit.kind {
            UnitKind::Punctuation | UnitKind::Space => Class::Punctuation,
            UnitKind::Number => Class::Number,
            // A single numeral is a number if it is a word of its own, not inside 一些 or 統一.
            UnitKind::Word => {
                let alone =
                    !is_inside_word(self.units, at) && !is_inside_word(self.units, at.saturating_add(1));
                let numeral = char::from_u32(unit.key).is_some_and(is_numeral);
                if alone && numeral { Class::Number } else { Class::Word }
            }
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Word,
    Number,
    Punctuation,
}

/// Consecutive runs of units, each of one class.
type ClassRuns = Vec<(Class, Range<usize>)>;

/// Widens a range by the given numbers of units before and after it.
pub(super) fn wider(range: &Range<usize>, before: usize, behind: usize) -> Range<usize> {
    range.start.saturating_sub(before)..range.end.saturating_add(behind)
}

/// Splits an edit into its differences, in order.
pub(super) fn pieces(a: &SideSymbols<'_>, b: &SideSymbols<'_>, edit: &EditRegion) -> Vec<SymbolDifference> {
    let (runs_a, runs_b) = (a.runs(&edit.a), b.runs(&edit.b));
    let classes = |runs: &[(Class, Range<usize>)]| runs.iter().map(|run| run.0).collect::<Vec<_>>();
    let numbers = a.is_number(&edit.a) && b.is_number(&edit.b);
    if !numbers && runs_a.len() > 1 && classes(&runs_a) == classes(&runs_b) {
        // Both have the same classes in the same order: number for number, word for word.
        return runs_a
            .into_iter()
            .zip(runs_b)
            .filter(|((_, run_a), (_, run_b))| !a.equals(run_a, b, run_b))
            .map(|((_, run_a), (_, run_b))| whole(a, b, run_a, run_b))
            .collect();
    }
    if edit.a.is_empty() || edit.b.is_empty() || numbers {
        return vec![whole(a, b, edit.a.clone(), edit.b.clone())];
    }
    if let Some(at) = a.inside(&edit.a, b, &edit.b) {
        // All of one side occurs in the other, which has more on one or both sides of it.
        let around = [
            (edit.a.start..edit.a.start, edit.b.start..at),
            (edit.a.end..edit.a.end, at.saturating_add(edit.a.len())..edit.b.end),
        ];
        return parted(a, b, around);
    }
    if let Some(at) = b.inside(&edit.b, a, &edit.a) {
        let around = [
            (edit.a.start..at, edit.b.start..edit.b.start),
            (at.saturating_add(edit.b.len())..edit.a.end, edit.b.end..edit.b.end),
        ];
        return parted(a, b, around);
    }
    if let Some(pieces) = dated(a, b, edit) {
        return pieces;
    }
    if let Some(pieces) = beside_number(a, b, (&runs_a, &runs_b)) {
        return pieces;
    }
    if let Some(pieces) = for_punctuation(a, b, edit, (&runs_a, &runs_b)) {
        return pieces;
    }
    peeled(a, b, runs_a, runs_b)
}

/// Separates a date at one end of a replacement if the other side has no figure at all: the date was added or left out,
/// and the rest was replaced. Of 某人3日稱 and 某人說, 3日 is left out and 說 replaces 稱.
fn dated(a: &SideSymbols<'_>, b: &SideSymbols<'_>, edit: &EditRegion) -> Option<Vec<SymbolDifference>> {
    let figures =
        |passage: &SideSymbols<'_>, range: &Range<usize>| range.clone().any(|at| passage.is_figure(at));
    let is_of_a = figures(a, &edit.a);
    if is_of_a == figures(b, &edit.b) {
        return None;
    }
    let (side, range) = if is_of_a { (a, &edit.a) } else { (b, &edit.b) };
    let first = side.date_at_start(range);
    let last = if first == 0 { side.date_at_end(range) } else { 0 };
    let rest = range.start.saturating_add(first)..range.end.saturating_sub(last);
    if (first, last) == (0, 0) || !side.has_content(&rest) {
        return None;
    }
    let date = if first > 0 { range.start..rest.start } else { rest.end..range.end };
    let alone =
        |other: &Range<usize>| if first > 0 { other.start..other.start } else { other.end..other.end };
    let (of_date, of_rest) = if is_of_a {
        (whole(a, b, date, alone(&edit.b)), EditRegion { a: rest, b: edit.b.clone() })
    } else {
        (whole(a, b, alone(&edit.a), date), EditRegion { a: edit.a.clone(), b: rest })
    };
    let mut all = pieces(a, b, &of_rest);
    all.insert(if first > 0 { 0 } else { all.len() }, of_date);
    Some(all)
}

/// Separates the words before or after a number if the other side is a number alone: the words were added or left out,
/// and number replaces number.
fn beside_number(
    a: &SideSymbols<'_>,
    b: &SideSymbols<'_>,
    runs: (&ClassRuns, &ClassRuns),
) -> Option<Vec<SymbolDifference>> {
    let (is_of_a, number, other) = match (runs.0.as_slice(), runs.1.as_slice()) {
        ([(Class::Number, number)], other) => (false, number, other),
        (other, [(Class::Number, number)]) => (true, number, other),
        _ => return None,
    };
    let (at_start, same, rest) = match other {
        [(Class::Number, same), (Class::Word, rest)] => (true, same, rest),
        [(Class::Word, rest), (Class::Number, same)] => (false, same, rest),
        _ => return None,
    };
    let place = if at_start { number.end } else { number.start };
    let (numbers, words) = if is_of_a {
        (whole(a, b, same.clone(), number.clone()), whole(a, b, rest.clone(), place..place))
    } else {
        (whole(a, b, number.clone(), same.clone()), whole(a, b, place..place, rest.clone()))
    };
    Some(if at_start { vec![numbers, words] } else { vec![words, numbers] })
}

/// The number of letters from which words are no conjunction that a comma could replace.
const BEYOND_CONJUNCTION: u32 = 3;

/// Separates words on one side from mere punctuation on the other: the words were left out, the punctuation added.
fn for_punctuation(
    a: &SideSymbols<'_>,
    b: &SideSymbols<'_>,
    edit: &EditRegion,
    runs: (&ClassRuns, &ClassRuns),
) -> Option<Vec<SymbolDifference>> {
    // If words have punctuation of their own, the other's replaces that.
    let are_pure = |runs: &ClassRuns| runs.iter().all(|run| run.0 != Class::Punctuation) || runs.len() == 1;
    if !are_pure(runs.0) || !are_pure(runs.1) {
        return None;
    }
    let letters = |passage: &SideSymbols<'_>, range: &Range<usize>| -> u32 {
        passage.of(range).iter().map(|unit| unit.letters).sum()
    };
    let (of_a, of_b) = (letters(a, &edit.a), letters(b, &edit.b));
    if of_a.min(of_b) > 0 || of_a.max(of_b) < BEYOND_CONJUNCTION {
        return None;
    }
    let (own, other) = (edit.a.start..edit.a.start, edit.b.start..edit.b.start);
    // The words come first, as if the new text were written over the deleted one.
    Some(if of_a > 0 {
        vec![whole(a, b, edit.a.clone(), other), whole(a, b, edit.a.end..edit.a.end, edit.b.clone())]
    } else {
        vec![whole(a, b, own, edit.b.clone()), whole(a, b, edit.a.clone(), edit.b.end..edit.b.end)]
    })
}

/// Returns the differences around something that both sides have.
fn parted(
    a: &SideSymbols<'_>,
    b: &SideSymbols<'_>,
    around: [(Range<usize>, Range<usize>); 2],
) -> Vec<SymbolDifference> {
    let there = around.into_iter().filter(|(own, other)| !(own.is_empty() && other.is_empty()));
    there.map(|(own, other)| whole(a, b, own, other)).collect()
}

/// Separates punctuation from both ends of a replacement, so that words are compared with words.
fn peeled(
    a: &SideSymbols<'_>,
    b: &SideSymbols<'_>,
    mut runs_a: ClassRuns,
    mut runs_b: ClassRuns,
) -> Vec<SymbolDifference> {
    let mut head = Vec::new();
    let ([(class_a, first_a), ..], [(class_b, first_b), ..]) = (&runs_a[..], &runs_b[..]) else {
        return head;
    };
    let start = (first_a.start, first_b.start);
    match (*class_a, *class_b) {
        (Class::Punctuation, Class::Punctuation) => {
            let (run_a, run_b) = (runs_a.remove(0).1, runs_b.remove(0).1);
            if !a.equals(&run_a, b, &run_b) {
                head.push(whole(a, b, run_a, run_b));
            }
        }
        (Class::Punctuation, _) if is_plain(&runs_a) => {
            head.push(whole(a, b, runs_a.remove(0).1, start.1..start.1));
        }
        (_, Class::Punctuation) if is_plain(&runs_b) => {
            head.push(whole(a, b, start.0..start.0, runs_b.remove(0).1));
        }
        _ => {}
    }
    let end =
        |runs: &[(Class, Range<usize>)], otherwise: usize| runs.last().map_or(otherwise, |run| run.1.end);
    let begin =
        |runs: &[(Class, Range<usize>)], otherwise: usize| runs.first().map_or(otherwise, |run| run.1.start);
    let after = head.last().map_or(start, |piece| (piece.a.end, piece.b.end));
    let stop = (end(&runs_a, after.0), end(&runs_b, after.1));
    let mut tail = Vec::new();
    let last = |runs: &[(Class, Range<usize>)]| runs.last().map(|run| run.0);
    match (last(&runs_a), last(&runs_b)) {
        (Some(Class::Punctuation), Some(Class::Punctuation)) => {
            if let (Some((_, run_a)), Some((_, run_b))) = (runs_a.pop(), runs_b.pop())
                && !a.equals(&run_a, b, &run_b)
            {
                tail.push(whole(a, b, run_a, run_b));
            }
        }
        (Some(Class::Punctuation), Some(_)) if is_plain(&runs_a) => {
            tail.extend(runs_a.pop().map(|(_, run)| whole(a, b, run, stop.1..stop.1)));
        }
        (Some(_), Some(Class::Punctuation)) if is_plain(&runs_b) => {
            tail.extend(runs_b.pop().map(|(_, run)| whole(a, b, stop.0..stop.0, run)));
        }
        _ => {}
    }
    let middle_a = begin(&runs_a, after.0)..end(&runs_a, after.0);
    let middle_b = begin(&runs_b, after.1)..end(&runs_b, after.1);
    if !(middle_a.is_empty() && middle_b.is_empty()) {
        head.push(whole(a, b, middle_a, middle_b));
    }
    head.extend(tail);
    head
}

/// Returns true if punctuation at an end may be separated. From clauses it may not: their last comma is a part of them.
fn is_plain(runs: &[(Class, Range<usize>)]) -> bool {
    matches!(runs, [_, within @ .., _] if within.iter().all(|run| run.0 != Class::Punctuation))
}

/// Returns the number in each of two runs, if nothing else differs: the thing counted belongs to neither number.
fn counted(
    passage_a: &SideSymbols<'_>,
    passage_b: &SideSymbols<'_>,
    a: &Range<usize>,
    b: &Range<usize>,
) -> Option<(Range<usize>, Range<usize>)> {
    let (units_a, units_b) = (passage_a.of(a), passage_b.of(b));
    let same = |(a, b): &(&Symbol, &Symbol)| a.key == b.key;
    let head = units_a.iter().zip(units_b).take_while(same).count();
    let shorter = a.len().min(b.len()).saturating_sub(head);
    let tail = units_a.iter().rev().zip(units_b.iter().rev()).take(shorter).take_while(same).count();
    let inner = |range: &Range<usize>| range.start.saturating_add(head)..range.end.saturating_sub(tail);
    let (a, b) = (inner(a), inner(b));
    ((head, tail) != (0, 0) && passage_a.is_number(&a) && passage_b.is_number(&b)).then_some((a, b))
}

/// Makes one difference of two runs.
fn whole(
    passage_a: &SideSymbols<'_>,
    passage_b: &SideSymbols<'_>,
    a: Range<usize>,
    b: Range<usize>,
) -> SymbolDifference {
    let (a, b) = counted(passage_a, passage_b, &a, &b).unwrap_or((a, b));
    let kind = if !passage_a.has_content(&a) && !passage_b.has_content(&b) {
        DifferenceType::Punctuation
    } else if a.is_empty() {
        DifferenceType::Addition
    } else if b.is_empty() {
        DifferenceType::Omission
    } else if passage_a.is_number(&a) && passage_b.is_number(&b) {
        DifferenceType::Number
    } else {
        DifferenceType::Wording
    };
    SymbolDifference { kind, a, b, detail: None }
}
