//! The table of several texts on one event: the sentences of each that belong in one row, and the order of the rows.

use std::ops::Range;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::alignment::{Alignment, Difference, DifferenceType};
use super::collate::{Collation, Collator};
use super::rows::{Bunch, bunches, in_reading_order};
use super::side::{Options, Side};
use super::{compare, order};
use crate::text::{Span, is_word_character};

/// One row: a sentence, or several that belong together, as each text has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// For each text its wording; `None` where it lacks the sentence.
    pub cells: Vec<Option<Cell>>,
    /// The text with whose wording the others are compared: the base if it has the sentence, else the first that has.
    pub lemma: usize,
    /// The row it repeats, as a lead repeats its body.
    pub repeats: Option<usize>,
}

/// One text's wording of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Its place in the text.
    pub span: Span,
    /// Its sentences, by number from 0.
    pub sentences: Range<usize>,
    /// Its agreement with the lemma.
    pub agreement: Agreement,
    /// Likeness to the lemma, 0 to 1.
    pub score: f64,
    /// True if it has another position in the order of its text than in that of the base.
    pub moved: bool,
    /// Every difference, read from the lemma to this text.
    pub differences: Vec<Difference>,
}

impl Row {
    /// Returns one text's wording.
    pub(super) fn cell(&self, text: usize) -> Option<&Cell> {
        self.cells.get(text)?.as_ref()
    }

    fn cell_mut(&mut self, text: usize) -> Option<&mut Cell> {
        self.cells.get_mut(text)?.as_mut()
    }

    /// Returns the number of texts that have it.
    pub(super) fn holders(&self) -> usize {
        self.cells.iter().flatten().count()
    }
}

/// The agreement of one wording with another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Agreement {
    /// It is the wording that the others are compared with.
    Lemma,
    /// The same.
    Identical,
    /// The same words; variant characters, script or punctuation differ.
    Form,
    /// Words or numbers differ.
    Reworded,
}

impl Agreement {
    /// Derives the agreement from differences, once some are left out.
    pub fn of<'a>(differences: impl IntoIterator<Item = &'a Difference>) -> Self {
        differences.into_iter().fold(Self::Identical, |worst, difference| {
            worst.max(match difference.kind {
                DifferenceType::Variant | DifferenceType::Punctuation => Self::Form,
                _ => Self::Reworded,
            })
        })
    }
}

/// Arranges the sentences of several texts in rows, in the order of the `base`, one of them by number.
///
/// Every two texts are aligned, and the closest pairs join their sentences first; a row never has two passages of one
/// text that are not consecutive. The work grows with the square of the number of texts.
pub fn witnesses(sides: &[Side<'_>], base: usize) -> Vec<Row> {
    let mut alignments = Vec::new();
    for (i, a) in sides.iter().enumerate() {
        for (j, b) in sides.iter().enumerate().skip(i).skip(1) {
            alignments.push(((i, j), compare(*a, *b, Options::default())));
        }
    }
    let bunches = bunches(sides, &alignments);
    let bunches = in_reading_order(bunches, base);
    let mut rows: Vec<Row> = {
        let mut filler = Filler { sides, base, alignments: &alignments, collators: FxHashMap::default() };
        bunches.iter().filter_map(|bunch| filler.row(bunch)).collect()
    };
    mark_moved(&mut rows, sides, base);
    mark_repeats(&mut rows, sides, &alignments);
    rows
}

/// The builder of rows from bunches of sentences.
struct Filler<'a> {
    sides: &'a [Side<'a>],
    base: usize,
    alignments: &'a [((usize, usize), Alignment)],
    /// Collators by the numbers of lemma and text.
    collators: FxHashMap<(usize, usize), Collator<'a>>,
}

impl<'a> Filler<'a> {
    /// Builds the row of a bunch; none for one without a sentence.
    fn row(&mut self, bunch: &Bunch) -> Option<Row> {
        let (first, _) = bunch.cells.first()?;
        let lemma = bunch.of(self.base).map_or(*first, |_| self.base);
        let of_lemma = self.sides.get(lemma)?.passage(bunch.of(lemma)?);
        let mut cells = vec![None; self.sides.len()];
        for (text, sentences) in &bunch.cells {
            let own = self.sides.get(*text)?.passage(sentences);
            let (agreement, found) = if *text == lemma {
                (Agreement::Lemma, Collation { score: 1.0, differences: Vec::new() })
            } else {
                let found = self.collation((lemma, of_lemma), (*text, own))?;
                (Agreement::of(&found.differences), found)
            };
            *cells.get_mut(*text)? = Some(Cell {
                span: own,
                sentences: sentences.clone(),
                agreement,
                score: found.score,
                moved: false,
                differences: found.differences,
            });
        }
        Some(Row { cells, lemma, repeats: None })
    }

