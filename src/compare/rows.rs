//! The sentences of several texts that belong in one row, and the order of the rows.

use std::ops::Range;

use super::alignment::Alignment;
use super::side::Side;
use crate::text::{OrderBy, Span};

/// Sentences that belong together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Bunch {
    /// Consecutive sentences of each text that has any, by the text's number, in order.
    pub(super) cells: Vec<(usize, Range<usize>)>,
}

impl Bunch {
    /// Returns the sentences of one text.
    pub(super) fn of(&self, text: usize) -> Option<&Range<usize>> {
        self.cells.iter().find(|cell| cell.0 == text).map(|cell| &cell.1)
    }
}

/// A pair of some alignment: sentences of two texts.
struct Link {
    score: f64,
    a: (usize, Range<usize>),
    b: (usize, Range<usize>),
}

/// Bunches the sentences of all texts; the closest pairs decide first.
pub(super) fn bunches(sides: &[Side<'_>], alignments: &[((usize, usize), Alignment)]) -> Vec<Bunch> {
    let mut links: Vec<Link> = alignments
        .iter()
        .flat_map(|((i, j), alignment)| {
            alignment.pairs.iter().filter(|pair| !pair.repeated).map(|pair| Link {
                score: pair.score,
                a: (*i, numbers(sides.get(*i), pair.a)),
                b: (*j, numbers(sides.get(*j), pair.b)),
            })
        })
        .collect();
    links.order_by(|x, y| {
        let place = |link: &Link| (link.a.0, link.b.0, link.a.1.start, link.b.1.start);
        y.score.total_cmp(&x.score).then_with(|| place(x).cmp(&place(y)))
    });
    let mut joined: Vec<Vec<bool>> = sides.iter().map(|side| vec![false; side.sentences.len()]).collect();
    for (text, sentences) in links.iter().flat_map(|link| [&link.a, &link.b]) {
        let behind_first = sentences.start.saturating_add(1)..sentences.end;
        let inside = joined.get_mut(*text).and_then(|of_text| of_text.get_mut(behind_first));
        inside.into_iter().for_each(|inside| inside.fill(true));
    }

    let mut bunches: Vec<Bunch> = Vec::new();
    let mut bunch_of: Vec<Vec<usize>> = Vec::with_capacity(sides.len());
    for (text, side) in sides.iter().enumerate() {
        let first = bunches.len();
        bunches.extend(
            (0..side.sentences.len()).map(|at| Bunch { cells: vec![(text, at..at.saturating_add(1))] }),
        );
        bunch_of.push((first..bunches.len()).collect());
    }
    for link in &links {
        let mut members: Vec<usize> = [&link.a, &link.b]
            .into_iter()
            .filter_map(|(text, sentences)| bunch_of.get(*text)?.get(sentences.clone()))
            .flatten()
            .copied()
            .collect();
        members.sort_unstable();
        members.dedup();
        let Some(whole) = union(members.iter().filter_map(|&member| bunches.get(member)), &joined) else {
            continue;
        };
        let Some(&first) = members.first() else { continue };
        for member in members {
            bunches.get_mut(member).into_iter().for_each(|bunch| bunch.cells.clear());
        }
        for (text, sentences) in &whole.cells {
            let theirs = bunch_of.get_mut(*text).and_then(|of_text| of_text.get_mut(sentences.clone()));
            theirs.into_iter().for_each(|theirs| theirs.fill(first));
        }
        if let Some(bunch) = bunches.get_mut(first) {
            *bunch = whole;
        }
    }
    bunches.retain(|bunch| !bunch.cells.is_empty());
    bunches
}

/// Returns the numbers of the sentences in a passage.
fn numbers(side: Option<&Side<'_>>, passage: Span) -> Range<usize> {
    let sentences = side.map_or(&[][..], |side| side.sentences);
    let first = sentences.partition_point(|sentence| sentence.start < passage.start);
    let last = sentences.partition_point(|sentence| sentence.end <= passage.end);
    first..last
}

/// Merges several bunches if the sentences of each text are then consecutive and joined by some pair.
fn union<'a>(bunches: impl Iterator<Item = &'a Bunch>, joined: &[Vec<bool>]) -> Option<Bunch> {
    let mut cells: Vec<(usize, Range<usize>)> =
        bunches.flat_map(|bunch| bunch.cells.iter().cloned()).collect();
    cells.order_by_key(|(text, sentences)| (*text, sentences.start));
    let mut whole: Vec<(usize, Range<usize>)> = Vec::with_capacity(cells.len());
    for (text, sentences) in cells {
        match whole.last_mut() {
            Some((last, before)) if *last == text => {
                let is_joined = joined.get(text).and_then(|of_text| of_text.get(sentences.start));
                if before.end != sentences.start || is_joined != Some(&true) {
                    return None;
                }
                before.end = sentences.end;
            }
            _ => whole.push((text, sentences)),
        }
    }
    Some(Bunch { cells: whole })
}

/// Sorts the bunches in the order of the base; one that it lacks follows its predecessor in the first text that has it.
pub(super) fn in_reading_order(bunches: Vec<Bunch>, base: usize) -> Vec<Bunch> {
    let texts = bunches.iter().flat_map(|bunch| &bunch.cells).map(|cell| cell.0).max();
    let mut chain = Chain { next: vec![None; bunches.len().saturating_add(1)] };
    let mut placed = vec![false; bunches.len()];
    let others = (0..=texts.unwrap_or_default()).filter(|&text| text != base);
    for text in std::iter::once(base).chain(others) {
        let own = bunches.iter().zip(&mut placed).enumerate();
        let mut own: Vec<(usize, usize, &mut bool)> = own
            .filter_map(|(row, (bunch, placed))| {
                bunch.of(text).map(|sentences| (sentences.start, row, placed))
            })
            .collect();
        own.order_by_key(|(start, row, _)| (*start, *row));
        let mut before = None;
        for (_, row, placed) in own {
            if !std::mem::replace(placed, true) {
                // After the rows that other texts put here already.
                let of_others = |row: &usize| {
                    bunches.get(*row).is_some_and(|row| row.of(base).is_none() && row.of(text).is_none())
                };
                while let Some(after) = chain.behind(before).filter(of_others) {
                    before = Some(after);
                }
                chain.insert(row, before);
            }
            before = Some(row);
        }
    }
    let mut bunches: Vec<Option<Bunch>> = bunches.into_iter().map(Some).collect();
    std::iter::successors(chain.behind(None), |&row| chain.behind(Some(row)))
        .filter_map(|row| bunches.get_mut(row)?.take())
        .collect()
}

/// A linked list of rows.
struct Chain {
    /// The first row; then, for each row, the one after it.
    next: Vec<Option<usize>>,
}

impl Chain {
    /// Returns the row after another; the first one for `None`.
    fn behind(&self, row: Option<usize>) -> Option<usize> {
        self.next.get(row.map_or(0, |row| row.saturating_add(1))).copied().flatten()
    }

    /// Inserts a row after another; first of all for `None`.
    fn insert(&mut self, row: usize, before: Option<usize>) {
        let after = self.behind(before);
        self.set(Some(row), after);
        self.set(before, Some(row));
    }

    fn set(&mut self, row: Option<usize>, behind: Option<usize>) {
        let next = self.next.get_mut(row.map_or(0, |row| row.saturating_add(1)));
        next.into_iter().for_each(|next| *next = behind);
    }
}
