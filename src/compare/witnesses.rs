//! Several texts on one event: which sentences of each belong in one row, and in which order the rows are read.

use std::ops::Range;

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
    /// The text whose wording the others are read from: the base if it has the sentence, else the first that has.
    pub lemma: usize,
    /// The row it repeats, as a lead repeats its body.
    pub repeats: Option<usize>,
}

/// One text's wording of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Where it stands.
    pub span: Span,
    /// Its sentences, by number from 0.
    pub sentences: Range<usize>,
    /// How it agrees with the lemma.
    pub agreement: Agreement,
    /// Likeness to the lemma, 0 to 1.
    pub score: f64,
    /// Whether it stands elsewhere in the order of its text than in that of the base.
    pub moved: bool,
    /// Every difference, read from the lemma to this text.
    pub differences: Vec<Difference>,
}

/// How one wording agrees with another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Agreement {
    /// It is the wording the others are read from.
    Lemma,
    /// The same.
    Identical,
    /// The same words; variant characters, script or punctuation differ.
    Form,
    /// Words or numbers differ.
    Reworded,
}

impl Agreement {
    /// What differences make of it, once some are left out.
    pub fn of<'a>(differences: impl IntoIterator<Item = &'a Difference>) -> Self {
        differences.into_iter().fold(Self::Identical, |worst, difference| {
            worst.max(match difference.kind {
                DifferenceType::Variant | DifferenceType::Punctuation => Self::Form,
                _ => Self::Reworded,
            })
        })
    }
}

/// Lays the sentences of several texts in rows, in the order of the `base`, one of them by number.
///
/// Every two texts are aligned, and the closest pairs join their sentences first; a row never holds two passages of one
/// text that do not follow each other. The work grows with the square of the number of texts.
pub fn witnesses(sides: &[Side<'_>], base: usize) -> Vec<Row> {
    let mut alignments = Vec::new();
    for (i, a) in sides.iter().enumerate() {
        for (j, b) in sides.iter().enumerate().skip(i + 1) {
            alignments.push(((i, j), compare(*a, *b, Options::default())));
        }
    }
    let bunches = bunches(sides, &alignments);
    let bunches = in_reading_order(bunches, base);
    let mut rows: Vec<Row> = {
        let mut filler = Filler::new(sides, base, &alignments);
        bunches.iter().map(|bunch| filler.row(bunch)).collect()
    };
    mark_moved(&mut rows, sides, base);
    mark_repeats(&mut rows, sides, &alignments);
    rows
}

/// Makes rows of bunches of sentences.
struct Filler<'a> {
    sides: &'a [Side<'a>],
    base: usize,
    alignments: &'a [((usize, usize), Alignment)],
    collators: Vec<Option<Collator<'a>>>,
}