    /// Returns the collation of two passages from the alignment of their texts, if they are a pair; else collates them.
    fn collation(&mut self, (lemma, a): (usize, Span), (text, b): (usize, Span)) -> Option<Collation> {
        let turned = text < lemma;
        let (key, first, second) = if turned { ((text, lemma), b, a) } else { ((lemma, text), a, b) };
        let alignment = self.alignments.iter().find(|(pair, _)| *pair == key).map(|(_, found)| found);
        let pair = alignment.and_then(|found| {
            let from = found.pairs.partition_point(|pair| pair.a < first);
            let mut of_first = found.pairs.get(from..)?.iter().take_while(|pair| pair.a == first);
            of_first.find(|pair| pair.b == second)
        });
        if let Some(pair) = pair {
            let differences = pair.differences.iter().copied();
            let differences: Vec<Difference> =
                if turned { differences.map(Difference::mirrored).collect() } else { differences.collect() };
            return Some(Collation { score: pair.score, differences });
        }
        let (of_lemma, own) = (*self.sides.get(lemma)?, *self.sides.get(text)?);
        let collator = self.collators.entry((lemma, text)).or_insert_with(|| Collator::new(of_lemma, own));
        Some(collator.collate(a, b))
    }
}

/// Marks the cells that left their place in the order of the base.
fn mark_moved(rows: &mut [Row], sides: &[Side<'_>], base: usize) {
    for (text, side) in sides.iter().enumerate().filter(|&(text, _)| text != base) {
        let of_both = rows.iter_mut().filter(|row| row.cell(base).is_some());
        let both: Vec<&mut Cell> = of_both.filter_map(|row| row.cell_mut(text)).collect();
        let places: Vec<(usize, u64)> = both
            .iter()
            .map(|cell| {
                let letters = cell.span.of(side.text).chars().filter(|&c| is_word_character(c)).count();
                (cell.sentences.start, (letters as u64).saturating_add(1))
            })
            .collect();
        for (cell, kept) in both.into_iter().zip(order::kept(&places)) {
            cell.moved = !kept;
        }
    }
}

/// Marks rows of one text alone that repeat another, by way of a closer pair of the sentence they are like.
fn mark_repeats(rows: &mut [Row], sides: &[Side<'_>], alignments: &[((usize, usize), Alignment)]) {
    let row_of: Vec<Vec<Option<usize>>> = sides
        .iter()
        .enumerate()
        .map(|(text, side)| {
            let mut of = vec![None; side.sentences.len()];
            for (number, row) in rows.iter().enumerate() {
                let own = row.cell(text).and_then(|cell| of.get_mut(cell.sentences.clone()));
                own.into_iter().for_each(|own| own.fill(Some(number)));
            }
            of
        })
        .collect();
    let row_at = |text: usize, place: Span| {
        let sentence = sides.get(text)?.sentences.partition_point(|sentence| sentence.start < place.start);
        row_of.get(text)?.get(sentence).copied().flatten()
    };
    let mut best: Vec<(f64, Option<usize>)> = vec![(0.0, None); rows.len()];
    for ((i, j), alignment) in alignments {
        for pair in alignment.pairs.iter().filter(|pair| pair.repeated) {
            let (Some(own), Some(other)) = (row_at(*i, pair.a), row_at(*j, pair.b)) else { continue };
            for (from, to) in [(own, other), (other, own)] {
                let alone = |row: usize| rows.get(row).is_some_and(|row| row.holders() == 1);
                if let Some(best) = best.get_mut(from)
                    && from != to
                    && alone(from)
                    && !alone(to)
                    && pair.score > best.0
                {
                    *best = (pair.score, Some(to));
                }
            }
        }
    }
    for (row, (_, repeats)) in rows.iter_mut().zip(best) {
        row.repeats = repeats;
    }
}
