//! Several stories in one table of sentences, ready to be drawn.

use crate::compare::{self, Agreement, Cell, Difference, Options, Row, SharedText, Side};
use crate::corpus::Units;
use crate::text::{Span, Utf16Map, saturating_u32};
use crate::view;

use super::half::Half;
use super::reading::range;
use super::side_by_side::differences as drawn;
use super::similarity::rounded;
use super::{Engine, EngineError, WitnessesQuestion};

/// The maximum number of stories in one table: every two of them are aligned.
pub(super) const MOST: usize = 24;

impl Engine {
    pub(super) fn witnesses(
        &self,
        units: Units,
        question: &WitnessesQuestion,
    ) -> Result<view::Witnesses, EngineError> {
        let halves = self.halves(units, &question.ids)?;
        let base = match &question.base {
            None => 0,
            Some(base) => {
                let place = question.ids.iter().position(|id| id == base);
                place.ok_or_else(|| EngineError::UnknownStory { id: base.clone() })?
            }
        };
        let sides: Vec<Side<'_>> = halves.iter().map(Half::side).collect();
        let rows = compare::witnesses(&sides, base);
        let wire = compare::wire(&rows, &sides);
        let table = WitnessTableBuilder {
            engine: self,
            halves: &halves,
            sides: &sides,
            wire: &wire,
            options: question.options(),
        };
        Ok(view::Witnesses {
            stories: halves.iter().map(Half::row).collect(),
            base: saturating_u32(base),
            rows: (0..).zip(&rows).map(|(number, row)| table.row(number, row)).collect(),
            wire: table.shared(&rows),
        })
    }

    /// Returns some stories, each once.
    pub(super) fn halves(&self, units: Units, ids: &[String]) -> Result<Vec<Half<'_>>, EngineError> {
        let twice = ids.iter().enumerate().any(|(at, id)| ids[..at].contains(id));
        if twice || !(2..=MOST).contains(&ids.len()) {
            return Err(EngineError::StoryCount { most: saturating_u32(MOST) });
        }
        ids.iter().map(|id| self.half(units, id)).collect()
    }
}

struct WitnessTableBuilder<'a> {
    engine: &'a Engine,
    halves: &'a [Half<'a>],
    sides: &'a [Side<'a>],
    wire: &'a SharedText,
    options: Options,
}

impl WitnessTableBuilder<'_> {
    fn row(&self, number: usize, row: &Row) -> view::WitnessRow {
        let map = Utf16Map::new(&self.wire.text);
        let cells = row.cells.iter().enumerate().map(|(text, cell)| {
            let edits = self.wire.edits[number][text].as_deref();
            let line = self.wire.line_of[number].map_or(Span::default(), |line| self.wire.lines[line].span);
            cell.as_ref().map(|cell| self.cell((row, text), cell, edits.unwrap_or(&[]), (&map, line)))
        });
        let read = |(half, reading): (&Half<'_>, &Option<Span>)| {
            reading.map(|span| span.of(&half.document.text).to_owned())
        };
        view::WitnessRow {
            cells: cells.collect(),
            lemma: saturating_u32(row.lemma),
            segments: compare::segments(row, self.sides)
                .into_iter()
                .map(|segment| view::WitnessSegment {
                    shared: segment.shared,
                    readings: self.halves.iter().zip(&segment.readings).map(read).collect(),
                })
                .collect(),
            line: self.wire.line_of[number].map(saturating_u32),
            repeats: row.repeats.map(saturating_u32),
        }
    }

    fn cell(
        &self,
        (row, text): (&Row, usize),
        cell: &Cell,
        edits: &[Difference],
        (wire, line): (&Utf16Map<'_>, Span),
    ) -> view::WitnessCell {
        let half = &self.halves[text];
        let lemma = &self.halves[row.lemma];
        let lemma_span = row.cells[row.lemma].as_ref().map_or(Span::default(), |cell| cell.span);
        let wire_side = Side { text: &self.wire.text, sentences: &[], tokens: &[], regional: half.regional };
        let own = (half.side(), &half.map, cell.span);
        let kept = |all: &[Difference]| -> Vec<Difference> {
            all.iter().copied().filter(|difference| self.options.keep(difference.kind)).collect()
        };
        let (differences, edits) = (kept(&cell.differences), kept(edits));
        let pieces = |all: &[Difference]| {
            let places: Vec<Span> = all.iter().map(|difference| difference.b).collect();
            half.pieces(cell.span, cell.span, &places)
        };
        let mut of_lemma = drawn((lemma.side(), &lemma.map, lemma_span), own, &differences);
        self.engine.moved_effects(&lemma.document.id, &half.document.id).give(&mut of_lemma);
        view::WitnessCell {
            text: cell.span.of(&half.document.text).to_owned(),
            range: range(&half.map, cell.span),
            number: saturating_u32(cell.sentences.start + 1),
            sentences: saturating_u32(cell.sentences.len()),
            agreement: match cell.agreement {
                Agreement::Lemma => Agreement::Lemma,
                _ => Agreement::of(&differences),
            },
            score: rounded(cell.score),
            moved: cell.moved,
            pieces: pieces(&differences),
            differences: of_lemma,
            edited: pieces(&edits),
            edits: drawn((wire_side, wire, line), own, &edits),
        }
    }

    fn shared(&self, rows: &[Row]) -> view::Wire {
        let map = Utf16Map::new(&self.wire.text);
        let lines = self.wire.lines.iter().map(|line| view::WireLine {
            range: range(&map, line.span),
            row: saturating_u32(line.row),
            stories: (0..)
                .zip(&rows[line.row].cells)
                .filter(|(_, cell)| cell.is_some())
                .map(|(n, _)| n)
                .collect(),
            unsure: line.unsure.iter().map(|&span| range(&map, span)).collect(),
        });
        let shares = self.wire.shares.iter().map(|&(of_story, of_wire)| view::WireShare {
            of_story: rounded(of_story),
            of_wire: rounded(of_wire),
        });
        view::Wire { lines: lines.collect(), shares: shares.collect(), text: self.wire.text.clone() }
    }
}