impl<'a> Filler<'a> {
    fn new(sides: &'a [Side<'a>], base: usize, alignments: &'a [((usize, usize), Alignment)]) -> Self {
        Self { sides, base, alignments, collators: vec![None; sides.len() * sides.len()] }
    }

    fn row(&mut self, bunch: &Bunch) -> Row {
        let lemma = bunch.of(self.base).map_or(bunch.cells[0].0, |_| self.base);
        let mut cells = vec![None; self.sides.len()];
        let span = |text: usize, sentences: &Range<usize>| Span {
            start: self.sides[text].sentences[sentences.start].start,
            end: self.sides[text].sentences[sentences.end - 1].end,
        };
        let of_lemma = bunch.of(lemma).map(|sentences| span(lemma, sentences)).unwrap_or_default();
        for (text, sentences) in &bunch.cells {
            let own = span(*text, sentences);
            let (agreement, found) = if *text == lemma {
                (Agreement::Lemma, Collation { score: 1.0, differences: Vec::new() })
            } else {
                let found = self.collation((lemma, of_lemma), (*text, own));
                (Agreement::of(&found.differences), found)
            };
            cells[*text] = Some(Cell {
                span: own,
                sentences: sentences.clone(),
                agreement,
                score: found.score,
                moved: false,
                differences: found.differences,
            });
        }
        Row { cells, lemma, repeats: None }
    }

    /// What the alignment of the two texts says of two passages, if they are a pair of it; else a collation of the two.
    fn collation(&mut self, (lemma, a): (usize, Span), (text, b): (usize, Span)) -> Collation {
        let turned = text < lemma;
        let (key, first, second) = if turned { ((text, lemma), b, a) } else { ((lemma, text), a, b) };
        let alignment = self.alignments.iter().find(|(pair, _)| *pair == key).map(|(_, found)| found);
        let pair = alignment.and_then(|found| {
            let from = found.pairs.partition_point(|pair| pair.a < first);
            found.pairs[from..].iter().take_while(|pair| pair.a == first).find(|pair| pair.b == second)
        });
        if let Some(pair) = pair {
            let differences = pair.differences.iter().copied();
            let differences: Vec<Difference> =
                if turned { differences.map(Difference::mirrored).collect() } else { differences.collect() };
            return Collation { score: pair.score, differences };
        }
        let sides = self.sides;
        let collator = self.collators[lemma * sides.len() + text]
            .get_or_insert_with(|| Collator::new(sides[lemma], sides[text]));
        collator.collate(a, b)
    }
}

/// Which cells left their place in the order of the base.
fn mark_moved(rows: &mut [Row], sides: &[Side<'_>], base: usize) {
    for text in (0..sides.len()).filter(|&text| text != base) {
        let both: Vec<usize> = (0..rows.len())
            .filter(|&row| rows[row].cells[base].is_some() && rows[row].cells[text].is_some())
            .collect();
        let places: Vec<(usize, u64)> = both
            .iter()
            .filter_map(|&row| rows[row].cells[text].as_ref())
            .map(|cell| {
                let letters = cell.span.of(sides[text].text).chars().filter(|&c| is_word_character(c));
                (cell.sentences.start, letters.fold(1, |sum, _| sum + 1))
            })
            .collect();
        for (&row, kept) in both.iter().zip(order::kept(&places)) {
            if let Some(cell) = &mut rows[row].cells[text] {
                cell.moved = !kept;
            }
        }
    }
}

/// Which rows that one text alone has repeat another: by way of a closer pair of the sentence they are like.
fn mark_repeats(rows: &mut [Row], sides: &[Side<'_>], alignments: &[((usize, usize), Alignment)]) {
    let row_of: Vec<Vec<Option<usize>>> = sides
        .iter()
        .enumerate()
        .map(|(text, side)| {
            let mut of = vec![None; side.sentences.len()];
            for (number, row) in rows.iter().enumerate() {
                if let Some(cell) = &row.cells[text] {
                    of[cell.sentences.clone()].fill(Some(number));
                }
            }
            of
        })
        .collect();
    let row_at = |text: usize, place: Span| {
        let sentence = sides[text].sentences.partition_point(|sentence| sentence.start < place.start);
        row_of[text].get(sentence).copied().flatten()
    };
    let mut best: Vec<(f64, Option<usize>)> = vec![(0.0, None); rows.len()];
    for ((i, j), alignment) in alignments {
        for pair in alignment.pairs.iter().filter(|pair| pair.repeated) {
            let (Some(own), Some(other)) = (row_at(*i, pair.a), row_at(*j, pair.b)) else { continue };
            for (from, to) in [(own, other), (other, own)] {
                let alone = |row: usize| rows[row].cells.iter().flatten().count() == 1;
                if from != to && alone(from) && !alone(to) && pair.score > best[from].0 {
                    best[from] = (pair.score, Some(to));
                }
            }
        }
    }
    for (row, (_, repeats)) in rows.iter_mut().zip(best) {
        row.repeats = repeats;
    }
}
