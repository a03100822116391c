//! The texts of a report side by side: each sentence in the row of its partners, with a place that a link leads to.

use std::fmt::Write;

use super::escape::xml;
use super::labels::{Label, Labels};
use crate::view::{Quote, Range, Report, TextPiece, WitnessCell, Witnesses};

/// The texts of a report, and the places in them.
pub(super) struct SideBySideTexts<'a> {
    report: &'a Report,
    table: &'a Witnesses,
    labels: &'a Labels,
    /// The passages of each story with a place of their own, in the order of the text.
    places: Vec<Vec<Range>>,
}

impl<'a> SideBySideTexts<'a> {
    /// Collects the passages of a report's stories: their headings, captions and sentences.
    pub(super) fn new(report: &'a Report, table: &'a Witnesses, labels: &'a Labels) -> Self {
        let passages = |story: usize| {
            let headings = report.frames.iter().filter_map(|frame| frame.cells.get(story)).flatten();
            let cells = table.rows.iter().filter_map(|row| row.cells.get(story)?.as_ref());
            let mut ranges: Vec<Range> =
                headings.map(|quote| quote.range).chain(cells.map(|cell| cell.range)).collect();
            ranges.sort_unstable();
            // A lead that repeats its body may be in two rows.
            ranges.dedup_by_key(|range| range.start);
            ranges
        };
        Self { report, table, labels, places: (0..report.stories.len()).map(passages).collect() }
    }

    /// Returns the address in the file of a passage of a story, given its index.
    pub(super) fn link(&self, story: usize, passage: Range) -> Option<String> {
        let places = self.places.get(story)?;
        let at = places.partition_point(|place| place.start <= passage.start).saturating_sub(1);
        Some(format!("#{}", id(story, *places.get(at)?)))
    }

    /// Formats the texts as a section with one table.
    pub(super) fn html(&self) -> String {
        let mut written = vec![Vec::new(); self.places.len()];
        let heads: String = (self.report.stories.iter().enumerate())
            .map(|(at, story)| format!("<th scope=\"col\">{}</th>", xml(&self.labels.called(at, story))))
            .collect();
        let mut rows = String::new();
        for frame in &self.report.frames {
            let cells = frame.cells.iter().enumerate().map(|(story, quotes)| {
                quotes.iter().map(|quote| heading(&mut written, story, quote)).collect::<String>()
            });
            row(&mut rows, &format!("<th scope=\"row\">{}</th>", xml(self.labels.block(frame.kind))), cells);
        }
        for aligned in &self.table.rows {
            let cells = aligned.cells.iter().enumerate().map(|(story, cell)| {
                cell.as_ref().map(|cell| sentence(&mut written, story, cell)).unwrap_or_default()
            });
            row(&mut rows, "<td></td>", cells);
        }
        format!(
            "<h2>{}</h2>\n<div class=\"wide\" tabindex=\"0\">\n<table class=\"texts\">\n<thead><tr><td></td>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n</div>\n",
            xml(self.labels.of(Label::SideBySide)),
        )
    }
}

fn row(rows: &mut String, head: &str, cells: impl Iterator<Item = String>) {
    let cells: String = cells.map(|cell| format!("<td>{cell}</td>")).collect();
    // Writing to a `String` cannot fail.
    _ = writeln!(rows, "<tr>{head}{cells}</tr>");
}

/// The starts of the passages of each story that have their place in the file already.
type Written = Vec<Vec<u32>>;

fn heading(written: &mut Written, story: usize, quote: &Quote) -> String {
    format!("<p{}>{}</p>", place(written, story, quote.range), xml(&quote.text))
}

fn sentence(written: &mut Written, story: usize, cell: &WitnessCell) -> String {
    let words = |piece: &TextPiece| match piece.difference {
        Some(_) if !piece.text.is_empty() => format!("<mark>{}</mark>", xml(&piece.text)),
        _ => xml(&piece.text),
    };
    let words: String = cell.pieces.iter().map(words).collect();
    format!("<p{}><small>{}</small> {words}</p>", place(written, story, cell.range), cell.number)
}

/// Formats the id of a passage, unless another element has it.
fn place(written: &mut Written, story: usize, range: Range) -> String {
    let Some(known) = written.get_mut(story).filter(|known| !known.contains(&range.start)) else {
        return String::new();
    };
    known.push(range.start);
    format!(" id=\"{}\"", id(story, range))
}

/// Returns the id of a passage: the number of its story and its first character.
fn id(story: usize, range: Range) -> String {
    format!("t{}-{}", story + 1, range.start)
}
