//! 通稿: the text that several papers print, inferred from what most of them have.

use super::alignment::{Difference, united};
use super::collate::Collator;
use super::segments::{Segment, segments};
use super::side::Side;
use super::witnesses::Row;
use crate::corpus::Token;
use crate::lexicon::RegionalWording;
use crate::text::{Span, is_word_character};

/// The shared text, and how each text edited it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SharedText {
    /// Its lines, joined by line feeds.
    pub text: String,
    /// The lines, with their places and rows.
    pub lines: Vec<SharedLine>,
    /// For each row, and in it for each text that has the row, the differences from the line to the text. Empty for rows
    /// that belong to no line.
    pub edits: Vec<Vec<Option<Vec<Difference>>>>,
    /// For each row its line, or the line of the row it repeats.
    pub line_of: Vec<Option<usize>>,
    /// For each text the share of its letters that are in the shared text, and the share of that text that it has.
    pub shares: Vec<(f64, f64)>,
}

/// One line of the shared text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedLine {
    /// Its place in the shared text.
    pub span: Span,
    /// The row it comes from.
    pub row: usize,
    /// Words on which the texts are evenly divided, so that those of the lemma were taken.
    pub unsure: Vec<Span>,
}

/// Infers the shared text: for every row that two or more texts have, the reading of most of them at each place where
/// they differ. Without a majority, words that one of two has beyond the other are left out, because they are not
/// shared; of two wordings that of the lemma is taken, and marked as unsure.
pub fn wire(rows: &[Row], sides: &[Side<'_>]) -> SharedText {
    let mut wire = SharedText::default();
    let mut tokens: Vec<Token> = Vec::new();
    let mut own_line = vec![None; rows.len()];
    for ((number, row), own_line) in rows.iter().enumerate().zip(&mut own_line) {
        if row.holders() < 2 {
            continue;
        }
        let line = WireDraft::of(row, sides);
        if !line.text.contains(is_word_character) {
            continue;
        }
        if !wire.text.is_empty() {
            wire.text.push('\n');
        }
        let start = wire.text.len();
        let place = |offset: u32| start.saturating_add(offset as usize);
        let moved = |span: Span| Span::new(place(span.start), place(span.end));
        tokens.extend(line.tokens.iter().map(|token| Token { span: moved(token.span), ..*token }));
        wire.text.push_str(&line.text);
        *own_line = Some(wire.lines.len());
        let span = Span::new(start, wire.text.len());
        wire.lines.push(SharedLine {
            span,
            row: number,
            unsure: line.unsure.into_iter().map(moved).collect(),
        });
    }
    wire.line_of = rows
        .iter()
        .zip(&own_line)
        .map(|(row, own)| {
            own.or_else(|| row.repeats.and_then(|repeated| own_line.get(repeated).copied().flatten()))
        })
        .collect();

    let spans: Vec<Span> = wire.lines.iter().map(|line| line.span).collect();
    let regional = sides.first().map_or(&**RegionalWording::bundled(), |side| side.regional);
    let whole = Side { text: &wire.text, sentences: &spans, tokens: &tokens, regional };
    let collators: Vec<Collator<'_>> = sides.iter().map(|&side| Collator::new(whole, side)).collect();
    wire.edits = rows
        .iter()
        .zip(&wire.line_of)
        .map(|(row, line)| {
            let Some(line) = line.and_then(|line| spans.get(line)) else { return vec![None; sides.len()] };
            let edits = |(cell, collator): (&Option<_>, &Collator<'_>)| {
                let cell: &super::witnesses::Cell = cell.as_ref()?;
                Some(collator.collate(*line, cell.span).differences)
            };
            row.cells.iter().zip(&collators).map(edits).collect()
        })
        .collect();
    wire.shares = (0..sides.len()).map(|text| shares(&wire, rows, sides, text)).collect();
    wire
}

/// A line under construction.
#[derive(Default)]
struct WireDraft {
    text: String,
    tokens: Vec<Token>,
    unsure: Vec<Span>,
}

impl WireDraft {
    fn of(row: &Row, sides: &[Side<'_>]) -> Self {
        let mut draft = Self::default();
        for segment in segments(row, sides) {
            let (text, unsure) = chosen(&segment, row.lemma, sides);
            if let Some((reading, side)) = segment.reading(text).zip(sides.get(text)) {
                let start = draft.text.len();
                draft.add(*side, reading);
                if unsure {
                    draft.unsure.push(Span::new(start, draft.text.len()));
                }
            }
        }
        draft
    }

    /// Appends words of a text.
    fn add(&mut self, side: Side<'_>, reading: Span) {
        let base = self.text.len();
        let first = side.tokens.partition_point(|token| token.span.end <= reading.start);
        let tokens = side.tokens.get(first..).unwrap_or_default();
        let inside = tokens.iter().take_while(|token| token.span.start < reading.end);
        self.tokens.extend(inside.map(|token| {
            let inside = |offset: u32| offset.min(reading.end).saturating_sub(reading.start) as usize;
            let place = |offset: u32| base.saturating_add(inside(offset));
            Token { span: Span::new(place(token.span.start), place(token.span.end)), ..*token }
        }));
        self.text.push_str(reading.of(side.text));
    }
}

/// Returns a text with the reading that most have, and true if that was in doubt.
fn chosen(segment: &Segment, lemma: usize, sides: &[Side<'_>]) -> (usize, bool) {
    if segment.shared {
        return (lemma, false);
    }
    let bare = |text: usize, span: Span| -> String {
        let words = sides.get(text).map_or("", |side| span.of(side.text));
        words.chars().filter(|c| !c.is_whitespace()).collect()
    };
    // The reading, the first text that has it, and the number of texts that have it.
    let mut readings: Vec<(String, usize, usize)> = Vec::new();
    // The lemma's own comes first, so that it is taken among equals.
    for text in std::iter::once(lemma).chain((0..sides.len()).filter(|&text| text != lemma)) {
        let Some(span) = segment.reading(text) else { continue };
        let reading = bare(text, span);
        match readings.iter_mut().find(|known| known.0 == reading) {
            Some(known) => known.2 = known.2.saturating_add(1),
            None => readings.push((reading, text, 1)),
        }
    }
    let most = readings.iter().map(|reading| reading.2).max().unwrap_or(0);
    let mut best = readings.iter().filter(|reading| reading.2 == most);
    let first = best.next();
    let rivals = best.clone().count();
    // In a draw, an empty reading is what all that have the row share.
    let nothing = first.into_iter().chain(best).find(|reading| reading.0.is_empty());
    match nothing.or(first) {
        Some(reading) => (reading.1, rivals > 0 && nothing.is_none()),
        None => (lemma, false),
    }
}

/// Returns the share of a text that belongs to the shared text, and the share of that which it has.
fn shares(wire: &SharedText, rows: &[Row], sides: &[Side<'_>], text: usize) -> (f64, f64) {
    let Some(side) = sides.get(text) else { return (0.0, 0.0) };
    let letters = |text: &str| text.chars().filter(|&c| is_word_character(c)).count();
    let mut own = 0_usize;
    let mut there: Vec<Span> = Vec::new();
    for ((row, edits), line) in rows.iter().zip(&wire.edits).zip(&wire.line_of) {
        let line = line.and_then(|line| wire.lines.get(line));
        let edits = edits.get(text).and_then(Option::as_ref);
        let (Some(cell), Some(edits), Some(line)) = (row.cell(text), edits, line) else { continue };
        let line = line.span;
        let lost: usize = edits.iter().map(|edit| letters(edit.b.of(side.text))).sum();
        own = own.saturating_add(letters(cell.span.of(side.text)).saturating_sub(lost));
        let ends = edits.iter().map(|edit| edit.a.start).chain([line.end]);
        let starts = [line.start].into_iter().chain(edits.iter().map(|edit| edit.a.end));
        there.extend(starts.zip(ends).map(|(start, end)| Span { start, end }));
    }
    let there: usize = united(there).into_iter().map(|span| letters(span.of(&wire.text))).sum();
    let all: usize = side.sentences.iter().map(|span| letters(span.of(side.text))).sum();
    let share = |part: usize, whole: usize| if whole == 0 { 0.0 } else { part as f64 / whole as f64 };
    (share(own, all), share(there, letters(&wire.text)))
}
